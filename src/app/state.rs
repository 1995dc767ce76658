//! What every screen shares: the dataset, its indexes, the view, the draft.

use super::{components::turn, draft::Draft, kept::Kept, router::Router};
use crate::storage::record::Aside;
use leptos::prelude::*;
use michishirube_core::{
    dataset::Dataset,
    embed,
    english::EnglishNames,
    facets::FacetIndex,
    fiscal_year::Era,
    keep::Keep,
    language::{Language, spoken},
    search::SearchIndex,
};

/// The dataset in the language spoken now. It lives as long as the page: a plain reference can go into every closure.
pub fn in_spoken_language(printed: Dataset) -> Option<&'static Dataset> {
    let dataset = match spoken() {
        Language::Japanese => printed,
        Language::English => printed.in_english(&english()?),
    };
    Some(Box::leak(Box::new(dataset)))
}

/// The facets of its programmes.
pub fn facets(dataset: &Dataset) -> &'static FacetIndex {
    Box::leak(Box::new(FacetIndex::new(dataset)))
}

/// The dataset as the documents print it, in whatever language the page is.
pub fn printed() -> Option<Dataset> {
    let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/dataset.postcard"));
    embed::decode(bytes).ok()
}

/// The English names of what is in it.
pub fn english() -> Option<EnglishNames> {
    let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/english.postcard"));
    embed::decode(bytes).ok()
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
    /// The person's scenarios, and the one in use.
    pub draft: Draft,
    /// Records of drafts that could not be read.
    pub aside: RwSignal<Vec<Aside>>,
    /// What lives as long as the page.
    root: StoredValue<Owner>,
}

impl State {
    /// Reads link and storage, a turn for each. `root` is what lives as long as the page.
    pub async fn new(root: Owner, dataset: &'static Dataset, facets: &'static FacetIndex) -> Self {
        let router = root.with(|| Router::new(dataset, facets));
        turn().await;
        let aside = root.with(|| RwSignal::new(Vec::new()));
        let scenarios = root.with(|| Kept::new(dataset, aside));
        turn().await;
        let draft = root.with(|| Draft::new(dataset, router, scenarios));
        turn().await;
        Self {
            dataset,
            facets,
            search: root.with(|| StoredValue::new(None)),
            router,
            draft,
            aside,
            root: StoredValue::new(root),
        }
    }

    /// A draft of another kind, read when first asked for. It lives as long as the page, so that one
    /// that cannot be kept outlives its screen.
    pub fn kept<T: Keep>(&self) -> Kept<T> {
        use_context::<Kept<T>>().unwrap_or_else(|| {
            self.root.get_value().with(|| {
                let kept = Kept::<T>::new(self.dataset, self.aside);
                provide_context(kept);
                kept
            })
        })
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
        let mut index = SearchIndex::new(self.dataset, &fold_unicode);
        // A programme is found by the name the documents print as well.
        if spoken() == Language::English
            && let Some(printed) = printed()
        {
            index = index.and(&SearchIndex::new(&printed, &fold_unicode));
        }
        let index: &'static SearchIndex = Box::leak(Box::new(index));
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
