//! Quantities that carry their unit, so that none can be taken for another.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Mul, Neg, Sub};

use serde::{Serialize, Serializer};

use crate::decimal::{Decimal, Ratio};

macro_rules! quantity {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(pub Decimal);

        impl $name {
            /// None at all.
            pub const ZERO: $name = $name(Decimal::ZERO);
        }

        impl Add for $name {
            type Output = $name;
            fn add(self, other: $name) -> $name {
                $name(self.0 + other.0)
            }
        }

        impl Sub for $name {
            type Output = $name;
            fn sub(self, other: $name) -> $name {
                $name(self.0 - other.0)
            }
        }

        impl AddAssign for $name {
            fn add_assign(&mut self, other: $name) {
                *self = *self + other;
            }
        }

        impl Neg for $name {
            type Output = $name;
            fn neg(self) -> $name {
                $name(-self.0)
            }
        }

        impl Sum for $name {
            fn sum<I: Iterator<Item = $name>>(items: I) -> $name {
                items.fold($name::ZERO, Add::add)
            }
        }
    };
}

quantity!(
    /// Electric energy in megawatt-hours.
    MegawattHours
);
quantity!(
    /// Heat in gigajoules.
    Gigajoules
);

/// Energy in tonnes of coal equivalent (吨标准煤), power at 等价值 (ndrc-910/annex3/2.1).
///
/// Held as heat: a measured calorific value becomes coal equivalent by ÷ 29.3076, which no decimal holds,
/// while a tce is a whole number of GJ's ten-thousandths. Nothing is rounded before a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TonnesCoalEquivalent(Gigajoules);

/// Heat of one tonne of coal equivalent, GJ: 7,000 kcal a kilogram at 4.1868 kJ (GB/T 2589-2020; mark C).
pub const GJ_PER_TCE: Decimal = Decimal::from_digits_of(293_076, 4);

impl TonnesCoalEquivalent {
    /// None at all.
    pub const ZERO: TonnesCoalEquivalent = TonnesCoalEquivalent(Gigajoules::ZERO);

    /// So many tonnes of coal equivalent.
    pub fn from_tce(tce: Decimal) -> TonnesCoalEquivalent {
        TonnesCoalEquivalent(Gigajoules(tce * GJ_PER_TCE))
    }

    /// What so much heat counts for: ÷ 29.3076.
    pub fn from_heat(heat: Gigajoules) -> TonnesCoalEquivalent {
        TonnesCoalEquivalent(heat)
    }

    /// The tonnes of coal equivalent.
    pub fn tce(self) -> Ratio {
        Ratio::reduced(self.0.0, GJ_PER_TCE)
    }

    /// Whether it is more than none.
    pub fn is_positive(self) -> bool {
        self.0.0.is_positive()
    }

    /// Whether it is less than none.
    pub fn is_negative(self) -> bool {
        self.0.0.is_negative()
    }

    /// Whether it is none at all.
    pub fn is_zero(self) -> bool {
        self.0.0.is_zero()
    }

    /// What share of another it is, per cent; `None` of none.
    pub fn percent_of(self, whole: TonnesCoalEquivalent) -> Option<Ratio> {
        Ratio::checked(self.0.0 * Decimal::HUNDRED, whole.0.0)
    }

    /// Whether it still fits where all that is done with totals has room: see [`Decimal::has_room`].
    pub(crate) fn has_room(self) -> bool {
        self.0.0.has_room()
    }

    pub(crate) fn checked_mul(self, times: Decimal) -> Option<TonnesCoalEquivalent> {
        Some(TonnesCoalEquivalent(Gigajoules(self.0.0.checked_mul(times)?)))
    }

    pub(crate) fn checked_add(self, other: TonnesCoalEquivalent) -> Option<TonnesCoalEquivalent> {
        Some(TonnesCoalEquivalent(Gigajoules(self.0.0.checked_add(other.0.0)?)))
    }
}

impl Add for TonnesCoalEquivalent {
    type Output = TonnesCoalEquivalent;
    fn add(self, other: TonnesCoalEquivalent) -> TonnesCoalEquivalent {
        TonnesCoalEquivalent(self.0 + other.0)
    }
}

impl Sub for TonnesCoalEquivalent {
    type Output = TonnesCoalEquivalent;
    fn sub(self, other: TonnesCoalEquivalent) -> TonnesCoalEquivalent {
        TonnesCoalEquivalent(self.0 - other.0)
    }
}

impl AddAssign for TonnesCoalEquivalent {
    fn add_assign(&mut self, other: TonnesCoalEquivalent) {
        *self = *self + other;
    }
}

impl Neg for TonnesCoalEquivalent {
    type Output = TonnesCoalEquivalent;
    fn neg(self) -> TonnesCoalEquivalent {
        TonnesCoalEquivalent(-self.0)
    }
}

impl Mul<Decimal> for TonnesCoalEquivalent {
    type Output = TonnesCoalEquivalent;
    fn mul(self, times: Decimal) -> TonnesCoalEquivalent {
        TonnesCoalEquivalent(Gigajoules(self.0.0 * times))
    }
}

impl Sum for TonnesCoalEquivalent {
    fn sum<I: Iterator<Item = TonnesCoalEquivalent>>(items: I) -> TonnesCoalEquivalent {
        items.fold(TonnesCoalEquivalent::ZERO, Add::add)
    }
}

/// All digits where it ends, else as a quotient is written.
impl fmt::Display for TonnesCoalEquivalent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let tce = self.tce();
        match tce.as_decimal() {
            Some(whole) => fmt::Display::fmt(&whole, f),
            None => fmt::Display::fmt(&tce, f),
        }
    }
}

