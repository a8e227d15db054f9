//! Index, intervals and ranks of whole rounds: cases by hand in `cases/standings`, and what holds of all.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::case::{cases, committed, day, decimal, observed, park, power, silent};
use assessment::evaluate::State;
use assessment::in_force::{RuleError, RuleKind};
use assessment::ranking::RankRange;
use assessment::ruleset::Level;
use assessment::{Date, Decimal, Ratio};
use disclosure::model::{ParkSummary, Rulebook, Stage};
use disclosure::ranking_table::{Standings, standings};
use disclosure::round::{Coverage, PublishedCore, Quality, Round, Snapshot};
use fixtures::demonstration_book;
use proptest::prelude::*;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expect {
    core: String,
    index: [Decimal; 2],
    ranks: Option<[usize; 2]>,
}

fn state(state: State) -> String {
    serde_json::to_value(state).unwrap().as_str().unwrap().to_owned()
}

#[test]
fn golden_cases() {
    let book = demonstration_book();
    for (name, case) in cases::<Expect>("standings") {
        let standings = standings(&case.summaries(), &case.round(), &book, case.level).unwrap();
        for (row, park) in standings.rows.iter().zip(&case.parks) {
            let (expect, of) = (&park.expect, format!("{name}: {}", park.id));
            assert_eq!(state(row.core), expect.core, "{of}");
            let index = row.index.unwrap();
            let found = [index.worst, index.best].map(|end| end.to_string());
            assert_eq!(found, expect.index.map(|end| end.to_string()), "{of}: index");
            assert_eq!(row.ranks.map(|ranks| [ranks.best, ranks.worst]), expect.ranks, "{of}: ranks");
        }
        let ranked = case.parks.iter().filter(|park| park.expect.ranks.is_some()).count();
        assert_eq!(standings.ranked(), ranked, "{name}");
    }
}

fn round(dated: Date, parks: Vec<Snapshot>) -> Round {
    let title = assessment::Text { zh: "轮次".to_owned(), en: "Round".to_owned() };
    Round {
        id: "r".to_owned(),
        title: title.clone(),
        dated,
        year: None,
        period: title,
        parks,
        covers: Coverage::Named,
        indicators: None,
        earlier: Vec::new(),
        corrections: Vec::new(),
    }
}

#[test]
fn there_is_nothing_to_rank_by_before_the_rules_are_in_force_or_without_a_scoring() {
    let parks = [park("x", Stage::CULTIVATION)];
    fn at(parks: &[ParkSummary], book: &Rulebook, on: &str) -> Result<Standings, RuleError> {
        standings(parks, &round(day(on), Vec::new()), book, Level::National)
    }
    let mut book = demonstration_book();
    let none = |kind, on: &str| RuleError::NotInForce { kind, on: day(on) };
    let ruleset = || RuleKind::Ruleset(Level::National);
    assert_eq!(at(&parks, &book, "2024-12-31").unwrap_err(), none(ruleset(), "2024-12-31"));
    assert!(at(&parks, &book, "2025-01-01").is_ok(), "by the rules of the last day of the year");
    let mut newer = book.scorings[0].clone();
    (newer.id, newer.in_force_from) = ("newer".to_owned(), day("2027-06-30"));
    book.scorings.insert(0, newer);
    let both = RuleError::Ambiguous {
        kind: RuleKind::Scoring { ruleset: "national-2025".to_owned() },
        first: "newer".to_owned(),
        second: "portal-national-2026".to_owned(),
        on: day("2027-12-31"),
    };
    let found = at(&parks, &book, "2027-06-30").unwrap_err();
    assert_eq!(found, both, "never the newest by itself");
    let older = book.scorings.iter_mut().find(|scoring| scoring.id != "newer").unwrap();
    older.in_force_to = Some(day("2027-06-29"));
    assert_eq!(at(&parks, &book, "2027-01-31").unwrap().scoring, "newer");
    assert_eq!(at(&parks, &book, "2026-12-31").unwrap().scoring, "portal-national-2026");
    book.scorings.clear();
    let scoring = RuleKind::Scoring { ruleset: "national-2025".to_owned() };
    assert_eq!(at(&parks, &book, "2027-06-30").unwrap_err(), none(scoring, "2027-12-31"));
}

#[test]
fn no_park_is_no_mistake() {
    let round = round(day("2027-06-30"), vec![silent("elsewhere")]);
    let standings = standings(&[], &round, &demonstration_book(), Level::Region).unwrap();
    assert_eq!((standings.rows.len(), standings.ranked(), standings.steadiness(1, 10).len()), (0, 0, 0));
}

const GUIDING: [&str; 4] =
    ["product_energy_quota", "solid_waste_utilisation", "waste_heat_utilisation", "industrial_water_reuse"];

/// What a park may publish: hundredths of a percentage point, or nothing.
#[derive(Clone, Debug)]
struct Told {
    /// MWh from elsewhere out of 1,110,000, in tenths, and whether it is verified.
    other: Option<(u32, bool)>,
    values: [Option<u32>; 4],
    base: Option<u32>,
}

fn told() -> impl Strategy<Value = Told> {
    let other = prop::option::weighted(0.8, (0..=4_000_000_u32, prop::bool::weighted(0.8)));
    let values = prop::array::uniform4(prop::option::weighted(0.7, 0..=10_000_u32));
    (other, values, prop::option::of(2000..6000_u32)).prop_map(|(other, values, base)| Told {
        other,
        values,
        base,
    })
}

