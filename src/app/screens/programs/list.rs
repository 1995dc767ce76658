//! The list: how many, what is chosen, in which order.

use super::{
    card::{Card, ProgramRow},
    choice::{Choice, Chosen, Loosen},
    filters::Filters,
};
use crate::app::{
    components::{PageTitle, SourceNote, TableRegion, dynamic, later, memo, switch},
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    catalogue,
    model::Source,
    sentence, sorted,
    view::{Layout, Sort},
    words,
};

/// The programme catalogue.
#[component]
pub fn Programs() -> impl IntoView {
    let state = state();
    let (dataset, router) = (state.dataset, state.router);
    let choice = Choice::new(state.facets);
    let Choice {
        selection, outcome, ..
    } = choice;
    let sort = memo(move |_| router.view.with(|view| view.sort));
    let layout = memo(move |_| router.view.with(|view| view.layout));
    let programs = memo(move |_| {
        outcome.with(|outcome| catalogue::ordered(dataset, &outcome.programs, sort.get()))
    });
    // An entry is made again when the tags it shows change.
    let entries = memo(move |_| {
        let source_only = selection.with(|selection| selection.source_only);
        programs.with(|programs| {
            let entries = programs.iter().map(|program| (*program, source_only));
            entries.collect::<Vec<_>>()
        })
    });
    let total = dataset.program_ids().len();
    let mut documents = Vec::new();
    for document in &dataset.appearances.documents {
        sorted::insert(&mut documents, *document);
    }
    let sources: Vec<Source<'static>> = documents
        .into_iter()
        .map(|document| Source {
            document,
            section: "",
        })
        .collect();
    let list = dynamic(move || {
        match (programs.with(Vec::is_empty), layout.get()) {
        (true, _) => view! { <Loosen choice /> }.into_any(),
        (false, Layout::Cards) => view! {
            <ul class="program-list">
                <For
                    each=move || entries.get()
                    key=|entry| *entry
                    children=|(program, source_only)| later(move || view! { <Card program source_only /> })
                />
            </ul>
        }
        .into_any(),
        (false, Layout::Table) => view! {
            <TableRegion label=words!("事業の一覧（予算は千円）", "List of programmes (budgets in ¥ thousand)")>
                <table class="program-table stacks" role="table">
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">{words!("事業", "Programme")}</th>
                            <th scope="col" role="columnheader">{words!("振興局", "Subprefecture")}</th>
                            <th scope="col" role="columnheader">{words!("文書の年度", "Year of the document")}</th>
                            <th scope="col" role="columnheader" class="num">
                                {words!("予算", "Budget")} <small>{words!("千円", "¥ thousand")}</small>
                            </th>
                            <th scope="col" role="columnheader">
                                {words!("カテゴリー", "Category")} <small>{words!("編：編集部", "ed.: by the editors")}</small>
                            </th>
                            <th scope="col" role="columnheader">"SDGs" <small>{words!("編集部による分類", "classified by the editors")}</small></th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">
                        <For
                            each=move || entries.get()
                            key=|entry| *entry
                            children=|(program, source_only)| later(move || view! { <ProgramRow program source_only /> })
                        />
                    </tbody>
                </table>
            </TableRegion>
        }
        .into_any(),
    }
    });
    view! {
        <div class="wrap">
            <PageTitle
                title=words!("事業をさがす", "Find programmes")
                lead=Signal::stored(words!(
                    "どんな事業が、どこで、いくらで行われているかを、カテゴリーやSDGs、地域からさがせます。",
                    "Find out which programmes are carried out, where and at what cost, by category, SDG or area."
                ).to_owned())
            />
            <div class="with-sidebar">
                {later(move || view! { <Filters choice /> })}
                <section aria-labelledby="result-count">
                    <div class="result-bar">
                        <h2 id="result-count">
                            {sentence!("{total}件のうち", "Showing ")} <strong>{dynamic(move || programs.with(Vec::len))}</strong>
                            {sentence!("件", " of {total} programmes")}
                        </h2>
                        <p class="visually-hidden" role="status">
                            {dynamic(move || sentence!(
                                "{count}件が見つかりました",
                                "Programmes found: {count}",
                                count = programs.with(Vec::len)
                            ))}
                        </p>
                        {later(move || view! { <Order sort layout /> })}
                    </div>
                    {later(|| view! { <Chosen /> })}
                    {later(move || list)}
                    <SourceNote sources />
                </section>
            </div>
        </div>
    }
}

/// The order and the layout.
#[component]
fn Order(sort: Memo<Sort>, layout: Memo<Layout>) -> impl IntoView {
    let router = state().router;
    let options = Sort::ALL.map(|option| {
        view! {
            <option value=option.key() selected=switch(move || sort.get() == option)>
                {option.title()}
            </option>
        }
    });
    let choose = move |event| {
        let key = event_target_value(&event);
        if let Some(chosen) = Sort::ALL.into_iter().find(|option| option.key() == key) {
            router.update(|view| view.sort = chosen);
        }
    };
    let layouts = [
        (Layout::Cards, words!("カード", "Cards")),
        (Layout::Table, words!("表", "Table")),
    ]
    .map(|(option, name)| {
        view! {
            <label class="segment">
                <input
                    type="radio"
                    name="layout"
                    prop:checked=switch(move || layout.get() == option)
                    on:change=move |_| router.update(|view| view.layout = option)
                />
                <span>{name}</span>
            </label>
        }
    });
    view! {
        <div class="order">
            <label for="sort">{words!("並べ替え", "Sort by")}</label>
            <select id="sort" on:change=choose>{options.collect_view()}</select>
            <fieldset class="segments">
                <legend class="visually-hidden">{words!("表示のしかた", "Layout")}</legend>
                {layouts.collect_view()}
            </fieldset>
        </div>
    }
}
