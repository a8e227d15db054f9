//! What acts tell: who moved, who was accepted, how orders went.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use assessment::Date;
use assessment::ladder::Stage;
use assessment::ladder_position::{Rectification, Truth};
use assessment::ruleset::Level;
use disclosure::model::{Act, ParkSummary};
use disclosure::stage_changes::{self, Move, Stream, accepted, episodes, eve, flow, positions, transitions};
use fixtures::demonstration_book;

use crate::case::stages;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn act(dated: &str, stage: Stage) -> Act {
    Act { dated: day(dated), stage, removed: false, due: None }
}

fn due(dated: &str, due: &str) -> Act {
    Act { due: Some(day(due)), ..act(dated, Stage::RECTIFICATION) }
}

fn park(id: &str, events: Vec<Act>) -> ParkSummary {
    let json = format!(
        r#"{{"id":"{id}","name":{{"zh":"甲","en":"A"}},"short":{{"zh":"甲","en":"A"}},"league":"x",
            "scope":"whole","file":{{"path":"x","sha256":"","bytes":0}},"construction":[2025,2027],
            "committed":[{{"indicator":"carbon_per_energy","year":2024,"target":"1"}},
                         {{"indicator":"carbon_per_energy","year":2027,"target":"0.4"}}]}}"#
    );
    ParkSummary { events, ..serde_json::from_str(&json).unwrap() }
}

fn climbing() -> Vec<Act> {
    vec![
        act("2025-04-08", Stage::CANDIDATE),
        act("2025-09-16", Stage::CULTIVATION),
        act("2027-09-02", Stage::ACCEPTANCE),
        act("2027-12-20", Stage::BUILT),
    ]
}

#[test]
fn only_acts_after_the_first_day_and_by_the_second_are_moves_between_them() {
    let acts = climbing();
    let between = stage_changes::moves(&acts, &stages(), day("2025-09-16"), day("2027-12-19"));
    let expected = Move { dated: day("2027-09-02"), from: Some(Stage::CULTIVATION), to: Stage::ACCEPTANCE };
    assert_eq!(between, [expected]);
    assert_eq!(stage_changes::moves(&acts, &stages(), day("2027-12-20"), day("2030-01-01")), []);
    assert_eq!(stage_changes::moves(&[], &stages(), day("2025-01-01"), day("2030-01-01")), []);
}

#[test]
fn a_step_on_one_track_is_no_step_back_on_the_other() {
    let acts = [
        act("2025-12-22", Stage::NATIONAL_CONSTRUCTION),
        act("2026-03-01", Stage::CULTIVATION),
        act("2026-06-01", Stage::REMINDED),
        act("2026-09-01", Stage::NATIONAL_SELF_ASSESSMENT),
    ];
    let moves = stage_changes::moves(&acts, &stages(), day("2025-12-31"), day("2026-12-31"));
    let steps: Vec<_> = moves.iter().map(|each| (each.from, each.to)).collect();
    assert_eq!(
        steps,
        [
            (None, Stage::CULTIVATION),
            (Some(Stage::CULTIVATION), Stage::REMINDED),
            (Some(Stage::NATIONAL_CONSTRUCTION), Stage::NATIONAL_SELF_ASSESSMENT),
        ]
    );
    // The reminder is not over because of a step on the other track.
    let episodes = episodes(&acts, &stages(), day("2026-12-31"));
    assert_eq!((episodes.len(), episodes[0].ended, episodes[0].reminded), (1, None, Some(day("2026-06-01"))));
    let parks = [park("x", acts.to_vec())];
    let flow = flow(&parks, &stages(), day("2025-12-31"), day("2026-08-31"));
    assert_eq!((flow.moved.len(), flow.returned), (1, 0));
}

#[test]
fn another_last_day_is_no_move() {
    let acts = [due("2027-01-01", "2027-06-30"), due("2027-05-01", "2027-12-31")];
    assert_eq!(stage_changes::moves(&acts, &stages(), day("2027-02-01"), day("2028-01-01")), []);
}

#[test]
fn a_flow_counts_every_named_park_once() {
    let parks = [
        park("climbs", climbing()),
        park("stays", vec![act("2025-04-08", Stage::CANDIDATE), act("2025-09-16", Stage::CULTIVATION)]),
        park("comes", vec![act("2027-08-01", Stage::CANDIDATE)]),
        park(
            "returns",
            vec![
                act("2025-09-16", Stage::CULTIVATION),
                act("2027-08-01", Stage::REMINDED),
                act("2027-12-01", Stage::CULTIVATION),
            ],
        ),
        park("unnamed", Vec::new()),
    ];
    let flow = flow(&parks, &stages(), day("2027-06-30"), day("2027-12-31"));
    let moved: Vec<_> = flow.moved.iter().map(|(park, moves)| (park.id.as_str(), moves.len())).collect();
    assert_eq!(moved, [("climbs", 2), ("returns", 2), ("comes", 1)]);
    assert_eq!((flow.new, flow.returned, flow.stayed), (1, 1, 1));
    let stream = |from, to, parks| Stream { from, to, parks };
    assert_eq!(
        flow.streams,
        [
            stream(None, Stage::CANDIDATE, 1),
            stream(Some(Stage::CULTIVATION), Stage::CULTIVATION, 2),
            stream(Some(Stage::CULTIVATION), Stage::BUILT, 1),
        ]
    );
}

