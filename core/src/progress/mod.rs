//! The KPI arithmetic: how far an indicator has come, from its baseline, target and results.
//!
//! | figure | rule |
//! |---|---|
//! | 進捗率 [`OfficialRate`] | a(reporting year) ÷ t × 100 |
//! | 参考値 [`Progress::reference`] | the same with the latest result, while the reporting year is pending |
//! | 達成率 [`Attainment`] | (a − b) ÷ (t − b) × 100 |
//! | 期待値 [`expected`] | b + (t − b)(y − yb) ÷ (yt − yb) |
//! | pace [`Pace`] | (a − b) ÷ (expected − b) × 100 |
//! | 必要な伸び [`Progress::needed_per_year`] | (t − a(y*)) ÷ (yt − y*) |
//! | 目標に届く年度 [`Projection::met_in`] | y* + ⌈(t − a(y*)) ÷ s⌉, s a rule's yearly change |
//! | あてはまり [`Fit`] | years with a(y) in the band drawn from the years before y ÷ years with a band |
//!
//! with b, yb the baseline and its year, t, yt the target and its year, a(y) the result of a year
//! and y* the latest year with a result. Every quotient stays exact ([`Ratio`]) until it is printed.

mod backtest;
mod goal;
mod projection;

pub use backtest::{Check, Fit, backtest};
pub use goal::{Goal, Reach, Wanted, reach, target_on_pace};
pub use projection::{MetIn, Projection, Rule, Slope, project};

use crate::{
    dataset::Series,
    decimal::{Decimal, MICRO},
    fiscal_year::FiscalYear,
    model::{Dated, Observation},
    ratio::{Ratio, times},
};
use serde::{Deserialize, Serialize};

/// Where the bands begin, in per cent of the expected pace (茨城県's rule by default).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BandLimits {
    /// A from here.
    pub a: i64,
    /// B from here.
    pub b: i64,
    /// C from here; D below.
    pub c: i64,
}

impl Default for BandLimits {
    fn default() -> Self {
        Self {
            a: 100,
            b: 80,
            c: 50,
        }
    }
}

/// How an indicator is judged, and how finely its rates are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Method {
    /// The year whose result 進捗率 is made of.
    pub reporting_year: FiscalYear,
    /// Where the bands begin.
    pub bands: BandLimits,
    /// How far below its target a 維持型 may stay and still count as kept, in per cent of the target.
    pub tolerance: Decimal,
    /// With how many decimals rates are printed. It changes nothing that is computed.
    pub decimals: u8,
}

impl Method {
    /// The paper prints rates with one decimal.
    pub const DECIMALS: u8 = 1;

    /// The usual bands, for the year a review reports on.
    #[must_use]
    pub fn standard(reporting_year: FiscalYear) -> Self {
        Self {
            reporting_year,
            bands: BandLimits::default(),
            tolerance: Decimal::ZERO,
            decimals: Self::DECIMALS,
        }
    }
}

/// 進捗率: the paper's own rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfficialRate {
    /// a ÷ t.
    Rate(Ratio),
    /// 集計中, printed 「—」.
    Pending,
    /// No entry for the reporting year.
    NoResult,
    /// No target, or a target of 0.
    Undefined,
}

impl OfficialRate {
    /// The quotient, where there is one.
    #[must_use]
    pub const fn ratio(self) -> Option<Ratio> {
        match self {
            Self::Rate(ratio) => Some(ratio),
            _ => None,
        }
    }
}

/// 達成率: what part of the way from baseline to target is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attainment {
    /// (a − b) ÷ (t − b); below 0 when worse than the baseline.
    Rate(Ratio),
    /// 維持型 (t = b): no way to go; met or not.
    Maintain {
        /// (a − t) ÷ t; `None` for a target of 0.
        shortfall: Option<Ratio>,
    },
    /// No result, target or baseline.
    Undefined,
}

impl Attainment {
    /// The quotient, where there is one.
    #[must_use]
    pub const fn ratio(self) -> Option<Ratio> {
        match self {
            Self::Rate(ratio) => Some(ratio),
            _ => None,
        }
    }
}

/// How the latest result compares with an even advance from baseline to target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// (a − b) ÷ (expected − b).
    Rate(Ratio),
    /// 維持型: no advance is expected.
    Maintain,
    /// No result after the baseline, or nothing to compare it with.
    Undefined,
}

/// 判定.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Band {
    /// At the expected pace or ahead.
    A,
    /// 80 % of it.
    B,
    /// 50 % of it.
    C,
    /// Less.
    D,
    /// 後退: worse than the baseline.
    Behind,
    /// 維持型, kept.
    Kept,
    /// 維持型, not kept.
    NotKept,
    /// No result to judge.
    Unknown,
}

