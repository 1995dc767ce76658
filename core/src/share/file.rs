//! Scenarios as a file: the record that the browser keeps ([`Record`]), with one scenario or several.
//!
//! `public/data/scenario.schema.json` describes its form for other programs.

use crate::{
    dataset::Dataset,
    scenario::{Record, Scenario, ScenarioId, Scenarios},
};
use serde::{Deserialize, de::IgnoredAny};

/// Why a file of scenarios was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileError {
    /// Not JSON, from this place on.
    NotJson(Place),
    /// JSON of another kind.
    Foreign,
    /// Of a later version of this program.
    Future,
    /// A scenario with something in it that no scenario has, at this place where one is known.
    Unfit(Option<Place>),
    /// More scenarios than a person can have.
    TooMany,
}

/// A place in a text, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The character in it.
    pub character: usize,
}

impl Place {
    /// Where an error is, if it says so. It counts bytes, which nobody sees.
    fn of(error: &serde_json::Error, text: &str) -> Option<Self> {
        let line = error.line().checked_sub(1)?;
        let bytes = text.split('\n').nth(line)?.as_bytes();
        let before = bytes.get(..error.column().saturating_sub(1))?;
        Some(Self {
            line: line + 1,
            character: String::from_utf8_lossy(before).chars().count() + 1,
        })
    }

    fn words(self) -> String {
        format!("{}行目の{}文字目", self.line, self.character)
    }
}

impl FileError {
    /// What is wrong, where, and what to do.
    #[must_use]
    pub fn message(self) -> String {
        match self {
            Self::NotJson(place) => format!(
                "{}から、JSONとして読めません。途中で切れたか、書きかえるときに記号が抜けたようです。元のファイルを選び直すか、そこを直してください。",
                place.words()
            ),
            Self::Foreign => {
                "試算のファイルではありません。試算の「共有」で保存したファイルを選んでください。"
                    .to_owned()
            }
            Self::Future => {
                "新しい版のみちしるべで作られたファイルです。このページを再読み込みしてから、もう一度開いてください。"
                    .to_owned()
            }
            Self::Unfit(place) => {
                let place = place.map_or_else(
                    || "版の番号か計算の設定".to_owned(),
                    |place| format!("{}のあたり", place.words()),
                );
                format!(
                    "{place}が、試算のファイルの形と合いません。元のファイルを選び直すか、ファイルの形の説明を見てそこを直してください。"
                )
            }
            Self::TooMany => format!(
                "試算が多すぎます。1つのファイルに{}件まで入れられます。",
                Scenarios::LIMIT
            ),
        }
    }
}

/// The file of all scenarios, or of one.
#[must_use]
pub fn write(
    scenarios: &Scenarios,
    only: Option<ScenarioId>,
    dataset: &Dataset,
    saved_at: u64,
) -> String {
    let mut record = Record::new(scenarios, dataset, saved_at);
    if let Some(only) = only {
        record.scenarios.retain(|scenario| scenario.id == only);
        record.chosen = only;
    }
    serde_json::to_string_pretty(&record).unwrap_or_default()
}

/// The scenarios of a file of any version, in its order. Which one was chosen there, and under what
/// ids they were kept, says nothing here.
///
/// # Errors
/// When it is no such file, or something in it is not as it must be.
pub fn read(text: &str, dataset: &Dataset) -> Result<Vec<Scenario>, FileError> {
    /// What tells a file of scenarios from others.
    #[derive(Deserialize)]
    struct Mark {
        version: u64,
        #[serde(rename = "saved_at")]
        _saved_at: IgnoredAny,
    }

    // Editors on Windows put this mark before a text.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // First as JSON of any kind, so that one is not taken for the other.
    serde_json::from_str::<IgnoredAny>(text).map_err(|error| {
        let start = Place {
            line: 1,
            character: 1,
        };
        FileError::NotJson(Place::of(&error, text).unwrap_or(start))
    })?;
    // A list would be taken for a record without the names of its parts.
    if !text.trim_start().starts_with('{') {
        return Err(FileError::Foreign);
    }
    let record: Record =
        serde_json::from_str(text).map_err(|error| match serde_json::from_str(text) {
            Ok(Mark { version, .. }) if version > u64::from(Record::VERSION) => FileError::Future,
            Ok(_) => FileError::Unfit(Place::of(&error, text)),
            Err(_) => FileError::Foreign,
        })?;
    if record.scenarios.len() > Scenarios::LIMIT {
        return Err(FileError::TooMany);
    }
    let scenarios = record.scenarios.into_iter();
    Ok(scenarios
        .map(|scenario| scenario.into_scenario(dataset))
        .collect())
}
