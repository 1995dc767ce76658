//! The names of the documents' things in English: `public/data/english.csv`, laid over the dataset for people who
//! speak it. Ids, figures and the documents' sentences stay.

use crate::{
    dataset::Dataset,
    model::{RowId, Sdg},
    texts::Texts,
};
use serde::{Deserialize, Serialize};
use std::str::Lines;

/// What has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Named {
    /// A document, by its title.
    Document,
    /// A 連携地域.
    Area,
    /// A 連携地域 in short.
    AreaInShort,
    /// A (総合)振興局.
    Subprefecture,
    /// Where the office of a 振興局 is.
    Seat,
    /// A municipality.
    Municipality,
    /// A カテゴリー.
    Category,
    /// A goal of the SDGs.
    Sdg,
    /// A プロジェクト.
    Project,
    /// A 事業.
    Program,
    /// A 評価指標.
    Indicator,
    /// The unit of an indicator.
    Unit,
}

impl Named {
    /// All kinds, in the order of [`EnglishNames`].
    pub const ALL: [Self; 12] = [
        Self::Document,
        Self::Area,
        Self::AreaInShort,
        Self::Subprefecture,
        Self::Seat,
        Self::Municipality,
        Self::Category,
        Self::Sdg,
        Self::Project,
        Self::Program,
        Self::Indicator,
        Self::Unit,
    ];

    /// The ids of everything of this kind, in the order of the dataset: a unit's is what the documents print, and
    /// stands there once for every indicator.
    #[must_use]
    pub fn ids(self, dataset: &Dataset) -> Vec<String> {
        fn of<T>(records: &[T], id: impl Fn(&T) -> &String) -> Vec<String> {
            records.iter().map(|record| id(record).clone()).collect()
        }
        let column = |texts: &Texts| texts.iter().map(str::to_owned).collect();
        match self {
            Self::Document => of(&dataset.documents, |document| &document.slug),
            Self::Area | Self::AreaInShort => of(&dataset.areas, |area| &area.slug),
            Self::Subprefecture | Self::Seat => of(&dataset.subprefectures, |place| &place.slug),
            Self::Municipality => of(&dataset.municipalities, |town| &town.slug),
            Self::Category => of(&dataset.categories, |category| &category.slug),
            Self::Sdg => Sdg::all().map(|goal| goal.number().to_string()).collect(),
            Self::Project => of(&dataset.projects, |project| &project.slug),
            Self::Program => column(&dataset.programs.slugs),
            Self::Indicator => column(&dataset.indicators.slugs),
            Self::Unit => column(&dataset.indicators.units),
        }
    }
}

/// English names for everything in a [`Dataset`] that has one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnglishNames {
    /// A name a line, by [`Named::ALL`] and then by [`Named::ids`]: the dataset knows which is whose, and the page
    /// carries nothing but the names.
    lines: String,
}

impl<'a> FromIterator<&'a str> for EnglishNames {
    fn from_iter<I: IntoIterator<Item = &'a str>>(names: I) -> Self {
        let mut lines = String::new();
        for name in names {
            lines.push_str(name);
            lines.push('\n');
        }
        Self { lines }
    }
}

impl Dataset {
    /// The same in English: every name is replaced, everything else stays.
    ///
    /// A document's own way to print a project's name stays as well, for it is quoted.
    #[must_use]
    pub fn in_english(mut self, english: &EnglishNames) -> Self {
        let mut names = Names(english.lines.lines());
        names.lay(&mut self.documents, |document| &mut document.title);
        names.lay(&mut self.areas, |area| &mut area.name);
        names.lay(&mut self.areas, |area| &mut area.short_name);
        names.lay(&mut self.subprefectures, |place| &mut place.name);
        names.lay(&mut self.subprefectures, |place| &mut place.seat.name);
        for town in &mut self.municipalities {
            town.printed_name = Some(std::mem::replace(&mut town.place.name, names.next()));
        }
        names.lay(&mut self.categories, |category| &mut category.name);
        names.lay(&mut self.sdg_names, |name| name);
        names.lay(&mut self.projects, |project| &mut project.name);
        names.lay_column(&mut self.programs.names);
        names.lay_column(&mut self.indicators.names);
        names.lay_column(&mut self.indicators.units);
        for listing in &mut self.listings {
            // What the documents print here is the name in other words, and 「再掲」 beside one that is listed again.
            let name = self.indicators.names.get(listing.indicator.row());
            listing.name_as_printed = listing.relisted.then(|| format!("{name} (listed again)"));
        }
        self
    }
}

/// The names that are left.
struct Names<'a>(Lines<'a>);

impl Names<'_> {
    fn next(&mut self) -> String {
        self.0.next().unwrap_or_default().to_owned()
    }

    fn lay<T>(&mut self, records: &mut [T], name: impl Fn(&mut T) -> &mut String) {
        for record in records {
            *name(record) = self.next();
        }
    }

    fn lay_column(&mut self, column: &mut Texts) {
        *column = self.0.by_ref().take(column.len()).collect();
    }
}
