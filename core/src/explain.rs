//! Plain sentences written from the figures. Causes are never invented here.

use crate::{
    dataset::Series,
    decimal::Decimal,
    fiscal_year::{Era, FiscalYear},
    format,
    model::{Dated, Observation},
    progress::{
        Attainment, Band, BandLimits, Direction, Method, OfficialRate, Pace, Progress, direction,
    },
    ratio::{Ratio, Rounded},
    sentence, words,
};

/// An indicator in a few sentences: where it stands, and why the two rates differ.
///
/// The figures may be those of a scenario, so the latest one is never called 実績 here.
#[must_use]
pub fn summary(series: &Series<'_>, progress: &Progress, unit: &str, era: Era) -> String {
    let Some(target) = series.target else {
        return words!(
            "目標値が文書にないため、進み具合は計算できません。",
            "The documents give no target, so progress cannot be worked out."
        )
        .to_owned();
    };
    let value = |dated: Dated| format::quantity(dated.value, unit);
    let Some(latest) = progress.latest else {
        let rest = match progress.official {
            OfficialRate::Pending => {
                words!("実績は集計中です。", "The results are being compiled.")
            }
            _ => words!(
                "実績値は、このサイトのもとになった文書に載っていません。",
                "The documents behind this site give no results."
            ),
        };
        return sentence!(
            "{year}までに{target}とする目標です。{rest}",
            "The target is {target} by {year}. {rest}",
            year = target.year.name(era),
            target = value(target),
        );
    };
    let pending = match (progress.official, pending_year(series)) {
        (OfficialRate::Pending, Some(year)) => {
            sentence!(
                "{year}の実績は集計中です。",
                "The result for {year} is being compiled. ",
                year = year.name(era),
            )
        }
        _ => String::new(),
    };
    let standing = sentence!(
        "{pending}{year}は、目標の{target}に対して{latest}",
        "{pending}The figure for {year} is {latest}, against a target of {target}",
        year = latest.year.name(era),
        target = value(target),
        latest = value(latest),
    );
    let met = progress.met == Some(true);
    let decimals = progress.method.decimals;
    let Some(baseline) = series.baseline else {
        let end = if met {
            words!("で、目標に届いています", ", so the target is met")
        } else {
            words!("です", "")
        };
        return sentence!(
            "{standing}{end}。基準値がないため、達成率は計算できません。",
            "{standing}{end}. There is no baseline, so attainment cannot be worked out."
        );
    };
    match progress.attainment {
        Attainment::Rate(rate) if met => sentence!(
            "{standing}で、目標に届いています。{way}",
            "{standing}, so the target is met. {way}",
            way = met_sentence(
                rate,
                decimals,
                baseline,
                direction(Some(baseline), target),
                unit
            ),
        ),
        Attainment::Rate(rate) => sentence!(
            "{standing}です。{way}",
            "{standing}. {way}",
            way = unmet_sentence(
                rate,
                decimals,
                baseline,
                direction(Some(baseline), target),
                unit
            ),
        ),
        Attainment::Maintain { .. } if met => sentence!(
            "{standing}で、維持する目標を守っています。{why}",
            "{standing}, so the keep-level target is met. {why}",
            why = no_attainment(),
        ),
        Attainment::Maintain { shortfall } => {
            let tolerated = if progress.is_tolerated() {
                sentence!(
                    "が、{within}です",
                    ", but it is {within}",
                    within = within(progress.method.tolerance),
                )
            } else {
                String::new()
            };
            sentence!(
                "{standing}です。維持する目標を{hedge}下回っています（差は{gap}）{tolerated}。{why}",
                "{standing}. This is {hedge}below the keep-level target (a difference of {gap}){tolerated}. {why}",
                hedge = hedge(shortfall),
                gap = gap(target, latest, shortfall, decimals, unit),
                why = no_attainment(),
            )
        }
        Attainment::Undefined => sentence!("{standing}です。", "{standing}."),
    }
}

