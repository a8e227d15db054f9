//! The gap: what is proposed meets the target, and a thousandth less does not.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use assessment::account::Accounts;
use assessment::evaluate::State;
use assessment::factors::FactorSet;
use assessment::gap::{Gap, Lever, Replacement, gap, levers};
use assessment::input::{Assessment, Rules};
use assessment::quantity::CarbonLimit;
use assessment::quantity::TonnesCoalEquivalent;
use assessment::reader::{Library, read};
use assessment::report::evaluate_accounts;
use assessment::ruleset::{Kind, Ruleset};
use assessment::{Decimal, Ratio};
use proptest::prelude::*;
use serde_json::json;

struct Book {
    rulesets: Vec<Ruleset>,
    factor_sets: Vec<FactorSet>,
}

fn book() -> Book {
    Book { rulesets: vec![fixtures::national()], factor_sets: vec![fixtures::annex4()] }
}

impl Book {
    fn rules(&self) -> Rules<'_> {
        Rules::new(&self.rulesets[0], &self.factor_sets[0])
    }

    fn read(&self, mut file: serde_json::Value) -> Assessment {
        file["format"] = json!("zcp.assessment/1");
        file["year"] = json!(2026);
        let library = Library { rulesets: &self.rulesets, factor_sets: &self.factor_sets };
        read(file.to_string().as_bytes(), library).unwrap().0
    }
}

fn decimal(text: &str) -> Decimal {
    Decimal::parse(text).unwrap()
}

fn state(assessment: &Assessment, rules: Rules<'_>) -> (State, Option<Decimal>) {
    let accounts = Accounts::of(assessment, rules);
    let evaluation = evaluate_accounts(assessment, &accounts, rules);
    let core = evaluation.outcomes.into_iter().find(|outcome| outcome.kind == Kind::Core).unwrap();
    (core.state, core.target)
}

/// Everything of the contract at its longest, by rules with the longest numbers that their check admits: nothing
/// panics, and a change is found among more than nine quadrillion of a unit.
#[test]
fn the_longest_numbers_of_contract_and_rules_are_solved_exactly() {
    let mut book = book();
    let longest = decimal("9999.999999");
    for band in &mut book.rulesets[0].indicators[0].bands {
        band.target = band.target.map(|_| decimal("0.000001"));
    }
    assert_eq!(book.rulesets[0].check(), []);
    let most = "999999999999999.999999999999";
    let power = |source: &str| json!({ "source": source, "mwh": most });
    let mut received = vec![power("direct_non_fossil"), power("green_trade")];
    received.extend((0..20).map(|_| power("other")));
    let fuel = json!({ "fuel": "anthracite", "use": "combustion", "amount": most, "t_per_unit": most,
        "tce_per_unit": most, "basis": "b" });
    let file = json!({
        "conventions": { "electricity_tce_per_mwh": "0.000000000001" },
        "fuels": [fuel.clone(), fuel],
        "electricity": { "received": received, "self_used_non_fossil_mwh": most },
        "heat": { "received": [{ "source": "fossil", "gj": most, "t_per_gj": most, "basis": "b" }] },
        "processes": [{ "product": "p", "tonnes": most, "t_per_t": most, "basis": "b" }],
        "bunkers_t": most,
    });
    let assessment = book.read(file);
    for target in [decimal("0.000001"), longest] {
        for band in &mut book.rulesets[0].indicators[0].bands {
            band.target = band.target.map(|_| target);
        }
        let rules = book.rules();
        let _state = state(&assessment, rules);
        for lever in levers(&assessment, rules) {
            let _gap = gap(lever, &assessment, rules, None).unwrap();
        }
        let _rows = (
            assessment::report::sensitivity(&assessment, rules),
            assessment::whatif::what_ifs(&assessment, rules, &book.factor_sets),
        );
        let report = assessment::report::assess(&assessment, rules);
        let _gap = assessment::report::core_gap(&report, rules);
        let _traced = serde_json::to_string(&report.traced(&assessment, rules)).unwrap();
    }
    // Twenty sources of the grid together are beyond what a machine word holds in thousandths.
    let grid = json!({ "electricity": { "received": (0..20).map(|_| power("other")).collect::<Vec<_>>() } });
    let grid = book.read(grid);
    for band in &mut book.rulesets[0].indicators[0].bands {
        band.target = band.target.map(|_| decimal("0.3"));
    }
    let rules = book.rules();
    let found = gap(Lever::Certificates, &grid, rules, None).unwrap().within.unwrap();
    let at = |amount| state(&Lever::Certificates.apply(&grid, amount, rules.factors), rules).0;
    assert_eq!(at(found.amount), State::Met);
    assert_eq!(at(found.amount - decimal("0.001")), State::NotMet, "a thousandth less does not");
    assert!(found.amount > decimal("9300000000000000.0"[..15].trim_end_matches('.')));
}

