//! The search index: small enough to load whole, on the first search.

use assessment::{Date, Text};
use serde::{Deserialize, Serialize};

/// Everything that can be found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SearchIndex {
    /// Entries; order breaks ties.
    pub entries: Vec<SearchEntry>,
}

/// One thing that can be found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SearchEntry {
    /// What it is.
    pub kind: EntryKind,
    /// Day from which there is something to find; absent for what was always there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known_from: Option<Date>,
    /// Name.
    pub name: Text,
    /// One line about it.
    pub line: Text,
    /// Address below the language's root, such as `parks/ordos-mengsu` or `method#ndrc-910/annex3/core`.
    pub address: String,
    /// Pinyin of the Chinese name without tones, joined, and its initials, parted by a space:
    /// `mengsu ms`.
    pub pinyin: String,
}

/// Kind of a search entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// One of the portal's own pages.
    Page,
    /// A park.
    Park,
    /// A league.
    League,
    /// An official list.
    List,
    /// An entry of a list that lies outside the region.
    ListEntry,
    /// A report of the work on the parks.
    Work,
    /// A document.
    Document,
    /// A clause.
    Clause,
    /// A term.
    Term,
}
