//! Sentences with a name or a word of a file in them.

use leptos::prelude::*;
use michishirube_core::language::lang_of;

/// A sentence of the interface; what is Japanese in an English one is marked as such.
pub fn marked(text: &str) -> AnyView {
    if lang_of(text).is_none() {
        return text.to_owned().into_any();
    }
    let mut parts: Vec<AnyView> = Vec::new();
    for word in text.split_inclusive(' ') {
        let is_japanese = |letter: char| lang_of(letter.encode_utf8(&mut [0; 4])).is_some();
        let Some(from) = word.find(is_japanese) else {
            parts.push(word.to_owned().into_any());
            continue;
        };
        let (before, rest) = word.split_at(from);
        let (japanese, after) =
            rest.split_at(rest.trim_end_matches(|letter| !is_japanese(letter)).len());
        parts.push(before.to_owned().into_any());
        parts.push(view! { <span lang=lang_of(japanese)>{japanese.to_owned()}</span> }.into_any());
        parts.push(after.to_owned().into_any());
    }
    parts.into_any()
}
