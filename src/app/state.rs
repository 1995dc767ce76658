//! What every screen shares: the dataset, its indexes, the view, the draft.

use super::{draft::Draft, router::Router};
use leptos::prelude::*;
use michishirube_core::{
    dataset::Dataset, facets::FacetIndex, fiscal_year::Era, search::SearchIndex,
};

/// The dataset of this build, read once.
pub fn dataset() -> Option<&'static Dataset> {
    let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/dataset.postcard"));
    let dataset = Dataset::decode(bytes).ok()?;
    // It lives as long as the page: a plain reference can go into every closure.
    Some(Box::leak(Box::new(dataset)))
}

/// The shared state; a handful of references and signals, copied into closures freely.
#[derive(Clone, Copy)]
pub struct State {
    /// The documents.
    pub dataset: &'static Dataset,
    /// Facets of programmes.
    pub facets: &'static FacetIndex,
    /// Folded texts of programmes, made when first searched.
    pub search: StoredValue<Option<&'static SearchIndex>>,
    /// Which page is shown, and how.
    pub router: Router,
    /// The person's scenario.
    pub draft: Draft,
}

impl State {
    /// Reads link and storage.
    pub fn new(dataset: &'static Dataset) -> Self {
        let facets: &'static FacetIndex = Box::leak(Box::new(FacetIndex::new(dataset)));
        Self {
            dataset,
            facets,
            search: StoredValue::new(None),
            router: Router::new(dataset, facets),
            draft: Draft::new(dataset),
        }
    }

    /// How fiscal years are printed. Not followed: the frame makes the whole screen again when it
    /// changes, which spares a closure for every year on the page.
    pub fn era(&self) -> Era {
        self.router.era.get_untracked()
    }

    /// The search index, made when first asked for.
    pub fn search_index(&self) -> &'static SearchIndex {
        if let Some(index) = self.search.get_value() {
            return index;
        }
        let index: &'static SearchIndex =
            Box::leak(Box::new(SearchIndex::new(self.dataset, &fold_unicode)));
        self.search.set_value(Some(index));
        index
    }
}

/// The shared state of the running app.
pub fn state() -> State {
    expect_context::<State>()
}

/// NFKC and lower case, by the browser.
pub fn fold_unicode(text: &str) -> String {
    let normal = js_sys::JsString::from(text).normalize("NFKC");
    normal.to_lower_case().into()
}
