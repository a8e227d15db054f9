//! Parks without a threshold in force: listed apart, unranked, and why.

use std::sync::Arc;

use leptos::prelude::*;

use super::ranking_state::RankingState;
use super::table::{core, name};
use crate::parts::basis::clause_link;
use crate::parts::interval::{index_text, interval};
use crate::parts::loading::live;
use crate::parts::stage::stage_marks;

/// Parks that are shown until all are asked for.
const FIRST: usize = 20;

/// The section; nothing where every park is ranked.
pub fn apart(state: &RankingState) -> AnyView {
    let all = state.board.apart();
    if all.is_empty() {
        return ().into_any();
    }
    let here = state.here;
    let words = here.words.rankings();
    let bands = state.board.bands.iter().filter(|band| band.target.is_none());
    let why: Vec<_> = bands
        .map(|band| {
            let range = (here.words.indicators().band)(band.from_tce, band.to_tce);
            let reason = band.no_target.as_ref().map(|reason| here.text(reason));
            view! { <li>{range} {here.words.map().colon} {reason}</li> }
        })
        .collect();
    let clause = state.core().and_then(|core| core.clause.as_deref()).map(|clause| clause_link(here, clause));
    let (board, asked) = (Arc::clone(&state.board), state.asked);
    let kept = Memo::new(move |_| board.filter(&all, &asked.get()));
    let whole = RwSignal::new(false);
    let drawn = state.clone();
    let rows = live(Box::new(move || {
        let most = if whole.get() || drawn.is_printing() { usize::MAX } else { FIRST };
        let rows: Vec<_> = kept.with(|kept| kept.iter().take(most).map(|at| row(&drawn, *at)).collect());
        if rows.is_empty() {
            return view! { <tr role="row"><td role="cell" colspan="4" class="quiet">{words.nothing}</td></tr> }
                .into_any();
        }
        rows.into_any()
    }));
    let more = move || {
        let parks = kept.with(Vec::len);
        (parks > FIRST).then(|| {
            let said = move || if whole.get() { (words.apart_first)(FIRST) } else { (words.apart_all)(parks) };
            view! {
                <p class="no-print">
                    <button type="button" class="button" on:click=move |_| whole.update(|whole| *whole = !*whole)>
                        {said}
                    </button>
                </p>
            }
        })
    };
    let heads = [words.park, words.index, words.core, words.stage]
        .map(|head| view! { <th scope="col" role="columnheader">{head}</th> });
    view! {
        <section aria-labelledby="apart">
            <h2 id="apart">{words.apart}</h2>
            <p>{words.apart_why} " " {clause}</p>
            <ul class="quiet small">{why}</ul>
            <table class="ranking ranking-apart" role="table">
                <caption class="vh">{words.apart}</caption>
                <thead role="rowgroup">
                    <tr role="row">{heads.collect_view()}</tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
            </table>
            {more}
        </section>
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
    view! {
        <tr role="row" data-park=park.id.clone()>
            <th scope="row" role="rowheader" class="cell-park">{name(state, at)}</th>
            <td role="cell" class="cell-index" data-label=words.index>{index}</td>
            <td role="cell" class="cell-core" data-label=words.core_short>{core(here, row)}</td>
            <td role="cell" class="cell-stage" data-label=words.stage>{stage_marks(here, state.files.opened.edition.stages(), park)}</td>
        </tr>
    }
    .into_any()
}
