//! The arithmetic against a big-rational oracle, and its edges.

use super::*;
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;
use proptest::prelude::*;

fn year(western: u16) -> FiscalYear {
    FiscalYear::try_from(western).unwrap()
}

fn figure(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn dated(western: u16, text: &str) -> Option<Dated> {
    Some(Dated {
        year: year(western),
        value: figure(text),
    })
}

fn method() -> Method {
    Method::standard(year(2023))
}

/// Results from FY2021 on: a figure, "-" for pending, "" for none.
fn results(texts: &[&str]) -> Vec<Observation> {
    texts
        .iter()
        .map(|text| match *text {
            "" => Observation::Absent,
            "-" => Observation::Pending,
            text => Observation::Published(figure(text)),
        })
        .collect()
}

fn series(baseline: Option<Dated>, target: Option<Dated>, results: &[Observation]) -> Series<'_> {
    Series {
        baseline,
        target,
        first_year: year(2021),
        results,
    }
}

fn percent(ratio: Option<Ratio>) -> Option<String> {
    ratio.map(|ratio| crate::format::percent_digits(ratio.percent(1)))
}

#[test]
fn official_rate_is_pending_until_the_reporting_year_is_published() {
    let results = results(&["7487", "10530", "-"]);
    let progress = evaluate(
        &series(dated(2020, "7250"), dated(2025, "7468"), &results),
        &method(),
    );
    assert_eq!(progress.official, OfficialRate::Pending);
    let (reference_year, rate) = progress.reference.unwrap();
    assert_eq!(reference_year, year(2022));
    assert_eq!(percent(Some(rate)).as_deref(), Some("141.0"));
}

#[test]
fn both_rates_of_a_figure_that_fell_below_its_baseline() {
    let results = results(&["59.5", "60.3", "52.0"]);
    let progress = evaluate(
        &series(dated(2020, "60.9"), dated(2024, "63.9"), &results),
        &method(),
    );
    assert_eq!(percent(progress.official.ratio()).as_deref(), Some("81.4"));
    assert_eq!(
        percent(progress.attainment.ratio()).as_deref(),
        Some("−296.7")
    );
    assert_eq!(progress.band, Band::Behind);
    assert_eq!(progress.met, Some(false));
}

#[test]
fn a_target_equal_to_the_baseline_is_kept_or_not() {
    for (result, band, shortfall) in [
        ("113500", Band::NotKept, "−0.1"),
        ("113600", Band::Kept, "0.0"),
        ("113601", Band::Kept, "0.0"),
    ] {
        let results = results(&["", "", result]);
        let progress = evaluate(
            &series(dated(2020, "113600"), dated(2025, "113600"), &results),
            &method(),
        );
        assert_eq!(progress.band, band);
        let Attainment::Maintain { shortfall: found } = progress.attainment else {
            panic!("not 維持型: {:?}", progress.attainment);
        };
        assert_eq!(percent(found).as_deref(), Some(shortfall));
    }
}

#[test]
fn a_tolerance_counts_in_per_cent_of_the_target_to_the_digit() {
    for (target, result, tolerance, band) in [
        ("200", "198", "1", Band::Kept),
        ("200", "197.999999", "1", Band::NotKept),
        ("200", "198", "0.999999", Band::NotKept),
        ("200", "0", "100", Band::Kept),
        // Of a target below zero, too, more is better.
        ("-200", "-202", "1", Band::Kept),
        ("-200", "-203", "1", Band::NotKept),
        // There is no share of nothing.
        ("0", "-0.000001", "100", Band::NotKept),
        ("0", "0", "0", Band::Kept),
    ] {
        let results = results(&["", "", result]);
        let series = series(dated(2020, target), dated(2025, target), &results);
        let tolerant = Method {
            tolerance: figure(tolerance),
            ..method()
        };
        let progress = evaluate(&series, &tolerant);
        assert_eq!(progress.band, band, "{result} of {target}, {tolerance} %");
        // Whether it is met is another question.
        let exact = evaluate(&series, &method());
        assert_eq!(progress.met, exact.met);
        assert_eq!(
            progress.is_tolerated(),
            band == Band::Kept && exact.band == Band::NotKept
        );
    }
}

