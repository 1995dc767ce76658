//! Checks of the assembled dataset against the control figures of the documents.

use super::{Files, tables::control};
use crate::{
    csv::{Row, Table},
    dataset::Dataset,
    format,
    problem::{Kind, Problems},
    progress::{OfficialRate, official_rate},
};

pub(super) fn check(dataset: &Dataset, files: &Files, problems: &Problems) {
    budget_controls(dataset, files, problems);
    one_project_each(dataset, problems);
    published_rates(dataset, files, problems);
}

fn table(file: &str, columns: &[&str], files: &Files, problems: &Problems) -> Option<Table> {
    let Some(text) = files.get(file) else {
        problems.of_file(file, Kind::MissingFile);
        return None;
    };
    let table = Table::read(file, text, problems);
    table.has_columns(columns, problems).then_some(table)
}

/// Rows and sums of the budget table by area and 振興局.
fn budget_controls(dataset: &Dataset, files: &Files, problems: &Problems) {
    #[derive(Clone, Copy)]
    enum Scope {
        Total,
        Area,
        Subprefecture,
    }
    const SCOPES: [(&str, Scope); 3] = [
        ("total", Scope::Total),
        ("area", Scope::Area),
        ("subprefecture", Scope::Subprefecture),
    ];
    let columns = ["scope", "key", "rows", "amount", "unit"];
    let Some(table) = table("budget_controls.csv", &columns, files, problems) else {
        return;
    };
    for row in table.rows(problems) {
        let Some(scope) = row.one_of("scope", &SCOPES) else {
            continue;
        };
        let key = row.text("key");
        let within = |appearance: usize| {
            let place = dataset.subprefecture(dataset.appearances.subprefectures[appearance]);
            match scope {
                Scope::Total => true,
                Scope::Area => dataset.area(place.area).slug == key,
                Scope::Subprefecture => place.slug == key,
            }
        };
        let budgets = dataset.appearances.budgets.iter().enumerate();
        let found: Vec<u32> = budgets
            .filter_map(|(at, budget)| budget.filter(|_| within(at)))
            .collect();
        compare(&row, "amount", "予算額の合計", found.iter().sum::<u32>());
        compare(
            &row,
            "rows",
            "予算の行数",
            u32::try_from(found.len()).unwrap_or(u32::MAX),
        );
    }
}

/// A budget stands under one project, so that sums by project count it once.
fn one_project_each(dataset: &Dataset, problems: &Problems) {
    let all = &dataset.appearances;
    for (at, projects) in all.projects.iter().enumerate() {
        if all.budgets[at].is_some() && projects.len() != 1 {
            let name = dataset.program_name(all.programs[at]);
            let what = format!("予算のある事業「{name}」のプロジェクトの数");
            problems.of_file("appearance_projects.csv", control(&what, 1, projects.len()));
        }
    }
}

fn compare(row: &Row<'_>, column: &str, what: &str, found: u32) {
    if let Some(expected) = row.count::<u32>(column)
        && expected != found
    {
        row.problem(column, control(what, expected, found));
    }
}

/// The 進捗率 as the paper prints them against the arithmetic.
fn published_rates(dataset: &Dataset, files: &Files, problems: &Problems) {
    let columns = ["indicator", "fiscal_year", "rate", "status"];
    let Some(table) = table("published_rates.csv", &columns, files, problems) else {
        return;
    };
    for row in table.rows(problems) {
        let Some(indicator) = dataset.find_indicator(row.required("indicator")) else {
            row.problem(
                "indicator",
                Kind::Unknown {
                    id: row.text("indicator").to_owned(),
                    file: "indicators.csv",
                },
            );
            continue;
        };
        let Some(year) = row.year("fiscal_year") else {
            continue;
        };
        let computed = match official_rate(&dataset.series(indicator), year) {
            OfficialRate::Rate(rate) => format::percent_digits(rate.percent(1)),
            _ => String::new(),
        };
        if computed != row.text("rate") {
            row.problem(
                "rate",
                control("計算した進捗率", row.text("rate"), computed),
            );
        }
    }
}
