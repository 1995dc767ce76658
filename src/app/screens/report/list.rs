//! 評価指標（KPI）一覧, and a figure of the paper's tables.

use super::sheet::{LIST, Sheet};
use crate::app::{components::TableRegion, state::state};
use leptos::prelude::*;
use michishirube_core::{
    fiscal_year::FiscalYear,
    model::ProjectId,
    report::table::{Cell, Row},
    sentence, words,
};

/// A cell with a figure; where it is 試算, with the official one below.
#[component]
pub fn Figure(
    cell: Cell,
    /// What it is, where the table becomes cards.
    #[prop(into)]
    label: String,
    /// With its year in brackets.
    #[prop(optional)]
    with_year: bool,
) -> impl IntoView {
    let era = state().era();
    let changed = cell.official.is_some();
    let year = cell
        .year
        .filter(|_| with_year)
        .map(|year| sentence!("（{year}）", " ({year})", year = year.short_name(era)));
    view! {
        <td role="cell" class="num" class:has-draft=changed data-label=label>
            {changed.then(|| view! { <mark class="draft-mark">{words!("試算", "What-if")}</mark> {words!("", " ")} })}
            <span class="figure">{cell.text}</span>
            {year.map(|year| view! { <small class="cell-year">{year}</small> })}
            {cell
                .official
                .map(|official| view! { <small class="cell-official">{sentence!("公式 {official}", " Official {official}")}</small> })}
        </td>
    }
}

/// The list, as the paper prints it.
#[component]
pub fn ListSheet(
    rows: Vec<Row<'static>>,
    reporting_year: FiscalYear,
    scenario: bool,
) -> impl IntoView {
    let state = state();
    let era = state.era();
    let years = state
        .dataset
        .result_years()
        .map(|year| {
            view! {
                <th scope="col" class="num">
                    <abbr title=year.full_name(era)>{year.short_name(era)}</abbr>
                </th>
            }
        })
        .collect_view();
    let mut groups: Vec<(ProjectId, Vec<Row<'static>>)> = Vec::new();
    for row in rows {
        match groups.last_mut() {
            Some((project, group)) if *project == row.project_id => group.push(row),
            _ => groups.push((row.project_id, vec![row])),
        }
    }
    let bodies = groups
        .into_iter()
        .map(|(_, group)| view! { <tbody>{list_rows(group)}</tbody> })
        .collect_view();
    view! {
        <Sheet id=LIST title=words!("評価指標（KPI）一覧", "List of indicators (KPI)") scenario>
            <TableRegion label=words!(
                "評価指標（KPI）一覧：基準値、年度ごとの実績、目標値、進捗率",
                "List of indicators (KPI): baseline, result of each year, target, progress rate"
            )>
                <table class="paper-table list-sheet-table">
                    <thead>
                        <tr>
                            <th scope="col">{words!("プロジェクト名", "Project")}</th>
                            <th scope="col">{words!("評価指標（KPI）", "Indicator (KPI)")}</th>
                            <th scope="col" class="num">{words!("基準値", "Baseline")} <small>{words!("（基準年）", " (year)")}</small></th>
                            {years}
                            <th scope="col" class="num">{words!("目標値", "Target")} <small>{words!("（目標年）", " (year)")}</small></th>
                            <th scope="col" class="num">
                                {words!("進捗率", "Progress rate")}
                                <small>{sentence!("（{year}）", " ({year})", year = reporting_year.short_name(era))}</small>
                            </th>
                        </tr>
                    </thead>
                    {bodies}
                </table>
            </TableRegion>
            <p class="sheet-note">
                {sentence!(
                    "進捗率は、{year}の実績を目標値で割ったもの。「集計中」の指標は「—」とする。（再掲）は、同じ評価指標が別のプロジェクトにも掲げられていることを示す。",
                    "The progress rate is the result of {year} divided by the target. Indicators whose result is being compiled have “—”. “(listed again)” means that the same indicator also stands under another project.",
                    year = reporting_year.name(era),
                )}
            </p>
        </Sheet>
    }
}

fn list_rows(group: Vec<Row<'static>>) -> impl IntoView {
    let height = group.len().to_string();
    group
        .into_iter()
        .enumerate()
        .map(|(at, row)| {
            view! {
                <tr>
                    {(at == 0)
                        .then(|| {
                            view! {
                                <th scope="rowgroup" rowspan=height.clone() class="cell-project">{row.project}</th>
                            }
                        })}
                    <th scope="row">{row.indicator}</th>
                    <Figure cell=row.baseline label=words!("基準値", "Baseline") with_year=true />
                    {row
                        .results
                        .into_iter()
                        .map(|cell| view! { <Figure cell label=words!("実績値", "Result") /> })
                        .collect_view()}
                    <Figure cell=row.target label=words!("目標値", "Target") with_year=true />
                    <Figure cell=row.official_rate label=words!("進捗率", "Progress rate") />
                </tr>
            }
        })
        .collect_view()
}
