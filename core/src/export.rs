//! The dataset as one JSON file: everything by name, for programs other than this one.
//!
//! Figures are JSON numbers with the document's own decimals; years are western fiscal years; amounts
//! of money are in 千円. What no document states is `null` or left out of a list, never 0. Names are those
//! of the documents, with the English ones beside them (`name_en` …), in whatever language the page is.

use crate::{
    dataset::{Dataset, Series},
    decimal::Decimal,
    english::EnglishNames,
    fiscal_year::FiscalYear,
    model::{AppearanceId, Dated, IndicatorId, Label, Observation, Origin, ProgramId, RowId},
};
use serde_json::{Map, Number, Value, json};

/// The version of the form, for programs that read it.
pub const VERSION: u32 = 1;

/// The dataset as indented JSON, with the English names beside its own.
#[must_use]
pub fn json(dataset: &Dataset, english: &EnglishNames) -> String {
    let english = &dataset.clone().in_english(english);
    let documents: Vec<Value> = dataset
        .documents
        .iter()
        .zip(&english.documents)
        .map(|(document, english)| {
            json!({
                "id": document.slug,
                "title": document.title,
                "title_en": english.title,
                "title_origin": origin(document.title_origin),
                "publisher": document.publisher,
                "fiscal_year": document.fiscal_year.map(FiscalYear::western),
                "subject": document.subject,
                "note": document.note,
            })
        })
        .collect();
    let areas: Vec<Value> = dataset
        .areas
        .iter()
        .zip(&english.areas)
        .map(|(area, english)| {
            json!({
                "id": area.slug,
                "name": area.name,
                "name_en": english.name,
                "project_count": area.project_count,
            })
        })
        .collect();
    let subprefectures: Vec<Value> = dataset
        .subprefectures
        .iter()
        .zip(&english.subprefectures)
        .map(|(subprefecture, english)| {
            json!({
                "id": subprefecture.slug,
                "name": subprefecture.name,
                "name_en": english.name,
                "area": dataset.area(subprefecture.area).slug,
                "seat": {
                    "name": subprefecture.seat.name,
                    "name_en": english.seat.name,
                    "latitude": figure(subprefecture.seat.latitude),
                    "longitude": figure(subprefecture.seat.longitude),
                    "approximate": subprefecture.seat.approximate,
                },
            })
        })
        .collect();
    let ids = dataset.program_ids();
    let programs: Vec<Value> = ids.map(|id| program(dataset, english, id)).collect();
    let ids = dataset.indicator_ids();
    let indicators: Vec<Value> = ids.map(|id| indicator(dataset, english, id)).collect();
    let whole = json!({
        "format": "michishirube-dataset",
        "version": VERSION,
        "reporting_fiscal_year": dataset.reporting_year.western(),
        "documents": documents,
        "areas": areas,
        "subprefectures": subprefectures,
        "projects": projects(dataset, english),
        "programs": programs,
        "indicators": indicators,
    });
    // A value made of texts, numbers and lists can always be written.
    serde_json::to_string_pretty(&whole).unwrap_or_default()
}

fn projects(dataset: &Dataset, english: &Dataset) -> Vec<Value> {
    dataset
        .projects
        .iter()
        .zip(&english.projects)
        .map(|(project, english)| {
            let appearances: Vec<Value> = project
                .appearances
                .iter()
                .map(|appearance| {
                    let subprefectures: Vec<&str> = appearance
                        .subprefectures
                        .iter()
                        .map(|id| dataset.subprefecture(*id).slug.as_str())
                        .collect();
                    json!({
                        "document": dataset.document(appearance.document).slug,
                        "section": appearance.section,
                        "number": appearance.number,
                        "area": dataset.area(appearance.area).slug,
                        "subprefectures": subprefectures,
                        "name_as_printed": appearance.name_as_printed,
                    })
                })
                .collect();
            json!({
                "id": project.slug,
                "name": project.name,
                "name_en": english.name,
                "appearances": appearances,
            })
        })
        .collect()
}

