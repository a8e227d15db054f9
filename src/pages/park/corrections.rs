//! What was corrected of what is published about a park, over all rounds.

use std::cmp::Reverse;

use assessment::Date;
use disclosure::as_of::Known;
use disclosure::correction::{Amended, Amendment};
use disclosure::model::{Park, Rulebook};
use leptos::prelude::*;

use super::Parts;
use crate::parts::correction::{self, Told, cell, notice_href};
use crate::view_context::ViewContext;

/// The corrections, the latest first; nothing where there are none.
pub fn corrections(here: ViewContext, parts: &Parts, book: &Known<Rulebook>, park: &Known<Park>) -> AnyView {
    let words = here.words.corrections();
    let mut all: Vec<(Amendment, Told, &'static str)> = Vec::new();
    for round in &park.rounds {
        let title = parts.edition().rounds.iter().find(|each| each.id == round.round);
        let title = title.map_or_else(|| round.round.clone(), |each| here.text(&each.title));
        let published = round.as_published.as_deref().and_then(|snapshot| snapshot.core.as_ref());
        for each in &round.corrections {
            let told = correction::told(here, &each.change, published, book, round.rules_day());
            let what = format!("{} {}", (words.of_round)(&title), told.what);
            all.push((each.by.clone(), Told { what, ..told }, words.withdrawn));
        }
    }
    let acts = amended(&park.amended_acts, words.act, |act| correction::act_text(here, act));
    let said =
        amended(&park.amended_statements, words.statement, |said| correction::statement_text(here, said));
    all.extend(acts.chain(said).map(|(by, told)| (by, told, words.withdrawn)));
    if all.is_empty() {
        return ().into_any();
    }
    all.sort_by_key(|(by, ..)| Reverse::<Date>(by.dated));
    let items = all.into_iter().map(|(by, told, taken_back)| {
        view! {
            <li data-notice=by.notice.clone()>
                <time datetime=by.dated.to_string()>
                    <a href=notice_href(here, &by.notice)>{by.dated.to_string()}</a>
                </time>
                <div>
                    <p>{told.what}</p>
                    <p class="before-now">
                        {cell(told.was, words.nothing)} " → " <strong>{cell(told.is, taken_back)}</strong>
                    </p>
                    <p class="under">{(words.because)(&here.text(&by.reason))}</p>
                </div>
            </li>
        }
    });
    view! {
        <section aria-labelledby="corrections">
            <h2 id="corrections">{words.of_park}</h2>
            <p class="section-note">{words.of_park_lead}</p>
            <ol class="dated course-acts">{items.collect_view()}</ol>
        </section>
    }
    .into_any()
}

fn amended<'a, T>(
    changes: &'a [Amended<T>],
    what: &'static str,
    text: impl Fn(&T) -> String + 'a,
) -> impl Iterator<Item = (Amendment, Told)> + 'a {
    changes.iter().map(move |change| {
        let (was, is) = (change.was.as_ref().map(&text), change.is.as_ref().map(&text));
        (change.by.clone(), Told { what: what.to_owned(), was, is })
    })
}
