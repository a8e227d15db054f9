//! The first thing said of a park: each severity, and the order among them.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use assessment::ladder::Stage;
use disclosure::model::{Act, Commitment, ParkSummary};
use disclosure::park_headline::{ParkHeadline, park_headline};
use disclosure::park_history::{judged, position};
use disclosure::round::RulesDay;
use disclosure::round::{Quality, Snapshot};
use fixtures::demonstration_book;

use crate::case::{day, decimal, power, silent, stages};

const ON: &str = "2028-12-31";

fn park(stage: Stage, due: Option<&str>) -> ParkSummary {
    let events = vec![Act { dated: day("2026-01-01"), stage, removed: false, due: due.map(day) }];
    let committed = [(2025, "1"), (2028, "0.4")].map(|(year, target)| Commitment {
        indicator: "carbon_per_energy".to_owned(),
        year,
        target: decimal(target),
    });
    ParkSummary {
        events,
        committed: committed.into(),
        construction: Some([2025, 2030]),
        ..crate::case::park("x", stage)
    }
}

/// A snapshot with so much of its power from elsewhere than direct supply, MWh of a thousand thousand.
fn snapshot(other: &str, quality: Quality) -> Snapshot {
    let direct = decimal("1000000") - decimal(other);
    Snapshot {
        core: Some(power(2028, &direct.to_string(), other).into()),
        core_quality: quality,
        ..silent("x")
    }
}

fn said(park: &ParkSummary, snapshot: Option<&Snapshot>) -> ParkHeadline {
    let book = demonstration_book();
    let judged = judged(snapshot, park.subject(&book, day(ON)), &book, RulesDay::of_day(day(ON)));
    let position = position(park, snapshot, &judged, &book, day(ON)).unwrap();
    park_headline(&position, &judged, &stages())
}

#[test]
fn an_order_is_said_before_what_the_rules_make_of_it() {
    let good = snapshot("0", Quality::Measured);
    assert_eq!(said(&park(Stage::RECTIFICATION, Some("2028-12-30")), Some(&good)), ParkHeadline::Overdue(1));
    assert_eq!(said(&park(Stage::RECTIFICATION, Some(ON)), Some(&good)), ParkHeadline::Ordered(Some(0)));
    assert_eq!(said(&park(Stage::RECTIFICATION, None), None), ParkHeadline::Ordered(None));
}

#[test]
fn a_park_behind_its_path_is_a_case_and_one_that_has_met_it_is_due() {
    let behind = snapshot("900000", Quality::Measured);
    assert_eq!(said(&park(Stage::CULTIVATION, None), Some(&behind)), ParkHeadline::Case(Stage::REMINDED));
    assert_eq!(said(&park(Stage::REMINDED, None), Some(&behind)), ParkHeadline::Case(Stage::RECTIFICATION));
    let there = snapshot("0", Quality::Measured);
    assert_eq!(
        said(&park(Stage::CULTIVATION, None), Some(&there)),
        ParkHeadline::Due(vec![Stage::ACCEPTANCE])
    );
}

#[test]
fn a_built_park_that_no_longer_meets_its_conditions_is_said_to() {
    let fallen = snapshot("900000", Quality::Measured);
    assert!(matches!(said(&park(Stage::BUILT, None), Some(&fallen)), ParkHeadline::NoLonger(_)));
}

#[test]
fn without_data_nothing_is_called_consistent() {
    for stage in [Stage::CULTIVATION, Stage::NATIONAL_CONSTRUCTION, Stage::BUILT, Stage::ACCEPTANCE] {
        assert_eq!(said(&park(stage, None), None), ParkHeadline::NoData, "{stage:?}");
        assert_eq!(said(&park(stage, None), Some(&silent("x"))), ParkHeadline::NoData, "{stage:?}");
    }
}

#[test]
fn a_value_that_is_not_verified_judges_nothing() {
    let pending = snapshot("0", Quality::Pending);
    assert_eq!(said(&park(Stage::CULTIVATION, None), Some(&pending)), ParkHeadline::Pending);
}

#[test]
fn what_cannot_be_said_names_what_is_missing() {
    // The core is met and nothing is known of the basic conditions that a recommendation asks for.
    let mut far = park(Stage::BUILT, None);
    far.committed.clear();
    let there = snapshot("0", Quality::Measured);
    let ParkHeadline::Undetermined(missing) = said(&far, Some(&there)) else { panic!() };
    assert!(!missing.is_empty());
}
