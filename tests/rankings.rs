//! The rankings in a real browser: order, filters, an empty result, pages, ranges drawn. A reader's view of made
//! parks, judged by frozen rules.

#![allow(clippy::unwrap_used)] // a test that cannot go on has failed

use std::ops::Deref;

use leptos::prelude::*;
use leptos_router::components::Router;
use portal::address::{Lang, Page};
use portal::browser::fetch::store;
use portal::pages;
use portal::parts::basis::Asked;
use portal::parts::heading::Moves;
use portal::parts::interval::along;
use portal::view_context::ViewContext;
use serde_json::{Value, json};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlInputElement, HtmlSelectElement};

use crate::address::address;
use crate::place::{Place, dispatch};
use crate::served::{catalogue, edition, file, serve};
use crate::waiting::until;

/// The page in a fresh place. When it is dropped the address is bare.
struct Shown(Place);

impl Deref for Shown {
    type Target = Place;

    fn deref(&self) -> &Place {
        &self.0
    }
}

impl Shown {
    /// Names of the parks in the table, from the first row to the last.
    fn ranked(&self) -> Vec<String> {
        self.texts("#ranking tbody .cell-park a")
    }

    /// Chooses among the options of a filter by their words.
    fn choose(&self, filter: &str, word: &str) {
        let select: HtmlSelectElement = self.one(&format!("#filter-{filter}")).unchecked_into();
        let options = self.all(&format!("#filter-{filter} option"));
        let at = options.iter().position(|option| option.text_content().unwrap().trim() == word);
        let at = at.unwrap_or_else(|| panic!("{word} is no choice of {filter}"));
        select.set_selected_index(i32::try_from(at).unwrap());
        dispatch(&select, "new Event('change', { bubbles: true })");
    }

    /// Presses the head of a column.
    fn press(&self, column: &str) {
        self.one(&format!("#ranking th.cell-{column} button")).click();
    }

    async fn until_ranked(&self, names: &[&str]) {
        until(&format!("{names:?}"), || self.ranked() == names).await;
    }
}

impl Drop for Shown {
    fn drop(&mut self) {
        address("");
    }
}

/// What the address asks for.
fn asked() -> String {
    let search = window().location().search().unwrap();
    String::from(js_sys::decode_uri_component(search.trim_start_matches('?')).unwrap())
}

fn leagues() -> Value {
    let league = |id: &str, zh: &str, en: &str, grid: &str| {
        json!({ "id": id, "adcode": "150000", "name": { "zh": zh, "en": en }, "short": { "zh": zh, "en": en },
                "grid": grid, "seat": { "lon": 110, "lat": 40 }, "tile": [0, 0] })
    };
    json!([
        league("ordos", "鄂尔多斯", "Ordos", "west"),
        league("chifeng", "赤峰", "Chifeng", "east"),
        league("hohhot", "呼和浩特", "Hohhot", "west"),
    ])
}

fn park(name: &str, league: &str, stage: Option<&str>, industry: &str) -> Value {
    let events = stage.map(|stage| json!([{ "dated": "2026-01-01", "stage": stage }]));
    json!({ "id": name.to_lowercase(), "name": { "zh": name, "en": name }, "short": { "zh": name, "en": name },
            "league": league, "scope": "whole", "industries": [industry],
            "events": events.unwrap_or_else(|| json!([])), "stage": stage,
            "file": { "path": "x", "sha256": "", "bytes": 0 } })
}

/// Power, of which some comes from the grid, and the guiding values that are published.
fn snapshot(name: &str, mwh: u32, grid: u32, values: &[(&str, &str)]) -> Value {
    let received = json!([
        { "source": "direct_non_fossil", "mwh": (mwh - grid).to_string() },
        { "source": "other", "mwh": grid.to_string() },
    ]);
    let values: Vec<_> = values
        .iter()
        .map(|(id, value)| json!({ "level": "national", "indicator": id, "value": value, "quality": "measured" }))
        .collect();
    json!({ "park": name.to_lowercase(), "balance_quality": "measured", "values": values,
            "balance": { "format": "zcp.assessment/1", "year": 2026, "electricity": { "received": received } } })
}

const EQUIPMENT: &str = "equipment";
const METAL: &str = "metallurgy";
const ALL_MET: [(&str, &str); 4] = [
    ("product_energy_quota", "100"),
    ("solid_waste_utilisation", "100"),
    ("waste_heat_utilisation", "100"),
    ("industrial_water_reuse", "100"),
];

