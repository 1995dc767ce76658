//! 予算.

use crate::app::components::PageTitle;
use leptos::prelude::*;

/// The money of the projects.
#[component]
pub fn Budget() -> impl IntoView {
    view! {
        <div class="wrap">
            <PageTitle title="予算" />
        </div>
    }
}
