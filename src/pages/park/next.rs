//! Why the park stands where it stands, and what is open from there: every condition with its figures.

use assessment::evaluate::State;
use assessment::ladder::{ConditionKind, StageTable, Transition};
use assessment::ladder_position::{Answer, Open, Truth};
use disclosure::as_of::Known;
use disclosure::model::{Park, Rulebook};
use disclosure::park_view::{ParkView, park_view};
use leptos::prelude::*;

use super::{Parts, no_rule};
use crate::pages::ladder::conditions::{or, step_basis};
use crate::parts::basis::clause_link;
use crate::parts::indicator::figure;
use crate::parts::mark::mark_badge;
use crate::parts::stage::{stage_glyph, stage_name, stage_phrase};
use crate::parts::state::{drawing, state_word};
use crate::view_context::ViewContext;
use crate::words::grouped_text;

/// Heading and steps.
pub fn next(here: ViewContext, parts: &Parts, book: &Known<Rulebook>, park: &Known<Park>) -> AnyView {
    let words = here.words.park_history();
    let seen = park_view(&parts.summary, park, book, parts.opened.day());
    let table = parts.edition().stages();
    let body = match &seen.position {
        None if seen.ladder.is_err() => no_ladder(here, &seen),
        None => view! { <p class="empty">{words.no_act}</p> }.into_any(),
        Some(position) => {
            let open = position.open.iter().enumerate().map(|(at, open)| {
                let earlier = &position.open[..at];
                let instead = earlier.iter().any(|other| other.transition.may_replace(open.transition));
                view! { {instead.then(|| or(here))} {step(here, table, open, &seen, book)} }
            });
            let open = if position.open.is_empty() {
                view! { <p class="empty">{words.no_open}</p> }.into_any()
            } else {
                view! { <p class="section-note">{words.why_lead}</p> {open.collect_view()} }.into_any()
            };
            view! { {open} {entries(here, table, &position.entries, &seen, book)} {convention(here, &seen)} }
                .into_any()
        }
    };
    view! {
        <section class="park-next" aria-labelledby="why">
            <h2 id="why">{words.why}</h2>
            {body}
        </section>
    }
    .into_any()
}

fn no_ladder(here: ViewContext, seen: &ParkView<'_>) -> AnyView {
    let why = seen.ladder.as_ref().err().map(|error| no_rule(here, error));
    view! { <p class="empty">{why}</p> }.into_any()
}

/// One step that the rules provide for.
fn step(
    here: ViewContext,
    table: &StageTable,
    open: &Open<'_>,
    seen: &ParkView<'_>,
    book: &Known<Rulebook>,
) -> AnyView {
    let words = here.words.park_history();
    let transition = open.transition;
    let case = table.correction(transition.to).is_some();
    let met = if case { words.arisen } else { words.all_met };
    let met = (open.truth == Truth::Met).then(|| view! { <p class="step-met">{met}</p> });
    view! {
        <div class="next-step" data-transition=transition.id.clone() data-truth=truth_key(open.truth) class:case=case>
            <h3>
                {stage_glyph(table, transition.to)} " " {(words.to)(&stage_phrase(here, table, transition.to))}
            </h3>
            <p class="section-note">
                {(words.decided_by)(&here.text(&transition.decided_by))} " " {basis(here, seen, transition)}
            </p>
            {answers(here, open, seen, book, case)}
            {met}
        </div>
    }
    .into_any()
}

/// The clause that provides for a step, and how sure that is.
fn basis(here: ViewContext, seen: &ParkView<'_>, transition: &Transition) -> AnyView {
    match &seen.ladder {
        Ok(ladder) => step_basis(here, ladder, transition),
        Err(_) => clause_link(here, &transition.clause),
    }
}

/// On an attained stage: whether the ways into it would still be open.
fn entries(
    here: ViewContext,
    table: &StageTable,
    entries: &[Open<'_>],
    seen: &ParkView<'_>,
    book: &Known<Rulebook>,
) -> AnyView {
    if entries.is_empty() {
        return ().into_any();
    }
    let words = here.words.park_history();
    let ways = entries.iter().map(|open| {
        let transition = open.transition;
        let stages = |stage| stage_name(here, table, stage);
        let way = format!("{} → {}", stages(transition.from), stages(transition.to));
        view! {
            <div class="next-step" data-entry=transition.id.clone() data-truth=truth_key(open.truth)>
                <p class="way">{way} " " {basis(here, seen, transition)}</p>
                {answers(here, open, seen, book, false)}
            </div>
        }
    });
    view! {
        <div class="next-entries">
            <h3>{words.still}</h3>
            <p class="section-note">{words.still_note}</p>
            {ways.collect_view()}
        </div>
    }
    .into_any()
}

/// The convention behind "lags", where a step asks for it.
fn convention(here: ViewContext, seen: &ParkView<'_>) -> AnyView {
    let asked = seen.position.iter().flat_map(|p| p.open.iter().chain(&p.entries));
    let lags = asked
        .flat_map(|open| &open.answers)
        .any(|answer| answer.condition.kind == ConditionKind::ProgressLags);
    let Some(ladder) = seen.ladder.as_ref().ok().filter(|_| lags) else { return ().into_any() };
    view! {
        <p class="section-note">
            {mark_badge(here, ladder.lag.mark)} " " {(here.words.park_history().tolerance)(ladder.lag.tolerance_pct)}
        </p>
    }
    .into_any()
}

fn answers(
    here: ViewContext,
    open: &Open<'_>,
    seen: &ParkView<'_>,
    book: &Known<Rulebook>,
    case: bool,
) -> AnyView {
    let answers = open.answers.iter().map(|answer| condition(here, answer, seen, book, case));
    view! { <ul class="conditions">{answers.collect_view()}</ul> }.into_any()
}

/// How an answer is to be read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reads {
    /// A condition that is wanted: met is good, not met is what is missing.
    Wanted,
    /// A circumstance that a measure asks for: it has arisen or not, and neither is good.
    Circumstance,
    /// A day that has not come: nothing is missing.
    NotYet,
}

