//! Carbon and energy accounting of a park for a year (ndrc-910, annex 4; annex 3, 二 1).
//!
//! Every entry of the input becomes one [`Contribution`]; every total is a sum over them. Trace, charts
//! and exports are drawn from the same contributions, so they cannot disagree with the result.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use crate::decimal::{Decimal, Ratio};
use crate::fact::Mark;
use crate::factors::{FactorSet, FuelFactor, PER_THOUSAND};
use crate::input::{
    Assessment, ELECTRICITY_PARAMETER, Fuel, Heat, HeatSource, Power, PowerSource, Process, Purpose, Rules,
};
use crate::quantity::{CarbonIntensity, Gigajoules, MegawattHours, TonnesCo2, TonnesCoalEquivalent};

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
    /// The sum that a fuel used for this belongs to.
    pub fn of(purpose: Purpose) -> Part {
        match purpose {
            Purpose::Combustion => Part::Combustion,
            Purpose::Feedstock => Part::Feedstock,
        }
    }

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
        /// Whether it is the set that completes the one named, because that one has no value here.
        general: bool,
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
pub struct CarbonFactor {
    /// t CO₂ per unit, exactly.
    pub per_unit: TonnesCo2,
    /// What it is made of.
    pub made_of: MadeOf,
}

/// What an emission factor is made of, each part with its origin.
#[derive(Clone, Debug)]
pub enum MadeOf {
    /// Nothing else: it is given as it is.
    Itself,
    /// Net calorific value (GJ per unit), carbon content (t C per GJ), oxidation rate; × 44 ÷ 12.
    Carbon(Box<[(Decimal, Origin); 3]>),
    /// Heat content (GJ per unit), emissions by heat (t CO₂ per TJ); ÷ 1000.
    ByHeat(Box<[(Decimal, Origin); 2]>),
}

impl CarbonFactor {
    fn itself(t_per_unit: Decimal) -> CarbonFactor {
        CarbonFactor { per_unit: TonnesCo2::from_tonnes(t_per_unit), made_of: MadeOf::Itself }
    }

    fn none() -> CarbonFactor {
        CarbonFactor { per_unit: TonnesCo2::ZERO, made_of: MadeOf::Itself }
    }

    /// The factor in t CO₂ per unit.
    pub fn t_per_unit(&self) -> Ratio {
        self.per_unit.tonnes()
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
    /// What a unit counts for in energy, and where that comes from.
    pub energy_per_unit: (TonnesCoalEquivalent, Origin),
    /// The measured net calorific value behind it, GJ per unit, where there is one.
    pub ncv_gj_per_unit: Option<Decimal>,
    /// Whether the method counts the power or heat as non-fossil.
    pub non_fossil: bool,
    /// Whether the statistical reading of clean energy counts it (gas).
    pub clean_fuel: bool,
}

/// Sums that are asked for again and again, added up once.
#[derive(Clone, Copy, Debug)]
struct Totals {
    emissions: TonnesCo2,
    combustion: TonnesCo2,
    energy: TonnesCoalEquivalent,
    feedstock: TonnesCoalEquivalent,
    non_fossil: TonnesCoalEquivalent,
    clean_fuel: TonnesCoalEquivalent,
}

impl Totals {
    fn of(contributions: &[Contribution]) -> Totals {
        let none = TonnesCoalEquivalent::ZERO;
        let mut totals = Totals {
            emissions: TonnesCo2::ZERO,
            combustion: TonnesCo2::ZERO,
            energy: none,
            feedstock: none,
            non_fossil: none,
            clean_fuel: none,
        };
        for entry in contributions {
            let (emissions, energy) = (entry.emissions(), entry.energy());
            totals.emissions += emissions;
            totals.energy += energy;
            match entry.part {
                Part::Combustion => totals.combustion += emissions,
                Part::Feedstock => totals.feedstock += energy,
                _ => {}
            }
            if entry.non_fossil {
                totals.non_fossil += energy;
            }
            if Accounts::is_clean_fuel(entry) {
                totals.clean_fuel += energy;
            }
        }
        totals
    }
}

impl Contribution {
    /// The amount with its sign: what is subtracted is below zero.
    pub fn signed(&self) -> Decimal {
        if self.part.is_subtracted() { -self.amount } else { self.amount }
    }

    /// Emissions it adds, t CO₂.
    pub fn emissions(&self) -> TonnesCo2 {
        self.carbon.0.per_unit * self.signed()
    }

