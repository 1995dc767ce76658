//! The documents as one dataset: what the build embeds and every screen reads.

use crate::{
    fiscal_year::FiscalYear,
    model::{
        AppearanceId, Appearances, Area, AreaId, BudgetTable, Category, CategoryId, Dated,
        Document, DocumentId, IndicatorId, Indicators, Label, Listing, Municipality, Observation,
        Origin, Policy, ProgramId, Programs, Project, ProjectId, Review, RowId, Sdg, Source,
        Subprefecture, SubprefectureId, Tags, Vision,
    },
    sorted,
};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// All content of the documents. Immutable: a person's changes are a
/// [`Scenario`](crate::scenario::Scenario) over it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dataset {
    /// The source documents.
    pub documents: Vec<Document>,
    /// 連携地域.
    pub areas: Vec<Area>,
    /// (総合)振興局.
    pub subprefectures: Vec<Subprefecture>,
    /// Municipalities (of 後志).
    pub municipalities: Vec<Municipality>,
    /// カテゴリー.
    pub categories: Vec<Category>,
    /// Short names of the 17 goals.
    pub sdg_names: Vec<String>,
    /// プロジェクト.
    pub projects: Vec<Project>,
    /// 事業.
    pub programs: Programs,
    /// 事業, as they stand in the documents.
    pub appearances: Appearances,
    /// Categories and goals of programmes.
    pub tags: Tags,
    /// 評価指標.
    pub indicators: Indicators,
    /// The documents' lists of indicators.
    pub listings: Vec<Listing>,
    /// 001, the yearly review.
    pub review: DocumentId,
    /// The year whose results the review reports (令和5年度).
    pub reporting_year: FiscalYear,
    /// 003, whose indicators are examples.
    pub policy: DocumentId,
}

/// What the documents say in words: read and checked together with the [`Dataset`], and kept apart
/// from it, because no figure on the first screen needs it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prose {
    /// 001.
    pub review: Review,
    /// 002.
    pub budget: BudgetTable,
    /// 003.
    pub policy: Policy,
    /// 004.
    pub vision: Vision,
}

/// The figures of one indicator, official or as a scenario has them.
///
/// Borrowed, so that recomputing many allocates nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Series<'a> {
    /// 基準値.
    pub baseline: Option<Dated>,
    /// 目標値.
    pub target: Option<Dated>,
    /// The year of `results[0]`.
    pub first_year: FiscalYear,
    /// 実績値, a year each.
    pub results: &'a [Observation],
}

impl<'a> Series<'a> {
    /// The entry of a year.
    #[must_use]
    pub fn observation(&self, year: FiscalYear) -> Observation {
        usize::try_from(year.since(self.first_year))
            .ok()
            .and_then(|offset| self.results.get(offset))
            .copied()
            .unwrap_or_default()
    }

    fn year_at(&self, offset: usize) -> Option<FiscalYear> {
        FiscalYear::try_from(self.first_year.western() + u16::try_from(offset).ok()?).ok()
    }

    /// Every year of the series with its entry.
    pub fn years(&self) -> impl DoubleEndedIterator<Item = (FiscalYear, Observation)> + 'a {
        let series = *self;
        self.results
            .iter()
            .enumerate()
            .filter_map(move |(offset, observation)| Some((series.year_at(offset)?, *observation)))
    }

    /// The published results, oldest first.
    pub fn published(&self) -> impl DoubleEndedIterator<Item = Dated> + 'a {
        self.years().filter_map(|(year, observation)| {
            observation.value().map(|value| Dated { year, value })
        })
    }

    /// a(y*): the latest published result.
    #[must_use]
    pub fn latest(&self) -> Option<Dated> {
        // The year is worked out for the one result that is wanted.
        self.results
            .iter()
            .enumerate()
            .rev()
            .find_map(|(offset, observation)| {
                Some(Dated {
                    value: observation.value()?,
                    year: self.year_at(offset)?,
                })
            })
    }
}

impl Dataset {
    /// The document of an id.
    #[must_use]
    pub fn document(&self, id: DocumentId) -> &Document {
        &self.documents[id.row()]
    }

    /// The area of an id.
    #[must_use]
    pub fn area(&self, id: AreaId) -> &Area {
        &self.areas[id.row()]
    }

    /// The 振興局 of an id.
    #[must_use]
    pub fn subprefecture(&self, id: SubprefectureId) -> &Subprefecture {
        &self.subprefectures[id.row()]
    }

    /// The category of an id.
    #[must_use]
    pub fn category(&self, id: CategoryId) -> &Category {
        &self.categories[id.row()]
    }

    /// The short name of a goal.
    #[must_use]
    pub fn sdg_name(&self, goal: Sdg) -> &str {
        &self.sdg_names[usize::from(goal.number()) - 1]
    }

    /// The project of an id.
    #[must_use]
    pub fn project(&self, id: ProjectId) -> &Project {
        &self.projects[id.row()]
    }

    /// The document with this id in links and files.
    #[must_use]
    pub fn find_document(&self, slug: &str) -> Option<DocumentId> {
        self.documents
            .iter()
            .position(|document| document.slug == slug)
            .map(DocumentId::new)
    }

    /// Every project, in the order of the files.
    pub fn project_ids(&self) -> impl ExactSizeIterator<Item = ProjectId> + use<> {
        (0..self.projects.len()).map(ProjectId::new)
    }

