//! What the rules say of a snapshot: computed from what is verified, and from nothing else.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use assessment::evaluate::State;
use assessment::in_force::{RuleError, RuleKind};
use assessment::ruleset::Level;
use assessment::{Decimal, Text};
use disclosure::judge::judge;
use disclosure::model::Rulebook;
use disclosure::round::{Observed, Quality, RulesDay, Snapshot};
use fixtures::demonstration_book;
use serde_json::json;

fn on() -> RulesDay {
    RulesDay::of_year(2026).unwrap()
}

/// 300,000 tce of power, of which a tenth comes from the grid: 0.2775 t/tce.
fn snapshot(balance_quality: Quality) -> Snapshot {
    let received = json!([
        { "source": "direct_non_fossil", "mwh": "900000" },
        { "source": "other", "mwh": "100000" },
    ]);
    let balance =
        json!({ "format": "zcp.assessment/1", "year": 2026, "electricity": { "received": received } });
    Snapshot {
        park: "x".to_owned(),
        source: None,
        balance: serde_json::from_value(balance).unwrap(),
        balance_quality,
        basic: Default::default(),
        values: Vec::new(),
        tasks: Vec::new(),
        revisions: Vec::new(),
    }
}

fn observed(level: Level, indicator: &str, value: Option<&str>, quality: Quality) -> Observed {
    Observed {
        level,
        indicator: indicator.to_owned(),
        value: value.map(|value| Decimal::parse(value).unwrap()),
        quality,
        not_applicable: None,
        source: None,
    }
}

fn state(snapshot: &Snapshot, level: Level, indicator: &str) -> State {
    let book = demonstration_book();
    let judged = judge(snapshot, &book, on());
    let outcomes = &judged.by(level).unwrap().outcomes;
    outcomes.iter().find(|outcome| outcome.indicator == indicator).unwrap().state
}

#[test]
fn the_core_is_as_sure_as_its_balance() {
    let core = |snapshot: &Snapshot, level| state(snapshot, level, "carbon_per_energy");
    for quality in [Quality::Measured, Quality::Reported] {
        assert_eq!(core(&snapshot(quality), Level::National), State::NotMet, "0.2775 is above 0.2");
        assert_eq!(core(&snapshot(quality), Level::Region), State::Met, "0.2775 is below 0.4");
    }
    assert_eq!(core(&snapshot(Quality::Pending), Level::National), State::Pending);
    let silent = Snapshot { balance: None, ..snapshot(Quality::NotPublished) };
    assert_eq!(core(&silent, Level::National), State::NoData);
    assert_eq!(core(&silent, Level::Region), State::NoData);
}

#[test]
fn the_clean_share_is_computed_unless_it_is_published() {
    let share = |snapshot: &Snapshot| state(snapshot, Level::National, "clean_energy_share");
    assert_eq!(share(&snapshot(Quality::Measured)), State::Met, "900,000 of 1,000,000 MWh are 90%");
    assert_eq!(share(&snapshot(Quality::Pending)), State::Pending);
    let mut given = snapshot(Quality::Measured);
    given.values = vec![observed(Level::National, "clean_energy_share", Some("80"), Quality::Reported)];
    assert_eq!(share(&given), State::NotMet, "a published value decides");
    given.values[0].quality = Quality::Pending;
    assert_eq!(share(&given), State::Pending);
}

#[test]
fn a_guiding_value_is_of_its_own_level() {
    let mut given = snapshot(Quality::Measured);
    given.values = vec![observed(Level::Region, "green_cover", Some("25"), Quality::Reported)];
    assert_eq!(state(&given, Level::Region, "green_cover"), State::Met, "the target itself meets it");
    assert_eq!(state(&given, Level::National, "industrial_water_reuse"), State::NoData);
    given.values[0] = Observed {
        not_applicable: Some(Text { zh: "无".to_owned(), en: "none".to_owned() }),
        ..observed(Level::Region, "green_cover", None, Quality::NotPublished)
    };
    assert_eq!(state(&given, Level::Region, "green_cover"), State::NotApplicable);
}

#[test]
fn a_file_holds_the_national_values_and_no_regional_ones() {
    let mut given = snapshot(Quality::Measured);
    given.values = vec![
        observed(Level::National, "industrial_water_reuse", Some("81.5"), Quality::Pending),
        observed(Level::National, "waste_heat_utilisation", None, Quality::NotPublished),
        observed(Level::Region, "green_cover", Some("25"), Quality::Reported),
    ];
    let expected = json!({ "industrial_water_reuse": { "pending": "81.5" }, "waste_heat_utilisation": {} });
    let file = serde_json::to_value(given.assessment_file().unwrap()).unwrap();
    assert_eq!(file["guiding"], expected);
    given.balance = None;
    assert_eq!(given.assessment_file(), None);
}

#[test]
fn no_ruleset_judges_before_it_is_in_force() {
    let book = demonstration_book();
    let early = RulesDay::of_year(2024).unwrap();
    let snapshot = snapshot(Quality::Measured);
    let none = RuleError::NotInForce { kind: RuleKind::Ruleset(Level::National), on: early.date() };
    assert_eq!(judge(&snapshot, &book, early).national.unwrap_err(), none);
    assert!(judge(&snapshot, &book, on()).national.is_ok());
}

#[test]
fn before_rules_were_published_there_is_nothing_to_account_by_and_nothing_wrong() {
    let empty =
        Rulebook { rulesets: Vec::new(), factor_sets: Vec::new(), ladders: Vec::new(), scorings: Vec::new() };
    let judged = judge(&snapshot(Quality::Measured), &empty, on());
    assert!(judged.accounts.is_none() && judged.national.is_err() && judged.region.is_err());
}

#[test]
fn what_no_factor_set_of_the_day_has_is_not_accounted_for() {
    let mut peat = snapshot(Quality::Measured);
    let mut balance = serde_json::to_value(&peat.balance).unwrap();
    balance["fuels"] = json!([{ "fuel": "peat", "use": "combustion", "amount": "1" }]);
    peat.balance = serde_json::from_value(balance.clone()).unwrap();
    let core = |snapshot: &Snapshot| state(snapshot, Level::National, "carbon_per_energy");
    assert_eq!(core(&peat), State::NoData);
    balance["fuels"][0]["fuel"] = json!("coke");
    peat.balance = serde_json::from_value(balance.clone()).unwrap();
    assert_eq!(core(&peat), State::NotMet);
    balance["factors"] = json!("ncsc-2026");
    peat.balance = serde_json::from_value(balance).unwrap();
    assert_eq!(core(&peat), State::NoData, "a set that was published later");
}
