//! The way back through 試算: what was changed, step by step. Knows no clock and no storage.
//!
//! A step holds the figures it changed, before and after, never the whole draft: taking it back
//! writes those figures alone, so what another tab changed elsewhere meanwhile stays. Where another
//! tab changed the very same figure, the step wins: the person sees what the words of the step say.

use crate::{
    dataset::Dataset,
    fiscal_year::Era,
    format,
    input::InputError,
    model::IndicatorId,
    scenario::{Field, Override, Scenario, Value, official_value},
};

/// What a person does to the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Another figure, by keystroke or slider.
    Set(IndicatorId, Field, Value),
    /// Back to the official figure.
    Reset(IndicatorId, Field),
    /// Back to the official figures of an indicator.
    ResetIndicator(IndicatorId),
    /// Back to the official figures altogether.
    Clear,
}

/// Which way to go through the steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// 元に戻す.
    Back,
    /// やり直す.
    Forward,
}

/// A figure of the draft before and after; `None` is the official one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Change {
    indicator: IndicatorId,
    field: Field,
    before: Option<Value>,
    after: Option<Value>,
}

/// What is taken back, or done again, at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    edit: Edit,
    changes: Vec<Change>,
}

impl Step {
    /// What the step did: 「…の目標値を 14,500人 から 13,000人 に変更」.
    #[must_use]
    pub fn words(&self, dataset: &Dataset, era: Era) -> String {
        let name = |indicator| dataset.indicator_name(indicator);
        let count = self.changes.len();
        match self.edit {
            Edit::Set(indicator, field, _) => {
                let unit = dataset.unit(indicator);
                let official = official_value(&dataset.series(indicator), field);
                let print = |value: Option<Value>| {
                    value
                        .or(official)
                        .map(|value| format::value(value, unit, era))
                };
                let change = self.changes.first();
                let from = change
                    .and_then(|change| print(change.before))
                    .map_or_else(String::new, |figure| format!("{figure} から "));
                let to = change
                    .and_then(|change| print(change.after))
                    .unwrap_or_default();
                let (name, field) = (name(indicator), field_name(field, era));
                format!("{name}の{field}を {from}{to} に変更")
            }
            Edit::Reset(indicator, field) => {
                let (name, field) = (name(indicator), field_name(field, era));
                format!("{name}の{field}を公式に戻した")
            }
            Edit::ResetIndicator(indicator) => {
                format!("{}を公式に戻した（{count}件）", name(indicator))
            }
            Edit::Clear => format!("すべて公式に戻した（{count}件）"),
        }
    }
}

fn field_name(field: Field, era: Era) -> String {
    match field {
        Field::Target => "目標値".to_owned(),
        Field::TargetYear => "目標年度".to_owned(),
        Field::Baseline => "基準値".to_owned(),
        Field::Result(year) => format!("{}の実績", year.name(era)),
    }
}

/// What happened last, for what may happen next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Latest {
    /// Nothing that goes on.
    #[default]
    Nothing,
    /// A figure was entered at this time; its next keystroke may belong to the same step.
    Entered(u64),
    /// A step was taken back or done again.
    Turned(Way),
}

/// The steps done, and those taken back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
    latest: Latest,
}

impl History {
    /// How many steps can be taken back; older ones are forgotten.
    pub const LIMIT: usize = 200;
    /// Entries into one figure that follow each other faster than this (milliseconds) are one step.
    pub const PAUSE: u64 = 2000;

