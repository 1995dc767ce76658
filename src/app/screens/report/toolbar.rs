//! Which figures and which year, and the ways out: print, CSV, JSON.

use super::paper::Desk;
use crate::{
    app::components::{Glyph, Icon, switch},
    storage::file,
};
use leptos::prelude::*;
use michishirube_core::{csv, report::table};

/// What can be chosen and taken away.
#[component]
pub fn Toolbar(desk: Desk) -> impl IntoView {
    let Desk {
        state,
        notes,
        with_draft,
        reporting_year,
        ..
    } = desk;
    let failed = RwSignal::new("");
    let figures = [(false, "公式の値"), (true, "試算を重ねる")].map(|(draft, name)| {
        view! {
            <label class="segment">
                <input
                    type="radio"
                    name="figures"
                    prop:checked=switch(move || with_draft.get() == draft)
                    on:change=move |_| state.router.update(|view| view.with_draft = draft)
                />
                <span>{name}</span>
            </label>
        }
    });
    let years = state
        .dataset
        .result_years()
        .map(|year| {
            view! {
                <option
                    value=year.western().to_string()
                    selected=switch(move || reporting_year.get() == year)
                >
                    {year.name(state.era())}
                </option>
            }
        })
        .collect_view();
    let choose_year = move |event| {
        let year = event_target_value(&event).parse().ok();
        let year = year.filter(|year| *year != desk.review.reporting_year);
        notes.change(move |notes| notes.reporting_year = year);
    };
    let take = move |name: &str, mime: &str, text: &str| {
        failed.set(match file::download(name, mime, text) {
            Ok(()) => "",
            Err(_) => "ファイルを保存できませんでした。ブラウザーの設定で、ダウンロードが止められていないか確かめてください。",
        });
    };
    let report = move || untrack(|| notes.with(|notes| desk.report(notes)));
    let take_csv = move |_| {
        let report = report();
        let rows = table::csv_rows(&report.indicators, report.reporting_year, state.era());
        let text = csv::write(rows.iter().map(Vec::as_slice));
        take(
            "michishirube-houkokusho.csv",
            "text/csv;charset=utf-8",
            &text,
        );
    };
    let take_json = move |_| {
        let text = serde_json::to_string_pretty(&report()).unwrap_or_default();
        take("michishirube-houkokusho.json", "application/json", &text);
    };
    let print = move |_| {
        failed.set(match window().print() {
            Ok(()) => "",
            Err(_) => "印刷の画面を開けませんでした。ブラウザーのメニューから印刷してください。",
        });
    };
    view! {
        <div class="toolbar report-toolbar">
            <fieldset class="report-figures">
                <legend>"もとにする値"</legend>
                <div class="segments">{figures.collect_view()}</div>
            </fieldset>
            <div class="report-year">
                <label for="reporting-year">"実績の年度"</label>
                <select id="reporting-year" on:change=choose_year>{years}</select>
            </div>
            <div class="report-ways">
                <button type="button" class="button button-primary" on:click=print>
                    <Icon glyph=Glyph::Print />
                    "印刷（PDF）"
                </button>
                <button type="button" class="button" on:click=take_csv>
                    <Icon glyph=Glyph::Download />
                    "一覧をCSVで保存"
                </button>
                <button type="button" class="button" on:click=take_json>
                    <Icon glyph=Glyph::Download />
                    "全体をJSONで保存"
                </button>
            </div>
        </div>
        <p class="field-note is-error" role="status">{failed}</p>
        {(!prints_into_margins())
            .then(|| {
                view! {
                    <p class="field-note">
                        "このブラウザーでは、紙の余白にページ番号が入りません。番号が要るときは、印刷の設定で「ヘッダーとフッター」を選んでください。"
                    </p>
                }
            })}
    }
}

/// Whether this browser prints into the margins, where the style sheet puts the page numbers.
fn prints_into_margins() -> bool {
    js_sys::Reflect::has(&window(), &"CSSMarginRule".into()).unwrap_or(true)
}
