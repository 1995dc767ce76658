//! Buttons and fields of 意見シート, one type each whatever they do: every closure in a view is a type
//! of its own and some KB of WebAssembly.

use crate::app::components::{Glyph, Icon, attribute, dynamic, effect, memo};
use leptos::prelude::*;
use michishirube_core::opinion::{Text, TooLong};

/// A button. `about` tells readers what of several it is for.
pub fn button(
    class: &'static str,
    glyph: Option<Glyph>,
    name: &'static str,
    about: String,
    press: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    boxed(
        class,
        glyph,
        name,
        about,
        Callback::new(move |()| press()),
        Signal::stored(false),
    )
}

/// A button that is off at times.
pub fn button_off(
    glyph: Glyph,
    name: &'static str,
    off: Signal<bool>,
    press: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    let press = Callback::new(move |()| press());
    boxed("button", Some(glyph), name, String::new(), press, off)
}

fn boxed(
    class: &'static str,
    glyph: Option<Glyph>,
    name: &'static str,
    about: String,
    press: Callback<()>,
    off: Signal<bool>,
) -> AnyView {
    view! {
        <button type="button" class=class disabled=off on:click=move |_| press.run(())>
            {glyph.map(|glyph| view! { <Icon glyph /> })}
            {name}
            <span class="visually-hidden">{about}</span>
        </button>
    }
    .into_any()
}

/// A text of a sheet: its label, its field, and why what was typed is not kept.
#[component]
pub fn TextField(
    /// Its id in the page.
    id: String,
    /// Which text.
    text: Text,
    /// What is kept.
    value: Signal<String>,
    /// Keeps what was typed, or says why not.
    #[prop(into)]
    write: Callback<String, Option<TooLong>>,
    /// What helps to fill it in.
    #[prop(optional)]
    note: &'static str,
) -> impl IntoView {
    let error = RwSignal::new(None::<TooLong>);
    // What others do to the text (a step back, another tab) takes the place of what was refused.
    let value = memo(move |_| value.get());
    effect(move |_| {
        value.track();
        error.set(None);
    });
    let invalid = attribute(move || error.with(Option::is_some).then_some("true"));
    let typed = move |event| error.set(write.run(event_target_value(&event)));
    let described = format!("{id}-note");
    let field = if text == Text::Comment {
        view! {
            <textarea
                id=id.clone()
                rows="2"
                aria-describedby=described.clone()
                aria-invalid=invalid
                prop:value=value
                on:input=typed
            />
        }
        .into_any()
    } else {
        view! {
            <input
                id=id.clone()
                type="text"
                aria-describedby=described.clone()
                aria-invalid=invalid
                prop:value=value
                on:input=typed
            />
        }
        .into_any()
    };
    view! {
        <div class="text-field">
            <label for=id>{text.name()}</label>
            {field}
            <p id=described class="text-note">
                {dynamic(move || match error.get() {
                    None => note.into_any(),
                    Some(error) => view! {
                        <span role="alert">
                            <Icon glyph=Glyph::Attention />
                            {error.message()}
                            "直すまで、前の内容を残しています。"
                        </span>
                    }
                    .into_any(),
                })}
            </p>
        </div>
    }
}
