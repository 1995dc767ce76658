//! A source document's page: what it holds and where that stands here.

use crate::app::{components::PageTitle, state::state};
use leptos::prelude::*;
use michishirube_core::model::DocumentId;

/// The page of a document.
#[component]
pub fn Document(
    /// The document.
    document: DocumentId,
) -> impl IntoView {
    let title = state().dataset.document(document).title.as_str();
    view! {
        <div class="wrap">
            <PageTitle title=title />
        </div>
    }
}
