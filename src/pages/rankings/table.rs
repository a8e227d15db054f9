//! The table of the ranked parks.

use std::collections::BTreeSet;
use std::sync::Arc;

use assessment::ranking::RankRange;
use disclosure::model::ParkSummary;
use disclosure::rank_changes::Movement;
use disclosure::ranking_table::Row;
use leptos::prelude::*;

use super::chosen;
use super::level_words;
use super::ranking_rows::{Column, Sort};
use super::ranking_state::RankingState;
use crate::address::Page;
use crate::browser::timer;
use crate::parts::basis::clause_link_as;
use crate::parts::correction;
use crate::parts::interval::{index_text, interval};
use crate::parts::last_known;
use crate::parts::stage::stage_marks;
use crate::parts::state::state_mark;
use crate::query::Query;
use crate::view_context::ViewContext;

/// Digits after the point of a displayed core value; the comparison used all of them.
pub const SHOWN: u8 = 3;

/// The word for a column.
pub fn column_word(here: ViewContext, column: Column) -> &'static str {
    let words = here.words.rankings();
    match column {
        Column::Rank => words.rank,
        Column::Park => words.park,
        Column::Index => words.index,
        Column::Known => words.known,
        Column::Core => words.core,
        Column::Stage => words.stage,
        Column::Moved => words.moved,
    }
}

/// The columns that a board has: without an earlier round nothing has moved.
pub fn columns(state: &RankingState) -> Vec<Column> {
    let has_earlier = state.has_earlier();
    Column::ALL.into_iter().filter(|column| *column != Column::Moved || has_earlier).collect()
}

/// The table, and what stands in its place when nothing is left of it.
pub fn table(state: &RankingState) -> AnyView {
    let here = state.here;
    let words = here.words.rankings();
    let caption = (words.caption)(level_words(here, state.level), &here.text(&state.files.round.title));
    let heads: Vec<_> = columns(state).into_iter().map(|column| head(state, column)).collect();
    let drawn = state.clone();
    let visible = {
        let state = state.clone();
        Memo::new(move |_| state.visible())
    };
    let (begun, is_complete) = begun(state, visible);
    ready_to_filter(state);
    // A row that stays is moved, not drawn anew: a key in the filter costs only the rows that it brings.
    let rows = view! { <For each=begun key=|at| *at children=move |at| row(&drawn, at) /> };
    let empty = {
        let state = state.clone();
        move || visible.with(Vec::is_empty).then(|| nothing(&state))
    };
    view! {
        <table class="ranking" role="table" id="ranking" aria-busy=move || (!is_complete()).then_some("true")>
            <caption class="vh">{caption}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    {heads}
                    <th scope="col" role="columnheader" class="cell-pick">{words.pick}</th>
                </tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
        {empty}
    }
    .into_any()
}

/// Rows that are drawn at once, and with each frame after: about as many as a screen has room for.
const AT_ONCE: usize = 20;

/// The visible rows as far as they are drawn, and whether that is all of them. The rest of a long page comes frame by
/// frame, so that a key in the filter is answered at once and the next is never waited with. Paper waits for nothing.
fn begun(
    state: &RankingState,
    visible: Memo<Vec<usize>>,
) -> (impl Fn() -> Vec<usize> + Send + Sync + 'static, impl Fn() -> bool + Copy + Send + Sync + 'static) {
    let drawn = RwSignal::new(Drawn::default());
    let state = state.clone();
    // Nobody waits for paper, and nobody reads before a page is drawn.
    let at_once = !state.here.host.has_reader();
    let printing = Memo::new(move |_| state.is_printing());
    let most = move |rows: &Vec<usize>| drawn.with(|drawn| drawn_of(drawn, rows));
    let is_complete = move || at_once || printing.get() || visible.with(|rows| rows.len() <= most(rows));
    Effect::new(move || grow(visible, drawn, visible.get()));
    let begun = move || {
        let is_complete = is_complete();
        visible.with(|rows| {
            let most = if is_complete { usize::MAX } else { most(rows) };
            rows.iter().take(most).copied().collect()
        })
    };
    (begun, is_complete)
}

