//! 出典.

use super::Link;
use crate::app::state::state;
use leptos::prelude::*;
use michishirube_core::{
    model::Source,
    view::{Screen, View},
};

/// Where figures or texts come from: documents and sections, each with the way to its page.
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
            let to = View {
                screen: Screen::Document(source.document),
                era: state.era(),
                section: source.section.to_owned(),
                ..View::default()
            };
            view! {
                <li>
                    {publisher} <Link to>{document.title.as_str()}</Link>
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
        </footer>
    }
}
