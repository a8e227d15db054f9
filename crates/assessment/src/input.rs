//! What an assessment file says, once it has been checked.

use crate::decimal::Decimal;
use crate::factors::FactorSet;
use crate::quantity::MegawattHours;
use crate::ruleset::Ruleset;

/// Format of assessment files; a reader refuses any other.
pub const FORMAT: &str = "zcp.assessment/1";
/// Id of the convention that holds the 等价值 of electricity.
pub const ELECTRICITY_PARAMETER: &str = "electricity_tce_per_mwh";

/// The rules that one assessment is made under.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'a> {
    /// The ruleset in force on the last day of the year; where none is, the nearest in time, by whose
    /// indicators and conventions the accounts are laid out.
    pub ruleset: &'a Ruleset,
    /// Whether that ruleset is in force. Where it is not, nothing is judged.
    pub in_force: bool,
    /// The factor set that the assessment names, or the default.
    pub factors: &'a FactorSet,
    /// The set whose values stand in where the other has none; the same where it stands alone.
    pub general: &'a FactorSet,
}

impl<'a> Rules<'a> {
    /// A ruleset in force and a factor set that stands alone.
    pub fn new(ruleset: &'a Ruleset, factors: &'a FactorSet) -> Rules<'a> {
        Rules { ruleset, in_force: true, factors, general: factors }
    }

    /// The same rules with another factor set; `None` where the set that completes it is not among those given.
    pub fn with_factors(self, factors: &'a FactorSet, sets: &'a [FactorSet]) -> Option<Rules<'a>> {
        let general = match &factors.completed_by {
            None => factors,
            Some(id) => sets.iter().find(|set| set.id == *id)?,
        };
        Some(Rules { factors, general, ..self })
    }
}

/// One park, one year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assessment {
    /// The natural year.
    pub year: u16,
    /// A name for the reader.
    pub name: Option<String>,
    /// Id of the factor set; `None` takes [`crate::factors::DEFAULT_FACTORS`].
    pub factors: Option<String>,
    /// 等价值 of electricity, tce per MWh; `None` takes the ruleset's convention.
    pub electricity_tce_per_mwh: Option<Decimal>,
    /// Fuels burnt or used as feedstock.
    pub fuels: Vec<FuelEntry>,
    /// Energy conversions.
    pub conversions: Vec<Conversion>,
    /// Power received.
    pub power_received: Vec<Power>,
    /// Power sent out.
    pub power_sent: Vec<Power>,
    /// Non-fossil power generated and used within the park.
    pub self_used_non_fossil: Decimal,
    /// Power generated within the park from fuels that are counted elsewhere.
    pub generated_thermal: Option<Decimal>,
    /// Power generated within the park from waste heat.
    pub generated_waste_heat: Option<Decimal>,
    /// Heat received.
    pub heat_received: Vec<Heat>,
    /// Heat sent out.
    pub heat_sent: Vec<Heat>,
    /// Industrial processes.
    pub processes: Vec<Process>,
    /// Emissions of international aviation and shipping within combustion, t CO₂.
    pub bunkers_t: Decimal,
    /// What is given for guiding indicators, by id.
    pub guiding: Vec<(String, Given)>,
}

impl Assessment {
    /// Whether any fuel brings a measured calorific value.
    pub fn has_measured(&self) -> bool {
        let converted = self.conversions.iter().flat_map(|c| c.inputs.iter().chain(&c.outputs));
        let mut fuels = self.fuels.iter().map(|entry| &entry.fuel).chain(converted);
        fuels.any(|fuel| fuel.ncv_gj_per_unit.is_some())
    }

    /// Power generated within the park other than non-fossil, MWh; `None` when neither kind is given.
    ///
    /// It enters neither emissions nor energy, whose fuels are counted already: only the power used.
    pub fn generated(&self) -> Option<Decimal> {
        let kinds = [self.generated_thermal, self.generated_waste_heat];
        kinds.iter().any(Option::is_some).then(|| kinds.into_iter().flatten().sum())
    }

    /// What is given for a guiding indicator.
    pub fn given(&self, indicator: &str) -> &Given {
        self.guiding.iter().find(|(id, _)| id == indicator).map_or(&Given::Nothing, |(_, given)| given)
    }
}

