//! Rectification: parks that were reminded or ordered to rectify, with cause, last day and outcome.

use leptos::prelude::*;

use crate::here::Here;
use crate::load::{Store, shown_page};
use crate::shell::heading;

/// The page.
pub fn rectification(here: Here) -> AnyView {
    shown_page(Store::of().opened(), here.words.pages.rectification, move |_| {
        view! { <div class="page">{heading(here, here.words.pages.rectification)}</div> }.into_any()
    })
}
