//! The settings of the method as people type them: read field by field, with what to say of what
//! cannot be taken. It knows no page.

use super::Settings;
use crate::{
    dataset::Dataset,
    decimal::{Decimal, MICRO},
    fiscal_year::{Era, FiscalYear},
    format,
    input::{self, InputError},
    ratio::Ratio,
};

/// A field of the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Where A begins.
    A,
    /// Where B begins.
    B,
    /// Where C begins.
    C,
    /// The year whose result 進捗率 is made of.
    ReportingYear,
    /// The decimals of rates.
    Decimals,
    /// The tolerance of a 維持型.
    Tolerance,
}

impl Entry {
    /// Every field, in the order of the page.
    pub const ALL: [Self; 6] = [
        Self::A,
        Self::B,
        Self::C,
        Self::ReportingYear,
        Self::Decimals,
        Self::Tolerance,
    ];

    /// Those of the bands, from the highest.
    pub const BANDS: [Self; 3] = [Self::A, Self::B, Self::C];

    /// Its name on the page.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::A => "Aの区切り",
            Self::B => "Bの区切り",
            Self::C => "Cの区切り",
            Self::ReportingYear => "進捗率の年度",
            Self::Decimals => "率の小数",
            Self::Tolerance => "維持型の許容",
        }
    }
}

/// Why a typed setting cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingsError {
    /// It is no number, or no year.
    Input(InputError),
    /// A band begins at no whole per cent between 1 and [`Settings::HIGHEST_BAND`].
    Band,
    /// A band does not begin above the next one, which begins here.
    NotAbove(Entry, i64),
    /// A band does not begin below the one before, which begins here.
    NotBelow(Entry, i64),
    /// The documents have no results of that year, only of those from the one to the other.
    Year(FiscalYear, FiscalYear),
    /// Not 0 to [`Settings::MOST_DECIMALS`].
    Decimals,
    /// Not 0 to [`Settings::MOST_TOLERANCE`] per cent.
    Tolerance,
}

impl From<InputError> for SettingsError {
    fn from(error: InputError) -> Self {
        Self::Input(error)
    }
}

impl SettingsError {
    /// What to tell the person, in Japanese: what is wrong and which limits hold.
    #[must_use]
    pub fn message(&self, era: Era) -> String {
        let order = "A、B、C の順に小さくなるように";
        match self {
            // The usual message speaks of a button that these fields do not have.
            Self::Input(InputError::Empty) => "数字を入れてください。".to_owned(),
            Self::Input(error) => error.message(),
            Self::Band => format!(
                "1から{}までの整数で入れてください。",
                format::decimal(whole(Settings::HIGHEST_BAND))
            ),
            Self::NotAbove(next, limit) => {
                format!("{order}、{}の{limit}%より大きくしてください。", next.name())
            }
            Self::NotBelow(before, limit) => {
                format!(
                    "{order}、{}の{limit}%より小さくしてください。",
                    before.name()
                )
            }
            Self::Year(first, last) => format!(
                "{}から{}までの年度にしてください。",
                first.name(era),
                last.name(era)
            ),
            Self::Decimals => format!(
                "小数は0から{}までのけた数で入れてください。",
                Settings::MOST_DECIMALS
            ),
            Self::Tolerance => format!(
                "0から{}までの割合で入れてください。",
                Settings::MOST_TOLERANCE
            ),
        }
    }
}

/// What cannot be taken, by field.
pub type SettingsErrors = [Option<SettingsError>; 6];

/// The fields as they stand, sound or not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed {
    texts: [String; 6],
}

impl Typed {
    /// The fields of these settings.
    #[must_use]
    pub fn of(settings: &Settings, dataset: &Dataset) -> Self {
        let year = settings.reporting_year.unwrap_or(dataset.reporting_year);
        let band = |limit: i64| format::decimal(whole(limit));
        Self {
            texts: [
                band(settings.bands.a),
                band(settings.bands.b),
                band(settings.bands.c),
                year.western().to_string(),
                settings.decimals.to_string(),
                format::decimal(settings.tolerance),
            ],
        }
    }

    /// What stands in a field.
    #[must_use]
    pub fn get(&self, entry: Entry) -> &str {
        &self.texts[entry as usize]
    }

    /// Types into a field.
    pub fn set(&mut self, entry: Entry, text: String) {
        self.texts[entry as usize] = text;
    }

