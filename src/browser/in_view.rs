//! What comes into the reader's view.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// What watches an element until it is dropped.
pub struct Watch {
    observer: IntersectionObserver,
    _act: Closure<dyn FnMut(Array)>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Watches an element and acts whenever it comes into view, `ahead` of it already: a length of CSS below and around
/// the window. A browser that cannot watch is taken to see it; then there is nothing to keep.
pub fn watch(element: &Element, ahead: &str, came: impl Fn() + Clone + 'static) -> Option<Watch> {
    let act = {
        let came = came.clone();
        Closure::<dyn FnMut(Array)>::new(move |entries: Array| {
            let is_in =
                |entry: JsValue| entry.unchecked_into::<IntersectionObserverEntry>().is_intersecting();
            if entries.iter().any(is_in) {
                came();
            }
        })
    };
    let init = IntersectionObserverInit::new();
    init.set_root_margin(ahead);
    let Ok(observer) = IntersectionObserver::new_with_options(act.as_ref().unchecked_ref(), &init) else {
        came();
        return None;
    };
    observer.observe(element);
    Some(Watch { observer, _act: act })
}
