//! Two to four parks side by side.

mod pick;
mod side;
mod table;

use std::sync::Arc;

use assessment::ruleset::Level;
use disclosure::as_of::Known;
use disclosure::model::{Document, Rulebook};
use disclosure::ranking_table::standings;
use disclosure::round::Round;
use leptos::prelude::*;

use crate::address::Page;
use crate::charts::{self, RadarPark};
use crate::load::{Handle, Opened, Store};
use crate::pages::rankings::ranking_rows::RankingRows;
use crate::pages::rankings::ranking_state::{Files, picked};
use crate::pages::rankings::{level_key, level_of, level_tabs, no_standings, unpublished};
use crate::parts::cite::page_citation_with;
use crate::parts::filter::Choice;
use crate::parts::heading::heading;
use crate::parts::loading::{failure_notice, live, no_such_choice, shown, shown_page};
use crate::query::Query;
use crate::view_context::ViewContext;

/// Parks that stand side by side at most.
pub const MOST: usize = 4;

/// The page.
pub fn compare(here: ViewContext) -> AnyView {
    shown_page(Store::of().opened(), here.words.pages.compare, move |opened| opened_compare(here, opened))
}

fn opened_compare(here: ViewContext, opened: Arc<Opened>) -> AnyView {
    let words = here.words.compare();
    let title = here.words.pages.compare;
    let Some(summary) = opened.round().cloned() else {
        let said = [words.unpublished, words.unpublished_what];
        return unpublished::page(here, &opened, title, Page::Compare, said);
    };
    let store = Store::of();
    let round = store.file_at::<Round>(&opened, &summary.file);
    let book = store.file_at::<Rulebook>(&opened, &opened.edition.rulebook);
    let documents = store.file_at::<Vec<Document>>(&opened, &opened.edition.documents);
    let trouble = failure_notice(documents.clone());
    let loaded = move |round: Arc<Known<Round>>| {
        let (opened, book, documents) = (Arc::clone(&opened), book.clone(), documents.clone());
        shown(book, move |book| {
            let files = Files { opened: Arc::clone(&opened), round: Arc::clone(&round), book };
            levels(here, files, documents.clone())
        })
    };
    view! {
        <div class="page compare">
            {heading(here, title)}
            <p class="lead">{words.lead}</p>
            {trouble}
            {shown(round, loaded)}
        </div>
    }
    .into_any()
}

fn levels(here: ViewContext, files: Files, documents: Handle<Known<Vec<Document>>>) -> AnyView {
    let choice = Choice::of();
    let level = Memo::new(move |_| level_of(&choice.query()));
    view! {
        {level_tabs(here, choice, || Page::Compare)}
        {live(Box::new(move || {
            let level = match level.get() {
                Ok(level) => level,
                Err(asked) => return no_such_choice(here, &asked, Page::Compare, here.words.pages.compare),
            };
            untrack(|| of_level(here, &files, choice, level, documents.clone()))
        }))}
    }
    .into_any()
}

/// What a level's comparison is drawn from.
#[derive(Clone)]
pub struct Compared {
    here: ViewContext,
    choice: Choice,
    files: Files,
    level: Level,
    board: Arc<RankingRows>,
    documents: Handle<Known<Vec<Document>>>,
}

/// Everything of a level. All parks are ranked, because a rank is one among all; once, not for each choice.
fn of_level(
    here: ViewContext,
    files: &Files,
    choice: Choice,
    level: Level,
    documents: Handle<Known<Vec<Document>>>,
) -> AnyView {
    let edition = &files.opened.edition;
    let standings = match standings(&edition.parks, &files.round, &files.book, level) {
        Ok(standings) => standings,
        Err(why) => return no_standings(here, &why),
    };
    let set = files.book.ruleset(level, files.round.rules_day()).ok();
    let names = (edition.stages(), edition.industries.clone());
    let board = RankingRows::new(edition.parks.clone(), edition.leagues.clone(), names, standings, set);
    let compared = Compared { here, choice, files: files.clone(), level, board: Arc::new(board), documents };
    // The words that are typed do not draw the table anew.
    let asked = Memo::new(move |_| picked(&choice.query()));
    let table = {
        let compared = compared.clone();
        live(Box::new(move || side_by_side(&compared, &asked.get())))
    };
    view! {
        {pick::pick(&compared, asked)}
        {table}
    }
    .into_any()
}

/// Rows of the board for the parks that an address asks for and that there are, four at most.
fn rows(board: &RankingRows, asked: &[String]) -> Vec<usize> {
    asked.iter().filter_map(|id| board.find(id)).take(MOST).collect()
}

/// How far the parks have come in each indicator, as a chart.
fn radar(compared: &Compared, rows: &[usize]) -> AnyView {
    let here = compared.here;
    let by = compared.files.round.rules_day();
    let Ok(set) = compared.files.book.ruleset(compared.level, by) else {
        return ().into_any();
    };
    let parks: Vec<RadarPark> = rows
        .iter()
        .map(|at| RadarPark {
            name: here.text(&compared.board.park(*at).short),
            attained: compared.board.row(*at).attained().to_vec(),
        })
        .collect();
    let indicators: Vec<String> = set.indicators.iter().map(|indicator| here.text(&indicator.name)).collect();
    charts::radar(here, &parks, &indicators)
}

/// The table and what belongs to it; with fewer than two parks there is nothing to compare.
fn side_by_side(compared: &Compared, asked: &[String]) -> AnyView {
    let here = compared.here;
    let words = here.words.compare();
    let rows = rows(&compared.board, asked);
    if rows.len() < 2 {
        return view! { <p class="empty">{(words.too_few)(2 - rows.len())}</p> }.into_any();
    }
    let names: Vec<String> = rows.iter().map(|at| here.text(&compared.board.park(*at).short)).collect();
    let title = (words.cite_title)(&here.join(&names), &here.text(&compared.files.round.title));
    let chosen =
        Query { parks: asked.join(","), level: level_key(compared.level).to_owned(), ..Query::default() };
    view! {
        <section aria-labelledby="side-by-side">
            <h2 id="side-by-side">{words.side_by_side}</h2>
            {table::table(compared, &rows, &here.join(&names))}
        </section>
        {radar(compared, &rows)}
        <section class="take-along" aria-labelledby="take-along">
            <h2 id="take-along">{here.words.park().cite}</h2>
            {page_citation_with(here, &compared.files.opened, Page::Compare, &title, chosen)}
        </section>
    }
    .into_any()
}
