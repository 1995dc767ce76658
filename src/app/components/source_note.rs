//! 出典.

use super::Link;
use crate::app::state::state;
use leptos::prelude::*;
use michishirube_core::{model::Source, view::Screen};

/// Where figures or texts come from: document and section, with the way to the list of documents.
#[component]
pub fn SourceNote(
    /// Documents and sections.
    sources: Vec<Source<'static>>,
) -> impl IntoView {
    let state = state();
    let items = sources
        .into_iter()
        .map(|source| {
            let document = state.dataset.document(source.document);
            let publisher = if document.publisher.is_empty() {
                String::new()
            } else {
                format!("{} ", document.publisher)
            };
            view! {
                <li>
                    {publisher} "「" {document.title.as_str()} "」"
                    {(!source.section.is_empty()).then(|| format!("（{}）", source.section))}
                    <small>" 文書" {document.slug.as_str()}</small>
                </li>
            }
        })
        .collect_view();
    view! {
        <footer class="source-note">
            <span class="source-label">"出典"</span>
            <ul>{items}</ul>
            <Link to=Screen::Data>"文書の一覧"</Link>
        </footer>
    }
}
