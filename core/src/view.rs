//! What the screen shows, as a query string: the one place that reads and writes links.
//!
//! Everything lives in the query of one path, so that any static host under any sub-path serves
//! every link with `index.html`. A link that cannot be understood in part shows the nearest
//! sensible page and says what was ignored; it never fails.

use crate::{
    dataset::Dataset,
    facets::{Facet, FacetIndex, Selection},
    fiscal_year::Era,
    model::{IndicatorId, ProgramId},
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
    /// 指標.
    Indicators,
    /// An indicator's page.
    Indicator(IndicatorId),
    /// 試算, with the indicator in view.
    Scenario(Option<IndicatorId>),
    /// データ.
    Data,
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

/// Everything of a screen that a link carries.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct View {
    /// The page.
    pub screen: Screen,
    /// How fiscal years are printed.
    pub era: Era,
    /// Chosen facets of 事業をさがす.
    pub selection: Selection,
    /// Its search words.
    pub search: String,
    /// Its order.
    pub sort: Sort,
    /// Its layout.
    pub layout: Layout,
    /// 指標: each indicator once, instead of every line of the paper.
    pub distinct: bool,
    /// 指標: lay the draft over the official figures.
    pub with_draft: bool,
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
/// Longer search words are cut: a link is no place for an essay.
const SEARCH_LIMIT: usize = 200;

impl View {
    /// Another page with the same way of printing years. A programme's page keeps the filters of
    /// the list it was found in, and an indicator's the draft, so that going back finds them as
    /// they were; elsewhere they would only be noise in a shared link.
    #[must_use]
    pub fn on(&self, screen: Screen) -> Self {
        let fresh = Self {
            screen,
            era: self.era,
            ..Self::default()
        };
        match (self.screen, screen) {
            (Screen::Programs | Screen::Program(_), Screen::Programs | Screen::Program(_))
            | (
                Screen::Indicators | Screen::Indicator(_),
                Screen::Indicators | Screen::Indicator(_),
            ) => Self {
                screen,
                ..self.clone()
            },
            _ => fresh,
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
                    Some("indicator" | "scenario") => dataset.find_indicator(slug).is_some(),
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
        match self.screen {
            Screen::Home => {}
            Screen::Programs => {
                query.append_pair(SCREEN, "programs");
            }
            Screen::Program(program) => {
                query.append_pair(SCREEN, "program");
                query.append_pair(ID, dataset.program_slug(program));
            }
            Screen::Indicators => {
                query.append_pair(SCREEN, "indicators");
            }
            Screen::Indicator(indicator) => {
                query.append_pair(SCREEN, "indicator");
                query.append_pair(ID, dataset.indicator_slug(indicator));
            }
            Screen::Scenario(indicator) => {
                query.append_pair(SCREEN, "scenario");
                if let Some(indicator) = indicator {
                    query.append_pair(ID, dataset.indicator_slug(indicator));
                }
            }
            Screen::Data => {
                query.append_pair(SCREEN, "data");
            }
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
        "indicators" => (Screen::Indicators, true),
        "indicator" => (
            indicator().map_or(Screen::Indicators, Screen::Indicator),
            true,
        ),
        "scenario" => (Screen::Scenario(indicator()), true),
        "data" => (Screen::Data, true),
        _ => (Screen::Home, false),
    }
}
