//! The two statuses, side by side: what the authority has published, and what the rules make of it.

use std::sync::Arc;

use assessment::ladder::{StageTable, Track};
use assessment::ladder_position::{Position, Reading, Rectification};
use assessment::ruleset::Level;
use disclosure::as_of::Known;
use disclosure::model::{Event, Park, Rulebook};
use disclosure::park_headline::{ParkHeadline, park_headline};
use disclosure::park_history;
use disclosure::park_view::{park_view, readings};
use leptos::prelude::*;

use super::acts::act_links;
use super::{Parts, no_rule, ruled};
use crate::parts::stage::{reading as reading_words, stage_glyph, stage_mark, stage_name, supported};
use crate::view_context::ViewContext;

/// Both.
pub fn status_pair(here: ViewContext, parts: &Parts) -> AnyView {
    let words = here.words.park();
    view! {
        <div class="status-pair">
            <section class="status" aria-labelledby="official">
                <h2 id="official" class="eyebrow">{words.official}</h2>
                {official(here, parts)}
            </section>
            <section class="status" aria-labelledby="computed">
                <h2 id="computed" class="eyebrow">
                    {format!("{}{}", words.computed, (words.as_of)(parts.opened.day()))}
                </h2>
                {ruled(parts, move |parts, book, park| computed(here, parts, book, park))}
            </section>
        </div>
    }
    .into_any()
}

fn official(here: ViewContext, parts: &Parts) -> AnyView {
    let words = here.words.park();
    let Some(stage) = parts.summary.stage else {
        return view! { <p class="status-word">{here.words.stages.none}</p> }.into_any();
    };
    let since = parts.summary.since.map(|since| (words.since)(since));
    let park = parts.park.clone();
    let opened = Arc::clone(&parts.opened);
    let act = move || {
        let park = park.ready()?;
        let is_act = |event: &&Event| event.stage == stage && !event.removed;
        let act = park.events.iter().rev().find(is_act)?;
        Some(act_links(here, act, &opened.edition))
    };
    let table = parts.edition().stages();
    let meaning = table.get(stage).map(|row| here.text(&row.meaning));
    // The status on the other track holds as well.
    let beside = parts.summary.beside(table).map(|beside| {
        let since = (words.since)(beside.since);
        view! {
            <p class="status-note status-beside">
                {here.words.stages.beside} " " {stage_mark(here, table, Some(beside.stage))} " " {since}
            </p>
        }
    });
    view! {
        <p class="status-word">{stage_glyph(table, stage)} {stage_name(here, table, stage)}</p>
        <p class="status-note">{since} " " {act}</p>
        <p class="status-note">{meaning}</p>
        {beside}
    }
    .into_any()
}

fn computed(here: ViewContext, parts: &Parts, book: &Known<Rulebook>, park: &Known<Park>) -> AnyView {
    let (words, day) = (here.words.park(), parts.opened.day());
    let seen = park_view(&parts.summary, park, book, day);
    let held = park_history::readings_since(&parts.summary, &park.rounds, book, day);
    let national = match seen.judged.of(Level::National) {
        Ok(national) => national,
        Err(error) => return view! { <p class="status-word">{no_rule(here, error)}</p> }.into_any(),
    };
    let verdict = (here.words.park_history().verdict_line)((words.verdict)(national.evaluation.verdict));
    let placed = seen.position.as_ref().map(|position| {
        let table = parts.edition().stages();
        let readings = readings(position, table, &held);
        let headline = park_headline(position, &seen.judged, table);
        let rectification = position.rectification.map(|left| rectification(here, parts, park, left));
        view! { {told(here, table, position, &headline, &readings)} {rectification} }
    });
    let unplaced = || match &seen.ladder {
        Ok(_) => here.words.park_history().no_act.to_owned(),
        Err(error) => no_rule(here, error),
    };
    let placed = placed
        .map_or_else(|| view! { <p class="status-word">{unplaced()}</p> }.into_any(), IntoAny::into_any);
    view! {
        {placed}
        <p class="status-note">
            {here.sentences([&verdict, words.judged_by])} {here.text(&national.ruleset.title)} " " <a href="#why">{words.why}</a>
        </p>
    }
    .into_any()
}

