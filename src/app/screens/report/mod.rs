//! 報告書.

mod paper;

pub use paper::Report;
