//! Paper.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::AddEventListenerOptions;

/// Prints the page.
pub fn page() {
    // Refused in a frame without the right to it; then the browser's own menu prints.
    let _refused = window().print();
}

/// Prints a part of the page alone, which stands in the fold that a selector finds. The style sheet follows
/// `<html data-printing>`, which bears the part's name until the dialog closes.
pub fn part(name: &str, fold: &str) {
    let Some(root) = document().document_element() else { return };
    if let Ok(Some(fold)) = document().query_selector(fold) {
        // Setting an attribute of valid name cannot fail.
        let _done = fold.set_attribute("open", "");
    }
    let _done = root.set_attribute("data-printing", name);
    let after = Closure::once_into_js(move || {
        let _done = root.remove_attribute("data-printing");
    });
    let once = AddEventListenerOptions::new();
    once.set_once(true);
    // A window that takes no listener prints the part all the same.
    let _listening = window().add_event_listener_with_callback_and_add_event_listener_options(
        "afterprint",
        after.unchecked_ref(),
        &once,
    );
    page();
}
