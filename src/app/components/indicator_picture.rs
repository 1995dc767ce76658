//! An indicator's chart with its table twin.

use super::{
    TableRegion,
    chart::{ChartHost, ChartKey},
    later, memo,
};
use crate::{
    app::state::state,
    chart::{indicator::IndicatorChart, palette::Palette},
};
use leptos::prelude::*;
use michishirube_core::{
    explain,
    model::IndicatorId,
    progress::{Method, evaluate},
    scenario::Figures,
    sentence, words,
};

/// The chart of an indicator, with a scenario in front of the official figures where there is one,
/// and the same figures as a table.
#[component]
pub fn IndicatorPicture(
    /// The indicator.
    indicator: IndicatorId,
    /// The scenario's figures.
    #[prop(into)]
    scenario: Signal<Option<Figures>>,
    /// How the figures shown are judged, if not as usual.
    #[prop(optional)]
    method: Option<Signal<Method>>,
) -> impl IntoView {
    let state = state();
    let dataset = state.dataset;
    let unit = dataset.unit(indicator);
    let official = dataset.series(indicator);
    // The scenario's figures are compared, so that an edit that changes nothing draws nothing.
    let scenario = memo(move |_| scenario.get());
    fn chart<R>(
        official: michishirube_core::dataset::Series<'_>,
        scenario: Option<&Figures>,
        unit: &str,
        era: michishirube_core::fiscal_year::Era,
        then: impl FnOnce(IndicatorChart<'_>) -> R,
    ) -> R {
        then(IndicatorChart {
            official,
            scenario: scenario.map(Figures::series),
            unit,
            era,
        })
    }
    let drawing = move || {
        scenario.with(|scenario| {
            chart(official, scenario.as_ref(), unit, state.era(), |chart| {
                chart.place().draw(&Palette::PAGE)
            })
        })
    };
    let key = Signal::derive(move || {
        scenario.with(|scenario| {
            chart(official, scenario.as_ref(), unit, state.era(), |chart| {
                chart.key()
            })
        })
    });
    let label = Signal::derive(move || {
        scenario.with(|scenario| {
            let series = scenario.as_ref().map_or(official, Figures::series);
            let method = method.map_or_else(
                || Method::standard(dataset.reporting_year),
                |method| method.get(),
            );
            let progress = evaluate(&series, &method);
            sentence!(
                "{name}の推移のグラフ（{unit}）。{summary}数値は下の表にあります。",
                "Chart of {name} over the years ({unit}). {summary} The table below has the figures.",
                name = dataset.indicator_name(indicator),
                summary = explain::summary(&series, &progress, unit, state.era())
            )
        })
    });
    let table = move || {
        scenario.with(|scenario| {
            chart(official, scenario.as_ref(), unit, state.era(), |chart| {
                let rows = chart.table_rows();
                let compared = rows.iter().any(|row| row.scenario.is_some());
                let body = rows
                    .into_iter()
                    .map(|row| {
                        let subject = row.scenario.as_ref().unwrap_or(&row.official).clone();
                        view! {
                            <tr>
                                <th scope="row">{row.year_text}</th>
                                <td class="num">{row.official.result}</td>
                                {compared.then(|| view! { <td class="num draft-figure">{subject.result}</td> })}
                                <td class="num">{subject.expected}</td>
                                <td class="num">{subject.projected}</td>
                                <td>{row.marks.join(words!("、", ", "))}</td>
                            </tr>
                        }
                    })
                    .collect_view();
                view! {
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">{words!("年度", "Fiscal year")}</th>
                                <th scope="col" class="num">
                                    {if compared {
                                        words!("実績（公式）", "Result (official)")
                                    } else {
                                        words!("実績", "Result")
                                    }}
                                </th>
                                {compared
                                    .then(|| {
                                        view! {
                                            <th scope="col" class="num">
                                                {words!("実績（試算）", "Result (what-if)")}
                                            </th>
                                        }
                                    })}
                                <th scope="col" class="num">{words!("期待値", "Expected value")}</th>
                                <th scope="col" class="num">
                                    {words!("見込み（低〜高）", "Projection (low–high)")}
                                </th>
                                <th scope="col">{words!("基準値・目標値", "Baseline, target")}</th>
                            </tr>
                        </thead>
                        <tbody>{body}</tbody>
                    </table>
                }
            })
        })
    };
    view! {
        <div class="picture">
            <ChartHost drawing label>
                <ChartKey entries=key />
            </ChartHost>
            <details>
                <summary>{words!("グラフの数値を表で見る", "Show the chart’s figures as a table")}</summary>
                {later(move || {
                    let label = sentence!(
                        "{name}の推移（{unit}）",
                        "{name} over the years ({unit})",
                        name = dataset.indicator_name(indicator)
                    );
                    view! { <TableRegion label>{table}</TableRegion> }
                })}
            </details>
        </div>
    }
}
