//! 指標: the list as the paper prints it, and a page per indicator.

mod ahead;
mod indicator;
mod list;

pub use indicator::Indicator;
pub use list::Indicators;
