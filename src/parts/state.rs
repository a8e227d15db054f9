//! The state of an indicator: shape, colour and word. No data, not applicable and no threshold are three
//! different patterns.

use assessment::evaluate::State;
use leptos::prelude::*;

use crate::view_context::ViewContext;

/// Key of a state, for classes and `data-outcome`.
pub fn state_key(state: State) -> &'static str {
    match state {
        State::Met => "met",
        State::NotMet => "not-met",
        State::NoData => "no-data",
        State::NotApplicable => "not-applicable",
        State::Pending => "pending",
        State::NoThreshold => "no-threshold",
        State::NotInForce => "not-in-force",
    }
}

/// Mark and word of a state.
pub fn state_mark(here: ViewContext, state: State) -> AnyView {
    state_mark_as(state, state_word(here, state))
}

/// The mark of a state with another word, where a park's page can say more of it.
pub fn state_mark_as(state: State, word: &'static str) -> AnyView {
    view! {
        <span class="outcome" data-outcome=state_key(state)>
            {state_glyph(state)} {word}
        </span>
    }
    .into_any()
}

/// The word of a state, for tables that leave the page.
pub fn state_word(here: ViewContext, state: State) -> &'static str {
    let words = &here.words.states;
    match state {
        State::Met => words.met,
        State::NotMet => words.not_met,
        State::NoData => words.no_data,
        State::NotApplicable => words.not_applicable,
        State::Pending => words.pending,
        State::NoThreshold => words.no_threshold,
        State::NotInForce => words.not_in_force,
    }
}

/// The mark alone, for places where other words stand beside it.
pub fn state_glyph(state: State) -> AnyView {
    view! {
        <svg viewBox="0 0 16 16" class="glyph" aria-hidden="true" focusable="false">
            {drawing(state)}
        </svg>
    }
    .into_any()
}

/// The mark's paths, on a field of 16 by 16.
pub fn drawing(state: State) -> AnyView {
    match state {
        State::Met => view! { <circle class="glyph-filled" cx="8" cy="8" r="6" /> }.into_any(),
        State::NotMet => view! { <path class="glyph-filled" d="M8 2L14.6 13.6H1.4z" /> }.into_any(),
        // Hatched: there is something to know, and nobody has published it.
        State::NoData => view! {
            <path class="glyph-open" d="M2.5 2.5h11v11h-11z" />
            <path class="glyph-line" d="M2.5 8L8 2.5M2.5 13.5L13.5 2.5M8 13.5L13.5 8" />
        }
        .into_any(),
        // An empty diamond, struck out: the question does not arise.
        State::NotApplicable => view! {
            <path class="glyph-open" d="M8 1.6L14.4 8L8 14.4L1.6 8z" />
            <path class="glyph-line" d="M5 8h6" />
        }
        .into_any(),
        State::Pending => view! {
            <circle class="glyph-open" cx="8" cy="8" r="5.6" />
            <path class="glyph-filled" d="M8 2.4a5.6 5.6 0 0 1 0 11.2z" />
        }
        .into_any(),
        // Two ends of a range with nothing between: no line is drawn to pass.
        State::NoThreshold => {
            view! { <path class="glyph-line" d="M2 4v8M14 4v8M4.6 8h1.4M7.3 8h1.4M10 8h1.4" /> }.into_any()
        }
        // A ring with a stroke outside it: there are figures, and no rule above them.
        State::NotInForce => view! {
            <circle class="glyph-open" cx="8" cy="9.4" r="4.6" />
            <path class="glyph-line" d="M2.4 2.4h11.2" />
        }
        .into_any(),
    }
}