/// Ada and Bea are equal and meet everything; Cyd is large, misses the core target and publishes half; of Dot
/// nothing is published; Eve is too small for a threshold.
fn five() -> [Value; 2] {
    let parks = json!([
        park("Ada", "ordos", Some("built"), EQUIPMENT),
        park("Bea", "chifeng", Some("cultivation"), EQUIPMENT),
        park("Cyd", "ordos", Some("rectification"), METAL),
        park("Dot", "chifeng", None, METAL),
        park("Eve", "chifeng", Some("cultivation"), "farm_products"),
    ]);
    let half = [("product_energy_quota", "50"), ("solid_waste_utilisation", "40")];
    let round = json!([
        snapshot("Ada", 1_000_000, 50_000, &ALL_MET),
        snapshot("Bea", 1_000_000, 50_000, &ALL_MET),
        snapshot("Cyd", 4_000_000, 1_600_000, &half),
        snapshot("Eve", 500_000, 0, &ALL_MET),
    ]);
    [parks, round]
}

/// The rankings of parks as a round saw them, opened at an address.
async fn shown(lang: Lang, query: &str, [parks, seen]: [Value; 2]) -> Shown {
    address(query);
    let documents = json!([]);
    let round = json!({ "id": "2026-h2", "title": { "zh": "二轮", "en": "Round two" }, "dated": "2026-12-31",
                        "period": { "zh": "2026年", "en": "2026" }, "parks": seen });
    let book = serde_json::to_value(fixtures::national_book()).unwrap();
    let rounds = json!([{ "id": "2026-h2", "title": round["title"], "dated": "2026-12-31",
                         "file": file("round.json", &round) }]);
    let edition = edition(json!({
        "as_of": "2026-12-31", "leagues": leagues(), "parks": parks, "rounds": rounds,
        "industries": [{ "id": "equipment", "name": { "zh": "装备", "en": "Equipment" } },
                       { "id": "metallurgy", "name": { "zh": "冶金", "en": "Metallurgy" } },
                       { "id": "farm_products", "name": { "zh": "农产品", "en": "Farm products" } }],
        "documents": file("documents.json", &documents), "rulebook": file("book.json", &book),
    }));
    let catalogue = catalogue(&edition);
    serve(&[
        ("catalog.json", &catalogue),
        ("index.json", &edition),
        ("round.json", &round),
        ("book.json", &book),
        ("documents.json", &documents),
    ]);
    let view = move || {
        let here = ViewContext::new(lang, "/");
        provide_context(here);
        provide_context(store("/data/".to_owned()));
        provide_context(pages::Chunks::default());
        provide_context(Moves::new());
        provide_context(Asked::new());
        view! { <Router>{pages::page(here, Page::Rankings)}</Router> }
    };
    let shown = Shown(Place::show(view));
    let there = "#ranking:not([aria-busy]), [data-state=no-such-choice]";
    until("the table, whole", || !shown.all(there).is_empty()).await;
    shown
}

#[wasm_bindgen_test]
async fn equal_parks_share_a_rank_and_what_is_unknown_makes_it_a_range() {
    let page = shown(Lang::En, "", five()).await;
    assert_eq!(page.ranked(), ["Ada", "Bea", "Dot", "Cyd"]);
    assert_eq!(page.texts("#ranking .cell-rank .rank"), ["1", "1", "1–4", "3–4"]);
    // A range is spoken in words.
    assert_eq!(
        page.texts("#ranking .cell-rank .vh"),
        ["between rank 1 and rank 4", "between rank 3 and rank 4"]
    );
    assert_eq!(
        page.text(".ranking-finding"),
        "4 parks are ranked; 2 meet their core target. One has no target in force and is listed apart."
    );
    assert!(page.text(".ranking-notes").contains("This is the first round"));
    assert!(page.all("#ranking .cell-moved").is_empty(), "nothing has moved before there were two rounds");
}

