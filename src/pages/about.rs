//! About: what the portal is, who runs it, how its data are checked, and how to report an error.

mod kept;
mod report;

use std::sync::Arc;

use disclosure::as_of::Known;
use disclosure::model::{Document, LeagueMap, Site};
use leptos::prelude::*;

use crate::address::Page;
use crate::load::{Opened, Store};
use crate::parts::basis::clause_link_as;
use crate::parts::heading::heading;
use crate::parts::loading::{shown, shown_page};
use crate::view_context::ViewContext;

/// The page.
pub fn about(here: ViewContext) -> AnyView {
    shown_page(Store::of().opened(), here.words.pages.about, move |opened| opened_about(here, &opened))
}

fn opened_about(here: ViewContext, opened: &Arc<Opened>) -> AnyView {
    let words = here.words.about();
    view! {
        <div class="page about">
            {heading(here, here.words.pages.about)}
            <p class="lead">{words.lead}</p>
            <div class="prose">
                {section("what", words.what, what(here, opened))}
                {who(here, &opened.edition.site)}
                {section("editions", words.editions, editions(here, opened))}
                {section("checked", words.checked, paragraphs(&words.checked_text))}
                {section("privacy", words.privacy, view! { {paragraphs(&words.privacy_text)} {kept::kept(here)} }.into_any())}
                {section("open", words.open, open_files(here, opened))}
                {section("licences", words.licences, licences(here, opened))}
                {section("access", words.access, paragraphs(&words.access_text))}
                {section(crate::parts::report::ANCHOR, words.report, report::report(here, Arc::clone(opened)))}
            </div>
        </div>
    }
    .into_any()
}

fn section(id: &'static str, title: &'static str, body: AnyView) -> AnyView {
    view! {
        <section id=id tabindex="-1" aria-labelledby=format!("{id}-title")>
            <h2 id=format!("{id}-title")>{title}</h2>
            {body}
        </section>
    }
    .into_any()
}

fn paragraphs(texts: &'static [&'static str]) -> AnyView {
    texts.iter().map(|text| view! { <p>{*text}</p> }).collect_view().into_any()
}

/// What the portal is, and on which of the two documents it rests that were published by the reader's moment.
fn what(here: ViewContext, opened: &Arc<Opened>) -> AnyView {
    /// The region's plan and the national notice.
    const RESTS_ON: [&str; 2] = ["plan", "ndrc-910"];
    let words = here.words.about();
    let documents = Store::of().file_at::<Vec<Document>>(opened, &opened.edition.documents);
    let rests_on = move |documents: Arc<Known<Vec<Document>>>| {
        let known = RESTS_ON.into_iter().filter_map(|id| documents.iter().find(|document| document.id == id));
        let links = known.enumerate().map(|(at, document)| {
            let comma = (at > 0).then_some(words.title_comma);
            view! { {comma} {clause_link_as(here, &document.id, (words.title)(&here.text(&document.title)))} }
        });
        let links: Vec<_> = links.collect();
        let [before, after] = words.rests_on;
        (!links.is_empty()).then(|| view! { <p>{before} {links} {after}</p> }).into_any()
    };
    let [what, beside, decides] = words.what_text;
    view! { <p>{what}</p> {shown(documents, rests_on)} <p>{here.sentences([beside, decides])}</p> }.into_any()
}

/// Who runs the portal: the slots that the publisher has filled. Nothing where none is: `parks check` names the
/// empty ones.
fn who(here: ViewContext, site: &Site) -> AnyView {
    let words = here.words.about();
    let slots = [
        (words.organiser, site.organiser.as_ref().map(|organiser| here.text(organiser))),
        (words.contact, site.contact.clone()),
        (words.record_number, site.record_number.clone()),
        (words.identification_code, site.identification_code.clone()),
        (words.public_security_number, site.public_security_number.clone()),
        (words.map_approval_number, site.map_approval_number.clone()),
        (words.address, site.address.clone()),
        (words.licence, site.licence.as_ref().map(|licence| here.text(licence))),
    ];
    let filled: Vec<_> = slots
        .into_iter()
        .filter_map(|(name, slot)| Some(view! { <div><dt>{name}</dt> <dd>{slot?}</dd></div> }))
        .collect();
    (!filled.is_empty())
        .then(|| section("who", words.who, view! { <dl class="facts-table">{filled}</dl> }.into_any()))
        .into_any()
}

/// The editions that there are, the one shown first to be told by its day and version.
fn editions(here: ViewContext, opened: &Opened) -> AnyView {
    let words = here.words.about();
    let listed: Vec<_> = opened
        .catalogue
        .editions
        .iter()
        .map(|edition| {
            let shown = edition.id == opened.edition.id;
            let day = shown.then(|| format!("{}{}", here.words.shell.as_of, opened.edition.as_of));
            view! {
                <li>
                    <h3>{here.text(&edition.title)} {shown.then(|| view! { " " <span class="tag">{words.shown}</span> })}</h3>
                    {edition.demonstration.then(|| view! { <p>{here.words.shell.demonstration}</p> })}
                    <p class="facts">
                        {day.map(|day| view! { <span>{day}</span> })}
                        <span>{words.version} " " <code>{edition.version().to_owned()}</code></span>
                        <span>{words.hash} " " <code class="hash">{edition.index.sha256.clone()}</code></span>
                    </p>
                </li>
            }
        })
        .collect();
    view! {
        {paragraphs(&words.editions_text)}
        <ul class="entries">{listed}</ul>
        <p>
            {words.program} " " <code>{env!("CARGO_PKG_VERSION")}</code>
        </p>
    }
    .into_any()
}

/// The files as they are, for anyone who would recompute.
fn open_files(here: ViewContext, opened: &Opened) -> AnyView {
    let words = here.words.about();
    let edition = &opened.edition;
    let index = opened.catalogue.editions.iter().find(|listed| listed.id == edition.id).map(|e| &e.index);
    let named = [
        (words.file_index, index),
        (words.file_documents, Some(&edition.documents)),
        (words.file_rulebook, Some(&edition.rulebook)),
        (words.file_plan, Some(&edition.plan)),
    ];
    let file = |name: &'static str, path: &str| {
        view! { <li><a href=format!("{}data/{path}", here.root) download="">{name}</a> " " <code>{path.to_owned()}</code></li> }
    };
    let files: Vec<_> =
        named.into_iter().filter_map(|(name, file_ref)| Some(file(name, &file_ref?.path))).collect();
    view! {
        {paragraphs(&words.open_text)}
        <ul class="files">{file(words.file_catalogue, "catalog.json")} {files}</ul>
        <p>
            <a href=here.href(Page::Method)>{words.to_method}</a>
        </p>
    }
    .into_any()
}

fn licences(here: ViewContext, opened: &Arc<Opened>) -> AnyView {
    let words = here.words.about();
    let map = Store::of().map(opened);
    view! {
        {paragraphs(&words.licences_text)}
        // A file of the site, which is no page of the portal.
        <p><a href=format!("{}licenses.txt", here.root) rel="external">{words.licences_of_parts}</a></p>
        {shown(map, move |map: Arc<LeagueMap>| view! { <p>{here.text(&map.attribution)}</p> }.into_any())}
    }
    .into_any()
}
