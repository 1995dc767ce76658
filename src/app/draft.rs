//! The draft in use: edits, what they change, and keeping them.

use crate::storage::draft::{self, Aside, Loaded, SaveError};
use leptos::{ev, prelude::*};
use michishirube_core::{
    dataset::Dataset,
    input::InputError,
    model::{IndicatorId, RowId},
    progress::{Method, Progress, evaluate},
    scenario::{Field, Figures, Record, Scenario, Value},
};

/// Whether the latest edit is kept in this browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// Nothing to keep yet.
    Unchanged,
    /// Kept, at this time (milliseconds since 1970).
    Saved(u64),
    /// Only in memory, and why.
    MemoryOnly(SaveError),
}

/// An indicator's figures with the draft laid over them, and what follows from them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluated {
    /// The figures.
    pub figures: Figures,
    /// What follows.
    pub progress: Progress,
    /// How many of the figures the person changed.
    pub changes: usize,
}

/// The draft scenario. All edits go through here.
#[derive(Clone, Copy)]
pub struct Draft {
    dataset: &'static Dataset,
    scenario: RwSignal<Scenario>,
    /// Whether the latest edit is kept.
    pub keeping: RwSignal<Keeping>,
    /// Records set aside.
    pub aside: RwSignal<Vec<Aside>>,
    /// The scenario before the last reset, to undo it.
    before_reset: RwSignal<Option<Scenario>>,
    evaluated: StoredValue<Vec<Memo<Evaluated>>>,
}

impl Draft {
    /// Reads the kept draft and follows other tabs.
    pub fn new(dataset: &'static Dataset) -> Self {
        let scenario = RwSignal::new(Scenario::default());
        let method = Method::standard(dataset.reporting_year);
        let evaluated = dataset
            .indicator_ids()
            .map(|indicator| {
                Memo::new(move |_| {
                    scenario.with(|scenario| {
                        let figures = scenario.figures(dataset, indicator);
                        Evaluated {
                            progress: evaluate(&figures.series(), &method),
                            figures,
                            changes: scenario.get(indicator).map_or(0, |changes| changes.len()),
                        }
                    })
                })
            })
            .collect();
        let draft = Self {
            dataset,
            scenario,
            keeping: RwSignal::new(Keeping::Unchanged),
            aside: RwSignal::new(Vec::new()),
            before_reset: RwSignal::new(None),
            evaluated: StoredValue::new(evaluated),
        };
        draft.reload();
        let other_tab = window_event_listener(ev::storage, move |event| {
            if event.key().is_none_or(|key| key == draft::KEY) {
                draft.reload();
            }
        });
        on_cleanup(move || other_tab.remove());
        draft
    }

    /// An indicator with the draft laid over it.
    pub fn evaluated(&self, indicator: IndicatorId) -> Memo<Evaluated> {
        self.evaluated.with_value(|all| all[indicator.row()])
    }

    /// How many figures are changed.
    pub fn changes(&self) -> usize {
        self.scenario.with(Scenario::len)
    }

    /// A changed figure.
    pub fn changed(&self, indicator: IndicatorId, field: Field) -> Option<Value> {
        self.scenario
            .with(|scenario| scenario.get(indicator)?.get(field))
    }

    /// Whether a reset can be undone.
    pub fn can_undo(&self) -> bool {
        self.before_reset.with(Option::is_some)
    }

    /// The draft as a file.
    pub fn to_json(self) -> String {
        let record = self
            .scenario
            .with_untracked(|scenario| Record::new(scenario, self.dataset, now()));
        serde_json::to_string_pretty(&record).unwrap_or_default()
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
        let dataset = self.dataset;
        self.edit(move |scenario| scenario.set(dataset, indicator, field, value))?;
        self.before_reset.set(None);
        Ok(())
    }

    /// Back to the official figure.
    pub fn reset(&self, indicator: IndicatorId, field: Field) {
        self.resetting(move |scenario| scenario.reset(indicator, field));
    }

    /// Back to the official figures of an indicator.
    pub fn reset_indicator(&self, indicator: IndicatorId) {
        self.resetting(move |scenario| scenario.reset_indicator(indicator));
    }

    /// Back to the official figures altogether.
    pub fn clear(&self) {
        self.resetting(Scenario::clear);
    }

    /// Takes the last reset back.
    pub fn undo_reset(&self) {
        if let Some(before) = self.before_reset.get_untracked() {
            let _ = self.edit(move |scenario| {
                *scenario = before;
                Ok(())
            });
        }
        self.before_reset.set(None);
    }

    /// Forgets a record set aside.
    pub fn discard(&self, aside: &Aside) {
        draft::discard(aside);
        self.aside.set(draft::set_aside());
    }

    fn resetting(&self, reset: impl FnOnce(&mut Scenario)) {
        let before = self.scenario.get_untracked();
        let _ = self.edit(|scenario| {
            reset(scenario);
            Ok(())
        });
        self.before_reset.set(Some(before));
    }

    /// Applies an edit to the newest draft and keeps it at once. Another tab may have written since
    /// its message reached this one, so the kept record is read again first.
    fn edit(
        &self,
        edit: impl FnOnce(&mut Scenario) -> Result<(), InputError>,
    ) -> Result<(), InputError> {
        let in_memory = matches!(self.keeping.get_untracked(), Keeping::MemoryOnly(_));
        let mut scenario = match (in_memory, draft::load()) {
            (false, Loaded::Draft(record)) => record.into_scenario(self.dataset),
            _ => self.scenario.get_untracked(),
        };
        edit(&mut scenario)?;
        self.keep(&scenario);
        if self.scenario.with_untracked(|current| *current != scenario) {
            self.scenario.set(scenario);
        }
        Ok(())
    }

    fn keep(&self, scenario: &Scenario) {
        if self.keeping.get_untracked() == Keeping::MemoryOnly(SaveError::Stuck) {
            return;
        }
        let saved_at = now();
        let keeping = match draft::save(&Record::new(scenario, self.dataset, saved_at)) {
            Ok(()) => Keeping::Saved(saved_at),
            Err(error) => Keeping::MemoryOnly(error),
        };
        self.keeping.set(keeping);
    }

    fn reload(&self) {
        let (scenario, keeping) = match draft::load() {
            Loaded::Nothing | Loaded::SetAside => (Scenario::default(), Keeping::Unchanged),
            Loaded::Draft(record) => {
                let saved_at = record.saved_at;
                (record.into_scenario(self.dataset), Keeping::Saved(saved_at))
            }
            Loaded::Stuck => (Scenario::default(), Keeping::MemoryOnly(SaveError::Stuck)),
            Loaded::Unavailable => (
                self.scenario.get_untracked(),
                Keeping::MemoryOnly(SaveError::Unavailable),
            ),
        };
        self.aside.set(draft::set_aside());
        self.keeping.set(keeping);
        if self.scenario.with_untracked(|current| *current != scenario) {
            self.scenario.set(scenario);
        }
    }
}

fn now() -> u64 {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "milliseconds since 1970 are positive and far below 2⁵³"
    )]
    let milliseconds = js_sys::Date::now() as u64;
    milliseconds
}
