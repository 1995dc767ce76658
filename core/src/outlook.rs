//! The projection in words: what each rule takes for granted, when it meets the target, and how it
//! did in the past. Computes nothing; it knows neither the page nor where the figures come from.

use crate::{
    dataset::Series,
    explain,
    fiscal_year::{Era, FiscalYear},
    format,
    model::Dated,
    progress::{Fit, MetIn, Progress, Projection, Rule},
    ratio::Ratio,
    sentence, words,
};

/// What stands where a rule has too few figures.
#[must_use]
pub fn too_few() -> &'static str {
    words!("年が足りません", "Too few years")
}

/// What the table of the rules says where a scenario tolerates a 維持型 that falls short.
#[must_use]
pub fn without_tolerance() -> &'static str {
    words!(
        "見込みでは、許容を入れずに、維持する目標そのものに届くかどうかを見ます。",
        "The projection leaves out the tolerance and asks whether the keep-level target itself is met."
    )
}

/// What the target still takes: 「令和6年度の目標63.9%に届くには、令和5年度から年に+11.90ポイントの変化が必要です。」
///
/// What is tolerated is said, but never counts as reached.
#[must_use]
pub fn needed(series: &Series<'_>, progress: &Progress, unit: &str, era: Era) -> Option<String> {
    let (target, latest) = (series.target?, progress.latest?);
    let (result, wanted) = (
        format::quantity(latest.value, unit),
        format::quantity(target.value, unit),
    );
    let year = latest.year.name(era);
    let tolerated = if progress.is_tolerated() {
        let within = explain::within(progress.method.tolerance);
        sentence!(
            "{year}の{result}は、目標の{wanted}を下回っていますが、{within}です。",
            "The figure for {year}, {result}, is below the target of {wanted}, but {within}. "
        )
    } else {
        String::new()
    };
    let needed = match (progress.met, progress.needed_per_year) {
        (Some(true), _) => sentence!(
            "{year}の{result}で、目標の{wanted}に届いています。",
            "With {result} in {year}, the target of {wanted} is met."
        ),
        (_, Some(needed)) => sentence!(
            "{by}の目標{wanted}に届くには、{year}から{change}の変化が必要です。",
            "To reach the target of {wanted} in {by}, a change of {change} is needed from {year} on.",
            by = target.year.name(era),
            change = per_year(needed, explain::expected_decimals(series), unit),
        ),
        _ => words!("目標の年度を過ぎています。", "The target year is over.").to_owned(),
    };
    Some(tolerated + &needed)
}

/// A yearly change: 「年に−2.97ポイント」.
#[must_use]
pub fn per_year(change: Ratio, decimals: u8, unit: &str) -> String {
    sentence!(
        "年に{change}",
        "{change} a year",
        change = format::change(change.round(decimals), unit),
    )
}

/// A rule's assumption with its numbers put in:
/// 「基準年（R2）の60.9%からR5の52.0%まで、平均すると年に−2.97ポイント。これが続くと仮定」.
///
/// The change has as many decimals as the table beside it, so that one can be found in the other.
#[must_use]
pub fn assumption(
    series: &Series<'_>,
    projection: &Projection,
    rule: Rule,
    unit: &str,
    era: Era,
) -> String {
    let Some((slope, change)) =
        projection.changes[rule as usize].and_then(|slope| Some((slope, slope.per_year()?)))
    else {
        return match rule {
            Rule::MeanSinceBaseline => words!(
                "最新の値より前の年度の基準値がないため、計算しません",
                "Not worked out: there is no baseline from a year before the latest figure"
            ),
            Rule::LastChange => words!(
                "最新の値の前の年度の値がないため、計算しません",
                "Not worked out: there is no figure for the year before the latest one"
            ),
            Rule::LeastSquares => words!(
                "値が3つ以上ないため、計算しません",
                "Not worked out: there are fewer than 3 figures"
            ),
        }
        .to_owned();
    };
    let year = |dated: Dated| short_year(dated.year, era);
    let value = |dated: Dated| format::quantity(dated.value, unit);
    let change = format::change(change.round(explain::expected_decimals(series)), unit);
    let (since, latest) = (slope.since, projection.from);
    match rule {
        Rule::MeanSinceBaseline => sentence!(
            "基準年（{first}）の{base}から{last}の{result}まで、平均すると年に{change}。これが続くと仮定",
            "From {base} in the baseline year ({first}) to {result} in {last}: {change} a year on average. Assumes that this goes on",
            first = year(since),
            base = value(since),
            last = year(latest),
            result = value(latest),
        ),
        Rule::LastChange => sentence!(
            "{first}の{base}から{last}の{result}まで、1年で{change}。これが毎年続くと仮定",
            "From {base} in {first} to {result} in {last}: {change} in one year. Assumes that this goes on every year",
            first = year(since),
            base = value(since),
            last = year(latest),
            result = value(latest),
        ),
        Rule::LeastSquares => sentence!(
            "{first}から{last}までの{points}つの値に最も近い直線の傾きは、年に{change}。{last}の{result}から、これが続くと仮定",
            "The straight line closest to the {points} figures from {first} to {last} changes by {change} a year. Assumes that this goes on from {result} in {last}",
            first = year(since),
            last = year(latest),
            points = slope.points,
            result = value(latest),
        ),
    }
}

/// The year in which a rule meets the target: 「令和8年度」, or why there is none.
#[must_use]
pub fn met_in(met: MetIn, era: Era) -> String {
    match met {
        MetIn::Already => words!("すでに届いている", "Already met").to_owned(),
        MetIn::Year(year) => year.name(era),
        MetIn::BeyondSight => sentence!(
            "{year}までに届かない",
            "Not by {year}",
            year = FiscalYear::LAST.name(era),
        ),
        MetIn::Never => words!("このままでは届かない", "Never at this rate").to_owned(),
        MetIn::TooFew => too_few().to_owned(),
    }
}

/// How often past results lay in the band drawn from the years before them.
#[must_use]
pub fn past_check(fit: Fit) -> String {
    let Fit { hit, checked } = fit;
    match fit.share() {
        Some(share) => sentence!(
            "それぞれの年より前の値だけで同じ計算をすると、確かめられる{checked}年のうち{hit}年で、その年の値が見込みの幅に入りました（{share}）。",
            "When the same is worked out from only the figures before each year, the figure of the year lay within the projected range in {hit} of the {checked} years that can be checked ({share}).",
            share = format::percent(share),
        ),
        None if checked == 0 => words!(
            "確かめられる年がないため、あてはまりは計算しません。",
            "No year can be checked, so no fit is worked out."
        )
        .to_owned(),
        None => sentence!(
            "確かめられる年が{checked}年しかないため、あてはまりは計算しません。",
            "Only {checked} of the years can be checked, so no fit is worked out."
        ),
    }
}

/// 「R5」, but 「2023年度」 ("FY2023"): a bare western number would read as one of the figures.
fn short_year(year: FiscalYear, era: Era) -> String {
    match era {
        Era::Wareki => year.short_name(era),
        Era::Seireki => year.name(era),
    }
}
