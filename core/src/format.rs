//! Figures as people read them: the one place that groups digits and writes signs and units.

use crate::{
    decimal::Decimal,
    language::{Language, spoken},
    progress::{Band, Method, Rule},
    ratio::{Ratio, Rounded},
    words,
};
use std::borrow::Cow;

/// What stands where there is no figure.
pub const NONE: &str = "—";

/// Digits with separators: 1234567, 1 → "123,456.7". Minus is U+2212, as wide as a digit.
#[must_use]
pub fn digits(rounded: Rounded) -> String {
    let Rounded { mantissa, decimals } = rounded;
    let one = 10_u128.pow(u32::from(decimals));
    let (whole, fraction) = (mantissa.unsigned_abs() / one, mantissa.unsigned_abs() % one);
    let whole = whole.to_string();
    let mut text = String::with_capacity(whole.len() * 2 + 4);
    if mantissa < 0 {
        text.push('−');
    }
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if decimals > 0 {
        let places = usize::from(decimals);
        text.push_str(&format!(".{fraction:0places$}"));
    }
    text
}

/// A figure as the source prints it, with separators: "1,159.6".
#[must_use]
pub fn decimal(figure: Decimal) -> String {
    digits(Rounded {
        mantissa: figure.mantissa().into(),
        decimals: figure.decimals(),
    })
}

/// Digits with their unit behind them: "13,000人", "13,000 people", "52.0%".
#[must_use]
pub fn with_unit(digits: &str, unit: &str) -> String {
    if spoken() == Language::Japanese || matches!(unit, "" | "%") {
        return format!("{digits}{unit}");
    }
    if digits.trim_start_matches(['+', '−']) == "1" {
        return format!("{digits} {}", singular(unit));
    }
    format!("{digits} {unit}")
}

/// An English unit of a single one: "people" → "person", "facilities" → "facility". Those of
/// thousands stay.
pub(crate) fn singular(unit: &str) -> Cow<'_, str> {
    if unit.contains("thousand") || unit.contains("million") || unit.starts_with('×') {
        Cow::Borrowed(unit)
    } else if let Some(stem) = unit.strip_suffix("people") {
        Cow::Owned(format!("{stem}person"))
    } else if let Some(stem) = unit.strip_suffix("ies") {
        Cow::Owned(format!("{stem}y"))
    } else {
        Cow::Borrowed(unit.strip_suffix('s').unwrap_or(unit))
    }
}

/// A figure with its unit: "13,000人", "52.0%", "113,600ha".
#[must_use]
pub fn quantity(figure: Decimal, unit: &str) -> String {
    with_unit(&decimal(figure), unit)
}

/// An exact value rounded to a number of decimals, with its unit.
#[must_use]
pub fn rounded_quantity(value: Ratio, decimals: u8, unit: &str) -> String {
    with_unit(&digits(value.round(decimals)), unit)
}

/// A change with its sign always written: "+1,595人", "−8.3ポイント", "±0件".
/// Per cents differ by ポイント, not by %.
#[must_use]
pub fn change(change: Rounded, unit: &str) -> String {
    let unit = if unit == "%" {
        words!("ポイント", "points")
    } else {
        unit
    };
    let sign = match change.mantissa.signum() {
        1 => "+",
        0 => "±",
        _ => "",
    };
    with_unit(&format!("{sign}{}", digits(change)), unit)
}

/// The digits of a per cent: "−296.7".
#[must_use]
pub fn percent_digits(percent: Rounded) -> String {
    digits(percent)
}

/// A rate with one decimal, as the paper prints it: "81.4%".
#[must_use]
pub fn percent(rate: Ratio) -> String {
    percent_to(rate, Method::DECIMALS)
}

/// A rate with as many decimals as a scenario asks for: "81.38%".
#[must_use]
pub fn percent_to(rate: Ratio, decimals: u8) -> String {
    format!("{}%", digits(rate.percent(decimals)))
}

/// Figures and signs as wide as kanji, as the documents set them inside sentences: "令和６年度", "６２．５％".
/// English has no such letters.
#[must_use]
pub fn wide(text: &str) -> String {
    if spoken() == Language::English {
        return text.to_owned();
    }
    text.chars()
        .map(|letter| match letter {
            '!'..='~' => char::from_u32(u32::from(letter) + 0xfee0).unwrap_or(letter),
            other => other,
        })
        .collect()
}

