//! Nothing from the future leaks into the past.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::borrow::Cow;

use assessment::ladder::Stage;
use assessment::ruleset::Level;
use assessment::{Date, Decimal, Mark, Text};
use disclosure::as_of::{self, Known};
use disclosure::correction::{Change, Corrected, Reading};
use disclosure::model::{
    Act, Background, EDITION_FORMAT, Edition, Event, Evidence, FileRef, ListSummary, Mechanism, Milestone,
    NotPublished, Objective, Observation, OriginalText, Park, ParkSummary, Publication, Register,
    RegisterEntry, Scope, Source, Statement, Subject, WorkAct, WorkKind,
};
use disclosure::round::{Observed, ParkRound, Quality, RoundSummary, Snapshot};
use proptest::prelude::*;

use crate::case::stages;
use crate::correction::corrected;

const STAGES: &[Stage] =
    &[Stage::CANDIDATE, Stage::CULTIVATION, Stage::REMINDED, Stage::RECTIFICATION, Stage::BUILT];

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
    Act { dated: day(number), stage, removed: false, due: due.map(day) }
}

const WATER: &str = "industrial_water_reuse";

fn round(index: usize, dated: u32, value: u32, corrections: Vec<Corrected>) -> ParkRound {
    let observed = Observed {
        of: Level::National.into(),
        indicator: WATER.to_owned(),
        value: Some(decimal(value)),
        quality: Quality::Measured,
        published: None,
        remark: None,
        not_applicable: None,
        source: None,
        older: None,
    };
    let snapshot = Snapshot { values: vec![observed], ..Snapshot::blank("x") };
    ParkRound {
        round: format!("r{index}"),
        dated: day(dated),
        year: None,
        snapshot,
        indicators: None,
        filled_on: None,
        corrections,
        as_published: None,
    }
}

fn reading(value: u32) -> Option<Reading> {
    Some(Reading {
        value: Some(decimal(value)),
        published: None,
        quality: Quality::Measured,
        not_applicable: None,
    })
}

fn correction(dated: u32, was: u32, is: u32) -> Corrected {
    let change = Change::Value {
        of: Level::National.into(),
        indicator: WATER.to_owned(),
        was: reading(was),
        is: reading(is),
    };
    corrected(day(dated), "x", change)
}

