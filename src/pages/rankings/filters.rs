//! What a reader can ask for: words, league, grid, stage, industry, energy, and the order.

use leptos::prelude::*;

use super::ranking_rows::{Sort, UNKNOWN, band_key, grid_key};
use super::ranking_state::RankingState;
use super::table::{column_word, columns};
use crate::query::Field;
use disclosure::model::Grid;

/// One choice among several.
struct Select {
    id: &'static str,
    label: &'static str,
    options: Vec<(String, String)>,
    field: Field,
}

/// The filters, with what they leave of how much.
pub fn filters(state: &RankingState) -> AnyView {
    let here = state.here;
    let words = here.words.rankings();
    let all = state.board.standings.ranked();
    let kept = state.kept;
    let said = move || (here.words.filter.count)(kept.with(|kept| kept.len()), all);
    let selects: Vec<_> = selects(state).into_iter().map(|select| one(state, select, "")).collect();
    let asked = state.asked;
    let clear = {
        let state = state.clone();
        move || {
            let state = state.clone();
            (!asked.with(super::ranking_rows::Asked::is_all)).then(|| {
                view! {
                    <button type="button" class="button" on:click=move |_| state.clear()>
                        {words.clear}
                    </button>
                }
            })
        }
    };
    view! {
        <div class="ranking-filters">
            {state.choice.field(here, words.by_name, said)}
            <div class="filter filter-selects" role="group" aria-label=words.filters>
                {selects}
                {one(state, order(state), "select-sort")}
                {clear}
            </div>
        </div>
    }
    .into_any()
}

fn selects(state: &RankingState) -> Vec<Select> {
    let here = state.here;
    let words = here.words.rankings();
    let board = &state.board;
    let pair = |key: &str, word: String| (key.to_owned(), word);
    let leagues = board.leagues.iter().map(|league| pair(&league.id, here.text(&league.short)));
    let grids = [(Grid::West, here.words.map().grid_west), (Grid::East, here.words.map().grid_east)];
    // A group by its id; the stages within it by theirs, where it holds several.
    let table = state.files.opened.edition.stages();
    let stages = table.groups.iter().flat_map(|group| {
        let within: Vec<_> = table.stages_of(group.id).collect();
        let within = within.into_iter().filter(|row| row.id.as_str() != group.id.as_str());
        let within = within.map(|row| (row.id.as_str().to_owned(), format!("· {}", here.text(&row.name))));
        std::iter::once((group.id.as_str().to_owned(), here.text(&group.short))).chain(within)
    });
    let none = std::iter::once(pair(UNKNOWN, here.words.stages.none.to_owned()));
    let industries = board.industries().into_iter().map(|industry| pair(&industry.zh, here.text(industry)));
    let bands = board
        .bands
        .iter()
        .map(|band| (band_key(band), (here.words.indicators().band)(band.from_tce, band.to_tce)));
    let unknown = std::iter::once(pair(UNKNOWN, words.band_unknown.to_owned()));
    vec![
        Select {
            id: "league",
            label: words.league,
            options: leagues.collect(),
            field: |query| &mut query.league,
        },
        Select {
            id: "grid",
            label: words.grid,
            options: grids.map(|(grid, word)| pair(grid_key(grid), word.to_owned())).into(),
            field: |query| &mut query.grid,
        },
        Select {
            id: "stage",
            label: words.stage,
            options: stages.chain(none).collect(),
            field: |query| &mut query.stage,
        },
        Select {
            id: "industry",
            label: words.industry,
            options: industries.collect(),
            field: |query| &mut query.industry,
        },
        Select {
            id: "band",
            label: words.band,
            options: bands.chain(unknown).collect(),
            field: |query| &mut query.band,
        },
    ]
}

/// The order as a choice: on a phone the table has no heads to press.
fn order(state: &RankingState) -> Select {
    let words = state.here.words.rankings();
    let options = columns(state).into_iter().flat_map(|column| {
        [(false, words.ascending), (true, words.descending)].map(|(descending, direction)| {
            let word = format!("{} · {direction}", column_word(state.here, column));
            (Sort { column, descending }.key(), word)
        })
    });
    Select { id: "sort", label: words.sort, options: options.collect(), field: |query| &mut query.sort }
}

fn one(state: &RankingState, select: Select, class: &'static str) -> AnyView {
    let Select { id, label, options, field } = select;
    let query = state.query;
    let chosen = Memo::new(move |_| field(&mut query.get().unwrap_or_default()).clone());
    // The order has no "all": by rank is one of its own.
    let any = (id != "sort").then(|| (String::new(), state.here.words.rankings().any.to_owned()));
    let options: Vec<_> = any
        .into_iter()
        .chain(options)
        .map(|(key, word)| {
            let own = key.clone();
            view! { <option value=key prop:selected=move || chosen.with(|chosen| *chosen == own)>{word}</option> }
        })
        .collect();
    let state = state.clone();
    let choose = move |ev| {
        let value = event_target_value(&ev);
        state.ask(|query| *field(query) = value);
    };
    let id = format!("filter-{id}");
    view! {
        <div class=format!("select {class}")>
            <label for=id.clone()>{label}</label>
            <select id=id on:change=choose>{options}</select>
        </div>
    }
    .into_any()
}
