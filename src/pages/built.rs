//! Built parks: the named list, with date, document and figures at acceptance.

use leptos::prelude::*;

use crate::here::Here;
use crate::load::{Store, shown_page};
use crate::shell::heading;

/// The page.
pub fn built(here: Here) -> AnyView {
    shown_page(Store::of().opened(), here.words.pages.built, move |_| {
        view! { <div class="page">{heading(here, here.words.pages.built)}</div> }.into_any()
    })
}
