//! What the documents speak of: the words of the product, one type each.
//!
//! Tables that grow with the data (programmes, appearances, tags, indicators) are columns; the
//! small ones are lists of records. Rows are named by typed positions ([`ProgramId`] …), which
//! mean something only within one [`Dataset`](crate::dataset::Dataset); outside it (links, files,
//! drafts) the text ids ("slugs") of the files are used.

use crate::{decimal::Decimal, fiscal_year::FiscalYear, texts::Texts};
use serde::{Deserialize, Serialize};

/// A typed position in a table.
pub trait RowId: Copy + Eq + Ord {
    /// The row at this position.
    fn new(row: usize) -> Self;
    /// The position.
    fn row(self) -> usize;
}

macro_rules! row_ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(u32);

        impl RowId for $name {
            fn new(row: usize) -> Self {
                Self(u32::try_from(row).unwrap_or(u32::MAX))
            }

            fn row(self) -> usize {
                self.0 as usize
            }
        }
    )+};
}

row_ids! {
    /// A [`Document`].
    DocumentId,
    /// A 連携地域 ([`Area`]).
    AreaId,
    /// A (総合)振興局 ([`Subprefecture`]).
    SubprefectureId,
    /// A [`Category`].
    CategoryId,
    /// A プロジェクト ([`Project`]).
    ProjectId,
    /// A 事業 (a row of [`Programs`]).
    ProgramId,
    /// One programme in one document (a row of [`Appearances`]).
    AppearanceId,
    /// A 評価指標 (a row of [`Indicators`]).
    IndicatorId,
}

/// One of the source documents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// "000" … "004".
    pub slug: String,
    /// Its title, or one given by the editors where it has none.
    pub title: String,
    /// Where the title comes from.
    pub title_origin: Origin,
    /// Who published it; empty where it does not say.
    pub publisher: String,
    /// The year it belongs to.
    pub fiscal_year: Option<FiscalYear>,
    /// What it holds, in a sentence.
    pub subject: String,
    /// What a reader should know of it.
    pub note: String,
}

/// 出典: a document and the place in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source<'a> {
    /// The document.
    pub document: DocumentId,
    /// The heading or table it stands under.
    pub section: &'a str,
}

/// Whether a document says it, or this project's editors do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// The document says so.
    Source,
    /// 編集部による分類.
    Editorial,
}

/// 連携地域.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    /// Its id in links and files.
    pub slug: String,
    /// 「道央広域連携地域」.
    pub name: String,
    /// 「道央広域」.
    pub short_name: String,
    /// How many projects the policy counts there.
    pub project_count: u32,
}

/// (総合)振興局.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subprefecture {
    /// Its id in links and files.
    pub slug: String,
    /// 「空知」.
    pub name: String,
    /// The area it belongs to.
    pub area: AreaId,
    /// Where its office is.
    pub seat: Place,
}

/// A named point.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// 「岩見沢市」.
    pub name: String,
    /// Degrees north.
    pub latitude: Decimal,
    /// Degrees east.
    pub longitude: Decimal,
    /// Whether the position is only good to about 1 km.
    pub approximate: bool,
}

impl Eq for Place {}

/// A municipality of a 振興局.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Municipality {
    /// Its id in files.
    pub slug: String,
    /// The 振興局 it lies in.
    pub subprefecture: SubprefectureId,
    /// Its name and office.
    pub place: Place,
    /// Its name as the documents have it, where `place` has the English one.
    #[serde(skip)]
    pub printed_name: Option<String>,
}

impl Municipality {
    /// Its name in files, which is the documents' in either language: 「倶知安町」.
    #[must_use]
    pub fn name_in_files(&self) -> &str {
        self.printed_name.as_deref().unwrap_or(&self.place.name)
    }

