//! The address bar: one path, the whole view in the query.
//!
//! A router of our own because leptos_router costs 56 KB, has no query-only mode, and cannot run
//! under an unknown sub-path. Reading and writing of queries is `michishirube_core::view`.

use leptos::{ev, leptos_dom::helpers::TimeoutHandle, prelude::*};
use michishirube_core::{
    dataset::Dataset,
    facets::FacetIndex,
    fiscal_year::Era,
    share::link,
    view::{Ignored, Screen, View},
};
use std::time::Duration;
use wasm_bindgen::JsValue;

/// How long typing must rest before it is written to the address bar: browsers refuse more than
/// about 100 writes in 30 seconds.
const WRITE_DELAY: Duration = Duration::from_millis(400);

/// The current view and the ways to change it.
#[derive(Clone, Copy)]
pub struct Router {
    dataset: &'static Dataset,
    facets: &'static FacetIndex,
    /// What is shown.
    pub view: RwSignal<View>,
    /// The page, without its filters.
    pub screen: Memo<Screen>,
    /// How fiscal years are printed.
    pub era: Memo<Era>,
    /// Parts of the link that were not understood.
    pub ignored: RwSignal<Vec<Ignored>>,
    /// The fragment of the address that is a scenario from somebody else. It is shown in place of the
    /// screen until one goes on from there; what is in it is read by the page that shows it.
    pub shared: RwSignal<Option<String>>,
    /// Counts page changes, so that the frame can move the focus after each.
    pub arrivals: RwSignal<u32>,
    pending_write: StoredValue<Option<TimeoutHandle>>,
}

impl Router {
    /// Reads the address bar and follows back and forward.
    pub fn new(dataset: &'static Dataset, facets: &'static FacetIndex) -> Self {
        let (current, ignored) = read(dataset, facets);
        let view = RwSignal::new(current);
        let router = Self {
            dataset,
            facets,
            view,
            screen: Memo::new(move |_| view.with(|view| view.screen)),
            era: Memo::new(move |_| view.with(|view| view.era)),
            ignored: RwSignal::new(ignored),
            shared: RwSignal::new(shared()),
            arrivals: RwSignal::new(0),
            pending_write: StoredValue::new(None),
        };
        let back_or_forward = window_event_listener(ev::popstate, move |event| {
            router.cancel_write();
            let (found, ignored) = read(dataset, facets);
            let another = view.with_untracked(|view| is_another_page(view.screen, found.screen));
            view.set(found);
            router.ignored.set(ignored);
            if router.show_shared(shared()) || another {
                router.arrivals.update(|count| *count += 1);
            }
            let top = event.state().as_f64().unwrap_or_default();
            request_animation_frame(move || window().scroll_to_with_x_and_y(0.0, top));
        });
        on_cleanup(move || back_or_forward.remove());
        router
    }

    /// The link of a view, relative to the page.
    pub fn href(&self, view: &View) -> String {
        let query = view.to_query(self.dataset, self.facets);
        if query.is_empty() {
            "./".to_owned()
        } else {
            query
        }
    }

    /// The full address of the current view, for sharing.
    pub fn address(&self) -> String {
        let location = window().location();
        let query = self
            .view
            .with(|view| view.to_query(self.dataset, self.facets));
        format!(
            "{}{}{query}",
            location.origin().unwrap_or_default(),
            location.pathname().unwrap_or_default()
        )
    }

    /// Goes to a view; 「back」 returns to the current one.
    pub fn go(&self, to: View) {
        self.write_now();
        let left = self.show_shared(None);
        self.step(to, left);
    }

    /// Goes on from a shared scenario to the screen it was shown in place of. The address forgets it.
    pub fn close_shared(&self) {
        if self.show_shared(None) {
            self.replace();
            self.arrivals.update(|count| *count += 1);
        }
    }

    /// Whether this is another page than before.
    fn show_shared(&self, fragment: Option<String>) -> bool {
        let another = self.shared.with_untracked(|shown| *shown != fragment);
        if another {
            self.shared.set(fragment);
        }
        another
    }

    fn step(&self, to: View, left: bool) {
        let another = self
            .view
            .with_untracked(|view| left || is_another_page(view.screen, to.screen));
        if let Ok(history) = window().history() {
            // The entry left behind remembers how far it was scrolled.
            let top = JsValue::from_f64(window().scroll_y().unwrap_or_default());
            let _ = history.replace_state_with_url(&top, "", None);
            let _ = history.push_state_with_url(&JsValue::from_f64(0.0), "", Some(&self.url(&to)));
        }
        self.view.set(to);
        self.ignored.set(Vec::new());
        if another {
            self.arrivals.update(|count| *count += 1);
            window().scroll_to_with_x_and_y(0.0, 0.0);
        }
    }

    /// Changes the view in place, a step back for each call.
    pub fn update(&self, change: impl FnOnce(&mut View)) {
        let mut to = self.view.get_untracked();
        change(&mut to);
        if self.view.with_untracked(|view| *view != to) {
            self.write_now();
            self.step(to, false);
        }
    }

    /// Changes the view while something is typed: no step back, the address follows a little later.
    pub fn type_in(&self, change: impl FnOnce(&mut View)) {
        self.view.update(change);
        self.cancel_write();
        let router = *self;
        let write = set_timeout_with_handle(move || router.write_now(), WRITE_DELAY);
        self.pending_write.set_value(write.ok());
    }

    fn cancel_write(&self) {
        if let Some(write) = self.pending_write.try_update_value(Option::take).flatten() {
            write.clear();
        }
    }

    fn write_now(&self) {
        if self.pending_write.with_value(Option::is_none) {
            return;
        }
        self.cancel_write();
        self.replace();
    }

    fn replace(&self) {
        let url = self.view.with_untracked(|view| self.url(view));
        if let Ok(history) = window().history() {
            let _ = history.replace_state_with_url(&JsValue::from_f64(0.0), "", Some(&url));
        }
    }

    fn url(&self, view: &View) -> String {
        let path = window().location().pathname().unwrap_or_default();
        let mut url = format!("{path}{}", view.to_query(self.dataset, self.facets));
        if let Some(fragment) = self.shared.get_untracked() {
            url.push('#');
            url.push_str(&fragment);
        }
        url
    }
}

/// Whether a person who goes from one screen to the other arrives on a new page. Choosing another
/// indicator in 試算 or in the comparison stays on it.
fn is_another_page(from: Screen, to: Screen) -> bool {
    let stays = matches!(
        (from, to),
        (Screen::Scenario(_), Screen::Scenario(_)) | (Screen::Comparison(_), Screen::Comparison(_))
    );
    from != to && !stays
}

fn read(dataset: &Dataset, facets: &FacetIndex) -> (View, Vec<Ignored>) {
    let query = window().location().search().unwrap_or_default();
    View::parse(query.trim_start_matches('?'), dataset, facets)
}

/// The shared scenario that the address holds.
fn shared() -> Option<String> {
    let hash = window().location().hash().unwrap_or_default();
    let fragment = hash.strip_prefix('#')?;
    link::is_shared(fragment).then(|| fragment.to_owned())
}
