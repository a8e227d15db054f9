//! The work on all parks as it was published: bulletins, practices, summaries, meetings, supervision.

mod report;

use disclosure::as_of::Known;
use disclosure::model::{Background, Document, Mechanism, WorkAct, WorkKind};
use leptos::prelude::*;

use super::list::level;
use crate::address::{Lang, Page};
use crate::load::{Handle, Store};
use crate::parts::heading::heading;
use crate::parts::loading::{failure_notice, shown, shown_page};
use crate::parts::original::original;
use crate::parts::source::source_line;
use crate::view_context::ViewContext;

pub use report::report;

/// The page.
pub fn work(here: ViewContext) -> AnyView {
    shown_page(Store::of().opened(), here.words.pages.work, move |opened| {
        let store = Store::of();
        let documents: Handle<Known<Vec<Document>>> = store.file_at(&opened, &opened.edition.documents);
        let background = store.file_at::<Background>(&opened, &opened.edition.background);
        let trouble = failure_notice(documents.clone());
        let body = shown(background, move |background| match &background.mechanism {
            Some(mechanism) => by_kind(here, mechanism, &documents.ready().unwrap_or_default()),
            None => view! { <p class="empty">{here.words.work().none}</p> }.into_any(),
        });
        view! {
            <div class="page work-page">
                {heading(here, here.words.pages.work)}
                <p class="lead">{here.words.work().lead}</p>
                {trouble}
                {body}
                {feeds(here, &opened.edition.id)}
            </div>
        }
        .into_any()
    })
}

/// Where news of all that is published can be had: two files beside the site.
fn feeds(here: ViewContext, edition: &str) -> AnyView {
    let place = format!("{}feeds/{edition}.{}", here.root, if here.lang == Lang::Zh { "zh" } else { "en" });
    let links = [("Atom", "xml"), ("JSON Feed", "json")].map(|(name, ending)| {
        // The router leaves links with `rel` to the browser: a feed is a file, no page.
        view! { <li><a href=format!("{place}.{ending}") rel="external">{name}</a></li> }
    });
    view! {
        <section aria-labelledby="feeds">
            <h2 id="feeds">{here.words.work().feeds}</h2>
            <p class="section-note">{here.words.work().feeds_lead}</p>
            <ul class="inline-list">{links.collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// The acts of each kind, the newest first, and of which kinds none was found.
fn by_kind(here: ViewContext, mechanism: &Mechanism, documents: &[Document]) -> AnyView {
    let words = &here.words.progress().mechanism;
    let of = |kind: WorkKind| mechanism.acts.iter().rev().filter(move |act| act.kind == kind);
    let sections = KINDS.into_iter().filter(|kind| of(*kind).next().is_some()).map(|kind| {
        let id = anchor(kind);
        view! {
            <section aria-labelledby=id>
                <h2 id=id>{(words.kind_heading)(kind)}</h2>
                <ol class="dated">{of(kind).map(|act| entry(here, act, documents)).collect_view()}</ol>
            </section>
        }
    });
    let missing: Vec<String> = KINDS
        .into_iter()
        .filter(|kind| of(*kind).next().is_none())
        .map(|kind| (words.kind)(kind).to_owned())
        .collect();
    let missing = (!missing.is_empty()).then(|| (words.none)(&here.join(&missing), mechanism.as_of));
    view! {
        {sections.collect_view()}
        {missing.map(|missing| view! { <p class="empty">{missing}</p> })}
    }
    .into_any()
}

/// What a reader most likely looks for first.
const KINDS: [WorkKind; 5] = [
    WorkKind::Bulletin,
    WorkKind::Practice,
    WorkKind::AnnualSummary,
    WorkKind::Meeting,
    WorkKind::Supervision,
];

fn anchor(kind: WorkKind) -> &'static str {
    match kind {
        WorkKind::Bulletin => "bulletins",
        WorkKind::Practice => "practices",
        WorkKind::AnnualSummary => "summaries",
        WorkKind::Meeting => "meetings",
        WorkKind::Supervision => "supervision",
    }
}

fn entry(here: ViewContext, act: &WorkAct, documents: &[Document]) -> AnyView {
    view! {
        <li>
            <time datetime=act.dated.to_string()>{act.dated.to_string()}</time>
            <div>
                <p class="quiet small">{level(here, act.level)}</p>
                <p>{title(here, act)}</p>
                {act.caveat.as_ref().map(|caveat| view! { <p class="quiet small">{original(here, caveat)}</p> })}
                <p class="small">{source_line(here, &act.source, documents)}</p>
            </div>
        </li>
    }
    .into_any()
}

/// What happened, which leads to its page where it has one.
pub fn title(here: ViewContext, act: &WorkAct) -> AnyView {
    let said = original(here, &act.text);
    match &act.page {
        Some(id) => view! { <a href=here.href(Page::WorkReport(id.clone()))>{said}</a> }.into_any(),
        None => said,
    }
}
