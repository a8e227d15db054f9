//! No such page.

use assessment::Date;
use disclosure::model::WorkReports;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::address::Page;
use crate::load::{Handle, Loaded, Opened, Store};
use crate::moment::Moment;
use crate::parts::heading::heading;
use crate::parts::loading::{live, loading};
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
    absent(here, "not-found", words.title, words.sentence.to_owned(), ways.into_any())
}

/// A page that stands for one thing of an edition, where the edition has no such thing at the reader's moment. What is
/// known there by now is not yet known on the reader's day; what another edition has opens in that one.
pub fn not_in_edition(here: ViewContext, opened: &Opened, page: &Page) -> AnyView {
    let store = Store::of();
    let now = Moment { as_of: None, version: None, ..here.moment };
    let is_earlier = opened.is_past() || opened.superseded.is_some();
    let later = is_earlier.then(|| (store.opened_at(now), now));
    let others = opened.catalogue.editions.iter().filter(|edition| edition.id != opened.edition.id);
    let others: Vec<_> = others
        .map(|edition| {
            let default = edition.id == opened.catalogue.default_edition;
            let moment = Moment::in_edition((!default).then_some(edition.id.as_str()));
            (store.opened_at(moment), moment)
        })
        .collect();
    let (day, page, navigate) = (opened.day(), page.clone(), StoredValue::new_local(use_navigate()));
    live(Box::new(move || {
        let mut waits = false;
        let mut has = |(handle, moment): &(Handle<Opened>, Moment)| {
            let held = held(&store, handle, &page);
            waits |= held.is_none();
            (held == Some(true)).then_some(*moment)
        };
        if let Some(now) = later.as_ref().and_then(&mut has) {
            return not_yet(here, day, here.at(now).href(page.clone()));
        }
        if let Some(moment) = others.iter().find_map(&mut has) {
            let to = here.at(moment).href(page.clone());
            Effect::new(move || {
                let options = NavigateOptions { resolve: false, replace: true, ..Default::default() };
                navigate.with_value(|navigate| navigate(&to, options));
            });
            return loading(here);
        }
        if waits { loading(here) } else { not_found(here) }
    }))
}

/// Whether an edition has what a page stands for; `None` while that is on its way.
fn held(store: &Store, opened: &Handle<Opened>, page: &Page) -> Option<bool> {
    let opened = match opened.get() {
        Loaded::Ready(opened) => opened,
        Loaded::Loading => return None,
        Loaded::Failed(_) => return Some(false),
    };
    let edition = &opened.edition;
    Some(match page {
        Page::Park(id) => edition.parks.iter().any(|park| park.id == *id),
        Page::List(id) => edition.lists.iter().any(|list| list.id == *id),
        Page::WorkReport(id) => match &edition.work {
            Some(file) => match store.file_at::<WorkReports>(&opened, file).get() {
                Loaded::Ready(all) => all.reports.iter().any(|report| report.id == *id),
                Loaded::Loading => return None,
                Loaded::Failed(_) => false,
            },
            None => false,
        },
        _ => false,
    })
}

/// Says that on the reader's day nobody knew of this yet, and leads to what is known now.
fn not_yet(here: ViewContext, day: Date, href: String) -> AnyView {
    let words = &here.words.not_found;
    let way = view! { <li><a href=href>{words.now_known}</a></li> };
    absent(here, "not-yet", words.not_yet, (words.not_yet_on)(here.day(day)), way.into_any())
}

fn absent(
    here: ViewContext,
    state: &'static str,
    title: &'static str,
    sentence: String,
    ways: AnyView,
) -> AnyView {
    view! {
        <div class="page not-found" data-state=state>
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
