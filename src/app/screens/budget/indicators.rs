//! The indicators of the projects whose money is shown, or the sentence that there are none.

use crate::app::{
    components::{AttainmentCell, BandBadge, Link, OfficialCell, SourceNote, TableRegion},
    state::State,
};
use leptos::prelude::*;
use michishirube_core::{
    budget::{self, Row},
    format,
    model::Source,
    progress::{Method, evaluate},
    view::Screen,
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
                    format!(
                        "{}（{}）",
                        format::quantity(target.value, dataset.unit(indicator)),
                        target.year.short_name(era)
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
                    <td role="cell" class="num" data-label="目標値">{target}</td>
                    <td role="cell" class="num" data-label="進捗率"><OfficialCell progress /></td>
                    <td role="cell" class="num" data-label="達成率"><AttainmentCell progress /></td>
                    <td role="cell" class="cell-band" data-label="判定"><BandBadge band=progress.band /></td>
                </tr>
            });
        }
    }
    let table = (!lines.is_empty()).then(|| {
        view! {
            <TableRegion label="予算のあるプロジェクトの評価指標">
                <table class="summary-table stacks" role="table">
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">"評価指標（KPI）"</th>
                            <th scope="col" role="columnheader" class="num">"目標値"</th>
                            <th scope="col" role="columnheader" class="num">"進捗率"</th>
                            <th scope="col" role="columnheader" class="num">"達成率"</th>
                            <th scope="col" role="columnheader">"判定"</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{lines}</tbody>
                </table>
            </TableRegion>
            <SourceNote sources />
        }
    });
    view! {
        <section aria-labelledby="budget-indicators">
            <h2 id="budget-indicators">"プロジェクトの評価指標（KPI）"</h2>
            <p>{budget::indicators_in_words(dataset, &projects)}</p>
            <p class="hint">
                "指標は、文書が同じプロジェクトの名の下に載せているものだけを並べています。ほかの指標は"
                <Link to=Screen::Indicators>"指標の一覧"</Link> "にあります。"
            </p>
            {table}
        </section>
    }
    .into_any()
}
