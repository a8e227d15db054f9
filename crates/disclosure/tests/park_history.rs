//! What the rules make of an official stage: cases by hand in `cases/readings`, and since when it is so.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::case::{cases, committed, day, decimal, park, power, silent};
use assessment::ladder::{Stage, Track};
use assessment::ladder_position::Reading;
use disclosure::model::{Act, ParkSummary};
use disclosure::park_history::{ReadingSince, judged, ladder_in_force, position, readings_since};
use disclosure::round::{ParkRound, Quality, RulesDay, Snapshot};
use fixtures::demonstration_book;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expect {
    region: String,
    national: String,
}

/// `supports built` or, of several, `supports built recommended`; `contradicts`, `agrees` or `undetermined`.
fn shown(reading: Reading) -> String {
    let value = serde_json::to_value(reading).unwrap();
    let stages = value.get("stages").and_then(|stages| stages.as_array()).into_iter().flatten();
    let words = [&value["reading"]].into_iter().chain(stages).filter_map(|word| word.as_str());
    words.collect::<Vec<_>>().join(" ")
}

#[test]
fn golden_readings() {
    let book = demonstration_book();
    let mut wrong = Vec::new();
    for (name, case) in cases::<Expect>("readings") {
        let round = case.round();
        for (summary, told) in case.summaries().iter().zip(&case.parks) {
            let snapshot = round.parks.iter().find(|snapshot| snapshot.park == summary.id);
            let judged = judged(snapshot, summary.subject(&book, round.dated), &book, round.rules_day());
            let position = position(summary, snapshot, &judged, &book, case.on).unwrap();
            let found = [Track::Region, Track::National].map(|track| shown(position.reading(track)));
            let expect = [told.expect.region.clone(), told.expect.national.clone()];
            if found != expect {
                wrong.push(format!("{name}: {}: expected {expect:?}, found {found:?}", told.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_ladder_and_no_act_is_no_position() {
    let mut book = demonstration_book();
    let on = day("2026-06-30");
    let known = park("x", Stage::CULTIVATION);
    let judged = judged(None, known.subject(&book, on), &book, RulesDay::of_day(on));
    assert!(position(&known, None, &judged, &book, on).is_some());
    let unnamed = ParkSummary { events: Vec::new(), ..known.clone() };
    assert!(position(&unnamed, None, &judged, &book, on).is_none());
    assert_eq!(readings_since(&unnamed, &[], &book, on), Vec::new());
    let before = day("2025-06-02");
    assert!(ladder_in_force(&book, before).is_err(), "the plan is of 3 June 2025");
    let mut newer = book.ladders[1].clone();
    (newer.id, newer.in_force_from) = ("newer".to_owned(), on);
    book.ladders.insert(0, newer);
    let both = ladder_in_force(&book, on).unwrap_err().to_string();
    assert_eq!(
        both, "newer and upgrade-2025-12 are both in force on 2026-06-30",
        "never the newest by itself"
    );
    book.ladders[2].in_force_to = on.previous();
    assert_eq!(ladder_in_force(&book, on).unwrap().id, "newer");
    assert_eq!(ladder_in_force(&book, day("2026-06-29")).unwrap().id, "upgrade-2025-12");
}

/// A park whose path goes from 0.6 at the end of 2025 to 0.2 at the end of 2027.
fn on_a_path() -> ParkSummary {
    let targets = vec![committed(2025, decimal("0.6")), committed(2027, decimal("0.2"))];
    ParkSummary { committed: targets, ..park("x", Stage::CULTIVATION) }
}

fn round(id: &str, dated: &str, mwh: Option<(&str, &str)>) -> ParkRound {
    let dated = day(dated);
    let snapshot = Snapshot {
        core: mwh.map(|(direct, other)| power(dated.year(), direct, other).into()),
        core_quality: Quality::Reported,
        ..silent("x")
    };
    ParkRound {
        round: id.to_owned(),
        dated,
        year: None,
        snapshot,
        indicators: None,
        filled_on: None,
        corrections: Vec::new(),
        as_published: None,
    }
}

const BEHIND: Option<(&str, &str)> = Some(("500000", "610000"));
const ON_PATH: Option<(&str, &str)> = Some(("950000", "160000"));

fn region(park: &ParkSummary, rounds: &[ParkRound], on: &str) -> ReadingSince {
    let held = readings_since(park, rounds, &demonstration_book(), day(on));
    assert_eq!(held.iter().map(|held| held.track).collect::<Vec<_>>(), [Track::Region, Track::National]);
    held[0].clone()
}

#[test]
fn a_reading_is_held_from_the_first_round_of_an_unbroken_run() {
    let park = on_a_path();
    let rounds = [
        round("2025-h2", "2025-12-31", BEHIND),
        round("2026-h1", "2026-06-30", ON_PATH),
        round("2026-h2", "2026-12-31", BEHIND),
        round("2027-h1", "2027-06-30", BEHIND),
    ];
    let at = |on| region(&park, &rounds, on);
    assert_eq!(at("2025-12-31").since, Some(day("2025-12-31")));
    assert_eq!(
        (at("2026-06-30").reading, at("2026-06-30").since),
        (Reading::Agrees, Some(day("2026-06-30")))
    );
    let behind = at("2027-06-30");
    assert_eq!(behind.reading, Reading::Supports(vec![Stage::REMINDED]));
    assert_eq!(behind.since, Some(day("2026-12-31")), "the run before was broken");
    assert_eq!(
        at("2027-06-29"),
        ReadingSince { since: Some(day("2026-12-31")), ..behind },
        "later rounds change nothing"
    );
}

#[test]
fn an_act_begins_a_new_run() {
    let mut park = on_a_path();
    park.events.push(Act { dated: day("2027-01-15"), stage: Stage::REMINDED, removed: false, due: None });
    let rounds = [round("2026-h2", "2026-12-31", BEHIND), round("2027-h1", "2027-06-30", BEHIND)];
    assert_eq!(region(&park, &rounds, "2026-12-31").reading, Reading::Supports(vec![Stage::REMINDED]));
    let held = region(&park, &rounds, "2027-06-30");
    assert_eq!(
        (held.official, held.reading),
        (Stage::REMINDED, Reading::Supports(vec![Stage::RECTIFICATION]))
    );
    assert_eq!(held.since, Some(day("2027-06-30")));
}

#[test]
fn before_the_first_round_nothing_is_known_and_no_round_says_since_when() {
    let held = region(&on_a_path(), &[], "2026-06-30");
    assert_eq!((held.reading, held.since), (Reading::Undetermined, None));
}

#[test]
fn what_became_so_after_the_last_round_has_no_round_to_name() {
    // On the path at the end of 2025, where 0.63 is allowed; the path moves on, the figures do not.
    let rounds = [round("2025-h2", "2025-12-31", Some(("860000", "250000")))];
    let park = on_a_path();
    assert_eq!(region(&park, &rounds, "2025-12-31").reading, Reading::Agrees);
    let later = region(&park, &rounds, "2026-12-30");
    assert_eq!((later.reading, later.since), (Reading::Supports(vec![Stage::REMINDED]), None));
}
