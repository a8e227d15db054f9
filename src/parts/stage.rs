//! The mark of a stage: shape, colour and word, as the ladder's table has them.

use assessment::ladder::{Group, Stage, StageTable};
use assessment::ladder_position::Reading;
use assessment::stages::StageRow;
use disclosure::model::ParkSummary;
use leptos::prelude::*;

use crate::stages::{Drawn, glyph, tone_class};
use crate::view_context::ViewContext;

/// The mark alone, for places where the word stands beside it.
pub fn stage_glyph(table: &StageTable, stage: Stage) -> AnyView {
    set(table.get(stage).map(|row| row_paths(table, row)))
}

/// The mark that stands for a group.
pub fn group_glyph(table: &StageTable, group: Group) -> AnyView {
    set(Some(group_paths(table, group)))
}

fn set(paths: Option<AnyView>) -> AnyView {
    paths
        .map(|paths| {
            view! {
                <svg viewBox="0 0 16 16" class="glyph" aria-hidden="true" focusable="false">
                    {paths}
                </svg>
            }
        })
        .into_any()
}

/// The mark's paths, on a field of 16 by 16, for use within a drawing.
pub fn glyph_paths(table: &StageTable, stage: Stage) -> AnyView {
    table.get(stage).map(|row| row_paths(table, row)).into_any()
}

/// The paths of the mark that stands for a group.
pub fn group_paths(table: &StageTable, group: Group) -> AnyView {
    table.sign_of(group).map(|row| row_paths(table, row)).into_any()
}

fn row_paths(table: &StageTable, row: &StageRow) -> AnyView {
    let glyph = glyph(row);
    let inner = glyph.inner.map(|inner| match inner {
        Drawn::Point(path) => view! { <path class="glyph-point" d=path /> }.into_any(),
        Drawn::Line(path) => view! { <path class="glyph-line" d=path /> }.into_any(),
        Drawn::Cut(path) => view! { <path class="glyph-cut" d=path /> }.into_any(),
    });
    view! {
        <g class=table.group(row.group).map(|group| tone_class(group.tone))>
            <path class=if glyph.filled { "glyph-filled" } else { "glyph-open" } d=glyph.outline />
            {inner}
        </g>
    }
    .into_any()
}

/// Mark and word of a stage; without one, that no official act names the park.
pub fn stage_mark(here: ViewContext, table: &StageTable, stage: Option<Stage>) -> AnyView {
    match stage {
        Some(stage) => view! {
            <span class="stage">{stage_glyph(table, stage)} {stage_name(here, table, stage)}</span>
        }
        .into_any(),
        None => view! { <span class="stage quiet">{here.words.stages.none}</span> }.into_any(),
    }
}

/// Where a park stands: the mark of its leading status and, where it stands on the other track too, that one.
pub fn stage_marks(here: ViewContext, table: &StageTable, park: &ParkSummary) -> AnyView {
    let beside = park.beside(table).map(|beside| {
        view! { " " <span class="stage-beside">{here.words.stages.beside} " " {stage_mark(here, table, Some(beside.stage))}</span> }
    });
    // One element, so that a cell that is laid out as a row has one thing to place.
    view! { <span class="stages">{stage_mark(here, table, park.stage)} {beside}</span> }.into_any()
}

/// The name of a stage. One that the table does not know, which no checked edition has, keeps its id.
pub fn stage_name(here: ViewContext, table: &StageTable, stage: Stage) -> String {
    table.get(stage).map_or_else(|| stage.as_str().to_owned(), |row| here.text(&row.name))
}

/// The name of a stage within a sentence.
pub fn stage_phrase(here: ViewContext, table: &StageTable, stage: Stage) -> String {
    table.get(stage).map_or_else(|| stage.as_str().to_owned(), |row| here.text(&row.phrase))
}

/// What is said when the rules support a stage, or one of several.
pub fn supported(here: ViewContext, table: &StageTable, stages: &[Stage]) -> String {
    let said = |stage: &Stage| {
        table.get(*stage).map_or_else(|| stage.as_str().to_owned(), |row| here.text(&row.supported))
    };
    (here.words.readings.either)(&stages.iter().map(said).collect::<Vec<_>>())
}

/// What the rules make of a stage, in words.
pub fn reading(here: ViewContext, table: &StageTable, reading: &Reading) -> String {
    match reading {
        Reading::Supports(stages) => supported(here, table, stages),
        Reading::Contradicts => here.words.readings.contradicts.to_owned(),
        Reading::Agrees => here.words.readings.agrees.to_owned(),
        Reading::Undetermined => here.words.readings.undetermined.to_owned(),
    }
}
