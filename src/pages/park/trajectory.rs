//! The core indicator over the rounds, beside the committed path and the targets.

use assessment::ruleset::{Level, Ruleset};
use assessment::{Date, Ratio};
use disclosure::as_of::Known;
use disclosure::model::{Park, Rulebook};
use disclosure::park_history::{JudgedRound, Seen, judged_rounds};
use disclosure::round::RulesDay;
use leptos::prelude::*;

use super::{Parts, emission_breakdown};
use crate::parts::basis::clause_link;
use crate::parts::indicator::figure;
use crate::parts::sheet::{Row, sheet};
use crate::parts::source::source_line;
use crate::parts::state::state_mark;
use crate::parts::trajectory::{NARROW, Point, TrajectoryData, WIDE, lay_out};
use crate::view_context::ViewContext;
use crate::words::{Corrected, Summary};

mod draw;

/// Levels in the order in which targets are named.
const LEVELS: [Level; 2] = [Level::National, Level::Region];

/// One round of the edition: the park's part in it, where it has one, and its core indicator by each level.
struct Told<'a> {
    title: String,
    day: Date,
    round: Option<&'a JudgedRound<'a>>,
    core: Option<Seen>,
    targets: [Option<Ratio>; 2],
}

/// A target that is in force in the last round known, for its line and its label.
#[derive(Clone, Debug, PartialEq)]
struct Target {
    level: Level,
    shown: String,
    clause: Option<String>,
    steps: Vec<(Date, f64)>,
}

/// Drawing, sentence, corrections and table; then how the last figure came about.
pub fn trajectory(here: ViewContext, parts: &Parts, book: &Known<Rulebook>, park: &Known<Park>) -> AnyView {
    let words = here.words.park_history();
    let rounds = judged_rounds(&park.rounds, |on| parts.summary.subject(book, on), book);
    let by =
        rounds.last().map_or_else(|| RulesDay::of_day(parts.opened.day()), |last| last.round.rules_day());
    let core = book.ruleset(Level::National, by).ok().and_then(Ruleset::core);
    let Some(core) = core else { return ().into_any() };
    let told = told(here, parts, &rounds, &core.id);
    let body = if rounds.is_empty() {
        view! { <p class="empty">{words.no_rounds}</p> }.into_any()
    } else {
        let targets = targets(&told);
        view! {
            <p class="section-note">{words.trajectory_note} " " {clause_of(here, core.clause.as_deref())}</p>
            {drawn(here, parts, park, &told, &targets, &core.id)}
            {corrections(here, &told)}
            {table(here, parts, &told)}
            {emission_breakdown::emission_breakdown(here, parts, book, rounds.last())}
        }
        .into_any()
    };
    view! {
        <section class="park-course" aria-labelledby="course">
            <h2 id="course">{words.trajectory}</h2>
            {body}
        </section>
    }
    .into_any()
}

fn clause_of(here: ViewContext, clause: Option<&str>) -> AnyView {
    clause.map(|clause| clause_link(here, clause)).into_any()
}

