//! The settings of the method: how a scenario is judged and printed. They are kept with it.

use crate::{
    dataset::Dataset,
    decimal::Decimal,
    fiscal_year::{Era, FiscalYear},
    progress::{BandLimits, Method},
};
use serde::{Deserialize, Serialize};

/// How to compute with a scenario and how to print its rates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Where the bands begin, in per cent of the expected pace.
    #[serde(skip_serializing_if = "is_usual")]
    pub bands: BandLimits,
    /// The year whose result 進捗率 is made of; `None` for the one of the review.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reporting_year: Option<FiscalYear>,
    /// With how many decimals rates are printed.
    #[serde(skip_serializing_if = "is_usual_number")]
    pub decimals: u8,
    /// How far below its target a 維持型 may stay and still count as kept, in per cent of the target.
    #[serde(skip_serializing_if = "is_nothing")]
    pub tolerance: Decimal,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            bands: BandLimits::default(),
            reporting_year: None,
            decimals: Self::DECIMALS,
            tolerance: Decimal::ZERO,
        }
    }
}

fn is_usual(bands: &BandLimits) -> bool {
    *bands == BandLimits::default()
}

#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands in references"
)]
fn is_usual_number(decimals: &u8) -> bool {
    *decimals == Settings::DECIMALS
}

fn is_nothing(tolerance: &Decimal) -> bool {
    tolerance.is_zero()
}

impl Settings {
    /// With how many decimals rates are printed usually.
    pub const DECIMALS: u8 = Method::DECIMALS;
    /// More decimals are no more than noise.
    pub const MOST_DECIMALS: u8 = 3;
    /// No band begins above this many per cent.
    pub const HIGHEST_BAND: i64 = 1000;
    /// No more than the whole target can be tolerated to be missing.
    pub const MOST_TOLERANCE: i64 = 100;

    /// Whether these make sense together: bands that fall, a tolerance of 0–100 %, decimals that are
    /// printed.
    #[must_use]
    pub fn are_sound(&self) -> bool {
        let BandLimits { a, b, c } = self.bands;
        let most = Decimal::new(Self::MOST_TOLERANCE, 0).unwrap_or(Decimal::ZERO);
        Self::HIGHEST_BAND >= a
            && a > b
            && b > c
            && c > 0
            && self.decimals <= Self::MOST_DECIMALS
            && (Decimal::ZERO..=most).contains(&self.tolerance)
    }

    /// The method for the arithmetic.
    #[must_use]
    pub fn method(&self, dataset: &Dataset) -> Method {
        Method {
            reporting_year: self.reporting_year.unwrap_or(dataset.reporting_year),
            bands: self.bands,
            tolerance: self.tolerance,
            decimals: self.decimals,
        }
    }

    /// What is not as usual, in words: 「評価の区切り A 90%以上・B 70%以上・C 40%以上」.
    #[must_use]
    pub fn words(&self, era: Era) -> Vec<String> {
        let usual = Self::default();
        let mut words = Vec::new();
        if self.bands != usual.bands {
            let BandLimits { a, b, c } = self.bands;
            words.push(format!("評価の区切り A {a}%以上・B {b}%以上・C {c}%以上"));
        }
        if let Some(year) = self.reporting_year {
            words.push(format!("進捗率の年度 {}", year.name(era)));
        }
        if self.decimals != usual.decimals {
            words.push(match self.decimals {
                0 => "率の表示 小数なし".to_owned(),
                decimals => format!("率の表示 小数{decimals}けた"),
            });
        }
        if !self.tolerance.is_zero() {
            words.push(format!("維持型の許容 目標の{}%まで", self.tolerance));
        }
        words
    }
}
