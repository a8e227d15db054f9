//! Handing the reader a file.

use std::time::Duration;

use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::timer;

/// Type of a table.
pub const CSV: &str = "text/csv;charset=utf-8";
/// Type of an assessment and its result.
pub const JSON: &str = "application/json";

/// The browser makes no file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

/// Hands a text to the browser as a file of a type.
///
/// # Errors
/// When the browser refuses to make one.
pub fn save(name: &str, media_type: &str, text: &str) -> Result<(), Refused> {
    begin(name, media_type, text).map_err(|_| Refused)
}

fn begin(name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &kind)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser has taken the file by then.
    timer::after(Duration::from_secs(10), move || {
        let _done = Url::revoke_object_url(&address);
    });
    Ok(())
}
