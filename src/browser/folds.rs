//! Parts of a page that open on demand.

use leptos::ev::Event;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Whether a fold is open now, by the event that it was opened or closed; `None` of any other event.
pub fn is_open(toggled: &Event) -> Option<bool> {
    let fold = toggled.current_target()?.dyn_into::<Element>().ok()?;
    Some(fold.has_attribute("open"))
}

/// Goes to the head of the fold whose `data-fold` is a key.
pub fn reach(key: &str) {
    let found = document().query_selector(&format!("[data-fold='{key}'] > summary")).ok().flatten();
    let Some(summary) = found.and_then(|summary| summary.dyn_into::<HtmlElement>().ok()) else { return };
    summary.scroll_into_view();
    // What cannot take the focus is still in view.
    let _refused = summary.focus();
}
