//! The choice of projects by 連携地域, 振興局 and 文書, shared with the other lists.

use crate::app::{
    components::{Glyph, Icon, Toggle, dynamic, switch},
    state::{State, state},
};
use leptos::prelude::*;
use michishirube_core::model::ProjectId;
use michishirube_core::{
    facets::{Facet, Selection},
    project::{self, Digest, FACETS},
    sentence,
    view::View,
    words,
};

/// A value's name on the page.
fn value_name(state: &State, facet: Facet, value: usize) -> &'static str {
    let dataset = state.dataset;
    match facet {
        Facet::Area => &dataset.areas[value].name,
        Facet::Subprefecture => &dataset.subprefectures[value].name,
        _ => &dataset.documents[value].title,
    }
}

/// The values to choose from, with how many projects each would leave.
#[component]
pub fn Filters(
    /// Every project in short.
    digests: StoredValue<Vec<(ProjectId, Digest)>>,
) -> impl IntoView {
    FACETS
        .map(|facet| view! { <Group facet digests /> })
        .collect_view()
}

#[component]
fn Group(facet: Facet, digests: StoredValue<Vec<(ProjectId, Digest)>>) -> impl IntoView {
    let state = state();
    let (router, facets) = (state.router, state.facets);
    let values = move || {
        let selection = router.view.with(|view| view.selection.clone());
        let counts = digests
            .with_value(|digests| project::counts(digests, &selection, facet, facets.len(facet)));
        counts.into_iter().enumerate()
    };
    let choices = (0..facets.len(facet)).map(|value| {
        let on = switch(move || router.view.with(|view| view.selection.contains(facet, value)));
        let count = move || values().nth(value).map_or(0, |(_, count)| count);
        view! {
            <li>
                <Toggle
                    on
                    set=move |on| router.update(|view: &mut View| view.selection.set(facet, value, on))
                    empty=switch(move || count() == 0)
                >
                    <span class="choice-name">{value_name(&state, facet, value)}</span>
                    <span class="count">
                        {dynamic(count)} <span class="visually-hidden">{words!("件", " found")}</span>
                    </span>
                </Toggle>
            </li>
        }
    });
    let choices = choices.collect_view();
    // The areas are always in sight; the others open when a link has chosen in them.
    let open = facet == Facet::Area
        || router
            .view
            .with_untracked(|view| !view.selection.chosen(facet).is_empty());
    view! {
        <details class="facet" open=open>
            <summary>{facet.title()}</summary>
            <fieldset>
                <legend class="visually-hidden">{facet.title()}</legend>
                <ul>{choices}</ul>
            </fieldset>
        </details>
    }
}

/// The chosen values as chips that can be taken away.
#[component]
pub fn Chosen() -> impl IntoView {
    let state = state();
    let router = state.router;
    dynamic(move || {
        let view = router.view.get();
        let (mine, others): (Vec<_>, Vec<_>) = view
            .selection
            .iter()
            .partition(|(facet, _)| FACETS.contains(facet));
        if mine.is_empty() && others.is_empty() {
            return None;
        }
        let chips = mine.into_iter().map(|(facet, value)| {
            view! {
                <li>
                    <button
                        type="button"
                        class="chip chip-remove"
                        on:click=move |_| router.update(|view| view.selection.set(facet, value, false))
                    >
                        {value_name(&state, facet, value)}
                        <Icon glyph=Glyph::Cross />
                        <span class="visually-hidden">{words!("を外す", ", remove")}</span>
                    </button>
                </li>
            }
        }).collect_view();
        let unused = (!others.is_empty()).then(|| {
            let count = others.len();
            view! {
                <li class="hint">
                    {sentence!(
                        "ほかに選ばれている条件（{count}件）は、プロジェクトの一覧では使いません。",
                        "Other chosen filters ({count}) are not used in the list of projects."
                    )}
                </li>
            }
        });
        Some(view! {
            <ul class="chips chosen" aria-label=words!("選んでいる条件", "Chosen filters")>
                {chips} {unused} <li><ClearAll /></li>
            </ul>
        })
    })
}

/// すべて解除.
#[component]
pub fn ClearAll() -> impl IntoView {
    let router = state().router;
    let clear = move |_| router.update(|view| view.selection = Selection::default());
    view! {
        <button type="button" class="button-quiet" on:click=clear>
            {words!("すべて解除", "Clear all")}
        </button>
    }
}
