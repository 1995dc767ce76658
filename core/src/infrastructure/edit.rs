//! What a person does to the works, and the words for it in the way back.

use super::{
    import::Taken,
    work::Work,
    works::{WorkId, Works},
};
use crate::{
    language::{Language, spoken},
    sentence, words,
};

/// What a person does to the works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// A new one.
    Add(Work),
    /// One written anew, or put elsewhere.
    Rewrite(WorkId, Work),
    /// One taken away.
    Delete(WorkId),
    /// All taken away.
    Clear,
    /// Those of a file, by its name.
    TakeIn(String, Vec<Work>),
    /// The invented ones.
    AddSamples(Vec<Work>),
    /// The invented ones taken away.
    RemoveSamples,
}

impl Works {
    /// Does it, and says what became of the works that it brings.
    pub fn apply(&mut self, edit: &Edit) -> Taken {
        match edit {
            Edit::Add(work) => return self.add_one(work),
            // Another tab may have deleted it meanwhile; what was written here is not lost.
            Edit::Rewrite(id, work) => {
                if !self.edit(*id, work.clone()) {
                    return self.add_one(work);
                }
            }
            Edit::Delete(id) => {
                self.delete(*id);
            }
            Edit::Clear => self.clear(),
            Edit::TakeIn(_, works) | Edit::AddSamples(works) => return self.take(works.clone()),
            Edit::RemoveSamples => {
                self.remove_samples();
            }
        }
        Taken::default()
    }

    fn add_one(&mut self, work: &Work) -> Taken {
        let added = usize::from(self.add(work.clone()).is_some());
        Taken {
            added,
            over: 1 - added,
            ..Taken::default()
        }
    }
}

impl Edit {
    /// What was done between these two: 「「…」の進捗率を書きかえ」, "“…”: progress rate changed".
    #[must_use]
    pub fn words(&self, before: &Works, after: &Works) -> String {
        let more = after.len().saturating_sub(before.len());
        let fewer = before.len().saturating_sub(after.len());
        match self {
            Self::Add(work) => added(work),
            Self::Rewrite(id, work) => before
                .get(*id)
                .map_or_else(|| added(work), |then| rewritten(then, work)),
            Self::Delete(id) => {
                let name = before.get(*id).map_or_else(String::new, Work::shown_name);
                sentence!("「{name}」を削除", "“{name}” deleted")
            }
            Self::Clear => sentence!(
                "事業をすべて削除（{fewer}件）",
                "All works deleted ({fewer})"
            ),
            Self::TakeIn(file, _) => sentence!(
                "「{file}」から{more}件を取り込み",
                "Works taken in from “{file}” ({more})"
            ),
            Self::AddSamples(_) => sentence!(
                "架空の見本を追加（{more}件）",
                "Invented samples added ({more})"
            ),
            Self::RemoveSamples => sentence!(
                "架空の見本を削除（{fewer}件）",
                "Invented samples deleted ({fewer})"
            ),
        }
    }
}

fn added(work: &Work) -> String {
    sentence!(
        "「{name}」を追加",
        "“{name}” added",
        name = work.shown_name()
    )
}

/// What of a work was written anew: by name where that is quickly said.
fn rewritten(then: &Work, now: &Work) -> String {
    const NAMED: usize = 3;
    let changed: Vec<Part> = [
        (Part::Name, then.name != now.name),
        (Part::Kind, then.kind != now.kind),
        (Part::Place, then.place != now.place),
        (Part::Started, then.started != now.started),
        (Part::Year, then.year != now.year),
        (Part::State, then.state != now.state),
        (Part::Rate, then.rate != now.rate),
        (Part::Content, then.content != now.content),
        (Part::Note, then.note != now.note),
        (Part::Sample, then.sample != now.sample),
    ]
    .into_iter()
    .filter_map(|(part, changed)| changed.then_some(part))
    .collect();
    let name = then.shown_name();
    let names = |parts: &[Part]| {
        let names: Vec<&str> = parts.iter().map(|part| part.name()).collect();
        match (spoken(), names.split_last()) {
            (Language::English, Some((last, before))) if !before.is_empty() => {
                format!("{} and {last}", before.join(", "))
            }
            _ => names.join("・"),
        }
    };
    match changed.as_slice() {
        [] => sentence!("「{name}」を書きかえ", "“{name}” rewritten"),
        [Part::Name] => sentence!(
            "「{name}」の事業名を「{other}」に変更",
            "“{name}” renamed to “{other}”",
            other = now.shown_name()
        ),
        [Part::Place] => sentence!("「{name}」の場所を変更", "“{name}” moved"),
        few if few.len() <= NAMED => sentence!(
            "「{name}」の{parts}を書きかえ",
            "“{name}”: {parts} changed",
            parts = names(few)
        ),
        many => sentence!(
            "「{name}」の{count}項目を書きかえ",
            "“{name}”: {count} fields changed",
            count = many.len()
        ),
    }
}

/// What of a work can be written anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Name,
    Kind,
    Place,
    Started,
    Year,
    State,
    Rate,
    Content,
    Note,
    Sample,
}

impl Part {
    fn name(self) -> &'static str {
        match self {
            Self::Name => words!("事業名", "name"),
            Self::Kind => words!("種別", "type"),
            Self::Place => words!("場所", "place"),
            Self::Started => words!("着手年度", "year started"),
            Self::Year => words!("当該年度", "reporting year"),
            Self::State => words!("状況", "status"),
            Self::Rate => words!("進捗率", "progress rate"),
            Self::Content => words!("事業内容", "work in the year"),
            Self::Note => words!("備考", "note"),
            Self::Sample => words!("見本のしるし", "sample mark"),
        }
    }
}
