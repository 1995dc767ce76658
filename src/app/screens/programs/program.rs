//! A programme's own page: what each document says of it, and how it is tagged.

use crate::app::{
    components::{
        AttainmentCell, BandBadge, Link, OfficialCell, PageTitle, SdgTile, SourceNote, TableRegion,
    },
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    format,
    model::{AppearanceId, IndicatorId, Label, Origin, ProgramId, RowId},
    progress::{Method, evaluate},
    project, sorted,
    view::Screen,
};

/// The page of a programme.
#[component]
pub fn Program(
    /// The programme.
    program: ProgramId,
) -> impl IntoView {
    let state = state();
    let dataset = state.dataset;
    // Newest first.
    let mut newest_first = Vec::new();
    for appearance in dataset.appearances_of(program) {
        let year = dataset.appearances.fiscal_years[appearance.row()];
        sorted::insert(&mut newest_first, (std::cmp::Reverse(year), appearance));
    }
    let appearances: Vec<AppearanceId> = newest_first
        .into_iter()
        .map(|(_, appearance)| appearance)
        .collect();
    let count = appearances.len();
    let lead = (count > 1).then(|| {
        Signal::stored(format!(
            "この事業は{count}つの文書に出ています。同じ名前のものを、一つの事業としてまとめました。"
        ))
    });
    let mut indicators: Vec<IndicatorId> = Vec::new();
    for appearance in &appearances {
        for project in &dataset.appearances.projects[appearance.row()] {
            for indicator in dataset.indicators_of_project(*project) {
                sorted::insert(&mut indicators, indicator);
            }
        }
    }
    view! {
        <div class="wrap">
            <p class="back">
                <Link to=Screen::Programs>"事業の一覧へ戻る"</Link>
            </p>
            <PageTitle
                title=Signal::stored(dataset.program_name(program).to_owned())
                lead=lead.unwrap_or_else(|| Signal::stored(String::new()))
            />
            <div class="with-aside">
                <div>
                    {appearances
                        .iter()
                        .map(|appearance| view! { <Appearance appearance=*appearance /> })
                        .collect_view()}
                    <Indicators indicators />
                </div>
                <Tags program />
            </div>
        </div>
    }
}

/// What one document says.
#[component]
fn Appearance(appearance: AppearanceId) -> impl IntoView {
    let state = state();
    let dataset = state.dataset;
    let row = appearance.row();
    let all = &dataset.appearances;
    let year = all.fiscal_years[row];
    let place = dataset.subprefecture(all.subprefectures[row]);
    let document = dataset.document(all.documents[row]);
    let period = all.periods[row];
    let projects = all.projects[row]
        .iter()
        .map(|project| {
            let name = dataset.project(*project).name.as_str();
            view! { <li><Link to=Screen::Project(*project)>{name}</Link></li> }
        })
        .collect_view();
    let money = project::budget_view(&all.projects[row], state.era());
    let paragraphs = |text: &'static str| {
        text.lines()
            .map(|line| view! { <p>{line}</p> })
            .collect_view()
    };
    let (results, caption) = (all.results.get(row), all.captions.get(row));
    let heading = format!("appearance-{row}");
    let heading_id = heading.clone();
    view! {
        <section class="appearance" aria-labelledby=heading>
            <p class="appearance-year">
                {format!("{}の文書から", year.full_name(state.era()))}
            </p>
            <h2 id=heading_id>"「" {document.title.as_str()} "」"</h2>
            <div class="prose">
                <h3>"事業概要"</h3>
                {paragraphs(all.outlines.get(row))}
                {(!results.is_empty())
                    .then(|| {
                        view! {
                            <h3>{format!("{}の主な実績", year.name(state.era()))}</h3>
                            {paragraphs(results)}
                        }
                    })}
                {(!caption.is_empty())
                    .then(|| {
                        view! { <p class="hint">"原典には写真があります：「" {caption} "」"</p> }
                    })}
            </div>
            <dl class="facts">
                <div>
                    <dt>"地域"</dt>
                    <dd>{format!("{}（{}）", place.name, dataset.area(place.area).name)}</dd>
                </div>
                {period
                    .map(|(from, to)| {
                        view! {
                            <div>
                                <dt>"期間"</dt>
                                <dd>
                                    {format!("{}〜{}", from.name(state.era()), to.name(state.era()))}
                                </dd>
                            </div>
                        }
                    })}
                {all.budgets[row]
                    .map(|budget| {
                        view! {
                            <div>
                                <dt>"予算額"</dt>
                                <dd>
                                    {format!("{}千円（{}）", format::group(budget), format::yen(budget))}
                                    " "
                                    <Link to=money>"予算の画面で見る"</Link>
                                </dd>
                            </div>
                        }
                    })}
                {(!all.projects[row].is_empty())
                    .then(|| view! { <div><dt>"関連プロジェクト"</dt><dd><ul>{projects}</ul></dd></div> })}
            </dl>
            <SourceNote sources=vec![dataset.appearance_source(appearance)] />
        </section>
    }
}