#[wasm_bindgen_test]
async fn a_choice_that_there_is_not_shows_nothing_in_its_place_and_a_spoilt_one_what_it_means() {
    for (query, asked) in [
        ("?league=ordoss", "ordoss"),
        ("?grid=north", "north"),
        ("?stage=finished", "finished"),
        ("?industry=%E9%92%A2", "钢"),
        ("?band=12", "12"),
        ("?sort=colour", "colour"),
        ("?page=seven", "seven"),
        ("?level=county", "county"),
    ] {
        let page = shown(Lang::En, query, five()).await;
        assert!(page.text("[data-state=no-such-choice]").contains(&format!("“{asked}”")), "{query}");
        assert!(page.all("#ranking, .take-along").is_empty(), "{query}: nothing in its place");
        let way = page.one("[data-state=no-such-choice] a").get_attribute("href");
        assert_eq!(way.as_deref(), Some("/en/rankings/"), "{query}");
    }
    for (query, ranked) in [
        ("?league=Ordos.", &["Ada", "Cyd"][..]),
        ("?industry=%E5%86%B6%E9%87%91%E3%80%82", &["Dot", "Cyd"]),
        ("?sort=-park%E3%80%82", &["Dot", "Cyd", "Bea", "Ada"]),
        ("?level=national)", &["Ada", "Bea", "Dot", "Cyd"]),
    ] {
        let page = shown(Lang::En, query, five()).await;
        assert_eq!(page.ranked(), ranked, "{query}");
    }
}

#[wasm_bindgen_test]
async fn a_row_says_index_completeness_core_value_and_official_stage() {
    let page = shown(Lang::En, "", five()).await;
    let row = |id: &str, cell: &str| page.text(&format!("#ranking tr[data-park={id}] .cell-{cell}"));
    // 50,000 MWh × 0.8325 t/MWh over 300,000 tce; 1,600,000 over 1,200,000.
    assert!(row("ada", "core").starts_with("0.139 / target 0.2"), "{}", row("ada", "core"));
    assert!(row("cyd", "core").starts_with("1.110 / target 0.3"), "{}", row("cyd", "core"));
    assert!(row("ada", "core").ends_with("Met") && row("cyd", "core").ends_with("Not met"));
    assert!(row("dot", "core").ends_with("Not published") && !row("dot", "core").contains(char::is_numeric));
    assert_eq!(["ada", "cyd", "dot"].map(|id| row(id, "known")), ["100%", "67%", "0%"]);
    assert_eq!(row("cyd", "stage"), "Ordered to rectify");
    assert!(row("ada", "park").ends_with("Ordos"));
    let link = page.one("#ranking tr[data-park=ada] .cell-park a");
    assert_eq!(link.get_attribute("href").unwrap(), "/en/parks/ada/");
}

/// The value of an attribute of a shape within a row's drawing.
fn drawn(page: &Shown, id: &str, shape: &str, attribute: &str) -> f64 {
    let shape = page.one(&format!("#ranking tr[data-park={id}] .interval {shape}"));
    shape.get_attribute(attribute).unwrap().parse().unwrap()
}

#[wasm_bindgen_test]
async fn the_range_of_an_index_is_drawn_from_its_worst_to_its_best() {
    let page = shown(Lang::En, "", five()).await;
    let figures = |id: &str| page.text(&format!("#ranking tr[data-park={id}] .index-figures"));
    // Core (2.775 − 1.11) ÷ (2.775 − 0.3) × 50, clean energy 60 ÷ 90 × 10, two guiding values half way to their
    // targets; two are not published, ten points each.
    assert_eq!(["ada", "cyd", "dot"].map(figures), ["100.0", "50.3–70.3", "0.0–100.0"]);
    for (id, [worst, best]) in [("cyd", [50.303, 70.303]), ("dot", [0.0, 100.0])] {
        let (x, width) = (drawn(&page, id, "rect", "x"), drawn(&page, id, "rect", "width"));
        assert!((x - along(worst)).abs() < 0.1, "{id} begins at {x}");
        assert!((x + width - along(best)).abs() < 0.15, "{id} ends at {}", x + width);
    }
    let known = "#ranking tr[data-park=ada] .interval";
    assert_eq!(page.all(&format!("{known} .interval-tick")).len(), 1);
    assert!(page.all(&format!("{known} rect")).is_empty(), "a certain index has no range");
}

