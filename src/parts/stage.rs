//! The mark of a stage: shape, colour and word.

use disclosure::model::Stage;
use leptos::prelude::*;

use crate::here::Here;
use crate::stages::{Inner, glyph, stage_class};

/// The mark alone, for places where the word stands beside it.
pub fn stage_glyph(stage: Stage) -> AnyView {
    view! {
        <svg viewBox="0 0 16 16" class="glyph" aria-hidden="true" focusable="false">
            {glyph_paths(stage)}
        </svg>
    }
    .into_any()
}

/// The mark's paths, on a field of 16 by 16, for use within a drawing.
pub fn glyph_paths(stage: Stage) -> AnyView {
    let glyph = glyph(stage);
    let inner = glyph.inner.map(|inner| match inner {
        Inner::Point(path) => view! { <path class="glyph-point" d=path /> }.into_any(),
        Inner::Line(path) => view! { <path class="glyph-line" d=path /> }.into_any(),
        Inner::Cut(path) => view! { <path class="glyph-cut" d=path /> }.into_any(),
    });
    view! {
        <g class=stage_class(stage)>
            <path class=if glyph.filled { "glyph-filled" } else { "glyph-open" } d=glyph.outline />
            {inner}
        </g>
    }
    .into_any()
}

/// Mark and word of a stage; without one, that no official act names the park.
pub fn stage_mark(here: Here, stage: Option<Stage>) -> AnyView {
    match stage {
        Some(stage) => view! {
            <span class="stage">{stage_glyph(stage)} {(here.words.stages.name)(stage)}</span>
        }
        .into_any(),
        None => view! { <span class="stage quiet">{here.words.stages.none}</span> }.into_any(),
    }
}
