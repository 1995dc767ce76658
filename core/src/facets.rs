//! Faceted choice among programmes: any within a facet, all across facets.
//!
//! A bit set per value, built once; a choice is a handful of ORs and ANDs, whatever the number of
//! programmes.

use crate::{
    dataset::Dataset,
    model::{AppearanceId, Label, Origin, ProgramId, RowId, Sdg},
    sorted, words,
};
use fixedbitset::FixedBitSet;

/// What programmes can be chosen by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// カテゴリー.
    Category,
    /// SDGsのゴール.
    Sdg,
    /// 連携地域.
    Area,
    /// (総合)振興局.
    Subprefecture,
    /// 年度 a document speaks of.
    Year,
    /// 文書.
    Document,
    /// プロジェクト.
    Project,
}

impl Facet {
    /// How many facets there are.
    pub const COUNT: usize = 7;
    /// Every facet, in the order of the page.
    pub const ALL: [Self; Self::COUNT] = [
        Self::Category,
        Self::Sdg,
        Self::Area,
        Self::Subprefecture,
        Self::Year,
        Self::Document,
        Self::Project,
    ];

    /// Its key in links.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Category => "category",
            Self::Sdg => "sdg",
            Self::Area => "area",
            Self::Subprefecture => "subprefecture",
            Self::Year => "year",
            Self::Document => "document",
            Self::Project => "project",
        }
    }

    /// Its heading on the page.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Category => words!("カテゴリー", "Category"),
            Self::Sdg => words!("SDGsのゴール", "SDG"),
            Self::Area => words!("連携地域", "Cooperation area"),
            Self::Subprefecture => words!("振興局", "Subprefecture"),
            Self::Year => words!("年度", "Fiscal year"),
            Self::Document => words!("文書", "Document"),
            Self::Project => words!("プロジェクト", "Project"),
        }
    }
}

/// What a facet's value stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A goal.
    Sdg(Sdg),
    /// A fiscal year.
    Year(crate::fiscal_year::FiscalYear),
    /// A row of the dataset's table for this facet.
    Row(usize),
}

/// A facet's value: its key in links, what it stands for, and the programmes that have it.
#[derive(Clone, Debug)]
struct Column {
    keys: Vec<String>,
    values: Vec<Value>,
    programs: Vec<FixedBitSet>,
    /// The same, by the documents' own tags only.
    programs_by_source: Vec<FixedBitSet>,
}

impl Column {
    fn new(values: impl Iterator<Item = (String, Value)>, programs: usize) -> Self {
        let (keys, values): (Vec<_>, Vec<_>) = values.unzip();
        let empty = vec![FixedBitSet::with_capacity(programs); keys.len()];
        Self {
            keys,
            values,
            programs: empty.clone(),
            programs_by_source: empty,
        }
    }

    fn insert(&mut self, value: usize, program: ProgramId, origin: Origin) {
        self.programs[value].insert(program.row());
        if origin == Origin::Source {
            self.programs_by_source[value].insert(program.row());
        }
    }

    fn sets(&self, source_only: bool) -> &[FixedBitSet] {
        if source_only {
            &self.programs_by_source
        } else {
            &self.programs
        }
    }
}

/// Which values are chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Selection {
    chosen: [Vec<usize>; Facet::COUNT],
    /// 「原典の分類のみ」: leave the editors' tags out.
    pub source_only: bool,
}

impl Selection {
    /// The chosen values of a facet, ascending.
    #[must_use]
    pub fn chosen(&self, facet: Facet) -> &[usize] {
        &self.chosen[facet as usize]
    }

    /// Whether a value is chosen.
    #[must_use]
    pub fn contains(&self, facet: Facet, value: usize) -> bool {
        self.chosen(facet).binary_search(&value).is_ok()
    }

    /// Chooses or drops a value.
    pub fn set(&mut self, facet: Facet, value: usize, chosen: bool) {
        let values = &mut self.chosen[facet as usize];
        match (values.binary_search(&value), chosen) {
            (Err(at), true) => values.insert(at, value),
            (Ok(at), false) => {
                values.remove(at);
            }
            _ => {}
        }
    }

    /// Drops every value of a facet.
    pub fn clear(&mut self, facet: Facet) {
        self.chosen[facet as usize].clear();
    }

    /// Every chosen value.
    pub fn iter(&self) -> impl Iterator<Item = (Facet, usize)> + '_ {
        Facet::ALL
            .into_iter()
            .flat_map(|facet| self.chosen(facet).iter().map(move |value| (facet, *value)))
    }

    /// Whether nothing is chosen.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }
}

/// The programmes a selection leaves, and how many each value would.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The programmes left.
    pub programs: FixedBitSet,
    /// Per facet and value: how many programmes have it among those that the *other* facets leave.
    pub counts: [Vec<usize>; Facet::COUNT],
}

/// Every facet of a dataset.
#[derive(Clone, Debug)]
pub struct FacetIndex {
    columns: [Column; Facet::COUNT],
    /// The programmes it knows.
    programs: FixedBitSet,
}

impl FacetIndex {
    /// Reads the facets off a dataset.
    #[must_use]
    pub fn new(dataset: &Dataset) -> Self {
        Self::of(dataset, &|_| true)
    }

