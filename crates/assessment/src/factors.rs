//! Factor sets as data: what a unit of fuel, power or heat weighs in carbon and in energy.

use std::collections::HashSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::decimal::Decimal;
use crate::fact::{Date, Mark, Problem, Text};
use crate::in_force;
use crate::quantity::{GJ_PER_TCE, TonnesCo2};
use crate::ruleset::check_number;

/// The set that an assessment is made with when it names none.
pub const DEFAULT_FACTORS: &str = "annex4-2025";

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
    /// Id of the set whose values stand in where this one has none; absent for a set that stands alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub completed_by: Option<String>,
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

/// What kind of fuel it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FuelKind {
    /// Coal and what is washed, pressed or sorted from it.
    Coal,
    /// Coke and what else coking gives, gas excepted.
    Coke,
    /// Oil and what is refined from it, gas excepted.
    Oil,
    /// Gas made from coal: coke-oven, blast-furnace, converter and other gas.
    CoalGas,
    /// Gas from refining.
    RefineryGas,
    /// Natural gas, also liquefied.
    NaturalGas,
}

/// The groups of the method's list (ndrc-910/annex4/2.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FuelGroup {
    /// 煤品.
    Coal,
    /// 油品.
    Oil,
    /// 天然气.
    NaturalGas,
}

impl FuelKind {
    /// The group of the method's list.
    pub fn group(self) -> FuelGroup {
        match self {
            FuelKind::Coal | FuelKind::Coke | FuelKind::CoalGas => FuelGroup::Coal,
            FuelKind::Oil | FuelKind::RefineryGas => FuelGroup::Oil,
            FuelKind::NaturalGas => FuelGroup::NaturalGas,
        }
    }

    /// Whether it is a gas, which is burnt where it is made or lost.
    pub fn is_gas(self) -> bool {
        matches!(self, FuelKind::CoalGas | FuelKind::RefineryGas | FuelKind::NaturalGas)
    }
}

/// A fuel of the method's list, with its default factors where there are any.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FuelFactor {
    /// Stable id: `natural_gas`.
    pub id: String,
    /// Name.
    pub name: Text,
    /// What kind of fuel it is.
    pub kind: FuelKind,
    /// Unit of the amount.
    pub unit: FuelUnit,
    /// Net calorific value, GJ per unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ncv_gj_per_unit: Option<Decimal>,
    /// Carbon content, t C per GJ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carbon_t_per_gj: Option<Decimal>,
    /// Share of the carbon that is oxidised, above 0 and up to 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub oxidation: Option<Decimal>,
    /// Emissions by heat, t CO₂ per TJ, all of the carbon oxidised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub t_per_tj: Option<Decimal>,
    /// Energy, kgce per kg or per m³ (GB/T 2589-2020).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kgce: Option<Decimal>,
    /// Whether the strict reading of clean energy leaves it out and the statistical reading counts it.
    #[serde(default)]
    pub clean: bool,
    /// How sure the emission factor is; `U` where the set has none.
    pub mark: Mark,
    /// How sure `kgce` is, where that differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kgce_mark: Option<Mark>,
    /// How sure the net calorific value is, where that differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ncv_mark: Option<Mark>,
    /// Where the numbers stand, or that none is known.
    pub source: Arc<str>,
}

/// How a default emission factor comes about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emission {
    /// Net calorific value × carbon content × oxidation rate × 44/12.
    Carbon {
        /// GJ per unit.
        ncv: Decimal,
        /// t C per GJ.
        carbon: Decimal,
        /// Share oxidised when burnt; conversions count all of it (ndrc-910/annex4/2.2.conversion).
        oxidation: Decimal,
    },
    /// Heat content × emissions by heat, burnt or converted alike: no oxidation rate applies.
    ByHeat {
        /// GJ per unit.
        heat: Decimal,
        /// t CO₂ per TJ.
        t_per_tj: Decimal,
    },
}

impl Emission {
    /// Emissions of a unit, burnt.
    pub fn burnt(self) -> TonnesCo2 {
        match self {
            Emission::Carbon { ncv, carbon, oxidation } => TonnesCo2::from_carbon(ncv * carbon * oxidation),
            Emission::ByHeat { .. } => self.converted(),
        }
    }

    /// Emissions of a unit, put into a conversion.
    pub fn converted(self) -> TonnesCo2 {
        match self {
            Emission::Carbon { ncv, carbon, .. } => TonnesCo2::from_carbon(ncv * carbon),
            Emission::ByHeat { heat, t_per_tj } => TonnesCo2::from_tonnes(heat * t_per_tj * PER_THOUSAND),
        }
    }
}

/// A thousandth: t per TJ are thousandths of t per GJ.
pub(crate) const PER_THOUSAND: Decimal = Decimal::last_place(3);

impl FuelFactor {
    /// Energy per unit, tce.
    pub fn tce_per_unit(&self) -> Option<Decimal> {
        Some(self.kgce? * self.unit.tce_multiplier())
    }

    /// Heat of a unit, GJ: the net calorific value, or what the coal equivalent stands for.
    pub fn heat_gj_per_unit(&self) -> Option<Decimal> {
        self.ncv_gj_per_unit.or_else(|| Some(self.tce_per_unit()? * GJ_PER_TCE))
    }

    /// The default emission factor, where the set has all that it is made of.
    pub fn emission(&self) -> Option<Emission> {
        let heat = self.heat_gj_per_unit();
        match (self.t_per_tj, self.ncv_gj_per_unit, self.carbon_t_per_gj, self.oxidation) {
            (Some(t_per_tj), ..) => Some(Emission::ByHeat { heat: heat?, t_per_tj }),
            (None, Some(ncv), Some(carbon), Some(oxidation)) => {
                Some(Emission::Carbon { ncv, carbon, oxidation })
            }
            _ => None,
        }
    }

