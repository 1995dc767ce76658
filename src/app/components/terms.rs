//! What the words of a page mean, for those who meet them for the first time.

use leptos::prelude::*;
use michishirube_core::{glossary::Term, words};

/// The terms that a page uses, each a button that shows its meaning; a pointer that rests on it shows the same.
/// Once on a page: what a meaning is called by is the term's.
#[component]
pub fn Terms(
    /// The terms, in the order in which the page uses them.
    terms: &'static [Term],
) -> impl IntoView {
    let items = terms
        .iter()
        .map(|term| {
            let id = format!("term-{}", term.key());
            view! {
                <li>
                    <button type="button" class="term" popovertarget=id.clone() title=term.meaning()>
                        {term.name()}
                    </button>
                    <span id=id class="term-meaning" popover="auto">
                        <strong>{term.name()}</strong>
                        {term.meaning()}
                    </span>
                </li>
            }
        })
        .collect_view();
    view! {
        <div class="terms">
            <span aria-hidden="true">{words!("ことばの意味：", "What words mean: ")}</span>
            <ul aria-label=words!("ことばの意味", "What words mean")>{items}</ul>
        </div>
    }
}
