//! Direct supply, the guiding indicators, and what can be said of the regional level.

use assessment::Ratio;
use assessment::applicability::Subject;
use assessment::clause::DIRECT_SUPPLY;
use assessment::evaluate::{Finding, Outcome, State, judge};
use assessment::input::Rules;
use assessment::report::{CLEAN_ENERGY_SHARE, Report, assess};
use assessment::ruleset::{Indicator, Kind, Ruleset};
use assessment::trace::Trace;
use assessment::whatif::side;
use leptos::prelude::*;

use super::figures::against;
use super::{ResultContext, summary, why};
use crate::parts::basis::{clause_link, clause_link_as};
use crate::parts::indicator::{band_target, sign, with_unit};
use crate::parts::mark::mark_badge;
use crate::parts::state::{state_glyph, state_key};

/// Digits after the point of a share.
const SHARE: u8 = 2;

/// Direct supply, guiding indicators, regional level.
pub fn indicators(context: ResultContext) -> AnyView {
    let words = context.here.words.assess_result();
    view! {
        <section class="result-part" aria-labelledby="result-guiding">
            <h3 id="result-guiding">{words.guiding}</h3>
            {context.live(move |assessment, rules| {
                let report = assess(assessment, rules);
                let guiding = report.outcomes.iter().filter(|outcome| outcome.kind == Kind::Guiding);
                let guiding: Vec<_> = guiding.map(|outcome| one(context, &report, outcome, rules)).collect();
                view! { <ul class="result-list">{guiding} {direct(context, &report)}</ul> }.into_any()
            })}
        </section>
        <section class="result-part" aria-labelledby="result-region">
            <h3 id="result-region">{words.region}</h3>
            {context.live(move |assessment, rules| {
                let report = assess(assessment, rules);
                let book = context.session.rulebook();
                match summary::regional(&book, assessment.year) {
                    Some(set) => region(context, set, &report),
                    None => view! { <p>{words.no_region}</p> }.into_any(),
                }
            })}
        </section>
    }
    .into_any()
}

/// State in shape and word; what nobody filled in is not "not published".
fn state(context: ResultContext, state: State) -> AnyView {
    let here = context.here;
    let word = match state {
        State::Met => here.words.states.met,
        State::NotMet => here.words.states.not_met,
        State::NoData => here.words.assess_result().not_given,
        State::NotApplicable => here.words.states.not_applicable,
        State::Pending => here.words.states.pending,
        State::NoThreshold => here.words.states.no_threshold,
        State::NotInForce => here.words.states.not_in_force,
    };
    view! { <span class="outcome" data-outcome=state_key(state)>{state_glyph(state)} {word}</span> }
        .into_any()
}

fn one(context: ResultContext, report: &Report<'_>, outcome: &Outcome<'_>, rules: Rules<'_>) -> AnyView {
    let (here, words) = (context.here, context.here.words.assess_result());
    let Some(indicator) = rules.ruleset.indicator(outcome.indicator) else { return ().into_any() };
    let value =
        outcome.value.map(|value| with_unit(here, &against(value, outcome.target, SHARE), &indicator.unit));
    // Named, so that nobody reads the value and the sign before the target as a statement.
    let name = here.words.indicators().target;
    let target = outcome.target.map(|target| {
        let target = with_unit(here, &target.to_string(), &indicator.unit);
        format!("{name} {} {target}", sign(indicator.direction))
    });
    let reason =
        outcome.reason.as_ref().map(|reason| view! { <span class="under">{(words.reason)(reason)}</span> });
    let readings = (outcome.indicator == CLEAN_ENERGY_SHARE).then(|| readings(context, report));
    let why = (outcome.state != State::NoData).then(|| why::of_indicator(context, outcome.indicator));
    view! {
        <li class="result-row" data-indicator=outcome.indicator.to_owned()>
            <span class="row-name">{here.text(&indicator.name)}</span>
            <span class="row-state">{state(context, outcome.state)}</span>
            <span class="row-value">
                {value} " " <span class="unit">{target}</span> " "
                {outcome.clause.map(|clause| clause_link(here, clause))}
            </span>
            {reason}
            {readings}
            {why}
        </li>
    }
    .into_any()
}

