//! What a scenario changes, in words: official and its own figures beside each other.

use crate::{
    dataset::Dataset,
    fiscal_year::Era,
    format,
    model::IndicatorId,
    progress::{Attainment, Band, Method, Progress, evaluate},
    ratio::Ratio,
    scenario::{Scenario, Value, field_name, official_value},
    sentence, words,
};

/// An indicator that a scenario changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// Which.
    pub indicator: IndicatorId,
    /// Its changed figures.
    pub figures: Vec<Beside>,
    /// 進捗率.
    pub official_rate: Beside,
    /// 達成率.
    pub attainment: Beside,
    /// 判定, official and of the scenario.
    pub bands: (Band, Band),
}

/// A figure before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// What it is: 「目標値」, 「進捗率」.
    pub name: String,
    /// As the documents have it.
    pub official: String,
    /// As the scenario has it.
    pub scenario: String,
}

/// What a scenario changes, in the order of the documents.
#[must_use]
pub fn changes(scenario: &Scenario, dataset: &Dataset, era: Era) -> Vec<Changed> {
    let usual = Method::standard(dataset.reporting_year);
    let (method, decimals) = (
        scenario.settings().method(dataset),
        scenario.settings().decimals,
    );
    let of = |indicator: IndicatorId| {
        let (series, unit) = (dataset.series(indicator), dataset.unit(indicator));
        let print = |value: Value| value.text(unit, era);
        let overrides = scenario.get(indicator)?;
        let figures = overrides.fields().filter_map(|field| {
            Some(Beside {
                name: field_name(field, era),
                official: official_value(&series, field)
                    .map_or_else(|| format::NONE.to_owned(), print),
                scenario: print(overrides.get(field)?),
            })
        });
        let (before, after) = (
            evaluate(&series, &usual),
            evaluate(&scenario.figures(dataset, indicator).series(), &method),
        );
        let beside = |name: &str, words: fn(&Progress, u8, Era) -> String| Beside {
            name: name.to_owned(),
            official: words(&before, 1, era),
            scenario: words(&after, decimals, era),
        };
        Some(Changed {
            indicator,
            figures: figures.collect(),
            official_rate: beside(words!("進捗率", "Progress rate"), official_rate),
            attainment: beside(words!("達成率", "Attainment"), attainment),
            bands: (before.band, after.band),
        })
    };
    scenario.indicators().filter_map(of).collect()
}

fn percent(rate: Ratio, decimals: u8) -> String {
    format!("{}%", format::digits(rate.percent(decimals)))
}

/// "138.8%", or 「—（参考 R6 120.0%）」 while the year's result is not there.
fn official_rate(progress: &Progress, decimals: u8, era: Era) -> String {
    match (progress.official.ratio(), progress.reference) {
        (Some(rate), _) => percent(rate, decimals),
        (None, Some((year, rate))) => {
            let (year, rate) = (year.short_name(era), percent(rate, decimals));
            let none = format::NONE;
            sentence!(
                "{none}（参考 {year} {rate}）",
                "{none} (reference value {year}: {rate})"
            )
        }
        (None, None) => format::NONE.to_owned(),
    }
}

fn attainment(progress: &Progress, decimals: u8, _: Era) -> String {
    match progress.attainment {
        Attainment::Rate(rate) => percent(rate, decimals),
        Attainment::Maintain { .. } if progress.met == Some(true) => {
            words!("維持", "Kept").to_owned()
        }
        Attainment::Maintain { .. } => words!("未達", "Not met").to_owned(),
        Attainment::Undefined => format::NONE.to_owned(),
    }
}
