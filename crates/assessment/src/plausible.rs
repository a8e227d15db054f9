//! What is plausible to nobody: figures that are valid and most likely a slip of unit, place or column.
//!
//! A check is a question to whoever filled the file in, never part of the verdict. Its bounds are the
//! contract's conventions (mark C), wide enough that a real park seldom meets them.

use serde::Serialize;

use crate::account::{self, Accounts, Contribution, EntryPath, Part};
use crate::decimal::{Decimal, Ratio};
use crate::factors::{FuelFactor, FuelKind};
use crate::input::{Assessment, Fuel, Given, Heat, PowerSource, Purpose, Rules};
use crate::quantity::{TonnesCo2, TonnesCoalEquivalent};

/// One figure that should be looked at again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Check {
    /// What is odd about it.
    pub code: CheckCode,
    /// The field or entry of the file.
    pub path: String,
    /// What stands there.
    pub found: String,
    /// What would be usual.
    pub expected: String,
}

/// Kinds of checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckCode {
    /// A factor of the entry's own lies more than 30% from the default.
    OwnFactor,
    /// A calorific value of coal outside 5 to 30 GJ/t.
    CoalCalorificValue,
    /// 等价值 of electricity outside 0.27 to 0.32 tce/MWh.
    ElectricityEquivalent,
    /// A factor of fossil heat outside 0.03 to 0.2 t/GJ.
    HeatFactor,
    /// A process factor above 30 t/t, or no more than a hundredth of what is commonly used.
    ProcessFactor,
    /// A given share above 0 and at most 1 per cent: a fraction taken for per cent.
    ShareAsFraction,
    /// One entry above ten times all others together, by energy.
    EntryDominates,
    /// More power by certificates and trade than is taken from the grid, what was sent out taken off.
    CertificatesExceedGrid,
    /// As much power by certificates or trade as directly, to the digit: the same power twice.
    CertificatesRepeatDirect,
    /// Feedstock, and neither a process nor a conversion that would need it.
    FeedstockWithoutProcess,
    /// The same fuel burnt and converted: it may stand there twice.
    BurntAndConverted,
    /// A conversion gives a gas that stands nowhere under the fuels.
    ConvertedGasUnused,
    /// International aviation and shipping above a third of combustion.
    BunkersShare,
}

impl CheckCode {
    /// All of them, in the order in which they are looked for.
    pub const ALL: [CheckCode; 13] = [
        CheckCode::OwnFactor,
        CheckCode::CoalCalorificValue,
        CheckCode::ElectricityEquivalent,
        CheckCode::HeatFactor,
        CheckCode::ProcessFactor,
        CheckCode::ShareAsFraction,
        CheckCode::EntryDominates,
        CheckCode::CertificatesExceedGrid,
        CheckCode::CertificatesRepeatDirect,
        CheckCode::FeedstockWithoutProcess,
        CheckCode::BurntAndConverted,
        CheckCode::ConvertedGasUnused,
        CheckCode::BunkersShare,
    ];
}

/// A number with so many digits after the point.
const fn number(units: i64, places: u8) -> Decimal {
    Decimal::from_digits_of(units, places)
}

/// Own factors: from 70% to 130% of the default.
const OWN_FACTOR: [Decimal; 2] = [number(7, 1), number(13, 1)];
/// Calorific value of coal, GJ/t.
const COAL_NCV: [Decimal; 2] = [number(5, 0), number(30, 0)];
/// 等价值 of electricity, tce/MWh.
const EQUIVALENT: [Decimal; 2] = [number(27, 2), number(32, 2)];
/// Factor of fossil heat, t/GJ.
const HEAT_FACTOR: [Decimal; 2] = [number(3, 2), number(2, 1)];
/// The highest process factor, t/t.
const PROCESS_FACTOR: Decimal = number(30, 0);
/// Digits after the point of a bound that is computed.
const BOUND_PLACES: u8 = 6;

/// Everything in an assessment that is plausible to nobody.
pub fn checks(assessment: &Assessment, accounts: &Accounts, rules: Rules<'_>) -> Vec<Check> {
    let mut found = Checks(Vec::new());
    for (i, entry) in assessment.fuels.iter().enumerate() {
        found.fuel(EntryPath::Entry("fuels", i), Part::of(entry.purpose), &entry.fuel, rules);
    }
    for (i, conversion) in assessment.conversions.iter().enumerate() {
        for (k, fuel) in conversion.inputs.iter().enumerate() {
            found.fuel(EntryPath::Within("conversions", i, "inputs", k), Part::ConversionInput, fuel, rules);
        }
        for (k, fuel) in conversion.outputs.iter().enumerate() {
            found.fuel(
                EntryPath::Within("conversions", i, "outputs", k),
                Part::ConversionOutput,
                fuel,
                rules,
            );
        }
    }
    if let Some(value) = assessment.electricity_tce_per_mwh {
        found.outside(CheckCode::ElectricityEquivalent, value, EQUIVALENT, || {
            "conventions.electricity_tce_per_mwh".to_owned()
        });
    }
    found.heat("heat.received", &assessment.heat_received);
    found.heat("heat.sent", &assessment.heat_sent);
    found.processes(assessment, rules);
    found.shares(assessment);
    found.dominating(accounts);
    found.certificates(assessment);
    found.conversions(assessment, rules);
    found.bunkers(assessment, accounts);
    found.0
}

