//! The ladder's table, and every condition on both of its sides.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use assessment::Date;
use assessment::applicability::Subject;
use assessment::decimal::{Decimal, Ratio};
use assessment::evaluate::{Evaluation, Finding, evaluate};
use assessment::ladder::{ConditionKind, Ladder, Stage, Track};
use assessment::ladder_position::{
    Committed, Known, LadderFacts, Position, Reading, Rectification, Truth, place,
};
use assessment::quantity::TonnesCoalEquivalent;
use assessment::ruleset::{Direction, Kind, Ruleset};

const LADDER: &str = fixtures::text::LADDER;
const NATIONAL: &str = fixtures::text::NATIONAL;
const REGION: &str = fixtures::text::REGION;

fn ladder() -> Ladder {
    toml::from_str(LADDER).unwrap()
}

fn decimal(text: &str) -> Decimal {
    Decimal::parse(text).unwrap()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// A park with this core value and all guiding indicators at this one.
fn judged<'a>(ruleset: &'a Ruleset, core: &str, guiding: &str) -> Evaluation<'a> {
    let value =
        |text: &str| if text.is_empty() { Finding::NoData } else { Finding::Value(decimal(text).into()) };
    let energy = TonnesCoalEquivalent::from_tce(decimal("500000"));
    let subject = Subject::of_energy(energy);
    evaluate(ruleset, subject, |i| if i.kind == Kind::Core { value(core) } else { value(guiding) })
}

fn committed(year: u16, target: &str) -> Committed<'static> {
    Committed { indicator: "carbon_per_energy", year, target: decimal(target), direction: Direction::AtMost }
}

fn standing(stage: Stage, on: &str) -> LadderFacts<'static> {
    LadderFacts {
        on: day(on),
        stage,
        rectify_by: None,
        national: None,
        region: None,
        values: Vec::new(),
        committed: Vec::new(),
        construction_to: None,
        basic: [None; 4],
        selected_for_cultivation: None,
        selected_for_national_list: None,
        national_acceptance_passed: None,
    }
}

