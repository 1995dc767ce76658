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
};

/// What stands where a rule has too few figures.
pub const TOO_FEW: &str = "年が足りません";

/// What the table of the rules says where a scenario tolerates a 維持型 that falls short.
pub const WITHOUT_TOLERANCE: &str =
    "見込みでは、許容を入れずに、維持する目標そのものに届くかどうかを見ます。";

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
        format!("{year}の{result}は、目標の{wanted}を下回っていますが、{within}です。")
    } else {
        String::new()
    };
    let needed = match (progress.met, progress.needed_per_year) {
        (Some(true), _) => format!("{year}の{result}で、目標の{wanted}に届いています。"),
        (_, Some(needed)) => format!(
            "{}の目標{wanted}に届くには、{year}から{}の変化が必要です。",
            target.year.name(era),
            per_year(needed, explain::expected_decimals(series), unit)
        ),
        _ => "目標の年度を過ぎています。".to_owned(),
    };
    Some(tolerated + &needed)
}

/// A yearly change: 「年に−2.97ポイント」.
#[must_use]
pub fn per_year(change: Ratio, decimals: u8, unit: &str) -> String {
    format!("年に{}", format::change(change.round(decimals), unit))
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
            Rule::MeanSinceBaseline => "最新の値より前の年度の基準値がないため、計算しません",
            Rule::LastChange => "最新の値の前の年度の値がないため、計算しません",
            Rule::LeastSquares => "値が3つ以上ないため、計算しません",
        }
        .to_owned();
    };
    let year = |dated: Dated| short_year(dated.year, era);
    let value = |dated: Dated| format::quantity(dated.value, unit);
    let change = format::change(change.round(explain::expected_decimals(series)), unit);
    let (since, latest) = (slope.since, projection.from);
    match rule {
        Rule::MeanSinceBaseline => format!(
            "基準年（{}）の{}から{}の{}まで、平均すると年に{change}。これが続くと仮定",
            year(since),
            value(since),
            year(latest),
            value(latest)
        ),
        Rule::LastChange => format!(
            "{}の{}から{}の{}まで、1年で{change}。これが毎年続くと仮定",
            year(since),
            value(since),
            year(latest),
            value(latest)
        ),
        Rule::LeastSquares => format!(
            "{}から{}までの{}つの値に最も近い直線の傾きは、年に{change}。{}の{}から、これが続くと仮定",
            year(since),
            year(latest),
            slope.points,
            year(latest),
            value(latest)
        ),
    }
}

/// The year in which a rule meets the target: 「令和8年度」, or why there is none.
#[must_use]
pub fn met_in(met: MetIn, era: Era) -> String {
    match met {
        MetIn::Already => "すでに届いている".to_owned(),
        MetIn::Year(year) => year.name(era),
        MetIn::BeyondSight => format!("{}までに届かない", FiscalYear::LAST.name(era)),
        MetIn::Never => "このままでは届かない".to_owned(),
        MetIn::TooFew => TOO_FEW.to_owned(),
    }
}

/// How often past results lay in the band drawn from the years before them.
#[must_use]
pub fn past_check(fit: Fit) -> String {
    let Fit { hit, checked } = fit;
    match fit.share() {
        Some(share) => format!(
            "それぞれの年より前の値だけで同じ計算をすると、確かめられる{checked}年のうち{hit}年で、その年の値が見込みの幅に入りました（{}）。",
            format::percent(share)
        ),
        None if checked == 0 => "確かめられる年がないため、あてはまりは計算しません。".to_owned(),
        None => {
            format!("確かめられる年が{checked}年しかないため、あてはまりは計算しません。")
        }
    }
}

/// 「R5」, but 「2023年度」: a bare western number would read as one of the figures.
fn short_year(year: FiscalYear, era: Era) -> String {
    match era {
        Era::Wareki => year.short_name(era),
        Era::Seireki => year.name(era),
    }
}
