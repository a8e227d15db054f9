//! What happens to the window: keys, leaving, printing.

use leptos::ev::EventDescriptor;
use leptos::leptos_dom::helpers::{window_event_listener, window_event_listener_untyped};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Event;

/// Acts on an event of the window, as long as what asks for it stands on the page.
pub fn on(name: &'static str, act: impl Fn(Event) + 'static) {
    let mut act = Some(act);
    Effect::new(move || {
        if let Some(act) = act.take() {
            let listener = window_event_listener_untyped(name, act);
            on_cleanup(move || listener.remove());
        }
    });
}

/// Loads the page anew; what is typed is kept as it is when a page is left.
pub fn reload() {
    // Refused only while the page is already being left.
    let _asked = leptos::prelude::window().location().reload();
}

/// The same for an event of a known kind.
pub fn on_typed<E>(event: E, act: impl Fn(E::EventType) + 'static)
where
    E: EventDescriptor + 'static,
    E::EventType: JsCast,
{
    let mut asked = Some((event, act));
    Effect::new(move || {
        if let Some((event, act)) = asked.take() {
            let listener = window_event_listener(event, act);
            on_cleanup(move || listener.remove());
        }
    });
}
