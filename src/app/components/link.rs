//! A link to a view: a real address, followed without loading the page again.

use super::{attribute, text};
use crate::app::state::state;
use leptos::{ev::MouseEvent, prelude::*};
use michishirube_core::view::{Screen, View};

/// Where a link leads.
#[derive(Clone, Debug)]
pub enum Target {
    /// A page, with what of the current view belongs there.
    Screen(Screen),
    /// A view of its own.
    View(Box<View>),
}

impl From<Screen> for Target {
    fn from(screen: Screen) -> Self {
        Self::Screen(screen)
    }
}

impl From<View> for Target {
    fn from(view: View) -> Self {
        Self::View(Box::new(view))
    }
}

/// A link to a page or view.
#[component]
pub fn Link(
    /// Where to.
    #[prop(into)]
    to: Target,
    /// Classes of the anchor.
    #[prop(into, optional)]
    class: String,
    /// Whether this is the page shown (`aria-current`).
    #[prop(into, optional)]
    current: Signal<bool>,
    /// The text.
    children: Children,
) -> impl IntoView {
    let router = state().router;
    let to = StoredValue::new(to);
    let view = move || {
        to.with_value(|to| match to {
            Target::Screen(screen) => router.view.with(|view| view.on(*screen)),
            Target::View(view) => view.as_ref().clone(),
        })
    };
    let follow = move |event: MouseEvent| {
        let other_window = event.meta_key() || event.ctrl_key() || event.shift_key();
        if event.button() == 0 && !other_window && !event.alt_key() {
            event.prevent_default();
            router.go(untrack(view));
        }
    };
    view! {
        <a
            class=class
            href=text(move || router.href(&view()))
            aria-current=attribute(move || current.get().then_some("page"))
            on:click=follow
        >
            {children()}
        </a>
    }
}
