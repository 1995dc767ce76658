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
    language::lang_of,
    model::{Origin, ProgramId},
    sentence,
    view::Screen,
    words,
};

fn places(dataset: &Dataset, digest: &Digest) -> String {
    let names: Vec<_> = digest
        .subprefectures
        .iter()
        .map(|place| dataset.subprefecture(*place).name.as_str())
        .collect();
    names.join(words!("・", ", "))
}

fn years(digest: &Digest, era: Era) -> String {
    let years: Vec<_> = digest.years.iter().map(|year| year.name(era)).collect();
    years.join(words!("、", ", "))
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
                    {editorial
                        .then(|| {
                            let title = words!("編集部による分類", "Classified by the editors");
                            view! { <small title=title>{words!("編", " ed.")}</small> }
                        })}
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
    let budget = digest.budget.map(|budget| {
        sentence!(
            "予算 {budget}",
            "Budget: {budget}",
            budget = format::yen(budget)
        )
    });
    let outline = catalogue::outline(dataset, program);
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
            {goals(&digest, Some(words!("編集部による分類", "Classified by the editors")))}
            <p class="clamp" lang=lang_of(outline)>{outline}</p>
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
    let years = years.join(words!("・", ", "));
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <Link to=Screen::Program(program)>{dataset.program_name(program)}</Link>
            </th>
            <td role="cell" class="cell-place" data-label=words!("振興局", "Subprefecture")>{places(dataset, &digest)}</td>
            <td role="cell" data-label=words!("文書の年度", "Year of the document")>{years}</td>
            <td role="cell" class="num" data-label=words!("予算（千円）", "Budget (¥ thousand)")>{budget}</td>
            <td role="cell" class="cell-wide">{categories(dataset, &digest)}</td>
            <td role="cell" class="cell-wide">{goals(&digest, None)}</td>
        </tr>
    }
}
