//! 評価指標（KPI）一覧: the rows as the paper prints them, and as a CSV file has them.

use crate::{
    dataset::{Dataset, Series},
    decimal::Decimal,
    fiscal_year::{Era, FiscalYear},
    format,
    model::{Dated, Listing, Observation, ProjectId},
    progress::{Method, OfficialRate, official_rate},
    ratio::Ratio,
    scenario::{Figures, Scenario},
};
use serde::Serialize;

/// What stands where a result is still being compiled.
const PENDING: &str = "集計中";

/// A figure of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// As people read it, with separators and unit; empty where the document has no entry.
    pub text: String,
    /// The figure itself, where there is one; of 進捗率 the rounded per cent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Decimal>,
    /// The year the figure belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<FiscalYear>,
    /// Whether the document says 集計中.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub pending: bool,
    /// The official text, where the scenario has another: then this cell is 試算.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub official: Option<String>,
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row<'a> {
    /// Its project, for the screen.
    #[serde(skip)]
    pub project_id: ProjectId,
    /// The indicator's text id.
    pub id: &'a str,
    /// プロジェクト名.
    pub project: &'a str,
    /// 評価指標, as the list prints it (with 再掲 where it says so).
    pub indicator: &'a str,
    /// Its unit.
    pub unit: &'a str,
    /// 再掲: it is listed under another project as well.
    pub relisted: bool,
    /// 基準値.
    pub baseline: Cell,
    /// 実績値, a year each.
    pub results: Vec<Cell>,
    /// 目標値.
    pub target: Cell,
    /// 進捗率 of the reporting year.
    pub official_rate: Cell,
}

impl Row<'_> {
    /// Its cells from left to right.
    pub fn cells(&self) -> impl Iterator<Item = &Cell> {
        let before = std::iter::once(&self.baseline);
        before
            .chain(&self.results)
            .chain([&self.target, &self.official_rate])
    }

    /// The result of a year.
    #[must_use]
    pub fn result(&self, year: FiscalYear) -> Option<&Cell> {
        self.results.iter().find(|cell| cell.year == Some(year))
    }

    /// Whether the scenario changes a figure of it.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.cells().any(|cell| cell.official.is_some())
    }
}

/// A line of the review's list, with a scenario laid over it.
pub(super) fn row<'a>(
    dataset: &'a Dataset,
    scenario: &Scenario,
    listing: &'a Listing,
    method: &Method,
    era: Era,
) -> (Row<'a>, Figures) {
    let indicator = listing.indicator;
    let unit = dataset.unit(indicator);
    let official = dataset.series(indicator);
    let figures = scenario.figures(dataset, indicator);
    let series = figures.series();
    let over = |cell, before: &Cell| over(cell, before, era);
    let results = series
        .years()
        .map(|(year, observation)| {
            let before = result(official.observation(year), year, unit);
            over(result(observation, year, unit), &before)
        })
        .collect();
    // A rate that only has other decimals is not another; the official one is printed as usual.
    let usual = Method::standard(method.reporting_year);
    let (tried, alike) = (rate(&series, method), rate(&official, method));
    let row = Row {
        project_id: listing.project,
        id: dataset.indicator_slug(indicator),
        project: &dataset.project(listing.project).name,
        indicator: listing
            .name_as_printed
            .as_deref()
            .unwrap_or_else(|| dataset.indicator_name(indicator)),
        unit,
        relisted: listing.relisted,
        baseline: over(
            dated(series.baseline, unit),
            &dated(official.baseline, unit),
        ),
        results,
        target: over(dated(series.target, unit), &dated(official.target, unit)),
        official_rate: if tried == alike {
            tried
        } else {
            over(tried, &rate(&official, &usual))
        },
    };
    (row, figures)
}

/// The scenario's cell, with the official one beside it where they differ.
fn over(mut cell: Cell, official: &Cell, era: Era) -> Cell {
    if (&cell.text, cell.year) != (&official.text, official.year) {
        let text = if official.text.is_empty() {
            "記載なし"
        } else {
            &official.text
        };
        // A target of another year and the same figure would look unchanged.
        cell.official = Some(match (cell.year, official.year) {
            (Some(tried), Some(year)) if tried != year => {
                format!("{text}（{}）", year.short_name(era))
            }
            _ => text.to_owned(),
        });
    }
    cell
}

