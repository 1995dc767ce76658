//! プロジェクト: the list, and the page of each.

mod act;
mod brief;
mod check;
mod doing;
mod filters;
mod list;
mod parts;
mod plan;
mod project;

pub use list::Projects;
pub use project::Project;
