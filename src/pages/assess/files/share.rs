//! An assessment as a file, and as a link that carries it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use worksheet::link;

use crate::address::Page;
use crate::assess::Session;
use crate::browser::download::{JSON, save};
use crate::browser::{clipboard, document};
use crate::view_context::ViewContext;

/// Saves the assessment file, as far as the fields can be read.
pub fn save_file(session: Session) {
    let file = session.outcome().with_untracked(|outcome| outcome.file.clone());
    let year = session.with(|sheet| sheet.year()).unwrap_or_default();
    let text = serde_json::to_string_pretty(&file).unwrap_or_default();
    // A browser that refuses still has the link, and the sheet stays where it is kept.
    let _refused = save(&format!("assessment-{year}.json"), JSON, &text);
}

/// What became of the link.
#[derive(Clone, PartialEq, Eq)]
enum Made {
    NotYet,
    TooLong,
    Link(String),
}

/// Saving and sharing.
pub fn share(here: ViewContext, session: Session) -> AnyView {
    let words = &here.words.assess_form().desk;
    let made = RwSignal::new(Made::NotYet);
    // A link is of the moment in which it was made; what is typed afterwards is not in it.
    let asked = move |_| {
        let fragment = session.with(link::fragment);
        made.set(fragment.map_or(Made::TooLong, |fragment| {
            let origin = document::origin().unwrap_or_default();
            Made::Link(format!("{origin}{}#{fragment}", here.href(Page::Assess)))
        }));
    };
    let shown = move || match made.get() {
        Made::NotYet => ().into_any(),
        Made::TooLong => view! { <p role="alert">{words.link_too_long}</p> }.into_any(),
        Made::Link(link) => copyable(here, link),
    };
    view! {
        <div class="fold-body">
            <p>
                <button type="button" class="button" id="save-file" on:click=move |_| save_file(session)>
                    {words.save}
                </button>
            </p>
            <p class="section-note">{words.save_note}</p>
            <p>
                <button type="button" class="button" id="make-link" aria-describedby="link-warning" on:click=asked>
                    {words.link_make}
                </button>
            </p>
            <p class="section-note" id="link-warning">
                {words.link_warning}
            </p>
            {shown}
        </div>
    }
    .into_any()
}

fn copyable(here: ViewContext, link: String) -> AnyView {
    let words = &here.words.assess_form().desk;
    let said = RwSignal::new("");
    let text = link.clone();
    let copy = move |_| {
        let text = text.clone();
        spawn_local(async move {
            let done = clipboard::copy(&text).await;
            said.set(if done { words.link_copied } else { words.link_refused });
        });
    };
    view! {
        <div class="field wide">
            <label for="link">{words.link_label}</label>
            <textarea id="link" rows="3" readonly prop:value=link></textarea>
        </div>
        <p>
            <button type="button" class="button" on:click=copy>
                {words.link_copy}
            </button>
            " "
            <span role="status">{said}</span>
        </p>
    }
    .into_any()
}
