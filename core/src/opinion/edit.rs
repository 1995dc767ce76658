//! What a person does to the sheets, and the words for it in the way back.

use super::{
    measure::{ListedMeasure, MeasureId, find_measure},
    sheet::{Candidate, Opinion, Sheet, TooLong},
    sheets::{Choice, Conflict, Entry, Sheets},
};
use crate::{
    history::{Tag, written},
    sentence, words,
};

/// What a person does to the sheets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Signs one's own sheet.
    Sign(String),
    /// Says something on it.
    Say(MeasureId, Part),
    /// Empties it.
    ClearOwn,
    /// Takes in what files say, each with its name.
    TakeIn(Vec<(String, Vec<Entry>)>),
    /// Ends a contradiction.
    Resolve(Conflict, Choice),
    /// Makes the sheet of one's own name one's own.
    Adopt,
    /// Takes away the sheet of a person.
    Remove(String),
}

/// A part of an opinion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// 官民共創チームで臨む.
    Candidate(Option<Candidate>),
    /// 連携する主体.
    Partners(String),
    /// 意見.
    Comment(String),
}

impl Sheets {
    /// Does it.
    ///
    /// # Errors
    /// When a text is too long; everything is then as before.
    pub fn apply(&mut self, edit: &Edit) -> Result<(), TooLong> {
        match edit {
            Edit::Sign(author) => self.sign(author)?,
            Edit::Say(measure, part) => {
                let mut opinion = self.own().get(measure).cloned().unwrap_or_default();
                match part.clone() {
                    Part::Candidate(candidate) => opinion.candidate = candidate,
                    Part::Partners(text) => opinion.partners = text,
                    Part::Comment(text) => opinion.comment = text,
                }
                self.say(measure, opinion)?;
            }
            Edit::ClearOwn => self.clear_own(),
            Edit::TakeIn(files) => {
                for (file, entries) in files {
                    self.merge(file, entries.clone());
                }
            }
            Edit::Resolve(conflict, choice) => self.resolve(conflict, *choice),
            Edit::Adopt => self.adopt(),
            Edit::Remove(author) => self.remove(author),
        }
        Ok(())
    }

    /// Everything said, decided or not.
    fn said(&self) -> usize {
        let opinions = self.all().map(|sheet| sheet.opinions.len());
        opinions.sum::<usize>() + self.conflicts().len()
    }
}

impl Edit {
    /// What is entered keystroke by keystroke, if it is.
    #[must_use]
    pub fn tag(&self, measures: &[ListedMeasure<'_>]) -> Option<Tag> {
        match self {
            Self::Sign(_) => Some(Tag(0, 0, 0)),
            Self::Say(measure, part) => {
                let at = measures.iter().position(|listed| listed.id == *measure)?;
                let part = match part {
                    Part::Candidate(_) => 0,
                    Part::Partners(_) => 1,
                    Part::Comment(_) => 2,
                };
                Some(Tag(1, u32::try_from(at).ok()?, part))
            }
            _ => None,
        }
    }

    /// What was done between these two: 「①-2の意見を書きかえ」, "①-2: opinion rewritten".
    #[must_use]
    pub fn words(&self, before: &Sheets, after: &Sheets, measures: &[ListedMeasure<'_>]) -> String {
        let label = |measure: &MeasureId| {
            find_measure(measures, measure.as_str())
                .map_or_else(|| measure.to_string(), ListedMeasure::label)
        };
        match self {
            Self::Sign(_) => match after.own().author.as_str() {
                "" => words!("記入者の名前を削除", "Name on my sheet deleted").to_owned(),
                author => sentence!(
                    "記入者を「{author}」に変更",
                    "Name on my sheet changed to “{author}”"
                ),
            },
            Self::Say(measure, part) => {
                let nothing = Opinion::default();
                let said = |sheets: &Sheets| sheets.own().get(measure).unwrap_or(&nothing).clone();
                let (then, now) = (said(before), said(after));
                let what = match part {
                    Part::Candidate(_) => sentence!(
                        "判断を {then} から {now} に変更",
                        "judgement changed from “{then}” to “{now}”",
                        then = Candidate::word(then.candidate),
                        now = Candidate::word(now.candidate)
                    ),
                    Part::Partners(_) => sentence!(
                        "連携する主体{done}",
                        "partners{done}",
                        done = written(&then.partners, &now.partners)
                    ),
                    Part::Comment(_) => sentence!(
                        "意見{done}",
                        "opinion{done}",
                        done = written(&then.comment, &now.comment)
                    ),
                };
                sentence!("{label}の{what}", "{label}: {what}", label = label(measure))
            }
            Self::ClearOwn => {
                let count = before.own().opinions.len();
                sentence!(
                    "自分の意見をすべて削除（{count}件）",
                    "All my opinions deleted ({count})"
                )
            }
            Self::TakeIn(files) => {
                let count = after.said().saturating_sub(before.said());
                match files.as_slice() {
                    [(file, _)] => sentence!(
                        "「{file}」から{count}件を取り込み",
                        "Opinions taken in from “{file}” ({count})"
                    ),
                    files => sentence!(
                        "{files}つのファイルから{count}件を取り込み",
                        "Opinions taken in from {files} files ({count})",
                        files = files.len()
                    ),
                }
            }
            Self::Resolve(conflict, choice) => sentence!(
                "{label}の食い違いで「{choice}」を選択",
                "{label}: “{choice}” chosen for the contradiction",
                label = label(&conflict.measure),
                choice = choice.name()
            ),
            Self::Adopt => {
                let name = before.namesake().map_or("", Sheet::signature);
                sentence!(
                    "「{name}」のシートを自分のシートにまとめた",
                    "Sheet of “{name}” merged into my sheet"
                )
            }
            Self::Remove(author) => {
                sentence!("「{author}」のシートを削除", "Sheet of “{author}” deleted")
            }
        }
    }
}
