//! Rankings: parks by the portal's index, with what is unknown drawn.

use leptos::prelude::*;

use crate::here::Here;
use crate::load::{Store, shown_page};
use crate::shell::heading;

/// The page.
pub fn rankings(here: Here) -> AnyView {
    shown_page(Store::of().opened(), here.words.pages.rankings, move |_| {
        view! { <div class="page">{heading(here, here.words.pages.rankings)}</div> }.into_any()
    })
}
