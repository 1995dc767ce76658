//! The row of one indicator: baseline, where it stands, target.

use crate::{app::state::state, chart::track};
use leptos::prelude::*;
use michishirube_core::{model::IndicatorId, progress::Progress};

/// An indicator on its track, in the official figures. The figures themselves stand beside it, so
/// readers are spared the drawing.
#[component]
pub fn Track(
    /// The indicator.
    indicator: IndicatorId,
    /// What its figures come to.
    progress: Progress,
) -> impl IntoView {
    let track = track::track(&state().dataset.series(indicator), &progress)?;
    let percent = |place: f64| format!("{place}%");
    let bar = track.bar.map(|bar| {
        let class = match bar.course {
            track::Course::Backward | track::Course::NotKept => "track-bar is-backward",
            track::Course::Forward | track::Course::Met | track::Course::Kept => "track-bar",
        };
        let arrow = bar.beyond.then(|| {
            let backward = bar.result < track.baseline;
            // The head points outward from the end of the bar.
            let path = if backward { "M1 7v18l-9-9z" } else { "M-1 7v18l9-9z" };
            view! {
                <svg x=percent(bar.result) overflow="visible">
                    <path class=class d=path />
                </svg>
            }
        });
        view! {
            <rect class=class x=percent(bar.start) y="11" width=percent(bar.length) height="10" />
            {arrow}
            <circle class=format!("{class} track-result") cx=percent(bar.result) cy="16" r="5" hidden=bar.beyond />
        }
    });
    Some(view! {
        <svg class="track" height="32" aria-hidden="true" focusable="false">
            <line class="track-way" x1="0" x2="100%" y1="16" y2="16" />
            {bar}
            <circle class="track-baseline" cx=percent(track.baseline) cy="16" r="5" />
            <line class="track-target" x1=percent(track.target) x2=percent(track.target) y1="4" y2="28" />
        </svg>
    })
}
