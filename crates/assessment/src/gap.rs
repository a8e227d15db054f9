//! What would close the gap: the least change of each single lever that meets the core indicator's target.
//!
//! A lever moves something of the assessment, up to what there is of it: power of the grid to non-fossil
//! power, a fuel to what replaces it, a product to a route without process emissions. Emissions and energy
//! follow it on a straight line, so within one energy band there is one least amount. A change that moves
//! the park into another band (more energy, an easier target; less, no target) is kept apart and is never
//! the answer.

use crate::account::Accounts;
use crate::applicability::Subject;
use crate::decimal::{Decimal, Ratio};
use crate::factors::{FactorSet, FuelFactor};
use crate::input::{Assessment, Fuel, FuelEntry, Heat, HeatSource, Power, PowerSource, Purpose, Rules};
use crate::quantity::{CarbonIntensity, CarbonLimit, MegawattHours, TonnesCo2, TonnesCoalEquivalent};
use crate::ruleset::{Band, Indicator};

/// Steps of an amount within one unit: amounts are found to three digits after the point.
const STEPS: i64 = 1000;
/// Digits after the point of the rates at which a fuel is replaced; part of the stated convention.
const RATE_PLACES: u8 = 6;
/// Gigajoules in a megawatt-hour.
const GJ_PER_MWH: &str = "3.6";
/// Id of the gas that may replace another fuel.
const GAS: &str = "natural_gas";

/// What a fuel is replaced by, at equal heat: the fuel's net calorific value in the other's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Replacement {
    /// Directly supplied non-fossil power, MWh.
    DirectPower,
    /// Heat from non-fossil sources, GJ.
    NonFossilHeat,
    /// Natural gas, 万m³.
    NaturalGas,
}

impl Replacement {
    /// All of them.
    pub const ALL: [Replacement; 3] = [Self::DirectPower, Self::NonFossilHeat, Self::NaturalGas];

    /// Id, for addresses and exports.
    pub fn id(self) -> &'static str {
        match self {
            Self::DirectPower => "direct_power",
            Self::NonFossilHeat => "non_fossil_heat",
            Self::NaturalGas => "natural_gas",
        }
    }
}

/// One thing that can be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lever {
    /// Power of the `other` source becomes directly supplied non-fossil power, MWh.
    DirectPower,
    /// Power of the `other` source is covered by green certificates, MWh.
    Certificates,
    /// Fossil heat of an entry becomes non-fossil heat, GJ.
    Heat {
        /// Position in the heat received.
        entry: usize,
    },
    /// Fuel burnt of an entry is replaced, in the fuel's unit.
    Fuel {
        /// Position in the fuels.
        entry: usize,
        /// By what.
        by: Replacement,
    },
    /// Product of an entry is made without process emissions, t.
    Process {
        /// Position in the processes.
        entry: usize,
    },
}

/// An amount of a lever that meets the target of a band.
#[derive(Clone, Debug)]
pub struct Reach {
    /// The least amount, to three digits after the point, rounded so that the target is met.
    pub amount: Decimal,
    /// Target of the band that the park is then in, t CO₂ per tce.
    pub target: Decimal,
    /// Emissions then, t CO₂.
    pub emissions: TonnesCo2,
    /// Energy then, tce.
    pub energy: TonnesCoalEquivalent,
}

impl Reach {
    /// Intensity then, t CO₂ per tce.
    pub fn intensity(&self) -> Option<Ratio> {
        intensity(self.emissions, self.energy)
    }
}

/// What one lever can do.
#[derive(Clone, Debug)]
pub struct Gap {
    /// The lever.
    pub lever: Lever,
    /// How much there is of it, or less where the user keeps some.
    pub limit: Decimal,
    /// The least change that meets the target of today's band.
    pub within: Option<Reach>,
    /// Changes that meet a target by moving the park into another band: a warning, never the answer.
    pub across: Vec<Reach>,
    /// The least amount from which on the park would be in a band without a target.
    pub leaves_thresholds_at: Option<Decimal>,
    /// Intensity when all of the limit is used; `None` when no energy is left.
    pub at_limit: Option<Ratio>,
    /// Whether using it moves the park towards today's target at all.
    pub helps: bool,
}

