//! A list's entries, in the document's order, filtered by words.

use std::sync::Arc;

use disclosure::as_of::Known;
use disclosure::model::{List, ListEntry, Scope};
use leptos::prelude::*;

use super::provinces::english;
use crate::address::{Lang, Page};
use crate::parts::filter::Choice;
use crate::search::matching::holds;
use crate::view_context::ViewContext;

/// Entries that are seen at a glance: so few need no filter.
const AT_A_GLANCE: usize = 12;

/// The table with its filter. Rows that the filter leaves out are hidden, and printed all the same.
pub fn entries(here: ViewContext, list: Arc<Known<List>>) -> AnyView {
    let words = here.words.lists();
    let choice = Choice::of();
    let texts: Vec<String> = list.entries.iter().map(|entry| searched(here, entry)).collect();
    let all = texts.len();
    let kept = Memo::new(move |_| {
        let words = choice.words();
        texts.iter().map(|text| holds(text, &words)).collect::<Vec<bool>>()
    });
    // Those of the region are pointed out among others only.
    let pointed_out = list.entries.iter().any(|entry| entry.park.is_none());
    let count = move || kept.with(|kept| kept.iter().filter(|kept| **kept).count());
    let rows: Vec<_> = list
        .entries
        .iter()
        .enumerate()
        .map(|(at, entry)| row(here, entry, pointed_out, move || kept.with(|kept| kept[at])))
        .collect();
    let columns = [words.entry_number, words.entry_name, words.province, words.scope, words.period]
        .map(|head| view! { <th scope="col" role="columnheader">{head}</th> });
    view! {
        {(all > AT_A_GLANCE || untrack(|| !choice.words().is_empty()))
            .then(|| choice.field(here, words.filter, move || (here.words.filter.count)(count(), all)))}
        // The roles are said again because a phone sets the rows as blocks, which would end their being a table.
        <table class="sheet list-entries" role="table">
            <caption class="vh">{here.text(&list.title)}</caption>
            <thead role="rowgroup">
                <tr role="row">{columns.collect_view()}</tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
        {move || (count() == 0).then(|| choice.nothing(here))}
        <p class="quiet small">{words.as_printed}</p>
    }
    .into_any()
}

/// What the filter looks at: the entry as it is shown, and its province in both languages.
fn searched(here: ViewContext, entry: &ListEntry) -> String {
    let ListEntry { number, name, province, start_year, end_year, .. } = entry;
    let shown = english(province).unwrap_or_default();
    format!("{number} {name} {province} {shown} {} {start_year}–{end_year}", scope(here, entry.scope))
}

fn row(
    here: ViewContext,
    entry: &ListEntry,
    pointed_out: bool,
    kept: impl Fn() -> bool + Send + Sync + 'static,
) -> AnyView {
    let words = here.words.lists();
    let name = entry.name.clone();
    let name = match &entry.park {
        Some(park) => view! {
            <a href=here.href(Page::Park(park.clone())) lang="zh-CN">
                {name}
            </a>
            " "
            {pointed_out.then(|| view! { <span class="tag">{words.in_region_tag}</span> })}
        }
        .into_any(),
        None => view! { <span lang="zh-CN">{name}</span> }.into_any(),
    };
    let province = match english(&entry.province).filter(|_| here.lang == Lang::En) {
        Some(name) => name.into_any(),
        None => view! { <span lang="zh-CN">{entry.province.clone()}</span> }.into_any(),
    };
    view! {
        <tr
            role="row"
            id=format!("entry-{}", entry.number)
            class:in-region={pointed_out && entry.park.is_some()}
            class:filtered=move || !kept()
        >
            <td role="cell" class="number">{entry.number}</td>
            <th scope="row" role="rowheader">{name}</th>
            <td role="cell" data-label=words.province>{province}</td>
            <td role="cell" data-label=words.scope>{scope(here, entry.scope)}</td>
            <td role="cell" class="years" data-label=words.period>{format!("{}–{}", entry.start_year, entry.end_year)}</td>
        </tr>
    }
    .into_any()
}

fn scope(here: ViewContext, scope: Scope) -> &'static str {
    match scope {
        Scope::Whole => here.words.park().whole,
        Scope::Part => here.words.park().part,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry() -> ListEntry {
        ListEntry {
            number: 8,
            name: "内蒙古包头稀土高新技术产业开发区".into(),
            province: "内蒙古".into(),
            scope: Scope::Part,
            start_year: 2025,
            end_year: 2027,
            park: Some("baotou-rare-earth".into()),
        }
    }

    #[test]
    fn an_entry_is_found_by_what_is_shown_of_it() {
        let zh = searched(ViewContext::new(Lang::Zh, "/"), &entry());
        for words in ["稀土", "内蒙古 园中园", "2027", "2025–2027", "8"] {
            assert!(holds(&zh, words), "{words}");
        }
        assert!(!holds(&zh, "2030"));
        let en = searched(ViewContext::new(Lang::En, "/"), &entry());
        for words in ["inner mongolia", "park within", "内蒙古"] {
            assert!(holds(&en, words), "{words}");
        }
    }
}