#[test]
fn an_unmet_target_is_not_met_by_rounding() {
    let results = results(&["", "", "99.96"]);
    let progress = evaluate(
        &series(dated(2020, "0"), dated(2025, "100"), &results),
        &method(),
    );
    assert_eq!(percent(progress.official.ratio()).as_deref(), Some("100.0"));
    assert_eq!(progress.met, Some(false));
}

#[test]
fn a_decreasing_target_is_reached_from_above() {
    let results = results(&["90", "75", "60"]);
    let progress = evaluate(
        &series(dated(2020, "100"), dated(2025, "60"), &results),
        &method(),
    );
    assert_eq!(
        percent(progress.attainment.ratio()).as_deref(),
        Some("100.0")
    );
    assert_eq!(progress.met, Some(true));
    assert_eq!(progress.band, Band::A);
}

#[test]
fn what_is_missing_is_undefined_and_never_zero() {
    let some = results(&["1", "2", "3"]);
    let none = results(&["", "", ""]);
    let no_baseline = evaluate(&series(None, dated(2025, "6"), &some), &method());
    assert_eq!(
        percent(no_baseline.official.ratio()).as_deref(),
        Some("50.0")
    );
    assert_eq!(no_baseline.attainment, Attainment::Undefined);
    assert_eq!(no_baseline.band, Band::Unknown);
    let no_target = evaluate(&series(dated(2020, "0"), None, &some), &method());
    assert_eq!(no_target.official, OfficialRate::Undefined);
    let target_zero = evaluate(
        &series(dated(2020, "4"), dated(2025, "0"), &some),
        &method(),
    );
    assert_eq!(target_zero.official, OfficialRate::Undefined);
    assert_eq!(
        percent(target_zero.attainment.ratio()).as_deref(),
        Some("25.0")
    );
    let no_result = evaluate(
        &series(dated(2020, "0"), dated(2025, "6"), &none),
        &method(),
    );
    assert_eq!(no_result.official, OfficialRate::NoResult);
    assert_eq!((no_result.latest, no_result.met), (None, None));
    assert_eq!(project(&series(None, dated(2025, "6"), &none)), None);
}

#[test]
fn the_three_rules_start_from_the_latest_result() {
    let results = results(&["59.5", "60.3", "52.0"]);
    let series = series(dated(2020, "60.9"), dated(2024, "63.9"), &results);
    let projection = project(&series).unwrap();
    let at = |rule| {
        projection
            .value(rule, year(2024))
            .map(|value| value.round(2).mantissa)
    };
    // −8.9 ÷ 3 a year; −8.3 a year; the line through 60.9, 59.5, 60.3, 52.0 falls 2.59 a year.
    assert_eq!(at(Rule::MeanSinceBaseline), Some(4903));
    assert_eq!(at(Rule::LastChange), Some(4370));
    assert_eq!(at(Rule::LeastSquares), Some(4941));
    let (low, high) = projection.band(year(2024)).unwrap();
    assert_eq!(
        (low.round(2).mantissa, high.round(2).mantissa),
        (4370, 4941)
    );
}

#[test]
fn too_few_years_give_no_rule() {
    let one = results(&["", "", "5"]);
    let projection = project(&series(None, dated(2025, "6"), &one)).unwrap();
    assert_eq!(projection.changes, [None, None, None]);
    assert_eq!(projection.band(year(2025)), None);
}

#[test]
fn goal_seek_answers_in_results_changes_and_targets() {
    let results = results(&["", "", "20120"]);
    let series = series(dated(2020, "6522"), dated(2025, "14500"), &results);
    let goal = reach(&series, Wanted::OfficialRate(100)).unwrap();
    assert_eq!(goal.reach, Reach::Already);
    assert_eq!(goal.result.round(0).mantissa, 14500);
    assert_eq!(goal.target_for_latest.unwrap().round(0).mantissa, 20120);
    let goal = reach(&series, Wanted::Attainment(200)).unwrap();
    assert_eq!(goal.reach, Reach::Ahead);
    assert_eq!(goal.result.round(0).mantissa, 22478);
    assert_eq!(goal.per_year.unwrap().round(0).mantissa, 1179);
    assert_eq!(goal.target_for_latest.unwrap().round(0).mantissa, 13321);
}

