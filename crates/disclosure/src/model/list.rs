//! Official lists.

use assessment::ladder::Stage;
use assessment::ruleset::Level;
use assessment::{Date, Mark, Text};
use serde::{Deserialize, Serialize};

use super::park::Scope;
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

/// One entry of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListEntry {
    /// Number in the list.
    pub number: u16,
    /// Name as printed.
    pub name: String,
    /// Province as printed.
    pub province: String,
    /// Whole or part.
    pub scope: Scope,
    /// First year of construction.
    pub start_year: u16,
    /// Last year of construction.
    pub end_year: u16,
    /// Id of the park, or absent when it lies outside the region.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub park: Option<String>,
}