    /// Energy it adds, tce.
    pub fn energy(&self) -> TonnesCoalEquivalent {
        self.energy_per_unit.0 * self.signed()
    }
}

/// Power that the park generated from fuels counted elsewhere, or from waste heat: neither emissions nor
/// energy, but power used.
#[derive(Clone, Debug, PartialEq)]
pub struct Generated {
    /// Field that holds it, within `electricity`.
    pub field: &'static str,
    /// How much.
    pub mwh: MegawattHours,
}

/// A park's year in figures.
#[derive(Clone, Debug)]
pub struct Accounts {
    /// One for every entry of the input.
    pub contributions: Vec<Contribution>,
    /// What the park generated itself other than non-fossil power; empty when it does not say.
    pub generated: Vec<Generated>,
    /// 等价值 of electricity that was applied, tce per MWh.
    pub electricity_tce_per_mwh: Decimal,
    totals: Totals,
}

impl Accounts {
    /// Accounts for an assessment under the rules that it was read by.
    ///
    /// # Panics
    /// Where [`Accounts::checked`] has none, which the reader does not let pass.
    pub fn of(assessment: &Assessment, rules: Rules<'_>) -> Accounts {
        Accounts::checked(assessment, rules).expect("the reader refuses what cannot be accounted for")
    }

