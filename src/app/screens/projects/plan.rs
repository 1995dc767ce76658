//! Plan: purpose, area, indicators with their targets.

use super::parts::{Part, Targets, paragraphs};
use crate::app::{components::SourceNote, state::state};
use leptos::prelude::*;
use michishirube_core::{
    model::{PolicyExample, ProjectId, ProjectKind, ReviewProject},
    project,
};

/// What is aimed at.
#[component]
pub fn Plan(
    /// The project.
    project: ProjectId,
    /// What 001 says of it.
    review: &'static ReviewProject,
    /// What 003 says of it.
    example: Option<&'static PolicyExample>,
) -> impl IntoView {
    let dataset = state().dataset;
    let source = project::source(dataset, project, ProjectKind::Review);
    let places = &dataset.project(project).appearances;
    let number = places.iter().find_map(|place| place.number);
    let printed = places
        .iter()
        .find_map(|place| place.name_as_printed.as_deref());
    view! {
        <Part id="plan" letter="P" title="Plan 計画">
            <h3>"目的"</h3>
            <div class="prose purpose">{paragraphs(&review.purpose)}</div>
            <dl class="facts">
                <div>
                    <dt>"推進エリア"</dt>
                    <dd>{review.area_as_printed.as_str()}</dd>
                </div>
                {number
                    .map(|number| {
                        view! {
                            <div>
                                <dt>"文書での番号"</dt>
                                <dd>
                                    {project::circled(number)}
                                    {printed
                                        .map(|name| {
                                            view! {
                                                <small class="cell-note">
                                                    "事業一覧の注では「" {name} "」と書かれています。"
                                                </small>
                                            }
                                        })}
                                </dd>
                            </div>
                        }
                    })}
            </dl>
            <SourceNote sources=source.into_iter().collect() />
            {example.map(|example| view! { <Measures project example /> })}
            <h3>"評価指標（KPI）と目標"</h3>
            <Targets project />
        </Part>
    }
}

/// 003: 主な施策 of a project that is an area's example.
#[component]
pub fn Measures(
    /// The project.
    project: ProjectId,
    /// What 003 says of it.
    example: &'static PolicyExample,
) -> impl IntoView {
    let dataset = state().dataset;
    let source = project::source(dataset, project, ProjectKind::Example);
    let measures = example.measures.iter();
    let measures = measures
        .map(|measure| view! { <li>{measure.as_str()}</li> })
        .collect_view();
    view! {
        <h3>"主な施策"</h3>
        <p class="section-lead">
            {format!("{}のプロジェクトの例として、方針に挙がっています。", dataset.area(example.area).name)}
        </p>
        <ul class="bullets">{measures}</ul>
        <SourceNote sources=source.into_iter().collect() />
    }
}
