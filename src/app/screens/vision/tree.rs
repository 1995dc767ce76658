//! ビジョン: projects, their purposes and their measures as the tree that 004 describes.

use super::{has_room, measures};
use crate::app::{
    components::{Glyph, Icon, Link, PageTitle, SourceNote, dynamic, text},
    prose,
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    model::{Background, MapSpecification, Source, VisionProject},
    opinion::{ListedMeasure, Sheets, circled},
    view::Screen,
};

/// The vision of 後志.
#[component]
pub fn Vision() -> impl IntoView {
    let vision = prose::vision();
    let measures = measures();
    let lead = format!(
        "後志地域の{}つのプロジェクトと{}の施策を、目的から一つひとつの取組までたどれます。",
        vision.projects.len(),
        measures.len()
    );
    let unfolded = RwSignal::new(has_room(40.0));
    let tree = vision
        .projects
        .iter()
        .zip(1..)
        .map(|(project, number)| view! { <Branch project number unfolded /> })
        .collect_view();
    let background = vision.background.iter().map(paragraphs).collect_view();
    let approvals = vision.approvals.join(" ");
    view! {
        <div class="wrap vision">
            <PageTitle title="ビジョン" lead=Signal::stored(lead) />
            <div class="vision-intro">
                <Overview />
                <section aria-labelledby="background">
                    <h2 id="background">{vision.title.as_str()}</h2>
                    <figure class="quote">
                        <blockquote>
                            <ol>{background}</ol>
                            <p class="quote-approvals">{approvals}</p>
                        </blockquote>
                        <figcaption>{vision.heading.as_str()} "の本文"</figcaption>
                    </figure>
                </section>
            </div>
            <section aria-labelledby="tree">
                <div class="vision-head">
                    <h2 id="tree">"プロジェクトから施策へ"</h2>
                    <button type="button" class="button" on:click=move |_| unfolded.update(|unfolded| *unfolded = !*unfolded)>
                        {text(move || if unfolded.get() { "取組をすべてたたむ" } else { "取組をすべてひらく" }.to_owned())}
                    </button>
                </div>
                <ol class="tree">{tree}</ol>
            </section>
            <Map map=&vision.map />
            <SourceNote sources=vec![Source { document: vision.document, section: &vision.heading }] />
        </div>
    }
}

/// A numbered point of the introduction, a paragraph a line.
fn paragraphs(point: &'static Background) -> impl IntoView {
    let lines = point
        .text
        .lines()
        .map(|line| {
            let class = match line.chars().next() {
                Some('☆') => "quote-star",
                Some('①'..='⑳') => "quote-item",
                _ => "",
            };
            view! { <p class=class>{line}</p> }
        })
        .collect_view();
    view! { <li value=point.number.map(|number| number.to_string())>{lines}</li> }
}

/// How much there is, and where to go from here.
#[component]
fn Overview() -> impl IntoView {
    let (state, measures) = (state(), measures());
    let sheets = state.kept::<Sheets>();
    let rows = prose::vision()
        .projects
        .iter()
        .zip(1_u8..)
        .map(|(project, number)| {
            view! {
                <div>
                    <dt>{circled(number)} " " {state.dataset.project(project.project).name.as_str()}</dt>
                    <dd class="num">{project.measures.len()} "施策"</dd>
                </div>
            }
        })
        .collect_view();
    view! {
        <aside class="card vision-overview" aria-labelledby="overview">
            <h2 id="overview">
                {prose::vision().projects.len()} "つのプロジェクト、" {measures.len()} "の施策"
            </h2>
            <dl>{rows}</dl>
            <p class="vision-ways">
                <Link to=Screen::Opinions class="button button-primary">
                    <Icon glyph=Glyph::Pencil />
                    "意見シートに書く"
                </Link>
                <Link to=Screen::Infrastructure class="button">
                    "インフラ整備進捗図"
                </Link>
            </p>
            <p class="hint">
                {text(move || {
                    sheets
                        .with(|sheets| sheets.findings(measures).into_iter().next())
                        .unwrap_or_else(|| {
                            "官民共創チームで臨むとよい施策について、会議へ持っていく意見を書けます。".to_owned()
                        })
                })}
            </p>
        </aside>
    }
}