#[test]
fn the_rules_say_when_the_target_would_be_met() {
    let met_in = |baseline, target: Option<Dated>, texts: &[&str]| {
        let results = results(texts);
        let series = series(baseline, target, &results);
        let projection = project(&series).unwrap();
        Rule::ALL.map(|rule| projection.met_in(rule, baseline, target.unwrap()))
    };
    // 001, 評価指標（KPI）一覧: 就職率 falls, フォロワー数 is met, 認定こども園 stands still.
    let employment = ["59.5", "60.3", "52.0"];
    let found = met_in(dated(2020, "60.9"), dated(2024, "63.9"), &employment);
    assert_eq!(found, [MetIn::Never; 3]);
    let found = met_in(
        dated(2020, "6522"),
        dated(2025, "14500"),
        &["10101", "14221", "20120"],
    );
    assert_eq!(found, [MetIn::Already; 3]);
    let found = met_in(dated(2020, "20"), dated(2025, "22"), &["20", "20", "20"]);
    assert_eq!(found, [MetIn::Never; 3]);
    // 001, 管内への観光入込客数: only last year's +307.6 leads up to 1,278.
    let found = met_in(
        dated(2019, "1232"),
        dated(2024, "1278"),
        &["852", "1159.6", "-"],
    );
    assert_eq!(found, [MetIn::Never, MetIn::Year(year(2023)), MetIn::Never]);
    // A falling target, met to the digit in a year, and just after it.
    let down = ["90", "80", "70"];
    let found = met_in(dated(2020, "100"), dated(2025, "60"), &down);
    assert_eq!(found, [MetIn::Year(year(2024)); 3]);
    let found = met_in(dated(2020, "100"), dated(2025, "59.999999"), &down);
    assert_eq!(found, [MetIn::Year(year(2025)); 3]);
    // The end of the range: 78 in 2100, one more in no year there is.
    let found = met_in(dated(2020, "-2"), dated(2025, "78"), &["-1", "0"]);
    assert_eq!(found, [MetIn::Year(FiscalYear::LAST); 3]);
    let found = met_in(dated(2020, "-2"), dated(2025, "79"), &["-1", "0"]);
    assert_eq!(found, [MetIn::BeyondSight; 3]);
    let found = met_in(None, dated(2025, "6"), &["", "", "5"]);
    assert_eq!(found, [MetIn::TooFew; 3]);
}

#[test]
fn a_past_year_is_checked_with_what_was_known_before_it() {
    // 001, 就職率: R4 has one value only (59.5 − 1.4), R5 a band from 60.0 to 61.1.
    let employment = results(&["59.5", "60.3", "52.0"]);
    let checks: Vec<_> = backtest(&series(
        dated(2020, "60.9"),
        dated(2024, "63.9"),
        &employment,
    ))
    .collect();
    let [check] = checks[..] else {
        panic!("not one check: {checks:?}")
    };
    assert_eq!(check.actual.year, year(2023));
    assert_eq!(
        (check.low.round(2).mantissa, check.high.round(2).mantissa),
        (6000, 6110)
    );
    assert!(!check.hit);
    let few = Fit::of(&series(dated(2020, "60.9"), None, &employment));
    assert_eq!((few, few.share()), (Fit { hit: 0, checked: 1 }, None));
    // What never moved has no band, however long.
    let still = results(&["20", "20", "20", "20", "20"]);
    assert_eq!(
        Fit::of(&series(dated(2020, "20"), None, &still)),
        Fit::default()
    );
    // 2023: 11 to 11.5, missed; 2024: 12.6 to 13 and 2025: 13.7 to 14, hit at either edge.
    let longer = results(&["11", "11", "12", "13", "13.7"]);
    let fit = Fit::of(&series(dated(2020, "10"), None, &longer));
    assert_eq!(fit.checked, 3);
    assert_eq!(percent(fit.share()).as_deref(), Some("66.7"));
}

fn big(figure: Decimal) -> BigRational {
    BigRational::new(figure.micro().into(), crate::decimal::MICRO.into())
}

/// A per cent with one decimal, as a whole number of tenths, rounded half away from zero.
fn oracle_percent(rate: &BigRational) -> BigInt {
    (rate * BigInt::from(1000)).round().to_integer()
}

prop_compose! {
    fn any_figure()(mantissa in prop_oneof![
        -1_000_000_000_000_i64..=1_000_000_000_000, -200_i64..=200,
    ], decimals in 0_u8..=6) -> Decimal {
        Decimal::new(mantissa, decimals).unwrap()
    }
}

