//! A work as it is typed into fields, table cells or properties: texts, read in one way.

use super::fault::Fault;
use super::work::{
    KIND_LIMIT, Kind, NAME_LIMIT, Place, Position, Rate, State, TEXT_LIMIT, Work, line,
    year_of_the_document,
};
use crate::{
    decimal::Decimal,
    fiscal_year::{Era, FiscalYear},
    input,
    model::Municipality,
};

/// A field of the form, a column of the CSV, a property of the GeoJSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// 事業名.
    Name,
    /// 種別.
    Kind,
    /// 市町村.
    Municipality,
    /// 緯度.
    Latitude,
    /// 経度.
    Longitude,
    /// 着手年度.
    Started,
    /// 当該年度.
    Year,
    /// 状況.
    State,
    /// 進捗率.
    Rate,
    /// 当該年度の事業内容.
    Content,
    /// 備考.
    Note,
    /// 見本.
    Sample,
}

impl Field {
    /// Every field, in the order of the columns.
    pub const ALL: [Self; 12] = [
        Self::Name,
        Self::Kind,
        Self::Municipality,
        Self::Latitude,
        Self::Longitude,
        Self::Started,
        Self::Year,
        Self::State,
        Self::Rate,
        Self::Content,
        Self::Note,
        Self::Sample,
    ];

    /// Its name on page and in files.
    #[must_use]
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Name => "事業名",
            Self::Kind => "種別",
            Self::Municipality => "市町村",
            Self::Latitude => "緯度",
            Self::Longitude => "経度",
            Self::Started => "着手年度",
            Self::Year => "当該年度",
            Self::State => "状況",
            Self::Rate => "進捗率",
            Self::Content => "当該年度の事業内容",
            Self::Note => "備考",
            Self::Sample => "見本",
        }
    }

    /// Whether every work must have it.
    #[must_use]
    pub const fn required(self) -> bool {
        matches!(self, Self::Name | Self::Kind | Self::State)
    }

    /// The field of a heading.
    #[must_use]
    pub fn headed(heading: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|field| field.heading() == heading)
    }
}

/// How the place of a work is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// By its municipality.
    Municipality,
    /// By a point of the map.
    Point,
    /// Not at all: it stands in a callout.
    Unmapped,
}

impl Spot {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Municipality, Self::Point, Self::Unmapped];

    /// Its name on the page.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Municipality => "市町村を選ぶ",
            Self::Point => "地図上の点で示す",
            Self::Unmapped => "図示しない（吹き出しに書く）",
        }
    }

    /// How the place of a work is said.
    #[must_use]
    pub const fn of(place: &Place) -> Self {
        match place {
            Place::Municipality(_) => Self::Municipality,
            Place::Point(_) => Self::Point,
            Place::Unmapped => Self::Unmapped,
        }
    }
}

/// The texts of a work's fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    texts: [String; Field::ALL.len()],
}

/// The text that marks a sample in files.
pub const SAMPLE: &str = "見本";

impl Form {
    /// An empty form, with the year of the document's examples.
    #[must_use]
    pub fn blank(era: Era) -> Self {
        let mut form = Self::default();
        form.set(
            Field::Year,
            year_of_the_document().map_or_else(String::new, |year| year.name(era)),
        );
        form.set(Field::State, State::Ongoing.name().to_owned());
        form
    }