/// The gravest thing that can be said, in large; then what the rules make of the stage on each track.
fn told(
    here: ViewContext,
    table: &StageTable,
    position: &Position<'_>,
    headline: &ParkHeadline,
    readings: &[(Track, Reading, Option<assessment::Date>)],
) -> AnyView {
    let words = here.words.park_history();
    let since = readings.first().and_then(|(_, _, since)| *since);
    let mut deciding: Vec<String> = Vec::new();
    for (track, ..) in readings {
        let who = position.supported(*track).map(|open| here.text(&open.transition.decided_by));
        if deciding.is_empty() {
            deciding.extend(who);
        }
    }
    deciding.dedup();
    let decides = (!deciding.is_empty()).then(|| (words.decides)(&deciding.join(here.words.readings.or)));
    let note = match headline {
        // The line on the order says it all, where the rules agree with it.
        ParkHeadline::Overdue(_) | ParkHeadline::Ordered(_)
            if readings.first().is_none_or(|(_, reading, _)| *reading == Reading::Agrees) =>
        {
            None
        }
        ParkHeadline::NoData => Some(words.no_values.to_owned()),
        _ => readings.first().map(|(_, reading, since)| (words.reading_note)(reading, *since)),
    };
    let missing = match headline {
        ParkHeadline::Undetermined(missing) if !missing.is_empty() => {
            let missing: Vec<_> =
                missing.iter().map(|(kind, holds)| (words.condition)(kind, *holds)).collect();
            Some((words.missing_conditions)(&here.join(&missing)))
        }
        _ => None,
    };
    let first = headline_words(here, table, headline);
    let tracks = readings.iter().map(|(track, reading, _)| (track, reading_words(here, table, reading)));
    // What the headline says already is not said again.
    let tracks = tracks.filter(|(_, said)| *said != first).map(|(track, said)| {
        let said = format!("{}{}{said}", (words.track)(*track), here.words.map().colon);
        view! { <p class="status-note">{said}</p> }
    });
    let tracks = (*headline != ParkHeadline::NoData).then(|| tracks.collect_view());
    view! {
        <p class="status-word" data-severity=headline.key()>
            {first.clone()}
        </p>
        <p class="status-note" data-since=since.map(|day| day.to_string())>
            {here.sentences([&missing.or(note).unwrap_or_default(), &decides.unwrap_or_default()])}
        </p>
        {tracks}
    }
    .into_any()
}

fn headline_words(here: ViewContext, table: &StageTable, headline: &ParkHeadline) -> String {
    let words = here.words.park_history();
    match headline {
        ParkHeadline::Overdue(days) => (words.headline_overdue)(*days),
        ParkHeadline::Ordered(left) => (words.headline_ordered)(*left),
        ParkHeadline::Case(stage) => supported(here, table, &[*stage]),
        ParkHeadline::Due(stages) => supported(here, table, stages),
        ParkHeadline::NoLonger(_) => reading_words(here, table, &Reading::Contradicts),
        ParkHeadline::Pending => words.headline_pending.to_owned(),
        ParkHeadline::Undetermined(_) => words.headline_undetermined.to_owned(),
        ParkHeadline::NoData => words.headline_no_data.to_owned(),
        ParkHeadline::Consistent => reading_words(here, table, &Reading::Agrees),
    }
}

/// How long is left to rectify, and why it was ordered.
fn rectification(here: ViewContext, parts: &Parts, park: &Park, rectification: Rectification) -> AnyView {
    let words = here.words.park_history();
    let due =
        disclosure::as_of::standing(&parts.summary.events, parts.edition().stages(), parts.opened.day())
            .and_then(|s| s.due);
    let (said, late) = match (rectification, due) {
        (Rectification::DaysLeft(left), Some(due)) => ((words.days_left)(due, left), false),
        (Rectification::Overdue(past), Some(due)) => ((words.overdue)(due, past), true),
        _ => (words.no_last_day.to_owned(), false),
    };
    let cause = park.events.iter().rev().find_map(|event| event.cause.as_ref());
    let cause = cause.map(|cause| (words.cause)(&here.text(cause)));
    let said = here.sentences([&said, &cause.unwrap_or_default()]);
    view! { <p class="status-note rectify-by" class:late=late>{said}</p> }.into_any()
}
