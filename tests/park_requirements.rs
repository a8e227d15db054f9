//! A park's page: the sets that decide a level first, then the requirements that decide none; announced targets beside
//! the reports.

#![allow(clippy::unwrap_used)] // a test that cannot go on has failed

use leptos::prelude::*;
use leptos_router::components::Router;
use portal::address::{Lang, Page};
use portal::browser::fetch::store;
use portal::pages;
use portal::parts::heading::Moves;
use portal::view_context::ViewContext;
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::address::address;
use crate::place::Place;
use crate::served::{catalogue, edition, file, serve};
use crate::waiting::until;

const DUTY: &str = r#"
id = "duty"
authority = "region"
title = { zh = "绿电要求", en = "Green-power duty" }
document = "d"
mark = "B"
in_force_from = "2025-09-12"
published_on = "2025-09-12"
checked_on = "2026-01-01"
applies_to = { stages = ["cultivation"], industries = ["smelting"], clause = "d/1" }

[[indicators]]
id = "green"
kind = "requirement"
name = { zh = "绿电占比", en = "Green share" }
sentence = { zh = "绿电。", en = "Green." }
unit = "percent"
direction = "at_least"
mark = "B"
formula = { zh = "未读到", en = "not read" }
bands = [
  { target = "40", clause = "d/1" },
  { industries = ["smelting"], target = "70", clause = "d/1" },
]
"#;

/// The page of a park of these industries.
async fn shown(industries: &[&str]) -> Place {
    address("");
    let text = |zh: &str, en: &str| json!({ "zh": zh, "en": en });
    let source = json!({ "title": text("报", "Press"), "mark": "B", "checked_on": "2026-01-01" });
    let mut book = fixtures::national_book();
    book.rulesets.push(toml::from_str(DUTY).unwrap());
    let book = serde_json::to_value(book).unwrap();
    let value = json!({ "of": "duty", "indicator": "green", "value": "66", "quality": "reported" });
    let snapshot = json!({ "park": "x", "source": source, "values": [value] });
    let round = json!({ "round": "2026-h2", "dated": "2026-12-31", "snapshot": snapshot });
    let act = json!({ "dated": "2026-01-01", "stage": "cultivation" });
    let event = json!({ "dated": "2026-01-01", "stage": "cultivation", "text": text("列入", "Listed"), "source": source });
    let said = json!({ "dated": "2026-02-01", "text": text("说", "Said"), "caveat": text("报", "Reported"), "source": source,
                       "targets": [{ "year": 2027, "text": text("绿电八成", "80% green") }] });
    let park = json!({ "id": "x", "name": text("园", "Park"), "short": text("园", "Park"), "league": "ordos",
                       "scope": "whole", "industries": industries, "events": [event], "statements": [said],
                       "rounds": [round] });
    let summary = json!({ "id": "x", "name": text("园", "Park"), "short": text("园", "Park"), "league": "ordos",
                          "scope": "whole", "industries": industries, "events": [act], "stage": "cultivation",
                          "since": "2026-01-01", "file": file("park.json", &park) });
    let documents = json!([]);
    let industries = json!([{ "id": "smelting", "name": text("冶炼", "Smelting") },
                            { "id": "bread", "name": text("面包", "Bread") }]);
    let edition = edition(json!({
        "as_of": "2026-12-31", "parks": [summary], "industries": industries,
        "documents": file("documents.json", &documents), "rulebook": file("book.json", &book),
    }));
    let catalogue = catalogue(&edition);
    serve(&[
        ("catalog.json", &catalogue),
        ("index.json", &edition),
        ("park.json", &park),
        ("book.json", &book),
        ("documents.json", &documents),
    ]);
    let shown = Place::show(|| {
        let here = ViewContext::new(Lang::En, "/");
        provide_context(here);
        provide_context(store("/data/".to_owned()));
        provide_context(pages::Chunks::default());
        provide_context(Moves::new());
        view! { <Router>{pages::page(here, Page::Park("x".to_owned()))}</Router> }
    });
    until("the indicators", || !shown.all("#indicators").is_empty()).await;
    shown
}

#[wasm_bindgen_test]
async fn a_requirement_beside_the_levels_stands_after_them_and_judges_by_the_parks_industry() {
    let page = shown(&["bread", "smelting"]).await;
    let heads = page.texts("h2");
    let at = |head: &str| heads.iter().position(|each| each == head).unwrap();
    assert!(at("National indicators") < at("Other requirements"), "{heads:?}");
    assert_eq!(page.texts(".set-beside h3"), ["Green-power duty"]);
    assert_eq!(page.texts(".set-beside [data-indicator=green] .target"), ["≥ 70"]);
    assert_eq!(page.texts(".set-beside [data-indicator=green] .kind"), ["Requirement"]);
    assert!(page.texts(".set-beside [data-indicator=green] .cell-state")[0].contains("Not met"));
    assert_eq!(page.all(".applies-unknown").len(), 0);
    assert!(page.texts(".crumbs")[0].contains("Bread, Smelting"), "{:?}", page.texts(".crumbs"));
}

#[wasm_bindgen_test]
async fn whether_a_requirement_applies_is_said_to_be_unknown_and_not_denied() {
    let page = shown(&[]).await;
    assert_eq!(page.all(".applies-unknown").len(), 1);
    let targets = page.texts(".set-beside [data-indicator=green] .bands li");
    assert_eq!(targets, ["≥ 40", "≥ 70 Smelting"]);
    drop(page);
    let page = shown(&["bread"]).await;
    assert_eq!(page.all(".set-beside").len(), 0, "it is for smelters");
}

#[wasm_bindgen_test]
async fn an_announced_target_stands_apart_from_values() {
    let page = shown(&["bread"]).await;
    assert_eq!(page.texts(".announced-targets li p:first-child"), ["By 2027: 80% green"]);
    assert!(page.texts(".indicators").iter().all(|table| !table.contains("80% green")));
}
