//! Works in and out as files.

use super::{desk::Desk, marked::marked};
use crate::{
    app::components::{Glyph, Icon, SaveButton, dynamic, switch},
    storage::file,
};
use leptos::{ev::Event, prelude::*, task::spawn_local};
use michishirube_core::{
    infrastructure::{form::Field, geojson, table},
    language::{Language, spoken},
    sentence, words,
};
use wasm_bindgen::JsCast;

/// The kinds of files.
#[derive(Clone, Copy)]
enum Kind {
    Csv,
    GeoJson,
}

/// A button that hands out the works.
fn export(desk: Desk, kind: Kind, off: Signal<bool>) -> AnyView {
    let (file, mime, label) = match kind {
        Kind::Csv => (
            "infrastructure.csv",
            file::CSV,
            words!("CSVで書き出す", "Save as CSV"),
        ),
        Kind::GeoJson => (
            "infrastructure.geojson",
            file::GEOJSON,
            words!("GeoJSONで書き出す", "Save as GeoJSON"),
        ),
    };
    let text = move |()| {
        desk.works.with_untracked(|works| match kind {
            Kind::Csv => table::write(works, desk.towns()),
            Kind::GeoJson => geojson::write(works, desk.towns()),
        })
    };
    let done = move |taken: bool| {
        let empty = desk.works.with_untracked(|works| works.is_empty());
        desk.said.set(match (taken, empty) {
            (true, true) => sentence!(
                "見出しだけのひな形を「{file}」に書き出しました。",
                "Saved a template with the headings only as “{file}”."
            ),
            (true, false) => {
                sentence!("「{file}」に書き出しました。", "Saved as “{file}”.")
            }
            (false, _) => words!(
                "ファイルを書き出せませんでした。ブラウザーの設定を確かめてください。",
                "The file could not be saved. Check the settings of your browser."
            )
            .to_owned(),
        });
    };
    view! { <SaveButton file kind=mime text label off done /> }.into_any()
}

/// Reading and writing files.
#[component]
pub fn Files(desk: Desk) -> impl IntoView {
    let take = move |event: Event| {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
        let Some(input) = input else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            spawn_local(desk.take_file(file));
        }
        // The same file can be chosen again.
        input.set_value("");
    };
    let empty = switch(move || desk.works.with(|works| works.is_empty()));
    view! {
        <label class="button work-file">
            <Icon glyph=Glyph::Upload />
            {words!("読み込む", "Load a file")}
            <small>{words!("CSV・GeoJSON", "CSV or GeoJSON")}</small>
            <input
                class="visually-hidden"
                type="file"
                accept=".csv,.geojson,.json,text/csv,application/geo+json"
                on:change=take
            />
        </label>
        {export(desk, Kind::Csv, Signal::stored(false))}
        {export(desk, Kind::GeoJson, empty)}
    }
}

/// What a file may look like.
#[component]
pub fn Format() -> impl IntoView {
    let columns: Vec<AnyView> = Field::ALL
        .into_iter()
        .map(|field| {
            let how = match field {
                Field::Name => words!("必須。60文字まで", "Required. Up to 60 characters"),
                Field::Kind => words!(
                    "必須。道路、河川・砂防、港湾、漁港、農業基盤、公園。ほかの言葉も20文字まで使えます",
                    "Required. Roads, Rivers and erosion control, Ports, Fishing ports, Farmland or Parks, in English or Japanese. Other words of up to 20 characters can be used too"
                ),
                Field::Municipality => words!(
                    "「倶知安町」のように。緯度・経度とは、どちらか一方",
                    "As in “Kutchan” or “倶知安町”. Either this or a latitude and longitude"
                ),
                Field::Latitude | Field::Longitude => words!(
                    "度の小数。市町村も緯度・経度も空なら、吹き出しに書きます",
                    "Decimal degrees. With neither a municipality nor a latitude and longitude, the works stand in a callout"
                ),
                Field::Started => words!("令和2、R2、2020 など", "2020 or R2, for example"),
                Field::Year => words!(
                    "空なら、文書の例と同じ令和6年度",
                    "If empty, R6 (FY2024) as in the document’s examples"
                ),
                Field::State => words!(
                    "必須。事業中、完成予定、完成",
                    "Required. Under way (事業中), Due for completion (完成予定) or Completed (完成)"
                ),
                Field::Rate => words!("0〜100。小数は1けたまで", "0–100, with up to one decimal place"),
                Field::Content | Field::Note => words!("200文字まで", "Up to 200 characters"),
                Field::Sample => words!(
                    "架空なら「見本」。実際の事業なら空",
                    "“見本” if invented, empty for real works"
                ),
            };
            let column = match spoken() {
                Language::Japanese => field.column().to_owned(),
                Language::English => format!("{} ({})", field.column(), field.heading()),
            };
            view! {
                <div>
                    <dt>{marked(&column)}</dt>
                    <dd>{marked(how)}</dd>
                </div>
            }
            .into_any()
        })
        .collect();
    view! {
        <details class="plan-format">
            <summary>{words!("読み込めるファイルの形", "What files can be loaded")}</summary>
            <p>
                {words!(
                    "CSVは1行目が見出しです。列の順は問いません。事業がないときにCSVで書き出すと、見出しだけのひな形になります。GeoJSONは点（Point）か図示しない事業（null）の FeatureCollection で、properties の名前は同じ見出しです。",
                    "In a CSV file the first row holds the headings, in Japanese. The columns may be in any order. Saving as CSV while there are no works gives a template with the headings only. A GeoJSON file is a FeatureCollection of points (Point) or of works that are not mapped (null), and its properties have the same headings as names."
                )}
            </p>
            <dl class="facts">{columns}</dl>
        </details>
    }
}

/// What could not be read of the last file.
#[component]
pub fn Problems(desk: Desk) -> impl IntoView {
    dynamic(move || {
        desk.import.with(|import| {
            let (name, import) = import.as_ref()?;
            let lines = |texts: Vec<String>| -> Vec<AnyView> {
                texts
                    .into_iter()
                    .map(|text| view! { <li>{marked(&text)}</li> }.into_any())
                    .collect()
            };
            let problems = lines(import.problems.iter().map(ToString::to_string).collect());
            let count = problems.len();
            let remarks = lines(import.remarks.clone());
            Some(view! {
                <section class="notice notice-warning work-problems" aria-labelledby="problems-title">
                    <h2 id="problems-title">
                        {marked(&if count > 0 {
                            sentence!("「{name}」の直すところ（{count}件）", "What to correct in “{name}” ({count})")
                        } else {
                            sentence!("「{name}」について", "About “{name}”")
                        })}
                    </h2>
                    {(count > 0)
                        .then(|| {
                            view! {
                                <p>
                                    {words!(
                                        "次のところを直して、もう一度読み込んでください。直すところのない事業は加えてあります。",
                                        "Correct the following and load the file again. Works with nothing to correct have been added."
                                    )}
                                </p>
                            }
                        })}
                    <ul>{problems} {remarks}</ul>
                    <button type="button" class="button" on:click=move |_| desk.import.set(None)>
                        {words!("閉じる", "Close")}
                    </button>
                </section>
            })
        })
    })
}
