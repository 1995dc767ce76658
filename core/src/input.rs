//! Numbers as people type them: full-width digits, commas, 億・万・千 (million, thousand), a unit behind.

use crate::{
    decimal::{Decimal, DecimalError},
    format::singular,
    sentence, words,
};

/// Why a typed text is not a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InputError {
    /// Nothing was typed.
    Empty,
    /// These characters are not part of a number.
    Unexpected(String),
    /// A comma that does not stand before groups of three digits.
    MisplacedComma,
    /// More than 6 decimals.
    TooManyDecimals,
    /// Beyond ±10¹².
    TooLarge,
    /// A year outside 1989–2100.
    YearOutOfRange,
    /// The target's year does not come after the baseline's.
    YearNotAfterBaseline,
}

impl InputError {
    /// What to tell the person: what is wrong and what to do.
    #[must_use]
    pub fn message(&self) -> String {
        match self {
            Self::Empty => words!(
                "数字を入れてください。公式の値に戻すには「戻す」を使います。",
                "Enter a number. To go back to the official figure, use “Reset”."
            ),
            Self::Unexpected(text) => {
                return sentence!(
                    "「{text}」は数字として読めません。例：13,000 や 1.3万 のように入れてください。",
                    "“{text}” cannot be read as a number. Enter it like this: 13,000 or 13 thousand."
                );
            }
            Self::MisplacedComma => words!(
                "カンマの位置が3けたごとになっていません。小数点は「.」を使ってください。",
                "Commas must stand before every three digits. Use “.” as the decimal point."
            ),
            Self::TooManyDecimals => words!(
                "小数は6けたまで入れられます。",
                "Enter no more than 6 decimals."
            ),
            Self::TooLarge => words!(
                "大きすぎる数です。1兆までの数を入れてください。",
                "This number is too large. Enter a number up to 1 trillion (1,000,000,000,000)."
            ),
            Self::YearOutOfRange => words!(
                "年度は 2025 や R7、令和7 のように、平成元年度から2100年度までで入れてください。",
                "Enter the fiscal year like this: 2025, R7 or Reiwa 7. It must be from 1989 to 2100."
            ),
            Self::YearNotAfterBaseline => words!(
                "目標年度は、基準年度より後の年度にしてください。",
                "The target year must come after the baseline year."
            ),
        }
        .to_owned()
    }
}

impl From<DecimalError> for InputError {
    fn from(error: DecimalError) -> Self {
        match error {
            DecimalError::Empty => Self::Empty,
            DecimalError::NotANumber => Self::Unexpected(String::new()),
            DecimalError::TooManyDecimals => Self::TooManyDecimals,
            DecimalError::TooLarge => Self::TooLarge,
        }
    }
}

/// Reads a number in `unit` (人, 千人, 万人, %, thousand people …).
///
/// A unit behind the number is understood: in a field in 千人, "7,468", "7,468千人", "7468千" and
/// "746.8万人" are the same. Without a unit 億, 万 and 千 multiply, and so do million and thousand:
/// "1.3万" is 13000.
///
/// ```
/// use michishirube_core::input::{InputError, number};
///
/// assert_eq!(number("１３，０００人", "人").map(|figure| figure.to_string()), Ok("13000".to_owned()));
/// assert_eq!(number("1.3万", "人"), number("13000", "人"));
/// assert_eq!(number("746.8万人", "千人"), number("7,468千人", "千人"));
/// assert_eq!(number("1,30", "人"), Err(InputError::MisplacedComma));
/// ```
///
/// # Errors
/// Says what cannot be read, and where.
pub fn number(text: &str, unit: &str) -> Result<Decimal, InputError> {
    let typed = narrow(text);
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(InputError::Empty);
    }
    let (unit_scale, base) = split_unit(unit);
    let Some((sign, exponent)) = unit_scale else {
        let bare = typed.strip_suffix(unit);
        let bare = bare.or_else(|| typed.strip_suffix(&*singular(unit)));
        return scaled(bare.unwrap_or(typed).trim_end(), 0);
    };
    let bare = typed.strip_suffix(base).map(str::trim_end);
    match (bare, bare.unwrap_or(typed).strip_suffix(sign)) {
        // The scale stands behind, as in the field: "7468千人".
        (_, Some(number)) if power_free(number) => scaled(number.trim_end(), 0),
        // All of it counts single ones: "746.8万人", "1億2000万人", "1億2000万".
        (Some(number), _) => scaled(number, -exponent),
        (None, Some(_)) => scaled(typed, -exponent),
        (None, None) => scaled(typed, 0),
    }
}

