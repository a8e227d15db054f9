//! The ladder: stages with the parks on them, and who moved between two rounds.

use leptos::prelude::*;

use crate::here::Here;
use crate::load::{Store, shown_page};
use crate::shell::heading;

/// The page.
pub fn ladder(here: Here) -> AnyView {
    shown_page(Store::of().opened(), here.words.pages.ladder, move |_| {
        view! { <div class="page">{heading(here, here.words.pages.ladder)}</div> }.into_any()
    })
}
