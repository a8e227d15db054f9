//! Official lists.

use assessment::ladder::Stage;
use assessment::ruleset::Level;
use assessment::{Date, Mark, Text};
use serde::{Deserialize, Serialize};

use super::edition::ParkSummary;
use super::park::{Park, Scope};
use crate::correction::Amended;

/// An official list: a document's ordered entries, as published on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct List {
    /// Address in the portal: `national-2025`.
    pub id: String,
    /// Title.
    pub title: Text,
    /// What being on it means, and what it does not.
    pub meaning: Text,
    /// Level.
    pub level: Level,
    /// Stage that its entries stand on.
    pub stage: Stage,
    /// Id of the document.
    pub document: String,
    /// Day it was published.
    pub published: Date,
    /// How sure it is.
    pub mark: Mark,
    /// Day on which it was last compared with its source; absent where it is invented.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked_on: Option<Date>,
    /// Entries, in the document's order.
    pub entries: Vec<ListEntry>,
    /// Corrections of its entries, oldest first. Compiled from the notices, never edited here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub amended: Vec<Amended<ListEntry>>,
}

/// One entry of a list, as its document prints it. What the document does not print is absent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListEntry {
    /// Number in the list; where none is printed, its place in it.
    pub number: u16,
    /// No number is printed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unnumbered: bool,
    /// Name as printed.
    pub name: String,
    /// Province as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub province: Option<String>,
    /// League as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub league: Option<String>,
    /// Whole or part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<Scope>,
    /// The scope in the document's own words, where these say more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope_as_printed: Option<String>,
    /// First year of construction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start_year: Option<u16>,
    /// Last year of construction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_year: Option<u16>,
    /// The period in the document's own words, where these say more: 三年, 2026.1—2028.12.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period_as_printed: Option<String>,
    /// Whether it is on the list, on its reserve or taken off.
    #[serde(default, skip_serializing_if = "EntryStatus::is_listed")]
    pub status: EntryStatus,
    /// Remark as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
    /// Id of the park, or absent when it lies outside the region.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub park: Option<String>,
}

/// What a list says of an entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryStatus {
    /// On the list.
    #[default]
    Listed,
    /// On its reserve (备选): named, and not on the list.
    Reserve,
    /// Taken off (移出): it was on an earlier list and is on it no longer.
    Removed,
}

impl EntryStatus {
    /// Whether it puts a park on the list.
    pub fn is_listed(&self) -> bool {
        *self == EntryStatus::Listed
    }
}

impl ListEntry {
    /// Its place on the list's page: `entry-8`; entries of the reserve and those taken off are numbered apart.
    pub fn anchor(&self) -> String {
        match self.status {
            EntryStatus::Listed => format!("entry-{}", self.number),
            EntryStatus::Reserve => format!("entry-reserve-{}", self.number),
            EntryStatus::Removed => format!("entry-removed-{}", self.number),
        }
    }

    /// First and last year of construction, where both are printed as years.
    pub fn years(&self) -> Option<[u16; 2]> {
        self.start_year.zip(self.end_year).map(|(from, to)| [from, to])
    }

    /// What differs between the entry and the park as it is today. What either does not say differs in nothing.
    pub fn today(&self, park: &ParkSummary) -> Vec<Today> {
        self.differs(&park.name.zh, park.scope, park.construction)
    }

    /// As [`ListEntry::today`], for the park's own file.
    pub fn today_in(&self, park: &Park) -> Vec<Today> {
        let construction = park.construction.as_ref().map(|years| [years.from, years.to]);
        self.differs(&park.name.zh, park.scope, construction)
    }

    fn differs(&self, name: &str, scope: Option<Scope>, construction: Option<[u16; 2]>) -> Vec<Today> {
        let mut today = Vec::new();
        if self.name != name {
            today.push(Today::Name);
        }
        if self.scope.zip(scope).is_some_and(|(printed, now)| printed != now) {
            today.push(Today::Scope);
        }
        if self.years().zip(construction).is_some_and(|(printed, now)| printed != now) {
            today.push(Today::Period);
        }
        today
    }
}

/// In what a park is another today than a list prints it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Today {
    /// Its name: it was renamed.
    Name,
    /// Its scope.
    Scope,
    /// Its construction period: it was prolonged, for one.
    Period,
}
