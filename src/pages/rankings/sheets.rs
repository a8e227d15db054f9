//! Pages of a long table.

use leptos::prelude::*;

use super::ranking_state::{ROWS, RankingState};
use crate::address::Page;
use crate::query::Query;

/// Links to the pages; nothing where one page holds all.
pub fn sheets(state: &RankingState) -> AnyView {
    let state = state.clone();
    (move || {
        let rows = state.kept.with(|kept| kept.len());
        let (page, last) = (state.page.get(), rows.saturating_sub(1) / ROWS);
        (last > 0).then(|| links(&state, page, last, rows))
    })
    .into_any()
}

fn links(state: &RankingState, page: usize, last: usize, rows: usize) -> AnyView {
    let words = state.here.words.rankings();
    let query = state.choice.query();
    let href = |to: usize| {
        let page = if to == 0 { String::new() } else { (to + 1).to_string() };
        format!("{}#ranking", state.here.href_with(Page::Rankings, Query { page, ..query.clone() }))
    };
    let numbers: Vec<_> = numbers(page, last)
        .into_iter()
        .map(|to| match to {
            Some(to) => view! {
                <li>
                    <a href=href(to) aria-label=(words.page)(to + 1) aria-current={(to == page).then_some("page")}>{to + 1}</a>
                </li>
            }
            .into_any(),
            None => view! { <li aria-hidden="true">"…"</li> }.into_any(),
        })
        .collect();
    let previous = page.checked_sub(1).map(|to| view! { <li><a href=href(to)>{words.previous}</a></li> });
    let next = (page < last).then(|| view! { <li><a href=href(page + 1)>{words.next}</a></li> });
    let (from, to) = (page * ROWS + 1, rows.min((page + 1) * ROWS));
    view! {
        <nav class="sheets no-print" aria-label=words.pages>
            <p class="quiet small">{(words.rows)(from, to, rows)}</p>
            <ul>{previous} {numbers} {next}</ul>
        </nav>
    }
    .into_any()
}

/// The pages to name: the first, the last, and those around the present one; `None` where some are left out.
fn numbers(page: usize, last: usize) -> Vec<Option<usize>> {
    let mut named = Vec::new();
    for at in 0..=last {
        if at == 0 || at == last || at.abs_diff(page) <= 2 {
            named.push(Some(at));
        } else if named.last() != Some(&None) {
            named.push(None);
        }
    }
    named
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundred_pages_are_named_in_a_handful() {
        let text = |page, last| {
            let said = |at: Option<usize>| at.map_or_else(|| "…".to_owned(), |at| at.to_string());
            numbers(page, last).into_iter().map(said).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(text(0, 99), "0 1 2 … 99");
        assert_eq!(text(50, 99), "0 … 48 49 50 51 52 … 99");
        assert_eq!(text(99, 99), "0 … 97 98 99");
        assert_eq!(text(1, 3), "0 1 2 3");
    }
}
