//! 報告書.

use crate::app::components::PageTitle;
use leptos::prelude::*;

/// The yearly paper.
#[component]
pub fn Report() -> impl IntoView {
    view! {
        <div class="wrap">
            <PageTitle title="報告書" />
        </div>
    }
}
