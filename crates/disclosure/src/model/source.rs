//! Documents, their clauses, and where a fact stands.

use assessment::{Date, Mark, Text};
use serde::{Deserialize, Serialize};

/// A text as it was published, in Chinese, with an English one where somebody has translated it. A page in English
/// shows the Chinese where there is none, and says what language it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OriginalText {
    /// Chinese.
    pub zh: String,
    /// English; absent where it was not translated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl From<Text> for OriginalText {
    fn from(text: Text) -> OriginalText {
        OriginalText { zh: text.zh, en: Some(text.en) }
    }
}

impl OriginalText {
    /// For where both languages must stand: the Chinese in place of an English that is not there.
    pub fn in_both(&self) -> Text {
        Text { zh: self.zh.clone(), en: self.en.as_ref().unwrap_or(&self.zh).clone() }
    }
}

/// Where a fact stands, how sure it is and when it was last looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Id of one of the edition's documents, where it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// Who reported it, where it is not a document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// Web address, without the scheme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// How sure it is.
    pub mark: Mark,
    /// Day on which it was last compared with its source; absent where it is invented, for there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked_on: Option<Date>,
}

/// An official document that a rule, list or figure rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Stable id: `ndrc-910`. Clauses are cited as `ndrc-910/annex3/core`.
    pub id: String,
    /// Title.
    pub title: Text,
    /// Who issued it.
    pub issuer: Text,
    /// Official number: 发改环资〔2025〕910号.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Day it bears.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dated: Option<Date>,
    /// Day it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Date>,
    /// Web address, without the scheme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// How sure the text is.
    pub mark: Mark,
    /// What is uncertain about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// Day on which it was last looked at; absent where it is invented.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked_on: Option<Date>,
    /// The clauses that the portal cites.
    #[serde(default)]
    pub clauses: Vec<Clause>,
}

impl Document {
    /// Day from which a reader may know of it: that of its publication; where that is not known, the day it bears;
    /// where neither is, the day on which it was looked at, for it is no younger.
    pub fn known_from(&self) -> Option<Date> {
        self.published.or(self.dated).or(self.checked_on)
    }
}

/// A clause of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// Path within the document: `annex3/core`.
    pub path: String,
    /// How the document itself numbers it: 附件3.
    pub label: String,
    /// The official words, verbatim, in Chinese; absent when they are not published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// What it says in the portal's words, where the official ones could not be read; a quote goes before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gloss_zh: Option<String>,
    /// What it says, for a reader without Chinese; a courtesy, not official.
    pub gloss_en: String,
}
