//! A list as a CSV file.

use std::sync::Arc;

use disclosure::as_of::Known;
use disclosure::model::List;
use leptos::prelude::*;

use crate::browser::download::{CSV, save};
use crate::load::Opened;
use crate::parts::download::file_name;
use crate::view_context::ViewContext;

/// The button that saves the list, and which edition the file is of.
pub fn button(here: ViewContext, opened: &Arc<Opened>, list: Arc<Known<List>>) -> AnyView {
    let words = here.words.lists();
    let name = file_name(opened, &list.id, "csv");
    let failed = RwSignal::new(false);
    let note = if opened.edition.demonstration { Some(here.words.shell.demonstration) } else { None };
    let said = name.clone();
    let save = move |_| failed.set(save(&name, CSV, &disclosure::csv::list(&list)).is_err());
    view! {
        <p class="download">
            <button type="button" class="button" on:click=save>
                {words.download}
            </button>
            <span class="quiet small">{words.download_note} " " <code>{said}</code> " " {note}</span>
            <span role="status">{move || failed.get().then_some(words.download_failed)}</span>
        </p>
    }
    .into_any()
}
