//! 判定.

use leptos::prelude::*;
use michishirube_core::{format, progress::Band};

/// A band as a badge: its sign, its colour and shape, and its meaning for readers and on hover.
#[component]
pub fn BandBadge(
    /// The band.
    band: Band,
) -> impl IntoView {
    let kind = match band {
        Band::A | Band::Kept => "good",
        Band::B => "fair",
        Band::C => "slow",
        Band::D | Band::NotKept => "late",
        Band::Behind => "behind",
        Band::Unknown => "unknown",
    };
    let spoken = match band {
        Band::Unknown => "判定なし".to_owned(),
        band => format!(
            "{}：{}",
            format::band_sign(band),
            format::band_meaning(band)
        ),
    };
    view! {
        <span class=format!("band band-{kind}") title=format::band_meaning(band)>
            <span aria-hidden="true">{format::band_sign(band)}</span>
            <span class="visually-hidden">{spoken}</span>
        </span>
    }
}
