//! The program takes the drawn page's place: see web/takeover.js.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

#[wasm_bindgen(module = "/web/takeover.js")]
extern "C" {
    /// Puts a body in the place of the document's own, once nothing in it is on its way any more.
    #[wasm_bindgen(js_name = takeOver)]
    pub fn take_over(next: &HtmlElement);
}

/// A body that stands beside the document's own.
///
/// # Panics
/// Never: the element's name is one.
pub fn body_beside() -> HtmlElement {
    document().create_element("body").expect("a valid name").unchecked_into()
}
