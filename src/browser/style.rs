//! The style sheet that comes with the pages other than Home.

use leptos::prelude::document;

/// The element that brings it.
const ID: &str = "pages-style";

/// Brings the style of what only pages other than Home have, once: Home is the first view and does without it. A page
/// that is opened by its address has it already.
pub fn of_pages() {
    let document = document();
    let root = document.document_element();
    let Some(style) = root.and_then(|html| html.get_attribute("data-pages-style")) else { return };
    if document.get_element_by_id(ID).is_some() {
        return;
    }
    let link = document.create_element("link").ok();
    let head = document.query_selector("head").ok().flatten();
    if let Some((link, head)) = link.zip(head) {
        for (name, value) in [("id", ID), ("rel", "stylesheet"), ("href", &style)] {
            // The names are names of attributes.
            let _named = link.set_attribute(name, value);
        }
        let _there = head.append_child(&link);
    }
}
