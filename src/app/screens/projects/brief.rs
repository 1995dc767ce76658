//! The shorter page: projects that only the budget table, the policy or the vision names.

use super::{
    act::relatives,
    parts::{Targets, paragraphs, places},
    plan::Measures,
};
use crate::app::{
    components::{Glyph, Icon, Link, SourceNote, TableRegion},
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    format,
    language::{counted, lang_of},
    model::{ProjectId, ProjectKind, RowId, VisionProject},
    project::{self, Digest, Words},
    sentence,
    view::Screen,
    words,
};

/// What there is of such a project.
#[component]
pub fn Brief(
    /// The project.
    project: ProjectId,
    /// What the prose says of it.
    words: Words<'static>,
    /// The project in short.
    digest: Digest,
) -> impl IntoView {
    view! {
           <dl class="facts brief-facts">
               <div>
                   <dt>{words!("地域", "Area")}</dt>
                   <dd>{places(project)}</dd>
               </div>
           </dl>
           {words.vision.map(|vision| view! { <Vision project vision /> })}
           {words
               .example
               .map(|example| {
                   view! {
                       <section aria-labelledby="example">
                           <h2 id="example">{words!("方針に挙がる例", "Example in the policy")}</h2>
                           <Measures project example />
                           <h3>{words!("主なKPIと目標", "Main KPIs and targets")}</h3>
                           <Targets project />
                           <p class="hint">
                               {words!(
                                   "この指標の実績は、もとになった文書に載っていません。",
                                   "The source documents give no results for this indicator."
                               )}
                           </p>
                       </section>
                   }
               })}
           {(!digest.programs.is_empty()).then(|| view! { <Programs project digest /> })}
    {relatives(project)
               .map(|relatives| {
                   view! {
                       <section aria-labelledby="relatives">
                           <h2 id="relatives">{words!("ほかの文書の関連プロジェクト", "Related projects in other documents")}</h2>
                           {relatives}
                       </section>
                   }
               })}
       }
}

/// 事業 and their budgets, with the sum.
#[component]
fn Programs(project: ProjectId, digest: Digest) -> impl IntoView {
    let state = state();
    let dataset = state.dataset;
    let appearances = project::appearances(dataset, project);
    let mut sources = Vec::new();
    let mut years = Vec::new();
    for appearance in &appearances {
        let source = dataset.appearance_source(*appearance);
        if !sources.contains(&source) {
            sources.push(source);
        }
        let year = dataset.appearances.fiscal_years[appearance.row()];
        michishirube_core::sorted::insert(&mut years, year);
    }
    let years: Vec<_> = years.iter().map(|year| year.name(state.era())).collect();
    let years = years.join(words!("、", ", "));
    let count = appearances.len();
    let rows = appearances
        .into_iter()
        .map(|appearance| {
            let row = appearance.row();
            let all = &dataset.appearances;
            let program = all.programs[row];
            let outline = all.outlines.get(row);
            view! {
                <tr role="row">
                    <th scope="row" role="rowheader">
                        <Link to=Screen::Program(program)>{dataset.program_name(program)}</Link>
                        <small class="row-sentence" lang=lang_of(outline)>{outline}</small>
                    </th>
                    <td role="cell" class="cell-place" data-label=words!("振興局", "Subprefecture")>
                        {dataset.subprefecture(all.subprefectures[row]).name.as_str()}
                    </td>
                    <td role="cell" class="num" data-label=words!("予算額（千円）", "Budget (¥ thousand)")>
                        {all.budgets[row].map_or_else(|| format::NONE.to_owned(), format::group)}
                    </td>
                </tr>
            }
        })
        .collect_view();
    let total = digest.budget.map(|budget| {
        let programs = counted(count, "programme", "programmes");
        let total = format::yen(budget);
        view! {
            <tfoot role="rowgroup">
                <tr role="row">
                    <th scope="row" role="rowheader">
                        {sentence!("計 {count}事業（{total}）", "Total: {programs} ({total})")}
                    </th>
                    <td role="cell" class="is-absent"></td>
                    <td role="cell" class="num" data-label=words!("予算額（千円）", "Budget (¥ thousand)")>
                        <strong>{format::group(budget)}</strong>
                    </td>
                </tr>
            </tfoot>
        }
    });
    view! {
        <section aria-labelledby="programs">
            <h2 id="programs">{sentence!("事業と予算（{years}）", "Programmes and budgets ({years})")}</h2>
            <TableRegion label=words!("事業と予算額（千円）", "Programmes and budgets (¥ thousand)")>
                <table class="project-table stacks" role="table">
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">{words!("事業", "Programme")}</th>
                            <th scope="col" role="columnheader">{words!("振興局", "Subprefecture")}</th>
                            <th scope="col" role="columnheader" class="num">
                                {words!("予算額", "Budget")} <small>{words!("千円", "¥ thousand")}</small>
                            </th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{rows}</tbody>
                    {total}
                </table>
            </TableRegion>
            <SourceNote sources />
            {digest
                .budget
                .map(|_| {
                    view! {
                        <p class="way">
                            <Link to=project::budget_view(&[project], state.era()) class="button">
                                {words!("予算の画面で見る", "See it on the Budget page")}
                                <Icon glyph=Glyph::Arrow />
                            </Link>
                        </p>
                    }
                })}
        </section>
    }
}

/// 004: purpose and measures.
#[component]
fn Vision(project: ProjectId, vision: &'static VisionProject) -> impl IntoView {
    let dataset = state().dataset;
    let source = project::source(dataset, project, ProjectKind::Vision);
    let count = vision.measures.len();
    let measures = vision
        .measures
        .iter()
        .map(|measure| {
            let more = measure
                .more
                .then(|| view! { <li class="more">{words!("など", "and others")}</li> });
            let items = measure.items.iter();
            let items = items
                .map(|item| view! { <li lang=lang_of(item)>{item.as_str()}</li> })
                .collect_view();
            view! {
                <li class="card measure">
                    <h3 lang=lang_of(&measure.title)>{measure.title.as_str()}</h3>
                    {(!measure.items.is_empty())
                        .then(|| view! { <ul class="bullets">{items} {more}</ul> })}
                </li>
            }
        })
        .collect_view();
    view! {
        <section aria-labelledby="purpose">
            <h2 id="purpose">{words!("目的", "Purpose")}</h2>
            <div class="prose purpose">{paragraphs(&vision.purpose)}</div>
            <SourceNote sources=source.into_iter().collect() />
        </section>
        <section aria-labelledby="measures">
            <h2 id="measures">{sentence!("施策（{count}件）", "Measures ({count})")}</h2>
            <ol class="measures">{measures}</ol>
            <SourceNote sources=source.into_iter().collect() />
            <p class="way">
                <Link to=Screen::Vision class="button">
                    {words!("ビジョンの画面で見る", "See it on the Vision page")}
                    <Icon glyph=Glyph::Arrow />
                </Link>
                <Link to=Screen::Opinions class="button">
                    {words!("施策への意見を書く（意見シート）", "Write an opinion on the measures (Opinion sheet)")}
                    <Icon glyph=Glyph::Pencil />
                </Link>
            </p>
        </section>
    }
}
