//! One's own sheet and those of others: merging, contradictions, the overview.

use super::{
    measure::{ListedMeasure, MeasureId},
    sheet::{Candidate, Opinion, Sheet, Text, TooLong, same_author},
};
use crate::keep::held;
use serde::{Deserialize, Serialize};

/// What a file says: one person's opinion on one measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// 記入者, not empty.
    pub author: String,
    /// The measure.
    pub measure: MeasureId,
    /// What is said, not empty.
    pub opinion: Opinion,
}

/// Two opinions of the same person on the same measure: the kept one, and this one from a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    /// Whose; `None` is one's own sheet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    /// Of which measure.
    pub measure: MeasureId,
    /// What the file says.
    pub opinion: Opinion,
    /// The file's name.
    pub file: String,
}

/// How a [`Conflict`] ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// What is kept stays.
    Kept,
    /// What the file says takes its place.
    File,
    /// Both stay, the file's under the name with a number: 「山田（2）」.
    Both,
}

impl Choice {
    /// Every choice, in the order of the page.
    pub const ALL: [Self; 3] = [Self::Kept, Self::File, Self::Both];

    /// Its name on the page.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kept => "いまの内容を残す",
            Self::File => "ファイルの内容にする",
            Self::Both => "両方残す",
        }
    }
}

/// What a merge did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// Opinions that are new.
    pub new: usize,
    /// Opinions that were here already, word by word.
    pub same: usize,
    /// Opinions that wait for a decision.
    pub conflicts: usize,
}

impl Merged {
    /// How many opinions the file had.
    #[must_use]
    pub const fn total(self) -> usize {
        self.new + self.same + self.conflicts
    }

    /// 「12件の意見を読み取りました（新しい意見 9件・同じ内容 2件・食い違い 1件）。」
    #[must_use]
    pub fn sentence(self) -> String {
        if self.total() == 0 {
            return "読み取れた意見はありません。".to_owned();
        }
        let mut parts = Vec::new();
        for (name, count) in [
            ("新しい意見", self.new),
            ("同じ内容", self.same),
            ("食い違い", self.conflicts),
        ] {
            if count > 0 {
                parts.push(format!("{name} {count}件"));
            }
        }
        format!(
            "{}件の意見を読み取りました（{}）。",
            self.total(),
            parts.join("・")
        )
    }
}

/// One's own sheet and those of others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheets {
    own: Sheet,
    /// By author, no two of one person.
    others: Vec<Sheet>,
    conflicts: Vec<Conflict>,
}

/// One person's say on a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Voice<'a> {
    /// Whose.
    pub sheet: &'a Sheet,
    /// Whether it is one's own.
    pub own: bool,
    /// What is said.
    pub opinion: &'a Opinion,
}

/// What everybody says of a measure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voices<'a> {
    /// One's own first, then the others by name.
    pub all: Vec<Voice<'a>>,
}

impl Voices<'_> {
    /// How many judge so (`None`: say something, and leave it undecided).
    #[must_use]
    pub fn count(&self, judgement: Option<Candidate>) -> usize {
        self.all
            .iter()
            .filter(|voice| voice.opinion.candidate == judgement)
            .count()
    }

    /// 意見が分かれている: some say 候補, others 候補でない.
    #[must_use]
    pub fn divided(&self) -> bool {
        self.count(Some(Candidate::Yes)) > 0 && self.count(Some(Candidate::No)) > 0
    }

    /// 「候補 2人・候補でない 1人」; empty where nobody says anything.
    #[must_use]
    pub fn summary(&self) -> String {
        let mut parts = Vec::new();
        for judgement in Candidate::ALL {
            let count = self.count(judgement);
            if count > 0 {
                parts.push(format!("{} {count}人", Candidate::word(judgement)));
            }
        }
        parts.join("・")
    }
}

impl Sheets {
    /// These sheets, with what does not go together as conflicts.
    #[must_use]
    pub fn new(own: Sheet, others: Vec<Sheet>, conflicts: Vec<Conflict>) -> Self {
        let mut sheets = Self::default();
        sheets.own.author = own.author.trim().to_owned();
        for (measure, opinion) in own.opinions {
            sheets.own.set(&measure, opinion);
        }
        for sheet in others {
            for (measure, opinion) in sheet.opinions {
                sheets.put_other(&sheet.author, &measure, opinion, "");
            }
        }
        for conflict in conflicts {
            sheets.add_conflict(conflict);
        }
        sheets
    }

