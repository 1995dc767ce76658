//! Parts that the sections of a project's page share.

use crate::app::{
    components::{Link, SourceNote, TableRegion},
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    format,
    model::{Dated, ProjectId, Source},
    project::{self, Listed},
    ratio::Ratio,
    view::Screen,
};

/// One of Plan, Do, Check and Act.
#[component]
pub fn Part(
    /// The id of its heading.
    id: &'static str,
    /// Its first letter, which is its sign.
    letter: &'static str,
    /// Its heading.
    title: &'static str,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="pdca-part" aria-labelledby=id>
            <span class="pdca-letter" aria-hidden="true">{letter}</span>
            <h2 id=id tabindex="-1">{title}</h2>
            <div class="pdca-body">{children()}</div>
        </section>
    }
}

/// Who does it, as printed.
#[component]
pub fn Organisers(
    /// Their names.
    names: &'static [String],
) -> impl IntoView {
    let tags = names
        .iter()
        .map(|name| view! { <li class="tag">{name.as_str()}</li> })
        .collect_view();
    (!names.is_empty()).then(|| view! { <ul class="tags" aria-label="実施する人">{tags}</ul> })
}

/// Paragraphs of a text.
pub fn paragraphs(text: &'static str) -> AnyView {
    let lines = text.lines().map(|line| view! { <p>{line}</p> });
    lines.collect_view().into_any()
}

/// Names of 振興局, or of areas where no 振興局 is named.
pub fn places(project: ProjectId) -> String {
    let dataset = state().dataset;
    let digest = project::digest(dataset, project);
    let areas = digest
        .areas
        .iter()
        .map(|id| dataset.area(*id).name.as_str());
    let areas = areas.collect::<Vec<_>>().join("・");
    if digest.subprefectures.is_empty() {
        return areas;
    }
    let places = digest.subprefectures.iter();
    let places = places.map(|id| dataset.subprefecture(*id).name.as_str());
    format!("{areas}（{}）", places.collect::<Vec<_>>().join("・"))
}

/// Which other projects list an indicator.
pub fn elsewhere(listed: &Listed<'static>) -> Option<AnyView> {
    let dataset = state().dataset;
    if listed.elsewhere.is_empty() {
        return None;
    }
    let links = listed
        .elsewhere
        .iter()
        .map(|other| {
            let (other, name) = (*other, dataset.project(*other).name.as_str());
            view! { <Link to=Screen::Project(other)>{name}</Link> }
        })
        .collect_view();
    let relisted = listed.relisted.then_some("再掲：");
    let view = view! {
        <small class="cell-note has-links">{relisted} {links} "にも載っています"</small>
    };
    Some(view.into_any())
}

/// A project's indicators with baseline and target.
#[component]
pub fn Targets(
    /// The project.
    project: ProjectId,
) -> impl IntoView {
    let state = state();
    let dataset = state.dataset;
    let listed = project::indicators(dataset, project);
    let mut sources: Vec<Source<'static>> = Vec::new();
    for source in listed.iter().flat_map(|listed| &listed.sources) {
        if !sources.contains(source) {
            sources.push(*source);
        }
    }
    let rows = listed.iter().map(|listed| {
        let indicator = listed.indicator;
        let unit = dataset.unit(indicator);
        let series = dataset.series(indicator);
        let dated = |dated: Option<Dated>| {
            let dated = dated?;
            Some(view! {
                <span class="figure">{format::quantity(dated.value, unit)}</span>
                <small class="figure-note">{dated.year.name(state.era())}</small>
            })
        };
        let change = series
            .baseline
            .zip(series.target)
            .map(|(baseline, target)| {
                let decimals = baseline.value.decimals().max(target.value.decimals());
                let change = i128::from(target.value.micro()) - i128::from(baseline.value.micro());
                match change {
                    0 => "維持".to_owned(),
                    _ => Ratio::new(change, 1_000_000).map_or_else(String::new, |change| {
                        format::change(change.round(decimals), unit)
                    }),
                }
            });
        view! {
            <tr role="row">
                <th scope="row" role="rowheader">
                    <Link to=Screen::Indicator(indicator)>{dataset.indicator_name(indicator)}</Link>
                    {elsewhere(listed)}
                </th>
                <td role="cell" class="num" data-label="基準値">{dated(series.baseline)}</td>
                <td role="cell" class="num" data-label="目標値">{dated(series.target)}</td>
                <td role="cell" class="num" data-label="目標までの幅">{change}</td>
            </tr>
        }
    }).collect_view();
    view! {
        <TableRegion label="評価指標の基準値と目標値">
            <table class="project-table stacks" role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">"評価指標（KPI）"</th>
                        <th scope="col" role="columnheader" class="num">"基準値" <small>"基準年度"</small></th>
                        <th scope="col" role="columnheader" class="num">"目標値" <small>"目標年度"</small></th>
                        <th scope="col" role="columnheader" class="num">"目標までの幅" <small>"目標 − 基準"</small></th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </TableRegion>
        <SourceNote sources />
    }
}
