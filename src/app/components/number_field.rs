//! A field for one figure of the draft.

use super::{Glyph, Icon, attribute, dynamic, effect, memo, switch, text};
use crate::app::state::state;
use leptos::prelude::*;
use michishirube_core::{
    dataset::Dataset,
    fiscal_year::Era,
    format,
    input::{self, InputError},
    model::IndicatorId,
    scenario::{Field, Value, What, official_value},
    sentence,
    slider::slider_range,
    words,
};
use wasm_bindgen::JsCast;

/// Whether a field has a slider beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// A text field.
    #[default]
    Field,
    /// A text field and a slider.
    FieldAndSlider,
}

/// A figure of the draft: typed as people type numbers, kept with every keystroke that can be read.
///
/// Text that cannot be read stays in the field with the reason beside it, and the last good figure
/// stays in force.
#[component]
pub fn NumberField(
    /// The indicator.
    indicator: IndicatorId,
    /// The figure.
    field: Field,
    /// The field's name, for people.
    #[prop(into)]
    label: Signal<String>,
    /// Whether there is a slider.
    #[prop(optional)]
    kind: Kind,
) -> impl IntoView {
    let state = state();
    let (dataset, draft, era) = (state.dataset, state.draft, state.router.era);
    let official = official_value(&dataset.series(indicator), field);
    let unit = match field {
        Field::TargetYear => "",
        _ => dataset.unit(indicator),
    };
    let current = memo(move |_| draft.changed(indicator, field).or(official));
    let changed = memo(move |_| draft.changed(indicator, field).is_some());

    let typed = RwSignal::new(String::new());
    let error = RwSignal::new(None::<InputError>);
    // What others do to the figure (slider, reset, undoing, another tab) shows in the text; what is
    // being typed here stays as typed while it means the same.
    effect(move |_| {
        let current = current.get();
        let era = era.get();
        let meant = typed.with_untracked(|typed| read(field, typed, unit).ok());
        if meant != current || meant.is_none() {
            typed.set(current.map_or_else(String::new, |value| plain(value, era)));
            error.set(None);
        }
    });

    let take = move |input: String| {
        let taken = read(field, &input, unit).and_then(|value| draft.set(indicator, field, value));
        typed.set(input);
        error.set(taken.err());
    };
    // A slider speaks plain numbers; the field shows them as figures are written.
    let slide = move |plain_number: String| {
        take(plain_number);
        if let Some(value) = current.get_untracked() {
            typed.set(plain(value, era.get_untracked()));
        }
    };
    let reset = move |_| {
        draft.change(What::Reset(indicator, field));
        typed.set(official.map_or_else(String::new, |value| plain(value, era.get_untracked())));
        error.set(None);
    };

    let id = format!(
        "{}-{}",
        dataset.indicator_slug(indicator),
        match field {
            Field::Target => "target".to_owned(),
            Field::TargetYear => "target-year".to_owned(),
            Field::Baseline => "baseline".to_owned(),
            Field::Result(year) => format!("result-{}", year.western()),
        }
    );
    let note_id = format!("{id}-note");
    let slider = (kind == Kind::FieldAndSlider)
        .then(|| slider(dataset, indicator, current, label, slide))
        .flatten();
    view! {
        <div class="number-field" class:is-changed=changed>
            <label for=id.clone()>{label}</label>
            <div class="number-input">
                <input
                    id=id
                    type="text"
                    inputmode=if unit.is_empty() { "text" } else { "decimal" }
                    autocomplete="off"
                    prop:value=typed
                    aria-invalid=attribute(move || error.with(Option::is_some).then_some("true"))
                    aria-describedby=note_id.clone()
                    on:input=move |event| take(event_target_value(&event))
                />
                <span class="unit">{unit}</span>
                <button
                    type="button"
                    class="button-quiet"
                    hidden=switch(move || !changed.get() && error.with(Option::is_none))
                    on:click=reset
                >
                    <Icon glyph=Glyph::Back />
                    {words!("戻す", "Reset")}
                    <span class="visually-hidden">
                        {dynamic(move || sentence!("（{label}）", " ({label})", label = label.get()))}
                    </span>
                </button>
            </div>
            {slider}
            <p id=note_id class="field-note" class:is-error=switch(move || error.with(Option::is_some))>
                {dynamic(move || match (error.get(), official) {
                    (Some(error), _) => view! {
                        <span role="alert"><Icon glyph=Glyph::Attention /> {error.message()}</span>
                    }.into_any(),
                    (None, Some(official)) => {
                        let official = official.text(unit, era.get());
                        if changed.get() {
                            view! { <span>{tried()} {words!("公式は ", "Official: ")} {official}</span> }.into_any()
                        } else {
                            view! { <span>{words!("公式の値", "Official figure")}</span> }.into_any()
                        }
                    }
                    (None, None) if changed.get() => {
                        view! {
                            <span>{tried()} {words!("公式の値はありません", "There is no official figure")}</span>
                        }.into_any()
                    }
                    (None, None) => view! {
                        <span>{words!("公式の値はまだありません", "There is no official figure yet")}</span>
                    }.into_any(),
                })}
            </p>
        </div>
    }
}

/// The mark of a figure that is not the official one.
fn tried() -> impl IntoView {
    view! { <mark class="draft-mark">{words!("試算", "What-if")}</mark> }
}

fn slider(
    dataset: &'static Dataset,
    indicator: IndicatorId,
    current: Memo<Option<Value>>,
    label: Signal<String>,
    take: impl Fn(String) + Copy + 'static,
) -> Option<impl IntoView> {
    let unit = dataset.unit(indicator);
    let range = slider_range(&dataset.series(indicator), unit)?;
    // A range input snaps to its steps; only what the person moves is taken over.
    let moved = move |event: web_sys::Event| {
        let value = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok())
            .map(|input| input.value());
        if let Some(value) = value {
            take(value);
        }
    };
    let value = text(move || match current.get() {
        Some(Value::Figure(figure)) => figure.to_string(),
        _ => range.from.to_string(),
    });
    let spoken = text(move || match current.get() {
        Some(Value::Figure(figure)) => format::quantity(figure, unit),
        _ => String::new(),
    });
    Some(view! {
        <div class="slider">
            <input
                type="range"
                min=range.from.to_string()
                max=range.to.to_string()
                step=range.step.to_string()
                prop:value=value
                aria-label=text(move || {
                    sentence!("{label}（スライダー）", "{label} (slider)", label = label.get())
                })
                aria-valuetext=spoken
                on:input=moved
            />
            <span class="slider-ends" aria-hidden="true">
                <span>{format::quantity(range.from, unit)}</span>
                <span>{format::quantity(range.to, unit)}</span>
            </span>
        </div>
    })
}

fn read(field: Field, text: &str, unit: &str) -> Result<Value, InputError> {
    match field {
        Field::TargetYear => input::fiscal_year(text).map(Value::Year),
        _ => input::number(text, unit).map(Value::Figure),
    }
}

fn plain(value: Value, era: Era) -> String {
    match value {
        Value::Figure(figure) => format::decimal(figure),
        Value::Year(year) => year.name(era),
    }
}
