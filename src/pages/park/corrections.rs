//! What was corrected of what is published about a park, over all rounds.

use disclosure::as_of::Known;
use disclosure::model::{Park, Rulebook};
use leptos::prelude::*;

use super::Parts;
use crate::parts::correction::{self, Record, Told, amended, records};
use crate::view_context::ViewContext;

/// The corrections, the latest first; nothing where there are none.
pub fn corrections(here: ViewContext, parts: &Parts, book: &Known<Rulebook>, park: &Known<Park>) -> AnyView {
    let words = here.words.corrections();
    let mut all: Vec<Record> = Vec::new();
    for round in &park.rounds {
        let title = parts.edition().rounds.iter().find(|each| each.id == round.round);
        let title = title.map_or_else(|| round.round.clone(), |each| here.text(&each.title));
        let published = round.as_published.as_deref().and_then(|snapshot| snapshot.core.as_ref());
        for each in &round.corrections {
            let told = correction::told(here, &each.change, published, book, round.rules_day());
            let what = format!("{} {}", (words.of_round)(&title), told.what);
            all.push(Record { by: each.by.clone(), told: Told { what, ..told }, beside: false });
        }
    }
    let acts = amended(&park.amended_acts, words.act, &park.events, |act| correction::act_text(here, act));
    let said = amended(&park.amended_statements, words.statement, &park.statements, |said| {
        correction::statement_text(here, said)
    });
    all.extend(acts.chain(said));
    records(here, words.of_park_lead, all)
}
