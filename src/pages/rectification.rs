//! Rectification: parks that were reminded or ordered to rectify, with cause, last day and outcome.

use std::cmp::Reverse;
use std::sync::Arc;

use assessment::ladder::StageTable;
use assessment::ladder_position::Rectification;
use disclosure::as_of::Known;
use disclosure::model::{Document, EntryStatus, Event, Park, ParkSummary};
use disclosure::stage_changes::{Episode, episodes};
use leptos::prelude::*;

use super::ladder::common::{cited, long_sheet, park_link, ways};
use crate::address::Page;
use crate::load::{Handle, Opened, Store};
use crate::parts::basis::clause_link;
use crate::parts::heading::heading;
use crate::parts::loading::{failure_notice, shown, shown_page};
use crate::parts::original::original;
use crate::parts::sheet::Row;
use crate::parts::source::source_line;
use crate::parts::stage::stage_mark;
use crate::view_context::ViewContext;

/// Clause that provides for reminders and orders.
const CLAUSE: &str = "plan/2/3/3";

/// The page.
pub fn rectification(here: ViewContext) -> AnyView {
    shown_page(Store::of().opened(), here.words.pages.rectification, move |opened| {
        opened_rectification(here, &opened)
    })
}

/// A park with one of its times under a reminder or an order.
type Case = (ParkSummary, Episode);

fn opened_rectification(here: ViewContext, opened: &Arc<Opened>) -> AnyView {
    let words = here.words.rectification();
    let cases = opened.edition.parks.iter().flat_map(|park| {
        episodes(&park.events, opened.edition.stages(), opened.day())
            .into_iter()
            .map(|episode| (park.clone(), episode))
    });
    let (mut current, mut ended): (Vec<Case>, Vec<Case>) =
        cases.partition(|(_, episode)| episode.ended.is_none());
    current.sort_by_key(|(_, episode)| pressing(episode));
    ended.sort_by_key(|(_, episode)| Reverse(episode.ended.map(|ended| ended.dated)));
    let none = current.is_empty() && ended.is_empty();
    let said = if none { (words.none)(opened.day()) } else { finding(here, &current) };
    let documents = Store::of().file_at::<Vec<Document>>(opened, &opened.edition.documents);
    view! {
        <div class="page rectification-page">
            {heading(here, here.words.pages.rectification)}
            <p class="lead">{said}</p>
            {ways(here, &Page::Rectification)}
            <p class="section-note">{words.lead} " " {clause_link(here, CLAUSE)}</p>
            {failure_notice(documents.clone())}
            {(!none).then(|| tables(here, opened, &documents, current, ended))}
            {cited(here, opened, Page::Rectification, here.words.pages.rectification)}
        </div>
    }
    .into_any()
}

fn tables(
    here: ViewContext,
    opened: &Arc<Opened>,
    documents: &Handle<Known<Vec<Document>>>,
    current: Vec<Case>,
    ended: Vec<Case>,
) -> AnyView {
    let words = here.words.rectification();
    view! {
        <section aria-labelledby="current">
            <h2 id="current">{words.current}</h2>
            {table(here, opened, documents, current, true)}
        </section>
        <section aria-labelledby="ended">
            <h2 id="ended">{words.history}</h2>
            {table(here, opened, documents, ended, false)}
        </section>
    }
    .into_any()
}

fn finding(here: ViewContext, current: &[Case]) -> String {
    let count = |of: fn(&Episode) -> bool| current.iter().filter(|(_, episode)| of(episode)).count();
    let ordered = count(|episode| episode.stands.is_some());
    let overdue = count(|episode| matches!(episode.stands, Some(Rectification::Overdue(_))));
    (here.words.rectification().finding)(ordered, overdue, current.len() - ordered)
}

/// The longest overdue first, then by days left, then orders without a last day, then reminders by their day.
fn pressing(episode: &Episode) -> (u8, i64, assessment::Date) {
    let (group, days) = match episode.stands {
        Some(Rectification::Overdue(days)) => (0, -days),
        Some(Rectification::DaysLeft(days)) => (1, days),
        Some(Rectification::NoDay) => (2, 0),
        None => (3, 0),
    };
    (group, days, episode.from)
}

