//! The list: how many, what is chosen, in which order.

use super::{
    card::{Card, ProgramRow},
    filters::{Filters, value_name},
};
use crate::app::{
    components::{Glyph, Icon, PageTitle, SourceNote, TableRegion, dynamic, switch},
    state::{fold_unicode, state},
};
use leptos::prelude::*;
use michishirube_core::{
    catalogue,
    facets::{Facet, Selection},
    model::Source,
    search::SearchIndex,
    sorted,
    view::{Layout, Sort},
};

/// The programme catalogue.
#[component]
pub fn Programs() -> impl IntoView {
    let state = state();
    let (dataset, facets, router) = (state.dataset, state.facets, state.router);
    let found = Memo::new(move |_| {
        let words = router.view.with(|view| view.search.clone());
        state.search_index().find(&words, &fold_unicode)
    });
    let selection = Memo::new(move |_| router.view.with(|view| view.selection.clone()));
    let outcome = Memo::new(move |_| {
        found.with(|found| selection.with(|chosen| facets.apply(chosen, found)))
    });
    let sort = Memo::new(move |_| router.view.with(|view| view.sort));
    let layout = Memo::new(move |_| router.view.with(|view| view.layout));
    let programs = Memo::new(move |_| {
        outcome.with(|outcome| catalogue::ordered(dataset, &outcome.programs, sort.get()))
    });
    // An entry is made again when the tags it shows change.
    let entries = Memo::new(move |_| {
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
        (true, _) => view! { <Loosen found /> }.into_any(),
        (false, Layout::Cards) => view! {
            <ul class="program-list">
                <For
                    each=move || entries.get()
                    key=|entry| *entry
                    children=|(program, source_only)| view! { <Card program source_only /> }
                />
            </ul>
        }
        .into_any(),
        (false, Layout::Table) => view! {
            <TableRegion label="事業の一覧（予算は千円）">
                <table class="program-table stacks" role="table">
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">"事業"</th>
                            <th scope="col" role="columnheader">"振興局"</th>
                            <th scope="col" role="columnheader">"文書の年度"</th>
                            <th scope="col" role="columnheader" class="num">"予算" <small>"千円"</small></th>
                            <th scope="col" role="columnheader">"カテゴリー" <small>"編：編集部"</small></th>
                            <th scope="col" role="columnheader">"SDGs" <small>"編集部による分類"</small></th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">
                        <For
                            each=move || entries.get()
                            key=|entry| *entry
                            children=|(program, source_only)| view! { <ProgramRow program source_only /> }
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
                title="事業をさがす"
                lead=Signal::stored("どんな事業が、どこで、いくらで行われているかを、カテゴリーやSDGs、地域からさがせます。".to_owned())
            />
            <div class="with-sidebar">
                <Filters outcome />
                <section aria-labelledby="result-count">
                    <div class="result-bar">
                        <h2 id="result-count">
                            {format!("{total}件のうち")} <strong>{dynamic(move || programs.with(Vec::len))}</strong> "件"
                        </h2>
                        <p class="visually-hidden" role="status">
                            {dynamic(move || format!("{}件が見つかりました", programs.with(Vec::len)))}
                        </p>
                        <Order sort layout />
                    </div>
                    <Chosen />
                    {list}
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
    let layouts = [(Layout::Cards, "カード"), (Layout::Table, "表")].map(|(option, name)| {
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
            <label for="sort">"並べ替え"</label>
            <select id="sort" on:change=choose>{options.collect_view()}</select>
            <fieldset class="segments">
                <legend class="visually-hidden">"表示のしかた"</legend>
                {layouts.collect_view()}
            </fieldset>
        </div>
    }
}

/// The chosen values as chips that can be taken away.
#[component]
fn Chosen() -> impl IntoView {
    let state = state();
    let router = state.router;
    let chip = move |name: String, remove: Box<dyn Fn()>| {
        view! {
            <li>
                <button type="button" class="chip chip-remove" on:click=move |_| remove()>
                    {name}
                    <Icon glyph=Glyph::Cross />
                    <span class="visually-hidden">"を外す"</span>
                </button>
            </li>
        }
    };
    dynamic(move || {
        let view = router.view.get();
        let mut chips: Vec<_> = view
            .selection
            .iter()
            .map(|(facet, value)| {
                chip(
                    value_name(&state, facet, value),
                    Box::new(move || {
                        router.update(|view| view.selection.set(facet, value, false));
                    }),
                )
            })
            .collect();
        if !view.search.trim().is_empty() {
            chips.push(chip(
                format!("ことば：{}", view.search.trim()),
                Box::new(move || router.update(|view| view.search.clear())),
            ));
        }
        if view.selection.source_only {
            chips.push(chip(
                "原典の分類のみ".to_owned(),
                Box::new(move || router.update(|view| view.selection.source_only = false)),
            ));
        }
        (!chips.is_empty()).then(|| {
            view! {
                <ul class="chips chosen" aria-label="選んでいる条件">
                    {chips}
                    <li><ClearAll /></li>
                </ul>
            }
        })
    })
}

#[component]
fn ClearAll() -> impl IntoView {
    let router = state().router;
    let clear = move |_| {
        router.update(|view| {
            view.selection = Selection::default();
            view.search.clear();
        });
    };
    view! {
        <button type="button" class="button-quiet" on:click=clear>
            "すべて解除"
        </button>
    }
}

/// No programme is left: what to loosen, and how many that would bring.
#[component]
fn Loosen(found: Memo<fixedbitset::FixedBitSet>) -> impl IntoView {
    let state = state();
    let (facets, router) = (state.facets, state.router);
    let ways = dynamic(move || {
        let view = router.view.get();
        let mut ways: Vec<AnyView> = Facet::ALL
            .into_iter()
            .filter(|facet| !view.selection.chosen(*facet).is_empty())
            .filter_map(|facet| {
                let count =
                    found.with(|found| facets.without(facet, &view.selection, found));
                (count > 0).then(|| {
                    view! {
                        <li>
                            <button
                                type="button"
                                class="button"
                                on:click=move |_| router.update(|view| view.selection.clear(facet))
                            >
                                {format!("「{}」の条件を外す（{count}件になります）", facet.title())}
                            </button>
                        </li>
                    }
                    .into_any()
                })
            })
            .collect();
        if !view.search.trim().is_empty() {
            let everything = SearchIndex::all(state.dataset);
            let count = facets
                .apply(&view.selection, &everything)
                .programs
                .count_ones(..);
            if count > 0 {
                ways.push(
                    view! {
                        <li>
                            <button
                                type="button"
                                class="button"
                                on:click=move |_| router.update(|view| view.search.clear())
                            >
                                {format!("ことば「{}」を外す（{count}件になります）", view.search.trim())}
                            </button>
                        </li>
                    }
                    .into_any(),
                );
            }
        }
        if view.selection.source_only {
            ways.push(
                view! {
                    <li>
                        <button
                            type="button"
                            class="button"
                            on:click=move |_| router.update(|view| view.selection.source_only = false)
                        >
                            "「原典の分類のみ」をやめる"
                        </button>
                    </li>
                }
                .into_any(),
            );
        }
        ways
    });
    view! {
        <div class="empty">
            <p><strong>"条件に合う事業はありません。"</strong> "どれかをゆるめると見つかります。"</p>
            <ul>
                {ways}
                <li><ClearAll /></li>
            </ul>
        </div>
    }
}
