//! What the screen shows, as a query string: the one place that reads and writes links.
//!
//! Everything lives in the query of one path, so that any static host under any sub-path serves
//! every link with `index.html`. A link that cannot be understood in part shows the nearest
//! sensible page and says what was ignored; it never fails.

use crate::{
    budget::Level,
    comparison::Compared,
    dataset::Dataset,
    facets::{Facet, FacetIndex, Selection},
    fiscal_year::Era,
    format::Money,
    model::{DocumentId, IndicatorId, ProgramId, ProjectId},
    scenario::ScenarioId,
};

/// A page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Screen {
    /// ホーム.
    #[default]
    Home,
    /// 事業をさがす.
    Programs,
    /// A programme's page.
    Program(ProgramId),
    /// プロジェクト.
    Projects,
    /// A project's page.
    Project(ProjectId),
    /// 指標.
    Indicators,
    /// An indicator's page.
    Indicator(IndicatorId),
    /// 試算, with the indicator in view.
    Scenario(Option<IndicatorId>),
    /// 試算の比較, with the indicator in its chart.
    Comparison(Option<IndicatorId>),
    /// 予算.
    Budget,
    /// 地域.
    Areas,
    /// しくみ: the policy itself.
    Policy,
    /// ビジョン.
    Vision,
    /// 意見シート.
    Opinions,
    /// インフラ整備進捗図.
    Infrastructure,
    /// 報告書.
    Report,
    /// データ.
    Data,
    /// A source document's page.
    Document(DocumentId),
    /// アクセシビリティ: what was tested, how, and with what result.
    Accessibility,
}

impl Screen {
    /// Its name in links.
    const fn name(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Programs => "programs",
            Self::Program(_) => "program",
            Self::Projects => "projects",
            Self::Project(_) => "project",
            Self::Indicators => "indicators",
            Self::Indicator(_) => "indicator",
            Self::Scenario(_) => "scenario",
            Self::Comparison(_) => "comparison",
            Self::Budget => "budget",
            Self::Areas => "areas",
            Self::Policy => "policy",
            Self::Vision => "vision",
            Self::Opinions => "opinions",
            Self::Infrastructure => "infrastructure",
            Self::Report => "report",
            Self::Data => "data",
            Self::Document(_) => "document",
            Self::Accessibility => "accessibility",
        }
    }

    /// The id of what it shows.
    fn id(self, dataset: &Dataset) -> Option<&str> {
        match self {
            Self::Program(program) => Some(dataset.program_slug(program)),
            Self::Project(project) => Some(&dataset.project(project).slug),
            Self::Indicator(indicator)
            | Self::Scenario(Some(indicator))
            | Self::Comparison(Some(indicator)) => Some(dataset.indicator_slug(indicator)),
            Self::Document(document) => Some(&dataset.document(document).slug),
            _ => None,
        }
    }

    /// Whether it shows, or leads back to, what [`View::selection`] chooses.
    const fn shares_selection(self) -> bool {
        matches!(
            self,
            Self::Programs
                | Self::Program(_)
                | Self::Projects
                | Self::Project(_)
                | Self::Budget
                | Self::Areas
        )
    }

    /// Whether it shows, or leads back to, figures with the draft laid over them.
    const fn shares_draft(self) -> bool {
        matches!(self, Self::Indicators | Self::Indicator(_) | Self::Report)
    }

    /// Whether it shows the scenarios that [`View::compared`] names.
    const fn shares_compared(self) -> bool {
        matches!(self, Self::Comparison(_))
    }
}

/// The order of programmes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// As in the documents.
    #[default]
    Document,
    /// Largest budget first.
    Budget,
    /// Newest year first.
    Year,
}

impl Sort {
    /// Every order, in the order of the page.
    pub const ALL: [Self; 3] = [Self::Document, Self::Budget, Self::Year];

    /// Its key in links.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Budget => "budget",
            Self::Year => "year",
        }
    }

    /// Its name on the page.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Document => "文書の順",
            Self::Budget => "予算の多い順",
            Self::Year => "新しい年度の順",
        }
    }
}

/// Cards or a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Layout {
    /// Cards.
    #[default]
    Cards,
    /// A table.
    Table,
}

/// What 地域 counts on its map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum MapFigure {
    /// 事業.
    #[default]
    Programs,
    /// 予算額.
    Budget,
    /// プロジェクト.
    Projects,
}

impl MapFigure {
    /// Every figure, in the order of the page.
    pub const ALL: [Self; 3] = [Self::Programs, Self::Budget, Self::Projects];

    /// Its key in links.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Programs => "programs",
            Self::Budget => "budget",
            Self::Projects => "projects",
        }
    }

    /// Its name on the page.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Programs => "事業の数",
            Self::Budget => "予算額",
            Self::Projects => "プロジェクトの数",
        }
    }
}

