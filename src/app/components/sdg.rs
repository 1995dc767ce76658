//! SDGs: numbered tiles in the official colours, with the official Japanese short names.

use crate::app::state::state;
use leptos::prelude::*;
use michishirube_core::model::Sdg;

/// A goal as a small numbered tile; its name is read out and shown on hover.
#[component]
pub fn SdgTile(
    /// The goal.
    goal: Sdg,
) -> impl IntoView {
    let name = state().dataset.sdg_name(goal);
    let number = goal.number();
    view! {
        <span class=format!("sdg sdg-{number}") title=name>
            <span class="visually-hidden">"SDG "</span>
            {number}
            <span class="visually-hidden">" " {name}</span>
        </span>
    }
}
