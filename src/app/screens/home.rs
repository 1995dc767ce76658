//! ホーム: the few figures that matter, what needs attention, and the ways in.

use super::lazy::{Lazy, Part, TRY_IT};
use crate::app::{
    components::{
        AttainmentCell, BandBadge, Link, OfficialCell, PageTitle, SourceNote, TableRegion, Terms,
        Track, later,
    },
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    explain,
    facets::{Facet, Selection, Value},
    format,
    glossary::Term,
    language::{Language, spoken},
    model::{IndicatorId, RowId, Sdg},
    overview::{Overview, overview},
    progress::{Method, evaluate},
    search::SearchIndex,
    sentence,
    view::{Screen, View},
    words,
};

/// The indicator to try out: its result is far above its target, so there is something to see.
const TO_TRY: &str = "sns-followers";

/// The first page.
#[component]
pub fn Home() -> impl IntoView {
    let state = state();
    let dataset = state.dataset;
    let overview = overview(dataset, &Method::standard(dataset.reporting_year));
    let lead = Signal::derive(move || {
        sentence!(
            "北海道の地域プロジェクトが、目標にどこまで近づいたかを{year}の実績でお見せします。",
            "How close Hokkaido’s regional projects have come to their targets, by the results of {year}.",
            year = dataset.reporting_year.full_name(state.era())
        )
    });
    let reported = overview.reported.clone();
    let attention: Vec<_> = overview.attention.iter().copied().take(3).collect();
    view! {
        <div class="wrap">
            <PageTitle title=words!("いま、どこまで進んでいるか", "How far have we come?") lead />
            {later(move || view! { <Figures overview=overview.clone() /> })}
            <section aria-labelledby="all-indicators">
                <h2 id="all-indicators">{words!("一枚でみる指標", "Indicators at a glance")}</h2>
                <p class="section-lead">
                    {words!(
                        "帯は、基準値から目標までの幅のうち、どこまで進んだか（達成率）です。基準値より後ろに下がると、帯は左へ伸びます。",
                        "The bar is the share of the way from baseline to target covered so far (attainment). If a result falls behind the baseline, the bar goes left."
                    )}
                </p>
                {later(move || view! { <AllIndicators indicators=reported /> })}
            </section>
            <section aria-labelledby="attention">
                <h2 id="attention">{words!("気をつけて見たい指標", "Indicators to watch")}</h2>
                <ul class="cards cards-3">
                    {attention
                        .into_iter()
                        .map(|indicator| later(move || view! { <AttentionCard indicator /> }))
                        .collect_view()}
                </ul>
            </section>
            {later(|| view! { <Ways /> })}
            {dataset
                .find_indicator(TO_TRY)
                .map(|indicator| {
                    view! {
                        <section class="try-it" aria-labelledby=TRY_IT>
                            <h2 id=TRY_IT>{words!("ためしてみる", "Try it")}</h2>
                            <Lazy part=Part::TryIt(indicator) />
                        </section>
                    }
                })}
        </div>
    }
}

/// Four figures, each with what it is compared with.
#[component]
fn Figures(overview: Overview) -> impl IntoView {
    let state = state();
    let dataset = state.dataset;
    // The worst of them speaks for the rest.
    let below = overview
        .attention
        .iter()
        .find(|indicator| overview.below_baseline.contains(indicator))
        .map_or("", |indicator| dataset.indicator_name(*indicator));
    let behind = overview.below_baseline.len();
    let programs = dataset.program_ids().len();
    let of = |all: usize| sentence!("／{all}指標", " of {all} indicators");
    view! {
        <ul class="cards cards-4 key-figures">
            <li class="card key-figure">
                <h2>{words!("進捗率が90%を超える", "Progress rate above 90%")}</h2>
                <p class="big-figure">{overview.rows_over_90} <small>{of(overview.rows)}</small></p>
                <p>
                    {words!(
                        "再掲2件を含む数え方で、文書の分析と同じです。",
                        "Includes 2 listed again, as the analysis in the document counts."
                    )}
                </p>
                <Link to=Screen::Indicators class="card-link">{words!("指標の一覧", "All indicators")}</Link>
            </li>
            <li class="card key-figure">
                <h2>{words!("実績を集計中", "Results being compiled")}</h2>
                <p class="big-figure">{overview.rows_pending} <small>{of(overview.rows)}</small></p>
                <p>
                    {sentence!(
                        "{year}の数字がまだなく、前の年の値を参考に示します。",
                        "No figures for {year} yet; those of the year before are shown for reference.",
                        year = dataset.reporting_year.name(state.era())
                    )}
                </p>
                <Link to=Screen::Indicators class="card-link">{words!("どの指標か見る", "See which")}</Link>
            </li>
            <li class="card key-figure">
                <h2>{words!("基準値を下回る", "Below the baseline")}</h2>
                <p class="big-figure">{behind} <small>{of(overview.reported.len())}</small></p>
                <p>
                    {sentence!(
                        "{below}など。始める前より低い水準です（再掲を除く）。",
                        "For example, {below}. Lower than before the start (without those listed again)."
                    )}
                </p>
                <a class="card-link" href="#attention">{words!("くわしく見る", "See more")}</a>
            </li>
            <li class="card key-figure">
                <h2>{words!("事業と予算", "Programmes and budget")}</h2>
                <p class="big-figure">{programs} <small>{programs_unit(programs, "事業")}</small></p>
                <p>
                    {sentence!(
                        "うち予算のわかる{rows}件の合計は{total}（{year}）。",
                        "The {rows} with a known budget add up to {total} ({year}).",
                        rows = budget_rows(dataset),
                        total = format::yen(dataset.budget_total()),
                        year = budget_year(dataset)
                            .map_or_else(String::new, |year| year.name(state.era()))
                    )}
                </p>
                <Link to=Screen::Budget class="card-link">{words!("予算を見る", "See the budget")}</Link>
            </li>
        </ul>
    }
}

