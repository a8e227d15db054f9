//! Rulesets and factor sets: what their check refuses, and when they are in force.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use assessment::Date;
use assessment::factors::FactorSet;
use assessment::in_force::{RuleError, RuleKind, ruleset as in_force};
use assessment::ruleset::{Level, Ruleset};

const NATIONAL: &str = fixtures::text::NATIONAL;
const REGION: &str = fixtures::text::REGION;
const FACTORS: &str = fixtures::text::ANNEX4;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn ruleset(text: &str) -> Result<Ruleset, String> {
    toml::from_str(text).map_err(|e| e.to_string())
}

/// The problems of the national set after one replacement.
fn problems(from: &str, to: &str) -> String {
    assert!(NATIONAL.contains(from), "the fixture's text is gone: {from}");
    match ruleset(&NATIONAL.replacen(from, to, 1)) {
        Ok(set) => set.check().iter().map(|p| format!("{p}\n")).collect(),
        Err(error) => error,
    }
}

#[test]
fn the_published_sets_are_sound() {
    for text in [NATIONAL, REGION] {
        assert_eq!(ruleset(text).unwrap().check(), []);
    }
    assert_eq!(toml::from_str::<FactorSet>(FACTORS).unwrap().check(), []);
}

#[test]
fn each_mistake_in_a_ruleset_is_named() {
    let core_band = "target = \"0.2\"\nclause = \"ndrc-910/annex3/core\"";
    let cases = [
        (
            core_band,
            "target = \"0.2\"",
            "indicators[0].bands[1].clause: expected the clause that states the threshold, found nothing",
        ),
        (core_band, "target = \"0.2\"\nclause = \" \"", "indicators[0].bands[1].clause: expected the clause"),
        (
            "from_tce = \"200000\"",
            "from_tce = \"199999\"",
            "indicators[0].bands[1].from_tce: expected 200000, found 199999, which overlaps",
        ),
        (
            "from_tce = \"200000\"",
            "from_tce = \"200001\"",
            "indicators[0].bands[1].from_tce: expected the energy from 200000 to 200001 tce to be declared",
        ),
        (
            "to_tce = \"1000000\"",
            "",
            "indicators[0].bands[2].from_tce: expected nothing, for the band before has no end",
        ),
        (
            "to_tce = \"1000000\"",
            "to_tce = \"200000\"",
            "indicators[0].bands[1].to_tce: expected more than from_tce, 200000, found 200000",
        ),
        ("unit = \"t_per_tce\"", "unit = \"kg_per_tce\"", "unknown variant `kg_per_tce`"),
        ("direction = \"at_most\"", "direction = \"at_best\"", "unknown variant `at_best`"),
        (
            "in_force_from = \"2025-06-30\"",
            "in_force_from = \"2025-06-30\"\nin_force_to = \"2025-06-29\"",
            "in_force_to: expected a day not before in_force_from, 2025-06-30, found 2025-06-29",
        ),
        ("in_force_from = \"2025-06-30\"", "in_force_from = \"2025-06-31\"", "a day written as YYYY-MM-DD"),
        ("target = \"0.2\"", "target = 0.2", "invalid type: floating point"),
        (
            "target = \"0.2\"",
            "target = \"0.2\"\nno_target = { zh = \"无\", en = \"none\" }",
            "indicators[0].bands[1]: expected exactly one of target, between and no_target, found 2",
        ),
        (
            "id = \"clean_energy_share\"",
            "id = \"carbon_per_energy\"",
            "indicators[1].id: expected an id that no other indicator has",
        ),
        ("kind = \"core\"", "kind = \"guiding\"", "indicators: expected exactly one core indicator, found 0"),
        (
            "id = \"electricity_tce_per_mwh\"",
            "id = \"electricity\"",
            "conventions: expected a convention electricity_tce_per_mwh",
        ),
        ("kind = \"core\"", "kind = \"core\"\ncolour = \"green\"", "unknown field `colour`"),
    ];
    for (from, to, expected) in cases {
        let found = problems(from, to);
        assert!(found.contains(expected), "{to}\n  expected {expected}\n  found    {found}");
    }
}

