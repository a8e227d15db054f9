//! What a round covers: which parks, and which indicators of them.

use assessment::Date;
use assessment::formulas::CARBON_PER_ENERGY;
use serde::{Deserialize, Serialize};

use super::{ParkRound, Round, RulesDay};

/// Which parks a round covers. A park that it covers and says nothing of has published nothing; of one that it does
/// not cover, what was published last stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Coverage {
    /// Every park that is known on its day: one that is missing was forgotten.
    All,
    /// The parks that it names.
    #[default]
    Named,
}

impl Coverage {
    pub(super) fn is_named(&self) -> bool {
        *self == Coverage::Named
    }
}

/// The earlier round that something is of, which stands on where a later one does not cover it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Older {
    /// Day of that round.
    pub dated: Date,
    /// The year of its figures, where that is not the year of its day.
    pub year: Option<u16>,
}

impl Older {
    /// The day by whose rules its figures are judged.
    pub fn rules_day(self) -> RulesDay {
        RulesDay::of_round(self.dated, self.year)
    }
}

impl From<&ParkRound> for Older {
    fn from(round: &ParkRound) -> Older {
        Older { dated: round.dated, year: round.year }
    }
}

impl Round {
    /// Id of the indicator by which a round covers what the core indicator rests on.
    pub const CORE: &str = CARBON_PER_ENERGY;
}

/// Whether an indicator is among those covered; without any named, all are.
pub(crate) fn is_covered(indicators: Option<&[String]>, indicator: &str) -> bool {
    indicators.is_none_or(|covered| covered.iter().any(|id| id == indicator))
}

impl Round {
    /// Whether it covers an indicator.
    pub fn covers_indicator(&self, indicator: &str) -> bool {
        is_covered(self.indicators.as_deref(), indicator)
    }
}

impl ParkRound {
    /// Whether it covers an indicator.
    pub fn covers_indicator(&self, indicator: &str) -> bool {
        is_covered(self.indicators.as_deref(), indicator)
    }
}
