//! An exact quotient, and its one rounding.
//!
//! Not a general rational type: quotients are never reduced and never multiplied with each other,
//! because a rate is one division of two sums. That keeps a rate at one division, which a general
//! type pays with a greatest common divisor each time.

use crate::decimal::{Decimal, MICRO};
use std::{cmp::Ordering, num::NonZero};

/// `num` ÷ `den`, exact. `den` is positive; that it is not 0 the type says, so that an optional rate
/// costs no more than the rate.
#[derive(Clone, Copy, Debug)]
pub struct Ratio {
    num: i128,
    den: NonZero<i128>,
}

/// A quotient after rounding: `mantissa` ÷ 10^`decimals`. Any size, for printing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rounded {
    /// The digits as a whole number.
    pub mantissa: i128,
    /// How many of them stand behind the point.
    pub decimals: u8,
}

impl Ratio {
    /// `num` ÷ `den`; `None` when `den` is 0.
    #[must_use]
    pub const fn new(num: i128, den: i128) -> Option<Self> {
        if den < 0 {
            Self::over(-num, -den)
        } else {
            Self::over(num, den)
        }
    }

    /// `num` ÷ `den`, which is not negative; `None` when it is 0.
    pub(crate) const fn over(num: i128, den: i128) -> Option<Self> {
        match NonZero::new(den) {
            None => None,
            Some(den) => Some(Self { num, den }),
        }
    }

    /// `micro` millionths in so many years; `None` where there are none.
    pub(crate) fn over_years(micro: i128, years: i32) -> Option<Self> {
        Self::over(micro, (i64::from(years.max(0)) * MICRO).into())
    }

    /// `num` millionths ÷ `den`: a figure per year, for example.
    pub(crate) const fn of_micro(num: i128, den: i128) -> Option<Self> {
        Self::new(num, den * MICRO as i128)
    }

    const fn den(self) -> i128 {
        self.den.get()
    }

    /// Rounded half away from zero, as 四捨五入 and a spreadsheet's ROUND do.
    #[must_use]
    pub fn round(self, decimals: u8) -> Rounded {
        let scaled = self.num * 10_i128.pow(u32::from(decimals));
        // The 64-bit division is several times faster in WebAssembly; most figures fit.
        let (quotient, twice_rest, den) = match (i64::try_from(scaled), i64::try_from(self.den())) {
            (Ok(n), Ok(d)) => (
                i128::from(n / d),
                i128::from(n % d).unsigned_abs() * 2,
                d.unsigned_abs().into(),
            ),
            _ => (
                scaled / self.den(),
                (scaled % self.den()).unsigned_abs() * 2,
                self.den().unsigned_abs(),
            ),
        };
        let away = i128::from(twice_rest >= den) * scaled.signum();
        Rounded {
            mantissa: quotient + away,
            decimals,
        }
    }

    /// Rounded up or down, never to the nearest: for a figure that has to reach another.
    #[must_use]
    pub fn round_toward(self, decimals: u8, up: bool) -> Rounded {
        let scaled = self.num * 10_i128.pow(u32::from(decimals));
        let mantissa = if up {
            -(-scaled).div_euclid(self.den())
        } else {
            scaled.div_euclid(self.den())
        };
        Rounded { mantissa, decimals }
    }

    /// ×100, rounded: the printed per cent.
    #[must_use]
    pub fn percent(self, decimals: u8) -> Rounded {
        let Rounded { mantissa, .. } = self.round(decimals + 2);
        Rounded { mantissa, decimals }
    }

    /// Rounded to a figure that can be edited and kept; `None` when it is too large for one.
    #[must_use]
    pub fn to_decimal(self, decimals: u8) -> Option<Decimal> {
        let rounded = self.round(decimals);
        Decimal::new(i64::try_from(rounded.mantissa).ok()?, decimals).ok()
    }

    /// −1, 0 or 1.
    #[must_use]
    pub const fn signum(self) -> i128 {
        self.num.signum()
    }

    /// Compared with a whole number of per cents.
    #[must_use]
    pub fn cmp_percent(self, percent: i64) -> Ordering {
        (self.num * 100).cmp(&(self.den() * i128::from(percent)))
    }

    /// Which of these limits, in per cent, it is at or above.
    pub(crate) fn reaches(self, [a, b, c]: [i64; 3]) -> [bool; 3] {
        // A product of 128 bits is several times slower in WebAssembly; most figures need none. A
        // negative limit takes the long way, too.
        let small_limits = (a | b | c).cast_unsigned() < 1 << FACTOR_BITS;
        match (narrow(self.num), narrow(self.den())) {
            (Some(num), Some(den)) if small_limits => {
                let reaches = |limit: i64| num * 100 >= den * limit;
                [reaches(a), reaches(b), reaches(c)]
            }
            _ => {
                let reaches = |limit: i64| self.cmp_percent(limit).is_ge();
                [reaches(a), reaches(b), reaches(c)]
            }
        }
    }

