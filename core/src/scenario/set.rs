//! All scenarios of a person, and what two tabs make of them together.

use super::{Override, Record, Scenario};
use crate::{dataset::Dataset, keep::Keep, sentence, words};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::{fmt, str::FromStr};

/// Names a scenario for as long as it lives, in links and records too. Says nothing of where it
/// stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScenarioId(u32);

impl ScenarioId {
    /// The one that everybody begins with, so that two tabs that begin at once mean the same.
    pub const FIRST: Self = Self(1);

    /// The id of a number; any number will do.
    #[must_use]
    pub const fn new(number: u32) -> Self {
        Self(number)
    }

    /// Its number.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.0
    }
}

/// As in links and records: "1", "k3f9x2".
impl fmt::Display for ScenarioId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mut digits, mut rest) = ([b'0'; 7], self.0);
        let mut at = digits.len();
        loop {
            at -= 1;
            let digit = u8::try_from(rest % 36).unwrap_or_default();
            digits[at] = if digit < 10 {
                b'0' + digit
            } else {
                b'a' + digit - 10
            };
            rest /= 36;
            if rest == 0 {
                break;
            }
        }
        formatter.write_str(std::str::from_utf8(&digits[at..]).unwrap_or_default())
    }
}

/// Not the id of a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoScenarioId;

impl FromStr for ScenarioId {
    type Err = NoScenarioId;

    fn from_str(text: &str) -> Result<Self, NoScenarioId> {
        let number = u32::from_str_radix(text, 36).map(Self);
        // One way to write each, so that links and records can be compared as texts.
        number
            .ok()
            .filter(|id| id.to_string() == text)
            .ok_or(NoScenarioId)
    }
}

impl Serialize for ScenarioId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ScenarioId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse()
            .map_err(|NoScenarioId| D::Error::custom("not the id of a scenario"))
    }
}

/// Says in the description of a copy why it is there.
fn conflict() -> &'static str {
    words!(
        "別のタブが同じ値を先に保存したため、このタブで保存できずにいた値をここに残しました。",
        "Another tab saved the same figures first, so the figures that this tab could not save were kept here."
    )
}

/// All scenarios of a person, in the order they were made. There is always one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenarios {
    /// Never empty, no id twice.
    all: Vec<(ScenarioId, Scenario)>,
    /// The one chosen last, in any tab; always there.
    chosen: ScenarioId,
}

impl Default for Scenarios {
    fn default() -> Self {
        Self {
            all: vec![(ScenarioId::FIRST, Scenario::default())],
            chosen: ScenarioId::FIRST,
        }
    }
}

impl Scenarios {
    /// More would be a list nobody overlooks, and a record that fills the browser's room.
    pub const LIMIT: usize = 100;

    /// These, whatever they are: an id that comes twice counts once, nothing becomes the usual one.
    #[must_use]
    pub fn new(all: Vec<(ScenarioId, Scenario)>, chosen: ScenarioId) -> Self {
        let mut scenarios = Self {
            all: Vec::with_capacity(all.len()),
            chosen,
        };
        for (id, scenario) in all {
            if scenarios.get(id).is_none() {
                scenarios.all.push((id, scenario));
            }
        }
        scenarios.mend();
        scenarios
    }

    /// There is always one, and one is chosen.
    fn mend(&mut self) {
        if self.all.is_empty() {
            self.all.push((ScenarioId::FIRST, Scenario::default()));
        }
        if self.get(self.chosen).is_none() {
            self.chosen = self.all.first().map_or(ScenarioId::FIRST, |(id, _)| *id);
        }
    }

    /// Each with its id, in the order they were made.
    pub fn iter(&self) -> impl Iterator<Item = (ScenarioId, &Scenario)> {
        self.all.iter().map(|(id, scenario)| (*id, scenario))
    }

