//! The Lists page.

use leptos::prelude::*;

use crate::here::Here;
use crate::shell::heading;

/// The page.
pub fn lists(here: Here) -> AnyView {
    view! { <div class="page">{heading(here, here.words.pages.lists)}</div> }.into_any()
}
