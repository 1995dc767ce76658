//! Scenarios as a browser keeps them and a file holds them: JSON with text ids, figures as text, and
//! a version. Older versions are read for ever.
//!
//! | version | holds |
//! |---|---|
//! | 1 | `overrides` of the one scenario there was |
//! | 2 | `scenarios`, each with its id, name, description, settings and overrides, and the `chosen` one |

use super::{Override, Scenario, ScenarioId, Scenarios, Settings};
use crate::dataset::Dataset;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One scenario of a [`Record`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScenarioRecord {
    /// Its id.
    pub id: ScenarioId,
    /// What the person calls it; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What the person says of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// How to compute with it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub settings: Settings,
    /// The changes, by the indicator's text id.
    pub overrides: BTreeMap<String, Override>,
}

fn is_default(settings: &Settings) -> bool {
    *settings == Settings::default()
}

/// All scenarios of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "AnyVersion")]
pub struct Record {
    /// The version of this form: [`Record::VERSION`].
    pub version: u32,
    /// When it was written, in milliseconds since 1970.
    pub saved_at: u64,
    /// The one chosen last.
    pub chosen: ScenarioId,
    /// In the order they were made.
    pub scenarios: Vec<ScenarioRecord>,
}

/// What a record of any version may hold. A version that is not known is not read.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnyVersion {
    version: u32,
    saved_at: u64,
    overrides: Option<BTreeMap<String, Override>>,
    chosen: Option<ScenarioId>,
    scenarios: Option<Vec<ScenarioRecord>>,
}

impl TryFrom<AnyVersion> for Record {
    type Error = String;

    fn try_from(found: AnyVersion) -> Result<Self, String> {
        let (chosen, scenarios) = match (
            found.version,
            found.overrides,
            found.chosen,
            found.scenarios,
        ) {
            (1, Some(overrides), None, None) => {
                let only = ScenarioRecord {
                    id: ScenarioId::FIRST,
                    name: String::new(),
                    description: String::new(),
                    settings: Settings::default(),
                    overrides,
                };
                (ScenarioId::FIRST, vec![only])
            }
            (Self::VERSION, None, Some(chosen), Some(scenarios))
                if scenarios
                    .iter()
                    .all(|scenario| scenario.settings.are_sound()) =>
            {
                (chosen, scenarios)
            }
            (version, ..) => return Err(format!("no sound record of version {version}")),
        };
        Ok(Self {
            version: Self::VERSION,
            saved_at: found.saved_at,
            chosen,
            scenarios,
        })
    }
}

impl Record {
    /// The version this program writes.
    pub const VERSION: u32 = 2;

    /// The record of scenarios.
    #[must_use]
    pub fn new(scenarios: &Scenarios, dataset: &Dataset, saved_at: u64) -> Self {
        Self {
            version: Self::VERSION,
            saved_at,
            chosen: scenarios.chosen(),
            scenarios: scenarios
                .iter()
                .map(|(id, scenario)| ScenarioRecord::new(id, scenario, dataset))
                .collect(),
        }
    }

    /// The scenarios of a record.
    #[must_use]
    pub fn into_scenarios(self, dataset: &Dataset) -> Scenarios {
        let each = self.scenarios.into_iter();
        let all = each.map(|record| (record.id, record.into_scenario(dataset)));
        Scenarios::new(all.collect(), self.chosen)
    }
}

impl ScenarioRecord {
    /// The record of a scenario.
    #[must_use]
    pub fn new(id: ScenarioId, scenario: &Scenario, dataset: &Dataset) -> Self {
        let known = scenario
            .overrides
            .iter()
            .map(|(id, changes)| (dataset.indicator_slug(*id).to_owned(), changes.clone()));
        Self {
            id,
            name: scenario.name.clone(),
            description: scenario.description.clone(),
            settings: scenario.settings,
            overrides: scenario.unknown.clone().into_iter().chain(known).collect(),
        }
    }

    /// The scenario of a record. Every change passes the checks of [`Scenario::set`]; one that does
    /// not is left out here, and stays in the record it came from.
    #[must_use]
    pub fn into_scenario(self, dataset: &Dataset) -> Scenario {
        let mut scenario = Scenario {
            settings: self.settings,
            ..Scenario::default()
        };
        scenario.set_name(&self.name);
        scenario.set_description(&self.description);
        for (slug, changes) in self.overrides {
            let Some(indicator) = dataset.find_indicator(&slug) else {
                scenario.unknown.insert(slug, changes);
                continue;
            };
            for (field, value) in changes
                .fields()
                .filter_map(|field| Some((field, changes.get(field)?)))
            {
                let _ = scenario.set(dataset, indicator, field, value);
            }
        }
        scenario
    }
}
