//! The vision's measures by ids that mean something outside the program.

use crate::{
    dataset::Dataset,
    model::{Measure, Vision, VisionProject},
};
use serde::{Deserialize, Serialize};
use std::{borrow::Borrow, fmt};

/// A measure's id in files and drafts: "shiribeshi-primary-brand/1", the project's id and the
/// measure's place under it as the document orders them, from 1.
///
/// Any text can be one: a draft made with another edition may speak of measures this one lacks.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MeasureId(String);

impl MeasureId {
    /// The id written this way.
    #[must_use]
    pub fn new(id: &str) -> Self {
        Self(id.to_owned())
    }

    /// As it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for MeasureId {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for MeasureId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A measure with its place in the vision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedMeasure<'a> {
    /// Its id in files and drafts.
    pub id: MeasureId,
    /// The project it belongs to.
    pub project: &'a VisionProject,
    /// That project's name.
    pub project_name: &'a str,
    /// That project's ①②③, from 1.
    pub project_number: u8,
    /// Its place under the project, from 1.
    pub number: u8,
    /// The measure.
    pub measure: &'a Measure,
}

impl ListedMeasure<'_> {
    /// 「①-3」: how people name it.
    #[must_use]
    pub fn label(&self) -> String {
        format!("{}-{}", circled(self.project_number), self.number)
    }
}

/// 1 → 「①」, to 20; beyond that the plain number.
#[must_use]
pub fn circled(number: u8) -> String {
    match number {
        1..=20 => char::from_u32(0x2460 + u32::from(number) - 1)
            .map(String::from)
            .unwrap_or_default(),
        _ => number.to_string(),
    }
}

impl Vision {
    /// Every measure, in the document's order.
    #[must_use]
    pub fn measures<'a>(&'a self, dataset: &'a Dataset) -> Vec<ListedMeasure<'a>> {
        let mut listed = Vec::new();
        for (project, project_number) in self.projects.iter().zip(1_u8..) {
            let named = dataset.project(project.project);
            for (measure, number) in project.measures.iter().zip(1_u8..) {
                listed.push(ListedMeasure {
                    id: MeasureId(format!("{}/{number}", named.slug)),
                    project,
                    project_name: &named.name,
                    project_number,
                    number,
                    measure,
                });
            }
        }
        listed
    }
}

/// The measure of an id.
#[must_use]
pub fn find_measure<'a, 'b>(
    measures: &'b [ListedMeasure<'a>],
    id: &str,
) -> Option<&'b ListedMeasure<'a>> {
    measures.iter().find(|measure| measure.id.as_str() == id)
}

/// A title for comparing: without spaces, and with full-width letters as half-width ones.
#[must_use]
pub fn title_key(title: &str) -> String {
    title
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(half_width)
        .collect()
}

/// Ａ → A, （ → (.
pub(super) fn half_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        other => other,
    }
}
