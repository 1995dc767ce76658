//! What can be wrong in a file, and how to say it: to the build as to a person who hands one in.

use crate::{sentence, words};
use std::{cell::RefCell, fmt};

/// A mistake in a file: where it is, what it is, what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file's name.
    pub file: String,
    /// The row as a spreadsheet counts (the heading is row 1), where there is one.
    pub row: Option<usize>,
    /// The column's heading, where there is one.
    pub column: Option<String>,
    /// What is wrong.
    pub kind: Kind,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The file is not there.
    MissingFile,
    /// A column is not there.
    MissingColumn,
    /// A row has more or fewer cells than the heading.
    CellCount {
        /// Cells in the heading.
        expected: usize,
        /// Cells in the row.
        found: usize,
    },
    /// A cell that must say something is empty.
    Empty,
    /// Not a plain number.
    NotANumber(String),
    /// Not a fiscal year in range.
    NotAYear(String),
    /// Not one of the words allowed here.
    NotAllowed {
        /// What stands there.
        found: String,
        /// What may stand there.
        allowed: String,
    },
    /// An id that stands twice.
    Duplicate(String),
    /// An id that no table has.
    Unknown {
        /// The id.
        id: String,
        /// The file that should have it.
        file: &'static str,
    },
    /// A unit other than the indicator's.
    UnitMismatch {
        /// The unit found.
        found: String,
        /// The indicator's unit.
        expected: String,
    },
    /// A sum or count that does not agree with its control figure.
    ControlMismatch {
        /// What was summed.
        what: String,
        /// The control figure.
        expected: String,
        /// The figure found.
        found: String,
    },
    /// A TOML file that cannot be read.
    Toml(String),
    /// Years in the wrong order.
    YearOrder,
    /// What the reader of this kind of file says itself: what is wrong, and what to do.
    Said(String),
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(row) = self.row {
            f.write_str(&sentence!(" の{row}行目", ", row {row}"))?;
        }
        if let Some(column) = &self.column {
            f.write_str(&sentence!("「{column}」列", ", column “{column}”"))?;
        }
        write!(f, "{}{}", words!("：", ": "), self.kind)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said = match self {
            Self::MissingFile => words!(
                "ファイルがありません。この名前で置いてください。",
                "The file is missing. Put it there under this name."
            )
            .to_owned(),
            Self::MissingColumn => words!(
                "この列がありません。見出しの行に加えてください。",
                "This column is missing. Add it to the heading row."
            )
            .to_owned(),
            Self::CellCount { expected, found } => sentence!(
                "セルが{found}個あります。見出しと同じ{expected}個にしてください（カンマや引用符の抜けがないか確かめてください）。",
                "The number of cells is {found}. Make it {expected}, as in the heading row (check for missing commas or quotation marks)."
            ),
            Self::Empty => words!(
                "空です。値を入れてください。",
                "This is empty. Enter a value."
            )
            .to_owned(),
            Self::NotANumber(found) => sentence!(
                "「{found}」は数字ではありません。カンマや単位のない半角の数字にしてください。",
                "“{found}” is not a number. Write it in plain digits, without commas or units."
            ),
            Self::NotAYear(found) => sentence!(
                "「{found}」は年度ではありません。西暦の4けた（1989〜2100）にしてください。",
                "“{found}” is not a fiscal year. Write four digits of the Western calendar (1989–2100)."
            ),
            Self::NotAllowed { found, allowed } => sentence!(
                "「{found}」は使えません。{allowed} のどれかにしてください。",
                "“{found}” cannot be used. Use one of these: {allowed}."
            ),
            Self::Duplicate(id) => sentence!(
                "「{id}」が2回あります。どちらかを別のidにするか、消してください。",
                "“{id}” is there twice. Give one of them another id, or delete it."
            ),
            Self::Unknown { id, file } => sentence!(
                "「{id}」は {file} にありません。つづりを確かめるか、{file} に加えてください。",
                "“{id}” is not in {file}. Check the spelling, or add it to {file}."
            ),
            Self::UnitMismatch { found, expected } => sentence!(
                "単位が「{found}」です。この指標の単位「{expected}」にそろえてください。",
                "The unit is “{found}”. Use the unit of this indicator, “{expected}”."
            ),
            Self::ControlMismatch {
                what,
                expected,
                found,
            } => sentence!(
                "{what}が{found}で、確認用の{expected}と合いません。元の表とこの値を確かめてください。",
                "{what} is {found}, which does not agree with the control figure {expected}. Check the original table and this value."
            ),
            Self::Said(said) => said.clone(),
            Self::Toml(message) => {
                sentence!("読み取れません。{message}", "This cannot be read. {message}")
            }
            Self::YearOrder => words!(
                "年度の順が逆です。始まり・基準の年度を、終わり・目標の年度より前にしてください。",
                "The years are in the wrong order. The start or baseline year must come before the end or target year."
            )
            .to_owned(),
        };
        f.write_str(&said)
    }
}

/// Problems gathered while reading goes on. Shared by every reader, so that one run reports all.
#[derive(Debug, Default)]
pub struct Problems {
    found: RefCell<Vec<Problem>>,
}

impl Problems {
    /// One more.
    pub fn add(&self, problem: Problem) {
        self.found.borrow_mut().push(problem);
    }

    /// A problem of a file as a whole.
    pub fn of_file(&self, file: &str, kind: Kind) {
        self.add(Problem {
            file: file.to_owned(),
            row: None,
            column: None,
            kind,
        });
    }

    /// Whether nothing is wrong so far.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.found.borrow().is_empty()
    }

    /// All of them, in the order they were found.
    #[must_use]
    pub fn into_vec(self) -> Vec<Problem> {
        self.found.into_inner()
    }
}
