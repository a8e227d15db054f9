//! How steady the ranks are when the weights are varied: computed when asked for, from a seed.

use std::sync::Arc;
use std::time::Duration;

use assessment::ranking::Steadiness;
use leptos::prelude::*;

use super::ranking_state::RankingState;
use super::table::{name, rank};
use crate::browser::timer;
use crate::parts::loading::live;
use assessment::ranking::RankRange;

/// The seed of the draws. Any would do; this one is said, so that anyone can draw the same.
const SEED: u64 = 2025;
/// Draws for a table of a usual length.
const DRAWS: u32 = 500;
/// Parks times draws that a reader will wait for.
const PATIENCE: usize = 50_000;
/// Draws below which a count says little.
const FEWEST: u32 = 20;

/// How far the computation has come.
#[derive(Clone, PartialEq)]
enum Stand {
    NotAsked,
    Busy,
    Done(Arc<Vec<Option<Steadiness>>>),
}

/// How many draws a number of parks gets.
fn draws(parks: usize) -> u32 {
    let most = u32::try_from(PATIENCE / parks.max(1)).unwrap_or(DRAWS);
    most.clamp(FEWEST, DRAWS)
}

/// The section.
pub fn steady(state: &RankingState) -> AnyView {
    let words = state.here.words.rankings();
    let ranked = state.board.standings.ranked();
    let draws = draws(ranked);
    let stand = RwSignal::new(Stand::NotAsked);
    let board = Arc::clone(&state.board);
    let start = move |_| {
        stand.set(Stand::Busy);
        let board = Arc::clone(&board);
        // The word that it is under way is drawn first.
        timer::after(Duration::from_millis(50), move || {
            let done = Arc::new(board.standings.steadiness(SEED, draws));
            // The page may have been left by then.
            let _left = stand.try_set(Stand::Done(done));
        });
    };
    let said = move || match stand.get() {
        Stand::NotAsked => String::new(),
        Stand::Busy => words.steady_busy.to_owned(),
        Stand::Done(_) => (words.steady_done)(SEED, draws),
    };
    let drawn = state.clone();
    let table = live(Box::new(move || match stand.get() {
        Stand::Done(found) => table(&drawn, &found, draws),
        Stand::NotAsked | Stand::Busy => ().into_any(),
    }));
    let ask = if ranked < 2 {
        view! { <p class="quiet">{words.steady_alone}</p> }.into_any()
    } else {
        view! {
            <p class="download">
                <button type="button" class="button" on:click=start disabled=move || stand.get() == Stand::Busy>
                    {words.steady_button}
                </button>
                <span role="status" class="quiet small">{said}</span>
            </p>
        }
        .into_any()
    };
    view! {
        <section class="steady" aria-labelledby="steady">
            <h2 id="steady">{words.steady}</h2>
            <p>{(words.steady_lead)(SEED, draws)}</p>
            {ask}
            {table}
        </section>
    }
    .into_any()
}

fn table(state: &RankingState, found: &Arc<Vec<Option<Steadiness>>>, draws: u32) -> AnyView {
    let words = state.here.words.rankings();
    let (drawn, found) = (state.clone(), Arc::clone(found));
    let rows = move || {
        let rows = drawn.visible();
        rows.into_iter().map(|at| row(&drawn, at, found.get(at).copied().flatten(), draws)).collect_view()
    };
    let heads = [words.rank, words.park, words.kept, words.spread]
        .map(|head| view! { <th scope="col" role="columnheader">{head}</th> });
    view! {
        <table class="ranking ranking-steady" role="table">
            <caption class="vh">{words.steady}</caption>
            <thead role="rowgroup">
                <tr role="row">{heads.collect_view()}</tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(state: &RankingState, at: usize, found: Option<Steadiness>, draws: u32) -> AnyView {
    let here = state.here;
    let words = here.words.rankings();
    let kept = found.and_then(|found| Some(format!("{}%", found.kept_share(draws)?.to_fixed(0))));
    let spread = found.map(|found| rank(here, RankRange { best: found.best, worst: found.worst }));
    view! {
        <tr role="row">
            <td role="cell" class="cell-rank">{state.board.row(at).ranks.map(|ranks| rank(here, ranks))}</td>
            <th scope="row" role="rowheader" class="cell-park">{name(state, at)}</th>
            <td role="cell" class="cell-kept" data-label=words.kept>{kept}</td>
            <td role="cell" class="cell-spread" data-label=words.spread>{spread}</td>
        </tr>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_thousand_parks_get_fewer_draws_and_one_gets_no_more_than_usual() {
        assert_eq!(draws(0), DRAWS);
        assert_eq!(draws(36), DRAWS);
        assert_eq!(draws(1_000), 50);
        assert_eq!(draws(10_000), FEWEST);
    }
}
