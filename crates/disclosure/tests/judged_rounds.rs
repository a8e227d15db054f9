//! A park's rounds, judged as they are now known and as they were first published.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use assessment::applicability::Subject;
use assessment::evaluate::State;
use assessment::ruleset::Level;
use assessment::{Date, Decimal, Ratio};
use disclosure::as_of::course;
use disclosure::correction::{Change, Corrected};
use disclosure::park_evaluation::judge;
use disclosure::park_history::{Seen, judged_rounds};
use disclosure::round::{Balance, ParkRound, PublishedCore, Quality, Snapshot};
use fixtures::national_book;
use serde_json::json;

use crate::correction::corrected;

const CORE: &str = "carbon_per_energy";

/// 300,000 tce of power, so many MWh of it from the grid.
fn balance(other: u32) -> Balance {
    let received = json!([
        { "source": "direct_non_fossil", "mwh": (1_000_000 - other).to_string() },
        { "source": "other", "mwh": other.to_string() },
    ]);
    serde_json::from_value(
        json!({ "format": "zcp.assessment/1", "year": 2026, "electricity": { "received": received } }),
    )
    .unwrap()
}

fn round(
    id: &str,
    month: u8,
    quality: Quality,
    other: Option<u32>,
    corrections: Vec<Corrected>,
) -> ParkRound {
    let snapshot = Snapshot {
        park: "x".to_owned(),
        source: None,
        core: other.map(balance).map(PublishedCore::from),
        core_quality: quality,
        basic: Default::default(),
        values: Vec::new(),
        tasks: Vec::new(),
        core_source: None,
        core_older: None,
        core_remark: None,
    };
    let dated = Date::new(2026, month, 28).unwrap();
    ParkRound {
        round: id.to_owned(),
        dated,
        year: None,
        snapshot,
        indicators: None,
        filled_on: None,
        corrections,
        as_published: None,
    }
}

/// Three rounds; the first is corrected on the day of the last.
fn rounds() -> Vec<ParkRound> {
    let is = Change::Core { was: None, is: Some(balance(100_000).into()), quality: Quality::Measured };
    let correction = corrected(Date::new(2026, 10, 28).unwrap(), "x", is);
    vec![
        round("a", 2, Quality::Measured, Some(50_000), vec![correction]),
        round("b", 6, Quality::NotPublished, None, Vec::new()),
        round("c", 10, Quality::Pending, Some(40_000), Vec::new()),
    ]
}

fn seen(on: Date) -> Vec<Seen> {
    let (known, book) = (rounds(), national_book());
    let known: Vec<ParkRound> = course(&known, on).into_iter().map(|round| round.into_owned()).collect();
    let judged = judged_rounds(&known, |_| Subject::default(), &book);
    judged.iter().map(|round| round.seen(Level::National, CORE).unwrap()).collect()
}

#[test]
fn a_correction_shows_what_was_published_first_from_its_own_day_on() {
    let day = |month| Date::new(2026, month, 28).unwrap();
    let before = seen(day(6));
    assert!(before.iter().all(|seen| seen.was.is_none()));
    assert_eq!(before[0].state, State::Met, "50,000 MWh are 0.139 t/tce");
    let after = seen(day(10));
    assert_eq!(after[0].state, State::NotMet, "100,000 MWh are 0.278 t/tce");
    let same = |a: Option<Ratio>, b: Option<Ratio>| a.unwrap().cmp_ratio(b.unwrap()).is_eq();
    assert!(same(after[0].was, before[0].value));
    assert!(!same(after[0].value, before[0].value));
}

#[test]
fn what_is_missing_and_what_is_pending_stay_apart() {
    let all = seen(Date::new(2026, 12, 31).unwrap());
    let told = |seen: &Seen| (seen.value.is_some(), seen.quality, seen.state);
    assert_eq!(told(&all[0]), (true, Quality::Measured, State::NotMet));
    assert_eq!(told(&all[1]), (false, Quality::NotPublished, State::NoData));
    assert_eq!(told(&all[2]), (true, Quality::Pending, State::Pending));
}

#[test]
fn the_gap_of_the_core_is_told_in_tonnes_and_in_power() {
    let book = national_book();
    let round = round("a", 2, Quality::Measured, Some(100_000), Vec::new());
    let judged = judge(&round.snapshot, Subject::default(), &book, round.rules_day());
    let gap = judged.core_gap(Level::National, &book).unwrap();
    // 83,250 t are emitted, 0.2 × 300,000 t allowed.
    assert!(gap.excess.tonnes().cmp_decimal(Decimal::from_integer(23_250)).is_eq());
    let power = gap.power_to_replace.unwrap();
    assert_eq!(power.to_fixed_up(0), "27928", "23,250 t ÷ 0.8325 t/MWh");
}
