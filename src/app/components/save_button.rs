//! A button that hands out a file.

use super::{Glyph, Icon};
use crate::storage::file;
use leptos::prelude::*;

/// A button that hands out a text as a file, written when it is pressed.
#[component]
pub fn SaveButton(
    /// The file's name.
    file: &'static str,
    /// What it holds, of the kinds in [`mod@file`].
    kind: &'static str,
    /// Its text.
    #[prop(into)]
    text: Callback<(), String>,
    /// What the button says.
    #[prop(into)]
    label: String,
    /// What of several it is for, to readers.
    #[prop(optional)]
    about: String,
    /// Its look.
    #[prop(default = "button")]
    class: &'static str,
    /// Whether it is off.
    #[prop(optional)]
    off: Signal<bool>,
    /// Hears whether the browser took it. One that refuses says so itself.
    #[prop(into, optional)]
    done: Option<Callback<bool>>,
) -> impl IntoView {
    let save = move |_| {
        let taken = file::download(file, kind, &text.run(())).is_ok();
        if let Some(done) = done {
            done.run(taken);
        }
    };
    view! {
        <button type="button" class=class disabled=off on:click=save>
            <Icon glyph=Glyph::Download />
            {label}
            <span class="visually-hidden">{about}</span>
        </button>
    }
}