fn dated(figure: Option<Dated>, unit: &str) -> Cell {
    figure.map_or_else(Cell::default, |figure| Cell {
        text: format::quantity(figure.value, unit),
        value: Some(figure.value),
        year: Some(figure.year),
        ..Cell::default()
    })
}

fn result(observation: Observation, year: FiscalYear, unit: &str) -> Cell {
    Cell {
        text: match observation {
            Observation::Published(value) => format::quantity(value, unit),
            Observation::Pending => PENDING.to_owned(),
            Observation::Absent => String::new(),
        },
        value: observation.value(),
        year: Some(year),
        pending: observation == Observation::Pending,
        official: None,
    }
}

fn rate(series: &Series<'_>, method: &Method) -> Cell {
    let rate = official_rate(series, method.reporting_year);
    Cell {
        text: format::percent_or_none_to(rate.ratio(), method.decimals),
        value: rate.ratio().and_then(|rate| percent(rate, method.decimals)),
        year: Some(method.reporting_year),
        pending: rate == OfficialRate::Pending,
        official: None,
    }
}

/// A rate as the figure it prints, in per cent.
fn percent(rate: Ratio, decimals: u8) -> Option<Decimal> {
    let rounded = rate.percent(decimals);
    Decimal::new(i64::try_from(rounded.mantissa).ok()?, rounded.decimals).ok()
}

/// The list as cells of a CSV file, the head first: figures without separators and units, so that a
/// spreadsheet can go on computing.
#[must_use]
pub fn csv_rows(rows: &[Row<'_>], reporting_year: FiscalYear, era: Era) -> Vec<Vec<String>> {
    let mut head: Vec<String> = [
        "プロジェクト名",
        "評価指標（KPI）",
        "再掲",
        "単位",
        "基準年度",
        "基準値",
    ]
    .map(str::to_owned)
    .to_vec();
    let years = rows.first().map_or(&[][..], |row| &row.results);
    head.extend(
        years
            .iter()
            .filter_map(|cell| Some(format!("{}実績", cell.year?.name(era)))),
    );
    head.extend([
        "目標年度".to_owned(),
        "目標値".to_owned(),
        format!("進捗率（%、{}）", reporting_year.name(era)),
        "区分".to_owned(),
        "公式の値（試算で変わったもの）".to_owned(),
    ]);
    let mut lines = vec![head];
    for row in rows {
        let mut line = vec![
            row.project.to_owned(),
            row.indicator.to_owned(),
            if row.relisted { "再掲" } else { "" }.to_owned(),
            row.unit.to_owned(),
            year_of(&row.baseline, era),
            figure_of(&row.baseline),
        ];
        line.extend(row.results.iter().map(figure_of));
        line.extend([
            year_of(&row.target, era),
            figure_of(&row.target),
            figure_of(&row.official_rate),
            if row.is_changed() { "試算" } else { "公式" }.to_owned(),
            officials(row, era),
        ]);
        lines.push(line);
    }
    lines
}

fn year_of(cell: &Cell, era: Era) -> String {
    cell.year.map_or_else(String::new, |year| year.name(era))
}

fn figure_of(cell: &Cell) -> String {
    cell.value
        .map_or_else(|| cell.text.clone(), |value| value.to_string())
}

/// 「基準値 60.9%、R5実績 52.0%」: what the scenario changed, as it was.
fn officials(row: &Row<'_>, era: Era) -> String {
    let mut texts = Vec::new();
    let mut note = |label: String, cell: &Cell| {
        if let Some(official) = &cell.official {
            texts.push(format!("{label} {official}"));
        }
    };
    note("基準値".to_owned(), &row.baseline);
    for cell in &row.results {
        let year = cell.year.map(|year| year.short_name(era));
        note(format!("{}実績", year.unwrap_or_default()), cell);
    }
    note("目標値".to_owned(), &row.target);
    note("進捗率".to_owned(), &row.official_rate);
    texts.join("、")
}