struct Checks(Vec<Check>);

impl Checks {
    fn add(&mut self, code: CheckCode, path: impl ToString, found: impl ToString, expected: impl ToString) {
        let (path, found, expected) = (path.to_string(), found.to_string(), expected.to_string());
        self.0.push(Check { code, path, found, expected });
    }

    fn outside(
        &mut self,
        code: CheckCode,
        value: Decimal,
        [low, high]: [Decimal; 2],
        path: impl FnOnce() -> String,
    ) {
        if value < low || value > high {
            self.add(code, path(), value, format!("{low}–{high}"));
        }
    }

    /// An own factor against what the set would give in its place.
    fn own(&mut self, value: Decimal, default: Ratio, path: impl FnOnce() -> String) {
        let [low, high] = OWN_FACTOR.map(|share| default.scaled(share, Decimal::from_integer(1)));
        if low.cmp_decimal(value).is_gt() || high.cmp_decimal(value).is_lt() {
            let [low, high] = [low, high].map(|bound| bound.rounded(BOUND_PLACES).trimmed());
            self.add(CheckCode::OwnFactor, path(), value, format!("{low}–{high}"));
        }
    }

    fn fuel(&mut self, path: EntryPath, part: Part, fuel: &Fuel, rules: Rules<'_>) {
        if !fuel.has_own() {
            return;
        }
        let at = |field: &str| format!("{path}.{field}");
        let listed = account::listed(&fuel.id, rules);
        if let (Some(value), true) = (fuel.t_per_unit, part != Part::Feedstock) {
            let without = Fuel { t_per_unit: None, ..fuel.clone() };
            if let Some((default, _)) = account::fuel_carbon(part, &without, rules) {
                self.own(value, default.t_per_unit(), || at("t_per_unit"));
            }
        }
        if let Some(value) = fuel.tce_per_unit {
            let without = Fuel { tce_per_unit: None, ..fuel.clone() };
            if let Some((default, _)) = account::fuel_energy(&without, rules) {
                self.own(value, default.tce(), || at("tce_per_unit"));
            }
        }
        if let Some(value) = fuel.ncv_gj_per_unit {
            if listed.is_some_and(|listed| listed.kind == FuelKind::Coal) {
                self.outside(CheckCode::CoalCalorificValue, value, COAL_NCV, || at("ncv_gj_per_unit"));
            } else if let Some(default) = listed.and_then(FuelFactor::heat_gj_per_unit) {
                self.own(value, default.into(), || at("ncv_gj_per_unit"));
            }
        }
        let by_carbon = |fuel: &&FuelFactor| fuel.carbon_t_per_gj.is_some();
        let by_carbon = (rules.factors.fuel(&fuel.id).filter(by_carbon))
            .or_else(|| rules.general.fuel(&fuel.id).filter(by_carbon));
        let Some(set) = by_carbon else { return };
        let contents = [
            ("carbon_t_per_gj", fuel.carbon_t_per_gj, set.carbon_t_per_gj),
            ("oxidation", fuel.oxidation, set.oxidation),
        ];
        for (field, value, default) in contents {
            if let (Some(value), Some(default)) = (value, default) {
                self.own(value, default.into(), || at(field));
            }
        }
    }

    fn heat(&mut self, list: &'static str, heat: &[Heat]) {
        for (i, entry) in heat.iter().enumerate() {
            if let Some(value) = entry.t_per_gj {
                self.outside(CheckCode::HeatFactor, value, HEAT_FACTOR, || format!("{list}[{i}].t_per_gj"));
            }
        }
    }

    fn processes(&mut self, assessment: &Assessment, rules: Rules<'_>) {
        for (i, process) in assessment.processes.iter().enumerate() {
            let hint = rules.factors.process_hints.iter().find(|hint| hint.product == process.product);
            let path = || format!("processes[{i}].t_per_t");
            if process.t_per_t > PROCESS_FACTOR {
                let expected = hint.map_or(PROCESS_FACTOR, |hint| hint.t_per_t);
                self.add(CheckCode::ProcessFactor, path(), process.t_per_t, expected);
            } else if let Some(hint) = hint
                && process.t_per_t * Decimal::HUNDRED <= hint.t_per_t
            {
                self.add(CheckCode::ProcessFactor, path(), process.t_per_t, hint.t_per_t);
            }
        }
    }

