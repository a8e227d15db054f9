//! Conditions of a step: in words, and answered.

use assessment::evaluate::State;
use assessment::ladder::{Condition, Ladder, Transition};
use assessment::ladder_position::{Answer, Open, Truth};
use assessment::{Decimal, Ratio};
use leptos::prelude::*;

use crate::parts::basis::clause_link;
use crate::parts::indicator::figure;
use crate::parts::mark::mark_badge;
use crate::parts::state::{state_glyph, state_key};
use crate::view_context::ViewContext;

/// Digits after the point of a displayed value; the comparison used all of them.
const SHOWN: u8 = 3;

/// A condition in words.
pub fn condition(here: ViewContext, condition: &Condition) -> String {
    (here.words.ladder_page().conditions.kind)(&condition.kind, condition.holds)
}

/// The conditions of a transition in words, each with its clause where it rests on another than the step.
pub fn conditions(here: ViewContext, transition: &Transition) -> AnyView {
    let conditions = transition.conditions.iter().map(|each| {
        let clause = (each.clause != transition.clause).then(|| clause_link(here, &each.clause));
        view! { <li>{condition(here, each)} " " {clause}</li> }
    });
    view! { <ul class="conditions">{conditions.collect_view()}</ul> }.into_any()
}

/// Conditions with their answers: met, not met or unknown, the figure and what it is held against, the clause. In the
/// `case` for a measure they are circumstances that have arisen or not, and neither is good.
pub fn answers(here: ViewContext, answers: &[Answer<'_>], case: bool) -> AnyView {
    let answers = answers.iter().map(|answer| {
        let state = state_of(answer.truth);
        let settled = case && answer.truth != Truth::Unknown;
        if settled {
            let said = (here.words.park_history().case_truth)(answer.truth);
            return view! {
                <li class="answer">
                    <span class="outcome" data-outcome="circumstance">{said}</span>
                    <span>{condition(here, answer.condition)} " " {figures(here, answer, case)} {clause_link(here, &answer.condition.clause)}</span>
                </li>
            }
            .into_any();
        }
        view! {
            <li class="answer">
                <span class="outcome" data-outcome=state_key(state)>
                    {state_glyph(state)} {(here.words.ladder_page().conditions.truth)(answer.truth)}
                </span>
                <span>{condition(here, answer.condition)} " " {figures(here, answer, case)} {clause_link(here, &answer.condition.clause)}</span>
            </li>
        }
        .into_any()
    });
    view! { <ul class="answers">{answers.collect_view()}</ul> }.into_any()
}

/// The clause that provides for a step, and how sure that is.
pub fn step_basis(here: ViewContext, ladder: &Ladder, transition: &Transition) -> AnyView {
    view! { {clause_link(here, &transition.clause)} " " {mark_badge(here, ladder.mark_of(transition))} }
        .into_any()
}

/// The ways that a step may be taken, their conditions answered: each with its basis where there are several.
pub fn ways_answered(here: ViewContext, ladder: &Ladder, ways: &[Open<'_>], case: bool) -> AnyView {
    let several = ways.len() > 1;
    let ways = ways.iter().enumerate().map(|(at, way)| {
        let basis =
            several.then(|| view! { <p class="under">{step_basis(here, ladder, way.transition)}</p> });
        view! { {(at > 0).then(|| or(here))} {basis} {answers(here, &way.answers, case)} }
    });
    ways.collect_view().into_any()
}

/// Between two ways of which either may be taken.
pub fn or(here: ViewContext) -> AnyView {
    view! { <p class="or">{here.words.ladder_page().conditions.or}</p> }.into_any()
}

/// Mark of an answer as a whole.
pub fn truth_mark(truth: Truth, words: &'static str) -> AnyView {
    let state = state_of(truth);
    view! { <span class="outcome" data-outcome=state_key(state)>{state_glyph(state)} {words}</span> }
        .into_any()
}

fn state_of(truth: Truth) -> State {
    match truth {
        Truth::Met => State::Met,
        Truth::NotMet => State::NotMet,
        Truth::Unknown => State::NoData,
    }
}

fn figures(here: ViewContext, answer: &Answer<'_>, case: bool) -> AnyView {
    let words = &here.words.ladder_page().conditions;
    let said = match (answer.value, answer.shown(SHOWN)) {
        (Some(_), Some(shown)) => {
            let threshold = figure(shown.threshold.into(), shown.places);
            let against = (words.against)(&shown.value.to_fixed(shown.places), &threshold);
            let gap = shown.gap.filter(|_| !case);
            let gap = gap.map(|gap| (words.gap)(&gap.to_fixed(shown.places)));
            here.join(&[Some(against), gap].into_iter().flatten().collect::<Vec<_>>())
        }
        (Some(value), None) => value.to_fixed(SHOWN),
        _ if answer.condition.kind.is_decision() => words.decision.to_owned(),
        _ => return ().into_any(),
    };
    view! { <span class="answer-figures">{said}</span> " " }.into_any()
}

/// A limit without the zeros at its end.
pub fn short(limit: Decimal) -> String {
    let text = Ratio::from(limit).to_fixed(SHOWN);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
