//! An indicator's results in the space of a table cell.

use crate::chart::sparkline::{self, VIEW_BOX, WIDTH};
use leptos::prelude::*;
use michishirube_core::scenario::Figures;

/// The results as a small line with baseline and target. The figures stand in the same row, so
/// readers are spared the drawing.
#[component]
pub fn Sparkline(
    /// The figures.
    figures: Figures,
) -> impl IntoView {
    let sparkline = sparkline::sparkline(&figures.series());
    view! {
        <svg class="sparkline" viewBox=VIEW_BOX aria-hidden="true" focusable="false">
            {sparkline
                .target_y
                .map(|y| view! { <line class="spark-target" x1="0" x2=WIDTH.to_string() y1=y.to_string() y2=y.to_string() /> })}
            {sparkline
                .lines
                .into_iter()
                .map(|points| view! { <polyline class="spark-line" points=points /> })
                .collect_view()}
            {sparkline
                .alone
                .into_iter()
                .map(|place| view! { <circle class="spark-dot" cx=place.x.to_string() cy=place.y.to_string() r="2" /> })
                .collect_view()}
            {sparkline
                .baseline
                .map(|place| view! { <circle class="spark-baseline" cx=place.x.to_string() cy=place.y.to_string() r="2.5" /> })}
            {sparkline
                .latest
                .map(|place| view! { <circle class="spark-dot" cx=place.x.to_string() cy=place.y.to_string() r="3.5" /> })}
        </svg>
    }
}
