//! Header: name, pages, search, language, theme.

use leptos::ev;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::moment;
use crate::address::{Address, Page};
use crate::search;
use crate::theme::{Chosen, Theme};
use crate::view_context::ViewContext;

/// Pages of the navigation, in order.
fn navigation(here: ViewContext) -> [(Page, &'static str); 10] {
    let words = &here.words.pages;
    [
        (Page::Home, words.home),
        (Page::Map, words.map),
        (Page::Ladder, words.ladder),
        (Page::Rankings, words.rankings),
        (Page::Lists, words.lists),
        (Page::Progress, words.progress),
        (Page::Assess, words.assess),
        (Page::Method, words.method),
        (Page::Glossary, words.glossary),
        (Page::About, words.about),
    ]
}

/// Pages that stand in the footer where the window has room for it; a phone's menu has them all.
const ASIDE: [Page; 2] = [Page::Glossary, Page::About];

/// The entry of the navigation that a page stands under.
fn section(page: &Page) -> Option<Page> {
    match page {
        Page::List(_) | Page::Corrections | Page::Versions => Some(Page::Lists),
        Page::Built | Page::Rectification => Some(Page::Ladder),
        Page::Work | Page::WorkReport(_) => Some(Page::Progress),
        Page::Compare => Some(Page::Rankings),
        Page::Quotas => Some(Page::Method),
        Page::Park(_) | Page::League(_) => Some(Page::Map),
        Page::NotFound(_) => None,
        page => Some(page.clone()),
    }
}

/// The header of every page.
pub fn header(here: ViewContext, address: Memo<Address>) -> AnyView {
    let words = &here.words.shell;
    let open = RwSignal::new(false);
    let links = navigation(here).map(|(page, name)| {
        let href = here.href(page.clone());
        let aside = ASIDE.contains(&page);
        let under = Memo::new(move |_| address.with(|at| section(&at.page).as_ref() == Some(&page)));
        view! {
            <li class:nav-aside=aside>
                <a href=href aria-current=move || under.get().then_some("page")>
                    {name}
                </a>
            </li>
        }
    });
    let escape = move |ev: ev::KeyboardEvent| {
        if ev.key() == "Escape" {
            open.set(false);
        }
    };
    view! {
        {moment::banner(here, address)}
        <header class="masthead" on:keydown=escape>
            <div class="masthead-row">
                <a class="brand" href=here.href(Page::Home)>
                    {brand(here)}
                </a>
                {moment::choice(here)}
                <div class="tools">
                    {search::button(here)} {language(here, address)}
                    <button
                        type="button"
                        class="menu-button"
                        aria-controls="navigation"
                        aria-expanded=move || if open.get() { "true" } else { "false" }
                        on:click=move |_| open.update(|open| *open = !*open)
                    >
                        <svg viewBox="0 0 16 16" aria-hidden="true" class="icon">
                            <path d="M1 4h14M1 8h14M1 12h9" />
                        </svg>
                        {words.menu}
                    </button>
                </div>
            </div>
            <nav
                id="navigation"
                class="nav"
                class:open=move || open.get()
                aria-label=words.navigation
                on:click=move |_| open.set(false)
            >
                <ul>{links.collect_view()}</ul>
            </nav>
            <div class="settings" class:open=move || open.get()>
                {theme_switch(here)}
            </div>
        </header>
        {moment::notice(here)}
    }
    .into_any()
}

/// The name, with its second half quieter and kept together when the line breaks.
fn brand(here: ViewContext) -> AnyView {
    let words = &here.words.shell;
    view! {
        <span class="brand-name">{words.brand[0]}</span>
        <span class="brand-what">{words.brand[1]}</span>
    }
    .into_any()
}

fn language(here: ViewContext, address: Memo<Address>) -> AnyView {
    let location = use_location();
    let other = here.lang.other();
    // The page, what was chosen on it and the place in it stay.
    let href = move || {
        let search = location.search.get();
        let mark = if search.is_empty() { "" } else { "?" };
        let there = address.get().in_other_language().href(here.root);
        // On paper there is no place in the page yet.
        let place = if here.host.has_reader() { location.hash.get() } else { String::new() };
        format!("{there}{mark}{search}{place}")
    };
    view! {
        <a class="language" href=href lang=other.tag() hreflang=other.tag()>
            {here.words.shell.other_language}
        </a>
    }
    .into_any()
}

/// The theme switch.
pub fn theme_switch(here: ViewContext) -> impl IntoView {
    let words = &here.words.shell;
    let chosen = Chosen::of(here);
    let options = Theme::ALL.map(|theme| {
        view! {
            <option value=theme.key() prop:selected=move || chosen.get() == theme>
                {words.themes[theme as usize]}
            </option>
        }
    });
    let choose = move |ev: ev::Event| {
        let key = event_target_value(&ev);
        if let Some(theme) = Theme::ALL.into_iter().find(|theme| theme.key() == key) {
            chosen.choose(theme);
        }
    };
    view! {
        <label class="theme">
            <span class="theme-word">{words.theme}</span>
            <select on:change=choose>{options.collect_view()}</select>
        </label>
    }
}
