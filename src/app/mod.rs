//! The Leptos application: the frame, the router, the screens.
//!
//! Components are markup and wiring; what computes lives in `michishirube_core`.

mod components;
mod draft;
mod frame;
mod kept;
mod prose;
mod router;
mod screens;
mod state;

use frame::Frame;
use leptos::prelude::*;
use state::State;
use wasm_bindgen::JsCast;

/// Fills `#app`. `src/boot.js` then takes the first paint away, and says it when this throws.
pub fn mount() {
    let document = document();
    let Some(root) = document.get_element_by_id("app") else {
        return;
    };
    let Some(dataset) = state::dataset() else {
        // The bytes were made by the same build, so only a damaged file comes here.
        wasm_bindgen::throw_str("the dataset cannot be read");
    };
    leptos::mount::mount_to(root.unchecked_into(), move || {
        provide_context(State::new(dataset));
        view! { <Frame /> }
    })
    .forget();
}
