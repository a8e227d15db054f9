//! The method: what the portal can say, rulesets, conventions, accounting, factors and the documents that all
//! of it rests on. Generated from the published data.

mod accounting;
mod documents;
mod factors;
pub mod formulas;
pub mod quotas;
mod rules;

use std::sync::Arc;

use disclosure::as_of::Known;
use disclosure::model::{Document, Edition, Rulebook};
use leptos::prelude::*;

use crate::address::Page;
use crate::load::{Handle, Loaded, Opened, Store};
use crate::parts::heading::heading;
use crate::parts::loading::{shown, shown_page};
use crate::parts::mark::mark_key;
use crate::view_context::ViewContext;

/// The page.
pub fn method(here: ViewContext) -> AnyView {
    shown_page(Store::of().opened(), here.words.pages.method, move |opened| opened_method(here, opened))
}

fn opened_method(here: ViewContext, opened: Arc<Opened>) -> AnyView {
    let words = here.words.method();
    let store = Store::of();
    let rulebook = store.file_at::<Rulebook>(&opened, &opened.edition.rulebook);
    let documents = store.file_at::<Vec<Document>>(&opened, &opened.edition.documents);
    let rules = {
        let documents = documents.clone();
        move |book: Arc<Known<Rulebook>>| rulebook_sections(here, &book, &opened.edition, &documents)
    };
    // The documents come last and are what most addresses point at: they wait for what stands above them, so
    // that nothing moves them afterwards.
    let texts = {
        let (rulebook, documents) = (rulebook.clone(), documents.clone());
        move || match rulebook.get() {
            Loaded::Loading => ().into_any(),
            Loaded::Ready(_) | Loaded::Failed(_) => {
                shown(documents.clone(), move |documents| documents::documents(here, &documents))
            }
        }
    };
    view! {
        <div class="page method">
            {heading(here, here.words.pages.method)}
            <p class="lead">{words.lead}</p>
            <div class="with-contents">
                {contents(here, &rulebook, &documents)}
                <div class="contents-body">
                    {bounds(here)}
                    <section id="marks" aria-labelledby="marks-title">
                        <h2 id="marks-title">{words.marks}</h2>
                        <p>{words.marks_lead}</p>
                        {mark_key(here)}
                    </section>
                    {shown(rulebook, rules)}
                    {accounting::accounting(here)}
                    {texts}
                </div>
            </div>
        </div>
    }
    .into_any()
}

/// What the portal can say and what it cannot.
fn bounds(here: ViewContext) -> AnyView {
    let words = here.words.method();
    let items =
        |texts: &'static [&'static str]| texts.iter().map(|text| view! { <li>{*text}</li> }).collect_view();
    view! {
        <section id="bounds" aria-labelledby="bounds-title">
            <h2 id="bounds-title">{words.bounds}</h2>
            <div class="bounds">
                <div>
                    <h3>{words.can}</h3>
                    <ul>{items(words.can_say)}</ul>
                </div>
                <div>
                    <h3>{words.cannot}</h3>
                    <ul>{items(words.cannot_say)}</ul>
                </div>
            </div>
        </section>
    }
    .into_any()
}

fn rulebook_sections(
    here: ViewContext,
    book: &Known<Rulebook>,
    edition: &Known<Edition>,
    documents: &Handle<Known<Vec<Document>>>,
) -> AnyView {
    let sets: Vec<_> =
        book.rulesets.iter().map(|set| rules::ruleset(here, set, edition, documents)).collect();
    let factors: Vec<_> = book.factor_sets.iter().map(|set| factors::factor_set(here, set)).collect();
    view! {
        {versions(here, book)} {sets} {formulas::formulas(here, &book.rulesets)} {rules::conventions(here, &book.rulesets)} {factors}
    }
    .into_any()
}

/// The program and the sets that judge, each by its id.
fn versions(here: ViewContext, book: &Known<Rulebook>) -> AnyView {
    let words = here.words.method();
    let id = |id: &str| view! { <li><a href=format!("#{id}")><code>{id.to_owned()}</code></a></li> };
    let sets: Vec<_> = book.rulesets.iter().map(|set| id(&set.id)).collect();
    let factors: Vec<_> = book.factor_sets.iter().map(|set| id(&set.id)).collect();
    view! {
        <section id="versions" aria-labelledby="versions-title">
            <h2 id="versions-title">{words.versions}</h2>
            <dl class="facts-table">
                <div>
                    <dt>{words.engine}</dt>
                    <dd><code>{env!("CARGO_PKG_VERSION")}</code></dd>
                </div>
                <div>
                    <dt>{words.rulesets}</dt>
                    <dd><ul class="facts">{sets}</ul></dd>
                </div>
                <div>
                    <dt>{words.factor_sets}</dt>
                    <dd><ul class="facts">{factors}</ul></dd>
                </div>
            </dl>
        </section>
    }
    .into_any()
}

/// The table of contents. What is named in the data joins it when the data are here.
fn contents(
    here: ViewContext,
    rulebook: &Handle<Known<Rulebook>>,
    documents: &Handle<Known<Vec<Document>>>,
) -> AnyView {
    let words = here.words.method();
    let link = |id: &str, name: String| view! { <li><a href=format!("#{id}")>{name}</a></li> }.into_any();
    let rulebook = rulebook.clone();
    let named = move || {
        let book = rulebook.ready()?;
        let sets = book.rulesets.iter().map(|set| link(&set.id, here.text(&set.title)));
        let factors = book.factor_sets.iter().map(|set| link(&set.id, here.text(&set.title)));
        let versions = std::iter::once(link("versions", words.versions.to_owned()));
        let fixed =
            [link("formulas", words.computed.to_owned()), link("conventions", words.conventions.to_owned())];
        Some(versions.chain(sets).chain(fixed).chain(factors).collect::<Vec<_>>())
    };
    let documents = documents.clone();
    let texts = move || {
        let documents = documents.ready()?;
        Some(
            documents
                .iter()
                .map(|document| link(&document.id, here.text(&document.title)))
                .collect::<Vec<_>>(),
        )
    };
    view! {
        <nav class="contents" aria-label=words.contents>
            <p class="contents-title" aria-hidden="true">{words.contents}</p>
            <ol>
                {link("bounds", words.bounds.to_owned())} {link("marks", words.marks.to_owned())} {named}
                {link("accounting", words.accounting.to_owned())}
                <li><a href=here.href(Page::Quotas)>{here.words.quotas().in_method}</a></li>
                <li>
                    <a href="#documents">{words.documents}</a>
                    <ol>{texts}</ol>
                </li>
            </ol>
        </nav>
    }
    .into_any()
}
