//! Factor sets as data: what a unit of fuel, power or heat weighs in carbon and in energy.

use std::collections::HashSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::decimal::Decimal;
use crate::fact::{Date, Mark, Problem, Text};
use crate::in_force;

/// A set of default factors, with the mark and source of each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactorSet {
    /// Stable id, such as `annex4-2025`.
    pub id: String,
    /// Title.
    pub title: Text,
    /// Id of the document whose method the factors serve.
    pub document: String,
    /// First day in force.
    pub in_force_from: Date,
    /// Last day in force; absent while in force without an end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force_to: Option<Date>,
    /// Day on which it was published: before it, nobody knew of it, whatever day it is in force from.
    pub published_on: Date,
    /// Day on which its end was published; with `in_force_to`, and only with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_published_on: Option<Date>,
    /// Day on which the set was last compared with its sources; absent for a reader of an earlier day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked_on: Option<Date>,
    /// What one MWh of power that is neither direct non-fossil nor green-certified emits, t CO₂.
    pub other_power_t_per_mwh: Factor,
    /// What one GJ of fossil heat emits by default, t CO₂.
    pub fossil_heat_t_per_gj: Factor,
    /// What one GJ of heat counts for in energy, tce.
    pub heat_tce_per_gj: Factor,
    /// Fuels, in the order of the method's list.
    pub fuels: Vec<FuelFactor>,
    /// Hints for process factors: never applied by themselves.
    pub process_hints: Vec<ProcessHint>,
    /// Factors published elsewhere, shown so that nobody takes them for the rule's.
    pub elsewhere: Vec<ElsewhereFactor>,
}

/// A number with its source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Factor {
    /// The number.
    pub value: Decimal,
    /// How sure it is.
    pub mark: Mark,
    /// Clause or publication.
    pub source: Arc<str>,
}

/// Unit in which a fuel's amount is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FuelUnit {
    /// Tonnes.
    #[serde(rename = "t")]
    Tonne,
    /// Ten thousand cubic metres at standard conditions, 万m³.
    #[serde(rename = "10k_m3")]
    TenThousandCubicMetres,
}

impl FuelUnit {
    /// Id of the unit, as traces name it.
    pub fn symbol(self) -> &'static str {
        match self {
            FuelUnit::Tonne => "t",
            FuelUnit::TenThousandCubicMetres => "10k_m3",
        }
    }

    /// Units of a fuel per kgce-per-kg or kgce-per-m³ figure: a tonne is 1,000 kg and a tce 1,000
    /// kgce, so 1; 万m³ is 10,000 m³, so 10.
    pub fn tce_multiplier(self) -> Decimal {
        Decimal::from_integer(match self {
            FuelUnit::Tonne => 1,
            FuelUnit::TenThousandCubicMetres => 10,
        })
    }
}

/// Default factors of a fuel: EF = net calorific value × carbon content × oxidation rate × 44/12.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FuelFactor {
    /// Stable id: `natural_gas`.
    pub id: String,
    /// Name.
    pub name: Text,
    /// Unit of the amount.
    pub unit: FuelUnit,
    /// Net calorific value, GJ per unit.
    pub ncv_gj_per_unit: Decimal,
    /// Carbon content, t C per GJ.
    pub carbon_t_per_gj: Decimal,
    /// Share of the carbon that is oxidised, above 0 and up to 1.
    pub oxidation: Decimal,
    /// Energy, kgce per kg or per m³ (GB/T 2589-2020).
    pub kgce: Decimal,
    /// Whether the strict reading of clean energy leaves it out and the statistical reading counts it.
    #[serde(default)]
    pub clean: bool,
    /// How sure the emission factor is.
    pub mark: Mark,
    /// How sure `kgce` is, where that differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kgce_mark: Option<Mark>,
    /// How sure the net calorific value is, where that differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ncv_mark: Option<Mark>,
    /// Where the numbers stand.
    pub source: Arc<str>,
}

impl FuelFactor {
    /// Carbon burnt per unit, t C, before × 44 ÷ 12.
    pub fn carbon_t_per_unit(&self) -> Decimal {
        self.carbon_t_per_unit_unoxidised() * self.oxidation
    }

    /// Carbon contained per unit, t C: what conversions count, at oxidation 1
    /// (ndrc-910/annex4/2.2.conversion).
    pub fn carbon_t_per_unit_unoxidised(&self) -> Decimal {
        self.ncv_gj_per_unit * self.carbon_t_per_gj
    }

