//! The official plan and up to three scenarios beside each other: the figures of each, what differs
//! from the official plan, and whether that is for the better. Knows no page and no colours.
//!
//! | figure | when it counts as better |
//! |---|---|
//! | 最新の実績 | nearer to the target's side: more where the target lies above the baseline (or is to be kept), less where it lies below |
//! | 進捗率 (参考値 while the year is 集計中) | as the results it is made of: a higher rate where more is better, a lower one where less is |
//! | 達成率 | higher: it is a part of the way, whichever way that leads |
//! | 判定 | A before B … before 後退, 維持 before 未達; not where the bands begin elsewhere |
//! | 必要な年あたりの伸び | the smaller change: 「楽になる」 |
//! | 基準値, 目標値, 目標年度 | never: they are what a person sets, and only said to be lowered or put off |
//!
//! A target that is lowered lifts the rates although nothing has come of it, so a rate that moved
//! without its result says 「実績は同じ」. Where the targets of two plans lie on different sides of
//! their baselines, nothing that depends on the side is judged.
//!
//! A difference is that of the printed figures, so that it can be checked by eye. Where one plan
//! prints more decimals than the other, both are rounded to the fewer: more of them would be a
//! difference in printing.

use crate::{
    dataset::Dataset,
    decimal::{Decimal, MAX_DECIMALS},
    explain,
    fiscal_year::Era,
    format,
    model::{Dated, IndicatorId, Observation},
    progress::{Attainment, Band, Direction, Method, OfficialRate, Progress, direction, evaluate},
    ratio::{Ratio, Rounded},
    scenario::{Figures, Scenario, ScenarioId, Scenarios, Settings},
};
use std::{cmp::Ordering, fmt, str::FromStr};

/// The scenarios that a link asks to compare: at most [`Compared::MOST`], none twice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Compared([Option<ScenarioId>; Self::MOST]);

impl Compared {
    /// More columns and lines could not be told apart.
    pub const MOST: usize = 3;

    /// In the order they were added.
    pub fn iter(self) -> impl Iterator<Item = ScenarioId> {
        self.0.into_iter().flatten()
    }

    /// Whether none is asked for.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0[0].is_none()
    }

    /// Adds one; whether there was room and it was not there.
    pub fn add(&mut self, id: ScenarioId) -> bool {
        if self.0.contains(&Some(id)) {
            return false;
        }
        match self.0.iter_mut().find(|place| place.is_none()) {
            Some(place) => {
                *place = Some(id);
                true
            }
            None => false,
        }
    }

    /// Takes one away; the others move up.
    pub fn remove(&mut self, id: ScenarioId) {
        let mut rest = Self::default();
        for other in self.iter().filter(|other| *other != id) {
            rest.add(other);
        }
        *self = rest;
    }

    /// Reads what [`fmt::Display`] writes; commas will do as well. What is not understood is left
    /// out, and the second is then false.
    #[must_use]
    pub fn parse(text: &str) -> (Self, bool) {
        let (mut compared, mut understood) = (Self::default(), true);
        for id in text.split(['.', ',']) {
            understood &= ScenarioId::from_str(id).is_ok_and(|id| compared.add(id));
        }
        (compared, understood)
    }

    /// Those that are there, in the order of the list, and how many are not. Without any: the one in
    /// use and the first others.
    #[must_use]
    pub fn among(self, scenarios: &Scenarios, in_use: ScenarioId) -> (Vec<ScenarioId>, usize) {
        let ids = || scenarios.iter().map(|(id, _)| id);
        let mut wanted: Vec<_> = self
            .iter()
            .filter(|id| ids().any(|there| there == *id))
            .collect();
        let missing = self.iter().count() - wanted.len();
        if wanted.is_empty() {
            let others = ids().filter(|id| *id != in_use);
            wanted = std::iter::once(in_use)
                .chain(others)
                .take(Self::MOST)
                .collect();
        }
        (ids().filter(|id| wanted.contains(id)).collect(), missing)
    }
}