/// Reads a fiscal year: "2025", "FY2025", "R7", "令和7年度", "令和7", "Reiwa 7", "平成30年度", "7" is not
/// one.
///
/// # Errors
/// [`InputError::Empty`] or [`InputError::YearOutOfRange`].
pub fn fiscal_year(text: &str) -> Result<crate::fiscal_year::FiscalYear, InputError> {
    let typed = narrow(text).to_ascii_uppercase();
    let typed = typed.trim().trim_end_matches("年度").trim_end_matches('年');
    if typed.is_empty() {
        return Err(InputError::Empty);
    }
    let typed = typed.strip_prefix("FY").unwrap_or(typed).trim_start();
    let eras = [
        ("令和", 2018),
        ("REIWA", 2018),
        ("R", 2018),
        ("平成", 1988),
        ("HEISEI", 1988),
        ("H", 1988),
    ];
    let era = eras
        .iter()
        .find_map(|(name, before)| Some((typed.strip_prefix(name)?.trim_start(), *before)));
    let (digits, before) = era.unwrap_or((typed, 0));
    let digits = if digits == "元" { "1" } else { digits };
    digits
        .parse::<u16>()
        .ok()
        .filter(|year| before == 0 || *year > 0)
        .and_then(|year| year.checked_add(before))
        .and_then(|western| western.try_into().ok())
        .ok_or(InputError::YearOutOfRange)
}

/// Full-width digits and signs to ASCII ones; spaces between digits go.
fn narrow(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            '−' | '‐' | '–' | '—' | 'ー' | '▲' | '△' => '-',
            '、' => ',',
            '。' | '・' => '.',
            '\u{3000}' => ' ',
            other => other,
        })
        .collect()
}

/// What multiplies, the largest first, and by which power of ten. The units in English write 万 as "× 10,000".
const SCALES: [(&str, i8); 6] = [
    ("億", 8),
    ("million", 6),
    ("万", 4),
    ("× 10,000", 4),
    ("千", 3),
    ("thousand", 3),
];