    /// The project with this id in links and files.
    #[must_use]
    pub fn find_project(&self, slug: &str) -> Option<ProjectId> {
        self.projects
            .iter()
            .position(|project| project.slug == slug)
            .map(ProjectId::new)
    }

    /// Every programme, in the order of the documents.
    pub fn program_ids(&self) -> impl ExactSizeIterator<Item = ProgramId> + use<> {
        (0..self.programs.names.len()).map(ProgramId::new)
    }

    /// A programme's name.
    #[must_use]
    pub fn program_name(&self, id: ProgramId) -> &str {
        self.programs.names.get(id.row())
    }

    /// A programme's id in links and files.
    #[must_use]
    pub fn program_slug(&self, id: ProgramId) -> &str {
        self.programs.slugs.get(id.row())
    }

    /// The programme with this id in links and files.
    #[must_use]
    pub fn find_program(&self, slug: &str) -> Option<ProgramId> {
        self.programs.slugs.position(slug).map(ProgramId::new)
    }

    /// A programme's appearances in the documents.
    pub fn appearances_of(
        &self,
        program: ProgramId,
    ) -> impl DoubleEndedIterator<Item = AppearanceId> + use<> {
        rows_of(&self.appearances.programs, program).map(AppearanceId::new)
    }

    /// A programme's categories and goals, with who says so and why.
    pub fn tags_of(&self, program: ProgramId) -> impl Iterator<Item = Tag<'_>> {
        rows_of(&self.tags.programs, program).map(|row| Tag {
            label: self.tags.labels[row],
            origin: self.tags.origins[row],
            document: self.tags.documents[row],
            reason: self.tags.reasons.get(row),
        })
    }

    /// Where an appearance stands.
    #[must_use]
    pub fn appearance_source(&self, id: AppearanceId) -> Source<'_> {
        Source {
            document: self.appearances.documents[id.row()],
            section: self.appearances.sections.get(id.row()),
        }
    }

    /// Every indicator.
    pub fn indicator_ids(&self) -> impl ExactSizeIterator<Item = IndicatorId> + use<> {
        (0..self.indicators.names.len()).map(IndicatorId::new)
    }

    /// An indicator's name.
    #[must_use]
    pub fn indicator_name(&self, id: IndicatorId) -> &str {
        self.indicators.names.get(id.row())
    }

    /// An indicator's id in links, files and drafts.
    #[must_use]
    pub fn indicator_slug(&self, id: IndicatorId) -> &str {
        self.indicators.slugs.get(id.row())
    }

    /// The indicator with this id in links, files and drafts.
    #[must_use]
    pub fn find_indicator(&self, slug: &str) -> Option<IndicatorId> {
        self.indicators.slugs.position(slug).map(IndicatorId::new)
    }

    /// An indicator's unit.
    #[must_use]
    pub fn unit(&self, id: IndicatorId) -> &str {
        self.indicators.units.get(id.row())
    }

    /// Where an indicator is defined.
    #[must_use]
    pub fn indicator_source(&self, id: IndicatorId) -> Source<'_> {
        Source {
            document: self.indicators.documents[id.row()],
            section: self.indicators.sections.get(id.row()),
        }
    }

    /// An indicator's official figures.
    #[must_use]
    pub fn series(&self, id: IndicatorId) -> Series<'_> {
        let years = usize::from(self.indicators.year_count);
        let first = id.row() * years;
        Series {
            baseline: self.indicators.baselines[id.row()],
            target: self.indicators.targets[id.row()],
            first_year: self.indicators.first_year,
            results: &self.indicators.results[first..first + years],
        }
    }

    /// The years the results' table covers.
    pub fn result_years(&self) -> impl DoubleEndedIterator<Item = FiscalYear> + Clone + use<> {
        let first = self.indicators.first_year.western();
        (first..first + self.indicators.year_count)
            .filter_map(|western| FiscalYear::try_from(western).ok())
    }

    /// Whether the documents report results of this indicator (those of 003 are examples only).
    #[must_use]
    pub fn is_reported(&self, id: IndicatorId) -> bool {
        self.series(id)
            .results
            .iter()
            .any(|observation| *observation != Observation::Absent)
    }

    /// The lines of the review's list of indicators, 再掲 included.
    pub fn review_listings(&self) -> impl Iterator<Item = &Listing> {
        self.listings
            .iter()
            .filter(|listing| listing.document == self.review)
    }

    /// The indicators that any document lists under a project.
    #[must_use]
    pub fn indicators_of_project(&self, project: ProjectId) -> Vec<IndicatorId> {
        let mut indicators = Vec::new();
        for listing in &self.listings {
            if listing.project == project {
                sorted::insert(&mut indicators, listing.indicator);
            }
        }
        indicators
    }

    /// The sum of the budgets, in 千円.
    #[must_use]
    pub fn budget_total(&self) -> u32 {
        self.appearances.budgets.iter().flatten().sum()
    }
}

/// A category or goal of a programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag<'a> {
    /// What it says.
    pub label: Label,
    /// Who says it.
    pub origin: Origin,
    /// The document it is drawn from.
    pub document: DocumentId,
    /// Why the editors say it.
    pub reason: &'a str,
}

/// The rows of `key` in a sorted column.
fn rows_of<K: Ord>(column: &[K], key: K) -> Range<usize> {
    column.partition_point(|candidate| *candidate < key)
        ..column.partition_point(|candidate| *candidate <= key)
}