/// The levers that an assessment has: those of which there is anything.
pub fn levers(assessment: &Assessment, rules: Rules<'_>) -> Vec<Lever> {
    let mut levers = vec![Lever::DirectPower, Lever::Certificates];
    levers.extend((0..assessment.heat_received.len()).map(|entry| Lever::Heat { entry }));
    for (entry, fuel) in assessment.fuels.iter().enumerate() {
        let replacements = Replacement::ALL.into_iter().filter(|by| {
            !(*by == Replacement::NaturalGas && (fuel.fuel.id == GAS || rules.factors.fuel(GAS).is_none()))
        });
        levers.extend(replacements.map(|by| Lever::Fuel { entry, by }));
    }
    levers.extend((0..assessment.processes.len()).map(|entry| Lever::Process { entry }));
    levers.retain(|lever| lever.available(assessment).is_positive());
    levers
}

impl Lever {
    /// How much there is to change: net power of the `other` source (MWh), fossil heat (GJ), fuel burnt (its
    /// unit), product (t). Feedstock is not burnt and cannot be replaced.
    pub fn available(self, assessment: &Assessment) -> Decimal {
        match self {
            Lever::DirectPower | Lever::Certificates => {
                let other = |list: &[Power]| -> Decimal {
                    let of = |power: &&Power| power.source == PowerSource::Other;
                    list.iter().filter(of).map(|power| power.mwh.0).sum()
                };
                (other(&assessment.power_received) - other(&assessment.power_sent)).max(Decimal::ZERO)
            }
            Lever::Heat { entry } => match assessment.heat_received.get(entry) {
                Some(heat) if heat.source == HeatSource::Fossil => heat.gj,
                _ => Decimal::ZERO,
            },
            Lever::Fuel { entry, .. } => match assessment.fuels.get(entry) {
                Some(fuel) if fuel.purpose == Purpose::Combustion => fuel.fuel.amount,
                _ => Decimal::ZERO,
            },
            Lever::Process { entry } => {
                assessment.processes.get(entry).map_or(Decimal::ZERO, |process| process.tonnes)
            }
        }
    }

    /// How much of it may be changed when the user keeps an amount as it is: never below zero.
    pub fn limit(self, assessment: &Assessment, kept: Decimal) -> Decimal {
        (self.available(assessment) - kept).max(Decimal::ZERO)
    }

    /// How much of what replaces it stands for one unit: the stated convention of equal heat, in MWh, GJ or
    /// 万m³ per unit of the fuel, to six digits after the point; 1 for the other levers.
    pub fn rate(self, assessment: &Assessment, factors: &FactorSet) -> Decimal {
        let Lever::Fuel { entry, by } = self else { return Decimal::from_integer(1) };
        let heat = |id: &str| factors.fuel(id).and_then(FuelFactor::heat_gj_per_unit);
        // A measured calorific value is the better one.
        let own = |fuel: &FuelEntry| fuel.fuel.ncv_gj_per_unit.or_else(|| heat(&fuel.fuel.id));
        let Some(replaced) = assessment.fuels.get(entry).and_then(own) else {
            return Decimal::ZERO;
        };
        let per = match by {
            Replacement::NonFossilHeat => return Ratio::from(replaced).rounded(RATE_PLACES),
            Replacement::DirectPower => Decimal::parse(GJ_PER_MWH).ok(),
            Replacement::NaturalGas => heat(GAS),
        };
        per.and_then(|per| Ratio::checked(replaced, per))
            .map_or(Decimal::ZERO, |rate| rate.rounded(RATE_PLACES))
    }

    /// The assessment with an amount of the lever used. More than there is of it leaves an amount below zero,
    /// which the accounts add up all the same.
    pub fn apply(self, assessment: &Assessment, amount: Decimal, factors: &FactorSet) -> Assessment {
        let mut changed = assessment.clone();
        let replaced = amount * self.rate(assessment, factors);
        match self {
            Lever::DirectPower => move_power(&mut changed, amount, PowerSource::DirectNonFossil),
            Lever::Certificates => move_power(&mut changed, amount, PowerSource::GreenCertificate),
            Lever::Heat { entry } => {
                if let Some(heat) = changed.heat_received.get_mut(entry) {
                    heat.gj = heat.gj - amount;
                    add_heat(&mut changed, amount);
                }
            }
            Lever::Fuel { entry, by } => {
                let Some(fuel) = changed.fuels.get_mut(entry) else { return changed };
                fuel.fuel.amount = fuel.fuel.amount - amount;
                match by {
                    Replacement::DirectPower => {
                        add_power(&mut changed, replaced, PowerSource::DirectNonFossil)
                    }
                    Replacement::NonFossilHeat => add_heat(&mut changed, replaced),
                    Replacement::NaturalGas => add_gas(&mut changed, replaced),
                }
            }
            Lever::Process { entry } => {
                if let Some(process) = changed.processes.get_mut(entry) {
                    process.tonnes = process.tonnes - amount;
                }
            }
        }
        changed
    }
}

