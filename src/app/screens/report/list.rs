//! 評価指標（KPI）一覧, and a figure of the paper's tables.

use super::sheet::{LIST, Sheet};
use crate::app::{components::TableRegion, state::state};
use leptos::prelude::*;
use michishirube_core::{
    fiscal_year::FiscalYear,
    model::ProjectId,
    report::table::{Cell, Row},
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
        .map(|year| format!("（{}）", year.short_name(era)));
    view! {
        <td role="cell" class="num" class:has-draft=changed data-label=label>
            {changed.then(|| view! { <mark class="draft-mark">"試算"</mark> })}
            <span class="figure">{cell.text}</span>
            {year.map(|year| view! { <small class="cell-year">{year}</small> })}
            {cell
                .official
                .map(|official| view! { <small class="cell-official">{format!("公式 {official}")}</small> })}
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
        <Sheet id=LIST title="評価指標（KPI）一覧" scenario>
            <TableRegion label="評価指標（KPI）一覧：基準値、年度ごとの実績、目標値、進捗率">
                <table class="paper-table list-sheet-table">
                    <thead>
                        <tr>
                            <th scope="col">"プロジェクト名"</th>
                            <th scope="col">"評価指標（KPI）"</th>
                            <th scope="col" class="num">"基準値" <small>"（基準年）"</small></th>
                            {years}
                            <th scope="col" class="num">"目標値" <small>"（目標年）"</small></th>
                            <th scope="col" class="num">
                                "進捗率" <small>{format!("（{}）", reporting_year.short_name(era))}</small>
                            </th>
                        </tr>
                    </thead>
                    {bodies}
                </table>
            </TableRegion>
            <p class="sheet-note">
                {format!(
                    "進捗率は、{}の実績を目標値で割ったもの。「集計中」の指標は「—」とする。（再掲）は、同じ評価指標が別のプロジェクトにも掲げられていることを示す。",
                    reporting_year.name(era),
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
                    <Figure cell=row.baseline label="基準値" with_year=true />
                    {row
                        .results
                        .into_iter()
                        .map(|cell| view! { <Figure cell label="実績値" /> })
                        .collect_view()}
                    <Figure cell=row.target label="目標値" with_year=true />
                    <Figure cell=row.official_rate label="進捗率" />
                </tr>
            }
        })
        .collect_view()
}
