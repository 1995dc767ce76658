//! 変えた指標のまとめ: official figures and a scenario's side by side.

use crate::app::{
    components::{BandBadge, Link, TableRegion, dynamic, memo, text},
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    explain, format,
    model::IndicatorId,
    progress::{Method, Progress, evaluate},
    view::Screen,
};

/// Every changed indicator, official and draft side by side.
#[component]
pub fn Summary() -> impl IntoView {
    let state = state();
    let (dataset, router) = (state.dataset, state.router);
    // A row stays while its figures change: a link that is made anew with every keystroke leaves its
    // subscription to the view behind (reactive_graph 0.2 forgets to end those of dropped effects).
    let changed = memo(move |_| {
        let is_changed = |indicator: &IndicatorId| {
            let evaluated = state.draft.evaluated(*indicator);
            evaluated.with(|evaluated| evaluated.changes > 0)
        };
        dataset
            .indicator_ids()
            .filter(is_changed)
            .collect::<Vec<_>>()
    });
    dynamic(move || {
        let rows: Vec<_> = changed
            .get()
            .into_iter()
            .map(|indicator| view! { <SummaryRow indicator /> })
            .collect();
        let mut with_draft = router
            .view
            .with_untracked(|view| view.on(Screen::Indicators));
        with_draft.with_draft = true;
        (!rows.is_empty()).then(|| {
            view! {
                <section aria-labelledby="summary">
                    <h2 id="summary">"変えた指標のまとめ"</h2>
                    <TableRegion label="変えた指標のまとめ（%）">
                        <table class="summary-table">
                            <SummaryHead own="試算" />
                            <tbody>{rows}</tbody>
                        </table>
                    </TableRegion>
                    <p class="hint">
                        "集計中の指標の進捗率は、最新の実績による参考値です。"
                        <Link to=with_draft>"指標の一覧に試算を重ねて見る"</Link>
                    </p>
                </section>
            }
        })
    })
}

#[component]
fn SummaryRow(indicator: IndicatorId) -> impl IntoView {
    let state = state();
    let dataset = state.dataset;
    let method = Method::standard(dataset.reporting_year);
    let official = evaluate(&dataset.series(indicator), &method);
    let evaluated = state.draft.evaluated(indicator);
    let progress = memo(move |_| evaluated.with(|evaluated| evaluated.progress));
    let rate = |progress: &Progress| {
        format::percent_or_none_to(progress.shown_rate(), progress.method.decimals)
    };
    let attainment = |progress: &Progress| {
        format::percent_or_none_to(progress.attainment.ratio(), progress.method.decimals)
    };
    view! {
        <tr>
            <th scope="row">
                <Link to=Screen::Scenario(Some(indicator))>{dataset.indicator_name(indicator)}</Link>
            </th>
            <td class="num">{rate(&official)}</td>
            <td class="num draft-figure">{text(move || progress.with(rate))}</td>
            <td class="num">{attainment(&official)}</td>
            <td class="num draft-figure">{text(move || progress.with(attainment))}</td>
            <td class="cell-band"><BandBadge band=official.band /></td>
            <td class="cell-band">
                {dynamic(move || {
                    progress.with(|progress| view! { <BandBadge band=progress.band meaning=explain::judgement(progress) /> })
                })}
            </td>
        </tr>
    }
}

/// The head of a table of the rates and bands, official and of a scenario.
#[component]
pub fn SummaryHead(
    /// What the scenario's columns are called.
    own: &'static str,
    /// What stands between the indicator and its rates, if something does.
    #[prop(optional)]
    between: Option<&'static str>,
) -> impl IntoView {
    view! {
        <thead>
            <tr>
                <th scope="col" rowspan="2">"指標"</th>
                {between.map(|between| view! { <th scope="col" rowspan="2">{between}</th> })}
                <th scope="colgroup" colspan="2">"進捗率"</th>
                <th scope="colgroup" colspan="2">"達成率"</th>
                <th scope="colgroup" colspan="2">"判定"</th>
            </tr>
            <tr>
                <th scope="col" class="num">"公式"</th>
                <th scope="col" class="num">{own}</th>
                <th scope="col" class="num">"公式"</th>
                <th scope="col" class="num">{own}</th>
                <th scope="col">"公式"</th>
                <th scope="col">{own}</th>
            </tr>
        </thead>
    }
}
