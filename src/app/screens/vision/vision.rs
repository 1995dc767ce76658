//! ビジョン.

use crate::app::components::PageTitle;
use leptos::prelude::*;

/// The vision of 後志 as a tree.
#[component]
pub fn Vision() -> impl IntoView {
    view! {
        <div class="wrap">
            <PageTitle title="ビジョン" />
        </div>
    }
}