/// Draws some more of the rows once those that are drawn are shown, until other rows are visible or none is left.
fn grow(visible: Memo<Vec<usize>>, drawn: RwSignal<Drawn>, rows: Vec<usize>) {
    let already = move |rows: &Vec<usize>| drawn.try_with_untracked(|drawn| drawn_of(drawn, rows));
    let Some(before) = already(&rows).filter(|before| *before < rows.len()) else { return };
    timer::once_shown(move || {
        // Other rows, or these by an earlier turn, grow by themselves. The page may have been left by then, too.
        let is_due = already(&rows) == Some(before);
        if is_due && visible.try_with_untracked(|now| *now == rows) == Some(true) {
            drawn.set((rows.clone(), before + AT_ONCE));
            grow(visible, drawn, rows);
        }
    });
}

/// Which rows were visible when some more were drawn, and how many of them are.
type Drawn = (Vec<usize>, usize);

/// How many of the visible rows are drawn.
fn drawn_of((of, most): &Drawn, rows: &[usize]) -> usize {
    if of == rows { *most } else { AT_ONCE }
}

/// Prepares what words are looked for in, once the table is shown: the first key then only compares.
fn ready_to_filter(state: &RankingState) {
    let board = Arc::clone(&state.board);
    Effect::new(move || {
        let board = Arc::clone(&board);
        timer::once_shown(move || {
            board.texts();
        });
    });
}

/// What stands in place of an empty result, with the way back to everything. A board on which no park is ranked
/// has said so above.
fn nothing(state: &RankingState) -> AnyView {
    if state.asked.with(super::ranking_rows::Asked::is_all) {
        return ().into_any();
    }
    let state = state.clone();
    let words = state.here.words.rankings();
    view! {
        <div class="state state-empty" data-state="empty">
            <p>{words.nothing}</p>
            <button type="button" class="button" on:click=move |_| state.clear()>
                {words.clear}
            </button>
        </div>
    }
    .into_any()
}

/// A column's head, which sorts by it.
fn head(state: &RankingState, column: Column) -> AnyView {
    let (sort, here) = (state.sort, state.here);
    let sorted = move || match sort.get() {
        Sort { column: by, .. } if by != column => "none",
        Sort { descending: true, .. } => "descending",
        Sort { .. } => "ascending",
    };
    let state = state.clone();
    let choose = move |_| {
        let next = sort.get_untracked().choosing(column);
        state.ask(|query| query.sort = next.key());
    };
    view! {
        <th scope="col" role="columnheader" class=format!("cell-{}", column.key()) aria-sort=sorted>
            <button type="button" class="sort" on:click=choose>
                {column_word(here, column)}
            </button>
        </th>
    }
    .into_any()
}

fn row(state: &RankingState, at: usize) -> AnyView {
    let here = state.here;
    let words = here.words.rankings();
    let (row, park) = (state.board.row(at), state.board.park(at));
    let index = row.index.map(|index| {
        view! { <span class="index-figures">{index_text(&index)}</span> {interval(&index)} }
    });
    let known = row.index.and_then(|index| index.completeness());
    let moved = state.has_earlier().then(|| {
        let state = state.clone();
        let said = move || state.movement(at).map(|movement| moved(here, movement));
        view! { <td role="cell" class="cell-moved" data-label=words.moved>{said}</td> }
    });
    view! {
        <tr role="row" data-park=park.id.clone()>
            <td role="cell" class="cell-rank" data-figure="rank">{row.ranks.map(|ranks| rank(here, ranks))}</td>
            <th scope="row" role="rowheader" class="cell-park">{name(state, at)}</th>
            <td role="cell" class="cell-index" data-label=words.index data-figure="index">{index}</td>
            <td role="cell" class="cell-known" data-label=words.known>
                {known.map(|known| format!("{}%", known.to_fixed(0)))}
            </td>
            <td role="cell" class="cell-core" data-label=words.core_short data-figure="core">{core(here, row)}</td>
            <td role="cell" class="cell-stage" data-label=words.stage>{stage_marks(here, state.files.opened.edition.stages(), park)}</td>
            {moved}
            <td role="cell" class="cell-pick">{chosen::pick(state, park)}</td>
        </tr>
    }
    .into_any()
}

