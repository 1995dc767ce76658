//! Which figures and which year, and the ways out: print, CSV, JSON.

use super::desk::Desk;
use crate::{
    app::components::{Glyph, Icon, SaveButton, dynamic, switch},
    storage::file,
};
use leptos::prelude::*;
use michishirube_core::{
    csv,
    report::{edit::Edit, table},
    sentence, words,
};

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
    let figures = [
        (false, words!("公式の値", "Official figures")),
        (true, words!("試算を重ねる", "With the what-if scenario")),
    ]
    .map(|(draft, name)| {
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
                    // The property: once somebody has chosen, the attribute no longer counts.
                    prop:selected=switch(move || reporting_year.get() == year)
                >
                    {year.name(state.era())}
                </option>
            }
        })
        .collect_view();
    let choose_year = move |event| {
        let year = event_target_value(&event).parse().ok();
        // What would be reported on anyway is no choice; all else holds against the scenario, too.
        let year = year.filter(|year| *year != untrack(|| desk.otherwise()));
        desk.edit(&Edit::Report(year));
    };
    let done = Callback::new(move |taken| {
        failed.set(if taken {
            ""
        } else {
            words!(
                "ファイルを保存できませんでした。ブラウザーの設定で、ダウンロードが止められていないか確かめてください。",
                "The file could not be saved. Check that the browser’s settings do not block downloads."
            )
        });
    });
    let report = move || untrack(|| notes.with(|notes| desk.report(notes)));
    let as_csv = move |()| {
        let report = report();
        let rows = table::csv_rows(&report.indicators, report.reporting_year, state.era());
        csv::write(rows.iter().map(Vec::as_slice))
    };
    let as_json = move |()| serde_json::to_string_pretty(&report()).unwrap_or_default();
    let print = move |_| {
        failed.set(match window().print() {
            Ok(()) => "",
            Err(_) => words!(
                "印刷の画面を開けませんでした。ブラウザーのメニューから印刷してください。",
                "The print dialogue could not be opened. Print from the browser’s menu."
            ),
        });
    };
    view! {
        <div class="toolbar report-toolbar">
            <fieldset class="report-figures">
                <legend>{words!("もとにする値", "Figures to use")}</legend>
                <div class="segments">{figures.collect_view()}</div>
            </fieldset>
            <div class="report-year">
                <label for="reporting-year">{words!("実績の年度", "Year of the results")}</label>
                <select id="reporting-year" on:change=choose_year>{years}</select>
                {dynamic(move || {
                    let year = desk.scenario_year()?;
                    let name = year.name(state.era());
                    let says = if reporting_year.get() == year {
                        sentence!(
                            "試算の設定の年度（{name}）です。ここで選びなおせます。",
                            "This is the year set in the scenario, {name}. You can choose another here."
                        )
                    } else {
                        sentence!(
                            "試算の設定の年度（{name}）より、ここで選んだ年度が優先します。",
                            "The year chosen here goes before the one set in the scenario, {name}."
                        )
                    };
                    Some(view! { <p class="field-note">{says}</p> })
                })}
            </div>
            <div class="report-ways">
                <button type="button" class="button button-primary" on:click=print>
                    <Icon glyph=Glyph::Print />
                    {words!("印刷（PDF）", "Print (PDF)")}
                </button>
                <SaveButton
                    file="michishirube-houkokusho.csv"
                    kind=file::CSV
                    text=as_csv
                    label=words!("一覧をCSVで保存", "Save the list as CSV")
                    done
                />
                <SaveButton
                    file="michishirube-houkokusho.json"
                    kind=file::JSON
                    text=as_json
                    label=words!("全体をJSONで保存", "Save everything as JSON")
                    done
                />
            </div>
        </div>
        <p class="field-note is-error" role="status">{failed}</p>
        {(!prints_into_margins())
            .then(|| {
                view! {
                    <p class="field-note">
                        {words!("このブラウザーでは、紙の余白にページ番号が入りません。番号が要るときは、印刷の設定で「ヘッダーとフッター」を選んでください。", "This browser prints no page numbers into the margins. If you need them, choose “Headers and footers” in the print settings.")}
                    </p>
                }
            })}
    }
}

/// Whether this browser prints into the margins, where the style sheet puts the page numbers.
fn prints_into_margins() -> bool {
    js_sys::Reflect::has(&window(), &"CSSMarginRule".into()).unwrap_or(true)
}
