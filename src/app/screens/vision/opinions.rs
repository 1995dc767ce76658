//! 意見シート.

use crate::app::components::PageTitle;
use leptos::prelude::*;

/// Opinions on the measures of the vision.
#[component]
pub fn Opinions() -> impl IntoView {
    view! {
        <div class="wrap">
            <PageTitle title="意見シート" />
        </div>
    }
}
