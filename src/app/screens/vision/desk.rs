//! The desk at which 意見シート is filled in: the sheets, and what was last done to them.

use super::{measures, parts::button};
use crate::app::{
    components::{Glyph, Icon, SaveButton, dynamic},
    kept::{Keeping, Kept},
    state::state,
};
use crate::storage::{file, record::SaveError};
use leptos::prelude::*;
use michishirube_core::{
    history::Way,
    opinion::{Edit, ListedMeasure, Sheets, TooLong},
};
use wasm_bindgen::JsCast;

/// A part of the page, to say where a step was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// 書く.
    Write,
    /// 集める.
    Gather,
}

impl Place {
    /// The id of its heading.
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Write => "own",
            Self::Gather => "gather",
        }
    }

    /// Moves the focus to its heading: what a step was taken with is often gone after it.
    fn focus(self) {
        request_animation_frame(move || {
            let heading = document()
                .get_element_by_id(self.heading())
                .and_then(|heading| heading.dyn_into::<web_sys::HtmlElement>().ok());
            if let Some(heading) = heading {
                let _ = heading.focus();
            }
        });
    }
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The sheets, all edits kept at once.
    pub kept: Kept<Sheets>,
    /// The measures.
    pub measures: &'static [ListedMeasure<'static>],
    /// Where the last step was taken, if by a button that may be gone after it.
    last: RwSignal<Option<Place>>,
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

    /// Does something to the sheets.
    ///
    /// # Errors
    /// When a text is too long; what is kept stays as it was.
    pub fn edit(&self, edit: &Edit) -> Result<(), TooLong> {
        let measures = self.measures;
        self.kept.step(
            edit.tag(measures),
            |before, after| edit.words(before, after, measures),
            |sheets| sheets.apply(edit),
        )?;
        self.last.set(None);
        Ok(())
    }

    /// Does something by a button that may be gone after it.
    pub fn step(&self, place: Place, edit: &Edit) {
        if self.edit(edit).is_ok() {
            self.last.set(Some(place));
            place.focus();
        }
    }
}

/// What the last step in this part of the page did, and the way back, near where it was taken.
#[component]
pub fn LastStep(desk: Desk, place: Place) -> impl IntoView {
    let back = move || {
        desk.kept.turn(Way::Back);
        place.focus();
    };
    view! {
        <div class="last-step" role="status">
            {dynamic(move || {
                desk.last.get().filter(|last| *last == place)?;
                let words = desk.kept.history(|history| {
                    let step = history.next(Way::Back).filter(|_| history.turned().is_none());
                    step.map(str::to_owned)
                })?;
                Some(view! {
                    <p>"いま行ったこと：" {words}</p>
                    {button("button", Some(Glyph::Back), "取り消す", String::new(), back)}
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
                <SaveAll desk label="CSVに書き出す" />
            </div>
        })
    })
}

/// Hands out every sheet.
#[component]
pub fn SaveAll(desk: Desk, label: &'static str) -> impl IntoView {
    let text = move |()| {
        desk.kept
            .with_untracked(|sheets| michishirube_core::opinion::file::write(sheets, desk.measures))
    };
    view! { <SaveButton file="iken-matome.csv" kind=file::CSV text label /> }
}
