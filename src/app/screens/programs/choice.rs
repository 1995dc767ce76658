//! What is chosen among programmes, by words and facets: for the list of programmes, and for other
//! screens that show the same choice.

use super::value::value_name;
use crate::app::{
    components::{Glyph, Icon, dynamic, memo},
    state::{fold_unicode, state},
};
use fixedbitset::FixedBitSet;
use leptos::prelude::*;
use michishirube_core::{
    facets::{Facet, FacetIndex, Outcome, Selection},
    search::SearchIndex,
};

/// What the view chooses, and what that leaves.
#[derive(Clone, Copy)]
pub struct Choice {
    /// What can be chosen by: the facets of all programmes, or of those that a screen is about.
    pub facets: &'static FacetIndex,
    /// The chosen facets.
    pub selection: Memo<Selection>,
    /// The programmes with the words.
    pub found: Memo<FixedBitSet>,
    /// The programmes that both leave.
    pub outcome: Memo<Outcome>,
}

impl Choice {
    /// Follows the view.
    pub fn new(facets: &'static FacetIndex) -> Self {
        let state = state();
        let router = state.router;
        let found = memo(move |_| {
            let words = router.view.with(|view| view.search.clone());
            state.search_index().find(&words, &fold_unicode)
        });
        let selection = memo(move |_| router.view.with(|view| view.selection.clone()));
        let outcome =
            memo(move |_| found.with(|found| selection.with(|chosen| facets.apply(chosen, found))));
        Self {
            facets,
            selection,
            found,
            outcome,
        }
    }
}

/// The chosen values as chips that can be taken away.
#[component]
pub fn Chosen() -> impl IntoView {
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
pub fn Loosen(
    /// What is chosen.
    choice: Choice,
) -> impl IntoView {
    let state = state();
    let router = state.router;
    let Choice { facets, found, .. } = choice;
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
