//! What stands around every screen: header, navigation, notices, footer.

use super::{
    components::{
        Glyph, Icon, Link, SaveButton, dynamic, effect, focus_title, later, memo, switch, text,
    },
    kept::Keeping,
    screens,
    state::state,
};
use crate::storage::{
    clipboard, file,
    record::{self, SaveError},
    speech,
    theme::Theme,
};
use leptos::{prelude::*, task::spawn_local};
use michishirube_core::{
    fiscal_year::Era,
    language::{Language, spoken},
    sentence,
    view::Screen,
    words,
};
use wasm_bindgen::JsCast;

/// The page.
#[component]
pub fn Frame() -> impl IntoView {
    let router = state().router;
    apply_theme(Theme::load());
    effect(move |_| {
        let shared = router.shared.with(Option::is_some);
        document().set_title(&screens::title(&state(), router.screen.get(), shared));
    });
    effect(move |_| {
        if router.arrivals.get() > 0 {
            close_menu();
            request_animation_frame(focus_title);
        }
    });
    // Another indicator in 試算 is no other page: the list of indicators stays where it is.
    let page = memo(move |_| match router.screen.get() {
        Screen::Scenario(_) => Screen::Scenario(None),
        Screen::Comparison(_) => Screen::Comparison(None),
        screen => screen,
    });
    view! {
        <a class="skip-link" href="#main" on:click=|event| {
            event.prevent_default();
            focus_title();
        }>
            {words!("本文へ移動", "Skip to content")}
        </a>
        {later(|| view! { <Header /> })}
        <main id="main">
            {later(|| view! { <Notices /> })}
            {later(move || dynamic(move || {
                router.era.track();
                screens::screen(page.get(), router.shared.with(Option::is_some))
            }))}
        </main>
        {later(|| view! { <Footer /> })}
    }
}

#[component]
fn Header() -> impl IntoView {
    let router = state().router;
    let places = [
        (Screen::Home, words!("ホーム", "Home")),
        (Screen::Programs, words!("事業をさがす", "Programmes")),
        (Screen::Projects, words!("プロジェクト", "Projects")),
        (Screen::Indicators, words!("指標", "Indicators")),
        (Screen::Scenario(None), words!("試算", "What-if")),
        (Screen::Budget, words!("予算", "Budget")),
        (Screen::Areas, words!("地域", "Areas")),
        (Screen::Vision, words!("ビジョン", "Vision")),
        (Screen::Report, words!("報告書", "Report")),
        (Screen::Data, words!("データ", "Data")),
    ];
    let items = places
        .into_iter()
        .map(|(place, name)| {
            let here = Signal::derive(move || section(router.screen.get()) == place);
            later(move || {
                view! {
                    <li>
                        <Link to=place current=here>
                            {name}
                        </Link>
                    </li>
                }
            })
        })
        .collect_view();
    view! {
        <header class="site-header">
            <div class="wrap">
                <Link to=Screen::Home class="brand">
                    <Icon glyph=Glyph::Signpost />
                    <span>{words!("みちしるべ", "Michishirube")}</span>
                </Link>
                <nav id="pages" popover="auto" aria-label=words!("主なページ", "Main pages")>
                    <ul>{items}</ul>
                </nav>
                <div class="site-tools">
                    {later(|| view! { <DraftState /> })}
                    <span class="menu">
                        <button type="button" class="button-quiet" popovertarget="pages">
                            <Icon glyph=Glyph::Menu />
                            {words!("メニュー", "Menu")}
                        </button>
                    </span>
                    {later(|| view! { <Settings /> })}
                </div>
            </div>
        </header>
    }
}

/// The page of the navigation a screen belongs to.
const fn section(screen: Screen) -> Screen {
    match screen {
        Screen::Program(_) => Screen::Programs,
        Screen::Project(_) => Screen::Projects,
        Screen::Policy => Screen::Areas,
        Screen::Opinions | Screen::Infrastructure => Screen::Vision,
        Screen::Document(_) | Screen::Accessibility => Screen::Data,
        Screen::Indicator(_) => Screen::Indicators,
        Screen::Scenario(_) | Screen::Comparison(_) => Screen::Scenario(None),
        other => other,
    }
}