#[test]
fn a_move_is_held_against_the_rules_on_its_eve() {
    let (park, book) = (park("climbs", climbing()), demonstration_book());
    let moved = Move { dated: day("2027-12-20"), from: Some(Stage::ACCEPTANCE), to: Stage::BUILT };
    let eve = eve(&park, &[], &book, &moved).unwrap();
    assert_eq!(eve.round, None);
    assert_eq!(eve.ways[0].transition.id, "pass-acceptance");
    assert_eq!(transitions(&book.ladders[0], &moved)[0].id, "pass-acceptance");
    // Nothing is published: nothing is known, and nothing is held against the park.
    assert_eq!(eve.truth(), Truth::Unknown);
    assert_eq!(eve.ways[0].answers.len(), 2);
}

#[test]
fn a_move_that_no_table_knows_is_not_explained() {
    let (park, book) = (park("climbs", climbing()), demonstration_book());
    let leap = Move { dated: day("2027-12-20"), from: Some(Stage::CULTIVATION), to: Stage::NATIONAL_PARK };
    assert!(eve(&park, &[], &book, &leap).is_none());
    assert!(transitions(&book.ladders[0], &leap).is_empty());
    let first = Move { dated: day("2025-04-08"), from: None, to: Stage::CANDIDATE };
    assert!(eve(&park, &[], &book, &first).is_none());
    // The plan came on 3 June 2025.
    let early = Move { dated: day("2025-06-03"), from: Some(Stage::CANDIDATE), to: Stage::CULTIVATION };
    assert!(eve(&park, &[], &book, &early).is_none());
}

#[test]
fn accepted_is_who_passed_an_acceptance_and_nobody_else() {
    let mut both = climbing();
    both.push(act("2028-01-10", Stage::RECOMMENDED));
    both.push(act("2030-12-20", Stage::NATIONAL_PARK));
    let parks = [
        park("listed", vec![act("2025-12-26", Stage::NATIONAL_CONSTRUCTION)]),
        park("both", both),
        park("built", vec![act("2027-12-19", Stage::BUILT)]),
    ];
    let accepted = accepted(&parks, &stages());
    let named: Vec<_> = accepted.iter().map(|each| (each.park.id.as_str(), each.level)).collect();
    assert_eq!(named, [("built", Level::Region), ("both", Level::Region), ("both", Level::National)]);
    assert_eq!(accepted[1].by.from, Some(Stage::ACCEPTANCE));
}

#[test]
fn an_order_counts_its_days_down_and_then_up() {
    let acts = [
        act("2025-09-16", Stage::CULTIVATION),
        act("2027-02-12", Stage::REMINDED),
        due("2027-09-08", "2028-06-30"),
    ];
    let on = |text| episodes(&acts, &stages(), day(text)).pop();
    assert_eq!(on("2027-02-11"), None);
    let reminded = on("2027-03-01").unwrap();
    assert_eq!((reminded.ordered, reminded.stands), (None, None));
    assert_eq!(on("2028-06-29").unwrap().stands, Some(Rectification::DaysLeft(1)));
    assert_eq!(on("2028-06-30").unwrap().stands, Some(Rectification::DaysLeft(0)));
    let overdue = on("2028-07-02").unwrap();
    assert_eq!(overdue.stands, Some(Rectification::Overdue(2)));
    assert_eq!((overdue.reminded, overdue.ordered), (Some(day("2027-02-12")), Some(day("2027-09-08"))));
}

#[test]
fn an_extended_order_keeps_its_first_day_and_an_ended_one_its_lateness() {
    let acts = [
        due("2027-09-08", "2028-06-30"),
        due("2028-06-20", "2028-12-31"),
        act("2029-01-03", Stage::CULTIVATION),
        act("2029-09-01", Stage::REMINDED),
    ];
    let episodes = episodes(&acts, &stages(), day("2029-12-31"));
    assert_eq!(episodes.len(), 2);
    let first = &episodes[0];
    assert_eq!(first.first_due, Some(day("2028-06-30")));
    assert_eq!(first.extended, [(day("2028-06-20"), day("2028-12-31"))]);
    assert_eq!(first.due(), Some(day("2028-12-31")));
    assert_eq!(first.days_late(), Some(3));
    assert_eq!(first.ended.unwrap().to, Stage::CULTIVATION);
    assert!(first.covers(day("2028-06-20")) && !first.covers(day("2029-01-03")));
    assert_eq!(first.stands, None);
    assert_eq!((episodes[1].ended, episodes[1].days_late()), (None, None));
}

#[test]
fn an_order_without_a_last_day_is_neither_early_nor_late() {
    let acts = [act("2029-04-02", Stage::RECTIFICATION)];
    let episode = episodes(&acts, &stages(), day("2030-12-31")).pop().unwrap();
    assert_eq!(episode.stands, Some(Rectification::NoDay));
    assert_eq!(episode.due(), None);
}

#[test]
fn parks_are_placed_by_what_is_known_and_not_before_a_table_is_in_force() {
    let (parks, book) = ([park("climbs", climbing()), park("unnamed", Vec::new())], demonstration_book());
    let placed = positions(&parks, None, &book, day("2027-10-01"));
    assert_eq!(placed.len(), 1);
    assert_eq!(placed[0].1.stage, Stage::ACCEPTANCE);
    assert!(positions(&parks, None, &book, day("2025-05-01")).is_empty());
}
