//! 書く: one's own sheet.

use super::{
    desk::{Desk, LastStep, Place, kept_text},
    has_room,
    paper::print,
    parts::{TextField, button, button_off},
};
use crate::{
    app::components::{Glyph, SaveButton, Toggle, dynamic, later, switch, text},
    storage::file,
};
use leptos::prelude::*;
use michishirube_core::{
    language::lang_of,
    opinion::{
        Candidate, Edit, ListedMeasure, MeasureId, Opinion, Part, Text, circled, file as csv,
    },
    sentence, words,
};

/// One's own sheet.
#[component]
pub fn Write(desk: Desk) -> impl IntoView {
    // The measures to show, taken down when the filter is switched on: one that is being emptied
    // does not vanish from under the hand. One that comes to be filled in, by a step back or in another
    // tab, is shown as well.
    let only = RwSignal::new(None::<Vec<MeasureId>>);
    let projects = desk
        .measures
        .chunk_by(|one, next| one.project_number == next.project_number)
        .map(|measures| view! { <Project desk measures only /> })
        .collect_view();
    view! {
        <section aria-labelledby=Place::Write.heading()>
            <h2 id=Place::Write.heading() tabindex="-1">{words!("自分の意見を書く", "Write your own opinions")}</h2>
            <Author desk />
            <Toolbar desk only />
            {dynamic(move || {
                let none = only.with(|only| only.as_ref().is_some_and(Vec::is_empty))
                    && desk.kept.with(|sheets| sheets.own().is_empty());
                none.then(|| view! { <p class="empty">{words!("まだどの施策にも記入していません。", "You have not filled in any measure yet.")}</p> })
            })}
            {projects}
            <TakeAway desk />
        </section>
    }
}

/// 記入者.
#[component]
fn Author(desk: Desk) -> impl IntoView {
    view! {
        <div class="author-field">
            <TextField
                id="author".to_owned()
                text=Text::Author
                value=text(move || desk.kept.with(|sheets| sheets.own().author.clone()))
                write=move |author: String| desk.edit(&Edit::Sign(author)).err()
                note=words!(
                    "所属と名前など、だれの意見か会議で分かる書き方で。",
                    "For example, your organisation and name: so that the meeting can tell whose opinion it is."
                )
            />
        </div>
    }
}

/// How far one is, whether it is kept, what is shown, and the way back to an empty sheet.
#[component]
fn Toolbar(desk: Desk, only: RwSignal<Option<Vec<MeasureId>>>) -> impl IntoView {
    let filled = move || desk.kept.with(|sheets| sheets.own().filled(desk.measures));
    let total = desk.measures.len();
    let filter = move |on: bool| {
        only.set(on.then(|| {
            desk.kept
                .with_untracked(|sheets| sheets.own().opinions.keys().cloned().collect())
        }));
    };
    let clear = move || desk.step(Place::Write, &Edit::ClearOwn);
    view! {
        <div class="toolbar opinions-toolbar">
            <p class="kept" role="status">
                <strong>{text(move || {
                    sentence!("{total}施策のうち{filled}つに記入", "{filled} of {total} measures filled in", filled = filled())
                })}</strong>
                <span>{text(move || kept_text(desk.kept.keeping.get()))}</span>
            </p>
            <progress max=total.to_string() prop:value=text(move || filled().to_string()) aria-label=words!("記入した施策", "Measures filled in") />
            <Toggle on=switch(move || only.with(Option::is_some)) set=filter>
                {words!("記入したものだけ", "Only those filled in")}
            </Toggle>
            {button_off(Glyph::Bin, words!("すべて消す", "Delete all"), switch(move || filled() == 0), clear)}
            <LastStep desk place=Place::Write />
        </div>
    }
}

/// The measures of a project.
#[component]
fn Project(
    desk: Desk,
    measures: &'static [ListedMeasure<'static>],
    only: RwSignal<Option<Vec<MeasureId>>>,
) -> impl IntoView {
    let first = measures.first()?;
    let hidden = move |measure: &MeasureId| {
        only.with(|only| only.as_ref().is_some_and(|only| !only.contains(measure)))
            && desk.kept.with(|sheets| sheets.own().get(measure).is_none())
    };
    let forms = measures
        .iter()
        .map(|listed| {
            view! {
                <li hidden=switch(move || hidden(&listed.id))>
                    {later(move || view! { <Form desk listed /> })}
                </li>
            }
        })
        .collect_view();
    Some(view! {
        <div hidden=switch(move || measures.iter().all(|listed| hidden(&listed.id)))>
            <h3 class="opinions-project">{circled(first.project_number)} " " {first.project_name}</h3>
            <ol class="opinion-forms">{forms}</ol>
        </div>
    })
}

