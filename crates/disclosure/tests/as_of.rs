//! Nothing from the future leaks into the past.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::borrow::Cow;

use assessment::ladder::Stage;
use assessment::ruleset::Level;
use assessment::{Date, Decimal, Text};
use disclosure::as_of;
use disclosure::model::Act;
use disclosure::round::{Correction, Observed, ParkRound, Quality, Revision, Snapshot};
use proptest::prelude::*;

fn day(number: u32) -> Date {
    let (year, month) = (2025 + number / 336, 1 + number / 28 % 12);
    Date::new(year as i32, month as u8, 1 + (number % 28) as u8).unwrap()
}

fn decimal(value: u32) -> Decimal {
    Decimal::from_integer(i64::from(value))
}

fn text(words: &str) -> Text {
    Text { zh: words.to_owned(), en: words.to_owned() }
}

fn act(number: u32, stage: Stage, due: Option<u32>) -> Act {
    Act { dated: day(number), stage, due: due.map(day) }
}

const WATER: &str = "industrial_water_reuse";

fn round(index: usize, dated: u32, value: u32, revisions: Vec<Revision>) -> ParkRound {
    let observed = Observed {
        level: Level::National,
        indicator: WATER.to_owned(),
        value: Some(decimal(value)),
        quality: Quality::Measured,
        not_applicable: None,
        source: None,
    };
    let snapshot = Snapshot {
        park: "x".to_owned(),
        source: None,
        balance: None,
        balance_quality: Quality::NotPublished,
        basic: Default::default(),
        values: vec![observed],
        tasks: Vec::new(),
        revisions,
    };
    ParkRound { round: format!("r{index}"), dated: day(dated), snapshot, as_published: None }
}

fn revision(of: usize, was: u32, is: u32) -> Revision {
    let correction = Correction::Value {
        level: Level::National,
        indicator: WATER.to_owned(),
        was: decimal(was),
        is: decimal(is),
    };
    Revision { of_round: format!("r{of}"), correction, reason: text("meter") }
}

fn shown(course: &[Cow<'_, ParkRound>]) -> Vec<Decimal> {
    course.iter().map(|round| round.snapshot.values[0].value.unwrap()).collect()
}

#[test]
fn a_revised_value_is_the_old_one_until_the_day_of_the_revision() {
    let rounds =
        [round(0, 100, 70, vec![]), round(1, 200, 80, vec![]), round(2, 300, 85, vec![revision(0, 70, 66)])];
    assert_eq!(shown(&as_of::course(&rounds, day(299))), [70, 80].map(decimal));
    assert_eq!(shown(&as_of::course(&rounds, day(300))), [66, 80, 85].map(decimal));
    assert_eq!(as_of::revisions(&rounds, "r0", day(299)).count(), 0);
    assert_eq!(as_of::revisions(&rounds, "r0", day(300)).next().unwrap().0, day(300));
    assert!(matches!(as_of::course(&rounds, day(300))[1], Cow::Borrowed(_)), "nothing corrects it");
}

#[test]
fn a_stage_holds_from_its_day_and_an_extension_keeps_since() {
    let acts = [
        act(10, Stage::Candidate, None),
        act(20, Stage::Cultivation, None),
        act(30, Stage::Rectification, Some(60)),
        act(50, Stage::Rectification, Some(90)),
        act(95, Stage::Cultivation, None),
    ];
    assert_eq!(as_of::standing(&acts, day(9)), None);
    let at = |number| as_of::standing(&acts, day(number)).unwrap();
    assert_eq!((at(19).stage, at(20).stage), (Stage::Candidate, Stage::Cultivation));
    assert_eq!((at(49).since, at(49).due), (day(30), Some(day(60))));
    assert_eq!((at(50).since, at(50).due), (day(30), Some(day(90))));
    assert_eq!((at(95).since, at(95).due), (day(95), None), "a day to rectify by ends with the stage");
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let drawn = (0..1500_u32, prop::sample::select(&Stage::ALL[..]), prop::option::of(0..1500_u32));
    prop::collection::vec(drawn, 0..12).prop_map(|mut acts| {
        acts.sort_by_key(|(dated, ..)| *dated);
        acts.into_iter().map(|(dated, stage, due)| act(dated, stage, due)).collect()
    })
}

/// Rounds in order; each may revise any round that is not later than itself.
fn course() -> impl Strategy<Value = Vec<ParkRound>> {
    let revised = prop::collection::vec((any::<prop::sample::Index>(), 0..100_u32), 0..3);
    let one = (1..200_u32, 0..100_u32, revised);
    prop::collection::vec(one, 1..10).prop_map(|drawn| {
        let mut dated = 0;
        drawn
            .into_iter()
            .enumerate()
            .map(|(index, (later, value, revised))| {
                dated += later;
                let revisions =
                    revised.into_iter().map(|(of, is)| revision(of.index(index + 1), value, is)).collect();
                round(index, dated, value, revisions)
            })
            .collect()
    })
}

proptest! {
    /// Whatever comes after a day may be different, or not come at all: the day looks the same.
    #[test]
    fn later_acts_change_nothing(known in acts(), later in acts(), on in 0..1500_u32) {
        let on = day(on);
        let past: Vec<Act> = known.iter().copied().filter(|act| act.dated <= on).collect();
        let other: Vec<Act> =
            past.iter().copied().chain(later.into_iter().filter(|act| act.dated > on)).collect();
        prop_assert_eq!(as_of::standing(&known, on), as_of::standing(&past, on));
        prop_assert_eq!(as_of::standing(&known, on), as_of::standing(&other, on));
        if let Some(standing) = as_of::standing(&known, on) {
            prop_assert!(standing.since <= on);
        }
    }

    #[test]
    fn later_rounds_change_nothing(rounds in course(), on in 0..2000_u32) {
        let on = day(on);
        let past: Vec<ParkRound> = rounds.iter().filter(|round| round.dated <= on).cloned().collect();
        prop_assert_eq!(as_of::course(&rounds, on), as_of::course(&past, on));
        prop_assert!(as_of::course(&rounds, on).iter().all(|round| round.dated <= on));
        for round in &rounds {
            let revisions: Vec<_> = as_of::revisions(&rounds, &round.round, on).collect();
            prop_assert!(revisions.iter().all(|(published, _)| *published <= on));
        }
    }

    /// On its own day a round shows what it published, but for what it corrects itself.
    #[test]
    fn a_round_shows_what_it_published(rounds in course()) {
        for round in rounds.iter().filter(|round| round.snapshot.revisions.is_empty()) {
            let course = as_of::course(&rounds, round.dated);
            prop_assert_eq!(course.last().unwrap().as_ref(), round);
        }
    }
}
