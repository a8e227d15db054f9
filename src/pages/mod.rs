//! The pages, one file each.

mod about;
mod glossary;
mod home;
mod league;
pub mod list;
mod lists;
mod map;
mod method;
mod not_found;
mod park;
mod progress;

use leptos::prelude::*;

use crate::address::Page;
use crate::here::Here;

/// The view of a page.
pub fn page(here: Here, page: Page) -> AnyView {
    match page {
        Page::Home => home::home(here),
        Page::Map => map::map(here),
        Page::Lists => lists::lists(here),
        Page::List(id) => list::list(here, id),
        Page::Progress => progress::progress(here),
        Page::Method => method::method(here),
        Page::Glossary => glossary::glossary(here),
        Page::About => about::about(here),
        Page::Park(id) => park::park(here, id),
        Page::League(id) => league::league(here, id),
        Page::NotFound(_) => not_found::not_found(here),
    }
}
