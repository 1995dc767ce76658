//! The twin of the picture: the same parts as a table, with their sum.

use super::shown::Shown;
use crate::{
    app::{
        components::{Link, SaveButton, TableRegion},
        state::State,
    },
    storage::file,
};
use leptos::prelude::*;
use michishirube_core::{
    budget::{self, Group, Key, Level, Order},
    csv, format, sorted,
    view::{Screen, Sort, View},
};

/// The parts of what is shown as a table.
pub fn table(state: &State, shown: &Shown) -> AnyView {
    let dataset = state.dataset;
    let groups = budget::groups(&shown.rows, shown.level, shown.order());
    let sum = budget::sum(&shown.rows);
    let largest = groups.iter().map(|group| group.amount).max().unwrap_or(1);
    let (level, unit) = (shown.level, shown.view.money);
    let amount_label = format!("予算額（{}）", unit.title());
    let sum_label = amount_label.clone();
    let order = order(state, shown);
    let (of_programs, of_projects) = (shown.level != Level::Program, shown.level == Level::Project);
    let count = shown.rows.len();
    let rows: Vec<_> = groups
        .iter()
        .map(|group| {
            let bar = budget::share(group.amount, largest)
                .map_or(0.0, |share| share.to_f64() * 100.0);
            let share = format::percent_or_none(budget::share(group.amount, sum));
            let indicators = match group.key {
                Key::Project(project) => dataset.indicators_of_project(project).len(),
                _ => 0,
            };
            let name = name(state, shown, group);
            let amount = format::money_digits(group.amount, unit);
            let count = format!("{}件", group.rows.len());
            view! {
                <tr role="row">
                    <th scope="row" role="rowheader">{name}</th>
                    <td role="cell" class="num cell-amount" data-label=amount_label.clone()>
                        <span class="figure">{amount}</span>
                        <span class="money-bar" aria-hidden="true" style=("--length", format!("{bar:.2}%"))></span>
                    </td>
                    <td role="cell" class="num" data-label="割合">{share}</td>
                    {of_programs.then(|| view! {
                        <td role="cell" class="num" data-label="事業">{count}</td>
                    })}
                    {of_projects.then(|| view! {
                        <td role="cell" class="cell-kpi" data-label="評価指標">
                            {if indicators == 0 {
                                view! { <span class="is-pending">"記載なし"</span> }.into_any()
                            } else {
                                view! { <span>{format!("{indicators}件")}</span> }.into_any()
                            }}
                        </td>
                    })}
                </tr>
            }
        })
        .collect();
    let text = csv::write(
        budget::table(dataset, &shown.rows)
            .iter()
            .map(Vec::as_slice),
    );
    view! {
        <div class="table-bar">
            <h3>{format!("{}ごとの表", level.title())}</h3>
            {order}
        </div>
        <TableRegion label=format!("{}ごとの予算額の表（{}）", level.title(), unit.title())>
            <table class="budget-table stacks" role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{level.title()}</th>
                        <th scope="col" role="columnheader" class="num">"予算額" <small>{unit.title()}</small></th>
                        <th scope="col" role="columnheader" class="num">"割合" <small>"合計を100%として"</small></th>
                        {of_programs.then(|| view! { <th scope="col" role="columnheader" class="num">"事業"</th> })}
                        {of_projects.then(|| view! { <th scope="col" role="columnheader">"評価指標"</th> })}
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
                <tbody role="rowgroup" class="money-sum">
                    <tr role="row">
                        <th scope="row" role="rowheader">"合計"</th>
                        <td role="cell" class="num" data-label=sum_label>
                            {format::money_digits(sum, unit)}
                        </td>
                        <td role="cell" class="num" data-label="割合">"100%"</td>
                        {of_programs.then(|| view! {
                            <td role="cell" class="num" data-label="事業">{format!("{count}件")}</td>
                        })}
                        {of_projects.then(|| view! { <td role="cell" class="is-absent"></td> })}
                    </tr>
                </tbody>
            </table>
        </TableRegion>
        <p class="hint">
            "棒の長さは予算額で、いちばん大きいものを端までとしています。割合は四捨五入したものです。"
        </p>
        <p>
            <SaveButton
                file="michishirube-yosan.csv"
                kind=file::CSV
                text=move |()| text.clone()
                label=format!("この{count}事業をCSVで保存")
            />
        </p>
    }
    .into_any()
}

/// The order of the table.
fn order(state: &State, shown: &Shown) -> AnyView {
    let router = state.router;
    let by_amount = shown.order() == Order::Amount;
    let options = [(Sort::Document, !by_amount), (Sort::Budget, by_amount)].map(|(sort, on)| {
        view! { <option value=sort.key() selected=on>{sort.title()}</option> }
    });
    view! {
        <div class="order">
            <label for="budget-order">"並べ替え"</label>
            <select id="budget-order" on:change=move |event| {
                let sort = if event_target_value(&event) == Sort::Budget.key() {
                    Sort::Budget
                } else {
                    Sort::Document
                };
                router.update(|view| view.sort = sort);
            }>{options.collect_view()}</select>
        </div>
    }
    .into_any()
}

/// A part's name, the way into it, and where it belongs.
fn name(state: &State, shown: &Shown, group: &Group) -> AnyView {
    let dataset = state.dataset;
    let name = group.key.name(dataset);
    let into = budget::narrowed(&shown.view.selection, group.key).map(|selection| View {
        selection,
        level: shown.level.finer().unwrap_or_default(),
        ..shown.view.clone()
    });
    let mut places = Vec::new();
    for row in &group.rows {
        sorted::insert(&mut places, row.subprefecture);
    }
    let places: Vec<_> = places
        .into_iter()
        .map(|place| dataset.subprefecture(place).name.as_str())
        .collect();
    let places = places.join("・");
    let project_page = |project| {
        view! {
            <Link to=Screen::Project(project)>
                <span class="visually-hidden">{dataset.project(project).name.as_str()} "の"</span>
                "プロジェクトのページ"
            </Link>
        }
    };
    let first = group.rows.first().copied();
    let link = match (group.key, into) {
        (_, Some(view)) => view! { <Link to=view>{name}</Link> }.into_any(),
        (Key::Program(program), None) => {
            view! { <Link to=Screen::Program(program)>{name}</Link> }.into_any()
        }
        (_, None) => name.into_any(),
    };
    let note = match group.key {
        Key::Area(_) => view! { {places} }.into_any(),
        Key::Subprefecture(place) => dataset
            .area(dataset.subprefecture(place).area)
            .name
            .as_str()
            .into_any(),
        Key::Project(project) => {
            view! { {places} " ・ " {project_page(project)} }.into_any()
        }
        Key::Program(_) => view! {
            {places} " ・ "
            {first.map(|row| view! {
                <Link to=Screen::Project(row.project)>{dataset.project(row.project).name.as_str()}</Link>
            })}
        }
        .into_any(),
    };
    view! { {link} <small class="cell-note">{note}</small> }.into_any()
}
