//! 予算: the rows of the budget table, chosen, grouped and summed.
//!
//! A row is a programme's appearance with a budget. Whatever rows are grouped by, each counts once:
//! the reader makes sure that it stands under one 振興局 and one project.

use crate::{
    dataset::Dataset,
    facets::{Facet, FacetIndex, Selection, Value},
    fiscal_year::{Era, FiscalYear},
    format,
    language::{Language, counted, spoken},
    model::{
        AppearanceId, AreaId, DocumentId, IndicatorId, ProgramId, ProjectId, RowId, SubprefectureId,
    },
    ratio::Ratio,
    sentence, sorted, words,
};
use fixedbitset::FixedBitSet;

/// What budget rows are grouped by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Level {
    /// 連携地域.
    #[default]
    Area,
    /// (総合)振興局.
    Subprefecture,
    /// プロジェクト.
    Project,
    /// 事業.
    Program,
}

impl Level {
    /// Every level, from the whole to the part.
    pub const ALL: [Self; 4] = [
        Self::Area,
        Self::Subprefecture,
        Self::Project,
        Self::Program,
    ];

    /// Its key in links.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Area => "area",
            Self::Subprefecture => "subprefecture",
            Self::Project => "project",
            Self::Program => "program",
        }
    }

    /// Its name on the page.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Area => words!("連携地域", "Cooperation area"),
            Self::Subprefecture => words!("振興局", "Subprefecture"),
            Self::Project => words!("プロジェクト", "Project"),
            Self::Program => words!("事業", "Programme"),
        }
    }
    /// What it is divided into next.
    #[must_use]
    pub const fn finer(self) -> Option<Self> {
        match self {
            Self::Area => Some(Self::Subprefecture),
            Self::Subprefecture => Some(Self::Project),
            Self::Project => Some(Self::Program),
            Self::Program => None,
        }
    }

    /// The facet that chooses one of its groups.
    #[must_use]
    pub const fn facet(self) -> Option<Facet> {
        match self {
            Self::Area => Some(Facet::Area),
            Self::Subprefecture => Some(Facet::Subprefecture),
            Self::Project => Some(Facet::Project),
            Self::Program => None,
        }
    }
}

/// A row of the budget table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where it stands.
    pub appearance: AppearanceId,
    /// 事業.
    pub program: ProgramId,
    /// プロジェクト.
    pub project: ProjectId,
    /// 振興局.
    pub subprefecture: SubprefectureId,
    /// The area of that 振興局.
    pub area: AreaId,
    /// The document.
    pub document: DocumentId,
    /// The year of the budget.
    pub year: FiscalYear,
    /// 予算額, in 千円.
    pub amount: u32,
}

/// What the rows of a group have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A 連携地域.
    Area(AreaId),
    /// A 振興局.
    Subprefecture(SubprefectureId),
    /// A project, wherever it is carried out.
    Project(ProjectId),
    /// A programme.
    Program(ProgramId),
}

impl Row {
    /// The group it belongs to.
    #[must_use]
    pub const fn key(&self, level: Level) -> Key {
        match level {
            Level::Area => Key::Area(self.area),
            Level::Subprefecture => Key::Subprefecture(self.subprefecture),
            Level::Project => Key::Project(self.project),
            Level::Program => Key::Program(self.program),
        }
    }

    /// Whether the row itself, not merely its programme by another document, is among what is
    /// chosen. Categories and goals are the programme's; they are not asked here.
    fn fits(&self, facets: &FacetIndex, selection: &Selection) -> bool {
        let own = |facet: Facet, value: Value| match (facet, value) {
            (Facet::Area, Value::Row(row)) => row == self.area.row(),
            (Facet::Subprefecture, Value::Row(row)) => row == self.subprefecture.row(),
            (Facet::Project, Value::Row(row)) => row == self.project.row(),
            (Facet::Document, Value::Row(row)) => row == self.document.row(),
            (Facet::Year, Value::Year(year)) => year == self.year,
            _ => true,
        };
        Facet::ALL.into_iter().all(|facet| {
            let chosen = selection.chosen(facet);
            chosen.is_empty()
                || chosen
                    .iter()
                    .any(|value| own(facet, facets.value(facet, *value)))
        })
    }
}

