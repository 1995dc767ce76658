//! One piece of infrastructure work (整備事業).

use super::fault::Fault;
use crate::{
    decimal::Decimal,
    fiscal_year::FiscalYear,
    geography::{Bounds, PER_DEGREE, Point},
    keep::held,
};
use serde::{Deserialize, Serialize};
use std::fmt;

/// How many letters a name may have.
pub const NAME_LIMIT: usize = 60;
/// How many letters a kind of one's own may have.
pub const KIND_LIMIT: usize = 20;
/// How many letters the year's content and the note may have.
pub const TEXT_LIMIT: usize = 200;

/// What the name of an invented work begins with.
pub const SAMPLE_MARK: &str = "【見本】";

/// A piece of work, in a form that has passed every check of [`super::form::Form::read`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Work {
    /// 事業名: one line, not empty.
    pub name: String,
    /// 種別.
    pub kind: Kind,
    /// Where it stands on the map.
    pub place: Place,
    /// 着手年度.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub started: Option<FiscalYear>,
    /// 当該年度: the year that state, rate and content speak of.
    pub year: FiscalYear,
    /// How far it is in that year.
    pub state: State,
    /// 進捗率.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate: Option<Rate>,
    /// 当該年度の事業内容.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub content: String,
    /// 備考.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Whether it is invented, to try the map with.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sample: bool,
}

impl Work {
    /// The name as it is shown: an invented work says so, wherever it came from.
    #[must_use]
    pub fn shown_name(&self) -> String {
        if self.sample && !self.name.starts_with(SAMPLE_MARK) {
            format!("{SAMPLE_MARK}{}", self.name)
        } else {
            self.name.clone()
        }
    }

    /// Whether its texts are as [`super::form::Form::read`] leaves them, and its years in order: what
    /// a record written elsewhere need not be.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let text = |text: &str, limit| line(text, limit).as_deref() == Ok(text);
        !self.name.is_empty()
            && text(&self.name, NAME_LIMIT)
            && text(self.kind.name(), KIND_LIMIT)
            && text(&self.content, TEXT_LIMIT)
            && text(&self.note, TEXT_LIMIT)
            && self.started.is_none_or(|started| started <= self.year)
    }
}

impl Work {
    /// `theirs` with what changed from `since` to this one laid over it, where both together are
    /// sound. State, rate and content speak of the year, so where that changes they go with it.
    pub(super) fn laid_over(&self, since: &Self, theirs: &Self) -> Self {
        let now = |work: &Self| (work.year, work.state, work.rate, work.content.clone());
        let (year, state, rate, content) = if since.year == self.year && since.year == theirs.year {
            (
                since.year,
                held(&since.state, &self.state, &theirs.state),
                held(&since.rate, &self.rate, &theirs.rate),
                held(&since.content, &self.content, &theirs.content),
            )
        } else {
            held(&now(since), &now(self), &now(theirs))
        };
        let both = Self {
            name: held(&since.name, &self.name, &theirs.name),
            kind: held(&since.kind, &self.kind, &theirs.kind),
            place: held(&since.place, &self.place, &theirs.place),
            started: held(&since.started, &self.started, &theirs.started),
            year,
            state,
            rate,
            content,
            note: held(&since.note, &self.note, &theirs.note),
            sample: held(&since.sample, &self.sample, &theirs.sample),
        };
        if both.is_sound() {
            both
        } else {
            theirs.clone()
        }
    }
}

/// The year of the document's examples, 令和6年度.
#[must_use]
pub fn year_of_the_document() -> Option<FiscalYear> {
    FiscalYear::try_from(2024).ok()
}

/// 種別. Document 004 gives none: this list is editorial, and short on purpose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Kind {
    /// 道路.
    Road,
    /// 河川・砂防.
    River,
    /// 港湾.
    Port,
    /// 漁港.
    FishingPort,
    /// 農業基盤.
    Farmland,
    /// 公園.
    Park,
    /// その他, with what the person calls it; empty for 「その他」 itself.
    Other(String),
}

