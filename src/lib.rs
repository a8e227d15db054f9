//! The portal: pages in the reader's browser, drawn from published files. The only code that knows a DOM.
//!
//! Components are functions from values to views; what they show is computed in `assessment`, read by
//! `disclosure`, and loaded by [`load`].

pub mod address;
pub mod assess;
pub mod browser;
pub mod charts;
mod chunk;
pub mod host;
pub mod load;
pub mod moment;
pub mod pages;
#[cfg(not(target_arch = "wasm32"))]
pub mod paper;
pub mod parts;
pub mod query;
pub mod remembered;
pub mod search;
pub mod shell;
pub mod stages;
pub mod svg_number;
pub mod theme;
pub mod view_context;
pub mod words;

use leptos::mount::mount_to;
use leptos::prelude::provide_context;

use browser::{document, fetch, guard, scroll, takeover};
use shell::Place;

/// Starts the portal in the present document.
///
/// The boot script has set `<html data-root>` to the portal's own folder; without it the portal stands at
/// the root of its host.
pub fn run() {
    console_error_panic_hook::set_once();
    guard::draw_guarded();
    // The root outlives everything, and is one string for the life of the page.
    let root: &'static str = document::told("root").unwrap_or_else(|| "/".to_owned()).leak();
    let host = &browser::Browser;
    theme::Theme::remembered(host).show();
    let store = fetch::store(format!("{root}data/"));
    // Drawn beside the page that is there, and put in its place when nothing is on its way any more.
    let next = takeover::body_beside();
    let place = Place { root, links: root, host, draw: pages::page };
    let body = next.clone();
    let portal = move || {
        let disturbed = guard::Disturbed::new();
        provide_context(disturbed);
        guard::begin(&body, disturbed);
        shell::portal(place, store)
    };
    mount_to(next.clone(), portal).forget();
    scroll::keep_place();
    takeover::take_over(&next);
}
