//! The user's own words for the paper: kept apart from what the figures and the document say.

use crate::{dataset::Dataset, fiscal_year::FiscalYear, keep::Keep};
use serde::{Deserialize, Deserializer, Serialize, de::Error as _};
use std::collections::BTreeMap;

/// Own texts. Those on indicators and projects are named by text ids, so that nothing is lost with
/// another edition of the data. An empty text is none; then the document's own stands in its place,
/// where it has one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportNotes {
    /// The year whose results are reported, where it is not the document's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reporting_year: Option<FiscalYear>,
    /// The title on the cover.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// The line of the year or date on the cover.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub date_line: String,
    /// Who hands the paper in.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub organisation: String,
    /// 分析 of the list as a whole.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub analysis: String,
    /// 対応方向.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub outlook: String,
    /// 分析 of single indicators, by their text id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub indicators: BTreeMap<String, String>,
    /// Remarks on projects, by their text id.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub projects: BTreeMap<String, String>,
}

/// A text a person may write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note<'a> {
    /// The title on the cover.
    Title,
    /// The line of the year or date on the cover.
    DateLine,
    /// Who hands the paper in.
    Organisation,
    /// 分析 of the list as a whole.
    Analysis,
    /// 対応方向.
    Outlook,
    /// 分析 of the indicator with this text id.
    Indicator(&'a str),
    /// Remarks on the project with this text id.
    Project(&'a str),
}

impl<'a> Note<'a> {
    /// Its name on the page.
    #[must_use]
    pub fn label(self, dataset: &'a Dataset) -> &'a str {
        match self {
            Self::Title => "題名",
            Self::DateLine => "年度または日付",
            Self::Organisation => "作成した機関",
            Self::Analysis => "全体の分析",
            Self::Outlook => "対応方向",
            Self::Indicator(id) => dataset
                .find_indicator(id)
                .map_or(id, |indicator| dataset.indicator_name(indicator)),
            Self::Project(id) => dataset
                .find_project(id)
                .map_or(id, |project| &dataset.project(project).name),
        }
    }
}

/// The most characters of one text: a page or two.
pub const NOTE_LIMIT: usize = 4000;

impl ReportNotes {
    /// How many texts are written.
    #[must_use]
    pub fn len(&self) -> usize {
        let single = [
            Note::Title,
            Note::DateLine,
            Note::Organisation,
            Note::Analysis,
            Note::Outlook,
        ];
        let single = single.iter().filter(|note| !self.get(**note).is_empty());
        single.count() + self.indicators.len() + self.projects.len()
    }

    /// Whether no text is written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A text; empty where none is written.
    #[must_use]
    pub fn get(&self, note: Note<'_>) -> &str {
        match note {
            Note::Title => &self.title,
            Note::DateLine => &self.date_line,
            Note::Organisation => &self.organisation,
            Note::Analysis => &self.analysis,
            Note::Outlook => &self.outlook,
            Note::Indicator(id) => self.indicators.get(id).map_or("", String::as_str),
            Note::Project(id) => self.projects.get(id).map_or("", String::as_str),
        }
    }

    /// Writes a text in its [`kept`] form.
    pub fn set(&mut self, note: Note<'_>, text: &str) {
        let text = kept(text);
        match note {
            Note::Title => self.title = text,
            Note::DateLine => self.date_line = text,
            Note::Organisation => self.organisation = text,
            Note::Analysis => self.analysis = text,
            Note::Outlook => self.outlook = text,
            Note::Indicator(id) => put(&mut self.indicators, id, text),
            Note::Project(id) => put(&mut self.projects, id, text),
        }
    }
}

/// The form in which a text is kept: cut at [`NOTE_LIMIT`]; blank is none.
#[must_use]
pub fn kept(text: &str) -> String {
    if text.trim().is_empty() {
        String::new()
    } else {
        text.chars().take(NOTE_LIMIT).collect()
    }
}

fn put(texts: &mut BTreeMap<String, String>, id: &str, text: String) {
    if text.is_empty() {
        texts.remove(id);
    } else {
        texts.insert(id.to_owned(), text);
    }
}

/// Own texts as they are kept in a browser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// The version of this form: [`Record::VERSION`]. A record of another version is not read.
    #[serde(deserialize_with = "this_version")]
    pub version: u32,
    /// When it was written, in milliseconds since 1970.
    pub saved_at: u64,
    /// The texts.
    pub notes: ReportNotes,
}

impl Record {
    /// The version this program writes.
    pub const VERSION: u32 = 1;
}

impl Keep for ReportNotes {
    type Record = Record;
    const KEY: &'static str = "michishirube/report/v1";

    fn from_record(record: Record, _: &Dataset) -> Self {
        record.notes
    }

    fn to_record(&self, _: &Dataset, saved_at: u64) -> Record {
        Record {
            version: Record::VERSION,
            saved_at,
            notes: self.clone(),
        }
    }

    fn saved_at(record: &Record) -> u64 {
        record.saved_at
    }
}

fn this_version<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    match u32::deserialize(deserializer)? {
        Record::VERSION => Ok(Record::VERSION),
        other => Err(D::Error::custom(format_args!(
            "notes of version {other}, not {}",
            Record::VERSION
        ))),
    }
}
