//! The Glossary page.

use leptos::prelude::*;

use crate::here::Here;
use crate::shell::heading;

/// The page.
pub fn glossary(here: Here) -> AnyView {
    view! { <div class="page">{heading(here, here.words.pages.glossary)}</div> }.into_any()
}