impl Key {
    /// Its name.
    #[must_use]
    pub fn name(self, dataset: &Dataset) -> &str {
        match self {
            Self::Area(area) => &dataset.area(area).name,
            Self::Subprefecture(place) => &dataset.subprefecture(place).name,
            Self::Project(project) => &dataset.project(project).name,
            Self::Program(program) => dataset.program_name(program),
        }
    }

    /// Its name where there is little room: 「道央広域」.
    #[must_use]
    pub fn short_name(self, dataset: &Dataset) -> &str {
        match self {
            Self::Area(area) => &dataset.area(area).short_name,
            key => key.name(dataset),
        }
    }
}

/// Every row of the budget table, in the order of the document.
#[must_use]
pub fn rows(dataset: &Dataset) -> Vec<Row> {
    let all = &dataset.appearances;
    (0..all.programs.len())
        .filter_map(|row| {
            let subprefecture = all.subprefectures[row];
            Some(Row {
                appearance: AppearanceId::new(row),
                program: all.programs[row],
                project: *all.projects[row].first()?,
                subprefecture,
                area: dataset.subprefecture(subprefecture).area,
                document: all.documents[row],
                year: all.fiscal_years[row],
                amount: all.budgets[row]?,
            })
        })
        .collect()
}

/// The facets of the budget table: those of programmes, but by its rows alone, so that a count says
/// how many of them are left. Its values have the same positions as those of all programmes.
#[must_use]
pub fn facets(dataset: &Dataset) -> FacetIndex {
    FacetIndex::of(dataset, &|row| {
        dataset.appearances.budgets[row.row()].is_some()
    })
}

/// The rows that a selection leaves. `programs` are those left by the same selection (see
/// [`FacetIndex::apply`]).
#[must_use]
pub fn choose(
    rows: &[Row],
    facets: &FacetIndex,
    selection: &Selection,
    programs: &FixedBitSet,
) -> Vec<Row> {
    rows.iter()
        .filter(|row| programs.contains(row.program.row()) && row.fits(facets, selection))
        .copied()
        .collect()
}

/// Rows that have something in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What they have in common.
    pub key: Key,
    /// The sum of their budgets, in 千円.
    pub amount: u32,
    /// The rows, in the order of the document; never none.
    pub rows: Vec<Row>,
}

/// The order of groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// As in the document.
    Document,
    /// The largest sum first; equal ones as in the document.
    Amount,
}

/// Rows grouped at a level. Every row is in exactly one group.
#[must_use]
pub fn groups(rows: &[Row], level: Level, order: Order) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for row in rows {
        let key = row.key(level);
        match groups.iter_mut().find(|group| group.key == key) {
            Some(group) => {
                group.amount += row.amount;
                group.rows.push(*row);
            }
            None => groups.push(Group {
                key,
                amount: row.amount,
                rows: vec![*row],
            }),
        }
    }
    match order {
        Order::Document => groups,
        Order::Amount => {
            // By insertion: a sort of the standard library is 5 KB of WebAssembly.
            let mut sorted: Vec<Group> = Vec::with_capacity(groups.len());
            for group in groups {
                let at = sorted.partition_point(|other| other.amount >= group.amount);
                sorted.insert(at, group);
            }
            sorted
        }
    }
}

/// The sum of rows, in 千円.
#[must_use]
pub fn sum(rows: &[Row]) -> u32 {
    rows.iter().map(|row| row.amount).sum()
}

/// A part of a whole; `None` when the whole is nothing.
#[must_use]
pub fn share(part: u32, whole: u32) -> Option<Ratio> {
    Ratio::new(part.into(), whole.into())
}

/// The mean budget of rows, in 千円; `None` without rows.
#[must_use]
pub fn mean(rows: &[Row]) -> Option<Ratio> {
    Ratio::new(sum(rows).into(), i128::try_from(rows.len()).ok()?)
}

/// How many groups rows have at a level.
#[must_use]
pub fn count(rows: &[Row], level: Level) -> usize {
    groups(rows, level, Order::Document).len()
}