fn table(
    here: ViewContext,
    opened: &Arc<Opened>,
    documents: &Handle<Known<Vec<Document>>>,
    cases: Vec<Case>,
    current: bool,
) -> AnyView {
    let words = here.words.rectification();
    if cases.is_empty() {
        let none = if current { words.no_current } else { words.no_history };
        return view! { <p class="empty">{none}</p> }.into_any();
    }
    let (store, rows) = (Store::of(), cases.len());
    let (opened, documents) = (Arc::clone(opened), documents.clone());
    let row = move |at: usize| {
        let (park, episode) = &cases[at];
        let file = store.file_at::<Park>(&opened, &park.file);
        let cells = vec![
            park_link(here, park),
            acts(here, episode),
            cause(here, file, &documents, episode.clone()),
            last_day(here, episode),
            outcome(here, opened.edition.stages(), episode),
        ];
        Row { cells, id: current.then(|| park.id.clone()) }
    };
    long_sheet(here, (words.caption)(current).to_owned(), "orders", &words.heads, rows, row)
}

fn acts(here: ViewContext, episode: &Episode) -> AnyView {
    let words = here.words.rectification();
    let act = |day: assessment::Date, act: &'static str| view! { <li><time>{day.to_string()}</time> " " {act}</li> };
    let reminded = episode.reminded.map(|day| act(day, words.reminded));
    let ordered = episode.ordered.map(|day| act(day, words.ordered));
    view! { <ul class="conditions">{reminded} {ordered}</ul> }.into_any()
}

/// The cause in the words of the act, or that it states none; with its source.
fn cause(
    here: ViewContext,
    file: Handle<Known<Park>>,
    documents: &Handle<Known<Vec<Document>>>,
    episode: Episode,
) -> AnyView {
    let documents = documents.clone();
    shown(file, move |file| {
        let covered = || file.events.iter().rev().filter(|event| episode.covers(event.dated));
        let stated = covered().find(|event| event.cause.is_some()).or_else(|| covered().next());
        let Some(event) = stated else {
            return view! { <span class="quiet">{here.words.rectification().cause_unstated}</span> }
                .into_any();
        };
        stated_cause(here, event, &documents.ready().unwrap_or_default())
    })
}

fn stated_cause(here: ViewContext, event: &Event, documents: &[Document]) -> AnyView {
    let said = event.cause.as_ref().map_or_else(
        // A reminder says why in its own words, if at all.
        || original(here, &event.text),
        |cause| original(here, cause),
    );
    let clause = event.clause.as_deref().map(|clause| clause_link(here, clause));
    view! {
        <p>{said} " " {clause}</p>
        <p class="under">{source_line(here, &event.source, documents)}</p>
    }
    .into_any()
}

fn last_day(here: ViewContext, episode: &Episode) -> AnyView {
    let words = here.words.rectification();
    let Some(due) = episode.due() else {
        let none = if episode.ordered.is_some() { words.no_due } else { words.no_due_yet };
        return view! { <span class="quiet">{none}</span> }.into_any();
    };
    let first = episode.first_due.filter(|first| *first != due);
    let first = first.map(|first| view! { <li>{(words.first_due)(first)}</li> });
    let extended = episode.extended.iter().map(|(on, due)| view! { <li>{(words.extended)(*on, *due)}</li> });
    view! {
        <time>{due.to_string()}</time>
        <ul class="conditions under">{first} {extended.collect_view()}</ul>
    }
    .into_any()
}

fn outcome(here: ViewContext, table: &StageTable, episode: &Episode) -> AnyView {
    let words = here.words.rectification();
    if let Some(ended) = episode.ended {
        let late = episode.days_late().map(|late| (words.in_time)(late));
        let to = if episode.taken_off {
            view! { {(here.words.lists().status)(EntryStatus::Removed)} }.into_any()
        } else {
            stage_mark(here, table, Some(ended.to))
        };
        return view! {
            <p class="from-to"><time>{ended.dated.to_string()}</time> " " {words.ended} " " {to}</p>
            <p class="under">{late}</p>
        }
        .into_any();
    }
    let Some(stands) = episode.stands else { return words.only_reminded.into_any() };
    let key = match stands {
        Rectification::Overdue(_) => "overdue",
        Rectification::DaysLeft(_) => "running",
        Rectification::NoDay => "no-day",
    };
    view! { <span class="order-stands" data-stands=key>{(words.stands)(stands)}</span> }.into_any()
}