/// Everything of a screen that a link carries.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct View {
    /// The page.
    pub screen: Screen,
    /// How fiscal years are printed.
    pub era: Era,
    /// Chosen facets of 事業をさがす, プロジェクト, 予算 and 地域.
    pub selection: Selection,
    /// Its search words.
    pub search: String,
    /// Its order.
    pub sort: Sort,
    /// Its layout.
    pub layout: Layout,
    /// 指標: each indicator once, instead of every line of the paper.
    pub distinct: bool,
    /// 指標, 報告書: lay the draft over the official figures.
    pub with_draft: bool,
    /// The scenario in use, where the person has chosen one in this window.
    pub scenario: Option<ScenarioId>,
    /// 試算の比較: the scenarios beside the official plan.
    pub compared: Compared,
    /// 予算: what its table groups by.
    pub level: Level,
    /// 予算, 地域: in which unit amounts are printed.
    pub money: Money,
    /// 地域: what its map counts.
    pub figure: MapFigure,
    /// A document's page: the section that a figure came from.
    pub section: String,
}

/// A part of a link that was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// The parameter.
    pub key: String,
    /// Its value.
    pub value: String,
}

const SCREEN: &str = "screen";
const ID: &str = "id";
const ERA: &str = "era";
const SEARCH: &str = "q";
const SORT: &str = "sort";
const LAYOUT: &str = "layout";
const SOURCE_ONLY: &str = "tags";
const DISTINCT: &str = "rows";
const DRAFT: &str = "figures";
const PLAN: &str = "plan";
const PLANS: &str = "plans";
const LEVEL: &str = "by";
const MONEY: &str = "unit";
const FIGURE: &str = "map";
const SECTION: &str = "section";
/// Longer search words are cut: a link is no place for an essay.
const SEARCH_LIMIT: usize = 200;

impl View {
    /// Another page with the same way of printing years and the same scenario. Screens about programmes and their money
    /// share the chosen facets, and those about indicators the draft, also while one programme,
    /// project or indicator is looked at; elsewhere they would only be noise in a shared link.
    #[must_use]
    pub fn on(&self, screen: Screen) -> Self {
        let kept = self.screen.shares_selection() && screen.shares_selection()
            || self.screen.shares_draft() && screen.shares_draft()
            || self.screen.shares_compared() && screen.shares_compared();
        if kept {
            Self {
                screen,
                ..self.clone()
            }
        } else {
            Self {
                screen,
                era: self.era,
                scenario: self.scenario,
                ..Self::default()
            }
        }
    }

    /// Reads a query string (without 「?」).
    #[must_use]
    pub fn parse(query: &str, dataset: &Dataset, facets: &FacetIndex) -> (Self, Vec<Ignored>) {
        let mut view = Self::default();
        let mut ignored = Vec::new();
        let pairs: Vec<(String, String)> = form_urlencoded::parse(query.as_bytes())
            .into_owned()
            .collect();
        let value_of = |key: &str| {
            pairs
                .iter()
                .find(|(candidate, _)| candidate == key)
                .map(|(_, value)| value.as_str())
        };
        let id = value_of(ID);
        for (key, value) in &pairs {
            let understood = match (key.as_str(), value.as_str()) {
                (SCREEN, name) => {
                    let (screen, understood) = parse_screen(name, id, dataset);
                    view.screen = screen;
                    understood
                }
                (ID, slug) => match value_of(SCREEN) {
                    Some("program") => dataset.find_program(slug).is_some(),
                    Some("project") => dataset.find_project(slug).is_some(),
                    Some("document") => dataset.find_document(slug).is_some(),
                    Some("indicator" | "scenario" | "comparison") => {
                        dataset.find_indicator(slug).is_some()
                    }
                    _ => false,
                },
                (ERA, "seireki") => set(&mut view.era, Era::Seireki),
                (ERA, "wareki") => set(&mut view.era, Era::Wareki),
                (SEARCH, words) => {
                    view.search = words.chars().take(SEARCH_LIMIT).collect();
                    true
                }
                (SORT, key) => Sort::ALL
                    .into_iter()
                    .find(|sort| sort.key() == key)
                    .is_some_and(|sort| set(&mut view.sort, sort)),
                (LAYOUT, "table") => set(&mut view.layout, Layout::Table),
                (LAYOUT, "cards") => set(&mut view.layout, Layout::Cards),
                (SOURCE_ONLY, "source") => set(&mut view.selection.source_only, true),
                (DISTINCT, "distinct") => set(&mut view.distinct, true),
                (DRAFT, "draft") => set(&mut view.with_draft, true),
                (PLAN, id) => {
                    view.scenario = id.parse().ok();
                    view.scenario.is_some()
                }
                (PLANS, ids) => {
                    let (compared, understood) = Compared::parse(ids);
                    view.compared = compared;
                    understood
                }
                (LEVEL, key) => Level::ALL
                    .into_iter()
                    .find(|level| level.key() == key)
                    .is_some_and(|level| set(&mut view.level, level)),
                (MONEY, key) => Money::ALL
                    .into_iter()
                    .find(|unit| unit.key() == key)
                    .is_some_and(|unit| set(&mut view.money, unit)),
                (FIGURE, key) => MapFigure::ALL
                    .into_iter()
                    .find(|figure| figure.key() == key)
                    .is_some_and(|figure| set(&mut view.figure, figure)),
                (SECTION, words) => {
                    view.section = words.chars().take(SEARCH_LIMIT).collect();
                    true
                }
                (key, value) => {
                    let chosen = Facet::ALL
                        .into_iter()
                        .find(|facet| facet.key() == key)
                        .and_then(|facet| Some((facet, facets.find(facet, value)?)));
                    chosen.is_some_and(|(facet, value)| {
                        view.selection.set(facet, value, true);
                        true
                    })
                }
            };
            if !understood {
                ignored.push(Ignored {
                    key: key.clone(),
                    value: value.clone(),
                });
            }
        }
        (view, ignored)
    }

