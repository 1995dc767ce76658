//! 試算: a person's changes laid over the official figures. Never a copy of them.
//!
//! * a [`Scenario`]: the changed figures, a name, and the [`Settings`] of the method
//! * [`Scenarios`]: all that a person has
//! * an [`Entry`]: a setting as a person types it
//! * an [`Edit`]: what a person does to them, and the words for it
//! * a [`Record`]: what the browser keeps and a file holds, and the older forms of it

mod edit;
mod entry;
mod record;
mod set;
mod settings;

pub(crate) use edit::field_name;
pub use edit::{Edit, What};
pub use entry::{Entry, SettingsError, SettingsErrors, Typed, decimals_example};
pub use record::{Record, ScenarioRecord};
pub use set::{ScenarioId, Scenarios};
pub use settings::Settings;

use crate::{
    dataset::{Dataset, Series},
    decimal::Decimal,
    fiscal_year::{Era, FiscalYear},
    format,
    input::InputError,
    model::{Dated, IndicatorId, Observation},
    words,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A figure that can be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// 目標値.
    Target,
    /// 目標年度.
    TargetYear,
    /// 基準値.
    Baseline,
    /// 実績値 of a year.
    Result(FiscalYear),
}

/// A changed figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// Of [`Field::Target`], [`Field::Baseline`], [`Field::Result`].
    Figure(Decimal),
    /// Of [`Field::TargetYear`].
    Year(FiscalYear),
}

impl Value {
    /// A figure with its unit, or a year: "13,000人", 「令和7年度」.
    #[must_use]
    pub fn text(self, unit: &str, era: Era) -> String {
        match self {
            Self::Figure(figure) => format::quantity(figure, unit),
            Self::Year(year) => year.name(era),
        }
    }
}

/// The changes to one indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Override {
    /// 目標値.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Decimal>,
    /// 目標年度.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target_year: Option<FiscalYear>,
    /// 基準値.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Decimal>,
    /// 実績値.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub results: BTreeMap<FiscalYear, Decimal>,
}

impl Override {
    /// How many figures are changed.
    #[must_use]
    pub fn len(&self) -> usize {
        usize::from(self.target.is_some())
            + usize::from(self.target_year.is_some())
            + usize::from(self.baseline.is_some())
            + self.results.len()
    }

    /// Whether nothing is changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The changed figure of a field.
    #[must_use]
    pub fn get(&self, field: Field) -> Option<Value> {
        match field {
            Field::Target => self.target.map(Value::Figure),
            Field::TargetYear => self.target_year.map(Value::Year),
            Field::Baseline => self.baseline.map(Value::Figure),
            Field::Result(year) => self.results.get(&year).copied().map(Value::Figure),
        }
    }

    /// The fields whose figures are changed.
    pub fn fields(&self) -> impl Iterator<Item = Field> + '_ {
        [Field::Target, Field::Baseline, Field::TargetYear]
            .into_iter()
            .chain(self.results.keys().copied().map(Field::Result))
            .filter(|field| self.get(*field).is_some())
    }
}

/// Changes to any number of indicators, and how to compute with them.
///
/// Those to indicators this dataset does not know (a draft made with another edition) are kept
/// untouched, so that nothing is lost by opening it here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scenario {
    /// What the person calls it; see [`Scenario::title`].
    name: String,
    /// What the person says of it: lines of plain text.
    description: String,
    settings: Settings,
    overrides: BTreeMap<IndicatorId, Override>,
    unknown: BTreeMap<String, Override>,
}

/// An indicator's figures with a scenario laid over them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// 基準値.
    pub baseline: Option<Dated>,
    /// 目標値.
    pub target: Option<Dated>,
    /// The year of `results[0]`.
    pub first_year: FiscalYear,
    /// 実績値.
    pub results: Vec<Observation>,
}

impl Figures {
    /// For the arithmetic.
    #[must_use]
    pub fn series(&self) -> Series<'_> {
        Series {
            baseline: self.baseline,
            target: self.target,
            first_year: self.first_year,
            results: &self.results,
        }
    }
}

/// `text` without what cannot be seen, cut to `limit` characters.
fn plain(text: &str, limit: usize, lines: bool) -> String {
    let seen = |c: &char| !c.is_control() || lines && *c == '\n';
    text.chars().filter(seen).take(limit).collect()
}

impl Scenario {
    /// A name may have this many characters.
    pub const NAME_LIMIT: usize = 60;
    /// A description may have this many characters.
    pub const DESCRIPTION_LIMIT: usize = 1000;

    /// A scenario of this name, with nothing changed.
    #[must_use]
    pub fn named(name: &str) -> Self {
        let mut scenario = Self::default();
        scenario.set_name(name);
        scenario
    }

