//! What a reader chose on a page, kept in the address: words to filter by, a department.

use std::time::Duration;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

use crate::browser::timer::Pause;
use crate::query::Query;
use crate::view_context::ViewContext;

/// How long the address waits for the next letter. Browsers allow only so many changes of it in a row.
const PAUSE: Duration = Duration::from_millis(300);

type Navigate = Box<dyn Fn(&str, NavigateOptions)>;

/// The choice on this page.
#[derive(Clone, Copy)]
pub struct Choice {
    path: Memo<String>,
    address: Memo<Query>,
    /// What was typed and does not stand in the address yet.
    draft: RwSignal<Option<String>>,
    waiting: Pause,
    navigate: StoredValue<Navigate, LocalStorage>,
}

impl Choice {
    /// The choice that the address holds.
    pub fn of() -> Choice {
        let location = use_location();
        let waiting = Pause::default();
        on_cleanup(move || _ = waiting.stop());
        Choice {
            path: location.pathname,
            address: Memo::new(move |_| location.search.with(|search| Query::from_query(search))),
            draft: RwSignal::new(None),
            waiting,
            navigate: StoredValue::new_local(Box::new(use_navigate())),
        }
    }

    /// Words to filter by; tracked.
    pub fn words(self) -> String {
        self.draft.get().unwrap_or_else(|| self.address.with(|query| query.q.clone()))
    }

    /// What the address holds; tracked.
    pub fn query(self) -> Query {
        self.address.get()
    }

    /// Writes a choice into the address, in place of the one before.
    pub fn set(self, query: &Query) {
        let to = format!("{}{}", self.path.get_untracked(), query.to_query());
        let options = NavigateOptions { resolve: false, replace: true, scroll: false, ..Default::default() };
        self.navigate.with_value(|navigate| navigate(&to, options));
    }

    /// Shows what is typed at once, and the address follows after a pause.
    fn type_words(self, text: String) {
        self.draft.set(Some(text));
        let settle = move || {
            let q = self.draft.get_untracked().unwrap_or_default();
            // What other words leave begins on its first page.
            self.set(&Query { q, page: String::new(), ..self.address.get_untracked() });
            self.draft.set(None);
        };
        self.waiting.then(PAUSE, settle);
    }

    /// Forgets words that were typed and do not stand in the address yet.
    pub fn clear_words(self) {
        self.waiting.stop();
        self.draft.set(None);
    }

    /// The field to filter by words, with what it has left of how much beside it.
    pub fn field(
        self,
        here: ViewContext,
        label: &'static str,
        said: impl Fn() -> String + Send + Sync + 'static,
    ) -> AnyView {
        let words = &here.words.filter;
        view! {
            <div class="filter" role="search">
                <label for="filter">{label}</label>
                <input
                    id="filter"
                    type="search"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=words.placeholder
                    prop:value=move || self.words()
                    on:input=move |ev| self.type_words(event_target_value(&ev))
                />
                <span class="filter-said" role="status">{said}</span>
            </div>
        }
        .into_any()
    }

    /// What stands in place of an empty result, with the way back to everything.
    pub fn nothing(self, here: ViewContext) -> AnyView {
        let words = &here.words.filter;
        view! {
            <div class="state state-empty" data-state="empty">
                <p>{move || (words.nothing)(self.words().trim())}</p>
                <button
                    type="button"
                    class="button"
                    on:click=move |_| {
                        self.type_words(String::new());
                    }
                >
                    {words.clear}
                </button>
            </div>
        }
        .into_any()
    }
}
