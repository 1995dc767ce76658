//! 分析: what the figures say, first as findings, then as sentences in the paper's own register
//! (である). Only what follows from the figures is said; causes are the document's or the user's.

use crate::{
    dataset::Series,
    decimal::{Decimal, MAX_DECIMALS},
    explain::within,
    fiscal_year::{Era, FiscalYear},
    format,
    model::{Dated, Observation},
    progress::{self, Direction, Method, OfficialRate, direction, is_kept, is_met},
    ratio::{Ratio, Rounded},
};
use serde::Serialize;

/// A change of up to this many per cent of the baseline is slight (微増, 微減).
const SLIGHT_PERCENT: i64 = 1;
/// A growth from this many per cent of the baseline on is said as a multiple (約3.1倍).
const MULTIPLE_PERCENT: i64 = 150;
/// A row of the list counts as well advanced above this 進捗率.
const ADVANCED_PERCENT: i64 = 90;

/// How much a figure differs from the baseline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// Not at all: 現状維持.
    Unchanged,
    /// By up to 1 % of the baseline.
    Slight,
    /// So much that it is said as a multiple.
    Multiple,
    /// Otherwise.
    Plain,
}

/// How the latest result stands to the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Reached.
    Met,
    /// 維持型, kept.
    Kept,
    /// 維持型, short of it, but not further than the scenario tolerates.
    Tolerated,
    /// 維持型, short of it by up to 1 %.
    AlmostKept,
    /// 維持型, short of it.
    NotKept,
    /// Not reached.
    Unmet,
}

/// One thing the figures say of an indicator. Figures are in the indicator's unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Finding {
    /// The reporting year is 集計中; what follows is of an earlier year.
    Pending {
        /// The reporting year.
        year: FiscalYear,
    },
    /// The document has no entry for the reporting year; what follows is of an earlier year.
    NoResult {
        /// The reporting year.
        year: FiscalYear,
    },
    /// The latest result, where there is no baseline to compare it with.
    Latest {
        /// The result.
        to: Dated,
    },
    /// The latest result against the baseline.
    SinceBaseline {
        /// The baseline.
        from: Dated,
        /// The result.
        to: Dated,
        /// How much it differs.
        change: Change,
    },
    /// The latest result against that of the year before.
    SinceYearBefore {
        /// The year before.
        from: Dated,
        /// The result.
        to: Dated,
    },
    /// The same direction for two years or more, without a gap.
    Trend {
        /// Where it began.
        since: FiscalYear,
        /// The year before.
        from: Dated,
        /// The result.
        to: Dated,
    },
    /// The latest result against the target.
    Target {
        /// The result.
        to: Dated,
        /// The target.
        target: Dated,
        /// How it stands.
        standing: Standing,
    },
}

/// What the figures up to the reporting year say of an indicator, in the order it is said.
#[must_use]
pub fn findings(series: &Series<'_>, method: &Method) -> Vec<Finding> {
    let reporting_year = method.reporting_year;
    let mut found = Vec::new();
    match series.observation(reporting_year) {
        Observation::Published(_) => {}
        Observation::Pending => found.push(Finding::Pending {
            year: reporting_year,
        }),
        Observation::Absent => found.push(Finding::NoResult {
            year: reporting_year,
        }),
    }
    let Some(to) = latest(series, reporting_year) else {
        return found;
    };
    found.push(
        series
            .baseline
            .map_or(Finding::Latest { to }, |from| Finding::SinceBaseline {
                from,
                to,
                change: change(from.value, to.value),
            }),
    );
    found.extend(recent(series, to));
    if let Some(target) = series.target {
        let standing = standing(to.value, series.baseline, target, method.tolerance);
        found.push(Finding::Target {
            to,
            target,
            standing,
        });
    }
    found
}

/// The newest result up to a year.
fn latest(series: &Series<'_>, until: FiscalYear) -> Option<Dated> {
    series.published().rev().find(|dated| dated.year <= until)
}

fn change(from: Decimal, to: Decimal) -> Change {
    if from == to {
        return Change::Unchanged;
    }
    let moved = Ratio::new(difference(from, to).abs(), i128::from(from.micro()).abs());
    let share = Ratio::new(to.micro().into(), from.micro().into());
    match (moved, share) {
        (Some(moved), _) if moved.cmp_percent(SLIGHT_PERCENT).is_le() => Change::Slight,
        (_, Some(share)) if from.micro() > 0 && share.cmp_percent(MULTIPLE_PERCENT).is_ge() => {
            Change::Multiple
        }
        _ => Change::Plain,
    }
}

