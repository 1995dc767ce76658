//! What stands beside the map on screen and paper: what its shapes say, and where it comes from.

use super::picture::{dot_symbol, symbol, tie_symbol};
use crate::app::{components::SourceNote, prose};
use leptos::prelude::*;
use michishirube_core::{infrastructure::work::State, model::Source, words};

/// What the shapes say.
#[component]
pub fn Legend() -> impl IntoView {
    let mut items: Vec<(AnyView, &'static str)> = State::ALL
        .into_iter()
        .map(|state| (symbol(state, None), state.name()))
        .collect();
    items.push((dot_symbol(), words!("市町村の役場", "Municipal office")));
    items.push((
        tie_symbol(),
        words!(
            "市町村で示した事業（正確な位置ではありません）",
            "Works placed by municipality (not their exact position)"
        ),
    ));
    let items: Vec<AnyView> = items
        .into_iter()
        .map(|(symbol, name)| view! { <li>{symbol} {name}</li> }.into_any())
        .collect();
    view! {
        <ul class="plan-legend" aria-label=words!("凡例", "Legend")>
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
                {words!(
                    "海岸線：Natural Earth（1:10m）。市町村の位置：GeoNames（CC BY 4.0）、一部はおよその位置。",
                    "Coastline: Natural Earth (1:10m). Positions of municipalities: GeoNames (CC BY 4.0), some of them approximate. "
                )}
                {prose::geography()
                    .boundaries
                    .is_empty()
                    .then(|| words!("市町村の境界は含みません。", "Municipal boundaries are not included. "))}
                {words!(
                    "距離や面積を測るための図ではありません。",
                    "This map is not for measuring distances or areas."
                )}
            </p>
        </div>
    }
}
