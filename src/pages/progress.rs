//! The Progress page.

use leptos::prelude::*;

use crate::here::Here;
use crate::shell::heading;

/// The page.
pub fn progress(here: Here) -> AnyView {
    view! { <div class="page">{heading(here, here.words.pages.progress)}</div> }.into_any()
}
