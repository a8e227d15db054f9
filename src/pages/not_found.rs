//! No such page.

use leptos::prelude::*;

use crate::address::Page;
use crate::load::Opened;
use crate::moment::Moment;
use crate::parts::heading::heading;
use crate::view_context::ViewContext;

/// Says so, and where to go on.
pub fn not_found(here: ViewContext) -> AnyView {
    let words = &here.words.not_found;
    let pages = &here.words.pages;
    // One page answers every such address of a host, before anything knows its reader's language.
    let other = ViewContext::new(here.lang.other(), here.root);
    let ways = [(Page::Home, pages.home), (Page::Map, pages.map), (Page::Lists, pages.lists)]
        .map(|(page, name)| view! { <li><a href=here.href(page)>{name}</a></li> });
    let ways = view! {
        {ways.collect_view()}
        <li lang=other.lang.tag()>{other.words.not_found.title} ": " <a href=other.href(Page::Home)>{other.words.pages.home}</a></li>
    };
    absent(here, words.title, words.sentence, ways.into_any())
}

/// Says that the edition has no such park or list at the reader's moment, and leads to the same address in the
/// others.
pub fn not_in_edition(here: ViewContext, opened: &Opened, page: &Page) -> AnyView {
    let words = &here.words.not_found;
    let others = opened.catalogue.editions.iter().filter(|edition| edition.id != opened.edition.id);
    let ways = others.map(|edition| {
        let there = here.at(Moment::in_edition(Some(&edition.id)));
        view! { <li><a href=there.href(page.clone())>{here.text(&edition.title)}</a></li> }
    });
    absent(here, words.not_in_edition, words.may_be_elsewhere, ways.collect_view().into_any())
}

fn absent(here: ViewContext, title: &'static str, sentence: &'static str, ways: AnyView) -> AnyView {
    view! {
        <div class="page not-found" data-state="not-found">
            // The ladder with its next step missing.
            <svg viewBox="0 0 240 96" class="broken-ladder" aria-hidden="true">
                <path d="M0 88H60V68H110M150 28H190V8H240" />
                <path class="gap" d="M110 68H150V28" />
            </svg>
            {heading(here, title)}
            <p class="lead">{sentence}</p>
            <ul class="ways">{ways}</ul>
        </div>
    }
    .into_any()
}
