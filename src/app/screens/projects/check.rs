//! Check: how far the project's indicators have come, and what the review says of them.

use super::parts::{Part, elsewhere};
use crate::app::{
    components::{
        AttainmentCell, BandBadge, Link, OfficialCell, SourceNote, Sparkline, TableRegion, Terms,
    },
    prose,
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    explain, format,
    glossary::Term,
    language::lang_of,
    model::{Observation, ProjectId, Source, Statement},
    progress::{Method, evaluate},
    project::{self, Listed},
    provenance,
    scenario::Scenario,
    sentence,
    view::Screen,
    words,
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
        <Part id="check" letter="C" title=words!("Check 評価", "Check")>
            <h3>{words!("評価指標の進み具合", "How far the indicators have come")}</h3>
            <p class="section-lead">
                {sentence!(
                    "進捗率は{year}の実績を目標で割った値、達成率は基準値から目標までの幅のうち進んだ割合です。",
                    "The progress rate is the result of {year} divided by the target. Attainment is the share of the way from baseline to target that has been covered. The "
                )}
                <Link to=Screen::Indicators>{words!("指標の一覧", "list of indicators")}</Link>
                {words!("に、表の読み方があります。", " explains how to read the table.")}
            </p>
            <TableRegion label=words!("評価指標の進み具合", "How far the indicators have come")>
                <table class="project-table stacks" role="table">
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">{words!("評価指標（KPI）", "Indicator (KPI)")}</th>
                            <th scope="col" role="columnheader" class="num">
                                {words!("実績値", "Result")} <small>{words!("最新", "latest")}</small>
                            </th>
                            <th scope="col" role="columnheader" class="num">{words!("目標値", "Target")}</th>
                            <th scope="col" role="columnheader" class="num">{words!("進捗率", "Progress rate")}</th>
                            <th scope="col" role="columnheader" class="num">{words!("達成率", "Attainment")}</th>
                            <th scope="col" role="columnheader">{words!("判定", "Rating")}</th>
                            <th scope="col" role="columnheader">{words!("推移", "Trend")}</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{listed.iter().map(row).collect_view()}</tbody>
                </table>
            </TableRegion>
            <Terms terms=&[Term::Indicator, Term::OfficialRate, Term::Attainment, Term::Rating, Term::Relisted] />
            <SourceNote sources />
            <h3>{words!("文書の分析", "Analysis in the document")}</h3>
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
        Observation::Pending => sentence!(
            "\n{year}は集計中",
            "\n{year}: being compiled",
            year = dataset.reporting_year.short_name(era)
        ),
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
            <td role="cell" class="num" data-label=words!("実績値", "Result")>{latest}</td>
            <td role="cell" class="num" data-label=words!("目標値", "Target")>{target}</td>
            <td role="cell" class="num" data-label=words!("進捗率", "Progress rate")><OfficialCell progress /></td>
            <td role="cell" class="num" data-label=words!("達成率", "Attainment")><AttainmentCell progress /></td>
            <td role="cell" class="cell-band" data-label=words!("判定", "Rating")><BandBadge band=progress.band /></td>
            <td role="cell" class="cell-spark" data-label=words!("推移", "Trend")><Sparkline figures /></td>
        </tr>
    }
}

/// 分析, as the review words it.
#[component]
fn Analysis(statements: Vec<&'static Statement>) -> impl IntoView {
    if statements.is_empty() {
        return view! {
            <p>
                {words!(
                    "推進管理の文書の分析に、このプロジェクトの指標について述べた文はありません。",
                    "The analysis in the progress management document says nothing about the indicators of this project."
                )}
            </p>
        }
        .into_any();
    }
    let quotes = statements
        .into_iter()
        .map(|statement| {
            view! {
                <li>
                    <blockquote>
                        <p lang=lang_of(&statement.text)>{statement.text.as_str()}</p>
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