    /// The query string, with 「?」; empty for the plain first page.
    #[must_use]
    pub fn to_query(&self, dataset: &Dataset, facets: &FacetIndex) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        if self.screen != Screen::Home {
            query.append_pair(SCREEN, self.screen.name());
        }
        if let Some(id) = self.screen.id(dataset) {
            query.append_pair(ID, id);
        }
        for (facet, value) in self.selection.iter() {
            query.append_pair(facet.key(), facets.key(facet, value));
        }
        if self.selection.source_only {
            query.append_pair(SOURCE_ONLY, "source");
        }
        if !self.search.is_empty() {
            query.append_pair(SEARCH, &self.search);
        }
        if self.sort != Sort::default() {
            query.append_pair(SORT, self.sort.key());
        }
        if self.layout == Layout::Table {
            query.append_pair(LAYOUT, "table");
        }
        if self.distinct {
            query.append_pair(DISTINCT, "distinct");
        }
        if self.with_draft {
            query.append_pair(DRAFT, "draft");
        }
        if let Some(id) = self.scenario {
            query.append_pair(PLAN, &id.to_string());
        }
        if !self.compared.is_empty() {
            query.append_pair(PLANS, &self.compared.to_string());
        }
        if self.level != Level::default() {
            query.append_pair(LEVEL, self.level.key());
        }
        if self.money != Money::default() {
            query.append_pair(MONEY, self.money.key());
        }
        if self.figure != MapFigure::default() {
            query.append_pair(FIGURE, self.figure.key());
        }
        if !self.section.is_empty() {
            query.append_pair(SECTION, &self.section);
        }
        if self.era == Era::Seireki {
            query.append_pair(ERA, "seireki");
        }
        let query = query.finish();
        if query.is_empty() {
            query
        } else {
            format!("?{query}")
        }
    }
}

fn set<T>(slot: &mut T, value: T) -> bool {
    *slot = value;
    true
}

/// The page of a name, or the list it would stand in when its id is unknown; and whether the name
/// itself was understood.
fn parse_screen(name: &str, id: Option<&str>, dataset: &Dataset) -> (Screen, bool) {
    let program = || id.and_then(|slug| dataset.find_program(slug));
    let indicator = || id.and_then(|slug| dataset.find_indicator(slug));
    match name {
        "home" => (Screen::Home, true),
        "programs" => (Screen::Programs, true),
        "program" => (program().map_or(Screen::Programs, Screen::Program), true),
        "projects" => (Screen::Projects, true),
        "project" => (
            id.and_then(|slug| dataset.find_project(slug))
                .map_or(Screen::Projects, Screen::Project),
            true,
        ),
        "indicators" => (Screen::Indicators, true),
        "indicator" => (
            indicator().map_or(Screen::Indicators, Screen::Indicator),
            true,
        ),
        "scenario" => (Screen::Scenario(indicator()), true),
        "comparison" => (Screen::Comparison(indicator()), true),
        "budget" => (Screen::Budget, true),
        "areas" => (Screen::Areas, true),
        "policy" => (Screen::Policy, true),
        "vision" => (Screen::Vision, true),
        "opinions" => (Screen::Opinions, true),
        "infrastructure" => (Screen::Infrastructure, true),
        "report" => (Screen::Report, true),
        "data" => (Screen::Data, true),
        "document" => (
            id.and_then(|slug| dataset.find_document(slug))
                .map_or(Screen::Data, Screen::Document),
            true,
        ),
        "accessibility" => (Screen::Accessibility, true),
        _ => (Screen::Home, false),
    }
}