impl Reads {
    fn of(answer: &Answer<'_>, case: bool) -> Reads {
        let waits = answer.condition.kind == ConditionKind::ConstructionEnded && answer.condition.holds;
        match answer.truth {
            Truth::Unknown => Reads::Wanted,
            _ if case => Reads::Circumstance,
            Truth::NotMet if waits => Reads::NotYet,
            Truth::Met | Truth::NotMet => Reads::Wanted,
        }
    }

    fn key(self, truth: Truth) -> &'static str {
        match (self, truth) {
            (Reads::Wanted, truth) => truth_key(truth),
            (Reads::Circumstance, Truth::Met) => "arisen",
            (Reads::Circumstance, _) => "not-arisen",
            (Reads::NotYet, _) => "not-yet",
        }
    }
}

fn condition(
    here: ViewContext,
    answer: &Answer<'_>,
    seen: &ParkView<'_>,
    book: &Known<Rulebook>,
    case: bool,
) -> AnyView {
    let words = here.words.park_history();
    let condition = answer.condition;
    let reads = Reads::of(answer, case);
    let decision = condition.kind.is_decision() && answer.truth == Truth::Unknown;
    let truth = match (answer.truth, answer.value) {
        _ if decision => words.undecided,
        // There is a figure, and it may not be judged yet.
        (Truth::Unknown, Some(_)) => state_word(here, state_of(answer, seen)),
        (truth, _) => match reads {
            Reads::Wanted => (words.truth)(truth),
            Reads::Circumstance => (words.case_truth)(truth),
            Reads::NotYet => words.not_yet,
        },
    };
    let shown = answer.shown(3);
    let against = answer.threshold.map(|threshold| match &shown {
        Some(shown) => {
            let threshold = figure(shown.threshold.into(), shown.places);
            (words.held_against)(&condition.kind, &shown.value.to_fixed(shown.places), &threshold)
        }
        None => (words.held_against)(
            &condition.kind,
            here.words.indicators().not_published,
            &figure(threshold, 3),
        ),
    });
    let gap = shown.filter(|_| reads == Reads::Wanted);
    let gap = gap.and_then(|shown| Some((words.missing)(&shown.gap?.to_fixed(shown.places))));
    let mark = match reads {
        Reads::Wanted => drawing(state_of(answer, seen)),
        Reads::Circumstance | Reads::NotYet => neutral(answer.truth == Truth::Met),
    };
    view! {
        <li data-truth=reads.key(answer.truth)>
            <svg viewBox="0 0 16 16" class="glyph" aria-hidden="true" focusable="false">
                {mark}
            </svg>
            <div>
                <p>
                    {(words.condition)(&condition.kind, condition.holds)} " "
                    <span class="condition-truth">{truth}</span>
                </p>
                <p class="under">
                    {against.map(|against| view! { <span class="condition-figure">{against}</span> })}
                    {gap.map(|gap| view! { <span class="condition-gap">{gap}</span> })}
                    {clause_link(here, &condition.clause)}
                </p>
                {to_do(here, answer, seen, book)}
            </div>
        </li>
    }
    .into_any()
}

/// A mark that is neither good nor bad: filled where something has arisen, hollow where it has not.
fn neutral(arisen: bool) -> AnyView {
    let class = if arisen { "glyph-filled" } else { "glyph-open" };
    view! { <path class=class d="M8 2.6a5.4 5.4 0 1 1 0 10.8a5.4 5.4 0 1 1 0-10.8z" /> }.into_any()
}

/// What the core indicator lacks in tonnes and in power.
fn to_do(here: ViewContext, answer: &Answer<'_>, seen: &ParkView<'_>, book: &Known<Rulebook>) -> AnyView {
    let ConditionKind::CoreMet { level } = answer.condition.kind else { return ().into_any() };
    let gap = (answer.truth == Truth::NotMet).then(|| seen.judged.core_gap(level, book)).flatten();
    let Some(gap) = gap.filter(|gap| !gap.excess.is_negative()) else { return ().into_any() };
    let words = here.words.park_history();
    let tonnes = grouped_text(&gap.excess.tonnes().to_fixed_up(0));
    let power = gap.power_to_replace.map(|mwh| grouped_text(&mwh.to_fixed_up(0)));
    view! { <p class="under to-do">{(words.to_do)(&tonnes, power.as_deref())}</p> }.into_any()
}

fn truth_key(truth: Truth) -> &'static str {
    match truth {
        Truth::Met => "met",
        Truth::NotMet => "not-met",
        Truth::Unknown => "unknown",
    }
}

/// The state whose shape an answer has. A core value that is judged by no target is not one that waits to be verified.
fn state_of(answer: &Answer<'_>, seen: &ParkView<'_>) -> State {
    let core = match answer.condition.kind {
        ConditionKind::CoreMet { level } => seen.judged.core(level).map(|core| core.state),
        _ => None,
    };
    match (answer.truth, answer.value) {
        (Truth::Unknown, Some(_)) if core == Some(State::NoThreshold) => State::NoThreshold,
        (Truth::Met, _) => State::Met,
        (Truth::NotMet, _) => State::NotMet,
        (Truth::Unknown, Some(_)) => State::Pending,
        (Truth::Unknown, None) => State::NoData,
    }
}
