//! みちしるべ: a signpost for Hokkaido's regional policy, in the browser alone.
//!
//! Layers, arrows pointing down only:
//!
//! * [`app`]: Leptos; the router, the screens and their components
//! * [`chart`]: pictures built as data, and a thin host for ECharts
//! * [`storage`]: what this browser keeps, and files and the clipboard
//! * `michishirube_core`: model, arithmetic, facets, scenarios; a crate of its own

mod app;
mod chart;
mod storage;

use wasm_bindgen::{JsError, prelude::wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// Given by `src/boot.js`, which shows the page that the program has stopped: where it panicked.
    #[wasm_bindgen(js_namespace = michishirube, js_name = notePanic)]
    fn note_panic(place: &str);
}

fn main() {
    std::panic::set_hook(Box::new(|panic| {
        // The message may hold what somebody wrote; the place does not.
        if let Some(place) = panic.location() {
            note_panic(&format!("{}:{}", place.file(), place.line()));
        }
        console_error_panic_hook::hook(panic);
    }));
}

/// Fills `#app`, in turns. `src/boot.js` calls it, takes the first paint away when the screen has arrived, and says it
/// when this fails.
///
/// # Errors
/// Damaged files of the build.
#[wasm_bindgen]
pub async fn mount() -> Result<(), JsError> {
    app::mount().await
}
