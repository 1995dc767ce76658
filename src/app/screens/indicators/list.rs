//! The list of indicators, as the paper prints it.

use crate::app::{
    components::{
        AttainmentCell, BandBadge, Link, OfficialCell, OverlayLine, PageTitle, SourceNote,
        Sparkline, TableRegion, Toggle, dynamic, later, memo,
    },
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    explain, format,
    model::{Dated, DocumentId, IndicatorId, Listing, Observation, ProjectId, Source},
    progress::{Band, Method, evaluate},
    project,
    scenario::Scenario,
    sentence,
    view::Screen,
    words,
};

/// A line of the list: an indicator, under a project, perhaps for the second time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Line {
    indicator: IndicatorId,
    project: ProjectId,
    relisted: bool,
}

/// Lines under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Group {
    project: Option<ProjectId>,
    lines: Vec<Line>,
}

/// The list.
#[component]
pub fn Indicators() -> impl IntoView {
    let state = state();
    let (dataset, router) = (state.dataset, state.router);
    let distinct = memo(move |_| router.view.with(|view| view.distinct));
    let with_draft = memo(move |_| router.view.with(|view| view.with_draft));
    let review = dataset.review;
    let examples = dataset.policy;
    let rows = dataset.review_listings().count();
    let reported = dataset
        .indicator_ids()
        .filter(|indicator| dataset.is_reported(*indicator))
        .count();
    view! {
        <div class="wrap wrap-wide">
            <PageTitle
                title=words!("指標", "Indicators")
                lead=Signal::stored(words!(
                    "評価指標（KPI）が、基準値からどう動き、目標にどこまで近づいたかの一覧です。進捗率・達成率・判定の意味は「表の読み方」にあります。",
                    "How each indicator (KPI) has moved from its baseline, and how close it has come to its target. “How to read the table” says what progress rate, attainment and rating mean."
                ).to_owned())
            />
            <div class="toolbar">
                <Toggle on=distinct set=move |on| router.update(|view| view.distinct = on)>
                    {sentence!(
                        "再掲をまとめる（{rows}行を{reported}指標に）",
                        "Merge those listed again ({rows} rows into {reported} indicators)"
                    )}
                </Toggle>
                <Toggle on=with_draft set=move |on| router.update(|view| view.with_draft = on)>
                    {words!("試算の値を重ねる", "Lay the figures of the what-if scenario over the list")}
                </Toggle>
            </div>
            {dynamic(move || {
                (with_draft.get() && state.draft.with(Scenario::is_plain))
                    .then(|| {
                        view! {
                            <p class="hint">
                                {words!(
                                    "この端末に試算はまだありません。",
                                    "There is no what-if scenario on this device yet. Change figures on the "
                                )}
                                <Link to=Screen::Scenario(None)>
                                    {words!("試算の画面", "What-if page")}
                                </Link> {words!("で値を変えると、ここに重なります。", " and they are laid over the list here.")}
                            </p>
                        }
                    })
            })}
            <OverlayLine laid_over=with_draft />
            <section aria-labelledby="review-list">
                <h2 id="review-list">{words!("評価指標（KPI）一覧", "List of indicators (KPIs)")}</h2>
                {later(move || view! { <Reading with_draft /> })}
                {dynamic(move || {
                    let label = words!("評価指標の一覧", "List of indicators");
                    view! { <List label document=review distinct=distinct.get() with_draft=with_draft.get() /> }
                })}
            </section>
            <section aria-labelledby="example-list">
                <h2 id="example-list">{words!("方針に例として挙がる指標", "Indicators given as examples in the policy")}</h2>
                <p class="section-lead">
                    {words!(
                        "6つの連携地域から一つずつ、目標だけが示されています。実績はこのデータの文書に載っていません（炭鉄港の指標は上の一覧と同じものです）。",
                        "One from each of the 6 cooperation areas, with a target only. The documents behind this data give no results for them (the Tantetsuko indicator is the same one as in the list above)."
                    )}
                </p>
                {dynamic(move || {
                    let label = words!(
                        "方針に例として挙がる指標の一覧",
                        "List of the indicators given as examples in the policy"
                    );
                    view! { <List label document=examples distinct=distinct.get() with_draft=with_draft.get() /> }
                })}
            </section>
        </div>
    }
}

