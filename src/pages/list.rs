//! The page of one official list.

use leptos::prelude::*;

use crate::here::Here;
use crate::shell::heading;

/// The page of the list with this id.
pub fn list(here: Here, id: String) -> AnyView {
    view! { <div class="page" data-list=id>{heading(here, here.words.pages.lists)}</div> }.into_any()
}
