//! What can be wrong with a field of a work, and what to do about it.

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
    /// What is wrong and what to do, in Japanese.
    #[must_use]
    pub fn message(&self) -> String {
        match self {
            Self::Empty => "空です。必ず入れてください。".to_owned(),
            Self::TooLong { limit, found } => {
                format!("{found}文字あります。{limit}文字までに縮めてください。")
            }
            Self::UnknownMunicipality(found) => format!(
                "「{found}」は後志の20市町村にありません。「倶知安町」のように市・町・村まで書いてください。"
            ),
            Self::UnknownState(found) => {
                format!("「{found}」は使えません。事業中・完成予定・完成のどれかにしてください。")
            }
            Self::UnknownSample(found) => format!(
                "「{found}」は使えません。架空の見本なら「見本」とし、実際の事業なら空にしてください。"
            ),
            Self::NotAYear(found) => format!(
                "「{found}」は年度として読めません。令和6、R6、2024 のように入れてください（平成元年度から2100年度まで）。"
            ),
            Self::StartedLater => {
                "当該年度より後です。着手年度は、当該年度と同じか、それより前の年度にしてください。"
                    .to_owned()
            }
            Self::NotANumber(found) => {
                format!(
                    "「{found}」は数字として読めません。40 や 62.5 のような数字にしてください。"
                )
            }
            Self::RateOutOfRange => "0から100までの数字にしてください。".to_owned(),
            Self::RateTooFine => "小数は1けたまでにしてください。".to_owned(),
            Self::HalfAPoint => {
                "緯度と経度の片方しかありません。両方を入れるか、両方を空にしてください。"
                    .to_owned()
            }
            Self::TwoPlaces => {
                "市町村と緯度・経度の両方があります。どちらか一方にしてください。".to_owned()
            }
            Self::Swapped => {
                "緯度と経度が逆のようです。緯度は42.5〜43.4、経度は139.7〜141.3の範囲にしてください。"
                    .to_owned()
            }
            Self::FarAway => {
                "後志の地図の外です。緯度は42.5〜43.4、経度は139.7〜141.3の範囲にしてください。".to_owned()
            }
        }
    }
}