/// The level that divides rows, the wanted one or the next finer that does: a single group would
/// only say the whole again.
#[must_use]
pub fn dividing(rows: &[Row], wanted: Level) -> Level {
    let mut level = wanted;
    while let Some(finer) = level.finer() {
        if count(rows, level) > 1 {
            break;
        }
        level = finer;
    }
    level
}

/// A selection narrowed to one group: a step down. `None` for a programme, which has a page instead.
#[must_use]
pub fn narrowed(selection: &Selection, key: Key) -> Option<Selection> {
    let (facet, row) = match key {
        Key::Area(area) => (Facet::Area, area.row()),
        Key::Subprefecture(place) => (Facet::Subprefecture, place.row()),
        Key::Project(project) => (Facet::Project, project.row()),
        Key::Program(_) => return None,
    };
    let mut narrowed = selection.clone();
    narrowed.clear(facet);
    narrowed.set(facet, row, true);
    Some(narrowed)
}

/// A step of the way from the whole to what is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What is chosen there; `None` for the whole.
    pub key: Option<Key>,
    /// The selection that ends there. Facets that divide no money (categories, years …) stay.
    pub selection: Selection,
    /// What is chosen there is divided into these.
    pub level: Level,
}

/// The way from the whole to the one area, 振興局 and project that are chosen; the area of a chosen
/// 振興局 goes without saying. A facet with several values chosen is a filter, not a step.
#[must_use]
pub fn way(dataset: &Dataset, selection: &Selection) -> Vec<Step> {
    let only = |facet: Facet| match selection.chosen(facet) {
        [value] => Some(*value),
        _ => None,
    };
    let place = only(Facet::Subprefecture).map(SubprefectureId::new);
    let area = only(Facet::Area).map(AreaId::new).or_else(|| {
        let free = selection.chosen(Facet::Area).is_empty();
        place
            .filter(|_| free)
            .map(|place| dataset.subprefecture(place).area)
    });
    let keys = [
        area.map(Key::Area),
        place.map(Key::Subprefecture),
        only(Facet::Project).map(ProjectId::new).map(Key::Project),
    ];
    let mut whole = selection.clone();
    for facet in [Facet::Area, Facet::Subprefecture, Facet::Project] {
        if only(facet).is_some() {
            whole.clear(facet);
        }
    }
    let mut steps = vec![Step {
        key: None,
        selection: whole,
        level: Level::Area,
    }];
    for (key, level) in keys.into_iter().zip(Level::ALL) {
        let (Some(key), Some(last)) = (key, steps.last()) else {
            continue;
        };
        let Some(selection) = narrowed(&last.selection, key) else {
            continue;
        };
        steps.push(Step {
            key: Some(key),
            selection,
            level: level.finer().unwrap_or(level),
        });
    }
    steps
}

/// What is shown, as a heading: where the way ends, and whether a filter leaves out some of that.
#[must_use]
pub fn heading(dataset: &Dataset, way: &[Step], search: &str) -> String {
    let filtered = way.first().is_some_and(|whole| !whole.selection.is_empty());
    let name = way
        .last()
        .and_then(|step| step.key)
        .map(|key| key.name(dataset));
    match (name, filtered || !search.trim().is_empty()) {
        (None, false) => words!("全体の予算", "Whole budget").to_owned(),
        (None, true) => {
            words!("選んだ条件に合う予算", "Budget that matches your choices").to_owned()
        }
        (Some(name), false) => sentence!("{name}の予算", "Budget: {name}"),
        (Some(name), true) => sentence!(
            "{name}の、選んだ条件に合う予算",
            "Budget that matches your choices: {name}"
        ),
    }
}

/// A project of some rows, and the indicators that a document lists under that very project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectIndicators {
    /// The project.
    pub project: ProjectId,
    /// Its indicators; often none.
    pub indicators: Vec<IndicatorId>,
}

/// The projects of rows with their indicators, in the order of the document.
#[must_use]
pub fn indicators(dataset: &Dataset, rows: &[Row]) -> Vec<ProjectIndicators> {
    groups(rows, Level::Project, Order::Document)
        .into_iter()
        .filter_map(|group| match group.key {
            Key::Project(project) => Some(ProjectIndicators {
                project,
                indicators: dataset.indicators_of_project(project),
            }),
            _ => None,
        })
        .collect()
}

