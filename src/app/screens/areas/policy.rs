//! しくみ.

use crate::app::components::PageTitle;
use leptos::prelude::*;

/// What the policy is.
#[component]
pub fn Policy() -> impl IntoView {
    view! {
        <div class="wrap">
            <PageTitle title="しくみ" />
        </div>
    }
}
