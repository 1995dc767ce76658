//! What reading a file of works gives: the good ones, and what is wrong with the others.

use super::{
    fault::Fault,
    form::{Field, short},
    work::Work,
    works::Works,
};
use std::fmt;

/// A file of works, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// The works that can be taken over, in the order of the file.
    pub works: Vec<Work>,
    /// What is wrong with the others.
    pub problems: Vec<Problem>,
    /// What was left unread without harm.
    pub remarks: Vec<String>,
}

/// What is wrong in a file: where, in which column, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// 「3行目」 or 「2番目の地物」; `None` when it is the file as a whole.
    pub place: Option<String>,
    /// The column or property.
    pub column: Option<String>,
    /// What is wrong and what to do.
    pub message: String,
}

impl Problem {
    /// A problem of the file as a whole.
    pub(super) fn of_file(message: impl Into<String>) -> Self {
        Self {
            place: None,
            column: None,
            message: message.into(),
        }
    }

    /// A fault of a field.
    pub(super) fn of_field(place: String, field: Field, fault: &Fault) -> Self {
        Self {
            place: Some(place),
            column: Some(field.heading().to_owned()),
            message: fault.message(),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.place {
            f.write_str(place)?;
        }
        if let Some(column) = &self.column {
            write!(f, "「{column}」")?;
        }
        if self.place.is_some() || self.column.is_some() {
            f.write_str("：")?;
        }
        f.write_str(&self.message)
    }
}

/// What became of the works of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// How many were added.
    pub added: usize,
    /// How many stood there already, word for word.
    pub known: usize,
    /// How many found no room.
    pub over: usize,
}

impl Works {
    /// Adds the works of a file, leaving out those that stand here already.
    pub fn take(&mut self, works: Vec<Work>) -> Taken {
        let mut taken = Taken::default();
        // Only against what was here before: a file may well have two equal lines on purpose.
        let before = self.clone();
        for work in works {
            if before.contains(&work) {
                taken.known += 1;
            } else if self.add(work).is_some() {
                taken.added += 1;
            } else {
                taken.over += 1;
            }
        }
        taken
    }
}

impl Taken {
    /// What became of them, in a sentence.
    #[must_use]
    pub fn sentence(self) -> String {
        let mut text = format!("{}件を加えました。", self.added);
        if self.known > 0 {
            text.push_str(&format!(
                "{}件は同じ内容がすでにあるため、加えませんでした。",
                self.known
            ));
        }
        if self.over > 0 {
            text.push_str(&format!(
                "{}件は、この図に置ける{}件を超えるため、加えませんでした。",
                self.over,
                Works::LIMIT
            ));
        }
        text
    }
}

impl Import {
    /// Says which columns or properties this program does not know.
    pub(super) fn leave_unread<'a>(&mut self, what: &str, names: impl Iterator<Item = &'a String>) {
        const NAMED: usize = 5;
        let names: Vec<String> = names
            .filter(|name| !name.trim().is_empty())
            .map(|name| format!("「{}」", short(name)))
            .collect();
        if names.is_empty() {
            return;
        }
        let more = if names.len() > NAMED { "など" } else { "" };
        self.remarks.push(format!(
            "使わない{what}を読み飛ばしました：{}{more}",
            names[..names.len().min(NAMED)].join("")
        ));
    }
}
