//! これから: what an indicator would need, and where simple rules would lead it. Knows nothing of the
//! draft: it shows the figures it is given.

use leptos::prelude::*;
use michishirube_core::{
    dataset::Series,
    explain,
    fiscal_year::Era,
    format,
    model::Dated,
    outlook,
    progress::{Attainment, Fit, Progress, Projection, Reach, Rule, Wanted, project, reach},
    scenario::Figures,
};

/// What would be needed, and where simple rules would lead.
pub fn ahead(figures: &Figures, progress: &Progress, unit: &'static str, era: Era) -> AnyView {
    let series = figures.series();
    let (Some(target), Some(latest), Some(projection)) =
        (series.target, progress.latest, project(&series))
    else {
        return view! { <p>"実績がないため、見通しは計算しません。"</p> }.into_any();
    };
    let decimals = explain::expected_decimals(&series);
    let needed = outlook::needed(&series, progress, unit, era);
    let maintain = matches!(progress.attainment, Attainment::Maintain { .. });
    let goal = reach(&series, Wanted::OfficialRate(100))
        .filter(|goal| goal.reach == Reach::Already)
        .and_then(|goal| goal.target_for_latest)
        .map(|target| {
            format!(
                "いまの実績がちょうど進捗率100%になる目標は{}です。",
                format::rounded_quantity(target, decimals.saturating_sub(1), unit)
            )
        });
    // When the target's year is over, there is still to say when it would be met, if it was not.
    let look_ahead = target.year > latest.year || progress.met == Some(false);
    view! {
        <p>{needed} {goal}</p>
        {look_ahead
            .then(|| {
                view! {
                    {table(&series, &projection, target, unit, era)}
                    <p class="hint">
                        {(maintain && !progress.method.tolerance.is_zero())
                            .then_some(outlook::WITHOUT_TOLERANCE)}
                        "あてはまりの確認：" {outlook::past_check(Fit::of(&series))}
                    </p>
                }
            })}
    }
    .into_any()
}

/// The three rules: what they assume, what they expect of the target's year while that is ahead, and
/// when they meet the target.
fn table(
    series: &Series<'_>,
    projection: &Projection,
    target: Dated,
    unit: &'static str,
    era: Era,
) -> AnyView {
    let decimals = explain::expected_decimals(series);
    let target_year = target.year.name(era);
    let before_target = target.year > projection.from.year;
    let caption = if before_target {
        format!(
            "見込み：次のように仮定したときの{target_year}の値と、目標に届く年度（約束ではありません）"
        )
    } else {
        format!(
            "見込み：次のように仮定したときに、{target_year}の目標だった{}に届く年度（約束ではありません）",
            format::quantity(target.value, unit)
        )
    };
    let rows = Rule::ALL
        .into_iter()
        .map(|rule| {
            let change = projection.changes[rule as usize].and_then(|slope| slope.per_year());
            let at_target = before_target.then(|| {
                let value = projection.value(rule, target.year);
                let met = projection.meets(rule, target.year, series.baseline, target);
                view! {
                    <td role="cell" class="num" data-label=target.year.name(era)>
                        {value.map_or_else(
                            || format::NONE.to_owned(),
                            |value| format::rounded_quantity(value, decimals, unit),
                        )}
                    </td>
                    <td role="cell" data-label="目標に">
                        {met.map(|met| if met { "届く" } else { "届かない" })}
                    </td>
                }
            });
            let met_in = projection.met_in(rule, series.baseline, target);
            view! {
                <tr role="row">
                    <th scope="row" role="rowheader">
                        {format::rule_name(rule)}
                        <small>{outlook::assumption(series, projection, rule, unit, era)}</small>
                    </th>
                    <td role="cell" class="num" data-label="年あたりの変化">
                        {change.map_or_else(
                            || outlook::TOO_FEW.to_owned(),
                            |change| outlook::per_year(change, decimals, unit),
                        )}
                    </td>
                    {at_target}
                    <td role="cell" class="cell-wide" data-label="目標に届く年度">
                        {outlook::met_in(met_in, era)}
                    </td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="table-region projection" role="region" tabindex="0" aria-label="見込み">
            <table class="stacks" role="table">
                <caption>{caption}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">"仮定"</th>
                        <th scope="col" role="columnheader" class="num">"年あたりの変化"</th>
                        {before_target
                            .then(|| {
                                view! {
                                    <th scope="col" role="columnheader" class="num">{target_year}</th>
                                    <th scope="col" role="columnheader">"目標に"</th>
                                }
                            })}
                        <th scope="col" role="columnheader">"目標に届く年度"</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
