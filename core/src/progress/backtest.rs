//! あてはまり: the projection held against the years already past. Knows no target and no words.

use super::project;
use crate::{dataset::Series, fiscal_year::FiscalYear, model::Dated, ratio::Ratio};

/// What the rules would have expected of a past year, and what came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Check {
    /// The year and its result.
    pub actual: Dated,
    /// The lowest value the rules expected.
    pub low: Ratio,
    /// The highest.
    pub high: Ratio,
    /// Whether the result lay between them, the edges included, before rounding.
    pub hit: bool,
}

/// How often the results lay in the band.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fit {
    /// The years whose result did.
    pub hit: u32,
    /// The years that could be checked.
    pub checked: u32,
}

impl Fit {
    /// Fewer years than this make no share.
    pub const ENOUGH: u32 = 3;

    /// Counts the checks of a series.
    #[must_use]
    pub fn of(series: &Series<'_>) -> Self {
        backtest(series).fold(Self::default(), |fit, check| Self {
            hit: fit.hit + u32::from(check.hit),
            checked: fit.checked + 1,
        })
    }

    /// hit ÷ checked; `None` for too few years.
    #[must_use]
    pub fn share(self) -> Option<Ratio> {
        (self.checked >= Self::ENOUGH)
            .then(|| Ratio::new(self.hit.into(), self.checked.into()))
            .flatten()
    }
}

/// Checks every year with a result for which the rules, applied to the years before it alone, give
/// a band.
///
/// Where the rules agree there is no band: a single value is missed by any result but one, which
/// says nothing of a width. So two rules drawn from the same two figures do not count, nor does one
/// alone, nor a series that has never moved.
pub fn backtest(series: &Series<'_>) -> impl Iterator<Item = Check> {
    series.published().filter_map(|actual| {
        let (low, high) = project(&before(series, actual.year)?)?.band(actual.year)?;
        let value = Ratio::of_micro(actual.value.micro().into(), 1)?;
        (low < high).then(|| Check {
            actual,
            low,
            high,
            hit: low <= value && value <= high,
        })
    })
}

/// What was known before a year. A baseline of that year or later falls away by itself, since the
/// rules only look at one before their latest result.
fn before<'a>(series: &Series<'a>, year: FiscalYear) -> Option<Series<'a>> {
    let known = usize::try_from(year.since(series.first_year)).ok()?;
    Some(Series {
        results: series.results.get(..known)?,
        ..*series
    })
}
