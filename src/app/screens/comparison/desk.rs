//! What is compared: the scenarios chosen, their figures, and the indicator in the chart.

use crate::{
    app::{
        components::memo,
        state::{State, state},
    },
    chart::comparison::{ComparisonChart, Plan},
};
use leptos::prelude::*;
use michishirube_core::{
    comparison::{self, Compared, Comparison},
    model::IndicatorId,
    scenario::{Scenario, ScenarioId},
    view::Screen,
};

/// What the official plan is called.
pub const OFFICIAL: &str = "公式の計画";

/// The scenarios beside the official plan, in the order of their list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Those compared.
    pub plans: Vec<(ScenarioId, Scenario)>,
    /// How many more the link names that are not here.
    pub missing: usize,
}

/// An indicator in every plan.
pub type Table = (IndicatorId, Comparison);

/// All of it; copied into closures freely.
#[derive(Clone, Copy)]
pub struct Desk {
    /// What all screens share.
    pub state: State,
    /// The scenarios.
    pub choice: Memo<Choice>,
    /// Whether indicators without a difference are listed, too.
    pub everything: RwSignal<bool>,
    /// The indicators listed.
    pub tables: Memo<Vec<Table>>,
    /// The indicators that differ.
    pub differing: Memo<Vec<IndicatorId>>,
    /// The indicator in the chart.
    pub pictured: Memo<Option<Table>>,
}

impl Desk {
    /// Follows the link and the scenarios.
    pub fn new() -> Self {
        let state = state();
        let (dataset, era) = (state.dataset, state.era());
        let choice = memo(move |_| {
            let compared = state.router.view.with(|view| view.compared);
            let in_use = state.draft.chosen.get();
            state.draft.kept.with(|scenarios| {
                let (ids, missing) = compared.among(scenarios, in_use);
                let found = |id| Some((id, scenarios.get(id)?.clone()));
                Choice {
                    plans: ids.into_iter().filter_map(found).collect(),
                    missing,
                }
            })
        });
        let everything = RwSignal::new(false);
        let tables = memo(move |_| {
            choice.with(|choice| {
                comparison::tables(dataset, &choice.scenarios(), everything.get(), era)
            })
        });
        let differing = memo(move |_| {
            tables.with(|tables| {
                let differing = tables.iter().filter(|(_, table)| table.differs());
                differing.map(|(indicator, _)| *indicator).collect()
            })
        });
        let pictured = memo(move |_| {
            let first = || differing.with(|differing: &Vec<_>| differing.first().copied());
            let indicator = match state.router.screen.get() {
                Screen::Comparison(Some(indicator)) => Some(indicator),
                _ => first().or_else(|| dataset.indicator_ids().next()),
            }?;
            choice.with(|choice| {
                let comparison = Comparison::new(dataset, indicator, &choice.scenarios(), era);
                Some((indicator, comparison))
            })
        });
        Self {
            state,
            choice,
            everything,
            tables,
            differing,
            pictured,
        }
    }

    /// The chart of the pictured indicator, with its figures.
    pub fn chart<R>(
        &self,
        then: impl FnOnce(ComparisonChart<'_>, IndicatorId, &Comparison) -> R,
    ) -> Option<R> {
        self.pictured.with(|pictured| {
            let (indicator, comparison) = pictured.as_ref()?;
            self.choice.with(|choice| {
                let plans = choice.names().zip(&comparison.plans);
                let chart = ComparisonChart {
                    plans: plans
                        .map(|(name, standing)| Plan {
                            name,
                            series: standing.figures.series(),
                        })
                        .collect(),
                    unit: self.state.dataset.unit(*indicator),
                    era: self.state.era(),
                };
                Some(then(chart, *indicator, comparison))
            })
        })
    }

    /// Compares one more, or one less.
    pub fn compare(&self, id: ScenarioId, on: bool) {
        let mut compared = Compared::default();
        self.choice.with_untracked(|choice| {
            for (id, _) in &choice.plans {
                compared.add(*id);
            }
        });
        if on {
            compared.add(id);
        } else {
            compared.remove(id);
        }
        self.state.router.update(|view| view.compared = compared);
    }
}

impl Choice {
    fn scenarios(&self) -> Vec<&Scenario> {
        self.plans.iter().map(|(_, scenario)| scenario).collect()
    }

    /// What each plan is called, the official one first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let scenarios = self.plans.iter().map(|(_, scenario)| scenario.title());
        std::iter::once(OFFICIAL).chain(scenarios)
    }

    /// What stands under the name of each plan.
    pub fn remarks(&self, era: michishirube_core::fiscal_year::Era) -> Vec<String> {
        let official = String::new();
        let settings = self.plans.iter().map(|(_, scenario)| scenario.settings());
        std::iter::once(official)
            .chain(settings.map(|settings| settings.words(era).join("、")))
            .collect()
    }
}
