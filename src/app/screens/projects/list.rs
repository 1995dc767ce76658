//! プロジェクト: every project of the documents, by what they say of it.

use super::{
    filters::{Chosen, ClearAll, Filters},
    parts::places,
};
use crate::app::{
    components::{BandBadge, Link, PageTitle, SourceNote, TableRegion, dynamic},
    prose,
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    format,
    model::{DocumentId, ProjectId, ProjectKind, Source},
    progress::{Method, evaluate},
    project::{self, Digest, GROUPS},
    view::Screen,
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
                title="プロジェクト"
                lead=Signal::stored("地域ごとに、何をめざして、どんな事業や取組を束ねているか。文書に載るプロジェクトを、分かることの多い順に並べました。".to_owned())
            />
            <div class="project-filters">
                <Filters digests />
            </div>
            <div class="result-bar">
                <p>
                    {format!("{total}件のうち")} <strong>{dynamic(move || left().len())}</strong> "件"
                </p>
                <p class="visually-hidden" role="status">
                    {dynamic(move || format!("{}件のプロジェクトがあります", left().len()))}
                </p>
            </div>
            <Chosen />
            {dynamic(move || {
                let left = left();
                if left.is_empty() {
                    return view! {
                        <div class="empty">
                            <p>
                                <strong>"条件に合うプロジェクトはありません。"</strong>
                                "条件を外すと見つかります。"
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
                    view! { <Group kind members=members.cloned().collect() /> }
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
            "推進管理のあるプロジェクト",
            "目的、取組、評価指標（KPI）の実績、次の取組までが分かります。指標の印は、目標へのペースの判定です。",
        ),
        ProjectKind::Vision => (
            "envisioned",
            "後志の地域づくり推進ビジョンのプロジェクト",
            "目的と施策が分かります。",
        ),
        ProjectKind::Budget => (
            "budgeted",
            "予算表のプロジェクト",
            "事業と予算額が分かります。",
        ),
        ProjectKind::Example => (
            "examples",
            "方針に例として挙がるプロジェクト",
            "施策と、目標とする評価指標（KPI）が分かります。",
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
                .map(|(project, digest)| view! { <Card project digest /> })
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
            <h2 id=id>{title} <span class="count">{format!("{count}件")}</span></h2>
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
    let budget = digest
        .budget
        .map(|budget| format!("予算 {}", format::yen(budget)));
    [
        counted(digest.indicators.len(), "指標"),
        counted(digest.programs.len(), "事業"),
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
    slugs.collect::<Vec<_>>().join("・")
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
    let measures = words
        .vision
        .map(|vision| view! { <span>{format!("施策 {}", vision.measures.len())}</span> });
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
                <span>"文書 " {documents(&digest)}</span>
            </p>
            <p class="clamp">{purpose}</p>
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
            .then(|| view! { <small class="cell-note">"方針の例でもあり、評価指標（KPI）があります。"</small> });
        let known = if budgets {
            let budget = digest.budget.map_or_else(|| format::NONE.to_owned(), format::group);
            view! {
                <td role="cell" class="num" data-label="事業">{digest.programs.len()}</td>
                <td role="cell" class="num" data-label="予算（千円）">{budget}</td>
            }
            .into_any()
        } else {
            view! { <td role="cell" class="cell-wide" data-label="主なKPI">{ways(&digest)}</td> }
                .into_any()
        };
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">
                    <Link to=Screen::Project(project)>{dataset.project(project).name.as_str()}</Link>
                    {example}
                </th>
                <td role="cell" class="cell-place" data-label="地域">{places(project)}</td>
                {known}
            </tr>
        }
    });
    let rows = rows.collect_view();
    let heads = if budgets {
        view! {
            <th scope="col" role="columnheader" class="num">"事業"</th>
            <th scope="col" role="columnheader" class="num">"予算" <small>"千円"</small></th>
        }
        .into_any()
    } else {
        view! { <th scope="col" role="columnheader">"主なKPI" <small>"基準値→目標値"</small></th> }
            .into_any()
    };
    view! {
        <TableRegion label=label>
            <table class="project-table stacks" role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">"プロジェクト"</th>
                        <th scope="col" role="columnheader">"連携地域" <small>"振興局"</small></th>
                        {heads}
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </TableRegion>
    }
}