#[wasm_bindgen_test]
async fn each_column_sorts_both_ways_and_what_is_unknown_stays_last() {
    let page = shown(Lang::En, "", five()).await;
    // The column, and the order after one press and after another; lowest first unless the best is the highest.
    let orders: [(&str, &str, [&[&str]; 2]); 5] = [
        ("core", "ascending", [&["Ada", "Bea", "Cyd", "Dot"], &["Cyd", "Ada", "Bea", "Dot"]]),
        ("stage", "descending", [&["Ada", "Cyd", "Bea", "Dot"], &["Bea", "Cyd", "Ada", "Dot"]]),
        ("index", "descending", [&["Ada", "Bea", "Cyd", "Dot"], &["Dot", "Cyd", "Ada", "Bea"]]),
        ("known", "descending", [&["Ada", "Bea", "Cyd", "Dot"], &["Dot", "Cyd", "Ada", "Bea"]]),
        ("park", "ascending", [&["Ada", "Bea", "Cyd", "Dot"], &["Dot", "Cyd", "Bea", "Ada"]]),
    ];
    for (column, first, [once, twice]) in orders {
        let second = if first == "ascending" { "descending" } else { "ascending" };
        for (direction, order) in [(first, once), (second, twice)] {
            page.press(column);
            page.until_ranked(order).await;
            let said = page.one(&format!("#ranking th.cell-{column}[aria-sort]"));
            until(direction, || said.get_attribute("aria-sort").as_deref() == Some(direction)).await;
            let sorted = page.all("#ranking th[aria-sort]:not([aria-sort=none])");
            assert_eq!(sorted.len(), 1, "one column is said to be sorted by");
        }
    }
    page.press("rank");
    page.until_ranked(&["Ada", "Bea", "Dot", "Cyd"]).await;
    page.press("rank");
    page.until_ranked(&["Cyd", "Dot", "Bea", "Ada"]).await;
    until("the address", || asked() == "sort=-rank").await;
}

#[wasm_bindgen_test]
async fn each_filter_alone_leaves_what_it_names() {
    let page = shown(Lang::En, "", five()).await;
    let filters: [(&str, &str, &str, &[&str]); 9] = [
        ("league", "Ordos", "league=ordos", &["Ada", "Cyd"]),
        ("grid", "East grid", "grid=east", &["Bea", "Dot"]),
        ("stage", "Built", "stage=built", &["Ada"]),
        // A step holds the parks to be corrected on it.
        ("stage", "Cultivation", "stage=cultivation", &["Bea"]),
        ("stage", "Correction", "stage=correction", &["Cyd"]),
        ("industry", "Metallurgy", "industry=冶金", &["Dot", "Cyd"]),
        ("band", "200,000 to under 1,000,000 tce a year", "band=200000", &["Ada", "Bea"]),
        ("band", "1,000,000 tce a year and more", "band=1000000", &["Cyd"]),
        ("band", "Energy not published", "band=unknown", &["Dot"]),
    ];
    for (filter, word, query, left) in filters {
        page.choose(filter, word);
        page.until_ranked(left).await;
        until(query, || asked() == query).await;
        let said = format!("{} of 4 shown", left.len());
        until(&said, || page.text(".filter-said") == said).await;
        page.choose(filter, "All");
        page.until_ranked(&["Ada", "Bea", "Dot", "Cyd"]).await;
    }
    page.type_in("#filter", "chifeng");
    page.until_ranked(&["Bea", "Dot"]).await;
}

#[wasm_bindgen_test]
async fn filters_together_leave_what_all_of_them_name_and_the_order_stays() {
    let page = shown(Lang::En, "?grid=west&industry=冶金&band=1000000&sort=-rank", five()).await;
    page.until_ranked(&["Cyd"]).await;
    let chosen = |id: &str| page.one(&format!("#filter-{id}")).unchecked_into::<HtmlSelectElement>().value();
    assert_eq!(["grid", "industry", "band"].map(chosen), ["west", "冶金", "1000000"]);
    page.choose("band", "All");
    page.choose("industry", "All");
    page.until_ranked(&["Cyd", "Ada"]).await;
    page.type_in("#filter", "ada");
    page.until_ranked(&["Ada"]).await;
    until("the address", || {
        asked() == "grid=west&sort=-rank&q=ada" || asked() == "q=ada&grid=west&sort=-rank"
    })
    .await;
}

#[wasm_bindgen_test]
async fn an_empty_result_says_so_and_leads_back_to_every_park() {
    let page = shown(Lang::En, "?league=hohhot&q=ada", five()).await;
    until("the empty result", || !page.all(".ranking + .state-empty").is_empty()).await;
    assert!(page.ranked().is_empty());
    assert_eq!(page.text(".ranking + .state-empty p"), "No park matches all of this.");
    // Those listed apart are filtered as well, and their table says so.
    assert_eq!(page.texts(".ranking-apart tbody td"), ["No park matches all of this."]);
    page.one(".ranking + .state-empty button").click();
    page.until_ranked(&["Ada", "Bea", "Dot", "Cyd"]).await;
    assert!(page.all(".state-empty").is_empty());
    assert_eq!(page.one("#filter").unchecked_into::<HtmlInputElement>().value(), "");
    until("the address", || asked().is_empty()).await;
}

