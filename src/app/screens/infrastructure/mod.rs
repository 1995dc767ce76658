//! インフラ整備進捗図.

mod desk;
mod editor;
mod files;
mod legend;
mod list;
mod page;
mod picture;
mod print;

pub use page::Infrastructure;
