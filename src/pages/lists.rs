//! The official lists: those published, and those that are provided for and nobody has published yet.

use assessment::evaluate::State;
use disclosure::model::{Edition, ListSummary, NotPublished};
use leptos::prelude::*;

use super::list::level;
use crate::address::Page;
use crate::here::Here;
use crate::load::{Store, shown_page};
use crate::parts::basis::clause_link;
use crate::parts::state::state_mark;
use crate::shell::heading;

/// Clauses of the plan that provide for a list of parks: for cultivation, and built.
const PROVIDED: [&str; 2] = ["plan/2/1/3", "plan/2/3/3"];

/// The page.
pub fn lists(here: Here) -> AnyView {
    shown_page(Store::of().opened(), here.words.pages.lists, move |opened| {
        opened_lists(here, &opened.edition)
    })
}

fn opened_lists(here: Here, edition: &Edition) -> AnyView {
    let words = &here.words.lists;
    let awaited = awaited(&edition.not_published);
    let published: Vec<_> = edition.lists.iter().map(|list| published_list(here, list)).collect();
    let none = published.is_empty().then(|| view! { <p class="quiet">{words.none_published}</p> });
    let missing: Vec<_> = awaited.iter().map(|missing| awaited_list(here, missing)).collect();
    let missing = (!missing.is_empty()).then(|| {
        view! {
            <section aria-labelledby="awaited">
                <h2 id="awaited">{words.awaited}</h2>
                <p class="lead">{words.awaited_lead}</p>
                <ul class="entries">{missing}</ul>
            </section>
        }
    });
    view! {
        <div class="page">
            {heading(here, here.words.pages.lists)}
            <p class="lead">{(words.finding)(edition.lists.len(), awaited.len())}</p>
            <section aria-labelledby="published">
                <h2 id="published">{words.published}</h2>
                {none}
                <ul class="entries">{published}</ul>
            </section>
            {missing}
        </div>
    }
    .into_any()
}

/// What is not published and would be a list.
fn awaited(not_published: &[NotPublished]) -> Vec<&NotPublished> {
    let is_list =
        |missing: &&NotPublished| missing.clause.as_deref().is_some_and(|clause| PROVIDED.contains(&clause));
    not_published.iter().filter(is_list).collect()
}

fn published_list(here: Here, list: &ListSummary) -> AnyView {
    let words = &here.words.lists;
    let facts = [
        level(here, list.level).to_owned(),
        (words.published_on)(list.published),
        (words.entries)(list.entries.into()),
        (words.in_region)(list.in_region.into()),
    ]
    .map(|fact| view! { <li>{fact}</li> });
    view! {
        <li>
            <h3><a href=here.href(Page::List(list.id.clone()))>{here.text(&list.title)}</a></h3>
            <ul class="facts">{facts.collect_view()}</ul>
        </li>
    }
    .into_any()
}

fn awaited_list(here: Here, missing: &NotPublished) -> AnyView {
    let clause = missing.clause.as_deref().map(|clause| clause_link(here, clause));
    view! {
        <li>
            <h3>{here.text(&missing.what)}</h3>
            <p>{here.text(&missing.known)} " " {clause}</p>
            <p class="quiet small">
                {state_mark(here, State::NoData)} " " {(here.words.lists.searched)(missing.as_of)}
            </p>
        </li>
    }
    .into_any()
}
