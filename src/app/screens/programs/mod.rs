//! 事業をさがす: facets, search, the list, and a page per programme.

mod card;
mod filters;
mod list;
mod program;

pub use list::Programs;
pub use program::Program;
