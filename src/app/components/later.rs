//! The start in many short turns.
//!
//! While the first paint stands, nobody waits for the app's parts one by one; but a browser that makes all of them
//! in one go answers no key and no touch meanwhile. So parts of a screen are made one after the other, and in
//! between the browser does what waits. Later, when somebody asks for a screen, it is made at once and whole.

use super::dynamic;
use js_sys::Promise;
use leptos::{prelude::*, task::spawn_local};
use std::collections::VecDeque;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// Given by `src/boot.js`: resolves when the browser has done what waits, at once while the turn is short.
    #[wasm_bindgen(js_namespace = michishirube, js_name = nextTurn)]
    fn next_turn() -> Promise;

    /// Given by `src/boot.js`: whether the first paint still stands, and somebody looks at it.
    #[wasm_bindgen(js_namespace = michishirube, js_name = isStarting)]
    fn is_starting() -> bool;

    /// Given by `src/boot.js`: resolves when the app has taken the place of the first paint.
    #[wasm_bindgen(js_namespace = michishirube, js_name = whenStanding)]
    fn standing() -> Promise;
}

/// What waits for its turn, first come first.
#[derive(Clone, Copy)]
pub struct Turns(StoredValue<VecDeque<RwSignal<bool>>>);

impl Turns {
    /// None waits.
    pub fn new() -> Self {
        Self(StoredValue::new(VecDeque::new()))
    }

    fn wait(self, for_turn: RwSignal<bool>) {
        let Some(before) = self.0.try_update_value(|waiting| {
            waiting.push_back(for_turn);
            waiting.len() - 1
        }) else {
            return;
        };
        if before == 0 {
            spawn_local(self.give());
        }
    }

    /// Gives each that waits its turn. The one whose turn it is stays in the queue: it is not empty meanwhile.
    async fn give(self) {
        while let Some(next) = self.0.with_value(|waiting| waiting.front().copied()) {
            turn().await;
            // Gone with its part of the page, perhaps.
            let _ = next.try_set(true);
            self.0.update_value(|waiting| {
                waiting.pop_front();
            });
        }
    }
}

/// Lets the browser do what waits, if this turn was not short.
pub async fn turn() {
    // A promise that is never rejected.
    let _ = JsFuture::from(next_turn()).await;
}

/// A part of a screen that has a turn of its own while the page starts.
pub fn later<V: IntoView + 'static>(part: impl FnOnce() -> V + Send + 'static) -> AnyView {
    boxed(Box::new(move || part().into_any()))
}

// One for all: see `dynamic`.
fn boxed(part: Box<dyn FnOnce() -> AnyView + Send>) -> AnyView {
    match use_context::<Turns>() {
        Some(turns) if is_starting() => in_turn(turns, part),
        _ => part(),
    }
}

fn in_turn(turns: Turns, part: Box<dyn FnOnce() -> AnyView + Send>) -> AnyView {
    let turn = RwSignal::new(false);
    turns.wait(turn);
    let mut part = Some(part);
    dynamic(move || {
        if !turn.get() {
            // May stand in a table and in a list, too. src/boot.js waits until none is left.
            return view! { <template aria-busy="true"></template> }.into_any();
        }
        part.take()
            .map_or_else(|| ().into_any(), |part| untrack(part))
    })
}

/// Does something once the app stands in the page. Before, not all of it has a size, and nothing takes the focus.
pub fn when_standing(act: impl FnOnce() + 'static) {
    spawn_local(async {
        // A promise that is never rejected.
        let _ = JsFuture::from(standing()).await;
        act();
    });
}
