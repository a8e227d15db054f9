//! Requirement sets beside the levels, to whom they apply, and bands by industry.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use assessment::applicability::{AnnualEnergy, Applies, IndustryId, Missing, Subject};
use assessment::evaluate::{Finding, State, Verdict, evaluate};
use assessment::in_force::{RuleError, beside_levels, conflicts, ruleset};
use assessment::ladder::Stage;
use assessment::quantity::TonnesCoalEquivalent;
use assessment::ruleset::{Level, Ruleset};
use assessment::{Date, Decimal};

/// A set of the region that decides no level: one requirement, stricter for smelters and laxer for small ones of them.
const DUTY: &str = r#"
id = "duty"
authority = "region"
title = { zh = "要求", en = "Duty" }
document = "d"
mark = "B"
in_force_from = "2025-09-12"
published_on = "2025-09-12"
checked_on = "2026-01-01"

[applies_to]
stages = ["cultivation"]
industries = ["smelting", "data_centre"]
clause = "d/1"

[[indicators]]
id = "green"
kind = "requirement"
name = { zh = "绿电", en = "Green" }
sentence = { zh = "绿电。", en = "Green." }
unit = "percent"
direction = "at_least"
mark = "B"
formula = { zh = "无", en = "none" }
bands = [
  { to_tce = "1000", target = "30", clause = "d/2" },
  { from_tce = "1000", target = "40", clause = "d/2" },
  { industries = ["smelting"], to_tce = "1000", target = "50", clause = "d/2" },
  { industries = ["smelting"], from_tce = "1000", target = "60", clause = "d/2" },
  { industries = ["data_centre"], target = "80", clause = "d/2" },
]
"#;

/// A set that decides the region's level.
const REGION: &str = r#"
id = "region"
authority = "region"
level = "region"
title = { zh = "自治区", en = "Region" }
document = "d"
mark = "B"
in_force_from = "2025-08-11"
published_on = "2025-08-11"
checked_on = "2026-01-01"

[[indicators]]
id = "carbon_per_energy"
formula_id = "carbon_per_energy"
kind = "core"
name = { zh = "碳", en = "Carbon" }
sentence = { zh = "碳。", en = "Carbon." }
unit = "t_per_tce"
direction = "at_most"
mark = "B"
formula = { zh = "碳", en = "carbon" }
bands = [{ target = "0.4", clause = "d/3" }]
"#;

