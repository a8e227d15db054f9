//! The Method page.

use leptos::prelude::*;

use crate::here::Here;
use crate::shell::heading;

/// The page.
pub fn method(here: Here) -> AnyView {
    view! { <div class="page">{heading(here, here.words.pages.method)}</div> }.into_any()
}