/// KPIs of the programme's projects.
#[component]
fn Indicators(indicators: Vec<IndicatorId>) -> impl IntoView {
    let state = state();
    let dataset = state.dataset;
    let method = Method::standard(dataset.reporting_year);
    if indicators.is_empty() {
        return view! {
            <section>
                <h2>"同じプロジェクトの指標"</h2>
                <p>"この事業のプロジェクトの評価指標（KPI）は、このデータの文書に載っていません。"</p>
            </section>
        }
        .into_any();
    }
    let rows = indicators
        .into_iter()
        .map(|indicator| {
            let progress = evaluate(&dataset.series(indicator), &method);
            view! {
                <tr>
                    <th scope="row">
                        <Link to=Screen::Indicator(indicator)>
                            {dataset.indicator_name(indicator)}
                        </Link>
                    </th>
                    <td class="num"><OfficialCell progress /></td>
                    <td class="num"><AttainmentCell progress /></td>
                    <td class="cell-band"><BandBadge band=progress.band /></td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <section aria-labelledby="project-indicators">
            <h2 id="project-indicators">"同じプロジェクトの指標"</h2>
            <p class="section-lead">
                "この事業だけの成果ではなく、関連プロジェクト全体の評価指標です。"
            </p>
            <TableRegion label="同じプロジェクトの指標（%）">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">"指標"</th>
                            <th scope="col" class="num">"進捗率"</th>
                            <th scope="col" class="num">"達成率"</th>
                            <th scope="col">"判定"</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </TableRegion>
        </section>
    }
    .into_any()
}

/// Categories and goals, with who says so and why.
#[component]
fn Tags(program: ProgramId) -> impl IntoView {
    let dataset = state().dataset;
    let icons: Option<u8> = dataset
        .appearances_of(program)
        .find_map(|appearance| dataset.appearances.sdg_icon_counts[appearance.row()]);
    let items = dataset
        .tags_of(program)
        .map(|tag| {
            let name = match tag.label {
                Label::Category(category) => view! {
                    <span class="tag">{dataset.category(category).name.as_str()}</span>
                }
                .into_any(),
                Label::Sdg(goal) => view! {
                    <span class="tag-goal"><SdgTile goal /> {dataset.sdg_name(goal)}</span>
                }
                .into_any(),
            };
            let said = match tag.origin {
                Origin::Source => view! { <span class="said">"原典の分類"</span> }.into_any(),
                Origin::Editorial => view! {
                    <span class="said">"編集部による分類：" {tag.reason}</span>
                }
                .into_any(),
            };
            view! { <li>{name} {said}</li> }
        })
        .collect_view();
    view! {
        <aside class="card tag-reasons" aria-labelledby="tags">
            <h2 id="tags">"カテゴリーとSDGs"</h2>
            <ul>{items}</ul>
            {icons
                .map(|count| {
                    view! {
                        <p class="hint">
                            {format!("原典にはSDGsのゴールの絵が{count}個ありましたが、番号は文字に残っていません。")}
                        </p>
                    }
                })}
        </aside>
    }
}