    /// How many there are.
    #[must_use]
    #[allow(clippy::len_without_is_empty, reason = "there is always one")]
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there are as many as there may be.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.len() >= Self::LIMIT
    }

    /// The one chosen last.
    #[must_use]
    pub fn chosen(&self) -> ScenarioId {
        self.chosen
    }

    /// Remembers a choice. One that is not there changes nothing.
    pub fn choose(&mut self, id: ScenarioId) {
        if self.get(id).is_some() {
            self.chosen = id;
        }
    }

    /// A scenario.
    #[must_use]
    pub fn get(&self, id: ScenarioId) -> Option<&Scenario> {
        self.iter()
            .find(|(candidate, _)| *candidate == id)
            .map(|(_, scenario)| scenario)
    }

    pub(super) fn get_mut(&mut self, id: ScenarioId) -> Option<&mut Scenario> {
        let found = self.all.iter_mut().find(|(candidate, _)| *candidate == id);
        found.map(|(_, scenario)| scenario)
    }

    /// Adds one behind the scenario `after`, or at the end, and chooses it.
    pub(super) fn insert(&mut self, id: ScenarioId, scenario: Scenario, after: Option<ScenarioId>) {
        if self.get(id).is_none() {
            let before = |after| {
                self.all
                    .iter()
                    .position(|(candidate, _)| *candidate == after)
            };
            let at = after.and_then(before).map_or(self.all.len(), |at| at + 1);
            self.all.insert(at, (id, scenario));
        }
        self.chosen = id;
    }

    /// Takes one away; the one beside it is chosen instead.
    pub(super) fn remove(&mut self, id: ScenarioId) {
        let Some(at) = self.all.iter().position(|(candidate, _)| *candidate == id) else {
            return;
        };
        self.all.remove(at);
        if self.chosen == id
            && let Some((beside, _)) = self.all.get(at).or(self.all.last())
        {
            self.chosen = *beside;
        }
        self.mend();
    }

    /// Where to look for what is different from `before`: `at` itself when it is, or else the first that is
    /// different or new, or else `at`; the one chosen last when that is not there any more.
    #[must_use]
    pub fn changed_since(&self, before: &Self, at: ScenarioId) -> ScenarioId {
        let is_changed = |id: ScenarioId| self.get(id) != before.get(id);
        let changed = || self.iter().map(|(id, _)| id).find(|id| is_changed(*id));
        let there = |id: &ScenarioId| self.get(*id).is_some();
        let stays = Some(at).filter(there);
        stays
            .filter(|id| is_changed(*id))
            .or_else(changed)
            .or(stays)
            .unwrap_or(self.chosen)
    }

    /// An id that no scenario has, made from any number.
    #[must_use]
    pub fn free_id(&self, seed: u32) -> ScenarioId {
        let mut id = ScenarioId(seed.max(2));
        while self.get(id).is_some() {
            id = ScenarioId(id.0.wrapping_add(1).max(2));
        }
        id
    }

    /// A name that no scenario has: `name`, or `name` with a number.
    #[must_use]
    pub fn free_name(&self, name: &str) -> String {
        let taken = |name: &str| self.iter().any(|(_, scenario)| scenario.title() == name);
        let name = super::plain(name, Scenario::NAME_LIMIT - 4, false);
        let numbered = (2..=Self::LIMIT + 1).map(|number| format!("{name} {number}"));
        std::iter::once(name.clone())
            .chain(numbered)
            .find(|name| !taken(name))
            .unwrap_or(name)
    }
}

impl Keep for Scenarios {
    type Record = Record;
    const KEY: &'static str = "michishirube/draft/v1";

    fn from_record(record: Record, dataset: &Dataset) -> Self {
        record.into_scenarios(dataset)
    }

    fn to_record(&self, dataset: &Dataset, saved_at: u64) -> Record {
        Record::new(self, dataset, saved_at)
    }

    fn saved_at(record: &Record) -> u64 {
        record.saved_at
    }