/// What one says of a measure.
#[component]
fn Form(desk: Desk, listed: &'static ListedMeasure<'static>) -> impl IntoView {
    let measure = listed.measure;
    let name = format!("opinion-{}-{}", listed.project_number, listed.number);
    let said = move |read: fn(&Opinion) -> String| {
        text(move || {
            desk.kept
                .with(|sheets| sheets.own().get(&listed.id).map(read))
                .unwrap_or_default()
        })
    };
    let say = move |part: Part| desk.edit(&Edit::Say(listed.id.clone(), part)).err();
    let filled = switch(move || {
        desk.kept
            .with(|sheets| sheets.own().get(&listed.id).is_some())
    });
    let judgements = Candidate::ALL
        .map(|judgement| {
            let chosen = switch(move || {
                let own = desk
                    .kept
                    .with(|sheets| sheets.own().get(&listed.id).and_then(|said| said.candidate));
                own == judgement
            });
            view! {
                <label class="segment">
                    <input
                        type="radio"
                        name=name.clone()
                        prop:checked=chosen
                        on:change=move |_| {
                            let _ = say(Part::Candidate(judgement));
                        }
                    />
                    <span>{Candidate::word(judgement)}</span>
                </label>
            }
        })
        .collect_view();
    let items = (!measure.items.is_empty()).then(|| {
        let items = measure
            .items
            .iter()
            .map(|item| view! { <li lang=lang_of(item)>{item.as_str()}</li> })
            .collect_view();
        view! {
            <details prop:open=has_room(56.0)>
                <summary>
                    {words!("文書にある取組", "Activities in the document ")}
                    <span class="count">{measure.items.len()} {words!("件", "")}</span>
                </summary>
                <ul class="measure-items">
                    {items} {measure.more.then(|| view! { <li class="is-more">{words!("など", "and others")}</li> })}
                </ul>
            </details>
        }
    });
    view! {
        <fieldset class="opinion-form" class:is-filled=filled>
            <legend>
                <span class="measure-number">{listed.label()}</span>
                <span class="measure-title" lang=lang_of(&measure.title)>{measure.title.as_str()}</span>
            </legend>
            <div class="opinion-measure">{items}</div>
            <div class="opinion-fields">
                <fieldset class="opinion-judgement">
                    <legend>{words!("官民共創チームで臨む", "For a public–private co-creation team")}</legend>
                    <div class="segments">{judgements}</div>
                </fieldset>
                <TextField
                    id=format!("{name}-partners")
                    text=Text::Partners
                    value=said(|opinion| opinion.partners.clone())
                    write=move |text: String| say(Part::Partners(text))
                />
                <TextField
                    id=format!("{name}-comment")
                    text=Text::Comment
                    value=said(|opinion| opinion.comment.clone())
                    write=move |text: String| say(Part::Comment(text))
                />
            </div>
        </fieldset>
    }
}

/// CSV and paper.
#[component]
fn TakeAway(desk: Desk) -> impl IntoView {
    let text = move |()| {
        desk.kept
            .with_untracked(|sheets| csv::form(sheets.own(), desk.measures))
    };
    view! {
        <div class="take-away">
            <h3>{words!("会議へ持っていく", "Take it to the meeting")}</h3>
            <p class="opinion-buttons">
                {button("button button-primary", Some(Glyph::Print), words!("このシートを印刷する", "Print this sheet"), String::new(), || print(false))}
                {button("button", Some(Glyph::Print), words!("手書き用の空欄で印刷する", "Print it empty, to fill in by hand"), String::new(), || print(true))}
                <SaveButton file="iken-sheet.csv" kind=file::CSV text label=words!("CSVに書き出す", "Save as CSV") />
            </p>
            <p class="hint">
                {sentence!(
                    "CSVには{count}の施策がすべて入ります。表計算ソフトで書き足して、「集める」で読み込むこともできます。",
                    "The CSV holds all {count} measures. You can also add to it in a spreadsheet and import it under “Gather”.",
                    count = desk.measures.len(),
                )}
                {dynamic(move || {
                    desk.kept
                        .with(|sheets| sheets.own().author.is_empty() && !sheets.own().is_empty())
                        .then(|| {
                            words!(
                                "記入者が空のままです。名前を入れてから書き出すと、だれの意見か分かります。",
                                " “Written by” is still empty. Fill in your name before you save it, and it will be clear whose opinions they are."
                            )
                        })
                })}
            </p>
        </div>
    }
}
