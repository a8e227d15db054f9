//! Two to four parks side by side.

use leptos::prelude::*;

use crate::here::Here;
use crate::load::{Store, shown_page};
use crate::shell::heading;

/// The page.
pub fn compare(here: Here) -> AnyView {
    shown_page(Store::of().opened(), here.words.pages.compare, move |_| {
        view! { <div class="page">{heading(here, here.words.pages.compare)}</div> }.into_any()
    })
}
