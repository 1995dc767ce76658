//! 逆算 in sentences, with the change that tries an answer out. It knows nothing of the page.

use crate::{
    dataset::Series,
    decimal::{Decimal, MICRO},
    explain::operand,
    fiscal_year::{Era, FiscalYear},
    format,
    input::{self, InputError},
    model::Dated,
    progress::{self, Goal, Reach, Wanted},
    ratio::{Ratio, Rounded},
    scenario::{Field, Value},
};

/// The largest rate that can be asked for, in per cent.
pub const MOST_PERCENT: i64 = 100_000;

/// What is asked, of which figures.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The figures, with the draft laid over them.
    pub series: Series<'a>,
    /// Their unit.
    pub unit: &'a str,
    /// The rate to reach.
    pub wanted: Wanted,
    /// The year reported on.
    pub reporting_year: FiscalYear,
    /// How years are counted.
    pub era: Era,
}

/// How a question was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// By a figure.
    Found,
    /// The latest result is there already.
    Already,
    /// No figure does it; the sentence says why.
    Unreachable,
}

/// An answer in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// How it was answered.
    pub outcome: Outcome,
    /// The sentence.
    pub sentence: String,
    /// The change that tries it out.
    pub change: Option<(Field, Value)>,
}

impl Answer {
    fn no(why: impl Into<String>) -> Self {
        Self {
            outcome: Outcome::Unreachable,
            sentence: why.into(),
            change: None,
        }
    }
}

/// Reads a wanted rate as people type it, in whole per cent.
///
/// # Errors
/// What to tell the person.
pub fn percent(text: &str) -> Result<i64, String> {
    let figure = input::number(text, "%").map_err(|error| match error {
        // The usual message speaks of a button that this field does not have.
        InputError::Empty => "数字を入れてください。".to_owned(),
        other => other.message(),
    })?;
    let whole = figure.micro() / MICRO;
    if figure.micro() % MICRO != 0 || !(1..=MOST_PERCENT).contains(&whole) {
        return Err("1から100,000までの整数で入れてください。".to_owned());
    }
    Ok(whole)
}

