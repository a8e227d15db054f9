//! Carbon and energy accounting of a park for a year (ndrc-910, annex 4; annex 3, 二 1).
//!
//! Every entry of the input becomes one [`Contribution`]; every total is a sum over them. Trace, charts
//! and exports are drawn from the same contributions, so they cannot disagree with the result.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use crate::decimal::{Decimal, Ratio};
use crate::fact::Mark;
use crate::factors::{FactorSet, FuelFactor};
use crate::input::{
    Assessment, ELECTRICITY_PARAMETER, Fuel, Heat, HeatSource, Power, PowerSource, Process, Purpose, Rules,
};
use crate::quantity::{CarbonIntensity, MegawattHours, TonnesCo2, TonnesCoalEquivalent};

/// Which sum an entry belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Fuel burnt (用作燃料).
    Combustion,
    /// Fuel used as feedstock (用作原料): energy, no emissions.
    Feedstock,
    /// Into a conversion (能源投入).
    ConversionInput,
    /// Out of a conversion (能源产出), subtracted.
    ConversionOutput,
    /// Power received (受入).
    PowerReceived,
    /// Power sent out (送出), subtracted.
    PowerSent,
    /// Own non-fossil power, used within the park.
    PowerOwn,
    /// Heat received (受入).
    HeatReceived,
    /// Heat sent out (送出), subtracted.
    HeatSent,
    /// Industrial process.
    Process,
}

impl Part {
    fn is_subtracted(self) -> bool {
        matches!(self, Part::ConversionOutput | Part::PowerSent | Part::HeatSent)
    }
}

/// Where a factor comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The entry brought its own, with this basis.
    Own(String),
    /// The factor set.
    FactorSet {
        /// How sure it is.
        mark: Mark,
        /// Where it stands.
        source: Arc<str>,
    },
    /// A convention of the ruleset, or its value in the input.
    Convention {
        /// Whether the input set it.
        set: bool,
    },
    /// The method itself says zero, or leaves the entry out.
    Method,
}

/// What one unit of an entry emits.
#[derive(Clone, Debug)]
pub enum CarbonFactor {
    /// Tonnes of carbon per unit, × 44 ÷ 12 last.
    Carbon {
        /// t C per unit.
        t_carbon: Decimal,
        /// How it comes about: net calorific value (GJ per unit), carbon content (t C per GJ), oxidation
        /// rate, each with its origin.
        of: Box<[(Decimal, Origin); 3]>,
    },
    /// Tonnes of CO₂ per unit.
    Co2(Decimal),
}

impl CarbonFactor {
    fn times(&self, amount: Decimal) -> TonnesCo2 {
        match self {
            CarbonFactor::Carbon { t_carbon, .. } => TonnesCo2::from_carbon(amount * *t_carbon),
            CarbonFactor::Co2(t) => TonnesCo2::from_tonnes(amount * *t),
        }
    }

    /// The factor in t CO₂ per unit.
    pub fn t_per_unit(&self) -> Ratio {
        self.times(Decimal::from_integer(1)).tonnes()
    }
}

/// Where an entry stands in an assessment file; written as `conversions[0].inputs[1]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryPath {
    /// A section as a whole.
    Section(&'static str),
    /// An entry of a list.
    Entry(&'static str, usize),
    /// An entry of a list within an entry of a list.
    Within(&'static str, usize, &'static str, usize),
}

impl fmt::Display for EntryPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            EntryPath::Section(section) => f.write_str(section),
            EntryPath::Entry(list, at) => write!(f, "{list}[{at}]"),
            EntryPath::Within(list, at, inner, inner_at) => write!(f, "{list}[{at}].{inner}[{inner_at}]"),
        }
    }
}

/// What one entry of the input adds to emissions and energy, its sign included.
#[derive(Clone, Debug)]
pub struct Contribution {
    /// Where the entry stands.
    pub path: EntryPath,
    /// Which sum it belongs to.
    pub part: Part,
    /// Fuel, source or product.
    pub subject: Cow<'static, str>,
    /// Field that holds the amount.
    pub field: &'static str,
    /// The amount in `unit`, as given.
    pub amount: Decimal,
    /// Unit of the amount.
    pub unit: &'static str,
    /// What a unit emits, and where that comes from.
    pub carbon: (CarbonFactor, Origin),
    /// What a unit counts for in energy, tce, and where that comes from.
    pub tce_per_unit: (Decimal, Origin),
    /// Whether the method counts the power or heat as non-fossil.
    pub non_fossil: bool,
    /// Whether the statistical reading of clean energy counts it (gas).
    pub clean_fuel: bool,
}

