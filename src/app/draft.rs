//! The draft scenario in use: edits, and what they change.

use super::kept::Kept;
use leptos::prelude::*;
use michishirube_core::{
    dataset::Dataset,
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
    /// The scenario before the last reset, to undo it.
    before_reset: RwSignal<Option<Scenario>>,
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
            before_reset: RwSignal::new(None),
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
        self.kept
            .with(|scenario| scenario.get(indicator)?.get(field))
    }

    /// Whether a reset can be undone.
    pub fn can_undo(&self) -> bool {
        self.before_reset.with(Option::is_some)
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
        self.kept
            .edit(move |scenario| scenario.set(dataset, indicator, field, value))?;
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
            self.kept.change(move |scenario| *scenario = before);
        }
        self.before_reset.set(None);
    }

    fn resetting(&self, reset: impl FnOnce(&mut Scenario)) {
        let before = self.kept.with_untracked(Clone::clone);
        self.kept.change(reset);
        self.before_reset.set(Some(before));
    }
}
