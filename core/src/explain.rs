//! Plain Japanese sentences written from the figures. Causes are never invented here.

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
};

/// An indicator in a few sentences: where it stands, and why the two rates differ.
///
/// The figures may be those of a scenario, so the latest one is never called 実績 here.
#[must_use]
pub fn summary(series: &Series<'_>, progress: &Progress, unit: &str, era: Era) -> String {
    let Some(target) = series.target else {
        return "目標値が文書にないため、進み具合は計算できません。".to_owned();
    };
    let value = |dated: Dated| format::quantity(dated.value, unit);
    let Some(latest) = progress.latest else {
        let rest = match progress.official {
            OfficialRate::Pending => "実績は集計中です。",
            _ => "実績値は、このサイトのもとになった文書に載っていません。",
        };
        let year = target.year.name(era);
        return format!("{year}までに{}とする目標です。{rest}", value(target));
    };
    let pending = match (progress.official, pending_year(series)) {
        (OfficialRate::Pending, Some(year)) => {
            format!("{}の実績は集計中です。", year.name(era))
        }
        _ => String::new(),
    };
    let standing = format!(
        "{pending}{}は、目標の{}に対して{}",
        latest.year.name(era),
        value(target),
        value(latest)
    );
    let met = progress.met == Some(true);
    let decimals = progress.method.decimals;
    let Some(baseline) = series.baseline else {
        let end = if met {
            "で、目標に届いています"
        } else {
            "です"
        };
        return format!("{standing}{end}。基準値がないため、達成率は計算できません。");
    };
    match progress.attainment {
        Attainment::Rate(rate) if met => format!(
            "{standing}で、目標に届いています。{}",
            met_sentence(
                rate,
                decimals,
                baseline,
                direction(Some(baseline), target),
                unit
            )
        ),
        Attainment::Rate(rate) => format!(
            "{standing}です。{}",
            unmet_sentence(
                rate,
                decimals,
                baseline,
                direction(Some(baseline), target),
                unit
            )
        ),
        Attainment::Maintain { .. } if met => {
            format!("{standing}で、維持する目標を守っています。{NO_ATTAINMENT}")
        }
        Attainment::Maintain { shortfall } => {
            let tolerated = if progress.is_tolerated() {
                format!("が、{}です", within(progress.method.tolerance))
            } else {
                String::new()
            };
            format!(
                "{standing}です。維持する目標を{}下回っています（差は{}）{tolerated}。{NO_ATTAINMENT}",
                hedge(shortfall),
                gap(target, latest, shortfall, decimals, unit)
            )
        }
        Attainment::Undefined => format!("{standing}です。"),
    }
}

const NO_ATTAINMENT: &str = "基準値と目標値が同じなので、達成率は計算しません。";

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
        Direction::Down => "減少",
        Direction::Up | Direction::Maintain => "伸び",
    };
    format!(
        "基準値の{}からの{change}は、目標までに必要な{change}の{}にあたります。",
        format::quantity(baseline.value, unit),
        format::percent_to(rate, decimals)
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
        Direction::Down => "上回っている",
        Direction::Up | Direction::Maintain => "下回っている",
    };
    let percent = format::percent_to(rate, decimals);
    let whole = Rounded {
        mantissa: 100 * 10_i128.pow(decimals.into()),
        decimals,
    };
    match rate.signum() {
        -1 => format!("基準値の{base}を{worse}ため、達成率はマイナスです。"),
        0 => format!("基準値の{base}から変わっていないため、達成率は{percent}です。"),
        // Rounding alone makes it 100.
        _ if rate.percent(decimals) == whole => format!(
            "基準値の{base}から目標までの道のりを、ほぼ進み終えていますが、目標にはまだ届いていません。"
        ),
        _ => format!("基準値の{base}から目標までの道のりの、{percent}まで進んでいます。"),
    }
}

fn hedge(shortfall: Option<Ratio>) -> &'static str {
    // Under one per cent it is little; the document says 「微減に留まっている」 of such a case.
    if shortfall.is_some_and(|shortfall| shortfall.cmp_percent(-1).is_gt()) {
        "わずかに"
    } else {
        ""
    }
}

/// 「許容の範囲内（目標の1%まで）」.
pub(crate) fn within(tolerance: Decimal) -> String {
    format!("許容の範囲内（目標の{}%まで）", format::decimal(tolerance))
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
    gap.into_iter().chain(share).collect::<Vec<_>>().join("、")
}

/// What 進捗率 and 達成率 each compare, when they tell different stories; empty when they do not.
#[must_use]
pub fn why_rates_differ(progress: &Progress) -> &'static str {
    match (progress.shown_rate(), progress.attainment) {
        (Some(official), Attainment::Rate(attainment))
            if official.cmp_percent(80).is_ge() && attainment.cmp_percent(50).is_lt() =>
        {
            "進捗率は実績を目標で割った値なので、取組を始める前から高く出ることがあります。達成率は、基準値から目標までのうち、どれだけ進んだかを表します。"
        }
        (Some(_), Attainment::Rate(_)) => {
            "進捗率は実績を目標で割った値です。達成率は、基準値から目標までのうち、どれだけ進んだかを表します。"
        }
        (Some(_), Attainment::Maintain { .. }) => {
            "維持することが目標なので、達成率ではなく、守れたかどうかで判定します。"
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
        Band::A if a != BandLimits::default().a => format!("ペースの{a}%以上"),
        Band::B => format!("ペースの{b}%以上"),
        Band::C => format!("ペースの{c}%以上"),
        Band::D => format!("ペースの{c}%未満"),
        Band::Kept if !tolerance.is_zero() => {
            format!("維持する目標を守っているか、{}", within(tolerance))
        }
        Band::NotKept if !tolerance.is_zero() => format!(
            "維持する目標を、許容の範囲（目標の{}%まで）を超えて下回っている",
            format::decimal(tolerance)
        ),
        band => format::band_meaning(band).to_owned(),
    }
}

/// What the band of an indicator says of it. One that is kept only thanks to the tolerance is not
/// said to be kept.
#[must_use]
pub fn judgement(progress: &Progress) -> String {
    match progress.band {
        Band::Kept if progress.is_tolerated() => format!(
            "維持する目標を下回っているが、{}",
            within(progress.method.tolerance)
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
            format!("（公式 {}%）", format::digits(before))
        };
        (before != after).then(|| format!("{name} {}{beside}", format::change(change, "%")))
    };
    let parts = [
        points("進捗率", official.shown_rate(), tried.shown_rate()),
        points(
            "達成率",
            official.attainment.ratio(),
            tried.attainment.ratio(),
        ),
    ];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    if parts.is_empty() {
        "公式との差はありません".to_owned()
    } else {
        format!("公式との差：{}", parts.join("、"))
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
        _ => format!("{left} は、割る数が0になるため計算しません"),
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
