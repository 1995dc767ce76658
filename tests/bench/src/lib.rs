//! The load of `cargo xtask bench`: every figure of very many indicators, computed anew. Knows no
//! clock; evaluate.mjs holds the watch.
//!
//! Its functions are called from JavaScript by plain names and with plain numbers, so that there is
//! no glue to time.

#![allow(
    unsafe_code,
    reason = "an exported name is an unsafe attribute; there is no unsafe block"
)]

mod indicators;

use indicators::{REPORTING_YEAR, dataset};
use michishirube_core::{
    dataset::{Dataset, Series},
    fiscal_year::FiscalYear,
    progress::{Attainment, Method, OfficialRate, Pace, Progress, evaluate, project},
    ratio::Ratio,
};
use std::{
    cell::{Cell, RefCell},
    hint::black_box,
};

/// How many bands there are.
const BANDS: usize = 8;

thread_local! {
    static DATASET: RefCell<Option<Dataset>> = const { RefCell::new(None) };
    static COUNTED: Cell<[u32; BANDS]> = const { Cell::new([0; BANDS]) };
}

/// Makes `count` indicators, the same ones every time.
#[unsafe(no_mangle)]
pub extern "C" fn prepare(count: u32) {
    DATASET.set(Some(dataset(count)));
}

/// Computes every figure of every indicator, as a page would that showed them all, and counts the
/// bands.
#[unsafe(no_mangle)]
pub extern "C" fn evaluate_all() {
    let mut counted = [0; BANDS];
    each(|series, method| {
        // Nobody reads the figures here; they are computed and written all the same.
        let progress = evaluate(series, method);
        let progress = black_box(&progress);
        counted[progress.band as usize] += 1;
    });
    COUNTED.set(counted);
}

/// Draws the three rules of the projection for every indicator.
#[unsafe(no_mangle)]
pub extern "C" fn project_all() {
    each(|series, _| {
        black_box(&project(series));
    });
}

/// How many indicators had a band (in the order of the type) when [`evaluate_all`] last ran.
#[unsafe(no_mangle)]
pub extern "C" fn counted(band: u32) -> u32 {
    COUNTED
        .get()
        .get(band as usize)
        .copied()
        .unwrap_or_default()
}

/// A number made of every figure of every indicator.
#[unsafe(no_mangle)]
pub extern "C" fn digest() -> u64 {
    let mut digest = Digest(0xcbf2_9ce4_8422_2325);
    each(|series, method| digest.progress(&evaluate(series, method)));
    digest.0
}

/// [`digest`] of the first 2,000 indicators, as the native test has it: where the browser finds
/// another, it does not compute what is tested.
#[unsafe(no_mangle)]
pub extern "C" fn expected_digest() -> u64 {
    0x0559_bbed_296c_7d0a
}

fn each(mut work: impl FnMut(&Series<'_>, &Method)) {
    let Ok(reporting_year) = FiscalYear::try_from(REPORTING_YEAR) else {
        return;
    };
    let method = Method::standard(reporting_year);
    DATASET.with_borrow(|dataset| {
        let Some(dataset) = dataset else { return };
        for indicator in dataset.indicator_ids() {
            work(&dataset.series(indicator), &method);
        }
    });
}

/// 64-bit FNV-1a over numbers.
struct Digest(u64);

impl Digest {
    fn number(&mut self, number: i128) {
        for byte in number.to_le_bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn ratio(&mut self, ratio: Option<Ratio>) {
        self.number(ratio.map_or(i128::MAX, |ratio| ratio.round(6).mantissa));
    }

    fn progress(&mut self, progress: &Progress) {
        self.number(progress.band as i128);
        self.number(progress.met.map_or(2, i128::from));
        if let Some(latest) = progress.latest {
            self.number(latest.year.western().into());
            self.number(latest.value.micro().into());
        }
        self.number(match progress.official {
            OfficialRate::Rate(_) => 0,
            OfficialRate::Pending => 1,
            OfficialRate::NoResult => 2,
            OfficialRate::Undefined => 3,
        });
        self.ratio(progress.official.ratio());
        self.ratio(progress.reference.map(|(_, rate)| rate));
        match progress.attainment {
            Attainment::Rate(rate) => self.ratio(Some(rate)),
            Attainment::Maintain { shortfall } => self.ratio(shortfall),
            Attainment::Undefined => self.number(1),
        }
        self.ratio(progress.expected);
        match progress.pace {
            Pace::Rate(rate) => self.ratio(Some(rate)),
            Pace::Maintain => self.number(0),
            Pace::Undefined => self.number(1),
        }
        self.ratio(progress.needed_per_year);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use michishirube_core::model::Observation;

    #[test]
    fn the_figures_are_those_the_browser_is_held_against() {
        prepare(2000);
        assert_eq!(digest(), expected_digest());
    }

    #[test]
    fn every_band_and_every_kind_of_figure_occurs() {
        prepare(2000);
        evaluate_all();
        let all: Vec<_> = (0..8).map(|band| counted(band)).collect();
        assert_eq!(all.iter().sum::<u32>(), 2000);
        assert!(all.iter().all(|count| *count > 20), "{all:?}");

        let mut seen = [false; 9];
        each(|series, _| {
            seen[0] |= series.baseline.is_none();
            seen[1] |= series.target.is_none();
            if let Some((baseline, target)) = series.baseline.zip(series.target) {
                seen[2] |= target.value == baseline.value;
                seen[3] |= target.value < baseline.value;
                seen[4] |= target.value.is_zero();
                seen[5] |= target.value.micro() > 1 << 55;
                seen[6] |= baseline.value.micro() < 0;
            }
            seen[7] |= series.results.contains(&Observation::Pending);
            seen[8] |= series.results.contains(&Observation::Absent);
        });
        assert_eq!(seen, [true; 9]);
    }
}
