//! Sheets as they are kept in a browser.

use super::{
    sheet::Sheet,
    sheets::{Conflict, Sheets},
};
use crate::{dataset::Dataset, keep::Keep};
use serde::{Deserialize, Deserializer, Serialize, de::Error as _};

/// Sheets as they are kept in a browser: by text ids, versioned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// The version of this form: [`Record::VERSION`]. A record of another version is not read.
    #[serde(deserialize_with = "this_version")]
    pub version: u32,
    /// When it was written, in milliseconds since 1970.
    pub saved_at: u64,
    /// One's own sheet.
    pub own: Sheet,
    /// Sheets of others.
    #[serde(default)]
    pub others: Vec<Sheet>,
    /// What waits for a decision.
    #[serde(default)]
    pub conflicts: Vec<Conflict>,
}

fn this_version<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    match u32::deserialize(deserializer)? {
        Record::VERSION => Ok(Record::VERSION),
        other => Err(D::Error::custom(format_args!(
            "a record of version {other}, not {}",
            Record::VERSION
        ))),
    }
}

impl Record {
    /// The version this program writes.
    pub const VERSION: u32 = 1;

    /// The record of these sheets.
    #[must_use]
    pub fn new(sheets: &Sheets, saved_at: u64) -> Self {
        Self {
            version: Self::VERSION,
            saved_at,
            own: sheets.own().clone(),
            others: sheets.others().to_vec(),
            conflicts: sheets.conflicts().to_vec(),
        }
    }

    /// The sheets of a record.
    #[must_use]
    pub fn into_sheets(self) -> Sheets {
        Sheets::new(self.own, self.others, self.conflicts)
    }
}

impl Keep for Sheets {
    type Record = Record;
    const KEY: &'static str = "michishirube/opinions/v1";

    fn from_record(record: Record, _: &Dataset) -> Self {
        record.into_sheets()
    }

    fn to_record(&self, _: &Dataset, saved_at: u64) -> Record {
        Record::new(self, saved_at)
    }

    fn saved_at(record: &Record) -> u64 {
        record.saved_at
    }

    fn merged(_: &Dataset, since: &Self, mine: &Self, theirs: &Self) -> Self {
        mine.laid_over(since, theirs)
    }

    /// What two tabs said differently of one thing waits for the person's decision.
    fn reconciled(_: &Dataset, since: &Self, mine: &Self, theirs: &Self) -> Self {
        let mut merged = mine.laid_over(since, theirs);
        // The other way round mine goes before theirs: the difference is what would be lost.
        merged.contradict(&theirs.laid_over(since, mine), UNSAVED);
        merged
    }
}

/// What stands for the file's name, where two tabs contradict each other.
const UNSAVED: &str = "保存を待っていた内容";
