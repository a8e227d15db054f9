//! Footer: which edition this is, by whom, and where to look further.

use std::sync::Arc;

use leptos::prelude::*;

use crate::address::{Address, Page};
use crate::load::{Opened, Store};
use crate::parts::report::report_link;
use crate::view_context::ViewContext;

/// The footer of every page.
pub fn footer(here: ViewContext, address: Memo<Address>) -> AnyView {
    let opened = Store::of().opened();
    view! {
        <footer class="colophon">
            {move || opened.ready().map(|opened| edition(here, opened))}
            // Filled in by web/takeover.js, which has both the drawn figures and those that were worked out here.
            <p
                class="recomputed"
                role="status"
                data-recomputed=""
                data-said-agrees=here.words.shell.recomputed[0]
                data-said-differs=here.words.shell.recomputed[1]
                data-said-was=here.words.shell.recomputed[2]
            ></p>
            <p>
                {here.words.shell.every_number} " " <a href=here.href(Page::Glossary)>{here.words.pages.glossary}</a> "\u{a0}· "
                <a href=here.href(Page::About)>{here.words.pages.about}</a> "\u{a0}· " {report_link(here, address)}
            </p>
        </footer>
    }
    .into_any()
}

fn edition(here: ViewContext, opened: Arc<Opened>) -> AnyView {
    let edition = &opened.edition;
    let words = &here.words.shell;
    let site = &edition.site;
    let numbers: Vec<_> = [
        site.organiser.as_ref().map(|organiser| format!("{}{}", words.organiser, here.text(organiser))),
        site.record_number.clone(),
        site.public_security_number.clone(),
        site.identification_code.as_ref().map(|code| format!("{}{code}", words.identification_code)),
        site.map_approval_number.as_ref().map(|number| format!("{}{number}", words.map_approval)),
    ]
    .into_iter()
    .flatten()
    .map(|slot| view! { <span>{slot}</span> })
    .collect();
    view! {
        <p class="edition">
            <span>{format!("{}{}", words.edition, here.text(&edition.title))}</span>
            <span>{format!("{}{}", words.as_of, edition.as_of)}</span>
            <span>
                {words.fingerprint}
                <a href=here.href(Page::Versions)>
                    <code>{opened.listed.version().to_owned()}</code>
                </a>
            </span>
            {numbers}
        </p>
    }
    .into_any()
}
