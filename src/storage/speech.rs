//! The chosen language.

use super::available;
use michishirube_core::language::Language;

const KEY: &str = "michishirube/language";

/// The language of the page: the script in `index.html` has chosen it, before anything was seen, from what is kept
/// or from the browser's languages.
#[must_use]
pub fn language() -> Language {
    let tag = web_sys::window()
        .and_then(|window| window.document()?.document_element())
        .and_then(|root| root.get_attribute("lang"));
    Language::ALL
        .into_iter()
        .find(|language| tag.as_deref() == Some(language.tag()))
        .unwrap_or_default()
}

/// Keeps the choice and loads the page again in that language. Nothing is lost: drafts are kept, and the address says
/// what is shown. Where storage cannot be used there is no choice but the browser's.
pub fn change_to(language: Language) {
    let (Some(storage), Some(window)) = (available(), web_sys::window()) else {
        return;
    };
    if storage.set_item(KEY, language.tag()).is_ok() {
        let _ = window.location().reload();
    }
}
