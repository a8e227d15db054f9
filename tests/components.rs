//! Components in a real browser: what they say, where they lead, and what a choice changes.

#![allow(clippy::unwrap_used)] // a test that cannot go on has failed

use assessment::applicability::Subject;
use assessment::evaluate::{Finding, judge};
use assessment::ruleset::Indicator;
use assessment::{Decimal, Ratio};
use disclosure::as_of;
use disclosure::model::{Edition, League, LeagueMap, ParkSummary};
use fixtures::edition;
use leptos::prelude::*;
use portal::address::Lang;
use portal::browser::Browser;
use portal::browser::fetch::store;
use portal::browser::storage::read;
use portal::parts::indicator::{Row, indicator_table};
use portal::parts::map::{Extent, league_view, leagues_with_parks};
use portal::query::MapView;
use portal::remembered::Key;
use portal::shell::header::theme_switch;
use portal::shell::{Place as Shell, portal};
use portal::theme::Theme;
use portal::view_context::ViewContext;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlSelectElement;

use crate::place::Place;
use crate::waiting::until;

fn leagues() -> Vec<League> {
    serde_json::from_str(
        r#"[{"id":"ordos","adcode":"150600","name":{"zh":"鄂尔多斯市","en":"Ordos"},
             "short":{"zh":"鄂尔多斯","en":"Ordos"},"grid":"west","seat":{"lon":110,"lat":40},"tile":[1,0]},
            {"id":"wuhai","adcode":"150300","name":{"zh":"乌海市","en":"Wuhai"},
             "short":{"zh":"乌海","en":"Wuhai"},"grid":"west","seat":{"lon":107,"lat":40},"tile":[0,1]}]"#,
    )
    .unwrap()
}

fn park() -> ParkSummary {
    serde_json::from_str(
        r#"{"id":"mengsu","name":{"zh":"蒙苏园区","en":"Mengsu Zone"},"short":{"zh":"蒙苏","en":"Mengsu"},
            "league":"ordos","scope":"part","at":[60,60],"stage":"national_construction",
            "events":[{"dated":"2025-12-26","stage":"national_construction"}],
            "file":{"path":"x","sha256":"","bytes":0}}"#,
    )
    .unwrap()
}

fn map() -> LeagueMap {
    serde_json::from_str(
        r#"{"size":[200,100],"attribution":{"zh":"来源","en":"Source"},
            "shapes":[{"league":"ordos","path":"M0 0h100v100h-100z","label":[50,30]},
                      {"league":"wuhai","path":"M100 0h100v100h-100z","label":[150,50]}]}"#,
    )
    .unwrap()
}

fn shown(lang: Lang, view: MapView) -> Place {
    Place::show(move || {
        let edition = Edition { leagues: leagues(), ..edition(vec![park()]) };
        let known = as_of::edition(&edition, edition.as_of);
        let items = leagues_with_parks(&known);
        league_view(ViewContext::new(lang, "/sub/"), view, Extent::Page, &items, &map())
    })
}

#[wasm_bindgen_test]
fn each_league_is_a_link_with_its_name_and_count() {
    let map = shown(Lang::Zh, MapView::Map);
    let links = map.all("a.league");
    let said: Vec<_> = links.iter().map(|a| a.get_attribute("aria-label").unwrap()).collect();
    assert_eq!(said, ["鄂尔多斯市：1个园区（国家级建设名单1个）", "乌海市：0个园区"]);
    assert_eq!(links[0].get_attribute("href").as_deref(), Some("/sub/leagues/ordos/"));
    // An HTML anchor within a drawing is neither drawn nor reached by the keyboard.
    assert_eq!(links[0].namespace_uri().as_deref(), Some("http://www.w3.org/2000/svg"));
}

#[wasm_bindgen_test]
fn a_park_is_a_mark_with_its_stage_in_words() {
    let map = shown(Lang::En, MapView::Map);
    for mark in map.all("a.park-mark") {
        assert_eq!(
            mark.get_attribute("aria-label").as_deref(),
            Some("Mengsu Zone: National construction list")
        );
        assert_eq!(mark.get_attribute("href").as_deref(), Some("/sub/en/parks/mengsu/"));
        assert!(mark.query_selector(".stage-national").unwrap().is_some());
    }
    assert!(!map.all("a.park-mark").is_empty());
}

#[wasm_bindgen_test]
fn tiles_and_table_say_what_the_map_says() {
    for view in [MapView::Tiles, MapView::Table] {
        let twin = shown(Lang::Zh, view);
        let ordos = twin.text("[data-league=ordos]");
        assert!(ordos.contains("鄂尔多斯") && ordos.contains('1'), "{ordos}");
        let wuhai = twin.text("[data-league=wuhai]");
        assert!(wuhai.contains("乌海") && wuhai.contains('0'), "{wuhai}");
    }
    assert!(shown(Lang::Zh, MapView::Table).text("[data-league=ordos]").contains("国家级建设名单"));
}

