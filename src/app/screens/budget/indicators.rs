//! The indicators of the projects whose money is shown, or the sentence that there are none.

use crate::app::{
    components::{AttainmentCell, BandBadge, Link, OfficialCell, SourceNote, TableRegion, Terms},
    state::State,
};
use leptos::prelude::*;
use michishirube_core::{
    budget::{self, Row},
    format,
    glossary::Term,
    model::Source,
    progress::{Method, evaluate},
    sentence,
    view::Screen,
    words,
};

/// 評価指標 beside the money.
pub fn indicators(state: &State, rows: &[Row]) -> AnyView {
    let dataset = state.dataset;
    let era = state.era();
    let method = Method::standard(dataset.reporting_year);
    let projects = budget::indicators(dataset, rows);
    let mut sources: Vec<Source<'static>> = Vec::new();
    let mut lines = Vec::new();
    for found in &projects {
        let project = found.project;
        for indicator in found.indicators.iter().copied() {
            let series = dataset.series(indicator);
            let progress = evaluate(&series, &method);
            let source = dataset.indicator_source(indicator);
            if !sources.contains(&source) {
                sources.push(source);
            }
            let target = series.target.map_or_else(
                || format::NONE.to_owned(),
                |target| {
                    sentence!(
                        "{value}（{year}）",
                        "{value} ({year})",
                        value = format::quantity(target.value, dataset.unit(indicator)),
                        year = target.year.short_name(era),
                    )
                },
            );
            lines.push(view! {
                <tr role="row">
                    <th scope="row" role="rowheader">
                        <Link to=Screen::Indicator(indicator)>{dataset.indicator_name(indicator)}</Link>
                        <small class="cell-note has-links">
                            <Link to=Screen::Project(project)>
                                {dataset.project(project).name.as_str()}
                            </Link>
                        </small>
                    </th>
                    <td role="cell" class="num" data-label=words!("目標値", "Target")>{target}</td>
                    <td role="cell" class="num" data-label=words!("進捗率", "Progress rate")><OfficialCell progress /></td>
                    <td role="cell" class="num" data-label=words!("達成率", "Attainment")><AttainmentCell progress /></td>
                    <td role="cell" class="cell-band" data-label=words!("判定", "Rating")><BandBadge band=progress.band /></td>
                </tr>
            });
        }
    }
    let table = (!lines.is_empty()).then(|| {
        view! {
            <TableRegion label=words!("予算のあるプロジェクトの評価指標", "Indicators of the projects with a budget")>
                <table class="summary-table stacks" role="table">
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">{words!("評価指標（KPI）", "Indicator (KPI)")}</th>
                            <th scope="col" role="columnheader" class="num">{words!("目標値", "Target")}</th>
                            <th scope="col" role="columnheader" class="num">{words!("進捗率", "Progress rate")}</th>
                            <th scope="col" role="columnheader" class="num">{words!("達成率", "Attainment")}</th>
                            <th scope="col" role="columnheader">{words!("判定", "Rating")}</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{lines}</tbody>
                </table>
            </TableRegion>
            <Terms terms=&[Term::Indicator, Term::OfficialRate, Term::Attainment, Term::Rating] />
            <SourceNote sources />
        }
    });
    view! {
        <section aria-labelledby="budget-indicators">
            <h2 id="budget-indicators">{words!("プロジェクトの評価指標（KPI）", "Indicators (KPIs) of the projects")}</h2>
            <p>{budget::indicators_in_words(dataset, &projects)}</p>
            <p class="hint">
                {words!(
                    "指標は、文書が同じプロジェクトの名の下に載せているものだけを並べています。ほかの指標は",
                    "Only the indicators that a document lists under the name of the same project are shown. The others are in the "
                )}
                <Link to=Screen::Indicators>{words!("指標の一覧", "list of indicators")}</Link>
                {words!("にあります。", ".")}
            </p>
            {table}
        </section>
    }
    .into_any()
}
