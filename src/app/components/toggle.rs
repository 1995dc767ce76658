//! A choice that is on or off.

use leptos::prelude::*;

/// A checkbox with its label.
#[component]
pub fn Toggle(
    /// Whether it is on.
    #[prop(into)]
    on: Signal<bool>,
    /// Turns it on or off.
    #[prop(into)]
    set: Callback<bool>,
    /// Whether choosing it leads nowhere at the moment.
    #[prop(into, optional)]
    empty: Signal<bool>,
    /// The label.
    children: Children,
) -> impl IntoView {
    view! {
        <label class="choice" class:is-empty=empty>
            <input type="checkbox" prop:checked=on on:change=move |event| set.run(event_target_checked(&event)) />
            {children()}
        </label>
    }
}
