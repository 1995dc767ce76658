//! 事業をさがす: facets, search, the list, and a page per programme.

mod card;
mod choice;
mod filters;
mod list;
mod program;
mod value;

pub use choice::{Choice, Chosen, Loosen};
pub use filters::Filters;
pub use list::Programs;
pub use program::Program;
