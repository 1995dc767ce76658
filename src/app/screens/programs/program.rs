//! A programme's own page: what each document says of it, and how it is tagged.

use crate::app::{
    components::{
        AttainmentCell, BandBadge, Link, OfficialCell, PageTitle, SdgTile, SourceNote, TableRegion,
        Terms, later, original,
    },
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    format::{self, Money},
    glossary::Term,
    language::lang_of,
    model::{AppearanceId, IndicatorId, Label, Origin, ProgramId, RowId},
    progress::{Method, evaluate},
    project, sentence, sorted,
    view::Screen,
    words,
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
        Signal::stored(sentence!(
            "この事業は{count}つの文書に出ています。同じ名前のものを、一つの事業としてまとめました。",
            "This programme stands in {count} documents. Entries with the same name have been brought together as one programme."
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
                <Link to=Screen::Programs>{words!("事業の一覧へ戻る", "Back to the list of programmes")}</Link>
            </p>
            <PageTitle
                title=Signal::stored(dataset.program_name(program).to_owned())
                lead=lead.unwrap_or_else(|| Signal::stored(String::new()))
            />
            <div class="with-aside">
                <div>
                    {appearances
                        .iter()
                        .map(|&appearance| later(move || view! { <Appearance appearance /> }))
                        .collect_view()}
                    {later(move || view! { <Indicators indicators /> })}
                </div>
                {later(move || view! { <Tags program /> })}
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
            .map(|line| view! { <p lang=lang_of(line)>{line}</p> })
            .collect_view()
    };
    let (results, caption) = (all.results.get(row), all.captions.get(row));
    let heading = format!("appearance-{row}");
    let heading_id = heading.clone();
    view! {
        <section class="appearance" aria-labelledby=heading>
            <p class="appearance-year">
                {sentence!(
                    "{year}の文書から",
                    "From the document for {year}",
                    year = year.full_name(state.era())
                )}
            </p>
            <h2 id=heading_id>{words!("「", "“")} {document.title.as_str()} {words!("」", "”")}</h2>
            <div class="prose">
                <h3>{words!("事業概要", "Outline")}</h3>
                {paragraphs(all.outlines.get(row))}
                {(!results.is_empty())
                    .then(|| {
                        view! {
                            <h3>
                                {sentence!(
                                    "{year}の主な実績",
                                    "Main results in {year}",
                                    year = year.name(state.era())
                                )}
                            </h3>
                            {paragraphs(results)}
                        }
                    })}
                {(!caption.is_empty())
                    .then(|| {
                        view! {
                            <p class="hint">
                                {words!("原典には写真があります：「", "The source shows a photograph: “")}
                                {original(caption)} {words!("」", "”")}
                            </p>
                        }
                    })}
            </div>
            <dl class="facts">
                <div>
                    <dt>{words!("地域", "Area")}</dt>
                    <dd>
                        {sentence!(
                            "{place}（{area}）",
                            "{place} ({area})",
                            place = place.name,
                            area = dataset.area(place.area).name
                        )}
                    </dd>
                </div>
                {period
                    .map(|(from, to)| {
                        view! {
                            <div>
                                <dt>{words!("期間", "Period")}</dt>
                                <dd>
                                    {sentence!(
                                        "{from}〜{to}",
                                        "{from}–{to}",
                                        from = from.name(state.era()),
                                        to = to.name(state.era())
                                    )}
                                </dd>
                            </div>
                        }
                    })}
                {all.budgets[row]
                    .map(|budget| {
                        let exact = format::money(budget, Money::Thousand);
                        let short = format::yen(budget);
                        view! {
                            <div>
                                <dt>{words!("予算額", "Budget")}</dt>
                                <dd>
                                    {sentence!("{exact}（{short}）", "{exact} ({short})")}
                                    " "
                                    <Link to=money>{words!("予算の画面で見る", "See it on the Budget page")}</Link>
                                </dd>
                            </div>
                        }
                    })}
                {(!all.projects[row].is_empty())
                    .then(|| view! {
                        <div>
                            <dt>{words!("関連プロジェクト", "Related projects")}</dt>
                            <dd><ul>{projects}</ul></dd>
                        </div>
                    })}
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
                <h2>{words!("同じプロジェクトの指標", "Indicators of the same projects")}</h2>
                <p>
                    {words!(
                        "この事業のプロジェクトの評価指標（KPI）は、このデータの文書に載っていません。",
                        "The documents behind this data list no indicators (KPIs) for the projects of this programme."
                    )}
                </p>
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
            <h2 id="project-indicators">{words!("同じプロジェクトの指標", "Indicators of the same projects")}</h2>
            <p class="section-lead">
                {words!(
                    "この事業だけの成果ではなく、関連プロジェクト全体の評価指標です。",
                    "These indicators measure the related projects as a whole, not what this programme alone has achieved."
                )}
            </p>
            <TableRegion label=words!("同じプロジェクトの指標（%）", "Indicators of the same projects (%)")>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{words!("指標", "Indicator")}</th>
                            <th scope="col" class="num">{words!("進捗率", "Progress rate")}</th>
                            <th scope="col" class="num">{words!("達成率", "Attainment")}</th>
                            <th scope="col">{words!("判定", "Rating")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </TableRegion>
            <Terms terms=&[Term::Indicator, Term::OfficialRate, Term::Attainment, Term::Rating] />
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
                Origin::Source => view! { <span class="said">{words!("原典の分類", "Classified by the source")}</span> }.into_any(),
                Origin::Editorial => view! {
                    <span class="said">
                        {words!("編集部による分類：", "Classified by the editors: ")}
                        {original(tag.reason)}
                    </span>
                }
                .into_any(),
            };
            view! { <li>{name} {said}</li> }
        })
        .collect_view();
    view! {
        <aside class="card tag-reasons" aria-labelledby="tags">
            <h2 id="tags">{words!("カテゴリーとSDGs", "Categories and SDGs")}</h2>
            <ul>{items}</ul>
            {icons
                .map(|count| {
                    view! {
                        <p class="hint">
                            {sentence!(
                                "原典にはSDGsのゴールの絵が{count}個ありましたが、番号は文字に残っていません。",
                                "The source had pictures of SDG goals ({count}), but their numbers are not preserved in its text."
                            )}
                        </p>
                    }
                })}
        </aside>
    }
}
