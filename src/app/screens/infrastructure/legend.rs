//! What stands beside the map on screen and paper: what its shapes say, and where it comes from.

use super::picture::{dot_symbol, symbol, tie_symbol};
use crate::app::{components::SourceNote, prose};
use leptos::prelude::*;
use michishirube_core::{infrastructure::work::State, model::Source};

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