impl Contribution {
    fn signed(&self) -> Decimal {
        if self.part.is_subtracted() { -self.amount } else { self.amount }
    }

    /// Emissions it adds, t CO₂.
    pub fn emissions(&self) -> TonnesCo2 {
        self.carbon.0.times(self.signed())
    }

    /// Energy it adds, tce.
    pub fn energy(&self) -> TonnesCoalEquivalent {
        TonnesCoalEquivalent(self.signed() * self.tce_per_unit.0)
    }
}

/// A park's year in figures.
#[derive(Clone, Debug)]
pub struct Accounts {
    /// One for every entry of the input.
    pub contributions: Vec<Contribution>,
    /// 等价值 of electricity that was applied, tce per MWh.
    pub electricity_tce_per_mwh: Decimal,
}

impl Accounts {
    /// Accounts for an assessment under its rules.
    pub fn of(assessment: &Assessment, rules: Rules<'_>) -> Accounts {
        let default = || {
            let parameter = rules.ruleset.parameter(ELECTRICITY_PARAMETER);
            parameter.expect("a ruleset without this convention does not pass its check").default
        };
        let electricity = Electricity {
            set: assessment.electricity_tce_per_mwh.is_some(),
            tce_per_mwh: assessment.electricity_tce_per_mwh.unwrap_or_else(default),
        };
        let factors = rules.factors;
        let mut contributions = Vec::new();
        for (i, entry) in assessment.fuels.iter().enumerate() {
            let part = match entry.purpose {
                Purpose::Combustion => Part::Combustion,
                Purpose::Feedstock => Part::Feedstock,
            };
            contributions.push(fuel(EntryPath::Entry("fuels", i), part, &entry.fuel, factors));
        }
        for (i, conversion) in assessment.conversions.iter().enumerate() {
            for (k, input) in conversion.inputs.iter().enumerate() {
                let path = EntryPath::Within("conversions", i, "inputs", k);
                contributions.push(fuel(path, Part::ConversionInput, input, factors));
            }
            for (k, output) in conversion.outputs.iter().enumerate() {
                let path = EntryPath::Within("conversions", i, "outputs", k);
                contributions.push(fuel(path, Part::ConversionOutput, output, factors));
            }
        }
        for (i, power) in assessment.power_received.iter().enumerate() {
            let path = EntryPath::Entry("electricity.received", i);
            contributions.push(electricity.of(path, Part::PowerReceived, power, factors));
        }
        for (i, power) in assessment.power_sent.iter().enumerate() {
            let path = EntryPath::Entry("electricity.sent", i);
            contributions.push(electricity.of(path, Part::PowerSent, power, factors));
        }
        if !assessment.self_used_non_fossil.is_zero() {
            contributions.push(electricity.own(assessment.self_used_non_fossil));
        }
        for (i, entry) in assessment.heat_received.iter().enumerate() {
            contributions.push(heat(
                EntryPath::Entry("heat.received", i),
                Part::HeatReceived,
                entry,
                factors,
            ));
        }
        for (i, entry) in assessment.heat_sent.iter().enumerate() {
            contributions.push(heat(EntryPath::Entry("heat.sent", i), Part::HeatSent, entry, factors));
        }
        for (i, entry) in assessment.processes.iter().enumerate() {
            contributions.push(process(EntryPath::Entry("processes", i), entry));
        }
        Accounts { contributions, electricity_tce_per_mwh: electricity.tce_per_mwh }
    }

    /// The contributions to some of the sums.
    pub fn parts<'a>(&'a self, parts: &'a [Part]) -> impl Iterator<Item = &'a Contribution> {
        self.contributions.iter().filter(|c| parts.contains(&c.part))
    }

    /// Emissions of some of the sums, t CO₂.
    pub fn emissions_of(&self, parts: &[Part]) -> TonnesCo2 {
        self.parts(parts).map(Contribution::emissions).sum()
    }

    /// E用作燃料, t CO₂ (ndrc-910/annex4/2.2.combustion).
    pub fn combustion(&self) -> TonnesCo2 {
        self.emissions_of(&[Part::Combustion])
    }

