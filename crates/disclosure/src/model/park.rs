//! A park: what is published of it, and the official acts about it.

use assessment::applicability::IndustryId;
use assessment::ladder::Stage;
use assessment::{Date, Mark, Text};
use serde::{Deserialize, Serialize};

use super::list::ListEntry;
use super::place::Point;
use super::source::{OriginalText, Source};
use super::work::WorkMention;
use crate::correction::Amended;
use crate::round::{ParkRound, ParkTask};

/// Whether a park takes part whole or with a part of it (园中园).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// The whole park.
    Whole,
    /// A park within the park (园中园).
    Part,
}

/// A park of the region.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Park {
    /// Address in the portal: `ordos-mengsu`.
    pub id: String,
    /// Name as it is today.
    pub name: Text,
    /// Short name for the map and tables.
    pub short: Text,
    /// Id of its league.
    pub league: String,
    /// Other names that documents print it by: earlier ones, and other ways of writing it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_names: Vec<OtherName>,
    /// Whole or part; absent when not published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<Scope>,
    /// Ids of its industries, the leading one first; empty when not published.
    #[serde(default)]
    pub industries: Vec<IndustryId>,
    /// What was published of its industries, in the source's own words, where these say more than the ids.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub industries_as_published: Option<Text>,
    /// Where it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<ParkPlace>,
    /// First and last year of the construction period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub construction: Option<Construction>,
    /// Its committed targets by year; empty when not published.
    #[serde(default)]
    pub committed: Vec<CommittedTarget>,
    /// What was reported about it, dated; not observations of an indicator.
    #[serde(default)]
    pub statements: Vec<Statement>,
    /// Official acts about it, oldest first.
    #[serde(default)]
    pub events: Vec<Event>,
    /// Published observations of indicators outside the rounds; empty when not published.
    #[serde(default)]
    pub observations: Vec<Observation>,
    /// Tasks that it has committed itself to; rounds tell how far they have come.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<ParkTask>,
    /// Its own course over all rounds, oldest first. Compiled from the rounds, never edited here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rounds: Vec<ParkRound>,
    /// Where lists print it otherwise than it is today. Compiled from the lists, never edited here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub listed_otherwise: Vec<ListedOtherwise>,
    /// Corrections of its acts, oldest first. Compiled from the notices, never edited here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub amended_acts: Vec<Amended<Event>>,
    /// Corrections of its statements, oldest first. Compiled from the notices, never edited here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub amended_statements: Vec<Amended<Statement>>,
    /// Reports of the work that concern it, oldest first. Compiled from the reports, never edited here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub work: Vec<WorkMention>,
}

/// A name of a park that is not the one it bears today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherName {
    /// The name, as documents print it.
    pub zh: String,
    /// The day on which the park was renamed; absent where it is another way of writing today's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
}

/// An entry of a list that differs from the park as it is today.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListedOtherwise {
    /// Id of the list.
    pub list: String,
    /// Day on which the list, or the correction that made the entry so, was published.
    pub dated: Date,
    /// The entry as printed.
    pub entry: ListEntry,
}

/// A point with how sure it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParkPlace {
    /// The point.
    pub point: Point,
    /// What the point is: a seat, not a boundary.
    pub note: Text,
    /// How sure it is.
    pub mark: Mark,
}

/// A construction period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Construction {
    /// First year.
    pub from: u16,
    /// Last year.
    pub to: u16,
    /// Where it is published.
    pub source: Source,
}

/// A target that a park has committed itself to for a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommittedTarget {
    /// Indicator id.
    pub indicator: String,
    /// Year.
    pub year: u16,
    /// The target.
    pub target: assessment::Decimal,
    /// Where it is published.
    pub source: Source,
}

/// A published value of an indicator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Observation {
    /// Indicator id.
    pub indicator: String,
    /// The year it is for.
    pub year: u16,
    /// The value.
    pub value: assessment::Decimal,
    /// Where it is published.
    pub source: Source,
}

/// A dated statement about a park, shown with its caveat and source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Day of the report.
    pub dated: Date,
    /// Only the month of the report is known; `dated` then bears the month's last day.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub month_only: bool,
    /// What was said.
    pub text: OriginalText,
    /// How to read it.
    pub caveat: OriginalText,
    /// Targets that were announced in it. An announced target is no value of an indicator and no target that the park
    /// has committed itself to: nothing is judged by it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<AnnouncedTarget>,
    /// Who said it.
    pub source: Source,
}

/// A target as it was announced, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnnouncedTarget {
    /// The year by whose end it is to be reached; absent where none was named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// What is to be reached.
    pub text: OriginalText,
}

impl Statement {
    /// The day of the statement, 2025-08-13; of a report of which only the month is known, the month: 2024-04.
    pub fn day_or_month(&self) -> String {
        let day = self.dated.to_string();
        if self.month_only { day[..7].to_owned() } else { day }
    }
}

/// An official act about a park.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Day of the act.
    pub dated: Date,
    /// The stage that the park stands on from then.
    pub stage: Stage,
    /// It took the park off a list of that stage: the park stands on it no longer.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub removed: bool,
    /// What was done.
    pub text: OriginalText,
    /// Id of the list that names it, where one does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<String>,
    /// Clause that provides for such an act.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// Day by which an order to rectify is to be carried out, where it names one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// Why, as the act states it: the cause of an order to rectify.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<OriginalText>,
    /// What an order to rectify does not state, so that nobody has forgotten to type it. Not compiled.
    #[serde(default, skip_serializing)]
    pub not_stated: Vec<OrderPart>,
    /// Where it is published.
    pub source: Source,
}

/// What an order to rectify states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrderPart {
    /// The last day.
    Due,
    /// The reason.
    Cause,
}

/// An official act as far as it moves a park on the ladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Act {
    /// Day of the act.
    pub dated: Date,
    /// The stage that the park stands on from then.
    pub stage: Stage,
    /// It took the park off a list of that stage: the park stands on it no longer.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub removed: bool,
    /// Day by which an order to rectify is to be carried out, where it names one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
}

impl From<&Event> for Act {
    fn from(event: &Event) -> Act {
        Act { dated: event.dated, stage: event.stage, removed: event.removed, due: event.due }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_of_which_only_the_month_is_known_claims_no_day() {
        let text = || OriginalText { zh: "甲".into(), en: Some("A".into()) };
        let said = |month_only| Statement {
            dated: Date::new(2024, 4, 30).expect("a day"),
            month_only,
            text: text(),
            caveat: text(),
            targets: Vec::new(),
            source: Source {
                document: None,
                title: Some(text().in_both()),
                address: None,
                mark: assessment::Mark::B,
                checked_on: Date::new(2026, 11, 28),
            },
        };
        assert_eq!(said(true).day_or_month(), "2024-04");
        assert_eq!(said(false).day_or_month(), "2024-04-30");
    }
}