/// What stands behind a number of programmes.
fn programs_unit(count: usize, japanese: &'static str) -> &'static str {
    match spoken() {
        Language::Japanese => japanese,
        Language::English if count == 1 => " programme",
        Language::English => " programmes",
    }
}

fn budget_rows(dataset: &michishirube_core::dataset::Dataset) -> usize {
    dataset.appearances.budgets.iter().flatten().count()
}

fn budget_year(
    dataset: &michishirube_core::dataset::Dataset,
) -> Option<michishirube_core::fiscal_year::FiscalYear> {
    let with_budget = dataset
        .appearances
        .budgets
        .iter()
        .position(Option::is_some)?;
    dataset.appearances.fiscal_years.get(with_budget).copied()
}

/// One row per indicator.
#[component]
fn AllIndicators(indicators: Vec<IndicatorId>) -> impl IntoView {
    let state = state();
    let dataset = state.dataset;
    let rows = indicators
        .iter()
        .map(|&indicator| later(move || view! { <OverviewRow indicator /> }))
        .collect_view();
    let source = dataset.indicator_source(indicators[0]);
    view! {
        <TableRegion label=words!("指標ごとの進み具合（%）", "Progress of each indicator (%)")>
            <table class="overview-table stacks" role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{words!("指標", "Indicator")}</th>
                        <th scope="col" role="columnheader" class="cell-track">
                            <span class="track-legend" aria-hidden="true">
                                <span class="key-baseline">{words!("基準値", "Baseline")}</span>
                                <span class="key-bar">{words!("いま", "Now")}</span>
                                <span class="key-target">{words!("目標", "Target")}</span>
                            </span>
                            <span class="visually-hidden">
                                {words!("基準値から目標までの位置", "Place between baseline and target")}
                            </span>
                        </th>
                        <th scope="col" role="columnheader" class="num">
                            {words!("進捗率", "Progress rate")}
                            <small>{words!("実績÷目標", "result ÷ target")}</small>
                        </th>
                        <th scope="col" role="columnheader" class="num">
                            {words!("達成率", "Attainment")}
                            <small>{words!("幅のうち", "share of the way")}</small>
                        </th>
                        <th scope="col" role="columnheader">{words!("判定", "Rating")}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </TableRegion>
        <Terms terms=&[Term::OfficialRate, Term::Attainment, Term::Rating, Term::Relisted] />
        <SourceNote sources=vec![source] />
    }
}

/// An indicator on its way from baseline to target.
#[component]
fn OverviewRow(indicator: IndicatorId) -> impl IntoView {
    let dataset = state().dataset;
    let method = Method::standard(dataset.reporting_year);
    let progress = evaluate(&dataset.series(indicator), &method);
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <Link to=Screen::Indicator(indicator)>
                    {dataset.indicator_name(indicator)}
                </Link>
            </th>
            <td role="cell" class="cell-track cell-wide"><Track indicator progress /></td>
            <td role="cell" class="num" data-label=words!("進捗率", "Progress rate")><OfficialCell progress /></td>
            <td role="cell" class="num" data-label=words!("達成率", "Attainment")><AttainmentCell progress /></td>
            <td role="cell" class="cell-band"><BandBadge band=progress.band /></td>
        </tr>
    }
}