/// Every round of the edition from the park's first one on, also those that do not cover the park or its core
/// indicator.
fn told<'a>(here: ViewContext, parts: &Parts, rounds: &'a [JudgedRound<'a>], core: &str) -> Vec<Told<'a>> {
    let first = rounds.first().map(|round| round.round.dated);
    let all = parts.edition().rounds.iter().filter(|round| first.is_some_and(|first| first <= round.dated));
    all.map(|summary| {
        let round = rounds.iter().find(|round| round.round.round == summary.id);
        let target = |level| Some(Ratio::from(round?.judged.core(level)?.target?));
        Told {
            title: here.text(&summary.title),
            day: summary.dated,
            core: round.and_then(|round| round.seen(Level::National, core)),
            targets: LEVELS.map(target),
            round,
        }
    })
    .collect()
}

fn targets(told: &[Told<'_>]) -> Vec<Target> {
    let one = |(at, level): (usize, Level)| {
        let steps = told.iter().filter_map(|told| Some((told.day, told.targets[at]?)));
        let steps: Vec<(Date, Ratio)> = steps.collect();
        let (_, last) = steps.last()?;
        let cores = told.iter().rev().filter_map(|told| told.round?.judged.core(level));
        let core = cores.into_iter().find(|core| core.target.is_some())?;
        let clause = core.clause.map(str::to_owned);
        let shown = format!("{}\u{a0}{}", core.direction.sign(), figure(*last, 3));
        Some(Target {
            level,
            shown,
            clause,
            steps: steps.into_iter().map(|(day, value)| (day, value.to_f64())).collect(),
        })
    };
    LEVELS.into_iter().enumerate().filter_map(one).collect()
}

fn drawn(
    here: ViewContext,
    parts: &Parts,
    park: &Known<Park>,
    told: &[Told<'_>],
    targets: &[Target],
    core: &str,
) -> AnyView {
    let words = here.words.park_history();
    // A round that does not cover it has no point, where one that covers it and is silent has a gap.
    let points = told.iter().filter_map(|told| {
        let seen = told.core.as_ref()?;
        Some(Point {
            day: told.day,
            value: seen.value.map(Ratio::to_f64),
            pending: !seen.quality.is_verified(),
            was: seen.was.map(Ratio::to_f64),
        })
    });
    let committed = park.committed.iter().filter(|each| each.indicator == core);
    let mut path: Vec<(Date, f64)> =
        committed.filter_map(|each| Some((Date::year_end(each.year)?, each.target.to_f64()))).collect();
    path.sort_by_key(|(day, _)| *day);
    let construction = park
        .construction
        .as_ref()
        .and_then(|period| Some([Date::new(i32::from(period.from), 1, 1)?, Date::year_end(period.to)?]));
    let course = TrajectoryData {
        points: points.collect(),
        path,
        targets: targets.iter().map(|target| target.steps.clone()).collect(),
        construction,
        day: Some(parts.opened.day()),
    };
    let sentence = summary(here, told, targets);
    let names = draw::Names::of(here, park, parts.opened.day(), targets, last_value(told));
    let draw = |frame, class: &'static str, narrow| {
        lay_out(&course, frame)
            .map(|layout| draw::drawing(&layout, frame, class, &names.short(narrow), &sentence))
    };
    let path_key = (!course.path.is_empty()).then(|| {
        view! { <li><span class="key-path" aria-hidden="true"></span> {words.path} {here.words.map().colon} {words.path_note}</li> }
    });
    let keys = targets.iter().map(|target| {
        let name = format!("{} {} ", (words.target)(target.level), target.shown);
        let class = match target.level {
            Level::National => "key-national",
            Level::Region => "key-region",
        };
        view! { <li><span class=class aria-hidden="true"></span> {name} {clause_of(here, target.clause.as_deref())}</li> }
    });
    view! {
        <figure class="course-figure">
            {draw(WIDE, "course-wide", false)}
            {draw(NARROW, "course-narrow", true)}
            <figcaption>
                <p class="course-sentence">{sentence.clone()}</p>
                <ul class="course-key">{keys.collect_view()} {path_key} {draw::point_keys(here, &course)}</ul>
            </figcaption>
        </figure>
    }
    .into_any()
}

fn last_value(told: &[Told<'_>]) -> Option<String> {
    let (value, target) = told.iter().rev().find_map(|told| {
        let seen = told.core.as_ref()?;
        Some((seen.value?, seen.target))
    })?;
    Some(target.map_or_else(|| value.to_fixed(3), |target| value.to_fixed_against(target, 3)))
}

/// The sentence that says what the drawing shows.
fn summary(here: ViewContext, told: &[Told<'_>], targets: &[Target]) -> String {
    let known = || told.iter().filter_map(|told| Some((told.day, told.core.as_ref()?, told.core?.value?)));
    let (Some(first), Some(last), Some(shown)) = (known().next(), known().next_back(), last_value(told))
    else {
        return here.words.park_history().no_balance.to_owned();
    };
    let targets: Vec<_> = targets.iter().map(|target| (target.level, target.shown.clone())).collect();
    (here.words.park_history().summary)(&Summary {
        first: (first.0, &first.2.to_fixed(3)),
        last: (last.0, &shown),
        pending: !last.1.quality.is_verified(),
        targets: &targets,
        missing: told.iter().filter(|told| told.core.is_some_and(|seen| seen.value.is_none())).count(),
    })
}

/// Every correction of the core indicator, in words.
fn corrections(here: ViewContext, told: &[Told<'_>]) -> AnyView {
    let said: Vec<_> = told.iter().filter_map(|told| correction(here, told)).collect();
    if said.is_empty() {
        return ().into_any();
    }
    let said = said.into_iter().map(|said| view! { <li>{said}</li> });
    view! { <ul class="corrections">{said.collect_view()}</ul> }.into_any()
}

fn correction(here: ViewContext, told: &Told<'_>) -> Option<String> {
    let (seen, first) = (told.core.as_ref()?, told.round?.first.as_ref()?);
    Some((here.words.park_history().corrected)(&Corrected {
        round: told.day,
        on: first.corrected_on,
        was: &seen.was?.to_fixed(3),
        is: &seen.value.map_or_else(|| here.words.indicators().not_published.to_owned(), |is| is.to_fixed(3)),
        reason: &here.text(first.reason),
    }))
}

/// The same as a table, for those who read figures.
fn table(here: ViewContext, parts: &Parts, told: &[Told<'_>]) -> AnyView {
    let (words, shared) = (here.words.park_history(), here.words.indicators());
    let heads = [
        words.round,
        shared.value,
        shared.target,
        shared.state,
        words.quality_head,
        words.source,
        words.correction,
    ];
    let documents = parts.documents();
    let nothing = |seen: Option<&Seen>| match seen {
        Some(_) => shared.not_published,
        None => here.words.corrections().not_covered,
    };
    let rows = told.iter().rev().map(|told| {
        let seen = told.core.as_ref();
        let value = seen.and_then(|seen| seen.value).map(|value| value.to_fixed(3));
        let target = seen.and_then(|seen| Some(format!("{} {}", seen.direction.sign(), seen.target?)));
        let source = told.round.and_then(|round| round.round.snapshot.source.as_ref());
        Row::new(vec![
            told.title.clone().into_any(),
            value.unwrap_or_else(|| nothing(seen).to_owned()).into_any(),
            target.unwrap_or_else(|| shared.no_target.to_owned()).into_any(),
            seen.map(|seen| state_mark(here, seen.state)).into_any(),
            seen.map(|seen| (shared.quality)(seen.quality)).into_any(),
            source.map(|source| source_line(here, source, &documents)).into_any(),
            correction(here, told)
                .map_or_else(|| view! { <span class="none">"–"</span> }.into_any(), IntoAny::into_any),
        ])
    });
    let rows = rows.collect();
    view! {
        <details class="twin no-print">
            <summary>{words.table}</summary>
            <div class="wide-table">{sheet(words.trajectory.to_owned(), "course-table", &heads, rows)}</div>
        </details>
    }
    .into_any()
}
