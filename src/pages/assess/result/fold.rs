//! Parts that open on demand. What is open stays open while the figures around it change.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::browser::folds;
use crate::parts::loading::live;

/// Which parts the reader has opened or closed.
#[derive(Clone, Copy)]
pub struct Folds(RwSignal<BTreeMap<String, bool>>);

impl Folds {
    /// None.
    pub fn new() -> Folds {
        Folds(RwSignal::new(BTreeMap::new()))
    }

    /// Opens a part.
    pub fn open(self, key: &str) {
        self.set(key, true);
    }

    /// Opens a part and goes to it.
    pub fn reach(self, key: &str) {
        self.open(key);
        folds::reach(key);
    }

    fn set(self, key: &str, open: bool) {
        self.0.update(|all| {
            all.insert(key.to_owned(), open);
        });
    }

    /// A part that draws itself only while it is open.
    pub fn fold(
        self,
        key: impl Into<String>,
        class: &'static str,
        summary: AnyView,
        content: impl Fn() -> AnyView + Send + Sync + 'static,
    ) -> AnyView {
        self.fold_by(key.into(), class, summary, || false, content)
    }

    /// As [`Folds::fold`]; until the reader opens or closes it, it is open as long as `by_itself` says so.
    fn fold_by(
        self,
        key: String,
        class: &'static str,
        summary: AnyView,
        by_itself: impl Fn() -> bool + Send + Sync + 'static,
        content: impl Fn() -> AnyView + Send + Sync + 'static,
    ) -> AnyView {
        let open = {
            let key = key.clone();
            Memo::new(move |_| self.0.with(|all| all.get(&key).copied()).unwrap_or_else(&by_itself))
        };
        let data = key.clone();
        let toggled = move |ev: leptos::ev::Event| {
            // What opened by itself was not the reader's choice.
            if let Some(now) = folds::is_open(&ev).filter(|now| *now != open.get_untracked()) {
                self.set(&key, now);
            }
        };
        view! {
            <details class=class data-fold=data prop:open=move || open.get() on:toggle=toggled>
                <summary>{summary}</summary>
                {live(Box::new(move || if open.get() { content() } else { ().into_any() }))}
            </details>
        }
        .into_any()
    }

    /// A part of the result with a heading of its own.
    pub fn section(
        self,
        key: &'static str,
        title: &'static str,
        content: impl Fn() -> AnyView + Send + Sync + 'static,
    ) -> AnyView {
        self.section_by(key, title, || false, content)
    }

    /// As [`Folds::section`]; until the reader opens or closes it, it is open as long as `by_itself` says so.
    pub fn section_by(
        self,
        key: &'static str,
        title: &'static str,
        by_itself: impl Fn() -> bool + Send + Sync + 'static,
        content: impl Fn() -> AnyView + Send + Sync + 'static,
    ) -> AnyView {
        let summary = view! { <h3>{title}</h3> }.into_any();
        self.fold_by(key.to_owned(), "result-fold", summary, by_itself, content)
    }
}