    /// What the fields mean, and what cannot be taken. In the place of what cannot, `last` stays in
    /// force; the bands are taken together, since only all three of them fall or do not.
    #[must_use]
    pub fn read(&self, last: &Settings, dataset: &Dataset) -> (Settings, SettingsErrors) {
        let mut settings = *last;
        let mut errors = SettingsErrors::default();
        self.read_bands(&mut settings, &mut errors);
        let mut note = |entry: Entry, read: Result<(), SettingsError>| {
            errors[entry as usize] = read.err();
        };
        note(
            Entry::ReportingYear,
            read_year(self.get(Entry::ReportingYear), last, dataset)
                .map(|year| settings.reporting_year = year),
        );
        note(
            Entry::Decimals,
            read_decimals(self.get(Entry::Decimals)).map(|decimals| settings.decimals = decimals),
        );
        note(
            Entry::Tolerance,
            read_tolerance(self.get(Entry::Tolerance))
                .map(|tolerance| settings.tolerance = tolerance),
        );
        (settings, errors)
    }

    fn read_bands(&self, settings: &mut Settings, errors: &mut SettingsErrors) {
        let last = settings.bands;
        let mut limits = [last.a, last.b, last.c];
        for (entry, limit) in Entry::BANDS.into_iter().zip(&mut limits) {
            match read_band(self.get(entry)) {
                Ok(typed) => *limit = typed,
                Err(error) => errors[entry as usize] = Some(error),
            }
        }
        let mut fall = true;
        for (above, below) in [(Entry::A, Entry::B), (Entry::B, Entry::C)] {
            let (high, low) = (limits[above as usize], limits[below as usize]);
            if high <= low {
                fall = false;
                errors[above as usize].get_or_insert(SettingsError::NotAbove(below, low));
                errors[below as usize].get_or_insert(SettingsError::NotBelow(above, high));
            }
        }
        if fall {
            let [a, b, c] = limits;
            settings.bands = crate::progress::BandLimits { a, b, c };
        }
    }

    /// Follows the settings when others change them (undoing, another tab): a field whose setting has
    /// changed shows the new one, unless it means that already. What is typed elsewhere stays.
    pub fn follow(&mut self, before: &Settings, now: &Settings, dataset: &Dataset) {
        let (meant, errors) = self.read(now, dataset);
        let all = [before, &meant, now].map(|settings| Self::of(settings, dataset));
        let [before, meant, now] = &all;
        for entry in Entry::ALL {
            let changed = before.get(entry) != now.get(entry);
            let means_it = errors[entry as usize].is_none() && meant.get(entry) == now.get(entry);
            if changed && !means_it {
                self.set(entry, now.get(entry).to_owned());
            }
        }
    }
}

/// How a rate looks with so many decimals: 「1けた（例：81.4%）」. The example is 001's
/// 新規高卒者管内企業就職率, 52.0 ÷ 63.9.
#[must_use]
pub fn decimals_example(decimals: u8) -> String {
    let name = match decimals {
        0 => "なし".to_owned(),
        decimals => format!("{decimals}けた"),
    };
    let example = Ratio::new(520, 639).map(|rate| format::percent_to(rate, decimals));
    format!("{name}（例：{}）", example.unwrap_or_default())
}

fn whole(number: i64) -> Decimal {
    Decimal::new(number, 0).unwrap_or(Decimal::ZERO)
}

/// A whole number, if it is one.
fn read_whole(text: &str, unit: &str) -> Result<Option<i64>, SettingsError> {
    let micro = input::number(text, unit)?.micro();
    Ok((micro % MICRO == 0).then_some(micro / MICRO))
}

fn read_band(text: &str) -> Result<i64, SettingsError> {
    read_whole(text, "%")?
        .filter(|limit| (1..=Settings::HIGHEST_BAND).contains(limit))
        .ok_or(SettingsError::Band)
}

/// `None` for the year of the review, unless that very year was set on purpose.
fn read_year(
    text: &str,
    last: &Settings,
    dataset: &Dataset,
) -> Result<Option<FiscalYear>, SettingsError> {
    let year = input::fiscal_year(text)?;
    let usual = dataset.reporting_year;
    if year == last.reporting_year.unwrap_or(usual) {
        return Ok(last.reporting_year);
    }
    let mut years = dataset.result_years();
    if years.clone().any(|known| known == year) {
        return Ok((year != usual).then_some(year));
    }
    let first = years.next().unwrap_or(usual);
    Err(SettingsError::Year(
        first,
        years.next_back().unwrap_or(first),
    ))
}

fn read_decimals(text: &str) -> Result<u8, SettingsError> {
    read_whole(text, "けた")?
        .and_then(|decimals| u8::try_from(decimals).ok())
        .filter(|decimals| *decimals <= Settings::MOST_DECIMALS)
        .ok_or(SettingsError::Decimals)
}

fn read_tolerance(text: &str) -> Result<Decimal, SettingsError> {
    let tolerance = input::number(text, "%")?;
    if (Decimal::ZERO..=whole(Settings::MOST_TOLERANCE)).contains(&tolerance) {
        Ok(tolerance)
    } else {
        Err(SettingsError::Tolerance)
    }
}
