//! What is published of a park's core indicator, 单位能耗碳排放: an energy balance, totals, or the ratio alone.
//!
//! Each says as much as it says: from totals and from a ratio no composition, no share and no gap is worked out, and
//! nothing is estimated.

use assessment::applicability::AnnualEnergy;
use assessment::quantity::{CarbonIntensity, TonnesCo2, TonnesCoalEquivalent};
use assessment::{Decimal, Ratio};
use serde::{Deserialize, Serialize};

use super::Balance;

/// What the core indicator rests on. Read and written as a table that names which of the three it is.
///
/// With balances of another type it is what is published as it is edited, before they were read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    try_from = "CoreForm<B>",
    into = "CoreForm<B>",
    bound(deserialize = "B: Deserialize<'de>", serialize = "B: Clone + Serialize")
)]
pub enum PublishedCore<B = Balance> {
    /// The energy balance: everything follows from it. Totals that are printed beside it are shown, never judged.
    Balance(B, Option<Totals>),
    /// Totals as printed.
    Totals(Totals),
    /// The ratio, without the totals that it is made of.
    Ratio(RatioAlone),
}

/// Which of the three a core indicator rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RestsOn {
    /// An energy balance.
    Balance,
    /// Totals.
    Totals,
    /// The ratio alone.
    Ratio,
}

/// Emissions and energy of a year as they are printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Totals {
    /// Emissions, t CO₂.
    pub emissions_t: Decimal,
    /// That number as it is printed, where otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub emissions_t_published: Option<String>,
    /// Annual energy (年综合能源消费量), tce.
    pub energy_tce: Decimal,
    /// That number as it is printed, where otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub energy_tce_published: Option<String>,
    /// The ratio that is printed beside them, t CO₂ per tce: shown, never judged.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub t_per_tce: Option<Decimal>,
    /// That number as it is printed, where otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub t_per_tce_published: Option<String>,
}

/// The ratio of a year as it is printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RatioAlone {
    /// 单位能耗碳排放, t CO₂ per tce.
    pub t_per_tce: Decimal,
    /// That number as it is printed, where otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub t_per_tce_published: Option<String>,
    /// The published lower limit of the annual energy, tce, included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_tce: Option<Decimal>,
    /// The published upper limit of the annual energy, tce, not included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to_tce: Option<Decimal>,
}

/// The table that names one of the three.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "B: Deserialize<'de>"))]
struct CoreForm<B> {
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    balance: Option<B>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    totals: Option<Totals>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ratio: Option<RatioAlone>,
}

/// Without it serde would ask of `T` that it has a default.
fn none<T>() -> Option<T> {
    None
}

/// Why a table names none of the three, or two that cannot both be it.
pub(crate) const NOT_ONE: &str = "another choice of balance, totals and ratio, expected one of them; totals may stand \
                                  beside a balance, and the ratio beside totals is totals.t_per_tce";

impl<B> PublishedCore<B> {
    /// Which of the three it is.
    pub fn rests_on(&self) -> RestsOn {
        match self {
            PublishedCore::Balance(..) => RestsOn::Balance,
            PublishedCore::Totals(_) => RestsOn::Totals,
            PublishedCore::Ratio(_) => RestsOn::Ratio,
        }
    }

    /// The one that is given, of the three; `None` in place of it where none is.
    ///
    /// # Errors
    /// Where two are given that cannot both be it.
    pub(crate) fn one_of(
        balance: Option<B>,
        totals: Option<Totals>,
        ratio: Option<RatioAlone>,
    ) -> Result<Option<PublishedCore<B>>, &'static str> {
        match (balance, totals, ratio) {
            (Some(balance), totals, None) => Ok(Some(PublishedCore::Balance(balance, totals))),
            (None, Some(totals), None) => Ok(Some(PublishedCore::Totals(totals))),
            (None, None, Some(ratio)) => Ok(Some(PublishedCore::Ratio(ratio))),
            (None, None, None) => Ok(None),
            (_, _, Some(_)) => Err(NOT_ONE),
        }
    }

    /// The three of which one is given.
    pub(crate) fn parts(self) -> (Option<B>, Option<Totals>, Option<RatioAlone>) {
        match self {
            PublishedCore::Balance(balance, totals) => (Some(balance), totals, None),
            PublishedCore::Totals(totals) => (None, Some(totals), None),
            PublishedCore::Ratio(ratio) => (None, None, Some(ratio)),
        }
    }

    /// The same with its balance read; `None` where that could not be.
    pub(crate) fn with_balance<C>(self, read: impl FnOnce(B) -> Option<C>) -> Option<PublishedCore<C>> {
        Some(match self {
            PublishedCore::Balance(balance, totals) => PublishedCore::Balance(read(balance)?, totals),
            PublishedCore::Totals(totals) => PublishedCore::Totals(totals),
            PublishedCore::Ratio(ratio) => PublishedCore::Ratio(ratio),
        })
    }

    /// The balance, where it is one.
    pub fn balance(&self) -> Option<&B> {
        match self {
            PublishedCore::Balance(balance, _) => Some(balance),
            PublishedCore::Totals(_) | PublishedCore::Ratio(_) => None,
        }
    }

    /// The totals that are printed, whether anything rests on them or not.
    pub fn totals(&self) -> Option<&Totals> {
        match self {
            PublishedCore::Balance(_, totals) => totals.as_ref(),
            PublishedCore::Totals(totals) => Some(totals),
            PublishedCore::Ratio(_) => None,
        }
    }
}

impl From<Balance> for PublishedCore {
    fn from(balance: Balance) -> PublishedCore {
        PublishedCore::Balance(balance, None)
    }
}

impl<B> TryFrom<CoreForm<B>> for PublishedCore<B> {
    type Error = &'static str;

    fn try_from(form: CoreForm<B>) -> Result<PublishedCore<B>, &'static str> {
        PublishedCore::one_of(form.balance, form.totals, form.ratio)?.ok_or(NOT_ONE)
    }
}

impl<B> From<PublishedCore<B>> for CoreForm<B> {
    fn from(core: PublishedCore<B>) -> CoreForm<B> {
        let (balance, totals, ratio) = core.parts();
        CoreForm { balance, totals, ratio }
    }
}

impl Totals {
    /// Emissions, t CO₂.
    pub fn emissions(&self) -> TonnesCo2 {
        TonnesCo2::from_tonnes(self.emissions_t)
    }

    /// Annual energy.
    pub fn energy(&self) -> TonnesCoalEquivalent {
        TonnesCoalEquivalent::from_tce(self.energy_tce)
    }

    /// 单位能耗碳排放, t CO₂ per tce, exact; `None` of no energy.
    pub fn intensity(&self) -> Option<Ratio> {
        CarbonIntensity::of(self.emissions(), self.energy()).map(|intensity| intensity.0)
    }
}

impl RatioAlone {
    /// What is published of the annual energy; `None` where nothing is.
    pub fn energy(&self) -> Option<AnnualEnergy> {
        let limit = |tce: Option<Decimal>| tce.map(TonnesCoalEquivalent::from_tce);
        let (from, to) = (limit(self.from_tce), limit(self.to_tce));
        (from.is_some() || to.is_some()).then_some(AnnualEnergy::Between { from, to })
    }
}