/// 「試算 2件変更中」, wherever one is.
#[component]
fn DraftState() -> impl IntoView {
    let state = state();
    let changes = memo(move |_| state.draft.changes());
    dynamic(move || {
        (changes.get() > 0).then(|| {
            view! {
                <Link
                    to=Screen::Scenario(None) class="draft-state"
                >
                    <Icon glyph=Glyph::Pencil />
                    {dynamic(move || sentence!("試算：{changes}件変更中", "What-if: {changes} changed", changes = changes.get()))}
                </Link>
            }
        })
    })
}

#[component]
fn Settings() -> impl IntoView {
    let router = state().router;
    let chosen = RwSignal::new(Theme::load());
    let eras = [
        (
            Era::Wareki,
            words!("和暦（令和5年度・R5）", "Japanese era (Reiwa 5, R5)"),
        ),
        (
            Era::Seireki,
            words!("西暦（2023年度）", "Western calendar (FY2023)"),
        ),
    ]
    .map(|(era, name)| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="era"
                    prop:checked=switch(move || router.era.get() == era)
                    on:change=move |_| router.update(|view| view.era = era)
                />
                {name}
            </label>
        }
    });
    let themes = Theme::ALL.map(|theme| {
        let name = match theme {
            Theme::System => words!("端末に合わせる", "As the device"),
            Theme::Light => words!("明るい", "Light"),
            Theme::Dark => words!("暗い", "Dark"),
        };
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="theme"
                    prop:checked=switch(move || chosen.get() == theme)
                    on:change=move |_| {
                        theme.save();
                        apply_theme(theme);
                        chosen.set(theme);
                    }
                />
                {name}
            </label>
        }
    });
    let languages = Language::ALL.map(|language| {
        view! {
            <label class="choice" lang=language.tag()>
                <input
                    type="radio"
                    name="language"
                    prop:checked=language == spoken()
                    on:change=move |_| speech::change_to(language)
                />
                {language.name()}
            </label>
        }
    });
    view! {
        <button type="button" class="button-quiet" popovertarget="settings">
            <Icon glyph=Glyph::Sliders />
            {words!("表示設定", "Display")}
        </button>
        <div id="settings" class="settings" popover="auto" role="dialog" aria-label=words!("表示設定", "Display")>
            <fieldset>
                <legend>{words!("年度の表し方", "Fiscal years")}</legend>
                {eras.collect_view()}
            </fieldset>
            <fieldset>
                <legend>{words!("配色", "Colours")}</legend>
                {themes.collect_view()}
            </fieldset>
            <fieldset>
                <legend>{words!("言語（Language）", "Language")}</legend>
                {languages.collect_view()}
            </fieldset>
        </div>
    }
}

/// The list of pages, where a button opens it, has done its work when a page is chosen.
fn close_menu() {
    let menu = document()
        .get_element_by_id("pages")
        .and_then(|menu| menu.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(menu) = menu {
        // Where it is not open, this is refused.
        let _ = menu.hide_popover();
    }
}

fn apply_theme(theme: Theme) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-theme", theme.key());
    }
}

