//! Parts that open on demand. What is open stays open while the figures around it change.

use std::collections::BTreeSet;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::load::live;

/// Which parts are open.
#[derive(Clone, Copy)]
pub struct Folds(RwSignal<BTreeSet<String>>);

impl Folds {
    /// None.
    pub fn new() -> Folds {
        Folds(RwSignal::new(BTreeSet::new()))
    }

    fn is_open(self, key: &str) -> bool {
        self.0.with(|open| open.contains(key))
    }

    fn set(self, key: &str, open: bool) {
        if self.0.with_untracked(|all| all.contains(key)) != open {
            self.0.update(|all| {
                if open {
                    all.insert(key.to_owned())
                } else {
                    all.remove(key)
                };
            });
        }
    }

    /// A part that draws itself only while it is open.
    pub fn fold(
        self,
        key: impl Into<String>,
        class: &'static str,
        summary: AnyView,
        content: impl Fn() -> AnyView + Send + Sync + 'static,
    ) -> AnyView {
        let key: String = key.into();
        let open = {
            let key = key.clone();
            Memo::new(move |_| self.is_open(&key))
        };
        let data = key.clone();
        let toggled = move |ev: leptos::ev::Event| {
            let details = ev.current_target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
            if let Some(details) = details {
                self.set(&key, details.has_attribute("open"));
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
        let summary = view! { <h3>{title}</h3> }.into_any();
        self.fold(key, "result-fold", summary, content)
    }
}
