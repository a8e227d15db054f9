//! Evaluation rounds (评估轮次): what was observed of each park, as it stood on a day.
//!
//! A round is never rewritten. What is corrected later is a publication of its own ([`crate::correction`]), so that
//! the past can be seen as it was known then, and nothing from the future leaks into it.

use std::sync::Arc;

use assessment::input::Assessment;
use assessment::ruleset::{Level, Ruleset};
use assessment::{Date, Decimal, Text};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::correction::Corrected;
use crate::model::{FileRef, Source};

pub(crate) use coverage::is_covered;
pub use coverage::{Coverage, Older};
pub use published_core::{PublishedCore, RatioAlone, RestsOn, Totals};

mod coverage;
mod published_core;

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
    /// The year of its figures, where that is not the year of its day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// A [`Round`].
    pub file: FileRef,
}

/// A round: every park that was observed, as it was known on the round's day.
///
/// With balances of another type it is a round as it is edited, before they were read ([`Round::with_balances`]).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "B: Deserialize<'de>", serialize = "B: Clone + Serialize"))]
pub struct Round<B = Balance> {
    /// Stable id: `2027-h1`.
    pub id: String,
    /// Title.
    pub title: Text,
    /// The day as of which everything in it is known.
    pub dated: Date,
    /// The year of its figures, where that is not the year of its day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// The twelve months that its figures describe.
    pub period: Text,
    /// Which parks it covers.
    #[serde(default, skip_serializing_if = "Coverage::is_named")]
    pub covers: Coverage,
    /// The indicators that it covers, by id, where these are not all that the rules ask: of the others, what was
    /// published last stands. What the core indicator rests on is covered by [`Round::CORE`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicators: Option<Vec<String>>,
    /// One for each park that was observed.
    #[serde(default)]
    pub parks: Vec<Snapshot<B>>,
    /// What was observed last of parks that it does not cover, or of which it does not cover all indicators, oldest
    /// first: their last known values stand, with their day. Compiled from the earlier rounds, never edited here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<ParkRound>,
    /// Corrections of it, oldest first. Compiled from the notices, never edited here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Corrected>,
}

/// A round of one park's own course.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParkRound {
    /// Id of the round.
    pub round: String,
    /// Day of the round.
    pub dated: Date,
    /// The year of its figures, where that is not the year of its day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// The indicators that the round covers, where these are not all; none where it does not cover the park, and what
    /// there is was filled by corrections.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub indicators: Option<Vec<String>>,
    /// What was observed.
    pub snapshot: Snapshot,
    /// The day from which anything of it is known, where the round did not cover the park and a correction filled the
    /// blank.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filled_on: Option<Date>,
    /// Corrections of it, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Corrected>,
    /// What was observed as it was first published, where `snapshot` has been corrected since; set by
    /// [`ParkRound::known_on`], never published.
    #[serde(skip)]
    pub as_published: Option<Box<Snapshot>>,
}

/// The day by whose rules figures are judged: the last day of the year that they are of, whatever day a round of
/// that year bears. Indicators, targets, factors and the file that is exported from them have this one day, so that
/// `parks assess`, which knows the year only, gives the same result.
///
/// A day of its own type: the day of a round or of a reader's moment cannot be taken for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RulesDay(Date);

impl RulesDay {
    /// Of figures of a year; `None` where the calendar has no such year.
    pub fn of_year(year: u16) -> Option<RulesDay> {
        Date::year_end(year).map(RulesDay)
    }

    /// Of what is said on a day without figures of its own: of the year that the day lies in.
    pub fn of_day(day: Date) -> RulesDay {
        RulesDay(Date::new(day.year(), 12, 31).unwrap_or(day))
    }

    fn of_round(dated: Date, year: Option<u16>) -> RulesDay {
        year.and_then(RulesDay::of_year).unwrap_or_else(|| RulesDay::of_day(dated))
    }

    /// The day.
    pub fn date(self) -> Date {
        self.0
    }
}

impl RoundSummary {
    /// The day by whose rules its figures are judged.
    pub fn rules_day(&self) -> RulesDay {
        RulesDay::of_round(self.dated, self.year)
    }
}

impl Round {
    /// The day by whose rules its figures are judged.
    pub fn rules_day(&self) -> RulesDay {
        RulesDay::of_round(self.dated, self.year)
    }
}

impl ParkRound {
    /// The day by whose rules its figures are judged.
    pub fn rules_day(&self) -> RulesDay {
        RulesDay::of_round(self.dated, self.year)
    }
}

