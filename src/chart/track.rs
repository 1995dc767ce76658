//! The geometry of a track: one indicator in one row, so that all can be seen at once.
//!
//! Every track has one scale, the way from baseline to target: the baseline stands at
//! [`BASELINE`], the target at [`TARGET`], whatever the unit and whether the target lies above or
//! below. Knows no colours and no sizes: places are per cents of the track.

use michishirube_core::{
    dataset::Series,
    progress::{Attainment, Progress},
};

/// Where 達成率 0% stands.
pub const BASELINE: f64 = 20.0;
/// Where 達成率 100% stands.
pub const TARGET: f64 = 80.0;

/// One indicator on its track. All places are per cents from the left.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Track {
    /// The dot: 基準値.
    pub baseline: f64,
    /// The line: 目標値. The same place as the baseline for 維持型.
    pub target: f64,
    /// The bar from the baseline to the latest result; `None` without a result.
    pub bar: Option<Bar>,
}

/// A bar on a track.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// Its left end.
    pub start: f64,
    /// Its length; 0 for a result at the baseline, and for 維持型.
    pub length: f64,
    /// Where the result stands.
    pub result: f64,
    /// Which way it goes.
    pub course: Course,
    /// Whether the result lies off the track, so that the bar ends in an arrow.
    pub beyond: bool,
}

/// Which way a bar goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// Towards the target, or nowhere yet.
    Forward,
    /// To the target or past it.
    Met,
    /// Away from the target: worse than the baseline.
    Backward,
    /// 維持型, kept.
    Kept,
    /// 維持型, not kept.
    NotKept,
}

/// The track of an indicator; `None` where there is no way from a baseline to a target.
pub fn track(series: &Series<'_>, progress: &Progress) -> Option<Track> {
    series.baseline.and(series.target)?;
    let met = progress.met == Some(true);
    let (baseline, bar) = match progress.attainment {
        Attainment::Rate(rate) => {
            let place = BASELINE + rate.to_f64() * (TARGET - BASELINE);
            let result = place.clamp(0.0, 100.0);
            let bar = Bar {
                start: result.min(BASELINE),
                length: (result - BASELINE).abs(),
                result,
                course: match rate.signum() {
                    _ if met => Course::Met,
                    -1 => Course::Backward,
                    _ => Course::Forward,
                },
                beyond: !(0.0..=100.0).contains(&place),
            };
            (BASELINE, Some(bar))
        }
        Attainment::Maintain { .. } => {
            let bar = Bar {
                start: TARGET,
                length: 0.0,
                result: TARGET,
                course: if met { Course::Kept } else { Course::NotKept },
                beyond: false,
            };
            (TARGET, Some(bar))
        }
        Attainment::Undefined => (BASELINE, None),
    };
    Some(Track {
        baseline,
        target: TARGET,
        bar,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixture::{dated, local_employment, method, published};
    use michishirube_core::{progress::evaluate, scenario::Figures};

    fn track_of(figures: &Figures) -> Option<Track> {
        let series = figures.series();
        track(&series, &evaluate(&series, &method()))
    }

    fn bar(baseline: &str, target: &str, result: &str) -> Bar {
        let figures = Figures {
            baseline: Some(dated(2020, baseline)),
            target: Some(dated(2025, target)),
            results: vec![published(result)],
            ..local_employment()
        };
        track_of(&figures).and_then(|track| track.bar).unwrap()
    }

    #[test]
    fn the_bar_runs_from_the_baseline_towards_the_target() {
        let half = bar("10", "20", "15");
        assert_eq!((half.start, half.length), (20.0, 30.0));
        assert_eq!(half.course, Course::Forward);
        // A target below the baseline: down is forward.
        assert_eq!(bar("20", "10", "15"), half);
    }

    #[test]
    fn worse_than_the_baseline_runs_left_and_off_the_track_ends_in_an_arrow() {
        let worse = bar("60.9", "63.9", "60.3");
        assert_eq!(worse.course, Course::Backward);
        assert!(worse.result < BASELINE && worse.start == worse.result && !worse.beyond);
        // −296.7 %
        let far = bar("60.9", "63.9", "52.0");
        assert_eq!((far.start, far.length, far.beyond), (0.0, BASELINE, true));
        // 1504.6 %
        let over = bar("7250", "7468", "10530");
        assert_eq!(
            (over.result, over.beyond, over.course),
            (100.0, true, Course::Met)
        );
    }

    #[test]
    fn a_level_to_be_kept_has_no_way_to_go() {
        let kept = bar("113600", "113600", "113600");
        assert_eq!((kept.length, kept.course), (0.0, Course::Kept));
        assert_eq!(bar("113600", "113600", "113500").course, Course::NotKept);
    }

    #[test]
    fn without_a_result_there_is_no_bar() {
        let mut figures = local_employment();
        figures.results.clear();
        assert_eq!(track_of(&figures).map(|track| track.bar), Some(None));
        figures.target = None;
        assert_eq!(track_of(&figures), None);
    }
}
