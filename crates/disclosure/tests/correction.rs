//! A correction changes what it names from its own day on, and nothing else.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use assessment::ruleset::Level;
use assessment::{Date, Decimal, Mark, Text};
use disclosure::as_of::Known;
use disclosure::correction::{Amended, Amendment, Change, Corrected, Reading};
use disclosure::model::{List, ListEntry, Scope, Source};
use disclosure::round::{Coverage, Observed, ParkRound, Quality, Round, Snapshot, Stated};

/// By a notice of a day.
pub fn amendment(dated: Date) -> Amendment {
    Amendment {
        notice: format!("c-{dated}"),
        dated,
        reason: Text { zh: "漏报".to_owned(), en: "left out".to_owned() },
        source: Source {
            document: Some("d".to_owned()),
            title: None,
            address: None,
            mark: Mark::C,
            checked_on: None,
        },
    }
}

/// A change of a round, by a notice of a day.
pub fn corrected(dated: Date, park: &str, change: Change) -> Corrected {
    Corrected { by: amendment(dated), park: park.to_owned(), change }
}

const WATER: &str = "industrial_water_reuse";
const WASTE: &str = "solid_waste_utilisation";

fn day(day: &str) -> Date {
    day.parse().unwrap()
}

fn text(words: &str) -> Text {
    Text { zh: words.to_owned(), en: words.to_owned() }
}

fn reading(value: i64) -> Option<Reading> {
    let value = Some(Decimal::from_integer(value));
    Some(Reading { value, published: None, quality: Quality::Measured, not_applicable: None })
}

fn observed(indicator: &str, value: i64) -> Observed {
    Observed {
        of: Level::National.into(),
        indicator: indicator.to_owned(),
        value: Some(Decimal::from_integer(value)),
        quality: Quality::Measured,
        published: None,
        remark: None,
        not_applicable: None,
        source: None,
        older: None,
    }
}

fn snapshot(park: &str) -> Snapshot {
    Snapshot { values: vec![observed(WATER, 70), observed(WASTE, 80)], ..Snapshot::blank(park) }
}

fn round(id: &str, dated: &str, parks: Vec<Snapshot>) -> Round {
    Round {
        id: id.to_owned(),
        title: text(id),
        dated: day(dated),
        year: None,
        period: text("p"),
        covers: Coverage::Named,
        indicators: None,
        parks,
        earlier: Vec::new(),
        corrections: Vec::new(),
    }
}

fn water(was: Option<Reading>, is: Option<Reading>) -> Change {
    Change::Value { of: Level::National.into(), indicator: WATER.to_owned(), was, is }
}

fn value(round: &Round, park: &str, indicator: &str) -> Option<Decimal> {
    let snapshot = round.parks.iter().find(|snapshot| snapshot.park == park)?;
    snapshot.observed(Level::National, indicator)?.value
}

#[test]
fn one_value_is_corrected_and_everything_else_of_the_round_stays() {
    let published = round("r", "2027-06-30", vec![snapshot("a"), snapshot("b")]);
    let change = corrected(day("2027-08-18"), "a", water(reading(70), reading(66)));
    let whole = Round { corrections: vec![change], ..published.clone() };
    let before = Known::on(whole.clone(), day("2027-08-17"));
    assert_eq!(*before, published, "the day before, the round is as it was published");
    let after = Known::on(whole, day("2027-08-18"));
    assert_eq!(value(&after, "a", WATER), Some(Decimal::from_integer(66)));
    assert_eq!(value(&after, "a", WASTE), Some(Decimal::from_integer(80)));
    assert_eq!(after.parks[1], published.parks[1]);
    let source = after.parks[0].observed(Level::National, WATER).unwrap().source.as_ref();
    assert_eq!(source.unwrap().document.as_deref(), Some("d"), "it stands where the correction is published");
}

#[test]
fn a_value_is_withdrawn_and_a_blank_filled() {
    let blank = Snapshot::blank("blank");
    let mut whole = round("r", "2027-06-30", vec![snapshot("a"), blank]);
    let on = day("2027-08-18");
    whole.corrections = vec![
        corrected(on, "a", water(reading(70), None)),
        corrected(on, "blank", water(None, reading(55))),
        corrected(on, "uncovered", water(None, reading(44))),
        corrected(on, "a", Change::Condition { number: 3, was: Stated::Unknown, is: Stated::Yes }),
        corrected(on, "a", Change::Task { task: "t".to_owned(), was: None, is: Some(Decimal::HUNDRED) }),
    ];
    let known = Known::on(whole, on);
    assert_eq!(value(&known, "a", WATER), None);
    assert_eq!(value(&known, "blank", WATER), Some(Decimal::from_integer(55)));
    assert_eq!(value(&known, "uncovered", WATER), Some(Decimal::from_integer(44)));
    assert_eq!(known.parks[0].basic, [Stated::Unknown, Stated::Unknown, Stated::Yes, Stated::Unknown]);
    assert_eq!(known.parks[0].tasks[0].progress, Decimal::HUNDRED);
}

