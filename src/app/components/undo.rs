//! The ways back and forward through a draft of any kind: two buttons, the keys, and what they did.
//!
//! To be used by screens that are fetched on their own: the first screen does without.

use super::{Glyph, Icon, attribute, text};
use crate::app::kept::Kept;
use leptos::{ev, prelude::*};
use michishirube_core::{history::Way, keep::Keep, sentence, words};
use wasm_bindgen::JsCast;

/// The button that takes a step back: it stays when what a step was taken with is gone.
pub const BACK: &str = "undo-back";

/// The buttons of a toolbar, what was turned last, and the keys for the whole page.
#[component]
pub fn Undo<T: Keep>(
    /// The draft.
    kept: Kept<T>,
    /// What takes a step, where more than the draft has to follow it.
    #[prop(optional, into)]
    turn: Option<Callback<Way>>,
) -> impl IntoView {
    let next = move |way| kept.history(|history| history.next(way).map(str::to_owned));
    let turned = move || {
        kept.history(|history| match history.turned() {
            Some((Way::Back, words)) => sentence!("元に戻しました：{words}", "Undone: {words}"),
            Some((Way::Forward, words)) => sentence!("やり直しました：{words}", "Redone: {words}"),
            None => String::new(),
        })
    };
    // One for drafts of every kind.
    ways(Ways {
        next: Callback::new(next),
        turn: turn.unwrap_or_else(|| Callback::new(move |way| kept.turn(way))),
        turned: text(turned),
    })
}

#[derive(Clone, Copy)]
struct Ways {
    /// What the step did that would be turned.
    next: Callback<Way, Option<String>>,
    turn: Callback<Way>,
    turned: Signal<String>,
}

fn ways(ways: Ways) -> AnyView {
    let keys = window_event_listener(ev::keydown, move |event| {
        if let Some(way) = way_of(&event) {
            event.prevent_default();
            ways.turn.run(way);
        }
    });
    on_cleanup(move || keys.remove());
    view! {
        {turn_button(ways, Way::Back, BACK, Glyph::Back, words!("元に戻す", "Undo"))}
        {turn_button(ways, Way::Forward, "undo-forward", Glyph::Again, words!("やり直す", "Redo"))}
        <p class="turned" role="status">{ways.turned}</p>
    }
    .into_any()
}

/// A step back or forward. It stays focusable when there is none, so that going back by keyboard to
/// the very start does not throw the focus away.
fn turn_button(
    ways: Ways,
    way: Way,
    id: &'static str,
    glyph: Glyph,
    name: &'static str,
) -> AnyView {
    view! {
        <button
            type="button"
            class="button"
            id=id
            title=text(move || ways.next.run(way).unwrap_or_default())
            aria-disabled=attribute(move || ways.next.run(way).is_none().then_some("true"))
            on:click=move |_| ways.turn.run(way)
        >
            <Icon glyph />
            {name}
        </button>
    }
    .into_any()
}

/// Where people write text, which a browser undoes by itself as they expect.
const TEXTS: &str = "textarea, input:not([type=radio], [type=checkbox], [type=range], [type=file])";
/// Where they write a figure: a browser's own undoing would write into it without anybody knowing
/// what it takes back.
const FIGURES: &str = ".number-field";

/// Ctrl+Z and its kin, or with ⌘.
fn way_of(event: &web_sys::KeyboardEvent) -> Option<Way> {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || event.is_composing() {
        return None;
    }
    let way = match (event.key().as_str(), event.shift_key()) {
        ("z" | "Z", false) => Way::Back,
        ("z" | "Z", true) | ("y" | "Y", false) => Way::Forward,
        _ => return None,
    };
    let inside = |selector| {
        let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
        target.closest(selector).ok().flatten()
    };
    let foreign = inside(TEXTS).is_some() && inside(FIGURES).is_none();
    (!foreign).then_some(way)
}
