//! The same in tables: the 6 areas, and the 14 振興局.

use crate::app::{
    components::{Link, SourceNote, TableRegion, dynamic, later, memo},
    prose,
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    areas::{self, Region, words},
    facets::Selection,
    format::Money,
    language::lang_of,
    model::{AreaId, DocumentId, RowId, Source, SubprefectureId},
    sentence,
    view::{MapFigure, Screen},
    words,
};

/// Both tables.
#[component]
pub fn Tables() -> impl IntoView {
    let router = state().router;
    let money = memo(move |_| router.view.with(|view| view.money));
    dynamic(move || {
        let money = money.get();
        view! {
            {later(move || view! { <AreaTable money /> })}
            {later(move || view! { <PlaceTable money /> })}
        }
    })
}

fn amount(thousands: u32, money: Money) -> String {
    words::digits(thousands, MapFigure::Budget, money)
}

/// The name of a region, with the pattern of its area.
fn name(slug: &str, name: &'static str) -> AnyView {
    view! {
        <span class=format!("area-label area-{slug}")>
            <span class="area-swatch" aria-hidden="true"></span>
            {name}
        </span>
    }
    .into_any()
}

/// 「R3予算額」
fn budget_heading() -> String {
    let state = state();
    let year = areas::budget_source(state.dataset)
        .map_or_else(String::new, |(_, year)| year.short_name(state.era()));
    sentence!("{year}予算額", "{year} budget")
}

/// 「予算額（千円）」
fn budget_label(money: Money) -> String {
    sentence!("予算額（{unit}）", "Budget ({unit})", unit = money.title())
}

/// Programmes and named projects are counted in every document, the 51 in one section of the policy.
fn sources() -> Vec<Source<'static>> {
    let policy = prose::policy();
    let section = policy.sections.iter().find(|section| section.number == 3);
    (0..state().dataset.documents.len())
        .map(DocumentId::new)
        .map(|document| Source {
            document,
            section: section
                .filter(|_| document == policy.document)
                .map_or("", |section| section.title.as_str()),
        })
        .collect()
}

#[component]
fn AreaTable(money: Money) -> impl IntoView {
    let state = state();
    let dataset = state.dataset;
    let rows = (0..dataset.areas.len())
        .map(move |row| later(move || view! { <AreaRow area=AreaId::new(row) money /> }));
    let all = areas::figures(dataset, &Selection::default());
    let counted = areas::counted_projects(dataset, &Selection::default());
    let policy = prose::policy();
    let notes = policy
        .notes
        .iter()
        .map(|note| view! { <p class="hint" lang=lang_of(note)>{note.as_str()}</p> });
    view! {
        <section aria-labelledby="area-table">
            <h2 id="area-table">{sentence!("{count}つの連携地域", "The {count} cooperation areas", count = dataset.areas.len())}</h2>
            <p class="section-lead">
                {words!(
                    "「方針の数」は方針が数えるプロジェクトの数、「名前あり」は文書のどれかに名前が出ているプロジェクトの数です。数え方がちがうので、差し引きはできません。",
                    "“In the policy” is the number of projects the policy counts, “named” the number of projects whose names appear in any of the documents. They are counted in different ways, so one cannot be subtracted from the other."
                )}
            </p>
            <TableRegion label=sentence!(
                "連携地域ごとのプロジェクト・事業の数（件）と予算額（{unit}）",
                "Numbers of projects and programmes and budget ({unit}) by cooperation area",
                unit = money.title(),
            )>
                <table class="area-table stacks" role="table">
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">{words!("連携地域", "Cooperation area")} <small>{words!("振興局", "subprefectures")}</small></th>
                            <th scope="col" role="columnheader" class="num">{words!("プロジェクト", "Projects")} <small>{words!("方針の数", "in the policy")}</small></th>
                            <th scope="col" role="columnheader" class="num">{words!("プロジェクト", "Projects")} <small>{words!("名前あり", "named")}</small></th>
                            <th scope="col" role="columnheader" class="num">{words!("事業", "Programmes")} <small>{words!("件", "number")}</small></th>
                            <th scope="col" role="columnheader" class="num">{budget_heading()} <small>{money.title()}</small></th>
                            <th scope="col" role="columnheader">{words!("プロジェクトの例", "Example project")} <small>{words!("主なKPIと目標", "main KPI and target")}</small></th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">
                        {rows.collect_view()}
                        <tr role="row" class="total-row">
                            <th scope="row" role="rowheader">{words!("合計", "Total")}</th>
                            <td role="cell" class="num" data-label=words!("方針の数", "Projects in the policy")>{counted}</td>
                            <td role="cell" class="num" data-label=words!("名前あり", "Projects named")>{all.projects.len()}</td>
                            <td role="cell" class="num" data-label=words!("事業", "Programmes")>{all.programs}</td>
                            <td role="cell" class="num" data-label=budget_label(money)>{amount(all.budget, money)}</td>
                            <td role="cell" class="is-absent"></td>
                        </tr>
                    </tbody>
                </table>
            </TableRegion>
            {notes.collect_view()}
            <SourceNote sources=sources() />
        </section>
    }
}

