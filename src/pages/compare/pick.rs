//! Choosing the parks: who is in, and who can be added.

use leptos::prelude::*;

use super::{Compared, MOST, rows};
use crate::address::Page;
use crate::pages::rankings::ranking_rows::{Asked, Sort};
use crate::parts::loading::live;
use crate::query::Query;

/// Parks that are offered at a time.
const OFFERED: usize = 8;

/// The section.
pub fn pick(compared: &Compared, asked: Memo<Vec<String>>) -> AnyView {
    let here = compared.here;
    let words = here.words.compare();
    let (listed, offered) = (compared.clone(), compared.clone());
    let all = compared.board.standings.rows.len();
    let found = {
        let compared = compared.clone();
        Memo::new(move |_| found(&compared, &asked.get()))
    };
    let said = move || (here.words.filter.count)(found.with(|found| found.len().min(OFFERED)), all);
    let field = {
        let compared = compared.clone();
        let full = Memo::new(move |_| asked.with(|asked| rows(&compared.board, asked).len()) >= MOST);
        let choice = offered.choice;
        live(Box::new(move || {
            if full.get() {
                return view! { <p class="quiet">{words.full}</p> }.into_any();
            }
            let offered = offered.clone();
            let offers = live(Box::new(move || offers(&offered, &asked.get(), &found.get())));
            view! { {choice.field(here, words.add, said)} {offers} }.into_any()
        }))
    };
    let choice = compared.choice;
    let to_rankings = move || {
        let Query { level, parks, .. } = choice.query();
        here.href_with(Page::Rankings, Query { level, parks, ..Query::default() })
    };
    view! {
        <section class="compare-pick no-print" aria-labelledby="picked">
            <h2 id="picked">{words.picked}</h2>
            {live(Box::new(move || chosen(&listed, &asked.get())))}
            {field}
            <p><a href=to_rankings>{words.to_rankings}</a></p>
        </section>
    }
    .into_any()
}

/// Parks that can be added: those that the words find, by rank; without words those that rank first.
fn found(compared: &Compared, asked: &[String]) -> Vec<usize> {
    let board = &compared.board;
    let mut all = board.order(Sort::default(), &[], |_, _| std::cmp::Ordering::Equal);
    all.extend(board.apart());
    let words = Asked { words: compared.choice.words(), ..Asked::default() };
    let mut found = board.filter(&all, &words);
    found.retain(|at| asked.iter().all(|id| *id != board.park(*at).id));
    found
}

/// The address with other parks and no words.
fn href(compared: &Compared, parks: &[String]) -> String {
    let query = Query { parks: parks.join(","), q: String::new(), ..compared.choice.query() };
    compared.here.href_with(Page::Compare, query)
}

fn offers(compared: &Compared, asked: &[String], found: &[usize]) -> AnyView {
    let here = compared.here;
    let words = here.words.compare();
    if found.is_empty() {
        return view! { <p class="quiet">{words.no_match}</p> }.into_any();
    }
    // Ids that are none and those beyond the fourth go when another is added.
    let kept: Vec<String> =
        rows(&compared.board, asked).into_iter().map(|at| compared.board.park(at).id.clone()).collect();
    let offers: Vec<_> = found
        .iter()
        .take(OFFERED)
        .map(|at| {
            let park = compared.board.park(*at);
            let mut parks = kept.clone();
            parks.push(park.id.clone());
            let name = here.text(&park.short);
            let label = (words.add_one)(&here.text(&park.name));
            view! {
                <li>
                    <a href=href(compared, &parks) data-noscroll="" aria-label=label>{format!("+ {name}")}</a>
                </li>
            }
        })
        .collect();
    let suggested = compared
        .choice
        .words()
        .trim()
        .is_empty()
        .then(|| view! { <p class="quiet small">{words.suggested}</p> });
    view! {
        {suggested}
        <ul class="suggested" aria-label=words.adds>{offers}</ul>
    }
    .into_any()
}

/// Who is in, each with the way out, and what the address names besides.
fn chosen(compared: &Compared, asked: &[String]) -> AnyView {
    let here = compared.here;
    let words = here.words.compare();
    let without = |id: &str| -> Vec<String> { asked.iter().filter(|other| *other != id).cloned().collect() };
    let items: Vec<_> = asked
        .iter()
        .map(|id| {
            let known = compared.board.find(id).map(|at| compared.board.park(at));
            let (name, label) = match known {
                Some(park) => (here.text(&park.name), (words.remove_one)(&here.text(&park.name))),
                None => ((words.unknown)(id), (words.remove_one)(id)),
            };
            view! {
                <li>
                    <span>{name}</span>
                    <a href=href(compared, &without(id)) data-noscroll="" aria-label=label>{words.remove}</a>
                </li>
            }
        })
        .collect();
    let known = asked.iter().filter(|id| compared.board.find(id).is_some()).count();
    let too_many = (known > MOST).then(|| view! { <p class="quiet">{words.too_many}</p> });
    let list = (!items.is_empty()).then(|| view! { <ul class="picked">{items}</ul> });
    view! { {list} {too_many} }.into_any()
}
