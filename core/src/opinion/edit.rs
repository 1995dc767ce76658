//! What a person does to the sheets, and the words for it in the way back.

use super::{
    measure::{ListedMeasure, MeasureId, find_measure},
    sheet::{Candidate, Opinion, Sheet, TooLong},
    sheets::{Choice, Conflict, Entry, Sheets},
};
use crate::history::{Tag, written};

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

    /// What was done between these two: 「①-2の意見を書きかえ」.
    #[must_use]
    pub fn words(&self, before: &Sheets, after: &Sheets, measures: &[ListedMeasure<'_>]) -> String {
        let label = |measure: &MeasureId| {
            find_measure(measures, measure.as_str())
                .map_or_else(|| measure.to_string(), ListedMeasure::label)
        };
        match self {
            Self::Sign(_) => match after.own().author.as_str() {
                "" => "記入者の名前を削除".to_owned(),
                author => format!("記入者を「{author}」に変更"),
            },
            Self::Say(measure, part) => {
                let nothing = Opinion::default();
                let said = |sheets: &Sheets| sheets.own().get(measure).unwrap_or(&nothing).clone();
                let (then, now) = (said(before), said(after));
                let what = match part {
                    Part::Candidate(_) => format!(
                        "判断を {} から {} に変更",
                        Candidate::word(then.candidate),
                        Candidate::word(now.candidate)
                    ),
                    Part::Partners(_) => {
                        format!("連携する主体{}", written(&then.partners, &now.partners))
                    }
                    Part::Comment(_) => format!("意見{}", written(&then.comment, &now.comment)),
                };
                format!("{}の{what}", label(measure))
            }
            Self::ClearOwn => {
                let count = before.own().opinions.len();
                format!("自分の意見をすべて削除（{count}件）")
            }
            Self::TakeIn(files) => {
                let count = after.said().saturating_sub(before.said());
                match files.as_slice() {
                    [(file, _)] => format!("「{file}」から{count}件を取り込み"),
                    files => format!("{}つのファイルから{count}件を取り込み", files.len()),
                }
            }
            Self::Resolve(conflict, choice) => format!(
                "{}の食い違いで「{}」を選択",
                label(&conflict.measure),
                choice.name()
            ),
            Self::Adopt => {
                let name = before.namesake().map_or("", Sheet::signature);
                format!("「{name}」のシートを自分のシートにまとめた")
            }
            Self::Remove(author) => format!("「{author}」のシートを削除"),
        }
    }
}
