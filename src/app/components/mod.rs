//! Parts that several screens are made of.

mod band;
mod chart;
mod dynamic;
mod icon;
mod indicator_picture;
mod link;
mod number_field;
mod rate;
mod sdg;
mod source_note;
mod sparkline;
mod table_region;
mod track;

pub use band::BandBadge;
pub use dynamic::{attribute, dynamic, switch, text};
pub use icon::{Glyph, Icon};
pub use indicator_picture::IndicatorPicture;
pub use link::Link;
pub use number_field::{Kind, NumberField};
pub use rate::{AttainmentCell, OfficialCell, RatePair};
pub use sdg::SdgTile;
pub use source_note::SourceNote;
pub use sparkline::Sparkline;
pub use table_region::TableRegion;
pub use track::Track;

use leptos::prelude::*;

/// A page's heading, focused on arrival, and the sentence that says what the page answers.
#[component]
pub fn PageTitle(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// What this page answers.
    #[prop(into, optional)]
    lead: Option<Signal<String>>,
) -> impl IntoView {
    view! {
        <header class="page-title">
            <h1 id="page-title" tabindex="-1">
                {title}
            </h1>
            {lead.map(|lead| view! { <p class="lead">{lead}</p> })}
        </header>
    }
}
