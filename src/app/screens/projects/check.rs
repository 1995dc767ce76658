//! Check: how far the project's indicators have come, and what the review says of them.

use super::parts::{Part, elsewhere};
use crate::app::{
    components::{
        AttainmentCell, BandBadge, Link, OfficialCell, SourceNote, Sparkline, TableRegion,
    },
    prose,
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    explain, format,
    model::{Observation, ProjectId, Source, Statement},
    progress::{Method, evaluate},
    project::{self, Listed},
    provenance,
    scenario::Scenario,
    view::Screen,
};

/// 評価.
#[component]
pub fn Check(
    /// The project.
    project: ProjectId,
    /// The sentences of the analysis that speak of its indicators.
    statements: Vec<&'static Statement>,
) -> impl IntoView {
    let state = state();
    let dataset = state.dataset;
    let listed = project::indicators(dataset, project);
    let mut sources: Vec<Source<'static>> = Vec::new();
    for source in listed.iter().flat_map(|listed| &listed.sources) {
        if source.document == dataset.review && !sources.contains(source) {
            sources.push(*source);
        }
    }
    let year = dataset.reporting_year.name(state.era());
    view! {
        <Part id="check" letter="C" title="Check 評価">
            <h3>"評価指標の進み具合"</h3>
            <p class="section-lead">
                {format!("進捗率は{year}の実績を目標で割った値、達成率は基準値から目標までの幅のうち進んだ割合です。")}
                <Link to=Screen::Indicators>"指標の一覧"</Link>
                "に、表の読み方があります。"
            </p>
            <TableRegion label="評価指標の進み具合">
                <table class="project-table stacks" role="table">
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">"評価指標（KPI）"</th>
                            <th scope="col" role="columnheader" class="num">"実績値" <small>"最新"</small></th>
                            <th scope="col" role="columnheader" class="num">"目標値"</th>
                            <th scope="col" role="columnheader" class="num">"進捗率"</th>
                            <th scope="col" role="columnheader" class="num">"達成率"</th>
                            <th scope="col" role="columnheader">"判定"</th>
                            <th scope="col" role="columnheader">"推移"</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{listed.iter().map(row).collect_view()}</tbody>
                </table>
            </TableRegion>
            <SourceNote sources />
            <h3>"文書の分析"</h3>
            <Analysis statements />
        </Part>
    }
}

fn row(listed: &Listed<'static>) -> impl IntoView + use<> {
    let state = state();
    let (dataset, era, indicator) = (state.dataset, state.era(), listed.indicator);
    let unit = dataset.unit(indicator);
    let series = dataset.series(indicator);
    let progress = evaluate(&series, &Method::standard(dataset.reporting_year));
    let pending = match series.observation(dataset.reporting_year) {
        Observation::Pending => format!("\n{}は集計中", dataset.reporting_year.short_name(era)),
        _ => String::new(),
    };
    let latest = progress.latest.map(|latest| {
        view! {
            <span class="figure">{format::quantity(latest.value, unit)}</span>
            <small class="figure-note">{latest.year.name(era)} {pending}</small>
        }
    });
    let target = series.target.map(|target| {
        view! {
            <span class="figure">{format::quantity(target.value, unit)}</span>
            <small class="figure-note">{target.year.name(era)}</small>
        }
    });
    let sentence = explain::summary(&series, &progress, unit, era);
    let figures = Scenario::default().figures(dataset, indicator);
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <Link to=Screen::Indicator(indicator)>{dataset.indicator_name(indicator)}</Link>
                {elsewhere(listed)}
                <small class="row-sentence">{sentence}</small>
            </th>
            <td role="cell" class="num" data-label="実績値">{latest}</td>
            <td role="cell" class="num" data-label="目標値">{target}</td>
            <td role="cell" class="num" data-label="進捗率"><OfficialCell progress /></td>
            <td role="cell" class="num" data-label="達成率"><AttainmentCell progress /></td>
            <td role="cell" class="cell-band" data-label="判定"><BandBadge band=progress.band /></td>
            <td role="cell" class="cell-spark" data-label="推移"><Sparkline figures /></td>
        </tr>
    }
}

/// 分析, as the review words it.
#[component]
fn Analysis(statements: Vec<&'static Statement>) -> impl IntoView {
    if statements.is_empty() {
        return view! {
            <p>"推進管理の文書の分析に、このプロジェクトの指標について述べた文はありません。"</p>
        }
        .into_any();
    }
    let quotes = statements
        .into_iter()
        .map(|statement| {
            view! {
                <li>
                    <blockquote>
                        <p>{statement.text.as_str()}</p>
                    </blockquote>
                </li>
            }
        })
        .collect_view();
    let source = Source {
        document: prose::review().document,
        section: provenance::ANALYSIS,
    };
    view! {
        <ul class="quotes">{quotes}</ul>
        <SourceNote sources=vec![source] />
    }
    .into_any()
}
