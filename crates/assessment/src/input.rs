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
    /// The ruleset in force on the last day of the year.
    pub ruleset: &'a Ruleset,
    /// The factor set in force on that day.
    pub factors: &'a FactorSet,
}

/// One park, one year.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Assessment {
    /// The natural year.
    pub year: u16,
    /// A name for the reader.
    pub name: Option<String>,
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

/// A fuel and what is done with it.
#[derive(Clone, Debug, PartialEq)]
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
#[derive(Clone, Debug, PartialEq)]
pub struct Fuel {
    /// Id in the factor set.
    pub id: String,
    /// Amount in the fuel's unit.
    pub amount: Decimal,
    /// Emission factor of its own, t CO₂ per unit.
    pub t_per_unit: Option<Decimal>,
    /// Energy factor of its own, tce per unit.
    pub tce_per_unit: Option<Decimal>,
    /// Where its own factors come from.
    pub basis: Option<String>,
}

/// An energy conversion (加工转换): what goes in and what comes out.
#[derive(Clone, Debug, Default, PartialEq)]
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
#[derive(Clone, Copy, Debug, PartialEq)]
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
#[derive(Clone, Debug, PartialEq)]
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
#[derive(Clone, Debug, PartialEq)]
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
#[derive(Clone, Debug, PartialEq)]
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
