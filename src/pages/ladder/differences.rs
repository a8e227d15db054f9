//! Where the rules support another stage than the official one, or contradict it. The difference of today comes
//! from the last round's file; since when, from the file of each park that differs.

use std::sync::Arc;

use assessment::ladder::{StageTable, Track};
use assessment::ladder_position::{Answer, Open, Position, Reading};
use disclosure::as_of::Known;
use disclosure::model::{Park, ParkSummary, Rulebook};
use disclosure::park_history::{ReadingSince, readings_since};
use disclosure::round::Round;
use disclosure::stage_changes::positions;
use leptos::prelude::*;

use super::common::{long_sheet, park_link};
use super::conditions::{answers, or};
use crate::load::{Handle, Opened, Store};
use crate::parts::loading::shown;
use crate::parts::sheet::Row;
use crate::parts::stage::stage_mark;
use crate::view_context::ViewContext;

/// The section.
pub fn differences(here: ViewContext, opened: &Arc<Opened>) -> AnyView {
    let words = &here.words.ladder_page().differences;
    let body = opened.round().map_or_else(
        || view! { <p class="empty">{words.no_round}</p> }.into_any(),
        |round| {
            let store = Store::of();
            let book = store.file_at::<Rulebook>(opened, &opened.edition.rulebook);
            let dated = round.dated;
            let round = store.file_at::<Round>(opened, &round.file);
            let opened = Arc::clone(opened);
            let found = shown(book.clone(), move |rules| {
                let (opened, book) = (Arc::clone(&opened), book.clone());
                shown(round.clone(), move |round| judged(here, &opened, &round, &rules, &book))
            });
            view! {
                <p class="section-note">{here.sentences([words.lead, &(words.by_round)(dated)])}</p>
                {found}
            }
            .into_any()
        },
    );
    view! {
        <section aria-labelledby="differences">
            <h2 id="differences">{words.title}</h2>
            {body}
        </section>
    }
    .into_any()
}

const TRACKS: [Track; 2] = [Track::Region, Track::National];

fn judged(
    here: ViewContext,
    opened: &Arc<Opened>,
    round: &Round,
    rules: &Known<Rulebook>,
    book: &Handle<Known<Rulebook>>,
) -> AnyView {
    let words = &here.words.ladder_page().differences;
    let placed = positions(&opened.edition.parks, Some(round), rules, opened.day());
    let count = |reading: Reading| {
        let of = |(_, position): &(_, Position<'_>)| {
            TRACKS.into_iter().filter(|track| position.reading(*track) == reading).count()
        };
        placed.iter().map(of).sum::<usize>()
    };
    let (agree, open) = (count(Reading::Agrees), count(Reading::Undetermined));
    let table = opened.edition.stages();
    let differing: Vec<Differing> = TRACKS
        .into_iter()
        .flat_map(|track| {
            placed.iter().filter_map(move |(park, position)| differing(here, table, park, position, track))
        })
        .collect();
    let rows = differing.len();
    let (opened, book, store) = (Arc::clone(opened), book.clone(), Store::of());
    let row = move |at: usize| {
        let each = &differing[at];
        Row::new(vec![
            park_link(here, &each.park),
            (here.words.ladder_page().rules.track)(each.track).into_any(),
            stage_mark(here, opened.edition.stages(), each.park.stage),
            rules_say(here, opened.edition.stages(), each),
            since(here, &opened, &store, &book, each),
        ])
    };
    let table = (rows > 0)
        .then(|| long_sheet(here, words.caption.to_owned(), "differences", &words.heads, rows, row));
    view! {
        <p>{(words.finding)(rows, agree, open)}</p>
        {table}
    }
    .into_any()
}

/// A park on a track on which official and computed stage differ.
struct Differing {
    park: ParkSummary,
    track: Track,
    reading: Reading,
    /// Who decides, for each way that was asked.
    decided_by: Vec<String>,
    /// The conditions, drawn anew for each view.
    conditions: Box<dyn Fn() -> AnyView + Send + Sync>,
}

fn differing(
    here: ViewContext,
    table: &StageTable,
    park: &ParkSummary,
    position: &Position<'_>,
    track: Track,
) -> Option<Differing> {
    let reading = position.reading(track);
    let asked: Vec<&Open<'_>> = match reading {
        Reading::Supports(_) => position.supported(track).collect(),
        Reading::Contradicts => {
            position.entries.iter().filter(|open| open.transition.track == track).collect()
        }
        Reading::Agrees | Reading::Undetermined => return None,
    };
    let decided_by = asked.iter().map(|open| here.text(&open.transition.decided_by)).collect();
    let case = asked.iter().any(|open| table.correction(open.transition.to).is_some());
    // Answers borrow the rules; what is kept owns its conditions, way by way.
    let own = |answer: &Answer<'_>| (answer.condition.clone(), answer.truth, answer.value, answer.threshold);
    let owned: Vec<Vec<_>> = asked.iter().map(|open| open.answers.iter().map(own).collect()).collect();
    let conditions = Box::new(move || {
        let ways = owned.iter().enumerate().map(|(at, way)| {
            let again = way.iter().map(|(condition, truth, value, threshold)| Answer {
                condition,
                truth: *truth,
                value: *value,
                threshold: *threshold,
            });
            let again: Vec<_> = again.collect();
            view! { {(at > 0).then(|| or(here))} {answers(here, &again, case)} }
        });
        ways.collect_view().into_any()
    });
    Some(Differing { park: park.clone(), track, reading, decided_by, conditions })
}

fn rules_say(here: ViewContext, table: &StageTable, each: &Differing) -> AnyView {
    let words = &here.words.ladder_page().differences;
    let said = match &each.reading {
        Reading::Supports(stages) => {
            let stages = stages.iter().enumerate().map(|(at, stage)| {
                let or = (at > 0).then_some(here.words.readings.or);
                view! { {or} {stage_mark(here, table, Some(*stage))} }
            });
            view! { <p class="from-to">{words.supports} " " {stages.collect_view()}</p> }.into_any()
        }
        _ => view! { <p>{words.contradicts}</p> }.into_any(),
    };
    let mut decided = each.decided_by.clone();
    decided.dedup();
    let decided =
        decided.iter().map(|who| (here.words.ladder_page().flow.decided_by)(who)).collect::<Vec<_>>();
    view! {
        {said}
        <p class="under">{here.join(&decided)}</p>
        <details class="why">
            <summary>{words.conditions}</summary>
            {(each.conditions)()}
        </details>
    }
    .into_any()
}

/// The round from which on the rules have said the same.
fn since(
    here: ViewContext,
    opened: &Opened,
    store: &Store,
    book: &Handle<Known<Rulebook>>,
    each: &Differing,
) -> AnyView {
    let words = &here.words.ladder_page().differences;
    let file = store.file_at::<Park>(opened, &each.park.file);
    let (book, park, track, day) = (book.clone(), each.park.clone(), each.track, opened.day());
    shown(file, move |file| {
        let found = book.ready().map(|book| readings_since(&park, &file.rounds, &book, day));
        let of = |held: Vec<ReadingSince>| held.into_iter().find(|held| held.track == track)?.since;
        match found.and_then(of) {
            Some(day) => view! { <time>{day.to_string()}</time> " " {words.at_least_since} }.into_any(),
            None => view! { <span class="quiet">{words.no_since}</span> }.into_any(),
        }
    })
}
