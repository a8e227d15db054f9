//! The About page.

use leptos::prelude::*;

use crate::here::Here;
use crate::shell::heading;

/// The page.
pub fn about(here: Here) -> AnyView {
    view! { <div class="page">{heading(here, here.words.pages.about)}</div> }.into_any()
}
