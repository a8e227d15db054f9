//! The glossary: every term with a plain definition, an anchor, and the clause that uses it.

use std::sync::Arc;

use disclosure::as_of::Known;
use disclosure::model::Term;
use leptos::prelude::*;

use crate::address::Lang;
use crate::load::Store;
use crate::parts::basis::clause_link;
use crate::parts::filter::Choice;
use crate::parts::heading::heading;
use crate::parts::loading::{shown, shown_page};
use crate::search::matching::holds;
use crate::view_context::ViewContext;

/// The page.
pub fn glossary(here: ViewContext) -> AnyView {
    let store = Store::of();
    shown_page(store.opened(), here.words.pages.glossary, move |opened| {
        let terms = store.file_at::<Vec<Term>>(&opened, &opened.edition.glossary);
        view! {
            <div class="page">
                {heading(here, here.words.pages.glossary)}
                <p class="lead">{here.words.glossary().lead}</p>
                {shown(terms, move |terms| filtered(here, terms))}
            </div>
        }
        .into_any()
    })
}

fn filtered(here: ViewContext, terms: Arc<Known<Vec<Term>>>) -> AnyView {
    let words = here.words.glossary();
    let choice = Choice::of();
    let texts: Vec<String> = terms.iter().map(searched).collect();
    let all = texts.len();
    let kept = Memo::new(move |_| {
        let words = choice.words();
        texts.iter().map(|text| holds(text, &words)).collect::<Vec<bool>>()
    });
    let count = move || kept.with(|kept| kept.iter().filter(|kept| **kept).count());
    let entries: Vec<_> = terms
        .iter()
        .enumerate()
        .map(|(at, term)| entry(here, term, move || kept.with(|kept| kept[at])))
        .collect();
    view! {
        {choice.field(here, words.filter, move || (here.words.filter.count)(count(), all))}
        <dl class="terms">{entries}</dl>
        {move || (count() == 0).then(|| choice.nothing(here))}
    }
    .into_any()
}

/// What the filter looks at.
fn searched(term: &Term) -> String {
    format!("{} {} {} {} {}", term.term.zh, term.term.en, term.pinyin, term.definition.zh, term.definition.en)
}

fn entry(here: ViewContext, term: &Term, kept: impl Fn() -> bool + Send + Sync + 'static) -> AnyView {
    let (other, lang) = match here.lang {
        Lang::Zh => (term.term.en.clone(), Lang::En),
        Lang::En => (term.term.zh.clone(), Lang::Zh),
    };
    let clause = term.clause.as_deref().map(|clause| view! { " " {clause_link(here, clause)} });
    view! {
        <div class="term" id=term.id.clone() tabindex="-1" class:filtered=move || !kept()>
            <dt>
                {here.text(&term.term)} " " <span class="term-other" lang=lang.tag()>{other}</span>
            </dt>
            <dd>{here.text(&term.definition)}{clause}</dd>
        </div>
    }
    .into_any()
}
