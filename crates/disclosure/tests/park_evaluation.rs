//! What the rules say of a snapshot: computed from what is verified, and from nothing else.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use assessment::applicability::{Applies, Missing, Subject};
use assessment::evaluate::State;
use assessment::in_force::{RuleError, RuleKind};
use assessment::ladder::Stage;
use assessment::ruleset::Level;
use assessment::{Decimal, Text};
use disclosure::model::Rulebook;
use disclosure::park_evaluation::judge;
use disclosure::round::{Observed, Quality, Requirements, RulesDay, Snapshot};
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
        balance_source: None,
    }
}

fn observed(level: Level, indicator: &str, value: Option<&str>, quality: Quality) -> Observed {
    Observed {
        of: level.into(),
        indicator: indicator.to_owned(),
        value: value.map(|value| Decimal::parse(value).unwrap()),
        quality,
        not_applicable: None,
        source: None,
    }
}

fn state(snapshot: &Snapshot, level: Level, indicator: &str) -> State {
    let book = demonstration_book();
    let judged = judge(snapshot, Subject::default(), &book, on());
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
    assert_eq!(judge(&snapshot, Subject::default(), &book, early).of(Level::National).unwrap_err(), &none);
    assert!(judge(&snapshot, Subject::default(), &book, on()).of(Level::National).is_ok());
}

#[test]
fn before_rules_were_published_there_is_nothing_to_account_by_and_nothing_wrong() {
    let empty =
        Rulebook { rulesets: Vec::new(), factor_sets: Vec::new(), ladders: Vec::new(), scorings: Vec::new() };
    let judged = judge(&snapshot(Quality::Measured), Subject::default(), &empty, on());
    assert!(judged.accounts.is_none() && Level::ALL.iter().all(|level| judged.of(*level).is_err()));
}

/// A requirement of the region for parks in cultivation, with one indicator that the national set has too.
const DUTY: &str = r#"
id = "duty"
authority = "region"
title = { zh = "要求", en = "Duty" }
document = "d"
mark = "B"
in_force_from = "2025-09-12"
published_on = "2025-09-12"
applies_to = { stages = ["cultivation"], clause = "d/1" }

[[indicators]]
id = "clean_energy_share"
kind = "requirement"
name = { zh = "清洁能源", en = "Clean" }
sentence = { zh = "清洁。", en = "Clean." }
unit = "percent"
direction = "at_least"
mark = "B"
formula = { zh = "未读到", en = "not read" }
bands = [{ target = "95", clause = "d/2" }]
"#;

#[test]
fn a_set_beside_the_levels_has_values_of_its_own_and_changes_no_judgement_of_a_level() {
    let alone = demonstration_book();
    let mut with = demonstration_book();
    with.rulesets
        .extend([DUTY, &DUTY.replace("\"duty\"", "\"second\"")].map(|text| toml::from_str(text).unwrap()));
    assert_eq!(with.check(), []);
    let in_cultivation = Subject { stage: Some(Stage::CULTIVATION), ..Subject::default() };
    let mut given = snapshot(Quality::Measured);
    let told = |snapshot: &Snapshot, subject, book: &Rulebook| {
        let judged = judge(snapshot, subject, book, on());
        let levels = Level::ALL.map(|level| serde_json::json!(judged.by(level).unwrap().outcomes));
        let beside: Vec<_> = judged
            .beside
            .iter()
            .map(|by| (by.ruleset.id.clone(), by.applies, by.evaluation.outcomes[0].state))
            .collect();
        (levels, beside)
    };
    let (levels, none) = told(&given, in_cultivation, &alone);
    assert_eq!(none, []);
    let (same, beside) = told(&given, in_cultivation, &with);
    assert_eq!(same, levels);
    let no_data = |id: &str, applies| (id.to_owned(), applies, State::NoData);
    let both = |applies| [no_data("duty", applies), no_data("second", applies)];
    // The national share is computed from the balance; a like name elsewhere is no value of this set's.
    assert_eq!(beside, both(Applies::Yes));
    assert_eq!(told(&given, Subject::default(), &with).1, both(Applies::Unknown(Missing::Stage)));
    let built = Subject { stage: Some(Stage::BUILT), ..Subject::default() };
    assert_eq!(told(&given, built, &with).1, []);

    for (value, state) in [("95", State::Met), ("94.9", State::NotMet)] {
        given.values = vec![Observed {
            of: Requirements::Set("duty".to_owned()),
            ..observed(Level::National, "clean_energy_share", Some(value), Quality::Reported)
        }];
        let (same, beside) = told(&given, in_cultivation, &with);
        assert_eq!(same, levels, "the levels do not look at it");
        let second = no_data("second", Applies::Yes);
        assert_eq!(beside, [("duty".to_owned(), Applies::Yes, state), second]);
    }
    let file = serde_json::to_value(given.assessment_file().unwrap()).unwrap();
    assert_eq!(file.get("guiding"), None, "the contract's file holds the national values alone");
}

#[test]
fn a_value_names_a_level_or_a_set_and_old_files_keep_their_key() {
    let read = |text: &str| serde_json::from_str::<Observed>(text).map(|observed| observed.of);
    let of = |key: &str, id: &str| format!(r#"{{ "{key}": "{id}", "indicator": "x" }}"#);
    for key in ["level", "of"] {
        assert_eq!(read(&of(key, "national")).unwrap(), Requirements::Level(Level::National));
        assert_eq!(read(&of(key, "region")).unwrap(), Requirements::Level(Level::Region));
    }
    assert_eq!(read(&of("of", "duty")).unwrap(), Requirements::Set("duty".to_owned()));
    assert!(read(r#"{ "of": "region", "level": "region", "indicator": "x" }"#).is_err());
    let written = serde_json::to_value(observed(Level::Region, "x", None, Quality::NotPublished)).unwrap();
    assert_eq!(written["of"], "region");
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
