//! Search over the portal's pages, parks, leagues, lists and their entries, documents, clauses and terms.
//!
//! A dialog with a combobox: the focus stays in the field, the arrows move through the results. The index
//! is loaded when the dialog is first opened.

pub mod matching;

use std::sync::Arc;

use disclosure::search::{EntryKind, SearchEntry, SearchIndex};
use leptos::ev::{self, KeyboardEvent, MouseEvent};
use leptos::html::{Dialog, Input};
use leptos::prelude::*;

use crate::address::Address;
use crate::browser::{dialog, focus, keys, options, window};
use crate::load::Store;
use crate::parts::loading::shown;
use crate::query::Query;
use crate::view_context::ViewContext;
use matching::{Index, cut};

/// Results shown; what lies beyond is better found by another word.
const SHOWN: usize = 30;
/// What a keyboard reports while an input method composes.
const COMPOSING: u32 = 229;

/// The search of this frame.
#[derive(Clone, Copy)]
struct Search {
    here: ViewContext,
    dialog: NodeRef<Dialog>,
    field: NodeRef<Input>,
    /// Whether the dialog was ever opened, and the index is wanted.
    wanted: RwSignal<bool>,
    query: RwSignal<String>,
    /// Which of the results Enter opens.
    active: RwSignal<usize>,
    index: Memo<Option<Arc<Index>>>,
    hits: Memo<Vec<usize>>,
}

/// The button in the header, with the dialog that it opens.
pub fn button(here: ViewContext) -> AnyView {
    let words = &here.words.search;
    let search = Search::new(here);
    window::on_typed(ev::keydown, move |ev| {
        if is_shortcut(&ev) {
            ev.prevent_default();
            search.open();
        }
    });
    view! {
        <button type="button" class="search-button" aria-haspopup="dialog" aria-keyshortcuts="/ Control+K Meta+K" on:click=move |_| search.open()>
            <svg viewBox="0 0 16 16" aria-hidden="true" class="icon">
                <path d="M10.8 10.8L14.5 14.5M7 2a5 5 0 1 1 0 10a5 5 0 1 1 0-10z" />
            </svg>
            <span class="search-word">{words.open}</span>
            <kbd aria-hidden="true">"/"</kbd>
        </button>
        {search.view()}
    }
    .into_any()
}

/// `/`, or K with Control or Command; never while a reader types, nor over another dialog.
fn is_shortcut(ev: &KeyboardEvent) -> bool {
    let key = ev.key();
    let control = ev.ctrl_key() || ev.meta_key();
    let meant = (key == "/" && !control && !ev.alt_key()) || (key.eq_ignore_ascii_case("k") && control);
    if !meant || ev.default_prevented() || ev.is_composing() || ev.repeat() {
        return false;
    }
    !keys::is_in_field(ev) && !dialog::is_any_open()
}

impl Search {
    fn new(here: ViewContext) -> Search {
        let wanted = RwSignal::new(false);
        let query = RwSignal::new(String::new());
        let store = Store::of();
        let index = Memo::new_with_compare(
            move |_| {
                if !wanted.get() {
                    return None;
                }
                let opened = store.opened().ready()?;
                let index = store.file_at::<SearchIndex>(&opened, &opened.edition.search).ready()?;
                Some(Arc::new(Index::new(&index)))
            },
            // The index is one file: once here it stays.
            |before, now| before.map(Option::is_some) != now.map(Option::is_some),
        );
        let hits = Memo::new(move |_| {
            index.with(|index| index.as_ref().map(|index| index.find(&query.read())).unwrap_or_default())
        });
        Search {
            here,
            dialog: NodeRef::new(),
            field: NodeRef::new(),
            wanted,
            query,
            active: RwSignal::new(0),
            index,
            hits,
        }
    }

    fn open(self) {
        self.wanted.set(true);
        if let Some(dialog) = self.dialog.get_untracked() {
            dialog::set_open(&dialog, true);
        }
        if let Some(field) = self.field.get_untracked() {
            field.select();
        }
    }

    fn close(self) {
        if let Some(dialog) = self.dialog.get_untracked() {
            dialog::set_open(&dialog, false);
        }
    }

    fn shown(self) -> usize {
        self.hits.with(Vec::len).min(SHOWN)
    }

    fn view(self) -> AnyView {
        let words = &self.here.words.search;
        let beside = move |ev: MouseEvent| {
            if ev.target() == ev.current_target() {
                self.close();
            }
        };
        let expanded = move || self.shown() > 0;
        let typed = move |ev| {
            self.query.set(event_target_value(&ev));
            self.active.set(0);
        };
        view! {
            <dialog class="dialog search" node_ref=self.dialog aria-label=words.title on:click=beside>
                <div class="dialog-panel">
                    <div class="search-head">
                        <input
                            node_ref=self.field
                            class="search-field"
                            type="text"
                            role="combobox"
                            aria-label=words.title
                            aria-autocomplete="list"
                            aria-expanded=move || if expanded() { "true" } else { "false" }
                            aria-controls=move || expanded().then_some("search-results")
                            aria-activedescendant=move || expanded().then(|| option_id(self.active.get()))
                            autocomplete="off"
                            autocapitalize="off"
                            spellcheck="false"
                            enterkeyhint="go"
                            placeholder=words.placeholder
                            on:input=typed
                            on:keydown=move |ev| self.key(&ev)
                        />
                        <button type="button" class="button" on:click=move |_| self.close()>
                            {words.close}
                        </button>
                    </div>
                    {move || self.wanted.get().then(|| self.state())}
                </div>
            </dialog>
        }
        .into_any()
    }