fn no_attainment() -> &'static str {
    words!(
        "基準値と目標値が同じなので、達成率は計算しません。",
        "The baseline and the target are the same, so attainment is not worked out."
    )
}

/// The latest year whose result the document calls 集計中.
fn pending_year(series: &Series<'_>) -> Option<FiscalYear> {
    series
        .years()
        .rev()
        .find_map(|(year, observation)| (observation == Observation::Pending).then_some(year))
}

/// What the attainment of a met target says.
fn met_sentence(rate: Ratio, decimals: u8, baseline: Dated, way: Direction, unit: &str) -> String {
    let change = match way {
        Direction::Down => words!("減少", "fall"),
        Direction::Up | Direction::Maintain => words!("伸び", "rise"),
    };
    sentence!(
        "基準値の{base}からの{change}は、目標までに必要な{change}の{percent}にあたります。",
        "The {change} from the baseline of {base} is {percent} of the {change} needed to reach the target.",
        base = format::quantity(baseline.value, unit),
        percent = format::percent_to(rate, decimals),
    )
}

/// Why the attainment of an unmet target is what it is.
fn unmet_sentence(
    rate: Ratio,
    decimals: u8,
    baseline: Dated,
    way: Direction,
    unit: &str,
) -> String {
    let base = format::quantity(baseline.value, unit);
    let worse = match way {
        Direction::Down => words!("上回っている", "above"),
        Direction::Up | Direction::Maintain => words!("下回っている", "below"),
    };
    let percent = format::percent_to(rate, decimals);
    let whole = Rounded {
        mantissa: 100 * 10_i128.pow(decimals.into()),
        decimals,
    };
    match rate.signum() {
        -1 => sentence!(
            "基準値の{base}を{worse}ため、達成率はマイナスです。",
            "This is {worse} the baseline of {base}, so attainment is negative."
        ),
        0 => sentence!(
            "基準値の{base}から変わっていないため、達成率は{percent}です。",
            "This is unchanged from the baseline of {base}, so attainment is {percent}."
        ),
        // Rounding alone makes it 100.
        _ if rate.percent(decimals) == whole => sentence!(
            "基準値の{base}から目標までの道のりを、ほぼ進み終えていますが、目標にはまだ届いていません。",
            "Almost all of the way from the baseline of {base} to the target is done, but the target is not met yet."
        ),
        _ => sentence!(
            "基準値の{base}から目標までの道のりの、{percent}まで進んでいます。",
            "{percent} of the way from the baseline of {base} to the target is done."
        ),
    }
}

fn hedge(shortfall: Option<Ratio>) -> &'static str {
    // Under one per cent it is little; the document says 「微減に留まっている」 of such a case.
    if shortfall.is_some_and(|shortfall| shortfall.cmp_percent(-1).is_gt()) {
        words!("わずかに", "slightly ")
    } else {
        ""
    }
}

/// 「許容の範囲内（目標の1%まで）」.
pub(crate) fn within(tolerance: Decimal) -> String {
    sentence!(
        "許容の範囲内（目標の{tolerance}%まで）",
        "within the tolerance (up to {tolerance}% of the target)",
        tolerance = format::decimal(tolerance),
    )
}

/// By how much a 維持型 target is missed: 「−100ha、−0.1%」.
fn gap(
    target: Dated,
    latest: Dated,
    shortfall: Option<Ratio>,
    rate_decimals: u8,
    unit: &str,
) -> String {
    let decimals = target.value.decimals().max(latest.value.decimals());
    let micro = i128::from(latest.value.micro()) - i128::from(target.value.micro());
    let gap = Ratio::of_micro(micro, 1).map(|gap| format::change(gap.round(decimals), unit));
    let share = shortfall.map(|shortfall| format::percent_to(shortfall, rate_decimals));
    let parts: Vec<_> = gap.into_iter().chain(share).collect();
    parts.join(words!("、", ", "))
}

