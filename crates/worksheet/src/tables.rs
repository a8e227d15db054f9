//! The tables of an application (ndrc-910, annex 2, 一（三） and 一（四）), as far as one year's figures fill
//! them. Every cell comes from the accounts, so a table cannot disagree with the result.

use assessment::account::{Accounts, Contribution, Origin, Part};
use assessment::quantity::TonnesCoalEquivalent;
use assessment::{Decimal, Ratio};

/// Where an amount of energy comes from, as annex 2 asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Supply {
    /// From outside: received power and heat.
    Bought,
    /// Made in the park: own power, and what conversions put out.
    Own,
    /// Sent out again.
    Sent,
    /// The form does not ask whether a fuel was bought.
    NotAsked,
}

/// What energy is used for, as annex 2 asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// 用作燃料.
    Fuel,
    /// 用于能源加工转换.
    Conversion,
    /// 用作原料.
    Feedstock,
    /// Power and heat: used as such.
    Direct,
}

/// A row of the energy table.
#[derive(Clone, Debug)]
pub struct EnergyRow {
    /// Path of the entry in the assessment file.
    pub path: String,
    /// Fuel or source.
    pub subject: String,
    /// Where it comes from.
    pub supply: Supply,
    /// What it is used for.
    pub used: Use,
    /// Amount in `unit`; below zero where it is subtracted.
    pub amount: Decimal,
    /// Unit of the amount.
    pub unit: &'static str,
    /// tce per unit.
    pub tce_per_unit: Ratio,
    /// Energy.
    pub tce: TonnesCoalEquivalent,
}

/// A row of the carbon table.
#[derive(Clone, Debug)]
pub struct CarbonRow {
    /// Path of the entry in the assessment file.
    pub path: String,
    /// Which sum it belongs to.
    pub part: Part,
    /// Fuel, source or product.
    pub subject: String,
    /// Amount in `unit`.
    pub amount: Decimal,
    /// Unit of the amount.
    pub unit: &'static str,
    /// t CO₂ per unit.
    pub t_per_unit: Ratio,
    /// Where the factor comes from.
    pub origin: Origin,
    /// Emissions, t CO₂; below zero where they are subtracted.
    pub emissions: Ratio,
}

/// The energy table; a process uses no energy of its own and is not in it.
pub fn energy(accounts: &Accounts) -> Vec<EnergyRow> {
    accounts.contributions.iter().filter_map(energy_row).collect()
}

fn energy_row(of: &Contribution) -> Option<EnergyRow> {
    let (supply, used) = match of.part {
        Part::Combustion => (Supply::NotAsked, Use::Fuel),
        Part::Feedstock => (Supply::NotAsked, Use::Feedstock),
        Part::ConversionInput => (Supply::NotAsked, Use::Conversion),
        Part::ConversionOutput => (Supply::Own, Use::Conversion),
        Part::PowerReceived | Part::HeatReceived => (Supply::Bought, Use::Direct),
        Part::PowerSent | Part::HeatSent => (Supply::Sent, Use::Direct),
        Part::PowerOwn => (Supply::Own, Use::Direct),
        Part::Process => return None,
    };
    Some(EnergyRow {
        path: of.path.to_string(),
        subject: of.subject.to_string(),
        supply,
        used,
        amount: of.amount,
        unit: of.unit,
        tce_per_unit: of.energy_per_unit.0.tce(),
        tce: of.energy(),
    })
}

/// The carbon table: every entry that the method counts. Feedstock emits nothing and is not in it.
pub fn carbon(accounts: &Accounts) -> Vec<CarbonRow> {
    let counted =
        accounts.contributions.iter().filter(|of| !matches!(of.part, Part::Feedstock | Part::PowerOwn));
    counted
        .map(|of| CarbonRow {
            path: of.path.to_string(),
            part: of.part,
            subject: of.subject.to_string(),
            amount: of.amount,
            unit: of.unit,
            t_per_unit: of.carbon.0.t_per_unit(),
            origin: of.carbon.1.clone(),
            emissions: of.emissions().tonnes(),
        })
        .collect()
}

/// The parts of annex 4, in its order, each with the sums that make it up.
pub const STRUCTURE: [(&str, &[Part]); 5] = [
    ("combustion", &[Part::Combustion]),
    ("conversion", &[Part::ConversionInput, Part::ConversionOutput]),
    ("power", &[Part::PowerReceived, Part::PowerSent]),
    ("heat", &[Part::HeatReceived, Part::HeatSent]),
    ("process", &[Part::Process]),
];

/// Emissions by part, t CO₂, with their share of the total in per cent; no share of a total of zero.
pub fn structure(accounts: &Accounts) -> Vec<(&'static str, Ratio, Option<Ratio>)> {
    let total = accounts.emissions().tonnes();
    let part = |(id, parts): (&'static str, &'static [Part])| {
        let emissions = accounts.emissions_of(parts);
        (id, emissions.tonnes(), emissions.tonnes().share_of(total))
    };
    STRUCTURE.into_iter().map(part).collect()
}
