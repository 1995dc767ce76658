//! Claims about choosing, searching, trying out, linking and explaining, over the committed data.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a surprise should stop the test, there and then"
)]

mod areas;
mod budget;
mod comparison;
mod explain;
mod export;
mod facets;
mod goal_seek;
mod history;
mod keep;
mod lists;
mod opinion;
mod outlook;
mod projects;
mod report;
mod scenario;
mod search;
mod settings;
mod share;
#[path = "../shared/mod.rs"]
mod shared;
mod undo;
mod view;
