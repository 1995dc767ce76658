//! 試算の比較: the official plan and up to three scenarios beside each other.

mod chooser;
mod desk;
mod export;
mod page;
mod picture;
mod table;

pub use page::Comparison;
