//! Pictures for files: SVG as the browser itself draws it, in dots.

use js_sys::{Function, Promise, encode_uri_component};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement};

/// A picture as PNG, with this many dots to a pixel.
///
/// The picture comes as a `data:` address, which the page's policy allows already; a `blob:` one would
/// have to be added to it.
///
/// # Errors
/// When the browser cannot draw it or has no room for it.
pub async fn png(svg: &str, (width, height): (u32, u32), dots: u32) -> Result<Blob, JsValue> {
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or(JsValue::NULL)?;
    let image = HtmlImageElement::new()?;
    let address = String::from(encode_uri_component(svg));
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{address}"));
    JsFuture::from(image.decode()).await?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    let (across, down) = (width * dots, height * dots);
    canvas.set_width(across);
    canvas.set_height(down);
    let context: CanvasRenderingContext2d = canvas
        .get_context("2d")?
        .ok_or(JsValue::NULL)?
        .unchecked_into();
    let (across, down) = (f64::from(across), f64::from(down));
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, across, down)?;
    let made = Promise::new(&mut |made: Function, failed: Function| {
        if let Err(error) = canvas.to_blob_with_type(&made, "image/png") {
            let _ = failed.call1(&JsValue::NULL, &error);
        }
    });
    // Without room for it, the browser makes nothing.
    JsFuture::from(made).await?.dyn_into()
}
