//! The program takes the drawn page's place: see web/takeover.js.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{AddEventListenerOptions, HtmlElement};

#[wasm_bindgen(module = "/web/takeover.js")]
extern "C" {
    /// Puts a body in the place of the document's own, once nothing in it is on its way any more.
    #[wasm_bindgen(js_name = takeOver)]
    pub fn take_over(next: &HtmlElement);
}

/// Does something once the program's page stands in the place of the drawn one.
pub fn then(act: impl FnOnce() + 'static) {
    let act = Closure::once_into_js(act);
    let once = AddEventListenerOptions::new();
    once.set_once(true);
    // A window takes every listener.
    let _listening = window().add_event_listener_with_callback_and_add_event_listener_options(
        "portal-live",
        act.unchecked_ref(),
        &once,
    );
}

/// A body that stands beside the document's own.
///
/// # Panics
/// Never: the element's name is one.
pub fn body_beside() -> HtmlElement {
    document().create_element("body").expect("a valid name").unchecked_into()
}
