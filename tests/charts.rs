//! Charts in a real browser: what stands while there is no picture, when the picture is asked for, and what
//! becomes of it.

#![allow(clippy::unwrap_used)] // a test that cannot go on has failed

use assessment::Decimal;
use assessment::scoring::Attained;
use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use portal::address::Lang;
use portal::charts::{RadarPark, radar};
use portal::here::Here;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

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

struct Stage<M: Mountable> {
    place: HtmlElement,
    view: Option<UnmountHandle<M>>,
}

impl<M: Mountable> Stage<M> {
    fn all(&self, selector: &str) -> Vec<Element> {
        let found = self.place.query_selector_all(selector).unwrap();
        (0..found.length()).map(|at| found.item(at).unwrap().unchecked_into()).collect()
    }

    fn text(&self) -> String {
        self.place.text_content().unwrap_or_default()
    }
}

impl<M: Mountable> Drop for Stage<M> {
    fn drop(&mut self) {
        self.view.take();
        self.place.remove();
    }
}

/// A comparison, at which nobody looks yet.
fn comparison(lang: Lang) -> Stage<impl Mountable> {
    let place: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    document().body().unwrap().append_child(&place).unwrap();
    let view = mount_to(place.clone(), move || {
        let park = |name: &str, attained| RadarPark { name: name.to_owned(), attained };
        let parks = [
            park("Alpha", vec![Attained::Known(Decimal::HUNDRED), Attained::Unknown]),
            park("Beta", vec![Attained::Known(Decimal::ZERO), Attained::NotApplicable]),
        ];
        radar(Here::new(lang, "/"), &parks, &["carbon".to_owned(), "water".to_owned()])
    });
    Stage { place, view: Some(view) }
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
    let cells: Vec<_> = stage.all("td").iter().map(|cell| cell.text_content().unwrap()).collect();
    assert_eq!(cells, ["100.0", "0.0", "Not published or not verified", "Not applicable"]);

    look();
    until("a failure", || !stage.all(".state-failed").is_empty()).await;
    assert!(stage.text().contains("the table below says the same"));

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
