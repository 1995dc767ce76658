//! Works in and out as files.

use super::desk::Desk;
use crate::{
    app::components::{Glyph, Icon, dynamic, switch},
    storage::file,
};
use leptos::{ev::Event, prelude::*, task::spawn_local};
use michishirube_core::infrastructure::{geojson, table};
use wasm_bindgen::JsCast;

/// The kinds of files.
#[derive(Clone, Copy)]
enum Kind {
    Csv,
    GeoJson,
}

fn export(desk: Desk, kind: Kind) {
    let text = desk.works.with_untracked(|works| match kind {
        Kind::Csv => table::write(works, desk.towns()),
        Kind::GeoJson => geojson::write(works, desk.towns()),
    });
    let (name, mime) = match kind {
        Kind::Csv => ("infrastructure.csv", "text/csv;charset=utf-8"),
        Kind::GeoJson => ("infrastructure.geojson", "application/geo+json"),
    };
    desk.said.set(match file::download(name, mime, &text) {
        Ok(()) => format!("「{name}」に書き出しました。"),
        Err(_) => "ファイルを書き出せませんでした。ブラウザーの設定を確かめてください。".to_owned(),
    });
    // There is nothing to take back.
    desk.before.set(None);
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
        <button type="button" class="button" disabled=empty on:click=move |_| export(desk, Kind::Csv)>
            <Icon glyph=Glyph::Download />
            "CSVで書き出す"
        </button>
        <button
            type="button"
            class="button"
            disabled=empty
            on:click=move |_| export(desk, Kind::GeoJson)
        >
            <Icon glyph=Glyph::Download />
            "GeoJSONで書き出す"
        </button>
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
