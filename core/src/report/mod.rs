//! 報告書: the yearly 推進管理 paper (001 is the model), made from the data or from a scenario.
//!
//! A [`Report`] is everything the paper prints, in the order it prints it: the screen, the printed
//! pages, the CSV and the JSON file are all made from it. What the figures say is written here
//! ([`analysis`]); what the document says is quoted; what the user adds ([`own`], by [`edit`]) stands for
//! itself.

pub mod analysis;
pub mod edit;
pub mod own;
pub mod table;

use crate::{
    dataset::Dataset,
    fiscal_year::{Era, FiscalYear},
    model::{Activity, IndicatorId, Initiative, ProjectId, ProjectKind, Review, StatementKind},
    progress::{BandLimits, Method},
    scenario::{Scenario, Settings},
};
use analysis::{Finding, Overall};
use own::{Note, ReportNotes};
use serde::Serialize;
use table::Row;

/// What a report is made from.
#[derive(Clone, Copy, Debug)]
pub struct Basis<'a, 'n> {
    /// The facts.
    pub dataset: &'a Dataset,
    /// The document's words.
    pub review: &'a Review,
    /// The changes to lay over the figures. Without any the paper is on the official ones.
    pub scenario: Option<&'n Scenario>,
    /// The user's own words.
    pub notes: &'n ReportNotes,
    /// How years are printed.
    pub era: Era,
}

/// Which figures a report is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standpoint {
    /// The documents' figures.
    Official,
    /// 試算: a person's changes laid over them.
    Scenario,
}

/// The paper. Also the form of the JSON file: years are western fiscal years, figures are text
/// without separators, texts are as printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report<'a> {
    /// The name and version of this form.
    pub format: &'static str,
    /// Which figures it is on.
    pub figures: Standpoint,
    /// What the scenario is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scenario: Option<String>,
    /// How many figures the scenario changes.
    pub changes: usize,
    /// What the scenario computes or prints in another way, in words. The bands are not in the paper.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub settings: Vec<String>,
    /// The title on the cover.
    pub title: String,
    /// The line of the year or date on the cover.
    pub date_line: String,
    /// Who hands it in.
    pub organisation: String,
    /// The year it is written in.
    pub fiscal_year: FiscalYear,
    /// The year whose results it reports.
    pub reporting_year: FiscalYear,
    /// The year whose results the quoted document reports.
    pub document_reporting_year: FiscalYear,
    /// The id of the document it is drawn from.
    pub document: &'a str,
    /// That document's title.
    pub document_title: &'a str,
    /// A sheet for each project.
    pub projects: Vec<ProjectSheet<'a>>,
    /// 評価指標（KPI）一覧.
    pub indicators: Vec<Row<'a>>,
    /// 分析・対応方向.
    pub analysis: Analysis<'a>,
    /// The programmes, in the groups of the document.
    pub programs: Vec<ProgramGroup<'a>>,
    /// Footnotes of the programmes: what ①–④ stand for.
    pub footnotes: Vec<&'a str>,
}

/// A project's sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProjectSheet<'a> {
    /// The project, for the screen.
    #[serde(skip)]
    pub project_id: ProjectId,
    /// Its text id.
    pub id: &'a str,
    /// Its number in the paper.
    pub number: u8,
    /// Its name.
    pub name: &'a str,
    /// 推進エリア.
    pub area: &'a str,
    /// 目的.
    pub purpose: &'a str,
    /// これまでの主な取組・成果.
    pub activities: &'a [Activity],
    /// Next year's 主な取組.
    pub initiatives: &'a [Initiative],
    /// The user's remarks.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub own: String,
}

/// 分析・対応方向.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Analysis<'a> {
    /// The list in numbers.
    pub overall: Overall,
    /// The list as a whole, written from the figures.
    pub sentences: Vec<String>,
    /// What the document says of the list as a whole.
    pub quotes: Vec<&'a str>,
    /// The user's own words on it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub own: String,
    /// Each indicator once, in the order of the list.
    pub indicators: Vec<IndicatorAnalysis<'a>>,
    /// 対応方向, as the document has it.
    pub outlook_quotes: Vec<&'a str>,
    /// 対応方向, in the user's own words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub outlook: String,
}