fn with_value(standing: LadderFacts<'static>, value: &str) -> LadderFacts<'static> {
    let known = Known { indicator: "carbon_per_energy", value: decimal(value).into() };
    LadderFacts { values: vec![known], ..standing }
}

fn truth(position: &Position<'_>, transition: &str) -> Truth {
    position.open.iter().find(|open| open.transition.id == transition).unwrap().truth
}

#[track_caller]
fn assert_truth(standing: &LadderFacts<'_>, transition: &str, expected: Truth) {
    assert_eq!(truth(&place(&ladder(), standing), transition), expected, "{transition}");
}

#[test]
fn the_table_is_sound() {
    assert_eq!(ladder().check(), []);
}

#[test]
fn each_mistake_in_the_table_is_named() {
    let cases = [
        (
            "from = \"recommended\"\nto = \"national_construction\"",
            "from = \"recommended\"\nto = \"built\"",
            "transitions: expected a way to national_construction from the first stage, found none",
        ),
        (
            "id = \"remind\"",
            "id = \"enter-cultivation\"",
            "transitions[2].id: expected an id that no other transition has",
        ),
        (
            "conditions = [{ kind = \"progress_lags\", holds = false, clause = \"plan/2/3/3\" }]",
            "conditions = [{ kind = \"committed_targets_met\", clause = \"plan/2/3/3\" }]",
            "transitions[4].conditions: expected a condition that cannot hold together with those of catch-up-after-reminder, found both may hold",
        ),
        ("number = 4", "number = 5", "transitions[1].conditions[4].number: expected 1 to 4, found 5"),
        (
            "kind = \"progress_lags\", clause = \"plan/2/3/3\"",
            "kind = \"progress_lags\", clause = \" \"",
            "transitions[2].conditions[0].clause: expected the clause it rests on, found nothing",
        ),
        (
            "conditions = [{ kind = \"construction_ended\", clause = \"ndrc-910/3.4\" }]",
            "conditions = []",
            "conditions: expected at least one condition, found none",
        ),
        (
            "from = \"candidate\"\nto = \"recommended\"",
            "from = \"candidate\"\nto = \"recommend\"",
            "transitions[1].to: expected the id of a stage of the table, found recommend",
        ),
        (
            "group = \"acceptance\"",
            "group = \"accepted\"",
            "stages[4].group: expected the id of a group, found accepted",
        ),
        (
            "id = \"correction\"\nstep = 2",
            "id = \"cultivation\"\nstep = 2",
            "groups[2].id: expected an id that no other group has, found cultivation",
        ),
        (
            "id = \"reminded\"\ntrack",
            "id = \"rectification\"\ntrack",
            "stages[3].id: expected an id that no other stage has, found rectification",
        ),
        ("step = 8", "step = 9", "groups: expected a group on step 8, found none"),
        (
            "shape = \"ring\"\ninner = \"point\"",
            "shape = \"ring\"",
            "stages[4].shape: expected a mark that no other stage has",
        ),
        (
            "attained = true\naccepted_by = \"region\"",
            "accepted_by = \"region\"",
            "stages[5].attained: expected true, for who is accepted has attained something, found false",
        ),
        (
            "clause = \"plan/2/1/3\"\nconditions = [{ kind = \"selected_for_cultivation\"",
            "clause = \"plan/2/1/3\"\nalternative_to = [\"rectified\"]\nconditions = [{ kind = \"selected_for_cultivation\"",
            "transitions[0].alternative_to: expected the id of another transition from the same stage, found rectified",
        ),
        (
            "kind = \"construction_ended\"",
            "kind = \"construction_begun\"",
            "unknown variant `construction_begun`",
        ),
        (
            "to = \"cultivation\"",
            "to = \"candidate\"",
            "transitions[0].to: expected another stage than from, found candidate",
        ),
    ];
    for (from, to, expected) in cases {
        assert!(LADDER.contains(from), "the fixture's text is gone: {from}");
        let found = match toml::from_str::<Ladder>(&LADDER.replacen(from, to, 1)) {
            Ok(ladder) => ladder.check().iter().map(|p| format!("{p}\n")).collect(),
            Err(error) => error.to_string(),
        };
        assert!(found.contains(expected), "{to}\n  expected {expected}\n  found    {found}");
    }
}

#[test]
fn every_implemented_or_omitted_clause_is_one_of_the_ladders() {
    let ladder = ladder();
    for clause in ["plan/2/1/3", "plan/2/3/3", "ndrc-910/3.2", "ndrc-910/3.3", "ndrc-910/3.4"] {
        let modelled = ladder.transitions.iter().any(|transition| transition.clause == clause);
        let omitted = ladder.not_modelled.iter().any(|omitted| omitted.clause == clause);
        assert!(modelled || omitted, "{clause}");
    }
}

#[test]
fn nothing_known_supports_nothing() {
    let ladder = ladder();
    for stage in ladder.table.stages.iter().map(|row| row.id) {
        let position = place(&ladder, &standing(stage, "2027-06-30"));
        for track in [Track::Region, Track::National] {
            assert!(position.supported(track).next().is_none(), "{stage:?}");
        }
        assert!(position.open.iter().all(|open| open.truth == Truth::Unknown), "{stage:?}");
    }
}

#[test]
fn selections_are_the_authorities_word() {
    let park = |selected| LadderFacts {
        selected_for_cultivation: selected,
        ..standing(Stage::CANDIDATE, "2025-12-31")
    };
    assert_truth(&park(Some(true)), "enter-cultivation", Truth::Met);
    assert_truth(&park(Some(false)), "enter-cultivation", Truth::NotMet);
    let park = |selected| LadderFacts {
        selected_for_national_list: selected,
        ..standing(Stage::RECOMMENDED, "2025-12-31")
    };
    assert_truth(&park(Some(true)), "national-list", Truth::Met);
    assert_truth(&park(Some(true)), "not-selected", Truth::NotMet);
    assert_truth(&park(Some(false)), "national-list", Truth::NotMet);
    assert_truth(&park(Some(false)), "not-selected", Truth::Met);
    let park = |passed| LadderFacts {
        national_acceptance_passed: passed,
        ..standing(Stage::NATIONAL_ACCEPTANCE, "2028-12-31")
    };
    assert_truth(&park(Some(true)), "become-national", Truth::Met);
    assert_truth(&park(Some(false)), "become-national", Truth::NotMet);
}

#[test]
fn recommendation_needs_the_national_core_and_all_four_basic_conditions() {
    let national: Ruleset = toml::from_str(NATIONAL).unwrap();
    for (stage, transition) in [
        (Stage::CANDIDATE, "recommend-directly"),
        (Stage::CULTIVATION, "recommend-while-building"),
        (Stage::BUILT, "recommend-built"),
    ] {
        for (core, expected) in [("0.2", Truth::Met), ("0.200000000001", Truth::NotMet), ("", Truth::Unknown)]
        {
            let evaluation = judged(&national, core, "");
            let park = LadderFacts {
                national: Some(&evaluation),
                basic: [Some(true); 4],
                ..standing(stage, "2027-06-30")
            };
            assert_truth(&park, transition, expected);
            for i in 0..4 {
                let mut basic = park.basic;
                basic[i] = Some(false);
                assert_truth(&LadderFacts { basic, ..park.clone() }, transition, Truth::NotMet);
            }
            let mut basic = park.basic;
            basic[2] = None;
            let unknown = if expected == Truth::NotMet { Truth::NotMet } else { Truth::Unknown };
            assert_truth(&LadderFacts { basic, ..park.clone() }, transition, unknown);
        }
    }
}

/// The path goes from 0.6 at the end of 2025 to 0.2 at the end of 2027: 0.4 at the end of 2026, and 5%
/// more is allowed.
#[test]
fn progress_lags_behind_the_committed_path() {
    let park = |stage, value: &str| LadderFacts {
        committed: vec![committed(2025, "0.6"), committed(2027, "0.2")],
        ..with_value(standing(stage, "2026-12-31"), value)
    };
    for (stage, backward, forward) in [
        (Stage::CULTIVATION, "hold-acceptance", "remind"),
        (Stage::REMINDED, "catch-up-after-reminder", "order-to-rectify"),
    ] {
        assert_truth(&park(stage, "0.42"), forward, Truth::NotMet);
        assert_truth(&park(stage, "0.420000000001"), forward, Truth::Met);
        assert_truth(&park(stage, "0.420000000001"), backward, Truth::NotMet);
    }
    assert_truth(&park(Stage::REMINDED, "0.42"), "catch-up-after-reminder", Truth::Met);
    assert_truth(&park(Stage::RECTIFICATION, "0.42"), "rectified", Truth::Met);
    assert_truth(&park(Stage::RECTIFICATION, "0.420000000001"), "rectified", Truth::NotMet);
    let ladder = ladder();
    let position = place(&ladder, &park(Stage::REMINDED, "0.5"));
    let answer = &position.open[0].answers[0];
    assert_eq!(answer.threshold.map(|t| t.to_string()), Some("0.42".to_owned()));
}

#[test]
fn there_is_no_lag_before_the_path_begins_and_the_last_target_goes_on_after_it() {
    let park = |on: &str, value: &str| LadderFacts {
        committed: vec![committed(2027, "0.2"), committed(2025, "0.6")],
        ..with_value(standing(Stage::CULTIVATION, on), value)
    };
    assert_truth(&park("2025-06-30", "9"), "remind", Truth::Unknown);
    assert_truth(&park("2025-12-31", "0.63"), "remind", Truth::NotMet);
    assert_truth(&park("2025-12-31", "0.631"), "remind", Truth::Met);
    assert_truth(&park("2029-06-30", "0.21"), "remind", Truth::NotMet);
    assert_truth(&park("2029-06-30", "0.211"), "remind", Truth::Met);
}

#[test]
fn acceptance_is_held_for_parks_that_completed_their_targets() {
    let region = REGION.replace("between = [\"0.4\", \"0.6\"]", "target = \"0.4\"");
    let region: Ruleset = toml::from_str(&region).unwrap();
    let water = Committed {
        indicator: "industrial_water_reuse",
        year: 2027,
        target: decimal("80"),
        direction: Direction::AtLeast,
    };
    let park = |stage, core: &str, reuse: &str| {
        let known = |indicator, value: &str| Known { indicator, value: Ratio::from(decimal(value)) };
        let mut values = vec![known("carbon_per_energy", core)];
        if !reuse.is_empty() {
            values.push(known("industrial_water_reuse", reuse));
        }
        let committed = vec![committed(2025, "0.6"), committed(2027, "0.4"), water];
        LadderFacts { committed, values, ..standing(stage, "2027-06-30") }
    };
    for (core, reuse, expected) in [
        ("0.4", "80", Truth::Met),
        ("0.400000000001", "80", Truth::NotMet),
        ("0.4", "79.999999999999", Truth::NotMet),
        ("0.4", "", Truth::Unknown),
        ("0.5", "", Truth::NotMet),
    ] {
        assert_truth(&park(Stage::CULTIVATION, core, reuse), "hold-acceptance", expected);
        let evaluation = judged(&region, core, "");
        let at_acceptance = LadderFacts { region: Some(&evaluation), ..park(Stage::ACCEPTANCE, core, reuse) };
        assert_truth(&at_acceptance, "pass-acceptance", expected);
        let failed = match expected {
            Truth::Met => Truth::NotMet,
            Truth::NotMet => Truth::Met,
            Truth::Unknown => Truth::Unknown,
        };
        assert_truth(&at_acceptance, "fail-acceptance", failed);
    }
}

#[test]
fn the_national_track_ends_with_acceptance() {
    let national: Ruleset = toml::from_str(NATIONAL).unwrap();
    let park =
        |to, on: &str| LadderFacts { construction_to: to, ..standing(Stage::NATIONAL_CONSTRUCTION, on) };
    assert_truth(&park(Some(2027), "2027-12-31"), "self-assessment", Truth::NotMet);
    assert_truth(&park(Some(2027), "2028-01-01"), "self-assessment", Truth::Met);
    for (core, guiding, expected) in [
        ("0.2", "100", Truth::Met),
        ("0.21", "100", Truth::NotMet),
        ("0.2", "50", Truth::NotMet),
        ("0.2", "", Truth::Unknown),
    ] {
        let evaluation = judged(&national, core, guiding);
        let park = LadderFacts {
            national: Some(&evaluation),
            ..standing(Stage::NATIONAL_SELF_ASSESSMENT, "2028-06-30")
        };
        assert_truth(&park, "apply-for-national-acceptance", expected);
    }
}

#[test]
fn an_order_to_rectify_has_a_day() {
    let at = |on: &str, by: Option<&str>| {
        let park = LadderFacts { rectify_by: by.map(day), ..standing(Stage::RECTIFICATION, on) };
        place(&ladder(), &park).rectification
    };
    assert_eq!(at("2027-06-29", Some("2027-06-30")), Some(Rectification::DaysLeft(1)));
    assert_eq!(at("2027-06-30", Some("2027-06-30")), Some(Rectification::DaysLeft(0)));
    assert_eq!(at("2027-07-01", Some("2027-06-30")), Some(Rectification::Overdue(1)));
    assert_eq!(at("2027-07-01", None), Some(Rectification::NoDay));
    assert_eq!(place(&ladder(), &standing(Stage::BUILT, "2027-07-01")).rectification, None);
}

#[test]
fn the_two_tracks_are_open_at_once() {
    let national: Ruleset = toml::from_str(NATIONAL).unwrap();
    let evaluation = judged(&national, "0.19", "");
    let park = LadderFacts {
        national: Some(&evaluation),
        basic: [Some(true); 4],
        committed: vec![committed(2025, "0.6"), committed(2027, "0.2")],
        ..with_value(standing(Stage::CULTIVATION, "2027-06-30"), "0.19")
    };
    let table = ladder();
    let position = place(&table, &park);
    assert_eq!(position.reading(Track::Region), Reading::Supports(vec![Stage::ACCEPTANCE]));
    assert_eq!(position.reading(Track::National), Reading::Supports(vec![Stage::RECOMMENDED]));
}

fn ids(transitions: &[&assessment::ladder::Transition]) -> Vec<String> {
    let mut ids: Vec<String> = transitions.iter().map(|transition| transition.id.clone()).collect();
    ids.sort();
    ids
}

#[test]
fn what_a_stage_was_attained_by_is_found_through_decisions() {
    let ladder = ladder();
    let into = |stage| ids(&ladder.ways_into(stage));
    assert_eq!(into(Stage::BUILT), ["pass-acceptance"]);
    assert_eq!(
        into(Stage::RECOMMENDED),
        ["recommend-built", "recommend-directly", "recommend-while-building"]
    );
    assert_eq!(into(Stage::NATIONAL_ACCEPTANCE), ["apply-for-national-acceptance"]);
    assert_eq!(
        into(Stage::NATIONAL_PARK),
        into(Stage::NATIONAL_ACCEPTANCE),
        "acceptance alone is a decision"
    );
    assert_eq!(into(Stage::NATIONAL_CONSTRUCTION), into(Stage::RECOMMENDED));
    assert_eq!(into(Stage::CANDIDATE), [""; 0]);
}

#[test]
fn decisions_that_lead_in_a_circle_end() {
    let circle = LADDER.replace("to = \"national_park\"", "to = \"national_acceptance\"").replacen(
        "from = \"national_acceptance\"",
        "from = \"national_park\"",
        1,
    );
    let ladder: Ladder = toml::from_str(&circle).unwrap();
    assert_eq!(ids(&ladder.ways_into(Stage::NATIONAL_ACCEPTANCE)), ["apply-for-national-acceptance"]);
}

#[test]
fn attained_stages_are_those_whose_conditions_should_go_on_to_hold() {
    let ladder = ladder();
    let rows = |attained| ladder.table.stages.iter().filter(move |row| row.attained == attained);
    let attained: Vec<Stage> = rows(true).map(|row| row.id).collect();
    assert_eq!(
        attained,
        [Stage::BUILT, Stage::RECOMMENDED, Stage::NATIONAL_ACCEPTANCE, Stage::NATIONAL_PARK]
    );
    for stage in attained {
        assert!(!ladder.ways_into(stage).is_empty(), "{stage:?}");
    }
    for stage in rows(false).map(|row| row.id) {
        assert_eq!(place(&ladder, &standing(stage, "2027-06-30")).entries.len(), 0, "{stage:?}");
    }
}

#[test]
fn decisions_are_asked_on_the_way_out_and_not_again_on_the_way_in() {
    let national: Ruleset = toml::from_str(NATIONAL).unwrap();
    let evaluation = judged(&national, "0.2", "100");
    let park = LadderFacts { national: Some(&evaluation), ..standing(Stage::NATIONAL_PARK, "2029-06-30") };
    let ladder = ladder();
    let position = place(&ladder, &park);
    let asked = position.entries.iter().flat_map(|open| &open.answers).map(|answer| &answer.condition.kind);
    assert!(asked.clone().count() > 0 && asked.clone().all(|kind| !kind.is_decision()));
    let decisions = [
        ConditionKind::SelectedForCultivation,
        ConditionKind::SelectedForNationalList,
        ConditionKind::NationalAcceptancePassed,
    ];
    let conditions = || ladder.transitions.iter().flat_map(|transition| &transition.conditions);
    for condition in conditions() {
        assert_eq!(condition.kind.is_decision(), decisions.contains(&condition.kind), "{:?}", condition.kind);
    }
    for decision in &decisions {
        assert!(conditions().any(|condition| condition.kind == *decision), "{decision:?}");
    }
}

#[test]
fn nothing_known_contradicts_nothing() {
    let ladder = ladder();
    for stage in ladder.table.stages.iter().map(|row| row.id) {
        let position = place(&ladder, &standing(stage, "2027-06-30"));
        for track in [Track::Region, Track::National] {
            let reading = position.reading(track);
            assert!(matches!(reading, Reading::Undetermined | Reading::Agrees), "{stage:?}: {reading:?}");
        }
    }
}

#[test]
fn a_stage_is_contradicted_only_when_no_way_into_it_would_be_open() {
    // Of the ways into the stage, one asks for less than the others.
    let mut ladder = ladder();
    let way = ladder.transitions.iter_mut().find(|transition| transition.id == "recommend-directly").unwrap();
    way.conditions.retain(|condition| matches!(condition.kind, ConditionKind::BasicCondition { number: 1 }));
    let national: Ruleset = toml::from_str(NATIONAL).unwrap();
    let evaluation = judged(&national, "0.3", "");
    let reading = |first| {
        let basic = [first, Some(true), Some(true), Some(true)];
        let park =
            LadderFacts { national: Some(&evaluation), basic, ..standing(Stage::RECOMMENDED, "2027-06-30") };
        place(&ladder, &park).reading(Track::National)
    };
    assert_eq!(reading(Some(true)), Reading::Agrees, "the easier way is open");
    assert_eq!(reading(Some(false)), Reading::Contradicts, "both are closed");
    assert_eq!(reading(None), Reading::Undetermined, "the easier way may be open");
}

#[test]
fn a_gap_is_what_separates_a_missed_figure_from_its_limit() {
    let ladder = ladder();
    let gap = |standing: &LadderFacts<'_>, transition: &str| -> Vec<Option<String>> {
        let position = place(&ladder, standing);
        let open = position.open.iter().find(|open| open.transition.id == transition).unwrap();
        open.answers.iter().map(|answer| answer.gap().map(|gap| gap.to_string())).collect()
    };
    let park = |value: &str| LadderFacts {
        committed: vec![committed(2025, "0.6"), committed(2027, "0.2")],
        ..with_value(standing(Stage::CULTIVATION, "2026-12-31"), value)
    };
    // To acceptance: the last target is 0.2, and 0.42 is still no lag.
    let apart = |text: &str| Some(text.to_owned());
    assert_eq!(gap(&park("0.5"), "hold-acceptance"), [apart("0.3"), apart("0.08")]);
    assert_eq!(gap(&park("0.42"), "hold-acceptance"), [apart("0.22"), None]);
    assert_eq!(gap(&park("0.2"), "hold-acceptance"), [None, None], "what is met has no gap");
    let unknown = LadderFacts { values: Vec::new(), ..park("0.2") };
    assert_eq!(gap(&unknown, "hold-acceptance"), [None, None], "what is unknown has none either");
    let national: Ruleset = toml::from_str(NATIONAL).unwrap();
    let evaluation = judged(&national, "0.25", "");
    let basic = [Some(false); 4];
    let park = LadderFacts { national: Some(&evaluation), basic, ..standing(Stage::CANDIDATE, "2026-06-30") };
    assert_eq!(
        gap(&park, "recommend-directly"),
        [apart("0.05"), None, None, None, None],
        "no figure, no gap"
    );
}

