//! プロジェクト: every project of the documents, by what they say of it.

use super::{
    filters::{Chosen, ClearAll, Filters},
    parts::places,
};
use crate::app::{
    components::{BandBadge, Link, PageTitle, SourceNote, TableRegion, Terms, dynamic, later},
    prose,
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    format,
    glossary::Term,
    language::lang_of,
    model::{DocumentId, ProjectId, ProjectKind, Source},
    progress::{Method, evaluate},
    project::{self, Digest, GROUPS},
    sentence,
    view::Screen,
    words,
};

/// The list of projects.
#[component]
pub fn Projects() -> impl IntoView {
    let state = state();
    let (dataset, router) = (state.dataset, state.router);
    let digests = StoredValue::new(project::digests(dataset));
    let left = move || {
        let selection = router.view.with(|view| view.selection.clone());
        digests.with_value(|digests| {
            let left = digests
                .iter()
                .filter(|(_, digest)| project::matches(digest, &selection));
            left.cloned().collect::<Vec<_>>()
        })
    };
    let total = dataset.project_ids().len();
    view! {
        <div class="wrap">
            <PageTitle
                title=words!("プロジェクト", "Projects")
                lead=Signal::stored(words!(
                    "地域ごとに、何をめざして、どんな事業や取組を束ねているか。文書に載るプロジェクトを、分かることの多い順に並べました。",
                    "What each area aims for, and which programmes and activities it brings together to get there. These are the projects in the documents; those about which most is known come first."
                ).to_owned())
            />
            <Terms terms=&[Term::ProgressManagement, Term::Area, Term::Subprefecture] />
            <div class="project-filters">
                {later(move || view! { <Filters digests /> })}
            </div>
            <div class="result-bar">
                <p>
                    {sentence!("{total}件のうち", "Showing ")} <strong>{dynamic(move || left().len())}</strong>
                    {sentence!("件", " of {total} projects")}
                </p>
                <p class="visually-hidden" role="status">
                    {dynamic(move || sentence!(
                        "{count}件のプロジェクトがあります",
                        "Projects found: {count}",
                        count = left().len()
                    ))}
                </p>
            </div>
            {later(|| view! { <Chosen /> })}
            {dynamic(move || {
                let left = left();
                if left.is_empty() {
                    return view! {
                        <div class="empty">
                            <p>
                                <strong>
                                    {words!(
                                        "条件に合うプロジェクトはありません。",
                                        "No project matches your choices."
                                    )}
                                </strong>
                                {words!("条件を外すと見つかります。", " Remove some of them to find projects.")}
                            </p>
                            <ul><li><ClearAll /></li></ul>
                        </div>
                    }
                    .into_any();
                }
                let groups = GROUPS.map(|kind| {
                    let members = left
                        .iter()
                        .filter(|(project, _)| project::group(dataset, *project) == kind);
                    let members = members.cloned().collect();
                    later(move || view! { <Group kind members /> })
                });
                groups.collect_view().into_any()
            })}
        </div>
    }
}

/// Projects of which the documents say the same kinds of things.
#[component]
fn Group(kind: ProjectKind, members: Vec<(ProjectId, Digest)>) -> impl IntoView {
    if members.is_empty() {
        return ().into_any();
    }
    let (id, title, about) = match kind {
        ProjectKind::Review => (
            "reviewed",
            words!(
                "推進管理のあるプロジェクト",
                "Projects under progress management"
            ),
            words!(
                "目的、取組、評価指標（KPI）の実績、次の取組までが分かります。指標の印は、目標へのペースの判定です。",
                "The documents give their purpose, activities, indicator (KPI) results and next activities. The sign beside an indicator is the rating of its pace towards the target."
            ),
        ),
        ProjectKind::Vision => (
            "envisioned",
            words!(
                "後志の地域づくり推進ビジョンのプロジェクト",
                "Projects of the Shiribeshi vision"
            ),
            words!(
                "目的と施策が分かります。",
                "The documents give their purpose and measures."
            ),
        ),
        ProjectKind::Budget => (
            "budgeted",
            words!("予算表のプロジェクト", "Projects in the budget table"),
            words!(
                "事業と予算額が分かります。",
                "The documents give their programmes and budgets."
            ),
        ),
        ProjectKind::Example => (
            "examples",
            words!(
                "方針に例として挙がるプロジェクト",
                "Projects given as examples in the policy"
            ),
            words!(
                "施策と、目標とする評価指標（KPI）が分かります。",
                "The documents give their measures and the indicators (KPIs) they aim for."
            ),
        ),
    };
    let count = members.len();
    let mut documents: Vec<DocumentId> = Vec::new();
    for (_, digest) in &members {
        for document in &digest.documents {
            michishirube_core::sorted::insert(&mut documents, *document);
        }
    }
    let sources = documents.into_iter().map(|document| Source {
        document,
        section: "",
    });
    let list = match kind {
        ProjectKind::Review | ProjectKind::Vision => {
            let cards = members
                .into_iter()
                .map(|(project, digest)| later(move || view! { <Card project digest /> }))
                .collect_view();
            let class = match kind {
                ProjectKind::Vision => "project-cards is-vision",
                _ => "project-cards",
            };
            view! { <ul class=class>{cards}</ul> }.into_any()
        }
        ProjectKind::Budget | ProjectKind::Example => {
            view! { <Table label=title kind members /> }.into_any()
        }
    };
    view! {
        <section aria-labelledby=id>
            <h2 id=id>{title} <span class="count">{sentence!("{count}件", " ({count})")}</span></h2>
            <p class="section-lead">{about}</p>
            {list}
            <SourceNote sources=sources.collect() />
        </section>
    }
    .into_any()
}

