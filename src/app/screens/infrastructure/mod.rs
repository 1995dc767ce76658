//! インフラ整備進捗図.

mod map;

pub use map::Infrastructure;