fn program(dataset: &Dataset, english: &Dataset, id: ProgramId) -> Value {
    let appearances: Vec<Value> = dataset
        .appearances_of(id)
        .map(|appearance| appearance_of_program(dataset, appearance))
        .collect();
    let tags: Vec<Value> = dataset
        .tags_of(id)
        .map(|tag| {
            let mut entry = Map::new();
            match tag.label {
                Label::Category(category) => {
                    for (key, dataset) in [("category", dataset), ("category_en", english)] {
                        entry.insert(key.to_owned(), json!(dataset.category(category).name));
                    }
                }
                Label::Sdg(goal) => {
                    entry.insert("sdg".to_owned(), json!(goal.number()));
                }
            }
            entry.insert("origin".to_owned(), json!(origin(tag.origin)));
            entry.insert(
                "document".to_owned(),
                json!(dataset.document(tag.document).slug),
            );
            if !tag.reason.is_empty() {
                entry.insert("reason".to_owned(), json!(tag.reason));
            }
            Value::Object(entry)
        })
        .collect();
    json!({
        "id": dataset.program_slug(id),
        "name": dataset.program_name(id),
        "name_en": english.program_name(id),
        "appearances": appearances,
        "tags": tags,
    })
}

fn appearance_of_program(dataset: &Dataset, id: AppearanceId) -> Value {
    let all = &dataset.appearances;
    let row = id.row();
    let projects: Vec<&str> = all.projects[row]
        .iter()
        .map(|project| dataset.project(*project).slug.as_str())
        .collect();
    let period = all.periods[row].map(|(from, to)| json!([from.western(), to.western()]));
    json!({
        "document": dataset.document(all.documents[row]).slug,
        "section": all.sections.get(row),
        "fiscal_year": all.fiscal_years[row].western(),
        "subprefecture": dataset.subprefecture(all.subprefectures[row]).slug,
        "budget_thousand_yen": all.budgets[row],
        "period": period,
        "projects": projects,
        "outline": all.outlines.get(row),
        "results": all.results.get(row),
    })
}

fn indicator(dataset: &Dataset, english: &Dataset, id: IndicatorId) -> Value {
    let series = dataset.series(id);
    let source = dataset.indicator_source(id);
    let listings: Vec<Value> = dataset
        .listings
        .iter()
        .filter(|listing| listing.indicator == id)
        .map(|listing| {
            json!({
                "document": dataset.document(listing.document).slug,
                "section": listing.section,
                "project": dataset.project(listing.project).slug,
                "relisted": listing.relisted,
            })
        })
        .collect();
    json!({
        "id": dataset.indicator_slug(id),
        "name": dataset.indicator_name(id),
        "name_en": english.indicator_name(id),
        "unit": dataset.unit(id),
        "unit_en": english.unit(id),
        "baseline": series.baseline.map(dated),
        "target": series.target.map(dated),
        "results": results(&series),
        "source": {
            "document": dataset.document(source.document).slug,
            "section": source.section,
        },
        "listings": listings,
        "note": dataset.indicators.notes.get(id.row()),
    })
}

/// Years with an entry; 集計中 has a status and no value.
fn results(series: &Series<'_>) -> Vec<Value> {
    series
        .years()
        .filter_map(|(year, observation)| {
            let year = year.western();
            match observation {
                Observation::Absent => None,
                Observation::Pending => Some(json!({ "fiscal_year": year, "status": "pending" })),
                Observation::Published(value) => Some(
                    json!({ "fiscal_year": year, "status": "published", "value": figure(value) }),
                ),
            }
        })
        .collect()
}

fn dated(dated: Dated) -> Value {
    json!({ "fiscal_year": dated.year.western(), "value": figure(dated.value) })
}

/// A figure as a JSON number with its own digits.
fn figure(figure: Decimal) -> Value {
    figure
        .to_string()
        .parse::<Number>()
        .map_or(Value::Null, Value::Number)
}

const fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Source => "source",
        Origin::Editorial => "editorial",
    }
}