fn core() -> Indicator {
    serde_json::from_str(
        r#"{"id":"carbon_per_energy","kind":"core","name":{"zh":"单位能耗碳排放","en":"Carbon per energy"},
            "sentence":{"zh":"越低越好。","en":"Lower is better."},"unit":"t_per_tce","direction":"at_most",
            "clause":"ndrc-910/annex3/core","mark":"A","formula":{"zh":"式","en":"formula"},
            "bands":[{"to_tce":"200000","no_target":{"zh":"无","en":"none"}},
                     {"from_tce":"200000","target":"0.2","clause":"ndrc-910/annex3/core"}]}"#,
    )
    .unwrap()
}

fn row(lang: Lang, finding: Finding) -> Place {
    Place::show(move || {
        let indicator = core();
        let outcome = judge(&indicator, Subject::default(), finding);
        let row = Row {
            indicator: &indicator,
            outcome,
            past: Vec::new(),
            quality: None,
            year: None,
            source: None,
            reason: None,
            older: None,
            corrected: None,
            not_computable: false,
            verbatim: [None, None],
        };
        let rows = vec![row];
        indicator_table(ViewContext::new(lang, "/"), "caption", rows, &[], &[])
    })
}

#[wasm_bindgen_test]
fn an_indicator_without_a_value_says_so_and_shows_every_target() {
    let table = row(Lang::Zh, Finding::NoData);
    assert_eq!(table.text(".cell-value"), "未公布");
    assert!(table.one(".outcome").get_attribute("data-outcome").as_deref() == Some("no-data"));
    let targets = table.text(".cell-target");
    assert!(targets.contains("≤ 0.2") && targets.contains("20万吨标准煤及以上"), "{targets}");
    assert!(targets.contains("没有目标") && targets.contains("不足20万吨标准煤"), "{targets}");
    let basis = table.one("a.basis");
    assert_eq!(basis.get_attribute("href").as_deref(), Some("/method/#ndrc-910/annex3/core"));
    assert!(table.text("tbody th").contains("越低越好。"));
}

#[wasm_bindgen_test]
fn an_indicator_with_a_value_shows_it_with_its_unit() {
    let value = Ratio::new(Decimal::parse("0.181").unwrap(), Decimal::from_integer(1));
    let table = row(Lang::En, Finding::Value(value));
    assert!(table.text(".value").starts_with("0.181"));
    assert!(table.text(".unit").contains("t CO₂/tce"));
    // Without the park's energy no band is known, and nothing is called met.
    assert_eq!(table.one(".outcome").get_attribute("data-outcome").as_deref(), Some("no-threshold"));
}

#[wasm_bindgen_test]
fn the_theme_is_shown_and_remembered_until_the_system_has_it_back() {
    let root = document().document_element().unwrap();
    let stage = Place::show(|| theme_switch(ViewContext::new(Lang::En, "/")));
    let select: HtmlSelectElement = stage.one("select").unchecked_into();
    for (choice, shown) in [("dark", Some("dark")), ("light", Some("light")), ("system", None)] {
        select.set_value(choice);
        select.dispatch_event(&web_sys::Event::new("change").unwrap()).unwrap();
        assert_eq!(root.get_attribute("data-theme").as_deref(), shown);
        assert_eq!(read(Key::Theme).as_deref(), shown);
        assert_eq!(Theme::remembered(&Browser).key(), choice);
    }
}

#[wasm_bindgen_test]
async fn the_language_link_leads_to_the_same_page_in_the_other_language_and_back() {
    let root = document().document_element().unwrap();
    let before = window().location().href().unwrap();
    let stage = Place::show(|| {
        portal(
            Shell { root: "/", links: "/", host: &Browser, draw: portal::pages::page },
            store("/data/".to_owned()),
        )
    });
    let link = stage.one("a.language");
    assert_eq!(link.text_content().as_deref(), Some("English"));
    assert_eq!(link.get_attribute("lang").as_deref(), Some("en"));
    let location = window().location();
    let below = location.pathname().unwrap().trim_matches('/').to_owned();
    let page = if below.is_empty() { String::new() } else { format!("{below}/") };
    let place = location.search().unwrap() + &location.hash().unwrap();
    assert_eq!(link.get_attribute("href"), Some(format!("/en/{page}{place}")));

    link.click();
    until("English", || root.get_attribute("lang").as_deref() == Some("en")).await;
    assert_eq!(stage.text("nav.nav a[href='/en/map/']"), "Map");
    let back = stage.one("a.language");
    assert_eq!(back.text_content().as_deref(), Some("中文"));

    back.click();
    until("Chinese", || root.get_attribute("lang").as_deref() == Some("zh-CN")).await;
    assert_eq!(stage.text("nav.nav a[href='/map/']"), "地图");
    // The runner goes on reading its own address.
    window()
        .history()
        .unwrap()
        .replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&before))
        .unwrap();
}
