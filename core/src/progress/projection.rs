//! 見込み: where three simple rules would take the latest result. Never a promise.

use super::{Direction, difference, direction, is_met};
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

/// A yearly change, `micro` millionths in `years` years, and what it was drawn from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slope {
    micro: i128,
    years: i128,
    /// The earliest figure the rule looked at.
    pub since: Dated,
    /// How many figures it looked at, from that one to the latest.
    pub points: usize,
}

/// When a rule would meet the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MetIn {
    /// The latest result meets it; no rule is asked.
    Already,
    /// The first year after the latest result whose value meets it.
    Year(FiscalYear),
    /// Only after [`FiscalYear::LAST`].
    BeyondSight,
    /// The rule leads nowhere, or away from it.
    Never,
    /// The data are too few for the rule.
    TooFew,
}

impl Slope {
    fn between(first: Dated, last: Dated) -> Option<Self> {
        let years = last.year.since(first.year).into();
        (years > 0).then(|| Self {
            micro: i128::from(difference(last.value, first.value)),
            years,
            since: first,
            points: 2,
        })
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

    /// Whether the value a rule expects of a year meets the target, before rounding.
    #[must_use]
    pub fn meets(
        &self,
        rule: Rule,
        year: FiscalYear,
        baseline: Option<Dated>,
        target: Dated,
    ) -> Option<bool> {
        let wanted = Ratio::of_micro(target.value.micro().into(), 1)?;
        let value = self.value(rule, year)?;
        Some(match direction(baseline, target) {
            Direction::Down => value <= wanted,
            Direction::Up | Direction::Maintain => value >= wanted,
        })
    }

    /// When the target would be met if a rule went on, by one exact division.
    #[must_use]
    pub fn met_in(&self, rule: Rule, baseline: Option<Dated>, target: Dated) -> MetIn {
        if is_met(self.from.value, baseline, target) {
            return MetIn::Already;
        }
        let Some(slope) = self.changes[rule as usize] else {
            return MetIn::TooFew;
        };
        // Both are counted towards the target, so that a falling target needs no case of its own.
        let towards = match direction(baseline, target) {
            Direction::Down => -1,
            Direction::Up | Direction::Maintain => 1,
        };
        let step = towards * slope.micro;
        if step <= 0 {
            return MetIn::Never;
        }
        let way = towards * i128::from(difference(target.value, self.from.value)) * slope.years;
        // Rounded up: a year that stops short does not meet it. Both numbers are positive here.
        let years = (way + step - 1) / step;
        u16::try_from(i128::from(self.from.year.western()) + years)
            .ok()
            .and_then(|western| FiscalYear::try_from(western).ok())
            .map_or(MetIn::BeyondSight, MetIn::Year)
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
    let mean = baseline.and_then(|baseline| Slope::between(baseline, from));
    let last = baseline
        .into_iter()
        .chain(series.published())
        .rfind(|point| from.year.since(point.year) == 1)
        .and_then(|before| Slope::between(before, from));
    Some(Projection {
        from,
        changes: [mean, last, least_squares(baseline, series)],
    })
}

/// The slope of the regression line through baseline and results; at least three points, since two
/// are the mean change over again.
fn least_squares(baseline: Option<Dated>, series: &Series<'_>) -> Option<Slope> {
    let after_baseline = series
        .published()
        .filter(|point| baseline.is_none_or(|baseline| point.year > baseline.year));
    let mut points = baseline.into_iter().chain(after_baseline).peekable();
    let since = *points.peek()?;
    let (mut count, mut n, mut x_sum, mut xx_sum, mut y_sum, mut xy_sum) = (0, 0, 0, 0, 0, 0);
    for point in points {
        let x = i128::from(point.year.since(since.year));
        let y = i128::from(point.value.micro());
        count += 1;
        n += 1;
        x_sum += x;
        xx_sum += x * x;
        y_sum += y;
        xy_sum += x * y;
    }
    // Three points lie in three years, so that the divisor is above 0.
    (count >= 3).then(|| Slope {
        micro: n * xy_sum - x_sum * y_sum,
        years: n * xx_sum - x_sum * x_sum,
        since,
        points: count,
    })
}
