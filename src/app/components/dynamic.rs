//! Parts of a view that change, all of one type.
//!
//! To Leptos every closure in a view is a type of its own, and each costs some 3 KB of WebAssembly.
//! Parts made here share one, at the price of a box each.
//!
//! They also leave what they read when they go. A signal of reactive_graph 0.2 holds on to the place in memory of
//! each effect and memo that ever read it: a figure of the draft, which lives as long as the page, would remember
//! every screen that ever showed it.

use leptos::{
    prelude::*,
    reactive::graph::{Observer, Subscriber},
};

/// A part of a view that is made again when a signal it reads changes.
pub fn dynamic<V: IntoView + 'static>(mut part: impl FnMut() -> V + Send + 'static) -> AnyView {
    boxed(Box::new(move || {
        leave_when_done();
        part().into_any()
    }))
}

fn boxed(part: Box<dyn FnMut() -> AnyView + Send>) -> AnyView {
    part.into_any()
}

/// A text or attribute that is written again when a signal it reads changes.
pub fn text(text: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    derived(text)
}

/// An attribute that is there or not, as signals it reads change.
pub fn attribute(
    value: impl Fn() -> Option<&'static str> + Send + Sync + 'static,
) -> Signal<Option<&'static str>> {
    derived(value)
}

/// A class or property that is on or off, as signals it reads change.
pub fn switch(on: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    derived(on)
}

fn derived<T: Send + Sync + 'static>(value: impl Fn() -> T + Send + Sync + 'static) -> Signal<T> {
    Signal::derive(move || {
        leave_when_done();
        value()
    })
}

/// A value worked out once for all who read it, and again when a signal it reads changes.
pub fn memo<T: PartialEq + Send + Sync + 'static>(
    value: impl Fn(Option<&T>) -> T + Send + Sync + 'static,
) -> Memo<T> {
    Memo::new(move |before| {
        leave_when_done();
        value(before)
    })
}

/// Something done after the page is built, and again when a signal it reads changes.
pub fn effect<T: 'static>(mut act: impl FnMut(Option<T>) -> T + 'static) {
    Effect::new(move |before| {
        leave_when_done();
        act(before)
    });
}

/// Has whoever reads now leave all it has read when it runs again or its part of the page goes.
fn leave_when_done() {
    if let Some(reader) = Observer::get() {
        on_cleanup(move || reader.clear_sources(&reader));
    }
}
