//! What 004 asks of those who fill in 意見シート.

use crate::app::{components::original, prose};
use leptos::prelude::*;
use michishirube_core::{language::lang_of, words};

/// What 004 asks, in its own words.
#[component]
pub fn Question() -> impl IntoView {
    let lines = question()
        .map(|line| view! { <p lang=lang_of(line)>{line}</p> })
        .collect_view();
    view! {
        <figure class="vision-quote opinions-question">
            <blockquote>{lines}</blockquote>
            <figcaption>
                {words!("", "What is asked in ")}
                {original(prose::vision().heading.as_str())}
                {words!("の問いかけ", "")}
            </figcaption>
        </figure>
    }
}

/// The passage from 「☆」 on.
pub fn question() -> impl Iterator<Item = &'static str> {
    prose::vision()
        .background
        .iter()
        .flat_map(|point| point.text.lines())
        .skip_while(|line| !line.starts_with('☆'))
}
