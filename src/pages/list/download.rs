//! A list as a CSV file.

use std::sync::Arc;

use disclosure::model::List;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use crate::here::Here;
use crate::load::Opened;

/// The button that saves the list, and which edition the file is of.
pub fn button(here: Here, opened: &Arc<Opened>, list: Arc<List>) -> AnyView {
    let words = &here.words.lists;
    let name = file_name(opened, &list.id);
    let failed = RwSignal::new(false);
    let note = if opened.edition.demonstration { Some(here.words.shell.demonstration) } else { None };
    let said = name.clone();
    let save = move |_| failed.set(save(&name, &disclosure::csv::list(&list)).is_err());
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

/// The file's name says which edition it is of, and whether that is a demonstration.
fn file_name(opened: &Opened, list: &str) -> String {
    let edition = &opened.edition;
    let listed = opened.catalogue.editions.iter().find(|listed| listed.id == edition.id);
    let version = listed.map(|listed| listed.version()).unwrap_or_default();
    let kind = if edition.demonstration { "-demonstration-data" } else { "" };
    format!("{list}-{}-{version}{kind}.csv", edition.as_of)
}

/// Hands text to the browser as a file.
fn save(name: &str, text: &str) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type("text/csv;charset=utf-8");
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &kind)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser has taken the file by then.
    set_timeout(
        move || {
            let _done = Url::revoke_object_url(&address);
        },
        std::time::Duration::from_secs(10),
    );
    Ok(())
}