/// A rate, or 「—」.
#[must_use]
pub fn percent_or_none(rate: Option<Ratio>) -> String {
    rate.map_or_else(|| NONE.to_owned(), percent)
}

/// A rate with as many decimals as a scenario asks for, or 「—」.
#[must_use]
pub fn percent_or_none_to(rate: Option<Ratio>, decimals: u8) -> String {
    rate.map_or_else(|| NONE.to_owned(), |rate| percent_to(rate, decimals))
}

/// 千円 as people say it: 115135 → "1億1,513.5万円", "¥115.135 million".
#[must_use]
pub fn yen(thousands: u32) -> String {
    match spoken() {
        Language::Japanese => japanese_yen(thousands),
        Language::English => english_yen(thousands),
    }
}

fn english_yen(thousands: u32) -> String {
    if thousands < 1000 {
        let yen = Rounded {
            mantissa: i128::from(thousands) * 1000,
            decimals: 0,
        };
        return format!("¥{}", digits(yen));
    }
    let millions = money_digits(thousands, Money::TenThousand);
    let millions = millions.trim_end_matches('0').trim_end_matches('.');
    format!("¥{millions} million")
}

fn japanese_yen(thousands: u32) -> String {
    let tens_of_thousands = |thousands: u32| Rounded {
        mantissa: thousands.into(),
        decimals: 1,
    };
    let text = |thousands: u32| {
        let text = digits(tens_of_thousands(thousands));
        text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
    };
    match (thousands / 100_000, thousands % 100_000) {
        (0, 0) => "0円".to_owned(),
        (0, rest) => format!("{}万円", text(rest)),
        (hundred_millions, 0) => format!("{}億円", group(hundred_millions)),
        (hundred_millions, rest) => format!("{}億{}万円", group(hundred_millions), text(rest)),
    }
}

/// In which unit amounts of money are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Money {
    /// 千円, the document's unit.
    #[default]
    Thousand,
    /// 万円; millions of yen in English.
    TenThousand,
}

impl Money {
    /// Every unit, in the order of the page.
    pub const ALL: [Self; 2] = [Self::Thousand, Self::TenThousand];

    /// Its key in links.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Thousand => "sen",
            Self::TenThousand => "man",
        }
    }

    /// Its name on the page.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Thousand => words!("千円", "¥ thousand"),
            Self::TenThousand => words!("万円", "¥ million"),
        }
    }

    /// How many decimals 千円 have in it.
    fn decimals(self) -> u8 {
        match (self, spoken()) {
            (Self::Thousand, _) => 0,
            (Self::TenThousand, Language::Japanese) => 1,
            (Self::TenThousand, Language::English) => 3,
        }
    }

    /// Digits with the unit: "5,715千円", "¥5,715 thousand".
    fn with(self, digits: &str) -> String {
        match (self, spoken()) {
            (_, Language::Japanese) => format!("{digits}{}", self.title()),
            (Self::Thousand, Language::English) => format!("¥{digits} thousand"),
            (Self::TenThousand, Language::English) => format!("¥{digits} million"),
        }
    }
}

/// An amount in 千円 with its unit, exact in either: "5,715千円", "571.5万円"; "¥5,715 thousand",
/// "¥5.715 million".
#[must_use]
pub fn money(thousands: u32, unit: Money) -> String {
    unit.with(&money_digits(thousands, unit))
}

/// The digits of an amount in 千円, for a column whose heading says the unit.
#[must_use]
pub fn money_digits(thousands: u32, unit: Money) -> String {
    digits(Rounded {
        mantissa: thousands.into(),
        decimals: unit.decimals(),
    })
}

/// An exact amount that is not whole 千円, a mean for example: 四捨五入 to the digits of the unit.
#[must_use]
pub fn mean_money(thousands: Ratio, unit: Money) -> String {
    let Rounded { mantissa, .. } = thousands.round(0);
    let rounded = Rounded {
        mantissa,
        decimals: unit.decimals(),
    };
    unit.with(&digits(rounded))
}

/// A whole number with separators.
#[must_use]
pub fn group(number: u32) -> String {
    digits(Rounded {
        mantissa: number.into(),
        decimals: 0,
    })
}

