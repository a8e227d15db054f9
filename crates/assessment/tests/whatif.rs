//! What-ifs and mixes: each reading alone, and several levers together, as the engine judges them.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use assessment::Decimal;
use assessment::evaluate::{State, Verdict};
use assessment::factors::FactorSet;
use assessment::gap::{Lever, Mix, Replacement, gap};
use assessment::input::{Assessment, PowerSource, Rules};
use assessment::quantity::MegawattHours;
use assessment::quantity::TonnesCoalEquivalent;
use assessment::reader::{Library, read};
use assessment::report::{assess, sensitivity};
use assessment::ruleset::Ruleset;
use assessment::whatif::{Change, Side, WhatIf, side, what_ifs};
use proptest::prelude::*;
use serde_json::{Value, json};

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

    fn read(&self, mut file: Value) -> Assessment {
        file["format"] = json!("zcp.assessment/1");
        file["year"] = json!(2026);
        let library = Library { rulesets: &self.rulesets, factor_sets: &self.factor_sets };
        read(file.to_string().as_bytes(), library).unwrap().0
    }
}

fn decimal(text: &str) -> Decimal {
    Decimal::parse(text).unwrap()
}

fn find<'a, 'b>(rows: &'b [WhatIf<'a>], wanted: impl Fn(Change<'a>) -> bool) -> Option<&'b WhatIf<'a>> {
    rows.iter().find(|row| wanted(row.change))
}

/// Grid power alone is 0.8325 ÷ 0.300 = 2.775; here a little of it beside direct power.
fn near_the_target() -> Value {
    json!({ "electricity": { "received": [
        { "source": "direct_non_fossil", "mwh": "930000" }, { "source": "other", "mwh": "70000" } ] } })
}

#[test]
fn a_verdict_that_hangs_on_the_equivalent_value_is_seen_to_move() {
    let book = book();
    let assessment = book.read(near_the_target());
    let rows = what_ifs(&assessment, book.rules(), &[]);
    // 58,275 t ÷ 300,000 tce = 0.19425 at 0.300; ÷ 280,000 = 0.2081 at 0.280.
    assert_eq!((rows[0].change, rows[0].core), (Change::Nothing, State::Met));
    let low = find(&rows, |change| change == Change::Equivalent(decimal("0.280"))).unwrap();
    assert_eq!((low.core, low.verdict, low.moves), (State::NotMet, Verdict::NotEligible, true));
    assert_eq!(low.intensity.unwrap().to_fixed(6), "0.208125");
    let high = find(&rows, |change| change == Change::Equivalent(decimal("0.305"))).unwrap();
    assert!(!high.moves);
    // The assessment's own value is the first row, not a what-if.
    assert!(find(&rows, |change| change == Change::Equivalent(decimal("0.3"))).is_none());
}

#[test]
fn the_range_agrees_with_the_sensitivity_of_the_report() {
    let book = book();
    let assessment = book.read(near_the_target());
    let rows = what_ifs(&assessment, book.rules(), &[]);
    for other in sensitivity(&assessment, book.rules()) {
        let row = find(&rows, |change| change == Change::Equivalent(other.electricity_tce_per_mwh));
        let row = row.unwrap_or(&rows[0]);
        assert_eq!((row.energy, row.core, row.verdict), (other.energy, other.state, other.verdict));
    }
}

#[test]
fn feedstock_and_gas_are_rows_only_where_they_can_matter() {
    let book = book();
    let plain = book.read(near_the_target());
    let rows = what_ifs(&plain, book.rules(), &[]);
    assert!(find(&rows, |change| change == Change::FeedstockOut).is_none());
    assert!(find(&rows, |change| change == Change::StrictCleanEnergy).is_some());

    let mut file = near_the_target();
    file["fuels"] = json!([
        { "fuel": "natural_gas", "use": "feedstock", "amount": "10000" },
    ]);
    file["guiding"] = json!({ "clean_energy_share": { "value": "95" } });
    let feedstock = book.read(file);
    let rows = what_ifs(&feedstock, book.rules(), &[]);
    let out = find(&rows, |change| change == Change::FeedstockOut).unwrap();
    assert_eq!(out.energy.to_string(), "300000");
    assert_eq!(out.energy + TonnesCoalEquivalent::from_tce(decimal("133000")), rows[0].energy);
    let report = assess(&feedstock, book.rules());
    let other = report.intensity_without_feedstock_energy.unwrap();
    assert!(out.intensity.unwrap().cmp_ratio(other).is_eq());
    // A share that the park gives decides in every reading.
    assert!(find(&rows, |change| change == Change::StrictCleanEnergy).is_none());
}

