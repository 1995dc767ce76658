//! 判定.

use leptos::prelude::*;
use michishirube_core::{format, progress::Band};

/// A band as a badge: its sign, its colour and shape, and its meaning for readers and on hover.
#[component]
pub fn BandBadge(
    /// The band.
    band: Band,
    /// What it means, where the method is not the usual one.
    #[prop(optional)]
    meaning: Option<String>,
) -> impl IntoView {
    let kind = match band {
        Band::A | Band::Kept => "good",
        Band::B => "fair",
        Band::C => "slow",
        Band::D | Band::NotKept => "late",
        Band::Behind => "behind",
        Band::Unknown => "unknown",
    };
    let meaning = meaning.unwrap_or_else(|| format::band_meaning(band).to_owned());
    let spoken = match band {
        Band::Unknown => "判定なし".to_owned(),
        band => format!("{}：{meaning}", format::band_sign(band)),
    };
    view! {
        <span class=format!("band band-{kind}") title=meaning>
            <span aria-hidden="true">{format::band_sign(band)}</span>
            <span class="visually-hidden">{spoken}</span>
        </span>
    }
}
