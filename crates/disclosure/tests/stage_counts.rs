//! Counts by stage come from acts alone; where a park stands and that it was accepted are two figures.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use assessment::Date;
use assessment::ladder::{Group, Stage};
use disclosure::as_of;
use disclosure::model::{Act, ParkSummary};
use disclosure::stage_counts::{Accepted, Census, accepted_parks, headline, over_time};
use proptest::prelude::*;

use crate::case::{day, edition, list, stages};

fn park(events: Vec<Act>) -> ParkSummary {
    ParkSummary { events, ..crate::case::park("x", Stage::CULTIVATION) }
}

fn acts(acts: &[(&str, Stage)]) -> ParkSummary {
    park(
        acts.iter()
            .map(|(on, stage)| Act { dated: day(on), stage: *stage, removed: false, due: None })
            .collect(),
    )
}

fn named(id: &str, events: &[(&str, Stage)]) -> ParkSummary {
    ParkSummary { id: id.to_owned(), ..acts(events) }
}

fn group(id: &str) -> Group {
    Group::parse(id).unwrap()
}

#[test]
fn parks_are_counted_where_their_acts_put_them_by_the_day() {
    let parks = vec![
        acts(&[("2025-04-01", Stage::CANDIDATE), ("2025-09-16", Stage::CULTIVATION)]),
        acts(&[("2025-09-16", Stage::CULTIVATION), ("2027-12-20", Stage::BUILT)]),
        acts(&[("2025-12-22", Stage::NATIONAL_CONSTRUCTION)]),
        acts(&[]),
    ];
    let days = ["2025-01-01", "2025-06-30", "2025-09-16", "2027-12-20"].map(day);
    let edition = edition(parks, Vec::new(), "2027-12-20");
    let counts = over_time(&edition, &edition.parks, &days);
    let of = |id: &str| counts.iter().map(|count| count.of(group(id))).collect::<Vec<_>>();
    assert_eq!(of("candidate"), [None, Some(1), Some(0), Some(0)]);
    assert_eq!(of("cultivation"), [None, None, Some(2), Some(1)], "the day of the act counts");
    assert_eq!(of("built"), [None, None, None, Some(1)], "before the first act of its kind nothing is known");
    assert_eq!(of("national_construction"), [None, None, None, Some(1)]);
    assert_eq!(counts.iter().map(|count| count.all()).collect::<Vec<_>>(), [0, 1, 2, 3]);
}

#[test]
fn a_park_on_both_tracks_is_counted_once_and_is_behind_on_either() {
    let parks = vec![
        named("a", &[("2025-09-16", Stage::CULTIVATION), ("2025-12-22", Stage::NATIONAL_CONSTRUCTION)]),
        named(
            "b",
            &[
                ("2025-12-22", Stage::NATIONAL_CONSTRUCTION),
                ("2026-03-01", Stage::CULTIVATION),
                ("2026-06-01", Stage::REMINDED),
            ],
        ),
        named("c", &[("2025-09-16", Stage::CULTIVATION)]),
    ];
    let edition = edition(parks, Vec::new(), "2026-12-31");
    let headline = headline(&edition);
    let counts = &headline.standing;
    assert_eq!(
        (counts.of(group("national_construction")), counts.of(group("cultivation"))),
        (Some(2), Some(1))
    );
    assert_eq!((counts.all(), headline.named), (3, 3));
    assert_eq!(counts.beside, [(group("cultivation"), 1), (group("correction"), 1)]);
    assert_eq!(headline.behind, Some(1));
}

#[test]
fn every_stage_is_counted_once_and_stands_on_a_step() {
    let table = stages();
    for row in &table.stages {
        let edition = edition(vec![acts(&[("2025-04-01", row.id)])], Vec::new(), "2025-04-01");
        let counts = Census::of(&edition, edition.as_of).count(&edition.parks);
        assert_eq!((counts.of(row.group), counts.all()), (Some(1), 1), "{:?}", row.id);
        let step = table.step_of(row.id).unwrap();
        assert_eq!(counts.on_step(&table, step), Some(1), "{:?}", row.id);
    }
}