/// A band's sign in tables and badges.
#[must_use]
pub fn band_sign(band: Band) -> &'static str {
    match band {
        Band::A => "A",
        Band::B => "B",
        Band::C => "C",
        Band::D => "D",
        Band::Behind => words!("後退", "Fell back"),
        Band::Kept => words!("維持", "Kept"),
        Band::NotKept => words!("未達", "Not met"),
        Band::Unknown => "—",
    }
}

/// A band in words, by the usual method; [`crate::explain::band_meaning`] by any.
#[must_use]
pub fn band_meaning(band: Band) -> &'static str {
    match band {
        Band::A => words!(
            "目標へのペースどおりか、それ以上",
            "On pace for the target, or ahead of it"
        ),
        Band::B => words!("ペースの80%以上", "At least 80% of the pace"),
        Band::C => words!("ペースの50%以上", "At least 50% of the pace"),
        Band::D => words!("ペースの50%未満", "Less than 50% of the pace"),
        Band::Behind => words!("基準値より後ろ", "Worse than the baseline"),
        Band::Kept => words!("維持する目標を守っている", "The keep-level target is met"),
        Band::NotKept => words!("維持する目標を下回っている", "Below the keep-level target"),
        Band::Unknown => words!("判定できる実績がない", "No result to rate"),
    }
}

/// A projection rule's name.
#[must_use]
pub fn rule_name(rule: Rule) -> &'static str {
    match rule {
        Rule::MeanSinceBaseline => words!(
            "基準年からの平均の伸びが続く",
            "The average growth since the baseline year goes on"
        ),
        Rule::LastChange => words!(
            "直近1年の伸びが続く",
            "The growth of the latest year goes on"
        ),
        Rule::LeastSquares => words!(
            "全期間の傾き（最小二乗法）が続く",
            "The slope over all years (least squares) goes on"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::speak;

    #[test]
    fn digits_are_grouped_and_signs_are_wide() {
        let text = |mantissa, decimals| digits(Rounded { mantissa, decimals });
        assert_eq!(text(1_234_567, 1), "123,456.7");
        assert_eq!(text(-2967, 1), "−296.7");
        assert_eq!(text(999, 0), "999");
        assert_eq!(text(1000, 0), "1,000");
        assert_eq!(text(-5, 1), "−0.5");
    }

    #[test]
    fn money_is_said_in_man_and_oku() {
        for (thousands, text) in [
            (115_135, "1億1,513.5万円"),
            (5_715, "571.5万円"),
            (900, "90万円"),
            (100_000, "1億円"),
            (298, "29.8万円"),
            (0, "0円"),
        ] {
            assert_eq!(yen(thousands), text);
        }
    }

    #[test]
    fn per_cents_differ_by_points() {
        let of = |mantissa, decimals| Rounded { mantissa, decimals };
        assert_eq!(change(of(-83, 1), "%"), "−8.3ポイント");
        assert_eq!(change(of(1595, 0), "人"), "+1,595人");
        assert_eq!(change(of(0, 0), "件"), "±0件");
    }

    #[test]
    fn english_puts_a_space_before_a_word_and_loses_no_yen() {
        speak(Language::English);
        let of = |mantissa, decimals| Rounded { mantissa, decimals };
        assert_eq!(change(of(-83, 1), "%"), "−8.3 points");
        assert_eq!(change(of(1595, 0), "people"), "+1,595 people");
        assert_eq!(change(of(1, 0), "facilities"), "+1 facility");
        assert_eq!(with_unit("1", "people"), "1 person");
        assert_eq!(with_unit("1", "thousand people"), "1 thousand people");
        assert_eq!(with_unit("1.0", "points"), "1.0 points");
        assert_eq!(with_unit("52.0", "%"), "52.0%");
        for (thousands, text) in [
            (115_135, "¥115.135 million"),
            (5_715, "¥5.715 million"),
            (1_000, "¥1 million"),
            (100_000, "¥100 million"),
            (298, "¥298,000"),
            (0, "¥0"),
        ] {
            assert_eq!(yen(thousands), text);
        }
        assert_eq!(money(5_715, Money::Thousand), "¥5,715 thousand");
        assert_eq!(money(5_715, Money::TenThousand), "¥5.715 million");
    }
}
