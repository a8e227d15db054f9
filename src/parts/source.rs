//! Where a fact stands.

use assessment::Mark;
use disclosure::model::{Document, Source};
use leptos::prelude::*;

use super::mark::{checked, mark_badge, meaning};
use crate::view_context::ViewContext;

/// A link that leaves the portal: it opens beside, so that nothing is lost that was typed here. Data hold addresses
/// without the scheme.
pub fn external(here: ViewContext, address: &str, words: String) -> AnyView {
    view! {
        <a class="external" href=format!("https://{address}") rel="external noopener noreferrer" target="_blank">
            {words}
            <span class="vh">{here.words.basis.beside}</span>
        </a>
    }
    .into_any()
}

/// The link to a document's page. What was read in a reprint or report leads there, and does not claim to be the
/// original.
pub fn document_page(here: ViewContext, document: &Document) -> Option<AnyView> {
    let words = &here.words.basis;
    let said = if document.mark == Mark::A { words.original } else { words.reprint };
    document.address.as_ref().map(|address| external(here, address, said.to_owned()))
}

/// One line: who says it, where, how sure it is, and when it was last looked at.
pub fn source_line(here: ViewContext, source: &Source, documents: &[Document]) -> AnyView {
    let document = source.document.as_deref().and_then(|id| documents.iter().find(|d| d.id == id));
    let title = match (document, &source.title) {
        (Some(document), None) => Some(here.text(&document.title)),
        (_, Some(title)) => Some(here.text(title)),
        (None, None) => source.document.clone(),
    };
    let address = source.address.as_deref().or_else(|| document?.address.as_deref());
    let name = match (title, address) {
        (Some(title), Some(address)) => external(here, address, title),
        (None, Some(address)) => external(here, address, host(address).to_owned()),
        (Some(title), None) => title.into_any(),
        (None, None) => here.words.basis.unnamed.into_any(),
    };
    let checked = match source.checked_on {
        Some(day) => checked(here, day),
        None => meaning(here, source.mark).into_any(),
    };
    view! {
        <span class="source">
            {mark_badge(here, source.mark)} " " {name} "\u{2002}"
            <span class="checked">{checked}</span>
        </span>
    }
    .into_any()
}

/// The host of an address.
fn host(address: &str) -> &str {
    address.split('/').next().unwrap_or(address)
}
