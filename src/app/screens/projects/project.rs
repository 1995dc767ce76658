//! A project's page: Plan, Do, Check, Act.

use crate::app::{components::PageTitle, state::state};
use leptos::prelude::*;
use michishirube_core::model::ProjectId;

/// The page of a project.
#[component]
pub fn Project(
    /// The project.
    project: ProjectId,
) -> impl IntoView {
    let name = state().dataset.project(project).name.as_str();
    view! {
        <div class="wrap">
            <PageTitle title=name />
        </div>
    }
}
