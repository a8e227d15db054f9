//! The reader's moment: which edition is open and how to open another, as of which round.

use std::sync::Arc;

use assessment::Date;
use leptos::ev;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

use super::focus;
use crate::address::{Address, Page};
use crate::browser::storage;
use crate::load::{Opened, Store};
use crate::moment::Moment;
use crate::query::Query;
use crate::remembered::Key;
use crate::view_context::ViewContext;

/// Id of the choice, which takes the focus back when everything was drawn anew.
const CHOICE: &str = "as-of";

/// Says that an edition is invented, or that it is not the one that an address without an edition opens, with the way
/// to another one.
pub fn banner(here: ViewContext, address: Memo<Address>) -> AnyView {
    let opened = Store::of().opened();
    (move || {
        let opened = opened.ready()?;
        let title = here.text(&opened.edition.title);
        let (class, said) = if opened.edition.demonstration {
            ("banner", here.words.shell.demonstration.to_owned())
        } else if opened.listed.id != opened.catalogue.default_edition {
            ("other-edition no-print", (here.words.shell.other_edition)(&title))
        } else {
            return None;
        };
        Some(view! {
            <aside class=class aria-label=title>
                <span>{said}</span>
                {editions(here, &opened, &address.get().page)}
            </aside>
        })
    })
    .into_any()
}

/// Links to the other editions: to the same page, where all editions have it.
pub fn editions(here: ViewContext, opened: &Opened, page: &Page) -> AnyView {
    let page = match page {
        Page::Park(_) | Page::NotFound(_) => Page::Home,
        Page::List(_) => Page::Lists,
        page => page.clone(),
    };
    let others = opened.catalogue.editions.iter().filter(|listed| listed.id != opened.edition.id);
    let links = others.map(|listed| {
        let default = listed.id == opened.catalogue.default_edition;
        let there = here.at(Moment::in_edition((!default).then_some(listed.id.as_str())));
        view! {
            " "
            <a class="no-print" href=there.href(page.clone())>{(here.words.shell.switch_to)(&here.text(&listed.title))}</a>
        }
    });
    links.collect_view().into_any()
}

/// The choice of a round; nothing while an edition has none.
pub fn choice(here: ViewContext) -> AnyView {
    let opened = Store::of().opened();
    let location = use_location();
    let navigate = use_navigate();
    let choose = move |ev: ev::Event| {
        let round = event_target_value(&ev);
        let moment = here.moment.as_of_round((!round.is_empty()).then_some(round.as_str()));
        let query = location.search.with_untracked(|search| moment.in_query(Query::from_query(search)));
        let to = format!("{}{}", location.pathname.get_untracked(), query.to_query());
        let options = NavigateOptions { resolve: false, scroll: false, ..Default::default() };
        navigate(&to, options);
        focus::restore(CHOICE);
    };
    (move || {
        let opened = opened.ready().filter(|opened| !opened.moments().is_empty())?;
        let chosen = here.moment.as_of.unwrap_or_default();
        let latest = view! {
            <option value="" selected=chosen.is_empty()>
                {(here.words.shell.latest)(opened.latest_day())}
            </option>
        };
        let rounds = opened.moments().into_iter().rev().map(|(id, dated)| {
            view! { <option value=id.to_owned() selected={id == chosen}>{dated.to_string()}</option> }
        });
        Some(view! {
            <label class="as-of">
                <span>{here.words.shell.as_of_label}</span>
                <select id=CHOICE on:change=choose.clone()>
                    {latest} {rounds.collect_view()}
                </select>
            </label>
        })
    })
    .into_any()
}

/// Says that the past is shown, or data that are older than what was seen here before.
pub fn notice(here: ViewContext) -> AnyView {
    let opened = Store::of().opened();
    let seen = here.host.remembered(Key::Release).and_then(|day| day.parse::<Date>().ok());
    let compiled = opened.clone();
    Effect::new(move || {
        let day = compiled.ready().and_then(|opened| opened.catalogue.built_on);
        if let Some(day) = day.filter(|day| seen.is_none_or(|seen| *day > seen)) {
            storage::write(Key::Release, Some(&day.to_string()));
        }
    });
    (move || {
        let opened = opened.ready()?;
        let release = older_release(here, seen, &opened);
        Some((release, notice_of(here, &opened)))
    })
    .into_any()
}

fn older_release(here: ViewContext, seen: Option<Date>, opened: &Opened) -> Option<AnyView> {
    let (day, seen) = opened.catalogue.built_on.zip(seen).filter(|(day, seen)| day < seen)?;
    let said = (here.words.shell.older_release)(here.day(day), here.day(seen));
    Some(view! { <p class="notice" data-notice="release" role="status">{said}</p> }.into_any())
}

fn notice_of(here: ViewContext, opened: &Arc<Opened>) -> Option<AnyView> {
    let words = &here.words.shell;
    let version = opened.superseded.map(|day| (words.superseded)(here.day(day), opened.listed.version()));
    let past = opened.is_past().then(|| (words.past)(here.day(opened.day())));
    if version.is_none() && past.is_none() {
        return None;
    }
    let said = here.sentences([&version.unwrap_or_default(), &past.unwrap_or_default()]);
    let latest = here.at(Moment { edition: here.moment.edition, ..Moment::default() });
    let location = use_location();
    let href = move || {
        let query = location.search.with(|search| latest.moment.in_query(Query::from_query(search)));
        // What the address points at may be known now and was not then. On paper there is no place in the page yet.
        let place = if here.host.has_reader() { location.hash.get() } else { String::new() };
        format!("{}{}{place}", location.pathname.get(), query.to_query())
    };
    Some(
        view! {
            <p class="notice" role="status">
                <span>{said}</span>
                " "
                <a href=href class="no-print" data-noscroll="">{words.to_latest}</a>
            </p>
        }
        .into_any(),
    )
}
