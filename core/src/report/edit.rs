//! What a person does to the own words of the paper, and the words for it in the way back.

use super::own::{Note, ReportNotes};
use crate::{
    dataset::Dataset,
    fiscal_year::{Era, FiscalYear},
    history::{Tag, written},
    model::RowId,
};

/// What a person does to the paper's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit<'a> {
    /// Writes a text.
    Write(Note<'a>, String),
    /// Chooses the year whose results are reported; `None` is the document's.
    Report(Option<FiscalYear>),
}

impl ReportNotes {
    /// Does it.
    pub fn apply(&mut self, edit: &Edit<'_>) {
        match edit {
            Edit::Write(note, text) => self.set(*note, text),
            Edit::Report(year) => self.reporting_year = *year,
        }
    }
}

impl Edit<'_> {
    /// What is entered keystroke by keystroke, if it is.
    #[must_use]
    pub fn tag(&self, dataset: &Dataset) -> Option<Tag> {
        let Self::Write(note, _) = self else {
            return None;
        };
        let (kind, row) = match note {
            Note::Title => (0, 0),
            Note::DateLine => (1, 0),
            Note::Organisation => (2, 0),
            Note::Analysis => (3, 0),
            Note::Outlook => (4, 0),
            Note::Indicator(id) => (5, dataset.find_indicator(id)?.row()),
            Note::Project(id) => (6, dataset.find_project(id)?.row()),
        };
        Some(Tag(kind, u32::try_from(row).ok()?, 0))
    }

    /// What was done between these two, in a paper that reports this year of itself: 「「対応方向」を書きかえ」.
    #[must_use]
    pub fn words(
        &self,
        before: &ReportNotes,
        after: &ReportNotes,
        dataset: &Dataset,
        own_year: FiscalYear,
        era: Era,
    ) -> String {
        match self {
            Self::Write(note, _) => {
                let what = match note {
                    Note::Indicator(_) => "の分析",
                    Note::Project(_) => "の補足",
                    _ => "",
                };
                let done = written(before.get(*note), after.get(*note));
                format!("「{}」{what}{done}", note.label(dataset))
            }
            Self::Report(_) => {
                let year = |notes: &ReportNotes| notes.reporting_year.unwrap_or(own_year).name(era);
                format!("実績の年度を {} から {} に変更", year(before), year(after))
            }
        }
    }
}