    /// Whether it is meant by a name in either language (「倶知安町」, "Kutchan Town", "Kutchan") or by its id,
    /// whichever is spoken: a file may come from somebody who speaks the other.
    #[must_use]
    pub fn is_called(&self, name: &str) -> bool {
        let lower = name.to_ascii_lowercase();
        let bare = [" city", " town", " village"]
            .iter()
            .find_map(|suffix| lower.strip_suffix(suffix));
        self.place.name == name
            || self.name_in_files() == name
            || self.slug == bare.unwrap_or(&lower)
    }
}

/// カテゴリー of programmes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Category {
    /// Its id in links and files.
    pub slug: String,
    /// 「地域資源」.
    pub name: String,
}

/// A goal of the SDGs, 1 to 17.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Sdg(u8);

impl Sdg {
    /// How many goals there are.
    pub const COUNT: u8 = 17;

    /// Its number.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }

    /// Every goal, in order.
    pub fn all() -> impl DoubleEndedIterator<Item = Self> {
        (1..=Self::COUNT).map(Self)
    }
}

/// A number that is not one of the 17 goals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoSuchGoal;

impl std::fmt::Display for NoSuchGoal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("no SDG has this number")
    }
}

impl TryFrom<u8> for Sdg {
    type Error = NoSuchGoal;

    fn try_from(number: u8) -> Result<Self, NoSuchGoal> {
        if (1..=Self::COUNT).contains(&number) {
            Ok(Self(number))
        } else {
            Err(NoSuchGoal)
        }
    }
}

impl From<Sdg> for u8 {
    fn from(goal: Sdg) -> Self {
        goal.0
    }
}

/// プロジェクト: a bundle of programmes and KPIs of one plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Project {
    /// Its id in links and files.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// The documents it stands in.
    pub appearances: Vec<ProjectAppearance>,
}

/// In which capacity a document names a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ProjectKind {
    /// The yearly review (推進管理).
    Review,
    /// The budget table.
    Budget,
    /// An example of the policy paper.
    Example,
    /// The Shiribeshi vision.
    Vision,
}

/// A project in one document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProjectAppearance {
    /// The document.
    pub document: DocumentId,
    /// Where in it.
    pub section: String,
    /// Its ①②③ there, if it has one.
    pub number: Option<u8>,
    /// The area it is counted in.
    pub area: AreaId,
    /// In which capacity.
    pub kind: ProjectKind,
    /// The name as that document prints it, where it differs.
    pub name_as_printed: Option<String>,
    /// 推進エリア / 地域区分.
    pub subprefectures: Vec<SubprefectureId>,
}

/// 事業: the distinct programmes. The same name is the same programme.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Programs {
    /// Ids in links and files.
    pub slugs: Texts,
    /// Names.
    pub names: Texts,
}

/// Programmes as they stand in the documents, ordered by programme.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appearances {
    /// The programme of each row, ascending.
    pub programs: Vec<ProgramId>,
    /// The document of each row.
    pub documents: Vec<DocumentId>,
    /// Where in the document.
    pub sections: Texts,
    /// Its place in the order of the document, from 1; 0 where the file gives none.
    pub positions: Vec<u16>,
    /// The year the document speaks of.
    pub fiscal_years: Vec<FiscalYear>,
    /// The 振興局 in charge.
    pub subprefectures: Vec<SubprefectureId>,
    /// 予算額, in 千円.
    pub budgets: Vec<Option<u32>>,
    /// First and last year of the programme.
    pub periods: Vec<Option<(FiscalYear, FiscalYear)>>,
    /// How many SDG pictures the document showed (their numbers are lost in its text).
    pub sdg_icon_counts: Vec<Option<u8>>,
    /// 事業概要.
    pub outlines: Texts,
    /// 主な実績.
    pub results: Texts,
    /// Captions of its photographs.
    pub captions: Texts,
    /// The projects it belongs to there.
    pub projects: Vec<Vec<ProjectId>>,
}

/// What a tag says of a programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Label {
    /// It belongs to a category.
    Category(CategoryId),
    /// It serves a goal.
    Sdg(Sdg),
}