impl Question<'_> {
    /// Which result brings the wanted rate.
    #[must_use]
    pub fn result(&self) -> Answer {
        let (goal, target) = match self.goal() {
            Ok(found) => found,
            Err(answer) => return answer,
        };
        if let Some(already) = self.already(&goal) {
            return already;
        }
        let up = self.up(target);
        let (value, about) = match self.figure(goal.result, up) {
            Ok(found) => found,
            Err(why) => return Answer::no(why),
        };
        let year = self.result_year(target);
        let (t, n) = (operand(target.value), format_percent(self.percent()));
        let formula = match (self.wanted, self.series.baseline) {
            (Wanted::Attainment(_), Some(baseline)) => {
                let b = operand(baseline.value);
                format!("{b} + ({t} − {b}) × {n} ÷ 100")
            }
            _ => format!("{t} × {n} ÷ 100"),
        };
        let equals = if about.is_empty() { "=" } else { "≒" };
        Answer {
            outcome: Outcome::Found,
            sentence: format!(
                "{}には、{}の実績が {about}{} 必要です（{formula} {equals} {}）。",
                self.rate(),
                year.name(self.era),
                format::quantity(value, self.unit),
                format::decimal(value),
            ),
            change: Some((Field::Result(year), Value::Figure(value))),
        }
    }

    /// Which yearly change from the latest result brings the wanted rate.
    #[must_use]
    pub fn yearly(&self) -> Answer {
        let (goal, target) = match self.goal() {
            Ok(found) => found,
            Err(answer) => return answer,
        };
        if let Some(already) = self.already(&goal) {
            return already;
        }
        let Some(latest) = self.series.latest() else {
            return Answer::no(NO_RESULT);
        };
        let Some(per_year) = goal.per_year else {
            return Answer::no(format!(
                "目標年度の{}より後の年度が残っていないため、計算できません。",
                target.year.name(self.era)
            ));
        };
        let up = self.up(target);
        if let Err(why) = self.figure(goal.result, up) {
            return Answer::no(why);
        }
        let change = per_year.round_toward(self.decimals(), up);
        Answer {
            outcome: Outcome::Found,
            sentence: format!(
                "{}の {} から{}まで、1年に{} {} ずつ変われば、{}に届きます。",
                latest.year.name(self.era),
                format::quantity(latest.value, self.unit),
                target.year.name(self.era),
                about(per_year, change),
                format::change(change, self.unit),
                self.rate(),
            ),
            change: None,
        }
    }

    /// At which target the latest result stands on pace.
    #[must_use]
    pub fn target_on_pace(&self) -> Answer {
        let (Some(baseline), Some(latest)) = (self.series.baseline, self.series.latest()) else {
            return Answer::no(if self.series.baseline.is_none() {
                NO_BASELINE
            } else {
                NO_RESULT
            });
        };
        match progress::target_on_pace(&self.series) {
            Some(target) => self.target(target, baseline.value, latest, |about| {
                let how = if about.is_empty() {
                    "ちょうど"
                } else {
                    "ほぼ"
                };
                format!("は{how}ペースどおり")
            }),
            None => Answer::no("基準年度より後の実績がないため、ペースは計算できません。"),
        }
    }

    /// At which target the latest result has the wanted rate.
    #[must_use]
    pub fn target_for_rate(&self) -> Answer {
        let Some(latest) = self.series.latest() else {
            return Answer::no(NO_RESULT);
        };
        let from = match (self.wanted, self.series.baseline) {
            (Wanted::OfficialRate(_), _) => Decimal::ZERO,
            (Wanted::Attainment(_), Some(baseline)) => baseline.value,
            (Wanted::Attainment(_), None) => return Answer::no(NO_BASELINE),
        };
        match self.goal() {
            Err(answer) => answer,
            Ok((goal, _)) => match goal.target_for_latest {
                Some(target) => self.target(target, from, latest, |_| format!("で{}", self.rate())),
                None => Answer::no("0%にする目標はありません。"),
            },
        }
    }

    /// A target is rounded towards where the way begins, so that the rate is not missed. `stands` says
    /// how the result stands, given 「約」 where the target was rounded.
    fn target(
        &self,
        exact: Ratio,
        from: Decimal,
        latest: Dated,
        stands: impl FnOnce(&str) -> String,
    ) -> Answer {
        let up = latest.value < from;
        if let (Some(baseline), Some(target)) = (self.series.baseline, self.series.target)
            && from == baseline.value
            && target.value != from
            && (target.value < from) != up
            && latest.value != from
        {
            return Answer::no(format!(
                "{}の実績が、基準値から目標と反対の向きに動いているため、そのような目標はありません。",
                latest.year.name(self.era)
            ));
        }
        let (value, about) = match self.figure(exact, up) {
            Ok(found) => found,
            Err(why) => return Answer::no(why),
        };
        if value == from {
            return Answer::no("割る数が0になるため、そのような目標はありません。");
        }
        Answer {
            outcome: Outcome::Found,
            sentence: format!(
                "目標が {about}{} なら、{}の実績 {} {}です。",
                format::quantity(value, self.unit),
                latest.year.name(self.era),
                format::quantity(latest.value, self.unit),
                stands(about),
            ),
            change: Some((Field::Target, Value::Figure(value))),
        }
    }

    fn goal(&self) -> Result<(Goal, Dated), Answer> {
        let target = self
            .series
            .target
            .ok_or_else(|| Answer::no("目標値がないため、計算できません。"))?;
        let why = match (self.wanted, self.series.baseline) {
            (Wanted::OfficialRate(_), _) if target.value.is_zero() => {
                "目標が0なので、進捗率は計算できません。"
            }
            (Wanted::Attainment(_), None) => NO_BASELINE,
            (Wanted::Attainment(_), Some(_)) => {
                "基準値と目標値が同じ（維持する目標）なので、達成率は計算しません。"
            }
            _ => "計算できません。",
        };
        match progress::reach(&self.series, self.wanted) {
            Some(goal) if !(target.value.is_zero() && self.is_official()) => Ok((goal, target)),
            _ => Err(Answer::no(why)),
        }
    }

    fn already(&self, goal: &Goal) -> Option<Answer> {
        let latest = self.series.latest()?;
        (goal.reach == Reach::Already).then(|| Answer {
            outcome: Outcome::Already,
            sentence: format!(
                "すでに届いています：{}の実績は {} です。",
                latest.year.name(self.era),
                format::quantity(latest.value, self.unit)
            ),
            change: None,
        })
    }

    /// A figure in the indicator's own decimals, and 「約」 where it was rounded.
    fn figure(&self, exact: Ratio, up: bool) -> Result<(Decimal, &'static str), &'static str> {
        let rounded = exact.round_toward(self.decimals(), up);
        let value = i64::try_from(rounded.mantissa)
            .ok()
            .and_then(|mantissa| Decimal::new(mantissa, rounded.decimals).ok())
            .ok_or("大きすぎる数になるため、届きません。")?;
        let hundred = 100 * MICRO;
        let all = |holds: fn(i64) -> bool| self.figures().all(|figure| holds(figure.micro()));
        if self.unit == "%" && value.micro() > hundred && all(|micro| micro <= 100 * MICRO) {
            return Err("100%を超えるため、届きません。");
        }
        if value.micro() < 0 && all(|micro| micro >= 0) {
            return Err("0を下回るため、届きません。");
        }
        Ok((value, about(exact, rounded)))
    }

    fn figures(&self) -> impl Iterator<Item = Decimal> + '_ {
        let ends = [self.series.baseline, self.series.target];
        ends.into_iter()
            .flatten()
            .chain(self.series.published())
            .map(|dated| dated.value)
    }

    fn decimals(&self) -> u8 {
        self.figures().map(Decimal::decimals).max().unwrap_or(0)
    }

    /// The target's year while it lies ahead in the table of results, else the reporting year.
    fn result_year(&self, target: Dated) -> FiscalYear {
        let ahead = self
            .series
            .latest()
            .is_none_or(|latest| target.year > latest.year);
        if ahead && self.series.years().any(|(year, _)| year == target.year) {
            target.year
        } else {
            self.reporting_year
        }
    }

    /// Whether a larger result has the higher rate.
    fn up(&self, target: Dated) -> bool {
        match (self.wanted, self.series.baseline) {
            (Wanted::Attainment(_), Some(baseline)) => target.value > baseline.value,
            _ => target.value.micro() >= 0,
        }
    }

    fn is_official(&self) -> bool {
        matches!(self.wanted, Wanted::OfficialRate(_))
    }

    fn percent(&self) -> i64 {
        match self.wanted {
            Wanted::OfficialRate(percent) | Wanted::Attainment(percent) => percent,
        }
    }

    /// 「進捗率100%」.
    fn rate(&self) -> String {
        let name = if self.is_official() {
            "進捗率"
        } else {
            "達成率"
        };
        format!("{name}{}%", format_percent(self.percent()))
    }
}

const NO_RESULT: &str = "実績がないため、計算できません。";
const NO_BASELINE: &str = "基準値がないため、計算できません。";

fn about(exact: Ratio, rounded: Rounded) -> &'static str {
    if Ratio::new(rounded.mantissa, 10_i128.pow(rounded.decimals.into())) == Some(exact) {
        ""
    } else {
        "約"
    }
}

fn format_percent(percent: i64) -> String {
    format::digits(Rounded {
        mantissa: percent.into(),
        decimals: 0,
    })
}
