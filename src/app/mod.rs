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

use crate::storage::speech;
use components::{Turns, later, turn};
use frame::Frame;
use leptos::prelude::*;
use michishirube_core::language;
use state::State;
use wasm_bindgen::{JsCast, JsError};

/// Fills `#app`, a turn for each part of the work.
///
/// # Errors
/// When the bytes of the dataset cannot be read: they were made by the same build, so only of a damaged file.
pub async fn mount() -> Result<(), JsError> {
    let document = document();
    let Some(root) = document.get_element_by_id("app") else {
        return Ok(());
    };
    language::speak(speech::language());
    let damaged = || JsError::new("the dataset cannot be read");
    let printed = state::printed().ok_or_else(damaged)?;
    turn().await;
    let dataset = state::in_spoken_language(printed).ok_or_else(damaged)?;
    turn().await;
    let facets = state::facets(dataset);
    turn().await;
    let page = Owner::new();
    let state = State::new(page.clone(), dataset, facets).await;
    page.with(|| {
        leptos::mount::mount_to(root.unchecked_into(), move || {
            provide_context(Turns::new());
            provide_context(state);
            later(|| view! { <Frame /> })
        })
        .forget();
    });
    Ok(())
}
