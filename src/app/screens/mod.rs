//! The screens, one module each.

mod data;
mod home;
mod indicators;
mod lazy;
mod programs;
mod scenario;

use super::state::State;
use leptos::prelude::*;
use michishirube_core::view::Screen;

/// The screen of a page: the first at once, the others as they arrive.
pub fn screen(screen: Screen) -> AnyView {
    match screen {
        Screen::Home => view! { <home::Home /> }.into_any(),
        screen => view! { <lazy::Lazy part=lazy::Part::Screen(screen) /> }.into_any(),
    }
}

/// The document's title on a page.
pub fn title(state: &State, screen: Screen) -> String {
    let page = match screen {
        Screen::Home => return "みちしるべ 地域プロジェクトとKPIの進み具合".to_owned(),
        Screen::Programs => "事業をさがす",
        Screen::Program(program) => state.dataset.program_name(program),
        Screen::Indicators => "指標",
        Screen::Indicator(indicator) => state.dataset.indicator_name(indicator),
        Screen::Scenario(_) => "試算",
        Screen::Data => "データ",
    };
    format!("{page}｜みちしるべ")
}
