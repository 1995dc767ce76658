//! The draft scenario in use: edits, the way back, and what they change.

use super::kept::Kept;
use crate::storage::record;
use leptos::prelude::*;
use michishirube_core::{
    dataset::Dataset,
    history::{Edit, History, Way},
    input::InputError,
    model::{IndicatorId, RowId},
    progress::{Method, Progress, evaluate},
    scenario::{Field, Figures, Scenario, Value},
};

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
    /// The scenario, as it is kept.
    pub kept: Kept<Scenario>,
    /// The steps of this tab.
    history: RwSignal<History>,
    evaluated: StoredValue<Vec<Memo<Evaluated>>>,
}

impl Draft {
    /// Evaluates every indicator with the kept scenario laid over it, when it is looked at.
    pub fn new(dataset: &'static Dataset, kept: Kept<Scenario>) -> Self {
        let method = Method::standard(dataset.reporting_year);
        let evaluated = dataset
            .indicator_ids()
            .map(|indicator| {
                Memo::new(move |_| {
                    kept.with(|scenario| {
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
        Self {
            dataset,
            kept,
            history: RwSignal::new(History::default()),
            evaluated: StoredValue::new(evaluated),
        }
    }

    /// An indicator with the draft laid over it.
    pub fn evaluated(&self, indicator: IndicatorId) -> Memo<Evaluated> {
        self.evaluated.with_value(|all| all[indicator.row()])
    }

    /// How many figures are changed.
    pub fn changes(&self) -> usize {
        self.kept.with(Scenario::len)
    }

    /// A changed figure.
    pub fn changed(&self, indicator: IndicatorId, field: Field) -> Option<Value> {
        self.kept.with(|scenario| scenario.value(indicator, field))
    }

    /// The steps of this tab.
    pub fn history<U>(&self, read: impl FnOnce(&History) -> U) -> U {
        self.history.with(read)
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
        self.apply(Edit::Set(indicator, field, value))
    }

    /// Back to the official figure.
    pub fn reset(&self, indicator: IndicatorId, field: Field) {
        let _ = self.apply(Edit::Reset(indicator, field));
    }

    /// Back to the official figures of an indicator.
    pub fn reset_indicator(&self, indicator: IndicatorId) {
        let _ = self.apply(Edit::ResetIndicator(indicator));
    }

    /// Back to the official figures altogether.
    pub fn clear(&self) {
        let _ = self.apply(Edit::Clear);
    }

    /// Takes a step back or does it again, when there is one.
    pub fn turn(&self, way: Way) {
        // Looking first spares an empty save.
        if self
            .history
            .with_untracked(|history| history.next(way).is_some())
        {
            let dataset = self.dataset;
            self.history.update(|history| {
                self.kept.change(|scenario| {
                    history.turn(way, scenario, dataset);
                });
            });
        }
    }

    fn apply(&self, edit: Edit) -> Result<(), InputError> {
        let dataset = self.dataset;
        let taken = self.history.try_update(|history| {
            self.kept
                .edit(|scenario| history.apply(scenario, dataset, edit, record::now()))
        });
        taken.unwrap_or(Ok(()))
    }
}
