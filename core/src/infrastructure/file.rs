//! A file of works of either kind.

use super::{geojson, import::Import, table};
use crate::model::Municipality;

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