prop_compose! {
    fn any_dated()(western in 2015_u16..2035, value in any_figure()) -> Dated {
        Dated { year: year(western), value }
    }
}

fn any_observation() -> impl Strategy<Value = Observation> {
    prop_oneof![
        1 => Just(Observation::Absent),
        1 => Just(Observation::Pending),
        4 => any_figure().prop_map(Observation::Published),
    ]
}

/// Figures near each other, so that most targets come within sight.
fn near_figure() -> impl Strategy<Value = Decimal> {
    (-200_i64..=200, 0_u8..=2)
        .prop_map(|(mantissa, decimals)| Decimal::new(mantissa, decimals).unwrap())
}

fn near_observation() -> impl Strategy<Value = Observation> {
    prop_oneof![
        1 => Just(Observation::Pending),
        5 => near_figure().prop_map(Observation::Published),
    ]
}

/// Any figure there can be, the largest ones often.
fn extreme_figure() -> impl Strategy<Value = Decimal> {
    const LARGEST: i64 = 1_000_000_000_000_000_000;
    prop_oneof![
        any_figure(),
        near_figure(),
        (-LARGEST..=LARGEST).prop_map(|micro| Decimal::new(micro, 6).unwrap()),
        (0_i64..3, any::<bool>()).prop_map(|(near, negative)| {
            let micro = LARGEST - near;
            Decimal::new(if negative { -micro } else { micro }, 6).unwrap()
        }),
        // On both sides of where arithmetic in 64 bits ends.
        (40_u32..60, -2_i64..=2).prop_map(|(bits, near)| {
            Decimal::new(((1 << bits) + near).min(LARGEST), 6).unwrap()
        }),
    ]
}

fn extreme_dated() -> impl Strategy<Value = Dated> {
    let western = prop_oneof![1989_u16..=2100, 2018_u16..2028];
    (western, extreme_figure()).prop_map(|(western, value)| Dated {
        year: year(western),
        value,
    })
}

fn extreme_observation() -> impl Strategy<Value = Observation> {
    prop_oneof![
        1 => Just(Observation::Absent),
        1 => Just(Observation::Pending),
        4 => extreme_figure().prop_map(Observation::Published),
    ]
}

