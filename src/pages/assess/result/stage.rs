//! What the ladder would support, and what is missing for it.

use assessment::evaluate::{Evaluation, State};
use assessment::ladder::{Ladder, Track};
use assessment::ladder_position::{self, Known, LadderFacts, Reading};
use assessment::report::assess;
use disclosure::park_history::ladder_in_force;
use leptos::prelude::*;

use super::ResultContext;
use crate::pages::ladder::conditions::{answers, or, step_basis};
use crate::parts::stage::{stage_mark, stage_name};

/// Each way that leaves the stage of a candidate, its conditions answered.
pub fn stage(context: ResultContext) -> AnyView {
    let words = context.here.words.assess_result();
    context.folds.section("stage", words.stage, move || {
        context.look(|assessment, rules| {
            let report = assess(assessment, rules);
            let values = report.outcomes.iter().filter_map(|outcome| {
                let verified = matches!(outcome.state, State::Met | State::NotMet | State::NoThreshold);
                verified.then_some(Known { indicator: outcome.indicator, value: outcome.value? })
            });
            let values = values.collect();
            let national = Evaluation {
                outcomes: report.outcomes.clone(),
                verdict: report.verdict,
                blocked_by: report.blocked_by.clone(),
            };
            let day = context.opened.with_value(|opened| opened.day());
            let book = context.session.rulebook();
            let ladder = ladder_in_force(&book, day).ok();
            // Whoever assesses itself stands where every park begins.
            let Some((ladder, first)) =
                ladder.and_then(|ladder| Some((ladder, ladder.table.stages.first()?.id)))
            else {
                return view! { <p>{words.no_ladder}</p> }.into_any();
            };
            let standing = LadderFacts {
                on: day,
                stage: first,
                rectify_by: None,
                national: Some(&national),
                region: None,
                values,
                committed: Vec::new(),
                construction_to: None,
                basic: context.session.with(worksheet::Sheet::basic_conditions),
                selected_for_cultivation: None,
                selected_for_national_list: None,
                national_acceptance_passed: None,
            };
            position(context, ladder, &ladder_position::place(ladder, &standing))
        })
    })
}

fn position(context: ResultContext, ladder: &Ladder, position: &ladder_position::Position<'_>) -> AnyView {
    let (here, words, table) = (context.here, context.here.words.assess_result(), &ladder.table);
    let supported = [Track::National, Track::Region].map(|track| match position.reading(track) {
        Reading::Supports(stages) => stages.iter().map(|stage| stage_name(here, table, *stage)).collect(),
        Reading::Contradicts | Reading::Agrees | Reading::Undetermined => Vec::new(),
    });
    let finding = match supported.iter().find(|stages| !stages.is_empty()) {
        Some(stages) => (words.supports)(stages),
        None => words.supports_none.to_owned(),
    };
    let ways: Vec<_> = position
        .open
        .iter()
        .enumerate()
        .map(|(at, open)| {
            let earlier = &position.open[..at];
            let instead = earlier.iter().any(|other| other.transition.may_replace(open.transition));
            view! {
                <li>
                    {instead.then(|| or(here))}
                    <p class="result-way">
                        {stage_mark(here, table, Some(open.transition.to))} " "
                        {step_basis(here, ladder, open.transition)}
                    </p>
                    {answers(here, &open.answers, false)}
                    <p class="section-note">{(words.decided_by)(&here.text(&open.transition.decided_by))}</p>
                </li>
            }
        })
        .collect();
    view! {
        <p>{finding}</p>
        <ul class="result-ways">{ways}</ul>
        <p class="section-note">{words.as_candidate}</p>
    }
    .into_any()
}
