//! The filter of a list and the search, in a real browser.

#![allow(clippy::unwrap_used)] // a test that cannot go on has failed

use std::sync::Arc;
use std::time::Duration;

use disclosure::as_of::Known;
use disclosure::model::{List, ParkSummary};
use leptos::prelude::*;
use leptos_router::components::Router;
use portal::address::Lang;
use portal::browser::fetch::store;
use portal::pages::list::table::entries;
use portal::search;
use portal::view_context::ViewContext;
use serde_json::{Value, json};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlInputElement, KeyboardEvent};

use crate::address::address;
use crate::place::{Place, dispatch};
use crate::served::{catalogue, edition, file, serve};
use crate::waiting::{pause, until};

fn press(element: &Element, init: &str) -> bool {
    dispatch(element, &format!("new KeyboardEvent('keydown', {{ bubbles: true, cancelable: true, {init} }})"))
}

/// How many entries the list has.
const ENTRIES: u16 = 13;

fn list() -> Arc<Known<List>> {
    let entry = |number: u16, name: &str, province: &str, park: Option<&str>| {
        json!({"number": number, "name": name, "province": province, "scope": "part", "start_year": 2025,
               "end_year": 2027 + number % 2, "park": park})
    };
    let mut entries = vec![
        entry(1, "北京经济技术开发区", "北京", None),
        entry(2, "内蒙古包头稀土高新技术产业开发区", "内蒙古", Some("baotou-rare-earth")),
        entry(3, "江苏常州溧阳高新区", "江苏", None),
    ];
    // More than are seen at a glance: a short list has no filter.
    entries.extend((4..=ENTRIES).map(|number| entry(number, &format!("示例{number}"), "江苏", None)));
    let list = json!({
        "id": "x", "title": {"zh": "名单", "en": "List"}, "meaning": {"zh": "含义", "en": "Meaning"},
        "level": "national", "stage": "national_construction", "document": "d", "published": "2025-12-26",
        "mark": "A", "checked_on": "2026-11-23",
        "entries": entries,
    });
    let list: List = serde_json::from_value(list).unwrap();
    let day = list.published;
    Arc::new(Known::on(list, day))
}

fn shown_list(lang: Lang) -> Place {
    shown_with(lang, Vec::new())
}

fn shown_with(lang: Lang, parks: Vec<ParkSummary>) -> Place {
    Place::show(move || {
        let here = ViewContext::new(lang, "/");
        provide_context(here);
        view! { <Router>{entries(here, list(), &parks)}</Router> }
    })
}

#[wasm_bindgen_test]
fn an_entry_stands_as_printed_with_what_is_so_today_beside_it() {
    address("");
    let park = json!({
        "id": "baotou-rare-earth", "name": {"zh": "包头零碳高新区", "en": "Baotou"},
        "short": {"zh": "包头", "en": "Baotou"}, "league": "baotou", "scope": "part",
        "construction": [2025, 2029], "file": {"path": "x", "sha256": "", "bytes": 0},
    });
    let park: ParkSummary = serde_json::from_value(park).unwrap();
    let stage = shown_with(Lang::Zh, vec![park]);
    let row = stage.text("#entry-2");
    for said in ["内蒙古包头稀土高新技术产业开发区", "今：包头零碳高新区", "2025–2027", "今：2025–2029"]
    {
        assert!(row.contains(said), "{said} is not in {row}");
    }
    assert!(!stage.text("#entry-1").contains("今："));
}

fn visible(stage: &Place) -> Vec<String> {
    stage.all("tbody tr:not(.filtered) th").iter().map(|name| name.text_content().unwrap()).collect()
}

