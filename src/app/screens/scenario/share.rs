//! 共有: the scenario in use as a link, a QR code and a file; and files of others, opened beside one's
//! own.

use crate::{
    app::{
        components::{Glyph, Icon, dynamic, memo, switch, text},
        draft::Draft,
        state::{State, state},
    },
    storage::{
        clipboard,
        file::{self, ReadError},
        record,
    },
};
use leptos::{ev::Event, prelude::*, task::spawn_local};
use michishirube_core::{
    dataset::Dataset,
    format,
    scenario::{Scenario, Scenarios},
    share::{
        file as shared_file,
        link::{self, ShareError},
        qr,
    },
    view::{Screen, View},
};
use wasm_bindgen::JsCast;
use web_sys::{File, HtmlInputElement};

/// The ways to hand over a scenario, and to open one.
#[component]
pub fn Share() -> impl IntoView {
    let open = RwSignal::new(false);
    let toggled = move |event: Event| {
        let target = event.target();
        let details = target.and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        open.set(details.is_some_and(|details| details.has_attribute("open")));
    };
    view! {
        <section class="share" aria-labelledby="share">
            <h2 id="share">"共有"</h2>
            <p class="section-lead">
                "いまの試算を、名前・説明・計算の設定もいっしょに、ほかの人に渡せます。受け取った人の試算が置きかわることはありません。"
            </p>
            <details class="share-link" on:toggle=toggled>
                <summary>"リンクとQRコードで渡す"</summary>
                // Made while it is seen, not with every keystroke.
                {dynamic(move || open.get().then(|| view! { <ByLink /> }))}
            </details>
            <Files />
        </section>
    }
}

/// The scenario in use as a link, or why there is none.
fn address() -> Result<String, ShareError> {
    let state = state();
    let fragment = state
        .draft
        .with(|scenario| link::encode(scenario, state.dataset))?;
    let page = View::default().on(Screen::Scenario(None));
    let location = window().location();
    Ok(format!(
        "{}{}{}#{fragment}",
        location.origin().unwrap_or_default(),
        location.pathname().unwrap_or_default(),
        state.router.href(&page)
    ))
}

#[component]
fn ByLink() -> impl IntoView {
    let address = memo(|_| address());
    view! {
        <p class="hint">
            "リンクの「#」から後ろに試算がすべて入っています。その部分はサーバーに送られません。リンクを渡したあとに変えた値は、渡したリンクには入りません。"
        </p>
        {dynamic(move || match address.get() {
            Ok(address) => made(address),
            Err(_) => view! { <TooLong what="この試算は大きすぎて、リンクにできません。" /> }.into_any(),
        })}
    }
}

#[component]
fn TooLong(what: &'static str) -> impl IntoView {
    view! {
        <div class="notice notice-warning">
            <Icon glyph=Glyph::Attention />
            <p>
                <strong>{what}</strong>
                "下の「この試算をファイルに保存」で保存し、そのファイルを渡してください。"
            </p>
        </div>
    }
}

fn made(address: String) -> AnyView {
    let letters = address.chars().count();
    let count = format::group(u32::try_from(letters).unwrap_or(u32::MAX));
    let long = letters > link::COMFORTABLE;
    let code = qr::code(&address);
    let copied = RwSignal::new("");
    let shown = address.clone();
    let copy = move |_| {
        let address = address.clone();
        spawn_local(async move {
            let said = match clipboard::copy(&address).await {
                Ok(()) => "コピーしました。",
                Err(_) => "コピーできませんでした。欄の中を選んでコピーしてください。",
            };
            // The page may have been left meanwhile.
            let _ = copied.try_set(said);
        });
    };
    // Whoever comes to the field wants all of it.
    let select = move |event: web_sys::FocusEvent| {
        let target = event.target();
        if let Some(input) = target.and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            input.select();
        }
    };
    view! {
        <div class="share-address">
            <label for="share-address">"共有リンク"</label>
            <input
                id="share-address"
                type="text"
                readonly=true
                value=shown
                aria-describedby="share-length"
                on:focus=select
            />
            <button type="button" class="button button-primary" on:click=copy>
                <Icon glyph=Glyph::Copy />
                "共有リンクをコピー"
            </button>
            <p id="share-length" class="hint">{format!("リンクの長さ：{count}文字")}</p>
            <p class="copied" role="status">{copied}</p>
        </div>
        {long.then(|| view! { <TooLong what="リンクが2,000文字を超えています。LINEやメールでは途中で切れることがあります。" /> })}
        {match code {
            Some(code) => picture(&code),
            None => view! { <p>"リンクが長いため、カメラで読み取れる大きさのQRコードにできません。"</p> }.into_any(),
        }}
    }
    .into_any()
}