/// An indicator that needs attention, in a plain sentence.
#[component]
fn AttentionCard(indicator: IndicatorId) -> impl IntoView {
    let state = state();
    let dataset = state.dataset;
    let series = dataset.series(indicator);
    let progress = evaluate(&series, &Method::standard(dataset.reporting_year));
    let unit = dataset.unit(indicator);
    view! {
        <li class="card">
            <h3>
                <BandBadge band=progress.band />
                <Link to=Screen::Indicator(indicator)>
                    {dataset.indicator_name(indicator)}
                </Link>
            </h3>
            <p>{explain::summary(&series, &progress, unit, state.era())}</p>
        </li>
    }
}

/// Ways in: by category, goal and area.
#[component]
fn Ways() -> impl IntoView {
    let state = state();
    let (dataset, facets, router) = (state.dataset, state.facets, state.router);
    let counts = {
        let all = SearchIndex::all(dataset);
        facets.apply(&Selection::default(), &all).counts
    };
    let to = |facet: Facet, value: usize| {
        let mut view: View = router.view.with_untracked(|view| view.on(Screen::Programs));
        view.selection.set(facet, value, true);
        view
    };
    let categories = dataset
        .categories
        .iter()
        .enumerate()
        .map(|(row, category)| {
            let count = counts[Facet::Category as usize][row];
            let to = to(Facet::Category, row);
            later(move || view! {
                <li>
                    <Link to class="chip">
                        {category.name.as_str()}
                        <span class="count">
                            {count} <span class="visually-hidden">{programs_unit(count, "件")}</span>
                        </span>
                    </Link>
                </li>
            })
        })
        .collect_view();
    let goals = (0..facets.len(Facet::Sdg))
        .filter_map(|value| {
            let Value::Sdg(goal) = facets.value(Facet::Sdg, value) else {
                return None;
            };
            let count = counts[Facet::Sdg as usize][value];
            Some(later(
                move || view! { <li><GoalWay goal count value /></li> },
            ))
        })
        .collect_view();
    let areas = dataset
        .areas
        .iter()
        .enumerate()
        .map(|(row, area)| {
            let count = counts[Facet::Area as usize][row];
            let within: Vec<_> = dataset
                .subprefectures
                .iter()
                .filter(|place| place.area.row() == row)
                .map(|place| place.name.as_str())
                .collect();
            let to = to(Facet::Area, row);
            later(move || {
                view! {
                    <li>
                        <Link to class="area-way">
                            <strong>{area.name.as_str()}</strong>
                            <span>{within.join(words!("・", ", "))}</span>
                            <span class="count">{count} {programs_unit(count, "事業")}</span>
                        </Link>
                    </li>
                }
            })
        })
        .collect_view();
    view! {
        <section aria-labelledby="ways">
            <h2 id="ways">{words!("事業をさがす", "Find programmes")}</h2>
            <h3>{words!("カテゴリーから", "By category")}</h3>
            <ul class="chips">{categories}</ul>
            <h3>{words!("SDGsのゴールから", "By SDG")}</h3>
            <ul class="goals">{goals}</ul>
            <p class="hint">
                {words!(
                    "SDGsは編集部による分類です（原典ではゴールの絵が失われています）。カテゴリーは、原典にない事業だけ編集部が付けました。",
                    "SDGs are classified by the editors (the pictures of the goals are lost in the source document). Categories are theirs only where the source document has none."
                )}
            </p>
            <h3>{words!("地域から", "By area")}</h3>
            <ul class="areas">{areas}</ul>
            <p class="hint">
                <Link to=Screen::Areas>{words!("地図で見る", "See the map")}</Link>
                "　"
                <Link to=Screen::Policy>{words!("連携地域とプロジェクトのしくみ", "How cooperation areas and projects work")}</Link>
            </p>
        </section>
    }
}

/// A goal's tile with its name and count; quiet where there is no programme.
#[component]
fn GoalWay(goal: Sdg, count: usize, value: usize) -> impl IntoView {
    let state = state();
    let (dataset, router) = (state.dataset, state.router);
    let number = goal.number();
    let to = {
        let mut view = router.view.with_untracked(|view| view.on(Screen::Programs));
        view.selection.set(Facet::Sdg, value, true);
        view
    };
    let inside = view! {
        <span class=format!("sdg sdg-{number}")>{number}</span>
        <span class="goal-name">{dataset.sdg_name(goal)}</span>
        <span class="count">{count} <span class="visually-hidden">{programs_unit(count, "件")}</span></span>
    };
    if count == 0 {
        view! { <span class="goal is-empty">{inside}</span> }.into_any()
    } else {
        view! { <Link to=to class="goal">{inside}</Link> }.into_any()
    }
}
