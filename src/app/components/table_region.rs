//! A table that may be wider than the screen.

use leptos::prelude::*;

/// A scrolling frame around a table, reachable by keyboard and named for readers.
#[component]
pub fn TableRegion(
    /// What the table shows, with its unit.
    #[prop(into)]
    label: Signal<String>,
    /// The table.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="table-region" role="region" tabindex="0" aria-label=label>
            {children()}
        </div>
    }
}