fn set(text: &str) -> Ruleset {
    toml::from_str(text).unwrap()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn ids(industries: &[&str]) -> Vec<IndustryId> {
    industries.iter().map(|id| IndustryId((*id).to_owned())).collect()
}

fn number(text: &str) -> Decimal {
    Decimal::parse(text).unwrap()
}

#[test]
fn a_set_that_decides_no_level_stands_beside_the_one_that_does() {
    let (duty, region) = (set(DUTY), Ruleset { id: "region-2025".to_owned(), ..set(REGION) });
    assert_eq!((duty.check(), region.check()), (vec![], vec![]));
    let second = Ruleset { id: "second".to_owned(), ..duty.clone() };
    let book = [duty, region.clone(), second];
    let on = day("2026-12-31");
    assert_eq!(ruleset(&book, Level::Region, on).unwrap().id, "region-2025");
    let beside: Vec<_> = beside_levels(&book, on).map(|set| set.id.as_str()).collect();
    assert_eq!(beside, ["duty", "second"]);
    assert_eq!(conflicts(&book.each_ref()), []);
    assert!(beside_levels(&book, day("2025-09-11")).next().is_none());

    let other = Ruleset { id: "other".to_owned(), ..region.clone() };
    let two = [region, other];
    match ruleset(&two, Level::Region, on).unwrap_err() {
        RuleError::Ambiguous { first, second, .. } => assert_eq!([first, second], ["region-2025", "other"]),
        error => panic!("{error}"),
    }
    assert_eq!(conflicts(&two.each_ref()), [(0, 1, day("2025-08-11"))]);
}

#[test]
fn a_set_applies_to_whom_it_names_and_what_is_not_published_is_no_no() {
    let duty = set(DUTY);
    let (smelts, bakes) = (ids(&["bread", "smelting"]), ids(&["bread"]));
    let of = |stage, industries| duty.applies(Subject { energy: None, industries, stage });
    let (cultivation, built) = (Some(Stage::CULTIVATION), Some(Stage::BUILT));
    assert_eq!(of(cultivation, Some(&smelts)), Applies::Yes);
    assert_eq!(of(cultivation, Some(&bakes)), Applies::No);
    assert_eq!(of(built, Some(&smelts)), Applies::No);
    assert_eq!(of(built, None), Applies::No, "whatever its industries are");
    assert_eq!(of(None, Some(&bakes)), Applies::No, "whatever its stage is");
    assert_eq!(of(cultivation, None), Applies::Unknown(Missing::Industries));
    assert_eq!(of(None, Some(&smelts)), Applies::Unknown(Missing::Stage));
    assert_eq!(set(REGION).applies(Subject::default()), Applies::Yes);
}

#[test]
fn a_band_by_industry_is_for_parks_that_have_it_and_the_others_for_all_that_have_none() {
    let duty = set(DUTY);
    let green = &duty.indicators[0];
    let target = |industries: Option<&[&str]>, tce: Option<&str>| {
        let own = industries.map(ids);
        let energy = tce.map(|tce| AnnualEnergy::Exactly(TonnesCoalEquivalent::from_tce(number(tce))));
        let band = green.band(Subject { energy, industries: own.as_deref(), stage: None });
        band.and_then(|band| band.target).map(|target| target.to_string())
    };
    let is = |text: &str| Some(text.to_owned());
    assert_eq!(target(Some(&["bread"]), Some("999.9")), is("30"));
    assert_eq!(target(Some(&["bread"]), Some("1000")), is("40"));
    assert_eq!(target(Some(&["smelting", "bread"]), Some("999.9")), is("50"));
    assert_eq!(target(Some(&["bread", "smelting"]), Some("1000")), is("60"));
    assert_eq!(target(Some(&["data_centre"]), None), is("80"), "the same at any energy");
    assert_eq!(target(Some(&["smelting"]), None), None, "energy decides, and is not known");
    assert_eq!(target(None, Some("1000")), None, "industry decides, and is not known");
    assert_eq!(target(Some(&["smelting", "data_centre"]), Some("5")), None, "nobody said which of the two");
    let both = ids(&["smelting", "data_centre"]);
    assert!(green.contradiction(&both).is_some() && green.contradiction(&both[..1]).is_none());
}

#[test]
fn a_class_of_energy_chooses_a_band_only_where_it_lies_within_it() {
    let duty = set(DUTY);
    let bakes = ids(&["bread"]);
    let tce = |tce: &str| TonnesCoalEquivalent::from_tce(number(tce));
    let target = |from: Option<&str>, to: Option<&str>| {
        let energy = Some(AnnualEnergy::Between { from: from.map(tce), to: to.map(tce) });
        let band = duty.indicators[0].band(Subject { energy, industries: Some(&bakes), stage: None });
        band.and_then(|band| band.target).map(|target| target.to_string())
    };
    let is = |text: &str| Some(text.to_owned());
    assert_eq!(target(Some("1000"), None), is("40"), "at the edge and above it");
    assert_eq!(target(Some("999.9"), None), None, "both bands may be meant");
    assert_eq!(target(None, Some("1000")), is("30"), "below the edge, which is not included");
    assert_eq!(target(None, Some("1000.1")), None);
    assert_eq!(target(Some("200"), Some("900")), is("30"));
    assert_eq!(target(None, None), None);
}

#[test]
fn a_requirement_is_judged_and_gates_nothing() {
    let duty = set(DUTY);
    let smelts = ids(&["smelting"]);
    let subject = Subject { energy: None, industries: Some(&smelts), stage: None };
    let subject =
        subject.with_energy(Some(AnnualEnergy::Exactly(TonnesCoalEquivalent::from_tce(number("1000")))));
    for (value, state) in [("60", State::Met), ("59.999", State::NotMet)] {
        let evaluation = evaluate(&duty, subject, |_| Finding::Value(number(value).into()));
        assert_eq!((evaluation.outcomes[0].state, evaluation.verdict), (state, Verdict::Undetermined));
    }
    let unknown = evaluate(&duty, Subject::default(), |_| Finding::Value(number("99").into()));
    assert_eq!(unknown.outcomes[0].state, State::NoThreshold);
}

#[test]
fn each_mistake_in_bands_by_industry_is_named() {
    let cases = [
        (
            "{ industries = [\"data_centre\"], target",
            "{ industries = [\"data_centre\"], from_tce = \"5\", target",
            "bands[4].from_tce: expected the energy below 5 tce for data_centre to be declared",
        ),
        (
            "{ industries = [\"data_centre\"], target",
            "{ industries = [\"smelting\"], target",
            "bands[4].from_tce: expected nothing, for the band before has no end for smelting",
        ),
        (
            "{ industries = [\"smelting\"], from_tce = \"1000\"",
            "{ industries = [\"smelting\"], from_tce = \"900\"",
            "bands[3].from_tce: expected 1000 for smelting, found 900, which overlaps for smelting",
        ),
        (
            "{ from_tce = \"1000\", target = \"40\"",
            "{ industries = [\"gas\"], target = \"40\"",
            "bands[0].to_tce: expected the energy from 1000 tce on to be declared",
        ),
    ];
    for (from, to, expected) in cases {
        assert!(DUTY.contains(from), "{from}");
        let found: String =
            set(&DUTY.replacen(from, to, 1)).check().iter().map(|p| format!("{p}\n")).collect();
        assert!(found.contains(expected), "{to}\n  expected {expected}\n  found    {found}");
    }
}