/// 千人 → ((千, 3), 人), "thousand people" → ((thousand, 3), people).
fn split_unit(unit: &str) -> (Option<(&'static str, i8)>, &str) {
    SCALES
        .into_iter()
        .find_map(|scale| Some((Some(scale), unit.strip_prefix(scale.0)?.trim_start())))
        .unwrap_or((None, unit))
}

/// A number with 億・万・千 and the like, times 10^`exponent`.
fn scaled(text: &str, exponent: i8) -> Result<Decimal, InputError> {
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let mut rest = text;
    let mut parts: Vec<(Decimal, i8)> = Vec::new();
    for (sign, power) in SCALES {
        if let Some((before, after)) = rest.split_once(sign) {
            if before.trim().is_empty() {
                return Err(InputError::Unexpected(text.to_owned()));
            }
            parts.push((plain(before.trim())?, power));
            rest = after.trim_start();
        }
    }
    if !rest.is_empty() || parts.is_empty() {
        parts.push((plain(rest)?, 0));
    }
    // In units of 10^-12, so that a 万 under 千 never loses a digit.
    let mut micro_micro = 0_i128;
    for (figure, power) in parts {
        let shift = u32::try_from(6 + power + exponent).map_err(|_| InputError::TooManyDecimals)?;
        micro_micro += i128::from(figure.micro()) * 10_i128.pow(shift);
    }
    if negative {
        micro_micro = -micro_micro;
    }
    let mut decimals = 12_u8;
    while decimals > 0 && micro_micro % 10 == 0 {
        micro_micro /= 10;
        decimals -= 1;
    }
    if decimals == 0 || power_free(text) {
        // As typed: 52.0 keeps its decimal.
        if exponent == 0 && power_free(text) {
            let figure = plain(text)?;
            let mantissa = if negative {
                -figure.mantissa()
            } else {
                figure.mantissa()
            };
            return Ok(Decimal::new(mantissa, figure.decimals())?);
        }
    }
    let mantissa = i64::try_from(micro_micro).map_err(|_| InputError::TooLarge)?;
    Ok(Decimal::new(mantissa, decimals)?)
}

fn power_free(text: &str) -> bool {
    !SCALES.iter().any(|(sign, _)| text.contains(sign))
}

/// Digits with or without commas, and decimals.
fn plain(text: &str) -> Result<Decimal, InputError> {
    let whole = text.split('.').next().unwrap_or_default();
    if whole.contains(',') {
        let mut groups = whole.split(',');
        let first = groups.next().unwrap_or_default();
        if first.is_empty() || first.len() > 3 || groups.any(|group| group.len() != 3) {
            return Err(InputError::MisplacedComma);
        }
    }
    if text
        .split('.')
        .nth(1)
        .is_some_and(|part| part.contains(','))
    {
        return Err(InputError::MisplacedComma);
    }
    let bare: String = text.chars().filter(|c| *c != ',').collect();
    bare.parse::<Decimal>().map_err(|error| match error {
        DecimalError::NotANumber | DecimalError::Empty => InputError::Unexpected(text.to_owned()),
        other => other.into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str, unit: &str) -> Result<String, InputError> {
        number(text, unit).map(|figure| figure.to_string())
    }

    #[test]
    fn numbers_are_read_as_people_type_them() {
        for (text, unit, expected) in [
            ("13000", "人", "13000"),
            ("１３，０００", "人", "13000"),
            ("13,000人", "人", "13000"),
            ("1.3万", "人", "13000"),
            ("1万3千", "人", "13000"),
            ("1万3000", "人", "13000"),
            ("２億", "円", "200000000"),
            ("52.0", "%", "52.0"),
            ("５２．０％", "%", "52.0"),
            ("−8.3", "%", "-8.3"),
            ("▲8.3", "%", "-8.3"),
            ("7,468千人", "千人", "7468"),
            ("7468千", "千人", "7468"),
            ("746.8万人", "千人", "7468"),
            ("7468000人", "千人", "7468"),
            ("1,278万人", "万人", "1278"),
            ("1278万", "万人", "1278"),
            ("1億2000万人", "万人", "12000"),
            ("1億2000万", "万人", "12000"),
            ("1万3千人", "千人", "13"),
            ("1,159.6", "万人", "1159.6"),
            ("79.9万kW", "万kW", "79.9"),
            ("13 thousand", "people", "13000"),
            ("1.3 million people", "people", "1300000"),
            ("1 facility", "facilities", "1"),
            ("7,468 thousand people", "thousand people", "7468"),
            ("7468 thousand", "thousand people", "7468"),
            ("7468000 people", "thousand people", "7468"),
            ("7.468 million people", "thousand people", "7468"),
            ("1,278 × 10,000 people", "× 10,000 people", "1278"),
            ("12.78 million people", "× 10,000 people", "1278"),
            ("10,000", "× 10,000 people", "10000"),
            ("5 × 10,000", "people", "50000"),
            (" 20 ", "カ所", "20"),
        ] {
            assert_eq!(
                read(text, unit).as_deref(),
                Ok(expected),
                "{text} in {unit}"
            );
        }
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        for (text, error) in [
            ("", InputError::Empty),
            ("　", InputError::Empty),
            ("多い", InputError::Unexpected("多い".to_owned())),
            ("12abc", InputError::Unexpected("12abc".to_owned())),
            ("1,5", InputError::MisplacedComma),
            ("1,30,000", InputError::MisplacedComma),
            ("1.2345678", InputError::TooManyDecimals),
            ("99999億", InputError::TooLarge),
            ("万", InputError::Unexpected("万".to_owned())),
        ] {
            assert_eq!(read(text, "人"), Err(error), "{text}");
        }
    }

    #[test]
    fn fiscal_years_are_read_in_both_eras() {
        for (text, western) in [
            ("2025", 2025),
            ("R7", 2025),
            ("ｒ７", 2025),
            ("令和7年度", 2025),
            ("令和元年度", 2019),
            ("平成30", 2018),
            ("FY2025", 2025),
            ("Reiwa 7", 2025),
            ("Heisei 30", 2018),
        ] {
            assert_eq!(
                fiscal_year(text).map(crate::fiscal_year::FiscalYear::western),
                Ok(western),
                "{text}"
            );
        }
        for text in ["7", "2101", "R0", "来年"] {
            assert_eq!(fiscal_year(text), Err(InputError::YearOutOfRange), "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "\\PC*", unit in "(千|万|× 10,000 |thousand )?(人|%|people)?") {
            let _ = number(&text, &unit);
            let _ = fiscal_year(&text);
        }

        #[test]
        fn what_is_printed_can_be_typed(mantissa in -1_000_000_000_000_i64..=1_000_000_000_000, decimals in 0_u8..=6) {
            let figure = Decimal::new(mantissa, decimals).unwrap();
            let printed = crate::format::quantity(figure, "千人");
            prop_assert_eq!(read(&printed, "千人"), Ok(figure.to_string()));
        }
    }
}
