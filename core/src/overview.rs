//! The few figures of the first page.

use crate::{
    dataset::Dataset,
    model::IndicatorId,
    progress::{Band, Method, OfficialRate, Pace, evaluate},
};

/// The review at a glance. Rows count as the paper counts them, 再掲 included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// Rows of the review's list of indicators.
    pub rows: usize,
    /// Rows whose 進捗率 is over 90 %.
    pub rows_over_90: usize,
    /// Rows that are 集計中 in the reporting year.
    pub rows_pending: usize,
    /// Distinct indicators with results.
    pub reported: Vec<IndicatorId>,
    /// Distinct indicators whose latest result is worse than the baseline.
    pub below_baseline: Vec<IndicatorId>,
    /// What needs attention most, worst first: behind or far from the expected pace.
    pub attention: Vec<IndicatorId>,
}

/// Computes the overview from the official figures.
#[must_use]
pub fn overview(dataset: &Dataset, method: &Method) -> Overview {
    let progress = |indicator| evaluate(&dataset.series(indicator), method);
    let rows: Vec<_> = dataset
        .review_listings()
        .map(|listing| progress(listing.indicator).official)
        .collect();
    let reported: Vec<_> = dataset
        .indicator_ids()
        .filter(|indicator| dataset.is_reported(*indicator))
        .collect();
    let below_baseline = reported
        .iter()
        .copied()
        .filter(|indicator| {
            let band = progress(*indicator).band;
            matches!(band, Band::Behind | Band::NotKept)
        })
        .collect();
    let mut attention: Vec<(IndicatorId, Pace)> = Vec::new();
    for indicator in &reported {
        let progress = progress(*indicator);
        let needs_attention = matches!(
            progress.band,
            Band::C | Band::D | Band::Behind | Band::NotKept
        );
        if needs_attention {
            let at = attention.partition_point(|(_, other)| !is_worse(progress.pace, *other));
            attention.insert(at, (*indicator, progress.pace));
        }
    }
    Overview {
        rows: rows.len(),
        rows_over_90: rows
            .iter()
            .filter_map(|official| official.ratio())
            .filter(|rate| rate.cmp_percent(90).is_gt())
            .count(),
        rows_pending: rows
            .iter()
            .filter(|official| **official == OfficialRate::Pending)
            .count(),
        reported,
        below_baseline,
        attention: attention
            .into_iter()
            .map(|(indicator, _)| indicator)
            .collect(),
    }
}

/// Whether one pace is further behind than another; 維持型 has none and comes last.
fn is_worse(pace: Pace, other: Pace) -> bool {
    match (pace, other) {
        (Pace::Rate(pace), Pace::Rate(other)) => pace < other,
        (Pace::Rate(_), _) => true,
        _ => false,
    }
}
