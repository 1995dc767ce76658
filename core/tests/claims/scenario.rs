//! A person's changes: nothing lost, nothing invented, nothing broken.

use crate::shared::{dataset, year};
use michishirube_core::{
    decimal::Decimal,
    explain,
    fiscal_year::{Era, FiscalYear},
    format,
    input::InputError,
    model::{IndicatorId, Observation, RowId},
    progress::{self, BandLimits, Method, Wanted},
    ratio::Ratio,
    scenario::{Field, Override, Record, Scenario, Value, official_value},
};
use proptest::prelude::*;

fn method() -> Method {
    Method {
        reporting_year: dataset().reporting_year,
        bands: BandLimits::default(),
    }
}

fn figure(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn indicator(slug: &str) -> IndicatorId {
    dataset().find_indicator(slug).unwrap()
}

fn any_figure() -> impl Strategy<Value = Decimal> {
    let mantissa = prop_oneof![
        -1_000_000_000_000_i64..=1_000_000_000_000,
        -200_i64..=200_000
    ];
    (mantissa, 0_u8..=6).prop_map(|(mantissa, decimals)| Decimal::new(mantissa, decimals).unwrap())
}

/// A change the page offers, and some it does not (a target's year before the baseline's).
pub(crate) fn any_change() -> impl Strategy<Value = (IndicatorId, Field, Value)> {
    let indicators = (0..dataset().indicators.names.len()).prop_map(IndicatorId::new);
    let years: Vec<FiscalYear> = dataset().result_years().collect();
    let figure = any_figure().prop_map(Value::Figure).boxed();
    let change = prop_oneof![
        (Just(Field::Target), figure.clone()),
        (Just(Field::Baseline), figure.clone()),
        (prop::sample::select(years).prop_map(Field::Result), figure),
        (
            Just(Field::TargetYear),
            (2015_u16..2040).prop_map(|western| Value::Year(year(western)))
        ),
    ];
    (indicators, change).prop_map(|(indicator, (field, value))| (indicator, field, value))
}

fn any_scenario() -> impl Strategy<Value = Scenario> {
    proptest::collection::vec(any_change(), 0..12).prop_map(|changes| {
        let mut scenario = Scenario::default();
        for (indicator, field, value) in changes {
            let _ = scenario.set(dataset(), indicator, field, value);
        }
        scenario
    })
}

/// Changes as a file may hold them, sensible or not.
fn any_override() -> impl Strategy<Value = Override> {
    let any_year = || (1989_u16..=2100).prop_map(year);
    (
        proptest::option::of(any_figure()),
        proptest::option::of(any_year()),
        proptest::option::of(any_figure()),
        proptest::collection::btree_map(any_year(), any_figure(), 0..4),
    )
        .prop_map(|(target, target_year, baseline, results)| Override {
            target,
            target_year,
            baseline,
            results,
        })
}

#[test]
fn a_follower_target_of_13000_raises_the_official_rate_to_154_8() {
    let data = dataset();
    let followers = indicator("sns-followers");
    let mut scenario = Scenario::default();
    let target = Value::Figure(figure("13000"));
    scenario
        .set(data, followers, Field::Target, target)
        .unwrap();
    let official = progress::evaluate(&data.series(followers), &method());
    let figures = scenario.figures(data, followers);
    let tried = progress::evaluate(&figures.series(), &method());
    // 001: 20,120 ÷ 14,500; here 20,120 ÷ 13,000.
    assert_eq!(format::percent_or_none(official.official.ratio()), "138.8%");
    assert_eq!(format::percent_or_none(tried.official.ratio()), "154.8%");
}

#[test]
fn a_draft_result_ends_集計中() {
    let data = dataset();
    let visitors = indicator("tantetsuko-visitors");
    let reporting = Field::Result(data.reporting_year);
    let mut scenario = Scenario::default();
    scenario
        .set(data, visitors, reporting, Value::Figure(figure("7468")))
        .unwrap();
    let tried = progress::evaluate(&scenario.figures(data, visitors).series(), &method());
    assert_eq!(format::percent_or_none(tried.official.ratio()), "100.0%");
    assert_eq!((tried.reference, tried.met), (None, Some(true)));
    scenario.reset(visitors, reporting);
    let figures = scenario.figures(data, visitors);
    assert_eq!(
        figures.series().observation(data.reporting_year),
        Observation::Pending
    );
}

#[test]
fn without_changes_the_figures_are_the_official_ones() {
    for indicator in dataset().indicator_ids() {
        let figures = Scenario::default().figures(dataset(), indicator);
        assert_eq!(figures.series(), dataset().series(indicator));
    }
}

#[test]
fn a_target_year_must_follow_the_baseline_year() {
    let rate = indicator("local-employment-rate");
    let mut scenario = Scenario::default();
    for (western, expected) in [
        (2019, Err(InputError::YearNotAfterBaseline)),
        (2020, Err(InputError::YearNotAfterBaseline)),
        (2021, Ok(())),
    ] {
        let value = Value::Year(year(western));
        assert_eq!(
            scenario.set(dataset(), rate, Field::TargetYear, value),
            expected
        );
    }
}

#[test]
fn a_year_for_a_figure_changes_nothing() {
    let rate = indicator("local-employment-rate");
    let mut scenario = Scenario::default();
    let year = Value::Year(year(2030));
    for (field, value) in [
        (Field::Target, year),
        (Field::Result(dataset().reporting_year), year),
        (Field::TargetYear, Value::Figure(figure("2030"))),
    ] {
        scenario.set(dataset(), rate, field, value).unwrap();
        assert_eq!(scenario, Scenario::default());
        assert!(scenario.is_empty());
    }
}

#[test]
fn only_a_whole_and_sound_record_of_this_version_is_read() {
    let whole = r#"{"version":1,"saved_at":7,"overrides":{"sns-followers":{"target":"13000","results":{"2024":"21000.50"}}}}"#;
    let record: Record = serde_json::from_str(whole).unwrap();
    assert_eq!(serde_json::to_string(&record).unwrap(), whole);
    assert_eq!(record.into_scenario(dataset()).len(), 2);
    for broken in [
        "",
        "null",
        "{}",
        r#"{"version":1,"saved_at":7}"#,
        r#"{"version":2,"saved_at":7,"overrides":{}}"#,
        r#"{"version":0,"saved_at":7,"overrides":{}}"#,
        r#"{"version":1,"saved_at":-7,"overrides":{}}"#,
        r#"{"version":1,"saved_at":7,"overrides":{},"note":""}"#,
        r#"{"version":1,"saved_at":7,"overrides":{"sns-followers":{"goal":"1"}}}"#,
        r#"{"version":1,"saved_at":7,"overrides":{"sns-followers":{"target":13000}}}"#,
        r#"{"version":1,"saved_at":7,"overrides":{"sns-followers":{"target":"1.3万"}}}"#,
        r#"{"version":1,"saved_at":7,"overrides":{"sns-followers":{"target":"9999999999999"}}}"#,
        r#"{"version":1,"saved_at":7,"overrides":{"sns-followers":{"target_year":1800}}}"#,
        r#"{"version":1,"saved_at":7,"overrides":{"sns-followers":{"results":{"R6":"1"}}}}"#,
        r#"{"version":1,"saved_at":7,"overrides":{"sns-followers":{"results":{"2024":null}}}}"#,
        &whole[..whole.len() - 1],
    ] {
        assert!(serde_json::from_str::<Record>(broken).is_err(), "{broken}");
    }
}

#[test]
fn a_change_that_has_become_official_is_no_change() {
    let record = r#"{"version":1,"saved_at":7,"overrides":{"sns-followers":{"target":"14500.0"}}}"#;
    let record: Record = serde_json::from_str(record).unwrap();
    assert!(record.into_scenario(dataset()).is_empty());
}

proptest! {
    #[test]
    fn setting_and_resetting_leaves_nothing(
        mut scenario in any_scenario(), (indicator, field, value) in any_change(),
    ) {
        scenario.reset(indicator, field);
        let before = scenario.clone();
        let taken = scenario.set(dataset(), indicator, field, value).is_ok();
        let changed = official_value(&dataset().series(indicator), field) != Some(value);
        prop_assert_eq!(scenario.len(), before.len() + usize::from(taken && changed));
        scenario.reset(indicator, field);
        prop_assert_eq!(scenario, before);
    }

    #[test]
    fn setting_the_official_value_is_no_change(
        mut scenario in any_scenario(), (indicator, field, _) in any_change(),
    ) {
        let mut without = scenario.clone();
        without.reset(indicator, field);
        if let Some(official) = official_value(&dataset().series(indicator), field) {
            scenario.set(dataset(), indicator, field, official).unwrap();
            prop_assert_eq!(scenario, without);
        }
    }

    #[test]
    fn the_figures_are_the_official_ones_but_for_the_changes(scenario in any_scenario()) {
        for indicator in dataset().indicator_ids() {
            let official = dataset().series(indicator);
            let figures = scenario.figures(dataset(), indicator);
            let changes = scenario.get(indicator);
            let fields = [Field::Target, Field::TargetYear, Field::Baseline].into_iter();
            for field in fields.chain(dataset().result_years().map(Field::Result)) {
                let expected = changes
                    .and_then(|changes| changes.get(field))
                    .or(official_value(&official, field));
                prop_assert_eq!(official_value(&figures.series(), field), expected);
            }
            prop_assert_eq!(figures.results.len(), official.results.len());
        }
    }

    #[test]
    fn a_record_keeps_every_change_and_every_printed_digit(
        scenario in any_scenario(), unknown in any_override(), saved_at in any::<u64>(),
    ) {
        let mut record = Record::new(&scenario, dataset(), saved_at);
        record.overrides.insert("from-another-edition".to_owned(), unknown);
        let json = serde_json::to_string(&record).unwrap();
        let read: Record = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(&read, &record);
        let reread = read.into_scenario(dataset());
        prop_assert_eq!(reread.len(), scenario.len());
        for indicator in dataset().indicator_ids() {
            prop_assert_eq!(reread.get(indicator), scenario.get(indicator));
        }
        let again = Record::new(&reread, dataset(), saved_at);
        prop_assert_eq!(serde_json::to_string(&again).unwrap(), json);
    }

    #[test]
    fn no_text_panics_as_a_record(text in prop_oneof![
        "\\PC*".boxed(),
        r#"\{"version":1,"saved_at":[0-9]{1,22},"overrides":\{"sns-followers":\{"[a-z_]{1,11}":("[-0-9.]{0,20}"|[0-9]{1,5}|\{"[0-9]{1,5}":"[0-9]{1,4}"\})\}\}\}"#.boxed(),
    ]) {
        if let Ok(record) = serde_json::from_str::<Record>(&text) {
            let _ = record.into_scenario(dataset());
        }
    }

    #[test]
    fn no_record_breaks_the_arithmetic_or_the_sentences(
        overrides in proptest::collection::btree_map(
            prop::sample::select(dataset().indicators.slugs.iter().map(str::to_owned).collect::<Vec<_>>()),
            any_override(),
            1..5,
        ),
        wanted in -100_000_i64..=100_000,
    ) {
        let data = dataset();
        let record = Record { version: Record::VERSION, saved_at: 0, overrides };
        let scenario = record.into_scenario(data);
        for indicator in scenario.indicators() {
            let figures = scenario.figures(data, indicator);
            let series = figures.series();
            let progress = progress::evaluate(&series, &method());
            let unit = data.unit(indicator);
            prop_assert!(explain::summary(&series, &progress, unit, Era::Wareki).ends_with('。'));
            let _ = explain::pace_formula(&series, &progress);
            if let (Some(baseline), Some(target), Some(latest)) = (series.baseline, series.target, series.latest()) {
                let _ = explain::official_formula(latest, target);
                let _ = explain::attainment_formula(latest, baseline, target);
            }
            let print = |ratio: Ratio| format::rounded_quantity(ratio, 4, unit);
            let band = progress::project(&series).and_then(|projection| projection.band(year(2100)));
            let _ = band.map(|(low, high)| (print(low), print(high)));
            for wanted in [Wanted::OfficialRate(wanted), Wanted::Attainment(wanted)] {
                let goal = progress::reach(&series, wanted);
                let _ = goal.map(|goal| (print(goal.result), goal.per_year.map(print), goal.target_for_latest.map(print)));
            }
        }
    }
}
