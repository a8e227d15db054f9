//! Title, focus and scrolling of the document.

use leptos::prelude::{document, request_animation_frame, window};
use percent_encoding::percent_decode_str;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::document::set_title;

/// A reader further down than this has begun to read and is not moved, px.
const READING: f64 = 40.0;

/// Names the document and focuses an element of the next frame, together.
pub fn arrive_at(id: &'static str, title: String) {
    request_animation_frame(move || {
        set_title(&title);
        quietly(id);
    });
}

/// Goes to the element that the address points at, unless the reader has begun to read, and tells `then` once it
/// is in the document.
pub fn reach_fragment(then: impl FnOnce() + 'static) {
    request_animation_frame(move || {
        let Some(target) = fragment().and_then(|id| document().get_element_by_id(&id)) else {
            return;
        };
        then();
        if window().scroll_y().unwrap_or_default() > READING {
            return;
        }
        target.scroll_into_view();
        element(&target.unchecked_into());
    });
}

/// The id that the address points at. Messengers write one in percent signs.
fn fragment() -> Option<String> {
    let hash = window().location().hash().ok()?;
    let id = percent_decode_str(hash.trim_start_matches('#')).decode_utf8_lossy().into_owned();
    (!id.is_empty()).then_some(id)
}

/// Focuses an element without scrolling to it.
pub fn quietly(id: &str) {
    if let Some(found) = document().get_element_by_id(id) {
        element(&found.unchecked_into());
    }
}

/// Focuses an element and scrolls to it.
pub fn with_scrolling(id: &str) {
    quietly(id);
    if let Some(found) = document().get_element_by_id(id) {
        found.scroll_into_view();
    }
}

/// Gives the focus back to an element that is about to be drawn anew.
pub fn restore(id: &'static str) {
    request_animation_frame(move || quietly(id));
}

/// Focuses an element in the next frame and scrolls to it, if it is there by then.
pub fn place_soon(id: String) {
    request_animation_frame(move || {
        let place = document().get_element_by_id(&id);
        if let Some(place) = place.and_then(|place| place.dyn_into::<HtmlElement>().ok()) {
            if place.tab_index() < 0 {
                place.set_tab_index(-1);
            }
            // Refused only for an element that is gone.
            let _gone = place.focus();
        }
    });
}

/// Puts the focus on a field of a form once it has been drawn, and opens the fold in which it stands.
pub fn field_soon(id: String) {
    // Two frames: the first draws the step, the second has it in the document.
    request_animation_frame(move || {
        request_animation_frame(move || {
            let Some(found) = document().get_element_by_id(&id) else { return };
            if let Ok(Some(fold)) = found.closest("details") {
                // A field in a fold is seen once the fold is open.
                let _opened = fold.set_attribute("open", "");
            }
            found.scroll_into_view();
            if let Ok(found) = found.dyn_into::<HtmlElement>() {
                let _focused = found.focus();
            }
        });
    });
}

fn element(element: &HtmlElement) {
    if element.tab_index() < 0 {
        element.set_tab_index(-1);
    }
    let quiet = web_sys::FocusOptions::new();
    quiet.set_prevent_scroll(true);
    // An element that is gone takes no focus; nothing is to be done about it.
    let _gone = element.focus_with_options(&quiet);
}