    fn shares(&mut self, assessment: &Assessment) {
        for (indicator, given) in &assessment.guiding {
            let (field, value) = match given {
                Given::Value(value) => ("value", *value),
                Given::Pending(value) => ("pending", *value),
                Given::NotApplicable(_) | Given::Nothing => continue,
            };
            if value.is_positive() && value <= Decimal::from_integer(1) {
                let path = format!("guiding.{indicator}.{field}");
                self.add(CheckCode::ShareAsFraction, path, value, value * Decimal::HUNDRED);
            }
        }
    }

    fn dominating(&mut self, accounts: &Accounts) {
        let size = |entry: &Contribution| {
            let energy = entry.energy();
            if energy.is_negative() { -energy } else { energy }
        };
        let entries = || accounts.contributions.iter().map(|entry| (entry, size(entry)));
        if entries().filter(|(_, size)| !size.is_zero()).count() < 3 {
            return;
        }
        let total: TonnesCoalEquivalent = entries().map(|(_, size)| size).sum();
        let Some((entry, size)) = entries().max_by_key(|(_, size)| *size) else { return };
        let most = (total - size) * Decimal::from_integer(10);
        if size > most {
            let path = format!("{}.{}", entry.path, entry.field);
            self.add(CheckCode::EntryDominates, path, format!("{size} tce"), format!("≤ {most} tce"));
        }
    }

    fn certificates(&mut self, assessment: &Assessment) {
        let sum = |list: &[crate::input::Power], wanted: &dyn Fn(PowerSource) -> bool| -> Decimal {
            list.iter().filter(|power| wanted(power.source)).map(|power| power.mwh.0).sum()
        };
        let certified = |source| matches!(source, PowerSource::GreenCertificate | PowerSource::GreenTrade);
        let from_grid = |source| source != PowerSource::DirectNonFossil;
        let received = &assessment.power_received;
        let Some(first) = received.iter().position(|power| certified(power.source) && !power.mwh.0.is_zero())
        else {
            return;
        };
        let path = || format!("electricity.received[{first}].mwh");
        let amount = sum(received, &certified);
        let grid = sum(received, &from_grid) - sum(&assessment.power_sent, &from_grid);
        if amount > grid {
            self.add(CheckCode::CertificatesExceedGrid, path(), amount, format!("≤ {grid}"));
        }
        let direct = sum(received, &|source| source == PowerSource::DirectNonFossil);
        if amount == direct {
            self.add(CheckCode::CertificatesRepeatDirect, path(), amount, format!("≠ {direct}"));
        }
    }

    fn conversions(&mut self, assessment: &Assessment, rules: Rules<'_>) {
        let feedstock = assessment
            .fuels
            .iter()
            .position(|entry| entry.purpose == Purpose::Feedstock && !entry.fuel.amount.is_zero());
        if let Some(i) = feedstock
            && assessment.processes.is_empty()
            && assessment.conversions.is_empty()
        {
            let amount = assessment.fuels[i].fuel.amount;
            self.add(
                CheckCode::FeedstockWithoutProcess,
                format!("fuels[{i}]"),
                amount,
                "processes, conversions",
            );
        }
        let burnt = |id: &str| {
            assessment.fuels.iter().position(|e| e.purpose == Purpose::Combustion && e.fuel.id == id)
        };
        for (i, conversion) in assessment.conversions.iter().enumerate() {
            for (k, input) in conversion.inputs.iter().enumerate() {
                if let Some(at) = burnt(&input.id) {
                    let path = EntryPath::Within("conversions", i, "inputs", k);
                    self.add(CheckCode::BurntAndConverted, path, &input.id, format!("≠ fuels[{at}]"));
                }
            }
            for (k, output) in conversion.outputs.iter().enumerate() {
                let is_gas = account::listed(&output.id, rules).is_some_and(|fuel| fuel.kind.is_gas());
                if is_gas && assessment.fuels.iter().all(|entry| entry.fuel.id != output.id) {
                    let path = EntryPath::Within("conversions", i, "outputs", k);
                    self.add(CheckCode::ConvertedGasUnused, path, &output.id, "fuels");
                }
            }
        }
    }

    fn bunkers(&mut self, assessment: &Assessment, accounts: &Accounts) {
        let combustion = accounts.combustion();
        if TonnesCo2::from_tonnes(assessment.bunkers_t * Decimal::from_integer(3)) > combustion {
            let third = combustion.tonnes().scaled(Decimal::from_integer(1), Decimal::from_integer(3));
            let third = third.rounded(BOUND_PLACES).trimmed();
            self.add(CheckCode::BunkersShare, "bunkers_t", assessment.bunkers_t, format!("≤ {third}"));
        }
    }
}
