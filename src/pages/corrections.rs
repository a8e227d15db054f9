//! Corrections: what was published wrongly, what holds now, since when and why.

use std::sync::Arc;

use assessment::Text;
use disclosure::as_of::Known;
use disclosure::correction::{Corrections, Notice, ValueChange};
use disclosure::model::{Document, OriginalText, ParkSummary, Rulebook, WorkReports};
use disclosure::round::{RoundSummary, RulesDay};
use leptos::prelude::*;

use super::ladder::common::cited;
use crate::address::Page;
use crate::load::{Handle, Opened, Store};
use crate::parts::correction::{self, Told, cell};
use crate::parts::heading::heading;
use crate::parts::loading::{failure_notice, shown, shown_page};
use crate::parts::sheet::{Row, sheet};
use crate::parts::source::source_line;
use crate::view_context::ViewContext;

/// The page.
pub fn corrections(here: ViewContext) -> AnyView {
    shown_page(Store::of().opened(), here.words.pages.corrections, move |opened| {
        opened_corrections(here, &opened)
    })
}

fn opened_corrections(here: ViewContext, opened: &Arc<Opened>) -> AnyView {
    let words = here.words.corrections();
    let store = Store::of();
    let documents = store.file_at::<Vec<Document>>(opened, &opened.edition.documents);
    let body = match &opened.edition.corrections {
        None => view! { <p class="lead">{words.none}</p> }.into_any(),
        Some(known) => {
            let book = store.file_at::<Rulebook>(opened, &opened.edition.rulebook);
            let notices = store.file_at::<Corrections>(opened, &known.file);
            let reports = opened.edition.work.as_ref().map(|file| store.file_at::<WorkReports>(opened, file));
            let (opened, documents) = (Arc::clone(opened), documents.clone());
            shown(notices, move |notices| {
                let (opened, documents, reports) = (Arc::clone(&opened), documents.clone(), reports.clone());
                shown(book.clone(), move |book| {
                    let reports = reports.as_ref().and_then(Handle::ready).unwrap_or_default();
                    let texts = Texts { documents: documents.ready().unwrap_or_default(), reports };
                    all(here, &opened, &notices, &book, &texts)
                })
            })
        }
    };
    view! {
        <div class="page corrections-page">
            {heading(here, here.words.pages.corrections)}
            {failure_notice(documents)}
            {body}
            {cited(here, opened, Page::Corrections, here.words.pages.corrections)}
        </div>
    }
    .into_any()
}

/// What titles are taken from; as far as it is here, ids stand until then.
struct Texts {
    documents: Arc<Known<Vec<Document>>>,
    reports: Arc<Known<WorkReports>>,
}

fn all(
    here: ViewContext,
    opened: &Opened,
    corrections: &Known<Corrections>,
    book: &Known<Rulebook>,
    texts: &Texts,
) -> AnyView {
    let words = here.words.corrections();
    let notices = &corrections.notices;
    let changes = notices.iter().map(Notice::len).sum();
    let each = notices.iter().rev().map(|each| notice(here, opened, each, book, texts));
    view! {
        <p class="lead">{(words.lead)(notices.len(), changes)}</p>
        {each.collect_view()}
    }
    .into_any()
}

