//! Plan: purpose, area, indicators with their targets.

use super::parts::{Part, Targets, paragraphs};
use crate::app::{
    components::{SourceNote, original},
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    language::lang_of,
    model::{PolicyExample, ProjectId, ProjectKind, ReviewProject},
    project, sentence, words,
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
        <Part id="plan" letter="P" title=words!("Plan 計画", "Plan")>
            <h3>{words!("目的", "Purpose")}</h3>
            <div class="prose purpose">{paragraphs(&review.purpose)}</div>
            <dl class="facts">
                <div>
                    <dt>{words!("推進エリア", "Area covered")}</dt>
                    <dd lang=lang_of(&review.area_as_printed)>{review.area_as_printed.as_str()}</dd>
                </div>
                {number
                    .map(|number| {
                        view! {
                            <div>
                                <dt>{words!("文書での番号", "Number in the document")}</dt>
                                <dd>
                                    {project::circled(number)}
                                    {printed
                                        .map(|name| {
                                            view! {
                                                <small class="cell-note">
                                                    {words!(
                                                        "事業一覧の注では「",
                                                        "The note to the list of programmes calls it “"
                                                    )}
                                                    {original(name)}
                                                    {words!("」と書かれています。", "”.")}
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
            <h3>{words!("評価指標（KPI）と目標", "Indicators (KPIs) and targets")}</h3>
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
    let area = &dataset.area(example.area).name;
    let measures = example.measures.iter();
    let measures = measures
        .map(|measure| view! { <li lang=lang_of(measure)>{measure.as_str()}</li> })
        .collect_view();
    view! {
        <h3>{words!("主な施策", "Main measures")}</h3>
        <p class="section-lead">
            {sentence!(
                "{area}のプロジェクトの例として、方針に挙がっています。",
                "The policy gives this as an example of a project ({area})."
            )}
        </p>
        <ul class="bullets">{measures}</ul>
        <SourceNote sources=source.into_iter().collect() />
    }
}
