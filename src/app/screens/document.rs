//! A source document's page: what it holds and where that stands here. Every 出典 leads to it.

use crate::app::{
    components::{
        Link, PageTitle, dynamic, effect, focus_on, later, memo, original, switch, when_standing,
    },
    prose,
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    format::{self, Money},
    language::lang_of,
    model::{AppearanceId, DocumentId, Listing, Origin, ProjectId, RowId, Statement},
    project,
    provenance::{self, Papers, Section},
    sentence,
    view::Screen,
    words,
};

/// The page of a document.
#[component]
pub fn Document(
    /// The document.
    document: DocumentId,
) -> impl IntoView {
    let state = state();
    let (dataset, router) = (state.dataset, state.router);
    let about = dataset.document(document);
    let papers = Papers {
        review: prose::review(),
        budget: prose::budget(),
        policy: prose::policy(),
        vision: prose::vision(),
    };
    let sections = provenance::sections(dataset, papers, document);
    let names = sections.iter().map(|section| section.name.clone());
    let names = StoredValue::new(names.collect::<Vec<_>>());
    let marked = memo(move |_| {
        let cited = router.view.with(|view| view.section.clone());
        names.with_value(|names| provenance::find(names, &cited))
    });
    // Also when a link on this page leads to another of its sections.
    effect(move |_| {
        if let Some(section) = marked.get() {
            when_standing(move || {
                // The frame after the one in which a new page's heading takes the focus.
                request_animation_frame(move || {
                    request_animation_frame(move || focus_on(&section_id(section)));
                });
            });
        }
    });
    let contents = (0..sections.len())
        .map(|row| {
            let id = section_id(row);
            let name = names.with_value(|names| names[row].clone());
            let lang = lang_of(&name);
            view! {
                <li>
                    <a
                        lang=lang
                        href=format!("#{id}")
                        on:click=move |event| {
                            event.prevent_default();
                            focus_on(&id);
                        }
                    >
                        {name}
                    </a>
                </li>
            }
        })
        .collect_view();
    let sections = sections
        .into_iter()
        .enumerate()
        .map(|(row, section)| {
            let name = section.name.clone();
            let lang = lang_of(&name);
            let is_marked = switch(move || marked.get() == Some(row));
            view! {
                <section class="document-section" class:is-marked=is_marked aria-labelledby=section_id(row)>
                    <h2 id=section_id(row) tabindex="-1" lang=lang>{name}</h2>
                    {dynamic(move || {
                        is_marked
                            .get()
                            .then(|| {
                                view! {
                                    <p class="marked-note">
                                        {words!(
                                            "ごらんの数字や文の出どころです。",
                                            "The figure or text you were looking at comes from here."
                                        )}
                                    </p>
                                }
                            })
                    })}
                    {later(move || view! { <Contents section /> })}
                </section>
            }
        })
        .collect_view();
    let editorial = about.title_origin == Origin::Editorial;
    let fact = |name: &'static str, text: String| {
        let lang = lang_of(&text);
        view! {
            <div>
                <dt>{name}</dt>
                <dd lang=lang>{text}</dd>
            </div>
        }
    };
    let or_none = |text: String| {
        if text.is_empty() {
            words!("記載なし", "Not stated").to_owned()
        } else {
            text
        }
    };
    let year = about
        .fiscal_year
        .map(|year| year.full_name(state.era()))
        .unwrap_or_default();
    view! {
        <div class="wrap">
            <p class="back">
                <Link to=Screen::Data>{words!("文書の一覧へ戻る", "Back to the list of documents")}</Link>
            </p>
            <PageTitle
                title=about.title.as_str()
                lead=Signal::stored(about.subject.clone())
                lead_lang=lang_of(&about.subject)
            />
            <div class="with-aside">
                <nav class="card document-contents" aria-labelledby="contents">
                    <h2 id="contents">{words!("この文書の節", "Sections of this document")}</h2>
                    <ol>{contents}</ol>
                </nav>
                <div>
                    <dl class="facts">
                        {fact(words!("文書の番号", "Number of the document"), about.slug.clone())}
                        {editorial
                            .then(|| {
                                let given = words!(
                                    "原典に題がないため、編集部が付けました",
                                    "Given by the editors, because the source document has none"
                                );
                                fact(words!("題", "Title"), given.to_owned())
                            })}
                        {fact(words!("作成", "Issued by"), or_none(about.publisher.clone()))}
                        {fact(words!("年度", "Fiscal year"), or_none(year))}
                        {fact(words!("注意", "Cautions"), or_none(about.note.clone()))}
                    </dl>
                    {sections}
                </div>
            </div>
        </div>
    }
}

