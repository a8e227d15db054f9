//! What a park's energy and carbon are made of: the latest published balance as a flow, and the course over
//! the rounds.

use assessment::applicability::Subject;
use disclosure::as_of;
use disclosure::as_of::Known;
use disclosure::model::{Document, Edition, Park, Rulebook};
use disclosure::park_evaluation::judge;
use disclosure::round::ParkRound;
use disclosure::trend::{Point, trend};
use leptos::prelude::*;

use crate::charts;
use crate::parts::basis::clause_link_as;
use crate::parts::source::source_line;
use crate::view_context::ViewContext;

/// The accounting method of the portal's figures.
const METHOD: &str = "ndrc-910/annex4/1";

/// The section of the composition; one sentence where no balance is published. The park and the edition are
/// as they were known on the edition's day.
pub fn composition(
    here: ViewContext,
    park: &Known<Park>,
    book: &Known<Rulebook>,
    edition: &Known<Edition>,
    documents: &[Document],
) -> AnyView {
    let words = here.words.charts();
    let points = trend(&edition.rounds, &park.rounds, book, edition.as_of);
    let course = as_of::course(&park.rounds, edition.as_of);
    let last = points.iter().rposition(|point| point.balance.is_some());
    let last = last.and_then(|at| Some((at, course.iter().find(|round| round.round == points[at].round)?)));
    let content = match last {
        None => {
            let last = course.last().and_then(|round| round.snapshot.core.as_ref());
            let said = last.and_then(here.words.park_history().not_from).unwrap_or(words.not_published);
            view! { <p class="empty">{said}</p> }.into_any()
        }
        Some((at, round)) => view! {
            <p class="section-note">
                {words.composition_note} " " {clause_link_as(here, METHOD, words.rule.to_owned())}
            </p>
            {balance(here, round, book, &points, at)}
            {round.snapshot.source_of_core().map(|source| {
                view! { <p class="section-note">{source_line(here, source, documents)}</p> }
            })}
            {charts::trend::trend(here, &points)}
        }
        .into_any(),
    };
    view! {
        <section class="composition" aria-labelledby="composition">
            <h2 id="composition">{words.composition}</h2>
            {content}
        </section>
    }
    .into_any()
}

/// The last published balance, and whether it is of an earlier round or not yet verified.
fn balance(
    here: ViewContext,
    round: &ParkRound,
    book: &Known<Rulebook>,
    points: &[Point],
    at: usize,
) -> AnyView {
    let words = here.words.charts();
    let accounts = judge(&round.snapshot, Subject::default(), book, round.rules_day()).accounts;
    let earlier = (at + 1 < points.len()).then(|| view! { <p class="section-note">{words.flow_earlier}</p> });
    let pending = points[at].balance.as_ref().is_some_and(|balance| balance.pending);
    let pending = pending.then(|| view! { <p class="section-note">{words.flow_pending}</p> });
    let title = (words.flow_title)(&here.day(round.dated));
    let flow = accounts.map(|accounts| charts::flow::flow(here, title, &accounts, &book.factor_sets));
    view! { {earlier} {pending} {flow} }.into_any()
}
