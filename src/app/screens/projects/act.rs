//! Act: what comes next, with which programmes and which money.

use super::parts::{Organisers, Part};
use crate::app::{
    components::{Link, SourceNote},
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    format::{self, Money},
    language::lang_of,
    model::{AppearanceId, ProgramId, ProjectId, ProjectKind, ReviewProject, RowId},
    project, sentence,
    view::Screen,
    words,
};

/// 改善.
#[component]
pub fn Act(
    /// The project.
    project: ProjectId,
    /// What 001 says of it.
    review: &'static ReviewProject,
) -> impl IntoView {
    let state = state();
    let dataset = state.dataset;
    let source = project::source(dataset, project, ProjectKind::Review);
    let year = review
        .initiatives
        .first()
        .map(|initiative| initiative.fiscal_year.name(state.era()));
    let year = year.unwrap_or_default();
    let initiatives = review
        .initiatives
        .iter()
        .map(|initiative| {
            view! {
                <li>
                    <p lang=lang_of(&initiative.text)>{initiative.text.as_str()}</p>
                    <Organisers names=&initiative.organisers />
                </li>
            }
        })
        .collect_view();
    let appearances = project::appearances(dataset, project);
    let mut sources = Vec::new();
    for appearance in &appearances {
        let source = dataset.appearance_source(*appearance);
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    let programs = appearances.into_iter().map(program).collect_view();
    view! {
        <Part id="act" letter="A" title=words!("Act 改善", "Act")>
            <h3>{sentence!("{year}の主な取組", "Main activities for {year}")}</h3>
            <ol class="initiatives">{initiatives}</ol>
            <SourceNote sources=source.into_iter().collect() />
            <h3>{sentence!("関連する事業（{year}）", "Related programmes ({year})")}</h3>
            <p class="section-lead">
                {words!(
                    "①〜④は、文書が付けたプロジェクトの番号です。",
                    "The numbers ①–④ are those the document gives to the projects."
                )}
            </p>
            <ul class="related">{programs}</ul>
            <SourceNote sources />
            <h3>{words!("予算", "Budget")}</h3>
            <Money project />
        </Part>
    }
}

/// A programme with its numbers and the beginning of its outline.
fn program(appearance: AppearanceId) -> impl IntoView {
    let state = state();
    let dataset = state.dataset;
    let program = dataset.appearances.programs[appearance.row()];
    let projects = dataset.appearances.projects[appearance.row()].iter();
    let projects = projects.map(|project| dataset.project(*project).name.as_str());
    let projects = projects.collect::<Vec<_>>().join("\n");
    let numbers = project::numbers(dataset, appearance).into_iter();
    let numbers: String = numbers.map(project::circled).collect();
    // The review states no budgets; another document may, for another year.
    let budget = dataset.appearances_of(program).find_map(|appearance| {
        let year = dataset.appearances.fiscal_years[appearance.row()].name(state.era());
        let budget = dataset.appearances.budgets[appearance.row()]?;
        let budget = format::yen(budget);
        Some(sentence!(
            "{year}の予算 {budget}",
            "Budget for {year}: {budget}"
        ))
    });
    let outline = dataset.appearances.outlines.get(appearance.row());
    view! {
        <li class="card related-program">
            <h4>
                <Link to=Screen::Program(program)>{dataset.program_name(program)}</Link>
            </h4>
            <p class="meta">
                <span title=projects>
                    {words!("関連プロジェクト ", "Related projects ")} <strong>{numbers}</strong>
                </span>
                {budget.map(|budget| view! { <span>{budget}</span> })}
            </p>
            <p class="clamp" lang=lang_of(outline)>{outline}</p>
        </li>
    }
}

/// What the documents say of the project's money: that of the same programme under another
/// document's project, since the review states none.
#[component]
fn Money(project: ProjectId) -> impl IntoView {
    let relatives = relatives(project);
    let none = relatives.is_none().then_some(words!(
        "同じ名前の事業は、予算表にもありません。",
        " There is no programme of the same name in the budget table either."
    ));
    view! {
        <p>{words!("推進管理の文書に、予算額は載っていません。", "The progress management document gives no budgets.")} {none}</p>
        {relatives}
    }
}

/// The projects of other documents that share a programme with this one.
pub fn relatives(project: ProjectId) -> Option<AnyView> {
    let relatives = project::relatives(state().dataset, project);
    let items: Vec<_> = relatives.into_iter().map(related).collect();
    (!items.is_empty()).then(|| view! { <ul class="relatives">{items}</ul> }.into_any())
}

/// Under which project of another document a programme stands, with its budget there.
fn related((program, other): (ProgramId, ProjectId)) -> AnyView {
    let state = state();
    let dataset = state.dataset;
    let appearance = dataset
        .appearances_of(program)
        .find(|appearance| dataset.appearances.projects[appearance.row()].contains(&other));
    let Some(appearance) = appearance else {
        return ().into_any();
    };
    let year = dataset.appearances.fiscal_years[appearance.row()].name(state.era());
    let budget = dataset.appearances.budgets[appearance.row()].map(|budget| {
        let (exact, short) = (format::money(budget, Money::Thousand), format::yen(budget));
        view! {
            <p>
                {sentence!(
                    "{year}の予算額は{exact}（{short}）です。",
                    "Its budget for {year} is {exact} ({short})."
                )}
                " "
                <Link to=project::budget_view(&[other], state.era())>
                    {words!(
                        "予算の画面で見る",
                        "See it on the Budget page"
                    )}
                </Link>
            </p>
        }
    });
    let name = dataset.program_name(program);
    view! {
        <li class="card">
        <p>
            {sentence!(
                "同じ事業「{name}」は、{year}の文書では",
                "In the document for {year}, the same programme, “{name}”, is listed under "
            )}
            <Link to=Screen::Project(other)>{dataset.project(other).name.as_str()}</Link>
            {words!("に載っています。", ".")}
        </p>
        {budget}
        <SourceNote sources=vec![dataset.appearance_source(appearance)] />
        </li>
    }
    .into_any()
}
