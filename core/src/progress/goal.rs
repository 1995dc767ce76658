//! 逆算: which result, yearly change or target brings a wanted rate.

use super::difference;
use crate::{dataset::Series, ratio::Ratio};

/// What is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// This 進捗率 (a ÷ t), in whole per cent.
    OfficialRate(i64),
    /// This 達成率 ((a − b) ÷ (t − b)), in whole per cent.
    Attainment(i64),
}

/// The result that brings the wanted rate, and the way there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Goal {
    /// The result, in the indicator's unit.
    pub result: Ratio,
    /// The yearly change from the latest result until the target's year that brings it.
    pub per_year: Option<Ratio>,
    /// The target at which the latest result has exactly the wanted rate; `None` where no target
    /// does (a rate of 0).
    pub target_for_latest: Option<Ratio>,
    /// How the latest result stands to the wanted one.
    pub reach: Reach,
}

/// How the latest result stands to a wanted one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// It is there already.
    Already,
    /// There are years left.
    Ahead,
    /// The target's year is over, or there is no result to start from.
    NoYearsLeft,
}

/// Solves for a wanted rate; `None` without the figures the rule needs.
#[must_use]
pub fn reach(series: &Series<'_>, wanted: Wanted) -> Option<Goal> {
    let target = series.target?;
    let latest = series.latest();
    let t = i128::from(target.value.micro());
    // All in hundredths of millionths: per cent of millionths.
    let (result, up, target_for_latest) = match wanted {
        Wanted::OfficialRate(percent) => {
            let percent = i128::from(percent);
            let target_for_latest = latest.and_then(|latest| {
                Ratio::of_micro(i128::from(latest.value.micro()) * 100, percent)
            });
            (t * percent, t >= 0, target_for_latest)
        }
        Wanted::Attainment(percent) => {
            let baseline = series.baseline?;
            let percent = i128::from(percent);
            let b = i128::from(baseline.value.micro());
            if t == b {
                return None;
            }
            let target_for_latest = latest.and_then(|latest| {
                Ratio::of_micro(
                    b * percent + i128::from(difference(latest.value, baseline.value)) * 100,
                    percent,
                )
            });
            (b * 100 + (t - b) * percent, t > b, target_for_latest)
        }
    };
    let lacking = latest.map(|latest| result - i128::from(latest.value.micro()) * 100);
    let years = latest.map(|latest| i128::from(target.year.since(latest.year)));
    Some(Goal {
        result: Ratio::of_micro(result, 100)?,
        per_year: lacking
            .zip(years)
            .filter(|(_, years)| *years > 0)
            .and_then(|(lacking, years)| Ratio::of_micro(lacking, 100 * years)),
        target_for_latest,
        reach: match (lacking, years) {
            (Some(lacking), _) if (up && lacking <= 0) || (!up && lacking >= 0) => Reach::Already,
            (_, Some(years)) if years > 0 => Reach::Ahead,
            _ => Reach::NoYearsLeft,
        },
    })
}

/// The target at which the latest result stands exactly on the expected pace; `None` without a
/// result after the baseline's year or a target's year after it.
#[must_use]
pub fn target_on_pace(series: &Series<'_>) -> Option<Ratio> {
    let (baseline, target) = series.baseline.zip(series.target)?;
    let latest = series.latest()?;
    let whole = i128::from(target.year.since(baseline.year));
    let elapsed = i128::from(latest.year.since(baseline.year));
    if whole <= 0 || elapsed <= 0 {
        return None;
    }
    Ratio::of_micro(
        i128::from(baseline.value.micro()) * elapsed
            + i128::from(difference(latest.value, baseline.value)) * whole,
        elapsed,
    )
}
