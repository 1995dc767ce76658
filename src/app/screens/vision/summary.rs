//! まとめ: what everybody says, measure by measure.

use super::{
    desk::{Desk, SaveAll},
    parts::button,
};
use crate::app::components::{Glyph, TableRegion, Toggle, dynamic, switch};
use leptos::prelude::*;
use michishirube_core::opinion::{Candidate, ListedMeasure, Sheets, Text, Voice, circled};

/// Everybody's opinions.
#[component]
pub fn Summary(desk: Desk, shown: Signal<bool>) -> impl IntoView {
    let only = RwSignal::new(true);
    let findings = dynamic(move || {
        let findings = desk.kept.with(|sheets| sheets.findings(desk.measures));
        if findings.is_empty() {
            return view! {
                <p class="empty">"まだ意見がありません。「書く」で自分の意見を、「集める」でほかの人の意見を入れてください。"</p>
            }
            .into_any();
        }
        let findings: Vec<_> = findings
            .into_iter()
            .map(|finding| view! { <li>{finding}</li> })
            .collect();
        view! { <ul class="opinion-findings">{findings}</ul> }.into_any()
    });
    let nobody = switch(move || desk.kept.with(|sheets| sheets.people() == 0));
    // Made only while it is seen: every keystroke on the sheet would make it again.
    let table = dynamic(move || {
        (shown.get() && !nobody.get()).then(|| {
            desk.kept
                .with(|sheets| table(sheets, desk.measures, only.get()))
        })
    });
    view! {
        <section aria-labelledby="summary">
            <h2 id="summary">"みんなの意見のまとめ"</h2>
            {findings}
            <div class="toolbar opinions-toolbar" hidden=nobody>
                <Toggle on=only set=move |on| only.set(on)>
                    "意見のある施策だけ"
                </Toggle>
                {button("button", Some(Glyph::Print), "まとめを印刷する", String::new(), || super::paper::print(false))}
                <SaveAll desk label="全員の意見をCSVに書き出す" />
            </div>
            {table}
        </section>
    }
}

fn table(
    sheets: &Sheets,
    measures: &'static [ListedMeasure<'static>],
    only: bool,
) -> impl IntoView + use<> {
    let groups = measures
        .chunk_by(|one, next| one.project_number == next.project_number)
        .filter_map(|measures| {
            let rows: Vec<_> = measures
                .iter()
                .filter(|listed| !only || !sheets.voices(&listed.id).all.is_empty())
                .map(|listed| row(sheets, listed))
                .collect();
            let first = measures.first()?;
            (!rows.is_empty()).then(|| {
                view! {
                    <tbody role="rowgroup">
                        <tr role="row" class="group-head">
                            <th scope="rowgroup" role="rowheader" colspan="5">
                                <span>{circled(first.project_number)} " " {first.project_name}</span>
                            </th>
                        </tr>
                        {rows}
                    </tbody>
                }
            })
        })
        .collect_view();
    view! {
        <TableRegion label="施策ごとの意見：候補とする人、しない人、未定の人の数と、それぞれの意見">
            <table class="opinion-table stacks" role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">"施策"</th>
                        <th scope="col" role="columnheader" class="num">"候補"</th>
                        <th scope="col" role="columnheader" class="num">"候補でない"</th>
                        <th scope="col" role="columnheader" class="num">"未定"</th>
                        <th scope="col" role="columnheader">"それぞれの意見"</th>
                    </tr>
                </thead>
                {groups}
            </table>
        </TableRegion>
    }
}

fn row(sheets: &Sheets, listed: &'static ListedMeasure<'static>) -> impl IntoView + use<> {
    let voices = sheets.voices(&listed.id);
    let counts = Candidate::ALL
        .map(|judgement| {
            let count = voices.count(judgement);
            let class = if count == 0 { "num is-none" } else { "num" };
            view! {
                <td role="cell" class=class data-label=Candidate::word(judgement)>{count} "人"</td>
            }
        })
        .collect_view();
    let divided = voices
        .divided()
        .then(|| view! { <strong class="tag is-divided">"意見が分かれている"</strong> });
    let said: Vec<_> = voices.all.iter().map(voice).collect();
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <span class="measure-number">{listed.label()}</span>
                " "
                {listed.measure.title.as_str()}
                {divided}
            </th>
            {counts}
            <td role="cell" class="cell-wide">
                <ul class="voices">{said}</ul>
            </td>
        </tr>
    }
}

/// Whose, how judged, with whom, why.
fn voice(voice: &Voice<'_>) -> impl IntoView + use<> {
    let part = |name: &'static str, text: &str| {
        (!text.trim().is_empty()).then(|| {
            view! {
                <span class="voice-part">
                    <span class="voice-name">{name}</span>
                    <span class="as-typed">{text.trim().to_owned()}</span>
                </span>
            }
        })
    };
    let class = match voice.opinion.candidate {
        Some(Candidate::Yes) => "tag is-yes",
        Some(Candidate::No) => "tag is-no",
        None => "tag",
    };
    view! {
        <li>
            <span class="voice-who">
                <strong>{voice.sheet.signature().to_owned()}</strong>
                {voice.own.then(|| view! { <span class="voice-own">"（自分）"</span> })}
                <span class=class>{Candidate::word(voice.opinion.candidate)}</span>
            </span>
            {part(Text::Partners.name(), &voice.opinion.partners)}
            {part(Text::Comment.name(), &voice.opinion.comment)}
        </li>
    }
}