fn some_parks() -> impl Strategy<Value = Vec<Told>> {
    prop::collection::vec(told(), 1..7)
}

fn tenths(n: u32) -> String {
    format!("{}.{}", n / 10, n % 10)
}

fn percent(n: u32) -> Decimal {
    decimal(&format!("{}.{:02}", n / 100, n % 100))
}

fn ranked(told: &[Told]) -> Standings {
    let id = |at: usize| format!("p{at}");
    let summary = |(at, told): (usize, &Told)| ParkSummary {
        committed: told.base.map_or_else(Vec::new, |base| {
            vec![committed(2025, decimal(&format!("0.{base:04}"))), committed(2027, decimal("0.2"))]
        }),
        ..park(&id(at), Stage::CULTIVATION)
    };
    let snapshot = |(at, told): (usize, &Told)| {
        let balance = told.other.map(|(other, _)| power(2027, &tenths(11_100_000 - other), &tenths(other)));
        let is_verified = told.other.is_some_and(|(_, verified)| verified);
        let values = GUIDING.iter().zip(told.values).filter_map(|(id, value)| {
            Some(observed(Level::National, id, percent(value?), Quality::Measured))
        });
        let core_quality = if is_verified { Quality::Reported } else { Quality::Pending };
        let core = balance.map(PublishedCore::from);
        Snapshot { core, core_quality, values: values.collect(), ..silent(&id(at)) }
    };
    let parks: Vec<ParkSummary> = told.iter().enumerate().map(summary).collect();
    let round = round(day("2027-12-31"), told.iter().enumerate().map(snapshot).collect());
    standings(&parks, &round, &demonstration_book(), Level::National).unwrap()
}

fn ranges(standings: &Standings) -> Vec<RankRange> {
    standings.rows.iter().map(|row| row.ranks.unwrap()).collect()
}

fn ends(standings: &Standings, at: usize) -> [Ratio; 2] {
    let index = standings.rows[at].index.unwrap();
    [index.worst, index.best]
}

fn shown(standings: &Standings) -> Vec<String> {
    let row = |at: usize| {
        let row = &standings.rows[at];
        format!("{:?} {:?} {:?} {:?}", row.core, row.value, ends(standings, at), row.ranks)
    };
    (0..standings.rows.len()).map(row).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever a park publishes beyond what it published before: no interval grows, and no range of ranks,
    /// neither its own nor another park's.
    #[test]
    fn more_data_never_widens_anything(parks in some_parks(), at in any::<prop::sample::Index>(), item in 0..5_usize) {
        let at = at.index(parks.len());
        let mut less = parks.clone();
        match item {
            4 => less[at].other = None,
            item => less[at].values[item] = None,
        }
        let (before, after) = (ranked(&less), ranked(&parks));
        let ([low, high], [lower, higher]) = (ends(&after, at), ends(&before, at));
        prop_assert!(low.cmp_ratio(lower).is_ge() && high.cmp_ratio(higher).is_le());
        for (before, after) in ranges(&before).iter().zip(ranges(&after)) {
            prop_assert!(after.best >= before.best && after.worst <= before.worst, "{before:?} {after:?}");
        }
    }

    /// A value that is verified at last says no less than while it was pending.
    #[test]
    fn verification_never_widens_anything(parks in some_parks(), at in any::<prop::sample::Index>()) {
        let at = at.index(parks.len());
        let Some((other, _)) = parks[at].other else { return Ok(()) };
        let with = |verified| {
            let mut parks = parks.clone();
            parks[at].other = Some((other, verified));
            ranges(&ranked(&parks))
        };
        for (before, after) in with(false).iter().zip(with(true)) {
            prop_assert!(after.best >= before.best && after.worst <= before.worst);
        }
    }

    /// Met already or not: doing better never costs a rank.
    #[test]
    fn raising_an_indicator_never_lowers_a_rank(
        parks in some_parks(),
        at in any::<prop::sample::Index>(),
        item in 0..5_usize,
        by in 1..5000_u32,
    ) {
        let at = at.index(parks.len());
        let mut better = parks.clone();
        match (item, &mut better[at]) {
            (4, Told { other: Some((other, _)), .. }) => *other = other.saturating_sub(by * 200),
            (item @ 0..4, told) if told.values[item].is_some() => {
                told.values[item] = told.values[item].map(|value| (value + by).min(10_000));
            }
            _ => return Ok(()),
        }
        let (before, after) = (ranges(&ranked(&parks)), ranges(&ranked(&better)));
        prop_assert!(after[at].best <= before[at].best && after[at].worst <= before[at].worst);
    }

    #[test]
    fn the_order_of_parks_changes_nothing(parks in some_parks(), turn in 0..7_usize) {
        let turn = turn % parks.len();
        let mut turned = parks.clone();
        turned.rotate_left(turn);
        let (given, turned) = (ranked(&parks), ranked(&turned));
        let mut expected = shown(&given);
        expected.rotate_left(turn);
        prop_assert_eq!(shown(&turned), expected);
        let mut steady = given.steadiness(910, 20);
        steady.rotate_left(turn);
        prop_assert_eq!(turned.steadiness(910, 20), steady);
    }
}