    /// Whether the set says anything of what the fuel emits.
    pub fn has_value(&self) -> bool {
        self.t_per_tj.is_some() || self.carbon_t_per_gj.is_some()
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
            check_number(format!("{path}.value"), factor.value, &mut problems);
        }
        let mut ids = HashSet::new();
        for (i, fuel) in self.fuels.iter().enumerate() {
            let path = format!("fuels[{i}]");
            if !ids.insert(&fuel.id) {
                problems.push(Problem::new(format!("{path}.id"), "an id that no other fuel has", &fuel.id));
            }
            fuel.check(&path, &mut problems);
        }
        if self.completed_by.as_ref() == Some(&self.id) {
            problems.push(Problem::new("completed_by", "another set", &self.id));
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

impl FactorSet {
    /// Every mistake in how the set stands to the one that completes it: each fuel must be there too, as the
    /// same thing, or one amount would mean two energies.
    pub fn check_beside(&self, general: &FactorSet) -> Vec<Problem> {
        let mut problems = Vec::new();
        if let Some(other) = &general.completed_by {
            let expected = format!("a set that stands alone, as {} does not", general.id);
            problems.push(Problem::new(
                "completed_by",
                expected,
                format!("{}, completed by {other}", general.id),
            ));
        }
        for (i, fuel) in self.fuels.iter().enumerate() {
            let Some(other) = general.fuel(&fuel.id) else {
                let expected = format!("a fuel of {}", general.id);
                problems.push(Problem::new(format!("fuels[{i}].id"), expected, &fuel.id));
                continue;
            };
            let same = fuel.name == other.name
                && fuel.kind == other.kind
                && fuel.unit == other.unit
                && fuel.kgce == other.kgce
                && fuel.clean == other.clean;
            if !same {
                let expected = format!("name, kind, unit, kgce and clean as in {}", general.id);
                problems.push(Problem::new(format!("fuels[{i}]"), expected, "others"));
            }
        }
        problems
    }
}

impl FuelFactor {
    fn check(&self, path: &str, problems: &mut Vec<Problem>) {
        check_source(path, &self.source, problems);
        let before = problems.len();
        if let Some(oxidation) = self.oxidation
            && (!oxidation.is_positive() || oxidation > Decimal::from_integer(1))
        {
            let expected = "more than 0 and at most 1";
            problems.push(Problem::new(format!("{path}.oxidation"), expected, oxidation.to_string()));
        }
        let numbers = [
            ("ncv_gj_per_unit", self.ncv_gj_per_unit),
            ("carbon_t_per_gj", self.carbon_t_per_gj),
            ("t_per_tj", self.t_per_tj),
            ("kgce", self.kgce),
        ];
        for (field, number) in numbers {
            if let Some(number) = number
                && (!number.is_positive() || number >= Decimal::from_integer(10_000))
            {
                let expected = "more than 0 and less than 10000";
                problems.push(Problem::new(format!("{path}.{field}"), expected, number.to_string()));
            }
        }
        // Numbers longer than this would leave exact arithmetic in the very product that is looked at below.
        let long = [("oxidation", self.oxidation)].into_iter().chain(numbers);
        let long = long.filter_map(|(field, number)| Some((field, number?)));
        for (field, number) in long.filter(|(_, number)| number.scale() > MAX_FUEL_SCALE) {
            let expected = format!("at most {MAX_FUEL_SCALE} digits after the point");
            problems.push(Problem::new(format!("{path}.{field}"), expected, number.to_string()));
        }
        if problems.len() > before {
            return;
        }
        let by_carbon = [self.carbon_t_per_gj, self.oxidation].map(|value| value.is_some());
        let whole = match self.t_per_tj {
            Some(_) => by_carbon == [false, false] && self.ncv_gj_per_unit.is_none(),
            None => {
                by_carbon[0] == by_carbon[1]
                    && by_carbon[0] == self.ncv_gj_per_unit.is_some()
                    && (!by_carbon[0] || self.kgce.is_some())
            }
        };
        if !whole {
            let expected =
                "ncv_gj_per_unit, carbon_t_per_gj, oxidation and kgce together, or t_per_tj, or none of them";
            problems.push(Problem::new(path, expected, "some of them"));
        }
        if self.kgce.is_some() && self.kgce_mark.unwrap_or(self.mark) == Mark::U {
            problems.push(Problem::new(format!("{path}.kgce_mark"), "mark A, B or C beside kgce", "U"));
        }
        if self.has_value() == (self.mark == Mark::U) {
            let expected = "mark U where there is no value, and only there";
            problems.push(Problem::new(format!("{path}.mark"), expected, format!("{:?}", self.mark)));
        }
        let scale = match self.emission() {
            Some(Emission::Carbon { ncv, carbon, oxidation }) => (ncv * carbon * oxidation).scale(),
            Some(Emission::ByHeat { t_per_tj, .. }) => {
                (self.tce_per_unit().unwrap_or_default() * t_per_tj).scale()
            }
            None => 0,
        };
        if scale > MAX_FUEL_SCALE {
            let expected = format!("at most {MAX_FUEL_SCALE} digits after the point over its factors");
            problems.push(Problem::new(path, expected, scale.to_string()));
        }
    }
}

fn check_source(path: &str, source: &str, problems: &mut Vec<Problem>) {
    if source.trim().is_empty() {
        problems.push(Problem::new(format!("{path}.source"), "where the number stands", "nothing"));
    }
}