/// What a round says of a park.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    try_from = "SnapshotForm<B>",
    into = "SnapshotForm<B>",
    bound(deserialize = "B: Deserialize<'de>", serialize = "B: Clone + Serialize")
)]
pub struct Snapshot<B = Balance> {
    /// Id of the park.
    pub park: String,
    /// Where all of it is published, unless a value says otherwise; absent when nothing is.
    pub source: Option<Source>,
    /// What the core indicator rests on; absent when nothing of it is published.
    pub core: Option<PublishedCore<B>>,
    /// Where that is published, when elsewhere than the rest.
    pub core_source: Option<Source>,
    /// Whether it is verified; a core value from what is not stays pending.
    pub core_quality: Quality,
    /// The remark that is printed beside it.
    pub core_remark: Option<String>,
    /// The earlier round that it is of, where this one does not cover it; set by [`crate::last_known`], never published.
    pub core_older: Option<Older>,
    /// The basic conditions of ndrc-910, annex 1, 1 to 4, as far as they are published.
    pub basic: [Stated; 4],
    /// Values of indicators that are not computed from the balance.
    pub values: Vec<Observed>,
    /// How far the park's tasks have come.
    pub tasks: Vec<TaskProgress>,
}

/// A snapshot as files have it: what the core rests on stands among the rest, under its own name.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, bound(deserialize = "B: Deserialize<'de>"))]
struct SnapshotForm<B> {
    park: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    source: Option<Source>,
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    balance: Option<B>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    totals: Option<Totals>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ratio: Option<RatioAlone>,
    #[serde(default, alias = "balance_source", skip_serializing_if = "Option::is_none")]
    core_source: Option<Source>,
    #[serde(default, alias = "balance_quality")]
    core_quality: Quality,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    core_remark: Option<String>,
    #[serde(default)]
    basic: [Stated; 4],
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    values: Vec<Observed>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    tasks: Vec<TaskProgress>,
}

/// Without it serde would ask of `T` that it has a default.
fn none<T>() -> Option<T> {
    None
}

impl<B> TryFrom<SnapshotForm<B>> for Snapshot<B> {
    type Error = &'static str;

    fn try_from(form: SnapshotForm<B>) -> Result<Snapshot<B>, &'static str> {
        Ok(Snapshot {
            park: form.park,
            source: form.source,
            core: PublishedCore::one_of(form.balance, form.totals, form.ratio)?,
            core_source: form.core_source,
            core_quality: form.core_quality,
            core_remark: form.core_remark,
            core_older: None,
            basic: form.basic,
            values: form.values,
            tasks: form.tasks,
        })
    }
}

impl<B> From<Snapshot<B>> for SnapshotForm<B> {
    fn from(snapshot: Snapshot<B>) -> SnapshotForm<B> {
        let (balance, totals, ratio) = snapshot.core.map(PublishedCore::parts).unwrap_or_default();
        SnapshotForm {
            park: snapshot.park,
            source: snapshot.source,
            balance,
            totals,
            ratio,
            core_source: snapshot.core_source,
            core_quality: snapshot.core_quality,
            core_remark: snapshot.core_remark,
            basic: snapshot.basic,
            values: snapshot.values,
            tasks: snapshot.tasks,
        }
    }
}

/// An energy balance: an assessment without the guiding indicators, which a snapshot holds with their sources.
/// [`Snapshot::assessment_file`] puts both together. In a file it has the contract's form `zcp.assessment/1` and is
/// read as such, once: a file with a balance that says anything else is a damaged file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Balance(Arc<Assessment>);

impl Balance {
    /// A balance; `None` for an assessment that has guiding indicators.
    pub fn of(assessment: Assessment) -> Option<Balance> {
        assessment.guiding.is_empty().then(|| Balance(Arc::new(assessment)))
    }

    /// What it says.
    pub fn assessment(&self) -> &Arc<Assessment> {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Balance {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Balance, D::Error> {
        let balance = Balance::of(Assessment::deserialize(deserializer)?);
        balance.ok_or_else(|| D::Error::custom("guiding: expected nothing, found guiding indicators"))
    }
}

/// Whether a published statement holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stated {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// Nothing is published.
    #[default]
    Unknown,
}

impl Stated {
    /// The answer, where one is published.
    pub fn known(self) -> Option<bool> {
        match self {
            Stated::Yes => Some(true),
            Stated::No => Some(false),
            Stated::Unknown => None,
        }
    }
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

impl Quality {
    /// Whether a value of this quality may be judged.
    pub fn is_verified(self) -> bool {
        matches!(self, Quality::Measured | Quality::Reported)
    }
}

/// The requirements that a value belongs to: those of a level, whichever set decides it on the day of the figures, or
/// those of one set that decides no level. Written as the level or as the set's id.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Requirements {
    /// Those of a level.
    Level(Level),
    /// Those of a set that decides none, by its id.
    Set(String),
}

impl Requirements {
    /// Whether they are those of a set.
    pub fn are_of(&self, set: &Ruleset) -> bool {
        match self {
            Requirements::Level(level) => set.decides(*level),
            Requirements::Set(id) => set.level.is_none() && set.id == *id,
        }
    }
}

impl From<Level> for Requirements {
    fn from(level: Level) -> Requirements {
        Requirements::Level(level)
    }
}

impl From<&Ruleset> for Requirements {
    fn from(set: &Ruleset) -> Requirements {
        set.level.map_or_else(|| Requirements::Set(set.id.clone()), Requirements::Level)
    }
}

impl Serialize for Requirements {
    fn serialize<S: Serializer>(&self, writer: S) -> Result<S::Ok, S::Error> {
        match self {
            Requirements::Level(level) => level.serialize(writer),
            Requirements::Set(id) => writer.serialize_str(id),
        }
    }
}

impl<'de> Deserialize<'de> for Requirements {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Requirements, D::Error> {
        struct Visitor;
        impl serde::de::Visitor<'_> for Visitor {
            type Value = Requirements;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("national, region or the id of a requirement set, in quotes")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Requirements, E> {
                Ok(match text {
                    "national" => Requirements::Level(Level::National),
                    "region" => Requirements::Level(Level::Region),
                    id => Requirements::Set(id.to_owned()),
                })
            }
        }
        reader.deserialize_str(Visitor)
    }
}