/// What is said of the indicators of projects: that there are some, or that there are none.
#[must_use]
pub fn indicators_in_words(dataset: &Dataset, projects: &[ProjectIndicators]) -> String {
    let none = words!(
        "このデータの文書に評価指標の記載がありません。",
        "The documents in this data give no indicators for"
    );
    let all = projects.len();
    let with = projects
        .iter()
        .filter(|project| !project.indicators.is_empty())
        .count();
    match (projects, with) {
        ([], _) => String::new(),
        ([one], with) => {
            let name = &dataset.project(one.project).name;
            if with == 0 {
                sentence!("「{name}」は、{none}", "{none} “{name}”.")
            } else {
                sentence!(
                    "「{name}」の評価指標（KPI）です。",
                    "Indicators (KPI) of “{name}”."
                )
            }
        }
        (_, 0) => sentence!(
            "ここに見えている{all}プロジェクトは、どれも、{none}",
            "{none} any of the {all} shown here.",
            all = of_projects(all),
        ),
        (_, with) if with == all => sentence!(
            "ここに見えている{all}プロジェクトの評価指標（KPI）です。",
            "Indicators (KPI) of the {all} shown here.",
            all = of_projects(all),
        ),
        (_, with) => sentence!(
            "ここに見えている{shown}プロジェクトのうち、このデータの文書に評価指標（KPI）があるのは{with}件です。ほかの{rest}件は、{none}",
            "Of the {shown} shown here, {with} have indicators (KPI) in the documents. {none} the other {rest}.",
            shown = of_projects(all),
            rest = all - with,
        ),
    }
}

/// A number before プロジェクト: 「3つの」, 「21の」; in English with the word, "3 projects".
fn of_projects(count: usize) -> String {
    match spoken() {
        Language::Japanese if count < 10 => format!("{count}つの"),
        Language::Japanese => format!("{count}の"),
        Language::English => counted(count, "project", "projects"),
    }
}

/// The whole table in two sentences: the year, the sum, and what the figures are.
#[must_use]
pub fn in_words(rows: &[Row], era: Era) -> String {
    sentence!(
        "{years}の予算額は、{programs}事業で{sum}です。文書が{projects}「主なプロジェクト」の「主な施策」として挙げている事業の金額を、地域やプロジェクトごとにたどれます。",
        "The budget of {years} is {sum} for {programs} programmes: those that the document lists as the “main measures” of its “main projects” ({projects}). You can follow the amounts by area, project and so on.",
        years = years(rows, era),
        programs = rows.len(),
        sum = format::yen(sum(rows)),
        projects = of_projects(count(rows, Level::Project)),
    )
}

/// The years of rows: 「令和3年度」.
#[must_use]
pub fn years(rows: &[Row], era: Era) -> String {
    let mut years = Vec::new();
    for row in rows {
        sorted::insert(&mut years, row.year);
    }
    let names: Vec<_> = years.into_iter().map(|year| year.name(era)).collect();
    names.join(words!("・", ", "))
}

/// The rows as a table for a spreadsheet, the heading first. Amounts stay in 千円, whatever the page
/// shows.
#[must_use]
pub fn table(dataset: &Dataset, rows: &[Row]) -> Vec<Vec<String>> {
    let heading = [
        words!("年度", "Fiscal year"),
        words!("連携地域", "Cooperation area"),
        words!("振興局", "Subprefecture"),
        words!("プロジェクト", "Project"),
        words!("事業", "Programme"),
        words!("予算額（千円）", "Budget (¥ thousand)"),
        words!("文書", "Document"),
        words!("文書の中の場所", "Place in the document"),
    ];
    let mut table = vec![heading.map(str::to_owned).to_vec()];
    for row in rows {
        let source = dataset.appearance_source(row.appearance);
        table.push(vec![
            row.year.western().to_string(),
            dataset.area(row.area).name.clone(),
            dataset.subprefecture(row.subprefecture).name.clone(),
            dataset.project(row.project).name.clone(),
            dataset.program_name(row.program).to_owned(),
            row.amount.to_string(),
            dataset.document(source.document).slug.clone(),
            source.section.to_owned(),
        ]);
    }
    table
}
