//! Programmes as a list shows them: in an order, each in short.

use crate::{
    dataset::Dataset,
    fiscal_year::FiscalYear,
    model::{CategoryId, Label, Origin, ProgramId, RowId, Sdg, SubprefectureId},
    sorted,
    view::Sort,
};
use fixedbitset::FixedBitSet;

/// A programme in short.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Digest {
    /// The 振興局 it stands under.
    pub subprefectures: Vec<SubprefectureId>,
    /// The years the documents speak of.
    pub years: Vec<FiscalYear>,
    /// First and last year of the programme, where stated.
    pub period: Option<(FiscalYear, FiscalYear)>,
    /// Its categories.
    pub categories: Vec<(CategoryId, Origin)>,
    /// Its goals.
    pub sdgs: Vec<(Sdg, Origin)>,
    /// Its budget, in 千円, where a document states one.
    pub budget: Option<u32>,
}

/// A programme in short; without the editors' tags if `source_only`.
#[must_use]
pub fn digest(dataset: &Dataset, program: ProgramId, source_only: bool) -> Digest {
    let mut digest = Digest::default();
    for appearance in dataset.appearances_of(program) {
        let row = appearance.row();
        let appearances = &dataset.appearances;
        sorted::insert(&mut digest.subprefectures, appearances.subprefectures[row]);
        sorted::insert(&mut digest.years, appearances.fiscal_years[row]);
        digest.period = digest.period.or(appearances.periods[row]);
        if let Some(budget) = appearances.budgets[row] {
            *digest.budget.get_or_insert_default() += budget;
        }
    }
    for tag in dataset.tags_of(program) {
        if source_only && tag.origin == Origin::Editorial {
            continue;
        }
        match tag.label {
            Label::Category(category) => digest.categories.push((category, tag.origin)),
            Label::Sdg(goal) => digest.sdgs.push((goal, tag.origin)),
        }
    }
    digest
}

/// The newest outline of a programme.
#[must_use]
pub fn outline(dataset: &Dataset, program: ProgramId) -> &str {
    dataset
        .appearances_of(program)
        .max_by_key(|appearance| dataset.appearances.fiscal_years[appearance.row()])
        .map_or("", |appearance| {
            dataset.appearances.outlines.get(appearance.row())
        })
}

/// The programmes of a set, in an order.
#[must_use]
pub fn ordered(dataset: &Dataset, programs: &FixedBitSet, sort: Sort) -> Vec<ProgramId> {
    // Larger first is smaller key first; equal keys stay in the documents' order.
    let key = |program| match sort {
        Sort::Document => 0,
        Sort::Budget => u32::MAX - digest(dataset, program, true).budget.unwrap_or_default(),
        Sort::Year => {
            let newest = digest(dataset, program, true).years.last().copied();
            u32::MAX - newest.map_or(0, |year| u32::from(year.western()))
        }
    };
    let mut list: Vec<(u32, ProgramId)> = programs
        .ones()
        .map(ProgramId::new)
        .map(|program| (key(program), program))
        .collect();
    list.sort_unstable();
    list.into_iter().map(|(_, program)| program).collect()
}
