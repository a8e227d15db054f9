//! What is known of something that the plan asks for: found, not found as of a day, or not due yet.

use disclosure::plan_evidence::EvidenceState;
use leptos::prelude::*;

use crate::view_context::ViewContext;

/// A finding in words.
pub fn finding_words(here: ViewContext, finding: EvidenceState) -> String {
    match finding {
        EvidenceState::Found => here.words.progress().found.to_owned(),
        EvidenceState::Inferred => here.words.progress().inferred.to_owned(),
        EvidenceState::NotFound(day) => (here.words.progress().not_found)(day),
        EvidenceState::NotDue(day) => (here.words.over_time().not_due)(day),
    }
}

/// A finding with its mark.
pub fn finding_mark(here: ViewContext, finding: EvidenceState) -> AnyView {
    view! { <span class="evidence-state" data-finding=key(finding)>{finding_glyph(finding)} {finding_words(here, finding)}</span> }
        .into_any()
}

fn key(finding: EvidenceState) -> &'static str {
    match finding {
        EvidenceState::Found => "found",
        EvidenceState::Inferred => "inferred",
        EvidenceState::NotFound(_) => "not-found",
        EvidenceState::NotDue(_) => "not-due",
    }
}

/// A filled sheet; one half filled, which the portal only takes for evidence; a hatched one, of which there may be something that nobody has published; an empty one,
/// whose day has not come.
pub fn finding_glyph(finding: EvidenceState) -> AnyView {
    const SHEET: &str = "M3 1.5h7l3 3v10H3z";
    let hatched = matches!(finding, EvidenceState::NotFound(_))
        .then(|| view! { <path class="glyph-line" d="M3 7.5L9 1.5M3 13.5L13 3.5M7.5 14.5L13 9" /> });
    let half = (finding == EvidenceState::Inferred)
        .then(|| view! { <path class="glyph-filled" d="M3 8h10v6.5H3z" /> });
    let class = if finding == EvidenceState::Found { "glyph-filled" } else { "glyph-open" };
    view! {
        <svg viewBox="0 0 16 16" class="glyph" aria-hidden="true" focusable="false">
            <path class=class d=SHEET />
            {hatched} {half}
        </svg>
    }
    .into_any()
}