/// The park's name and its league below it.
pub fn name(state: &RankingState, at: usize) -> AnyView {
    let here = state.here;
    let park: &ParkSummary = state.board.park(at);
    let league = state.board.league(at).map(|league| here.text(&league.short));
    let row = state.board.row(at);
    let older = last_known::mark(here, row);
    view! {
        <a href=here.href(Page::Park(park.id.clone()))>{here.text(&park.name)}</a>
        <span class="under">{league} {older} " " {correction::mark(here, &correction::of_park(&state.files.round, &park.id))}</span>
    }
    .into_any()
}

/// A rank, or the range of ranks that the park may have.
pub fn rank(here: ViewContext, ranks: RankRange) -> AnyView {
    let RankRange { best, worst } = ranks;
    if best == worst {
        return view! { <span class="rank">{best}</span> }.into_any();
    }
    view! {
        <span class="rank" aria-hidden="true">{format!("{best}–{worst}")}</span>
        <span class="vh">{(here.words.rankings().ranks_from_to)(best, worst)}</span>
    }
    .into_any()
}

/// How a rank moved: a sign for the eye, a phrase for the ear.
pub fn moved(here: ViewContext, movement: Movement) -> AnyView {
    let [sign, said] = (here.words.rankings().movement)(movement);
    let key = match movement {
        Movement::New => "new",
        Movement::Same => "same",
        Movement::Up(_) => "up",
        Movement::Down(_) => "down",
        Movement::Uncertain => "uncertain",
    };
    let title = said.clone();
    view! {
        <span class="moved" data-moved=key title=title>
            <span aria-hidden="true">{sign}</span>
            <span class="vh">{said}</span>
        </span>
    }
    .into_any()
}

/// The core value against its target, and what came of it.
pub fn core(here: ViewContext, row: &Row) -> AnyView {
    let target = row.target;
    let value = row.value.map(|value| {
        let value =
            target.map_or_else(|| value.to_fixed(SHOWN), |target| value.to_fixed_against(target, SHOWN));
        view! { <span class="core-value">{value}</span> }
    });
    let target = target.map(|target| {
        view! { <span class="core-target">" / "<span class="vh">{here.words.rankings().target} " "</span>{target.to_string()}</span> }
    });
    view! { <span class="core-figures">{value} {target}</span> " " {state_mark(here, row.core)} }.into_any()
}

/// What the columns mean, with the clause that the target stands in.
pub fn notes(state: &RankingState) -> AnyView {
    let here = state.here;
    let words = here.words.rankings();
    let core = state.core().map(|core| {
        let unit = crate::parts::indicator::unit(here, &core.unit);
        let name = format!("{} ({unit})", here.text(&core.name));
        match &core.clause {
            Some(clause) => clause_link_as(here, clause, name),
            None => name.into_any(),
        }
    });
    let before = state.files.opened.edition.rounds.iter().rev().nth(1);
    let moved = before
        .map_or_else(|| words.no_earlier.to_owned(), |round| (words.moved_since)(&here.text(&round.title)));
    let about = here.words.corrections();
    let parks =
        state.files.round.corrections.iter().map(|each| each.park.as_str()).collect::<BTreeSet<_>>().len();
    let corrected = (parks > 0).then(|| (about.corrected_note)(parks));
    let is_older = |row: &&Row| row.older.or(row.partly_older).is_some();
    let older = state.board.standings.rows.iter().filter(is_older).count();
    let older = (older > 0).then(|| (about.older_note)(older));
    let covered =
        last_known::covered(here, state.files.round.indicators.as_deref(), &state.files.book.rulesets);
    let choice = state.choice;
    let compare = move || {
        let Query { level, parks, .. } = choice.query();
        here.href_with(Page::Compare, Query { level, parks, ..Query::default() })
    };
    view! {
        <p class="quiet small ranking-notes">{words.core} {here.words.map().colon} {core} "\u{a0}· " {moved} " " <a href=compare>{words.pick_some}</a> " " {corrected} " " {covered} " " {older}</p>
    }
    .into_any()
}