    /// The form of a work. What it holds, [`Form::read`] reads back.
    #[must_use]
    pub fn of(work: &Work, municipalities: &[Municipality], era: Era) -> Self {
        let mut form = Self::default();
        form.set(Field::Name, work.name.clone());
        form.set(Field::Kind, work.kind.name().to_owned());
        match &work.place {
            Place::Municipality(slug) => {
                let name = municipalities
                    .iter()
                    .find(|municipality| municipality.slug == *slug)
                    .map_or(slug, |municipality| &municipality.place.name);
                form.set(Field::Municipality, name.clone());
            }
            Place::Point(position) => form.set_position(*position),
            Place::Unmapped => {}
        }
        let year = |year: FiscalYear| year.name(era);
        form.set(Field::Started, work.started.map_or_else(String::new, year));
        form.set(Field::Year, year(work.year));
        form.set(Field::State, work.state.name().to_owned());
        form.set(
            Field::Rate,
            work.rate.map_or_else(String::new, |rate| rate.to_string()),
        );
        form.set(Field::Content, work.content.clone());
        form.set(Field::Note, work.note.clone());
        if work.sample {
            form.set(Field::Sample, SAMPLE.to_owned());
        }
        form
    }

    /// The text of a field.
    #[must_use]
    pub fn get(&self, field: Field) -> &str {
        &self.texts[field as usize]
    }

    /// Writes a field.
    pub fn set(&mut self, field: Field, text: String) {
        self.texts[field as usize] = text;
    }

    /// Writes a point into the fields of latitude and longitude.
    pub fn set_position(&mut self, position: Position) {
        self.set(Field::Latitude, position.latitude().to_string());
        self.set(Field::Longitude, position.longitude().to_string());
    }

    /// The point of the fields of latitude and longitude, where there is a good one.
    #[must_use]
    pub fn position(&self) -> Option<Position> {
        self.point().ok().flatten()
    }

    /// Reads all fields.
    ///
    /// # Errors
    /// Everything that is wrong, field by field, in the order of the form.
    pub fn read(&self, municipalities: &[Municipality]) -> Result<Work, Vec<(Field, Fault)>> {
        let mut faults = Vec::new();
        let name = self.required_line(Field::Name, NAME_LIMIT, &mut faults);
        let kind = self.required_line(Field::Kind, KIND_LIMIT, &mut faults);
        let place = self.place(municipalities).unwrap_or_else(|fault| {
            faults.push(fault);
            Place::Unmapped
        });
        let started = self.year(Field::Started, &mut faults);
        let year = if self.get(Field::Year).trim().is_empty() {
            year_of_the_document()
        } else {
            self.year(Field::Year, &mut faults)
        };
        if started
            .zip(year)
            .is_some_and(|(started, year)| started > year)
        {
            faults.push((Field::Started, Fault::StartedLater));
        }
        let state = self.state().unwrap_or_else(|fault| {
            faults.push((Field::State, fault));
            State::Ongoing
        });
        let rate = self.rate().unwrap_or_else(|fault| {
            faults.push((Field::Rate, fault));
            None
        });
        let content = self.line(Field::Content, TEXT_LIMIT, &mut faults);
        let note = self.line(Field::Note, TEXT_LIMIT, &mut faults);
        let sample = match self.get(Field::Sample).trim() {
            "" => false,
            SAMPLE => true,
            other => {
                faults.push((Field::Sample, Fault::UnknownSample(short(other))));
                false
            }
        };
        match year {
            Some(year) if faults.is_empty() => Ok(Work {
                name,
                kind: Kind::named(&kind),
                place,
                started,
                year,
                state,
                rate,
                content,
                note,
                sample,
            }),
            _ => Err(faults),
        }
    }

    /// Reads the fields, of those of the place only the ones that `spot` asks for, which must then be
    /// filled in.
    ///
    /// # Errors
    /// As [`Form::read`].
    pub fn read_at(
        &self,
        spot: Spot,
        municipalities: &[Municipality],
    ) -> Result<Work, Vec<(Field, Fault)>> {
        let mut form = self.clone();
        if spot != Spot::Municipality {
            form.set(Field::Municipality, String::new());
        }
        if spot != Spot::Point {
            form.set(Field::Latitude, String::new());
            form.set(Field::Longitude, String::new());
        }
        let read = form.read(municipalities);
        let asked = match spot {
            Spot::Municipality => Field::Municipality,
            Spot::Point => Field::Latitude,
            Spot::Unmapped => return read,
        };
        match read {
            Ok(work) if work.place != Place::Unmapped => Ok(work),
            Ok(_) => Err(vec![(asked, Fault::Empty)]),
            Err(mut faults) => {
                let place = [Field::Municipality, Field::Latitude, Field::Longitude];
                if place.iter().all(|field| form.get(*field).trim().is_empty()) {
                    faults.push((asked, Fault::Empty));
                }
                Err(faults)
            }
        }
    }

