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
use michishirube_core::{sentence, view::Screen, words};

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
        _ if shared => words!("共有された試算", "Shared scenario"),
        Screen::Home => {
            return words!(
                "みちしるべ 地域プロジェクトとKPIの進み具合",
                "Michishirube: the progress of regional projects and KPIs"
            )
            .to_owned();
        }
        Screen::Programs => words!("事業をさがす", "Find programmes"),
        Screen::Program(program) => state.dataset.program_name(program),
        Screen::Projects => words!("プロジェクト", "Projects"),
        Screen::Project(project) => &state.dataset.project(project).name,
        Screen::Indicators => words!("指標", "Indicators"),
        Screen::Indicator(indicator) => state.dataset.indicator_name(indicator),
        Screen::Scenario(_) => words!("試算", "What-if"),
        Screen::Comparison(_) => words!("試算の比較", "Compare scenarios"),
        Screen::Budget => words!("予算", "Budget"),
        Screen::Areas => words!("地域", "Areas"),
        Screen::Policy => words!("しくみ", "How it works"),
        Screen::Vision => words!("ビジョン", "Vision"),
        Screen::Opinions => words!("意見シート", "Opinion sheet"),
        Screen::Infrastructure => words!("インフラ整備進捗図", "Infrastructure progress map"),
        Screen::Report => words!("報告書", "Report"),
        Screen::Data => words!("データ", "Data"),
        Screen::Document(document) => &state.dataset.document(document).title,
        Screen::Accessibility => words!("アクセシビリティ", "Accessibility"),
    };
    sentence!("{page}｜みちしるべ", "{page} | Michishirube")
}
