//! Works as a CSV file: a line each, with Japanese headings.

use super::{
    form::{Field, Form},
    import::{Import, Problem},
    works::Works,
};
use crate::{
    csv::{self, Table, unguard},
    fiscal_year::Era,
    language::in_japanese,
    model::Municipality,
    problem::Problems,
    sentence, words,
};

/// The works as a file that spreadsheets open.
#[must_use]
pub fn write(works: &Works, municipalities: &[Municipality]) -> String {
    let cells = |form: &Form| Field::ALL.map(|field| form.get(field).to_owned());
    let mut rows = vec![Field::ALL.map(|field| field.column().to_owned())];
    for entry in works.entries() {
        let form = in_japanese(|| Form::of(&entry.work, municipalities, Era::Wareki));
        rows.push(cells(&form));
    }
    csv::write(rows.iter().map(<[String; Field::ALL.len()]>::as_slice))
}

/// Reads a file: the columns may stand in any order, and those nobody needs may be missing.
#[must_use]
pub fn read(text: &str, municipalities: &[Municipality]) -> Import {
    let mut import = Import::default();
    if text
        .trim_matches(['\u{feff}', ' ', '\r', '\n', ','])
        .is_empty()
    {
        import.problems.push(Problem::of_file(words!(
            "ファイルが空です。1行目に見出し、2行目からに事業を書いてください。",
            "The file is empty. Write the headings in row 1 and the works from row 2 on."
        )));
        return import;
    }
    let found = Problems::default();
    let table = Table::read("", text, &found);
    let required: Vec<&str> = Field::ALL
        .into_iter()
        .filter(|field| field.required())
        .map(Field::column)
        .collect();
    if table.has_columns(&required, &found) {
        let rows: Vec<_> = table.rows(&found).collect();
        for row in rows {
            let mut form = Form::default();
            for field in Field::ALL {
                form.set(field, unguard(row.text(field.column())).to_owned());
            }
            // Spreadsheets leave such lines behind.
            if row.is_blank() {
                continue;
            }
            match form.read(municipalities) {
                Ok(work) => import.works.push(work),
                Err(faults) => {
                    import.problems.extend(faults.iter().map(|(field, fault)| {
                        Problem::of_field(place(row.number()), *field, fault)
                    }))
                }
            }
        }
        import.leave_unread(
            words!("列", "columns"),
            table
                .columns()
                .iter()
                .filter(|heading| Field::headed(heading).is_none()),
        );
    }
    // What is wrong with the file's form stands before what is wrong in its cells.
    let form = found.into_vec().into_iter().map(|problem| Problem {
        place: problem.row.map(place),
        column: problem.column,
        message: problem.kind.to_string(),
    });
    import.problems.splice(0..0, form);
    import
}

fn place(row: usize) -> String {
    sentence!("{row}行目", "Row {row}")
}