/// Written as text, so that no reader takes it through a binary float.
impl Serialize for TonnesCoalEquivalent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Carbon dioxide in tonnes.
///
/// Held in parts of which 3 × 29.3076 make a tonne. Carbon becomes carbon dioxide by × 44 ÷ 12 = × 11 ÷ 3,
/// and what a target allows at an energy given as heat is that heat ÷ 29.3076; no decimal holds either, and
/// in these parts both are exact. Nothing is rounded before a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TonnesCo2 {
    parts: Decimal,
}

/// Parts that make a tonne: 3 × 29.3076.
const PARTS_PER_TONNE: Decimal = Decimal::from_digits_of(879_228, 4);
/// Parts that a tonne of carbon becomes: 11 × 29.3076.
const PARTS_PER_TONNE_OF_CARBON: Decimal = Decimal::from_digits_of(3_223_836, 4);

impl TonnesCo2 {
    /// None at all.
    pub const ZERO: TonnesCo2 = TonnesCo2 { parts: Decimal::ZERO };

    /// So many tonnes.
    pub fn from_tonnes(tonnes: Decimal) -> TonnesCo2 {
        TonnesCo2 { parts: tonnes * PARTS_PER_TONNE }
    }

    /// What so many tonnes of carbon become: × 44 ÷ 12.
    pub fn from_carbon(tonnes: Decimal) -> TonnesCo2 {
        TonnesCo2 { parts: tonnes * PARTS_PER_TONNE_OF_CARBON }
    }

    /// The tonnes.
    pub fn tonnes(self) -> Ratio {
        Ratio::reduced(self.parts, PARTS_PER_TONNE)
    }

    /// How many units of something that emits so many tonnes each make up this amount; `None` when it
    /// emits nothing.
    pub fn per(self, t_per_unit: Decimal) -> Option<Ratio> {
        Ratio::checked(self.parts, t_per_unit * PARTS_PER_TONNE)
    }

    /// Whether the amount is below zero: more sent out than taken in.
    pub fn is_negative(self) -> bool {
        self.parts.is_negative()
    }

    /// Whether it still fits where all that is done with totals has room: see [`Decimal::has_room`].
    pub(crate) fn has_room(self) -> bool {
        self.parts.has_room()
    }

    pub(crate) fn checked_mul(self, times: Decimal) -> Option<TonnesCo2> {
        Some(TonnesCo2 { parts: self.parts.checked_mul(times)? })
    }

    pub(crate) fn checked_add(self, other: TonnesCo2) -> Option<TonnesCo2> {
        Some(TonnesCo2 { parts: self.parts.checked_add(other.parts)? })
    }
}

impl Add for TonnesCo2 {
    type Output = TonnesCo2;
    fn add(self, other: TonnesCo2) -> TonnesCo2 {
        TonnesCo2 { parts: self.parts + other.parts }
    }
}

impl AddAssign for TonnesCo2 {
    fn add_assign(&mut self, other: TonnesCo2) {
        *self = *self + other;
    }
}

impl Sub for TonnesCo2 {
    type Output = TonnesCo2;
    fn sub(self, other: TonnesCo2) -> TonnesCo2 {
        TonnesCo2 { parts: self.parts - other.parts }
    }
}

impl Neg for TonnesCo2 {
    type Output = TonnesCo2;
    fn neg(self) -> TonnesCo2 {
        TonnesCo2 { parts: -self.parts }
    }
}

impl Mul<Decimal> for TonnesCo2 {
    type Output = TonnesCo2;
    fn mul(self, times: Decimal) -> TonnesCo2 {
        TonnesCo2 { parts: self.parts * times }
    }
}

impl Sum for TonnesCo2 {
    fn sum<I: Iterator<Item = TonnesCo2>>(items: I) -> TonnesCo2 {
        items.fold(TonnesCo2::ZERO, Add::add)
    }
}

/// Carbon per unit of energy (单位能耗碳排放), t CO₂ per tce.
#[derive(Clone, Copy, Debug)]
pub struct CarbonIntensity(pub Ratio);

impl CarbonIntensity {
    /// Emissions per energy. `None` when no energy, or less than none, was used.
    ///
    /// Source: ndrc-910, annex 3, 二 2.
    pub fn of(emissions: TonnesCo2, energy: TonnesCoalEquivalent) -> Option<CarbonIntensity> {
        if !energy.is_positive() {
            return None;
        }
        // Parts ÷ (3 × 29.3076) ÷ (GJ ÷ 29.3076) = parts ÷ (3 × GJ).
        Ratio::checked(emissions.parts, energy.0.0 * Decimal::from_integer(3)).map(CarbonIntensity)
    }
}

/// What a target allows at this energy.
impl Mul<TonnesCoalEquivalent> for CarbonLimit {
    type Output = TonnesCo2;
    fn mul(self, energy: TonnesCoalEquivalent) -> TonnesCo2 {
        // Target × GJ ÷ 29.3076 tonnes, of which each is 3 × 29.3076 parts.
        TonnesCo2 { parts: self.0 * energy.0.0 * Decimal::from_integer(3) }
    }
}

/// A limit of carbon per unit of energy, t CO₂ per tce.
#[derive(Clone, Copy, Debug)]
pub struct CarbonLimit(pub Decimal);

impl From<TonnesCoalEquivalent> for Ratio {
    fn from(energy: TonnesCoalEquivalent) -> Ratio {
        energy.tce()
    }
}
