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
    sentence, words,
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
        InputError::Empty => words!("数字を入れてください。", "Enter a number.").to_owned(),
        other => other.message(),
    })?;
    let whole = figure.micro() / MICRO;
    if figure.micro() % MICRO != 0 || !(1..=MOST_PERCENT).contains(&whole) {
        return Err(words!(
            "1から100,000までの整数で入れてください。",
            "Enter a whole number from 1 to 100,000."
        )
        .to_owned());
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
        let equals = if about.is_empty() {
            "="
        } else {
            words!("≒", "≈")
        };
        Answer {
            outcome: Outcome::Found,
            sentence: sentence!(
                "{rate}には、{year}の実績が {about}{value} 必要です（{formula} {equals} {digits}）。",
                "For {rate}, the result for {year} has to be {about}{value} ({formula} {equals} {digits}).",
                rate = self.rate(),
                year = year.name(self.era),
                value = format::quantity(value, self.unit),
                digits = format::decimal(value),
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
            return Answer::no(no_result());
        };
        let Some(per_year) = goal.per_year else {
            return Answer::no(sentence!(
                "目標年度の{year}より後の年度が残っていないため、計算できません。",
                "No years are left before the target year, {year}, so this cannot be worked out.",
                year = target.year.name(self.era),
            ));
        };
        let up = self.up(target);
        if let Err(why) = self.figure(goal.result, up) {
            return Answer::no(why);
        }
        let change = per_year.round_toward(self.decimals(), up);
        Answer {
            outcome: Outcome::Found,
            sentence: sentence!(
                "{from}の {latest} から{to}まで、1年に{about} {change} ずつ変われば、{rate}に届きます。",
                "A change of {about}{change} a year, from {latest} in {from} until {to}, reaches {rate}.",
                from = latest.year.name(self.era),
                latest = format::quantity(latest.value, self.unit),
                to = target.year.name(self.era),
                about = about(per_year, change),
                change = format::change(change, self.unit),
                rate = self.rate(),
            ),
            change: None,
        }
    }

    /// At which target the latest result stands on pace.
    #[must_use]
    pub fn target_on_pace(&self) -> Answer {
        let (Some(baseline), Some(latest)) = (self.series.baseline, self.series.latest()) else {
            return Answer::no(if self.series.baseline.is_none() {
                no_baseline()
            } else {
                no_result()
            });
        };
        match progress::target_on_pace(&self.series) {
            Some(target) => self.target(target, baseline.value, latest, |about| {
                let how = if about.is_empty() {
                    words!("ちょうど", "exactly")
                } else {
                    words!("ほぼ", "almost exactly")
                };
                sentence!("は{how}ペースどおり", "is {how} on pace")
            }),
            None => Answer::no(words!(
                "基準年度より後の実績がないため、ペースは計算できません。",
                "There is no result after the baseline year, so the pace cannot be worked out."
            )),
        }
    }

    /// At which target the latest result has the wanted rate.
    #[must_use]
    pub fn target_for_rate(&self) -> Answer {
        let Some(latest) = self.series.latest() else {
            return Answer::no(no_result());
        };
        let from = match (self.wanted, self.series.baseline) {
            (Wanted::OfficialRate(_), _) => Decimal::ZERO,
            (Wanted::Attainment(_), Some(baseline)) => baseline.value,
            (Wanted::Attainment(_), None) => return Answer::no(no_baseline()),
        };
        match self.goal() {
            Err(answer) => answer,
            Ok((goal, _)) => match goal.target_for_latest {
                Some(target) => self.target(target, from, latest, |_| {
                    sentence!("で{rate}", "gives {rate}", rate = self.rate())
                }),
                None => Answer::no(words!(
                    "0%にする目標はありません。",
                    "No target makes it 0%."
                )),
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
            return Answer::no(sentence!(
                "{year}の実績が、基準値から目標と反対の向きに動いているため、そのような目標はありません。",
                "The result for {year} has moved from the baseline the opposite way to the target, so there is no such target.",
                year = latest.year.name(self.era),
            ));
        }
        let (value, about) = match self.figure(exact, up) {
            Ok(found) => found,
            Err(why) => return Answer::no(why),
        };
        if value == from {
            return Answer::no(words!(
                "割る数が0になるため、そのような目標はありません。",
                "It would mean dividing by 0, so there is no such target."
            ));
        }
        Answer {
            outcome: Outcome::Found,
            sentence: sentence!(
                "目標が {about}{target} なら、{year}の実績 {latest} {stands}です。",
                "With a target of {about}{target}, the result for {year}, {latest}, {stands}.",
                target = format::quantity(value, self.unit),
                year = latest.year.name(self.era),
                latest = format::quantity(latest.value, self.unit),
                stands = stands(about),
            ),
            change: Some((Field::Target, Value::Figure(value))),
        }
    }

    fn goal(&self) -> Result<(Goal, Dated), Answer> {
        let target = self.series.target.ok_or_else(|| {
            Answer::no(words!(
                "目標値がないため、計算できません。",
                "There is no target, so this cannot be worked out."
            ))
        })?;
        let why = match (self.wanted, self.series.baseline) {
            (Wanted::OfficialRate(_), _) if target.value.is_zero() => words!(
                "目標が0なので、進捗率は計算できません。",
                "The target is 0, so the progress rate cannot be worked out."
            ),
            (Wanted::Attainment(_), None) => no_baseline(),
            (Wanted::Attainment(_), Some(_)) => words!(
                "基準値と目標値が同じ（維持する目標）なので、達成率は計算しません。",
                "The baseline and the target are the same (a keep-level target), so attainment is not worked out."
            ),
            _ => words!("計算できません。", "This cannot be worked out."),
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
            sentence: sentence!(
                "すでに届いています：{year}の実績は {latest} です。",
                "Already reached: the result for {year} is {latest}.",
                year = latest.year.name(self.era),
                latest = format::quantity(latest.value, self.unit),
            ),
            change: None,
        })
    }

    /// A figure in the indicator's own decimals, and 「約」 ("about ") where it was rounded.
    fn figure(&self, exact: Ratio, up: bool) -> Result<(Decimal, &'static str), &'static str> {
        let rounded = exact.round_toward(self.decimals(), up);
        let value = i64::try_from(rounded.mantissa)
            .ok()
            .and_then(|mantissa| Decimal::new(mantissa, rounded.decimals).ok())
            .ok_or_else(|| {
                words!(
                    "大きすぎる数になるため、届きません。",
                    "It would take too large a number, so it cannot be reached."
                )
            })?;
        let hundred = 100 * MICRO;
        let all = |holds: fn(i64) -> bool| self.figures().all(|figure| holds(figure.micro()));
        if self.unit == "%" && value.micro() > hundred && all(|micro| micro <= 100 * MICRO) {
            return Err(words!(
                "100%を超えるため、届きません。",
                "It would take more than 100%, so it cannot be reached."
            ));
        }
        if value.micro() < 0 && all(|micro| micro >= 0) {
            return Err(words!(
                "0を下回るため、届きません。",
                "It would take less than 0, so it cannot be reached."
            ));
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
        let percent = format_percent(self.percent());
        if self.is_official() {
            sentence!("進捗率{percent}%", "a progress rate of {percent}%")
        } else {
            sentence!("達成率{percent}%", "an attainment of {percent}%")
        }
    }
}

fn no_result() -> &'static str {
    words!(
        "実績がないため、計算できません。",
        "There is no result, so this cannot be worked out."
    )
}

fn no_baseline() -> &'static str {
    words!(
        "基準値がないため、計算できません。",
        "There is no baseline, so this cannot be worked out."
    )
}

fn about(exact: Ratio, rounded: Rounded) -> &'static str {
    if Ratio::new(rounded.mantissa, 10_i128.pow(rounded.decimals.into())) == Some(exact) {
        ""
    } else {
        words!("約", "about ")
    }
}

fn format_percent(percent: i64) -> String {
    format::digits(Rounded {
        mantissa: percent.into(),
        decimals: 0,
    })
}