/// What the person must know before reading on.
#[component]
fn Notices() -> impl IntoView {
    let state = state();
    let (router, draft) = (state.router, state.draft.kept);
    let ignored = dynamic(move || {
        let ignored = router.ignored.get();
        (!ignored.is_empty()).then(|| {
            let parts: Vec<_> = ignored
                .iter()
                .map(|part| format!("{}={}", part.key, part.value))
                .collect();
            view! {
                <div class="notice" role="status">
                    <Icon glyph=Glyph::Information />
                    <p>
                        {words!("リンクの一部を読み取れなかったため、近いページを表示しています。無視した部分：", "Part of the link could not be read, so you see a page close to it. Left out: ")}
                        <code>{parts.join(" ・ ")}</code>
                    </p>
                    <button type="button" class="button-quiet" on:click=move |_| router.ignored.set(Vec::new())>
                        {words!("閉じる", "Close")}
                    </button>
                </div>
            }
        })
    });
    let memory_only = dynamic(move || {
        let Keeping::MemoryOnly(error) = draft.keeping.get() else {
            return None;
        };
        let reason = match error {
            SaveError::Unavailable => words!(
                "このブラウザーでは保存の機能が使えない設定になっています。",
                "This browser is set so that pages cannot save anything. "
            ),
            SaveError::Full => words!(
                "この端末の保存領域がいっぱいです。",
                "The storage of this device is full. "
            ),
            SaveError::Stuck => {
                words!(
                    "読み取れない古い記録が残っていて、よけておくこともできませんでした。",
                    "An old record that cannot be read is in the way and could not be put aside. "
                )
            }
        };
        Some(view! {
            <div class="notice notice-warning" role="status">
                <Icon glyph=Glyph::Attention />
                <p>
                    <strong>{words!("試算を保存できません。", "Your scenarios cannot be saved. ")}</strong>
                    {reason}
                    {words!("このページを開いているあいだは、変更をそのまま使えます。残したいときはファイルに保存してください。", "While this page is open your changes work as they are. To keep them, save them as a file.")}
                </p>
                <SaveButton
                    file="michishirube-shisan.json"
                    kind=file::JSON
                    text=move |()| draft.to_json()
                    label=words!("試算をファイルに保存", "Save scenarios as a file")
                />
            </div>
        })
    });
    let aside = dynamic(move || {
        state
            .aside
            .get()
            .into_iter()
            .map(|aside| {
                let (text, forgotten) = (aside.text.clone(), aside.clone());
                view! {
                    <div class="notice notice-warning" role="status">
                        <Icon glyph=Glyph::Attention />
                        <p>
                            <strong>{words!("前の下書きの記録を読み取れませんでした。", "The record of an earlier draft could not be read. ")}</strong>
                            {words!("新しい版で作られたか、壊れています。消さずに別に取ってあります。ファイルに保存してから、必要がなければ消してください。", "It was made by a newer version, or is damaged. It has been put aside, not deleted. Save it as a file; then delete it if you do not need it.")}
                        </p>
                        <SaveButton
                            file="michishirube-yomenai-kiroku.json"
                            kind=file::JSON
                            text=move |()| text.clone()
                            label=words!("記録をファイルに保存", "Save the record as a file")
                        />
                        <button type="button" class="button-quiet" on:click=move |_| {
                                record::discard(&forgotten);
                                state.aside.set(record::set_aside());
                            }>
                            {words!("この記録を消す", "Delete this record")}
                        </button>
                    </div>
                }
            })
            .collect_view()
    });
    view! { <div class="notices wrap">{ignored} {memory_only} {aside}</div> }
}

#[component]
fn Footer() -> impl IntoView {
    let state = state();
    let router = state.router;
    let copied = RwSignal::new("");
    let copy = move |_| {
        let address = router.address();
        spawn_local(async move {
            copied.set(match clipboard::copy(&address).await {
                Ok(()) => words!("コピーしました。", "Copied."),
                Err(_) => words!(
                    "コピーできませんでした。アドレス欄のリンクを使ってください。",
                    "Could not be copied. Use the link in the address bar."
                ),
            });
        });
    };
    view! {
        <footer class="site-footer">
            <div class="wrap">
                <p>
                    <button type="button" class="button" on:click=copy>
                        <Icon glyph=Glyph::Copy />
                        {words!("この画面のリンクをコピー", "Copy the link to this screen")}
                    </button>
                    <span class="copied" role="status">{copied}</span>
                </p>
                <p>
                    {sentence!(
                        "数値は、北海道と空知総合振興局などの{documents}つの文書によります（実績は",
                        "The figures come from {documents} documents of Hokkaido, its Sorachi bureau and others (results up to ",
                        documents = state.dataset.documents.len(),
                    )}
                    {text(move || state.dataset.reporting_year.full_name(router.era.get()))}
                    {words!("まで）。計算はすべてこのブラウザーの中で行い、入力した内容は外に送りません。", "). Everything is calculated in this browser; what you enter is sent nowhere. ")}
                    <Link to=Screen::Data>
                        {words!("出典・計算のしかた・ライセンス", "Sources, methods, licences")}
                    </Link>
                    {words!("　", " · ")}
                    <Link to=Screen::Accessibility>{words!("アクセシビリティ", "Accessibility")}</Link>
                </p>
            </div>
        </footer>
    }
}
