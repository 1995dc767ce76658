//! The documents' prose: TOML files, whose references are text ids.

use super::Files;
use crate::{
    fiscal_year::FiscalYear,
    model::{
        Activity, AreaId, Background, BudgetTable, DocumentId, IndicatorId, Initiative,
        MapSpecification, Measure, Policy, PolicyExample, PolicySection, ProjectId, Review,
        ReviewProject, RowId, Statement, StatementKind, Vision, VisionProject,
    },
    problem::{Kind, Problems},
};
use serde::{Deserialize, de::DeserializeOwned};
use std::collections::BTreeMap;

/// Looks text ids up in the tables read before.
pub(super) struct Names<'a> {
    pub documents: &'a BTreeMap<String, usize>,
    pub areas: &'a BTreeMap<String, usize>,
    pub projects: &'a BTreeMap<String, usize>,
    pub indicators: &'a BTreeMap<String, usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReviewFile {
    document: String,
    title: String,
    organisation: String,
    fiscal_year: FiscalYear,
    reporting_fiscal_year: FiscalYear,
    project: Vec<ReviewProjectFile>,
    statement: Vec<StatementFile>,
    footnote: Vec<TextFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReviewProjectFile {
    id: String,
    #[serde(rename = "number")]
    _number: u8,
    area_as_printed: String,
    purpose: String,
    activity: Vec<Activity>,
    initiative: Vec<Initiative>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StatementFile {
    kind: StatementKind,
    text: String,
    #[serde(default)]
    indicator: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TextFile {
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PolicyFile {
    document: String,
    title: String,
    section: Vec<PolicySection>,
    example: Vec<ExampleFile>,
    #[serde(default)]
    note: Vec<TextFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExampleFile {
    area: String,
    project: String,
    measures: Vec<String>,
    indicator: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BudgetFile {
    document: String,
    title: String,
    text: String,
    unit_as_printed: String,
    amount_label: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VisionFile {
    document: String,
    title: String,
    heading: String,
    background: Vec<Background>,
    #[serde(default)]
    approvals: Vec<String>,
    project: Vec<VisionProjectFile>,
    map: MapSpecification,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VisionProjectFile {
    id: String,
    #[serde(rename = "number")]
    _number: u8,
    area_as_printed: String,
    purpose: String,
    measure: Vec<Measure>,
}

fn parse<T: DeserializeOwned>(file: &str, files: &Files, problems: &Problems) -> Option<T> {
    let Some(text) = files.get(file) else {
        problems.of_file(file, Kind::MissingFile);
        return None;
    };
    match toml::from_str(text) {
        Ok(value) => Some(value),
        Err(error) => {
            problems.of_file(file, Kind::Toml(error.to_string()));
            None
        }
    }
}

fn find<T: RowId>(
    file: &str,
    id: &str,
    table: &BTreeMap<String, usize>,
    table_file: &'static str,
    problems: &Problems,
) -> Option<T> {
    let row = table.get(id).copied();
    if row.is_none() {
        problems.of_file(
            file,
            Kind::Unknown {
                id: id.to_owned(),
                file: table_file,
            },
        );
    }
    row.map(T::new)
}

impl Names<'_> {
    fn document(&self, file: &str, id: &str, problems: &Problems) -> Option<DocumentId> {
        find(file, id, self.documents, "documents.csv", problems)
    }

    fn project(&self, file: &str, id: &str, problems: &Problems) -> Option<ProjectId> {
        find(file, id, self.projects, "projects.csv", problems)
    }

    fn indicator(&self, file: &str, id: &str, problems: &Problems) -> Option<IndicatorId> {
        find(file, id, self.indicators, "indicators.csv", problems)
    }

    fn area(&self, file: &str, id: &str, problems: &Problems) -> Option<AreaId> {
        find(file, id, self.areas, "areas.csv", problems)
    }

    pub(super) fn review(&self, files: &Files, problems: &Problems) -> Option<Review> {
        const FILE: &str = "review.toml";
        let raw: ReviewFile = parse(FILE, files, problems)?;
        Some(Review {
            document: self.document(FILE, &raw.document, problems)?,
            title: raw.title,
            organisation: raw.organisation,
            fiscal_year: raw.fiscal_year,
            reporting_year: raw.reporting_fiscal_year,
            projects: raw
                .project
                .into_iter()
                .filter_map(|project| {
                    Some(ReviewProject {
                        project: self.project(FILE, &project.id, problems)?,
                        area_as_printed: project.area_as_printed,
                        purpose: project.purpose,
                        activities: project.activity,
                        initiatives: project.initiative,
                    })
                })
                .collect(),
            statements: raw
                .statement
                .into_iter()
                .map(|statement| Statement {
                    kind: statement.kind,
                    text: statement.text,
                    indicator: statement
                        .indicator
                        .and_then(|id| self.indicator(FILE, &id, problems)),
                })
                .collect(),
            footnotes: raw.footnote.into_iter().map(|note| note.text).collect(),
        })
    }

    pub(super) fn policy(&self, files: &Files, problems: &Problems) -> Option<Policy> {
        const FILE: &str = "policy.toml";
        let raw: PolicyFile = parse(FILE, files, problems)?;
        Some(Policy {
            document: self.document(FILE, &raw.document, problems)?,
            title: raw.title,
            sections: raw.section,
            examples: raw
                .example
                .into_iter()
                .filter_map(|example| {
                    Some(PolicyExample {
                        area: self.area(FILE, &example.area, problems)?,
                        project: self.project(FILE, &example.project, problems)?,
                        measures: example.measures,
                        indicator: self.indicator(FILE, &example.indicator, problems)?,
                    })
                })
                .collect(),
            notes: raw.note.into_iter().map(|note| note.text).collect(),
        })
    }

    pub(super) fn budget(&self, files: &Files, problems: &Problems) -> Option<BudgetTable> {
        const FILE: &str = "budget.toml";
        let raw: BudgetFile = parse(FILE, files, problems)?;
        Some(BudgetTable {
            document: self.document(FILE, &raw.document, problems)?,
            title: raw.title,
            text: raw.text,
            unit_as_printed: raw.unit_as_printed,
            amount_label: raw.amount_label,
        })
    }

    pub(super) fn vision(&self, files: &Files, problems: &Problems) -> Option<Vision> {
        const FILE: &str = "vision.toml";
        let raw: VisionFile = parse(FILE, files, problems)?;
        Some(Vision {
            document: self.document(FILE, &raw.document, problems)?,
            title: raw.title,
            heading: raw.heading,
            background: raw.background,
            approvals: raw.approvals,
            projects: raw
                .project
                .into_iter()
                .filter_map(|project| {
                    Some(VisionProject {
                        project: self.project(FILE, &project.id, problems)?,
                        area_as_printed: project.area_as_printed,
                        purpose: project.purpose,
                        measures: project.measure,
                    })
                })
                .collect(),
            map: raw.map,
        })
    }
}
