//! The dataset's own history.

use super::Files;
use crate::{
    csv::Table,
    model::Change,
    problem::{Kind, Problems},
};

const FILE: &str = "changes.csv";

/// Reads the history, newest first as it stands in the file.
pub(super) fn changes(files: &Files, problems: &Problems) -> Vec<Change> {
    let Some(text) = files.get(FILE) else {
        problems.of_file(FILE, Kind::MissingFile);
        return Vec::new();
    };
    let table = Table::read(FILE, text, problems);
    if !table.has_columns(&["version", "date", "change"], problems) {
        return Vec::new();
    }
    table
        .rows(problems)
        .map(|row| Change {
            version: row.required("version").to_owned(),
            date: row.text("date").to_owned(),
            text: row.required("change").to_owned(),
        })
        .collect()
}
