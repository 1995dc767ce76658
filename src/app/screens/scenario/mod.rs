//! 試算: the laboratory, the taste of it on ホーム, and scenarios from others.

mod goal_seek;
mod lab;
mod settings;
mod share;
mod shared;
mod shelf;
mod summary;
mod try_it;

pub use lab::Lab;
pub use shared::Shared;
pub use try_it::TryIt;
