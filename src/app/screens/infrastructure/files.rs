//! Works in and out as files.

use super::desk::Desk;
use crate::{
    app::components::{Glyph, Icon, SaveButton, dynamic, switch},
    storage::file,
};
use leptos::{ev::Event, prelude::*, task::spawn_local};
use michishirube_core::infrastructure::{form::Field, geojson, table};
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
        Kind::Csv => ("infrastructure.csv", file::CSV, "CSVで書き出す"),
        Kind::GeoJson => ("infrastructure.geojson", file::GEOJSON, "GeoJSONで書き出す"),
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
            (true, true) => format!("見出しだけのひな形を「{file}」に書き出しました。"),
            (true, false) => format!("「{file}」に書き出しました。"),
            (false, _) => {
                "ファイルを書き出せませんでした。ブラウザーの設定を確かめてください。".to_owned()
            }
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
            "読み込む"
            <small>"CSV・GeoJSON"</small>
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
                Field::Name => "必須。60文字まで",
                Field::Kind => "必須。道路、河川・砂防、港湾、漁港、農業基盤、公園。ほかの言葉も20文字まで使えます",
                Field::Municipality => "「倶知安町」のように。緯度・経度とは、どちらか一方",
                Field::Latitude | Field::Longitude => "度の小数。市町村も緯度・経度も空なら、吹き出しに書きます",
                Field::Started => "令和2、R2、2020 など",
                Field::Year => "空なら、文書の例と同じ令和6年度",
                Field::State => "必須。事業中、完成予定、完成",
                Field::Rate => "0〜100。小数は1けたまで",
                Field::Content | Field::Note => "200文字まで",
                Field::Sample => "架空なら「見本」。実際の事業なら空",
            };
            view! {
                <div>
                    <dt>{field.heading()}</dt>
                    <dd>{how}</dd>
                </div>
            }
            .into_any()
        })
        .collect();
    view! {
        <details class="plan-format">
            <summary>"読み込めるファイルの形"</summary>
            <p>
                "CSVは1行目が見出しです。列の順は問いません。事業がないときにCSVで書き出すと、見出しだけのひな形になります。GeoJSONは点（Point）か図示しない事業（null）の FeatureCollection で、properties の名前は同じ見出しです。"
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
                    .map(|text| view! { <li>{text}</li> }.into_any())
                    .collect()
            };
            let problems = lines(import.problems.iter().map(ToString::to_string).collect());
            let count = problems.len();
            let remarks = lines(import.remarks.clone());
            Some(view! {
                <section class="notice notice-warning work-problems" aria-labelledby="problems-title">
                    <h2 id="problems-title">
                        {if count > 0 {
                            format!("「{name}」の直すところ（{count}件）")
                        } else {
                            format!("「{name}」について")
                        }}
                    </h2>
                    {(count > 0)
                        .then(|| {
                            view! {
                                <p>"次のところを直して、もう一度読み込んでください。直すところのない事業は加えてあります。"</p>
                            }
                        })}
                    <ul>{problems} {remarks}</ul>
                    <button type="button" class="button" on:click=move |_| desk.import.set(None)>
                        "閉じる"
                    </button>
                </section>
            })
        })
    })
}
