//! Files handed to the person, and files they hand in.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, File, HtmlAnchorElement, TextDecoder, TextDecoderOptions, Url,
};

/// A file beyond this size, in bytes, is not read: a slip, or the browser would stand still.
pub const LIMIT: f64 = 4_000_000.0;

/// What a file for spreadsheets holds.
pub const CSV: &str = "text/csv;charset=utf-8";
/// What a record or a report holds.
pub const JSON: &str = "application/json";
/// What a file for map programs holds.
pub const GEOJSON: &str = "application/geo+json";

/// Why a file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// It is larger than [`LIMIT`].
    TooLarge,
    /// The browser could not read it: gone, or forbidden.
    Unreadable,
}

/// The text of a file: UTF-8, or Shift_JIS, which Excel writes as its plain 「CSV」.
///
/// # Errors
/// When it is too large or cannot be read.
pub async fn read(file: &File) -> Result<String, ReadError> {
    if file.size() > LIMIT {
        return Err(ReadError::TooLarge);
    }
    let bytes = JsFuture::from(file.array_buffer())
        .await
        .map_err(|_| ReadError::Unreadable)?;
    let bytes = js_sys::Uint8Array::new(&bytes);
    let decode = |label: &str, fatal: bool| {
        let options = TextDecoderOptions::new();
        options.set_fatal(fatal);
        TextDecoder::new_with_label_and_options(label, &options)?.decode_with_buffer_source(&bytes)
    };
    decode("utf-8", true)
        .or_else(|_| decode("shift_jis", false))
        .map_err(|_| ReadError::Unreadable)
}

/// Offers a text as a download.
///
/// # Errors
/// When the browser refuses.
pub fn download(name: &str, mime: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = js_sys::Array::of1(&text.into());
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    offer(name, &blob)
}

/// Offers bytes as a download.
///
/// # Errors
/// When the browser refuses.
pub fn offer(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or(JsValue::NULL)?;
    let url = Url::create_object_url_with_blob(blob)?;
    let anchor: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    Url::revoke_object_url(&url)
}
