//! What a round does not cover, in words: which day its last known values are of.

use assessment::ruleset::Ruleset;
use disclosure::ranking_table::Row;
use leptos::prelude::*;

use crate::view_context::ViewContext;

/// The mark of a park's row of which the round does not cover all: the day that its values are of.
pub fn mark(here: ViewContext, row: &Row) -> AnyView {
    let words = here.words.corrections();
    let said = row.older.map(words.older).or_else(|| row.partly_older.map(words.partly_older));
    said.map(|said| view! { " " <span class="older-mark">{said}</span> }).into_any()
}

/// That a round covers certain indicators only, by the names that a set has for them; nothing where it covers all.
pub fn covered(here: ViewContext, indicators: Option<&[String]>, sets: &[Ruleset]) -> Option<String> {
    let indicators = indicators.filter(|indicators| !indicators.is_empty())?;
    let name = |id: &String| {
        let known = sets.iter().find_map(|set| set.indicator(id));
        known.map_or_else(|| id.clone(), |indicator| here.text(&indicator.name))
    };
    let names: Vec<String> = indicators.iter().map(name).collect();
    Some((here.words.corrections().covers)(&here.join(&names)))
}
