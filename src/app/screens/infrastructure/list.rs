//! The works in words: callouts for those that cannot be mapped, and the table of all.

use super::{
    desk::{Desk, edit_id},
    picture::symbol,
};
use crate::app::components::{Glyph, Icon, TableRegion, dynamic};
use leptos::prelude::*;
use michishirube_core::{
    fiscal_year::Era,
    format,
    infrastructure::{
        callout,
        work::{Place, Work},
        works::{Entry, WorkId},
    },
    model::Municipality,
};

/// 「見本」, beside an invented work.
pub fn sample_tag(work: &Work) -> Option<AnyView> {
    work.sample
        .then(|| view! { <mark class="draft-mark">"見本"</mark> }.into_any())
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
        .map(|phrase| view! { <span class="plan-phrase">{phrase}</span> }.into_any())
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
                    <p>{entry.work.shown_name()} " " {progress(&entry.work, desk.era())}</p>
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
            <h2 id="work-list-title">"事業の一覧"</h2>
            {dynamic(move || {
                desk.works
                    .with(|works| {
                        if works.is_empty() {
                            view! {
                                <p>"まだ事業がありません。「事業を加える」から始めてください。"</p>
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
        <TableRegion label="事業の一覧の表（進捗率は％）".to_owned()>
            <table class="stacks work-table" role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">"番号・事業名"</th>
                        <th scope="col" role="columnheader">"種別"</th>
                        <th scope="col" role="columnheader">"場所"</th>
                        <th scope="col" role="columnheader">"状況"</th>
                        <th scope="col" role="columnheader" class="num">
                            "進捗率"
                        </th>
                        <th scope="col" role="columnheader">"当該年度の事業内容"</th>
                        <th scope="col" role="columnheader">"備考"</th>
                        <th scope="col" role="columnheader">"操作"</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </TableRegion>
    }
    .into_any()
}

/// Where a work is, in words.
fn place(work: &Work, towns: &[Municipality]) -> String {
    match &work.place {
        Place::Municipality(slug) => towns
            .iter()
            .find(|town| town.slug == *slug)
            .map_or_else(|| "図示しない".to_owned(), |town| town.place.name.clone()),
        Place::Point(position) => format!(
            "北緯{}度・東経{}度",
            position.latitude(),
            position.longitude()
        ),
        Place::Unmapped => "図示しない".to_owned(),
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
                <span class="visually-hidden">{format!("：{name}")}</span>
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
                        <strong>{work.shown_name()}</strong>
                        " "
                        {sample_tag(work)}
                        <span class="row-sentence">{progress(work, desk.era())}</span>
                    </span>
                </span>
            </th>
            <td role="cell" data-label="種別">{work.kind.name().to_owned()}</td>
            <td role="cell" data-label="場所">{place(work, desk.towns())}</td>
            <td role="cell" class="cell-place" data-label="状況">{work.state.name()}</td>
            <td role="cell" class="num" class:is-absent=work.rate.is_none() data-label="進捗率">
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
                data-label="当該年度の事業内容"
            >
                {or_none(&work.content)}
            </td>
            <td role="cell" class="cell-wide" class:is-absent=absent(&work.note) data-label="備考">
                {or_none(&work.note)}
            </td>
            <td role="cell" class="cell-wide work-buttons">
                {button(Glyph::Pencil, "書き換える", edit_id(id), |desk, id| desk.open(id))}
                {button(
                    Glyph::Arrow,
                    "移す",
                    format!("work-carry-{}", id.number()),
                    |desk, id| desk.carry(id),
                )}
                {button(
                    Glyph::Bin,
                    "消す",
                    format!("work-delete-{}", id.number()),
                    |desk, id| desk.delete(id),
                )}
            </td>
        </tr>
    }
    .into_any()
}