/// A value of an indicator that is not computed from the balance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Observed {
    /// The requirements that the indicator belongs to; `level` in files from before there were any but a level's.
    #[serde(alias = "level")]
    pub of: Requirements,
    /// Indicator id.
    pub indicator: String,
    /// The value; absent when it is not published or does not apply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Decimal>,
    /// The value as it is printed, where otherwise: `约0.28`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// The remark that is printed beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
    /// How sure it is.
    #[serde(default)]
    pub quality: Quality,
    /// Why the indicator does not apply here, where it does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_applicable: Option<Text>,
    /// Where it is published, when elsewhere than the rest of the snapshot.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// The earlier round that it is of, where this one does not cover it; set by [`crate::last_known`], never published.
    #[serde(skip)]
    pub older: Option<Older>,
}

impl Observed {
    /// Whether it says nothing: no value, no reason for none, and no remark in its place.
    pub fn is_blank(&self) -> bool {
        self.value.is_none() && self.not_applicable.is_none() && self.remark.is_none()
    }
}

/// A task that a park has committed itself to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParkTask {
    /// Stable id within the park.
    pub id: String,
    /// The task.
    pub text: Text,
    /// Clause of the plan that it serves.
    pub clause: String,
}

/// How far a task of a park has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaskProgress {
    /// Id of the [`ParkTask`].
    pub task: String,
    /// How far it has come, per cent.
    pub progress: Decimal,
    /// The earlier round that it is of, where this one does not cover it; set by [`crate::last_known`], never published.
    #[serde(skip)]
    pub older: Option<Older>,
}

impl<B> Round<B> {
    /// The round with its balances read: `read` is told where each stands (`parks[0].balance`). `None` where it
    /// could not read one; all are handed to it.
    pub fn with_balances<C>(self, mut read: impl FnMut(&str, B) -> Option<C>) -> Option<Round<C>> {
        let Round { id, title, dated, year, period, covers, indicators, parks, earlier, corrections } = self;
        let parks = parks.into_iter().enumerate().map(|(i, snapshot)| {
            snapshot.with_balance(|balance| read(&format!("parks[{i}].balance"), balance))
        });
        let parks: Vec<_> = parks.collect();
        let parks = parks.into_iter().collect::<Option<_>>()?;
        Some(Round { id, title, dated, year, period, covers, indicators, parks, earlier, corrections })
    }
}

impl<B> Snapshot<B> {
    fn with_balance<C>(self, read: impl FnOnce(B) -> Option<C>) -> Option<Snapshot<C>> {
        let core = match self.core {
            Some(core) => Some(core.with_balance(read)?),
            None => None,
        };
        Some(Snapshot {
            park: self.park,
            source: self.source,
            core,
            core_source: self.core_source,
            core_quality: self.core_quality,
            core_remark: self.core_remark,
            core_older: self.core_older,
            basic: self.basic,
            values: self.values,
            tasks: self.tasks,
        })
    }
}

impl Snapshot {
    /// Of a park about which nothing is published.
    pub fn blank(park: &str) -> Snapshot {
        Snapshot {
            park: park.to_owned(),
            source: None,
            core: None,
            core_source: None,
            core_quality: Quality::NotPublished,
            core_remark: None,
            core_older: None,
            basic: [Stated::Unknown; 4],
            values: Vec::new(),
            tasks: Vec::new(),
        }
    }

    /// The energy balance, where that is what is published.
    pub fn balance(&self) -> Option<&Balance> {
        self.core.as_ref().and_then(PublishedCore::balance)
    }

    /// Where what the core rests on is published.
    pub fn source_of_core(&self) -> Option<&Source> {
        self.core_source.as_ref().or(self.source.as_ref())
    }

    /// The value of an indicator, where there is one or a reason against it.
    pub fn observed(&self, of: impl Into<Requirements>, indicator: &str) -> Option<&Observed> {
        let of = of.into();
        self.values.iter().find(|value| value.of == of && value.indicator == indicator)
    }

    /// The value of an indicator of a set, where there is one or a reason against it.
    pub fn observed_in(&self, set: &Ruleset, indicator: &str) -> Option<&Observed> {
        self.values.iter().find(|value| value.of.are_of(set) && value.indicator == indicator)
    }

    /// Where a value is published.
    pub fn source_of<'a>(&'a self, value: &'a Observed) -> Option<&'a Source> {
        value.source.as_ref().or(self.source.as_ref())
    }
}