/// What a project consists of, in short.
fn contents(digest: &Digest) -> Vec<String> {
    let counted = |count: usize, name: &str| (count > 0).then(|| format!("{name} {count}"));
    let budget = digest.budget.map(|budget| {
        sentence!(
            "予算 {budget}",
            "Budget: {budget}",
            budget = format::yen(budget)
        )
    });
    [
        counted(digest.indicators.len(), words!("指標", "Indicators:")),
        counted(digest.programs.len(), words!("事業", "Programmes:")),
        budget,
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Which documents name a project, by number.
fn documents(digest: &Digest) -> String {
    let dataset = state().dataset;
    let slugs = digest.documents.iter();
    let slugs = slugs.map(|id| dataset.document(*id).slug.as_str());
    slugs.collect::<Vec<_>>().join(words!("・", ", "))
}

/// A project of which much is known: with its purpose, and its indicators as they are judged.
#[component]
fn Card(project: ProjectId, digest: Digest) -> impl IntoView {
    let dataset = state().dataset;
    let words = project::words(
        project,
        dataset,
        prose::review(),
        prose::policy(),
        prose::vision(),
    );
    let review = words.review.map(|review| review.purpose.as_str());
    let purpose = review.or(words.vision.map(|vision| vision.purpose.as_str()));
    let method = Method::standard(dataset.reporting_year);
    let judged = digest
        .indicators
        .iter()
        .map(|indicator| {
            let band = evaluate(&dataset.series(*indicator), &method).band;
            view! {
                <li>
                    <BandBadge band />
                    <span>{dataset.indicator_name(*indicator)}</span>
                </li>
            }
        })
        .collect_view();
    let measures = words.vision.map(|vision| {
        let count = vision.measures.len();
        view! { <span>{sentence!("施策 {count}", "Measures: {count}")}</span> }
    });
    let contents = contents(&digest).into_iter();
    let contents = contents
        .map(|text| view! { <span>{text}</span> })
        .collect_view();
    view! {
        <li class="card project-card">
            <h3>
                <Link to=Screen::Project(project)>{dataset.project(project).name.as_str()}</Link>
            </h3>
            <p class="meta">
                <span>{places(project)}</span>
                {measures}
                {contents}
                <span>{words!("文書 ", "Documents: ")} {documents(&digest)}</span>
            </p>
            <p class="clamp" lang=purpose.and_then(lang_of)>{purpose}</p>
            {(!digest.indicators.is_empty())
                .then(|| view! { <ul class="judged">{judged}</ul> })}
        </li>
    }
}

/// Projects of which less is known, as a table: their programmes and money, or their indicator.
#[component]
fn Table(
    label: &'static str,
    kind: ProjectKind,
    members: Vec<(ProjectId, Digest)>,
) -> impl IntoView {
    let state = state();
    let dataset = state.dataset;
    let ways = |digest: &Digest| {
        let ways = digest.indicators.iter().map(|indicator| {
            let indicator = *indicator;
            view! {
                <Link to=Screen::Indicator(indicator)>{dataset.indicator_name(indicator)}</Link>
                <small class="cell-note has-links">{project::way(dataset, indicator, state.era())}</small>
            }
        });
        ways.collect_view()
    };
    let budgets = kind == ProjectKind::Budget;
    let rows = members.into_iter().map(|(project, digest)| {
        let example = (budgets && !digest.indicators.is_empty())
            .then(|| view! {
                <small class="cell-note">
                    {words!(
                        "方針の例でもあり、評価指標（KPI）があります。",
                        "Also an example in the policy, with an indicator (KPI)."
                    )}
                </small>
            });
        let known = if budgets {
            let budget = digest.budget.map_or_else(|| format::NONE.to_owned(), format::group);
            view! {
                <td role="cell" class="num" data-label=words!("事業", "Programmes")>{digest.programs.len()}</td>
                <td role="cell" class="num" data-label=words!("予算（千円）", "Budget (¥ thousand)")>{budget}</td>
            }
            .into_any()
        } else {
            view! { <td role="cell" class="cell-wide" data-label=words!("主なKPI", "Main KPI")>{ways(&digest)}</td> }
                .into_any()
        };
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">
                    <Link to=Screen::Project(project)>{dataset.project(project).name.as_str()}</Link>
                    {example}
                </th>
                <td role="cell" class="cell-place" data-label=words!("地域", "Area")>{places(project)}</td>
                {known}
            </tr>
        }
    });
    let rows = rows.collect_view();
    let heads = if budgets {
        view! {
            <th scope="col" role="columnheader" class="num">{words!("事業", "Programmes")}</th>
            <th scope="col" role="columnheader" class="num">
                {words!("予算", "Budget")} <small>{words!("千円", "¥ thousand")}</small>
            </th>
        }
        .into_any()
    } else {
        view! {
            <th scope="col" role="columnheader">
                {words!("主なKPI", "Main KPI")} <small>{words!("基準値→目標値", "baseline → target")}</small>
            </th>
        }
        .into_any()
    };
    view! {
        <TableRegion label=label>
            <table class="project-table stacks" role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{words!("プロジェクト", "Project")}</th>
                        <th scope="col" role="columnheader">
                            {words!("連携地域", "Cooperation area")} <small>{words!("振興局", "subprefecture")}</small>
                        </th>
                        {heads}
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </TableRegion>
    }
}
