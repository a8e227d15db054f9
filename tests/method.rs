//! The method page in a real browser: what is made from the engine's tables stands there whole.

#![allow(clippy::unwrap_used)] // a test that cannot go on has failed

use assessment::formulas::FORMULAS;
use leptos::prelude::*;
use portal::address::Lang;
use portal::pages::method::formulas::formulas;
use portal::parts::basis::Asked;
use portal::view_context::ViewContext;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::place::Place;

/// The formulas' table of a language, a row each: its id and its cells.
fn rows(lang: Lang) -> Vec<(String, Vec<String>)> {
    let sets = [fixtures::national(), fixtures::region_demo()];
    let place = Place::show(move || {
        provide_context(Asked::new());
        formulas(ViewContext::new(lang, "/"), &sets)
    });
    let cells = |id: &String| place.texts(&format!("[id='{id}'] :is(th, td)"));
    let ids = place.attributes("tbody tr", "id");
    ids.iter().map(|id| (id.clone(), cells(id))).collect()
}

#[wasm_bindgen_test]
fn every_formula_of_the_table_stands_with_its_unit_and_the_indicators_computed_by_it() {
    for (lang, core, none) in [
        (Lang::Zh, "单位能耗碳排放 national-2025", "不判定指标，只在结果里列出"),
        (
            Lang::En,
            "Carbon emissions per unit of energy national-2025",
            "Judges no indicator; shown in results",
        ),
    ] {
        let rows = rows(lang);
        let ids: Vec<String> = rows.iter().map(|(id, _)| id.clone()).collect();
        assert_eq!(ids, FORMULAS.each_ref().map(|formula| format!("formula-{}", formula.id)));
        for ((_, cells), formula) in rows.iter().zip(&FORMULAS) {
            assert!(cells[0].ends_with(formula.id), "{cells:?}");
            assert!(cells.iter().all(|cell| !cell.is_empty()), "{cells:?}");
        }
        assert!(rows[0].1[3].contains(core), "{:?}", rows[0]);
        assert_eq!(rows[3].1[3], none);
    }
}
