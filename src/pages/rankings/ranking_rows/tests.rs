//! A board of four parks, judged by frozen rules.

use assessment::ranking::RankRange;
use assessment::ruleset::Level;
use disclosure::rank_changes::Places;
use disclosure::ranking_table::standings;
use disclosure::round::Round;
use serde_json::{Value, json};

use super::*;

fn leagues() -> Vec<League> {
    let league = |id: &str, zh: &str, grid: &str| {
        json!({ "id": id, "adcode": "150000", "name": { "zh": zh, "en": id }, "short": { "zh": zh, "en": id },
                "grid": grid, "seat": { "lon": 110, "lat": 40 }, "tile": [0, 0] })
    };
    serde_json::from_value(json!([league("ordos", "鄂尔多斯", "west"), league("chifeng", "赤峰", "east")]))
        .unwrap()
}

fn park(id: &str, zh: &str, league: &str, stage: Option<&str>, industry: &str) -> Value {
    let mut park = json!({ "id": id, "name": { "zh": zh, "en": id }, "short": { "zh": zh, "en": id }, "league": league,
        "scope": "whole", "industries": [industry],
        "file": { "path": "x", "sha256": "", "bytes": 0 } });
    if let Some(stage) = stage {
        park["stage"] = json!(stage);
    }
    park
}

/// Power of 300,000 tce and as much more as asked for, of which a share comes from the grid.
fn snapshot(park: &str, mwh: u32, grid: u32) -> Value {
    let received = json!([
        { "source": "direct_non_fossil", "mwh": (mwh - grid).to_string() },
        { "source": "other", "mwh": grid.to_string() },
    ]);
    json!({ "park": park, "balance_quality": "measured",
            "balance": { "format": "zcp.assessment/1", "year": 2026, "electricity": { "received": received } } })
}

/// Met; not met and large; nothing published; too small for a threshold.
fn board() -> RankingRows {
    let parks: Vec<ParkSummary> = serde_json::from_value(json!([
        park("large", "大园", "ordos", Some("rectification"), "metallurgy"),
        park("met", "达园", "chifeng", Some("built"), "equipment"),
        park("silent", "静园", "ordos", None, "metallurgy"),
        park("small", "小园", "chifeng", Some("cultivation"), "farm_products"),
    ]))
    .unwrap();
    let round: Round = serde_json::from_value(json!({
        "id": "2026-h2", "title": { "zh": "轮", "en": "round" }, "dated": "2026-12-31",
        "period": { "zh": "期", "en": "period" },
        "parks": [snapshot("large", 4_000_000, 2_000_000), snapshot("met", 1_000_000, 50_000),
                  snapshot("small", 500_000, 0)],
    }))
    .unwrap();
    let book = fixtures::national_book();
    let standings = standings(&parks, &round, &book, Level::National).unwrap();
    let industries = serde_json::from_value(json!([
        { "id": "metallurgy", "name": { "zh": "冶金", "en": "Metallurgy" } },
        { "id": "equipment", "name": { "zh": "装备", "en": "Equipment" } },
        { "id": "farm_products", "name": { "zh": "农产品", "en": "Farm products" } },
    ]));
    let names = (&fixtures::stage_table(), industries.unwrap());
    RankingRows::new(parks, leagues(), names, standings, book.rulesets.first())
}

fn ids(board: &RankingRows, rows: &[usize]) -> Vec<String> {
    rows.iter().map(|at| board.park(*at).id.clone()).collect()
}

fn ordered(sort: &str, moved: &[Option<Movement>]) -> Vec<String> {
    let board = board();
    let names = |a: &ParkSummary, b: &ParkSummary| a.id.cmp(&b.id);
    ids(&board, &board.order(Sort::of(sort), moved, names))
}

fn asked(change: impl FnOnce(&mut Asked)) -> Vec<String> {
    let board = board();
    let mut asked = Asked::default();
    change(&mut asked);
    let all: Vec<usize> = (0..4).collect();
    ids(&board, &board.filter(&all, &asked))
}