    /// E园区, t CO₂ (ndrc-910/annex4/1).
    pub fn emissions(&self) -> TonnesCo2 {
        self.contributions.iter().map(Contribution::emissions).sum()
    }

    /// 年综合能源消费量, tce, power at 等价值 (ndrc-910/annex3/2.1).
    pub fn energy(&self) -> TonnesCoalEquivalent {
        self.contributions.iter().map(Contribution::energy).sum()
    }

    /// Energy that was feedstock, tce; inside [`Accounts::energy`].
    pub fn feedstock_energy(&self) -> TonnesCoalEquivalent {
        self.parts(&[Part::Feedstock]).map(Contribution::energy).sum()
    }

    /// 单位能耗碳排放 (ndrc-910/annex3/core).
    pub fn intensity(&self) -> Option<CarbonIntensity> {
        CarbonIntensity::of(self.emissions(), self.energy())
    }

    /// The other reading: feedstock left out of the energy as well.
    pub fn intensity_without_feedstock_energy(&self) -> Option<CarbonIntensity> {
        CarbonIntensity::of(self.emissions(), self.energy() - self.feedstock_energy())
    }

    /// Power that the park used: received − sent + own.
    pub fn power_used(&self) -> MegawattHours {
        let power = self.parts(&[Part::PowerReceived, Part::PowerSent, Part::PowerOwn]);
        MegawattHours(power.map(Contribution::signed).sum())
    }

    /// The entries of non-fossil power that was supplied directly, and own.
    pub fn direct_entries(&self) -> impl Iterator<Item = &Contribution> {
        let direct =
            |c: &&Contribution| c.part == Part::PowerOwn || c.subject == PowerSource::DirectNonFossil.id();
        self.parts(&[Part::PowerReceived, Part::PowerOwn]).filter(direct)
    }

    /// Non-fossil power supplied directly, and own: the numerator of the direct-supply share.
    pub fn direct_power(&self) -> MegawattHours {
        MegawattHours(self.direct_entries().map(|c| c.amount).sum())
    }

    /// 绿色电力直接供应比例, per cent; `None` when no power was used (ndrc-910/annex4/2.3.direct_supply).
    pub fn direct_supply_share(&self) -> Option<Ratio> {
        Ratio::checked(self.direct_power().0 * Decimal::HUNDRED, self.power_used().0)
    }

    /// Non-fossil power and heat, tce, net of what was sent out.
    pub fn non_fossil_energy(&self) -> TonnesCoalEquivalent {
        self.contributions.iter().filter(|c| c.non_fossil).map(Contribution::energy).sum()
    }

    /// Gas of the fuels list, burnt or feedstock, tce: what the statistical reading adds.
    pub fn clean_fuel_energy(&self) -> TonnesCoalEquivalent {
        let gas = self.parts(&[Part::Combustion, Part::Feedstock]).filter(|c| c.clean_fuel);
        gas.map(Contribution::energy).sum()
    }

    /// 清洁能源消费占比, per cent, in the national statistics' reading: with gas.
    pub fn clean_energy_share(&self) -> Option<Ratio> {
        let clean = self.non_fossil_energy() + self.clean_fuel_energy();
        Ratio::checked(clean.0 * Decimal::HUNDRED, self.energy().0)
    }

    /// 清洁能源消费占比, per cent, in the strict reading: without gas.
    pub fn clean_energy_share_strict(&self) -> Option<Ratio> {
        Ratio::checked(self.non_fossil_energy().0 * Decimal::HUNDRED, self.energy().0)
    }
}

fn fuel(path: EntryPath, part: Part, entry: &Fuel, factors: &FactorSet) -> Contribution {
    let set = factors.fuel(&entry.id).expect("the reader admits the factor set's fuels only");
    let own = || Origin::Own(entry.basis.clone().unwrap_or_default());
    let carbon = match (part, entry.t_per_unit) {
        (Part::Feedstock, _) => (CarbonFactor::Co2(Decimal::ZERO), Origin::Method),
        (_, Some(t_per_unit)) => (CarbonFactor::Co2(t_per_unit), own()),
        (_, None) => default_carbon(part, set),
    };
    let tce_per_unit = match entry.tce_per_unit {
        Some(tce) => (tce, own()),
        None => (set.tce_per_unit(), from_set(set.kgce_mark.unwrap_or(set.mark), &set.source)),
    };
    Contribution {
        path,
        part,
        subject: entry.id.clone().into(),
        field: "amount",
        amount: entry.amount,
        unit: set.unit.symbol(),
        carbon,
        tce_per_unit,
        non_fossil: false,
        clean_fuel: set.clean,
    }
}