    /// Accounts for an assessment under rules that it was not read by. `None` where it names a fuel without
    /// factors, or where the sums cannot be added up exactly, with room for what is done with them: numbers of the
    /// contract always can, unless measured values of many digits are multiplied with each other.
    pub fn checked(assessment: &Assessment, rules: Rules<'_>) -> Option<Accounts> {
        let default = || {
            let parameter = rules.ruleset.parameter(ELECTRICITY_PARAMETER);
            parameter.expect("a ruleset without this convention does not pass its check").default
        };
        let electricity = Electricity {
            set: assessment.electricity_tce_per_mwh.is_some(),
            tce_per_mwh: assessment.electricity_tce_per_mwh.unwrap_or_else(default),
        };
        let factors = rules.factors;
        let entries = assessment.fuels.len()
            + assessment.conversions.iter().map(|c| c.inputs.len() + c.outputs.len()).sum::<usize>()
            + assessment.power_received.len()
            + assessment.power_sent.len()
            + 1
            + assessment.heat_received.len()
            + assessment.heat_sent.len()
            + assessment.processes.len();
        let mut contributions = Vec::with_capacity(entries);
        for (i, entry) in assessment.fuels.iter().enumerate() {
            let path = EntryPath::Entry("fuels", i);
            contributions.push(fuel(path, Part::of(entry.purpose), &entry.fuel, rules)?);
        }
        for (i, conversion) in assessment.conversions.iter().enumerate() {
            for (k, input) in conversion.inputs.iter().enumerate() {
                let path = EntryPath::Within("conversions", i, "inputs", k);
                contributions.push(fuel(path, Part::ConversionInput, input, rules)?);
            }
            for (k, output) in conversion.outputs.iter().enumerate() {
                let path = EntryPath::Within("conversions", i, "outputs", k);
                contributions.push(fuel(path, Part::ConversionOutput, output, rules)?);
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
        let generated = [
            ("generated_thermal_mwh", assessment.generated_thermal),
            ("generated_waste_heat_mwh", assessment.generated_waste_heat),
        ];
        let generated = generated
            .into_iter()
            .filter_map(|(field, mwh)| Some(Generated { field, mwh: MegawattHours(mwh?) }));
        let fits = !assessment.has_measured() || fits(&contributions);
        fits.then(|| Accounts {
            generated: generated.collect(),
            electricity_tce_per_mwh: electricity.tce_per_mwh,
            totals: Totals::of(&contributions),
            contributions,
        })
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
        self.totals.combustion
    }

    /// E园区, t CO₂ (ndrc-910/annex4/1).
    pub fn emissions(&self) -> TonnesCo2 {
        self.totals.emissions
    }

    /// 年综合能源消费量, tce, power at 等价值 (ndrc-910/annex3/2.1).
    pub fn energy(&self) -> TonnesCoalEquivalent {
        self.totals.energy
    }

    /// Energy that was feedstock, tce; inside [`Accounts::energy`].
    pub fn feedstock_energy(&self) -> TonnesCoalEquivalent {
        self.totals.feedstock
    }

    /// 单位能耗碳排放 (ndrc-910/annex3/core).
    pub fn intensity(&self) -> Option<CarbonIntensity> {
        CarbonIntensity::of(self.emissions(), self.energy())
    }

    /// The other reading: feedstock left out of the energy as well.
    pub fn intensity_without_feedstock_energy(&self) -> Option<CarbonIntensity> {
        CarbonIntensity::of(self.emissions(), self.energy() - self.feedstock_energy())
    }

    /// Power that the park used: received − sent + own + generated.
    pub fn power_used(&self) -> MegawattHours {
        let power = self.parts(&[Part::PowerReceived, Part::PowerSent, Part::PowerOwn]);
        let generated: Decimal = self.generated.iter().map(|generated| generated.mwh.0).sum();
        MegawattHours(power.map(Contribution::signed).sum::<Decimal>() + generated)
    }

    /// The entries of non-fossil power that was supplied directly, received and sent, and own.
    pub fn direct_entries(&self) -> impl Iterator<Item = &Contribution> {
        let direct =
            |c: &&Contribution| c.part == Part::PowerOwn || c.subject == PowerSource::DirectNonFossil.id();
        self.parts(&[Part::PowerReceived, Part::PowerSent, Part::PowerOwn]).filter(direct)
    }

    /// Non-fossil power supplied directly less what of it was sent out, and own: the numerator of the
    /// direct-supply share.
    pub fn direct_power(&self) -> MegawattHours {
        MegawattHours(self.direct_entries().map(Contribution::signed).sum())
    }

    /// Whether the park must generate power that it does not name: it sends out more of the source `other`
    /// than it takes in, so what it used is not known.
    pub fn lacks_generation(&self) -> bool {
        let other = self.parts(&[Part::PowerReceived, Part::PowerSent]);
        let net: Decimal =
            other.filter(|c| c.subject == PowerSource::Other.id()).map(Contribution::signed).sum();
        net.is_negative() && self.generated.is_empty()
    }

    /// 绿色电力直接供应比例, per cent; `None` when no power was used, or how much is not known
    /// (ndrc-910/annex4/2.3.direct_supply).
    pub fn direct_supply_share(&self) -> Option<Ratio> {
        let used = self.power_used().0;
        if !used.is_positive() || self.lacks_generation() {
            return None;
        }
        Ratio::checked(self.direct_power().0 * Decimal::HUNDRED, used)
    }

    /// Non-fossil power and heat, tce, net of what was sent out.
    pub fn non_fossil_energy(&self) -> TonnesCoalEquivalent {
        self.totals.non_fossil
    }

    /// Whether the statistical reading of clean energy counts an entry: gas, burnt, feedstock or put into a
    /// conversion.
    pub fn is_clean_fuel(entry: &Contribution) -> bool {
        entry.clean_fuel && matches!(entry.part, Part::Combustion | Part::Feedstock | Part::ConversionInput)
    }

    /// Gas, tce: what the statistical reading adds.
    pub fn clean_fuel_energy(&self) -> TonnesCoalEquivalent {
        self.totals.clean_fuel
    }

    /// 清洁能源消费占比, per cent, in the national statistics' reading: with gas.
    pub fn clean_energy_share(&self) -> Option<Ratio> {
        (self.non_fossil_energy() + self.clean_fuel_energy()).percent_of(self.energy())
    }

    /// 清洁能源消费占比, per cent, in the strict reading: without gas.
    pub fn clean_energy_share_strict(&self) -> Option<Ratio> {
        self.non_fossil_energy().percent_of(self.energy())
    }
}

/// Whether emissions and energy of entries can be added up exactly.
fn fits(contributions: &[Contribution]) -> bool {
    let add = |totals: Option<(TonnesCo2, TonnesCoalEquivalent)>, entry: &Contribution| {
        let ((emissions, energy), amount) = (totals?, entry.signed());
        let emitted = entry.carbon.0.per_unit.checked_mul(amount)?;
        let used = entry.energy_per_unit.0.checked_mul(amount)?;
        Some((emissions.checked_add(emitted)?, energy.checked_add(used)?))
    };
    let none = Some((TonnesCo2::ZERO, TonnesCoalEquivalent::ZERO));
    let totals = contributions.iter().fold(none, add);
    totals.is_some_and(|(emissions, energy)| emissions.has_room() && energy.has_room())
}

/// `None` for a fuel that lacks factors.
fn fuel(path: EntryPath, part: Part, entry: &Fuel, rules: Rules<'_>) -> Option<Contribution> {
    let set = listed(&entry.id, rules)?;
    Some(Contribution {
        path,
        part,
        subject: entry.id.clone().into(),
        field: "amount",
        amount: entry.amount,
        unit: set.unit.symbol(),
        carbon: fuel_carbon(part, entry, rules)?,
        energy_per_unit: fuel_energy(entry, rules)?,
        ncv_gj_per_unit: entry.tce_per_unit.is_none().then_some(entry.ncv_gj_per_unit).flatten(),
        non_fossil: false,
        clean_fuel: set.clean,
    })
}

/// The fuel in the factor set named, or in the one that completes it.
pub(crate) fn listed<'a>(id: &str, rules: Rules<'a>) -> Option<&'a FuelFactor> {
    rules.factors.fuel(id).or_else(|| rules.general.fuel(id))
}

/// What an entry must bring itself, because no factor set has it; empty when nothing is missing.
pub fn missing(entry: &Fuel, part: Part, rules: Rules<'_>) -> Vec<&'static str> {
    let mut missing = Vec::new();
    // Nearly always the set has it all.
    let complete = |fuel: &FuelFactor| fuel.emission().is_some() && fuel.kgce.is_some();
    if rules.factors.fuel(&entry.id).is_some_and(complete) && !entry.has_own() {
        return missing;
    }
    if fuel_carbon(part, entry, rules).is_none() {
        let by_heat = rules.factors.fuel(&entry.id).is_some_and(|fuel| fuel.t_per_tj.is_some());
        let or = if by_heat {
            "t_per_unit or ncv_gj_per_unit"
        } else {
            "t_per_unit, or ncv_gj_per_unit with carbon_t_per_gj"
        };
        missing.push(or);
    }
    if fuel_energy(entry, rules).is_none() {
        missing.push("tce_per_unit or ncv_gj_per_unit");
    }
    missing
}

fn own(entry: &Fuel) -> Origin {
    Origin::Own(entry.basis.clone().unwrap_or_default())
}

/// Energy of a unit: the entry's own coal equivalent, its measured calorific value, or the default.
pub(crate) fn fuel_energy(entry: &Fuel, rules: Rules<'_>) -> Option<(TonnesCoalEquivalent, Origin)> {
    if let Some(tce) = entry.tce_per_unit {
        return Some((TonnesCoalEquivalent::from_tce(tce), own(entry)));
    }
    if let Some(ncv) = entry.ncv_gj_per_unit {
        return Some((TonnesCoalEquivalent::from_heat(Gigajoules(ncv)), own(entry)));
    }
    let in_set = |set: &FactorSet| {
        let fuel = set.fuel(&entry.id)?;
        let origin = from_set(fuel.kgce_mark.unwrap_or(fuel.mark), &fuel.source, set.id != rules.factors.id);
        Some((TonnesCoalEquivalent::from_tce(fuel.tce_per_unit()?), origin))
    };
    in_set(rules.factors).or_else(|| in_set(rules.general))
}

/// What a unit emits. A measured carbon content or oxidation rate takes what it lacks from a set that knows
/// carbon contents; else the factor set named decides, and where it has no value the one that completes it.
pub(crate) fn fuel_carbon<'a>(part: Part, entry: &Fuel, rules: Rules<'a>) -> Option<(CarbonFactor, Origin)> {
    if part == Part::Feedstock {
        return Some((CarbonFactor::none(), Origin::Method));
    }
    if let Some(t_per_unit) = entry.t_per_unit {
        return Some((CarbonFactor::itself(t_per_unit), own(entry)));
    }
    let content = entry.carbon_t_per_gj.is_some() || entry.oxidation.is_some();
    if let Some(fuel) = rules.factors.fuel(&entry.id)
        && let (Some(t_per_tj), false) = (fuel.t_per_tj, content)
    {
        let heat = match entry.ncv_gj_per_unit {
            Some(ncv) => (ncv, own(entry)),
            None => {
                let mark = fuel.kgce_mark.unwrap_or(fuel.mark);
                (fuel.heat_gj_per_unit()?, from_set(mark, &fuel.source, false))
            }
        };
        let by_heat = (t_per_tj, from_set(fuel.mark, &fuel.source, false));
        let per_unit = TonnesCo2::from_tonnes(heat.0 * t_per_tj * PER_THOUSAND);
        let origin = whole(entry, &[&heat.1, &by_heat.1]);
        return Some((CarbonFactor { per_unit, made_of: MadeOf::ByHeat(Box::new([heat, by_heat])) }, origin));
    }
    let in_set = |set: &'a FactorSet| {
        let fuel = set.fuel(&entry.id).filter(|fuel| fuel.carbon_t_per_gj.is_some())?;
        Some((fuel, set.id != rules.factors.id))
    };
    let found = in_set(rules.factors).or_else(|| in_set(rules.general));
    // Own value, or that of the set, with the set's mark for it.
    let take = |own_value: Option<Decimal>,
                of: fn(&FuelFactor) -> Option<Decimal>,
                mark: fn(&FuelFactor) -> Mark| {
        if let Some(value) = own_value {
            return Some((value, own(entry)));
        }
        let (fuel, general) = found?;
        Some((of(fuel)?, from_set(mark(fuel), &fuel.source, general)))
    };
    let ncv =
        take(entry.ncv_gj_per_unit, |fuel| fuel.ncv_gj_per_unit, |fuel| fuel.ncv_mark.unwrap_or(fuel.mark))?;
    let carbon = take(entry.carbon_t_per_gj, |fuel| fuel.carbon_t_per_gj, |fuel| fuel.mark)?;
    let oxidation = match part {
        Part::Combustion => take(entry.oxidation, |fuel| fuel.oxidation, |fuel| fuel.mark),
        _ => None,
    };
    // The method itself counts all carbon as oxidised in conversions (碳氧化率取值为100%); a fuel burnt
    // whose oxidation rate nobody knows is taken to burn whole.
    let oxidation = oxidation.unwrap_or((Decimal::from_integer(1), Origin::Method));
    let per_unit = TonnesCo2::from_carbon((ncv.0 * carbon.0 * oxidation.0).trimmed());
    let origin = whole(entry, &[&ncv.1, &carbon.1, &oxidation.1]);
    let of = Box::new([ncv, carbon, oxidation]);
    Some((CarbonFactor { per_unit, made_of: MadeOf::Carbon(of) }, origin))
}

