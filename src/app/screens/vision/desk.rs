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
    sentence, words,
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
                    <p>{words!("いま行ったこと：", "Just done: ")} {words}</p>
                    {button("button", Some(Glyph::Back), words!("取り消す", "Undo this"), String::new(), back)}
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
            sentence!(
                "保存済み {hours}:{minutes:02}",
                "Saved at {hours}:{minutes:02}",
                hours = date.get_hours(),
                minutes = date.get_minutes(),
            )
        }
        Keeping::Unchanged => words!(
            "書いたことはこの端末に自動で保存します",
            "What you write is saved on this device automatically"
        )
        .to_owned(),
        Keeping::MemoryOnly(_) => words!(
            "保存していません（このページを閉じると消えます）",
            "Not saved (lost when you close this page)"
        )
        .to_owned(),
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
            SaveError::Unavailable => words!(
                "このブラウザーでは保存の機能が使えない設定になっています。",
                " This browser is set so that saving cannot be used."
            ),
            SaveError::Full => {
                words!(
                    "この端末の保存領域がいっぱいです。",
                    " The storage on this device is full."
                )
            }
            SaveError::Stuck => words!(
                "読み取れない古い記録が残っていて、よけておくこともできませんでした。",
                " An old record that cannot be read is still there, and it could not be set aside."
            ),
        };
        Some(view! {
            <div class="notice notice-warning" role="status">
                <Icon glyph=Glyph::Attention />
                <p>
                    <strong>{words!("意見を保存できません。", "Your opinions cannot be saved.")}</strong>
                    {reason}
                    {words!(
                        "このページを開いているあいだは、そのまま使えます。残したいときはCSVに書き出してください。",
                        " You can go on while this page is open. To keep them, save them as CSV."
                    )}
                </p>
                <SaveAll desk label=words!("CSVに書き出す", "Save as CSV") />
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