/// The squares, black on white whatever the colours of the page: scanners need that.
fn picture(code: &qr::Code) -> AnyView {
    let (side, path) = (code.side.to_string(), code.path.clone());
    let whole = format!("0 0 {side} {side}");
    view! {
        <figure class="share-code">
            <svg
                class="qr"
                role="img"
                aria-label="共有リンクのQRコード"
                viewBox=whole
            >
                <rect width=side.clone() height=side />
                <path d=path />
            </svg>
            <figcaption class="hint">"スマートフォンのカメラで読み取ると、共有リンクが開きます。"</figcaption>
        </figure>
    }
    .into_any()
}

/// What came of a file.
#[derive(Clone)]
enum Said {
    Nothing,
    Done(String),
    Failed(String),
}

#[component]
fn Files() -> impl IntoView {
    // Asked for here: what comes from a click or a file belongs to no part of the page.
    let State { dataset, draft, .. } = state();
    let said = RwSignal::new(Said::Nothing);
    let save = move |all: bool| {
        let only = (!all).then(|| draft.chosen.get_untracked());
        let text = draft.kept.with_untracked(|scenarios| {
            shared_file::write(scenarios, only, dataset, record::now())
        });
        let name = if all {
            "michishirube-shisan-subete.json"
        } else {
            "michishirube-shisan.json"
        };
        said.set(match file::download(name, "application/json", &text) {
            Ok(()) => Said::Done(format!("「{name}」に保存しました。")),
            Err(_) => Said::Failed(
                "ファイルに保存できませんでした。ブラウザーの設定を確かめてください。".to_owned(),
            ),
        });
    };
    let picked = move |event: Event| {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(input) = input else { return };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            spawn_local(async move {
                let name = file.name();
                let found = read(&file, dataset).await;
                // The page may have been left meanwhile: then nothing is taken either.
                if said.is_disposed() {
                    return;
                }
                said.set(
                    match found.and_then(|scenarios| take_in(draft, &name, scenarios)) {
                        Ok(done) => Said::Done(done),
                        Err(why) => Said::Failed(format!("「{name}」を開けませんでした。{why}")),
                    },
                );
            });
        }
        // The same file may be chosen again after it was put right.
        input.set_value("");
    };
    let several = switch(move || draft.kept.with(|scenarios| scenarios.len() < 2));
    let all = text(move || {
        let count = draft.kept.with(Scenarios::len);
        format!("{count}件の試算をすべて保存")
    });
    view! {
        <div class="toolbar share-files">
            <button type="button" class="button" on:click=move |_| save(false)>
                <Icon glyph=Glyph::Download />
                "この試算をファイルに保存"
            </button>
            <button type="button" class="button" hidden=several on:click=move |_| save(true)>
                <Icon glyph=Glyph::Download />
                {all}
            </button>
            <label class="button share-open">
                <Icon glyph=Glyph::Upload />
                "試算のファイルを開く"
                <input
                    class="visually-hidden"
                    type="file"
                    accept=".json,application/json"
                    on:change=picked
                />
            </label>
        </div>
        <div role="status">
            {dynamic(move || match said.get() {
                Said::Nothing => ().into_any(),
                Said::Done(done) => view! { <p>{done}</p> }.into_any(),
                Said::Failed(why) => {
                    view! {
                        <div class="notice notice-warning">
                            <Icon glyph=Glyph::Attention />
                            <p>{why} " いまの試算はそのままです。"</p>
                        </div>
                    }
                        .into_any()
                }
            })}
        </div>
        <p class="hint">
            "開いたファイルの試算は、自分の試算の後ろに加わります。ファイルの形は"
            <a href="data/scenario.schema.json">"JSON Schema"</a>
            "で説明しています。"
        </p>
    }
}

async fn read(file: &File, dataset: &Dataset) -> Result<Vec<Scenario>, String> {
    match file::read(file).await {
        Ok(text) => shared_file::read(&text, dataset).map_err(|error| error.message()),
        Err(ReadError::TooLarge) => {
            Err("4MBより大きいファイルは試算のファイルではありません。".to_owned())
        }
        Err(ReadError::Unreadable) => {
            Err("ブラウザーがファイルを読めませんでした。もう一度選んでください。".to_owned())
        }
    }
}

fn take_in(draft: Draft, name: &str, scenarios: Vec<Scenario>) -> Result<String, String> {
    let count = scenarios.len();
    if count == 0 {
        return Err("試算が1件も入っていません。".to_owned());
    }
    if draft.take_in(scenarios) {
        Ok(format!(
            "「{name}」の試算{count}件を、自分の試算に加えました。"
        ))
    } else {
        Err(no_room())
    }
}

/// Why nothing more can be kept.
pub fn no_room() -> String {
    format!(
        "試算は{}件まで持てます。いらない試算を消してから、もう一度ためしてください。",
        Scenarios::LIMIT
    )
}
