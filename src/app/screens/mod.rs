//! The screens, one module each.

mod accessibility;
mod areas;
mod budget;
mod comparison;
mod data;
mod document;
mod home;
mod indicators;
mod infrastructure;
mod lazy;
mod programs;
mod projects;
mod report;
mod scenario;
mod stored;
mod vision;

use super::state::State;
use leptos::prelude::*;
use michishirube_core::view::Screen;

/// The screen of a page: the first at once, the others as they arrive. A shared scenario is shown in its
/// place.
pub fn screen(screen: Screen, shared: bool) -> AnyView {
    match screen {
        _ if shared => view! { <lazy::Lazy part=lazy::Part::Shared /> }.into_any(),
        Screen::Home => view! { <home::Home /> }.into_any(),
        screen => view! { <lazy::Lazy part=lazy::Part::Screen(screen) /> }.into_any(),
    }
}

/// The document's title on a page.
pub fn title(state: &State, screen: Screen, shared: bool) -> String {
    let page = match screen {
        _ if shared => "共有された試算",
        Screen::Home => return "みちしるべ 地域プロジェクトとKPIの進み具合".to_owned(),
        Screen::Programs => "事業をさがす",
        Screen::Program(program) => state.dataset.program_name(program),
        Screen::Projects => "プロジェクト",
        Screen::Project(project) => &state.dataset.project(project).name,
        Screen::Indicators => "指標",
        Screen::Indicator(indicator) => state.dataset.indicator_name(indicator),
        Screen::Scenario(_) => "試算",
        Screen::Comparison(_) => "試算の比較",
        Screen::Budget => "予算",
        Screen::Areas => "地域",
        Screen::Policy => "しくみ",
        Screen::Vision => "ビジョン",
        Screen::Opinions => "意見シート",
        Screen::Infrastructure => "インフラ整備進捗図",
        Screen::Report => "報告書",
        Screen::Data => "データ",
        Screen::Document(document) => &state.dataset.document(document).title,
        Screen::Accessibility => "アクセシビリティ",
    };
    format!("{page}｜みちしるべ")
}
