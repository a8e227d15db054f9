//! Conditions of a step: in words, and answered.

use assessment::climb::{Answer, Truth};
use assessment::evaluate::State;
use assessment::ladder::{Condition, Transition};
use assessment::{Decimal, Ratio};
use leptos::prelude::*;

use crate::here::Here;
use crate::parts::basis::clause_link;
use crate::parts::state::{state_glyph, state_key};

/// Digits after the point of a displayed value; the comparison used all of them.
const SHOWN: u8 = 3;

/// A condition in words.
pub fn condition(here: Here, condition: &Condition) -> String {
    (here.words.ladder_page().conditions.kind)(&condition.kind, condition.holds)
}

/// The conditions of a transition in words, each with its clause where it rests on another than the step.
pub fn conditions(here: Here, transition: &Transition) -> AnyView {
    let conditions = transition.conditions.iter().map(|each| {
        let clause = (each.clause != transition.clause).then(|| clause_link(here, &each.clause));
        view! { <li>{condition(here, each)} " " {clause}</li> }
    });
    view! { <ul class="conditions">{conditions.collect_view()}</ul> }.into_any()
}

/// Conditions with their answers: met, not met or unknown, the figure and what it is held against, the clause.
pub fn answers(here: Here, answers: &[Answer<'_>]) -> AnyView {
    let answers = answers.iter().map(|answer| {
        let state = state_of(answer.truth);
        view! {
            <li class="answer">
                <span class="outcome" data-outcome=state_key(state)>
                    {state_glyph(state)} {(here.words.ladder_page().conditions.truth)(answer.truth)}
                </span>
                <span>{condition(here, answer.condition)} " " {figures(here, answer)} {clause_link(here, &answer.condition.clause)}</span>
            </li>
        }
    });
    view! { <ul class="answers">{answers.collect_view()}</ul> }.into_any()
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

fn figures(here: Here, answer: &Answer<'_>) -> AnyView {
    let words = &here.words.ladder_page().conditions;
    let said = match (answer.value, answer.threshold) {
        (Some(value), Some(threshold)) => {
            let limit = threshold.rounded(SHOWN);
            let against = (words.against)(&value.to_fixed_against(limit, SHOWN), &short(limit));
            let gap = answer.gap().map(|gap| (words.gap)(&gap.to_fixed_up(SHOWN)));
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
