//! The desk at which 意見シート is filled in: the sheets, and the way back of the last step.

use super::{measures, parts::button};
use crate::app::{
    components::{Glyph, Icon, dynamic},
    kept::{Keeping, Kept},
    state::state,
};
use crate::storage::{file, record::SaveError};
use leptos::prelude::*;
use michishirube_core::opinion::{Candidate, ListedMeasure, MeasureId, Sheets, TooLong};

/// A part of the page, to say where a step was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// 書く.
    Write,
    /// 集める.
    Gather,
}

/// The last step that can be taken back.
#[derive(Clone)]
struct Step {
    place: Place,
    done: String,
    before: Sheets,
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The sheets, all edits kept at once.
    pub kept: Kept<Sheets>,
    /// The measures.
    pub measures: &'static [ListedMeasure<'static>],
    last: RwSignal<Option<Step>>,
}

/// A part of an opinion.
pub enum Part {
    /// 官民共創チームで臨む.
    Candidate(Option<Candidate>),
    /// 連携する主体.
    Partners(String),
    /// 意見.
    Comment(String),
}

impl Desk {
    /// The desk as it was left.
    pub fn new() -> Self {
        Self {
            kept: state().kept(),
            measures: measures(),
            last: RwSignal::new(None),
        }
    }

    /// Writes a part of one's own opinion.
    ///
    /// # Errors
    /// When it is too long; what is kept stays as it was.
    pub fn say(&self, measure: &MeasureId, part: Part) -> Result<(), TooLong> {
        self.kept.edit(move |sheets| {
            let mut opinion = sheets.own().get(measure).cloned().unwrap_or_default();
            match part {
                Part::Candidate(candidate) => opinion.candidate = candidate,
                Part::Partners(text) => opinion.partners = text,
                Part::Comment(text) => opinion.comment = text,
            }
            sheets.say(measure, opinion)
        })?;
        self.last.set(None);
        Ok(())
    }

    /// Signs one's own sheet.
    ///
    /// # Errors
    /// When the name is too long.
    pub fn sign(&self, author: &str) -> Result<(), TooLong> {
        self.kept.edit(move |sheets| sheets.sign(author))
    }

    /// A step that can be taken back, with what it did.
    pub fn step(&self, place: Place, done: String, change: &mut dyn FnMut(&mut Sheets)) {
        let before = self.kept.with_untracked(Clone::clone);
        self.kept.change(change);
        self.last.set(Some(Step {
            place,
            done,
            before,
        }));
    }

    fn undo(&self) {
        if let Some(step) = self.last.get_untracked() {
            self.kept.change(|sheets| *sheets = step.before);
        }
        self.last.set(None);
    }
}

/// What the last step in this part of the page did, and the way back.
#[component]
pub fn LastStep(desk: Desk, place: Place) -> impl IntoView {
    view! {
        <div class="last-step" role="status">
            {dynamic(move || {
                let step = desk.last.get().filter(|step| step.place == place)?;
                Some(view! {
                    <p>{step.done}</p>
                    {button("button", Some(Glyph::Back), "取り消す", String::new(), move || desk.undo())}
                })
            })}
        </div>
    }
}

/// 「保存済み 10:42」.
pub fn kept_text(keeping: Keeping) -> String {
    match keeping {
        Keeping::Saved(at) => {
            #[allow(
                clippy::cast_precision_loss,
                reason = "milliseconds since 1970 are far below 2⁵³"
            )]
            let date = js_sys::Date::new(&(at as f64).into());
            format!("保存済み {}:{:02}", date.get_hours(), date.get_minutes())
        }
        Keeping::Unchanged => "書いたことはこの端末に自動で保存します".to_owned(),
        Keeping::MemoryOnly(_) => "保存していません（このページを閉じると消えます）".to_owned(),
    }
}

/// Why nothing is kept, and how to take it away all the same.
#[component]
pub fn NotKept(desk: Desk) -> impl IntoView {
    dynamic(move || {
        let Keeping::MemoryOnly(error) = desk.kept.keeping.get() else {
            return None;
        };
        let reason = match error {
            SaveError::Unavailable => "このブラウザーでは保存の機能が使えない設定になっています。",
            SaveError::Full => "この端末の保存領域がいっぱいです。",
            SaveError::Stuck => {
                "読み取れない古い記録が残っていて、よけておくこともできませんでした。"
            }
        };
        Some(view! {
            <div class="notice notice-warning" role="status">
                <Icon glyph=Glyph::Attention />
                <p>
                    <strong>"意見を保存できません。"</strong>
                    {reason}
                    "このページを開いているあいだは、そのまま使えます。残したいときはCSVに書き出してください。"
                </p>
                {button("button", Some(Glyph::Download), "CSVに書き出す", String::new(), move || download_all(desk))}
            </div>
        })
    })
}

/// Hands out every sheet.
pub fn download_all(desk: Desk) {
    let text = desk
        .kept
        .with_untracked(|sheets| michishirube_core::opinion::file::write(sheets, desk.measures));
    // A browser that refuses says so itself.
    let _ = file::download("iken-matome.csv", "text/csv;charset=utf-8", &text);
}
