//! The geometry of a sparkline: a series in 120 × 32 units, for an inline SVG. Knows no colours.

use michishirube_core::dataset::Series;
use michishirube_core::model::{Dated, Observation};

/// The width of the view box.
pub const WIDTH: f64 = 120.0;
/// The height of the view box.
pub const HEIGHT: f64 = 32.0;
/// `viewBox` of the SVG.
pub const VIEW_BOX: &str = "0 0 120 32";
/// Free on every side, so that dots are not cut.
const MARGIN: f64 = 5.0;

/// A place in the view box.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// A series as a small picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sparkline {
    /// 実績: the `points` of a polyline each; years without a result part them.
    pub lines: Vec<String>,
    /// Results without a neighbour, which no line shows.
    pub alone: Vec<Place>,
    /// The latest result.
    pub latest: Option<Place>,
    /// 基準値.
    pub baseline: Option<Place>,
    /// 目標値, as a level line.
    pub target_y: Option<f64>,
    /// Where the years stand whose results are 集計中.
    pub pending: Vec<f64>,
}

/// The sparkline of a series, from the baseline's year to the target's.
pub fn sparkline(series: &Series<'_>) -> Sparkline {
    let ends = || series.baseline.into_iter().chain(series.target);
    let entered = || {
        series
            .years()
            .filter(|(_, observation)| *observation != Observation::Absent)
    };
    let years = || {
        ends()
            .map(|dated| dated.year)
            .chain(entered().map(|(year, _)| year))
    };
    let (Some(first), Some(last)) = (years().min(), years().max()) else {
        return Sparkline::default();
    };
    let values = || ends().chain(series.published()).map(|dated| dated.value);
    let (lowest, highest) = (
        values().min().map_or(0.0, |value| value.to_f64()),
        values().max().map_or(0.0, |value| value.to_f64()),
    );
    let x = |year: michishirube_core::fiscal_year::FiscalYear| {
        MARGIN + part(year.since(first).into(), last.since(first).into()) * (WIDTH - 2.0 * MARGIN)
    };
    let y = |value: f64| {
        HEIGHT - MARGIN - part(value - lowest, highest - lowest) * (HEIGHT - 2.0 * MARGIN)
    };
    let place = |dated: Dated| Place {
        x: tenth(x(dated.year)),
        y: tenth(y(dated.value.to_f64())),
    };

    let results: Vec<Dated> = series.published().collect();
    let mut lines = Vec::new();
    let mut alone = Vec::new();
    for run in results.chunk_by(|before, after| after.year.since(before.year) == 1) {
        match run {
            [one] => alone.push(place(*one)),
            run => {
                let points = run.iter().map(|dated| {
                    let Place { x, y } = place(*dated);
                    format!("{x},{y}")
                });
                lines.push(points.collect::<Vec<_>>().join(" "));
            }
        }
    }
    Sparkline {
        lines,
        alone,
        latest: series.latest().map(place),
        baseline: series.baseline.map(place),
        target_y: series.target.map(|target| place(target).y),
        pending: series
            .years()
            .filter(|(_, observation)| *observation == Observation::Pending)
            .map(|(year, _)| tenth(x(year)))
            .collect(),
    }
}

/// What part of a whole; the middle where the whole is nothing.
fn part(of: f64, whole: f64) -> f64 {
    if whole > 0.0 { of / whole } else { 0.5 }
}

/// Short numbers in the page.
fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixture::{local_employment, published};
    use michishirube_core::scenario::Figures;

    #[test]
    fn runs_from_the_baselines_year_to_the_targets() {
        let figures = local_employment();
        let line = sparkline(&figures.series());
        // 60.9 in 2020, 59.5, 60.3, 52.0, and 63.9 in 2024.
        assert_eq!(line.baseline.map(|place| place.x), Some(5.0));
        assert_eq!(line.target_y, Some(5.0));
        assert_eq!(line.latest, Some(Place { x: 87.5, y: 27.0 }));
        assert_eq!(line.lines, ["32.5,13.1 60,11.7 87.5,27"]);
        assert_eq!(line.alone, []);
    }

    #[test]
    fn a_year_without_a_result_parts_the_line() {
        let mut figures = local_employment();
        figures.results = vec![published("59.5"), Observation::Pending, published("52.0")];
        let line = sparkline(&figures.series());
        assert_eq!(line.lines, Vec::<String>::new());
        assert_eq!(line.alone.len(), 2);
        assert_eq!(line.pending, [60.0]);
    }

    #[test]
    fn nothing_to_draw_is_empty_and_a_level_series_is_in_the_middle() {
        let mut figures = local_employment();
        figures.results = vec![published("60.9"); 3];
        figures.target = figures.baseline;
        let level = sparkline(&figures.series());
        assert_eq!(level.target_y, Some(16.0));
        figures = Figures {
            baseline: None,
            target: None,
            results: vec![],
            ..figures
        };
        assert_eq!(sparkline(&figures.series()), Sparkline::default());
    }
}
