//! A list's entries, in the document's order, filtered by words.

use std::sync::Arc;

use disclosure::as_of::Known;
use disclosure::model::{List, ListEntry, ParkSummary, Scope, Today};
use leptos::prelude::*;

use super::provinces::english;
use crate::address::{Lang, Page};
use crate::parts::filter::Choice;
use crate::search::matching::holds;
use crate::view_context::ViewContext;

/// Entries that are seen at a glance: so few need no filter.
const AT_A_GLANCE: usize = 12;

/// What an entry has in a column, and in which language; `None` where its document says nothing of it.
type Printed = fn(ViewContext, &ListEntry) -> Option<(String, Option<&'static str>)>;

/// A column that documents print or leave out.
struct Column {
    head: &'static str,
    class: &'static str,
    printed: Printed,
    /// In what a park may be another today.
    today: Option<Today>,
}

/// The columns beside number and name of which this list prints anything.
fn columns(here: ViewContext, entries: &[ListEntry]) -> Vec<Column> {
    let words = here.words.lists();
    const ZH: Option<&str> = Some("zh-CN");
    let all = [
        Column {
            head: words.province,
            class: "",
            printed: |here, entry| {
                let printed = entry.province.as_ref()?;
                let in_english = english(printed).filter(|_| here.lang == Lang::En);
                Some(in_english.map_or_else(|| (printed.clone(), ZH), |name| (name.to_owned(), None)))
            },
            today: None,
        },
        Column {
            head: words.league,
            class: "",
            printed: |_, entry| Some((entry.league.clone()?, ZH)),
            today: None,
        },
        Column {
            head: words.scope,
            class: "",
            printed: |here, entry| match &entry.scope_as_printed {
                Some(printed) => Some((printed.clone(), ZH)),
                None => entry.scope.map(|printed| (scope(here, printed).to_owned(), None)),
            },
            today: Some(Today::Scope),
        },
        Column {
            head: words.period,
            class: "years",
            printed: |_, entry| match &entry.period_as_printed {
                Some(printed) => Some((printed.clone(), ZH)),
                None => entry.years().map(|years| (period(years), None)),
            },
            today: Some(Today::Period),
        },
        Column {
            head: words.remark,
            class: "",
            printed: |_, entry| Some((entry.remark.clone()?, ZH)),
            today: None,
        },
    ];
    all.into_iter()
        .filter(|column| entries.iter().any(|each| (column.printed)(here, each).is_some()))
        .collect()
}

/// The table with its filter. Rows that the filter leaves out are hidden, and printed all the same.
pub fn entries(here: ViewContext, list: Arc<Known<List>>, parks: &[ParkSummary]) -> AnyView {
    let words = here.words.lists();
    let choice = Choice::of();
    let texts: Vec<String> = list.entries.iter().map(|entry| searched(here, entry)).collect();
    let all = texts.len();
    let kept = Memo::new(move |_| {
        let words = choice.words();
        texts.iter().map(|text| holds(text, &words)).collect::<Vec<bool>>()
    });
    let columns = columns(here, &list.entries);
    let shape = Shape {
        numbered: list.entries.iter().any(|entry| !entry.unnumbered),
        // Those of the region are pointed out among others only.
        pointed_out: list.entries.iter().any(|entry| entry.status.is_listed() && entry.park.is_none()),
    };
    let count = move || kept.with(|kept| kept.iter().filter(|kept| **kept).count());
    let park = |entry: &ListEntry| parks.iter().find(|park| Some(&park.id) == entry.park.as_ref());
    let changed = list.entries.iter().any(|each| park(each).is_some_and(|park| !each.today(park).is_empty()));
    let rows: Vec<_> = list
        .entries
        .iter()
        .enumerate()
        .map(|(at, entry)| row(here, entry, park(entry), &columns, shape, move || kept.with(|kept| kept[at])))
        .collect();
    let heads = shape.numbered.then_some(words.entry_number).into_iter().chain([words.entry_name]);
    let heads = heads.chain(columns.iter().map(|column| column.head));
    let heads: Vec<_> = heads.map(|head| view! { <th scope="col" role="columnheader">{head}</th> }).collect();
    view! {
        {(all > AT_A_GLANCE || untrack(|| !choice.words().is_empty()))
            .then(|| choice.field(here, words.filter, move || (here.words.filter.count)(count(), all)))}
        // The roles are said again because a phone sets the rows as blocks, which would end their being a table.
        <table class="sheet list-entries" role="table">
            <caption class="vh">{here.text(&list.title)}</caption>
            <thead role="rowgroup">
                <tr role="row">{heads}</tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
        {move || (count() == 0).then(|| choice.nothing(here))}
        <p class="quiet small">{here.sentences([words.as_printed, if changed { words.as_today } else { "" }])}</p>
    }
    .into_any()
}

/// What the rows of a list have in common.
#[derive(Clone, Copy)]
struct Shape {
    numbered: bool,
    pointed_out: bool,
}

/// What the filter looks at: the entry as it is shown, and its province in both languages.
fn searched(here: ViewContext, entry: &ListEntry) -> String {
    let mut said = if entry.unnumbered { String::new() } else { entry.number.to_string() };
    let province = entry.province.as_deref().unwrap_or_default();
    let mut add = |text: &str| {
        said.push(' ');
        said.push_str(text);
    };
    [entry.name.as_str(), province, english(province).unwrap_or_default()].into_iter().for_each(&mut add);
    for column in columns(here, std::slice::from_ref(entry)) {
        if let Some((printed, _)) = (column.printed)(here, entry) {
            add(&printed);
        }
    }
    if !entry.status.is_listed() {
        add((here.words.lists().status)(entry.status));
    }
    said
}

fn row(
    here: ViewContext,
    entry: &ListEntry,
    park: Option<&ParkSummary>,
    columns: &[Column],
    shape: Shape,
    kept: impl Fn() -> bool + Send + Sync + 'static,
) -> AnyView {
    let words = here.words.lists();
    let name = entry.name.clone();
    let today = park.map(|park| entry.today(park)).unwrap_or_default();
    // How the park is today, where that is not how the list has it.
    let now = |what: Today| {
        let park = park.filter(|_| today.contains(&what))?;
        let said = match what {
            Today::Name => Some(here.text(&park.name)),
            Today::Scope => park.scope.map(|now| scope(here, now).to_owned()),
            Today::Period => park.construction.map(period),
        };
        said.map(|said| view! { " " <span class="quiet small">{(words.today)(&said)}</span> })
    };
    let name = match &entry.park {
        Some(park) => view! {
            <a href=here.href(Page::Park(park.clone())) lang="zh-CN">
                {name}
            </a>
            " "
            {shape.pointed_out.then(|| view! { <span class="tag">{words.in_region_tag}</span> })}
        }
        .into_any(),
        None => view! { <span lang="zh-CN">{name}</span> }.into_any(),
    };
    let status = (!entry.status.is_listed())
        .then(|| view! { " " <span class="tag">{(words.status)(entry.status)}</span> });
    let cells: Vec<_> = columns
        .iter()
        .map(|column| {
            let printed = match (column.printed)(here, entry) {
                Some((printed, lang)) => view! { <span lang=lang>{printed}</span> }.into_any(),
                None => view! { <span class="quiet">{words.not_printed}</span> }.into_any(),
            };
            let now = column.today.and_then(now);
            view! { <td role="cell" class=column.class data-label=column.head>{printed} {now}</td> }
        })
        .collect();
    let number = shape
        .numbered
        .then(|| view! { <td role="cell" class="number">{(!entry.unnumbered).then_some(entry.number)}</td> });
    view! {
        <tr
            role="row"
            id=entry.anchor()
            class:in-region={shape.pointed_out && entry.park.is_some()}
            class:filtered=move || !kept()
        >
            {number}
            <th scope="row" role="rowheader">{name} {status} {now(Today::Name)}</th>
            {cells}
        </tr>
    }
    .into_any()
}

fn period([from, to]: [u16; 2]) -> String {
    format!("{from}–{to}")
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
            province: Some("内蒙古".into()),
            scope: Some(Scope::Part),
            start_year: Some(2025),
            end_year: Some(2027),
            park: Some("baotou-rare-earth".into()),
            ..ListEntry::default()
        }
    }

    #[test]
    fn an_entry_is_found_by_what_is_shown_of_it() {
        let zh = searched(ViewContext::new(Lang::Zh, "/"), &entry());
        for words in ["稀土", "内蒙古 园中园", "2027", "2025–2027", "8"] {
            assert!(holds(&zh, words), "{words}");
        }
        assert!(!holds(&zh, "2030"));
        let reserve = ListEntry {
            period_as_printed: Some("三年".into()),
            remark: Some("暂定".into()),
            status: disclosure::model::EntryStatus::Reserve,
            ..entry()
        };
        let zh_reserve = searched(ViewContext::new(Lang::Zh, "/"), &reserve);
        for words in ["三年", "暂定", "备选"] {
            assert!(holds(&zh_reserve, words), "{words}");
        }
        let en = searched(ViewContext::new(Lang::En, "/"), &entry());
        for words in ["inner mongolia", "park within", "内蒙古"] {
            assert!(holds(&en, words), "{words}");
        }
    }
}