/// The vector of the worked example: 100 GWh from the grid, gas, fossil heat; 0.528 against 0.2.
fn vector() -> serde_json::Value {
    json!({
        "fuels": [{ "fuel": "natural_gas", "use": "combustion", "amount": "2000" }],
        "electricity": { "received": [
            { "source": "direct_non_fossil", "mwh": "600000" },
            { "source": "green_certificate", "mwh": "300000" },
            { "source": "other", "mwh": "100000" } ] },
        "heat": { "received": [{ "source": "fossil", "gj": "500000" }] },
    })
}

fn of(lever: Lever, file: serde_json::Value) -> Option<Gap> {
    let book = book();
    let assessment = book.read(file);
    gap(lever, &assessment, book.rules(), None)
}

#[test]
fn no_single_lever_closes_the_worked_example_and_each_says_how_far_it_goes() {
    // 181,493.77618 − 0.2 × 343,660 = 112,761.77618 t too much.
    let power = of(Lever::DirectPower, vector()).unwrap();
    assert!(power.within.is_none() && power.helps);
    // All 100,000 MWh: (181,493.77618 − 83,250) ÷ 343,660.
    assert_eq!(power.at_limit.unwrap().to_fixed(6), "0.285875");
    let heat = of(Lever::Heat { entry: 0 }, vector()).unwrap();
    assert!(heat.within.is_none() && heat.helps);
    let by_gas = of(Lever::Fuel { entry: 0, by: Replacement::NaturalGas }, vector());
    assert!(by_gas.is_some_and(|gap| !gap.helps), "gas for gas changes nothing for the better");
}

#[test]
fn the_least_power_is_what_the_excess_divided_by_the_factor_says() {
    // 200,000 MWh of 1,000,000 from the grid: 166,500 t over 300,000 tce; allowed 60,000 t.
    let file = json!({ "electricity": { "received": [
        { "source": "direct_non_fossil", "mwh": "800000" }, { "source": "other", "mwh": "200000" } ] } });
    let power = of(Lever::DirectPower, file).unwrap();
    // 106,500 ÷ 0.8325 = 127,927.927927…, rounded up to a thousandth.
    assert_eq!(power.within.unwrap().amount, decimal("127927.928"));
    assert!(power.across.is_empty() && power.leaves_thresholds_at.is_none());
}

#[test]
fn gas_alone_keeps_a_coal_park_above_its_target_and_the_gap_says_so() {
    let file = json!({
        "fuels": [{ "fuel": "bituminous_coal", "use": "combustion", "amount": "400000" }],
        "electricity": { "received": [{ "source": "direct_non_fossil", "mwh": "200000" }] },
    });
    let gap = of(Lever::Fuel { entry: 0, by: Replacement::NaturalGas }, file).unwrap();
    assert!(gap.helps && gap.within.is_none());
    assert!(gap.at_limit.unwrap().cmp_decimal(decimal("0.2")).is_gt());
}

#[test]
fn a_change_into_another_band_is_kept_apart() {
    // Just below a million tce at 0.2; replacing coal by power at 等价值 adds energy and reaches 0.3.
    let file = json!({
        "fuels": [{ "fuel": "bituminous_coal", "use": "combustion", "amount": "200000" }],
        "electricity": { "received": [{ "source": "direct_non_fossil", "mwh": "2850000" }] },
    });
    let book = book();
    let assessment = book.read(file);
    let gap =
        gap(Lever::Fuel { entry: 0, by: Replacement::DirectPower }, &assessment, book.rules(), None).unwrap();
    assert!(gap.within.is_none(), "{gap:?}");
    assert_eq!(gap.across.len(), 1);
    assert_eq!(gap.across[0].target, decimal("0.3"));
    assert!(gap.across[0].energy >= TonnesCoalEquivalent::from_tce(decimal("1000000")));
}

#[test]
fn less_energy_without_a_target_is_told_and_is_no_answer() {
    let file = json!({
        "fuels": [{ "fuel": "lignite", "use": "combustion", "amount": "300000", "tce_per_unit": "0.9", "basis": "measured" }],
    });
    let gap = of(Lever::Fuel { entry: 0, by: Replacement::NonFossilHeat }, file).unwrap();
    let leaves = gap.leaves_thresholds_at.unwrap();
    assert!(leaves.is_positive() && leaves < gap.limit);
    assert!(gap.within.is_none());
}

#[test]
fn a_limit_of_the_users_is_kept() {
    let file = json!({ "electricity": { "received": [
        { "source": "direct_non_fossil", "mwh": "800000" }, { "source": "other", "mwh": "200000" } ] } });
    let book = book();
    let assessment = book.read(file);
    let limited =
        |limit: &str| gap(Lever::DirectPower, &assessment, book.rules(), Some(decimal(limit))).unwrap();
    assert!(limited("127927.927").within.is_none());
    assert_eq!(
        limited("127927.927928").within.unwrap().amount,
        decimal("127927.927928"),
        "all of it, just enough"
    );
    assert_eq!(limited("999999999").limit, decimal("200000"), "no more than there is");
    assert!(gap(Lever::DirectPower, &assessment, book.rules(), Some(Decimal::ZERO)).is_none());
}