/// Everything the page says of an indicator's progress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// 進捗率 of the reporting year.
    pub official: OfficialRate,
    /// 参考値: a(y*) ÷ t, with its year, while the reporting year has no result.
    pub reference: Option<(FiscalYear, Ratio)>,
    /// y* and a(y*).
    pub latest: Option<Dated>,
    /// 達成率 of the latest result.
    pub attainment: Attainment,
    /// 期待値 in the year of the latest result.
    pub expected: Option<Ratio>,
    /// The latest result against it.
    pub pace: Pace,
    /// The judgement.
    pub band: Band,
    /// Whether the latest result reaches the target, on the exact figures and without any tolerance.
    pub met: Option<bool>,
    /// 必要な年あたりの伸び, in the indicator's unit.
    pub needed_per_year: Option<Ratio>,
    /// How all this was computed, and how it is to be printed: wherever the figures go, it goes along.
    pub method: Method,
}

impl Progress {
    /// 進捗率, or its 参考値 while there is none.
    #[must_use]
    pub fn shown_rate(&self) -> Option<Ratio> {
        let reference = self.reference.map(|(_, rate)| rate);
        self.official.ratio().or(reference)
    }

    /// Whether a 維持型 counts as kept only thanks to the tolerance.
    #[must_use]
    pub fn is_tolerated(&self) -> bool {
        self.band == Band::Kept && self.met == Some(false)
    }

    /// The same, printed with other decimals: to be compared with another as it is printed.
    #[must_use]
    pub const fn printed_with(mut self, decimals: u8) -> Self {
        self.method.decimals = decimals;
        self
    }
}

/// Which way the target lies from the baseline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// t > b, or no baseline to tell.
    Up,
    /// t < b.
    Down,
    /// t = b.
    Maintain,
}

/// Which way the target lies from the baseline; up where there is no baseline.
#[must_use]
pub fn direction(baseline: Option<Dated>, target: Dated) -> Direction {
    match baseline.map(|baseline| target.value.cmp(&baseline.value)) {
        Some(std::cmp::Ordering::Less) => Direction::Down,
        Some(std::cmp::Ordering::Equal) => Direction::Maintain,
        Some(std::cmp::Ordering::Greater) | None => Direction::Up,
    }
}

/// Whether a result reaches the target. 維持型 is kept at the target or above it.
#[must_use]
pub fn is_met(result: Decimal, baseline: Option<Dated>, target: Dated) -> bool {
    baseline.map_or(result >= target.value, |baseline| {
        let Advance { gone, way } = Advance::of(result, baseline, target);
        gone >= way
    })
}

/// Computes every figure of an indicator.
///
/// 新規高卒者管内企業就職率 (001), which the paper prints as 81.4 % although it fell below where it
/// began:
///
/// ```
/// use michishirube_core::{
///     dataset::Series,
///     fiscal_year::FiscalYear,
///     format,
///     model::{Dated, Observation},
///     progress::{Band, Method, evaluate},
/// };
///
/// let dated = |year: &str, value: &str| -> Option<Dated> {
///     Some(Dated { year: year.parse().ok()?, value: value.parse().ok()? })
/// };
/// let results = ["59.5", "60.3", "52.0"].map(|value| {
///     value.parse().map_or(Observation::Absent, Observation::Published)
/// });
/// let series = Series {
///     baseline: dated("2020", "60.9"),
///     target: dated("2024", "63.9"),
///     first_year: FiscalYear::try_from(2021)?,
///     results: &results,
/// };
/// let method = Method::standard(FiscalYear::try_from(2023)?);
/// let progress = evaluate(&series, &method);
/// assert_eq!(format::percent_or_none(progress.official.ratio()), "81.4%");
/// assert_eq!(format::percent_or_none(progress.attainment.ratio()), "−296.7%");
/// assert_eq!(progress.band, Band::Behind);
/// assert_eq!(progress.met, Some(false));
/// # Ok::<(), michishirube_core::fiscal_year::YearOutOfRange>(())
/// ```
#[must_use]
pub fn evaluate(series: &Series<'_>, method: &Method) -> Progress {
    let official = official_rate(series, method.reporting_year);
    let Some(latest) = series.latest() else {
        return Progress {
            official,
            reference: None,
            latest: None,
            attainment: Attainment::Undefined,
            expected: None,
            pace: Pace::Undefined,
            band: Band::Unknown,
            met: None,
            needed_per_year: None,
            method: *method,
        };
    };
    let target = series.target;
    let pace = pace(latest, series);
    let met = target.map(|target| is_met(latest.value, series.baseline, target));
    Progress {
        official,
        reference: match (official, target) {
            (OfficialRate::Pending | OfficialRate::NoResult, Some(target)) => {
                share(latest.value, target.value).map(|rate| (latest.year, rate))
            }
            _ => None,
        },
        latest: Some(latest),
        attainment: attainment(latest.value, series.baseline, target),
        expected: expected(series, latest.year),
        pace,
        band: band(pace, method.bands, || {
            target.is_some_and(|target| is_kept(latest.value, target.value, method.tolerance))
        }),
        met,
        needed_per_year: target.and_then(|target| {
            Ratio::over_years(
                difference(target.value, latest.value).into(),
                target.year.since(latest.year),
            )
        }),
        method: *method,
    }
}

