//! A programme in the list.

use crate::app::{
    components::{Link, SdgTile},
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    catalogue::{self, Digest},
    dataset::Dataset,
    fiscal_year::Era,
    format,
    model::{Origin, ProgramId},
    view::Screen,
};

fn places(dataset: &Dataset, digest: &Digest) -> String {
    let names: Vec<_> = digest
        .subprefectures
        .iter()
        .map(|place| dataset.subprefecture(*place).name.as_str())
        .collect();
    names.join("・")
}

fn years(digest: &Digest, era: Era) -> String {
    let years: Vec<_> = digest.years.iter().map(|year| year.name(era)).collect();
    years.join("、")
}

/// Categories of a programme; the editors' ones marked.
fn categories(dataset: &'static Dataset, digest: &Digest) -> AnyView {
    let tags: Vec<_> = digest
        .categories
        .iter()
        .map(|(category, origin)| {
            let editorial = *origin == Origin::Editorial;
            view! {
                <li class=if editorial { "tag is-editorial" } else { "tag" }>
                    {dataset.category(*category).name.as_str()}
                    {editorial.then(|| view! { <small title="編集部による分類">"編"</small> })}
                </li>
            }
        })
        .collect();
    view! { <ul class="tags">{tags}</ul> }.into_any()
}

fn goals(digest: &Digest) -> Option<AnyView> {
    let tiles: Vec<_> = digest
        .sdgs
        .iter()
        .map(|(goal, _)| view! { <li><SdgTile goal=*goal /></li> })
        .collect();
    (!tiles.is_empty()).then(|| {
        view! { <ul class="sdg-row">{tiles} <li class="editorial-note">"編集部による分類"</li></ul> }
            .into_any()
    })
}

/// A programme as a card.
#[component]
pub fn Card(
    /// The programme.
    program: ProgramId,
    /// Without the editors' tags.
    source_only: bool,
) -> impl IntoView {
    let state = state();
    let dataset = state.dataset;
    let digest = catalogue::digest(dataset, program, source_only);
    let budget = digest
        .budget
        .map(|budget| format!("予算 {}", format::yen(budget)));
    view! {
        <li class="card program-card">
            <h3>
                <Link to=Screen::Program(program)>{dataset.program_name(program)}</Link>
            </h3>
            <p class="meta">
                <span>{places(dataset, &digest)}</span>
                <span>{years(&digest, state.era())}</span>
                {budget.map(|budget| view! { <span>{budget}</span> })}
            </p>
            {categories(dataset, &digest)}
            {goals(&digest)}
            <p class="clamp">{catalogue::outline(dataset, program)}</p>
        </li>
    }
}

/// A programme as a row of a table.
#[component]
pub fn ProgramRow(
    /// The programme.
    program: ProgramId,
    /// Without the editors' tags.
    source_only: bool,
) -> impl IntoView {
    let state = state();
    let dataset = state.dataset;
    let digest = catalogue::digest(dataset, program, source_only);
    let budget = digest
        .budget
        .map_or_else(|| format::NONE.to_owned(), format::group);
    view! {
        <tr>
            <th scope="row">
                <Link to=Screen::Program(program)>{dataset.program_name(program)}</Link>
            </th>
            <td>{places(dataset, &digest)}</td>
            <td>{years(&digest, state.era())}</td>
            <td>{categories(dataset, &digest)}</td>
            <td>{goals(&digest)}</td>
            <td class="num">{budget}</td>
        </tr>
    }
}
