//! What a round does not cover keeps its last known value, with its day, and is never taken for not published.

use std::borrow::Cow;

use assessment::applicability::Subject;
use assessment::evaluate::State;
use assessment::ruleset::Level;
use assessment::{Date, Decimal};
use disclosure::as_of::{Known, course};
use disclosure::correction::{Change, Corrected, Reading};
use disclosure::model::Stage;
use disclosure::park_history::judged_rounds;
use disclosure::ranking_table::standings;
use disclosure::round::{
    Coverage, ParkRound, Quality, Requirements, RestsOn, Round, Snapshot, Stated, TaskProgress,
};
use fixtures::demonstration_book;

use crate::case::{day, decimal, observed, park, power, silent};
use crate::correction::corrected;

const CORE: &str = Round::CORE;
const WATER: &str = "industrial_water_reuse";
const WASTE: &str = "solid_waste_utilisation";

/// Everything of a park: 0.2 t/tce, water and waste, conditions and a task.
fn whole() -> Snapshot {
    let value =
        |indicator, value: &str| observed(Level::National, indicator, decimal(value), Quality::Measured);
    Snapshot {
        core: Some(power(2026, "1030000", "80000").into()),
        core_quality: Quality::Measured,
        values: vec![value(WATER, "70"), value(WASTE, "81")],
        basic: [Stated::Yes; 4],
        tasks: vec![TaskProgress { task: "t".to_owned(), progress: decimal("50"), older: None }],
        ..silent("a")
    }
}

/// Water alone.
fn water_only(value: &str) -> Snapshot {
    Snapshot {
        values: vec![observed(Level::National, WATER, decimal(value), Quality::Reported)],
        ..silent("a")
    }
}

fn of_park(dated: &str, indicators: Option<&[&str]>, snapshot: Snapshot) -> ParkRound {
    ParkRound {
        round: dated.to_owned(),
        dated: day(dated),
        year: None,
        indicators: indicators.map(|ids| ids.iter().map(|id| (*id).to_owned()).collect()),
        snapshot,
        filled_on: None,
        corrections: Vec::new(),
        as_published: None,
    }
}

fn round(dated: &str, indicators: Option<&[&str]>, parks: Vec<Snapshot>, earlier: Vec<ParkRound>) -> Round {
    let words = assessment::Text { zh: dated.to_owned(), en: dated.to_owned() };
    Round {
        id: dated.to_owned(),
        title: words.clone(),
        dated: day(dated),
        year: None,
        period: words,
        covers: Coverage::Named,
        indicators: indicators.map(|ids| ids.iter().map(|id| (*id).to_owned()).collect()),
        parks,
        earlier,
        corrections: Vec::new(),
    }
}

fn water(was: Option<&str>, is: Option<&str>) -> Change {
    let reading = |value: &str| Reading {
        value: Some(decimal(value)),
        published: None,
        quality: Quality::Measured,
        not_applicable: None,
    };
    let (of, indicator) = (Requirements::Level(Level::National), WATER.to_owned());
    Change::Value { of, indicator, was: was.map(reading), is: is.map(reading) }
}

/// Value and day of the earlier round that it is of.
fn known(snapshot: &Snapshot, indicator: &str) -> Option<(Decimal, Option<Date>)> {
    let observed = snapshot.observed(Level::National, indicator)?;
    Some((observed.value?, observed.older.map(|older| older.dated)))
}

#[test]
fn a_round_of_one_indicator_leaves_all_others_as_they_were_known_last_with_their_day() {
    let earlier = vec![of_park("2026-06-30", None, whole())];
    let known_round =
        Known::on(round("2026-12-31", Some(&[WATER]), vec![water_only("75")], earlier), day("2026-12-31"));
    let snapshot = &known_round.parks[0];
    let older = Some(day("2026-06-30"));
    assert_eq!(known(snapshot, WATER), Some((decimal("75"), None)));
    assert_eq!(known(snapshot, WASTE), Some((decimal("81"), older)));
    assert_eq!(snapshot.core, whole().core);
    assert_eq!((snapshot.core_quality, snapshot.core_older.map(|of| of.dated)), (Quality::Measured, older));
    assert_eq!(snapshot.basic, [Stated::Yes; 4]);
    assert_eq!(snapshot.tasks[0].older.map(|of| of.dated), older);
    let ranked =
        standings(&[park("a", Stage::CULTIVATION)], &known_round, &demonstration_book(), Level::National);
    let row = &ranked.unwrap().rows[0];
    assert_eq!((row.core, row.older), (State::Met, older), "its rank stands, and says what day it is of");
    assert_eq!(row.rests_on, Some(RestsOn::Balance));
}

