//! The scenarios of a person, the one in use, and what it changes.

use super::{kept::Kept, router::Router};
use leptos::prelude::*;
use michishirube_core::{
    dataset::Dataset,
    history::Way,
    input::InputError,
    model::{IndicatorId, RowId},
    progress::{Progress, evaluate},
    scenario::{Edit, Field, Figures, Scenario, ScenarioId, Scenarios, Settings, Value, What},
};

/// An indicator's figures with the scenario laid over them, and what follows from them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluated {
    /// The figures.
    pub figures: Figures,
    /// What follows.
    pub progress: Progress,
    /// How many of the figures the person changed.
    pub changes: usize,
}

/// The scenarios, and the one in use in this window. All edits go through here.
#[derive(Clone, Copy)]
pub struct Draft {
    dataset: &'static Dataset,
    router: Router,
    /// The scenarios, as they are kept.
    pub kept: Kept<Scenarios>,
    /// The one in use: the link's, or the one chosen last when this window was opened.
    pub chosen: Memo<ScenarioId>,
    evaluated: StoredValue<Vec<Memo<Evaluated>>>,
}

impl Draft {
    /// Evaluates every indicator with the scenario in use laid over it, when it is looked at.
    pub fn new(dataset: &'static Dataset, router: Router, kept: Kept<Scenarios>) -> Self {
        // Another window may choose another: this one stays with its own.
        let opened_with = kept.with_untracked(Scenarios::chosen);
        let chosen = Memo::new(move |_| {
            let wanted = router.view.with(|view| view.scenario);
            kept.with(|scenarios| {
                let there = |id: &ScenarioId| scenarios.get(*id).is_some();
                let found = [wanted, Some(opened_with)]
                    .into_iter()
                    .flatten()
                    .find(there);
                found.unwrap_or_else(|| scenarios.chosen())
            })
        });
        let evaluated = dataset
            .indicator_ids()
            .map(|indicator| {
                Memo::new(move |_| {
                    kept.with(|scenarios| {
                        let usual = Scenario::default();
                        let scenario = scenarios.get(chosen.get()).unwrap_or(&usual);
                        let figures = scenario.figures(dataset, indicator);
                        let method = scenario.settings().method(dataset);
                        Evaluated {
                            progress: evaluate(&figures.series(), &method),
                            figures,
                            changes: scenario.get(indicator).map_or(0, |changes| changes.len()),
                        }
                    })
                })
            })
            .collect();
        Self {
            dataset,
            router,
            kept,
            chosen,
            evaluated: StoredValue::new(evaluated),
        }
    }

    /// The scenario in use.
    pub fn with<U>(&self, read: impl FnOnce(&Scenario) -> U) -> U {
        let chosen = self.chosen.get();
        self.kept.with(|scenarios| match scenarios.get(chosen) {
            Some(scenario) => read(scenario),
            None => read(&Scenario::default()),
        })
    }

    /// Whether the link names a scenario that this browser does not have.
    pub fn is_elsewhere(&self) -> bool {
        let wanted = self.router.view.with(|view| view.scenario);
        wanted.is_some_and(|id| id != self.chosen.get())
    }

    /// How to compute with the scenario in use.
    pub fn settings(&self) -> Settings {
        self.with(|scenario| *scenario.settings())
    }

    /// An indicator with the scenario in use laid over it.
    pub fn evaluated(&self, indicator: IndicatorId) -> Memo<Evaluated> {
        self.evaluated.with_value(|all| all[indicator.row()])
    }

    /// How many figures are changed.
    pub fn changes(&self) -> usize {
        self.with(Scenario::len)
    }

    /// A changed figure.
    pub fn changed(&self, indicator: IndicatorId, field: Field) -> Option<Value> {
        self.with(|scenario| scenario.value(indicator, field))
    }

    /// Changes a figure and keeps it.
    ///
    /// # Errors
    /// When the figure cannot be taken; the draft is then as before.
    pub fn set(
        &self,
        indicator: IndicatorId,
        field: Field,
        value: Value,
    ) -> Result<(), InputError> {
        self.apply(What::Set(indicator, field, value))
    }

    /// Does something to the scenario in use that cannot be refused.
    pub fn change(&self, what: What) {
        let _ = self.apply(what);
    }

    /// Makes a scenario of this kind ([`What::Create`], [`What::Duplicate`], [`What::Import`]) and goes
    /// over to it.
    pub fn make(&self, what: What) {
        let made = self.add(what);
        self.choose(made);
    }

    /// Takes scenarios from a link or a file beside those that are here, and goes over to the first of
    /// them. `false`, and nothing is taken, when there is no room for all.
    pub fn take_in(&self, scenarios: Vec<Scenario>) -> bool {
        let room = self
            .kept
            .with_untracked(|all| Scenarios::LIMIT.saturating_sub(all.len()));
        if scenarios.len() > room {
            return false;
        }
        let mut taken = scenarios
            .into_iter()
            .map(|scenario| self.add(What::Import(Box::new(scenario))));
        let first = taken.next();
        taken.for_each(drop);
        if let Some(first) = first {
            self.choose(first);
        }
        true
    }

    fn add(&self, what: What) -> ScenarioId {
        let seed = js_sys::Math::random() * f64::from(u32::MAX);
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between 0 and the largest"
        )]
        let seed = seed as u32;
        let scenario = self.kept.with_untracked(|all| all.free_id(seed));
        let _ = self.edit(Edit { scenario, what });
        scenario
    }

    /// Deletes the scenario in use and goes over to the one beside it.
    pub fn delete(&self) {
        self.change(What::Delete);
        self.choose(self.kept.with_untracked(Scenarios::chosen));
    }

    /// Goes over to another scenario; 「back」 returns to this one.
    pub fn choose(&self, id: ScenarioId) {
        self.router.update(|view| view.scenario = Some(id));
        if self.kept.with_untracked(Scenarios::chosen) != id {
            self.kept.change(|scenarios| scenarios.choose(id));
        }
    }

    /// Takes a step back or does it again, and goes over to the scenario where something came of it: nobody
    /// would see it otherwise.
    pub fn turn(&self, way: Way) {
        let before = self.kept.with_untracked(Clone::clone);
        self.kept.turn(way);
        let wanted = self.router.view.with_untracked(|view| view.scenario);
        let at = wanted.unwrap_or_else(|| self.chosen.get_untracked());
        let changed = self
            .kept
            .with_untracked(|after| (*after != before).then(|| after.changed_since(&before, at)));
        if let Some(changed) = changed.filter(|changed| *changed != at) {
            self.choose(changed);
        }
    }

    fn apply(&self, what: What) -> Result<(), InputError> {
        let scenario = self.chosen.get_untracked();
        self.edit(Edit { scenario, what })
    }

    fn edit(&self, edit: Edit) -> Result<(), InputError> {
        let (dataset, era) = (self.dataset, self.router.era.get_untracked());
        self.kept.step(
            edit.tag(),
            |before, after| edit.words(before, after, dataset, era),
            |scenarios| scenarios.apply(dataset, &edit),
        )
    }
}
