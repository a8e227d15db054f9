//! Flows of energy: they come from the accounts and add up to them.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use assessment::account::Accounts;
use assessment::decimal::Decimal;
use assessment::flow::{Carrier, End, Flows, Use};
use assessment::quantity::TonnesCoalEquivalent;
use assessment::reader::{Library, read};

fn accounts(balance: &str) -> Accounts {
    let rulesets = [fixtures::national()];
    let factor_sets = [fixtures::annex4()];
    let library = Library { rulesets: &rulesets, factor_sets: &factor_sets };
    let file = format!(r#"{{"format":"zcp.assessment/1","year":2026,{balance}}}"#);
    let (assessment, rules) = read(file.as_bytes(), library).unwrap();
    Accounts::of(&assessment, rules)
}

fn tce(text: &str) -> TonnesCoalEquivalent {
    TonnesCoalEquivalent::from_tce(Decimal::parse(text).unwrap())
}

fn into(flows: &Flows, to: &End) -> TonnesCoalEquivalent {
    flows.flows.iter().filter(|flow| flow.to == *to).map(|flow| flow.energy).sum()
}

/// What the uses take, less what conversions gave and what was sent out beyond what came in.
fn net(flows: &Flows) -> TonnesCoalEquivalent {
    let used = [Use::Power, Use::Heat, Use::Combustion, Use::Feedstock, Use::Conversion];
    let used: TonnesCoalEquivalent = used.map(|to| into(flows, &End::Use(to))).into_iter().sum();
    let beyond: TonnesCoalEquivalent = flows.beyond.iter().map(|(.., energy)| *energy).sum();
    used - into(flows, &End::Use(Use::Converted)) - beyond
}

const WHOLE: &str = r#"
    "fuels":[{"fuel":"natural_gas","use":"combustion","amount":"100"},
             {"fuel":"natural_gas","use":"feedstock","amount":"50"},
             {"fuel":"diesel","use":"combustion","amount":"10"}],
    "conversions":[{"inputs":[{"fuel":"lignite","amount":"1000"}],
                    "outputs":[{"fuel":"coke_oven_gas","amount":"10"}]}],
    "electricity":{"received":[{"source":"direct_non_fossil","mwh":"1000"},{"source":"other","mwh":"500"}],
                   "sent":[{"source":"other","mwh":"200"}],"self_used_non_fossil_mwh":"70"},
    "heat":{"received":[{"source":"fossil","gj":"1000"},{"source":"non_fossil","gj":"0"}]},
    "processes":[{"product":"lime","tonnes":"1000","t_per_t":"1","basis":"b"}]"#;

#[test]
fn flows_add_up_to_the_energy_of_the_accounts() {
    for balance in [
        WHOLE,
        r#""fuels":[{"fuel":"diesel","use":"combustion","amount":"10"}]"#,
        r#""fuels":[{"fuel":"diesel","use":"combustion","amount":"1000"}],
           "electricity":{"sent":[{"source":"other","mwh":"100"},{"source":"green_trade","mwh":"7"}]}"#,
    ] {
        let accounts = accounts(balance);
        assert_eq!(net(&accounts.flows()), accounts.energy(), "{balance}");
    }
}

#[test]
fn every_flow_is_above_zero_and_of_one_kind() {
    let flows = accounts(WHOLE).flows();
    assert!(flows.flows.iter().all(|flow| flow.energy > TonnesCoalEquivalent::ZERO));
    let source = |id: &str| End::Source(Carrier::Power, id.to_owned());
    let of = |from: &End| flows.flows.iter().find(|flow| flow.from == *from).unwrap();
    assert!(of(&source("direct_non_fossil")).non_fossil);
    assert!(of(&source("own_non_fossil")).non_fossil);
    assert!(!of(&source("other")).non_fossil);
    // Heat of which none came is no flow.
    let none = End::Source(Carrier::Heat, "non_fossil".to_owned());
    assert!(flows.flows.iter().all(|flow| flow.from != none));
}

#[test]
fn what_is_sent_out_is_not_used() {
    let flows = accounts(WHOLE).flows();
    assert_eq!(into(&flows, &End::Use(Use::SentOut(Carrier::Power))), tce("60"));
    assert_eq!(into(&flows, &End::Use(Use::Power)), tce("411"));
    assert!(flows.beyond.is_empty());
}

#[test]
fn sending_out_more_than_came_in_is_told_apart() {
    let balance = r#"
        "fuels":[{"fuel":"diesel","use":"combustion","amount":"1000"}],
        "electricity":{"received":[{"source":"direct_non_fossil","mwh":"100"},{"source":"other","mwh":"50"}],
                       "sent":[{"source":"other","mwh":"80"}]}"#;
    let flows = accounts(balance).flows();
    assert_eq!(flows.beyond, [(Carrier::Power, false, tce("9"))]);
    assert_eq!(into(&flows, &End::Use(Use::SentOut(Carrier::Power))), tce("15"));
    assert_eq!(into(&flows, &End::Use(Use::Power)), tce("30"));
}

#[test]
fn a_fuel_in_two_uses_is_one_source() {
    let flows = accounts(WHOLE).flows();
    let gas = End::Source(Carrier::Fuel, "natural_gas".to_owned());
    assert_eq!(flows.flows.iter().filter(|flow| flow.from == gas).count(), 1);
    assert!(into(&flows, &End::Use(Use::Feedstock)) > TonnesCoalEquivalent::ZERO);
    assert!(into(&flows, &End::Use(Use::Converted)) > TonnesCoalEquivalent::ZERO);
}
