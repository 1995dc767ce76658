//! All that this program keeps in this browser: to be seen, taken away, deleted and put back.
//! Other pages of the same origin are none of its business.

use super::available;
use wasm_bindgen::JsValue;

/// What every key of this program begins with.
const PREFIX: &str = "michishirube/";

/// Something kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its key.
    pub key: String,
    /// Its text, as it stands there.
    pub text: String,
}

impl Entry {
    /// What it takes of the browser's room, in bytes: two for each unit of UTF-16, key and text.
    #[must_use]
    pub fn bytes(&self) -> usize {
        2 * (self.key.encode_utf16().count() + self.text.encode_utf16().count())
    }
}

/// Everything kept, by key; `None` where localStorage cannot be used.
#[must_use]
pub fn entries() -> Option<Vec<Entry>> {
    let storage = available()?;
    let count = storage.length().ok()?;
    let mut entries: Vec<Entry> = Vec::new();
    let keys = (0..count).filter_map(|at| storage.key(at).ok().flatten());
    for key in keys.filter(|key| key.starts_with(PREFIX)) {
        if let Some(text) = storage.get_item(&key).ok().flatten() {
            let at = entries.partition_point(|entry| entry.key < key);
            entries.insert(at, Entry { key, text });
        }
    }
    Some(entries)
}

/// Deletes these; this tab and the others hear of it.
///
/// # Errors
/// When the browser refuses; those before it are gone by then.
pub fn delete(entries: &[Entry]) -> Result<(), JsValue> {
    let storage = available().ok_or(JsValue::NULL)?;
    entries
        .iter()
        .try_for_each(|entry| storage.remove_item(&entry.key))
        .and_then(|()| tell_this_tab())
}

/// Puts back what was deleted. What has been written in its place since stays.
///
/// # Errors
/// When the browser refuses.
pub fn put_back(entries: &[Entry]) -> Result<(), JsValue> {
    let storage = available().ok_or(JsValue::NULL)?;
    for Entry { key, text } in entries {
        if storage.get_item(key)?.is_none() {
            storage.set_item(key, text)?;
        }
    }
    tell_this_tab()
}

/// A browser tells only the other tabs that storage has changed.
fn tell_this_tab() -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let event: web_sys::Event = web_sys::StorageEvent::new("storage")?.into();
    window.dispatch_event(&event).map(drop)
}