/// The run of years that ends with a result: a trend, or the step from the year before. A step from
/// the baseline alone is not said twice.
fn recent(series: &Series<'_>, to: Dated) -> Option<Finding> {
    let at = |year: FiscalYear| match series.observation(year).value() {
        Some(value) => Some(Dated { year, value }),
        None => series.baseline.filter(|baseline| baseline.year == year),
    };
    let before = |year: FiscalYear| FiscalYear::try_from(year.western() - 1).ok().and_then(at);
    let from = before(to.year)?;
    let way = to.value.cmp(&from.value);
    let mut first = from;
    if way.is_ne() {
        while let Some(earlier) = before(first.year) {
            if first.value.cmp(&earlier.value) != way {
                break;
            }
            first = earlier;
        }
    }
    if first.year < from.year {
        let since = first.year;
        return Some(Finding::Trend { since, from, to });
    }
    (series.baseline != Some(from)).then_some(Finding::SinceYearBefore { from, to })
}

fn standing(
    result: Decimal,
    baseline: Option<Dated>,
    target: Dated,
    tolerance: Decimal,
) -> Standing {
    let met = is_met(result, baseline, target);
    match (direction(baseline, target), met) {
        (Direction::Maintain, true) => Standing::Kept,
        (Direction::Maintain, false) if is_kept(result, target.value, tolerance) => {
            Standing::Tolerated
        }
        (Direction::Maintain, false) => match change(target.value, result) {
            Change::Slight => Standing::AlmostKept,
            _ => Standing::NotKept,
        },
        (_, true) => Standing::Met,
        (_, false) => Standing::Unmet,
    }
}

/// b − a in millionths.
fn difference(a: Decimal, b: Decimal) -> i128 {
    i128::from(b.micro()) - i128::from(a.micro())
}

/// The list as a whole, row by row as the paper counts: 再掲 included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Overall {
    /// Rows of the list.
    pub rows: usize,
    /// Rows whose 進捗率 is over 90 %.
    pub over_90: usize,
    /// Rows that are 集計中 in the reporting year.
    pub pending: usize,
    /// Rows without an entry for the reporting year.
    pub missing: usize,
    /// Rows whose result of the reporting year reaches the target.
    pub met: usize,
    /// Rows whose result of the reporting year is worse than the baseline.
    pub behind: usize,
}

impl Overall {
    /// Takes a row into account.
    pub(super) fn count(&mut self, series: &Series<'_>, reporting_year: FiscalYear) {
        self.rows += 1;
        let official = progress::official_rate(series, reporting_year);
        let over = |rate: Ratio| rate.cmp_percent(ADVANCED_PERCENT).is_gt();
        self.over_90 += usize::from(official.ratio().is_some_and(over));
        self.pending += usize::from(official == OfficialRate::Pending);
        self.missing += usize::from(official == OfficialRate::NoResult);
        let result = series.observation(reporting_year).value();
        if let Some((result, target)) = result.zip(series.target) {
            self.met += usize::from(is_met(result, series.baseline, target));
            let behind =
                series
                    .baseline
                    .is_some_and(|baseline| match direction(Some(baseline), target) {
                        Direction::Down => result > baseline.value,
                        Direction::Up | Direction::Maintain => result < baseline.value,
                    });
            self.behind += usize::from(behind);
        }
    }