/// Categories and goals of programmes, with where they come from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tags {
    /// The programme of each tag, ascending.
    pub programs: Vec<ProgramId>,
    /// What it says.
    pub labels: Vec<Label>,
    /// Who says it.
    pub origins: Vec<Origin>,
    /// The document it is drawn from.
    pub documents: Vec<DocumentId>,
    /// Why the editors say it; empty for tags of the source.
    pub reasons: Texts,
}

/// A year's entry in an indicator's series.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Observation {
    /// The document has no entry.
    #[default]
    Absent,
    /// 集計中: the document says the figure is still being compiled.
    Pending,
    /// 実績値.
    Published(Decimal),
}

impl Observation {
    /// The figure, if published.
    #[must_use]
    pub const fn value(self) -> Option<Decimal> {
        match self {
            Self::Published(value) => Some(value),
            Self::Absent | Self::Pending => None,
        }
    }
}

/// A figure and its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Dated {
    /// The fiscal year.
    pub year: FiscalYear,
    /// The figure.
    pub value: Decimal,
}

/// 評価指標: one row each, results as a dense matrix.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indicators {
    /// Ids in links, files and drafts.
    pub slugs: Texts,
    /// Names, as the document prints them.
    pub names: Texts,
    /// Units: 人, 千人, %, ha …
    pub units: Texts,
    /// 基準値.
    pub baselines: Vec<Option<Dated>>,
    /// 目標値.
    pub targets: Vec<Option<Dated>>,
    /// Where the definition stands.
    pub documents: Vec<DocumentId>,
    /// Where in the document.
    pub sections: Texts,
    /// What a reader should know.
    pub notes: Texts,
    /// The first year of `results`.
    pub first_year: FiscalYear,
    /// Years per row of `results`.
    pub year_count: u16,
    /// 実績値, row by row.
    pub results: Vec<Observation>,
}

/// A line of a document's list of indicators.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    /// The document.
    pub document: DocumentId,
    /// Where in it.
    pub section: String,
    /// The project it is listed under.
    pub project: ProjectId,
    /// The indicator.
    pub indicator: IndicatorId,
    /// 再掲: it is listed under another project as well.
    pub relisted: bool,
    /// The name as printed there, where it differs.
    pub name_as_printed: Option<String>,
}

/// 001: the yearly review, as far as it is prose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// The document.
    pub document: DocumentId,
    /// Its title.
    pub title: String,
    /// Who wrote it.
    pub organisation: String,
    /// The year it was written in.
    pub fiscal_year: FiscalYear,
    /// The year whose results it reports.
    pub reporting_year: FiscalYear,
    /// Its projects, in order.
    pub projects: Vec<ReviewProject>,
    /// 分析・対応方向.
    pub statements: Vec<Statement>,
    /// Footnotes.
    pub footnotes: Vec<String>,
}

/// A project of the review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewProject {
    /// The project.
    pub project: ProjectId,
    /// 推進エリア, as printed.
    pub area_as_printed: String,
    /// 目的.
    pub purpose: String,
    /// これまでの主な取組・成果.
    pub activities: Vec<Activity>,
    /// Next year's 主な取組.
    pub initiatives: Vec<Initiative>,
}

/// 取組: something done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activity {
    /// Its heading.
    pub title: String,
    /// Who did it.
    #[serde(default)]
    pub organisers: Vec<String>,
    /// Its events; an activity has at least one.
    #[serde(rename = "event")]
    pub events: Vec<Event>,
}

/// When, where and what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Its own heading, if it has one.
    #[serde(default)]
    pub title: String,
    /// 開催日, as printed.
    #[serde(default)]
    pub when: Vec<String>,
    /// The first day (or month), ISO 8601.
    #[serde(default)]
    pub from: String,
    /// The last day (or month), ISO 8601.
    #[serde(default)]
    pub to: String,
    /// 場所.
    #[serde(default)]
    pub place: String,
    /// 概要.
    #[serde(default)]
    pub outline: String,
    /// Figures and remarks beside it.
    #[serde(default)]
    pub notes: Vec<String>,
    /// Captions of its photographs.
    #[serde(default)]
    pub captions: Vec<String>,
}