    /// One's own sheet.
    #[must_use]
    pub const fn own(&self) -> &Sheet {
        &self.own
    }

    /// The others' sheets, by author.
    #[must_use]
    pub fn others(&self) -> &[Sheet] {
        &self.others
    }

    /// Every sheet, one's own first.
    pub fn all(&self) -> impl Iterator<Item = &Sheet> {
        std::iter::once(&self.own).chain(&self.others)
    }

    /// What waits for a decision.
    #[must_use]
    pub fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }

    /// What is kept where a conflict is; `None` where it has been taken back since.
    #[must_use]
    pub fn kept(&self, conflict: &Conflict) -> Option<&Opinion> {
        self.sheet_of(conflict.author.as_deref())?
            .get(&conflict.measure)
    }

    /// Whether there is nothing: no name, no opinion, nothing undecided.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.own == Sheet::default() && self.others.is_empty() && self.conflicts.is_empty()
    }

    /// How many people say something.
    #[must_use]
    pub fn people(&self) -> usize {
        self.all().filter(|sheet| !sheet.is_empty()).count()
    }

    /// What everybody says of a measure.
    #[must_use]
    pub fn voices(&self, measure: &MeasureId) -> Voices<'_> {
        let mut all = Vec::new();
        for (at, sheet) in self.all().enumerate() {
            if let Some(opinion) = sheet.get(measure) {
                all.push(Voice {
                    sheet,
                    own: at == 0,
                    opinion,
                });
            }
        }
        Voices { all }
    }

    /// What everybody's sheets come to, in sentences; none where nobody says anything.
    #[must_use]
    pub fn findings(&self, measures: &[ListedMeasure<'_>]) -> Vec<String> {
        let people = self.people();
        if people == 0 {
            return Vec::new();
        }
        let (mut most, mut favoured, mut divided, mut silent) = (0, Vec::new(), Vec::new(), 0);
        for measure in measures {
            let voices = self.voices(&measure.id);
            let yes = voices.count(Some(Candidate::Yes));
            if yes > most {
                most = yes;
                favoured.clear();
            }
            if yes == most && yes > 0 {
                favoured.push(measure.label());
            }
            if voices.divided() {
                divided.push(measure.label());
            }
            silent += usize::from(voices.all.is_empty());
        }
        let mut findings = vec![format!(
            "{people}人の意見です。{}施策のうち{}つに意見があります。",
            measures.len(),
            measures.len() - silent
        )];
        if most > 0 {
            findings.push(format!(
                "候補とする人がもっとも多いのは、{}です（{most}人）。",
                favoured.join("、")
            ));
        }
        if !divided.is_empty() {
            findings.push(format!(
                "意見が分かれているのは、{}です。",
                divided.join("、")
            ));
        }
        findings
    }

    /// Signs one's own sheet; an empty name takes the signature back.
    ///
    /// # Errors
    /// When the name is too long.
    pub fn sign(&mut self, author: &str) -> Result<(), TooLong> {
        self.own.author = Text::Author.check(author.trim())?;
        Ok(())
    }

    /// Says something on one's own sheet.
    ///
    /// # Errors
    /// When a text is too long.
    pub fn say(&mut self, measure: &MeasureId, opinion: Opinion) -> Result<(), TooLong> {
        let opinion = Opinion {
            candidate: opinion.candidate,
            partners: Text::Partners.check(&opinion.partners)?,
            comment: Text::Comment.check(&opinion.comment)?,
        };
        self.own.set(measure, opinion);
        self.settle();
        Ok(())
    }

    /// Empties one's own sheet; the name stays.
    pub fn clear_own(&mut self) {
        self.own.opinions.clear();
        self.conflicts.retain(|conflict| conflict.author.is_some());
    }

    /// Takes a person's imported sheet away.
    pub fn remove(&mut self, author: &str) {
        self.others.retain(|sheet| sheet.author != author);
        self.conflicts
            .retain(|conflict| conflict.author.as_deref() != Some(author));
    }

    /// Takes in what a file says. Opinions of the same person that differ become conflicts; nothing
    /// that is kept changes.
    pub fn merge(&mut self, file: &str, entries: Vec<Entry>) -> Merged {
        let mut merged = Merged::default();
        for entry in entries {
            let own = !self.own.author.is_empty() && same_author(&self.own.author, &entry.author);
            let outcome = if own {
                self.put_own(&entry.measure, entry.opinion, file)
            } else {
                self.put_other(&entry.author, &entry.measure, entry.opinion, file)
            };
            match outcome {
                Outcome::New => merged.new += 1,
                Outcome::Same => merged.same += 1,
                Outcome::Conflict => merged.conflicts += 1,
            }
        }
        merged
    }

    /// An imported sheet that bears one's own name: perhaps one's own, from another browser.
    #[must_use]
    pub fn namesake(&self) -> Option<&Sheet> {
        if self.own.author.is_empty() {
            return None;
        }
        self.others
            .iter()
            .find(|sheet| same_author(&sheet.author, &self.own.author))
    }

    /// Takes the sheet of [`Sheets::namesake`] as one's own.
    pub fn adopt(&mut self) {
        let Some(author) = self.namesake().map(|sheet| sheet.author.clone()) else {
            return;
        };
        let Some(at) = self.others.iter().position(|sheet| sheet.author == author) else {
            return;
        };
        let sheet = self.others.remove(at);
        for (measure, opinion) in sheet.opinions {
            self.put_own(&measure, opinion, "取り込んだシート");
        }
        for conflict in std::mem::take(&mut self.conflicts) {
            let author = conflict.author.clone().filter(|name| *name != author);
            self.add_conflict(Conflict { author, ..conflict });
        }
    }

    /// Ends a conflict.
    pub fn resolve(&mut self, conflict: &Conflict, choice: Choice) {
        let Some(at) = self.conflicts.iter().position(|other| other == conflict) else {
            return;
        };
        let Conflict {
            author,
            measure,
            opinion,
            ..
        } = self.conflicts.remove(at);
        match choice {
            Choice::Kept => {}
            Choice::File => match author {
                None => self.own.set(&measure, opinion),
                Some(author) => self.sheet_mut(&author).set(&measure, opinion),
            },
            Choice::Both => {
                let name = author.as_deref().unwrap_or(self.own.signature());
                let mut number = 2_usize;
                let numbered = loop {
                    let candidate = format!("{name}（{number}）");
                    let free = self
                        .find_other(&candidate)
                        .and_then(|sheet| sheet.get(&measure))
                        .is_none_or(|kept| *kept == opinion);
                    if free && !same_author(&candidate, &self.own.author) {
                        break candidate;
                    }
                    number += 1;
                };
                self.sheet_mut(&numbered).set(&measure, opinion);
            }
        }
        self.settle();
    }

    fn sheet_of(&self, author: Option<&str>) -> Option<&Sheet> {
        match author {
            None => Some(&self.own),
            Some(author) => self.find_other(author),
        }
    }

    fn find_other(&self, author: &str) -> Option<&Sheet> {
        self.others
            .iter()
            .find(|sheet| same_author(&sheet.author, author))
    }

    /// The sheet of a person other than oneself, made if there is none yet.
    fn sheet_mut(&mut self, author: &str) -> &mut Sheet {
        let author = author.trim();
        let found = self
            .others
            .iter()
            .position(|sheet| same_author(&sheet.author, author));
        let at = found.unwrap_or_else(|| {
            let at = self
                .others
                .partition_point(|sheet| sheet.author.as_str() < author);
            self.others.insert(
                at,
                Sheet {
                    author: author.to_owned(),
                    ..Sheet::default()
                },
            );
            at
        });
        &mut self.others[at]
    }

    fn put_own(&mut self, measure: &MeasureId, opinion: Opinion, file: &str) -> Outcome {
        let outcome = compare(self.own.get(measure), &opinion);
        match outcome {
            Outcome::New => self.own.set(measure, opinion),
            Outcome::Same => {}
            Outcome::Conflict => {
                return self.wait(None, measure, opinion, file);
            }
        }
        outcome
    }

    fn put_other(
        &mut self,
        author: &str,
        measure: &MeasureId,
        opinion: Opinion,
        file: &str,
    ) -> Outcome {
        if opinion.is_empty() {
            return Outcome::Same;
        }
        let sheet = self.sheet_mut(author);
        let outcome = compare(sheet.get(measure), &opinion);
        match outcome {
            Outcome::New => sheet.set(measure, opinion),
            Outcome::Same => {}
            Outcome::Conflict => {
                let author = sheet.author.clone();
                return self.wait(Some(author), measure, opinion, file);
            }
        }
        outcome
    }

    fn wait(
        &mut self,
        author: Option<String>,
        measure: &MeasureId,
        opinion: Opinion,
        file: &str,
    ) -> Outcome {
        self.add_conflict(Conflict {
            author,
            measure: measure.clone(),
            opinion,
            file: file.to_owned(),
        });
        Outcome::Conflict
    }

    /// Adds a conflict, unless it waits already or is none.
    fn add_conflict(&mut self, conflict: Conflict) {
        let waits = self.conflicts.iter().any(|other| {
            other.author == conflict.author
                && other.measure == conflict.measure
                && other.opinion == conflict.opinion
        });
        if !waits && !conflict.opinion.is_empty() {
            self.conflicts.push(conflict);
        }
        self.settle();
    }

    /// `theirs` with what changed from `since` to these laid over it: one's own sheet part by part, the
    /// others' opinion by opinion, since nobody is made to say what two people wrote together.
    pub(super) fn laid_over(&self, since: &Self, theirs: &Self) -> Self {
        if theirs == since {
            return self.clone();
        }
        let mut merged = theirs.clone();
        merged.own.author = held(&since.own.author, &self.own.author, &theirs.own.author);
        for measure in since.own.opinions.keys().chain(self.own.opinions.keys()) {
            let said = |sheets: &Self| sheets.own.get(measure).cloned().unwrap_or_default();
            let (then, mine, now) = (said(since), said(self), said(theirs));
            let both = Opinion {
                candidate: held(&then.candidate, &mine.candidate, &now.candidate),
                partners: held(&then.partners, &mine.partners, &now.partners),
                comment: held(&then.comment, &mine.comment, &now.comment),
            };
            merged.own.set(measure, both);
        }
        for sheet in since.others.iter().chain(&self.others) {
            for measure in sheet.opinions.keys() {
                let said = |sheets: &Self| {
                    let found = sheets.find_other(&sheet.author);
                    found.and_then(|sheet| sheet.get(measure)).cloned()
                };
                let one = held(&said(since), &said(self), &said(theirs)).unwrap_or_default();
                merged.sheet_mut(&sheet.author).set(measure, one);
            }
        }
        merged.others.retain(|sheet| !sheet.is_empty());
        merged.conflicts.retain(|conflict| {
            !since.conflicts.contains(conflict) || self.conflicts.contains(conflict)
        });
        for conflict in &self.conflicts {
            if !since.conflicts.contains(conflict) {
                merged.add_conflict(conflict.clone());
            }
        }
        merged.settle();
        merged
    }

    /// Has what `other` says differently wait for a decision, as if from a file of this name.
    pub(super) fn contradict(&mut self, other: &Self, file: &str) {
        for (at, sheet) in other.all().enumerate() {
            let author = (at > 0).then_some(sheet.author.as_str());
            for (measure, opinion) in &sheet.opinions {
                let same =
                    self.sheet_of(author).and_then(|sheet| sheet.get(measure)) == Some(opinion);
                if !same {
                    self.wait(author.map(str::to_owned), measure, opinion.clone(), file);
                }
            }
        }
    }

    /// What is kept may have come to say what the file says: no conflict any more.
    fn settle(&mut self) {
        let conflicts = std::mem::take(&mut self.conflicts);
        for conflict in conflicts {
            if self.kept(&conflict) != Some(&conflict.opinion) {
                self.conflicts.push(conflict);
            }
        }
    }
}

enum Outcome {
    New,
    Same,
    Conflict,
}

fn compare(kept: Option<&Opinion>, opinion: &Opinion) -> Outcome {
    match kept {
        None => Outcome::New,
        Some(kept) if kept == opinion => Outcome::Same,
        Some(_) => Outcome::Conflict,
    }
}