/// As in links: "1.k3f9x2", with a sign that queries need not escape.
impl fmt::Display for Compared {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, id) in self.iter().enumerate() {
            if place > 0 {
                formatter.write_str(".")?;
            }
            id.fmt(formatter)?;
        }
        Ok(())
    }
}

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// 基準値.
    Baseline,
    /// 目標値.
    Target,
    /// 目標年度.
    TargetYear,
    /// 最新の実績.
    Latest,
    /// 進捗率, or its 参考値.
    OfficialRate,
    /// 達成率.
    Attainment,
    /// 判定.
    Band,
    /// 必要な年あたりの伸び.
    Needed,
}

impl Item {
    /// Every figure, in the order of the page.
    pub const ALL: [Self; 8] = [
        Self::Baseline,
        Self::Target,
        Self::TargetYear,
        Self::Latest,
        Self::OfficialRate,
        Self::Attainment,
        Self::Band,
        Self::Needed,
    ];

    /// Its name on the page.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Baseline => "基準値",
            Self::Target => "目標値",
            Self::TargetYear => "目標年度",
            Self::Latest => "最新の実績",
            Self::OfficialRate => "進捗率",
            Self::Attainment => "達成率",
            Self::Band => "判定",
            Self::Needed => "必要な年あたりの伸び",
        }
    }
}

/// What a difference means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// For the better.
    Better,
    /// For the worse.
    Worse,
    /// No difference.
    Same,
    /// A difference that is neither: what a person sets.
    Neither,
    /// There is nothing to compare, or no common measure.
    Unknown,
}

impl Sense {
    /// Its sign, so that it can be told without colour.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Better => "▲",
            Self::Worse => "▼",
            Self::Same => "＝",
            Self::Neither => "※",
            Self::Unknown => "？",
        }
    }
}

/// How a figure differs from the official one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// 「+16.0ポイント」, where there are two figures that differ.
    pub amount: Option<String>,
    /// What it means.
    pub sense: Sense,
    /// The same in words.
    pub words: &'static str,
    /// What else to know of it: 「実績は同じ」.
    pub note: Option<&'static str>,
}

impl Difference {
    /// 「▲ 良くなる（実績は同じ）」.
    #[must_use]
    pub fn meaning(&self) -> String {
        let note = self
            .note
            .map_or_else(String::new, |note| format!("（{note}）"));
        format!("{} {}{note}", self.sense.sign(), self.words)
    }

    const SAME: Self = Self {
        amount: None,
        sense: Sense::Same,
        words: "変わらない",
        note: None,
    };

    fn unknown(words: &'static str) -> Self {
        Self {
            words,
            sense: Sense::Unknown,
            ..Self::SAME
        }
    }

    fn neither(amount: String, words: &'static str) -> Self {
        Self {
            amount: Some(amount),
            words,
            sense: Sense::Neither,
            note: None,
        }
    }

    fn judged(better: bool) -> Self {
        let (sense, words) = if better {
            (Sense::Better, "良くなる")
        } else {
            (Sense::Worse, "悪くなる")
        };
        Self {
            sense,
            words,
            ..Self::SAME
        }
    }

    fn by(self, amount: String) -> Self {
        Self {
            amount: Some(amount),
            ..self
        }
    }

    fn with_note(self, note: Option<&'static str>) -> Self {
        Self { note, ..self }
    }
}

const NOTHING_TO_COMPARE: &str = "比べられない";
const OTHER_SIDE: &str = "目標の向きが違う";
const OTHER_YEAR: &str = "年度が違う";
const OTHER_LIMITS: &str = "評価の区切りが違う";

/// A figure of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// As it is printed.
    pub text: String,
    /// Of which year, or why there is none.
    pub note: Option<String>,
    /// Its difference to the official figure; none for the official plan, and where neither has one.
    pub difference: Option<Difference>,
}

/// A figure of every plan, the official one first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which.
    pub item: Item,
    /// One for each plan.
    pub cells: Vec<Cell>,
}

/// An indicator as a plan has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Its figures.
    pub figures: Figures,
    /// What follows from them.
    pub progress: Progress,
    /// How many of the figures differ from the official ones.
    pub changes: usize,
    method: Method,
    decimals: u8,
}

/// An indicator in every plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The plans, the official one first.
    pub plans: Vec<Standing>,
    /// The figures.
    pub rows: Vec<Row>,
}

