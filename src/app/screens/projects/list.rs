//! プロジェクト: every project of the documents.

use crate::app::components::PageTitle;
use leptos::prelude::*;

/// The list of projects.
#[component]
pub fn Projects() -> impl IntoView {
    view! {
        <div class="wrap">
            <PageTitle title="プロジェクト" />
        </div>
    }
}
