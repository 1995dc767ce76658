//! Indicators that nobody measured: as many as wanted, each drawn from its number alone.

use michishirube_core::{
    dataset::Dataset,
    decimal::Decimal,
    fiscal_year::FiscalYear,
    model::{Appearances, Dated, DocumentId, Indicators, Observation, Programs, RowId, Tags},
    texts::Texts,
};

/// The year whose results are reported; two more follow, of which few are known.
pub const REPORTING_YEAR: u16 = 2023;
/// The first year of the results.
const FIRST_YEAR: u16 = 2019;
/// How many years of results each indicator has.
const YEARS: u16 = 7;

/// A dataset of `count` indicators and nothing else.
pub fn dataset(count: u32) -> Dataset {
    let mut indicators = Indicators {
        slugs: Texts::default(),
        names: Texts::default(),
        units: Texts::default(),
        baselines: Vec::with_capacity(count as usize),
        targets: Vec::with_capacity(count as usize),
        documents: Vec::new(),
        sections: Texts::default(),
        notes: Texts::default(),
        first_year: year(FIRST_YEAR),
        year_count: YEARS,
        results: Vec::with_capacity(count as usize * usize::from(YEARS)),
    };
    for number in 0..count {
        // The rows are counted by their names.
        indicators.names.push("");
        let mut dice = Dice(u64::from(number));
        let (baseline, target) = ends(&mut dice);
        indicators
            .results
            .extend(results(&mut dice, baseline, target));
        indicators
            .baselines
            .push((!dice.one_in(24)).then_some(baseline));
        indicators
            .targets
            .push((!dice.one_in(24)).then_some(target));
    }
    Dataset {
        documents: Vec::new(),
        areas: Vec::new(),
        subprefectures: Vec::new(),
        municipalities: Vec::new(),
        categories: Vec::new(),
        sdg_names: Vec::new(),
        projects: Vec::new(),
        programs: Programs::default(),
        appearances: Appearances::default(),
        tags: Tags::default(),
        indicators,
        listings: Vec::new(),
        review: DocumentId::new(0),
        reporting_year: year(REPORTING_YEAR),
        policy: DocumentId::new(0),
    }
}

/// Baseline and target: rising, falling, the same, negative, with few digits or very many.
fn ends(dice: &mut Dice) -> (Dated, Dated) {
    let decimals = dice.below(7).min(dice.below(7));
    // Up to a billion as a rule, a few up to the largest figure there can be.
    let digits = if dice.one_in(50) {
        18
    } else {
        1 + dice.below(9) + decimals
    };
    let size = 10_i64.pow(digits.min(12 + decimals));
    let mut baseline = dice.up_to(size);
    let mut target = match dice.below(16) {
        0 | 1 => baseline,
        2..=5 => baseline - dice.up_to(baseline),
        6 => 0,
        _ => baseline + dice.up_to(size - baseline),
    };
    if dice.one_in(12) {
        (baseline, target) = (-baseline, -target);
    }
    let figure = |mantissa| Decimal::new(mantissa, decimals as u8).unwrap_or(Decimal::ZERO);
    (
        Dated {
            year: year(2018 + dice.below(4) as u16),
            value: figure(baseline),
        },
        Dated {
            year: year(2023 + dice.below(4) as u16),
            value: figure(target),
        },
    )
}

/// A walk from the baseline, mostly towards the target, with years that are 集計中 or have no entry.
fn results(dice: &mut Dice, baseline: Dated, target: Dated) -> Vec<Observation> {
    let decimals = baseline.value.decimals();
    let (start, way) = (
        baseline.value.mantissa(),
        target.value.mantissa() - baseline.value.mantissa(),
    );
    // A part of the way each year, in 32nds; an even advance is about six. Who need not move wavers.
    let speed = i64::from(dice.below(13)) - 3;
    let step = if way == 0 {
        dice.below(3) as i64 - 1
    } else {
        way / 32 * speed
    };
    let waver = (way / 64).abs();
    (0..YEARS)
        .map(|passed| {
            let known = passed + FIRST_YEAR <= REPORTING_YEAR || dice.one_in(4);
            if !known || dice.one_in(16) {
                return if dice.one_in(2) {
                    Observation::Pending
                } else {
                    Observation::Absent
                };
            }
            let mantissa = start + step * i64::from(passed) + dice.up_to(waver) - waver / 2;
            Decimal::new(mantissa, decimals).map_or(Observation::Absent, Observation::Published)
        })
        .collect()
}

fn year(western: u16) -> FiscalYear {
    FiscalYear::try_from(western).unwrap_or(FiscalYear::LAST)
}

/// SplitMix64: well spread, and the same numbers everywhere.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// One of 0, 1 … `count` − 1.
    fn below(&mut self, count: u32) -> u32 {
        (self.roll() % u64::from(count.max(1))) as u32
    }

    fn one_in(&mut self, count: u32) -> bool {
        self.below(count) == 0
    }

    /// 0 to `most`, both included.
    fn up_to(&mut self, most: i64) -> i64 {
        (self.roll() % (most.unsigned_abs() + 1)) as i64
    }
}
