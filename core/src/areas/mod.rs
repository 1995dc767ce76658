//! 地域: what the documents say of the 6 連携地域 and the 14 振興局, and the choice among them.
//!
//! Two counts of projects stand side by side and are never mixed: the 51 of the policy, which it
//! gives by area only, and the projects that the documents name.

pub mod map;
pub mod words;

use crate::{
    dataset::Dataset,
    facets::{Facet, Selection},
    fiscal_year::{Era, FiscalYear},
    format,
    model::{
        AreaId, DocumentId, IndicatorId, Policy, PolicyExample, ProjectId, RowId, SubprefectureId,
    },
    sentence, sorted,
    view::MapFigure,
};

/// A 連携地域 or a 振興局.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Region {
    /// 連携地域.
    Area(AreaId),
    /// (総合)振興局.
    Subprefecture(SubprefectureId),
}

impl Region {
    /// The facet that chooses it, and its value there.
    #[must_use]
    pub fn facet(self) -> (Facet, usize) {
        match self {
            Self::Area(area) => (Facet::Area, area.row()),
            Self::Subprefecture(place) => (Facet::Subprefecture, place.row()),
        }
    }

    /// Its name: 「道央広域連携地域」, 「空知」.
    #[must_use]
    pub fn name(self, dataset: &Dataset) -> &str {
        match self {
            Self::Area(area) => &dataset.area(area).name,
            Self::Subprefecture(place) => &dataset.subprefecture(place).name,
        }
    }

    /// Whether it is itself chosen.
    #[must_use]
    pub fn is_chosen(self, selection: &Selection) -> bool {
        let (facet, value) = self.facet();
        selection.contains(facet, value)
    }

    /// Chooses it, or takes it away again. Areas and 振興局 are not chosen together: across the two
    /// facets only what lies in both would be left, which nobody expects of a map.
    pub fn toggle(self, selection: &mut Selection) {
        let (facet, value) = self.facet();
        let chosen = selection.contains(facet, value);
        selection.clear(match facet {
            Facet::Area => Facet::Subprefecture,
            _ => Facet::Area,
        });
        selection.set(facet, value, !chosen);
    }
}

/// Only the places of a choice, without categories, goals and the like.
#[must_use]
pub fn places(selection: &Selection) -> Selection {
    let mut places = Selection::default();
    for facet in [Facet::Area, Facet::Subprefecture] {
        for value in selection.chosen(facet) {
            places.set(facet, *value, true);
        }
    }
    places
}

/// What is chosen, in the order of the documents: areas first.
#[must_use]
pub fn chosen(selection: &Selection) -> Vec<Region> {
    let areas = selection.chosen(Facet::Area).iter();
    let others = selection.chosen(Facet::Subprefecture).iter();
    areas
        .map(|row| Region::Area(AreaId::new(*row)))
        .chain(others.map(|row| Region::Subprefecture(SubprefectureId::new(*row))))
        .collect()
}

/// Whether a choice leaves a 振興局.
#[must_use]
pub fn includes(dataset: &Dataset, selection: &Selection, place: SubprefectureId) -> bool {
    let area = dataset.subprefecture(place).area;
    fits(selection, Facet::Area, [area.row()])
        && fits(selection, Facet::Subprefecture, [place.row()])
}

/// The 振興局 of an area.
pub fn subprefectures_of(
    dataset: &Dataset,
    area: AreaId,
) -> impl Iterator<Item = SubprefectureId> + '_ {
    (0..dataset.subprefectures.len())
        .map(SubprefectureId::new)
        .filter(move |place| dataset.subprefecture(*place).area == area)
}

/// What the documents have for the places of a choice; for all of Hokkaido if none is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// 事業, each once, as 事業をさがす counts them.
    pub programs: usize,
    /// The projects that the documents name there, each once.
    pub projects: Vec<ProjectId>,
    /// 予算額, in 千円: the rows of the budget table added up.
    pub budget: u32,
    /// How many rows those are.
    pub budget_rows: usize,
}

impl Figures {
    /// The one that the map shows: a number, or 千円.
    #[must_use]
    pub fn shown(&self, figure: MapFigure) -> u32 {
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        match figure {
            MapFigure::Programs => count(self.programs),
            MapFigure::Budget => self.budget,
            MapFigure::Projects => count(self.projects.len()),
        }
    }
}