/// What is said of one indicator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct IndicatorAnalysis<'a> {
    /// The indicator, for the screen.
    #[serde(skip)]
    pub indicator: IndicatorId,
    /// Its text id.
    pub id: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Whether the scenario changes a figure of it.
    pub changed: bool,
    /// What the figures say.
    pub findings: Vec<Finding>,
    /// The same in sentences.
    pub sentences: Vec<String>,
    /// What the document says of it, on its own figures.
    pub quotes: Vec<&'a str>,
    /// The user's own words on it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub own: String,
}

/// A table of programmes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProgramGroup<'a> {
    /// Its heading.
    pub title: &'a str,
    /// Its programmes, in the order of the document.
    pub programs: Vec<ProgramRow<'a>>,
}

/// A programme in the paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProgramRow<'a> {
    /// Its text id.
    pub id: &'a str,
    /// 事業名.
    pub name: &'a str,
    /// 概要.
    pub outline: &'a str,
    /// 主な関連プロジェクト: their numbers.
    pub projects: Vec<u8>,
}

impl Report<'_> {
    /// The name and version of the JSON file's form.
    pub const FORMAT: &'static str = "michishirube-report/1";
}

/// The year whose results a report is on: the one chosen for the report, else the one the scenario is
/// computed with, else the document's.
#[must_use]
pub fn reporting_year(
    notes: &ReportNotes,
    scenario: Option<&Scenario>,
    review: &Review,
) -> FiscalYear {
    let set = scenario.and_then(|scenario| scenario.settings().reporting_year);
    let chosen = notes.reporting_year.or(set);
    chosen.unwrap_or(review.reporting_year)
}

/// Makes the paper.
#[must_use]
pub fn report<'a>(basis: Basis<'a, '_>) -> Report<'a> {
    let Basis {
        dataset,
        review,
        scenario,
        notes,
        era,
    } = basis;
    let official = Scenario::default();
    let figures = scenario.unwrap_or(&official);
    let reporting_year = reporting_year(notes, scenario, review);
    let settings = Settings {
        bands: BandLimits::default(),
        reporting_year: figures
            .settings()
            .reporting_year
            .filter(|year| *year == reporting_year && *year != review.reporting_year),
        ..*figures.settings()
    };
    let method = Method {
        reporting_year,
        ..settings.method(dataset)
    };
    let standpoint = if figures.is_empty() && settings == Settings::default() {
        Standpoint::Official
    } else {
        Standpoint::Scenario
    };
    // The paper on the results of a year is written as long after it as the document is.
    let later = review.fiscal_year.since(review.reporting_year);
    let fiscal_year = u16::try_from(i32::from(reporting_year.western()) + later)
        .ok()
        .and_then(|western| FiscalYear::try_from(western).ok())
        .unwrap_or(review.fiscal_year);
    let own_or = |note, otherwise: String| match notes.get(note) {
        "" => otherwise,
        own => own.to_owned(),
    };
    let (indicators, analysis) = indicators(&basis, figures, &method);
    let document = dataset.document(review.document);
    Report {
        format: Report::FORMAT,
        figures: standpoint,
        scenario: (standpoint == Standpoint::Scenario).then(|| figures.title().to_owned()),
        changes: figures.len(),
        settings: settings.words(era),
        title: own_or(Note::Title, review.title.clone()),
        date_line: own_or(Note::DateLine, fiscal_year.name(era)),
        organisation: own_or(Note::Organisation, review.organisation.clone()),
        fiscal_year,
        reporting_year,
        document_reporting_year: review.reporting_year,
        document: &document.slug,
        document_title: &document.title,
        projects: project_sheets(&basis),
        indicators,
        analysis,
        programs: program_groups(dataset, review),
        footnotes: review
            .footnotes
            .iter()
            .map(String::as_str)
            .filter(|footnote| footnote.starts_with('※'))
            .collect(),
    }
}

fn project_sheets<'a>(basis: &Basis<'a, '_>) -> Vec<ProjectSheet<'a>> {
    let dataset = basis.dataset;
    let sheets = basis.review.projects.iter().map(|sheet| {
        let project = dataset.project(sheet.project);
        ProjectSheet {
            project_id: sheet.project,
            id: &project.slug,
            number: number_of(dataset, sheet.project),
            name: &project.name,
            area: &sheet.area_as_printed,
            purpose: &sheet.purpose,
            activities: &sheet.activities,
            initiatives: &sheet.initiatives,
            own: basis.notes.get(Note::Project(&project.slug)).to_owned(),
        }
    });
    sheets.collect()
}

