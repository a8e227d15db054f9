//! What the rules say of a snapshot: computed from what is verified, and from nothing else.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use assessment::applicability::{Applies, Missing, Subject};
use assessment::evaluate::{State, Verdict};
use assessment::in_force::{RuleError, RuleKind};
use assessment::ladder::Stage;
use assessment::ruleset::Level;
use assessment::{Decimal, Text};
use disclosure::model::Rulebook;
use disclosure::park_evaluation::judge;
use disclosure::round::{Balance, Observed, PublishedCore, Quality, Requirements, RulesDay, Snapshot};
use fixtures::demonstration_book;
use serde_json::json;

fn on() -> RulesDay {
    RulesDay::of_year(2026).unwrap()
}

/// 300,000 tce of power, of which a tenth comes from the grid: 0.2775 t/tce.
fn snapshot(core_quality: Quality) -> Snapshot {
    let received = json!([
        { "source": "direct_non_fossil", "mwh": "900000" },
        { "source": "other", "mwh": "100000" },
    ]);
    let balance =
        json!({ "format": "zcp.assessment/1", "year": 2026, "electricity": { "received": received } });
    Snapshot {
        park: "x".to_owned(),
        source: None,
        core: Some(serde_json::from_value::<Balance>(balance).unwrap().into()),
        core_quality,
        basic: Default::default(),
        values: Vec::new(),
        tasks: Vec::new(),
        core_source: None,
        core_older: None,
        core_remark: None,
    }
}

