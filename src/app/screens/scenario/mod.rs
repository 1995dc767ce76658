//! 試算: the laboratory, and the taste of it on ホーム.

mod goal_seek;
mod lab;
mod settings;
mod shelf;
mod try_it;

pub use lab::Lab;
pub use try_it::TryIt;
