//! The sheet on paper: filled in, or empty for a pen. Only print shows it.

use super::{desk::Desk, question::question};
use crate::app::{
    components::{dynamic, text},
    prose,
};
use leptos::{ev, prelude::*};
use michishirube_core::opinion::{Candidate, ListedMeasure, Opinion, Text, circled};
use wasm_bindgen::JsCast;

/// The class of the page while the sheet is printed empty.
const BLANK: &str = "prints-blank";

/// Opens the browser's print dialogue, for an empty sheet if so wished.
pub fn print(blank: bool) {
    let sheet = document()
        .query_selector(".opinion-paper")
        .ok()
        .flatten()
        .and_then(|sheet| sheet.dyn_into::<web_sys::Element>().ok());
    if let Some(sheet) = sheet {
        let _ = sheet.class_list().toggle_with_force(BLANK, blank);
    }
    let _ = window().print();
}

/// The sheet.
#[component]
pub fn Paper(desk: Desk) -> impl IntoView {
    // Whatever is printed next, by the browser's own menu, is the filled in sheet again.
    let printed = window_event_listener(ev::afterprint, |_| {
        if let Ok(Some(sheet)) = document().query_selector(".opinion-paper") {
            let _ = sheet.class_list().remove_1(BLANK);
        }
    });
    on_cleanup(move || printed.remove());
    let author = text(move || desk.kept.with(|sheets| sheets.own().author.clone()));
    let asked = question()
        .map(|line| view! { <p>{line}</p> })
        .collect_view();
    let groups = desk
        .measures
        .chunk_by(|one, next| one.project_number == next.project_number)
        .map(|measures| {
            let rows = measures
                .iter()
                .map(|listed| row(desk, listed))
                .collect_view();
            let name = measures.first().map(|first| {
                view! { <span>{circled(first.project_number)} " " {first.project_name}</span> }
            });
            view! {
                <tbody>
                    <tr class="group-head">
                        <th colspan="5">{name}</th>
                    </tr>
                    {rows}
                </tbody>
            }
        })
        .collect_view();
    view! {
        <div class="opinion-paper">
            <p class="opinion-paper-title">"意見シート：官民共創チームで臨むべき施策・取組"</p>
            <dl class="opinion-paper-head">
                <div>
                    <dt>{Text::Author.name()}</dt>
                    <dd class="opinion-paper-filled">{author}</dd>
                </div>
                <div>
                    <dt>"記入日"</dt>
                    <dd></dd>
                </div>
            </dl>
            <div class="opinion-paper-question">{asked}</div>
            <table>
                <thead>
                    <tr>
                        <th scope="col">"番号"</th>
                        <th scope="col">"施策"</th>
                        <th scope="col">"官民共創チームで臨む" <small>"（空欄は未定）"</small></th>
                        <th scope="col">{Text::Partners.name()}</th>
                        <th scope="col">{Text::Comment.name()}</th>
                    </tr>
                </thead>
                {groups}
            </table>
            <p class="opinion-paper-source">
                "出典 「" {prose::vision().title.as_str()} "」（" {prose::vision().heading.as_str()} "）"
            </p>
        </div>
    }
}

fn row(desk: Desk, listed: &'static ListedMeasure<'static>) -> impl IntoView {
    let own = move |read: fn(&Opinion) -> String| {
        text(move || {
            desk.kept
                .with(|sheets| sheets.own().get(&listed.id).map(read))
                .unwrap_or_default()
        })
    };
    // Two boxes to tick; 未定 is neither.
    let boxes = [Candidate::Yes, Candidate::No]
        .map(|judgement| {
            view! {
                <span class="opinion-paper-box">
                    <span class="opinion-paper-tick" aria-hidden="true">
                        {dynamic(move || {
                            let own = desk
                                .kept
                                .with(|sheets| sheets.own().get(&listed.id).and_then(|said| said.candidate));
                            (own == Some(judgement)).then(|| view! { <span class="opinion-paper-filled">"✓"</span> })
                        })}
                    </span>
                    {Candidate::word(Some(judgement))}
                </span>
            }
        })
        .collect_view();
    view! {
        <tr>
            <td class="opinion-paper-number">{listed.label()}</td>
            <td class="opinion-paper-measure">{listed.measure.title.as_str()}</td>
            <td class="opinion-paper-boxes">{boxes}</td>
            <td>
                <span class="opinion-paper-filled as-typed">{own(|opinion| opinion.partners.clone())}</span>
            </td>
            <td>
                <span class="opinion-paper-filled as-typed">{own(|opinion| opinion.comment.clone())}</span>
            </td>
        </tr>
    }
}