fn of_park(round: &str, dated: &str, filled_on: Option<&str>, corrections: Vec<Corrected>) -> ParkRound {
    let filled_on = filled_on.map(day);
    let snapshot = if filled_on.is_some() { Snapshot::blank("a") } else { snapshot("a") };
    ParkRound {
        round: round.to_owned(),
        dated: day(dated),
        year: None,
        snapshot,
        indicators: None,
        filled_on,
        corrections,
        as_published: None,
    }
}

#[test]
fn a_park_that_a_round_does_not_cover_keeps_what_was_known_last() {
    let filled = of_park(
        "r1",
        "2026-12-31",
        Some("2027-08-18"),
        vec![corrected(day("2027-08-18"), "a", water(None, reading(44)))],
    );
    let first = of_park(
        "r0",
        "2026-06-30",
        None,
        vec![corrected(day("2027-07-01"), "a", water(reading(70), reading(66)))],
    );
    let whole = Round { earlier: vec![first, filled], ..round("r2", "2027-06-30", vec![snapshot("b")]) };
    let last = |on: &str| {
        let known = Known::on(whole.clone(), day(on));
        assert_eq!(known.earlier.len(), 1, "{on}");
        let value = known.earlier[0].snapshot.observed(Level::National, WATER).unwrap().value.unwrap();
        (known.earlier[0].round.clone(), value)
    };
    assert_eq!(last("2027-06-30"), ("r0".to_owned(), Decimal::from_integer(70)));
    assert_eq!(last("2027-07-01"), ("r0".to_owned(), Decimal::from_integer(66)), "corrected since");
    assert_eq!(last("2027-08-18"), ("r1".to_owned(), Decimal::from_integer(44)), "a later blank was filled");
}

#[test]
fn the_second_correction_changes_what_the_first_left() {
    let on = ["2027-08-18", "2027-09-18"].map(day);
    let round = of_park(
        "r",
        "2027-06-30",
        None,
        vec![
            corrected(on[0], "a", water(reading(70), reading(66))),
            corrected(on[1], "a", water(reading(66), None)),
        ],
    );
    let known =
        |on| round.known_on(on).unwrap().snapshot.observed(Level::National, WATER).map(|o| o.value.unwrap());
    assert_eq!(known(on[0]), Some(Decimal::from_integer(66)));
    assert_eq!(known(on[1]), None);
    let again = round.known_on(on[1]).unwrap().into_owned();
    assert_eq!(again.known_on(on[1]).unwrap().into_owned(), again, "known once more, it is the same");
    assert_eq!(again.as_published.as_deref(), Some(&round.snapshot));
}

#[test]
fn an_entry_of_a_list_is_replaced_added_and_taken_off() {
    let entry = |number: u16, end_year: u16| ListEntry {
        number,
        name: format!("{number}"),
        province: Some("内蒙古".to_owned()),
        scope: Some(Scope::Whole),
        start_year: Some(2026),
        end_year: Some(end_year),
        ..ListEntry::default()
    };
    let change =
        |on: &str, was: Option<ListEntry>, is: Option<ListEntry>| Amended { by: amendment(day(on)), was, is };
    let list = List {
        id: "l".to_owned(),
        title: text("l"),
        meaning: text("m"),
        level: Level::Region,
        stage: disclosure::model::Stage::CULTIVATION,
        document: "d".to_owned(),
        published: day("2027-01-01"),
        mark: Mark::C,
        checked_on: None,
        entries: vec![entry(1, 2028), entry(2, 2029)],
        amended: vec![
            change("2027-02-01", Some(entry(2, 2029)), Some(entry(2, 2028))),
            change("2027-03-01", None, Some(entry(3, 2030))),
            change("2027-04-01", Some(entry(1, 2028)), None),
        ],
    };
    let known = |on: &str| {
        let known = Known::on(list.clone(), day(on));
        known.entries.iter().map(|entry| (entry.number, entry.end_year.unwrap())).collect::<Vec<_>>()
    };
    assert_eq!(known("2027-01-31"), [(1, 2028), (2, 2029)]);
    assert_eq!(known("2027-02-01"), [(1, 2028), (2, 2028)]);
    assert_eq!(known("2027-03-01"), [(1, 2028), (2, 2028), (3, 2030)]);
    assert_eq!(known("2027-04-01"), [(2, 2028), (3, 2030)]);
}
