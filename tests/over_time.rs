//! Parks by stage over time, as the browser draws them.

#![allow(clippy::unwrap_used)] // a test that cannot go on has failed

use disclosure::model::{Act, Evidence, FileRef, Milestone, Objective, ParkSummary, Scope, Stage};
use disclosure::stage_counts::over_time;
use fixtures::edition;
use portal::address::Lang;
use portal::parts::stage_counts::{Size, stage_counts};
use portal::view_context::ViewContext;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::place::Place;

fn text(words: &str) -> assessment::Text {
    assessment::Text { zh: words.into(), en: words.into() }
}

fn park(acts: &[(&str, Stage)]) -> ParkSummary {
    let act = |(day, stage): &(&str, Stage)| Act {
        dated: day.parse().unwrap(),
        stage: *stage,
        removed: false,
        due: None,
    };
    ParkSummary {
        id: "x".into(),
        name: text("x"),
        short: text("x"),
        league: "ordos".into(),
        at: None,
        stage: None,
        since: None,
        amended: vec![],
        events: acts.iter().map(act).collect(),
        industries: vec![],
        scope: Some(Scope::Whole),
        construction: None,
        committed: vec![],
        file: FileRef { path: String::new(), sha256: String::new(), bytes: 0 },
    }
}

fn goal() -> Milestone {
    let evidence = Evidence::NotFound { as_of: "2025-12-31".parse().unwrap(), text: None };
    let objective = Objective {
        id: "list".into(),
        text: text("A list of 20"),
        parks: Some(20),
        stage: Some(Stage::CULTIVATION),
        evidence,
    };
    Milestone { year: 2025, objectives: vec![objective], clause: "plan/1/2025".into() }
}

fn shown(parks: &[ParkSummary], days: &[&str], size: Size) -> Place {
    let days: Vec<_> = days.iter().map(|day| day.parse().unwrap()).collect();
    let edition = edition(parks.to_vec());
    let counts = over_time(&edition, &edition.parks, &days);
    Place::show(move || {
        stage_counts(ViewContext::new(Lang::En, "/"), edition.stages(), &counts, &[goal()], size)
    })
}

#[wasm_bindgen_test]
fn the_bars_and_their_table_say_the_same() {
    let parks = [
        park(&[("2025-04-01", Stage::CANDIDATE), ("2025-09-16", Stage::CULTIVATION)]),
        park(&[("2025-04-01", Stage::CANDIDATE), ("2025-12-22", Stage::NATIONAL_CONSTRUCTION)]),
    ];
    let place = shown(&parks, &["2025-06-30", "2025-12-31"], Size::Full);
    // Rising from the last row to the first: national construction, cultivation, applied.
    assert_eq!(place.texts(".counts-number"), ["1", "1", "2"]);
    // Of what no act and no list is published, no number is known: that is not 0.
    let unknown = "None published";
    let expected = |counts: [&'static str; 10]| counts.to_vec();
    assert_eq!(
        place.texts("tbody tr:first-child td"),
        expected(["2", unknown, unknown, unknown, unknown, unknown, unknown, unknown, unknown, "2"])
    );
    assert_eq!(
        place.texts("tbody tr:last-child td"),
        expected(["0", "1", unknown, unknown, unknown, unknown, "1", unknown, unknown, "2"])
    );
    let label = place.one("svg[role=img]").get_attribute("aria-label").unwrap();
    assert!(label.contains("National construction list 1") && !label.contains("Built"), "{label}");
}

#[wasm_bindgen_test]
fn the_target_is_a_line_with_its_clause() {
    let place = shown(&[park(&[("2025-09-16", Stage::CULTIVATION)])], &["2025-12-31"], Size::Small);
    assert_eq!(place.texts(".counts-target-word"), ["dashed: 2025 goal, 20"]);
    let link = place.one(".counts-key a");
    assert_eq!(link.get_attribute("href").unwrap(), "/en/method/#plan/1/2025");
    assert_eq!(place.all(".counts-name").len(), 1, "empty rows are left out");
}

#[wasm_bindgen_test]
fn without_acts_there_is_a_sentence_and_no_drawing() {
    let place = shown(&[], &[], Size::Full);
    assert!(place.all("svg").is_empty());
    assert_eq!(place.texts(".empty").len(), 1);
}
