//! 予算: what is chosen, as a sum, as a picture, as a table, and with the indicators beside it.

mod indicators;
mod page;
mod picture;
mod shown;
mod table;

pub use page::Budget;
