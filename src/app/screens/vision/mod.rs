//! ビジョン, and 意見シート: what people say of its measures.

mod desk;
mod gather;
mod opinions;
mod paper;
mod parts;
mod question;
mod summary;
mod tree;
mod write;

pub use opinions::Opinions;
pub use tree::Vision;

use crate::app::{prose, state::state};
use leptos::prelude::window;
use michishirube_core::opinion::ListedMeasure;
use std::sync::OnceLock;

/// The vision's measures, in the document's order.
fn measures() -> &'static [ListedMeasure<'static>] {
    static MEASURES: OnceLock<Vec<ListedMeasure<'static>>> = OnceLock::new();
    MEASURES.get_or_init(|| prose::vision().measures(state().dataset))
}

/// Whether the window is this wide, in rem of 16 pixels: enough to show everything unfolded.
fn has_room(rem: f64) -> bool {
    let width = window().inner_width().ok().and_then(|width| width.as_f64());
    width.is_none_or(|width| width >= rem * 16.0)
}
