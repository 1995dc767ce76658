//! Reads the editable files of `public/data` into an [`Edition`], and checks them.
//!
//! Works on texts by file name, not on a file system: the build and a person's own files go through
//! the same code. Every problem is reported with its file, row, column and remedy, all at once.

mod changes;
mod check;
mod english;
mod prose;
mod tables;
mod topojson;

use crate::{
    dataset::{Dataset, Prose},
    english::EnglishNames,
    geography::Geography,
    model::Change,
    problem::{Problem, Problems},
};
use std::collections::BTreeMap;

/// Texts by file name ("indicators.csv").
pub type Files = BTreeMap<String, String>;

/// Everything the files hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// The facts every screen reads.
    pub dataset: Dataset,
    /// The names of all of them in English.
    pub english: EnglishNames,
    /// The documents' words.
    pub prose: Prose,
    /// The coast and the tiles.
    pub geography: Geography,
    /// The dataset's own history.
    pub changes: Vec<Change>,
}

/// Reads and checks all files.
///
/// # Errors
/// Every problem found.
pub fn edition(files: &Files) -> Result<Edition, Vec<Problem>> {
    let problems = Problems::default();
    let edition = tables::assemble(files, &problems);
    if let Some(edition) = &edition
        && problems.is_empty()
    {
        check::check(&edition.dataset, files, &problems);
    }
    match (edition, problems.into_vec()) {
        (Some(edition), problems) if problems.is_empty() => Ok(edition),
        (_, problems) => Err(problems),
    }
}

#[cfg(test)]
mod tests;
