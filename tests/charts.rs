//! Charts in a real browser: what stands while there is no picture, when the picture is asked for, and what
//! becomes of it.

#![allow(clippy::unwrap_used)] // a test that cannot go on has failed

use assessment::Decimal;
use assessment::scoring::Attained;
use leptos::prelude::*;
use portal::address::Lang;
use portal::charts::{RadarPark, radar};
use portal::view_context::ViewContext;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

use crate::place::Place;
use crate::waiting::until;

/// Stands in for ECharts: notes on `<html>` what it was asked to draw and to take off again.
const STAND_IN: &str = "data:text/javascript,\
    const html = document.documentElement; html.dataset.drawn = 0; html.dataset.disposed = 0;\
    globalThis.parkCharts = { draw(host, wide, narrow, locale) {\
        html.dataset.drawn++; html.dataset.locale = locale; html.dataset.option = wide;\
        return { dispose() { html.dataset.disposed++; } };\
    } };";

/// The runner's page lies in a frame that is never in view: an observer that the test tells what is.
const OBSERVER: &str = "globalThis.watching = [];\
    globalThis.IntersectionObserver = class {\
        constructor(act) { watching.push(act); } observe() {} disconnect() {}\
    };";
const LOOK: &str = "for (const act of watching.splice(0)) act([{ isIntersecting: true }])";

/// Looks at every chart of the page.
fn look() {
    js_sys::eval(LOOK).unwrap();
}

/// A comparison, at which nobody looks yet.
fn comparison(lang: Lang) -> Place {
    Place::show(move || {
        let park = |name: &str, attained| RadarPark { name: name.to_owned(), attained };
        let parks = [
            park("Alpha", vec![Attained::Known(Decimal::HUNDRED), Attained::Unknown]),
            park("Beta", vec![Attained::Known(Decimal::ZERO), Attained::NotApplicable]),
        ];
        radar(ViewContext::new(lang, "/"), &parks, &["carbon".to_owned(), "water".to_owned()])
    })
}

fn is_watched() -> bool {
    js_sys::eval("watching.length > 0").unwrap().is_truthy()
}

fn html() -> Element {
    document().document_element().unwrap()
}

fn noted(name: &str) -> Option<String> {
    html().get_attribute(&format!("data-{name}"))
}

// One test, because the page keeps what draws once it has come.
#[wasm_bindgen_test]
async fn a_chart_comes_when_it_is_looked_at_and_its_table_stands_all_the_while() {
    js_sys::eval(OBSERVER).unwrap();
    let root = html();
    root.set_attribute("data-charts", "/none/charts.js").unwrap();

    let stage = comparison(Lang::En);
    until("a watch", is_watched).await;
    until("a place", || !stage.all(".chart-place .chart-waiting").is_empty()).await;
    assert!(stage.all("[role=img]").is_empty(), "drawn though nobody looks");
    assert_eq!(stage.texts("td"), ["100.0", "0.0", "Not published or not verified", "Not applicable"]);

    look();
    until("a failure", || !stage.all(".state-failed").is_empty()).await;
    assert!(stage.whole().contains("the table below says the same"));

    root.set_attribute("data-charts", STAND_IN).unwrap();
    stage.all(".chart-place button")[0].unchecked_ref::<HtmlElement>().click();
    until("a picture", || noted("drawn").as_deref() == Some("1")).await;
    let picture = stage.all("[role=img]");
    let label = picture[0].get_attribute("aria-label").unwrap();
    assert!(label.contains("Alpha: 2 indicators apply, 1 are known, 1 of them meet the target"), "{label}");
    assert!(label.contains("Beta: 1 indicators apply"), "{label}");
    assert_eq!(noted("locale").as_deref(), Some("EN"));
    assert!(noted("option").unwrap().contains("Alpha"));
    assert!(stage.all("[data-state]").is_empty());

    drop(stage);
    until("disposal", || noted("disposed").as_deref() == Some("1")).await;

    // What has come once is not asked for again.
    root.set_attribute("data-charts", "/none/charts.js").unwrap();
    let stage = comparison(Lang::Zh);
    until("a watch", is_watched).await;
    look();
    until("a second picture", || noted("drawn").as_deref() == Some("2")).await;
    assert_eq!(noted("locale").as_deref(), Some("ZH"));
    drop(stage);
}
