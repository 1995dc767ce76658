//! 出典.

use super::{Link, original};
use crate::app::state::state;
use leptos::prelude::*;
use michishirube_core::{
    model::Source,
    view::{Screen, View},
    words,
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
            let publisher = (!document.publisher.is_empty())
                .then(|| view! { {original(document.publisher.as_str())} " " });
            let section = (!source.section.is_empty()).then(|| {
                view! { {words!("（", " (")} {original(source.section)} {words!("）", ")")} }
            });
            let to = View {
                screen: Screen::Document(source.document),
                era: state.era(),
                section: source.section.to_owned(),
                ..View::default()
            };
            view! {
                <li>
                    {publisher} <Link to>{document.title.as_str()}</Link>
                    {section}
                    <small>{words!(" 文書", " document ")} {document.slug.as_str()}</small>
                </li>
            }
        })
        .collect_view();
    view! {
        <footer class="source-note">
            <span class="source-label">{words!("出典", "Source")}</span>
            <ul>{items}</ul>
        </footer>
    }
}
