//! 計算の設定 of the scenario in use: fields, what is wrong in them, and the way back to the usual. What
//! the fields mean is the core's.

use crate::app::{
    components::{Glyph, Icon, attribute, dynamic, effect, memo, switch, text},
    draft::Draft,
    state::{State, state},
};
use leptos::prelude::*;
use michishirube_core::scenario::{
    Entry, ScenarioId, Settings, SettingsErrors, Typed, What, decimals_example,
};

/// What the fields share.
#[derive(Clone, Copy)]
struct Form {
    state: State,
    draft: Draft,
    typed: RwSignal<Typed>,
    errors: Memo<SettingsErrors>,
}

impl Form {
    fn new() -> Self {
        let state = state();
        let (dataset, draft) = (state.dataset, state.draft);
        let current = memo(move |_| (draft.chosen.get(), draft.settings()));
        let typed = RwSignal::new(Typed::of(&current.get_untracked().1, dataset));
        // What undoing, another tab or the choice of another scenario change shows in the fields;
        // what is being typed stays as typed while it means the same.
        effect(move |before: Option<(ScenarioId, Settings)>| {
            let now = current.get();
            typed.update(|typed| match before {
                Some((scenario, settings)) if scenario == now.0 => {
                    typed.follow(&settings, &now.1, dataset);
                }
                _ => *typed = Typed::of(&now.1, dataset),
            });
            now
        });
        let errors = memo(move |_| {
            let last = current.get().1;
            typed.with(|typed| typed.read(&last, dataset).1)
        });
        Self {
            state,
            draft,
            typed,
            errors,
        }
    }

    /// Takes what is typed as far as it is sound.
    fn take(self, entry: Entry, text: String) {
        let last = untrack(|| self.draft.settings());
        self.typed.update(|typed| typed.set(entry, text));
        let typed = self.typed;
        let (meant, _) = typed.with_untracked(|typed| typed.read(&last, self.state.dataset));
        if meant != last {
            self.draft.change(What::Settings(meant));
        }
    }

    fn is_usual(self) -> bool {
        self.draft.settings() == Settings::default()
            && self
                .errors
                .with(|errors| errors.iter().all(Option::is_none))
    }

    fn reset(self) {
        if untrack(|| self.is_usual()) {
            return;
        }
        let usual = Settings::default();
        self.draft.change(What::Settings(usual));
        self.typed.set(Typed::of(&usual, self.state.dataset));
    }

    fn error(self, entry: Entry) -> Option<String> {
        let era = self.state.era();
        self.errors.with(|errors| {
            errors[entry as usize]
                .as_ref()
                .map(|error| error.message(era))
        })
    }
}

/// The settings, folded.
#[component]
pub fn SettingsPanel() -> impl IntoView {
    let form = Form::new();
    let (dataset, era) = (form.state.dataset, form.state.era());
    let usual = Settings::default();
    let bands = Entry::BANDS
        .into_iter()
        .zip([usual.bands.a, usual.bands.b, usual.bands.c])
        .map(|(entry, limit)| number(form, entry, "%以上", format!("標準は{limit}")))
        .collect_view();
    let set = memo(move |_| form.draft.settings().reporting_year);
    let years = move || {
        let mut years: Vec<_> = dataset.result_years().collect();
        // One of another edition's stays in force until another is chosen.
        years.extend(set.get().filter(|set| !years.contains(set)));
        let options = years
            .into_iter()
            .map(|year| (year.western().to_string(), year.name(era)));
        options.collect()
    };
    let decimals = || {
        (0..=Settings::MOST_DECIMALS)
            .map(|decimals| (decimals.to_string(), decimals_example(decimals)))
            .collect()
    };
    view! {
        <details class="method">
            <summary>"計算の設定"</summary>
            <p class="hint">
                "この試算だけの決まりです。公式の値は、いつも標準の決まりで計算します。設定は試算といっしょに保存します。"
            </p>
            <fieldset class="method-bands">
                <legend>"評価の区切り（期待値へのペースに対する割合）"</legend>
                {bands}
            </fieldset>
            <div class="method-others">
                {choice(
                    form,
                    Entry::ReportingYear,
                    years,
                    format!("標準は文書の{}", dataset.reporting_year.name(era)),
                )}
                {choice(form, Entry::Decimals, decimals, "標準は1けた".to_owned())}
                {number(
                    form,
                    Entry::Tolerance,
                    "%まで",
                    "目標をこの割合まで下回っても「維持」とします。標準は0".to_owned(),
                )}
            </div>
            <button
                type="button"
                class="button"
                aria-disabled=attribute(move || form.is_usual().then_some("true"))
                on:click=move |_| form.reset()
            >
                <Icon glyph=Glyph::Back />
                "標準に戻す"
            </button>
        </details>
    }
}

fn id(entry: Entry) -> String {
    format!("setting-{}", entry as usize)
}

/// A number to type.
fn number(form: Form, entry: Entry, unit: &'static str, usual: String) -> AnyView {
    let id = id(entry);
    view! {
        <div class="number-field">
            <label for=id.clone()>{entry.name()}</label>
            <div class="number-input">
                <input
                    id=id.clone()
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    prop:value=text(move || form.typed.with(|typed| typed.get(entry).to_owned()))
                    aria-invalid=attribute(move || form.error(entry).is_some().then_some("true"))
                    aria-describedby=format!("{id}-note")
                    on:input=move |event| form.take(entry, event_target_value(&event))
                />
                <span class="unit">{unit}</span>
            </div>
            {note(form, entry, usual)}
        </div>
    }
    .into_any()
}

/// One of several, by key and name.
fn choice(
    form: Form,
    entry: Entry,
    options: impl Fn() -> Vec<(String, String)> + Send + 'static,
    usual: String,
) -> AnyView {
    let id = id(entry);
    let options = move || {
        let options = options().into_iter().map(|(key, name)| {
            let value = key.clone();
            let chosen = switch(move || form.typed.with(|typed| typed.get(entry) == key));
            // The property: once somebody has chosen, the attribute no longer counts.
            view! { <option value=value prop:selected=chosen>{name}</option> }
        });
        options.collect_view()
    };
    view! {
        <div class="number-field">
            <label for=id.clone()>{entry.name()}</label>
            <select
                id=id.clone()
                aria-describedby=format!("{id}-note")
                on:change=move |event| form.take(entry, event_target_value(&event))
            >
                {dynamic(options)}
            </select>
            {note(form, entry, usual)}
        </div>
    }
    .into_any()
}

/// What is wrong in a field, or what is usual.
fn note(form: Form, entry: Entry, usual: String) -> AnyView {
    let is_error = switch(move || form.error(entry).is_some());
    view! {
        <p id=format!("{}-note", id(entry)) class="field-note" class:is-error=is_error>
            {dynamic(move || match form.error(entry) {
                Some(message) => {
                    view! { <span role="alert"><Icon glyph=Glyph::Attention /> {message}</span> }.into_any()
                }
                None => usual.clone().into_any(),
            })}
        </p>
    }
    .into_any()
}
