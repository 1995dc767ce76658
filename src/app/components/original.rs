//! Texts that stay in the language they were written in.

use leptos::prelude::*;
use michishirube_core::language::lang_of;

/// A text of the documents or of a person within a line of the interface, marked with its language where
/// another is spoken around it.
pub fn original(text: impl Into<String>) -> AnyView {
    let text = text.into();
    match lang_of(&text) {
        Some(lang) => view! { <span lang=lang>{text}</span> }.into_any(),
        None => text.into_any(),
    }
}