/// How to read the columns, folded.
#[component]
fn Reading(with_draft: Memo<bool>) -> impl IntoView {
    let state = state();
    let bands = move || {
        // With the scenario laid over, all lines are judged by its method.
        let method = if with_draft.get() {
            state.draft.settings().method(state.dataset)
        } else {
            Method::standard(state.dataset.reporting_year)
        };
        let bands = [
            Band::A,
            Band::B,
            Band::C,
            Band::D,
            Band::Behind,
            Band::Kept,
            Band::NotKept,
        ];
        let bands = bands.map(|band| {
            let meaning = explain::band_meaning(band, &method);
            view! { <li><BandBadge band meaning=meaning.clone() /> {meaning}</li> }
        });
        bands.collect_view()
    };
    view! {
        <details class="reading">
            <summary>
                {words!(
                    "表の読み方：進捗率・達成率・判定",
                    "How to read the table: progress rate, attainment and rating"
                )}
            </summary>
            <dl>
                <dt>{words!("進捗率", "Progress rate")}</dt>
                <dd>
                    {words!(
                        "実績÷目標。文書が使っている計算です。はじめから高く出やすく、下がっていても90%を超えることがあります。",
                        "Result ÷ target, the calculation the documents use. It tends to be high from the start, and can be above 90% even where the figure has fallen."
                    )}
                </dd>
                <dt>{words!("達成率", "Attainment")}</dt>
                <dd>
                    {words!(
                        "基準値から目標までの幅のうち、どれだけ進んだか。基準値より下がるとマイナスになります。",
                        "How much of the way from baseline to target has been covered. It is negative where the result is worse than the baseline."
                    )}
                </dd>
                <dt>{words!("判定", "Rating")}</dt>
                <dd>
                    {words!(
                        "基準値から目標へ毎年同じだけ進むとした値（期待値）と比べます。",
                        "The result is compared with the expected value: the one it would have with equal steps each year from baseline to target."
                    )}
                    <ul class="band-legend">{dynamic(bands)}</ul>
                </dd>
                <dt>{words!("再掲", "Listed again")}</dt>
                <dd>
                    {words!(
                        "同じ指標が、別のプロジェクトにも載っていることを示します。",
                        "The same indicator is also listed under another project."
                    )}
                </dd>
            </dl>
        </details>
    }
}

/// One document's list.
#[component]
fn List(
    label: &'static str,
    document: DocumentId,
    distinct: bool,
    with_draft: bool,
) -> impl IntoView {
    let state = state();
    let dataset = state.dataset;
    let listings: Vec<&Listing> = dataset
        .listings
        .iter()
        .filter(|listing| listing.document == document)
        .collect();
    let section = listings
        .first()
        .map_or("", |listing| listing.section.as_str());
    let groups = groups(&listings, distinct);
    let years: Vec<_> = dataset.result_years().collect();
    let reports_results = listings
        .iter()
        .any(|listing| document == dataset.review && dataset.is_reported(listing.indicator));
    let width = if reports_results { years.len() + 7 } else { 5 };
    let head_years = years.clone();
    let body = groups
        .into_iter()
        .map(|group| {
            let lines = group
                .lines
                .into_iter()
                .map(|line| {
                    let years = years.clone();
                    later(move || view! { <Row line years full=reports_results with_draft /> })
                })
                .collect_view();
            view! {
                <tbody role="rowgroup">
                    {group
                        .project
                        .map(|project| {
                            let name = dataset.project(project).name.as_str();
                            view! {
                                <tr role="row" class="group-head">
                                    <th scope="rowgroup" role="rowheader" colspan=width.to_string()>
                                        <span>
                                            <Link to=Screen::Project(project)>{name}</Link>
                                        </span>
                                    </th>
                                </tr>
                            }
                        })}
                    {lines}
                </tbody>
            }
        })
        .collect_view();
    view! {
        <TableRegion label=label>
            <table class="indicator-table stacks" role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{words!("評価指標（KPI）", "Indicator (KPI)")}</th>
                        <th scope="col" role="columnheader" class="num">
                            {words!("基準値", "Baseline")} <small>{words!("基準年", "baseline year")}</small>
                        </th>
                        {reports_results
                            .then(|| {
                                head_years
                                    .iter()
                                    .map(|&year| {
                                        view! {
                                            <th scope="col" role="columnheader" class="num">
                                                <abbr title=year.full_name(state.era())>
                                                    {year.short_name(state.era())}
                                                </abbr>
                                            </th>
                                        }
                                    })
                                    .collect_view()
                            })}
                        <th scope="col" role="columnheader" class="num">
                            {words!("目標値", "Target")} <small>{words!("目標年", "target year")}</small>
                        </th>
                        {reports_results
                            .then(|| {
                                view! {
                                    <th scope="col" role="columnheader" class="num">
                                        {words!("進捗率", "Progress rate")} <small>{words!("実績÷目標", "result ÷ target")}</small>
                                    </th>
                                    <th scope="col" role="columnheader" class="num">
                                        {words!("達成率", "Attainment")} <small>{words!("幅のうち", "share of the way")}</small>
                                    </th>
                                    <th scope="col" role="columnheader">{words!("判定", "Rating")}</th>
                                    <th scope="col" role="columnheader">{words!("推移", "Trend")}</th>
                                }
                            })}
                    </tr>
                </thead>
                {body}
            </table>
        </TableRegion>
        <SourceNote sources=vec![Source { document, section }] />
    }
}