#[wasm_bindgen_test]
async fn a_park_without_a_threshold_stands_apart_without_a_rank() {
    let page = shown(Lang::En, "", five()).await;
    assert!(!page.ranked().contains(&"Eve".to_owned()));
    assert_eq!(page.texts(".ranking-apart .cell-park a"), ["Eve"]);
    assert!(page.all(".ranking-apart .rank").is_empty());
    assert!(page.text(".ranking-apart .cell-core").starts_with("0.000"), "its value is shown");
    assert!(page.all(".ranking-apart .core-target").is_empty(), "and no target");
    page.choose("league", "Ordos");
    until("the filter", || page.texts(".ranking-apart tbody td") == ["No park matches all of this."]).await;
    page.choose("league", "Chifeng");
    until("the filter", || page.texts(".ranking-apart .cell-park a") == ["Eve"]).await;
}

#[wasm_bindgen_test]
async fn one_park_is_a_ranking_with_nobody_to_compare_it_with() {
    let parks = json!([park("Ada", "ordos", Some("built"), EQUIPMENT)]);
    let seen = json!([snapshot("Ada", 1_000_000, 50_000, &ALL_MET)]);
    let page = shown(Lang::En, "", [parks, seen]).await;
    assert_eq!(page.ranked(), ["Ada"]);
    assert_eq!(page.texts("#ranking .cell-rank .rank"), ["1"]);
    let said = "One park is ranked, with none to compare it with; it meets its core target.";
    assert_eq!(page.text(".ranking-finding"), said);
    assert!(page.all("#apart").is_empty() && page.all(".sheets").is_empty());
}

/// Parks of which each takes more power from the grid than the one before: no two are equal.
fn many(count: u32) -> [Value; 2] {
    let name = |at: u32| format!("P{at:03}");
    let league = |at: u32| if at.is_multiple_of(2) { "ordos" } else { "chifeng" };
    let parks = (0..count).map(|at| park(&name(at), league(at), Some("cultivation"), METAL)).collect();
    let seen = (0..count).map(|at| snapshot(&name(at), 1_000_000, 300_000 + 1000 * at, &ALL_MET)).collect();
    [Value::Array(parks), Value::Array(seen)]
}

#[wasm_bindgen_test]
async fn two_hundred_and_fifty_parks_come_a_hundred_rows_a_page() {
    {
        let page = shown(Lang::En, "", many(250)).await;
        let names = page.ranked();
        assert_eq!((names.len(), names[0].as_str(), names[99].as_str()), (100, "P000", "P099"));
        assert_eq!(page.text(".sheets p"), "Rows 1 to 100 of 250");
        assert_eq!(page.texts(".sheets li"), ["1", "2", "3", "Next"]);
        assert_eq!(page.text(".sheets [aria-current=page]"), "1");
        let next = page.all(".sheets a").last().unwrap().get_attribute("href").unwrap();
        assert_eq!(next, "/en/rankings/?page=2#ranking");
    }
    let page = shown(Lang::En, "?page=2", many(250)).await;
    let names = page.ranked();
    assert_eq!((names.len(), names[0].as_str(), names[99].as_str()), (100, "P100", "P199"));
    assert_eq!(page.texts("#ranking .cell-rank .rank")[0], "101");
    assert_eq!(page.text(".sheets p"), "Rows 101 to 200 of 250");
    assert_eq!(page.texts(".sheets li"), ["Previous", "1", "2", "3", "Next"]);
    // What else is asked for begins on its first page.
    page.choose("grid", "East grid");
    until("the first of two pages", || page.ranked().first().is_some_and(|first| first == "P001")).await;
    assert_eq!(page.text(".sheets p"), "Rows 1 to 100 of 125");
    until("the address", || asked() == "grid=east").await;
}

#[wasm_bindgen_test]
async fn a_page_beyond_the_last_is_the_last_in_either_language() {
    let page = shown(Lang::Zh, "?page=99", many(250)).await;
    let names = page.ranked();
    assert_eq!((names.len(), names[0].as_str(), names[49].as_str()), (50, "P200", "P249"));
    assert_eq!(page.text(".sheets [aria-current=page]"), "3");
    assert!(page.text(".ranking-finding").contains("250"));
}
