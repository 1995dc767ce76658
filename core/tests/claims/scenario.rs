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
    scenario::{
        Field, Override, Record, Scenario, ScenarioId, ScenarioRecord, Scenarios, Settings, Value,
        official_value,
    },
};
use proptest::prelude::*;

fn method() -> Method {
    Method::standard(dataset().reporting_year)
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

/// Any settings that make sense.
pub(crate) fn any_settings() -> impl Strategy<Value = Settings> {
    let bands = (1_i64..300, 1_i64..300, 1_i64..300).prop_map(|(c, b, a)| BandLimits {
        a: c + b + a,
        b: c + b,
        c,
    });
    let years: Vec<FiscalYear> = dataset().result_years().collect();
    let year = proptest::option::of(prop::sample::select(years));
    let tolerance = (0_i64..=1000).prop_map(|tenths| Decimal::new(tenths, 1).unwrap());
    (bands, year, 0_u8..=3, tolerance).prop_map(|(bands, reporting_year, decimals, tolerance)| {
        Settings {
            bands,
            reporting_year,
            decimals,
            tolerance,
        }
    })
}

/// Scenarios with names, descriptions and settings.
fn any_scenarios() -> impl Strategy<Value = Scenarios> {
    let named = (
        any_scenario(),
        "\\PC{0,70}",
        "(\\PC|\n){0,80}",
        any_settings(),
    )
        .prop_map(|(mut scenario, name, description, settings)| {
            scenario.set_name(&name);
            scenario.set_description(&description);
            scenario.set_settings(settings);
            scenario
        });
    let each = ((1_u32..9).prop_map(ScenarioId::new), named);
    (
        proptest::collection::vec(each, 0..5),
        (1_u32..9).prop_map(ScenarioId::new),
    )
        .prop_map(|(all, chosen)| Scenarios::new(all, chosen))
}

#[test]
fn only_a_whole_and_sound_record_is_read() {
    let whole = r#"{"version":2,"saved_at":7,"chosen":"k3","scenarios":[{"id":"1","overrides":{}},{"id":"k3","name":"案","settings":{"bands":{"a":90,"b":70,"c":40},"decimals":2},"overrides":{"sns-followers":{"target":"13000","results":{"2024":"21000.50"}}}}]}"#;
    let record: Record = serde_json::from_str(whole).unwrap();
    assert_eq!(serde_json::to_string(&record).unwrap(), whole);
    let scenarios = record.into_scenarios(dataset());
    assert_eq!(scenarios.get(scenarios.chosen()).unwrap().len(), 2);
    let v2 = |scenario: &str| {
        format!(r#"{{"version":2,"saved_at":7,"chosen":"1","scenarios":[{scenario}]}}"#)
    };
    let changes = |changes: &str| {
        let scenario = format!(r#"{{"id":"1","overrides":{{"sns-followers":{changes}}}}}"#);
        v2(&scenario)
    };
    assert!(serde_json::from_str::<Record>(&changes("{}")).is_ok());
    for broken in [
        "",
        "null",
        "{}",
        r#"{"version":1,"saved_at":7}"#,
        r#"{"version":3,"saved_at":7,"chosen":"1","scenarios":[]}"#,
        r#"{"version":2,"saved_at":7,"overrides":{}}"#,
        r#"{"version":1,"saved_at":7,"chosen":"1","scenarios":[]}"#,
        r#"{"version":2,"saved_at":7,"chosen":"1","scenarios":[],"overrides":{}}"#,
        r#"{"version":0,"saved_at":7,"overrides":{}}"#,
        r#"{"version":1,"saved_at":-7,"overrides":{}}"#,
        r#"{"version":1,"saved_at":7,"overrides":{},"note":""}"#,
        &changes(r#"{"goal":"1"}"#),
        &changes(r#"{"target":13000}"#),
        &changes(r#"{"target":"1.3万"}"#),
        &changes(r#"{"target":"9999999999999"}"#),
        &changes(r#"{"target_year":1800}"#),
        &changes(r#"{"results":{"R6":"1"}}"#),
        &changes(r#"{"results":{"2024":null}}"#),
        &v2(r#"{"id":"01","overrides":{}}"#),
        &v2(r#"{"id":"あ","overrides":{}}"#),
        &v2(r#"{"id":"1","overrides":{},"colour":"red"}"#),
        &v2(r#"{"id":"1","settings":{"bands":{"a":80,"b":80,"c":50}},"overrides":{}}"#),
        &v2(r#"{"id":"1","settings":{"decimals":4},"overrides":{}}"#),
        &v2(r#"{"id":"1","settings":{"tolerance":"-1"},"overrides":{}}"#),
        &whole[..whole.len() - 1],
    ] {
        assert!(serde_json::from_str::<Record>(broken).is_err(), "{broken}");
    }
}

#[test]
fn a_change_that_has_become_official_is_no_change() {
    let record = r#"{"version":1,"saved_at":7,"overrides":{"sns-followers":{"target":"14500.0"}}}"#;
    let record: Record = serde_json::from_str(record).unwrap();
    assert_eq!(record.into_scenarios(dataset()), Scenarios::default());
}

#[test]
fn there_is_always_one_scenario_and_one_of_them_is_chosen() {
    let none = r#"{"version":2,"saved_at":7,"chosen":"9","scenarios":[]}"#;
    let none: Record = serde_json::from_str(none).unwrap();
    assert_eq!(none.into_scenarios(dataset()), Scenarios::default());
    let twice = vec![
        (ScenarioId::new(7), Scenario::named("先")),
        (ScenarioId::new(7), Scenario::named("後")),
    ];
    let scenarios = Scenarios::new(twice, ScenarioId::FIRST);
    assert_eq!(
        (scenarios.len(), scenarios.chosen()),
        (1, ScenarioId::new(7))
    );
}

#[test]
fn a_new_name_is_not_one_that_is_taken() {
    let taken = |names: &[&str]| {
        let number = |at| ScenarioId::new(u32::try_from(at).unwrap() + 1);
        let all = names.iter().enumerate();
        Scenarios::new(
            all.map(|(at, name)| (number(at), Scenario::named(name)))
                .collect(),
            ScenarioId::FIRST,
        )
    };
    assert_eq!(taken(&[""]).free_name(Scenario::UNNAMED), "わたしの試算 2");
    assert_eq!(taken(&["案", "案 2"]).free_name("案"), "案 3");
    assert_eq!(taken(&["別"]).free_name("案"), "案");
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
        scenarios in any_scenarios(), unknown in any_override(), saved_at in any::<u64>(),
    ) {
        let mut record = Record::new(&scenarios, dataset(), saved_at);
        record.scenarios[0].overrides.insert("from-another-edition".to_owned(), unknown);
        let json = serde_json::to_string(&record).unwrap();
        let read: Record = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(&read, &record);
        let reread = read.into_scenarios(dataset());
        prop_assert_eq!(reread.len(), scenarios.len());
        for (id, scenario) in scenarios.iter() {
            let again = reread.get(id).unwrap();
            for indicator in dataset().indicator_ids() {
                prop_assert_eq!(again.get(indicator), scenario.get(indicator));
            }
            prop_assert_eq!(again.name(), scenario.name());
            prop_assert_eq!(again.description(), scenario.description());
            prop_assert_eq!(again.settings(), scenario.settings());
        }
        let again = Record::new(&reread, dataset(), saved_at);
        prop_assert_eq!(serde_json::to_string(&again).unwrap(), json);
    }

    #[test]
    fn a_first_version_keeps_every_figure(scenario in any_scenario(), unknown in any_override()) {
        let mut overrides = ScenarioRecord::new(ScenarioId::FIRST, &scenario, dataset()).overrides;
        overrides.insert("from-another-edition".to_owned(), unknown);
        let first = serde_json::json!({ "version": 1, "saved_at": 7, "overrides": overrides });
        let record: Record = serde_json::from_value(first).unwrap();
        prop_assert_eq!(&record.scenarios[0].overrides, &overrides);
        let scenarios = record.into_scenarios(dataset());
        let again = Record::new(&scenarios, dataset(), 7);
        prop_assert_eq!(&again.scenarios[0].overrides, &overrides);
    }

    #[test]
    fn an_id_is_written_in_one_way(number in any::<u32>(), text in "[0-9a-zA-Z]{0,8}") {
        let id = ScenarioId::new(number);
        prop_assert_eq!(id.to_string().parse(), Ok(id));
        if let Ok(id) = text.parse::<ScenarioId>() {
            prop_assert_eq!(id.to_string(), text);
        }
    }

    #[test]
    fn no_text_panics_as_a_record(text in prop_oneof![
        "\\PC*".boxed(),
        r#"\{"version":1,"saved_at":[0-9]{1,22},"overrides":\{"sns-followers":\{"[a-z_]{1,11}":("[-0-9.]{0,20}"|[0-9]{1,5}|\{"[0-9]{1,5}":"[0-9]{1,4}"\})\}\}\}"#.boxed(),
    ]) {
        if let Ok(record) = serde_json::from_str::<Record>(&text) {
            let _ = record.into_scenarios(dataset());
        }
    }

    #[test]
    fn no_record_breaks_the_arithmetic_or_the_sentences(
        overrides in proptest::collection::btree_map(
            prop::sample::select(dataset().indicators.slugs.iter().map(str::to_owned).collect::<Vec<_>>()),
            any_override(),
            1..5,
        ),
        settings in any_settings(),
        wanted in -100_000_i64..=100_000,
    ) {
        let data = dataset();
        let record = ScenarioRecord {
            id: ScenarioId::FIRST,
            name: String::new(),
            description: String::new(),
            settings,
            overrides,
        };
        let scenario = record.into_scenario(data);
        for indicator in scenario.indicators() {
            let figures = scenario.figures(data, indicator);
            let series = figures.series();
            let progress = progress::evaluate(&series, &settings.method(data));
            let unit = data.unit(indicator);
            prop_assert!(explain::summary(&series, &progress, unit, Era::Wareki).ends_with('。'));
            let _ = explain::pace_formula(&series, &progress);
            let _ = explain::official_formula(&series, &progress);
            let _ = explain::attainment_formula(&series, &progress);
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
