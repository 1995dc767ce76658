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

/// Goals of a programme, and who says so where that is not said above.
fn goals(digest: &Digest, note: Option<&'static str>) -> Option<AnyView> {
    let tiles: Vec<_> = digest
        .sdgs
        .iter()
        .map(|(goal, _)| view! { <li><SdgTile goal=*goal /></li> })
        .collect();
    (!tiles.is_empty()).then(|| {
        view! {
            <ul class="sdg-row">
                {tiles} {note.map(|note| view! { <li class="editorial-note">{note}</li> })}
            </ul>
        }
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
            {goals(&digest, Some("編集部による分類"))}
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
    let era = state.era();
    let years: Vec<_> = digest
        .years
        .iter()
        .map(|year| year.short_name(era))
        .collect();
    let years = years.join("・");
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <Link to=Screen::Program(program)>{dataset.program_name(program)}</Link>
            </th>
            <td role="cell" class="cell-place" data-label="振興局">{places(dataset, &digest)}</td>
            <td role="cell" data-label="文書の年度">{years}</td>
            <td role="cell" class="num" data-label="予算（千円）">{budget}</td>
            <td role="cell" class="cell-wide">{categories(dataset, &digest)}</td>
            <td role="cell" class="cell-wide">{goals(&digest, None)}</td>
        </tr>
    }
}
