//! What stands beside the map on screen and paper: what its shapes say, where it comes from, of which day.

use super::picture::{dot_symbol, symbol, tie_symbol};
use crate::app::{components::SourceNote, prose};
use leptos::prelude::*;
use michishirube_core::{fiscal_year::Era, infrastructure::work::State, model::Source};

/// What the shapes say.
#[component]
pub fn Legend() -> impl IntoView {
    let mut items: Vec<(AnyView, &'static str)> = State::ALL
        .into_iter()
        .map(|state| (symbol(state, None), state.name()))
        .collect();
    items.push((dot_symbol(), "市町村の役場"));
    items.push((
        tie_symbol(),
        "市町村で示した事業（正確な位置ではありません）",
    ));
    let items: Vec<AnyView> = items
        .into_iter()
        .map(|(symbol, name)| view! { <li>{symbol} {name}</li> }.into_any())
        .collect();
    view! {
        <ul class="plan-legend" aria-label="凡例">
            {items}
        </ul>
    }
}

/// Where the map comes from.
#[component]
pub fn Sources() -> impl IntoView {
    let source = Source {
        document: prose::vision().document,
        section: "付図",
    };
    view! {
        <div class="plan-sources">
            <SourceNote sources=vec![source] />
            <p>
                "海岸線：Natural Earth（1:10m）。市町村の位置：GeoNames（CC BY 4.0）、一部はおよその位置。"
                {prose::geography().boundaries.is_empty().then_some("市町村の境界は含みません。")}
                "距離や面積を測るための図ではありません。"
            </p>
        </div>
    }
}

/// Today, by this browser's clock: 「令和6年11月23日」.
pub fn today(era: Era) -> String {
    let now = js_sys::Date::new_0();
    let western = now.get_full_year();
    let year = match era {
        Era::Wareki => format!("令和{}年", western.saturating_sub(2018)),
        Era::Seireki => format!("{western}年"),
    };
    format!("{year}{}月{}日", now.get_month() + 1, now.get_date())
}
