//! A park's course in a real browser: values with their quality, past and reasons.

#![allow(clippy::unwrap_used)] // a test that cannot go on has failed

use assessment::applicability::Subject;
use assessment::evaluate::{Finding, judge};
use assessment::ruleset::Indicator;
use assessment::{Decimal, Ratio};
use disclosure::round::Quality;
use portal::address::Lang;
use portal::parts::indicator::{Past, Row, indicator_table};
use portal::view_context::ViewContext;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::place::Place;

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
fn table(finding: Finding, past: &[Option<&str>], reason: Option<&str>) -> Place {
    let past: Vec<Past> = past
        .iter()
        .zip(0..)
        .map(|(value, at)| Past { at, when: format!("r{at}"), value: value.map(ratio) })
        .collect();
    let reason = reason.map(str::to_owned);
    Place::show(move || {
        let indicator = water();
        let outcome = judge(&indicator, Subject::default(), finding.clone());
        let row = Row {
            indicator: &indicator,
            outcome,
            past: past.clone(),
            quality: Some(Quality::Reported),
            year: None,
            source: None,
            reason: reason.clone(),
            older: None,
            corrected: None,
            not_computable: false,
            verbatim: [None, None],
        };
        indicator_table(ViewContext::new(Lang::Zh, "/"), "caption", vec![row], &[], &[])
    })
}

#[wasm_bindgen_test]
fn a_share_is_written_as_it_is_with_its_quality() {
    let place = table(Finding::Value(ratio("94.5")), &[], None);
    assert_eq!(place.text(".value"), "94.5 %");
    assert!(place.text(".value-note").contains("园区报送"));
    assert!(place.all(".spark").is_empty(), "one value is no course");
}

#[wasm_bindgen_test]
fn a_value_of_an_earlier_round_says_its_day_and_is_not_called_unpublished() {
    let place = Place::show(|| {
        let indicator = water();
        let outcome = judge(&indicator, Subject::default(), Finding::Value(ratio("81")));
        let row = Row {
            indicator: &indicator,
            outcome,
            past: Vec::new(),
            quality: Some(Quality::Reported),
            year: None,
            source: None,
            reason: None,
            older: Some("2026-12-31".parse().unwrap()),
            corrected: None,
            not_computable: false,
            verbatim: [None, None],
        };
        indicator_table(ViewContext::new(Lang::Zh, "/"), "caption", vec![row], &[], &[])
    });
    let said = place.text(".cell-value");
    assert!(said.contains("81") && said.contains("2026-12-31的数据"), "{said}");
    assert!(!said.contains("未公布"), "{said}");
}

#[wasm_bindgen_test]
fn a_gap_in_the_past_parts_the_line_and_is_said() {
    let place = table(Finding::Value(ratio("81")), &[Some("70"), None, Some("75"), Some("81")], None);
    let line = place.one(".spark-line").get_attribute("d").unwrap();
    assert_eq!(line.matches('M').count(), 2, "{line}");
    let said = place.one(".spark").get_attribute("aria-label").unwrap();
    assert!(said.contains("r1 未公布") && said.contains("r3 81"), "{said}");
}

#[wasm_bindgen_test]
fn what_does_not_apply_says_why() {
    let place = table(Finding::NotApplicable("x".to_owned()), &[], Some("园区没有工业用水"));
    let said = place.text(".cell-value");
    assert!(said.contains("不适用") && said.contains("园区没有工业用水"), "{said}");
}
