//! The load of `cargo xtask bench`: every figure of very many indicators, computed anew. Knows no
//! clock; times.mjs holds the watch.
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
    dataset::Dataset,
    fiscal_year::FiscalYear,
    model::Observation,
    progress::{Attainment, Band, Method, OfficialRate, Pace, Progress, evaluate, project},
    ratio::Ratio,
};
use std::{
    cell::{Cell, RefCell},
    hint::black_box,
};

thread_local! {
    static DATASET: RefCell<Option<Dataset>> = const { RefCell::new(None) };
    static BANDS: Cell<[u32; BANDS_IN_ALL]> = const { Cell::new([0; BANDS_IN_ALL]) };
}

const BANDS_IN_ALL: usize = 8;

/// Makes `count` indicators, the same ones every time.
#[unsafe(no_mangle)]
pub extern "C" fn prepare(count: u32) {
    DATASET.set(Some(dataset(count)));
}

/// Computes every figure of every indicator, as a page would that showed them all, and counts the
/// bands. This is what is timed.
#[unsafe(no_mangle)]
pub extern "C" fn evaluate_all() {
    let mut bands = [0; BANDS_IN_ALL];
    each(|dataset, method, indicator| {
        let progress = evaluate(&dataset.series(indicator), method);
        // The figures are nobody's here; they are computed all the same.
        let progress = black_box(&progress);
        bands[progress.band as usize] += 1;
    });
    BANDS.set(bands);
}

/// Draws the three rules of the projection for every indicator.
#[unsafe(no_mangle)]
pub extern "C" fn project_all() {
    each(|dataset, _, indicator| {
        black_box(&project(&dataset.series(indicator)));
    });
}

/// How many indicators had a band when [`evaluate_all`] last ran.
#[unsafe(no_mangle)]
pub extern "C" fn band_count(band: u32) -> u32 {
    BANDS.get().get(band as usize).copied().unwrap_or_default()
}

/// A number made of every printed figure of every indicator: the same in the browser as natively, or
/// the browser computes something else. Not timed.
#[unsafe(no_mangle)]
pub extern "C" fn digest() -> u64 {
    let mut digest = Digest(0xcbf2_9ce4_8422_2325);
    each(|dataset, method, indicator| {
        digest.progress(&evaluate(&dataset.series(indicator), method));
    });
    digest.0
}

fn each(mut work: impl FnMut(&Dataset, &Method, michishirube_core::model::IndicatorId)) {
    let Ok(reporting_year) = FiscalYear::try_from(REPORTING_YEAR) else {
        return;
    };
    let method = Method::standard(reporting_year);
    DATASET.with_borrow(|dataset| {
        for dataset in dataset {
            for indicator in dataset.indicator_ids() {
                work(dataset, &method, indicator);
            }
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
        match ratio {
            Some(ratio) => self.number(ratio.round(6).mantissa),
            None => self.number(i128::MAX),
        }
    }

    fn progress(&mut self, progress: &Progress) {
        self.number(progress.band as i128);
        self.number(progress.met.map_or(2, i128::from));
        self.number(progress.latest.map_or(0, |latest| {
            i128::from(latest.value.micro()) << 16 | i128::from(latest.year.western())
        }));
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
