//! 年度: April to March, named by the western year it begins in.

use crate::{
    language::{Language, spoken},
    sentence,
};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// A Japanese fiscal year (令和n年度 = 2018+n), 1989 (平成元年度) to 2100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct FiscalYear(u16);

/// How fiscal years are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Era {
    /// 令和5年度 (R5)
    #[default]
    Wareki,
    /// 2023年度
    Seireki,
}

/// A year outside 1989–2100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearOutOfRange;

impl fmt::Display for YearOutOfRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("fiscal year outside 1989–2100")
    }
}

impl TryFrom<u16> for FiscalYear {
    type Error = YearOutOfRange;

    fn try_from(western: u16) -> Result<Self, YearOutOfRange> {
        if (1989..=Self::LAST.0).contains(&western) {
            Ok(Self(western))
        } else {
            Err(YearOutOfRange)
        }
    }
}

impl From<FiscalYear> for u16 {
    fn from(year: FiscalYear) -> Self {
        year.0
    }
}

impl FromStr for FiscalYear {
    type Err = YearOutOfRange;

    fn from_str(text: &str) -> Result<Self, YearOutOfRange> {
        text.parse::<u16>()
            .map_err(|_| YearOutOfRange)
            .and_then(Self::try_from)
    }
}

impl FiscalYear {
    /// The latest year there is.
    pub const LAST: Self = Self(2100);

    /// The western year it begins in.
    #[must_use]
    pub const fn western(self) -> u16 {
        self.0
    }

    /// Years from `earlier` to this one; negative when this one is earlier.
    #[must_use]
    pub fn since(self, earlier: Self) -> i32 {
        i32::from(self.0) - i32::from(earlier.0)
    }

    /// The next year, within range.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::try_from(self.0 + 1).ok()
    }

    /// Every year from this one to `last`, both included.
    pub fn through(self, last: Self) -> impl DoubleEndedIterator<Item = Self> + Clone {
        (self.0..=last.0).map(Self)
    }

    /// 「令和5年度」 or 「2023年度」; "Reiwa 5" or "FY2023".
    #[must_use]
    pub fn name(self, era: Era) -> String {
        let (calendar, year) = self.era_year();
        match (era, spoken()) {
            (Era::Wareki, Language::Japanese) => {
                let year = if year == 1 {
                    "元".to_owned()
                } else {
                    year.to_string()
                };
                format!("{}{year}年度", calendar.japanese)
            }
            (Era::Wareki, Language::English) => format!("{} {year}", calendar.english),
            (Era::Seireki, Language::Japanese) => format!("{}年度", self.0),
            (Era::Seireki, Language::English) => format!("FY{}", self.0),
        }
    }

    /// Both ways of counting, the chosen one first: 「令和5年度（2023年度）」, "Reiwa 5 (FY2023)".
    #[must_use]
    pub fn full_name(self, era: Era) -> String {
        let other = match era {
            Era::Wareki => Era::Seireki,
            Era::Seireki => Era::Wareki,
        };
        sentence!(
            "{name}（{other}）",
            "{name} ({other})",
            name = self.name(era),
            other = self.name(other),
        )
    }

    /// 「R5」 or 「2023」, for table heads and axes.
    #[must_use]
    pub fn short_name(self, era: Era) -> String {
        match era {
            Era::Wareki => {
                let (calendar, year) = self.era_year();
                format!("{}{year}", calendar.letter)
            }
            Era::Seireki => self.0.to_string(),
        }
    }

    fn era_year(self) -> (Calendar, u16) {
        if self.0 >= 2019 {
            (Calendar::REIWA, self.0 - 2018)
        } else {
            (Calendar::HEISEI, self.0 - 1988)
        }
    }
}

/// An era by its names.
struct Calendar {
    japanese: &'static str,
    english: &'static str,
    letter: char,
}

impl Calendar {
    const REIWA: Self = Self {
        japanese: "令和",
        english: "Reiwa",
        letter: 'R',
    };
    const HEISEI: Self = Self {
        japanese: "平成",
        english: "Heisei",
        letter: 'H',
    };
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::speak;

    #[test]
    fn reiwa_begins_in_2019() {
        let year = |western| FiscalYear::try_from(western).unwrap();
        assert_eq!(year(2023).name(Era::Wareki), "令和5年度");
        assert_eq!(year(2023).full_name(Era::Wareki), "令和5年度（2023年度）");
        assert_eq!(year(2023).full_name(Era::Seireki), "2023年度（令和5年度）");
        assert_eq!(year(2019).name(Era::Wareki), "令和元年度");
        assert_eq!(year(2019).short_name(Era::Wareki), "R1");
        assert_eq!(year(2018).short_name(Era::Wareki), "H30");
        assert_eq!(FiscalYear::try_from(1988), Err(YearOutOfRange));
    }

    #[test]
    fn english_says_the_same_years() {
        speak(Language::English);
        let year = |western| FiscalYear::try_from(western).unwrap();
        assert_eq!(year(2023).name(Era::Seireki), "FY2023");
        assert_eq!(year(2023).full_name(Era::Wareki), "Reiwa 5 (FY2023)");
        assert_eq!(year(2023).full_name(Era::Seireki), "FY2023 (Reiwa 5)");
        assert_eq!(year(2019).name(Era::Wareki), "Reiwa 1");
        assert_eq!(year(2018).short_name(Era::Wareki), "H30");
        assert_eq!(year(2018).short_name(Era::Seireki), "2018");
    }
}