/// Own factors may have 27 digits each; what they come to is still held against any path.
#[test]
fn figures_of_full_length_are_held_against_a_path_of_full_length() {
    let long = decimal("123456789012345.123456789012");
    let value = Ratio::new(long * long, decimal("999999999999999.999999999999") * long);
    let park = LadderFacts {
        committed: vec![committed(2025, "600000000000000.000000000001"), committed(2027, "0.123456789012")],
        values: vec![Known { indicator: "carbon_per_energy", value }],
        ..standing(Stage::CULTIVATION, "2026-10-31")
    };
    assert_truth(&park, "remind", Truth::NotMet);
    assert_truth(&LadderFacts { on: day("2029-01-01"), ..park }, "remind", Truth::NotMet);
}

#[test]
fn two_ways_may_hold_at_once_where_the_table_says_so() {
    let conflicting: Ladder = toml::from_str(&LADDER.replacen(
        "id = \"order-to-rectify\"\ntrack = \"region\"\nfrom = \"reminded\"",
        "id = \"order-to-rectify\"\ntrack = \"region\"\nfrom = \"cultivation\"",
        1,
    ))
    .unwrap();
    assert!(conflicting.check().iter().any(|problem| problem.found == "both may hold"));
    let mut declared = conflicting;
    let order =
        declared.transitions.iter_mut().find(|transition| transition.id == "order-to-rectify").unwrap();
    order.alternative_to =
        vec!["remind".to_owned(), "hold-acceptance".to_owned(), "recommend-while-building".to_owned()];
    assert!(declared.check().iter().all(|problem| problem.found != "both may hold"));
}
