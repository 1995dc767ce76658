//! What is fetched when first asked for: every screen but the first, each a WebAssembly file of its
//! own.
//!
//! A screen's style sheet is fetched with it. `#[wasm_split]` marks where the program may be taken apart; `cargo xtask finish` does it. The
//! first screen and what all share stay in the file that is loaded first.

// The attribute writes foreign functions that stand for those in the other files.
#![allow(unsafe_code)]

use super::{
    accessibility, areas, budget, comparison, data, document, indicators, infrastructure, programs,
    projects, report, scenario, vision,
};
use crate::app::{
    components::{Glyph, Icon, dynamic, focus_title, turn},
    state::state,
};
use js_sys::Promise;
use leptos::{prelude::*, reactive::spawn_local_scoped_with_cancellation};
use michishirube_core::{
    model::{DocumentId, IndicatorId, ProgramId, ProjectId},
    sentence,
    view::Screen,
    words,
};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

// Screens that share much are one file: every two files share others between them, and the number of
// those grows with the number of combinations (ten files had 221 of them, all listed in the first).
type Loaded = Result<AnyView, SplitLoaderError>;

#[wasm_bindgen]
extern "C" {
    /// Given by `src/boot.js`: fetches the sheet of a screen.
    #[wasm_bindgen(js_namespace = michishirube, js_name = loadStyle)]
    fn load_style(name: &str) -> Promise;

    /// Given by `src/boot.js`: waits until an element comes near the view.
    #[wasm_bindgen(js_namespace = michishirube, js_name = whenNear)]
    fn when_near(id: &str) -> Promise;
}

#[wasm_split(programs, fallible, preload(programs_file))]
fn program_list() -> Loaded {
    Ok(view! { <programs::Programs /> }.into_any())
}

#[wasm_split(programs, fallible)]
fn program_page(program: ProgramId) -> Loaded {
    Ok(view! { <programs::Program program /> }.into_any())
}

#[wasm_split(projects, fallible, preload(projects_file))]
fn project_list() -> Loaded {
    Ok(view! { <projects::Projects /> }.into_any())
}

#[wasm_split(projects, fallible)]
fn project_page(project: ProjectId) -> Loaded {
    Ok(view! { <projects::Project project /> }.into_any())
}

#[wasm_split(projects, fallible)]
fn indicator_list() -> Loaded {
    Ok(view! { <indicators::Indicators /> }.into_any())
}

#[wasm_split(projects, fallible)]
fn indicator_page(indicator: IndicatorId) -> Loaded {
    Ok(view! { <indicators::Indicator indicator /> }.into_any())
}

#[wasm_split(scenario, fallible, preload(scenario_file))]
fn lab() -> Loaded {
    Ok(view! { <scenario::Lab /> }.into_any())
}

#[wasm_split(scenario, fallible)]
fn comparison_page() -> Loaded {
    Ok(view! { <comparison::Comparison /> }.into_any())
}

#[wasm_split(scenario, fallible)]
fn shared_page() -> Loaded {
    Ok(view! { <scenario::Shared /> }.into_any())
}

#[wasm_split(programs, fallible)]
fn budget_page() -> Loaded {
    Ok(view! { <budget::Budget /> }.into_any())
}

#[wasm_split(programs, fallible)]
fn areas_page() -> Loaded {
    Ok(view! { <areas::Areas /> }.into_any())
}

#[wasm_split(programs, fallible)]
fn policy_page() -> Loaded {
    Ok(view! { <areas::Policy /> }.into_any())
}

#[wasm_split(vision, fallible, preload(vision_file))]
fn vision_page() -> Loaded {
    Ok(view! { <vision::Vision /> }.into_any())
}

#[wasm_split(vision, fallible)]
fn opinions_page() -> Loaded {
    Ok(view! { <vision::Opinions /> }.into_any())
}

#[wasm_split(infrastructure, fallible, preload(infrastructure_file))]
fn infrastructure_page() -> Loaded {
    Ok(view! { <infrastructure::Infrastructure /> }.into_any())
}

