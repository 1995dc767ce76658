//! The works in words: callouts for those that cannot be mapped, and the table of all.

use super::{
    desk::{Desk, edit_id},
    picture::symbol,
};
use crate::app::components::{Glyph, Icon, TableRegion, dynamic, original};
use leptos::prelude::*;
use michishirube_core::{
    fiscal_year::Era,
    format,
    infrastructure::{
        callout,
        work::{Place, Work},
        works::{Entry, WorkId},
    },
    language::{Language, lang_of, spoken},
    model::Municipality,
    sentence, words,
};

/// 「見本」, beside an invented work.
pub fn sample_tag(work: &Work) -> Option<AnyView> {
    work.sample
        .then(|| view! { <mark class="draft-mark">{words!("見本", "Sample")}</mark> }.into_any())
}

/// Whether a work has a place on the map.
pub fn is_mapped(work: &Work, towns: &[Municipality]) -> bool {
    match &work.place {
        Place::Municipality(slug) => towns.iter().any(|town| town.slug == *slug),
        Place::Point(_) => true,
        Place::Unmapped => false,
    }
}

/// How far a work is, in the document's wording; no figure is torn apart at a line's end.
pub fn progress(work: &Work, era: Era) -> AnyView {
    callout::phrases(work, era)
        .into_iter()
        .map(|phrase| {
            let gap = (spoken() == Language::English).then_some(" ");
            view! { <span class="plan-phrase">{phrase}</span> {gap} }.into_any()
        })
        .collect::<Vec<_>>()
        .into_any()
}

/// 吹き出し: the works that cannot be mapped, in the document's wording.
pub fn callouts(desk: Desk, entries: &[Entry]) -> Option<AnyView> {
    let items: Vec<AnyView> = entries
        .iter()
        .enumerate()
        .filter(|(_, entry)| !is_mapped(&entry.work, desk.towns()))
        .map(|(at, entry)| {
            view! {
                <li class="plan-callout" class:is-sample=entry.work.sample>
                    {symbol(entry.work.state, Some(at + 1))}
                    <p>{original(entry.work.shown_name())} " " {progress(&entry.work, desk.era())}</p>
                </li>
            }
            .into_any()
        })
        .collect();
    (!items.is_empty()).then(|| view! { <ul class="plan-callouts">{items}</ul> }.into_any())
}

/// Every work with all that is known of it.
#[component]
pub fn List(desk: Desk) -> impl IntoView {
    view! {
        <section aria-labelledby="work-list-title">
            <h2 id="work-list-title">{words!("事業の一覧", "List of works")}</h2>
            {dynamic(move || {
                desk.works
                    .with(|works| {
                        if works.is_empty() {
                            view! {
                                <p>
                                    {words!(
                                        "まだ事業がありません。「事業を加える」から始めてください。",
                                        "There are no works yet. Start with “Add works”."
                                    )}
                                </p>
                            }
                                .into_any()
                        } else {
                            table(desk, works.entries())
                        }
                    })
            })}
        </section>
    }
}

fn table(desk: Desk, entries: &[Entry]) -> AnyView {
    let rows: Vec<AnyView> = entries
        .iter()
        .enumerate()
        .map(|(at, entry)| row(desk, at + 1, entry))
        .collect();
    view! {
        <TableRegion label=words!("事業の一覧の表（進捗率は％）", "Table of works (progress rate in %)").to_owned()>
            <table class="stacks work-table" role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{words!("番号・事業名", "Number and name")}</th>
                        <th scope="col" role="columnheader">{words!("種別", "Type")}</th>
                        <th scope="col" role="columnheader">{words!("場所", "Place")}</th>
                        <th scope="col" role="columnheader">{words!("状況", "Status")}</th>
                        <th scope="col" role="columnheader" class="num">
                            {words!("進捗率", "Progress rate")}
                        </th>
                        <th scope="col" role="columnheader">{words!("当該年度の事業内容", "Work in the reporting year")}</th>
                        <th scope="col" role="columnheader">{words!("備考", "Note")}</th>
                        <th scope="col" role="columnheader">{words!("操作", "Actions")}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </TableRegion>
    }
    .into_any()
}

