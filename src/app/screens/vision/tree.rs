//! ビジョン: projects, their purposes and their measures as the tree that 004 describes.

use super::{has_room, measures};
use crate::app::{
    components::{Glyph, Icon, Link, PageTitle, SourceNote, Terms, dynamic, later, original, text},
    prose,
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    glossary::Term,
    language::lang_of,
    model::{Background, MapSpecification, Source, VisionProject},
    opinion::{ListedMeasure, Sheets, circled},
    sentence,
    view::Screen,
    words,
};

/// The vision of 後志.
#[component]
pub fn Vision() -> impl IntoView {
    let vision = prose::vision();
    let measures = measures();
    let lead = sentence!(
        "後志地域の{projects}つのプロジェクトと{count}の施策を、目的から一つひとつの取組までたどれます。",
        "Follow the {projects} projects and {count} measures of the Shiribeshi area from their purposes to each activity.",
        projects = vision.projects.len(),
        count = measures.len(),
    );
    let unfolded = RwSignal::new(has_room(40.0));
    let tree = vision
        .projects
        .iter()
        .zip(1..)
        .map(|(project, number)| later(move || view! { <Branch project number unfolded /> }))
        .collect_view();
    let background = vision.background.iter().map(paragraphs).collect_view();
    let approvals = vision.approvals.join(" ");
    view! {
        <div class="wrap vision">
            <PageTitle title=words!("ビジョン", "Vision") lead=Signal::stored(lead) />
            <div class="vision-intro">
                {later(|| view! { <Overview /> })}
                <section aria-labelledby="background">
                    <h2 id="background" lang=lang_of(&vision.title)>{vision.title.as_str()}</h2>
                    <figure class="vision-quote">
                        <blockquote lang=lang_of(&approvals)>
                            <ol>{background}</ol>
                            <p class="vision-quote-approvals">{approvals.clone()}</p>
                        </blockquote>
                        <figcaption>
                            {words!("", "The text of ")}
                            {original(vision.heading.as_str())}
                            {words!("の本文", "")}
                        </figcaption>
                    </figure>
                </section>
            </div>
            <section aria-labelledby="tree">
                <div class="vision-head">
                    <h2 id="tree">{words!("プロジェクトから施策へ", "From projects to measures")}</h2>
                    <button type="button" class="button" on:click=move |_| unfolded.update(|unfolded| *unfolded = !*unfolded)>
                        {text(move || {
                            if unfolded.get() {
                                words!("取組をすべてたたむ", "Fold all activities")
                            } else {
                                words!("取組をすべてひらく", "Unfold all activities")
                            }
                            .to_owned()
                        })}
                    </button>
                </div>
                <Terms terms=&[Term::CoCreation, Term::Subprefecture] />
                <ol class="tree">{tree}</ol>
            </section>
            {later(move || view! { <Map map=&vision.map /> })}
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
            let listed = line.starts_with(|first| matches!(first, '①'..='⑳'));
            let class = if listed { "vision-quote-item" } else { "" };
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
                    <dd class="num">{project.measures.len()} {words!("施策", " measures")}</dd>
                </div>
            }
        })
        .collect_view();
    view! {
        <aside class="card vision-overview" aria-labelledby="overview">
            <h2 id="overview">
                {prose::vision().projects.len()} {words!("つのプロジェクト、", " projects, ")} {measures.len()}
                {words!("の施策", " measures")}
            </h2>
            <dl>{rows}</dl>
            <p class="vision-ways">
                <Link to=Screen::Opinions class="button button-primary">
                    <Icon glyph=Glyph::Pencil />
                    {words!("意見シートに書く", "Fill in the opinion sheet")}
                </Link>
                <Link to=Screen::Infrastructure class="button">
                    {words!("インフラ整備進捗図", "Infrastructure progress map")}
                </Link>
            </p>
            <p class="hint">
                {text(move || {
                    sheets
                        .with(|sheets| sheets.findings(measures).into_iter().next())
                        .unwrap_or_else(|| {
                            words!(
                                "官民共創チームで臨むとよい施策について、会議へ持っていく意見を書けます。",
                                "You can write opinions to take to the meeting, on the measures that a public–private co-creation team would do well to take on."
                            )
                            .to_owned()
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
                <p class="meta">
                    {words!("推進エリア ", "Area: ")}
                    {original(project.area_as_printed.as_str())}
                </p>
                <h4>{words!("目的", "Purpose")}</h4>
                <p lang=lang_of(&project.purpose)>{project.purpose.as_str()}</p>
            </div>
            <div class="tree-branches">
                <h4>
                    {words!("施策", "Measures ")}
                    <span class="count">{project.measures.len()} {words!("件", "")}</span>
                </h4>
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
                    {words!("意見：", "Opinions: ")} {summary}
                    {divided.then(|| words!("（意見が分かれている）", " (opinions are divided)"))}
                </span>
            }
        })
    });
    let title = view! {
        <span class="measure-number">{listed.label()}</span>
        <span class="measure-title">
            {original(measure.title.as_str())} {said}
        </span>
    };
    let items = measure
        .items
        .iter()
        .map(|item| view! { <li lang=lang_of(item)>{item.as_str()}</li> })
        .collect_view();
    let body = if measure.items.is_empty() {
        view! { <p class="tree-measure">{title}</p> }.into_any()
    } else {
        view! {
            <details prop:open=unfolded>
                <summary class="tree-measure">{title}</summary>
                <ul class="measure-items">
                    {items} {measure.more.then(|| view! { <li class="is-more">{words!("など", "and others")}</li> })}
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
            .map(|text| view! { <li lang=lang_of(text)>{text.as_str()}</li> })
            .collect_view();
        view! { <ul class="plain-list">{items}</ul> }
    };
    view! {
        <section aria-labelledby="map">
            <h2 id="map">
                {words!("付図 ", "Attached map: ")} {original(map.title.as_str())}
            </h2>
            <p class="section-lead">
                {words!(
                    "文書は図の作り方だけを示し、事業は載せていません。",
                    "The document only says how the map is to be made, and lists no works. On the page "
                )}
                <Link to=Screen::Infrastructure>{words!("インフラ整備進捗図", "Infrastructure progress map")}</Link>
                {words!(
                    "のページで、下書きの事業を地図に置けます。",
                    " you can put draft works on a map."
                )}
            </p>
            <dl class="facts">
                <div>
                    <dt>{words!("下地", "Base map")}</dt>
                    <dd lang=lang_of(&map.base)>{map.base.as_str()}</dd>
                </div>
                <div>
                    <dt>{words!("明記すること", "To be stated")}</dt>
                    <dd lang=lang_of(&map.statement)>{map.statement.as_str()}</dd>
                </div>
                <div>
                    <dt>{words!("図示する情報", "Shown on the map")}</dt>
                    <dd>{list(&map.shown)}</dd>
                </div>
                <div>
                    <dt>{words!("図示できない情報", "What cannot be shown on the map")}</dt>
                    <dd lang=lang_of(&map.callout)>{map.callout.as_str()}</dd>
                </div>
                <div>
                    <dt>{words!("書き方の例", "Examples of wording")}</dt>
                    <dd>{list(&map.examples)}</dd>
                </div>
            </dl>
        </section>
    }
}
