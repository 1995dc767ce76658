//! The draft scenario in localStorage: saved at once, never lost, never silently replaced.

use super::available;
use gloo_storage::{LocalStorage, Storage, errors::StorageError};
use michishirube_core::scenario::Record;

/// Where the draft is kept. The version in the key is that of the whole layout; the record has its
/// own.
pub const KEY: &str = "michishirube/draft/v1";
/// Records that could not be read are kept under this prefix.
const ASIDE: &str = "michishirube/aside/";

/// What was found at the start, or after another tab wrote.
#[derive(Debug)]
pub enum Loaded {
    /// No draft yet.
    Nothing,
    /// A draft.
    Draft(Record),
    /// A record this program cannot read. It has been set aside and can be downloaded.
    SetAside,
    /// A record this program cannot read and could not set aside: it stays where it is, and nothing
    /// is written over it.
    Stuck,
    /// localStorage cannot be used.
    Unavailable,
}

/// Why a draft was not saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveError {
    /// localStorage cannot be used.
    Unavailable,
    /// There is no room left.
    Full,
    /// A record that cannot be read stands in the way.
    Stuck,
}

/// A record set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// Its key.
    pub key: String,
    /// Its text, as it was found.
    pub text: String,
}

/// Reads the draft.
#[must_use]
pub fn load() -> Loaded {
    let Some(storage) = available() else {
        return Loaded::Unavailable;
    };
    let text = match storage.get_item(KEY) {
        Ok(Some(text)) => text,
        Ok(None) => return Loaded::Nothing,
        Err(_) => return Loaded::Unavailable,
    };
    match LocalStorage::get::<Record>(KEY) {
        Ok(record) if record.version == Record::VERSION => Loaded::Draft(record),
        // Broken, or written by a newer version of this program.
        _ => {
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "milliseconds since 1970 are positive and far below 2⁵³"
            )]
            let now = js_sys::Date::now() as u64;
            let key = format!("{ASIDE}{now}");
            if storage.set_item(&key, &text).is_ok() && storage.remove_item(KEY).is_ok() {
                Loaded::SetAside
            } else {
                Loaded::Stuck
            }
        }
    }
}

/// Writes the draft.
///
/// # Errors
/// When this browser does not take it; the draft then lives in memory only.
pub fn save(record: &Record) -> Result<(), SaveError> {
    if available().is_none() {
        return Err(SaveError::Unavailable);
    }
    LocalStorage::set(KEY, record).map_err(|error| match error {
        StorageError::JsError(error) if error.name == "QuotaExceededError" => SaveError::Full,
        _ => SaveError::Unavailable,
    })
}

/// The records set aside.
#[must_use]
pub fn set_aside() -> Vec<Aside> {
    let Some(storage) = available() else {
        return Vec::new();
    };
    let count = storage.length().unwrap_or_default();
    (0..count)
        .filter_map(|at| storage.key(at).ok().flatten())
        .filter(|key| key.starts_with(ASIDE))
        .filter_map(|key| {
            let text = storage.get_item(&key).ok().flatten()?;
            Some(Aside { key, text })
        })
        .collect()
}

/// Deletes a record set aside, at the person's wish.
pub fn discard(aside: &Aside) {
    if let Some(storage) = available() {
        // A record that cannot be deleted stays listed, which says so.
        let _ = storage.remove_item(&aside.key);
    }
}
