//! 依据: a link to a clause that opens the official words without leaving the page.

use std::sync::Arc;

use disclosure::as_of::Known;
use disclosure::model::{Clause, Document};
use leptos::ev::MouseEvent;
use leptos::html::Dialog;
use leptos::prelude::*;

use super::mark::{mark_badge, meaning};
use super::source::document_page;
use crate::address::Lang;
use crate::browser::dialog::set_open;
use crate::load::Store;
use crate::parts::loading::shown;
use crate::view_context::ViewContext;

/// The clause that the reader has asked to see.
#[derive(Clone, Copy)]
pub struct Asked(RwSignal<Option<String>>);

impl Asked {
    /// None.
    #[allow(clippy::new_without_default)] // it makes a signal, which belongs to an owner
    pub fn new() -> Asked {
        Asked(RwSignal::new(None))
    }
}

/// A document and, below it, a clause: `ndrc-910/annex3/core`, or a document alone.
pub fn find_clause<'a>(documents: &'a [Document], id: &str) -> Option<(&'a Document, Option<&'a Clause>)> {
    let (document, path) = id.split_once('/').map_or((id, None), |(document, path)| (document, Some(path)));
    let document = documents.iter().find(|d| d.id == document)?;
    let clause = path.and_then(|path| document.clauses.iter().find(|clause| clause.path == path));
    Some((document, clause))
}

/// The link to a clause. A plain click opens the quote here; any other goes to the method page.
pub fn clause_link(here: ViewContext, clause: &str) -> AnyView {
    clause_link_as(here, clause, here.words.basis.link.to_owned())
}

/// The link to a clause in words of its own.
pub fn clause_link_as(here: ViewContext, clause: &str, words: String) -> AnyView {
    let asked = use_context::<Asked>();
    let id = clause.to_owned();
    let open = move |ev: MouseEvent| {
        let plain = ev.button() == 0 && !(ev.ctrl_key() || ev.meta_key() || ev.shift_key() || ev.alt_key());
        if let (true, Some(asked)) = (plain, asked) {
            ev.prevent_default();
            ev.stop_propagation();
            asked.0.set(Some(id.clone()));
        }
    };
    view! {
        <a class="basis" href=here.clause_href(clause) aria-haspopup="dialog" on:click=open>
            {words}
            <span class="basis-id">{format!(" {clause}")}</span>
        </a>
    }
    .into_any()
}

/// The dialog that shows the clause asked for. Stands once, in the frame.
pub fn dialog(here: ViewContext) -> AnyView {
    let asked = expect_context::<Asked>();
    let node = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        let open = asked.0.with(Option::is_some);
        let Some(dialog) = node.get() else { return };
        set_open(&dialog, open);
    });
    let close = move |_: MouseEvent| asked.0.set(None);
    // A click beside the panel falls on the dialog itself.
    let beside = move |ev: MouseEvent| {
        if ev.target() == ev.current_target() {
            asked.0.set(None);
        }
    };
    view! {
        <dialog class="dialog" node_ref=node aria-labelledby="basis-title" on:close=move |_| asked.0.set(None) on:click=beside>
            <div class="dialog-panel">
                <div class="dialog-head">
                    <h2 id="basis-title">{here.words.basis.title}</h2>
                    <button type="button" class="button" on:click=close>
                        {here.words.basis.close}
                    </button>
                </div>
                {move || asked.0.get().map(|clause| quote(here, clause, close))}
            </div>
        </dialog>
    }
    .into_any()
}

fn quote(
    here: ViewContext,
    id: String,
    close: impl Fn(MouseEvent) + Copy + Send + Sync + 'static,
) -> AnyView {
    let store = Store::of();
    shown(store.opened(), move |opened| {
        let id = id.clone();
        let documents = store.file_at::<Vec<Document>>(&opened, &opened.edition.documents);
        shown(documents, move |documents: Arc<Known<Vec<Document>>>| {
            let found =
                find_clause(&documents, &id).map(|(document, clause)| official(here, document, clause));
            view! {
                {found.unwrap_or_else(|| view! { <p>{here.words.basis.unknown} " " <code>{id.clone()}</code></p> }.into_any())}
                <p>
                    <a href=here.clause_href(&id) on:click=close>
                        {here.words.basis.in_method}
                    </a>
                </p>
            }
            .into_any()
        })
    })
}

/// What a clause says in the portal's words: for readers without Chinese, and where there is no quote.
pub fn gloss(here: ViewContext, clause: &Clause) -> Option<AnyView> {
    let words = match here.lang {
        Lang::Zh => clause.gloss_zh.clone().filter(|_| clause.quote.is_none()),
        Lang::En => Some(clause.gloss_en.clone()),
    };
    words.map(|words| view! { <p class="gloss">{words}</p> }.into_any())
}

/// A clause as the document has it: label, quote, and for readers without Chinese what it says.
pub fn official(here: ViewContext, document: &Document, clause: Option<&Clause>) -> AnyView {
    let words = &here.words.basis;
    let number = document.number.as_ref().map(|number| format!(" {number}"));
    let clause = clause.map(|clause| {
        let quote = clause.quote.clone().map_or_else(
            || view! { <p class="quiet">{words.no_quote}</p> }.into_any(),
            |quote| view! { <blockquote lang="zh-CN">{quote}</blockquote> }.into_any(),
        );
        let gloss = gloss(here, clause);
        view! {
            <p class="clause-label" lang="zh-CN">{clause.label.clone()}</p>
            {quote}
            {gloss}
        }
    });
    view! {
        <p class="document-title">{here.text(&document.title)}{number}</p>
        {clause}
        <p class="quiet small">
            {mark_badge(here, document.mark)} " " {meaning(here, document.mark)}
            {document_page(here, document).map(|link| view! { " · " {link} })}
        </p>
    }
    .into_any()
}