#[test]
fn a_park_without_a_threshold_stands_apart_and_a_silent_one_ranges_over_all_ranks() {
    let board = board();
    assert_eq!(ids(&board, &board.apart()), ["small"]);
    assert_eq!(board.row(2).ranks, Some(RankRange { best: 1, worst: 3 }));
    assert_eq!(board.row(1).ranks, Some(RankRange { best: 1, worst: 2 }));
    assert_eq!(board.row(0).ranks, Some(RankRange { best: 2, worst: 3 }));
    assert_eq!(board.standings.ranked(), 3);
    assert_eq!(board.standings.core_met(), 1);
}

#[test]
fn the_table_begins_in_the_order_of_the_middle_of_each_range() {
    assert_eq!(ordered("", &[]), ["met", "silent", "large"]);
    assert_eq!(ordered("-rank", &[]), ["large", "silent", "met"]);
    assert_eq!(ordered("globe", &[]), ["met", "silent", "large"], "an unknown column is no order");
}

#[test]
fn what_is_unknown_comes_last_in_either_direction() {
    assert_eq!(ordered("core", &[]), ["met", "large", "silent"]);
    assert_eq!(ordered("-core", &[]), ["large", "met", "silent"]);
    assert_eq!(ordered("stage", &[]), ["large", "met", "silent"]);
    assert_eq!(ordered("-stage", &[]), ["met", "large", "silent"]);
    assert_eq!(ordered("-index", &[]).first().unwrap(), "met");
    assert_eq!(ordered("park", &[]), ["large", "met", "silent"]);
    let places = Places { least: 1, exact: true };
    let moved = [Some(Movement::Up(places)), Some(Movement::Down(places)), Some(Movement::Uncertain), None];
    assert_eq!(ordered("-moved", &moved), ["large", "met", "silent"]);
    assert_eq!(ordered("moved", &moved), ["met", "large", "silent"]);
}

#[test]
fn each_filter_leaves_what_it_says() {
    assert_eq!(asked(|_| ()).len(), 4);
    assert_eq!(asked(|asked| asked.league = "ordos".into()), ["large", "silent"]);
    assert_eq!(asked(|asked| asked.grid = "east".into()), ["met", "small"]);
    assert_eq!(asked(|asked| asked.industry = "冶金".into()), ["large", "silent"]);
    assert_eq!(asked(|asked| asked.words = "赤峰 met".into()), ["met"]);
    assert!(asked(|asked| asked.words = "无此".into()).is_empty());
    assert_eq!(asked(|asked| asked.band = "0".into()), ["small"]);
    assert_eq!(asked(|asked| asked.band = "200000".into()), ["met"]);
    assert_eq!(asked(|asked| asked.band = "1000000".into()), ["large"]);
    assert_eq!(asked(|asked| asked.band = UNKNOWN.into()), ["silent"]);
}

#[test]
fn a_group_holds_its_stages_and_a_stage_only_itself() {
    assert_eq!(asked(|asked| asked.stage = "cultivation".into()), ["small"]);
    assert_eq!(asked(|asked| asked.stage = "correction".into()), ["large"]);
    assert_eq!(asked(|asked| asked.stage = "rectification".into()), ["large"]);
    assert_eq!(asked(|asked| asked.stage = UNKNOWN.into()), ["silent"]);
    assert!(asked(|asked| asked.stage = "no-such-stage".into()).is_empty());
}

#[test]
fn every_order_is_read_back_from_the_address() {
    for column in Column::ALL {
        for descending in [false, true] {
            let sort = Sort { column, descending };
            assert_eq!(Sort::of(&sort.key()), sort);
        }
    }
    assert_eq!(Sort::default().key(), "");
    let first = Sort::default().choosing(Column::Index);
    assert!(first.descending, "the best first");
    assert!(!first.choosing(Column::Index).descending);
}