/// Both readings of the clean-energy share, as computed.
fn readings(context: ResultContext, report: &Report<'_>) -> AnyView {
    let words = context.here.words.assess_result();
    let said = |value: Option<Ratio>| {
        value.map_or_else(|| "–".to_owned(), |value| format!("{}%", value.to_fixed(SHARE)))
    };
    let with = said(report.accounts.clean_energy_share());
    let strict = said(report.clean_energy_share_strict_pct);
    view! {
        <span class="under">{(words.clean_readings)(&with, &strict)}</span>
    }
    .into_any()
}

/// The share that is supplied directly: reported, never part of the verdict.
fn direct(context: ResultContext, report: &Report<'_>) -> AnyView {
    let (here, words) = (context.here, context.here.words.assess_result());
    let value = report
        .direct_supply_share_pct
        .map_or_else(|| "–".to_owned(), |share| format!("{}%", share.to_fixed(SHARE)));
    let pick = |trace: Trace| trace.direct_supply_share.into_iter().collect();
    let why =
        report.direct_supply_share_pct.is_some().then(|| why::fold(context, "why.direct".to_owned(), pick));
    view! {
        <li class="result-row" data-indicator="direct_supply">
            <span class="row-name">{words.direct_supply}</span>
            <span class="row-value">{value} " " {clause_link(here, DIRECT_SUPPLY)}</span>
            <span class="under">{words.direct_supply_note}</span>
            {why}
        </li>
    }
    .into_any()
}

/// What the regional ruleset lets one say: its core indicator, and that its guiding ones are not filled in.
fn region(context: ResultContext, set: &Ruleset, report: &Report<'_>) -> AnyView {
    let (here, words) = (context.here, context.here.words.assess_result());
    let core = set.core();
    let guiding = set.indicators.iter().filter(|indicator| indicator.kind == Kind::Guiding).count();
    let missing = set.unpublished.iter().map(|missing| {
        let count = missing.count.map(here.words.park().count_of);
        view! { <li>{here.text(&missing.what)} " " {count}</li> }
    });
    let missing = (!set.unpublished.is_empty()).then(|| {
        view! {
            <p class="section-note">{words.region_missing}</p>
            <ul class="unpublished">{missing.collect_view()}</ul>
        }
    });
    view! {
        <p class="section-note">
            {clause_link_as(here, &set.document, here.text(&set.title))} " " {mark_badge(here, set.mark)}
        </p>
        <ul class="result-list">{core.map(|core| region_core(context, core, report))}</ul>
        {(guiding > 0).then(|| view! { <p class="section-note">{(words.region_guiding)(guiding)}</p> })}
        {missing}
        {set.note.as_ref().map(|note| view! { <p class="section-note">{here.text(note)}</p> })}
    }
    .into_any()
}

fn region_core(context: ResultContext, core: &Indicator, report: &Report<'_>) -> AnyView {
    let (here, words) = (context.here, context.here.words.assess_result());
    let energy = report.accounts.energy();
    let finding = report.intensity_t_per_tce.map_or(Finding::NoData, Finding::Value);
    let outcome = judge(core, Subject::of_energy(energy), finding);
    let band = core.band(Subject::of_energy(energy));
    // Of a threshold whose split is not published only the place beside its range can be said.
    let beside = band.and_then(|band| band.between).zip(outcome.value).map(|(between, value)| {
        let [low, high] = between;
        let said = (words.beside)(side(value, between), &low.to_string(), &high.to_string());
        view! { <span class="under">{said}</span> }
    });
    let value = outcome.value.map(|value| against(value, outcome.target, summary::SHOWN));
    view! {
        <li class="result-row" data-indicator="region_core">
            <span class="row-name">{here.text(&core.name)}</span>
            <span class="row-state">{state(context, outcome.state)}</span>
            <span class="row-value">
                {value} " " {band.map(|band| view! { <span class="unit">{here.words.indicators().target}</span> " " {band_target(here, sign(core.direction), band, &[])} })} " "
                {outcome.clause.map(|clause| clause_link(here, clause))}
            </span>
            {beside}
        </li>
    }
    .into_any()
}