#[wasm_bindgen_test]
async fn a_list_is_filtered_at_once_and_the_address_follows() {
    address("");
    let stage = shown_list(Lang::Zh);
    assert_eq!(visible(&stage).len(), usize::from(ENTRIES));
    stage.type_in("#filter", "稀土");
    until("one row", || visible(&stage).len() == 1).await;
    assert!(visible(&stage)[0].starts_with("内蒙古包头稀土"));
    assert!(stage.text(".filter-said").contains("13"));
    // Rows stay in the page, for print.
    assert_eq!(stage.all("tbody tr").len(), usize::from(ENTRIES));
    let search = || window().location().search().unwrap();
    until("the address", || search() == "?q=%E7%A8%80%E5%9C%9F").await;
    address("");
}

#[wasm_bindgen_test]
async fn a_list_opens_filtered_as_its_address_says() {
    address("?q=inner%20mongolia");
    let stage = shown_list(Lang::En);
    // A province is found by its English name.
    until("one row", || visible(&stage).len() == 1).await;
    let field: HtmlInputElement = stage.one("#filter").unchecked_into();
    until("the words in the field", || field.value() == "inner mongolia").await;
    assert_eq!(stage.one("tr.in-region a").get_attribute("href").unwrap(), "/en/parks/baotou-rare-earth/");
    address("");
}

#[wasm_bindgen_test]
async fn an_empty_result_says_so_and_leads_back() {
    address("?q=火星");
    let stage = shown_list(Lang::Zh);
    assert!(visible(&stage).is_empty());
    assert!(stage.text("[data-state=empty] p").contains("火星"));
    stage.one("[data-state=empty] button").click();
    until("all rows", || visible(&stage).len() == usize::from(ENTRIES)).await;
    assert!(stage.all("[data-state=empty]").is_empty());
    address("");
}

fn index() -> Value {
    let entry = |kind: &str, zh: &str, en: &str, address: &str, pinyin: &str| {
        json!({"kind": kind, "name": {"zh": zh, "en": en}, "line": {"zh": "一行", "en": "A line"},
               "address": address, "pinyin": pinyin})
    };
    json!({"entries": [
        entry("page", "阶梯", "Ladder", "ladder", "jieti jt"),
        entry("park", "包头稀土高新区", "Baotou Rare Earth Zone", "parks/baotou-rare-earth", "baotouxitugaoxinqu btxtgxq"),
        entry("league", "包头市", "Baotou", "leagues/baotou", "baotoushi bts"),
        entry("clause", "附件3", "Annex 3", "method#ndrc-910/annex3/core", ""),
    ]})
}

/// The search over a data folder; without its index when `broken`.
fn shown_search(lang: Lang, broken: bool) -> Place {
    let edition = edition(json!({ "search": file("search.json", &index()) }));
    let catalogue = catalogue(&edition);
    let index = index();
    let mut files = vec![("catalog.json", &catalogue), ("index.json", &edition)];
    if !broken {
        files.push(("search.json", &index));
    }
    serve(&files);
    Place::show(move || {
        let here = ViewContext::new(lang, "/");
        provide_context(here);
        provide_context(store("/data/".to_owned()));
        provide_context(portal::parts::heading::Moves::new());
        view! { <Router>{search::button(here)} <input id="elsewhere" type="text" /></Router> }
    })
}

fn is_open(stage: &Place) -> bool {
    stage.one("dialog").has_attribute("open")
}

fn hits(stage: &Place) -> Vec<String> {
    stage.all(".hit-name").iter().map(|name| name.text_content().unwrap()).collect()
}

#[wasm_bindgen_test]
async fn search_opens_by_key_but_not_while_a_reader_types() {
    let stage = shown_search(Lang::Zh, false);
    // The keys are listened to once the page stands.
    leptos::task::tick().await;
    let elsewhere = stage.one("#elsewhere");
    for key in ["key: '/'", "key: 'k', ctrlKey: true"] {
        assert!(press(&elsewhere, key), "{key} is left to the field");
        assert!(!is_open(&stage), "{key} in a field");
    }
    let body = document().body().unwrap();
    assert!(!press(&body, "key: '/'"), "the slash is not typed as well");
    assert!(is_open(&stage));
    stage.one(".search-head button").click();
    assert!(!is_open(&stage));
    press(&body, "key: 'K', metaKey: true");
    assert!(is_open(&stage));
}

