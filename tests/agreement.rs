//! The browser computes what the publisher's machine computes, to the digit: every index, range of ranks, draw
//! and reading of the demonstration's rounds.
//!
//! Natively the test compares with `tests/golden/demonstration.txt`; `GOLDEN=write` writes it anew after a change
//! that is meant. In Chromium it compares with the same file.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fmt::Write as _;

use assessment::ladder::Track;
use assessment::ruleset::Level;
use disclosure::model::{Act, Commitment, FileRef, Park, ParkSummary};
use disclosure::park_history::{judged, position};
use disclosure::ranking_table::standings;
use disclosure::round::Round;

const GOLDEN: &str = include_str!("golden/demonstration.txt");
/// As many as show that the draws are the same.
const DRAWS: u32 = 50;
const SEED: u64 = 910;

macro_rules! demonstration {
    ($folder:literal: $($name:literal)*) => {
        [$(include_str!(concat!("../data/editions/demonstration/", $folder, "/", $name, ".toml"))),*]
    };
}

const ROUNDS: [&str; 12] = demonstration!("rounds":
    "2025-h1" "2025-h2" "2026-h1" "2026-h2" "2027-h1" "2027-h2"
    "2028-h1" "2028-h2" "2029-h1" "2029-h2" "2030-h1" "2030-h2");
const PARKS: [&str; 36] = demonstration!("parks":
    "demo-baizhan" "demo-changgui" "demo-chengye" "demo-cuijia" "demo-danpu" "demo-feilan" "demo-haoyuan"
    "demo-heyin" "demo-jichuan" "demo-lanqi" "demo-lingqu" "demo-luli" "demo-mailang" "demo-molan"
    "demo-nuanshi" "demo-qianbi" "demo-qingsui" "demo-shuanghe" "demo-shuoming" "demo-shupo" "demo-songxu"
    "demo-suluan" "demo-suming" "demo-tanli" "demo-wangxi" "demo-weiting" "demo-xinghe" "demo-xingli"
    "demo-xuansha" "demo-yaoyuan" "demo-yingling" "demo-yinmu" "demo-yunken" "demo-yuzhao" "demo-zhihuan"
    "demo-zhusong");

fn summary(park: Park) -> ParkSummary {
    let committed = park.committed.into_iter();
    ParkSummary {
        id: park.id,
        name: park.name,
        short: park.short,
        league: park.league,
        at: None,
        stage: None,
        since: None,
        amended: Vec::new(),
        events: park.events.iter().map(Act::from).collect(),
        industries: park.industries,
        scope: park.scope,
        construction: park.construction.map(|years| [years.from, years.to]),
        committed: committed
            .map(|each| Commitment { indicator: each.indicator, year: each.year, target: each.target })
            .collect(),
        file: FileRef { path: String::new(), sha256: String::new(), bytes: 0 },
    }
}

/// Everything that is computed of the demonstration, as text in full length: a line a park, level and round,
/// and one of its readings.
fn told() -> String {
    let book = fixtures::demonstration_book();
    let parks = PARKS.map(|text| summary(toml::from_str(text).unwrap()));
    let mut told = String::new();
    for text in ROUNDS {
        let round: Round = toml::from_str(text).unwrap();
        for level in [Level::National, Level::Region] {
            let standings = standings(&parks, &round, &book, level).unwrap();
            writeln!(told, "\n{} {level:?}", round.id).unwrap();
            for (row, steady) in standings.rows.iter().zip(standings.steadiness(SEED, DRAWS)) {
                let id = &parks[row.park].id;
                write!(told, "{id} {:?} {:?}", row.core, row.verdict).unwrap();
                if let Some(value) = row.value {
                    write!(told, " = {value}").unwrap();
                }
                if let Some(index) = row.index {
                    write!(told, " [{} {}]", index.worst, index.best).unwrap();
                    write!(told, " {}/{}", index.known, index.applicable).unwrap();
                }
                if let (Some(ranks), Some(steady)) = (row.ranks, steady) {
                    write!(told, " rank {}-{}", ranks.best, ranks.worst).unwrap();
                    write!(told, " kept {} in {}-{}", steady.kept, steady.best, steady.worst).unwrap();
                }
                told.push('\n');
            }
        }
        writeln!(told, "\n{} readings", round.id).unwrap();
        for park in &parks {
            let snapshot = round.parks.iter().find(|snapshot| snapshot.park == park.id);
            let judged = judged(snapshot, park.subject(&book, round.dated), &book, round.rules_day());
            let Some(position) = position(park, snapshot, &judged, &book, round.dated) else { continue };
            let reading = |track| position.reading(track);
            let (region, national) = (reading(Track::Region), reading(Track::National));
            writeln!(told, "{} {:?} {region:?} {national:?}", park.id, position.stage).unwrap();
        }
    }
    told
}

/// Compares line by line: a difference is to be found, not only known of.
fn compare(told: &str) {
    for (at, (told, golden)) in told.lines().zip(GOLDEN.lines()).enumerate() {
        assert_eq!(told, golden, "line {}", at + 1);
    }
    assert_eq!(told.lines().count(), GOLDEN.lines().count());
}

#[cfg(target_arch = "wasm32")]
mod in_chromium {
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn the_browser_computes_what_the_machine_computes() {
        super::compare(&super::told());
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::path::Path;

    #[test]
    fn the_machine_computes_what_it_computed() {
        let told = super::told();
        if std::env::var_os("GOLDEN").is_some_and(|asked| asked == "write") {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/demonstration.txt");
            std::fs::write(path, told).unwrap();
            return;
        }
        super::compare(&told);
    }

    #[test]
    fn every_park_and_round_of_the_demonstration_is_compared() {
        for (folder, expected) in [("parks", super::PARKS.len()), ("rounds", super::ROUNDS.len())] {
            let folder =
                Path::new(env!("CARGO_MANIFEST_DIR")).join("data/editions/demonstration").join(folder);
            assert_eq!(std::fs::read_dir(folder).unwrap().count(), expected);
        }
    }
}
