//! CSV files: read as rows with named cells, and written so that a spreadsheet opens them safely.

use crate::{
    decimal::Decimal,
    fiscal_year::FiscalYear,
    problem::{Kind, Problem, Problems},
    words,
};
use csv_core::{ReadRecordResult, Reader};
use std::{borrow::Cow, str::FromStr};

/// A CSV file: UTF-8 with or without BOM, RFC 4180.
#[derive(Clone, Debug)]
pub struct Table {
    file: String,
    columns: Vec<String>,
    /// With the number a spreadsheet gives them: rows left out are counted.
    rows: Vec<(usize, Vec<String>)>,
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
    pub fn read(file: &str, text: &str, problems: &Problems) -> Self {
        let mut records = records(text.strip_prefix('\u{feff}').unwrap_or(text)).into_iter();
        let columns = records.next().unwrap_or_default();
        let mut rows = Vec::new();
        for (number, record) in records.enumerate() {
            if record.len() == columns.len() {
                rows.push((number + 2, record));
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

    /// Gives columns the headings they are asked for by: what people wrote (「コメント」) under the one
    /// name a reader knows. The first column of a name keeps it.
    pub fn rename(&mut self, known: impl Fn(&str) -> Option<&'static str>) {
        for at in 0..self.columns.len() {
            if let Some(name) = known(&self.columns[at])
                && !self.columns.iter().any(|column| column == name)
            {
                self.columns[at] = name.to_owned();
            }
        }
    }

    /// The headings.
    #[must_use]
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// Whether a column is there.
    #[must_use]
    pub fn has(&self, column: &str) -> bool {
        self.columns.iter().any(|found| found == column)
    }

    /// Reports every column that is not there; whether all are.
    #[must_use]
    pub fn has_columns(&self, columns: &[&str], problems: &Problems) -> bool {
        let missing: Vec<_> = columns.iter().filter(|column| !self.has(column)).collect();
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
    pub fn rows<'a>(&'a self, problems: &'a Problems) -> impl Iterator<Item = Row<'a>> {
        (0..self.rows.len()).map(move |row| Row {
            table: self,
            row,
            problems,
        })
    }
}

impl<'a> Row<'a> {
    /// Reports a problem of a cell.
    pub fn problem(&self, column: &str, kind: Kind) {
        self.problems.add(Problem {
            file: self.table.file.clone(),
            row: Some(self.number()),
            column: Some(column.to_owned()),
            kind,
        });
    }

    /// Which row it is, as a spreadsheet counts (the heading is row 1).
    #[must_use]
    pub fn number(&self) -> usize {
        self.table.rows[self.row].0
    }

    /// Whether no cell says anything, as in rows a spreadsheet leaves behind.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        let cells = &self.table.rows[self.row].1;
        cells.iter().all(|cell| cell.trim().is_empty())
    }

    /// A cell, which may be empty.
    #[must_use]
    pub fn text(&self, column: &str) -> &'a str {
        self.table
            .columns
            .iter()
            .position(|found| found == column)
            .map_or("", |at| self.table.rows[self.row].1[at].as_str())
    }

    /// Whether a column is there.
    #[must_use]
    pub fn has(&self, column: &str) -> bool {
        self.table.has(column)
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
                    allowed: allowed.join(words!("・", ", ")),
                },
            );
        }
        value.map(|(_, value)| *value)
    }
}

/// Writes rows, the heading first: UTF-8 with BOM, which Excel needs to know it by; lines end as RFC
/// 4180 says.
#[must_use]
pub fn write<'a>(rows: impl IntoIterator<Item = &'a [String]>) -> String {
    let mut text = String::from('\u{feff}');
    for row in rows {
        for (at, cell) in row.iter().enumerate() {
            if at > 0 {
                text.push(',');
            }
            let cell = guard(cell);
            if cell.contains([',', '"', '\n', '\r']) {
                text.push('"');
                text.push_str(&cell.replace('"', "\"\""));
                text.push('"');
            } else {
                text.push_str(&cell);
            }
        }
        text.push_str("\r\n");
    }
    text
}

/// Signs a spreadsheet may take for the beginning of a formula.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// Whether a spreadsheet might calculate a cell instead of showing it. Apostrophes in front are
/// looked through, so that [`unguard`] gives back exactly what was guarded.
fn may_be_formula(cell: &str) -> bool {
    let text = cell.trim_start_matches('\'');
    let plain_number = text.strip_prefix('-').is_some_and(|rest| {
        rest.parse::<Decimal>().is_ok() && rest.starts_with(|first: char| first.is_ascii_digit())
    });
    text.starts_with(FORMULA) && !plain_number
}

/// A cell that a spreadsheet shows as text, whatever it begins with.
fn guard(cell: &str) -> Cow<'_, str> {
    if may_be_formula(cell) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// The text of a cell as it was before [`write()`] guarded it.
#[must_use]
pub fn unguard(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if may_be_formula(rest) => rest,
        _ => cell,
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        records(text.strip_prefix('\u{feff}').unwrap_or(text))
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(
            rows in proptest::collection::vec(
                proptest::collection::vec("[ -~\n\r\tあ＝'\"=+@-]{0,6}", 2..4),
                1..5,
            )
        ) {
            let read: Vec<Vec<String>> = cells(&write(rows.iter().map(Vec::as_slice)))
                .into_iter()
                .map(|row| row.iter().map(|cell| unguard(cell).to_owned()).collect())
                .collect();
            prop_assert_eq!(read, rows);
        }

        #[test]
        fn no_text_makes_the_reader_panic(text in any::<String>()) {
            let problems = Problems::default();
            let table = Table::read("any.csv", &text, &problems);
            prop_assert!(table.rows(&problems).count() <= text.len());
        }
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_does_even_after_one_left_out() {
        let problems = Problems::default();
        let table = Table::read("any.csv", "名前,値\nあ,1\nい\n,\nう,2\n", &problems);
        let rows: Vec<_> = table
            .rows(&problems)
            .filter(|row| !row.is_blank())
            .map(|row| (row.number(), row.text("名前").to_owned()))
            .collect();
        assert_eq!(rows, [(2, "あ".to_owned()), (5, "う".to_owned())]);
        assert_eq!(problems.into_vec()[0].row, Some(3));
    }

    #[test]
    fn what_a_spreadsheet_would_calculate_is_shown_as_text() {
        let row = ["=1+1", "+81", "-8.3", "-x", "@SUM(A1)", "'=x", "'a", "＝A1"].map(str::to_owned);
        assert_eq!(
            write([row.as_slice()]),
            "\u{feff}'=1+1,'+81,-8.3,'-x,'@SUM(A1),''=x,'a,'＝A1\r\n"
        );
    }
}
