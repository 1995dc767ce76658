//! プロジェクト: the list, and the page of each.

mod list;
mod project;

pub use list::Projects;
pub use project::Project;
