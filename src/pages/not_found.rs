//! No such page.

use leptos::prelude::*;

use crate::address::Page;
use crate::here::Here;
use crate::parts::heading::heading;

/// Says so, and where to go on.
pub fn not_found(here: Here) -> AnyView {
    let words = &here.words.not_found;
    let pages = &here.words.pages;
    let ways = [(Page::Home, pages.home), (Page::Map, pages.map), (Page::Lists, pages.lists)]
        .map(|(page, name)| view! { <li><a href=here.href(page)>{name}</a></li> });
    view! {
        <div class="page not-found" data-state="not-found">
            // The ladder with its next step missing.
            <svg viewBox="0 0 240 96" class="broken-ladder" aria-hidden="true">
                <path d="M0 88H60V68H110M150 28H190V8H240" />
                <path class="gap" d="M110 68H150V28" />
            </svg>
            {heading(here, words.title)}
            <p class="lead">{words.sentence}</p>
            <ul class="ways">{ways.collect_view()}</ul>
        </div>
    }
    .into_any()
}
