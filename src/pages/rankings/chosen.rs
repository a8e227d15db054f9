//! Choosing parks to compare.

use disclosure::model::ParkSummary;
use leptos::prelude::*;

use super::level_key;
use super::ranking_state::RankingState;
use crate::address::Page;
use crate::query::Query;

/// Parks that stand side by side at most.
pub const MOST: usize = 4;

/// The box that chooses a park. Once four are chosen the others wait.
pub fn pick(state: &RankingState, park: &ParkSummary) -> AnyView {
    let state = state.clone();
    let id = park.id.clone();
    let label = (state.here.words.rankings().pick_one)(&state.here.text(&park.name));
    let picked = {
        let (state, id) = (state.clone(), id.clone());
        Memo::new(move |_| {
            let picked = state.picked();
            (picked.contains(&id), picked.len() >= MOST)
        })
    };
    let choose = move |ev| {
        let mut ids = untrack(|| state.picked());
        ids.retain(|other| *other != id);
        if event_target_checked(&ev) {
            ids.push(id.clone());
        }
        let mut query = untrack(|| state.choice.query());
        query.parks = ids.join(",");
        state.choice.set(&query);
    };
    view! {
        <label class="pick">
            <input
                type="checkbox"
                prop:checked=move || picked.get().0
                prop:disabled=move || picked.get() == (false, true)
                on:change=choose
            />
            <span class="vh">{label}</span>
        </label>
    }
    .into_any()
}

/// What is chosen, with the way to the comparison. It stays in sight while the table is read.
pub fn chosen(state: &RankingState) -> AnyView {
    let state = state.clone();
    let inner = move || {
        let ids = state.picked();
        (!ids.is_empty()).then(|| bar(&state, &ids))
    };
    view! { <div class="chosen no-print" role="status">{inner}</div> }.into_any()
}

fn bar(state: &RankingState, ids: &[String]) -> AnyView {
    let here = state.here;
    let words = here.words.rankings();
    let name = |id: &String| {
        let park = state.board.parks.iter().find(|park| park.id == *id);
        park.map_or_else(|| id.clone(), |park| here.text(&park.short))
    };
    let names: Vec<String> = ids.iter().map(name).collect();
    let way = if ids.len() < 2 {
        view! { <span class="quiet small">{words.choose_more}</span> }.into_any()
    } else {
        let level = level_key(state.level).to_owned();
        let query = Query { level, parks: ids.join(","), ..Query::default() };
        view! { <a class="button" href=here.href_with(Page::Compare, query)>{words.go}</a> }.into_any()
    };
    let full = (ids.len() >= MOST).then(|| view! { <span class="quiet small">{words.full}</span> });
    let state = state.clone();
    let drop = move |_| {
        let mut query = untrack(|| state.choice.query());
        query.parks.clear();
        state.choice.set(&query);
    };
    view! {
        <div class="chosen-bar">
            <span>{(words.chosen)(ids.len())} {here.join(&names)}</span>
            {full}
            {way}
            <button type="button" class="button" on:click=drop>{words.drop}</button>
        </div>
    }
    .into_any()
}