/// The lines by project, as printed; or each indicator once, without headings.
fn groups(listings: &[&Listing], distinct: bool) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for listing in listings {
        let line = Line {
            indicator: listing.indicator,
            project: listing.project,
            relisted: listing.relisted,
        };
        let project = (!distinct).then_some(listing.project);
        let seen = groups
            .iter()
            .flat_map(|group| &group.lines)
            .any(|other| other.indicator == line.indicator);
        if distinct && seen {
            continue;
        }
        match groups.last_mut() {
            Some(group) if group.project == project => group.lines.push(line),
            _ => groups.push(Group {
                project,
                lines: vec![line],
            }),
        }
    }
    groups
}

/// The other projects that list a line's indicator.
fn elsewhere(line: Line) -> AnyView {
    let dataset = state().dataset;
    let others = project::elsewhere(dataset, line.project, line.indicator);
    let others = others.into_iter().enumerate().map(|(place, other)| {
        let name = dataset.project(other).name.as_str();
        let comma = (place > 0).then_some(words!("", ", "));
        view! { {comma} <Link to=Screen::Project(other)>{name}</Link> }
    });
    view! {
        <small class="cell-note has-links">
            {words!("再掲：", "Listed again. Also listed under ")} {others.collect_view()}
            {words!("にも載っています", "")}
        </small>
    }
    .into_any()
}

#[component]
fn Row(
    line: Line,
    years: Vec<michishirube_core::fiscal_year::FiscalYear>,
    /// With results and rates.
    full: bool,
    with_draft: bool,
) -> impl IntoView {
    let state = state();
    let dataset = state.dataset;
    let Line {
        indicator,
        relisted,
        ..
    } = line;
    let unit = dataset.unit(indicator);
    let official = dataset.series(indicator);
    let evaluated = state.draft.evaluated(indicator);
    let dated = move |dated: Option<Dated>, official: Option<Dated>| {
        let Some(dated) = dated else {
            return view! { <span>{format::NONE}</span> }.into_any();
        };
        let changed = official != Some(dated);
        view! {
            <span class="figure">
                {changed.then(|| view! { <mark class="draft-mark">{words!("試算", "What-if")}</mark> {words!("", " ")} })}
                {format::quantity(dated.value, unit)}
            </span>
            <small class="figure-note">
                {dated.year.short_name(state.era())}
                {official
                    .filter(|_| changed)
                    .map(|official| sentence!(
                        "・公式 {figure}",
                        ", official {figure}",
                        figure = format::quantity(official.value, unit)
                    ))}
            </small>
        }
        .into_any()
    };
    dynamic(move || {
        let (figures, progress) = if with_draft {
            evaluated.with(|evaluated| (evaluated.figures.clone(), evaluated.progress))
        } else {
            let figures = Scenario::default().figures(dataset, indicator);
            let progress = evaluate(&official, &Method::standard(dataset.reporting_year));
            (figures, progress)
        };
        let series = figures.series();
        let era = state.era();
        let changed = series != official;
        let results = years
            .iter()
            .filter(|_| full)
            .map(|&year| {
                let (found, before) = (series.observation(year), official.observation(year));
                let text = match found {
                    Observation::Published(value) => format::decimal(value),
                    Observation::Pending => words!("集計中", "Being compiled").to_owned(),
                    Observation::Absent => String::new(),
                };
                let pending = found == Observation::Pending;
                let draft = found != before;
                let absent = found == Observation::Absent;
                view! {
                    <td role="cell" class="num" class:is-pending=pending class:is-absent=absent data-label=year.short_name(era)>
                        {draft.then(|| view! { <mark class="draft-mark">{words!("試算", "What-if")}</mark> {words!("", " ")} })}
                        <span class="figure">{text}</span>
                        {before
                            .value()
                            .filter(|_| draft)
                            .map(|before| {
                                view! {
                                    <small class="figure-note">{words!("公式 ", "official ")} {format::decimal(before)}</small>
                                }
                            })}
                    </td>
                }
            })
            .collect_view();
        view! {
            <tr role="row" class:has-draft=changed>
                <th scope="row" role="rowheader">
                    <Link to=Screen::Indicator(indicator)>{dataset.indicator_name(indicator)}</Link>
                    {relisted.then(|| elsewhere(line))}
                    {(!relisted)
                        .then(|| {
                            view! {
                                <small class="row-sentence">
                                    {explain::summary(&series, &progress, unit, state.era())}
                                </small>
                            }
                        })}
                </th>
                <td role="cell" class="num" data-label=words!("基準値", "Baseline")>{dated(series.baseline, official.baseline)}</td>
                {results}
                <td role="cell" class="num" data-label=words!("目標値", "Target")>{dated(series.target, official.target)}</td>
                {full
                    .then(|| {
                        view! {
                            <td role="cell" class="num" data-label=words!("進捗率", "Progress rate")><OfficialCell progress /></td>
                            <td role="cell" class="num" data-label=words!("達成率", "Attainment")><AttainmentCell progress /></td>
                            <td role="cell" class="cell-band" data-label=words!("判定", "Rating")><BandBadge band=progress.band meaning=explain::judgement(&progress) /></td>
                            <td role="cell" class="cell-spark" data-label=words!("推移", "Trend")><Sparkline figures=figures.clone() /></td>
                        }
                    })}
            </tr>
        }
    })
}
