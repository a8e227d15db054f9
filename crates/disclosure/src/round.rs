//! Evaluation rounds (评估轮次): what was observed of each park, as it stood on a day.
//!
//! A round is never rewritten. What is corrected later stands as a revision in the round that corrects
//! it, so that the past can be seen as it was known then, and nothing from the future leaks into it.

use assessment::ruleset::Level;
use assessment::{Date, Decimal, Text};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::model::{FileRef, Source};

/// A round in an edition's index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoundSummary {
    /// Value of `as-of` in an address: `2027-h1`.
    pub id: String,
    /// Title.
    pub title: Text,
    /// The day as of which everything in it is known.
    pub dated: Date,
    /// A [`Round`].
    pub file: FileRef,
}

/// A round.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Round {
    /// Stable id: `2027-h1`.
    pub id: String,
    /// Title.
    pub title: Text,
    /// The day as of which everything in it is known.
    pub dated: Date,
    /// The twelve months that its figures describe.
    pub period: Text,
    /// One for each park that was observed.
    pub parks: Vec<ParkRound>,
}

/// What a round says of a park.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParkRound {
    /// Id of the round.
    pub round: String,
    /// Id of the park.
    pub park: String,
    /// The energy balance behind the core indicator, in the contract's form `zcp.assessment/1`, so that
    /// a reader computes from it what `parks assess` computes; absent when it is not published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub balance: Option<Box<RawValue>>,
    /// Whether the balance is verified; a core value from one that is not stays pending.
    #[serde(default)]
    pub balance_quality: Quality,
    /// Where the balance is published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub balance_source: Option<Source>,
    /// Values of guiding indicators.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<Observed>,
    /// The basic conditions of ndrc-910, annex 1, 1 to 4; `null` is not published.
    #[serde(default)]
    pub basic: [Option<bool>; 4],
    /// Tasks that the park has committed itself to, and how far they have come.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<TaskProgress>,
    /// Corrections of earlier rounds that were published with this one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub revisions: Vec<Revision>,
}

/// How sure a published value is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quality {
    /// Measured, and verified.
    Measured,
    /// Reported by the park, and checked.
    Reported,
    /// There, and not yet verified.
    Pending,
    /// Not published.
    #[default]
    NotPublished,
}

/// A value of a guiding indicator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Observed {
    /// Level of the ruleset that the indicator belongs to.
    pub level: Level,
    /// Indicator id.
    pub indicator: String,
    /// The value; absent when it is not published or does not apply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Decimal>,
    /// How sure it is.
    pub quality: Quality,
    /// Why the indicator does not apply here, where it does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_applicable: Option<Text>,
    /// Where it is published; absent when it is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
}

/// A task of a park and how far it has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaskProgress {
    /// The task.
    pub text: Text,
    /// Clause of the plan that it serves.
    pub clause: String,
    /// How far it has come, per cent.
    pub progress: Decimal,
}

/// A value of an earlier round, corrected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Revision {
    /// Id of the round that is corrected.
    pub of_round: String,
    /// Level of the ruleset that the indicator belongs to.
    pub level: Level,
    /// Indicator id.
    pub indicator: String,
    /// The value as it was published.
    pub was: Decimal,
    /// The value as it is now known.
    pub is: Decimal,
    /// Why.
    pub reason: Text,
    /// Where the correction is published.
    pub source: Source,
}