fn move_power(assessment: &mut Assessment, amount: Decimal, to: PowerSource) {
    let mut left = amount;
    let last = assessment.power_received.iter().rposition(|power| power.source == PowerSource::Other);
    for (at, power) in assessment.power_received.iter_mut().enumerate() {
        if power.source == PowerSource::Other {
            // The last one takes what the others do not have.
            let taken = if Some(at) == last { left } else { left.min(power.mwh.0) };
            power.mwh = MegawattHours(power.mwh.0 - taken);
            left = left - taken;
        }
    }
    add_power(assessment, amount, to);
}

/// Adds to the entry of the source that is there already, or makes one.
fn add_power(assessment: &mut Assessment, mwh: Decimal, source: PowerSource) {
    match assessment.power_received.iter_mut().find(|power| power.source == source) {
        Some(power) => power.mwh += MegawattHours(mwh),
        None => assessment.power_received.push(Power { source, mwh: MegawattHours(mwh) }),
    }
}

fn add_heat(assessment: &mut Assessment, gj: Decimal) {
    match assessment.heat_received.iter_mut().find(|heat| heat.source == HeatSource::NonFossil) {
        Some(heat) => heat.gj += gj,
        None => {
            let heat = Heat { source: HeatSource::NonFossil, gj, t_per_gj: None, basis: None };
            assessment.heat_received.push(heat);
        }
    }
}

/// Gas that is bought in addition has the default factors: an entry with its own is left alone.
fn add_gas(assessment: &mut Assessment, amount: Decimal) {
    let default = |entry: &&mut FuelEntry| {
        let fuel = &entry.fuel;
        entry.purpose == Purpose::Combustion && fuel.id == GAS && !fuel.has_own()
    };
    if let Some(entry) = assessment.fuels.iter_mut().find(default) {
        entry.fuel.amount += amount;
        return;
    }
    let fuel = Fuel { id: GAS.to_owned(), amount, ..Fuel::default() };
    assessment.fuels.push(FuelEntry { purpose: Purpose::Combustion, fuel });
}

/// How emissions and energy follow a lever: straight lines, found from the accounts themselves.
struct Course<'a> {
    emissions: TonnesCo2,
    energy: TonnesCoalEquivalent,
    /// What one unit takes away.
    emissions_per_unit: TonnesCo2,
    /// What one unit adds.
    energy_per_unit: TonnesCoalEquivalent,
    core: &'a Indicator,
    limit: Decimal,
}

impl<'a> Course<'a> {
    fn of(lever: Lever, assessment: &Assessment, rules: Rules<'a>, limit: Decimal) -> Option<Course<'a>> {
        let core = rules.ruleset.core()?;
        if !limit.is_positive() {
            return None;
        }
        let now = Accounts::of(assessment, rules);
        let then = Accounts::of(&lever.apply(assessment, Decimal::from_integer(1), rules.factors), rules);
        Some(Course {
            emissions: now.emissions(),
            energy: now.energy(),
            emissions_per_unit: now.emissions() - then.emissions(),
            energy_per_unit: then.energy() - now.energy(),
            core,
            limit,
        })
    }

    /// The amount of a step: thousandths, and all of the limit at the last.
    fn amount(&self, step: i128) -> Decimal {
        Decimal::thousandths(step).min(self.limit)
    }

    fn last_step(&self) -> i128 {
        // A number of the contract has at most 15 digits before the point, and what adds up from a file of any
        // length that can be read stays far below the 38 digits of a step.
        let thousandths = Ratio::new(self.limit * Decimal::from_integer(STEPS), Decimal::from_integer(1));
        thousandths.to_fixed_up(0).parse().unwrap_or(i128::MAX)
    }

    fn energy_at(&self, step: i128) -> TonnesCoalEquivalent {
        self.energy + self.energy_per_unit * self.amount(step)
    }

    fn emissions_at(&self, step: i128) -> TonnesCo2 {
        self.emissions - self.emissions_per_unit * self.amount(step)
    }

    fn band_at(&self, step: i128) -> Option<&'a Band> {
        self.core.band(Subject::of_energy(self.energy_at(step)))
    }

