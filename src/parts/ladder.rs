//! The ladder: seven rising steps, each park one mark standing on its step.

use disclosure::model::{ParkSummary, Stage};
use leptos::prelude::*;

use super::stage::stage_glyph;
use crate::address::Page;
use crate::here::Here;
use crate::stages::{Step, by_step};

/// Marks that a step shows at most; beyond it the count alone speaks.
const MARKS: usize = 60;

/// The ladder of the whole region, each mark a link to its park.
pub fn ladder(here: Here, parks: &[ParkSummary]) -> AnyView {
    let words = &here.words.ladder;
    let steps = by_step(parks).into_iter().zip(Step::ALL).map(|(parks, step)| {
        let marks = parks.iter().take(MARKS).map(|park| park_mark(here, park)).collect_view();
        let count = match parks.len() {
            0 => view! { <span class="step-none">{words.none_published}</span> }.into_any(),
            n => view! { <span class="step-count">{n}</span> }.into_any(),
        };
        view! {
            <li class="step" data-step=step.height() class:vacant={parks.is_empty()}>
                <span class="step-marks">{marks}</span>
                <span class="step-rise" aria-hidden="true"></span>
                <span class="step-words">
                    <span class="step-name">{(here.words.stages.step)(step)}</span>
                    {count}
                </span>
            </li>
        }
    });
    view! {
        <ol class="ladder" aria-label=words.label>
            {steps.collect_view()}
        </ol>
    }
    .into_any()
}

fn park_mark(here: Here, park: &ParkSummary) -> AnyView {
    let name = here.text(&park.short);
    let stage = park.stage.map(|stage| (stage, (here.words.stages.name)(stage)));
    let said = stage.map_or_else(|| name.clone(), |(_, word)| format!("{name}, {word}"));
    view! {
        <a class="step-mark" href=here.href(Page::Park(park.id.clone())) aria-label=said title=name>
            {stage.map(|(stage, _)| stage_glyph(stage))}
        </a>
    }
    .into_any()
}

/// The ladder small, with one stage standing on it: for a park's page.
pub fn small_ladder(here: Here, stage: Option<Stage>) -> AnyView {
    let on = stage.map(Step::of);
    let steps = Step::ALL.map(|step| {
        let here_now = on == Some(step);
        let mark = stage.filter(|_| here_now).map(stage_glyph);
        view! {
            <li class="step" data-step=step.height() class:current=here_now aria-current=here_now.then_some("step")>
                <span class="step-marks">{mark}</span>
                <span class="step-rise" aria-hidden="true"></span>
                <span class="step-words">
                    <span class="step-name">{(here.words.stages.step)(step)}</span>
                </span>
            </li>
        }
    });
    view! {
        <ol class="ladder ladder-small" aria-label=here.words.ladder.label>
            {steps.collect_view()}
        </ol>
    }
    .into_any()
}

/// The key to the marks: those stages that occur.
pub fn stage_key(here: Here, parks: &[ParkSummary]) -> AnyView {
    let entries: Vec<_> = Stage::ALL
        .into_iter()
        .filter(|stage| parks.iter().any(|park| park.stage == Some(*stage)))
        .map(|stage| view! { <li>{stage_glyph(stage)} {(here.words.stages.name)(stage)}</li> })
        .collect();
    view! { <ul class="stage-key" aria-label=here.words.ladder.key>{entries}</ul> }.into_any()
}