    /// Edits the draft, which is the newest there is, and remembers the step. `at` is the time in
    /// milliseconds, of any clock.
    ///
    /// # Errors
    /// Those of [`Scenario::set`]; draft and history are then as before.
    pub fn apply(
        &mut self,
        scenario: &mut Scenario,
        dataset: &Dataset,
        edit: Edit,
        at: u64,
    ) -> Result<(), InputError> {
        let mut changes = touched(scenario, edit);
        match edit {
            Edit::Set(indicator, field, value) => {
                scenario.set(dataset, indicator, field, value)?;
            }
            Edit::Reset(indicator, field) => scenario.reset(indicator, field),
            Edit::ResetIndicator(indicator) => scenario.reset_indicator(indicator),
            Edit::Clear => scenario.clear(),
        }
        for change in &mut changes {
            change.after = scenario.value(change.indicator, change.field);
        }
        if let Some(begun) = self.going_on(&changes, edit, at) {
            for (now, then) in changes.iter_mut().zip(begun.changes) {
                now.before = then.before;
            }
            self.latest = Latest::Nothing;
        } else if changes.iter().all(|change| change.before == change.after) {
            return Ok(());
        }
        self.undone.clear();
        changes.retain(|change| change.before != change.after);
        // Typed back to what it was: there is nothing to take back.
        if changes.is_empty() {
            return Ok(());
        }
        if self.done.len() == Self::LIMIT {
            self.done.remove(0);
        }
        self.done.push(Step { edit, changes });
        self.latest = match edit {
            Edit::Set(..) => Latest::Entered(at),
            _ => Latest::Nothing,
        };
        Ok(())
    }

    /// Takes the last step out when this edit continues it: the same figure is entered again soon,
    /// and no other tab has changed it in between.
    fn going_on(&mut self, changes: &[Change], edit: Edit, at: u64) -> Option<Step> {
        let Latest::Entered(before) = self.latest else {
            return None;
        };
        let soon = at.checked_sub(before)? < Self::PAUSE;
        let Edit::Set(indicator, field, _) = edit else {
            return None;
        };
        let (last, now) = (self.done.last()?.changes.first()?, changes.first()?);
        let same = (last.indicator, last.field) == (indicator, field) && last.after == now.before;
        if soon && same { self.done.pop() } else { None }
    }

    /// Takes a step back or does it again, on the newest draft. Whether there was one.
    pub fn turn(&mut self, way: Way, scenario: &mut Scenario, dataset: &Dataset) -> bool {
        let (from, to) = match way {
            Way::Back => (&mut self.done, &mut self.undone),
            Way::Forward => (&mut self.undone, &mut self.done),
        };
        let Some(step) = from.pop() else {
            return false;
        };
        for change in &step.changes {
            let value = match way {
                Way::Back => change.before,
                Way::Forward => change.after,
            };
            scenario.reset(change.indicator, change.field);
            if let Some(value) = value {
                // It was in the draft, so it passes the checks again.
                let _ = scenario.set(dataset, change.indicator, change.field, value);
            }
        }
        to.push(step);
        self.latest = Latest::Turned(way);
        true
    }

    /// The step that [`History::turn`] would take this way.
    #[must_use]
    pub fn next(&self, way: Way) -> Option<&Step> {
        match way {
            Way::Back => self.done.last(),
            Way::Forward => self.undone.last(),
        }
    }

    /// The step just taken back or done again, until the next edit.
    #[must_use]
    pub fn turned(&self) -> Option<(Way, &Step)> {
        match self.latest {
            Latest::Turned(way @ Way::Back) => Some((way, self.undone.last()?)),
            Latest::Turned(way @ Way::Forward) => Some((way, self.done.last()?)),
            _ => None,
        }
    }
}

/// The figures an edit may change, as they are.
fn touched(scenario: &Scenario, edit: Edit) -> Vec<Change> {
    let as_it_is = |indicator, field| {
        let before = scenario.value(indicator, field);
        Change {
            indicator,
            field,
            before,
            after: before,
        }
    };
    let changed = |indicator| {
        let fields = scenario.get(indicator).into_iter();
        fields
            .flat_map(Override::fields)
            .map(move |field| as_it_is(indicator, field))
    };
    match edit {
        Edit::Set(indicator, field, _) | Edit::Reset(indicator, field) => {
            vec![as_it_is(indicator, field)]
        }
        Edit::ResetIndicator(indicator) => changed(indicator).collect(),
        Edit::Clear => scenario.indicators().flat_map(changed).collect(),
    }
}
