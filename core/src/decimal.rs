//! A decimal number as a document prints it: exact, and remembering how many decimals were printed.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::{cmp::Ordering, fmt, hash::Hash, hash::Hasher, str::FromStr};

/// How many decimals a [`Decimal`] prints. An enum, so that `Option<Decimal>` needs no extra word:
/// the columns of a large dataset stay small.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
enum Decimals {
    D0,
    D1,
    D2,
    D3,
    D4,
    D5,
    D6,
}

impl Decimals {
    const ALL: [Self; 7] = [
        Self::D0,
        Self::D1,
        Self::D2,
        Self::D3,
        Self::D4,
        Self::D5,
        Self::D6,
    ];

    fn new(count: u8) -> Option<Self> {
        Self::ALL.get(usize::from(count)).copied()
    }
}

/// A figure: a whole number of millionths, so that sums, differences and comparisons are exact and
/// need no alignment. `52.0` and `52` are equal, and print differently.
///
/// At most 6 decimals and at most 10¹² in size, which keeps every formula of [`crate::progress`]
/// inside 128 bits.
///
/// ```
/// use michishirube_core::decimal::{Decimal, DecimalError};
///
/// let rate: Decimal = "52.0".parse()?;
/// assert_eq!(rate.to_string(), "52.0");
/// assert_eq!(rate, "52".parse()?);
///
/// // Only the plain form of files; what people type goes through `input::number`.
/// assert_eq!("7,468".parse::<Decimal>(), Err(DecimalError::NotANumber));
/// # Ok::<(), DecimalError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Decimal {
    micro: i64,
    decimals: Decimals,
}

/// Millionths in one.
pub const MICRO: i64 = 1_000_000;
/// The largest size a [`Decimal`] may have, in ones.
pub const LIMIT: i64 = 1_000_000_000_000;
/// The most decimals a [`Decimal`] may have.
pub const MAX_DECIMALS: u8 = 6;

/// Why a text is not a [`Decimal`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalError {
    /// Nothing was written.
    Empty,
    /// Something other than an optional minus, digits and one point.
    NotANumber,
    /// More than [`MAX_DECIMALS`] decimals.
    TooManyDecimals,
    /// Larger than [`LIMIT`].
    TooLarge,
}

impl Decimal {
    /// Zero, printed without decimals.
    pub const ZERO: Self = Self {
        micro: 0,
        decimals: Decimals::D0,
    };

    /// `mantissa` ÷ 10^`decimals`.
    ///
    /// # Errors
    /// [`DecimalError::TooManyDecimals`] or [`DecimalError::TooLarge`].
    pub fn new(mantissa: i64, decimals: u8) -> Result<Self, DecimalError> {
        let decimals_kept = Decimals::new(decimals).ok_or(DecimalError::TooManyDecimals)?;
        mantissa
            .checked_mul(10_i64.pow(u32::from(MAX_DECIMALS - decimals)))
            .filter(|micro| micro.unsigned_abs() <= LIMIT.unsigned_abs() * MICRO.unsigned_abs())
            .map(|micro| Self {
                micro,
                decimals: decimals_kept,
            })
            .ok_or(DecimalError::TooLarge)
    }

    /// The figure in millionths.
    #[must_use]
    pub const fn micro(self) -> i64 {
        self.micro
    }

    /// How many decimals it prints.
    #[must_use]
    pub const fn decimals(self) -> u8 {
        self.decimals as u8
    }

    /// The digits it prints, as a whole number: 1159.6 → 11596.
    #[must_use]
    pub const fn mantissa(self) -> i64 {
        self.micro / 10_i64.pow(MAX_DECIMALS as u32 - self.decimals as u32)
    }

    /// The nearest binary number, for pixels only: never for a printed digit.
    #[must_use]
    #[allow(clippy::cast_precision_loss, reason = "pixels need no more")]
    pub fn to_f64(self) -> f64 {
        self.micro as f64 / MICRO as f64
    }

