//! How to cite a page, ready to copy.

use assessment::Date;
use disclosure::citation::Citation;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::report::full_address_with;
use crate::address::Page;
use crate::browser::clipboard;
use crate::load::Opened;
use crate::query::Query;
use crate::view_context::ViewContext;

/// What became of copying.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Copied {
    NotYet,
    Done,
    Refused,
}

/// A citation with its copy button. Where the clipboard is refused, the words are selected instead.
pub fn citation(here: ViewContext, text: String) -> AnyView {
    let words = &here.words.cite;
    let copied = RwSignal::new(Copied::NotYet);
    let field = NodeRef::<leptos::html::P>::new();
    let shown = text.clone();
    let copy = move |_| {
        let text = text.clone();
        spawn_local(async move {
            let done = clipboard::copy(&text).await;
            if !done && let Some(field) = field.get_untracked() {
                clipboard::select(&field);
            }
            copied.set(if done { Copied::Done } else { Copied::Refused });
        });
    };
    let said = move || match copied.get() {
        Copied::NotYet => "",
        Copied::Done => words.copied,
        Copied::Refused => words.refused,
    };
    view! {
        <div class="cite">
            <p class="cite-text" node_ref=field>{shown}</p>
            <p class="cite-tools">
                <button type="button" class="button" on:click=copy>
                    {words.copy}
                </button>
                <span role="status">{said}</span>
            </p>
        </div>
    }
    .into_any()
}

/// The citation of a page of the portal at the moment that is shown: it names edition and round, so that what
/// was cited stays what it was.
pub fn page_citation(here: ViewContext, opened: &Opened, page: Page, title: &str) -> AnyView {
    page_citation_with(here, opened, page, title, Query::default())
}

/// The same with what is chosen on the page.
pub fn page_citation_with(
    here: ViewContext,
    opened: &Opened,
    page: Page,
    title: &str,
    chosen: Query,
) -> AnyView {
    let organiser = opened.edition.site.organiser.as_ref().map(|organiser| here.text(organiser));
    let text = cite_text(here, opened, organiser.as_deref(), title, opened.edition.as_of, page, chosen);
    citation(here, text)
}

/// The words of a citation. A demonstration's says first that it is invented, names the round that is shown and
/// bears the day of the build: the days of what it shows have not come, or never were.
pub fn cite_text(
    here: ViewContext,
    opened: &Opened,
    author: Option<&str>,
    title: &str,
    published: Date,
    page: Page,
    chosen: Query,
) -> String {
    let words = &here.words.cite;
    let invented = opened.edition.demonstration;
    let round = opened.round().filter(|_| invented).map(|round| here.text(&round.title));
    let title = round.map_or_else(|| title.to_owned(), |round| (words.of_round)(title, &round));
    Citation {
        invented: invented.then_some(words.invented),
        author,
        title: &title,
        portal: here.words.portal,
        version_word: words.version,
        version: opened.listed.version(),
        published: if invented { opened.catalogue.built_on } else { Some(published) },
        accessed: here.host.has_reader().then(|| here.host.today()),
        address: &full_address_with(here, opened, page, chosen),
    }
    .text()
}