    fn merged(dataset: &Dataset, since: &Self, mine: &Self, theirs: &Self) -> Self {
        let mut merged = theirs.clone();
        let mut before = None;
        let usual = Scenario::default();
        for (id, scenario) in mine.iter() {
            match (since.get(id), merged.get_mut(id)) {
                // The same id may be new on both sides, as when two tabs begin at once.
                (then, Some(place)) => {
                    *place = scenario.laid_over(dataset, then.unwrap_or(&usual), place);
                }
                // They have taken away what has not changed here since.
                (Some(then), None) if then == scenario => {}
                // New here; or taken away there and changed here: what somebody works on stays.
                (_, None) => {
                    let chosen = merged.chosen;
                    merged.insert(id, scenario.clone(), before);
                    merged.chosen = chosen;
                }
            }
            before = Some(id);
        }
        merged.all.retain(|(id, scenario)| {
            mine.get(*id).is_some() || since.get(*id).is_none_or(|then| then != scenario)
        });
        if mine.chosen != since.chosen {
            merged.chosen = mine.chosen;
        }
        merged.mend();
        merged
    }

    fn reconciled(dataset: &Dataset, since: &Self, mine: &Self, theirs: &Self) -> Self {
        let mut merged = Self::merged(dataset, since, mine, theirs);
        for (id, scenario) in mine.iter() {
            let (Some(then), Some(now)) = (since.get(id), theirs.get(id)) else {
                continue;
            };
            if !scenario.differs_from(then, now) || merged.is_full() {
                continue;
            }
            let mut copy = scenario.clone();
            let name = sentence!(
                "{title}（保存前の値）",
                "{title} (figures not saved)",
                title = scenario.title()
            );
            copy.set_name(&merged.free_name(&name));
            copy.set_description(&format!("{}\n{}", conflict(), scenario.description()));
            let (chosen, free) = (merged.chosen, merged.free_id(id.0.wrapping_mul(31)));
            merged.insert(free, copy, Some(id));
            merged.chosen = chosen;
        }
        merged
    }
}

impl Scenario {
    /// `theirs` with what changed from `since` to this one laid over it. Where both changed the same
    /// thing, `theirs` holds.
    fn laid_over(&self, dataset: &Dataset, since: &Self, theirs: &Self) -> Self {
        let mut merged = theirs.clone();
        for scenario in [since, self] {
            for (indicator, changes) in &scenario.overrides {
                for field in changes.fields() {
                    let value = |scenario: &Self| scenario.value(*indicator, field);
                    let (before, now) = (value(since), value(self));
                    if now == before || value(theirs) != before {
                        continue;
                    }
                    match now {
                        // It was in a draft of this dataset, so it passes the checks again.
                        Some(value) => {
                            let _ = merged.set(dataset, *indicator, field, value);
                        }
                        None => merged.reset(*indicator, field),
                    }
                }
            }
        }
        if theirs.name == since.name {
            merged.name.clone_from(&self.name);
        }
        if theirs.description == since.description {
            merged.description.clone_from(&self.description);
        }
        if theirs.settings == since.settings {
            merged.settings = self.settings;
        }
        merged
    }

    /// Whether a figure or a setting was changed from `since` in one way here and in another there.
    fn differs_from(&self, since: &Self, theirs: &Self) -> bool {
        let fields = |(indicator, changes): (&_, &Override)| {
            let indicator = *indicator;
            let fields: Vec<_> = changes.fields().collect();
            fields.into_iter().map(move |field| (indicator, field))
        };
        let mut touched = [self, since, theirs]
            .into_iter()
            .flat_map(|scenario| scenario.overrides.iter().flat_map(fields));
        let figures = touched.any(|(indicator, field)| {
            let value = |scenario: &Self| scenario.value(indicator, field);
            at_odds(value(since), value(self), value(theirs))
        });
        figures || at_odds(since.settings, self.settings, theirs.settings)
    }
}

/// Whether what was `then` is another thing here, and yet another there.
fn at_odds<T: PartialEq>(then: T, here: T, there: T) -> bool {
    here != then && there != then && here != there
}
