//! 見込み: where three simple rules would take the latest result. Never a promise.

use super::difference;
use crate::{dataset::Series, fiscal_year::FiscalYear, model::Dated, ratio::Ratio};

/// How the coming years are supposed to go. Each rule gives one yearly change, applied from the
/// latest result on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The mean yearly change since the baseline goes on.
    MeanSinceBaseline,
    /// Last year's change repeats itself.
    LastChange,
    /// The slope of the straight line closest to baseline and results (least squares) goes on.
    LeastSquares,
}

impl Rule {
    /// Every rule, in the order they are explained.
    pub const ALL: [Self; 3] = [
        Self::MeanSinceBaseline,
        Self::LastChange,
        Self::LeastSquares,
    ];
}

/// The yearly changes the rules give, from the latest result on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Projection {
    /// Where it starts: y* and a(y*).
    pub from: Dated,
    /// The yearly change by each rule of [`Rule::ALL`], in the indicator's unit; `None` where the
    /// data are too few for the rule.
    pub changes: [Option<Slope>; 3],
}

/// A yearly change: `micro` millionths in `years` years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slope {
    micro: i128,
    years: i128,
}

impl Slope {
    fn new(micro: i128, years: i128) -> Option<Self> {
        (years > 0).then_some(Self { micro, years })
    }

    /// The change per year.
    #[must_use]
    pub fn per_year(self) -> Option<Ratio> {
        Ratio::of_micro(self.micro, self.years)
    }
}

impl Projection {
    /// What a rule expects of a year from the latest result's on.
    #[must_use]
    pub fn value(&self, rule: Rule, year: FiscalYear) -> Option<Ratio> {
        let slope = self.changes[rule as usize]?;
        let ahead = year.since(self.from.year);
        if ahead < 0 {
            return None;
        }
        Ratio::of_micro(
            i128::from(self.from.value.micro()) * slope.years + slope.micro * i128::from(ahead),
            slope.years,
        )
    }

    /// The lowest and the highest value the rules expect of a year.
    #[must_use]
    pub fn band(&self, year: FiscalYear) -> Option<(Ratio, Ratio)> {
        let values = || {
            Rule::ALL
                .into_iter()
                .filter_map(|rule| self.value(rule, year))
        };
        values().min().zip(values().max())
    }
}

/// Applies the three rules; `None` without any result.
#[must_use]
pub fn project(series: &Series<'_>) -> Option<Projection> {
    let from = series.latest()?;
    let baseline = series.baseline.filter(|point| point.year < from.year);
    let mean = baseline.and_then(|baseline| {
        Slope::new(
            difference(from.value, baseline.value),
            from.year.since(baseline.year).into(),
        )
    });
    let last = baseline
        .into_iter()
        .chain(series.published())
        .rfind(|point| from.year.since(point.year) == 1)
        .and_then(|before| Slope::new(difference(from.value, before.value), 1));
    Some(Projection {
        from,
        changes: [mean, last, least_squares(baseline, series)],
    })
}

/// The slope of the regression line through baseline and results; at least three points, since two
/// are the mean change over again.
fn least_squares(baseline: Option<Dated>, series: &Series<'_>) -> Option<Slope> {
    let first = baseline
        .map(|point| point.year)
        .or_else(|| series.published().next().map(|point| point.year))?;
    let (mut n, mut x_sum, mut xx_sum, mut y_sum, mut xy_sum) = (0, 0, 0, 0, 0);
    let after_baseline = series
        .published()
        .filter(|point| baseline.is_none_or(|baseline| point.year > baseline.year));
    for point in baseline.into_iter().chain(after_baseline) {
        let x = i128::from(point.year.since(first));
        let y = i128::from(point.value.micro());
        n += 1;
        x_sum += x;
        xx_sum += x * x;
        y_sum += y;
        xy_sum += x * y;
    }
    if n < 3 {
        return None;
    }
    Slope::new(n * xy_sum - x_sum * y_sum, n * xx_sum - x_sum * x_sum)
}
