//! The documents, with the clauses that the portal cites, each under an anchor that is its full path.

use disclosure::model::{Clause, Document};
use leptos::prelude::*;

use crate::parts::basis::gloss;
use crate::parts::mark::sure;
use crate::parts::source::document_page;
use crate::view_context::ViewContext;

/// All documents.
pub fn documents(here: ViewContext, documents: &[Document]) -> AnyView {
    let words = here.words.method();
    let entries: Vec<_> = documents.iter().map(|document| one(here, document)).collect();
    view! {
        <section id="documents" aria-labelledby="documents-title">
            <h2 id="documents-title">{words.documents}</h2>
            <p>{words.documents_lead}</p>
            {entries}
        </section>
    }
    .into_any()
}

fn one(here: ViewContext, document: &Document) -> AnyView {
    let words = here.words.method();
    let facts = [
        document.number.clone(),
        Some(here.text(&document.issuer)),
        document.dated.map(|day| (words.dated)(day)),
        document.published.map(|day| (words.published)(day)),
    ];
    let facts: Vec<_> = facts.into_iter().flatten().map(|fact| view! { <li>{fact}</li> }).collect();
    let clauses: Vec<_> =
        document.clauses.iter().map(|clause| clause_entry(here, document, clause)).collect();
    let page = document_page(here, document).map(|link| view! { <li>{link}</li> });
    view! {
        <article class="document" id=document.id.clone() tabindex="-1">
            <h3>{here.text(&document.title)}</h3>
            <ul class="facts">
                {facts}
                <li>{sure(here, document.mark, document.checked_on)}</li>
                {page}
                <li><code>{document.id.clone()}</code></li>
            </ul>
            {document.note.as_ref().map(|note| view! { <p class="quiet">{here.text(note)}</p> })}
            {clauses}
        </article>
    }
    .into_any()
}

fn clause_entry(here: ViewContext, document: &Document, clause: &Clause) -> AnyView {
    let id = format!("{}/{}", document.id, clause.path);
    let quote = match &clause.quote {
        Some(quote) => view! { <blockquote lang="zh-CN">{quote.clone()}</blockquote> }.into_any(),
        None => view! { <p class="quiet">{here.words.basis.no_quote}</p> }.into_any(),
    };
    view! {
        <div class="clause" id=id.clone() tabindex="-1">
            <h4>
                <span lang="zh-CN">{clause.label.clone()}</span>
                " "
                <a class="anchor" href=format!("#{id}")><code>{id.clone()}</code></a>
            </h4>
            {quote}
            {gloss(here, clause)}
        </div>
    }
    .into_any()
}