    fn key(self, ev: &KeyboardEvent) {
        if ev.is_composing() || ev.key_code() == COMPOSING {
            return;
        }
        let (at, count) = (self.active.get_untracked(), untrack(|| self.shown()));
        if count == 0 {
            return;
        }
        match ev.key().as_str() {
            "ArrowDown" => self.activate((at + 1) % count),
            "ArrowUp" => self.activate((at + count - 1) % count),
            "Enter" => options::take(&option_id(at)),
            _ => return,
        }
        ev.prevent_default();
    }

    fn activate(self, at: usize) {
        self.active.set(at);
        options::show(&option_id(at));
    }

    /// The index on its way, failed, or what it finds.
    fn state(self) -> AnyView {
        let store = Store::of();
        shown(store.opened(), move |opened| {
            let file = store.file_at::<SearchIndex>(&opened, &opened.edition.search);
            shown(file, move |_| self.results())
        })
    }

    fn results(self) -> AnyView {
        let words = &self.here.words.search;
        let said = move || {
            let (query, found) = (self.query.read(), self.hits.with(Vec::len));
            match found {
                0 if query.trim().is_empty() => words.hint.to_owned(),
                0 => (words.nothing)(query.trim()),
                n => (words.found)(n, n.min(SHOWN)),
            }
        };
        let options = move || {
            let index = self.index.get()?;
            let hits = self.hits.get();
            let query = self.query.read_untracked();
            let shown = hits.into_iter().take(SHOWN).enumerate();
            let options: Vec<_> = shown.map(|(at, hit)| self.option(at, index.entry(hit), &query)).collect();
            (!options.is_empty()).then(|| {
                view! {
                    <div id="search-results" class="hits" role="listbox" aria-label=words.results>
                        {options}
                    </div>
                }
            })
        };
        view! {
            <p class="search-said" role="status">{said}</p>
            {options}
        }
        .into_any()
    }

    fn option(self, at: usize, entry: &SearchEntry, query: &str) -> AnyView {
        let here = self.here;
        let name = here.text(&entry.name);
        let marked = match cut(&name, query) {
            Some((before, hit, after)) => {
                let (before, hit, after) = (before.to_owned(), hit.to_owned(), after.to_owned());
                view! { {before} <mark>{hit}</mark> {after} }.into_any()
            }
            None => name.into_any(),
        };
        let (href, anchor) = href(here, &entry.address);
        let go = move |_: MouseEvent| {
            self.close();
            // On another page the place is not there yet: there the frame moves the focus.
            if let Some(anchor) = anchor.clone() {
                focus::place_soon(anchor);
            }
        };
        view! {
            <a
                id=option_id(at)
                class="hit"
                role="option"
                tabindex="-1"
                aria-selected=move || if self.active.get() == at { "true" } else { "false" }
                href=href
                on:click=go
            >
                <span class="hit-name">{marked}</span>
                <span class="hit-kind">{kind(here, entry.kind)}</span>
                <span class="hit-line">{here.text(&entry.line)}</span>
            </a>
        }
        .into_any()
    }
}

fn option_id(at: usize) -> String {
    format!("search-{at}")
}

fn kind(here: ViewContext, kind: EntryKind) -> &'static str {
    let words = &here.words.search;
    match kind {
        EntryKind::Page => words.page,
        EntryKind::Park => words.park,
        EntryKind::League => words.league,
        EntryKind::List => words.list,
        EntryKind::ListEntry => words.list_entry,
        EntryKind::Document => words.document,
        EntryKind::Clause => words.clause,
        EntryKind::Term => words.term,
        EntryKind::Work => words.work,
    }
}

/// The link of an entry's address, such as `method#ndrc-910/annex3/core`, in the reader's language, and the
/// place within the page.
fn href(here: ViewContext, address: &str) -> (String, Option<String>) {
    let (path, anchor) = address.split_once('#').map_or((address, None), |(path, at)| (path, Some(at)));
    let (path, query) = path.split_once('?').map_or((path, None), |(path, query)| (path, Some(query)));
    let page = Address::parse(path, "").page;
    let mut href = here.href_with(page, query.map(Query::from_query).unwrap_or_default());
    if let Some(anchor) = anchor {
        href.push('#');
        href.push_str(anchor);
    }
    (href, anchor.map(str::to_owned))
}
