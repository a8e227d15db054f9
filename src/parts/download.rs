//! Handing the reader a file.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use crate::load::Opened;

/// The file's name says which edition it is of, and whether that is a demonstration.
pub fn file_name(opened: &Opened, what: &str, ending: &str) -> String {
    let edition = &opened.edition;
    let kind = if edition.demonstration { "-demonstration-data" } else { "" };
    format!("{what}-{}-{}{kind}.{ending}", edition.as_of, opened.listed.version())
}

/// Type of a table.
pub const CSV: &str = "text/csv;charset=utf-8";
/// Type of an assessment and its result.
pub const JSON: &str = "application/json";

/// Hands a text to the browser as a file of a type.
///
/// # Errors
/// When the browser refuses to make one.
pub fn save(name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
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
    set_timeout(
        move || {
            let _done = Url::revoke_object_url(&address);
        },
        std::time::Duration::from_secs(10),
    );
    Ok(())
}
