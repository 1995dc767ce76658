//! What of the dataset and of the prose stands in which section of a document.
//!
//! The way from a figure to its source ends here: every [`Source`](crate::model::Source) names a
//! document and a section, and a document's sections list in turn all that was taken from them.

use crate::{
    dataset::Dataset,
    model::{
        Activity, AppearanceId, BudgetTable, DocumentId, Initiative, Listing, Measure, Policy,
        ProjectId, Review, RowId, Statement, Vision,
    },
};

/// The documents' prose.
#[derive(Clone, Copy, Debug)]
pub struct Papers<'a> {
    /// 001.
    pub review: &'a Review,
    /// 002.
    pub budget: &'a BudgetTable,
    /// 003.
    pub policy: &'a Policy,
    /// 004.
    pub vision: &'a Vision,
}

/// A section of a document and what stands in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section<'a> {
    /// Its name, as sources cite it.
    pub name: String,
    /// Paragraphs: heading (perhaps empty) and text.
    pub words: Vec<(&'a str, &'a str)>,
    /// Projects it names.
    pub projects: Vec<ProjectId>,
    /// 001: what was done.
    pub activities: &'a [Activity],
    /// 001: what comes next.
    pub initiatives: &'a [Initiative],
    /// 003: the measures of its example projects.
    pub example_measures: Vec<(ProjectId, &'a [String])>,
    /// 004: 施策.
    pub measures: &'a [Measure],
    /// Lines of its list of indicators.
    pub listings: Vec<&'a Listing>,
    /// 001: sentences of the analysis.
    pub statements: &'a [Statement],
    /// Programmes, as they stand there.
    pub appearances: Vec<AppearanceId>,
}

/// Where 001's analysis stands.
pub const ANALYSIS: &str = "分析・対応方向";
/// What stands before a document's first numbered part.
pub const FOREWORD: &str = "前文";
/// 004: the layout of the infrastructure map.
pub const FIGURE: &str = "付図";

/// A document's sections, in its order.
#[must_use]
pub fn sections<'a>(
    dataset: &'a Dataset,
    papers: Papers<'a>,
    document: DocumentId,
) -> Vec<Section<'a>> {
    let Papers {
        review,
        budget,
        policy,
        vision,
    } = papers;
    let mut sections = Vec::new();
    if document == budget.document {
        section(&mut sections, FOREWORD).words = vec![("", budget.text.as_str())];
    }
    if document == policy.document {
        for part in &policy.sections {
            let place = section(&mut sections, &format!("{} {}", part.number, part.title));
            if !part.text.is_empty() {
                place.words.push(("", part.text.as_str()));
            }
            for item in &part.items {
                place.words.push((item.title.as_str(), item.text.as_str()));
            }
        }
    }
    if document == vision.document {
        for background in &vision.background {
            let words = &mut section(&mut sections, &vision.heading).words;
            words.push(("", background.text.as_str()));
        }
    }
    for project in dataset.project_ids() {
        for place in &dataset.project(project).appearances {
            if place.document != document || document == policy.document {
                continue;
            }
            let place = section(&mut sections, &place.section);
            place.projects.push(project);
            if document == review.document
                && let Some(reviewed) = review.projects.iter().find(|it| it.project == project)
            {
                place.activities = &reviewed.activities;
                place.initiatives = &reviewed.initiatives;
            }
            if document == vision.document
                && let Some(envisioned) = vision.projects.iter().find(|it| it.project == project)
            {
                place.measures = &envisioned.measures;
            }
        }
    }
    if document == policy.document {
        // The order of the paper, which is not that of the projects.
        for example in &policy.examples {
            let mut places = dataset.project(example.project).appearances.iter();
            if let Some(place) = places.find(|place| place.document == document) {
                let place = section(&mut sections, &place.section);
                place.projects.push(example.project);
                let measures = example.measures.as_slice();
                place.example_measures.push((example.project, measures));
            }
        }
    }
    for listing in &dataset.listings {
        if listing.document == document {
            let place = section(&mut sections, &listing.section);
            place.listings.push(listing);
        }
    }
    if document == review.document {
        section(&mut sections, ANALYSIS).statements = &review.statements;
    }
    for row in 0..dataset.appearances.programs.len() {
        if dataset.appearances.documents[row] == document {
            let place = section(&mut sections, dataset.appearances.sections.get(row));
            place.appearances.push(AppearanceId::new(row));
        }
    }
    if document == vision.document {
        section(&mut sections, FIGURE).words =
            vec![(vision.map.title.as_str(), vision.map.statement.as_str())];
    }
    sections
}

/// Which of a document's sections a source cites: the one of that name, or else the first of whose
/// name it is a part, or that is a part of it (「方針の概要」 for 「1 方針の概要」).
#[must_use]
pub fn find(names: &[String], cited: &str) -> Option<usize> {
    let part = |name: &String| cited.contains(name.as_str()) || name.contains(cited);
    if cited.is_empty() {
        return None;
    }
    names
        .iter()
        .position(|name| name == cited)
        .or_else(|| names.iter().position(part))
}

/// The section of a name, made at the end where there is none yet.
fn section<'a, 's>(sections: &'s mut Vec<Section<'a>>, name: &str) -> &'s mut Section<'a> {
    let at = sections.iter().position(|section| section.name == name);
    let at = at.unwrap_or_else(|| {
        sections.push(Section {
            name: name.to_owned(),
            ..Section::default()
        });
        sections.len() - 1
    });
    &mut sections[at]
}
