//! What was found of an objective or deliverable: published evidence, or none as of a day.

use assessment::Date;
use disclosure::model::Evidence;
use disclosure::plan_evidence::finding;
use leptos::prelude::*;

use super::Known;
use crate::parts::finding::finding_mark;
use crate::parts::source::source_line;

/// The evidence of something due on a day, as known on another: with its mark, words and source.
pub fn evidence(known: &Known, evidence: &Evidence, due: Date, on: Date) -> AnyView {
    let here = known.here;
    let state = finding_mark(here, finding(evidence, due, on));
    match evidence {
        Evidence::Found { text, source, .. } => {
            let (known, source) = (known.clone(), source.clone());
            view! {
                <div class="evidence found">
                    <p>{state}</p>
                    <p>{here.text(text)}</p>
                    <p class="small">{move || source_line(here, &source, &known.documents())}</p>
                </div>
            }
            .into_any()
        }
        Evidence::NotFound { text, .. } => view! {
            <div class="evidence none">
                <p>{state}</p>
                {text.as_ref().map(|text| view! { <p>{here.text(text)}</p> })}
            </div>
        }
        .into_any(),
    }
}
