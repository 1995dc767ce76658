//! ビジョン, and 意見シート.

mod opinions;
mod vision;

pub use opinions::Opinions;
pub use vision::Vision;
