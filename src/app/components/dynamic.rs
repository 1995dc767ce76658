//! Parts of a view that change, all of one type.
//!
//! To Leptos every closure in a view is a type of its own, and each costs some 3 KB of WebAssembly.
//! Parts made here share one, at the price of a box each.

use leptos::prelude::*;

/// A part of a view that is made again when a signal it reads changes.
pub fn dynamic<V: IntoView + 'static>(mut part: impl FnMut() -> V + Send + 'static) -> AnyView {
    boxed(Box::new(move || part().into_any()))
}

fn boxed(part: Box<dyn FnMut() -> AnyView + Send>) -> AnyView {
    part.into_any()
}

/// A text or attribute that is written again when a signal it reads changes.
pub fn text(text: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(text)
}

/// An attribute that is there or not, as signals it reads change.
pub fn attribute(
    value: impl Fn() -> Option<&'static str> + Send + Sync + 'static,
) -> Signal<Option<&'static str>> {
    Signal::derive(value)
}

/// A class or property that is on or off, as signals it reads change.
pub fn switch(on: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    Signal::derive(on)
}