#[wasm_split(report, fallible, preload(report_file))]
fn report_page() -> Loaded {
    Ok(view! { <report::Report /> }.into_any())
}

#[wasm_split(projects, fallible)]
fn data_page() -> Loaded {
    Ok(view! { <data::Data /> }.into_any())
}

#[wasm_split(projects, fallible)]
fn document_page(document: DocumentId) -> Loaded {
    Ok(view! { <document::Document document /> }.into_any())
}

#[wasm_split(projects, fallible)]
fn accessibility_page() -> Loaded {
    Ok(view! { <accessibility::Accessibility /> }.into_any())
}

#[wasm_split(scenario, fallible)]
fn try_it(indicator: IndicatorId) -> Loaded {
    Ok(view! { <scenario::TryIt indicator /> }.into_any())
}

/// The heading of ためしてみる: what it heads is fetched when it comes near the view.
pub const TRY_IT: &str = "try-it";

/// What can be fetched: a screen, or the part of the first that few need.
#[derive(Clone, Copy, Debug)]
pub enum Part {
    /// A page.
    Screen(Screen),
    /// ためしてみる, on ホーム.
    TryIt(IndicatorId),
    /// A scenario from somebody else, in place of a page.
    Shared,
}

impl Part {
    /// Its style sheet in `style/screens/`; of what has none there, the style is here from the start.
    const fn style(self) -> Option<&'static str> {
        Some(match self {
            Self::Shared | Self::Screen(Screen::Scenario(_)) => "scenario",
            Self::Screen(Screen::Comparison(_)) => "comparison",
            Self::Screen(Screen::Budget) => "budget",
            Self::Screen(Screen::Areas | Screen::Policy) => "areas",
            Self::Screen(Screen::Vision | Screen::Opinions) => "vision",
            Self::Screen(Screen::Infrastructure) => "infrastructure",
            Self::Screen(Screen::Report) => "report",
            Self::TryIt(_) | Self::Screen(_) => return None,
        })
    }

    /// What a message calls it.
    fn name(self) -> &'static str {
        match self {
            Self::Screen(_) => words!("この画面", "this page"),
            Self::TryIt(_) => words!("「ためしてみる」", "“Try it”"),
            Self::Shared => words!("共有された試算", "the shared scenario"),
        }
    }
}

/// The part, with the style it is seen in.
async fn load(part: Part) -> Option<AnyView> {
    if let Part::TryIt(_) = part {
        JsFuture::from(when_near(TRY_IT)).await.ok()?;
    }
    // To ask for some thirty pieces of program takes a turn, and so does their start.
    turn().await;
    // Both at a time; and both before the view is made: it must not wait for its place in the page, or what it
    // does on arrival (taking the focus) would come too early.
    let sheet = part.style().map(|name| JsFuture::from(load_style(name)));
    let file = load_file(part).await;
    if let Some(sheet) = sheet {
        sheet.await.ok()?;
    }
    file.ok()?;
    turn().await;
    load_view(part).await.ok()
}

/// The file with the part's program.
async fn load_file(part: Part) -> Result<(), SplitLoaderError> {
    match part {
        Part::Screen(Screen::Home) => Ok(()),
        Part::Screen(
            Screen::Programs | Screen::Program(_) | Screen::Budget | Screen::Areas | Screen::Policy,
        ) => programs_file().await,
        Part::Screen(
            Screen::Projects
            | Screen::Project(_)
            | Screen::Indicators
            | Screen::Indicator(_)
            | Screen::Data
            | Screen::Document(_)
            | Screen::Accessibility,
        ) => projects_file().await,
        Part::Screen(Screen::Scenario(_) | Screen::Comparison(_))
        | Part::TryIt(_)
        | Part::Shared => scenario_file().await,
        Part::Screen(Screen::Vision | Screen::Opinions) => vision_file().await,
        Part::Screen(Screen::Infrastructure) => infrastructure_file().await,
        Part::Screen(Screen::Report) => report_file().await,
    }
}

