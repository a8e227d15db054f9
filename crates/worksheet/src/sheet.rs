//! What is filled in, as it was typed.

use std::collections::BTreeMap;

use assessment::factors::{DEFAULT_FACTORS, FactorSet, FuelUnit};
use assessment::reader::Library;
use serde::{Deserialize, Deserializer, Serialize};

use crate::number::{self, Reading};
use crate::unit::{Quantity, Unit};

/// Format of a stored worksheet; a reader refuses any other.
pub const FORMAT: &str = "zcp.worksheet/1";

/// The guiding indicator whose calculator counts products.
pub const PRODUCT_QUOTA: &str = "product_energy_quota";

/// Ids of the guiding indicators in the order in which sheets of the first form kept their lines.
const FIRST_FORM: [&str; 5] = [
    "clean_energy_share",
    PRODUCT_QUOTA,
    "solid_waste_utilisation",
    "waste_heat_utilisation",
    "industrial_water_reuse",
];

/// An amount as typed, with the unit chosen beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amount {
    /// The text.
    pub text: String,
    /// The unit.
    pub unit: Unit,
}

impl Amount {
    /// Nothing typed yet, in the contract's unit.
    pub fn empty(quantity: Quantity) -> Amount {
        Amount { text: String::new(), unit: quantity.contract_unit() }
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// A fuel: burnt or used as feedstock, into or out of a conversion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FuelLine {
    /// Id in the factor set.
    pub fuel: String,
    /// `combustion` or `feedstock`; of no meaning within a conversion.
    pub purpose: String,
    /// How much.
    pub amount: Amount,
    /// Emission factor of its own, t CO₂ per unit.
    pub t_per_unit: String,
    /// Energy factor of its own, tce per unit.
    pub tce_per_unit: String,
    /// Measured net calorific value, GJ per unit.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub ncv_gj_per_unit: String,
    /// Measured carbon content, t C per GJ.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub carbon_t_per_gj: String,
    /// Measured oxidation rate; fuels burnt only.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub oxidation: String,
    /// Where its own factors come from.
    pub basis: String,
}

/// An energy conversion.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConversionLine {
    /// A name for the reader.
    pub name: String,
    /// What goes in.
    pub inputs: Vec<FuelLine>,
    /// What comes out.
    pub outputs: Vec<FuelLine>,
}

/// Power of a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PowerLine {
    /// Id of the source in the contract.
    pub source: String,
    /// How much.
    pub amount: Amount,
}

/// Heat of a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeatLine {
    /// Id of the source in the contract.
    pub source: String,
    /// How much.
    pub amount: Amount,
    /// Measured factor, t CO₂ per GJ; fossil heat only.
    pub t_per_gj: String,
    /// Where the measured factor comes from.
    pub basis: String,
}

/// An industrial process.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProcessLine {
    /// Product and route, a free id.
    pub product: String,
    /// Qualified product.
    pub amount: Amount,
    /// Emission factor, t CO₂ per t.
    pub t_per_t: String,
    /// Where the factor comes from.
    pub basis: String,
}

/// How a guiding indicator is given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// Not at all; the clean-energy share is then computed from the balance.
    #[default]
    Nothing,
    /// As a value.
    Value,
    /// By its calculator.
    Calculator,
    /// It cannot be done here, and why.
    NotApplicable,
}

/// A main product, for the quota indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProductLine {
    /// Product, and the quota standard it is held against.
    pub name: String,
    /// Whether it reaches level 2 or better; unanswered at first.
    pub reaches: Option<bool>,
}

/// A guiding indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuidingLine {
    /// How it is given.
    pub how: How,
    /// Whether the value is not yet verified.
    pub pending: bool,
    /// The value, per cent.
    pub value: String,
    /// Why it cannot be done here.
    pub reason: String,
    /// Inputs of its calculator, in the calculator's order.
    pub inputs: Vec<String>,
    /// Products, for the quota indicator.
    pub products: Vec<ProductLine>,
}