/// A project with its purpose, and its measures branching off.
#[component]
fn Branch(project: &'static VisionProject, number: u8, unfolded: RwSignal<bool>) -> impl IntoView {
    let dataset = state().dataset;
    let leaves = measures()
        .iter()
        .filter(|listed| listed.project_number == number)
        .map(|listed| view! { <Leaf listed unfolded /> })
        .collect_view();
    view! {
        <li class="tree-project">
            <div class="tree-root">
                <h3>
                    <span class="tree-number">{circled(number)}</span>
                    <Link to=Screen::Project(project.project)>
                        {dataset.project(project.project).name.as_str()}
                    </Link>
                </h3>
                <p class="meta">"推進エリア " {project.area_as_printed.as_str()}</p>
                <h4>"目的"</h4>
                <p>{project.purpose.as_str()}</p>
            </div>
            <div class="tree-branches">
                <h4>"施策" <span class="count">{project.measures.len()} "件"</span></h4>
                <ol>{leaves}</ol>
            </div>
        </li>
    }
}

/// A measure, its activities unfolding, and what is said of it.
#[component]
fn Leaf(listed: &'static ListedMeasure<'static>, unfolded: RwSignal<bool>) -> impl IntoView {
    let sheets = state().kept::<Sheets>();
    let measure = listed.measure;
    let said = dynamic(move || {
        let (summary, divided) = sheets.with(|sheets| {
            let voices = sheets.voices(&listed.id);
            (voices.summary(), voices.divided())
        });
        (!summary.is_empty()).then(|| {
            view! {
                <span class="tree-said">
                    "意見：" {summary} {divided.then_some("（意見が分かれている）")}
                </span>
            }
        })
    });
    let title = view! {
        <span class="measure-number">{listed.label()}</span>
        <span class="measure-title">{measure.title.as_str()} {said}</span>
    };
    let items = measure
        .items
        .iter()
        .map(|item| view! { <li>{item.as_str()}</li> })
        .collect_view();
    let body = if measure.items.is_empty() {
        view! { <p class="measure">{title}</p> }.into_any()
    } else {
        view! {
            <details prop:open=unfolded>
                <summary class="measure">{title}</summary>
                <ul class="measure-items">
                    {items} {measure.more.then(|| view! { <li class="is-more">"など"</li> })}
                </ul>
            </details>
        }
        .into_any()
    };
    view! { <li>{body}</li> }
}

/// 付図: what the map of infrastructure is to show.
#[component]
fn Map(map: &'static MapSpecification) -> impl IntoView {
    let list = |texts: &'static [String]| {
        let items = texts
            .iter()
            .map(|text| view! { <li>{text.as_str()}</li> })
            .collect_view();
        view! { <ul class="plain-list">{items}</ul> }
    };
    view! {
        <section aria-labelledby="map">
            <h2 id="map">"付図 " {map.title.as_str()}</h2>
            <p class="section-lead">
                "文書は図の作り方だけを示し、事業は載せていません。"
                <Link to=Screen::Infrastructure>"インフラ整備進捗図"</Link>
                "のページで、下書きの事業を地図に置けます。"
            </p>
            <dl class="facts">
                <div>
                    <dt>"下地"</dt>
                    <dd>{map.base.as_str()}</dd>
                </div>
                <div>
                    <dt>"明記すること"</dt>
                    <dd>{map.statement.as_str()}</dd>
                </div>
                <div>
                    <dt>"図示する情報"</dt>
                    <dd>{list(&map.shown)}</dd>
                </div>
                <div>
                    <dt>"図示できない情報"</dt>
                    <dd>{map.callout.as_str()}</dd>
                </div>
                <div>
                    <dt>"書き方の例"</dt>
                    <dd>{list(&map.examples)}</dd>
                </div>
            </dl>
        </section>
    }
}