impl Standing {
    /// An indicator as a scenario has it; the official plan is the scenario that changes nothing.
    #[must_use]
    pub fn new(dataset: &Dataset, scenario: &Scenario, indicator: IndicatorId) -> Self {
        let changes = scenario.get(indicator).map_or(0, |changes| changes.len());
        Self {
            changes,
            ..Self::of(
                scenario.figures(dataset, indicator),
                scenario.settings(),
                scenario.settings().method(dataset),
            )
        }
    }

    fn of(figures: Figures, settings: &Settings, method: Method) -> Self {
        Self {
            progress: evaluate(&figures.series(), &method),
            figures,
            changes: 0,
            method,
            decimals: settings.decimals,
        }
    }

    fn rate(&self) -> Option<Ratio> {
        let reference = self.progress.reference.map(|(_, rate)| rate);
        self.progress.official.ratio().or(reference)
    }

    /// The result that [`Self::rate`] is made of.
    fn rated(&self) -> Option<Dated> {
        let year = self.method.reporting_year;
        match self.figures.series().observation(year) {
            Observation::Published(value) => Some(Dated { year, value }),
            _ => self.progress.latest,
        }
    }

    /// Whether more is better; none without a target.
    fn rises(&self) -> Option<bool> {
        let target = self.figures.target?;
        Some(direction(self.figures.baseline, target) != Direction::Down)
    }

    /// Whether a higher 進捗率 is better: below 0, the nearer to 0 the smaller a share of the target.
    fn rate_rises(&self) -> Option<bool> {
        let above_zero = self.figures.target?.value.micro() > 0;
        Some(self.rises()? == above_zero)
    }

    /// 必要な年あたりの伸び; 0 when the target is met.
    fn needed(&self) -> Option<Ratio> {
        if self.progress.met == Some(true) {
            Ratio::new(0, 1)
        } else {
            self.progress.needed_per_year
        }
    }

    /// The decimals that a computed value is printed with.
    fn value_decimals(&self) -> u8 {
        explain::expected_decimals(&self.figures.series())
    }

    fn percent(&self, rate: Ratio) -> String {
        format!("{}%", format::digits(rate.percent(self.decimals)))
    }

    /// A figure as it is printed, and what stands under it.
    fn cell(&self, item: Item, unit: &str, era: Era) -> (String, Option<String>) {
        let none = || format::NONE.to_owned();
        let dated = |dated: Option<Dated>| match dated {
            Some(dated) => (
                format::quantity(dated.value, unit),
                Some(dated.year.name(era)),
            ),
            None => (none(), None),
        };
        let progress = &self.progress;
        match item {
            Item::Baseline => dated(self.figures.baseline),
            Item::Target => (dated(self.figures.target).0, None),
            Item::TargetYear => {
                let year = self.figures.target.map(|target| target.year.name(era));
                (year.unwrap_or_else(none), None)
            }
            Item::Latest => dated(progress.latest),
            Item::OfficialRate => {
                let why = match progress.official {
                    OfficialRate::Rate(_) => None,
                    OfficialRate::Pending => Some("集計中"),
                    OfficialRate::NoResult => Some("実績の記載なし"),
                    OfficialRate::Undefined => Some("計算できません"),
                };
                let note = why.map(|why| match progress.reference {
                    Some((year, _)) => format!(
                        "参考値（{}。{}は{why}）",
                        year.name(era),
                        self.method.reporting_year.name(era)
                    ),
                    None => why.to_owned(),
                });
                let rate = self.rate().map(|rate| self.percent(rate));
                (rate.unwrap_or_else(none), note)
            }
            Item::Attainment => match progress.attainment {
                Attainment::Rate(rate) => (self.percent(rate), None),
                Attainment::Maintain { shortfall } => {
                    let met = progress.met == Some(true);
                    let note = shortfall.map(|share| format!("目標比 {}", self.percent(share)));
                    (if met { "維持" } else { "未達" }.to_owned(), note)
                }
                Attainment::Undefined => (none(), None),
            },
            Item::Band => (format::band_sign(progress.band).to_owned(), None),
            Item::Needed => match (progress.met, self.needed()) {
                (Some(true), _) => ("必要なし".to_owned(), Some("届いています".to_owned())),
                (_, Some(needed)) => (
                    format::change(needed.round(self.value_decimals()), unit),
                    None,
                ),
                (Some(false), None) => (none(), Some("目標年度を過ぎています".to_owned())),
                (None, None) => (none(), None),
            },
        }
    }

