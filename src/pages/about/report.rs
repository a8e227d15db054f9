//! "Report an error": a letter with page, edition and value filled in, or the same as text to copy.

use std::sync::Arc;

use leptos::prelude::*;

use crate::address::{Address, Page};
use crate::load::Opened;
use crate::parts::cite::citation;
use crate::parts::filter::Choice;
use crate::parts::report::{Report, absolute};
use crate::view_context::ViewContext;

/// The form. Nothing is sent from here: the reader's own mail program does, or the reader.
pub fn report(here: ViewContext, opened: Arc<Opened>) -> AnyView {
    let words = &here.words.report;
    let query = Choice::of().query();
    let edition = &opened.edition;
    let listed = opened.catalogue.editions.iter().find(|listed| listed.id == edition.id);
    let version = listed.map(|listed| listed.version()).unwrap_or_default();
    let edition_line = format!("{} {} {version}", edition.id, edition.as_of);
    // Messengers write a `from` of their own behind an address (`from=timeline`), which is no page.
    let is_page =
        !matches!(Address::parse(&query.from, "").page, Page::NotFound(_)) && !query.from.is_empty();
    let from = if is_page { absolute(here, &edition.site, &query.from) } else { String::new() };
    let page = RwSignal::new(from);
    let value = RwSignal::new(query.value);
    let said = RwSignal::new(String::new());
    let line = edition_line.clone();
    let written =
        move || Report { page: page.get(), edition: line.clone(), value: value.get(), said: said.get() };
    let ready = match edition.site.contact.clone() {
        Some(contact) => {
            let address = contact.clone();
            view! {
                <p>
                    <a class="button" href=move || written().letter(here, &contact)>{words.write}</a> " "
                    {words.write_to} " " {address}
                </p>
            }
            .into_any()
        }
        None => view! {
            <p>{words.no_contact}</p>
            {move || citation(here, written().text(here))}
        }
        .into_any(),
    };
    view! {
        <p>{words.lead}</p>
        <div class="form">
            <label for="report-page">{words.page}</label>
            <input
                id="report-page"
                type="text"
                autocomplete="off"
                prop:value=move || page.get()
                on:input=move |ev| page.set(event_target_value(&ev))
            />
            <p class="field-name">{words.edition}</p>
            <p class="field-fixed"><code>{edition_line}</code></p>
            <label for="report-value">{words.value}</label>
            <input
                id="report-value"
                type="text"
                autocomplete="off"
                prop:value=move || value.get()
                on:input=move |ev| value.set(event_target_value(&ev))
            />
            <label for="report-said">{words.said}</label>
            <textarea id="report-said" rows="4" on:input=move |ev| said.set(event_target_value(&ev))></textarea>
        </div>
        {ready}
    }
    .into_any()
}
