//! A sheet of the paper.

use leptos::prelude::*;

/// The list's sheet.
pub const LIST: &str = "sheet-list";
/// The analysis' sheet.
pub const ANALYSIS: &str = "sheet-analysis";

/// A sheet of the paper. It says on its own when its figures are not the official ones.
#[component]
pub fn Sheet(
    /// The id of its heading.
    #[prop(into)]
    id: String,
    /// Its heading.
    title: &'static str,
    /// The project's number.
    #[prop(optional)]
    number: Option<u8>,
    scenario: bool,
    children: Children,
) -> impl IntoView {
    let labelled = id.clone();
    view! {
        <section class="sheet" aria-labelledby=labelled>
            {mark(scenario)}
            <h3 id=id tabindex="-1">
                {number.map(|number| view! { <span class="sheet-number">{format!("プロジェクト{number}")}</span> })}
                {title}
            </h3>
            {children()}
        </section>
    }
}

/// What stands on a sheet whose figures are not the official ones.
pub fn mark(scenario: bool) -> impl IntoView {
    scenario.then(|| view! { <p class="sheet-mark">"試算"</p> })
}