fn notice(
    here: ViewContext,
    opened: &Opened,
    notice: &Notice,
    book: &Known<Rulebook>,
    texts: &Texts,
) -> AnyView {
    let words = here.words.corrections();
    let values = notice.values.iter().map(|change| value(here, opened, &notice.reason, change, book));
    let entries = notice.entries.iter().map(|change| {
        let list = opened.edition.lists.iter().find(|list| list.id == change.list);
        let number = change.was.as_ref().or(change.is.as_ref()).map(|entry| entry.number);
        let said = |entry: &_| correction::entry_text(here, entry);
        let told = Told {
            what: number.map(|number| (words.entry)(number)).unwrap_or_default(),
            was: change.was.as_ref().map(said),
            is: change.is.as_ref().map(said),
        };
        let list = list.map(|list| {
            view! { <a href=here.href(Page::List(list.id.clone()))>{here.text(&list.title)}</a> }
        });
        row(here, list.into_any(), told, words.removed)
    });
    let acts = notice.acts.iter().map(|change| {
        let said = |act: &_| correction::act_text(here, act);
        let (was, is) = (change.was.as_ref().map(said), change.is.as_ref().map(said));
        row(
            here,
            park_link(here, opened, &change.park),
            Told { what: words.act.to_owned(), was, is },
            words.withdrawn,
        )
    });
    let statements = notice.statements.iter().map(|change| {
        let said = |said: &_| correction::statement_text(here, said);
        let (was, is) = (change.was.as_ref().map(said), change.is.as_ref().map(said));
        let told = Told { what: words.statement.to_owned(), was, is };
        row(here, park_link(here, opened, &change.park), told, words.withdrawn)
    });
    let reports = notice.reports.iter().map(|change| {
        let said = |text: &OriginalText| here.text(text);
        let (was, is) = (change.was.as_ref().map(said), change.is.as_ref().map(said));
        let title = texts.reports.reports.iter().find(|report| report.id == change.report);
        let title = title.map_or_else(|| change.report.clone(), |report| here.text(&report.title));
        let link = view! { <a href=here.href(Page::WorkReport(change.report.clone()))>{title}</a> };
        let told = Told { what: here.words.pages.work.to_owned(), was, is };
        row(here, link.into_any(), told, words.withdrawn)
    });
    let rows: Vec<Row> = values.chain(entries).chain(acts).chain(statements).chain(reports).collect();
    view! {
        <section class="correction-notice" aria-labelledby=notice.id.clone()>
            <h2 id=notice.id.clone()>
                <time datetime=notice.dated.to_string()>{here.day(notice.dated)}</time>
                " " <span class="notice-reason">{here.text(&notice.reason)}</span>
            </h2>
            <p class="under">{source_line(here, &notice.source, &texts.documents)}</p>
            {sheet((words.caption)(&notice.id), "corrected", &words.heads, rows)}
        </section>
    }
    .into_any()
}

fn value(
    here: ViewContext,
    opened: &Opened,
    said: &Text,
    change: &ValueChange,
    book: &Known<Rulebook>,
) -> Row {
    let words = here.words.corrections();
    let round = opened.edition.rounds.iter().find(|round| round.id == change.round);
    let by = round.map_or_else(|| RulesDay::of_day(opened.day()), RoundSummary::rules_day);
    let told = correction::told(here, &change.change, None, book, by);
    let title = round.map_or_else(|| change.round.clone(), |round| here.text(&round.title));
    let what = format!("{} {}", (words.of_round)(&title), told.what);
    // The notice has said its own above.
    let own = change.reason.as_ref().filter(|reason| *reason != said);
    let reason = own.map(|reason| (words.because)(&here.text(reason)));
    let of = view! {
        {park_link(here, opened, &change.park)}
        {reason.map(|reason| view! { <span class="under">{reason}</span> })}
    };
    row(here, of.into_any(), Told { what, ..told }, words.withdrawn)
}

fn park_link(here: ViewContext, opened: &Opened, id: &str) -> AnyView {
    let park: Option<&ParkSummary> = opened.edition.parks.iter().find(|park| park.id == id);
    match park {
        Some(park) => {
            view! { <a href=here.href(Page::Park(park.id.clone()))>{here.text(&park.short)}</a> }.into_any()
        }
        None => id.to_owned().into_any(),
    }
}

/// One change. Nothing before is a blank that was filled; nothing now is what `taken_back` calls it.
fn row(here: ViewContext, of: AnyView, told: Told, taken_back: &'static str) -> Row {
    let words = here.words.corrections();
    let what = view! { {of} <span class="under">{told.what}</span> }.into_any();
    Row::new(vec![what, cell(told.was, words.nothing), cell(told.is, taken_back)])
}