fn default_carbon(part: Part, set: &FuelFactor) -> (CarbonFactor, Origin) {
    let from = |mark: Option<Mark>| from_set(mark.unwrap_or(set.mark), &set.source);
    let (t_carbon, oxidation) = if part == Part::Combustion {
        (set.carbon_t_per_unit(), (set.oxidation, from(None)))
    } else {
        // The method says so itself: 碳氧化率取值为100%.
        (set.carbon_t_per_unit_unoxidised(), (Decimal::from_integer(1), Origin::Method))
    };
    let of =
        Box::new([(set.ncv_gj_per_unit, from(set.ncv_mark)), (set.carbon_t_per_gj, from(None)), oxidation]);
    // A product is as sure as the least sure of its factors.
    let whole = from(set.ncv_mark.max(Some(set.mark)));
    (CarbonFactor::Carbon { t_carbon, of }, whole)
}

fn from_set(mark: Mark, source: &Arc<str>) -> Origin {
    Origin::FactorSet { mark, source: Arc::clone(source) }
}

struct Electricity {
    set: bool,
    tce_per_mwh: Decimal,
}

impl Electricity {
    fn of(&self, path: EntryPath, part: Part, power: &Power, factors: &FactorSet) -> Contribution {
        let carbon = if power.source.is_non_fossil() {
            (CarbonFactor::Co2(Decimal::ZERO), Origin::Method)
        } else {
            let factor = &factors.other_power_t_per_mwh;
            (CarbonFactor::Co2(factor.value), from_set(factor.mark, &factor.source))
        };
        Contribution {
            path,
            part,
            subject: power.source.id().into(),
            field: "mwh",
            amount: power.mwh.0,
            unit: "MWh",
            carbon,
            tce_per_unit: self.tce(),
            non_fossil: power.source.is_non_fossil(),
            clean_fuel: false,
        }
    }

    fn own(&self, mwh: Decimal) -> Contribution {
        Contribution {
            path: EntryPath::Section("electricity"),
            part: Part::PowerOwn,
            subject: "own_non_fossil".into(),
            field: "self_used_non_fossil_mwh",
            amount: mwh,
            unit: "MWh",
            carbon: (CarbonFactor::Co2(Decimal::ZERO), Origin::Method),
            tce_per_unit: self.tce(),
            non_fossil: true,
            clean_fuel: false,
        }
    }

    fn tce(&self) -> (Decimal, Origin) {
        (self.tce_per_mwh, Origin::Convention { set: self.set })
    }
}

fn heat(path: EntryPath, part: Part, entry: &Heat, factors: &FactorSet) -> Contribution {
    let carbon = match (entry.source, entry.t_per_gj) {
        (HeatSource::NonFossil, _) => (CarbonFactor::Co2(Decimal::ZERO), Origin::Method),
        (HeatSource::Fossil, Some(t_per_gj)) => {
            (CarbonFactor::Co2(t_per_gj), Origin::Own(entry.basis.clone().unwrap_or_default()))
        }
        (HeatSource::Fossil, None) => {
            let factor = &factors.fossil_heat_t_per_gj;
            (CarbonFactor::Co2(factor.value), from_set(factor.mark, &factor.source))
        }
    };
    let tce = &factors.heat_tce_per_gj;
    Contribution {
        path,
        part,
        subject: entry.source.id().into(),
        field: "gj",
        amount: entry.gj,
        unit: "GJ",
        carbon,
        tce_per_unit: (tce.value, from_set(tce.mark, &tce.source)),
        non_fossil: entry.source == HeatSource::NonFossil,
        clean_fuel: false,
    }
}

fn process(path: EntryPath, entry: &Process) -> Contribution {
    Contribution {
        path,
        part: Part::Process,
        subject: entry.product.clone().into(),
        field: "tonnes",
        amount: entry.tonnes,
        unit: "t",
        carbon: (CarbonFactor::Co2(entry.t_per_t), Origin::Own(entry.basis.clone())),
        tce_per_unit: (Decimal::ZERO, Origin::Method),
        non_fossil: false,
        clean_fuel: false,
    }
}