/// 主な取組 of the coming year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Initiative {
    /// The year it is planned for.
    pub fiscal_year: FiscalYear,
    /// What is planned.
    pub text: String,
    /// By whom.
    #[serde(default)]
    pub organisers: Vec<String>,
}

/// A sentence of the review's analysis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Whether it looks back or forward.
    pub kind: StatementKind,
    /// The sentence.
    pub text: String,
    /// The indicator it speaks of, if one.
    pub indicator: Option<IndicatorId>,
}

/// Whether a [`Statement`] looks back or forward.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum StatementKind {
    /// 分析.
    Analysis,
    /// 対応方向.
    Outlook,
}

/// 002: the budget table, as far as it is prose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BudgetTable {
    /// The document.
    pub document: DocumentId,
    /// Its title.
    pub title: String,
    /// Its introduction.
    pub text: String,
    /// 「千円」.
    pub unit_as_printed: String,
    /// 「R3 予算額」.
    pub amount_label: String,
}

/// 003: the policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    /// The document.
    pub document: DocumentId,
    /// Its title.
    pub title: String,
    /// Its numbered sections.
    pub sections: Vec<PolicySection>,
    /// One example project per area.
    pub examples: Vec<PolicyExample>,
    /// Remarks.
    pub notes: Vec<String>,
}

/// A numbered section of the policy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicySection {
    /// 1 to 4.
    pub number: u8,
    /// Its heading.
    pub title: String,
    /// Its text.
    #[serde(default)]
    pub text: String,
    /// Its points.
    #[serde(default, rename = "item")]
    pub items: Vec<PolicyItem>,
}

/// A point of a section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyItem {
    /// Its heading.
    pub title: String,
    /// Its text.
    pub text: String,
}

/// The example project of an area.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyExample {
    /// The area.
    pub area: AreaId,
    /// The project.
    pub project: ProjectId,
    /// 主な施策.
    pub measures: Vec<String>,
    /// 主なKPI.
    pub indicator: IndicatorId,
}

/// 004: the Shiribeshi vision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vision {
    /// The document.
    pub document: DocumentId,
    /// Its title.
    pub title: String,
    /// The heading above the title.
    pub heading: String,
    /// How it came about.
    pub background: Vec<Background>,
    /// Decisions it cites.
    pub approvals: Vec<String>,
    /// Its projects.
    pub projects: Vec<VisionProject>,
    /// 付図: what the infrastructure map shall show.
    pub map: MapSpecification,
}

/// A paragraph of the vision's introduction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Background {
    /// The number of the point it belongs to.
    pub number: Option<u8>,
    /// The paragraph.
    pub text: String,
}

/// A project of the vision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisionProject {
    /// The project.
    pub project: ProjectId,
    /// 推進エリア, as printed.
    pub area_as_printed: String,
    /// 目的.
    pub purpose: String,
    /// 施策.
    pub measures: Vec<Measure>,
}

/// 施策 of the vision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    /// Its heading.
    pub title: String,
    /// Its points.
    #[serde(default)]
    pub items: Vec<String>,
    /// Whether the document closes the points with 「など」.
    #[serde(default)]
    pub more: bool,
    /// Whether it stands after the label 「施策」 in the document's text.
    #[serde(default)]
    pub after_label: bool,
}

/// 付図 of the vision: a layout, not data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MapSpecification {
    /// Its title.
    pub title: String,
    /// 下地.
    pub base: String,
    /// What is written on it.
    pub statement: String,
    /// 図示する情報.
    pub shown: Vec<String>,
    /// 図示できない情報.
    pub callout: String,
    /// Examples.
    pub examples: Vec<String>,
}

/// A line of the dataset's own history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The edition it came with.
    pub version: String,
    /// The day that edition was published (ISO 8601); empty while it is not.
    pub date: String,
    /// What changed.
    pub text: String,
}
