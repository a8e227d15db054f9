//! Where a key was pressed.

use leptos::ev::KeyboardEvent;
use wasm_bindgen::JsCast;
use web_sys::Element;

fn element(ev: &KeyboardEvent) -> Option<Element> {
    ev.target()?.dyn_into().ok()
}

/// Whether it was in a field that letters are typed into, where the browser's own undo knows letters and caret.
pub fn is_typed(ev: &KeyboardEvent) -> bool {
    element(ev).is_some_and(|element| {
        let plain = !matches!(element.get_attribute("type").as_deref(), Some("checkbox" | "radio" | "file"));
        matches!(element.local_name().as_str(), "input" | "textarea") && plain
    })
}

/// Whether it was in a field of any kind, which takes keys for itself.
pub fn is_in_field(ev: &KeyboardEvent) -> bool {
    const FIELDS: &str = "input, textarea, select, [contenteditable]";
    element(ev).is_some_and(|element| element.closest(FIELDS).ok().flatten().is_some())
}