    /// How this one differs from the official plan.
    fn difference(&self, official: &Self, item: Item, unit: &str) -> Option<Difference> {
        let rises = agreed(official.rises(), self.rises());
        let (before, after) = (&official.progress, &self.progress);
        match item {
            Item::Baseline => both(official.figures.baseline, self.figures.baseline, |a, b| {
                set(
                    amount(a.value, b.value),
                    unit,
                    ["基準値を下げた", "基準値を上げた"],
                )
            }),
            Item::Target => both(official.figures.target, self.figures.target, |a, b| {
                let words = match rises {
                    Some(true) => [
                        "目標を下げた（届きやすくなる）",
                        "目標を上げた（届きにくくなる）",
                    ],
                    Some(false) => [
                        "目標を下げた（届きにくくなる）",
                        "目標を上げた（届きやすくなる）",
                    ],
                    None => ["目標を下げた", "目標を上げた"],
                };
                set(amount(a.value, b.value), unit, words)
            }),
            Item::TargetYear => both(official.figures.target, self.figures.target, |a, b| {
                let years = Rounded {
                    mantissa: b.year.since(a.year).into(),
                    decimals: 0,
                };
                set(years, "年", ["期限を早めた", "期限を延ばした"])
            }),
            Item::Latest => both(before.latest, after.latest, |a, b| {
                let other_year = (a.year != b.year).then_some(OTHER_YEAR);
                judge(amount(a.value, b.value), unit, rises).with_note(other_year)
            }),
            Item::OfficialRate => both(official.rate(), self.rate(), |a, b| {
                let better = agreed(official.rate_rises(), self.rate_rises());
                judge(self.points(official, a, b), "%", better)
                    .noting(official.rated(), self.rated())
            }),
            Item::Attainment => match (before.attainment, after.attainment) {
                (Attainment::Undefined, Attainment::Undefined) => None,
                (Attainment::Rate(a), Attainment::Rate(b)) => {
                    let better = rises.map(|_| true);
                    let difference = judge(self.points(official, a, b), "%", better);
                    Some(difference.noting(before.latest, after.latest))
                }
                (Attainment::Maintain { shortfall: a }, Attainment::Maintain { shortfall: b }) => {
                    both(a, b, |a, b| {
                        judge(self.points(official, a, b), "%", rises)
                            .noting(before.latest, after.latest)
                    })
                }
                _ => Some(Difference::unknown(NOTHING_TO_COMPARE)),
            },
            Item::Band => self.band_difference(official),
            Item::Needed => both(official.needed(), self.needed(), |a, b| {
                let decimals = self.value_decimals().min(official.value_decimals());
                let (a, b) = (a.round(decimals), b.round(decimals));
                let change = format::change(difference(a, b), unit);
                match rises {
                    _ if a == b => Difference::SAME,
                    None => Difference::unknown(OTHER_SIDE).by(change),
                    Some(_) => {
                        // How far there is to go, whichever way that leads.
                        let easier = b.mantissa.abs() < a.mantissa.abs();
                        let words = if easier {
                            "楽になる"
                        } else {
                            "きびしくなる"
                        };
                        let judged = Difference {
                            words,
                            ..Difference::judged(easier).by(change)
                        };
                        judged.noting(before.latest, after.latest)
                    }
                }
            }),
        }
    }

    /// The difference of two rates as both are printed.
    fn points(&self, official: &Self, before: Ratio, after: Ratio) -> Rounded {
        let decimals = self.decimals.min(official.decimals);
        difference(before.percent(decimals), after.percent(decimals))
    }

