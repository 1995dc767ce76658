//! What a person does to the works, and the words for it in the way back.

use super::{
    import::Taken,
    work::Work,
    works::{WorkId, Works},
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
    /// What was done between these two: 「「…」の進捗率を書きかえ」.
    #[must_use]
    pub fn words(&self, before: &Works, after: &Works) -> String {
        let more = after.len().saturating_sub(before.len());
        let fewer = before.len().saturating_sub(after.len());
        match self {
            Self::Add(work) => format!("「{}」を追加", work.shown_name()),
            Self::Rewrite(id, work) => before.get(*id).map_or_else(
                || format!("「{}」を追加", work.shown_name()),
                |then| rewritten(then, work),
            ),
            Self::Delete(id) => {
                let name = before.get(*id).map_or_else(String::new, Work::shown_name);
                format!("「{name}」を削除")
            }
            Self::Clear => format!("事業をすべて削除（{fewer}件）"),
            Self::TakeIn(file, _) => format!("「{file}」から{more}件を取り込み"),
            Self::AddSamples(_) => format!("架空の見本を追加（{more}件）"),
            Self::RemoveSamples => format!("架空の見本を削除（{fewer}件）"),
        }
    }
}

/// What of a work was written anew: by name where that is quickly said.
fn rewritten(then: &Work, now: &Work) -> String {
    const NAMED: usize = 3;
    let names: Vec<&str> = [
        ("事業名", then.name != now.name),
        ("種別", then.kind != now.kind),
        ("場所", then.place != now.place),
        ("着手年度", then.started != now.started),
        ("当該年度", then.year != now.year),
        ("状況", then.state != now.state),
        ("進捗率", then.rate != now.rate),
        ("事業内容", then.content != now.content),
        ("備考", then.note != now.note),
        ("見本のしるし", then.sample != now.sample),
    ]
    .into_iter()
    .filter_map(|(name, changed)| changed.then_some(name))
    .collect();
    let what = match names.as_slice() {
        [] => return format!("「{}」を書きかえ", then.shown_name()),
        ["事業名"] => format!("事業名を「{}」に変更", now.shown_name()),
        ["場所"] => "場所を変更".to_owned(),
        few if few.len() <= NAMED => format!("{}を書きかえ", few.join("・")),
        many => format!("{}項目を書きかえ", many.len()),
    };
    format!("「{}」の{what}", then.shown_name())
}