fn shown(course: &[Cow<'_, ParkRound>]) -> Vec<Decimal> {
    course.iter().map(|round| round.snapshot.values[0].value.unwrap()).collect()
}

#[test]
fn a_revised_value_is_the_old_one_until_the_day_of_the_revision() {
    let rounds = [
        round(0, 100, 70, vec![correction(300, 70, 66)]),
        round(1, 200, 80, vec![]),
        round(2, 300, 85, vec![]),
    ];
    assert_eq!(shown(&as_of::course(&rounds, day(299))), [70, 80].map(decimal));
    assert_eq!(shown(&as_of::course(&rounds, day(300))), [66, 80, 85].map(decimal));
    assert!(as_of::course(&rounds, day(299))[0].corrections.is_empty());
    assert_eq!(as_of::course(&rounds, day(300))[0].corrections[0].by.dated, day(300));
    assert!(matches!(as_of::course(&rounds, day(300))[1], Cow::Borrowed(_)), "nothing corrects it");
}

#[test]
fn a_stage_holds_from_its_day_and_an_extension_keeps_since() {
    let acts = [
        act(10, Stage::CANDIDATE, None),
        act(20, Stage::CULTIVATION, None),
        act(30, Stage::RECTIFICATION, Some(60)),
        act(50, Stage::RECTIFICATION, Some(90)),
        act(95, Stage::CULTIVATION, None),
    ];
    assert_eq!(as_of::standing(&acts, &stages(), day(9)), None);
    let at = |number| as_of::standing(&acts, &stages(), day(number)).unwrap();
    assert_eq!((at(19).stage, at(20).stage), (Stage::CANDIDATE, Stage::CULTIVATION));
    assert_eq!((at(49).since, at(49).due), (day(30), Some(day(60))));
    assert_eq!((at(50).since, at(50).due), (day(30), Some(day(90))));
    assert_eq!((at(95).since, at(95).due), (day(95), None), "a day to rectify by ends with the stage");
}

/// Leading status and the one beside it, each with the day from which it holds.
fn both(acts: &[Act], on: u32) -> [Option<(Stage, Date)>; 2] {
    let (table, statuses) = (stages(), as_of::statuses(acts, &stages(), day(on)));
    [statuses.leading(&table), statuses.beside(&table)].map(|status| status.map(|it| (it.stage, it.since)))
}

#[test]
fn a_park_on_the_national_and_on_the_regional_list_has_both_whichever_came_first() {
    let national_first = [
        act(10, Stage::NATIONAL_CONSTRUCTION, None),
        act(20, Stage::CULTIVATION, None),
        act(30, Stage::REMINDED, None),
        act(40, Stage::RECTIFICATION, Some(60)),
        act(50, Stage::NATIONAL_SELF_ASSESSMENT, None),
    ];
    let national = Some((Stage::NATIONAL_CONSTRUCTION, day(10)));
    assert_eq!(both(&national_first, 19), [national, None]);
    // It does not fall back to cultivation.
    assert_eq!(both(&national_first, 20), [national, Some((Stage::CULTIVATION, day(20)))]);
    assert_eq!(both(&national_first, 40), [national, Some((Stage::RECTIFICATION, day(40)))]);
    let statuses = as_of::statuses(&national_first, &stages(), day(45));
    assert_eq!(statuses.region.unwrap().due, Some(day(60)));
    // A step on one track leaves the other where it is.
    let assessed = Some((Stage::NATIONAL_SELF_ASSESSMENT, day(50)));
    assert_eq!(both(&national_first, 50), [assessed, Some((Stage::RECTIFICATION, day(40)))]);

    let regional_first = [act(10, Stage::CULTIVATION, None), act(20, Stage::NATIONAL_CONSTRUCTION, None)];
    let national = Some((Stage::NATIONAL_CONSTRUCTION, day(20)));
    assert_eq!(both(&regional_first, 20), [national, Some((Stage::CULTIVATION, day(10)))]);
}

#[test]
fn who_only_asked_asks_no_longer_once_put_on_the_other_track() {
    let listed = [act(10, Stage::CANDIDATE, None), act(20, Stage::NATIONAL_CONSTRUCTION, None)];
    assert_eq!(both(&listed, 20), [Some((Stage::NATIONAL_CONSTRUCTION, day(20))), None]);
    // Recommended, not selected, and taken into cultivation (plan/2/1/3).
    let not_selected = [
        act(10, Stage::CULTIVATION, None),
        act(20, Stage::RECOMMENDED, None),
        act(30, Stage::CULTIVATION, None),
    ];
    let recommended = Some((Stage::RECOMMENDED, day(20)));
    assert_eq!(both(&not_selected, 29), [recommended, Some((Stage::CULTIVATION, day(10)))]);
    assert_eq!(both(&not_selected, 30), [Some((Stage::CULTIVATION, day(30))), None]);
    // A reminder that is lifted says nothing of the recommendation.
    let lifted = [
        act(10, Stage::CULTIVATION, None),
        act(20, Stage::RECOMMENDED, None),
        act(30, Stage::REMINDED, None),
        act(40, Stage::CULTIVATION, None),
    ];
    assert_eq!(both(&lifted, 40), [recommended, Some((Stage::CULTIVATION, day(40)))]);
}

#[test]
fn a_removal_ends_the_status_on_its_track_alone() {
    let taken_off = |stage| Act { removed: true, ..act(30, stage, None) };
    let acts = |last| [act(10, Stage::CULTIVATION, None), act(20, Stage::NATIONAL_CONSTRUCTION, None), last];
    let national = Some((Stage::NATIONAL_CONSTRUCTION, day(20)));
    assert_eq!(both(&acts(taken_off(Stage::CULTIVATION)), 30), [national, None]);
    let cultivation = Some((Stage::CULTIVATION, day(10)));
    assert_eq!(both(&acts(taken_off(Stage::NATIONAL_CONSTRUCTION)), 30), [cultivation, None]);
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let drawn = (0..1500_u32, prop::sample::select(STAGES), prop::option::of(0..1500_u32));
    prop::collection::vec(drawn, 0..12).prop_map(|mut acts| {
        acts.sort_by_key(|(dated, ..)| *dated);
        acts.into_iter().map(|(dated, stage, due)| act(dated, stage, due)).collect()
    })
}

/// Rounds in order; each may be corrected on any day after its own.
fn course() -> impl Strategy<Value = Vec<ParkRound>> {
    let corrections = prop::collection::vec((0..400_u32, 0..100_u32), 0..3);
    let one = (1..200_u32, 0..100_u32, corrections);
    prop::collection::vec(one, 1..10).prop_map(|drawn| {
        let mut dated = 0;
        drawn
            .into_iter()
            .enumerate()
            .map(|(index, (later, value, mut corrections))| {
                dated += later;
                corrections.sort_unstable();
                let corrections =
                    corrections.into_iter().map(|(after, is)| correction(dated + after, value, is)).collect();
                round(index, dated, value, corrections)
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
        prop_assert_eq!(as_of::standing(&known, &stages(), on), as_of::standing(&past, &stages(), on));
        prop_assert_eq!(as_of::standing(&known, &stages(), on), as_of::standing(&other, &stages(), on));
        if let Some(standing) = as_of::standing(&known, &stages(), on) {
            prop_assert!(standing.since <= on);
        }
    }

    #[test]
    fn later_rounds_change_nothing(rounds in course(), on in 0..2000_u32) {
        let on = day(on);
        let past: Vec<ParkRound> = rounds.iter().filter(|round| round.dated <= on).cloned().collect();
        prop_assert_eq!(as_of::course(&rounds, on), as_of::course(&past, on));
        prop_assert!(as_of::course(&rounds, on).iter().all(|round| round.dated <= on));
        let course = as_of::course(&rounds, on);
        prop_assert!(course.iter().flat_map(|round| &round.corrections).all(|each| each.by.dated <= on));
    }

    /// The day before its first correction a round shows what it published.
    #[test]
    fn a_round_shows_what_it_published(rounds in course()) {
        for round in &rounds {
            let eve = round.corrections.first().map_or(round.dated, |each| each.by.dated);
            let known = round.known_on(eve).unwrap();
            let first = known.as_published.as_deref().unwrap_or(&known.snapshot);
            prop_assert_eq!(first, &round.snapshot);
        }
    }
}

fn file() -> FileRef {
    FileRef { path: "x".to_owned(), sha256: String::new(), bytes: 0 }
}

fn source(checked_on: u32) -> Source {
    Source {
        document: Some("d".to_owned()),
        title: None,
        address: None,
        mark: Mark::C,
        checked_on: Some(day(checked_on)),
    }
}

fn summary(index: usize, events: Vec<Act>) -> ParkSummary {
    ParkSummary {
        id: format!("p{index}"),
        name: text("p"),
        short: text("p"),
        league: "ordos".to_owned(),
        at: None,
        // As the whole edition says it; an earlier day must not.
        stage: events.last().map(|act| act.stage),
        since: None,
        events,
        amended: Vec::new(),
        industries: Vec::new(),
        scope: Some(Scope::Whole),
        construction: None,
        committed: Vec::new(),
        file: file(),
    }
}

/// The day of the edition of [`edition_of`].
const LAST: u32 = 1400;

fn edition_of(parks: Vec<Vec<Act>>, days: &[u32], evidence: Vec<Evidence>) -> Edition {
    let list = |on: &u32| ListSummary {
        id: format!("l{on}"),
        title: text("l"),
        level: Level::National,
        stage: Stage::CULTIVATION,
        published: day(*on),
        entries: 1,
        in_region: 1,
        amended: Vec::new(),
        file: file(),
    };
    let round = |on: &u32| RoundSummary {
        id: format!("r{on}"),
        title: text("r"),
        dated: day(*on),
        year: None,
        file: file(),
    };
    let publication = |on: &u32| Publication {
        dated: day(*on),
        text: text("new"),
        subject: Subject::List(format!("l{on}")),
        mark: Mark::C,
    };
    let missing = |on: &u32| NotPublished {
        what: text("w"),
        known: Some(text("k")),
        as_of: day(*on),
        clause: None,
        stage: None,
        published_on: None,
    };
    let objective = |(at, evidence): (usize, Evidence)| Objective {
        id: format!("o{at}"),
        text: text("o"),
        parks: None,
        stage: None,
        evidence,
    };
    let objectives = evidence.into_iter().enumerate().map(objective).collect();
    Edition {
        format: EDITION_FORMAT.to_owned(),
        id: "e".to_owned(),
        title: text("e"),
        demonstration: true,
        as_of: day(LAST),
        site: Default::default(),
        leagues: Vec::new(),
        stages: Vec::new(),
        industries: Vec::new(),
        parks: parks.into_iter().enumerate().map(|(index, acts)| summary(index, acts)).collect(),
        lists: days.iter().map(list).collect(),
        rounds: days.iter().map(round).collect(),
        corrections: None,
        work: None,
        milestones: vec![Milestone { year: 2027, objectives, clause: "plan/1".to_owned() }],
        not_published: days.iter().map(missing).collect(),
        latest: days.iter().rev().map(publication).collect(),
        publications: None,
        documents: file(),
        rulebook: file(),
        plan: file(),
        background: file(),
        glossary: file(),
        quotas: None,
        search: file(),
    }
}

fn found(checked_on: u32) -> Evidence {
    Evidence::Found { text: text("found"), dated: None, inferred: false, source: source(checked_on) }
}

fn not_found(as_of: u32) -> Evidence {
    Evidence::NotFound { as_of: day(as_of), text: Some(text("looked for")) }
}

#[test]
fn a_park_is_not_known_before_its_first_act_and_stands_where_acts_had_put_it() {
    let acts = vec![act(10, Stage::CANDIDATE, None), act(300, Stage::CULTIVATION, None)];
    let whole = edition_of(vec![acts, Vec::new()], &[], Vec::new());
    let at = |number| as_of::edition(&whole, day(number)).parks.clone();
    let ids = |parks: &[ParkSummary]| parks.iter().map(|park| park.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&at(9)), ["p1"], "a park that no act ever names is not hidden");
    assert_eq!(ids(&at(10)), ["p0", "p1"]);
    assert_eq!((at(299)[0].stage, at(299)[0].since), (Some(Stage::CANDIDATE), Some(day(10))));
    assert_eq!((at(300)[0].stage, at(300)[0].events.len()), (Some(Stage::CULTIVATION), 2));
    assert_eq!((at(300)[1].stage, at(300)[1].since), (None, None));
}

#[test]
fn evidence_is_there_from_the_day_it_was_found() {
    let whole = edition_of(Vec::new(), &[], vec![found(100), not_found(100)]);
    let at = |number| {
        let milestones = as_of::edition(&whole, day(number)).milestones.clone();
        milestones[0].objectives.iter().map(|objective| objective.evidence.clone()).collect::<Vec<_>>()
    };
    assert_eq!(at(100), [found(100), not_found(100)]);
    assert_eq!(at(1000), at(100), "a search says nothing of later days");
    let silent = Evidence::NotFound { as_of: day(99), text: None };
    assert_eq!(at(99), [silent.clone(), silent], "the words of a later search are not known yet");
}

#[test]
fn what_is_invented_is_known_from_its_own_day_for_nobody_checks_it() {
    let invented = Source { mark: Mark::D, checked_on: None, ..source(0) };
    let evidence =
        |dated| Evidence::Found { text: text("found"), dated, inferred: false, source: invented.clone() };
    let (dated, undated) = (evidence(Some(day(100))), evidence(None));
    assert_eq!(as_of::evidence(&dated, day(99)), None);
    assert_eq!(as_of::evidence(&dated, day(100)), Some(&dated));
    assert_eq!(as_of::evidence(&undated, day(LAST)), None, "no day is guessed");
}

#[test]
fn after_its_own_day_an_edition_knows_what_it_knew_on_it() {
    let whole = edition_of(vec![vec![act(10, Stage::CANDIDATE, None)]], &[200, LAST], vec![not_found(LAST)]);
    let last = as_of::edition(&whole, day(LAST));
    assert_eq!(as_of::edition(&whole, day(LAST + 90)), last);
    assert_eq!((last.as_of, last.rounds.len(), last.lists.len()), (day(LAST), 2, 2));
}

#[test]
fn registers_and_history_have_a_past() {
    let entry = |id: &str, dated, checked_on| RegisterEntry {
        id: id.to_owned(),
        name: text(id),
        park: None,
        league: None,
        text: None,
        dated,
        source: source(checked_on),
    };
    let entries = vec![entry("dated", Some(day(100)), 300), entry("undated", None, 200)];
    let register = Register {
        id: "ccus".to_owned(),
        title: text("t"),
        meaning: text("m"),
        clause: Some("plan/2".to_owned()),
        as_of: day(300),
        entries,
    };
    let act = |number| WorkAct {
        dated: day(number),
        kind: WorkKind::Meeting,
        level: Level::National,
        text: OriginalText { zh: "met".into(), en: None },
        caveat: None,
        page: None,
        clause: None,
        source: source(300),
    };
    let mechanism = Some(Mechanism { as_of: day(300), acts: vec![act(100), act(250)] });
    let whole = Background { registers: vec![register], earlier_parks: Vec::new(), mechanism };
    let at = |number| {
        let register = as_of::background(&whole, day(number)).registers.remove(0);
        (register.as_of, register.entries.into_iter().map(|entry| entry.id).collect::<Vec<_>>())
    };
    assert_eq!(at(99), (day(99), vec![]));
    assert_eq!(at(100), (day(100), vec!["dated".to_owned()]));
    assert_eq!(at(200), (day(200), vec!["dated".to_owned(), "undated".to_owned()]));
    assert_eq!(at(400).0, day(300));
    let acts = |number| {
        let mechanism = as_of::background(&whole, day(number)).mechanism.unwrap();
        (mechanism.as_of, mechanism.acts.len())
    };
    assert_eq!(
        [99, 100, 249, 250, 400].map(acts),
        [(day(99), 0), (day(100), 1), (day(249), 1), (day(250), 2), (day(300), 2),]
    );
}

fn park_of(acts: Vec<Act>, rounds: Vec<ParkRound>, said: &[u32], seen: &[u16]) -> Park {
    let event = |act: Act| Event {
        dated: act.dated,
        stage: act.stage,
        removed: act.removed,
        text: text("act").into(),
        list: None,
        clause: None,
        due: act.due,
        cause: None,
        not_stated: Vec::new(),
        source: source(0),
    };
    let statement = |on: &u32| Statement {
        dated: day(*on),
        month_only: false,
        text: text("said").into(),
        caveat: text("by whom").into(),
        targets: Vec::new(),
        source: source(*on),
    };
    let observation = |year: &u16| Observation {
        indicator: WATER.to_owned(),
        year: *year,
        value: decimal(80),
        source: source(0),
    };
    Park {
        id: "x".to_owned(),
        name: text("x"),
        short: text("x"),
        league: "ordos".to_owned(),
        scope: Some(Scope::Whole),
        industries: Vec::new(),
        other_names: Vec::new(),
        listed_otherwise: Vec::new(),
        industries_as_published: None,
        place: None,
        construction: None,
        committed: Vec::new(),
        statements: said.iter().map(statement).collect(),
        events: acts.into_iter().map(event).collect(),
        observations: seen.iter().map(observation).collect(),
        tasks: Vec::new(),
        rounds,
        amended_acts: Vec::new(),
        amended_statements: Vec::new(),
        work: Vec::new(),
    }
}

#[test]
fn a_year_is_observed_when_it_is_over() {
    let whole = park_of(Vec::new(), Vec::new(), &[], &[2025, 2026]);
    let years = |on: &str| as_of::park(&whole, on.parse().unwrap()).observations.len();
    assert_eq!([years("2025-12-30"), years("2025-12-31"), years("2026-12-31")], [0, 1, 2]);
}

fn days() -> impl Strategy<Value = Vec<u32>> {
    prop::collection::btree_set(0..1500_u32, 0..8).prop_map(|days| days.into_iter().collect())
}

fn evidence() -> impl Strategy<Value = Vec<Evidence>> {
    let one = prop_oneof![(0..1500_u32).prop_map(found), (0..1500_u32).prop_map(not_found)];
    prop::collection::vec(one, 0..4)
}

proptest! {
    /// Seen as of one day and then as of another, an edition is what it is as of the earlier one.
    #[test]
    fn the_earlier_of_two_days_decides(
        parks in prop::collection::vec(acts(), 0..4),
        days in days(),
        evidence in evidence(),
        one in 0..1600_u32,
        other in 0..1600_u32,
    ) {
        let whole = edition_of(parks, &days, evidence);
        let twice = as_of::edition(&as_of::edition(&whole, day(one)), day(other));
        prop_assert_eq!(twice, as_of::edition(&whole, day(one.min(other))));
    }

    /// Everything that is dated later may be different, or not there: the day looks the same.
    #[test]
    fn later_facts_change_nothing_of_an_edition(
        parks in prop::collection::vec(acts(), 0..4),
        later in acts(),
        days in days(),
        on in 0..1400_u32,
    ) {
        let is_past = |act: &Act| act.dated <= day(on);
        let other = |acts: &Vec<Act>| -> Vec<Act> {
            let past = acts.iter().copied().filter(is_past);
            past.chain(later.iter().copied().filter(|act| !is_past(act))).collect()
        };
        let past_days: Vec<u32> = days.iter().copied().filter(|each| *each <= on).collect();
        // A park whose first act is still to come is told from one that no act names; keep each its kind.
        let parks: Vec<Vec<Act>> = parks.into_iter().filter(|acts| acts.first().is_some_and(is_past)).collect();
        let others = parks.iter().map(other).collect();
        let not_published = |edition: Known<Edition>| Edition { not_published: Vec::new(), ..Edition::clone(&edition) };
        let given = not_published(as_of::edition(&edition_of(parks, &days, vec![found(on + 1)]), day(on)));
        let changed = not_published(as_of::edition(&edition_of(others, &past_days, vec![found(on + 9)]), day(on)));
        prop_assert_eq!(given, changed);
    }

    #[test]
    fn later_facts_change_nothing_of_a_park(
        acts in acts(),
        rounds in course(),
        days in days(),
        on in 0..1500_u32,
        again in 0..1500_u32,
    ) {
        let years = [2025, 2026, 2027, 2028, 2029];
        let whole = park_of(acts.clone(), rounds.clone(), &days, &years);
        let is_past = |dated: Date| dated <= day(on);
        let past = park_of(
            acts.into_iter().filter(|act| is_past(act.dated)).collect(),
            rounds.into_iter().filter(|round| is_past(round.dated)).collect(),
            &days.into_iter().filter(|said| *said <= on).collect::<Vec<_>>(),
            &years.into_iter().filter(|year| Date::year_end(*year).unwrap() <= day(on)).collect::<Vec<_>>(),
        );
        let known = as_of::park(&whole, day(on));
        prop_assert_eq!(&known, &as_of::park(&past, day(on)));
        prop_assert_eq!(&known, &as_of::park(&known, day(on.max(again))), "it stays as it was known");
    }
}
