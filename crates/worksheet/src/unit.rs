//! Units in which amounts are typed, and what they are in the unit of the contract.

use assessment::Decimal;
use serde::{Deserialize, Serialize};

/// What is measured; each has its unit in the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Quantity {
    /// Electric energy, MWh in the contract.
    Power,
    /// Heat, GJ in the contract.
    Heat,
    /// Mass of a solid or liquid, t in the contract.
    Mass,
    /// Volume of a gas at standard conditions, 万m³ in the contract.
    Gas,
    /// A share, per cent.
    Share,
    /// A factor or another number without a choice of units.
    Plain,
}

/// A unit that an amount is typed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Kilowatt-hours.
    Kwh,
    /// Megawatt-hours.
    Mwh,
    /// 万千瓦时.
    TenThousandKwh,
    /// 亿千瓦时.
    HundredMillionKwh,
    /// Gigajoules.
    Gj,
    /// Tonnes of steam: so many GJ each as the sheet says.
    TonneSteam,
    /// Tonnes.
    Tonne,
    /// 万吨.
    TenThousandTonnes,
    /// Cubic metres at standard conditions.
    CubicMetre,
    /// 万立方米.
    TenThousandCubicMetres,
    /// Per cent.
    Percent,
    /// None.
    One,
}

/// GJ in a tonne of steam where the sheet says nothing else: 3,763 MJ per t, commonly used for low-pressure
/// steam. Mark C: not compared with the text of a standard, it depends on pressure and temperature, and the sheet
/// may set its own.
pub const STEAM_GJ_PER_TONNE: &str = "3.763";

impl Quantity {
    /// The units to choose from, the contract's first.
    pub fn units(self) -> &'static [Unit] {
        match self {
            Quantity::Power => &[Unit::Mwh, Unit::Kwh, Unit::TenThousandKwh, Unit::HundredMillionKwh],
            Quantity::Heat => &[Unit::Gj, Unit::TonneSteam],
            Quantity::Mass => &[Unit::Tonne, Unit::TenThousandTonnes],
            Quantity::Gas => &[Unit::TenThousandCubicMetres, Unit::CubicMetre],
            Quantity::Share => &[Unit::Percent],
            Quantity::Plain => &[Unit::One],
        }
    }

    /// What a value of an indicator is typed as: per cent stands beside the field as other units do, one of its own is
    /// said and not typed.
    pub fn of_indicator(unit: &assessment::unit::Unit) -> Quantity {
        match unit {
            assessment::unit::Unit::Percent => Quantity::Share,
            assessment::unit::Unit::TPerTce | assessment::unit::Unit::Named(_) => Quantity::Plain,
        }
    }

    /// The contract's unit.
    pub fn contract_unit(self) -> Unit {
        self.units()[0]
    }
}

impl Unit {
    /// All units.
    pub const ALL: [Unit; 12] = [
        Unit::Kwh,
        Unit::Mwh,
        Unit::TenThousandKwh,
        Unit::HundredMillionKwh,
        Unit::Gj,
        Unit::TonneSteam,
        Unit::Tonne,
        Unit::TenThousandTonnes,
        Unit::CubicMetre,
        Unit::TenThousandCubicMetres,
        Unit::Percent,
        Unit::One,
    ];

    /// How the unit is written in both languages.
    pub fn symbol(self) -> [&'static str; 2] {
        match self {
            Unit::Kwh => ["kWh", "kWh"],
            Unit::Mwh => ["MWh", "MWh"],
            Unit::TenThousandKwh => ["万kWh", "10,000 kWh"],
            Unit::HundredMillionKwh => ["亿kWh", "100 million kWh"],
            Unit::Gj => ["GJ", "GJ"],
            Unit::TonneSteam => ["吨蒸汽", "t of steam"],
            Unit::Tonne => ["吨", "t"],
            Unit::TenThousandTonnes => ["万吨", "10,000 t"],
            Unit::CubicMetre => ["m³", "m³"],
            Unit::TenThousandCubicMetres => ["万m³", "10,000 m³"],
            Unit::Percent => ["%", "%"],
            Unit::One => ["", ""],
        }
    }

    /// Ways in which the unit is typed behind a number.
    pub(crate) fn names(self) -> &'static [&'static str] {
        match self {
            Unit::Kwh => &["kwh", "千瓦时", "度"],
            Unit::Mwh => &["mwh", "兆瓦时"],
            Unit::TenThousandKwh => &["万kwh", "万千瓦时", "万度"],
            Unit::HundredMillionKwh => &["亿kwh", "亿千瓦时", "亿度"],
            Unit::Gj => &["gj", "吉焦"],
            Unit::TonneSteam => &["t蒸汽", "吨蒸汽"],
            Unit::Tonne => &["t", "吨"],
            Unit::TenThousandTonnes => &["万t", "万吨"],
            Unit::CubicMetre => &["m³", "m3", "立方米", "方"],
            Unit::TenThousandCubicMetres => &["万m³", "万m3", "万立方米", "万方"],
            Unit::Percent => &["%"],
            Unit::One => &[],
        }
    }

    /// An amount in the contract's unit. `steam` is GJ per tonne of steam.
    pub fn to_contract(self, amount: Decimal, steam: Decimal) -> Decimal {
        let times = |factor: &str| amount * Decimal::parse(factor).expect("a factor is a number");
        match self {
            Unit::Kwh => times("0.001"),
            Unit::TenThousandKwh => times("10"),
            Unit::HundredMillionKwh => times("100000"),
            Unit::TonneSteam => amount * steam,
            Unit::TenThousandTonnes => times("10000"),
            Unit::CubicMetre => times("0.0001"),
            Unit::Mwh | Unit::Gj | Unit::Tonne | Unit::TenThousandCubicMetres | Unit::Percent | Unit::One => {
                amount
            }
        }
    }
}
