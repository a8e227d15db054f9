//! Quantities that carry their unit, so that none can be taken for another.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Mul, Neg, Sub};

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
    /// Energy in tonnes of coal equivalent (吨标准煤), power at 等价值 (ndrc-910/annex3/2.1).
    TonnesCoalEquivalent
);
quantity!(
    /// Electric energy in megawatt-hours.
    MegawattHours
);
quantity!(
    /// Thirds of a tonne of CO₂: see [`TonnesCo2`].
    ThirdTonnes
);

/// Carbon dioxide in tonnes.
///
/// Held in thirds of a tonne: carbon becomes carbon dioxide by × 44 ÷ 12 = × 11 ÷ 3, which no decimal
/// holds, while eleven thirds of a tonne per tonne of carbon is a whole number. Nothing is rounded
/// before a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TonnesCo2(ThirdTonnes);

impl TonnesCo2 {
    /// None at all.
    pub const ZERO: TonnesCo2 = TonnesCo2(ThirdTonnes::ZERO);

    /// So many tonnes.
    pub fn from_tonnes(tonnes: Decimal) -> TonnesCo2 {
        TonnesCo2(ThirdTonnes(tonnes * Decimal::from_integer(3)))
    }

    /// What so many tonnes of carbon become: × 44 ÷ 12.
    pub fn from_carbon(tonnes: Decimal) -> TonnesCo2 {
        TonnesCo2(ThirdTonnes(tonnes * Decimal::from_integer(11)))
    }

    /// The tonnes.
    pub fn tonnes(self) -> Ratio {
        Ratio::new(self.0.0, Decimal::from_integer(3))
    }

    /// How many units of something that emits so many tonnes each make up this amount; `None` when it
    /// emits nothing.
    pub fn per(self, t_per_unit: Decimal) -> Option<Ratio> {
        Ratio::checked(self.0.0, t_per_unit * Decimal::from_integer(3))
    }

    /// Whether the amount is below zero: more sent out than taken in.
    pub fn is_negative(self) -> bool {
        self.0.0.is_negative()
    }
}

impl Add for TonnesCo2 {
    type Output = TonnesCo2;
    fn add(self, other: TonnesCo2) -> TonnesCo2 {
        TonnesCo2(self.0 + other.0)
    }
}

impl Sub for TonnesCo2 {
    type Output = TonnesCo2;
    fn sub(self, other: TonnesCo2) -> TonnesCo2 {
        TonnesCo2(self.0 - other.0)
    }
}

impl Neg for TonnesCo2 {
    type Output = TonnesCo2;
    fn neg(self) -> TonnesCo2 {
        TonnesCo2(-self.0)
    }
}

impl Mul<Decimal> for TonnesCo2 {
    type Output = TonnesCo2;
    fn mul(self, times: Decimal) -> TonnesCo2 {
        TonnesCo2(ThirdTonnes(self.0.0 * times))
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
        let thirds = energy.0 * Decimal::from_integer(3);
        if !energy.0.is_positive() {
            return None;
        }
        Ratio::checked(emissions.0.0, thirds).map(CarbonIntensity)
    }
}

/// What a target allows at this energy.
impl Mul<TonnesCoalEquivalent> for CarbonLimit {
    type Output = TonnesCo2;
    fn mul(self, energy: TonnesCoalEquivalent) -> TonnesCo2 {
        TonnesCo2::from_tonnes(self.0 * energy.0)
    }
}

/// A limit of carbon per unit of energy, t CO₂ per tce.
#[derive(Clone, Copy, Debug)]
pub struct CarbonLimit(pub Decimal);
