//! A park's course in a real browser: values with their quality, past and reasons.

#![allow(clippy::unwrap_used)] // a test that cannot go on has failed

use assessment::evaluate::{Finding, judge};
use assessment::ruleset::Indicator;
use assessment::{Decimal, Ratio};
use disclosure::round::Quality;
use leptos::mount::mount_to;
use leptos::prelude::*;
use portal::address::Lang;
use portal::here::Here;
use portal::parts::indicator::{Past, Row, indicator_table};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

fn water() -> Indicator {
    serde_json::from_str(
        r#"{"id":"industrial_water_reuse","kind":"guiding","name":{"zh":"水","en":"Water"},
            "sentence":{"zh":"句。","en":"Sentence."},"unit":"percent","direction":"at_least",
            "mark":"A","formula":{"zh":"式","en":"formula"},
            "bands":[{"target":"80","clause":"ndrc-910/annex3/industrial_water_reuse"}]}"#,
    )
    .unwrap()
}

fn ratio(text: &str) -> Ratio {
    Ratio::from(Decimal::parse(text).unwrap())
}

/// The table with one row, and its text.
fn table(finding: Finding, past: &[Option<&str>], reason: Option<&str>) -> HtmlElement {
    let place: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    document().body().unwrap().append_child(&place).unwrap();
    let past: Vec<Past> = past
        .iter()
        .zip(0..)
        .map(|(value, at)| Past { at, when: format!("r{at}"), value: value.map(ratio) })
        .collect();
    let reason = reason.map(str::to_owned);
    mount_to(place.clone(), move || {
        let indicator = water();
        let outcome = judge(&indicator, None, finding.clone());
        let row = Row {
            indicator: &indicator,
            outcome,
            past: past.clone(),
            quality: Some(Quality::Reported),
            year: None,
            source: None,
            reason: reason.clone(),
        };
        indicator_table(Here::new(Lang::Zh, "/"), "caption", vec![row], &[])
    })
    .forget();
    place
}

fn text(place: &HtmlElement, selector: &str) -> String {
    place.query_selector(selector).unwrap().unwrap().text_content().unwrap()
}

#[wasm_bindgen_test]
fn a_share_is_written_as_it_is_with_its_quality() {
    let place = table(Finding::Value(ratio("94.5")), &[], None);
    assert_eq!(text(&place, ".value").split_whitespace().collect::<Vec<_>>(), ["94.5", "%"]);
    assert!(text(&place, ".value-note").contains("园区报送"));
    assert!(place.query_selector(".spark").unwrap().is_none(), "one value is no course");
}

#[wasm_bindgen_test]
fn a_gap_in_the_past_parts_the_line_and_is_said() {
    let place = table(Finding::Value(ratio("81")), &[Some("70"), None, Some("75"), Some("81")], None);
    let line = place.query_selector(".spark-line").unwrap().unwrap().get_attribute("d").unwrap();
    assert_eq!(line.matches('M').count(), 2, "{line}");
    let said = place.query_selector(".spark").unwrap().unwrap().get_attribute("aria-label").unwrap();
    assert!(said.contains("r1 未公布") && said.contains("r3 81"), "{said}");
}

#[wasm_bindgen_test]
fn what_does_not_apply_says_why() {
    let place = table(Finding::NotApplicable("x".to_owned()), &[], Some("园区没有工业用水"));
    let said = text(&place, ".cell-value");
    assert!(said.contains("不适用") && said.contains("园区没有工业用水"), "{said}");
}