/// Origin of a product: the entry's own where one of its factors is, else the set, as sure as the least sure
/// of its factors.
fn whole(entry: &Fuel, of: &[&Origin]) -> Origin {
    if of.iter().any(|origin| matches!(origin, Origin::Own(_))) {
        return own(entry);
    }
    let sets = of.iter().filter_map(|origin| match origin {
        Origin::FactorSet { mark, source, general } => Some((*mark, source, *general)),
        _ => None,
    });
    match sets.max_by_key(|(mark, ..)| *mark) {
        Some((mark, source, general)) => from_set(mark, source, general),
        None => Origin::Method,
    }
}

fn from_set(mark: Mark, source: &Arc<str>, general: bool) -> Origin {
    Origin::FactorSet { mark, source: Arc::clone(source), general }
}

struct Electricity {
    set: bool,
    tce_per_mwh: Decimal,
}

impl Electricity {
    fn of(&self, path: EntryPath, part: Part, power: &Power, factors: &FactorSet) -> Contribution {
        let carbon = if power.source.is_non_fossil() {
            (CarbonFactor::none(), Origin::Method)
        } else {
            let factor = &factors.other_power_t_per_mwh;
            (CarbonFactor::itself(factor.value), from_set(factor.mark, &factor.source, false))
        };
        Contribution {
            path,
            part,
            subject: power.source.id().into(),
            field: "mwh",
            amount: power.mwh.0,
            unit: "MWh",
            carbon,
            energy_per_unit: self.energy(),
            ncv_gj_per_unit: None,
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
            carbon: (CarbonFactor::none(), Origin::Method),
            energy_per_unit: self.energy(),
            ncv_gj_per_unit: None,
            non_fossil: true,
            clean_fuel: false,
        }
    }