impl Kind {
    /// The kinds of the list.
    pub const LISTED: [Self; 6] = [
        Self::Road,
        Self::River,
        Self::Port,
        Self::FishingPort,
        Self::Farmland,
        Self::Park,
    ];
    /// The name of [`Kind::Other`] without one of its own.
    pub const OTHER: &'static str = "その他";

    /// The kind of a name: one of the list, or one of the person's own.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self::LISTED
            .into_iter()
            .find(|kind| kind.name() == name)
            .unwrap_or_else(|| {
                Self::Other(if name == Self::OTHER {
                    String::new()
                } else {
                    name.to_owned()
                })
            })
    }

    /// Its name on page and in files.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Road => "道路",
            Self::River => "河川・砂防",
            Self::Port => "港湾",
            Self::FishingPort => "漁港",
            Self::Farmland => "農業基盤",
            Self::Park => "公園",
            Self::Other(name) if name.is_empty() => Self::OTHER,
            Self::Other(name) => name,
        }
    }
}

impl From<String> for Kind {
    fn from(name: String) -> Self {
        Self::named(&name)
    }
}

impl From<Kind> for String {
    fn from(kind: Kind) -> Self {
        kind.name().to_owned()
    }
}

/// Where a work stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Place {
    /// Somewhere in a municipality, by its id in the dataset.
    Municipality(String),
    /// At a point.
    Point(Position),
    /// 図示できない: it stands in a callout beside the map.
    Unmapped,
}

/// A point in or near 後志.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Degrees", into = "Degrees")]
pub struct Position {
    latitude: Decimal,
    longitude: Decimal,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Degrees {
    lat: Decimal,
    lon: Decimal,
}

/// What the map shows: 後志 with some sea around.
pub const FRAME: Bounds = Bounds {
    south_west: Point {
        latitude: 42_5000,
        longitude: 139_7000,
    },
    north_east: Point {
        latitude: 43_4000,
        longitude: 141_3000,
    },
};

impl Position {
    /// A point by degrees north and east.
    ///
    /// # Errors
    /// [`Fault::Swapped`] or [`Fault::FarAway`] for a point beyond the map.
    pub fn new(latitude: Decimal, longitude: Decimal) -> Result<Self, Fault> {
        if FRAME.contains(Point::new(latitude, longitude)) {
            Ok(Self {
                latitude: canonical(latitude),
                longitude: canonical(longitude),
            })
        } else if FRAME.contains(Point::new(longitude, latitude)) {
            Err(Fault::Swapped)
        } else {
            Err(Fault::FarAway)
        }
    }

    /// A point of a picture or a GeoJSON file, to about 10 cm.
    ///
    /// # Errors
    /// As [`Position::new`].
    pub fn from_degrees(latitude: f64, longitude: f64) -> Result<Self, Fault> {
        let exact = |degrees: f64| {
            if !degrees.is_finite() || degrees.abs() > 1000.0 {
                return Err(Fault::FarAway);
            }
            #[allow(
                clippy::cast_possible_truncation,
                reason = "at most 1000 degrees, in millionths"
            )]
            let micro = (degrees * 1_000_000.0).round() as i64;
            Decimal::new(micro, 6).map_err(|_| Fault::FarAway)
        };
        Self::new(exact(latitude)?, exact(longitude)?)
    }

    /// A point of the map, which is good to about 10 m.
    ///
    /// # Errors
    /// As [`Position::new`].
    pub fn from_map(point: Point) -> Result<Self, Fault> {
        let degrees = |steps: i32| {
            Decimal::new(steps.into(), PER_DEGREE.ilog10() as u8).map_err(|_| Fault::FarAway)
        };
        Self::new(degrees(point.latitude)?, degrees(point.longitude)?)
    }

    /// Where it is on the map.
    #[must_use]
    pub fn on_map(self) -> Point {
        Point::new(self.latitude, self.longitude)
    }

    /// Degrees north.
    #[must_use]
    pub const fn latitude(self) -> Decimal {
        self.latitude
    }

    /// Degrees east.
    #[must_use]
    pub const fn longitude(self) -> Decimal {
        self.longitude
    }
}