/// What 進捗率 and 達成率 each compare, when they tell different stories; empty when they do not.
#[must_use]
pub fn why_rates_differ(progress: &Progress) -> &'static str {
    match (progress.shown_rate(), progress.attainment) {
        (Some(official), Attainment::Rate(attainment))
            if official.cmp_percent(80).is_ge() && attainment.cmp_percent(50).is_lt() =>
        {
            words!(
                "進捗率は実績を目標で割った値なので、取組を始める前から高く出ることがあります。達成率は、基準値から目標までのうち、どれだけ進んだかを表します。",
                "The progress rate is the result divided by the target, so it can be high even before any work begins. Attainment shows how much of the way from the baseline to the target is done."
            )
        }
        (Some(_), Attainment::Rate(_)) => {
            words!(
                "進捗率は実績を目標で割った値です。達成率は、基準値から目標までのうち、どれだけ進んだかを表します。",
                "The progress rate is the result divided by the target. Attainment shows how much of the way from the baseline to the target is done."
            )
        }
        (Some(_), Attainment::Maintain { .. }) => {
            words!(
                "維持することが目標なので、達成率ではなく、守れたかどうかで判定します。",
                "The target is to keep the level, so it is rated by whether the level was kept, not by attainment."
            )
        }
        _ => "",
    }
}

/// What a band means by a method: [`format::band_meaning`], with the limits and the tolerance of a
/// scenario where they are not as usual.
#[must_use]
pub fn band_meaning(band: Band, method: &Method) -> String {
    let BandLimits { a, b, c } = method.bands;
    let tolerance = method.tolerance;
    match band {
        Band::A if a != BandLimits::default().a => {
            sentence!("ペースの{a}%以上", "At least {a}% of the pace")
        }
        Band::B => sentence!("ペースの{b}%以上", "At least {b}% of the pace"),
        Band::C => sentence!("ペースの{c}%以上", "At least {c}% of the pace"),
        Band::D => sentence!("ペースの{c}%未満", "Less than {c}% of the pace"),
        Band::Kept if !tolerance.is_zero() => sentence!(
            "維持する目標を守っているか、{within}",
            "The keep-level target is met, or the result is {within}",
            within = within(tolerance),
        ),
        Band::NotKept if !tolerance.is_zero() => sentence!(
            "維持する目標を、許容の範囲（目標の{tolerance}%まで）を超えて下回っている",
            "Below the keep-level target by more than the tolerance (up to {tolerance}% of the target)",
            tolerance = format::decimal(tolerance),
        ),
        band => format::band_meaning(band).to_owned(),
    }
}

/// What the band of an indicator says of it. One that is kept only thanks to the tolerance is not
/// said to be kept.
#[must_use]
pub fn judgement(progress: &Progress) -> String {
    match progress.band {
        Band::Kept if progress.is_tolerated() => sentence!(
            "維持する目標を下回っているが、{within}",
            "Below the keep-level target, but {within}",
            within = within(progress.method.tolerance),
        ),
        Band::Kept => format::band_meaning(Band::Kept).to_owned(),
        band => band_meaning(band, &progress.method),
    }
}

/// How the rates of a scenario differ from the official ones:
/// 「公式との差：進捗率 +16.0ポイント、達成率 +39.5ポイント」.
///
/// Both are rounded to the decimals of the scenario, so that the difference is that of two printed
/// figures and never points the wrong way. Where the official page prints others, the official figure
/// stands beside, to be checked by eye.
#[must_use]
pub fn difference(official: &Progress, tried: &Progress) -> String {
    let decimals = tried.method.decimals;
    let points = |name: &str, before: Option<Ratio>, after: Option<Ratio>| {
        let (before, after) = (before?.percent(decimals), after?.percent(decimals));
        let change = Rounded {
            mantissa: after.mantissa - before.mantissa,
            decimals,
        };
        let beside = if decimals == official.method.decimals {
            String::new()
        } else {
            sentence!(
                "（公式 {official}%）",
                " (official {official}%)",
                official = format::digits(before),
            )
        };
        (before != after).then(|| format!("{name} {}{beside}", format::change(change, "%")))
    };
    let parts = [
        points(
            words!("進捗率", "progress rate"),
            official.shown_rate(),
            tried.shown_rate(),
        ),
        points(
            words!("達成率", "attainment"),
            official.attainment.ratio(),
            tried.attainment.ratio(),
        ),
    ];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    if parts.is_empty() {
        words!(
            "公式との差はありません",
            "No difference from the official figures"
        )
        .to_owned()
    } else {
        sentence!(
            "公式との差：{parts}",
            "Difference from the official figures: {parts}",
            parts = parts.join(words!("、", ", ")),
        )
    }
}