/// 進捗率: the result of `year` ÷ target.
#[must_use]
pub fn official_rate(series: &Series<'_>, year: FiscalYear) -> OfficialRate {
    match (series.observation(year), series.target) {
        (Observation::Pending, _) => OfficialRate::Pending,
        (Observation::Absent, _) => OfficialRate::NoResult,
        (Observation::Published(_), None) => OfficialRate::Undefined,
        (Observation::Published(result), Some(target)) => {
            share(result, target.value).map_or(OfficialRate::Undefined, OfficialRate::Rate)
        }
    }
}

/// 達成率 of a result.
#[must_use]
pub fn attainment(result: Decimal, baseline: Option<Dated>, target: Option<Dated>) -> Attainment {
    let (Some(baseline), Some(target)) = (baseline, target) else {
        return Attainment::Undefined;
    };
    let Advance { gone, way } = Advance::of(result, baseline, target);
    Ratio::over(gone.into(), way.into()).map_or_else(
        || Attainment::Maintain {
            shortfall: Ratio::over(gone.into(), target.value.micro().abs().into()),
        },
        Attainment::Rate,
    )
}

/// 期待値: where an even advance from baseline to target stands in a year. It goes on beyond the
/// target's year at the same pace; before the baseline's year there is none.
#[must_use]
pub fn expected(series: &Series<'_>, year: FiscalYear) -> Option<Ratio> {
    let (baseline, target) = series.baseline.zip(series.target)?;
    let (elapsed, whole) = (year.since(baseline.year), target.year.since(baseline.year));
    if elapsed < 0 || whole <= 0 {
        return None;
    }
    Ratio::over_years(
        times(baseline.value.micro(), whole)
            + times(difference(target.value, baseline.value), elapsed),
        whole,
    )
}

/// The result of a year against the 期待値 of that year.
#[must_use]
pub fn pace(result: Dated, series: &Series<'_>) -> Pace {
    let Some((baseline, target)) = series.baseline.zip(series.target) else {
        return Pace::Undefined;
    };
    let whole = target.year.since(baseline.year);
    let elapsed = result.year.since(baseline.year);
    let Advance { gone, way } = Advance::of(result.value, baseline, target);
    if way == 0 {
        return Pace::Maintain;
    }
    if whole <= 0 || elapsed <= 0 {
        return Pace::Undefined;
    }
    Ratio::over(times(gone, whole), times(way, elapsed)).map_or(Pace::Undefined, Pace::Rate)
}

/// What is done and what was to be done, in millionths, both counted towards the target.
#[derive(Clone, Copy)]
struct Advance {
    gone: i64,
    way: i64,
}

impl Advance {
    fn of(result: Decimal, baseline: Dated, target: Dated) -> Self {
        let gone = difference(result, baseline.value);
        let way = difference(target.value, baseline.value);
        let towards = if way < 0 { -1 } else { 1 };
        Self {
            gone: gone * towards,
            way: way * towards,
        }
    }
}

/// Whether a 維持型 counts as kept: at its target or above it, or not further below than tolerated.
pub(crate) fn is_kept(result: Decimal, target: Decimal, tolerance: Decimal) -> bool {
    let whole_percent = i128::from(MICRO) * 100;
    let missing = i128::from(difference(target, result)) * whole_percent;
    missing <= i128::from(target.micro()).abs() * i128::from(tolerance.micro())
}

fn band(pace: Pace, limits: BandLimits, is_kept: impl FnOnce() -> bool) -> Band {
    match pace {
        Pace::Maintain if is_kept() => Band::Kept,
        Pace::Maintain => Band::NotKept,
        Pace::Rate(rate) if rate.signum() < 0 => Band::Behind,
        Pace::Rate(rate) => match rate.reaches([limits.a, limits.b, limits.c]) {
            [true, _, _] => Band::A,
            [_, true, _] => Band::B,
            [_, _, true] => Band::C,
            _ => Band::D,
        },
        Pace::Undefined => Band::Unknown,
    }
}

/// a ÷ t, exact; `None` for a target of 0.
fn share(result: Decimal, target: Decimal) -> Option<Ratio> {
    Ratio::new(result.micro().into(), target.micro().into())
}

/// a − b in millionths. A figure has at most 10¹⁸ of them, so two fit in 64 bits.
fn difference(a: Decimal, b: Decimal) -> i64 {
    a.micro() - b.micro()
}

#[cfg(test)]
mod tests;
