//! What can be wrong with a field of a work, and what to do about it.

use crate::{sentence, words};

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing stands where something must.
    Empty,
    /// Too many letters.
    TooLong {
        /// How many there may be.
        limit: usize,
        /// How many there are.
        found: usize,
    },
    /// Not a municipality of 後志.
    UnknownMunicipality(String),
    /// Not one of the three states.
    UnknownState(String),
    /// Neither 「見本」 nor empty.
    UnknownSample(String),
    /// Not a fiscal year in range.
    NotAYear(String),
    /// 着手年度 after 当該年度.
    StartedLater,
    /// Not a number.
    NotANumber(String),
    /// A rate below 0 or above 100.
    RateOutOfRange,
    /// A rate with more than one decimal.
    RateTooFine,
    /// Only one of the two coordinates.
    HalfAPoint,
    /// A municipality and a point.
    TwoPlaces,
    /// Latitude and longitude the wrong way round.
    Swapped,
    /// A point beyond the map.
    FarAway,
}

impl Fault {
    /// What is wrong and what to do.
    #[must_use]
    pub fn message(&self) -> String {
        match self {
            Self::Empty => words!("空です。必ず入れてください。", "This is empty. It must be filled in.").to_owned(),
            Self::TooLong { limit, found } => {
                sentence!(
                    "{found}文字あります。{limit}文字までに縮めてください。",
                    "This has {found} characters. Shorten it to {limit} or fewer."
                )
            }
            Self::UnknownMunicipality(found) => sentence!(
                "「{found}」は後志の20市町村にありません。「倶知安町」のように市・町・村まで書いてください。",
                "“{found}” is not one of the 20 municipalities of Shiribeshi. Write it in full, like “Kutchan Town” or “倶知安町”."
            ),
            Self::UnknownState(found) => {
                sentence!(
                    "「{found}」は使えません。事業中・完成予定・完成のどれかにしてください。",
                    "“{found}” cannot be used. Use one of “Under way” (事業中), “Due for completion” (完成予定) and “Completed” (完成)."
                )
            }
            Self::UnknownSample(found) => sentence!(
                "「{found}」は使えません。架空の見本なら「見本」とし、実際の事業なら空にしてください。",
                "“{found}” cannot be used. Write “見本” (sample) for invented works and leave it empty for real ones."
            ),
            Self::NotAYear(found) => sentence!(
                "「{found}」は年度として読めません。令和6、R6、2024 のように入れてください（平成元年度から2100年度まで）。",
                "“{found}” cannot be read as a fiscal year. Enter it like 2024 or R6 (from 1989 to 2100)."
            ),
            Self::StartedLater => words!(
                "当該年度より後です。着手年度は、当該年度と同じか、それより前の年度にしてください。",
                "This is after the reporting year. The year started must be the reporting year or an earlier one."
            )
            .to_owned(),
            Self::NotANumber(found) => {
                sentence!(
                    "「{found}」は数字として読めません。40 や 62.5 のような数字にしてください。",
                    "“{found}” cannot be read as a number. Enter a number like 40 or 62.5."
                )
            }
            Self::RateOutOfRange => words!("0から100までの数字にしてください。", "Enter a number from 0 to 100.").to_owned(),
            Self::RateTooFine => words!("小数は1けたまでにしてください。", "Use no more than one decimal place.").to_owned(),
            Self::HalfAPoint => words!(
                "緯度と経度の片方しかありません。両方を入れるか、両方を空にしてください。",
                "Only one of latitude and longitude is given. Enter both, or leave both empty."
            )
            .to_owned(),
            Self::TwoPlaces => words!(
                "市町村と緯度・経度の両方があります。どちらか一方にしてください。",
                "Both a municipality and a latitude and longitude are given. Use one or the other."
            )
            .to_owned(),
            Self::Swapped => words!(
                "緯度と経度が逆のようです。緯度は42.5〜43.4、経度は139.7〜141.3の範囲にしてください。",
                "Latitude and longitude seem to be the wrong way round. Latitude must be 42.5–43.4 and longitude 139.7–141.3."
            )
            .to_owned(),
            Self::FarAway => words!(
                "後志の地図の外です。緯度は42.5〜43.4、経度は139.7〜141.3の範囲にしてください。",
                "This is outside the map of Shiribeshi. Latitude must be 42.5–43.4 and longitude 139.7–141.3."
            )
            .to_owned(),
        }
    }
}