    /// Energy per unit, tce.
    pub fn tce_per_unit(&self) -> Decimal {
        self.kgce * self.unit.tce_multiplier()
    }
}

/// A commonly used process factor, offered as a hint only: the method prints none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProcessHint {
    /// Product id.
    pub product: String,
    /// Name.
    pub name: Text,
    /// t CO₂ per t of product.
    pub t_per_t: Decimal,
    /// How sure it is.
    pub mark: Mark,
    /// Where it stands.
    pub source: String,
}

/// A factor that someone published and that must not enter the core indicator by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ElsewhereFactor {
    /// Stable id.
    pub id: String,
    /// What it is, and why it does not apply.
    pub statement: Text,
    /// t CO₂ per MWh (equal to kg per kWh).
    pub t_per_mwh: Decimal,
    /// Whether it may be shown as a what-if of the core indicator.
    pub what_if: bool,
    /// How sure it is.
    pub mark: Mark,
    /// Where it stands.
    pub source: String,
}

/// Digits after the point that the factors of one fuel may have together. With the bound on written
/// numbers it keeps every product of the accounting within [`Decimal`]'s 76 digits.
const MAX_FUEL_SCALE: u8 = 12;

impl FactorSet {
    /// The factors of a fuel.
    pub fn fuel(&self, id: &str) -> Option<&FuelFactor> {
        self.fuels.iter().find(|fuel| fuel.id == id)
    }

    /// Every mistake in the set: ids that repeat, oxidation out of range, numbers without a source,
    /// more digits than exact arithmetic allows, dates that cross.
    pub fn check(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        in_force::check_days(self, &mut problems);
        let singles = [
            ("other_power_t_per_mwh", &self.other_power_t_per_mwh),
            ("fossil_heat_t_per_gj", &self.fossil_heat_t_per_gj),
            ("heat_tce_per_gj", &self.heat_tce_per_gj),
        ];
        for (path, factor) in singles {
            check_source(path, &factor.source, &mut problems);
            if !factor.value.is_positive() {
                problems.push(Problem::new(format!("{path}.value"), "more than 0", factor.value.to_string()));
            }
        }
        let mut ids = HashSet::new();
        for (i, fuel) in self.fuels.iter().enumerate() {
            let path = format!("fuels[{i}]");
            if !ids.insert(&fuel.id) {
                problems.push(Problem::new(format!("{path}.id"), "an id that no other fuel has", &fuel.id));
            }
            fuel.check(&path, &mut problems);
        }
        for (i, hint) in self.process_hints.iter().enumerate() {
            check_source(&format!("process_hints[{i}]"), &hint.source, &mut problems);
        }
        for (i, factor) in self.elsewhere.iter().enumerate() {
            check_source(&format!("elsewhere[{i}]"), &factor.source, &mut problems);
        }
        problems
    }
}

impl FuelFactor {
    fn check(&self, path: &str, problems: &mut Vec<Problem>) {
        check_source(path, &self.source, problems);
        if !self.oxidation.is_positive() || self.oxidation > Decimal::from_integer(1) {
            let expected = "more than 0 and at most 1";
            problems.push(Problem::new(format!("{path}.oxidation"), expected, self.oxidation.to_string()));
        }
        let numbers = [
            ("ncv_gj_per_unit", self.ncv_gj_per_unit),
            ("carbon_t_per_gj", self.carbon_t_per_gj),
            ("kgce", self.kgce),
        ];
        for (field, number) in numbers {
            if !number.is_positive() || number >= Decimal::from_integer(10_000) {
                let expected = "more than 0 and less than 10000";
                problems.push(Problem::new(format!("{path}.{field}"), expected, number.to_string()));
            }
        }
        let scale = self.carbon_t_per_unit().scale();
        if scale > MAX_FUEL_SCALE {
            let expected = format!("at most {MAX_FUEL_SCALE} digits after the point over its three factors");
            problems.push(Problem::new(path, expected, scale.to_string()));
        }
    }
}

fn check_source(path: &str, source: &str, problems: &mut Vec<Problem>) {
    if source.trim().is_empty() {
        problems.push(Problem::new(format!("{path}.source"), "where the number stands", "nothing"));
    }
}
