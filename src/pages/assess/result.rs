//! The result, live beside the form.

mod compare;
mod figures;
mod fold;
mod gap;
mod indicators;
mod levers;
mod mix;
mod parts;
mod scenarios;
mod sensitivity;
mod stage;
mod summary;
mod why;

use std::sync::Arc;
use std::time::Duration;

use assessment::input::{Assessment, Rules};
use assessment::report::assess;
use disclosure::as_of::Known;
use disclosure::model::Document;
use leptos::prelude::*;
use worksheet::step::Step;

use crate::assess::Session;
use crate::assess::session::{Outcome, rules_of};
use crate::browser::timer;
use crate::load::{Handle, Opened, Store};
use crate::pages::assess::steps::Steps;
use crate::parts::loading::live;
use crate::view_context::ViewContext;
use fold::Folds;
use mix::Tried;

pub use figures::symbol as unit_symbol;
pub use summary::{blocked, checks, verdict_words, warnings};
pub use why::subject_name;

/// How long a result has to stand before it is read out: letters typed in a row are one news.
const PAUSE: Duration = Duration::from_millis(1200);

/// What every part of the result stands on. Small and copied freely.
#[derive(Clone, Copy)]
struct ResultContext {
    here: ViewContext,
    session: Session,
    opened: StoredValue<Arc<Opened>>,
    /// Asked for with the page, so that the result needs no network later.
    documents: StoredValue<Handle<Known<Vec<Document>>>>,
    folds: Folds,
    tried: Tried,
}

/// What can be shown at all.
#[derive(Clone, PartialEq)]
enum Phase {
    /// Nothing that counts as energy is filled in.
    Nothing,
    /// So many mistakes, the first of them in this field.
    Mistakes(usize, String),
    /// A result.
    Ready,
}

impl Phase {
    fn of(outcome: &Outcome) -> Phase {
        match outcome.problems.first() {
            Some(first) => Phase::Mistakes(outcome.problems.len(), first.field.clone()),
            None if outcome.assessment.is_some() => Phase::Ready,
            None => Phase::Nothing,
        }
    }
}

impl ResultContext {
    /// Draws from the assessment and its rules; nothing while there is none. Tracked.
    fn look(self, draw: impl Fn(&Assessment, Rules<'_>) -> AnyView) -> AnyView {
        let book = self.session.rulebook();
        let assessment = self.session.outcome().with(|outcome| outcome.assessment.clone());
        let drawn = assessment.and_then(|assessment| Some(draw(&assessment, rules_of(&assessment, &book)?)));
        drawn.unwrap_or_else(|| ().into_any())
    }

    /// As [`ResultContext::look`], and drawn anew whenever the assessment changes.
    fn live(self, draw: impl Fn(&Assessment, Rules<'_>) -> AnyView + Send + Sync + 'static) -> AnyView {
        live(Box::new(move || self.look(&draw)))
    }
}

/// The result, live beside the form.
pub fn result(here: ViewContext, session: Session, opened: Arc<Opened>) -> AnyView {
    let context = ResultContext {
        here,
        session,
        documents: StoredValue::new(Store::of().file_at(&opened, &opened.edition.documents)),
        opened: StoredValue::new(opened),
        folds: Folds::new(),
        tried: Tried::new(),
    };
    let outcome = session.outcome();
    let phase = Memo::new(move |_| outcome.with(Phase::of));
    let steps = expect_context::<Steps>();
    // While nothing is filled in and nothing was kept there is nothing to lay side by side.
    let comparable =
        Memo::new(move |_| phase.get() != Phase::Nothing || session.scenarios().iter().any(Option::is_some));
    view! {
        {announcer(context)}
        {live(Box::new(move || match phase.get() {
            Phase::Nothing => nothing(here),
            Phase::Mistakes(count, first) => mistakes(here, steps, count, first),
            Phase::Ready => ready(context),
        }))}
        {live(Box::new(move || if comparable.get() { scenarios::scenarios(context) } else { ().into_any() }))}
    }
    .into_any()
}

fn ready(context: ResultContext) -> AnyView {
    view! {
        {summary::head(context)}
        {parts::parts(context)}
        {indicators::indicators(context)}
        {gap::gap(context)}
        {stage::stage(context)}
        {sensitivity::sensitivity(context)}
        {compare::compare(context)}
    }
    .into_any()
}

/// What will stand here.
fn nothing(here: ViewContext) -> AnyView {
    let words = here.words.assess_result();
    let will = words.will.map(|line| view! { <li>{line}</li> });
    view! {
        <div class="result-state" data-result="nothing">
            <p>{words.nothing}</p>
            <ul class="will">{will.collect_view()}</ul>
        </div>
    }
    .into_any()
}

/// No result while something is wrong: a result that is no longer true is not shown as if it were.
fn mistakes(here: ViewContext, steps: Steps, count: usize, first: String) -> AnyView {
    let words = here.words.assess_result();
    let href = steps.href(Step::of(&first));
    let reach = move |ev: leptos::ev::MouseEvent| {
        ev.prevent_default();
        ev.stop_propagation();
        steps.reach(&first);
    };
    view! {
        <div class="result-state result-mistakes" data-result="mistakes">
            <p>{(words.mistakes)(count)}</p>
            <p><a href=href on:click=reach>{words.first_mistake}</a></p>
        </div>
    }
    .into_any()
}

/// Reads a change of the verdict or of the intensity out, once typing has come to rest.
fn announcer(context: ResultContext) -> AnyView {
    let words = context.here.words.assess_result();
    let outcome = context.session.outcome();
    let sentence = Memo::new(move |_| {
        let book = context.session.rulebook();
        outcome.with(|outcome| match Phase::of(outcome) {
            Phase::Nothing => String::new(),
            Phase::Mistakes(count, _) => (words.mistakes)(count),
            Phase::Ready => outcome
                .assessment
                .as_ref()
                .and_then(|assessment| Some(assess(assessment, rules_of(assessment, &book)?)))
                .map(|report| summary::said(context.here, &report))
                .unwrap_or_default(),
        })
    });
    let said = RwSignal::new(String::new());
    let waiting = timer::Pause::default();
    on_cleanup(move || _ = waiting.stop());
    // Speech follows the page after a while; only a timer can tell when a while is over.
    Effect::new(move |before: Option<()>| {
        let now = sentence.get();
        waiting.stop();
        if before.is_some() {
            waiting.then(PAUSE, move || said.set(now));
        }
    });
    view! { <p class="vh" role="status" aria-live="polite">{said}</p> }.into_any()
}
