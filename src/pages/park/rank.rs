//! Which ranks the park may have among those of the last round.

use assessment::evaluate::State;
use assessment::ruleset::Level;
use disclosure::as_of::Known;
use disclosure::model::Rulebook;
use disclosure::ranking_table::{Row, standings};
use disclosure::round::Round;
use leptos::prelude::*;

use super::Parts;
use crate::address::Page;
use crate::load::Store;
use crate::parts::loading::shown;
use crate::view_context::ViewContext;

/// The range, loaded by itself; nothing while no round is published.
pub fn rank(here: ViewContext, parts: &Parts) -> AnyView {
    let words = here.words.park_history();
    let Some(round) = parts.opened.round() else { return ().into_any() };
    let round = Store::of().file_at::<Round>(&parts.opened, &round.file);
    let parts = parts.clone();
    let body = shown(parts.rulebook.clone(), move |book| {
        let parts = parts.clone();
        shown(round.clone(), move |round| ranked(here, &parts, &book, &round))
    });
    view! {
        <section class="park-rank" aria-labelledby="rank">
            <h2 id="rank">{words.rank}</h2>
            {body}
        </section>
    }
    .into_any()
}

fn ranked(here: ViewContext, parts: &Parts, book: &Known<Rulebook>, round: &Round) -> AnyView {
    let words = here.words.park_history();
    let parks = &parts.edition().parks;
    let standings = standings(parks, round, book, Level::National);
    let own = standings.as_ref().ok().and_then(|all| {
        let own = all.rows.iter().find(|row| parks[row.park].id == parts.summary.id)?;
        Some((own, all.ranked()))
    });
    let Some((row, ranked)) = own else {
        return view! { <p class="empty">{words.rank_none}</p> }.into_any();
    };
    let place = match (&row.ranks, row.core) {
        (Some(range), _) => (words.rank_range)(range.best, range.worst, ranked),
        (None, State::NoThreshold) => words.rank_apart.to_owned(),
        (None, _) => words.rank_none.to_owned(),
    };
    view! {
        <p class="rank-range" class:quiet={row.ranks.is_none()}>{place}</p>
        {index(here, row).map(|index| view! { <p class="section-note">{index}</p> })}
        <p class="section-note">
            {words.rank_note} " " <a href=here.href(Page::Rankings)>{words.to_rankings}</a>
        </p>
    }
    .into_any()
}

fn index(here: ViewContext, row: &Row) -> Option<String> {
    let index = row.index?;
    let (worst, best) = (index.worst.to_fixed(1), index.best.to_fixed(1));
    Some((here.words.park_history().index_range)(&worst, &best, index.known, index.applicable))
}