    fn band_difference(&self, official: &Self) -> Option<Difference> {
        let (before, after) = (official.progress.band, self.progress.band);
        let limits = |standing: &Self| (standing.method.bands, standing.method.tolerance);
        let other_limits = limits(self) != limits(official);
        let difference = match (rank(before), rank(after)) {
            (None, None) => return None,
            (Some(a), Some(b)) if a == b => {
                Difference::SAME.with_note(other_limits.then_some(OTHER_LIMITS))
            }
            _ if other_limits => Difference::unknown(OTHER_LIMITS),
            (Some((kind, a)), Some((other, b))) if kind == other => {
                Difference::judged(b > a).noting(official.progress.latest, self.progress.latest)
            }
            _ => Difference::unknown(NOTHING_TO_COMPARE),
        };
        Some(difference)
    }
}

impl Difference {
    /// Says where a difference does not come from the results, or from those of another year.
    fn noting(self, before: Option<Dated>, after: Option<Dated>) -> Self {
        let note = match (self.sense, before, after) {
            (Sense::Better | Sense::Worse, Some(a), Some(b)) if a == b => Some("実績は同じ"),
            (_, Some(a), Some(b)) if a.year != b.year => Some(OTHER_YEAR),
            _ => None,
        };
        self.with_note(note)
    }
}

/// What both plans say, where they agree.
fn agreed(before: Option<bool>, after: Option<bool>) -> Option<bool> {
    before.filter(|_| before == after)
}

/// Compares where both have a figure; nothing where neither has one.
fn both<T>(
    before: Option<T>,
    after: Option<T>,
    compare: impl FnOnce(T, T) -> Difference,
) -> Option<Difference> {
    match (before, after) {
        (None, None) => None,
        (Some(before), Some(after)) => Some(compare(before, after)),
        _ => Some(Difference::unknown(NOTHING_TO_COMPARE)),
    }
}

