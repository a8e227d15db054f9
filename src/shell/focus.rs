//! Focus, title, announcement and anchors on a change of page.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::address::Address;
use crate::here::Here;

/// A reader further down than this has begun to read and is not moved, px.
const READING: f64 = 40.0;

/// Moves of the reader between pages.
#[derive(Clone, Copy)]
pub struct Moves {
    at: StoredValue<Option<Address>>,
    /// A page was left and the next has not yet shown its heading.
    arriving: StoredValue<bool>,
    /// The address points into the page and what it points at was not yet seen.
    anchor: StoredValue<bool>,
    announced: RwSignal<String>,
}

impl Moves {
    /// None yet.
    #[allow(clippy::new_without_default)] // it makes signals, which belong to an owner
    pub fn new() -> Moves {
        Moves {
            at: StoredValue::new(None),
            arriving: StoredValue::new(false),
            anchor: StoredValue::new(true),
            announced: RwSignal::new(String::new()),
        }
    }

    /// The moves of this portal.
    pub fn of() -> Moves {
        expect_context::<Moves>()
    }

    /// What was announced last.
    pub fn announced(self) -> String {
        self.announced.get()
    }

    /// The reader has gone to an address. The first one is where the portal was opened: no move.
    pub fn left_for(self, address: &Address) {
        let before = self.at.get_value();
        if before.as_ref() == Some(address) {
            return;
        }
        self.arriving.set_value(before.is_some());
        self.anchor.set_value(true);
        self.at.set_value(Some(address.clone()));
    }

    fn arrive(self, title: &str) {
        if !self.arriving.get_value() {
            document().set_title(title);
            return;
        }
        self.arriving.set_value(false);
        self.announced.set(title.to_owned());
        // The heading is in the document from the next frame on. Title and focus change together.
        let title = title.to_owned();
        request_animation_frame(move || {
            document().set_title(&title);
            focus_quietly("title");
        });
    }
}

/// The heading of a page; it takes the focus on a change of page and names the document.
pub fn heading(here: Here, title: &str) -> AnyView {
    heading_titled(here, Some(title), title.to_owned().into_any())
}

/// A heading whose words are not the document's title; without one the title is the portal's name.
pub fn heading_titled(here: Here, title: Option<&str>, words: AnyView) -> AnyView {
    let portal = here.words.portal;
    Moves::of().arrive(&title.map_or_else(|| portal.to_owned(), |title| format!("{title} · {portal}")));
    view! {
        <h1 id="title" tabindex="-1">
            {words}
        </h1>
    }
    .into_any()
}

/// Goes to what the address points at, once, when it has come into the page.
pub fn reach_anchor() {
    let moves = Moves::of();
    if !moves.anchor.get_value() {
        return;
    }
    request_animation_frame(move || {
        let hash = window().location().hash().unwrap_or_default();
        let id = hash.trim_start_matches('#');
        let Some(target) = (!id.is_empty()).then(|| document().get_element_by_id(id)).flatten() else {
            return;
        };
        moves.anchor.set_value(false);
        if window().scroll_y().unwrap_or_default() > READING {
            return;
        }
        target.scroll_into_view();
        focus_element(&target.unchecked_into());
    });
}

/// The skip link: focus without a change of address.
pub fn skip_to_main(ev: MouseEvent) {
    ev.prevent_default();
    ev.stop_propagation();
    focus_quietly("main");
    if let Some(main) = document().get_element_by_id("main") {
        main.scroll_into_view();
    }
}

/// Focuses an element without scrolling to it.
fn focus_quietly(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        focus_element(&element.unchecked_into());
    }
}

/// Gives the focus back to an element that is about to be drawn anew.
pub fn restore(id: &'static str) {
    request_animation_frame(move || focus_quietly(id));
}

fn focus_element(element: &HtmlElement) {
    if element.tab_index() < 0 {
        element.set_tab_index(-1);
    }
    let quiet = web_sys::FocusOptions::new();
    quiet.set_prevent_scroll(true);
    // An element that is gone takes no focus; nothing is to be done about it.
    let _gone = element.focus_with_options(&quiet);
}
