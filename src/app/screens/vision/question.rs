//! What 004 asks of those who fill in 意見シート.

use crate::app::prose;
use leptos::prelude::*;

/// What 004 asks, in its own words.
#[component]
pub fn Question() -> impl IntoView {
    let lines = question()
        .map(|line| view! { <p>{line}</p> })
        .collect_view();
    view! {
        <figure class="vision-quote opinions-question">
            <blockquote>{lines}</blockquote>
            <figcaption>{prose::vision().heading.as_str()} "の問いかけ"</figcaption>
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