/// The 進捗率 with its numbers put in: 「52.0 ÷ 63.9 × 100 = 81.4」. While the reporting year has no
/// result, the 参考値 of the latest.
#[must_use]
pub fn official_formula(series: &Series<'_>, progress: &Progress) -> Option<String> {
    let (target, latest) = (series.target?, progress.latest?);
    let reported = series.observation(progress.method.reporting_year).value();
    let result = reported.unwrap_or(latest.value);
    let rate = Ratio::new(result.micro().into(), target.value.micro().into())?;
    Some(format!(
        "{} ÷ {} × 100 = {}",
        operand(result),
        operand(target.value),
        format::percent_digits(rate.percent(progress.method.decimals))
    ))
}

/// The 達成率 with its numbers put in: 「(52.0 − 60.9) ÷ (63.9 − 60.9) × 100 = −296.7」.
#[must_use]
pub fn attainment_formula(series: &Series<'_>, progress: &Progress) -> Option<String> {
    let (baseline, target, latest) = (series.baseline?, series.target?, progress.latest?);
    let base = operand(baseline.value);
    let left = format!(
        "({} − {base}) ÷ ({} − {base}) × 100",
        operand(latest.value),
        operand(target.value)
    );
    Some(match progress.attainment {
        Attainment::Rate(rate) => {
            let percent = format::percent_digits(rate.percent(progress.method.decimals));
            format!("{left} = {percent}")
        }
        _ => sentence!(
            "{left} は、割る数が0になるため計算しません",
            "{left} is not worked out, because it would divide by 0"
        ),
    })
}

/// The expected value and the pace with their numbers put in.
#[must_use]
pub fn pace_formula(series: &Series<'_>, progress: &Progress) -> Option<(String, String)> {
    let (baseline, target, latest) = (series.baseline?, series.target?, progress.latest?);
    let (expected, Pace::Rate(pace)) = (progress.expected?, progress.pace) else {
        return None;
    };
    let decimals = expected_decimals(series);
    let base = operand(baseline.value);
    let expected_text = format::digits(expected.round(decimals));
    Some((
        format!(
            "{base} + ({} − {base}) × {} ÷ {} = {expected_text}",
            operand(target.value),
            latest.year.since(baseline.year),
            target.year.since(baseline.year),
        ),
        format!(
            "({} − {base}) ÷ ({expected_text} − {base}) × 100 = {}",
            operand(latest.value),
            format::percent_digits(pace.percent(progress.method.decimals))
        ),
    ))
}

/// The decimals a computed value of this series is printed with: one more than its figures.
#[must_use]
pub fn expected_decimals(series: &Series<'_>) -> u8 {
    let figures = [series.baseline, series.target].into_iter().flatten();
    figures
        .chain(series.published())
        .map(|dated| dated.value.decimals())
        .max()
        .unwrap_or_default()
        .saturating_add(1)
        .min(4)
}

/// A figure in a formula; a negative one in brackets.
pub(crate) fn operand(figure: Decimal) -> String {
    let text = format::decimal(figure);
    if figure.micro() < 0 {
        format!("({text})")
    } else {
        text
    }
}
