//! The page: what is compared, the chart, the table.

use super::{chooser::Chooser, desk::Desk, picture::Picture, table::Differences};
use crate::app::components::{Link, PageTitle};
use leptos::prelude::*;
use michishirube_core::view::Screen;

/// 試算の比較.
#[component]
pub fn Comparison() -> impl IntoView {
    let desk = Desk::new();
    view! {
        <div class="wrap wrap-wide comparison">
            <p class="back">
                <Link to=Screen::Scenario(None)>"試算へ戻る"</Link>
            </p>
            <PageTitle
                title="試算の比較"
                lead=Signal::stored("公式の計画と試算を並べて、数値がどれだけ違い、良くなるのか悪くなるのかを見ます。".to_owned())
            />
            <Chooser desk />
            <Picture desk />
            <Differences desk />
        </div>
    }
}