#[test]
fn feedstock_and_what_is_not_there_is_no_lever() {
    let book = book();
    let assessment = book.read(json!({
        "fuels": [{ "fuel": "natural_gas", "use": "feedstock", "amount": "20000" }],
        "electricity": { "received": [{ "source": "other", "mwh": "5" }], "sent": [{ "source": "other", "mwh": "5" }] },
    }));
    assert_eq!(levers(&assessment, book.rules()), []);
}

fn amount() -> impl Strategy<Value = String> {
    prop_oneof![
        (0..3_000_000_u32).prop_map(|n| n.to_string()),
        (0..30_000_u32, 0..1000_u32).prop_map(|(n, f)| format!("{n}.{f:03}")),
        (0..1000_u32, 0..1_000_000_000_000_u64).prop_map(|(n, f)| format!("{n}.{f:012}")),
        Just("999999999999999.999999999999".to_owned()),
    ]
}

prop_compose! {
    fn assessments()(
        coal in amount(), gas in amount(), direct in amount(), other in amount(), more in amount(),
        fossil in amount(), clinker in amount(), own in any::<bool>()
    ) -> serde_json::Value {
        let factor = if own { json!({ "t_per_unit": "1.5", "tce_per_unit": "0.6", "basis": "measured" }) } else { json!({}) };
        let mut coal = json!({ "fuel": "bituminous_coal", "use": "combustion", "amount": coal });
        coal.as_object_mut().unwrap().extend(factor.as_object().unwrap().clone());
        json!({
            "fuels": [coal, { "fuel": "natural_gas", "use": "combustion", "amount": gas }],
            "electricity": {
                "received": [
                    { "source": "other", "mwh": other }, { "source": "direct_non_fossil", "mwh": direct },
                    { "source": "other", "mwh": more } ],
                // Something always uses energy.
                "self_used_non_fossil_mwh": "1" },
            "heat": { "received": [{ "source": "fossil", "gj": fossil }] },
            "processes": [{ "product": "clinker", "tonnes": clinker, "t_per_t": "0.538", "basis": "hint" }],
        })
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn what_is_proposed_meets_the_target_and_a_thousandth_less_does_not(file in assessments()) {
        let book = book();
        let rules = book.rules();
        let assessment = book.read(file);
        let (_, target_now) = state(&assessment, rules);
        for lever in levers(&assessment, rules) {
            let gap = gap(lever, &assessment, rules, None).unwrap();
            for (reach, in_band) in gap.within.iter().map(|r| (r, true)).chain(gap.across.iter().map(|r| (r, false))) {
                let changed = lever.apply(&assessment, reach.amount, rules.factors);
                // Evaluated again by the engine itself, never by the straight line alone.
                let accounts = Accounts::of(&changed, rules);
                prop_assert_eq!(accounts.emissions(), reach.emissions);
                prop_assert_eq!(accounts.energy(), reach.energy);
                prop_assert_eq!(state(&changed, rules), (State::Met, Some(reach.target)));
                prop_assert!(reach.amount <= gap.limit);
                prop_assert_eq!(in_band, Some(reach.target) == target_now);
                if reach.amount.is_positive() {
                    let step = decimal("0.001");
                    let less = if reach.amount > step { reach.amount - step } else { Decimal::ZERO };
                    let short = lever.apply(&assessment, less, rules.factors);
                    let (state, target) = state(&short, rules);
                    prop_assert!((state, target) != (State::Met, Some(reach.target)), "{lever:?} {less}");
                }
            }
            if gap.within.is_none() && gap.across.is_empty() {
                let all = lever.apply(&assessment, gap.limit, rules.factors);
                prop_assert!(state(&all, rules).0 != State::Met, "{lever:?} would have met it");
            }
        }
    }

    #[test]
    fn whether_a_lever_helps_is_whether_it_narrows_the_gap(file in assessments()) {
        let book = book();
        let rules = book.rules();
        let assessment = book.read(file);
        let (_, target) = state(&assessment, rules);
        let Some(target) = target else { return Ok(()) };
        let excess = |a: &Assessment| {
            let accounts = Accounts::of(a, rules);
            accounts.emissions() - CarbonLimit(target) * accounts.energy()
        };
        for lever in levers(&assessment, rules) {
            let gap = gap(lever, &assessment, rules, None).unwrap();
            let half = Ratio::new(gap.limit, Decimal::from_integer(2)).rounded(3);
            let moved = lever.apply(&assessment, half, rules.factors);
            prop_assert_eq!(gap.helps && half.is_positive(), excess(&moved) < excess(&assessment), "{:?}", lever);
        }
    }
}