#[component]
fn AreaRow(area: AreaId, money: Money) -> impl IntoView {
    let state = state();
    let dataset = state.dataset;
    let row = dataset.area(area);
    let figures = areas::figures_of(dataset, Region::Area(area));
    let within: Vec<_> = areas::subprefectures_of(dataset, area)
        .map(|place| dataset.subprefecture(place).name.as_str())
        .collect();
    let example = areas::example(prose::policy(), area).map(|example| {
        view! {
            <Link to=Screen::Project(example.project)>
                {dataset.project(example.project).name.as_str()}
            </Link>
            <small class="cell-note">
                {dataset.indicator_name(example.indicator)}
                <span class="aim">{areas::aim(dataset, example.indicator, state.era())}</span>
            </small>
        }
    });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                {name(&row.slug, &row.name)}
                <small class="cell-note">{within.join(words!("・", ", "))}</small>
            </th>
            <td role="cell" class="num" data-label=words!("方針の数", "Projects in the policy")>{row.project_count}</td>
            <td role="cell" class="num" data-label=words!("名前あり", "Projects named")>{figures.projects.len()}</td>
            <td role="cell" class="num" data-label=words!("事業", "Programmes")>{figures.programs}</td>
            <td role="cell" class="num" data-label=budget_label(money)>{amount(figures.budget, money)}</td>
            <td role="cell" class="cell-wide">{example}</td>
        </tr>
    }
}

#[component]
fn PlaceTable(money: Money) -> impl IntoView {
    let state = state();
    let dataset = state.dataset;
    let all = areas::figures(dataset, &Selection::default());
    let whole = all.budget;
    let rows = dataset
        .subprefectures
        .iter()
        .enumerate()
        .map(move |(row, place)| {
            let figures =
                areas::figures_of(dataset, Region::Subprefecture(SubprefectureId::new(row)));
            let area = dataset.area(place.area);
            view! {
                <tr role="row">
                    <th scope="row" role="rowheader">{name(&area.slug, &place.name)}</th>
                    <td role="cell" data-label=words!("連携地域", "Cooperation area")>{area.short_name.as_str()}</td>
                    <td role="cell" data-label=words!("所在地", "Location")>{place.seat.name.as_str()}</td>
                    <td role="cell" class="num" data-label=words!("名前あり", "Projects named")>{figures.projects.len()}</td>
                    <td role="cell" class="num" data-label=words!("事業", "Programmes")>{figures.programs}</td>
                    <td role="cell" class="num" data-label=budget_label(money)>
                        {amount(figures.budget, money)}
                        <small class="cell-note">{words::share(figures.budget, whole)}</small>
                    </td>
                </tr>
            }
        });
    view! {
        <section aria-labelledby="place-table">
            <h2 id="place-table">{sentence!("{count}の振興局", "The {count} subprefectures", count = dataset.subprefectures.len())}</h2>
            <p class="section-lead">
                {words!(
                    "方針が数えるプロジェクトの、振興局ごとの内訳は文書にありません。一つのプロジェクトを複数の振興局で進めるものがあるため、「名前あり」を足しても合計にはなりません。",
                    "The documents do not break the projects counted by the policy down by subprefecture. Some projects are carried out by several subprefectures, so the figures under “named” do not add up to the total."
                )}
            </p>
            <TableRegion label=sentence!(
                "振興局ごとのプロジェクト・事業の数（件）と予算額（{unit}）",
                "Numbers of projects and programmes and budget ({unit}) by subprefecture",
                unit = money.title(),
            )>
                <table class="place-table stacks" role="table">
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">{words!("振興局", "Subprefecture")}</th>
                            <th scope="col" role="columnheader">{words!("連携地域", "Cooperation area")}</th>
                            <th scope="col" role="columnheader">{words!("所在地", "Location")}</th>
                            <th scope="col" role="columnheader" class="num">{words!("プロジェクト", "Projects")} <small>{words!("名前あり", "named")}</small></th>
                            <th scope="col" role="columnheader" class="num">{words!("事業", "Programmes")} <small>{words!("件", "number")}</small></th>
                            <th scope="col" role="columnheader" class="num">{budget_heading()} <small>{money.title()}</small></th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">
                        {rows.collect_view()}
                        <tr role="row" class="total-row">
                            <th scope="row" role="rowheader">{words!("北海道全体", "All of Hokkaido")}</th>
                            <td role="cell" class="is-absent"></td>
                            <td role="cell" class="is-absent"></td>
                            <td role="cell" class="num" data-label=words!("名前あり", "Projects named")>{all.projects.len()}</td>
                            <td role="cell" class="num" data-label=words!("事業", "Programmes")>{all.programs}</td>
                            <td role="cell" class="num" data-label=budget_label(money)>{amount(all.budget, money)}</td>
                        </tr>
                    </tbody>
                </table>
            </TableRegion>
            <SourceNote sources=sources() />
        </section>
    }
}