    /// The nearest binary number, for pixels only.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "pixels need no more")]
    pub fn to_f64(self) -> f64 {
        self.num as f64 / self.den() as f64
    }
}

/// Factors of so many bits leave a [`narrow`] number in 64 bits.
const FACTOR_BITS: u32 = 10;

/// The number in 64 bits, with room for a factor.
fn narrow(number: i128) -> Option<i64> {
    i64::try_from(number)
        .ok()
        .filter(|narrow| narrow.unsigned_abs() < 1 << (63 - FACTOR_BITS))
}

/// The product, exact: two multiplications of 64 bits, which WebAssembly has, in place of the general
/// one of 128.
pub(crate) fn times(number: i64, factor: i32) -> i128 {
    let factor = i64::from(factor);
    let (high, low) = (number >> 32, number & 0xffff_ffff);
    (i128::from(high * factor) << 32) + i128::from(low * factor)
}

impl PartialEq for Ratio {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}
impl Eq for Ratio {}
impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
/// By continued fractions: cross multiplication could overflow.
impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> Ordering {
        let (mut a, mut b) = ((self.num, self.den()), (other.num, other.den()));
        loop {
            let (whole_a, whole_b) = (a.0.div_euclid(a.1), b.0.div_euclid(b.1));
            let (rest_a, rest_b) = (a.0.rem_euclid(a.1), b.0.rem_euclid(b.1));
            if whole_a != whole_b || rest_a == 0 || rest_b == 0 {
                return whole_a
                    .cmp(&whole_b)
                    .then((rest_a != 0).cmp(&(rest_b != 0)));
            }
            // rest_a / a.den against rest_b / b.den is the reverse of their reciprocals.
            (a, b) = ((b.1, rest_b), (a.1, rest_a));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use num_bigint::BigInt;
    use num_rational::BigRational;
    use proptest::prelude::*;

    #[test]
    fn halves_go_away_from_zero() {
        for (num, den, expected) in [
            (5, 2, 3),
            (-5, 2, -3),
            (1, 3, 0),
            (2, 3, 1),
            (-1, 2, -1),
            (0, 7, 0),
        ] {
            assert_eq!(
                Ratio::new(num, den).unwrap().round(0).mantissa,
                expected,
                "{num}/{den}"
            );
        }
    }

    #[test]
    fn an_optional_rate_costs_no_more_than_the_rate() {
        assert_eq!(size_of::<Option<Ratio>>(), size_of::<Ratio>());
    }

    /// Numbers on both sides of where the short way ends.
    fn any_number() -> impl Strategy<Value = i128> {
        prop_oneof![
            -10_i128.pow(27)..10_i128.pow(27),
            -300_i128..300,
            (0_u32..90, -2_i128..=2).prop_map(|(bits, near)| (1 << bits) + near),
            (0_u32..90, -2_i128..=2).prop_map(|(bits, near)| near - (1 << bits)),
        ]
    }

    fn any_limit() -> impl Strategy<Value = i64> {
        prop_oneof![
            0_i64..=1000,
            1020_i64..1030,
            any::<i32>().prop_map(i64::from)
        ]
    }

    proptest! {
        #[test]
        fn order_and_rounding_agree_with_big_rationals(
            a in -10_i128.pow(27)..10_i128.pow(27), b in 1_i128..10_i128.pow(24),
            c in -10_i128.pow(27)..10_i128.pow(27), d in 1_i128..10_i128.pow(24),
        ) {
            let big = |n: i128, d: i128| BigRational::new(BigInt::from(n), BigInt::from(d));
            let (x, y) = (Ratio::new(a, b).unwrap(), Ratio::new(c, d).unwrap());
            prop_assert_eq!(x.cmp(&y), big(a, b).cmp(&big(c, d)));
            // BigRational rounds half away from zero as well.
            let rounded = (big(a, b) * BigInt::from(1000)).round().to_integer();
            prop_assert_eq!(BigInt::from(x.percent(1).mantissa), rounded);
        }

        #[test]
        fn the_short_way_to_a_limit_says_what_the_long_way_says(
            num in any_number(), den in any_number(), limits in [any_limit(), any_limit(), any_limit()],
        ) {
            if let Some(ratio) = Ratio::new(num, den) {
                let long = limits.map(|limit| ratio.cmp_percent(limit).is_ge());
                prop_assert_eq!(ratio.reaches(limits), long);
            }
        }

        #[test]
        fn a_product_in_two_parts_is_the_product(
            number in prop_oneof![any::<i64>(), Just(i64::MIN), Just(i64::MAX)],
            factor in prop_oneof![any::<i32>(), Just(i32::MIN), Just(i32::MAX)],
        ) {
            prop_assert_eq!(times(number, factor), i128::from(number) * i128::from(factor));
        }
    }
}