    fn energy(&self) -> (TonnesCoalEquivalent, Origin) {
        (TonnesCoalEquivalent::from_tce(self.tce_per_mwh), Origin::Convention { set: self.set })
    }
}

fn heat(path: EntryPath, part: Part, entry: &Heat, factors: &FactorSet) -> Contribution {
    let carbon = match (entry.source, entry.t_per_gj) {
        (HeatSource::NonFossil, _) => (CarbonFactor::none(), Origin::Method),
        (HeatSource::Fossil, Some(t_per_gj)) => {
            (CarbonFactor::itself(t_per_gj), Origin::Own(entry.basis.clone().unwrap_or_default()))
        }
        (HeatSource::Fossil, None) => {
            let factor = &factors.fossil_heat_t_per_gj;
            (CarbonFactor::itself(factor.value), from_set(factor.mark, &factor.source, false))
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
        energy_per_unit: (TonnesCoalEquivalent::from_tce(tce.value), from_set(tce.mark, &tce.source, false)),
        ncv_gj_per_unit: None,
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
        carbon: (CarbonFactor::itself(entry.t_per_t), Origin::Own(entry.basis.clone())),
        energy_per_unit: (TonnesCoalEquivalent::ZERO, Origin::Method),
        ncv_gj_per_unit: None,
        non_fossil: false,
        clean_fuel: false,
    }
}