    /// What a scenario without a name is called.
    #[must_use]
    pub fn unnamed() -> &'static str {
        words!("わたしの試算", "My scenario")
    }

    /// What the page calls it.
    #[must_use]
    pub fn title(&self) -> &str {
        if self.name.trim().is_empty() {
            Self::unnamed()
        } else {
            &self.name
        }
    }

    /// The name the person gave it; may be empty.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Renames it. What cannot be seen and what is beyond [`Scenario::NAME_LIMIT`] is left out.
    pub fn set_name(&mut self, name: &str) {
        self.name = plain(name, Self::NAME_LIMIT, false);
    }

    /// What the person says of it.
    #[must_use]
    pub fn description(&self) -> &str {
        &self.description
    }

    /// Describes it. What cannot be seen and what is beyond [`Scenario::DESCRIPTION_LIMIT`] is left out.
    pub fn set_description(&mut self, description: &str) {
        self.description = plain(description, Self::DESCRIPTION_LIMIT, true);
    }

    /// How to compute with it.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Computes with it in another way.
    pub fn set_settings(&mut self, settings: Settings) {
        self.settings = settings;
    }

    /// Whether it differs in nothing from the official figures and the usual method.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.is_empty() && self.settings == Settings::default()
    }

    /// How many figures are changed.
    #[must_use]
    pub fn len(&self) -> usize {
        self.overrides.values().map(Override::len).sum()
    }

    /// Whether nothing is changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.overrides.is_empty()
    }

    /// How many figures are changed of indicators this dataset does not know.
    #[must_use]
    pub fn unknown(&self) -> usize {
        self.unknown.values().map(Override::len).sum()
    }

    /// The changes to an indicator.
    #[must_use]
    pub fn get(&self, indicator: IndicatorId) -> Option<&Override> {
        self.overrides.get(&indicator)
    }

    /// A changed figure.
    #[must_use]
    pub fn value(&self, indicator: IndicatorId, field: Field) -> Option<Value> {
        self.get(indicator)?.get(field)
    }

    /// The changed indicators.
    pub fn indicators(&self) -> impl Iterator<Item = IndicatorId> + '_ {
        self.overrides.keys().copied()
    }

    /// Changes a figure. A value equal to the official one is no change.
    ///
    /// # Errors
    /// [`InputError::YearNotAfterBaseline`] for a target's year that is not after the baseline's.
    pub fn set(
        &mut self,
        dataset: &Dataset,
        indicator: IndicatorId,
        field: Field,
        value: Value,
    ) -> Result<(), InputError> {
        let official = dataset.series(indicator);
        if official_value(&official, field) == Some(value) {
            self.reset(indicator, field);
            return Ok(());
        }
        if let (Field::TargetYear, Value::Year(year), Some(baseline)) =
            (field, value, official.baseline)
            && year <= baseline.year
        {
            return Err(InputError::YearNotAfterBaseline);
        }
        // A year is no figure, and a figure no year: nothing to change, and no empty entry to leave.
        if matches!(field, Field::TargetYear) != matches!(value, Value::Year(_)) {
            return Ok(());
        }
        let changes = self.overrides.entry(indicator).or_default();
        match (field, value) {
            (Field::Target, Value::Figure(figure)) => changes.target = Some(figure),
            (Field::TargetYear, Value::Year(year)) => changes.target_year = Some(year),
            (Field::Baseline, Value::Figure(figure)) => changes.baseline = Some(figure),
            (Field::Result(year), Value::Figure(figure)) => {
                changes.results.insert(year, figure);
            }
            (Field::TargetYear, Value::Figure(_)) | (_, Value::Year(_)) => {}
        }
        Ok(())
    }

    /// Back to the official figure.
    pub fn reset(&mut self, indicator: IndicatorId, field: Field) {
        let Some(changes) = self.overrides.get_mut(&indicator) else {
            return;
        };
        match field {
            Field::Target => changes.target = None,
            Field::TargetYear => changes.target_year = None,
            Field::Baseline => changes.baseline = None,
            Field::Result(year) => {
                changes.results.remove(&year);
            }
        }
        if changes.is_empty() {
            self.overrides.remove(&indicator);
        }
    }

    /// Back to the official figures of an indicator.
    pub fn reset_indicator(&mut self, indicator: IndicatorId) {
        self.overrides.remove(&indicator);
    }

    /// Back to the official figures altogether.
    pub fn clear(&mut self) {
        self.overrides.clear();
    }

    /// The figures of an indicator as this scenario has them.
    #[must_use]
    pub fn figures(&self, dataset: &Dataset, indicator: IndicatorId) -> Figures {
        let official = dataset.series(indicator);
        let mut figures = Figures {
            baseline: official.baseline,
            target: official.target,
            first_year: official.first_year,
            results: official.results.to_vec(),
        };
        let Some(changes) = self.get(indicator) else {
            return figures;
        };
        if let Some((baseline, value)) = figures.baseline.as_mut().zip(changes.baseline) {
            baseline.value = value;
        }
        if let Some(target) = &mut figures.target {
            target.value = changes.target.unwrap_or(target.value);
            target.year = changes.target_year.unwrap_or(target.year);
        }
        for (year, value) in &changes.results {
            let offset = usize::try_from(year.since(figures.first_year)).ok();
            if let Some(observation) = offset.and_then(|offset| figures.results.get_mut(offset)) {
                *observation = Observation::Published(*value);
            }
        }
        figures
    }
}

/// The official figure of a field.
#[must_use]
pub fn official_value(series: &Series<'_>, field: Field) -> Option<Value> {
    match field {
        Field::Target => series.target.map(|target| Value::Figure(target.value)),
        Field::TargetYear => series.target.map(|target| Value::Year(target.year)),
        Field::Baseline => series
            .baseline
            .map(|baseline| Value::Figure(baseline.value)),
        Field::Result(year) => series.observation(year).value().map(Value::Figure),
    }
}
