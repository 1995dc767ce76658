//! One person's opinions.

use super::measure::{ListedMeasure, MeasureId, title_key};
use crate::{format, sentence, words};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Whether a measure should be taken on by a 官民共創チーム. Undecided is the absence of both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Candidate {
    /// 候補.
    Yes,
    /// 候補でない.
    No,
}

impl Candidate {
    /// Every judgement in the order of the page, 未定 included.
    pub const ALL: [Option<Self>; 3] = [Some(Self::Yes), Some(Self::No), None];

    /// Its word on the page; [`JUDGEMENTS`](super::file::JUDGEMENTS) has that of files.
    #[must_use]
    pub fn word(judgement: Option<Self>) -> &'static str {
        match judgement {
            Some(Self::Yes) => words!("候補", "Candidate"),
            Some(Self::No) => words!("候補でない", "Not a candidate"),
            None => words!("未定", "Undecided"),
        }
    }
}

/// What one person says of one measure.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opinion {
    /// 官民共創チームで臨む; `None` is 未定.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub candidate: Option<Candidate>,
    /// 連携する主体.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub partners: String,
    /// 意見.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
}

impl Opinion {
    /// Whether it says nothing: undecided, and no text but spaces.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.candidate.is_none()
            && self.partners.trim().is_empty()
            && self.comment.trim().is_empty()
    }
}

/// A text of a sheet that has a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Text {
    /// 記入者.
    Author,
    /// 連携する主体.
    Partners,
    /// 意見.
    Comment,
}

impl Text {
    /// Its name on the page.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Author => words!("記入者", "Written by"),
            Self::Partners => words!("連携する主体", "Partners"),
            Self::Comment => words!("意見", "Opinion"),
        }
    }

    /// The longest it may be, in characters.
    #[must_use]
    pub const fn limit(self) -> usize {
        match self {
            Self::Author => 60,
            Self::Partners => 300,
            Self::Comment => 2_000,
        }
    }

    /// The text with line ends as the page has them, if it is not too long.
    ///
    /// # Errors
    /// [`TooLong`]: nothing is cut off silently.
    pub fn check(self, text: &str) -> Result<String, TooLong> {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let length = text.chars().count();
        if length > self.limit() {
            return Err(TooLong { text: self, length });
        }
        Ok(text)
    }
}

/// A text beyond its limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong {
    /// Which text.
    pub text: Text,
    /// How long it is, in characters.
    pub length: usize,
}

impl TooLong {
    /// What to tell the person.
    #[must_use]
    pub fn message(self) -> String {
        let count = |number: usize| format::group(u32::try_from(number).unwrap_or(u32::MAX));
        let limit = self.text.limit();
        sentence!(
            "{name}は{limit}字までです。いま{length}字あるので、{over}字減らしてください。",
            "“{name}” can have up to {limit} characters. It has {length}, so shorten it by {over}.",
            name = self.text.name(),
            limit = count(limit),
            length = count(self.length),
            over = count(self.length.saturating_sub(limit))
        )
    }
}

/// One person's opinions, by measure. Those on measures this edition does not know are kept as well.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// 記入者; empty until one's own sheet is signed.
    pub author: String,
    /// What is said; never an empty opinion.
    #[serde(default)]
    pub opinions: BTreeMap<MeasureId, Opinion>,
}

impl Sheet {
    /// What is said of a measure.
    #[must_use]
    pub fn get(&self, measure: &MeasureId) -> Option<&Opinion> {
        self.opinions.get(measure)
    }

    /// Says something of a measure; an empty opinion takes back what was said.
    pub fn set(&mut self, measure: &MeasureId, opinion: Opinion) {
        if opinion.is_empty() {
            self.opinions.remove(measure);
        } else {
            self.opinions.insert(measure.clone(), opinion);
        }
    }

    /// On how many of these measures something is said.
    #[must_use]
    pub fn filled(&self, measures: &[ListedMeasure<'_>]) -> usize {
        measures
            .iter()
            .filter(|measure| self.opinions.contains_key(&measure.id))
            .count()
    }

    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.opinions.is_empty()
    }

    /// The author as shown to people.
    #[must_use]
    pub fn signature(&self) -> &str {
        if self.author.is_empty() {
            words!("（記入者の名前なし）", "(no name)")
        } else {
            &self.author
        }
    }
}

/// Whether two names are one person's: 「山田 太郎」 and 「山田　太郎」 are.
#[must_use]
pub fn same_author(one: &str, other: &str) -> bool {
    title_key(one) == title_key(other)
}
