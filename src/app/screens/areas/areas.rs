//! 地域.

use crate::app::components::PageTitle;
use leptos::prelude::*;

/// The areas and 振興局 on a map and as tables.
#[component]
pub fn Areas() -> impl IntoView {
    view! {
        <div class="wrap">
            <PageTitle title="地域" />
        </div>
    }
}
