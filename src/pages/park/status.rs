//! The two statuses, side by side: what the authority has published, and what the rules make of it.

use std::sync::Arc;

use assessment::climb::{Position, Reading, Rectification};
use assessment::ladder::{StageTable, Track};
use assessment::ruleset::Level;
use disclosure::as_of::Known;
use disclosure::course;
use disclosure::model::{Event, Park, Rulebook};
use leptos::prelude::*;

use super::acts::act_links;
use super::{Parts, no_rule, ruled, unreadable};
use crate::here::Here;
use crate::judgement::{readings, see};
use crate::parts::stage::{reading as reading_words, stage_glyph, stage_name};

/// Both.
pub fn status_pair(here: Here, parts: &Parts) -> AnyView {
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

fn official(here: Here, parts: &Parts) -> AnyView {
    let words = here.words.park();
    let Some(stage) = parts.summary.stage else {
        return view! { <p class="status-word">{here.words.stages.none}</p> }.into_any();
    };
    let since = parts.summary.since.map(|since| (words.since)(since));
    let park = parts.park.clone();
    let opened = Arc::clone(&parts.opened);
    let act = move || {
        let park = park.ready()?;
        let is_act = |event: &&Event| event.stage == stage;
        let act = park.events.iter().rev().find(is_act)?;
        Some(act_links(here, act, &opened.edition))
    };
    let table = parts.edition().stages();
    let meaning = table.get(stage).map(|row| here.text(&row.meaning));
    view! {
        <p class="status-word">{stage_glyph(table, stage)} {stage_name(here, table, stage)}</p>
        <p class="status-note">{since} " " {act}</p>
        <p class="status-note">{meaning}</p>
    }
    .into_any()
}

fn computed(here: Here, parts: &Parts, book: &Known<Rulebook>, park: &Known<Park>) -> AnyView {
    let (words, day) = (here.words.park(), parts.opened.day());
    let (Ok(seen), Ok(held)) =
        (see(&parts.summary, park, book, day), course::held(&parts.summary, &park.rounds, book, day))
    else {
        return unreadable(here);
    };
    let national = match seen.judged.of(Level::National) {
        Ok(national) => national,
        Err(error) => return view! { <p class="status-word">{no_rule(here, error)}</p> }.into_any(),
    };
    let verdict = (here.words.course().verdict_line)((words.verdict)(national.evaluation.verdict));
    let placed = seen.position.as_ref().map(|position| {
        let readings = readings(position, parts.edition().stages(), &held);
        let rectification = position.rectification.map(|left| rectification(here, parts, left));
        view! { {told(here, parts.edition().stages(), position, &readings)} {rectification} }
    });
    let unplaced = || match &seen.ladder {
        Ok(_) => here.words.course().no_act.to_owned(),
        Err(error) => no_rule(here, error),
    };
    let placed = placed
        .map_or_else(|| view! { <p class="status-word">{unplaced()}</p> }.into_any(), IntoAny::into_any);
    view! {
        {placed}
        <p class="status-note">
            {verdict} " " {words.judged_by} {here.text(&national.ruleset.title)} " " <a href="#why">{words.why}</a>
        </p>
    }
    .into_any()
}

/// What the rules make of the stage: the reading that says most in large, the other track's below it.
fn told(
    here: Here,
    table: &StageTable,
    position: &Position<'_>,
    readings: &[(Track, Reading, Option<assessment::Date>)],
) -> AnyView {
    let words = here.words.course();
    let Some((track, reading, since)) = readings.first() else {
        return view! { <p class="status-word">{reading_words(here, table, Reading::Agrees)}</p> }.into_any();
    };
    let decides =
        position.supported(*track).map(|open| (words.decides)(&here.text(&open.transition.decided_by)));
    let others = readings.iter().skip(1).filter(|(_, other, _)| other != reading);
    let others = others.map(|(track, reading, _)| {
        let said = format!(
            "{}{}{}",
            (words.track)(*track),
            here.words.map().colon,
            reading_words(here, table, *reading)
        );
        view! { <p class="status-note">{said}</p> }
    });
    view! {
        <p class="status-word">{reading_words(here, table, *reading)}</p>
        <p class="status-note" data-since=since.map(|day| day.to_string())>
            {(words.reading_note)(*reading, *since)} " " {decides}
        </p>
        {others.collect_view()}
    }
    .into_any()
}

/// How long is left to rectify.
fn rectification(here: Here, parts: &Parts, rectification: Rectification) -> AnyView {
    let words = here.words.course();
    let due = disclosure::as_of::standing(&parts.summary.events, parts.opened.day()).and_then(|s| s.due);
    let (said, late) = match (rectification, due) {
        (Rectification::DaysLeft(left), Some(due)) => ((words.days_left)(due, left), false),
        (Rectification::Overdue(past), Some(due)) => ((words.overdue)(due, past), true),
        _ => (words.no_last_day.to_owned(), false),
    };
    view! { <p class="status-note rectify-by" class:late=late>{said}</p> }.into_any()
}
