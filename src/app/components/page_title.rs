//! The heading of a page.

use leptos::prelude::*;

/// A page's heading, focused on arrival, and the sentence that says what the page answers.
#[component]
pub fn PageTitle(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// What this page answers.
    #[prop(into, optional)]
    lead: Option<Signal<String>>,
    /// The language of that sentence, where it is not the one spoken.
    #[prop(optional_no_strip)]
    lead_lang: Option<&'static str>,
) -> impl IntoView {
    view! {
        <header class="page-title">
            <h1 id="page-title" tabindex="-1">
                {title}
            </h1>
            {lead.map(|lead| view! { <p class="lead" lang=lead_lang>{lead}</p> })}
        </header>
    }
}

/// Moves the focus to the heading of the page, where a reader begins.
pub fn focus_title() {
    focus("page-title");
}

/// Goes to a part of the page: shows it from its top and moves the focus there.
pub fn focus_on(id: &str) {
    if let Some(element) = focus(id) {
        element.scroll_into_view();
    }
}

/// Moves the focus to a part of the page.
pub fn focus(id: &str) -> Option<web_sys::HtmlElement> {
    use wasm_bindgen::JsCast;
    let element = document().get_element_by_id(id)?;
    let element = element.dyn_into::<web_sys::HtmlElement>().ok()?;
    element.focus().ok()?;
    Some(element)
}