/// A project's number in the review; 0 where it has none.
fn number_of(dataset: &Dataset, project: ProjectId) -> u8 {
    let appearances = &dataset.project(project).appearances;
    appearances
        .iter()
        .find(|appearance| appearance.kind == ProjectKind::Review)
        .and_then(|appearance| appearance.number)
        .unwrap_or_default()
}

/// The list, and what its figures say.
fn indicators<'a>(
    basis: &Basis<'a, '_>,
    scenario: &Scenario,
    method: &Method,
) -> (Vec<Row<'a>>, Analysis<'a>) {
    let reporting_year = method.reporting_year;
    let (dataset, review, notes) = (basis.dataset, basis.review, basis.notes);
    let mut rows = Vec::new();
    let mut overall = Overall::default();
    let mut analyses: Vec<IndicatorAnalysis<'a>> = Vec::new();
    for listing in dataset.review_listings() {
        let (row, figures) = table::row(dataset, scenario, listing, method, basis.era);
        let series = figures.series();
        overall.count(&series, reporting_year);
        let indicator = listing.indicator;
        if analyses.iter().all(|other| other.indicator != indicator) {
            let name = dataset.indicator_name(indicator);
            let findings = analysis::findings(&series, method);
            analyses.push(IndicatorAnalysis {
                indicator,
                id: row.id,
                name,
                changed: scenario.get(indicator).is_some(),
                sentences: analysis::sentences(name, row.unit, &findings, method, basis.era),
                findings,
                quotes: quotes(review, StatementKind::Analysis, Some(indicator)),
                own: notes.get(Note::Indicator(row.id)).to_owned(),
            });
        }
        rows.push(row);
    }
    let analysis = Analysis {
        overall,
        sentences: overall.sentences(reporting_year, basis.era),
        quotes: quotes(review, StatementKind::Analysis, None),
        own: notes.get(Note::Analysis).to_owned(),
        indicators: analyses,
        outlook_quotes: quotes(review, StatementKind::Outlook, None),
        outlook: notes.get(Note::Outlook).to_owned(),
    };
    (rows, analysis)
}

fn quotes(review: &Review, kind: StatementKind, indicator: Option<IndicatorId>) -> Vec<&str> {
    let statements = review.statements.iter();
    statements
        .filter(|statement| statement.kind == kind && statement.indicator == indicator)
        .map(|statement| statement.text.as_str())
        .collect()
}

fn program_groups<'a>(dataset: &'a Dataset, review: &'a Review) -> Vec<ProgramGroup<'a>> {
    let appearances = &dataset.appearances;
    let mut places: Vec<(u16, usize)> = Vec::new();
    for row in 0..appearances.programs.len() {
        if appearances.documents[row] == review.document {
            crate::sorted::insert(&mut places, (appearances.positions[row], row));
        }
    }
    let mut groups: Vec<ProgramGroup<'a>> = Vec::new();
    for (_, row) in places {
        let title = heading(review, appearances.sections.get(row));
        let program = appearances.programs[row];
        let projects = &appearances.projects[row];
        let line = ProgramRow {
            id: dataset.program_slug(program),
            name: dataset.program_name(program),
            outline: appearances.outlines.get(row),
            projects: projects
                .iter()
                .map(|project| number_of(dataset, *project))
                .collect(),
        };
        match groups.last_mut().filter(|group| group.title == title) {
            Some(group) => group.programs.push(line),
            None => groups.push(ProgramGroup {
                title,
                programs: vec![line],
            }),
        }
    }
    groups
}

/// The full heading of a section that the dataset names in short: the document's headings are among
/// its footnotes.
fn heading<'a>(review: &'a Review, section: &'a str) -> &'a str {
    let Some((last, _)) = section.char_indices().next_back() else {
        return section;
    };
    let (start, end) = section.split_at(last);
    let footnotes = review.footnotes.iter().map(String::as_str);
    let mut headings = footnotes.filter(|text| text.starts_with(start) && text.ends_with(end));
    headings.next().unwrap_or(section)
}

/// 「①」 for 1; the plain number beyond ⑳.
#[must_use]
pub fn circled(number: u8) -> String {
    match number {
        1..=20 => char::from_u32(0x245F + u32::from(number)).map_or_else(String::new, String::from),
        _ => number.to_string(),
    }
}