    /// The facets by some appearances alone. Values have the same positions and keys whichever
    /// appearances are kept; programmes without a kept one are never left by a selection.
    #[must_use]
    pub fn of(dataset: &Dataset, keep: &dyn Fn(AppearanceId) -> bool) -> Self {
        let mut known = FixedBitSet::with_capacity(dataset.programs.names.len());
        for program in dataset.program_ids() {
            known.set(program.row(), dataset.appearances_of(program).any(keep));
        }
        let programs = dataset.programs.names.len();
        let appearances = &dataset.appearances;
        let mut years = Vec::new();
        for year in &appearances.fiscal_years {
            sorted::insert(&mut years, *year);
        }
        let rows = |slugs: Vec<String>| {
            let values = slugs
                .into_iter()
                .enumerate()
                .map(|(row, slug)| (slug, Value::Row(row)));
            Column::new(values, programs)
        };
        macro_rules! slugs {
            ($table:expr) => {
                rows($table.iter().map(|row| row.slug.clone()).collect())
            };
        }
        let mut columns = [
            slugs!(dataset.categories),
            Column::new(
                Sdg::all().map(|goal| (goal.number().to_string(), Value::Sdg(goal))),
                programs,
            ),
            slugs!(dataset.areas),
            slugs!(dataset.subprefectures),
            Column::new(
                years
                    .iter()
                    .map(|year| (year.western().to_string(), Value::Year(*year))),
                programs,
            ),
            slugs!(dataset.documents),
            slugs!(dataset.projects),
        ];
        for program in known.ones().map(ProgramId::new) {
            for tag in dataset.tags_of(program) {
                let (facet, value) = match tag.label {
                    Label::Category(category) => (Facet::Category, category.row()),
                    Label::Sdg(goal) => (Facet::Sdg, usize::from(goal.number()) - 1),
                };
                columns[facet as usize].insert(value, program, tag.origin);
            }
        }
        for row in 0..appearances.programs.len() {
            if !keep(AppearanceId::new(row)) {
                continue;
            }
            let program = appearances.programs[row];
            let subprefecture = appearances.subprefectures[row];
            let year = years
                .binary_search(&appearances.fiscal_years[row])
                .unwrap_or_default();
            let mut insert = |facet: Facet, value: usize| {
                columns[facet as usize].insert(value, program, Origin::Source);
            };
            insert(Facet::Area, dataset.subprefecture(subprefecture).area.row());
            insert(Facet::Subprefecture, subprefecture.row());
            insert(Facet::Year, year);
            insert(Facet::Document, appearances.documents[row].row());
            for project in &appearances.projects[row] {
                insert(Facet::Project, project.row());
            }
        }
        Self {
            columns,
            programs: known,
        }
    }

    /// How many values a facet has.
    #[must_use]
    pub const fn len(&self, facet: Facet) -> usize {
        self.columns[facet as usize].values.len()
    }

    /// Whether there is no programme at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.programs.is_clear()
    }

    /// What a value stands for.
    #[must_use]
    pub fn value(&self, facet: Facet, value: usize) -> Value {
        self.columns[facet as usize].values[value]
    }

    /// A value's key in links.
    #[must_use]
    pub fn key(&self, facet: Facet, value: usize) -> &str {
        &self.columns[facet as usize].keys[value]
    }

    /// The value with this key.
    #[must_use]
    pub fn find(&self, facet: Facet, key: &str) -> Option<usize> {
        self.columns[facet as usize]
            .keys
            .iter()
            .position(|candidate| candidate == key)
    }

    /// Whether any programme has a value at all.
    #[must_use]
    pub fn is_used(&self, facet: Facet, value: usize) -> bool {
        !self.columns[facet as usize].programs[value].is_clear()
    }

    /// How many programmes dropping the choice of one facet would leave; for saying what to loosen.
    #[must_use]
    pub fn without(&self, facet: Facet, selection: &Selection, found: &FixedBitSet) -> usize {
        let mut looser = selection.clone();
        looser.clear(facet);
        self.apply(&looser, found).programs.count_ones(..)
    }

    /// Applies a selection to the programmes that a text search left (`found`).
    #[must_use]
    pub fn apply(&self, selection: &Selection, found: &FixedBitSet) -> Outcome {
        let within: [Option<FixedBitSet>; Facet::COUNT] = Facet::ALL.map(|facet| {
            let sets = self.columns[facet as usize].sets(selection.source_only);
            let mut chosen = selection.chosen(facet).iter();
            let mut any = sets[*chosen.next()?].clone();
            for value in chosen {
                any.union_with(&sets[*value]);
            }
            Some(any)
        });
        let across = |but: Option<Facet>| {
            let mut left = found.clone();
            left.intersect_with(&self.programs);
            for facet in Facet::ALL {
                if Some(facet) != but
                    && let Some(any) = &within[facet as usize]
                {
                    left.intersect_with(any);
                }
            }
            left
        };
        let counts = Facet::ALL.map(|facet| {
            let left = across(Some(facet));
            self.columns[facet as usize]
                .sets(selection.source_only)
                .iter()
                .map(|set| set.intersection_count(&left))
                .collect()
        });
        Outcome {
            programs: across(None),
            counts,
        }
    }
}
