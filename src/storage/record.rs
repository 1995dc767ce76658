//! Drafts in localStorage: saved at once, never lost, never silently replaced.

use super::available;
use gloo_storage::{LocalStorage, Storage, errors::StorageError};
use serde::{Serialize, de::DeserializeOwned};

/// Records that could not be read are kept under this prefix.
const ASIDE: &str = "michishirube/aside/";

/// What was found at the start, or after another tab wrote.
#[derive(Debug)]
pub enum Loaded<R> {
    /// None yet.
    Nothing,
    /// A record.
    Record(R),
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

/// Reads a record.
#[must_use]
pub fn load<R: DeserializeOwned>(key: &str) -> Loaded<R> {
    match available().map(|storage| storage.get_item(key)) {
        Some(Ok(Some(_))) => {}
        Some(Ok(None)) => return Loaded::Nothing,
        Some(Err(_)) | None => return Loaded::Unavailable,
    }
    match LocalStorage::get::<R>(key) {
        Ok(record) => Loaded::Record(record),
        // Broken, or written by a newer version of this program.
        Err(_) if put_aside(key).is_some() => Loaded::SetAside,
        Err(_) => Loaded::Stuck,
    }
}

/// Moves a record out of the way.
fn put_aside(key: &str) -> Option<()> {
    let storage = available()?;
    let text = storage.get_item(key).ok()??;
    let name = key.split('/').nth(1).unwrap_or_default();
    let aside = format!("{ASIDE}{name}/{}", now());
    storage.set_item(&aside, &text).ok()?;
    storage.remove_item(key).ok()
}

/// Writes a record.
///
/// # Errors
/// When this browser does not take it; the draft then lives in memory only.
pub fn save<R: Serialize>(key: &str, record: &R) -> Result<(), SaveError> {
    if available().is_none() {
        return Err(SaveError::Unavailable);
    }
    LocalStorage::set(key, record).map_err(|error| match error {
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

/// The time, in milliseconds since 1970.
#[must_use]
pub fn now() -> u64 {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "milliseconds since 1970 are positive and far below 2⁵³"
    )]
    let milliseconds = js_sys::Date::now() as u64;
    milliseconds
}