/// The guiding indicators, by id: a ruleset may add one, and a stored sheet still opens.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct GuidingLines(BTreeMap<String, GuidingLine>);

impl GuidingLines {
    /// The line of an indicator; empty where nothing was filled in.
    pub fn get(&self, id: &str) -> &GuidingLine {
        static EMPTY: GuidingLine = GuidingLine {
            how: How::Nothing,
            pending: false,
            value: String::new(),
            reason: String::new(),
            inputs: Vec::new(),
            products: Vec::new(),
        };
        self.0.get(id).unwrap_or(&EMPTY)
    }

    /// The line of an indicator, to be changed.
    pub fn line_mut(&mut self, id: &str) -> &mut GuidingLine {
        self.0.entry(id.to_owned()).or_default()
    }

    /// Every line that is there, by id.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &GuidingLine)> {
        self.0.iter().map(|(id, line)| (id.as_str(), line))
    }
}

/// By id; or, as sheets and links of the first form have it, five lines in [`FIRST_FORM`]'s order.
impl<'de> Deserialize<'de> for GuidingLines {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<GuidingLines, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Form {
            ById(BTreeMap<String, GuidingLine>),
            FirstForm(Box<[GuidingLine; 5]>),
        }
        Ok(GuidingLines(match Form::deserialize(deserializer)? {
            Form::ById(lines) => lines,
            Form::FirstForm(lines) => {
                let filled =
                    FIRST_FORM.into_iter().zip(*lines).filter(|(_, line)| *line != GuidingLine::default());
                filled.map(|(id, line)| (id.to_owned(), line)).collect()
            }
        }))
    }
}

/// An answer to a basic condition (ndrc-910, annex 1).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BasicLine {
    /// Yes, no, or not answered.
    pub holds: Option<bool>,
    /// A note.
    pub note: String,
}

/// A self-assessment of one park and one year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// [`FORMAT`].
    pub format: String,
    /// Name of the park, or of the case.
    pub name: String,
    /// The natural year.
    pub year: String,
    /// Id of the factor set; empty takes the contract's default.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub factors: String,
    /// 等价值 of electricity, tce per MWh; empty takes the ruleset's convention.
    pub electricity_tce_per_mwh: String,
    /// GJ per tonne of steam; empty takes the default.
    pub steam_gj_per_tonne: String,
    /// Fuels.
    pub fuels: Vec<FuelLine>,
    /// Conversions.
    pub conversions: Vec<ConversionLine>,
    /// Power received.
    pub received: Vec<PowerLine>,
    /// Power sent out.
    pub sent: Vec<PowerLine>,
    /// Own non-fossil power, used within the park.
    pub own: Amount,
    /// Own generation from fuels that stand elsewhere in the sheet.
    #[serde(default = "no_power")]
    pub generated_thermal: Amount,
    /// Own generation from waste heat.
    #[serde(default = "no_power")]
    pub generated_waste_heat: Amount,
    /// Heat received.
    pub heat_received: Vec<HeatLine>,
    /// Heat sent out.
    pub heat_sent: Vec<HeatLine>,
    /// Processes.
    pub processes: Vec<ProcessLine>,
    /// International aviation and shipping, t CO₂ within combustion.
    pub bunkers_t: String,
    /// The guiding indicators.
    pub guiding: GuidingLines,
    /// The basic conditions, 1 to 4.
    pub basic: [BasicLine; 4],
    /// What else is to be remembered: captured or bound carbon, sources, doubts. It enters no computation.
    #[serde(default)]
    pub notes: String,
}

/// No power typed yet.
fn no_power() -> Amount {
    Amount::empty(Quantity::Power)
}

impl FuelLine {
    /// An empty line of a fuel.
    pub fn of(fuel: &str, purpose: &str, quantity: Quantity) -> FuelLine {
        FuelLine {
            fuel: fuel.to_owned(),
            purpose: purpose.to_owned(),
            amount: Amount::empty(quantity),
            t_per_unit: String::new(),
            tce_per_unit: String::new(),
            ncv_gj_per_unit: String::new(),
            carbon_t_per_gj: String::new(),
            oxidation: String::new(),
            basis: String::new(),
        }
    }
}

