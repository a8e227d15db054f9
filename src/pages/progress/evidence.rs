//! What was found of an objective or deliverable: published evidence, or none as of a day.

use disclosure::model::Evidence;
use leptos::prelude::*;

use super::Known;
use crate::parts::source::source_line;

/// The evidence, with its mark, words and source.
pub fn evidence(known: &Known, evidence: &Evidence) -> AnyView {
    let here = known.here;
    let words = &here.words.progress;
    match evidence {
        Evidence::Found { text, source } => {
            let (known, source) = (known.clone(), source.clone());
            view! {
                <div class="evidence found">
                    <p class="evidence-state">{glyph(true)} {words.found}</p>
                    <p>{here.text(text)}</p>
                    <p class="small">{move || source_line(here, &source, &known.documents())}</p>
                </div>
            }
            .into_any()
        }
        Evidence::NotFound { as_of, text } => view! {
            <div class="evidence none">
                <p class="evidence-state">{glyph(false)} {(words.not_found)(*as_of)}</p>
                {text.as_ref().map(|text| view! { <p>{here.text(text)}</p> })}
            </div>
        }
        .into_any(),
    }
}

/// A filled sheet, or a hatched one: there may be something, and nobody has published it.
pub fn glyph(found: bool) -> AnyView {
    let inner = if found {
        view! { <path class="glyph-filled" d="M3 1.5h7l3 3v10H3z" /> }.into_any()
    } else {
        view! {
            <path class="glyph-open" d="M3 1.5h7l3 3v10H3z" />
            <path class="glyph-line" d="M3 7.5L9 1.5M3 13.5L13 3.5M7.5 14.5L13 9" />
        }
        .into_any()
    };
    view! {
        <svg viewBox="0 0 16 16" class="glyph" aria-hidden="true" focusable="false">
            {inner}
        </svg>
    }
    .into_any()
}
