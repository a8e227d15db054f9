//! The options of a list that is moved through while the focus stays in its field.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

fn option(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Takes an option, as a click does.
pub fn take(id: &str) {
    if let Some(option) = option(id) {
        option.click();
    }
}

/// Scrolls the list as far as it needs to show an option.
pub fn show(id: &str) {
    if let Some(option) = option(id) {
        let nearest = ScrollIntoViewOptions::new();
        nearest.set_block(ScrollLogicalPosition::Nearest);
        option.scroll_into_view_with_scroll_into_view_options(&nearest);
    }
}
