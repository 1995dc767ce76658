//! A file of works of either kind.

use super::{geojson, import::Import, table};
use crate::{
    language::{Language, speak, spoken},
    model::Municipality,
};

/// Files are written in Japanese whatever language is spoken, so that each opens in both.
pub(super) fn in_japanese<T>(write: impl FnOnce() -> T) -> T {
    let now = spoken();
    speak(Language::Japanese);
    let written = write();
    speak(now);
    written
}

/// Reads a file: GeoJSON when its text begins as JSON does, else CSV.
#[must_use]
pub fn read(text: &str, municipalities: &[Municipality]) -> Import {
    if text
        .trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n'])
        .starts_with(['{', '['])
    {
        geojson::read(text, municipalities)
    } else {
        table::read(text, municipalities)
    }
}
