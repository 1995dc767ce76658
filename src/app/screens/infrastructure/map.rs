//! インフラ整備進捗図.

use crate::app::components::PageTitle;
use leptos::prelude::*;

/// The infrastructure map of 後志.
#[component]
pub fn Infrastructure() -> impl IntoView {
    view! {
        <div class="wrap">
            <PageTitle title="インフラ整備進捗図" />
        </div>
    }
}