/// Counts and sums for the places of a choice. Its other facets do not matter.
#[must_use]
pub fn figures(dataset: &Dataset, selection: &Selection) -> Figures {
    let appearances = &dataset.appearances;
    let area_of = |row: usize| dataset.subprefecture(appearances.subprefectures[row]).area;
    let mut figures = Figures::default();
    for program in dataset.program_ids() {
        let rows = || dataset.appearances_of(program).map(RowId::row);
        let areas = rows().map(|row| area_of(row).row());
        let places = rows().map(|row| appearances.subprefectures[row].row());
        if fits(selection, Facet::Area, areas) && fits(selection, Facet::Subprefecture, places) {
            figures.programs += 1;
        }
    }
    for (row, budget) in appearances.budgets.iter().enumerate() {
        if let Some(budget) = budget
            && includes(dataset, selection, appearances.subprefectures[row])
        {
            figures.budget += budget;
            figures.budget_rows += 1;
        }
    }
    for (row, project) in dataset.projects.iter().enumerate() {
        let areas = project.appearances.iter().map(|place| place.area.row());
        let places = project
            .appearances
            .iter()
            .flat_map(|place| place.subprefectures.iter().map(|place| place.row()));
        if fits(selection, Facet::Area, areas) && fits(selection, Facet::Subprefecture, places) {
            figures.projects.push(ProjectId::new(row));
        }
    }
    figures
}

/// The figures of one region.
#[must_use]
pub fn figures_of(dataset: &Dataset, region: Region) -> Figures {
    let mut only = Selection::default();
    region.toggle(&mut only);
    figures(dataset, &only)
}

/// How many projects the policy counts for the places of a choice: its 51 are given by area, so for
/// single 振興局 there is no figure.
#[must_use]
pub fn counted_projects(dataset: &Dataset, selection: &Selection) -> Option<u32> {
    if !selection.chosen(Facet::Subprefecture).is_empty() {
        return None;
    }
    let areas = dataset.areas.iter().enumerate();
    let chosen = areas.filter(|(row, _)| fits(selection, Facet::Area, [*row]));
    Some(chosen.map(|(_, area)| area.project_count).sum())
}

/// The areas that a choice touches: an example of the policy belongs to each.
#[must_use]
pub fn areas(dataset: &Dataset, selection: &Selection) -> Vec<AreaId> {
    let mut areas = Vec::new();
    for (row, place) in dataset.subprefectures.iter().enumerate() {
        if includes(dataset, selection, SubprefectureId::new(row)) {
            sorted::insert(&mut areas, place.area);
        }
    }
    areas
}

/// The example that the policy gives for an area.
#[must_use]
pub fn example(policy: &Policy, area: AreaId) -> Option<&PolicyExample> {
    policy.examples.iter().find(|example| example.area == area)
}

/// From where to where an indicator shall go: 「7,250千人（R2）→ 7,468千人（R7）」.
#[must_use]
pub fn aim(dataset: &Dataset, indicator: IndicatorId, era: Era) -> String {
    let series = dataset.series(indicator);
    let unit = dataset.unit(indicator);
    let [from, to] = [series.baseline, series.target].map(|dated| {
        dated.map_or_else(
            || format::NONE.to_owned(),
            |dated| {
                sentence!(
                    "{value}（{year}）",
                    "{value} ({year})",
                    value = format::quantity(dated.value, unit),
                    year = dated.year.short_name(era),
                )
            },
        )
    });
    format!("{from} → {to}")
}

/// The document and year of the budget table.
#[must_use]
pub fn budget_source(dataset: &Dataset) -> Option<(DocumentId, FiscalYear)> {
    let appearances = &dataset.appearances;
    let row = appearances.budgets.iter().position(Option::is_some)?;
    Some((appearances.documents[row], appearances.fiscal_years[row]))
}

/// Whether any of these values is chosen in a facet, or none at all is.
fn fits(selection: &Selection, facet: Facet, values: impl IntoIterator<Item = usize>) -> bool {
    selection.chosen(facet).is_empty()
        || values
            .into_iter()
            .any(|value| selection.contains(facet, value))
}