#[wasm_bindgen_test]
async fn search_finds_by_pinyin_and_the_arrows_choose() {
    let stage = shown_search(Lang::En, false);
    stage.one("button.search-button").click();
    until("the hint", || !stage.all(".search-said").is_empty()).await;
    stage.type_in(".search-field", "btxt");
    until("a result", || hits(&stage) == ["Baotou Rare Earth Zone"]).await;
    stage.type_in(".search-field", "baotou");
    until("two results", || hits(&stage).len() == 2).await;
    let field = stage.one(".search-field");
    // What the field says is chosen, and what the list shows.
    let chosen = |at: &str| {
        let said = field.get_attribute("aria-activedescendant");
        let shown = stage.all("[aria-selected=true]").iter().map(Element::id).collect::<Vec<_>>();
        said.as_deref() == Some(at) && shown == [at]
    };
    until("the first result", || chosen("search-0")).await;
    // An input method's own arrow moves among its words.
    press(&field, "key: 'ArrowDown', isComposing: true");
    pause(Duration::from_millis(50)).await;
    assert!(chosen("search-0"));
    press(&field, "key: 'ArrowDown'");
    until("the second result", || chosen("search-1")).await;
    press(&field, "key: 'ArrowDown'");
    until("the first after the last", || chosen("search-0")).await;
    press(&field, "key: 'ArrowUp'");
    until("the last before the first", || chosen("search-1")).await;
    let links: Vec<_> = stage.all(".hit").iter().map(|hit| hit.get_attribute("href").unwrap()).collect();
    assert_eq!(links, ["/en/leagues/baotou/", "/en/parks/baotou-rare-earth/"]);
    stage.type_in(".search-field", "annex 3");
    until("the clause", || hits(&stage) == ["Annex 3"]).await;
    assert_eq!(stage.one(".hit").get_attribute("href").unwrap(), "/en/method/#ndrc-910/annex3/core");
    stage.type_in(".search-field", "火星");
    until("no result", || stage.text(".search-said").contains("火星")).await;
    until("a closed list", || field.get_attribute("aria-expanded").as_deref() == Some("false")).await;
    assert!(field.get_attribute("aria-controls").is_none(), "there is no list to control");
}

#[wasm_bindgen_test]
async fn search_finds_the_portals_own_pages_and_says_what_they_are() {
    for (lang, words, name, kind, href) in
        [(Lang::En, "ladd", "Ladder", "Page", "/en/ladder/"), (Lang::Zh, "jieti", "阶梯", "页面", "/ladder/")]
    {
        let stage = shown_search(lang, false);
        stage.one("button.search-button").click();
        until("the hint", || !stage.all(".search-said").is_empty()).await;
        stage.type_in(".search-field", words);
        until("the page", || hits(&stage) == [name]).await;
        assert_eq!(stage.text(".hit-kind"), kind);
        assert_eq!(stage.one(".hit").get_attribute("href").unwrap(), href);
    }
}

#[wasm_bindgen_test]
async fn search_without_its_index_says_so_and_tries_again() {
    let stage = shown_search(Lang::Zh, true);
    stage.one("button.search-button").click();
    until("the failure", || !stage.all("[data-state=missing]").is_empty()).await;
    let text = index().to_string();
    js_sys::eval(&format!("globalThis.files['search.json'] = {}", json!(text))).unwrap();
    stage.one("[data-state=missing] button").click();
    until("the index", || !stage.all(".search-said").is_empty()).await;
    stage.type_in(".search-field", "包头");
    until("results", || hits(&stage).len() == 2).await;
}

#[wasm_bindgen_test]
fn a_key_event_carries_what_the_tests_say() {
    // The tests above stand on it.
    let event: KeyboardEvent =
        js_sys::eval("new KeyboardEvent('keydown', { key: 'ArrowDown', isComposing: true })")
            .unwrap()
            .unchecked_into();
    assert!(event.is_composing() && event.key() == "ArrowDown");
}
