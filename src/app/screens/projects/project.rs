//! A project's page: Plan, Do, Check, Act where the review speaks of it, else what there is.

use super::{act::Act, brief::Brief, check::Check, doing::Do, plan::Plan};
use crate::app::{
    components::{Link, PageTitle, focus_on, later},
    prose,
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    model::{ProjectId, ReviewProject},
    progress::{Band, Method, evaluate},
    project::{self, Digest, Words},
    sentence,
    view::Screen,
    words,
};

/// The page of a project.
#[component]
pub fn Project(
    /// The project.
    project: ProjectId,
) -> impl IntoView {
    let dataset = state().dataset;
    let words = project::words(
        project,
        dataset,
        prose::review(),
        prose::policy(),
        prose::vision(),
    );
    let digest = project::digest(dataset, project);
    let lead = match words.review {
        Some(_) => words!(
            "何をめざし、何をして、どこまで進み、次に何をするのかを、PDCAの順に並べました。",
            "What it aims for, what was done, how far it has come and what comes next: in the order Plan, Do, Check, Act (PDCA)."
        )
        .to_owned(),
        None => project::coverage(&digest, &words),
    };
    let body = match words.review {
        Some(review) => pdca(project, review, words, digest),
        None => later(move || view! { <Brief project words digest /> }),
    };
    view! {
        <div class="wrap">
            <p class="back">
                <Link to=Screen::Projects>{words!("プロジェクトの一覧へ戻る", "Back to the list of projects")}</Link>
            </p>
            <PageTitle title=dataset.project(project).name.as_str() lead=Signal::stored(lead) />
            {body}
        </div>
    }
}

/// The four parts, and the way to each.
fn pdca(
    project: ProjectId,
    review: &'static ReviewProject,
    words: Words<'static>,
    digest: Digest,
) -> AnyView {
    let dataset = state().dataset;
    let method = Method::standard(dataset.reporting_year);
    let judged = digest
        .indicators
        .iter()
        .filter(|indicator| evaluate(&dataset.series(**indicator), &method).band != Band::Unknown);
    let parts = [
        (
            "plan",
            "P",
            words!("Plan 計画", "Plan"),
            words!("指標", "Indicators"),
            digest.indicators.len(),
        ),
        (
            "do",
            "D",
            words!("Do 実行", "Do"),
            words!("取組", "Activities"),
            review.activities.len(),
        ),
        (
            "check",
            "C",
            words!("Check 評価", "Check"),
            words!("判定", "Ratings"),
            judged.count(),
        ),
        (
            "act",
            "A",
            words!("Act 改善", "Act"),
            words!("次の取組", "Next activities"),
            review.initiatives.len(),
        ),
    ]
    .map(|(id, letter, name, what, count)| {
        view! {
            <li>
                <a
                    href=format!("#{id}")
                    on:click=move |event| {
                        event.prevent_default();
                        focus_on(id);
                    }
                >
                    <span class="pdca-letter" aria-hidden="true">{letter}</span>
                    <span class="pdca-name">{name}</span>
                    <span class="count">{sentence!("{what} {count}件", "{what}: {count}")}</span>
                </a>
            </li>
        }
    })
    .collect_view();
    view! {
        <nav class="pdca-nav" aria-label=words!("このページのなか", "On this page")>
            <ol>{parts}</ol>
        </nav>
        {later(move || view! { <Plan project review example=words.example /> })}
        {later(move || view! { <Do project review /> })}
        {later(move || view! { <Check project statements=words.statements /> })}
        {later(move || view! { <Act project review /> })}
    }
    .into_any()
}