#[test]
fn a_recommended_or_listed_park_is_counted_by_itself_and_has_passed_no_acceptance() {
    let parks = vec![
        named("a", &[("2025-08-01", Stage::RECOMMENDED)]),
        named(
            "b",
            &[("2025-12-22", Stage::NATIONAL_CONSTRUCTION), ("2027-03-01", Stage::NATIONAL_ACCEPTANCE)],
        ),
        named("c", &[("2025-09-16", Stage::CULTIVATION), ("2026-09-01", Stage::ACCEPTANCE)]),
    ];
    let edition = edition(parks, Vec::new(), "2027-06-30");
    assert_eq!(accepted_parks(&edition), None, "nobody was accepted, and no list says so");
    let said = headline(&edition);
    assert_eq!((said.named, said.accepted), (3, None));
    assert_eq!(said.standing.of(group("recommended")), Some(1));
    assert_eq!(said.standing.of(group("built")), None);
    assert_eq!(said.standing.of(group("national_construction")), Some(0), "in acceptance is not listed");
}

#[test]
fn a_park_that_moved_on_goes_on_having_been_accepted_and_is_counted_once() {
    let parks = vec![
        named("a", &[("2027-12-20", Stage::BUILT), ("2028-03-01", Stage::RECOMMENDED)]),
        named("b", &[("2027-12-20", Stage::BUILT), ("2030-12-20", Stage::NATIONAL_PARK)]),
        named("c", &[("2030-12-20", Stage::NATIONAL_PARK)]),
    ];
    let edition = edition(parks, Vec::new(), "2030-12-31");
    assert_eq!(accepted_parks(&edition), Some(Accepted { parks: 3, region: 2, national: 2 }));
    let said = headline(&edition);
    assert_eq!(said.standing.of(group("built")), Some(0), "nobody stands there now");
    assert_eq!(said.standing.of(group("national_park")), Some(2));
}

#[test]
fn zero_is_said_where_a_list_or_an_act_of_the_kind_is_published_and_only_there() {
    let parks = || vec![named("a", &[("2025-09-16", Stage::CULTIVATION)])];
    let built = vec![list("2027-12-20", Stage::BUILT)];
    let on = |day: &str| {
        accepted_parks(&as_of::edition(&edition(parks(), built.clone(), "2028-12-31"), self::day(day)))
    };
    assert_eq!(on("2027-12-19"), None, "before the list nothing is known");
    assert_eq!(
        on("2027-12-20"),
        Some(Accepted { parks: 0, region: 0, national: 0 }),
        "a list of other parks"
    );
    let whole = edition(parks(), built.clone(), "2028-12-31");
    let counts = Census::of(&whole, whole.as_of).count(&[]);
    assert_eq!((counts.of(group("built")), counts.of(group("cultivation"))), (Some(0), Some(0)));
    assert_eq!(counts.of(group("recommended")), None);
    assert_eq!(counts.on_step(&stages(), 2), Some(0), "a step is as known as one of its groups");
}

proptest! {
    /// What comes later never changes a count.
    #[test]
    fn the_future_does_not_change_a_count(steps in prop::collection::vec((0u32..2000, 0usize..11), 0..8), cut in 0u32..2000) {
        let at = |number: u32| Date::new(2025 + (number / 336) as i32, 1 + (number / 28 % 12) as u8, 1 + (number % 28) as u8).unwrap();
        let table = stages();
        let mut steps = steps;
        steps.sort_by_key(|(number, _)| *number);
        let acts: Vec<Act> = steps
            .iter()
            .map(|(number, stage)| Act { dated: at(*number), stage: table.stages[*stage].id, removed: false, due: None })
            .collect();
        let past = acts.iter().filter(|act| act.dated <= at(cut)).copied().collect();
        let count = |acts: Vec<Act>| {
            let edition = edition(vec![park(acts)], Vec::new(), "2040-12-31");
            Census::of(&edition, at(cut)).count(&edition.parks)
        };
        prop_assert_eq!(count(acts), count(past));
    }
}
