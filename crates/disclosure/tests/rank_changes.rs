//! Standings as they move from round to round and as a file.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use assessment::ruleset::Level;
use disclosure::as_of::Known;
use disclosure::correction::Change;
use disclosure::csv::{self, Ranking};
use disclosure::model::{Edition, ParkSummary};
use disclosure::rank_changes::{Movement, Places, movements};
use disclosure::ranking_table::{Standings, standings};
use disclosure::round::{Quality, Round};
use fixtures::national_book;
use serde_json::{Value, json};

fn parks() -> Vec<ParkSummary> {
    let park = |id: &str, name: &str, known: &str| {
        json!({ "id": id, "name": { "zh": name, "en": name }, "short": { "zh": name, "en": name }, "league": "ordos",
                "scope": "whole", "events": [{ "dated": known, "stage": "cultivation" }], "stage": "cultivation",
                "file": { "path": "x", "sha256": "", "bytes": 0 } })
    };
    let parks = json!([
        park("first", "=cmd|' /C calc'!A0", "2025-09-01"),
        park("second", "第二, \"园\"", "2025-09-01"),
        park("newcomer", "新园", "2026-09-01"),
    ]);
    serde_json::from_value(parks).unwrap()
}

/// Everything known: 1,000,000 MWh of which so many come from the grid, and all guiding targets met.
fn snapshot(park: &str, grid: u32) -> Value {
    let value = |indicator: &str| json!({ "level": "national", "indicator": indicator, "value": "100", "quality": "measured" });
    let guiding = [
        "clean_energy_share",
        "product_energy_quota",
        "solid_waste_utilisation",
        "waste_heat_utilisation",
        "industrial_water_reuse",
    ];
    let received = json!([
        { "source": "direct_non_fossil", "mwh": (1_000_000 - grid).to_string() },
        { "source": "other", "mwh": grid.to_string() },
    ]);
    json!({ "park": park, "balance_quality": "measured",
            "balance": { "format": "zcp.assessment/1", "year": 2026, "electricity": { "received": received } },
            "values": guiding.map(value) })
}

fn round(id: &str, dated: &str, parks: Value) -> Round {
    serde_json::from_value(json!({ "id": id, "title": { "zh": id, "en": id }, "dated": dated,
                                   "period": { "zh": "期", "en": "period" }, "parks": parks }))
    .unwrap()
}

fn before() -> Round {
    round("2026-h1", "2026-06-30", json!([snapshot("first", 300_000), snapshot("second", 400_000)]))
}

fn now() -> Round {
    let parks =
        json!([snapshot("first", 300_000), snapshot("second", 200_000), snapshot("newcomer", 500_000),]);
    round("2026-h2", "2026-12-31", parks)
}

fn stand(round: &Round) -> Standings {
    standings(&parks(), round, &national_book(), Level::National).unwrap()
}

fn moved_since(before: &Round) -> Vec<Option<Movement>> {
    movements(&parks(), &stand(&now()), before, &national_book(), Level::National).unwrap()
}

#[test]
fn a_park_that_was_not_known_then_is_new_and_pushes_nobody_back() {
    let one = Places { least: 1, exact: true };
    let expected = [Some(Movement::Down(one)), Some(Movement::Up(one)), Some(Movement::New)];
    assert_eq!(moved_since(&before()), expected);
}

#[test]
fn movement_is_counted_from_the_round_before_as_it_is_known_now() {
    let corrected = json!({ "format": "zcp.assessment/1", "year": 2026, "electricity": { "received": [
        { "source": "direct_non_fossil", "mwh": "500000" }, { "source": "other", "mwh": "500000" } ] } });
    let change = Change::Core {
        was: None,
        is: Some(serde_json::from_value(json!({ "balance": corrected })).unwrap()),
        quality: Quality::Measured,
    };
    let day = "2026-12-31".parse().unwrap();
    let before = Round { corrections: vec![crate::correction::corrected(day, "first", change)], ..before() };
    let moved = moved_since(&Known::on(before, day));
    assert_eq!(moved[0], Some(Movement::Same), "it was second already, as is now known");
    assert_eq!(moved[1], Some(Movement::Same));
}

fn edition(demonstration: bool) -> Edition {
    let file = json!({ "path": "x", "sha256": "", "bytes": 0 });
    serde_json::from_value(json!({
        "format": "zcp.edition/1", "id": "some", "title": { "zh": "版", "en": "edition" },
        "demonstration": demonstration, "as_of": "2026-12-31", "site": {}, "leagues": [], "stages": [], "parks": [], "lists": [],
        "milestones": [], "not_published": [], "latest": [], "documents": file, "rulebook": file, "plan": file,
        "background": file, "glossary": file, "search": file,
    }))
    .unwrap()
}

fn file(demonstration: bool, rows: &[usize]) -> Vec<Vec<String>> {
    let (round, parks, edition) = (now(), parks(), edition(demonstration));
    let standings = stand(&round);
    let of = Ranking {
        edition: &edition,
        round: &round,
        level: Level::National,
        standings: &standings,
        parks: &parks,
    };
    let text = csv::standings(of, rows);
    let text = text.strip_prefix('\u{feff}').unwrap();
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn cell<'a>(file: &'a [Vec<String>], row: usize, column: &str) -> &'a str {
    let at = file[0].iter().position(|head| head == column).unwrap();
    &file[row][at]
}

#[test]
fn every_row_of_the_file_says_what_it_is_of() {
    for (demonstration, said) in [(true, "demonstration data (invented)"), (false, "published")] {
        let file = file(demonstration, &[1, 0]);
        assert_eq!(file.len(), 3);
        for row in [1, 2] {
            assert_eq!(cell(&file, row, "data"), said);
            assert_eq!(cell(&file, row, "round"), "2026-h2");
            assert_eq!(cell(&file, row, "scoring"), "portal-national-2026");
        }
    }
}

#[test]
fn the_file_keeps_the_order_given_and_every_digit() {
    let file = file(true, &[1, 0]);
    assert_eq!(cell(&file, 1, "park"), "second");
    assert_eq!(cell(&file, 1, "name_zh"), "第二, \"园\"");
    assert_eq!(cell(&file, 1, "rank_best"), "1");
    assert_eq!(cell(&file, 1, "core_state"), "not_met");
    assert_eq!(cell(&file, 1, "core_value_t_per_tce"), "0.555");
    assert_eq!(cell(&file, 1, "official_stage"), "cultivation");
    assert_eq!(cell(&file, 2, "energy_tce"), "300000");
    assert_eq!(cell(&file, 1, "core_rests_on"), "balance");
    assert_eq!(cell(&file, 1, "core_of_earlier_round"), "", "of the round itself");
}

#[test]
fn a_name_is_no_formula() {
    assert_eq!(cell(&file(true, &[0]), 1, "name_zh"), "'=cmd|' /C calc'!A0");
}
