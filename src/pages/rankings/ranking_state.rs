//! What a reader has before them: a board, and what of it is asked for.

use std::cmp::Ordering;
use std::sync::Arc;
use std::time::Duration;

use assessment::ruleset::{Indicator, Level};
use disclosure::as_of::Known;
use disclosure::model::{ParkSummary, Rulebook};
use disclosure::rank_changes::{Movement, movements};
use disclosure::round::Round;
use leptos::prelude::*;

use super::ranking_rows::{Asked, RankingRows, Sort};
use crate::browser::{timer, window};
use crate::load::{Opened, Store};
use crate::parts::filter::Choice;
use crate::query::Query;
use crate::view_context::ViewContext;

/// Rows on a page.
pub const ROWS: usize = 100;

/// The files that a ranking stands on.
#[derive(Clone)]
pub struct Files {
    /// The edition at the reader's moment.
    pub opened: Arc<Opened>,
    /// Its last round.
    pub round: Arc<Known<Round>>,
    /// The rules.
    pub book: Arc<Known<Rulebook>>,
}

/// One movement a row; absent where the row is not ranked.
type Moved = Arc<Vec<Option<Movement>>>;

/// A board, and what of it is asked for.
#[derive(Clone)]
pub struct RankingState {
    /// Where the reader is.
    pub here: ViewContext,
    /// What the address holds.
    pub choice: Choice,
    /// The files.
    pub files: Files,
    /// Level whose indicators are ranked by.
    pub level: Level,
    /// The board.
    pub board: Arc<RankingRows>,
    /// What the address chooses, each of it one of what there is; or what it names that there is not.
    pub query: Memo<Result<Query, String>>,
    /// How the rows are sorted.
    pub sort: Memo<Sort>,
    /// What is asked for.
    pub asked: Memo<Asked>,
    /// Movements since the round before; `None` until they are known, and where there is no round before.
    pub moved: Memo<Option<Moved>>,
    /// Ranked rows that are asked for, sorted.
    pub kept: Memo<Arc<Vec<usize>>>,
    /// The page of them that is shown, from 0.
    pub page: Memo<usize>,
    /// Whether the page is being printed, and all rows are wanted.
    printing: RwSignal<bool>,
}

impl RankingState {
    /// A board with what the address asks of it.
    pub fn new(
        here: ViewContext,
        choice: Choice,
        files: Files,
        level: Level,
        board: RankingRows,
    ) -> RankingState {
        let board = Arc::new(board);
        let query = {
            let (board, table) = (Arc::clone(&board), files.opened.edition.stages().clone());
            Memo::new(move |_| board.among(choice.query(), &table))
        };
        let said = move || query.with(|query| query.clone().unwrap_or_default());
        let sort = Memo::new(move |_| Sort::of(&said().sort));
        let asked = Memo::new(move |_| Asked::of(&said(), choice.words()));
        let moved = moved(here, &files, level, &board);
        let order = {
            let board = Arc::clone(&board);
            Memo::new(move |_| {
                let sort = sort.get();
                // Only the order by movement waits for the movements.
                let by_movement = sort.column == super::ranking_rows::Column::Moved;
                let moved = if by_movement { moved.get() } else { None };
                Arc::new(board.order(sort, moved.as_ref().map_or(&[][..], |moved| moved), by_name(here)))
            })
        };
        let kept = {
            let board = Arc::clone(&board);
            Memo::new(move |_| Arc::new(board.filter(&order.get(), &asked.get())))
        };
        let page = Memo::new(move |_| {
            let asked = said().page.parse::<usize>().unwrap_or(1).saturating_sub(1);
            asked.min(kept.with(|kept| kept.len().saturating_sub(1)) / ROWS)
        });
        let printing = printing();
        RankingState { here, choice, files, level, board, query, sort, asked, moved, kept, page, printing }
    }

    /// The rows to draw: a page of them, and all of them on paper; tracked.
    pub fn visible(&self) -> Vec<usize> {
        self.kept.with(|kept| {
            if self.printing.get() {
                return kept.to_vec();
            }
            kept.iter().skip(self.page.get() * ROWS).take(ROWS).copied().collect()
        })
    }

    /// Whether the page is being printed, and all rows are wanted; tracked.
    pub fn is_printing(&self) -> bool {
        self.printing.get()
    }

    /// Writes what is asked for into the address and begins on its first page.
    pub fn ask(&self, change: impl FnOnce(&mut Query)) {
        let mut query = untrack(|| self.choice.query());
        query.page.clear();
        change(&mut query);
        self.choice.set(&query);
    }

    /// Asks for everything.
    pub fn clear(&self) {
        self.choice.clear_words();
        self.ask(|query| {
            for text in [
                &mut query.q,
                &mut query.league,
                &mut query.grid,
                &mut query.stage,
                &mut query.industry,
                &mut query.band,
            ] {
                text.clear();
            }
        });
    }

    /// The core indicator of the level.
    pub fn core(&self) -> Option<&Indicator> {
        let set = self.files.book.ruleset(self.level, self.files.round.rules_day()).ok()?;
        set.core()
    }

    /// Ids of the parks chosen for comparison; tracked.
    pub fn picked(&self) -> Vec<String> {
        picked(&self.choice.query())
    }

    /// The movement of a row; tracked.
    pub fn movement(&self, at: usize) -> Option<Movement> {
        self.moved.with(|moved| moved.as_ref().and_then(|moved| moved.get(at).copied().flatten()))
    }

    /// Whether there is a round before this one.
    pub fn has_earlier(&self) -> bool {
        self.files.opened.edition.rounds.len() > 1
    }
}

/// Ids of the parks that an address chooses, each once.
pub fn picked(query: &Query) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for id in query.parks.split(',').map(str::trim).filter(|id| !id.is_empty()) {
        if ids.iter().all(|known| known != id) {
            ids.push(id.to_owned());
        }
    }
    ids
}

/// The movements since the round before. They complete the table and need as much work as the table itself,
/// so they come after it was first drawn.
fn moved(here: ViewContext, files: &Files, level: Level, board: &Arc<RankingRows>) -> Memo<Option<Moved>> {
    // Nobody waits for what is drawn before there is a reader.
    let drawn = RwSignal::new(!here.host.has_reader());
    let rounds = &files.opened.edition.rounds;
    let before =
        rounds.len().checked_sub(2).map(|at| Store::of().file_at::<Round>(&files.opened, &rounds[at].file));
    if before.is_some() {
        let begin = move || {
            // The page may have been left by then.
            let _left = drawn.try_set(true);
        };
        Effect::new(move || timer::after(Duration::from_millis(50), begin));
    }
    let (files, board) = (files.clone(), Arc::clone(board));
    Memo::new(move |_| {
        if !drawn.get() {
            return None;
        }
        let before = before.as_ref()?.ready()?;
        let moved = movements(&board.parks, &board.standings, &before, &files.book, level);
        moved.ok().map(Arc::new)
    })
}

/// Compares parks by their names as the reader's language sorts them.
fn by_name(here: ViewContext) -> impl Fn(&ParkSummary, &ParkSummary) -> Ordering {
    let compare = here.host.collation(here.lang);
    move |a, b| compare(&here.text(&a.name), &here.text(&b.name))
}

/// Whether the page is being printed. What the event draws stands before the browser lays the paper out.
fn printing() -> RwSignal<bool> {
    let printing = RwSignal::new(false);
    for (event, now) in [("beforeprint", true), ("afterprint", false)] {
        window::on(event, move |_| printing.set(now));
    }
    printing
}