    /// The list as a whole, in sentences.
    #[must_use]
    pub fn sentences(&self, reporting_year: FiscalYear, era: Era) -> Vec<String> {
        let rows = things(self.rows);
        let mut said = vec![match self.over_90 {
            0 => format!("{rows}の評価指標のうち、進捗率90%を超えているものはない。"),
            over if over == self.rows => {
                format!("{rows}の評価指標のすべてが進捗率90%を超えている。")
            }
            over => format!(
                "{rows}の評価指標のうち、{}の評価指標が進捗率90%を超えている。",
                things(over)
            ),
        }];
        let year = reporting_year.name(era);
        if self.pending > 0 {
            let pending = things(self.pending);
            said.push(format!(
                "{pending}の評価指標は、{year}の実績が集計中である。"
            ));
        }
        if self.missing > 0 {
            let missing = things(self.missing);
            said.push(format!(
                "{missing}の評価指標は、{year}の実績が記載されていない。"
            ));
        }
        let known = self.rows.saturating_sub(self.pending + self.missing);
        if known > 0 {
            let (met, behind) = (things(self.met), things(self.behind));
            let standing = match (self.met, self.behind) {
                (0, 0) => "目標値に達しているものも、基準値から後退しているものもない".to_owned(),
                (0, _) => format!(
                    "目標値に達しているものはなく、基準値から後退しているものは{behind}である"
                ),
                (_, 0) => {
                    format!("目標値に達しているものは{met}で、基準値から後退しているものはない")
                }
                _ => format!(
                    "目標値に達しているものは{met}、基準値から後退しているものは{behind}である"
                ),
            };
            said.push(format!(
                "{year}の実績がある{}のうち、{standing}。",
                things(known)
            ));
        }
        said
    }
}

/// A number of things: 「3つ」 up to nine, 「12」 beyond, where 「つ」 is not said.
fn things(count: usize) -> String {
    if count < 10 {
        format!("{count}つ")
    } else {
        count.to_string()
    }
}

/// The words of an indicator's sentences.
struct Words<'a> {
    unit: &'a str,
    era: Era,
    method: &'a Method,
    /// Whether the figures are of a year before the reporting year.
    earlier: bool,
}

/// The findings as sentences about an indicator.
///
/// ```
/// use michishirube_core::{
///     dataset::Series,
///     fiscal_year::{Era, FiscalYear},
///     model::{Dated, Observation},
///     progress::Method,
///     report::analysis::{findings, sentences},
/// };
///
/// let dated = |year: &str, value: &str| -> Option<Dated> {
///     Some(Dated { year: year.parse().ok()?, value: value.parse().ok()? })
/// };
/// let results = ["20", "20", "20"].map(|value| {
///     value.parse().map_or(Observation::Absent, Observation::Published)
/// });
/// let series = Series {
///     baseline: dated("2020", "20"),
///     target: dated("2025", "22"),
///     first_year: FiscalYear::try_from(2021)?,
///     results: &results,
/// };
/// let method = Method::standard(FiscalYear::try_from(2023)?);
/// let found = findings(&series, &method);
/// assert_eq!(
///     sentences("認定こども園設置数", "カ所", &found, &method, Era::Wareki)[0],
///     "認定こども園設置数は、20カ所（R5）で基準値（20カ所、R2）と変わらず、現状維持となった。"
/// );
/// # Ok::<(), michishirube_core::fiscal_year::YearOutOfRange>(())
/// ```
#[must_use]
pub fn sentences(
    name: &str,
    unit: &str,
    findings: &[Finding],
    method: &Method,
    era: Era,
) -> Vec<String> {
    // 「空知の耕作面積の維持」 names the aim; what was measured is 「空知の耕作面積」.
    let subject = name.strip_suffix("の維持").unwrap_or(name);
    let mut words = Words {
        unit,
        era,
        method,
        earlier: false,
    };
    let mut said = Vec::new();
    for finding in findings {
        said.push(match *finding {
            Finding::Pending { year } => {
                words.earlier = true;
                format!("{subject}は、{}の実績が集計中である。", year.name(era))
            }
            Finding::NoResult { year } => {
                words.earlier = true;
                format!("{subject}は、{}の実績が記載されていない。", year.name(era))
            }
            Finding::Latest { to } => format!("{}である。", words.opening(subject, to)),
            Finding::SinceBaseline { from, to, change } => {
                words.since_baseline(&words.opening(subject, to), from, to, change)
            }
            Finding::SinceYearBefore { from, to } => words.since_year_before(from, to),
            Finding::Trend { since, from, to } => words.trend(since, from, to),
            Finding::Target {
                to,
                target,
                standing,
            } => words.target(to, target, standing),
        });
    }
    said
}

