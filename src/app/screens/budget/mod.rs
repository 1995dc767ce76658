//! 予算.

mod budget;

pub use budget::Budget;