#[test]
fn what_a_round_covers_and_leaves_blank_is_not_published() {
    let earlier = vec![of_park("2026-06-30", None, whole())];
    let all = round("2026-12-31", None, vec![water_only("75")], Vec::new());
    let both = round("2026-12-31", Some(&[WATER, WASTE, CORE]), vec![water_only("75")], earlier);
    for whole in [all, both] {
        let known_round = Known::on(whole, day("2026-12-31"));
        assert_eq!(known(&known_round.parks[0], WASTE), None);
        assert_eq!(known_round.parks[0].core, None);
    }
}

#[test]
fn a_correction_of_the_earlier_round_reaches_what_stands_on_from_it() {
    let mut first = of_park("2026-06-30", None, whole());
    first.corrections = vec![corrected(day("2027-02-18"), "a", water(Some("70"), Some("66")))];
    let earlier = vec![first];
    let whole = round("2026-12-31", Some(&[WASTE]), vec![silent("a")], earlier);
    let on = |on: &str| known(&Known::on(whole.clone(), day(on)).parks[0], WATER);
    let older = Some(day("2026-06-30"));
    assert_eq!(on("2026-12-31"), Some((decimal("70"), older)));
    assert_eq!(on("2027-02-18"), Some((decimal("66"), older)));
    let marks = Known::on(whole, day("2027-02-18"));
    assert_eq!(marks.earlier.len(), 1, "the correction stays beside what it corrects");
    assert_eq!(marks.earlier[0].corrections.len(), 1);
}

#[test]
fn a_blank_that_is_filled_of_a_park_outside_the_round_changes_that_alone() {
    let correction: Corrected = corrected(day("2027-02-18"), "a", water(None, Some("44")));
    let mut second = round("2026-12-31", None, vec![silent("b")], vec![of_park("2026-06-30", None, whole())]);
    second.corrections = vec![correction.clone()];
    let known_round = Known::on(second, day("2027-02-18"));
    let snapshot = known_round.parks.iter().find(|snapshot| snapshot.park == "a").unwrap();
    assert_eq!(known(snapshot, WATER), Some((decimal("44"), None)));
    assert_eq!(known(snapshot, WASTE), Some((decimal("81"), Some(day("2026-06-30")))));
    assert!(snapshot.core.is_some(), "its core value goes on");
    // The park's own course says the same.
    let mut filled = of_park("2026-12-31", Some(&[]), silent("a"));
    (filled.filled_on, filled.corrections) = (Some(day("2027-02-18")), vec![correction]);
    let rounds = [of_park("2026-06-30", None, whole()), filled];
    let last = course(&rounds, day("2027-02-18")).pop().map(Cow::into_owned).unwrap();
    assert_eq!(known(&last.snapshot, WASTE), known(snapshot, WASTE));
    assert_eq!(last.snapshot.core, snapshot.core);
}

#[test]
fn over_the_years_only_a_round_that_covers_an_indicator_has_a_point_of_it() {
    let rounds = [
        of_park("2026-06-30", None, whole()),
        of_park("2026-12-31", Some(&[WATER]), water_only("75")),
        of_park("2027-06-30", Some(&[WATER]), silent("a")),
    ];
    let rounds: Vec<ParkRound> =
        course(&rounds, day("2027-06-30")).into_iter().map(Cow::into_owned).collect();
    let book = demonstration_book();
    let judged = judged_rounds(&rounds, |_| Subject::default(), &book);
    let seen = |indicator: &str| -> Vec<Option<bool>> {
        judged.iter().map(|round| Some(round.seen(Level::National, indicator)?.value.is_some())).collect()
    };
    assert_eq!(seen(WASTE), [Some(true), None, None]);
    assert_eq!(seen(CORE), [Some(true), None, None]);
    assert_eq!(seen(WATER), [Some(true), Some(true), Some(false)], "covered and left blank");
    let last = judged[2].known(Level::National, WASTE).unwrap();
    assert_eq!(
        (last.quality, last.older),
        (Quality::Measured, Some(day("2026-06-30"))),
        "of the round it is of"
    );
    let core = judged[2].known(Level::National, CORE).unwrap();
    assert_eq!((core.state, core.older), (State::Met, Some(day("2026-06-30"))));
}

#[test]
fn a_file_is_of_one_round() {
    let earlier = vec![of_park("2026-06-30", None, whole())];
    let known_round =
        Known::on(round("2026-12-31", Some(&[WATER]), vec![water_only("75")], earlier), day("2026-12-31"));
    let file = known_round.parks[0].assessment_file().unwrap();
    let ids: Vec<&String> = file.guiding.iter().map(|(id, _)| id).collect();
    assert_eq!(ids, [WASTE], "the water of another round stands not beside its balance");
}