    fn meets(&self, step: i128, target: Decimal) -> bool {
        let energy = self.energy_at(step);
        energy.is_positive() && self.emissions_at(step) <= CarbonLimit(target) * energy
    }

    /// First and last step within a band; `None` when the lever never brings the park into it.
    fn within(&self, band: &Band) -> Option<(i128, i128)> {
        let last = self.last_step();
        let rises = !self.energy_per_unit.is_negative();
        // Energy only rises or only falls: before the band, in it, and beyond it are three runs of steps.
        let reached = |step: i128| {
            let energy = self.energy_at(step);
            if rises { band.starts_by(energy) } else { !band.ends_by(energy) }
        };
        let passed = |step: i128| reached(step) && !band.contains(self.energy_at(step));
        let first = first_step(0, last, reached)?;
        let end = first_step(first, last, passed).map_or(last, |passed| passed - 1);
        (first <= end).then_some((first, end))
    }

    /// The least step within a band that meets its target.
    fn least(&self, band: &Band) -> Option<Reach> {
        let target = band.target?;
        let (first, end) = self.within(band)?;
        // Within a band the distance to the target is a straight line: once met, met on that side of it.
        let step = if self.meets(first, target) {
            first
        } else if self.meets(end, target) {
            first_step(first, end, |step| self.meets(step, target))?
        } else {
            return None;
        };
        Some(Reach {
            amount: self.amount(step),
            target,
            emissions: self.emissions_at(step),
            energy: self.energy_at(step),
        })
    }
}

/// The first step from which on something holds, where it holds at the last at all.
fn first_step(from: i128, to: i128, holds: impl Fn(i128) -> bool) -> Option<i128> {
    if from > to || !holds(to) {
        return None;
    }
    let (mut low, mut high) = (from, to);
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Some(high)
}

/// What a lever can do, up to a limit of the user's, or to all there is.
///
/// `None` when there is nothing of it, or no core indicator to meet.
pub fn gap(lever: Lever, assessment: &Assessment, rules: Rules<'_>, limit: Option<Decimal>) -> Option<Gap> {
    let available = lever.available(assessment);
    let limit = limit.map_or(available, |limit| limit.min(available));
    let course = Course::of(lever, assessment, rules, limit)?;
    let now = course.band_at(0);
    let last = course.last_step();
    let others = course.core.bands.iter().filter(|band| now.is_none_or(|now| !std::ptr::eq(now, *band)));
    let leaves = |band: &&Band| band.target.is_none();
    let leaves_at =
        others.clone().filter(leaves).filter_map(|band| course.within(band)).map(|(first, _)| first);
    let target = now.and_then(|band| band.target);
    Some(Gap {
        lever,
        limit,
        within: now.and_then(|band| course.least(band)),
        across: others.filter_map(|band| course.least(band)).collect(),
        leaves_thresholds_at: leaves_at.min().map(|step| course.amount(step)),
        at_limit: intensity(course.emissions_at(last), course.energy_at(last)),
        helps: target.is_some_and(|target| {
            course.emissions_per_unit + CarbonLimit(target) * course.energy_per_unit > TonnesCo2::ZERO
        }),
    })
}

fn intensity(emissions: TonnesCo2, energy: TonnesCoalEquivalent) -> Option<Ratio> {
    CarbonIntensity::of(emissions, energy).map(|intensity| intensity.0)
}

/// Several levers used together.
#[derive(Clone, Debug)]
pub struct Mix {
    /// The assessment then.
    pub assessment: Assessment,
    /// How much of each lever was used, in the order given: what was wanted, or what the levers before it
    /// had left.
    pub used: Vec<(Lever, Decimal)>,
}

impl Mix {
    /// Uses levers one after the other. Two that draw on one thing, as direct power and certificates do on
    /// grid power, share what there is of it: the first takes, the next has the rest.
    pub fn of(assessment: &Assessment, wanted: &[(Lever, Decimal)], factors: &FactorSet) -> Mix {
        let mut mix = Mix { assessment: assessment.clone(), used: Vec::with_capacity(wanted.len()) };
        for (lever, wanted) in wanted {
            // What another lever brought in, as gas in place of coal, is not there to be replaced again.
            let left = lever.available(&mix.assessment).min(lever.available(assessment));
            let amount = (*wanted).min(left).max(Decimal::ZERO);
            if amount.is_positive() {
                mix.assessment = lever.apply(&mix.assessment, amount, factors);
            }
            mix.used.push((*lever, amount));
        }
        mix
    }
}
