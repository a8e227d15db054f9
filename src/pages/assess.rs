//! Self-assessment: a park fills in one year, and sees where it stands and what would close the gap.

mod export;
pub mod files;
pub mod form;
pub mod result;
pub mod steps;

use std::sync::Arc;

use assessment::ruleset::Level;
use disclosure::as_of::Known;
use disclosure::model::Rulebook;
use leptos::prelude::*;

use self::files::Incoming;
use self::steps::Steps;
use crate::assess::Session;
use crate::browser::document;
use crate::load::{Opened, Store};
use crate::parts::heading::heading;
use crate::parts::loading::{shown, shown_page};
use crate::view_context::ViewContext;

/// The page.
pub fn assess(here: ViewContext) -> AnyView {
    shown_page(Store::of().opened(), here.words.pages.assess, move |opened| opened_assess(here, opened))
}

fn opened_assess(here: ViewContext, opened: Arc<Opened>) -> AnyView {
    let words = here.words.assess();
    let rulebook = Store::of().file_at::<Rulebook>(&opened, &opened.edition.rulebook);
    Effect::new(|| document::bring_style("assess"));
    view! {
        <div class="page assess">
            {heading(here, here.words.pages.assess)}
            <p class="lead">{words.lead}</p>
            <p class="private">{words.private}</p>
            {shown(rulebook, move |rulebook| sheet(here, Arc::clone(&opened), rulebook))}
        </div>
    }
    .into_any()
}

fn sheet(here: ViewContext, opened: Arc<Opened>, rulebook: Arc<Known<Rulebook>>) -> AnyView {
    let year = default_year(here, &rulebook);
    let session = Session::open(rulebook, year);
    let steps = Steps::of(here);
    let incoming = Incoming::new(session);
    provide_context(session);
    provide_context(steps);
    provide_context(incoming);
    let blank = Memo::new(move |_| steps.is_blank_form());
    let opening = Memo::new(move |_| session.is_opening());
    let shown = move || {
        if blank.get() {
            form::blank::blank(here, session, steps)
        } else if opening.get() {
            files::opening(here, session)
        } else {
            filling(here, session, Arc::clone(&opened))
        }
    };
    // A file that is dropped anywhere here must not take the page's place.
    view! {
        // On paper there is nobody to take what is typed.
        <div
            inert=!here.host.has_reader()
            on:dragover=move |ev| ev.prevent_default()
            on:drop=move |ev| files::dropped(incoming, &ev)
        >
            {files::incoming_dialog(here, session)}
            {shown}
        </div>
        {meaning(here)}
    }
    .into_any()
}

fn filling(here: ViewContext, session: Session, opened: Arc<Opened>) -> AnyView {
    let words = here.words.assess();
    view! {
        <div class="assess-sheet">
            <section class="assess-form" aria-labelledby="form">
                <h2 id="form">{words.form}</h2>
                {form::form(here, session, Arc::clone(&opened))}
            </section>
            <section class="assess-result" aria-labelledby="result">
                <h2 id="result">{words.result}</h2>
                {result::result(here, session, Arc::clone(&opened))}
            </section>
        </div>
        {export::export(here, session, opened)}
    }
    .into_any()
}

/// The year that an application would be about: the last one that is over.
fn default_year(here: ViewContext, rulebook: &Known<Rulebook>) -> u16 {
    u16::try_from(here.host.today().year() - 1).unwrap_or_default().max(first_year(rulebook))
}

/// The first year whose last day has national rules.
fn first_year(rulebook: &Known<Rulebook>) -> u16 {
    let national = rulebook.rulesets.iter().filter(|set| set.decides(Level::National));
    let starts = national.map(|set| set.in_force_from.year());
    starts.min().and_then(|year| u16::try_from(year).ok()).unwrap_or_default()
}

/// What the result means and what it does not.
fn meaning(here: ViewContext) -> AnyView {
    let words = here.words.assess();
    let [does, does_not] = words.means_head;
    let rows = words.means_rows.iter().map(|[does, does_not]| {
        view! {
            <tr>
                <td>{*does}</td>
                <td>{*does_not}</td>
            </tr>
        }
    });
    view! {
        <section aria-labelledby="means">
            <h2 id="means">{words.means}</h2>
            <table>
                <caption class="vh">{words.means}</caption>
                <thead>
                    <tr>
                        <th scope="col">{does}</th>
                        <th scope="col">{does_not}</th>
                    </tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </section>
    }
    .into_any()
}