async fn load_view(part: Part) -> Loaded {
    match part {
        // In the file that is loaded first: there is nothing to fetch.
        Part::Screen(Screen::Home) => Ok(().into_any()),
        Part::Screen(Screen::Programs) => program_list().await,
        Part::Screen(Screen::Program(program)) => program_page(program).await,
        Part::Screen(Screen::Projects) => project_list().await,
        Part::Screen(Screen::Project(project)) => project_page(project).await,
        Part::Screen(Screen::Indicators) => indicator_list().await,
        Part::Screen(Screen::Indicator(indicator)) => indicator_page(indicator).await,
        Part::Screen(Screen::Scenario(_)) => lab().await,
        Part::Screen(Screen::Comparison(_)) => comparison_page().await,
        Part::Screen(Screen::Budget) => budget_page().await,
        Part::Screen(Screen::Areas) => areas_page().await,
        Part::Screen(Screen::Policy) => policy_page().await,
        Part::Screen(Screen::Vision) => vision_page().await,
        Part::Screen(Screen::Opinions) => opinions_page().await,
        Part::Screen(Screen::Infrastructure) => infrastructure_page().await,
        Part::Screen(Screen::Report) => report_page().await,
        Part::Screen(Screen::Data) => data_page().await,
        Part::Screen(Screen::Document(document)) => document_page(document).await,
        Part::Screen(Screen::Accessibility) => accessibility_page().await,
        Part::TryIt(indicator) => try_it(indicator).await,
        Part::Shared => shared_page().await,
    }
}

/// A part that comes when its file has arrived.
#[component]
pub fn Lazy(
    /// What to fetch.
    part: Part,
) -> impl IntoView {
    let router = state().router;
    // Holds the screen between its arrival and its place in the page.
    let arrived = RwSignal::new_local(None::<Option<AnyView>>);
    // A retry comes from a click, which belongs to no part of the page; the screen belongs here.
    let owner = StoredValue::new(Owner::current());
    let fetch = move || {
        let begin = || {
            spawn_local_scoped_with_cancellation(async move {
                arrived.set(Some(load(part).await));
            });
        };
        if let Some(owner) = owner.get_value() {
            owner.with(begin);
        }
    };
    fetch();
    dynamic(move || {
        arrived.track();
        match arrived.try_update_untracked(Option::take).flatten() {
            Some(Some(view)) => {
                if !matches!(part, Part::TryIt(_)) && router.arrivals.get_untracked() > 0 {
                    request_animation_frame(focus_title);
                }
                view
            }
            Some(None) => view! { <Failed name=part.name() retry=fetch /> }.into_any(),
            // Nothing is on its way until it comes near the view.
            None if matches!(part, Part::TryIt(_)) => view! {
                <p>
                    {words!(
                        "数字を動かして、進み具合がどう変わるかを試せます。",
                        "Change the figures and see how the progress changes."
                    )}
                </p>
            }
            .into_any(),
            None => view! {
                <p class="wrap" role="status" aria-busy="true">
                    {sentence!("{name}を読み込んでいます…", "Loading {name}…", name = part.name())}
                </p>
            }
            .into_any(),
        }
    })
}

/// The screen's file did not arrive.
#[component]
fn Failed<F: Fn() + Send + 'static>(name: &'static str, retry: F) -> impl IntoView {
    view! {
        <div class="wrap">
            <div class="notice notice-warning" role="alert">
                <Icon glyph=Glyph::Attention />
                <p>
                    <strong>{sentence!("{name}を読み込めませんでした。", "Could not load {name}. ")}</strong>
                    {words!(
                        "通信の状態を確かめて、もう一度読み込んでください。新しい版が公開されたあとは、",
                        "Check your connection and load it again. If a new version has been published since, "
                    )}
                    // Its host has only the files of the new version. An empty address is the same view.
                    <a href="">{words!("ページを開き直す", "open the page anew")}</a>
                    {words!(
                        "と読み込めます。下書きはこの端末に残っています。",
                        " to load it. Your drafts are still on this device."
                    )}
                </p>
                <button type="button" class="button" on:click=move |_| retry()>
                    {words!("もう一度読み込む", "Load again")}
                </button>
            </div>
        </div>
    }
}