impl HeatLine {
    /// An empty line of a source.
    pub fn of(source: &str) -> HeatLine {
        let amount = Amount::empty(Quantity::Heat);
        HeatLine { source: source.to_owned(), amount, t_per_gj: String::new(), basis: String::new() }
    }
}

impl ProcessLine {
    /// An empty line.
    pub fn empty() -> ProcessLine {
        let amount = Amount::empty(Quantity::Mass);
        ProcessLine { product: String::new(), amount, t_per_t: String::new(), basis: String::new() }
    }
}

impl Sheet {
    /// A sheet with nothing filled in: every source has its line, fuels and processes have none.
    pub fn empty(year: u16) -> Sheet {
        let power =
            |source: &str| PowerLine { source: source.to_owned(), amount: Amount::empty(Quantity::Power) };
        let sources = assessment::input::PowerSource::ALL.map(|source| power(source.id()));
        let heat = || assessment::input::HeatSource::ALL.map(|source| HeatLine::of(source.id())).into();
        Sheet {
            format: FORMAT.to_owned(),
            name: String::new(),
            year: year.to_string(),
            factors: String::new(),
            electricity_tce_per_mwh: String::new(),
            steam_gj_per_tonne: String::new(),
            fuels: Vec::new(),
            conversions: Vec::new(),
            received: sources.to_vec(),
            sent: sources.into(),
            own: no_power(),
            generated_thermal: no_power(),
            generated_waste_heat: no_power(),
            heat_received: heat(),
            heat_sent: heat(),
            processes: Vec::new(),
            bunkers_t: String::new(),
            guiding: Default::default(),
            basic: Default::default(),
            notes: String::new(),
        }
    }

    /// A new sheet for a year, with the factor set that a library proposes.
    pub fn proposed(year: u16, library: Library<'_>) -> Sheet {
        let factors = library.proposed_factors().map(|set| set.id.clone()).unwrap_or_default();
        Sheet { factors, ..Sheet::empty(year) }
    }

    /// A worked example: 1,000 GWh of power, of which 600 supplied directly and 300 by certificates, natural
    /// gas, and fossil heat. It comes to 0.528 t CO₂ per tce, above its target. The page names it.
    pub fn example(year: u16) -> Sheet {
        let mut sheet = Sheet::empty(year);
        for (at, (text, unit)) in [
            ("60000", Unit::TenThousandKwh),
            ("300000", Unit::Mwh),
            ("", Unit::Mwh),
            ("1", Unit::HundredMillionKwh),
        ]
        .into_iter()
        .enumerate()
        {
            sheet.received[at].amount = Amount { text: text.to_owned(), unit };
        }
        let mut gas = FuelLine::of("natural_gas", "combustion", Quantity::Gas);
        gas.amount.text = "2000".to_owned();
        sheet.fuels.push(gas);
        sheet.heat_received[0].amount.text = "500000".to_owned();
        sheet
    }

    /// The year, where one was typed.
    pub fn year(&self) -> Option<u16> {
        match number::read(&self.year, Quantity::Plain) {
            Reading::Number { text, .. } => text.parse().ok(),
            Reading::Empty | Reading::Ambiguous(_) | Reading::Unreadable(_) => None,
        }
    }

    /// Id of the factor set it is made with.
    pub fn factor_set(&self) -> &str {
        if self.factors.is_empty() { DEFAULT_FACTORS } else { &self.factors }
    }

    /// The basic conditions as the ladder asks for them.
    pub fn basic_conditions(&self) -> [Option<bool>; 4] {
        self.basic.each_ref().map(|line| line.holds)
    }
}

/// What a fuel is measured in: gases by volume, all others by mass.
pub fn fuel_quantity(factors: &FactorSet, fuel: &str) -> Quantity {
    match factors.fuel(fuel).map(|fuel| fuel.unit) {
        Some(FuelUnit::TenThousandCubicMetres) => Quantity::Gas,
        Some(FuelUnit::Tonne) | None => Quantity::Mass,
    }
}
