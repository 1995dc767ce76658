//! A CSV file as rows with named cells.

use super::problem::{Kind, Problem, Problems};
use crate::{decimal::Decimal, fiscal_year::FiscalYear};
use csv_core::{ReadRecordResult, Reader};
use std::str::FromStr;

/// A CSV file: UTF-8 with or without BOM, RFC 4180.
#[derive(Clone, Debug)]
pub struct Table {
    file: String,
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// A row of a [`Table`]; its cells are asked for by heading and checked on the way.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    table: &'a Table,
    row: usize,
    problems: &'a Problems,
}

impl Table {
    /// Reads a file; rows with too many or too few cells are reported and left out.
    pub(super) fn read(file: &str, text: &str, problems: &Problems) -> Self {
        let mut records = records(text.strip_prefix('\u{feff}').unwrap_or(text)).into_iter();
        let columns = records.next().unwrap_or_default();
        let mut rows = Vec::new();
        for (number, record) in records.enumerate() {
            if record.len() == columns.len() {
                rows.push(record);
            } else {
                problems.add(Problem {
                    file: file.to_owned(),
                    row: Some(number + 2),
                    column: None,
                    kind: Kind::CellCount {
                        expected: columns.len(),
                        found: record.len(),
                    },
                });
            }
        }
        Self {
            file: file.to_owned(),
            columns,
            rows,
        }
    }

    /// Reports every column that is not there; whether all are.
    pub(super) fn has_columns(&self, columns: &[&str], problems: &Problems) -> bool {
        let missing: Vec<_> = columns
            .iter()
            .filter(|column| !self.columns.iter().any(|found| found == *column))
            .collect();
        for column in &missing {
            problems.add(Problem {
                file: self.file.clone(),
                row: None,
                column: Some((**column).to_owned()),
                kind: Kind::MissingColumn,
            });
        }
        missing.is_empty()
    }

    /// The rows.
    pub(super) fn rows<'a>(&'a self, problems: &'a Problems) -> impl Iterator<Item = Row<'a>> {
        (0..self.rows.len()).map(move |row| Row {
            table: self,
            row,
            problems,
        })
    }
}

impl<'a> Row<'a> {
    /// Reports a problem of a cell.
    pub(super) fn problem(&self, column: &str, kind: Kind) {
        self.problems.add(Problem {
            file: self.table.file.clone(),
            row: Some(self.row + 2),
            column: Some(column.to_owned()),
            kind,
        });
    }

    /// A cell, which may be empty.
    #[must_use]
    pub fn text(&self, column: &str) -> &'a str {
        self.table
            .columns
            .iter()
            .position(|found| found == column)
            .map_or("", |at| self.table.rows[self.row][at].as_str())
    }

    /// A cell that must say something.
    #[must_use]
    pub fn required(&self, column: &str) -> &'a str {
        let text = self.text(column);
        if text.is_empty() {
            self.problem(column, Kind::Empty);
        }
        text
    }

    /// A cell as a typed value, `None` when empty or (reported) wrong.
    fn parsed<T: FromStr>(&self, column: &str, wrong: fn(String) -> Kind) -> Option<T> {
        let text = self.text(column);
        if text.is_empty() {
            return None;
        }
        let value = text.parse().ok();
        if value.is_none() {
            self.problem(column, wrong(text.to_owned()));
        }
        value
    }

    /// A figure.
    #[must_use]
    pub fn figure(&self, column: &str) -> Option<Decimal> {
        self.parsed(column, Kind::NotANumber)
    }

    /// A count.
    #[must_use]
    pub fn count<T: FromStr>(&self, column: &str) -> Option<T> {
        self.parsed(column, Kind::NotANumber)
    }

    /// A fiscal year.
    #[must_use]
    pub fn year(&self, column: &str) -> Option<FiscalYear> {
        self.parsed(column, Kind::NotAYear)
    }

    /// One of the words of a fixed list.
    #[must_use]
    pub fn one_of<T: Copy>(&self, column: &str, words: &[(&str, T)]) -> Option<T> {
        let text = self.required(column);
        let value = words.iter().find(|(word, _)| *word == text);
        if value.is_none() && !text.is_empty() {
            let allowed: Vec<_> = words.iter().map(|(word, _)| *word).collect();
            self.problem(
                column,
                Kind::NotAllowed {
                    found: text.to_owned(),
                    allowed: allowed.join("・"),
                },
            );
        }
        value.map(|(_, value)| *value)
    }
}

/// Splits a CSV text into records.
fn records(text: &str) -> Vec<Vec<String>> {
    let mut reader = Reader::new();
    let mut input = text.as_bytes();
    let mut output = vec![0; text.len() + 1];
    let mut ends = vec![0; text.len() + 1];
    let mut records = Vec::new();
    let (mut written, mut ended) = (0, 0);
    loop {
        let (result, read, wrote, fields) =
            reader.read_record(input, &mut output[written..], &mut ends[ended..]);
        input = &input[read..];
        written += wrote;
        ended += fields;
        match result {
            // Called once more with an empty input, the reader closes the last record.
            ReadRecordResult::InputEmpty => {}
            ReadRecordResult::Record => {
                let mut start = 0;
                records.push(
                    ends[..ended]
                        .iter()
                        .map(|end| {
                            let cell = String::from_utf8_lossy(&output[start..*end]).into_owned();
                            start = *end;
                            cell
                        })
                        .collect(),
                );
                (written, ended) = (0, 0);
            }
            // The buffers hold the whole text, so they are never full.
            ReadRecordResult::OutputFull
            | ReadRecordResult::OutputEndsFull
            | ReadRecordResult::End => {
                return records;
            }
        }
    }
}
