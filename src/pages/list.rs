//! The page of one official list: what it is, what being on it means, its entries, and how to take them along.

mod download;
mod provinces;
pub mod table;

use std::sync::Arc;

use assessment::ruleset::Level;
use disclosure::as_of::Known;
use disclosure::model::{Document, EntryStatus, List, ListSummary};
use leptos::prelude::*;

use super::not_found::not_in_edition;
use crate::address::Page;
use crate::load::{Opened, Store};
use crate::parts::basis::clause_link_as;
use crate::parts::cite::{citation, cite_text};
use crate::parts::correction;
use crate::parts::heading::heading;
use crate::parts::loading::{failure_notice, shown, shown_page};
use crate::parts::mark::sure;
use crate::parts::stage::stage_mark;
use crate::query::Query;
use crate::view_context::ViewContext;

/// The page of the list with this id.
pub fn list(here: ViewContext, id: String) -> AnyView {
    shown_page(Store::of().opened(), here.words.pages.lists, move |opened| {
        match opened.edition.lists.iter().find(|list| list.id == id).cloned() {
            Some(summary) => opened_list(here, opened, summary),
            None => not_in_edition(here, &opened, &Page::List(id.clone())),
        }
    })
}

fn opened_list(here: ViewContext, opened: Arc<Opened>, summary: ListSummary) -> AnyView {
    let words = here.words.lists();
    let file = Store::of().file_at::<List>(&opened, &summary.file);
    view! {
        <div class="page list-page">
            <p class="crumbs"><a href=here.href(Page::Lists)>{here.words.pages.lists}</a> " · " {level(here, summary.level)}</p>
            {heading(here, &here.text(&summary.title))}
            <p class="lead">
                {here.sentences([
                    &(words.as_published)(summary.published),
                    &(words.of_which)(summary.entries.into(), summary.in_region.into()),
                ])}
            </p>
            {shown(file, move |list| loaded(here, &opened, &list))}
        </div>
    }
    .into_any()
}

fn loaded(here: ViewContext, opened: &Arc<Opened>, list: &Arc<Known<List>>) -> AnyView {
    let words = here.words.lists();
    let store = Store::of();
    let documents = store.file_at::<Vec<Document>>(opened, &opened.edition.documents);
    let meaning_of = Arc::clone(list);
    // How a park is today was not known on an earlier day.
    let parks = if opened.is_past() { &[][..] } else { &opened.edition.parks };
    let trouble = failure_notice(documents.clone());
    let source = {
        let (documents, list) = (documents.clone(), Arc::clone(list));
        move || source(here, &documents.ready().unwrap_or_default(), &list)
    };
    let cited = {
        let (opened, list) = (Arc::clone(opened), Arc::clone(list));
        move || citation(here, cited(here, &opened, &documents.ready().unwrap_or_default(), &list))
    };
    view! {
        {trouble}
        {beside_the_list(here, list)}
        <section class="list-head" aria-labelledby="meaning">
            <div>
                <h2 id="meaning">{words.meaning}</h2>
                <p>{here.text(&meaning_of.meaning)}</p>
                <p>{words.stage_of} " " {stage_mark(here, opened.edition.stages(), Some(list.stage))}</p>
            </div>
            <div>{source}</div>
        </section>
        <section aria-labelledby="entries">
            <h2 id="entries">{words.entries_title}</h2>
            {table::entries(here, Arc::clone(list), parks)}
        </section>
        {amended(here, list)}
        <section class="take-along" aria-labelledby="take-along">
            <h2 id="take-along">{words.take_along}</h2>
            {download::button(here, opened, Arc::clone(list))}
            {cited}
        </section>
    }
    .into_any()
}

/// How many the document names without putting them on the list; nothing where it names none.
fn beside_the_list(here: ViewContext, list: &List) -> AnyView {
    let of = |status| list.entries.iter().filter(|entry| entry.status == status).count();
    let said = (here.words.lists().reserve_and_taken_off)(of(EntryStatus::Reserve), of(EntryStatus::Removed));
    (!said.is_empty()).then(|| view! { <p class="beside-the-list">{said}</p> }).into_any()
}

/// What was corrected of the list since it was published; nothing where nothing was.
fn amended(here: ViewContext, list: &Known<List>) -> AnyView {
    if list.amended.is_empty() {
        return ().into_any();
    }
    let words = here.words.corrections();
    let items = list.amended.iter().rev().map(|change| {
        let number = change.was.as_ref().or(change.is.as_ref()).map(|entry| (words.entry)(entry.number));
        let said = |entry: &_| correction::entry_text(here, entry);
        let (was, is) = (change.was.as_ref().map(said), change.is.as_ref().map(said));
        view! {
            <li data-notice=change.by.notice.clone()>
                <time datetime=change.by.dated.to_string()>
                    <a href=correction::notice_href(here, &change.by.notice)>{change.by.dated.to_string()}</a>
                </time>
                <div>
                    <p class="before-now">
                        {number} " " {correction::cell(was, words.nothing)} " → "
                        <strong>{correction::cell(is, words.removed)}</strong>
                    </p>
                    <p class="under">{(words.because)(&here.text(&change.by.reason))}</p>
                </div>
            </li>
        }
    });
    view! {
        <section aria-labelledby="amended">
            <h2 id="amended">{words.of_list}</h2>
            <ol class="dated">{items.collect_view()}</ol>
        </section>
    }
    .into_any()
}

/// The document that the list stands in, as it is known.
fn source(here: ViewContext, documents: &[Document], list: &List) -> AnyView {
    let words = here.words.lists();
    let document = documents.iter().find(|document| document.id == list.document);
    let title = document.map_or_else(|| list.document.clone(), |document| here.text(&document.title));
    let mut facts = vec![(words.document, clause_link_as(here, &list.document, title))];
    if let Some(document) = document {
        if let Some(number) = &document.number {
            facts.push((words.number, number.clone().into_any()));
        }
        facts.push((words.issuer, here.text(&document.issuer).into_any()));
    }
    facts.push((words.published_day, here.day(list.published).into_any()));
    facts.push((words.sure, sure(here, list.mark, list.checked_on)));
    let facts: Vec<_> = facts
        .into_iter()
        .map(|(name, value)| view! { <div><dt>{name}</dt> <dd>{value}</dd></div> })
        .collect();
    let note = document.and_then(|document| document.note.as_ref());
    view! {
        <dl class="facts-table">{facts}</dl>
        {note.map(|note| view! { <p class="quiet small">{here.text(note)}</p> })}
    }
    .into_any()
}

/// The citation of the list as it stood in this edition, after GB/T 7714.
fn cited(here: ViewContext, opened: &Opened, documents: &[Document], list: &List) -> String {
    let document = documents.iter().find(|document| document.id == list.document);
    let issuer = document.map(|document| here.text(&document.issuer));
    let (title, page) = (here.text(&list.title), Page::List(list.id.clone()));
    cite_text(here, opened, issuer.as_deref(), &title, list.published, page, Query::default())
}

/// The word for a level.
pub fn level(here: ViewContext, level: Level) -> &'static str {
    match level {
        Level::National => here.words.league().national,
        Level::Region => here.words.league().region,
    }
}
