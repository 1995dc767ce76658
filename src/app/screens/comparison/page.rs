//! The page: what is compared, the chart, the table.

use super::{chooser::Chooser, desk::Desk, picture::Picture, table::Differences};
use crate::app::components::{Link, PageTitle, later};
use leptos::prelude::*;
use michishirube_core::{view::Screen, words};

/// 試算の比較.
#[component]
pub fn Comparison() -> impl IntoView {
    let desk = Desk::new();
    view! {
        <div class="wrap wrap-wide comparison">
            <p class="back">
                <Link to=Screen::Scenario(None)>{words!("試算へ戻る", "Back to What-if")}</Link>
            </p>
            <PageTitle
                title=words!("試算の比較", "Compare scenarios")
                lead=Signal::stored(
                    words!(
                        "公式の計画と試算を並べて、数値がどれだけ違い、良くなるのか悪くなるのかを見ます。",
                        "Put the official plan and scenarios side by side to see how far the figures differ, and whether they get better or worse."
                    )
                    .to_owned(),
                )
            />
            {later(move || view! { <Chooser desk /> })}
            {later(move || view! { <Picture desk /> })}
            {later(move || view! { <Differences desk /> })}
        </div>
    }
}
