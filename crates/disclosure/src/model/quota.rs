//! Energy quotas: mandatory national limits of the energy that a unit of product may take (单位产品能耗限额).
//!
//! The guiding indicator `product_energy_quota` (ndrc-910/annex3/product_energy_quota) counts products at level 2
//! or better. Quotas convert power at its calorific value (当量值), the core indicator at its equivalent value
//! (等价值): a quantity of the one never enters the other.

use assessment::ruleset::Direction;
use assessment::{Date, Decimal, Text};
use serde::{Deserialize, Serialize};

use super::source::Source;

/// A standard's limits in one of its editions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuotaStandard {
    /// Stable id: `gb-21346-2022`.
    pub id: String,
    /// Number, with the edition's year: GB 21346-2022.
    pub number: String,
    /// Year of the edition.
    pub edition: u16,
    /// What it is about, in the portal's words.
    pub title: Text,
    /// Number of the edition that it replaces, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<String>,
    /// First day in force; absent where it was not found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force_from: Option<Date>,
    /// Last day in force; absent while it is in force without an end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force_to: Option<Date>,
    /// Which values keep to a level; less energy is better.
    pub direction: Direction,
    /// What the reader must know of the standard as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Where the limits were read.
    pub source: Source,
    /// The limits, in the standard's order.
    pub limits: Vec<QuotaLimit>,
}

/// The limits of one product by one process.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuotaLimit {
    /// Id within the standard.
    pub id: String,
    /// Product, with its process or raw material where the standard tells them apart.
    pub product: Text,
    /// Unit of the levels.
    pub unit: QuotaUnit,
    /// Level 1, the strictest; absent where the standard has none. May be negative: a process may give off energy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level_1: Option<Decimal>,
    /// Level 2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level_2: Option<Decimal>,
    /// Level 3.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level_3: Option<Decimal>,
    /// Whether energy used as feedstock is in the limit; absent where the standard does not tell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feedstock: Option<Feedstock>,
    /// What the standard corrects the limit for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<Text>,
}

impl QuotaLimit {
    /// The levels, the strictest first.
    pub fn levels(&self) -> [Option<Decimal>; 3] {
        [self.level_1, self.level_2, self.level_3]
    }
}

/// Unit of a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuotaUnit {
    /// Kilograms of coal equivalent per tonne.
    KgcePerT,
    /// Kilograms of coal equivalent per kilogram.
    KgcePerKg,
    /// Kilograms of coal equivalent per cubic metre.
    KgcePerM3,
    /// Kilograms of coal equivalent per tonne of oil equivalent.
    KgcePerToe,
    /// Kilograms of coal equivalent per million pieces.
    KgcePerMillionPieces,
    /// Kilowatt-hours per tonne.
    KwhPerT,
}

/// Whether energy used as feedstock is in a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Feedstock {
    /// It is.
    Included,
    /// It is not.
    Excluded,
}

/// Where a standard stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuotaState {
    /// It applies.
    InForce {
        /// From this day.
        from: Date,
    },
    /// It will apply.
    NotYet {
        /// From this day.
        from: Date,
    },
    /// It applies no more.
    Ended {
        /// Its last day.
        on: Date,
    },
    /// Its first day was not found.
    DayUnknown,
}

impl QuotaStandard {
    /// Where it stands on a day.
    pub fn state(&self, on: Date) -> QuotaState {
        match (self.in_force_from, self.in_force_to) {
            (_, Some(end)) if end < on => QuotaState::Ended { on: end },
            (Some(from), _) if from > on => QuotaState::NotYet { from },
            (Some(from), _) => QuotaState::InForce { from },
            (None, _) => QuotaState::DayUnknown,
        }
    }

    /// A day by which it was certainly published: the day of publication itself was not transcribed, but a standard
    /// is issued in its edition's year, before it is in force, and before anybody reads it.
    pub fn known_from(&self) -> Option<Date> {
        let days = [self.in_force_from, self.source.checked_on, Date::year_end(self.edition)];
        days.into_iter().flatten().min()
    }
}

/// All standards that are published with an edition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quotas {
    /// By number.
    pub standards: Vec<QuotaStandard>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn standard(edition: u16, from: Option<&str>, to: Option<&str>) -> QuotaStandard {
        let text = Text { zh: "甲".into(), en: "A".into() };
        QuotaStandard {
            id: "gb".into(),
            number: format!("GB 1-{edition}"),
            edition,
            title: text.clone(),
            replaces: None,
            in_force_from: from.map(day),
            in_force_to: to.map(day),
            direction: Direction::AtMost,
            note: None,
            source: Source {
                document: None,
                title: Some(text),
                address: None,
                mark: assessment::Mark::B,
                checked_on: Some(day("2026-11-28")),
            },
            limits: Vec::new(),
        }
    }

    #[test]
    fn an_edition_applies_from_its_first_day_to_its_last() {
        let of = standard(2024, Some("2025-05-01"), Some("2026-12-31"));
        assert_eq!(of.state(day("2025-04-30")), QuotaState::NotYet { from: day("2025-05-01") });
        assert_eq!(of.state(day("2025-05-01")), QuotaState::InForce { from: day("2025-05-01") });
        assert_eq!(of.state(day("2026-12-31")), QuotaState::InForce { from: day("2025-05-01") });
        assert_eq!(of.state(day("2027-01-01")), QuotaState::Ended { on: day("2026-12-31") });
        assert_eq!(standard(2023, None, None).state(day("2026-11-28")), QuotaState::DayUnknown);
    }

    #[test]
    fn an_edition_is_not_known_before_it_can_have_been_published() {
        let known = |edition, from| standard(edition, from, None).known_from();
        assert_eq!(known(2026, Some("2027-01-01")), Some(day("2026-11-28")), "the day it was read");
        assert_eq!(known(2025, Some("2026-05-01")), Some(day("2025-12-31")), "the year of its edition");
        assert_eq!(known(2026, Some("2026-07-01")), Some(day("2026-07-01")), "the day it came into force");
        assert_eq!(known(2023, None), Some(day("2023-12-31")));
    }
}
