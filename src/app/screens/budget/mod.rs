//! 予算: what is chosen, as a sum, as a picture, as a table, and with the indicators beside it.

mod budget;
mod indicators;
mod picture;
mod table;

pub use budget::Budget;