/// Without trailing zeros, so that a position reads the same however it came.
fn canonical(figure: Decimal) -> Decimal {
    let (mut mantissa, mut decimals) = (figure.mantissa(), figure.decimals());
    while decimals > 0 && mantissa % 10 == 0 {
        mantissa /= 10;
        decimals -= 1;
    }
    Decimal::new(mantissa, decimals).unwrap_or(figure)
}

impl TryFrom<Degrees> for Position {
    type Error = String;

    fn try_from(degrees: Degrees) -> Result<Self, String> {
        Self::new(degrees.lat, degrees.lon).map_err(|fault| fault.message())
    }
}

impl From<Position> for Degrees {
    fn from(position: Position) -> Self {
        Self {
            lat: position.latitude,
            lon: position.longitude,
        }
    }
}

/// How far a work is, in the document's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// 事業中.
    Ongoing,
    /// 事業中・完成予定: it will be completed within the year.
    Completing,
    /// 完成.
    Completed,
}

impl State {
    /// Every state, from start to end.
    pub const ALL: [Self; 3] = [Self::Ongoing, Self::Completing, Self::Completed];

    /// Its name on page and in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ongoing => "事業中",
            Self::Completing => "完成予定",
            Self::Completed => "完成",
        }
    }

    /// What the document's examples say of a work in this state.
    #[must_use]
    pub const fn phrase(self) -> &'static str {
        match self {
            Self::Ongoing => "事業中",
            Self::Completing => "事業中・完成予定",
            Self::Completed => "完成",
        }
    }
}

/// 進捗率: 0 to 100 %, whole or with one decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "Decimal", into = "Decimal")]
pub struct Rate(Decimal);

impl Rate {
    /// A rate in per cent.
    ///
    /// # Errors
    /// [`Fault::RateOutOfRange`] or [`Fault::RateTooFine`].
    pub fn new(percent: Decimal) -> Result<Self, Fault> {
        let percent = canonical(percent);
        if !(0..=100 * crate::decimal::MICRO).contains(&percent.micro()) {
            Err(Fault::RateOutOfRange)
        } else if percent.decimals() > 1 {
            Err(Fault::RateTooFine)
        } else {
            Ok(Self(percent))
        }
    }

    /// In per cent.
    #[must_use]
    pub const fn percent(self) -> Decimal {
        self.0
    }
}

impl TryFrom<Decimal> for Rate {
    type Error = String;

    fn try_from(percent: Decimal) -> Result<Self, String> {
        Self::new(percent).map_err(|fault| fault.message())
    }
}

impl From<Rate> for Decimal {
    fn from(rate: Rate) -> Self {
        rate.0
    }
}

/// `40`, `62.5`: the plain form of files and fields.
impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A text as one line: runs of space, line breaks and control characters become one space, marks that
/// turn the direction of writing go.
///
/// # Errors
/// [`Fault::TooLong`].
pub fn line(text: &str, limit: usize) -> Result<String, Fault> {
    let mut line = String::with_capacity(text.len());
    let mut length = 0;
    let mut gap = None;
    for letter in text.chars() {
        if matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}') {
            continue;
        }
        if letter.is_whitespace() || letter.is_control() {
            // A full-width space is kept as one, where it stands alone.
            gap = Some(if gap.is_none() && letter == '\u{3000}' {
                letter
            } else {
                ' '
            });
            continue;
        }
        if let Some(space) = gap.take()
            && !line.is_empty()
        {
            line.push(space);
            length += 1;
        }
        line.push(letter);
        length += 1;
    }
    if length > limit {
        Err(Fault::TooLong {
            limit,
            found: length,
        })
    } else {
        Ok(line)
    }
}