impl Words<'_> {
    fn quantity(&self, dated: Dated) -> String {
        format::quantity(dated.value, self.unit)
    }

    /// 「6,522人、R2」, as the paper puts a figure and its year in brackets.
    fn dated(&self, dated: Dated) -> String {
        format!(
            "{}、{}",
            self.quantity(dated),
            dated.year.short_name(self.era)
        )
    }

    /// The figure the sentences speak of.
    fn opening(&self, subject: &str, to: Dated) -> String {
        let figure = self.quantity(to);
        if self.earlier {
            format!("参考として、{}は{figure}", to.year.name(self.era))
        } else {
            format!("{subject}は、{figure}（{}）", to.year.short_name(self.era))
        }
    }

    /// Up or down, as one says it of amounts and of rates.
    fn verb(&self, from: Dated, to: Dated) -> &'static str {
        match (to.value > from.value, self.unit == "%") {
            (true, false) => "増加",
            (true, true) => "上昇",
            (false, false) => "減少",
            (false, true) => "低下",
        }
    }

    /// 「−8.3ポイント」, 「−72.4万人、−5.9%」.
    fn difference(&self, from: Dated, to: Dated, with_percent: bool) -> String {
        let decimals = from.value.decimals().max(to.value.decimals());
        let micro = difference(from.value, to.value);
        let moved = Rounded {
            mantissa: micro / 10_i128.pow(u32::from(MAX_DECIMALS - decimals)),
            decimals,
        };
        let change = format::change(moved, self.unit);
        let percent = Ratio::new(micro, i128::from(from.value.micro()).abs());
        match percent {
            Some(percent) if with_percent && self.unit != "%" => {
                let percent = percent.percent(self.method.decimals);
                format!("{change}、{}%", format::change(percent, ""))
            }
            _ => change,
        }
    }

    fn since_baseline(&self, opening: &str, from: Dated, to: Dated, change: Change) -> String {
        let base = self.dated(from);
        let rising = to.value > from.value;
        match change {
            Change::Unchanged => {
                format!("{opening}で基準値（{base}）と変わらず、現状維持となった。")
            }
            Change::Slight => format!(
                "{opening}で、基準値（{base}）に比べ、{}に留まっている（{}）。",
                if rising { "微増" } else { "微減" },
                self.difference(from, to, true)
            ),
            // A rate is not said to be a multiple of another.
            Change::Multiple if self.unit != "%" => {
                let times = Ratio::new(to.value.micro().into(), from.value.micro().into());
                format!(
                    "{opening}で、基準値（{base}）に比べ、約{}倍に増加している。",
                    times.map_or_else(String::new, |times| format::digits(times.round(1)))
                )
            }
            Change::Multiple | Change::Plain => format!(
                "{opening}で、基準値（{base}）に比べ、{}している（{}）。",
                self.verb(from, to),
                self.difference(from, to, true)
            ),
        }
    }

    fn year_before(&self) -> &'static str {
        if self.earlier {
            "その前年度"
        } else {
            "前年度"
        }
    }

    fn since_year_before(&self, from: Dated, to: Dated) -> String {
        let before = format!("{}（{}）", self.year_before(), self.dated(from));
        if from.value == to.value {
            return format!("{before}からの増減はない。");
        }
        format!(
            "{before}に比べ、{}している（{}）。",
            self.verb(from, to),
            self.difference(from, to, false)
        )
    }

    fn trend(&self, since: FiscalYear, from: Dated, to: Dated) -> String {
        let verb = self.verb(from, to);
        format!(
            "{}から{}年続けて{verb}しており、{verb}傾向となっている（{}に比べ{}）。",
            since.name(self.era),
            to.year.since(since),
            self.year_before(),
            self.difference(from, to, false)
        )
    }

    fn target(&self, to: Dated, target: Dated, standing: Standing) -> String {
        let wanted = self.dated(target);
        let said = match standing {
            Standing::Met => format!("目標値（{wanted}）に達している"),
            Standing::Kept => format!("維持する目標値（{wanted}）を保っている"),
            Standing::Tolerated => format!(
                "維持する目標値（{wanted}）を下回っているが、{}である",
                within(self.method.tolerance)
            ),
            Standing::AlmostKept => format!("維持する目標値（{wanted}）をわずかに下回っている"),
            Standing::NotKept => format!("維持する目標値（{wanted}）を下回っている"),
            Standing::Unmet => format!("目標値（{wanted}）には達していない"),
        };
        let label = if self.earlier {
            "進捗率の参考値"
        } else {
            "進捗率"
        };
        match Ratio::new(to.value.micro().into(), target.value.micro().into()) {
            Some(rate) => {
                let rate = format::percent_to(rate, self.method.decimals);
                format!("{said}（{label}{rate}）。")
            }
            None => format!("{said}。"),
        }
    }
}