    /// Whether it is exactly 0.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.micro == 0
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.micro == other.micro
    }
}
impl Eq for Decimal {}
impl Hash for Decimal {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.micro.hash(state);
    }
}
impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        self.micro.cmp(&other.micro)
    }
}

/// The plain form of files: `-1159.6`, no separators, no unit.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.micro < 0 { "-" } else { "" };
        let digits = self.mantissa().unsigned_abs();
        let places = usize::from(self.decimals());
        if places == 0 {
            return write!(f, "{sign}{digits}");
        }
        let one = 10_u64.pow(u32::from(self.decimals()));
        write!(f, "{sign}{}.{:0places$}", digits / one, digits % one)
    }
}

impl FromStr for Decimal {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Self, DecimalError> {
        if text.is_empty() {
            return Err(DecimalError::Empty);
        }
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = match digits.split_once('.') {
            Some((_, "")) => return Err(DecimalError::NotANumber),
            Some(parts) => parts,
            None => (digits, ""),
        };
        let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !all_digits(whole) || !all_digits(fraction) {
            return Err(DecimalError::NotANumber);
        }
        let places = u8::try_from(fraction.len()).unwrap_or(u8::MAX);
        if places > MAX_DECIMALS {
            return Err(DecimalError::TooManyDecimals);
        }
        let mut mantissa = 0_i64;
        for digit in whole.bytes().chain(fraction.bytes()) {
            mantissa = mantissa
                .checked_mul(10)
                .and_then(|m| m.checked_add(i64::from(digit - b'0')))
                .ok_or(DecimalError::TooLarge)?;
        }
        Self::new(if negative { -mantissa } else { mantissa }, places)
    }
}

/// As text in JSON (no binary rounding on the way), as two small integers in the embedded form.
impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.collect_str(self)
        } else {
            (self.mantissa(), self.decimals()).serialize(serializer)
        }
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            let text = String::deserialize(deserializer)?;
            text.parse()
                .map_err(|_| D::Error::custom("not a decimal number"))
        } else {
            let (mantissa, decimals) = <(i64, u8)>::deserialize(deserializer)?;
            Self::new(mantissa, decimals).map_err(|_| D::Error::custom("decimal out of range"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_optional_observation_costs_no_more_than_the_figure() {
        assert_eq!(size_of::<Option<Decimal>>(), size_of::<Decimal>());
    }

    #[test]
    fn prints_the_decimals_of_the_source() {
        for text in ["52.0", "1159.6", "-0.5", "0", "113600", "0.000001"] {
            assert_eq!(
                text.parse::<Decimal>().map(|d| d.to_string()),
                Ok(text.to_owned())
            );
        }
        assert_eq!("52.0".parse::<Decimal>(), "52".parse());
    }

    #[test]
    fn refuses_what_is_not_plain() {
        for (text, error) in [
            ("", DecimalError::Empty),
            ("-", DecimalError::NotANumber),
            (".5", DecimalError::NotANumber),
            ("5.", DecimalError::NotANumber),
            ("1,000", DecimalError::NotANumber),
            ("1e3", DecimalError::NotANumber),
            ("+1", DecimalError::NotANumber),
            ("1.0000000", DecimalError::TooManyDecimals),
            ("1000000000001", DecimalError::TooLarge),
            ("99999999999999999999999", DecimalError::TooLarge),
        ] {
            assert_eq!(text.parse::<Decimal>(), Err(error), "{text}");
        }
    }

    proptest! {
        #[test]
        fn text_and_number_are_one(mantissa in -1_000_000_000_000_i64..=1_000_000_000_000, decimals in 0_u8..=6) {
            let figure = Decimal::new(mantissa, decimals).unwrap();
            prop_assert_eq!(figure.to_string().parse::<Decimal>().unwrap().to_string(), figure.to_string());
            let bytes = postcard::to_allocvec(&figure).unwrap();
            prop_assert_eq!(postcard::from_bytes::<Decimal>(&bytes).unwrap().to_string(), figure.to_string());
        }
    }
}
