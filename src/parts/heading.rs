//! The heading of a page, and the reader's moves between pages: it takes the focus, names the document, is
//! announced.

use leptos::prelude::*;

use crate::address::Address;
use crate::browser::focus;
use crate::view_context::ViewContext;

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

    fn arrive(self, here: ViewContext, title: &str) {
        if !self.arriving.get_value() {
            here.host.set_title(title);
            return;
        }
        self.arriving.set_value(false);
        self.announced.set(title.to_owned());
        // The heading is in the document from the next frame on. Title and focus change together.
        focus::arrive_at("title", title.to_owned());
    }
}

/// The heading of a page; it takes the focus on a change of page and names the document.
pub fn heading(here: ViewContext, title: &str) -> AnyView {
    heading_titled(here, Some(title), title.to_owned().into_any())
}

/// A heading whose words are not the document's title; without one the title is the portal's name.
pub fn heading_titled(here: ViewContext, title: Option<&str>, words: AnyView) -> AnyView {
    let portal = here.words.portal;
    Moves::of().arrive(here, &title.map_or_else(|| portal.to_owned(), |title| format!("{title} · {portal}")));
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
    if moves.anchor.get_value() {
        // Once this stands in the page.
        Effect::new(move || focus::reach_fragment(move || moves.anchor.set_value(false)));
    }
}
