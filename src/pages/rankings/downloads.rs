//! The ranking as a file and as a citation.

use disclosure::csv::{self, Ranking};
use leptos::prelude::*;

use super::ranking_state::RankingState;
use super::{level_key, level_words};
use crate::address::Page;
use crate::browser::download::{CSV, save};
use crate::parts::cite::page_citation_with;
use crate::parts::download::file_name;
use crate::query::Query;

/// The section.
pub fn downloads(state: &RankingState) -> AnyView {
    let here = state.here;
    let words = here.words.rankings();
    let round = here.text(&state.files.round.title);
    let title = (words.cite_title)(level_words(here, state.level), &round);
    let chosen = Query { level: level_key(state.level).to_owned(), ..Query::default() };
    view! {
        <section class="take-along" aria-labelledby="take-along">
            <h2 id="take-along">{words.take_along}</h2>
            {download(state)}
            {page_citation_with(here, &state.files.opened, Page::Rankings, &title, chosen)}
        </section>
    }
    .into_any()
}

/// The rows of the filter, sorted, and behind them those that are listed apart.
fn rows(state: &RankingState) -> Vec<usize> {
    let mut rows = state.kept.get().to_vec();
    rows.extend(state.board.filter(&state.board.apart(), &state.asked.get()));
    rows
}

fn download(state: &RankingState) -> AnyView {
    let here = state.here;
    let opened = &state.files.opened;
    let standings = &state.board.standings;
    let name = file_name(opened, &format!("rankings-{}-{}", state.files.round.id, standings.scoring), "csv");
    let failed = RwSignal::new(false);
    let note = opened.edition.demonstration.then_some(here.words.shell.demonstration);
    let (shown, asked) = (name.clone(), state.clone());
    let said = move || (here.words.rankings().download_note)(rows(&asked).len());
    let state = state.clone();
    let save = move |_| {
        let table = Ranking {
            edition: &state.files.opened.edition,
            round: &state.files.round,
            level: state.level,
            standings: &state.board.standings,
            parks: &state.board.parks,
        };
        let rows = untrack(|| rows(&state));
        failed.set(save(&name, CSV, &csv::standings(table, &rows)).is_err());
    };
    view! {
        <p class="download">
            <button type="button" class="button" on:click=save>{here.words.lists().download}</button>
            <span class="quiet small">{said} " " <code>{shown}</code> " " {note}</span>
            <span role="status">{move || failed.get().then_some(here.words.lists().download_failed)}</span>
        </p>
    }
    .into_any()
}
