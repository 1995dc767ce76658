//! The same in tables: the 6 areas, and the 14 振興局.

use crate::app::{
    components::{Link, SourceNote, TableRegion, dynamic, memo},
    prose,
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    areas::{self, Region, words},
    facets::Selection,
    format::Money,
    model::{AreaId, DocumentId, RowId, Source, SubprefectureId},
    view::{MapFigure, Screen},
};

/// Both tables.
#[component]
pub fn Tables() -> impl IntoView {
    let router = state().router;
    let money = memo(move |_| router.view.with(|view| view.money));
    dynamic(move || view! { <AreaTable money=money.get() /> <PlaceTable money=money.get() /> })
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
    format!("{year}予算額")
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
    let rows =
        (0..dataset.areas.len()).map(move |row| view! { <AreaRow area=AreaId::new(row) money /> });
    let all = areas::figures(dataset, &Selection::default());
    let counted = areas::counted_projects(dataset, &Selection::default());
    let policy = prose::policy();
    let notes = policy
        .notes
        .iter()
        .map(|note| view! { <p class="hint">{note.as_str()}</p> });
    view! {
        <section aria-labelledby="area-table">
            <h2 id="area-table">{format!("{}つの連携地域", dataset.areas.len())}</h2>
            <p class="section-lead">
                "「方針の数」は方針が数えるプロジェクトの数、「名前あり」は文書のどれかに名前が出ているプロジェクトの数です。数え方がちがうので、差し引きはできません。"
            </p>
            <TableRegion label=format!("連携地域ごとのプロジェクト・事業の数（件）と予算額（{}）", money.title())>
                <table class="area-table stacks" role="table">
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">"連携地域" <small>"振興局"</small></th>
                            <th scope="col" role="columnheader" class="num">"プロジェクト" <small>"方針の数"</small></th>
                            <th scope="col" role="columnheader" class="num">"プロジェクト" <small>"名前あり"</small></th>
                            <th scope="col" role="columnheader" class="num">"事業" <small>"件"</small></th>
                            <th scope="col" role="columnheader" class="num">{budget_heading()} <small>{money.title()}</small></th>
                            <th scope="col" role="columnheader">"プロジェクトの例" <small>"主なKPIと目標"</small></th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">
                        {rows.collect_view()}
                        <tr role="row" class="total-row">
                            <th scope="row" role="rowheader">"合計"</th>
                            <td role="cell" class="num" data-label="方針の数">{counted}</td>
                            <td role="cell" class="num" data-label="名前あり">{all.projects.len()}</td>
                            <td role="cell" class="num" data-label="事業">{all.programs}</td>
                            <td role="cell" class="num" data-label=format!("予算額（{}）", money.title())>{amount(all.budget, money)}</td>
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
                <small class="cell-note">{within.join("・")}</small>
            </th>
            <td role="cell" class="num" data-label="方針の数">{row.project_count}</td>
            <td role="cell" class="num" data-label="名前あり">{figures.projects.len()}</td>
            <td role="cell" class="num" data-label="事業">{figures.programs}</td>
            <td role="cell" class="num" data-label=format!("予算額（{}）", money.title())>{amount(figures.budget, money)}</td>
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
                    <td role="cell" data-label="連携地域">{area.short_name.as_str()}</td>
                    <td role="cell" data-label="所在地">{place.seat.name.as_str()}</td>
                    <td role="cell" class="num" data-label="名前あり">{figures.projects.len()}</td>
                    <td role="cell" class="num" data-label="事業">{figures.programs}</td>
                    <td role="cell" class="num" data-label=format!("予算額（{}）", money.title())>
                        {amount(figures.budget, money)}
                        <small class="cell-note">{words::share(figures.budget, whole)}</small>
                    </td>
                </tr>
            }
        });
    view! {
        <section aria-labelledby="place-table">
            <h2 id="place-table">{format!("{}の振興局", dataset.subprefectures.len())}</h2>
            <p class="section-lead">
                "方針が数えるプロジェクトの、振興局ごとの内訳は文書にありません。一つのプロジェクトを複数の振興局で進めるものがあるため、「名前あり」を足しても合計にはなりません。"
            </p>
            <TableRegion label=format!("振興局ごとのプロジェクト・事業の数（件）と予算額（{}）", money.title())>
                <table class="place-table stacks" role="table">
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">"振興局"</th>
                            <th scope="col" role="columnheader">"連携地域"</th>
                            <th scope="col" role="columnheader">"所在地"</th>
                            <th scope="col" role="columnheader" class="num">"プロジェクト" <small>"名前あり"</small></th>
                            <th scope="col" role="columnheader" class="num">"事業" <small>"件"</small></th>
                            <th scope="col" role="columnheader" class="num">{budget_heading()} <small>{money.title()}</small></th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">
                        {rows.collect_view()}
                        <tr role="row" class="total-row">
                            <th scope="row" role="rowheader">"北海道全体"</th>
                            <td role="cell" class="is-absent"></td>
                            <td role="cell" class="is-absent"></td>
                            <td role="cell" class="num" data-label="名前あり">{all.projects.len()}</td>
                            <td role="cell" class="num" data-label="事業">{all.programs}</td>
                            <td role="cell" class="num" data-label=format!("予算額（{}）", money.title())>{amount(all.budget, money)}</td>
                        </tr>
                    </tbody>
                </table>
            </TableRegion>
            <SourceNote sources=sources() />
        </section>
    }
}