/// The table of formulas as it reads, in 128 bits throughout and by nothing that `evaluate` uses.
fn evaluate_at_length(series: &Series<'_>, method: &Method) -> Progress {
    let micro = |figure: Decimal| i128::from(figure.micro());
    let years = |to: FiscalYear, from: FiscalYear| i128::from(to.since(from));
    let (b, t) = (series.baseline, series.target);
    let latest = series.published().last();
    let reported = series.observation(method.reporting_year);
    let of_target = |a: Decimal| t.and_then(|t| Ratio::new(micro(a), micro(t.value)));
    let official = match reported {
        Observation::Pending => OfficialRate::Pending,
        Observation::Absent => OfficialRate::NoResult,
        Observation::Published(a) => {
            of_target(a).map_or(OfficialRate::Undefined, OfficialRate::Rate)
        }
    };
    let all = latest.zip(b).zip(t).map(|((a, b), t)| (a, b, t));
    let attainment = all.map_or(Attainment::Undefined, |(a, b, t)| {
        let (a, b, t) = (micro(a.value), micro(b.value), micro(t.value));
        Ratio::new(a - b, t - b).map_or(
            Attainment::Maintain {
                shortfall: Ratio::new(a - t, t.abs()),
            },
            Attainment::Rate,
        )
    });
    let expected = all.and_then(|(a, b, t)| {
        let (elapsed, whole) = (years(a.year, b.year), years(t.year, b.year));
        let at = micro(b.value) * whole + (micro(t.value) - micro(b.value)) * elapsed;
        (elapsed >= 0 && whole > 0).then(|| Ratio::new(at, whole * 1_000_000))?
    });
    let pace = all.map_or(Pace::Undefined, |(a, b, t)| {
        let (elapsed, whole) = (years(a.year, b.year), years(t.year, b.year));
        let (a, b, t) = (micro(a.value), micro(b.value), micro(t.value));
        match Ratio::new((a - b) * whole, (t - b) * elapsed) {
            _ if t == b => Pace::Maintain,
            Some(rate) if elapsed > 0 && whole > 0 => Pace::Rate(rate),
            _ => Pace::Undefined,
        }
    });
    let met = latest.zip(t).map(|(a, t)| match b {
        Some(b) if t.value < b.value => a.value <= t.value,
        _ => a.value >= t.value,
    });
    let reaches = |rate: Ratio, limit: i64| rate.cmp_percent(limit).is_ge();
    let kept = latest.zip(t).is_some_and(|(a, t)| {
        (micro(t.value) - micro(a.value)) * 100_000_000
            <= micro(t.value).abs() * micro(method.tolerance)
    });
    Progress {
        official,
        reference: match reported {
            Observation::Published(_) => None,
            _ => latest.and_then(|a| Some((a.year, of_target(a.value)?))),
        },
        latest,
        attainment,
        expected,
        pace,
        band: match pace {
            Pace::Rate(rate) if rate.signum() < 0 => Band::Behind,
            Pace::Rate(rate) if reaches(rate, method.bands.a) => Band::A,
            Pace::Rate(rate) if reaches(rate, method.bands.b) => Band::B,
            Pace::Rate(rate) if reaches(rate, method.bands.c) => Band::C,
            Pace::Rate(_) => Band::D,
            Pace::Maintain if kept => Band::Kept,
            Pace::Maintain => Band::NotKept,
            Pace::Undefined => Band::Unknown,
        },
        met,
        needed_per_year: latest.zip(t).and_then(|(a, t)| {
            let left = years(t.year, a.year);
            let lacking = micro(t.value) - micro(a.value);
            (left > 0).then(|| Ratio::new(lacking, left * 1_000_000))?
        }),
        method: *method,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn every_figure_agrees_with_big_rationals(
        baseline in proptest::option::of(any_dated()),
        target in proptest::option::of(any_dated()),
        results in proptest::collection::vec(any_observation(), 0..8),
    ) {
        let series = series(baseline, target, &results);
        let progress = evaluate(&series, &method());

        let official = match (series.observation(year(2023)).value(), target) {
            (Some(a), Some(t)) if !t.value.is_zero() => Some(oracle_percent(&(big(a) / big(t.value)))),
            _ => None,
        };
        prop_assert_eq!(progress.official.ratio().map(|r| r.percent(1).mantissa.into()), official);

        let Some(latest) = series.latest() else { return Ok(()) };
        let a = big(latest.value);
        if let (Some(baseline), Some(target)) = (baseline, target) {
            let (b, t) = (big(baseline.value), big(target.value));
            let attainment = (t != b).then(|| oracle_percent(&((&a - &b) / (&t - &b))));
            prop_assert_eq!(progress.attainment.ratio().map(|r| r.percent(1).mantissa.into()), attainment);

            let whole = BigRational::from_integer(target.year.since(baseline.year).into());
            let elapsed = BigRational::from_integer(latest.year.since(baseline.year).into());
            if whole > BigRational::zero() && elapsed >= BigRational::zero() {
                let expected = &b + (&t - &b) * &elapsed / &whole;
                let found = progress.expected.unwrap().round(3).mantissa;
                prop_assert_eq!(BigInt::from(found), oracle_percent(&expected));
                if t != b && elapsed > BigRational::zero() {
                    let pace = (&a - &b) / (&expected - &b);
                    let Pace::Rate(found) = progress.pace else { panic!("no pace") };
                    prop_assert_eq!(BigInt::from(found.percent(1).mantissa), oracle_percent(&pace));
                    let hundred = |n: i64| BigRational::new(n.into(), 100.into());
                    let band = if pace < BigRational::zero() { Band::Behind }
                        else if pace >= hundred(100) { Band::A }
                        else if pace >= hundred(80) { Band::B }
                        else if pace >= hundred(50) { Band::C }
                        else { Band::D };
                    prop_assert_eq!(progress.band, band);
                }
            }
        }
        if let Some(target) = target {
            let years = target.year.since(latest.year);
            let needed = (years > 0).then(|| {
                oracle_percent(&((big(target.value) - &a) / BigRational::from_integer(years.into())))
            });
            prop_assert_eq!(progress.needed_per_year.map(|r| r.round(3).mantissa.into()), needed);
        }
    }

    #[test]
    fn the_short_arithmetic_gives_what_the_long_one_gives(
        baseline in proptest::option::weighted(0.9, extreme_dated()),
        target in proptest::option::weighted(0.9, extreme_dated()),
        kept in proptest::bool::weighted(0.2),
        first in prop_oneof![Just(2021_u16), 1989..=2100_u16],
        reporting in prop_oneof![Just(2023_u16), 1989..=2100_u16],
        limits in prop_oneof![Just([100, 80, 50]), [-2000_i64..2000, 0_i64..1100, 0_i64..1100]],
        tolerance in prop_oneof![Just(Decimal::ZERO), near_figure()],
        results in proptest::collection::vec(extreme_observation(), 0..8),
    ) {
        // 維持型 now and then.
        let target = match (baseline, target) {
            (Some(baseline), Some(target)) if kept => Some(Dated { value: baseline.value, ..target }),
            _ => target,
        };
        let series = Series { first_year: year(first), ..series(baseline, target, &results) };
        let [a, b, c] = limits;
        let method = Method { bands: BandLimits { a, b, c }, tolerance, ..Method::standard(year(reporting)) };
        prop_assert_eq!(evaluate(&series, &method), evaluate_at_length(&series, &method));
    }

    #[test]
    fn a_tolerance_widens_what_is_kept_and_changes_nothing_else(
        baseline in proptest::option::of(any_dated()),
        target in proptest::option::of(any_dated()),
        maintain in any::<bool>(),
        results in proptest::collection::vec(any_observation(), 0..8),
        tolerance in (0_i64..=100_000_000).prop_map(|micro| Decimal::new(micro, 6).unwrap()),
        decimals in 0_u8..=3,
    ) {
        // Equal ones make a 維持型, which chance would hardly ever do.
        let baseline = baseline.map(|dated| Dated {
            value: target.filter(|_| maintain).map_or(dated.value, |target: Dated| target.value),
            ..dated
        });
        let series = series(baseline, target, &results);
        let exact = evaluate(&series, &method());
        let tolerant = evaluate(&series, &Method { tolerance, decimals, ..method() });
        let judged_alike = Progress { band: exact.band, method: exact.method, ..tolerant };
        prop_assert_eq!(judged_alike, exact);
        if tolerant.band != exact.band {
            prop_assert_eq!((exact.band, tolerant.band), (Band::NotKept, Band::Kept));
            prop_assert!(tolerant.is_tolerated());
            let maintains = matches!(exact.attainment, Attainment::Maintain { .. });
            prop_assert!(maintains);
            let (Some(target), Some(latest)) = (target, exact.latest) else { panic!("nothing to keep") };
            let (t, a) = (big(target.value), big(latest.value));
            let size = if t < BigRational::zero() { -t.clone() } else { t.clone() };
            prop_assert!(t - a <= size * big(tolerance) / BigRational::from_integer(100.into()));
        }
    }

    #[test]
    fn least_squares_agrees_with_big_rationals(
        baseline in any_dated(),
        results in proptest::collection::vec(any_observation(), 0..8),
    ) {
        let series = series(Some(baseline), None, &results);
        let Some(projection) = project(&series) else { return Ok(()) };
        let points: Vec<_> = if baseline.year < projection.from.year {
            std::iter::once(baseline)
                .chain(series.published().filter(|point| point.year > baseline.year))
                .collect()
        } else {
            series.published().collect()
        };
        let Some(slope) = projection.changes[Rule::LeastSquares as usize] else {
            prop_assert!(points.len() < 3);
            return Ok(());
        };
        let n = BigRational::from_integer(points.len().into());
        let x = |point: &Dated| BigRational::from_integer(point.year.western().into());
        let x_mean = points.iter().map(x).sum::<BigRational>() / &n;
        let y_mean = points.iter().map(|p| big(p.value)).sum::<BigRational>() / &n;
        let above: BigRational = points.iter().map(|p| (x(p) - &x_mean) * (big(p.value) - &y_mean)).sum();
        let below: BigRational = points.iter().map(|p| (x(p) - &x_mean) * (x(p) - &x_mean)).sum();
        let found = slope.per_year().unwrap().round(3).mantissa;
        prop_assert_eq!(BigInt::from(found), oracle_percent(&(above / below)));
    }

    #[test]
    fn a_goal_reached_has_the_wanted_rate(
        baseline in any_dated(), target in any_dated(), wanted in -300_i64..300, latest in any_figure(),
    ) {
        let results = [Observation::Published(latest)];
        let series = series(Some(baseline), Some(target), &results);
        if let Some(goal) = reach(&series, Wanted::Attainment(wanted)) {
            let (b, t) = (big(baseline.value), big(target.value));
            let expected = &b + (&t - &b) * BigRational::new(wanted.into(), 100.into());
            prop_assert_eq!(BigInt::from(goal.result.round(3).mantissa), oracle_percent(&expected));
        }
        if let Some(goal) = reach(&series, Wanted::OfficialRate(wanted)) {
            let expected = big(target.value) * BigRational::new(wanted.into(), 100.into());
            prop_assert_eq!(BigInt::from(goal.result.round(3).mantissa), oracle_percent(&expected));
        }
    }

    #[test]
    fn the_year_of_meeting_meets_and_the_year_before_does_not(
        baseline in proptest::option::of(
            (2015_u16..2030, near_figure()).prop_map(|(western, value)| Dated { year: year(western), value })
        ),
        target in prop_oneof![3 => near_figure(), 1 => any_figure()],
        results in proptest::collection::vec(near_observation(), 1..8),
    ) {
        let target = Dated { year: year(2025), value: target };
        let series = series(baseline, Some(target), &results);
        let Some(projection) = project(&series) else { return Ok(()) };
        let down = direction(baseline, target) == Direction::Down;
        let wanted = Ratio::of_micro(target.value.micro().into(), 1).unwrap();
        // Exact: the order of ratios is checked against big rationals in `ratio`.
        let meets = |rule, western| {
            let value = projection.value(rule, year(western)).unwrap();
            if down { value <= wanted } else { value >= wanted }
        };
        let last = FiscalYear::LAST.western();
        for rule in Rule::ALL {
            let met = projection.met_in(rule, baseline, target);
            let slope = projection.changes[rule as usize];
            prop_assert_eq!(met == MetIn::Already, is_met(projection.from.value, baseline, target));
            let towards = slope.and_then(Slope::per_year).map(|change| change.signum() * if down { -1 } else { 1 });
            match met {
                MetIn::Already => {}
                MetIn::TooFew => prop_assert_eq!(slope, None),
                MetIn::Never => {
                    prop_assert!(towards.unwrap() <= 0);
                    prop_assert!(!meets(rule, last));
                }
                MetIn::BeyondSight => {
                    prop_assert!(towards.unwrap() > 0);
                    prop_assert!(!meets(rule, last));
                }
                MetIn::Year(found) => {
                    prop_assert!(found > projection.from.year);
                    prop_assert!(meets(rule, found.western()));
                    prop_assert!(!meets(rule, found.western() - 1));
                    prop_assert_eq!(projection.meets(rule, found, baseline, target), Some(true));
                }
            }
        }
    }

    #[test]
    fn a_check_of_a_year_uses_nothing_of_that_year_or_later(
        baseline in proptest::option::of(any_dated()),
        known in proptest::collection::vec(any_observation(), 0..6),
        actual in any_figure(), other in any_figure(),
        later in proptest::collection::vec(any_observation(), 0..4),
    ) {
        let with = |actual, rest: &[Observation]| {
            [&known[..], &[Observation::Published(actual)], rest].concat()
        };
        let at = year(2021 + u16::try_from(known.len()).unwrap());
        let checks = |results: &[Observation]| -> Vec<_> {
            backtest(&series(baseline, None, results)).take_while(|check| check.actual.year <= at).collect()
        };
        let alone = checks(&with(actual, &[]));
        prop_assert_eq!(&alone, &checks(&with(actual, &later)));
        // The years before, alone, give the very band, or none where it has no width.
        let band = project(&series(baseline, None, &known))
            .and_then(|projection| projection.band(at))
            .filter(|(low, high)| low < high);
        let found = alone.iter().find(|check| check.actual.year == at);
        prop_assert_eq!(found.map(|check| (check.low, check.high)), band);
        // Another result in the year itself moves no band, only where it lies.
        let changed = checks(&with(other, &later));
        let bands = |checks: &[Check]| checks.iter().map(|check| (check.low, check.high)).collect::<Vec<_>>();
        prop_assert_eq!(bands(&alone), bands(&changed));
    }
}