#[test]
fn feedstock_alone_leaves_nothing_to_judge_without_it() {
    let book = book();
    let only =
        book.read(json!({ "fuels": [{ "fuel": "natural_gas", "use": "feedstock", "amount": "10000" }] }));
    assert!(find(&what_ifs(&only, book.rules(), &[]), |change| change == Change::FeedstockOut).is_none());
}

#[test]
fn the_strict_reading_of_clean_energy_moves_what_gas_carries() {
    let book = book();
    let assessment = book.read(json!({
        "fuels": [{ "fuel": "natural_gas", "use": "combustion", "amount": "3000" }],
        "electricity": { "received": [{ "source": "direct_non_fossil", "mwh": "1000000" }] },
        "guiding": { "product_energy_quota": { "value": "100" }, "solid_waste_utilisation": { "value": "80" },
                     "waste_heat_utilisation": { "not_applicable": "none" },
                     "industrial_water_reuse": { "value": "80" } },
    }));
    // 39,900 tce of gas beside 300,000 of power: 100% with gas, 88.3% without.
    let rows = what_ifs(&assessment, book.rules(), &[]);
    assert_eq!((rows[0].clean, rows[0].verdict), (State::Met, Verdict::Eligible));
    let strict = find(&rows, |change| change == Change::StrictCleanEnergy).unwrap();
    assert_eq!((strict.clean, strict.core), (State::NotMet, State::Met));
    assert_eq!((strict.verdict, strict.moves), (Verdict::EligibleOnCore, true));
    assert_eq!(strict.clean_energy.unwrap().to_fixed(4), "88.2613");
}

#[test]
fn a_later_factor_is_a_what_if_and_an_average_never_is() {
    let book = book();
    let assessment = book.read(near_the_target());
    let rows = what_ifs(&assessment, book.rules(), &[]);
    let later: Vec<_> = rows
        .iter()
        .filter_map(|row| match row.change {
            Change::LaterFactor(factor) => Some((factor.id.as_str(), row.emissions.tonnes().to_fixed(0))),
            _ => None,
        })
        .collect();
    assert_eq!(later, [("fossil_2023", "57911".to_owned())]);
}

#[test]
fn a_value_is_placed_beside_a_range_without_being_judged() {
    let range = [decimal("0.4"), decimal("0.6")];
    for (value, expected) in
        [("0.4", Side::Below), ("0.400001", Side::Within), ("0.6", Side::Within), ("0.61", Side::Above)]
    {
        assert_eq!(side(decimal(value).into(), range), expected, "{value}");
    }
}

/// The worked example: no single lever closes its gap.
fn vector() -> Value {
    json!({
        "fuels": [{ "fuel": "natural_gas", "use": "combustion", "amount": "2000" }],
        "electricity": { "received": [
            { "source": "direct_non_fossil", "mwh": "600000" },
            { "source": "green_certificate", "mwh": "300000" },
            { "source": "other", "mwh": "100000" } ] },
        "heat": { "received": [{ "source": "fossil", "gj": "500000" }] },
    })
}

#[test]
fn levers_together_close_what_none_closes_alone() {
    let book = book();
    let assessment = book.read(vector());
    let all = [(Lever::DirectPower, decimal("100000")), (Lever::Heat { entry: 0 }, decimal("400000"))];
    for (lever, _) in all {
        assert!(gap(lever, &assessment, book.rules(), None).unwrap().within.is_none());
    }
    let mix = Mix::of(&assessment, &all, &book.factor_sets[0]);
    let report = assess(&mix.assessment, book.rules());
    // 181,493.77618 − 83,250 − 44,000 = 54,243.77618 t over the same 343,660 tce.
    assert_eq!(report.emissions_t.to_fixed(5), "54243.77618");
    assert_eq!(report.energy_tce.to_string(), "343660");
    assert_eq!(report.outcomes[0].state, State::Met);
}

