//! The reader's clipboard.

use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

/// Copies a text and says whether the browser has taken it. It refuses where there is no clipboard, as on plain
/// http, and where the reader does not allow it.
pub async fn copy(text: &str) -> bool {
    match begin(text) {
        Some(writing) => writing.await.is_ok(),
        None => false,
    }
}

fn begin(text: &str) -> Option<JsFuture> {
    let navigator = window().navigator();
    let clipboard = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard")).ok()?;
    (!clipboard.is_undefined() && !clipboard.is_null())
        .then(|| JsFuture::from(navigator.clipboard().write_text(text)))
}

/// Selects the words of an element, for the reader to copy.
pub fn select(element: &Element) {
    if let Ok(Some(selection)) = window().get_selection() {
        // Selecting fails only for an element outside the document.
        let _outside = selection.select_all_children(element);
    }
}