fn observed(level: Level, indicator: &str, value: Option<&str>, quality: Quality) -> Observed {
    Observed {
        of: level.into(),
        indicator: indicator.to_owned(),
        value: value.map(|value| Decimal::parse(value).unwrap()),
        quality,
        published: None,
        remark: None,
        not_applicable: None,
        source: None,
        older: None,
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
    let silent = Snapshot { core: None, ..snapshot(Quality::NotPublished) };
    assert_eq!(core(&silent, Level::National), State::NoData);
    assert_eq!(core(&silent, Level::Region), State::NoData);
}

/// A snapshot whose core rests on something else than a balance, in the form of a file.
fn published(core: serde_json::Value, quality: &str) -> Snapshot {
    let mut snapshot = json!({ "park": "x", "core_quality": quality });
    snapshot.as_object_mut().unwrap().extend(core.as_object().unwrap().clone());
    serde_json::from_value(snapshot).unwrap()
}

#[test]
fn totals_give_ratio_band_and_verdict_and_nothing_else() {
    let book = demonstration_book();
    let of = |emissions: &str, energy: &str, quality| {
        published(json!({ "totals": { "emissions_t": emissions, "energy_tce": energy } }), quality)
    };
    let core = |snapshot: &Snapshot| {
        let judged = judge(snapshot, Subject::default(), &book, on());
        let core = judged.core(Level::National).unwrap();
        (core.state, core.value.map(|value| value.to_fixed(3)), core.target.map(|target| target.to_string()))
    };
    let is = |text: &str| Some(text.to_owned());
    assert_eq!(core(&of("60000", "300000", "reported")), (State::Met, is("0.200"), is("0.2")));
    assert_eq!(core(&of("60000.1", "300000", "reported")), (State::NotMet, is("0.200"), is("0.2")));
    assert_eq!(core(&of("300000", "1000000", "reported")), (State::Met, is("0.300"), is("0.3")), "its band");
    assert_eq!(core(&of("1", "199999.9", "reported")), (State::NoThreshold, is("0.000"), None));
    assert_eq!(core(&of("60000", "300000", "pending")).0, State::Pending);
    let totals = of("60000", "300000", "measured");
    let judged = judge(&totals, Subject::default(), &book, on());
    assert!(judged.accounts.is_none() && judged.core_gap(Level::National, &book).is_none());
    assert_eq!(judged.by(Level::National).unwrap().verdict, Verdict::EligibleOnCore);
    assert_eq!(state(&totals, Level::National, "clean_energy_share"), State::NoData);
    assert_eq!(totals.assessment_file(), None, "a file needs a balance");
}

#[test]
fn a_ratio_alone_is_judged_where_its_band_is_known() {
    let book = demonstration_book();
    let of = |ratio: serde_json::Value| published(json!({ "ratio": ratio }), "reported");
    let national = |snapshot: &Snapshot| {
        let judged = judge(snapshot, Subject::default(), &book, on());
        let (core, by) = (judged.core(Level::National).unwrap(), judged.by(Level::National).unwrap());
        (core.state, core.target_unknown, by.verdict)
    };
    let with = |ratio: &str, from: &str, to: &str| {
        national(&of(json!({ "t_per_tce": ratio, "from_tce": from, "to_tce": to })))
    };
    assert_eq!(with("0.2", "200000", "1000000"), (State::Met, false, Verdict::EligibleOnCore));
    assert_eq!(with("0.201", "200000", "1000000"), (State::NotMet, false, Verdict::NotEligible));
    let over = of(json!({ "t_per_tce": "0.3", "from_tce": "1000000" }));
    assert_eq!(national(&over), (State::Met, false, Verdict::EligibleOnCore));
    let wanting = (State::NoThreshold, true, Verdict::Undetermined);
    assert_eq!(national(&of(json!({ "t_per_tce": "0.2", "from_tce": "200000" }))), wanting, "either band");
    assert_eq!(national(&of(json!({ "t_per_tce": "0.2" }))), wanting, "no energy at all");
    assert_eq!(
        with("0.2", "0", "200000"),
        (State::NoThreshold, false, Verdict::Undetermined),
        "none in force"
    );
}

#[test]
fn what_is_published_is_one_of_three() {
    let read = |core: serde_json::Value| {
        let mut snapshot = json!({ "park": "x" });
        snapshot.as_object_mut().unwrap().extend(core.as_object().unwrap().clone());
        serde_json::from_value::<Snapshot>(snapshot)
    };
    let totals = json!({ "emissions_t": "60000", "energy_tce": "300000" });
    let balance = json!({ "format": "zcp.assessment/1", "year": 2026 });
    let ratio = json!({ "t_per_tce": "0.2" });
    assert!(read(json!({ "totals": totals, "ratio": ratio })).is_err());
    assert!(read(json!({ "balance": balance, "ratio": ratio })).is_err());
    let both = read(json!({ "balance": balance, "totals": totals, "balance_quality": "measured" })).unwrap();
    assert!(matches!(both.core, Some(PublishedCore::Balance(_, Some(_)))), "printed beside it");
    assert_eq!(both.core_quality, Quality::Measured, "by its earlier name");
    for core in [json!({ "totals": totals }), json!({ "ratio": ratio }), json!({ "balance": balance })] {
        let snapshot = read(core).unwrap();
        let again = serde_json::from_value(serde_json::to_value(&snapshot).unwrap()).unwrap();
        assert_eq!(snapshot, again);
    }
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
    given.core = None;
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
    let mut balance = serde_json::to_value(peat.balance()).unwrap();
    balance["fuels"] = json!([{ "fuel": "peat", "use": "combustion", "amount": "1" }]);
    peat.core = Some(serde_json::from_value::<Balance>(balance.clone()).unwrap().into());
    let core = |snapshot: &Snapshot| state(snapshot, Level::National, "carbon_per_energy");
    assert_eq!(core(&peat), State::NoData);
    balance["fuels"][0]["fuel"] = json!("coke");
    peat.core = Some(serde_json::from_value::<Balance>(balance.clone()).unwrap().into());
    assert_eq!(core(&peat), State::NotMet);
    balance["factors"] = json!("ncsc-2026");
    peat.core = Some(serde_json::from_value::<Balance>(balance).unwrap().into());
    assert_eq!(core(&peat), State::NoData, "a set that was published later");
}
