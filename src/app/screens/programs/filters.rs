//! The panel of facets.

use super::{choice::Choice, value::value_name};
use crate::app::{
    components::{Glyph, Icon, Toggle, attribute, dynamic, later, memo, switch, text},
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    facets::{Facet, Value},
    sentence,
    view::View,
    words,
};

/// Search words, facets and the switch for the documents' own tags.
#[component]
pub fn Filters(
    /// What is chosen.
    choice: Choice,
) -> impl IntoView {
    let state = state();
    let router = state.router;
    let open = RwSignal::new(false);
    let chosen = move || {
        router
            .view
            .with(|view| view.selection.iter().count() + usize::from(view.selection.source_only))
    };
    let groups = Facet::ALL.map(|facet| later(move || view! { <Group facet choice /> }));
    view! {
        <div class="filters" class:is-open=open>
            <div class="search-field">
                <label for="search">{words!("ことばでさがす", "Search by words")}</label>
                <div class="search-input">
                    <Icon glyph=Glyph::Search />
                    <input
                        id="search"
                        type="search"
                        autocomplete="off"
                        placeholder=words!("例：ワイン、移住、縄文", "For example: wine, Jomon")
                        maxlength="200"
                        prop:value=text(move || router.view.with(|view| view.search.clone()))
                        on:input=move |event| {
                            let words = event_target_value(&event);
                            router.type_in(|view| view.search = words);
                        }
                    />
                </div>
            </div>
            <button
                type="button"
                class="button filters-toggle"
                aria-expanded=attribute(move || Some(if open.get() { "true" } else { "false" }))
                aria-controls="facets"
                on:click=move |_| open.update(|open| *open = !*open)
            >
                <Icon glyph=Glyph::Sliders />
                {dynamic(move || match chosen() {
                    0 => words!("絞り込み", "Filters").to_owned(),
                    count => sentence!("絞り込み（{count}件選択中）", "Filters ({count} chosen)"),
                })}
            </button>
            <div id="facets" class="facets">
                <h2 class="visually-hidden">{words!("絞り込み", "Filters")}</h2>
                <Toggle
                    on=switch(move || router.view.with(|view| view.selection.source_only))
                    set=move |only| router.update(|view| view.selection.source_only = only)
                >
                    <span>
                        {words!("原典の分類のみ", "Only the source’s own classification")}
                        <small>{words!("編集部による分類を使いません", "Leaves out what the editors classified")}</small>
                    </span>
                </Toggle>
                {groups.collect_view()}
            </div>
        </div>
    }
}

#[component]
fn Group(facet: Facet, choice: Choice) -> impl IntoView {
    let state = state();
    let router = state.router;
    let Choice {
        facets, outcome, ..
    } = choice;
    // What another screen has chosen can be taken back here, too.
    let offered = |value: &usize| {
        facets.is_used(facet, *value)
            || router
                .view
                .with_untracked(|view| view.selection.contains(facet, *value))
    };
    // One value alone is no choice.
    if (0..facets.len(facet)).filter(offered).count() < 2 {
        return None;
    }
    let values = (0..facets.len(facet))
        .filter(offered)
        .map(|value| {
            let chosen =
                memo(move |_| router.view.with(|view| view.selection.contains(facet, value)));
            let count = memo(move |_| outcome.with(|outcome| outcome.counts[facet as usize][value]));
            let tile = match facets.value(facet, value) {
                Value::Sdg(goal) => {
                    let number = goal.number();
                    Some(view! { <span class=format!("sdg sdg-{number}") aria-hidden="true">{number}</span> })
                }
                _ => None,
            };
            later(move || view! {
                <li>
                    <Toggle
                        on=chosen
                        set=move |on| router.update(|view: &mut View| view.selection.set(facet, value, on))
                        empty=switch(move || count.get() == 0)
                    >
                        {tile}
                        <span class="choice-name">
                            {dynamic(move || match facets.value(facet, value) {
                                // The tile beside it shows the number.
                                Value::Sdg(goal) => state.dataset.sdg_name(goal).to_owned(),
                                _ => value_name(&state, facet, value),
                            })}
                        </span>
                        <span class="count">
                            {count} <span class="visually-hidden">{words!("件", " found")}</span>
                        </span>
                    </Toggle>
                </li>
            })
        })
        .collect_view();
    // Scrolls within itself only where it is many times its window: a list cut by a line looks broken.
    let long = facets.len(facet) > 20;
    // The long ones start folded; a link that has chosen in them opens them.
    let open = !matches!(
        facet,
        Facet::Subprefecture | Facet::Document | Facet::Project
    ) || router
        .view
        .with_untracked(|view| !view.selection.chosen(facet).is_empty());
    Some(view! {
        <details class="facet" open=open>
            <summary>
                <span>{facet.title()}</span>
                {dynamic(move || {
                    let count = router.view.with(|view| view.selection.chosen(facet).len());
                    (count > 0).then(|| view! { <span class="count">{sentence!("{count}件選択中", " {count} chosen")}</span> })
                })}
            </summary>
            <fieldset>
                <legend class="visually-hidden">{facet.title()}</legend>
                <ul class:is-long=long>{values}</ul>
            </fieldset>
        </details>
    })
}
