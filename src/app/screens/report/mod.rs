//! 報告書: the yearly 推進管理 paper as it will be printed, on the official figures or with the
//! draft laid over them, with words of the user's own.

mod analysis;
mod desk;
mod list;
mod own;
mod paper;
mod sheet;
mod sheets;
mod toolbar;

pub use paper::Report;
