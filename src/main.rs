//! みちしるべ: a signpost for Hokkaido's regional policy, in the browser alone.
//!
//! Layers, arrows pointing down only:
//!
//! * [`app`]: Leptos; the router, the screens and their components
//! * [`chart`]: pictures built as data, and a thin host for ECharts
//! * [`storage`]: what this browser keeps, and files and the clipboard
//! * `michishirube_core`: model, arithmetic, facets, scenarios; a crate of its own

mod app;
mod chart;
mod storage;

fn main() {
    console_error_panic_hook::set_once();
    app::mount();
}