fn unmapped() -> &'static str {
    words!("図示しない", "Not mapped")
}

/// Where a work is, in words.
fn place(work: &Work, towns: &[Municipality]) -> String {
    match &work.place {
        Place::Municipality(slug) => towns
            .iter()
            .find(|town| town.slug == *slug)
            .map_or_else(|| unmapped().to_owned(), |town| town.place.name.clone()),
        Place::Point(position) => sentence!(
            "北緯{north}度、東経{east}度",
            "{north}° N, {east}° E",
            north = position.latitude(),
            east = position.longitude(),
        ),
        Place::Unmapped => unmapped().to_owned(),
    }
}

fn row(desk: Desk, number: usize, entry: &Entry) -> AnyView {
    let (id, work) = (entry.id, &entry.work);
    let name = work.shown_name();
    let or_none = |text: &str| {
        if text.is_empty() {
            format::NONE.to_owned()
        } else {
            text.to_owned()
        }
    };
    let button = |glyph: Glyph, verb: &'static str, key: String, act: fn(&Desk, WorkId)| {
        view! {
            <button type="button" class="button-quiet" id=key on:click=move |_| act(&desk, id)>
                <Icon glyph />
                {verb}
                <span class="visually-hidden">{words!("：", ": ")} {original(name.as_str())}</span>
            </button>
        }
        .into_any()
    };
    let absent = |text: &str| text.is_empty();
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <span class="work-name">
                    {symbol(work.state, Some(number))}
                    <span>
                        <span class="visually-hidden">{format!("{number} ")}</span>
                        <strong lang=lang_of(&name)>{work.shown_name()}</strong>
                        " "
                        {sample_tag(work)}
                        <span class="row-sentence">{progress(work, desk.era())}</span>
                    </span>
                </span>
            </th>
            <td
                role="cell"
                class="work-short"
                lang=lang_of(work.kind.name())
                data-label=words!("種別", "Type")
            >
                {work.kind.name().to_owned()}
            </td>
            <td role="cell" class="work-short" data-label=words!("場所", "Place")>{place(work, desk.towns())}</td>
            <td role="cell" class="cell-place" data-label=words!("状況", "Status")>{work.state.name()}</td>
            <td role="cell" class="num" class:is-absent=work.rate.is_none() data-label=words!("進捗率", "Progress rate")>
                {work
                    .rate
                    .map_or_else(
                        || format::NONE.to_owned(),
                        |rate| format::quantity(rate.percent(), "%"),
                    )}
            </td>
            <td
                role="cell"
                class="cell-wide"
                class:is-absent=absent(&work.content)
                lang=lang_of(&work.content)
                data-label=words!("当該年度の事業内容", "Work in the reporting year")
            >
                {or_none(&work.content)}
            </td>
            <td
                role="cell"
                class="cell-wide"
                class:is-absent=absent(&work.note)
                lang=lang_of(&work.note)
                data-label=words!("備考", "Note")
            >
                {or_none(&work.note)}
            </td>
            <td role="cell" class="cell-wide work-buttons">
                {button(
                    Glyph::Pencil,
                    words!("書き換える", "Change"),
                    edit_id(id),
                    |desk, id| desk.open(id),
                )}
                {button(
                    Glyph::Arrow,
                    words!("移す", "Move"),
                    format!("work-carry-{}", id.number()),
                    |desk, id| desk.carry(id),
                )}
                {button(
                    Glyph::Bin,
                    words!("消す", "Delete"),
                    format!("work-delete-{}", id.number()),
                    |desk, id| desk.delete(id),
                )}
            </td>
        </tr>
    }
    .into_any()
}
