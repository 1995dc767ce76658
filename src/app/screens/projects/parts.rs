//! Parts that the sections of a project's page share.

use crate::app::{
    components::{Link, SourceNote, TableRegion},
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    format,
    language::lang_of,
    model::{Dated, ProjectId, Source},
    project::{self, Listed},
    ratio::Ratio,
    sentence,
    view::Screen,
    words,
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
        .map(|name| view! { <li class="tag" lang=lang_of(name)>{name.as_str()}</li> })
        .collect_view();
    (!names.is_empty()).then(
        || view! { <ul class="tags" aria-label=words!("実施する人", "Carried out by")>{tags}</ul> },
    )
}

/// Paragraphs of a text.
pub fn paragraphs(text: &'static str) -> AnyView {
    let lines = text
        .lines()
        .map(|line| view! { <p lang=lang_of(line)>{line}</p> });
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
    let areas = areas.collect::<Vec<_>>().join(words!("・", ", "));
    if digest.subprefectures.is_empty() {
        return areas;
    }
    let places = digest.subprefectures.iter();
    let places = places.map(|id| dataset.subprefecture(*id).name.as_str());
    let places = places.collect::<Vec<_>>().join(words!("・", ", "));
    sentence!("{areas}（{places}）", "{areas} ({places})")
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
        .enumerate()
        .map(|(place, other)| {
            let (other, name) = (*other, dataset.project(*other).name.as_str());
            let comma = (place > 0).then_some(words!("", ", "));
            view! { {comma} <Link to=Screen::Project(other)>{name}</Link> }
        })
        .collect_view();
    let relisted = listed
        .relisted
        .then_some(words!("再掲：", "Listed again. "));
    let view = view! {
        <small class="cell-note has-links">
            {relisted} {words!("", "Also listed under ")} {links} {words!("にも載っています", "")}
        </small>
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
                    0 => words!("維持", "Keep level").to_owned(),
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
                <td role="cell" class="num" data-label=words!("基準値", "Baseline")>{dated(series.baseline)}</td>
                <td role="cell" class="num" data-label=words!("目標値", "Target")>{dated(series.target)}</td>
                <td role="cell" class="num" data-label=words!("目標までの幅", "Distance to target")>{change}</td>
            </tr>
        }
    }).collect_view();
    view! {
        <TableRegion label=words!("評価指標の基準値と目標値", "Baselines and targets of the indicators")>
            <table class="project-table stacks" role="table">
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{words!("評価指標（KPI）", "Indicator (KPI)")}</th>
                        <th scope="col" role="columnheader" class="num">
                            {words!("基準値", "Baseline")} <small>{words!("基準年度", "baseline year")}</small>
                        </th>
                        <th scope="col" role="columnheader" class="num">
                            {words!("目標値", "Target")} <small>{words!("目標年度", "target year")}</small>
                        </th>
                        <th scope="col" role="columnheader" class="num">
                            {words!("目標までの幅", "Distance to target")} <small>{words!("目標 − 基準", "target − baseline")}</small>
                        </th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        </TableRegion>
        <SourceNote sources />
    }
}
