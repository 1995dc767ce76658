//! Which of a person's scenarios is in use; new ones, copies, names, and away with them.

use crate::app::{
    components::{Glyph, Icon, attribute, dynamic, focus, memo, text},
    draft::Draft,
    state::state,
};
use leptos::prelude::*;
use michishirube_core::{
    language::lang_of,
    scenario::{Scenario, ScenarioId, Scenarios, What},
    sentence, words,
};

/// The field that a new scenario's name is written in.
const NAME: &str = "scenario-name";
const LIST: &str = "scenario-list";

/// The scenarios, and what can be done with the one in use.
#[component]
pub fn Shelf() -> impl IntoView {
    let draft = state().draft;
    let naming = RwSignal::new(false);
    let said = RwSignal::new(String::new());
    let title = move || draft.with(|scenario| scenario.title().to_owned());
    let full = memo(move |_| draft.kept.with(Scenarios::is_full));
    let make = move |what: What| {
        if full.get_untracked() {
            said.set(sentence!(
                "試算は{limit}個までです。使わないものを削除してください。",
                "You can keep up to {limit} scenarios. Delete one you do not use.",
                limit = Scenarios::LIMIT
            ));
            return;
        }
        draft.make(what);
        said.set(sentence!(
            "「{title}」に切りかえました。",
            "Switched to “{title}”.",
            title = untrack(title)
        ));
        naming.set(true);
        request_animation_frame(|| {
            focus(NAME);
        });
    };
    let delete = move |_| {
        let gone = untrack(title);
        draft.delete();
        naming.set(false);
        said.set(sentence!(
            "「{gone}」を削除しました。「元に戻す」で戻せます。いまの試算は「{title}」です。",
            "Deleted “{gone}”. “Undo” brings it back. The current scenario is “{title}”.",
            title = untrack(title)
        ));
        focus(LIST);
    };
    let full_up = move || attribute(move || full.get().then_some("true"));
    view! {
        <section class="shelf" aria-labelledby="shelf">
            <h2 id="shelf" class="visually-hidden">{words!("試算をえらぶ", "Choose a scenario")}</h2>
            <div class="shelf-row">
                <Choice draft said />
                <button
                    type="button"
                    class="button"
                    aria-expanded=move || if naming.get() { "true" } else { "false" }
                    aria-controls="shelf-naming"
                    on:click=move |_| naming.update(|open| *open = !*open)
                >
                    <Icon glyph=Glyph::Pencil />
                    {words!("名前と説明", "Name and description")}
                </button>
                <button
                    type="button"
                    class="button"
                    aria-disabled=full_up()
                    on:click=move |_| make(What::Create(words!("新しい試算", "New scenario").to_owned()))
                >
                    <Icon glyph=Glyph::Plus />
                    {words!("新しい試算", "New scenario")}
                </button>
                <button
                    type="button"
                    class="button"
                    aria-disabled=full_up()
                    on:click=move |_| make(What::Duplicate(draft.chosen.get_untracked()))
                >
                    <Icon glyph=Glyph::Copy />
                    {words!("複製", "Duplicate")}
                </button>
                <button type="button" class="button" on:click=delete>
                    <Icon glyph=Glyph::Bin />
                    {words!("削除", "Delete")}
                </button>
            </div>
            <div id="shelf-naming">{dynamic(move || naming.get().then(|| view! { <Naming draft /> }))}</div>
            {dynamic(move || {
                let description = draft.with(|scenario| scenario.description().to_owned());
                let lang = lang_of(&description);
                (!naming.get() && !description.trim().is_empty())
                    .then(|| view! { <p class="shelf-description" lang=lang>{description}</p> })
            })}
            {dynamic(move || {
                draft
                    .is_elsewhere()
                    .then(|| {
                        view! {
                            <div class="notice">
                                <Icon glyph=Glyph::Information />
                                <p>
                                    {words!(
                                        "リンクの示す試算は、この端末にありません（ほかの端末で作られたか、削除されています）。この端末の試算を使っています。",
                                        "The scenario in the link is not on this device (it was made on another device, or has been deleted). A scenario of this device is in use."
                                    )}
                                </p>
                            </div>
                        }
                    })
            })}
            <p class="shelf-said" role="status">{said}</p>
        </section>
    }
}

/// The list to choose from.
#[component]
fn Choice(draft: Draft, said: RwSignal<String>) -> impl IntoView {
    let each = memo(move |_| {
        let chosen = draft.chosen.get();
        draft.kept.with(|all| {
            all.iter()
                .map(|(id, scenario)| (id, entry(scenario), id == chosen))
                .collect::<Vec<_>>()
        })
    });
    let options = dynamic(move || {
        let options = each.get().into_iter().map(|(id, entry, chosen)| {
            let lang = lang_of(&entry);
            view! {
                <option value=id.to_string() prop:selected=chosen lang=lang>
                    {entry}
                </option>
            }
        });
        options.collect_view()
    });
    let choose = move |event| {
        if let Ok(id) = event_target_value(&event).parse::<ScenarioId>() {
            draft.choose(id);
            said.set(String::new());
        }
    };
    view! {
        <label class="shelf-choice">
            <span>{words!("いまの試算", "Current scenario")}</span>
            <select id=LIST on:change=choose>{options}</select>
        </label>
    }
}

/// 「わたしの試算（2件変更）」.
fn entry(scenario: &Scenario) -> String {
    match scenario.len() {
        0 => scenario.title().to_owned(),
        count => sentence!(
            "{title}（{count}件変更）",
            "{title} ({count} changed)",
            title = scenario.title()
        ),
    }
}

/// Name and description, kept as they are typed.
#[component]
fn Naming(draft: Draft) -> impl IntoView {
    let name = text(move || draft.with(|scenario| scenario.name().to_owned()));
    let description = text(move || draft.with(|scenario| scenario.description().to_owned()));
    view! {
        <div class="shelf-naming">
            <div class="text-field">
                <label for=NAME>{words!("名前", "Name")}</label>
                <input
                    id=NAME
                    type="text"
                    autocomplete="off"
                    maxlength=Scenario::NAME_LIMIT.to_string()
                    placeholder=Scenario::unnamed()
                    prop:value=name
                    on:input=move |event| draft.change(What::Rename(event_target_value(&event)))
                />
            </div>
            <div class="text-field">
                <label for="scenario-description">{words!("説明", "Description")}</label>
                <textarea
                    id="scenario-description"
                    rows="3"
                    maxlength=Scenario::DESCRIPTION_LIMIT.to_string()
                    prop:value=description
                    on:input=move |event| draft.change(What::Describe(event_target_value(&event)))
                ></textarea>
            </div>
        </div>
    }
}