/// The id of a section's heading.
fn section_id(row: usize) -> String {
    format!("section-{row}")
}

/// What of the product comes from a section.
#[component]
fn Contents(section: Section<'static>) -> impl IntoView {
    let prose = section.words.iter().map(|(title, text)| {
        let title = (!title.is_empty()).then(|| view! { <h3 lang=lang_of(title)>{*title}</h3> });
        let lines = text
            .lines()
            .map(|line| view! { <p lang=lang_of(line)>{line}</p> });
        view! { {title} {lines.collect_view()} }.into_any()
    });
    let prose: Vec<_> = prose.collect();
    let projects = section.projects.iter();
    let listings = section.listings.iter();
    let appearances = section.appearances.iter();
    let lists: [(&str, Vec<AnyView>); 4] = [
        (
            words!("プロジェクト", "Projects"),
            projects.map(|it| project_entry(*it, &section)).collect(),
        ),
        (
            words!("評価指標（KPI）", "Indicators (KPI)"),
            listings.map(|it| indicator(it)).collect(),
        ),
        (
            words!(
                "分析と対応方向の文",
                "Sentences of the analysis and the next steps"
            ),
            section.statements.iter().map(statement).collect(),
        ),
        (
            words!("事業", "Programmes"),
            appearances.map(|it| program(*it)).collect(),
        ),
    ];
    // A heading only where there is something to tell apart.
    let many = lists.iter().filter(|(_, items)| !items.is_empty()).count() > 1;
    let lists = lists.into_iter().filter(|(_, items)| !items.is_empty());
    let lists = lists.map(|(title, items)| {
        view! {
            {many.then(|| view! { <h3>{title}</h3> })}
            <ul class="bullets">{items}</ul>
        }
    });
    view! {
        {(!prose.is_empty()).then(|| view! { <div class="prose">{prose}</div> })}
        {lists.collect_view()}
    }
}

/// A link with a remark under it.
fn entry(to: Screen, name: &'static str, remark: String) -> AnyView {
    view! {
        <li>
            <Link to>{name}</Link>
            {(!remark.is_empty()).then(|| view! { <small class="cell-note">{remark}</small> })}
        </li>
    }
    .into_any()
}

fn project_entry(project: ProjectId, section: &Section<'_>) -> AnyView {
    let counted = |count: usize, name: &str| {
        (count > 0).then(|| sentence!("{name}{count}件", "{name}: {count}"))
    };
    let example = section
        .example_measures
        .iter()
        .find(|(owner, _)| *owner == project)
        .map_or(0, |(_, measures)| measures.len());
    let parts = [
        counted(
            section.activities.len(),
            words!("これまでの取組", "Activities so far"),
        ),
        counted(
            section.initiatives.len(),
            words!("次の取組", "Next activities"),
        ),
        counted(
            section.measures.len().max(example),
            words!("施策", "Measures"),
        ),
    ];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    let name = state().dataset.project(project).name.as_str();
    entry(
        Screen::Project(project),
        name,
        parts.join(words!("、", ", ")),
    )
}

fn indicator(listing: &'static Listing) -> AnyView {
    let state = state();
    let dataset = state.dataset;
    let way = project::way(dataset, listing.indicator, state.era());
    let relisted = if listing.relisted {
        words!("再掲、", "Listed again, ")
    } else {
        ""
    };
    entry(
        Screen::Indicator(listing.indicator),
        dataset.indicator_name(listing.indicator),
        format!("{relisted}{way}"),
    )
}

fn statement(statement: &'static Statement) -> AnyView {
    let dataset = state().dataset;
    let link = statement.indicator.map(|indicator| {
        view! {
            <small class="cell-note">
                {words!("指標：", "Indicator: ")}
                <Link to=Screen::Indicator(indicator)>{dataset.indicator_name(indicator)}</Link>
            </small>
        }
    });
    view! { <li>{original(statement.text.as_str())} {link}</li> }.into_any()
}

fn program(appearance: AppearanceId) -> AnyView {
    let dataset = state().dataset;
    let row = appearance.row();
    let budget = dataset.appearances.budgets[row];
    let budget = budget.map(|budget| {
        sentence!(
            "予算額 {money}",
            "Budget {money}",
            money = format::money(budget, Money::Thousand)
        )
    });
    let projects = dataset.appearances.projects[row].iter();
    let projects = projects.map(|project| dataset.project(*project).name.clone());
    let parts: Vec<_> = budget.into_iter().chain(projects).collect();
    let program = dataset.appearances.programs[row];
    let name = dataset.program_name(program);
    entry(
        Screen::Program(program),
        name,
        parts.join(words!("、", ", ")),
    )
}
