//! Which of a person's scenarios is in use; new ones, copies, names, and away with them.

use crate::app::{
    components::{Glyph, Icon, attribute, dynamic, focus, memo, text},
    draft::Draft,
    state::state,
};
use leptos::prelude::*;
use michishirube_core::scenario::{Scenario, ScenarioId, Scenarios, What};

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
            said.set(format!(
                "試算は{}個までです。使わないものを削除してください。",
                Scenarios::LIMIT
            ));
            return;
        }
        draft.make(what);
        said.set(format!("「{}」に切りかえました。", untrack(title)));
        naming.set(true);
        request_animation_frame(|| {
            focus(NAME);
        });
    };
    let delete = move |_| {
        let gone = untrack(title);
        draft.delete();
        naming.set(false);
        said.set(format!(
            "「{gone}」を削除しました。「元に戻す」で戻せます。いまの試算は「{}」です。",
            untrack(title)
        ));
        focus(LIST);
    };
    let full_up = move || attribute(move || full.get().then_some("true"));
    view! {
        <section class="shelf" aria-labelledby="shelf">
            <h2 id="shelf" class="visually-hidden">"試算をえらぶ"</h2>
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
                    "名前と説明"
                </button>
                <button
                    type="button"
                    class="button"
                    aria-disabled=full_up()
                    on:click=move |_| make(What::Create("新しい試算".to_owned()))
                >
                    <Icon glyph=Glyph::Plus />
                    "新しい試算"
                </button>
                <button
                    type="button"
                    class="button"
                    aria-disabled=full_up()
                    on:click=move |_| make(What::Duplicate(draft.chosen.get_untracked()))
                >
                    <Icon glyph=Glyph::Copy />
                    "複製"
                </button>
                <button type="button" class="button" on:click=delete>
                    <Icon glyph=Glyph::Bin />
                    "削除"
                </button>
            </div>
            <div id="shelf-naming">{dynamic(move || naming.get().then(|| view! { <Naming draft /> }))}</div>
            {dynamic(move || {
                let description = draft.with(|scenario| scenario.description().to_owned());
                (!naming.get() && !description.trim().is_empty())
                    .then(|| view! { <p class="shelf-description">{description}</p> })
            })}
            {dynamic(move || {
                draft
                    .is_elsewhere()
                    .then(|| {
                        view! {
                            <p class="notice shelf-elsewhere">
                                <Icon glyph=Glyph::Information />
                                "リンクの示す試算は、この端末にありません（ほかの端末で作られたか、削除されています）。この端末の試算を使っています。"
                            </p>
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
            view! {
                <option value=id.to_string() prop:selected=chosen>
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
            <span>"いまの試算"</span>
            <select id=LIST on:change=choose>{options}</select>
        </label>
    }
}

/// 「わたしの試算（2件変更）」.
fn entry(scenario: &Scenario) -> String {
    match scenario.len() {
        0 => scenario.title().to_owned(),
        count => format!("{}（{count}件変更）", scenario.title()),
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
                <label for=NAME>"名前"</label>
                <input
                    id=NAME
                    type="text"
                    autocomplete="off"
                    maxlength=Scenario::NAME_LIMIT.to_string()
                    placeholder=Scenario::UNNAMED
                    prop:value=name
                    on:input=move |event| draft.change(What::Rename(event_target_value(&event)))
                />
            </div>
            <div class="text-field">
                <label for="scenario-description">"説明"</label>
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