#[test]
fn a_ruleset_holds_on_its_days_only() {
    let mut set = ruleset(NATIONAL).unwrap();
    set.in_force_to = Some(day("2027-12-31"));
    let sets = [set.clone(), ruleset(REGION).unwrap()];
    let at = |on: &str| in_force(&sets, Level::National, day(on)).map(|set| set.id.clone());
    let not_in_force =
        |on: &str| Err(RuleError::NotInForce { kind: RuleKind::Ruleset(Level::National), on: day(on) });
    assert_eq!(at("2025-06-29"), not_in_force("2025-06-29"));
    assert_eq!(at("2025-06-30"), Ok("national-2025".to_owned()));
    assert_eq!(at("2027-12-31"), Ok("national-2025".to_owned()));
    assert_eq!(at("2028-01-01"), not_in_force("2028-01-01"));

    let other = Ruleset { id: "national-2027".to_owned(), in_force_from: day("2027-12-31"), ..set.clone() };
    let both = in_force(&[set, other], Level::National, day("2027-12-31")).unwrap_err().to_string();
    assert_eq!(both, "national-2025 and national-2027 are both in force on 2027-12-31");
}

#[test]
fn each_mistake_in_a_factor_set_is_named() {
    let cases = [
        (
            "oxidation = \"0.94\"",
            "oxidation = \"1.01\"",
            "fuels[0].oxidation: expected more than 0 and at most 1, found 1.01",
        ),
        ("oxidation = \"0.94\"", "oxidation = \"0\"", "fuels[0].oxidation: expected more than 0"),
        (
            "ncv_gj_per_unit = \"26.7\"",
            "ncv_gj_per_unit = \"10000\"",
            "fuels[0].ncv_gj_per_unit: expected more than 0 and less than 10000",
        ),
        (
            "carbon_t_per_gj = \"0.0274\"",
            "carbon_t_per_gj = \"0.0274000001\"",
            "fuels[0]: expected at most 12 digits after the point over its factors, found 13",
        ),
        (
            "id = \"coking_coal\"",
            "id = \"anthracite\"",
            "fuels[1].id: expected an id that no other fuel has, found anthracite",
        ),
        (
            "source = \"GB/T 2589-2020\"",
            "source = \"\"",
            "heat_tce_per_gj.source: expected where the number stands, found nothing",
        ),
        ("unit = \"t\"", "unit = \"kg\"", "unknown variant `kg`"),
    ];
    for (from, to, expected) in cases {
        assert!(FACTORS.contains(from), "the fixture's text is gone: {from}");
        let found = match toml::from_str::<FactorSet>(&FACTORS.replacen(from, to, 1)) {
            Ok(set) => set.check().iter().map(|p| format!("{p}\n")).collect(),
            Err(error) => error.to_string(),
        };
        assert!(found.contains(expected), "{to}\n  expected {expected}\n  found    {found}");
    }
}

#[test]
fn a_split_that_is_not_published_is_never_met() {
    use assessment::applicability::Subject;
    use assessment::decimal::{Decimal, Ratio};
    use assessment::evaluate::{Finding, State, Verdict, evaluate};
    use assessment::quantity::TonnesCoalEquivalent;
    let set = ruleset(REGION).unwrap();
    for value in ["0", "0.3", "0.4", "0.5", "0.6", "9"] {
        let value = Ratio::from(Decimal::parse(value).unwrap());
        let energy = TonnesCoalEquivalent::from_tce(Decimal::from_integer(500_000));
        let evaluation = evaluate(&set, Subject::of_energy(energy), |_| Finding::Value(value));
        assert_eq!(evaluation.outcomes[0].state, State::NoThreshold);
        assert_eq!(evaluation.verdict, Verdict::Undetermined);
    }
}