#[test]
fn two_levers_share_the_grid_power_that_there_is() {
    let book = book();
    let assessment = book.read(vector());
    let wanted = [(Lever::Certificates, decimal("70000")), (Lever::DirectPower, decimal("70000"))];
    let mix = Mix::of(&assessment, &wanted, &book.factor_sets[0]);
    let used: Vec<_> = mix.used.iter().map(|(_, amount)| *amount).collect();
    assert_eq!(used, [decimal("70000"), decimal("30000")]);
    let of = |source| -> Decimal {
        let list = mix.assessment.power_received.iter().filter(|power| power.source == source);
        list.map(|power| power.mwh.0).sum()
    };
    assert_eq!(of(PowerSource::Other), Decimal::ZERO);
    assert_eq!(of(PowerSource::GreenCertificate), decimal("370000"));
    assert_eq!(of(PowerSource::DirectNonFossil), decimal("630000"));
    // What was there before has grown; no line was added.
    assert_eq!(mix.assessment.power_received.len(), 3);
}

#[test]
fn gas_in_place_of_coal_is_not_replaced_again() {
    let book = book();
    let assessment = book.read(json!({
        "fuels": [{ "fuel": "bituminous_coal", "use": "combustion", "amount": "1000" },
                  { "fuel": "natural_gas", "use": "combustion", "amount": "5" }],
        "electricity": { "received": [{ "source": "direct_non_fossil", "mwh": "800000" }] },
    }));
    let wanted = [
        (Lever::Fuel { entry: 0, by: Replacement::NaturalGas }, decimal("1000")),
        (Lever::Fuel { entry: 1, by: Replacement::DirectPower }, decimal("40")),
    ];
    let mix = Mix::of(&assessment, &wanted, &book.factor_sets[0]);
    assert_eq!(mix.used[1].1, decimal("5"));
    // 1,000 t × 19.57 ÷ 389.31 = 50.268 万m³ of gas stay.
    assert_eq!(mix.assessment.fuels[1].fuel.amount, decimal("50.268"));
}

#[test]
fn what_is_kept_is_not_there_to_change() {
    let book = book();
    let assessment = book.read(vector());
    let gas = Lever::Fuel { entry: 0, by: Replacement::DirectPower };
    assert_eq!(gas.limit(&assessment, decimal("1500")), decimal("500"));
    assert_eq!(gas.limit(&assessment, decimal("2500")), Decimal::ZERO);
}

proptest! {
    #[test]
    fn a_mix_never_leaves_an_amount_below_zero_and_moves_no_power(
        amounts in prop::collection::vec(0_i64..400_000, 5), grid in 0_i64..300_000, coal in 1_i64..200_000,
    ) {
        let book = book();
        let assessment = book.read(json!({
            "fuels": [{ "fuel": "lignite", "use": "combustion", "amount": coal.to_string() }],
            "electricity": { "received": [{ "source": "other", "mwh": grid.to_string() }] },
        }));
        let levers = [
            Lever::DirectPower,
            Lever::Certificates,
            Lever::Fuel { entry: 0, by: Replacement::DirectPower },
            Lever::Fuel { entry: 0, by: Replacement::NonFossilHeat },
            Lever::Fuel { entry: 0, by: Replacement::NaturalGas },
        ];
        let wanted: Vec<_> =
            levers.into_iter().zip(amounts.into_iter().map(Decimal::from_integer)).collect();
        let mix = Mix::of(&assessment, &wanted, &book.factor_sets[0]);
        prop_assert!(mix.assessment.fuels.iter().all(|entry| !entry.fuel.amount.is_negative()));
        prop_assert!(mix.assessment.power_received.iter().all(|power| !power.mwh.0.is_negative()));
        for ((_, wanted), (_, used)) in wanted.iter().zip(&mix.used) {
            prop_assert!(used <= wanted);
        }
        // Levers that only change where power comes from leave its sum as it is.
        let moved: Vec<_> = wanted[..2].to_vec();
        let mix = Mix::of(&assessment, &moved, &book.factor_sets[0]);
        let sum: MegawattHours = mix.assessment.power_received.iter().map(|power| power.mwh).sum();
        prop_assert_eq!(sum.0, Decimal::from_integer(grid));
    }
}
