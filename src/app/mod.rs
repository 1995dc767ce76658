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

/// Takes over the page: fills `#app` and takes the first paint away.
pub fn mount() {
    let document = document();
    let Some(root) = document.get_element_by_id("app") else {
        return;
    };
    let Some(dataset) = state::dataset() else {
        // The bytes were made by the same build, so only a damaged file comes here.
        if let Some(status) = document.get_element_by_id("boot-status") {
            status.set_text_content(Some(
                "データを読み取れませんでした。再読み込みしてください。",
            ));
        }
        return;
    };
    leptos::mount::mount_to(root.unchecked_into(), move || {
        provide_context(State::new(dataset));
        view! { <Frame /> }
    })
    .forget();
    if let Some(boot) = document.get_element_by_id("boot") {
        boot.remove();
    }
}
