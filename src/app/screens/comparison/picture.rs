//! The chart of one indicator in every plan, with its key, its table twin and the ways to take it away.

use super::{desk::Desk, export::Export};
use crate::{
    app::components::{ChartHost, TableRegion, dynamic, later, switch},
    chart::{
        comparison::{ComparisonChart, Look},
        palette::Palette,
    },
};
use leptos::prelude::*;
use michishirube_core::{language::lang_of, model::IndicatorId, sentence, view::Screen, words};

/// The chart and what belongs to it.
#[component]
pub fn Picture(
    /// What is compared.
    desk: Desk,
) -> impl IntoView {
    let dataset = desk.state.dataset;
    let drawing = move || {
        let drawn = |chart: ComparisonChart<'_>| chart.place().draw(&Palette::PAGE);
        desk.chart(|chart, _, _| drawn(chart))
            .unwrap_or_else(|| drawn(ComparisonChart::default()))
    };
    let label = Signal::derive(move || {
        desk.chart(|chart, indicator, _| {
            sentence!(
                "{name}を計画ごとに比べるグラフ（{unit}）。{words}数値は下の表にあります。",
                "Chart that compares {name} in each plan ({unit}). {words} The figures are in the table below.",
                name = dataset.indicator_name(indicator),
                unit = chart.unit,
                words = chart.in_words()
            )
        })
        .unwrap_or_default()
    });
    let key = dynamic(move || {
        desk.choice.with(|choice| {
            let plans = Look::ALL.into_iter().zip(choice.names());
            plans
                .map(|(look, name)| {
                    let (name, lang) = (name.to_owned(), lang_of(name));
                    view! { <li lang=lang>{swatch(look)} {look.number()} {name}</li> }
                })
                .collect_view()
        })
    });
    let table = dynamic(move || {
        desk.chart(|chart, _, _| {
            let heads = chart.looks().map(|(look, plan)| {
                let (name, lang) = (plan.name.to_owned(), lang_of(plan.name));
                view! { <th scope="col" class="num" lang=lang>{look.number()} {name}</th> }
            });
            let heads = heads.collect_view();
            let rows = chart.table_rows().into_iter().map(|row| {
                let cells = row.cells.into_iter();
                let cells = cells
                    .map(|cell| view! { <td class="num">{cell}</td> })
                    .collect_view();
                view! { <tr><th scope="row">{row.year}</th>{cells}</tr> }
            });
            view! {
                <table>
                    <thead>
                        <tr><th scope="col">{words!("年度", "Fiscal year")}</th>{heads}</tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            }
        })
    });
    view! {
        <section aria-labelledby="compared-picture">
            <h2 id="compared-picture">{words!("推移を比べる", "Compare over the years")}</h2>
            {later(move || view! { <Indicator desk /> })}
            <div class="picture">
                <ChartHost drawing label>
                    <ul class="chart-key">{key}</ul>
                    <p class="hint">
                        {words!(
                            "実線は基準値と実績、点線は目標までの道のり、白抜きの印は目標値です。同じ値の線は重なります。",
                            "Solid lines are the baseline and results, dashed lines the way to the target, hollow marks the targets. Lines with the same values lie on each other."
                        )}
                    </p>
                </ChartHost>
                <details>
                    <summary>{words!("グラフの数値を表で見る", "Show the chart’s figures as a table")}</summary>
                    <TableRegion label=words!(
                        "計画ごとの基準値・実績・目標値",
                        "Baseline, results and target in each plan"
                    )>{table}</TableRegion>
                </details>
            </div>
            {later(move || view! { <Export desk /> })}
        </section>
    }
}

/// The choice of the indicator in the chart.
#[component]
fn Indicator(desk: Desk) -> impl IntoView {
    let (dataset, router) = (desk.state.dataset, desk.state.router);
    let option = move |indicator: IndicatorId| {
        let chosen = move || {
            desk.pictured.with(|pictured| {
                pictured
                    .as_ref()
                    .is_some_and(|(shown, _)| *shown == indicator)
            })
        };
        view! {
            <option
                value=dataset.indicator_slug(indicator)
                prop:selected=switch(chosen)
            >
                {dataset.indicator_name(indicator)}
            </option>
        }
    };
    let choose = move |event| {
        let indicator = dataset.find_indicator(&event_target_value(&event));
        router.update(|view| view.screen = Screen::Comparison(indicator));
    };
    let groups = dynamic(move || {
        let differing = desk.differing.get();
        let others = dataset.indicator_ids();
        let others = others.filter(|indicator| !differing.contains(indicator));
        let others = others.map(option).collect_view();
        view! {
            {(!differing.is_empty())
                .then(|| {
                    let options = differing.iter().copied().map(option).collect_view();
                    view! { <optgroup label=words!("違いがある指標", "Indicators that differ")>{options}</optgroup> }
                })}
            <optgroup label=words!("違いがない指標", "Indicators that do not differ")>{others}</optgroup>
        }
    });
    view! {
        <p class="compared-indicator">
            <label for="compared-indicator">{words!("指標", "Indicator")}</label>
            <select id="compared-indicator" on:change=choose>
                {groups}
            </select>
        </p>
    }
}

/// The line and the mark of a plan as the chart draws them.
pub fn swatch(look: Look) -> AnyView {
    let color = look.color(&Palette::PAGE);
    let half = look.size() / 2.0;
    let mark = match look {
        Look::Official => {
            view! { <circle cx="16" cy="8" r=half fill="var(--color-surface)" stroke=color stroke-width="1.5" /> }
                .into_any()
        }
        Look::First => view! { <circle cx="16" cy="8" r=half fill=color /> }.into_any(),
        Look::Second => {
            view! { <rect x=16.0 - half y=8.0 - half width=2.0 * half height=2.0 * half fill=color /> }
                .into_any()
        }
        Look::Third => view! { <path d="M16 3.5l4.5 4.5-4.5 4.5-4.5-4.5z" fill=color /> }.into_any(),
    };
    view! {
        <svg class="chart-swatch" viewBox="0 0 32 16" width="32" height="16" aria-hidden="true">
            <line x1="0" y1="8" x2="32" y2="8" stroke=color stroke-width=look.width() />
            {mark}
        </svg>
    }
    .into_any()
}
