//! What this browser keeps, and how things leave the page: localStorage, files, pictures, the clipboard.
//!
//! Knows nothing of Leptos or of screens. Everything here may fail (blocked storage, a full disk, a
//! refused permission), and says so to its caller.

pub mod clipboard;
pub mod file;
pub mod inventory;
pub mod raster;
pub mod record;
pub mod theme;

/// The browser's localStorage, if it may be used.
///
/// `gloo_storage`'s own accessor panics where storage is blocked, so every use probes here first.
fn available() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}
