//! What can be wrong in a file, and how to say it: to the build as to a person who hands one in.

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
            write!(f, " の{row}行目")?;
        }
        if let Some(column) = &self.column {
            write!(f, "「{column}」列")?;
        }
        write!(f, "：{}", self.kind)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingFile => f.write_str("ファイルがありません。この名前で置いてください。"),
            Self::MissingColumn => f.write_str("この列がありません。見出しの行に加えてください。"),
            Self::CellCount { expected, found } => write!(
                f,
                "セルが{found}個あります。見出しと同じ{expected}個にしてください（カンマや引用符の抜けがないか確かめてください）。"
            ),
            Self::Empty => f.write_str("空です。値を入れてください。"),
            Self::NotANumber(found) => write!(
                f,
                "「{found}」は数字ではありません。カンマや単位のない半角の数字にしてください。"
            ),
            Self::NotAYear(found) => write!(
                f,
                "「{found}」は年度ではありません。西暦の4けた（1989〜2100）にしてください。"
            ),
            Self::NotAllowed { found, allowed } => {
                write!(
                    f,
                    "「{found}」は使えません。{allowed} のどれかにしてください。"
                )
            }
            Self::Duplicate(id) => {
                write!(
                    f,
                    "「{id}」が2回あります。どちらかを別のidにするか、消してください。"
                )
            }
            Self::Unknown { id, file } => write!(
                f,
                "「{id}」は {file} にありません。つづりを確かめるか、{file} に加えてください。"
            ),
            Self::UnitMismatch { found, expected } => write!(
                f,
                "単位が「{found}」です。この指標の単位「{expected}」にそろえてください。"
            ),
            Self::ControlMismatch {
                what,
                expected,
                found,
            } => write!(
                f,
                "{what}が{found}で、確認用の{expected}と合いません。元の表とこの値を確かめてください。"
            ),
            Self::Said(sentence) => f.write_str(sentence),
            Self::Toml(message) => write!(f, "読み取れません。{message}"),
            Self::YearOrder => f.write_str(
                "年度の順が逆です。始まり・基準の年度を、終わり・目標の年度より前にしてください。",
            ),
        }
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
