//! What an indicator may be computed by: one row a formula, with its unit and its clause.
//!
//! A ruleset names the row by its id (`formula_id`); which formulas there are is code, which indicator uses which is
//! data. Core and guiding indicators, judgements of rounds and of files, the trace, the method page and the schema of
//! results are all made from this table: a row that is added stands in each, or does not compile until it has its
//! words and its trace ([`FormulaKey`]).

use crate::account::Accounts;
use crate::clause;
use crate::decimal::Ratio;
use crate::unit::Unit;

/// A row of the table, for what must be written of each: words in every language, and how its value is traced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormulaKey {
    /// 单位能耗碳排放.
    CarbonPerEnergy,
    /// 清洁能源消费占比 with natural gas.
    CleanEnergyShare,
    /// 清洁能源消费占比 without gas.
    CleanEnergyShareStrict,
    /// 绿色电力直接供应比例.
    DirectSupplyShare,
}

/// A formula over the accounts of a park's year.
#[derive(Clone, Debug)]
pub struct Formula {
    /// Which one it is.
    pub key: FormulaKey,
    /// Id, as rulesets name it.
    pub id: &'static str,
    /// Unit of what it gives.
    pub unit: Unit,
    /// Clause that it implements.
    pub clause: &'static str,
    /// The formula in symbols, as the trace writes it.
    pub symbols: &'static str,
    /// What it gives; `None` where it would divide by nothing, or something is not known.
    pub value: fn(&Accounts) -> Option<Ratio>,
}

/// Id of 单位能耗碳排放, by which every core indicator is computed.
pub const CARBON_PER_ENERGY: &str = "carbon_per_energy";
/// Id of 清洁能源消费占比 with natural gas, the reading of the national statistics.
pub const CLEAN_ENERGY_SHARE: &str = "clean_energy_share";
/// Id of the same without gas.
pub const CLEAN_ENERGY_SHARE_STRICT: &str = "clean_energy_share_strict";
/// Id of 绿色电力直接供应比例.
pub const DIRECT_SUPPLY_SHARE: &str = "direct_supply_share";

/// All formulas.
pub static FORMULAS: [Formula; 4] = [
    Formula {
        key: FormulaKey::CarbonPerEnergy,
        id: CARBON_PER_ENERGY,
        unit: Unit::TPerTce,
        clause: clause::ENERGY,
        symbols: "E ÷ energy",
        value: |accounts| accounts.intensity().map(|intensity| intensity.0),
    },
    Formula {
        key: FormulaKey::CleanEnergyShare,
        id: CLEAN_ENERGY_SHARE,
        unit: Unit::Percent,
        clause: clause::CLEAN_ENERGY,
        symbols: "clean ÷ energy × 100",
        value: Accounts::clean_energy_share,
    },
    Formula {
        key: FormulaKey::CleanEnergyShareStrict,
        id: CLEAN_ENERGY_SHARE_STRICT,
        unit: Unit::Percent,
        clause: clause::CLEAN_ENERGY,
        symbols: "clean ÷ energy × 100",
        value: Accounts::clean_energy_share_strict,
    },
    Formula {
        key: FormulaKey::DirectSupplyShare,
        id: DIRECT_SUPPLY_SHARE,
        unit: Unit::Percent,
        clause: clause::DIRECT_SUPPLY,
        symbols: "direct ÷ used × 100",
        value: Accounts::direct_supply_share,
    },
];

/// The formula with this id.
pub fn formula(id: &str) -> Option<&'static Formula> {
    FORMULAS.iter().find(|formula| formula.id == id)
}
