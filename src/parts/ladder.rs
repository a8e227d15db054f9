//! The ladder: seven rising steps, each park one mark standing on its step.

use disclosure::model::{ParkSummary, Stage};
use leptos::prelude::*;

use super::stage::stage_glyph;
use crate::address::Page;
use crate::here::Here;
use crate::stages::{Step, by_step};

/// Marks that a step shows at most; beyond it one mark of each stage stands for all, with their number.
const MARKS: usize = 48;

/// The ladder of the whole region, each mark a link to its park.
pub fn ladder(here: Here, parks: &[ParkSummary]) -> AnyView {
    let words = &here.words.ladder;
    let steps = by_step(parks).into_iter().zip(Step::ALL).map(|(mut parks, step)| {
        parks.sort_by_key(|park| park.stage.map(urgency));
        let count = match parks.len() {
            0 => view! { <span class="step-none">{words.none_published}</span> }.into_any(),
            n => view! { <span class="step-count">{n}</span> }.into_any(),
        };
        view! {
            <li class="step" data-step=step.height() class:vacant=parks.is_empty()>
                {marks(here, &parks)}
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

/// Parks to be corrected stand nearest to the tread, where they are seen; the others in the order of the
/// ladder.
fn urgency(stage: Stage) -> usize {
    match stage {
        Stage::Rectification => 0,
        Stage::Reminded => 1,
        other => 2 + other as usize,
    }
}

/// Whether a step holds too many parks to draw each.
pub fn too_many(parks: &[ParkSummary]) -> bool {
    by_step(parks).iter().any(|parks| parks.len() > MARKS)
}

fn marks(here: Here, parks: &[&ParkSummary]) -> AnyView {
    if parks.len() <= MARKS {
        let marks: Vec<_> = parks.iter().map(|park| park_mark(here, park)).collect();
        return view! { <span class="step-marks" class:crowd={parks.len() > 4}>{marks}</span> }.into_any();
    }
    let crowds = Stage::ALL.into_iter().filter_map(|stage| {
        let n = parks.iter().filter(|park| park.stage == Some(stage)).count();
        let said = format!("{} {n}", (here.words.stages.name)(stage));
        (n > 0).then(
            || view! { <span class="step-crowd" title=said>{stage_glyph(stage)} {format!("× {n}")}</span> },
        )
    });
    view! { <span class="step-marks crowd">{crowds.collect_view()}</span> }.into_any()
}

fn park_mark(here: Here, park: &ParkSummary) -> AnyView {
    let name = here.text(&park.short);
    let stage = park.stage.map(|stage| (stage, (here.words.stages.name)(stage)));
    let said = stage.map_or_else(|| name.clone(), |(_, word)| format!("{name}, {word}"));
    view! {
        <a class="step-mark" href=here.href(Page::Park(park.id.clone())) aria-label=said.clone() title=said>
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
