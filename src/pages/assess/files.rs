//! Opening, keeping and handing on assessments: the list of those that are kept, the example, published parks,
//! files and links. Nothing of it goes to a server.

mod incoming;
mod kept;
mod share;
mod start;

use std::sync::Arc;

use leptos::prelude::*;

pub use incoming::{Incoming, dropped, incoming_dialog};

use crate::assess::{Keeping, Session};
use crate::load::Opened;
use crate::view_context::ViewContext;

/// Everything above the form that is about assessments as a whole.
pub fn saved_assessments_panel(here: ViewContext, session: Session, opened: Arc<Opened>) -> AnyView {
    let words = &here.words.assess_form().desk;
    view! {
        <div class="desk no-print">
            {state(here, session)}
            <div class="folds">
                <details class="fold">
                    <summary>{words.start}</summary>
                    {start::start(here, session, opened)}
                </details>
                <details class="fold" id="kept">
                    <summary>{move || (words.list)(session.listed().len())}</summary>
                    {kept::list(here, session)}
                </details>
                <details class="fold">
                    <summary>{words.share}</summary>
                    {share::share(here, session)}
                </details>
            </div>
        </div>
    }
    .into_any()
}

/// Stands in for the form while what was filled in last is read back from the browser's store.
pub fn opening(here: ViewContext, session: Session) -> AnyView {
    let words = &here.words.assess_form().desk;
    view! {
        <div class="assess-opening" data-opening="" data-state="loading">
            <p role="status">{words.opening}</p>
            <p class="section-note">{words.opening_note}</p>
            <button type="button" class="button" id="not-waiting" on:click=move |_| session.stop_opening()>
                {words.not_waiting}
            </button>
        </div>
    }
    .into_any()
}

/// What became of keeping, with the way out where nothing could be kept.
fn state(here: ViewContext, session: Session) -> AnyView {
    let words = &here.words.assess_form().desk;
    let sentence = move || match session.keeping() {
        Keeping::Untouched => words.untouched,
        Keeping::Waiting => words.waiting,
        Keeping::Kept => words.kept,
        Keeping::KeptApart => words.kept_apart,
        Keeping::Full => words.full,
        Keeping::Refused => words.refused,
    };
    let key = move || match session.keeping() {
        Keeping::Untouched => "untouched",
        Keeping::Waiting => "waiting",
        Keeping::Kept => "kept",
        Keeping::KeptApart => "apart",
        Keeping::Full => "full",
        Keeping::Refused => "refused",
    };
    let failed = Memo::new(move |_| matches!(session.keeping(), Keeping::Full | Keeping::Refused));
    let instead = move || {
        failed.get().then(|| {
            view! {
                <button type="button" class="button" on:click=move |_| share::save_file(session)>
                    {words.save_instead}
                </button>
            }
        })
    };
    view! {
        <div class="keeping" data-keeping=key>
            <p role="status">{sentence}</p>
            {instead}
        </div>
    }
    .into_any()
}