    fn line(&self, field: Field, limit: usize, faults: &mut Vec<(Field, Fault)>) -> String {
        line(self.get(field), limit).unwrap_or_else(|fault| {
            faults.push((field, fault));
            String::new()
        })
    }

    fn required_line(
        &self,
        field: Field,
        limit: usize,
        faults: &mut Vec<(Field, Fault)>,
    ) -> String {
        let before = faults.len();
        let text = self.line(field, limit, faults);
        if text.is_empty() && faults.len() == before {
            faults.push((field, Fault::Empty));
        }
        text
    }

    fn year(&self, field: Field, faults: &mut Vec<(Field, Fault)>) -> Option<FiscalYear> {
        let text = self.get(field).trim();
        if text.is_empty() {
            return None;
        }
        let year = input::fiscal_year(text).ok();
        if year.is_none() {
            faults.push((field, Fault::NotAYear(short(text))));
        }
        year
    }

    fn place(&self, municipalities: &[Municipality]) -> Result<Place, (Field, Fault)> {
        let name = self.get(Field::Municipality).trim();
        let point = self.point()?;
        if name.is_empty() {
            return Ok(point.map_or(Place::Unmapped, Place::Point));
        }
        if point.is_some() {
            return Err((Field::Municipality, Fault::TwoPlaces));
        }
        municipalities
            .iter()
            .find(|municipality| municipality.place.name == name || municipality.slug == name)
            .map(|municipality| Place::Municipality(municipality.slug.clone()))
            .ok_or_else(|| (Field::Municipality, Fault::UnknownMunicipality(short(name))))
    }

    fn point(&self) -> Result<Option<Position>, (Field, Fault)> {
        let degrees = |field: Field| -> Result<Option<Decimal>, (Field, Fault)> {
            let text = self.get(field).trim();
            if text.is_empty() {
                return Ok(None);
            }
            input::number(text, "度")
                .map(Some)
                .map_err(|_| (field, Fault::NotANumber(short(text))))
        };
        match (degrees(Field::Latitude)?, degrees(Field::Longitude)?) {
            (None, None) => Ok(None),
            (Some(latitude), Some(longitude)) => Position::new(latitude, longitude)
                .map(Some)
                .map_err(|fault| (Field::Latitude, fault)),
            (None, Some(_)) => Err((Field::Latitude, Fault::HalfAPoint)),
            (Some(_), None) => Err((Field::Longitude, Fault::HalfAPoint)),
        }
    }

    fn state(&self) -> Result<State, Fault> {
        let text = self.get(Field::State).trim();
        if text.is_empty() {
            return Err(Fault::Empty);
        }
        State::ALL
            .into_iter()
            .find(|state| state.name() == text || state.phrase() == text)
            .ok_or_else(|| Fault::UnknownState(short(text)))
    }

    fn rate(&self) -> Result<Option<Rate>, Fault> {
        let text = self.get(Field::Rate).trim();
        if text.is_empty() {
            return Ok(None);
        }
        let percent = input::number(text, "%").map_err(|_| Fault::NotANumber(short(text)))?;
        Rate::new(percent).map(Some)
    }
}

/// The beginning of a text, for messages.
pub(super) fn short(text: &str) -> String {
    const LETTERS: usize = 20;
    let mut letters = text.chars();
    let mut short: String = letters.by_ref().take(LETTERS).collect();
    if letters.next().is_some() {
        short.push('…');
    }
    short
}
