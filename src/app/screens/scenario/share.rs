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
    language::{Language, counted, spoken},
    scenario::{Scenario, Scenarios},
    sentence,
    share::{
        file as shared_file,
        link::{self, ShareError},
        qr,
    },
    view::{Screen, View},
    words,
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
            <h2 id="share">{words!("共有", "Share")}</h2>
            <p class="section-lead">
                {words!(
                    "いまの試算を、名前・説明・計算の設定もいっしょに、ほかの人に渡せます。受け取った人の試算が置きかわることはありません。",
                    "You can pass the current scenario to others, with its name, description and calculation settings. It never replaces the scenarios of the person who receives it."
                )}
            </p>
            <details class="share-link" on:toggle=toggled>
                <summary>{words!("リンクとQRコードで渡す", "Share by link or QR code")}</summary>
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
            {words!(
                "リンクの「#」から後ろに試算がすべて入っています。その部分はサーバーに送られません。リンクを渡したあとに変えた値は、渡したリンクには入りません。",
                "The whole scenario is in the link, from “#” onwards. That part is not sent to the server. Values you change after sharing a link do not get into that link."
            )}
        </p>
        {dynamic(move || match address.get() {
            Ok(address) => made(address),
            Err(_) => {
                let what = words!(
                    "この試算は大きすぎて、リンクにできません。",
                    "This scenario is too large for a link."
                );
                view! { <TooLong what /> }.into_any()
            }
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
                {words!(
                    "下の「この試算をファイルに保存」で保存し、そのファイルを渡してください。",
                    " Use “Save this scenario as a file” below, and share that file."
                )}
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
                Ok(()) => words!("コピーしました。", "Copied."),
                Err(_) => words!(
                    "コピーできませんでした。欄の中を選んでコピーしてください。",
                    "Could not copy. Select the text in the field and copy it."
                ),
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
            <label for="share-address">{words!("共有リンク", "Shared link")}</label>
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
                {words!("共有リンクをコピー", "Copy the shared link")}
            </button>
            <p id="share-length" class="hint">
                {sentence!("リンクの長さ：{count}文字", "Length of the link: {count} characters")}
            </p>
            <p class="copied" role="status">{copied}</p>
        </div>
        {long
            .then(|| {
                let what = words!(
                    "リンクが2,000文字を超えています。LINEやメールでは途中で切れることがあります。",
                    "The link is longer than 2,000 characters. LINE and email may cut it off."
                );
                view! { <TooLong what /> }
            })}
        {match code {
            Some(code) => picture(&code),
            None => {
                let words = words!(
                    "リンクが長いため、カメラで読み取れる大きさのQRコードにできません。",
                    "The link is too long for a QR code of a size that a camera can read."
                );
                view! { <p>{words}</p> }.into_any()
            }
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
                aria-label=words!("共有リンクのQRコード", "QR code of the shared link")
                viewBox=whole
            >
                <rect width=side.clone() height=side />
                <path d=path />
            </svg>
            <figcaption class="hint">
                {words!(
                    "スマートフォンのカメラで読み取ると、共有リンクが開きます。",
                    "Scan it with the camera of a smartphone to open the shared link."
                )}
            </figcaption>
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
            Ok(()) => Said::Done(sentence!(
                "「{name}」に保存しました。",
                "Saved as “{name}”."
            )),
            Err(_) => Said::Failed(
                words!(
                    "ファイルに保存できませんでした。ブラウザーの設定を確かめてください。",
                    "Could not save the file. Check the settings of your browser."
                )
                .to_owned(),
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
                        Err(why) => Said::Failed(sentence!(
                            "「{name}」を開けませんでした。{why}",
                            "Could not open “{name}”. {why}"
                        )),
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
        sentence!("{count}件の試算をすべて保存", "Save all {count} scenarios")
    });
    view! {
        <div class="toolbar share-files">
            <button type="button" class="button" on:click=move |_| save(false)>
                <Icon glyph=Glyph::Download />
                {words!("この試算をファイルに保存", "Save this scenario as a file")}
            </button>
            <button type="button" class="button" hidden=several on:click=move |_| save(true)>
                <Icon glyph=Glyph::Download />
                {all}
            </button>
            <label class="button share-open">
                <Icon glyph=Glyph::Upload />
                {words!("試算のファイルを開く", "Open a file of scenarios")}
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
                            <p>{why} {words!(" いまの試算はそのままです。", " Your current scenario is unchanged.")}</p>
                        </div>
                    }
                        .into_any()
                }
            })}
        </div>
        <p class="hint">
            {words!(
                "開いたファイルの試算は、自分の試算の後ろに加わります。ファイルの形は",
                "Scenarios in a file you open are added after your own. The format of the file is described in a "
            )}
            <a href="data/scenario.schema.json">"JSON Schema"</a>
            {words!("で説明しています。", ".")}
        </p>
    }
}

async fn read(file: &File, dataset: &Dataset) -> Result<Vec<Scenario>, String> {
    match file::read(file).await {
        Ok(text) => shared_file::read(&text, dataset).map_err(|error| error.message()),
        Err(ReadError::TooLarge) => Err(words!(
            "4MBより大きいファイルは試算のファイルではありません。",
            "A file larger than 4 MB is not a file of scenarios."
        )
        .to_owned()),
        Err(ReadError::Unreadable) => Err(words!(
            "ブラウザーがファイルを読めませんでした。もう一度選んでください。",
            "The browser could not read the file. Please choose it again."
        )
        .to_owned()),
    }
}

fn take_in(draft: Draft, name: &str, scenarios: Vec<Scenario>) -> Result<String, String> {
    let count = scenarios.len();
    if count == 0 {
        return Err(words!("試算が1件も入っていません。", "It contains no scenarios.").to_owned());
    }
    if draft.take_in(scenarios) {
        Ok(match spoken() {
            Language::Japanese => {
                format!("「{name}」の試算{count}件を、自分の試算に加えました。")
            }
            Language::English => {
                let added = counted(count, "scenario", "scenarios");
                format!("Added {added} from “{name}” to your own.")
            }
        })
    } else {
        Err(no_room())
    }
}

/// Why nothing more can be kept.
pub fn no_room() -> String {
    sentence!(
        "試算は{limit}件まで持てます。いらない試算を消してから、もう一度ためしてください。",
        "You can keep up to {limit} scenarios. Delete one you do not need and try again.",
        limit = Scenarios::LIMIT
    )
}
