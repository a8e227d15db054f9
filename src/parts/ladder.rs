//! The ladder: rising steps, each park one mark standing on its step.

use assessment::ladder::{Corrective, Stage, StageTable};
use disclosure::model::{Edition, ParkSummary};
use disclosure::stage_counts::Census;
use leptos::prelude::*;

use super::stage::{stage_glyph, stage_mark, stage_name};
use crate::address::Page;
use crate::stages::by_step;
use crate::view_context::ViewContext;

/// Marks that a step shows at most; beyond it one mark of each stage stands for all, with their number.
const MARKS: usize = 48;

/// The ladder with some of an edition's parks, each mark a link to its park. A step without one of them says 0
/// where the edition holds a list or an act of its kind, else that none is published.
pub fn ladder(here: ViewContext, edition: &Edition, parks: &[ParkSummary]) -> AnyView {
    let words = &here.words.ladder;
    let table = edition.stages();
    let counts = Census::of(edition, edition.as_of).count(parks);
    let steps = by_step(table, parks).into_iter().map(|(step, mut parks)| {
        parks.sort_by_key(|park| park.stage.map(|stage| urgency(table, stage)));
        let known = counts.on_step(table, step);
        let count = match known {
            Some(n) => view! { <span class="step-count" data-figure="step">{n}</span> }.into_any(),
            None => view! { <span class="step-none">{words.none_published}</span> }.into_any(),
        };
        view! {
            <li class="step" data-step=step class:vacant=known.is_none()>
                {marks(here, table, &parks)}
                <span class="step-rise" aria-hidden="true"></span>
                <span class="step-words">
                    <span class="step-name">{step_name(here, table, step)}</span>
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

/// The name of a step: that of its first group.
pub fn step_name(here: ViewContext, table: &StageTable, step: u8) -> String {
    table.groups_on(step).next().map(|group| here.text(&group.short)).unwrap_or_default()
}

/// Parks to be corrected stand nearest to the tread, where they are seen; the others in the order of the
/// ladder.
fn urgency(table: &StageTable, stage: Stage) -> usize {
    match table.correction(stage) {
        Some(Corrective::Order) => 0,
        Some(Corrective::Reminder) => 1,
        None => 2 + table.rank(stage),
    }
}

/// Whether a step holds too many parks to draw each.
pub fn too_many(table: &StageTable, parks: &[ParkSummary]) -> bool {
    by_step(table, parks).iter().any(|(_, parks)| parks.len() > MARKS)
}

fn marks(here: ViewContext, table: &StageTable, parks: &[&ParkSummary]) -> AnyView {
    if parks.len() <= MARKS {
        let marks: Vec<_> = parks.iter().map(|park| park_mark(here, table, park)).collect();
        return view! { <span class="step-marks" class:crowd={parks.len() > 4}>{marks}</span> }.into_any();
    }
    let crowds = table.stages.iter().filter_map(|row| {
        let n = parks.iter().filter(|park| park.stage == Some(row.id)).count();
        let said = format!("{} {n}", here.text(&row.name));
        (n > 0).then(|| {
            view! { <span class="step-crowd" title=said>{stage_glyph(table, row.id)} {format!("× {n}")}</span> }
        })
    });
    view! { <span class="step-marks crowd">{crowds.collect_view()}</span> }.into_any()
}

fn park_mark(here: ViewContext, table: &StageTable, park: &ParkSummary) -> AnyView {
    let name = here.text(&park.short);
    let stage = park.stage.map(|stage| stage_name(here, table, stage));
    let said = stage.map_or_else(|| name.clone(), |word| format!("{name}, {word}"));
    view! {
        <a class="step-mark" href=here.href(Page::Park(park.id.clone())) aria-label=said.clone() title=said>
            {park.stage.map(|stage| stage_glyph(table, stage))}
        </a>
    }
    .into_any()
}

/// The ladder small, with one stage standing on it: for a park's page.
pub fn small_ladder(here: ViewContext, table: &StageTable, stage: Option<Stage>) -> AnyView {
    let on = stage.and_then(|stage| table.step_of(stage));
    let steps = table.steps().map(|step| {
        let here_now = on == Some(step);
        let mark = stage.filter(|_| here_now).map(|stage| stage_glyph(table, stage));
        view! {
            <li class="step" data-step=step class:current=here_now aria-current=here_now.then_some("step")>
                <span class="step-marks">{mark}</span>
                <span class="step-rise" aria-hidden="true"></span>
                <span class="step-words">
                    <span class="step-name">{step_name(here, table, step)}</span>
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
pub fn stage_key(here: ViewContext, table: &StageTable, parks: &[ParkSummary]) -> AnyView {
    let entries: Vec<_> = table
        .stages
        .iter()
        .filter(|row| parks.iter().any(|park| park.stage == Some(row.id)))
        .map(|row| view! { <li>{stage_mark(here, table, Some(row.id))}</li> })
        .collect();
    view! { <ul class="stage-key" aria-label=here.words.ladder.key>{entries}</ul> }.into_any()
}
