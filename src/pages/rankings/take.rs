//! The ranking as a file and as a citation.

use disclosure::csv::{self, Ranking};
use leptos::prelude::*;

use super::desk::Desk;
use super::{level_key, level_words};
use crate::address::Page;
use crate::parts::cite::page_citation_with;
use crate::parts::download::{CSV, file_name, save};
use crate::query::Query;

/// The section.
pub fn take(desk: &Desk) -> AnyView {
    let here = desk.here;
    let words = here.words.rankings();
    let round = here.text(&desk.files.round.title);
    let title = (words.cite_title)(level_words(here, desk.level), &round);
    let chosen = Query { level: level_key(desk.level).to_owned(), ..Query::default() };
    view! {
        <section class="take-along" aria-labelledby="take-along">
            <h2 id="take-along">{words.take_along}</h2>
            {download(desk)}
            {page_citation_with(here, &desk.files.opened, Page::Rankings, &title, chosen)}
        </section>
    }
    .into_any()
}

/// The rows of the filter, sorted, and behind them those that are listed apart.
fn rows(desk: &Desk) -> Vec<usize> {
    let mut rows = desk.kept.get().to_vec();
    rows.extend(desk.board.filter(&desk.board.apart(), &desk.asked.get()));
    rows
}

fn download(desk: &Desk) -> AnyView {
    let here = desk.here;
    let opened = &desk.files.opened;
    let standings = &desk.board.standings;
    let name = file_name(opened, &format!("rankings-{}-{}", desk.files.round.id, standings.scoring), "csv");
    let failed = RwSignal::new(false);
    let note = opened.edition.demonstration.then_some(here.words.shell.demonstration);
    let (shown, asked) = (name.clone(), desk.clone());
    let said = move || (here.words.rankings().download_note)(rows(&asked).len());
    let desk = desk.clone();
    let save = move |_| {
        let table = Ranking {
            edition: &desk.files.opened.edition,
            round: &desk.files.round,
            level: desk.level,
            standings: &desk.board.standings,
            parks: &desk.board.parks,
        };
        let rows = untrack(|| rows(&desk));
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
