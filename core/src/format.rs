//! Figures as people read them: the one place that groups digits and writes signs and units.

use crate::{
    decimal::Decimal,
    fiscal_year::Era,
    progress::{Band, Method, Rule},
    ratio::{Ratio, Rounded},
    scenario::Value,
};

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

/// A figure with its unit: "13,000人", "52.0%", "113,600ha".
#[must_use]
pub fn quantity(figure: Decimal, unit: &str) -> String {
    format!("{}{unit}", decimal(figure))
}

/// A figure of the draft with its unit, or a year: "13,000人", 「令和7年度」.
#[must_use]
pub fn value(value: Value, unit: &str, era: Era) -> String {
    match value {
        Value::Figure(figure) => quantity(figure, unit),
        Value::Year(year) => year.name(era),
    }
}

/// An exact value rounded to a number of decimals, with its unit.
#[must_use]
pub fn rounded_quantity(value: Ratio, decimals: u8, unit: &str) -> String {
    format!("{}{unit}", digits(value.round(decimals)))
}

/// A change with its sign always written: "+1,595人", "−8.3ポイント", "±0件".
/// Per cents differ by ポイント, not by %.
#[must_use]
pub fn change(change: Rounded, unit: &str) -> String {
    let unit = if unit == "%" { "ポイント" } else { unit };
    let sign = match change.mantissa.signum() {
        1 => "+",
        0 => "±",
        _ => "",
    };
    format!("{sign}{}{unit}", digits(change))
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
#[must_use]
pub fn wide(text: &str) -> String {
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

/// 千円 as people say it: 115135 → "1億1,513.5万円".
#[must_use]
pub fn yen(thousands: u32) -> String {
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
    /// 万円.
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
    pub const fn title(self) -> &'static str {
        match self {
            Self::Thousand => "千円",
            Self::TenThousand => "万円",
        }
    }

    /// How many decimals 千円 have in it.
    const fn decimals(self) -> u8 {
        match self {
            Self::Thousand => 0,
            Self::TenThousand => 1,
        }
    }
}

/// An amount in 千円 with its unit, exact in either: "5,715千円", "571.5万円".
#[must_use]
pub fn money(thousands: u32, unit: Money) -> String {
    format!("{}{}", money_digits(thousands, unit), unit.title())
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
    format!("{}{}", digits(rounded), unit.title())
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
pub const fn band_sign(band: Band) -> &'static str {
    match band {
        Band::A => "A",
        Band::B => "B",
        Band::C => "C",
        Band::D => "D",
        Band::Behind => "後退",
        Band::Kept => "維持",
        Band::NotKept => "未達",
        Band::Unknown => "—",
    }
}

/// A band in words, by the usual method; [`crate::explain::band_meaning`] by any.
#[must_use]
pub const fn band_meaning(band: Band) -> &'static str {
    match band {
        Band::A => "目標へのペースどおりか、それ以上",
        Band::B => "ペースの80%以上",
        Band::C => "ペースの50%以上",
        Band::D => "ペースの50%未満",
        Band::Behind => "基準値より後ろ",
        Band::Kept => "維持する目標を守っている",
        Band::NotKept => "維持する目標を下回っている",
        Band::Unknown => "判定できる実績がない",
    }
}

/// A projection rule's name.
#[must_use]
pub const fn rule_name(rule: Rule) -> &'static str {
    match rule {
        Rule::MeanSinceBaseline => "基準年からの平均の伸びが続く",
        Rule::LastChange => "直近1年の伸びが続く",
        Rule::LeastSquares => "全期間の傾き（最小二乗法）が続く",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