/// A difference of something that a person sets, with words for less and for more.
fn set(change: Rounded, unit: &str, [less, more]: [&'static str; 2]) -> Difference {
    let words = match change.mantissa.cmp(&0) {
        Ordering::Equal => return Difference::SAME,
        Ordering::Less => less,
        Ordering::Greater => more,
    };
    Difference::neither(format::change(change, unit), words)
}

/// A difference that is for the better or the worse; `more_is_better` is none where it cannot be said.
fn judge(change: Rounded, unit: &str, more_is_better: Option<bool>) -> Difference {
    if change.mantissa == 0 {
        return Difference::SAME;
    }
    let difference = match more_is_better {
        Some(more_is_better) => Difference::judged((change.mantissa > 0) == more_is_better),
        None => Difference::unknown(OTHER_SIDE),
    };
    difference.by(format::change(change, unit))
}

/// after − before, exact.
fn amount(before: Decimal, after: Decimal) -> Rounded {
    let decimals = before.decimals().max(after.decimals());
    let micro = i128::from(after.micro()) - i128::from(before.micro());
    Rounded {
        mantissa: micro / 10_i128.pow(u32::from(MAX_DECIMALS - decimals)),
        decimals,
    }
}

/// after − before of figures with the same decimals, as printed.
fn difference(before: Rounded, after: Rounded) -> Rounded {
    Rounded {
        mantissa: after.mantissa - before.mantissa,
        decimals: after.decimals,
    }
}

/// Which scale a band is on, and how high.
const fn rank(band: Band) -> Option<(bool, u8)> {
    Some(match band {
        Band::A => (true, 4),
        Band::B => (true, 3),
        Band::C => (true, 2),
        Band::D => (true, 1),
        Band::Behind => (true, 0),
        Band::Kept => (false, 1),
        Band::NotKept => (false, 0),
        Band::Unknown => return None,
    })
}

impl Comparison {
    /// An indicator in the official plan and in these scenarios.
    #[must_use]
    pub fn new(
        dataset: &Dataset,
        indicator: IndicatorId,
        scenarios: &[&Scenario],
        era: Era,
    ) -> Self {
        let official = Scenario::default();
        let plans = std::iter::once(&official).chain(scenarios.iter().copied());
        let plans = plans.map(|plan| Standing::new(dataset, plan, indicator));
        Self::of(plans.collect(), dataset.unit(indicator), era)
    }

    fn of(plans: Vec<Standing>, unit: &str, era: Era) -> Self {
        let row = |item: Item| {
            let cells = plans.iter().enumerate().map(|(place, plan)| {
                let (text, note) = plan.cell(item, unit, era);
                let official = plans.first().filter(|_| place > 0);
                let difference =
                    official.and_then(|official| plan.difference(official, item, unit));
                Cell {
                    text,
                    note,
                    difference,
                }
            });
            Row {
                item,
                cells: cells.collect(),
            }
        };
        Self {
            rows: Item::ALL.into_iter().map(row).collect(),
            plans,
        }
    }

    /// Whether any plan changes the indicator, or makes something else of it by its settings.
    #[must_use]
    pub fn differs(&self) -> bool {
        let mut cells = self.rows.iter().flat_map(|row| &row.cells);
        self.plans.iter().any(|plan| plan.changes > 0)
            || cells.any(|cell| {
                let difference = cell.difference.as_ref();
                difference.is_some_and(|difference| difference.sense != Sense::Same)
            })
    }
}

/// Every indicator in these plans, or only those that differ in any.
#[must_use]
pub fn tables(
    dataset: &Dataset,
    scenarios: &[&Scenario],
    everything: bool,
    era: Era,
) -> Vec<(IndicatorId, Comparison)> {
    // What no scenario touches is not computed to find that out.
    let touched = |indicator: &IndicatorId| {
        scenarios.iter().any(|scenario| {
            scenario.get(*indicator).is_some() || *scenario.settings() != Settings::default()
        })
    };
    dataset
        .indicator_ids()
        .filter(|indicator| everything || touched(indicator))
        .map(|indicator| {
            let comparison = Comparison::new(dataset, indicator, scenarios, era);
            (indicator, comparison)
        })
        .filter(|(_, comparison)| everything || comparison.differs())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fiscal_year::FiscalYear;

    fn year(western: u16) -> FiscalYear {
        FiscalYear::try_from(western).unwrap()
    }

    fn dated(western: u16, value: &str) -> Option<Dated> {
        Some(Dated {
            year: year(western),
            value: value.parse().unwrap(),
        })
    }

    /// Baseline of 2020, target of 2025 and results from 2021 on.
    fn plan(baseline: &str, target: &str, results: &[&str]) -> Standing {
        with(Settings::default(), baseline, target, results)
    }

    fn with(settings: Settings, baseline: &str, target: &str, results: &[&str]) -> Standing {
        let results = results.iter().map(|result| match *result {
            "" => Observation::Pending,
            value => Observation::Published(value.parse().unwrap()),
        });
        let figures = Figures {
            baseline: dated(2020, baseline),
            target: dated(2025, target),
            first_year: year(2021),
            results: results.collect(),
        };
        let method = Method {
            reporting_year: settings.reporting_year.unwrap_or(year(2023)),
            bands: settings.bands,
            tolerance: settings.tolerance,
            decimals: settings.decimals,
        };
        Standing::of(figures, &settings, method)
    }

    /// What is said of a figure: 「+16.0ポイント ▲ 良くなる」.
    fn said(official: &Standing, plan: &Standing, item: Item) -> String {
        let plans = vec![official.clone(), plan.clone()];
        let comparison = Comparison::of(plans, "人", Era::Wareki);
        let row = comparison.rows.iter().find(|row| row.item == item).unwrap();
        assert_eq!(row.cells[0].difference, None);
        let Some(difference) = &row.cells[1].difference else {
            return String::new();
        };
        let amount = difference.amount.clone().map(|amount| amount + " ");
        amount.unwrap_or_default() + &difference.meaning()
    }

    #[test]
    fn a_lower_target_is_neither_better_nor_worse_and_its_rates_say_that_nothing_has_come_of_it() {
        let results = ["10101", "14221", "20120"];
        let official = plan("6522", "14500", &results);
        let lower = plan("6522", "13000", &results);
        let said = |item| said(&official, &lower, item);
        assert_eq!(
            said(Item::Target),
            "−1,500人 ※ 目標を下げた（届きやすくなる）"
        );
        // 138.8 → 154.8 and 170.4 → 209.9, as 試算 prints them.
        assert_eq!(
            said(Item::OfficialRate),
            "+16.0ポイント ▲ 良くなる（実績は同じ）"
        );
        assert_eq!(
            said(Item::Attainment),
            "+39.5ポイント ▲ 良くなる（実績は同じ）"
        );
        assert_eq!(said(Item::Latest), "＝ 変わらない");
        assert_eq!(said(Item::Baseline), "＝ 変わらない");
    }

    #[test]
    fn a_better_result_is_better_whichever_way_the_target_lies() {
        for (official, better) in [
            (
                plan("50", "60", &["", "", "52"]),
                plan("50", "60", &["", "", "55"]),
            ),
            // Fewer is better, and then so is the lower 進捗率.
            (
                plan("60", "50", &["", "", "58"]),
                plan("60", "50", &["", "", "55"]),
            ),
            (
                plan("-50", "-40", &["", "", "-48"]),
                plan("-50", "-40", &["", "", "-45"]),
            ),
            (
                plan("-40", "-50", &["", "", "-42"]),
                plan("-40", "-50", &["", "", "-45"]),
            ),
        ] {
            for item in [
                Item::Latest,
                Item::OfficialRate,
                Item::Attainment,
                Item::Band,
            ] {
                assert!(
                    said(&official, &better, item).ends_with("▲ 良くなる"),
                    "{item:?}"
                );
                assert!(
                    said(&better, &official, item).ends_with("▼ 悪くなる"),
                    "{item:?}"
                );
            }
            assert!(said(&official, &better, Item::Needed).ends_with("▲ 楽になる"));
            assert!(said(&better, &official, Item::Needed).ends_with("▼ きびしくなる"));
        }
    }

    #[test]
    fn nothing_is_judged_across_targets_on_different_sides() {
        let official = plan("50", "60", &["", "", "52"]);
        let down = plan("50", "40", &["", "", "51"]);
        assert_eq!(said(&official, &down, Item::Target), "−20人 ※ 目標を下げた");
        assert_eq!(
            said(&official, &down, Item::Latest),
            "−1人 ？ 目標の向きが違う"
        );
        assert!(said(&official, &down, Item::OfficialRate).ends_with("？ 目標の向きが違う"));
        assert!(said(&official, &down, Item::Attainment).ends_with("？ 目標の向きが違う"));
        assert!(said(&official, &down, Item::Needed).ends_with("？ 目標の向きが違う"));
    }

    #[test]
    fn a_target_to_be_kept_is_kept_or_not() {
        let official = plan("113600", "113600", &["113600", "113500", "113500"]);
        let kept = plan("113600", "113600", &["113600", "113500", "113600"]);
        assert_eq!(said(&official, &kept, Item::Band), "▲ 良くなる");
        assert_eq!(
            said(&official, &kept, Item::Attainment),
            "+0.1ポイント ▲ 良くなる"
        );
        let way = plan("113600", "114000", &["113600", "113500", "113500"]);
        assert_eq!(said(&official, &way, Item::Band), "？ 比べられない");
        assert_eq!(said(&official, &way, Item::Attainment), "？ 比べられない");
    }

    #[test]
    fn what_only_one_of_them_has_cannot_be_compared_and_what_neither_has_is_not() {
        let official = plan("50", "60", &["", "", ""]);
        let tried = plan("50", "60", &["", "", "55"]);
        assert_eq!(said(&official, &tried, Item::Latest), "？ 比べられない");
        assert_eq!(
            said(&official, &tried, Item::OfficialRate),
            "？ 比べられない"
        );
        assert_eq!(said(&official, &official, Item::Latest), "");
        assert_eq!(said(&official, &official, Item::Band), "");
    }

    #[test]
    fn a_reference_rate_is_compared_and_says_its_year() {
        let official = plan("50", "60", &["52", "54", ""]);
        let tried = plan("50", "60", &["52", "54", "57"]);
        let (text, note) = official.cell(Item::OfficialRate, "人", Era::Wareki);
        assert_eq!(text, "90.0%");
        assert_eq!(
            note.as_deref(),
            Some("参考値（令和4年度。令和5年度は集計中）")
        );
        assert_eq!(
            said(&official, &tried, Item::OfficialRate),
            "+5.0ポイント ▲ 良くなる（年度が違う）"
        );
        assert_eq!(
            said(&official, &tried, Item::Latest),
            "+3人 ▲ 良くなる（年度が違う）"
        );
    }

    #[test]
    fn a_difference_in_printing_is_none() {
        let settings = Settings {
            decimals: 3,
            ..Settings::default()
        };
        let official = plan("6522", "14500", &["", "", "20120"]);
        let same = with(settings, "6522", "14500", &["", "", "20120"]);
        assert_eq!(
            same.cell(Item::OfficialRate, "人", Era::Wareki).0,
            "138.759%"
        );
        assert_eq!(said(&official, &same, Item::OfficialRate), "＝ 変わらない");
        // 138.766 prints 138.8 as well.
        let hardly = with(settings, "6522", "14500", &["", "", "20121"]);
        assert_eq!(
            said(&official, &hardly, Item::OfficialRate),
            "＝ 変わらない"
        );
        assert_eq!(said(&official, &hardly, Item::Latest), "+1人 ▲ 良くなる");
    }

    #[test]
    fn a_band_by_other_limits_is_no_better_band() {
        let mut settings = Settings::default();
        settings.bands.a = 90;
        let official = plan("50", "60", &["", "", "55.5"]);
        let lax = with(settings, "50", "60", &["", "", "55.5"]);
        assert_eq!(said(&official, &lax, Item::Band), "？ 評価の区切りが違う");
        let same = with(settings, "50", "60", &["", "", "57"]);
        let official = plan("50", "60", &["", "", "57"]);
        assert_eq!(
            said(&official, &same, Item::Band),
            "＝ 変わらない（評価の区切りが違う）"
        );
    }

    #[test]
    fn a_target_in_reach_needs_nothing() {
        let official = plan("50", "60", &["", "", "61"]);
        let higher = plan("50", "70", &["", "", "61"]);
        assert_eq!(official.cell(Item::Needed, "人", Era::Wareki).0, "必要なし");
        assert_eq!(higher.cell(Item::Needed, "人", Era::Wareki).0, "+4.5人");
        assert_eq!(
            said(&official, &higher, Item::Needed),
            "+4.5人 ▼ きびしくなる（実績は同じ）"
        );
    }

    #[test]
    fn a_link_names_up_to_three_scenarios_once_each() {
        let (compared, understood) = Compared::parse("1.k3f9x2");
        assert!(understood);
        assert_eq!(compared.to_string(), "1.k3f9x2");
        for (text, kept) in [
            ("1,2,3", "1.2.3"),
            ("1.2.3.4", "1.2.3"),
            ("1.1", "1"),
            ("1.%.2", "1.2"),
            ("", ""),
        ] {
            let (compared, understood) = Compared::parse(text);
            assert_eq!(compared.to_string(), kept, "{text}");
            assert_eq!(understood, text == "1,2,3", "{text}");
        }
        let (mut compared, _) = Compared::parse("1.2.3");
        compared.remove(ScenarioId::new(1));
        assert!(!compared.add(ScenarioId::new(2)));
        assert!(compared.add(ScenarioId::new(9)));
        assert!(!compared.add(ScenarioId::new(8)));
        assert_eq!(compared.to_string(), "2.3.9");
    }

    #[test]
    fn without_a_choice_the_one_in_use_is_compared_with_the_first_others() {
        let all = (1..=5).map(|number| (ScenarioId::new(number), Scenario::default()));
        let scenarios = Scenarios::new(all.collect(), ScenarioId::FIRST);
        let among = |text: &str, in_use| {
            let (compared, _) = Compared::parse(text);
            let (ids, missing) = compared.among(&scenarios, ScenarioId::new(in_use));
            (
                ids.iter().map(|id| id.number()).collect::<Vec<_>>(),
                missing,
            )
        };
        assert_eq!(among("", 5), (vec![1, 2, 5], 0));
        assert_eq!(among("", 1), (vec![1, 2, 3], 0));
        assert_eq!(among("5.3", 1), (vec![3, 5], 0));
        assert_eq!(among("5.z", 1), (vec![5], 1));
        assert_eq!(among("y.z", 1), (vec![1, 2, 3], 2));
    }
}
