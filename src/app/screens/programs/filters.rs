//! The panel of facets.

use super::{choice::Choice, value::value_name};
use crate::app::{
    components::{Glyph, Icon, Toggle, attribute, dynamic, memo, switch, text},
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    facets::{Facet, Value},
    view::View,
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
    let groups = Facet::ALL.map(|facet| view! { <Group facet choice /> });
    view! {
        <div class="filters" class:is-open=open>
            <div class="search-field">
                <label for="search">"ことばでさがす"</label>
                <div class="search-input">
                    <Icon glyph=Glyph::Search />
                    <input
                        id="search"
                        type="search"
                        autocomplete="off"
                        placeholder="例：ワイン、移住、縄文"
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
                    0 => "絞り込み".to_owned(),
                    count => format!("絞り込み（{count}件選択中）"),
                })}
            </button>
            <div id="facets" class="facets">
                <h2 class="visually-hidden">"絞り込み"</h2>
                <Toggle
                    on=switch(move || router.view.with(|view| view.selection.source_only))
                    set=move |only| router.update(|view| view.selection.source_only = only)
                >
                    <span>"原典の分類のみ" <small>"編集部による分類を使いません"</small></span>
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
            view! {
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
                            {count} <span class="visually-hidden">"件"</span>
                        </span>
                    </Toggle>
                </li>
            }
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
                    (count > 0).then(|| view! { <span class="count">{format!("{count}件選択中")}</span> })
                })}
            </summary>
            <fieldset>
                <legend class="visually-hidden">{facet.title()}</legend>
                <ul class:is-long=long>{values}</ul>
            </fieldset>
        </details>
    })
}
