//! ビジョン, and 意見シート: what people say of its measures.

mod desk;
mod gather;
mod opinions;
mod paper;
mod summary;
mod vision;
mod write;

pub use opinions::Opinions;
pub use vision::Vision;

use crate::app::{prose, state::state};
use michishirube_core::opinion::ListedMeasure;
use std::sync::OnceLock;

/// The vision's measures, in the document's order.
fn measures() -> &'static [ListedMeasure<'static>] {
    static MEASURES: OnceLock<Vec<ListedMeasure<'static>>> = OnceLock::new();
    MEASURES.get_or_init(|| prose::vision().measures(state().dataset))
}