/// A fuel and what is done with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FuelEntry {
    /// What is done with it.
    pub purpose: Purpose,
    /// How much of which.
    pub fuel: Fuel,
}

/// What a fuel is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// 用作燃料: emits, and counts as energy.
    Combustion,
    /// 用作原料: counts as energy only.
    Feedstock,
}

/// An amount of a fuel, with factors of its own where it has some.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fuel {
    /// Id in the factor set.
    pub id: String,
    /// Amount in the fuel's unit.
    pub amount: Decimal,
    /// Emission factor of its own, t CO₂ per unit.
    pub t_per_unit: Option<Decimal>,
    /// Energy factor of its own, tce per unit.
    pub tce_per_unit: Option<Decimal>,
    /// Measured net calorific value, GJ per unit.
    pub ncv_gj_per_unit: Option<Decimal>,
    /// Measured carbon content, t C per GJ.
    pub carbon_t_per_gj: Option<Decimal>,
    /// Measured share of the carbon that is oxidised; fuels burnt only.
    pub oxidation: Option<Decimal>,
    /// Where its own factors come from.
    pub basis: Option<String>,
}

impl Fuel {
    /// Whether it brings any factor of its own.
    pub fn has_own(&self) -> bool {
        let own =
            [self.t_per_unit, self.tce_per_unit, self.ncv_gj_per_unit, self.carbon_t_per_gj, self.oxidation];
        own.iter().any(Option::is_some)
    }
}

/// An energy conversion (加工转换): what goes in and what comes out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conversion {
    /// A name for the reader.
    pub name: Option<String>,
    /// 能源投入.
    pub inputs: Vec<Fuel>,
    /// 能源产出.
    pub outputs: Vec<Fuel>,
}

/// Where power comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PowerSource {
    /// Non-fossil power supplied directly (电力直供).
    DirectNonFossil,
    /// Renewable power by green certificates (绿证).
    GreenCertificate,
    /// Renewable power by green power trade (绿电交易).
    GreenTrade,
    /// Everything else.
    Other,
}

impl PowerSource {
    /// All sources, in the contract's order.
    pub const ALL: [PowerSource; 4] =
        [Self::DirectNonFossil, Self::GreenCertificate, Self::GreenTrade, Self::Other];

    /// Id in the contract.
    pub fn id(self) -> &'static str {
        match self {
            Self::DirectNonFossil => "direct_non_fossil",
            Self::GreenCertificate => "green_certificate",
            Self::GreenTrade => "green_trade",
            Self::Other => "other",
        }
    }

    /// Whether the method counts it as free of emissions.
    pub fn is_non_fossil(self) -> bool {
        self != Self::Other
    }
}

/// Power of one source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Power {
    /// Its source.
    pub source: PowerSource,
    /// How much.
    pub mwh: MegawattHours,
}

/// Where heat comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeatSource {
    /// From fossil fuel.
    Fossil,
    /// From anything else.
    NonFossil,
}

impl HeatSource {
    /// All sources, in the contract's order.
    pub const ALL: [HeatSource; 2] = [Self::Fossil, Self::NonFossil];

    /// Id in the contract.
    pub fn id(self) -> &'static str {
        match self {
            Self::Fossil => "fossil",
            Self::NonFossil => "non_fossil",
        }
    }
}

/// Heat of one source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heat {
    /// Its source.
    pub source: HeatSource,
    /// How much, GJ.
    pub gj: Decimal,
    /// A measured factor, t CO₂ per GJ; fossil heat only.
    pub t_per_gj: Option<Decimal>,
    /// Where the measured factor comes from.
    pub basis: Option<String>,
}

/// An industrial process.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Process {
    /// Product, a free id.
    pub product: String,
    /// Output of qualified product, t.
    pub tonnes: Decimal,
    /// Emission factor, t CO₂ per t.
    pub t_per_t: Decimal,
    /// Where the factor comes from; the method prints none, so it is required.
    pub basis: String,
}

/// What is given for a guiding indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// A value, per cent.
    Value(Decimal),
    /// A value that is not yet verified, per cent.
    Pending(Decimal),
    /// The work cannot be done here, and why.
    NotApplicable(String),
    /// Nothing.
    Nothing,
}
