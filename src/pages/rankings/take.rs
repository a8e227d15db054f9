//! The ranking as a file and as a citation.

use std::sync::Arc;

use disclosure::citation::Citation;
use disclosure::csv::{self, Ranking};
use leptos::prelude::*;

use super::desk::Desk;
use super::level_words;
use crate::address::Page;
use crate::here::Here;
use crate::load::Opened;
use crate::parts::cite::{citation, today};
use crate::parts::download::{file_name, save_csv};
use crate::parts::report::full_address;

/// The section.
pub fn take(desk: &Desk) -> AnyView {
    let here = desk.here;
    let words = &here.words.rankings;
    let round = here.text(&desk.files.round.title);
    let title = (words.cite_title)(level_words(here, desk.level), &round);
    view! {
        <section class="take-along" aria-labelledby="take-along">
            <h2 id="take-along">{words.take_along}</h2>
            {download(desk)}
            {citation(here, cite_text(here, &desk.files.opened, &title, Page::Rankings))}
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
    let said = move || (here.words.rankings.download_note)(rows(&asked).len());
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
        failed.set(save_csv(&name, &csv::standings(table, &rows)).is_err());
    };
    view! {
        <p class="download">
            <button type="button" class="button" on:click=save>{here.words.lists.download}</button>
            <span class="quiet small">{said} " " <code>{shown}</code> " " {note}</span>
            <span role="status">{move || failed.get().then_some(here.words.lists.download_failed)}</span>
        </p>
    }
    .into_any()
}

/// The citation of a page of the portal as it stands in this edition.
pub fn cite_text(here: Here, opened: &Arc<Opened>, title: &str, page: Page) -> String {
    let edition = &opened.edition;
    let organiser = edition.site.organiser.as_ref().map(|organiser| here.text(organiser));
    Citation {
        author: organiser.as_deref(),
        title,
        portal: here.words.portal,
        version_word: here.words.cite.version,
        version: opened.listed.version(),
        published: Some(edition.as_of),
        accessed: today(),
        address: &full_address(here, &edition.site, page),
    }
    .text()
}
