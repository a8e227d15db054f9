//! Stages of the ladder as data: what each is called, what it means, how it is counted and drawn.
//!
//! A stage is an id; everything that is said of it stands in one row of the ladder's table. So a page, a
//! count, a chart or an export asks the table and knows no stage by name.

use std::collections::HashSet;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::fact::{Problem, Text};
use crate::ladder::Track;
use crate::ruleset::Level;

/// Longest id of a stage or a group, bytes.
const LONGEST: usize = 32;

/// A short id that is copied, not borrowed: lower-case letters, digits and `_`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct ShortId([u8; LONGEST]);

impl ShortId {
    const fn new(id: &str) -> ShortId {
        let bytes = id.as_bytes();
        assert!(!bytes.is_empty() && bytes.len() <= LONGEST, "an id has 1 to 32 letters");
        let mut padded = [0; LONGEST];
        let mut at = 0;
        while at < bytes.len() {
            assert!(is_id_byte(bytes[at]), "an id consists of a-z, 0-9 and _");
            padded[at] = bytes[at];
            at += 1;
        }
        ShortId(padded)
    }

    fn parse(id: &str) -> Option<ShortId> {
        let fits = !id.is_empty() && id.len() <= LONGEST && id.bytes().all(is_id_byte);
        fits.then(|| ShortId::new(id))
    }

    fn as_str(&self) -> &str {
        let end = self.0.iter().position(|byte| *byte == 0).unwrap_or(LONGEST);
        std::str::from_utf8(&self.0[..end]).unwrap_or_default()
    }
}

const fn is_id_byte(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_'
}

/// What both kinds of id are to serde and to a reader.
macro_rules! short_id {
    ($name:ident, $what:literal) => {
        impl $name {
            /// The id that a text spells.
            ///
            /// # Panics
            /// When it is no id: for ids that stand in code.
            pub const fn new(id: &str) -> $name {
                $name(ShortId::new(id))
            }

            /// The id that a text spells; `None` when it is none.
            pub fn parse(id: &str) -> Option<$name> {
                ShortId::parse(id).map($name)
            }

            /// The id as text.
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<$name, D::Error> {
                struct Visitor;
                impl de::Visitor<'_> for Visitor {
                    type Value = $name;
                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str(concat!("the id of ", $what, " (a-z, 0-9 and _, at most 32)"))
                    }
                    fn visit_str<E: de::Error>(self, id: &str) -> Result<$name, E> {
                        $name::parse(id).ok_or_else(|| E::invalid_value(de::Unexpected::Str(id), &self))
                    }
                }
                deserializer.deserialize_str(Visitor)
            }
        }
    };
}

/// Id of a stage on the ladder: `cultivation`. What it means stands in the [`StageTable`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Stage(ShortId);

/// Id of a group of stages that are counted together.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Group(ShortId);

short_id!(Stage, "a stage");
short_id!(Group, "a group of stages");

/// Ids of the plan's stages, for those who write acts: the demonstration's generator and tests. Pages and rules
/// ask the table; a test holds them to it.
#[allow(missing_docs, reason = "each is named by its id")]
impl Stage {
    pub const CANDIDATE: Stage = Stage::new("candidate");
    pub const CULTIVATION: Stage = Stage::new("cultivation");
    pub const REMINDED: Stage = Stage::new("reminded");
    pub const RECTIFICATION: Stage = Stage::new("rectification");
    pub const ACCEPTANCE: Stage = Stage::new("acceptance");
    pub const BUILT: Stage = Stage::new("built");
    pub const RECOMMENDED: Stage = Stage::new("recommended");
    pub const NATIONAL_CONSTRUCTION: Stage = Stage::new("national_construction");
    pub const NATIONAL_SELF_ASSESSMENT: Stage = Stage::new("national_self_assessment");
    pub const NATIONAL_ACCEPTANCE: Stage = Stage::new("national_acceptance");
    pub const NATIONAL_PARK: Stage = Stage::new("national_park");
}

/// Every stage, and the groups they are counted in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StageTable {
    /// Groups, rising.
    pub groups: Vec<GroupRow>,
    /// Stages, in the order of the ladder; the first is where every park begins.
    pub stages: Vec<StageRow>,
}

/// Stages that are counted together and stand on one step of the ladder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupRow {
    /// Stable id.
    pub id: Group,
    /// Step of the ladder, from 1; groups may share one.
    pub step: u8,
    /// Name.
    pub name: Text,
    /// Name where there is little room.
    pub short: Text,
    /// What is said of parks in it, after their number: "on the national construction list".
    pub parks: Text,
    /// Its colour.
    pub tone: Tone,
}

/// A stage and what it means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StageRow {
    /// Stable id.
    pub id: Stage,
    /// Track that it belongs to.
    pub track: Track,
    /// Group that it is counted in.
    pub group: Group,
    /// Name.
    pub name: Text,
    /// Name within a sentence: "a reminder", "the national construction list".
    pub phrase: Text,
    /// What it means, in one sentence.
    pub meaning: Text,
    /// What is said when the rules support it.
    pub supported: Text,
    /// Outline of its mark.
    pub shape: Shape,
    /// Whether the mark is filled: attained or ordered, not under way.
    #[serde(default, skip_serializing_if = "is_false")]
    pub filled: bool,
    /// What stands within the mark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inner: Option<Inner>,
    /// Whether it is reached by meeting conditions, which then should go on to hold; the others are under way.
    #[serde(default, skip_serializing_if = "is_false")]
    pub attained: bool,
    /// Whose acceptance the park has passed that is put on it. Built is this, never a stage that lies above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted_by: Option<Level>,
    /// Whether it reminds or orders a park that lags.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<Corrective>,
    /// What an official list of parks on it is called; absent where no list of that kind is provided for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<Text>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_false(value: &bool) -> bool {
    !value
}

/// A measure against a park that lags.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Corrective {
    /// 提醒督促: without a day.
    Reminder,
    /// 责令限期整改: by a day.
    Order,
}

/// Outline of a mark. It tells kinds of stages apart where colour cannot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is named by its form")]
pub enum Shape {
    Dot,
    Ring,
    Triangle,
    Square,
    Arrow,
    Diamond,
}

/// What stands within a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is named by its form")]
pub enum Inner {
    Point,
    Upright,
    Rise,
}

/// Colour of a group, as the style names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "each is named by what it colours")]
pub enum Tone {
    Candidate,
    Cultivation,
    Correction,
    Acceptance,
    Built,
    Recommended,
    National,
}

impl Tone {
    /// All of them.
    pub const ALL: [Tone; 7] = [
        Tone::Candidate,
        Tone::Cultivation,
        Tone::Correction,
        Tone::Acceptance,
        Tone::Built,
        Tone::Recommended,
        Tone::National,
    ];
}

impl StageTable {
    /// The row of a stage; `None` for one that the table does not know.
    pub fn get(&self, stage: Stage) -> Option<&StageRow> {
        self.stages.iter().find(|row| row.id == stage)
    }

    /// The row of a group.
    pub fn group(&self, group: Group) -> Option<&GroupRow> {
        self.groups.iter().find(|row| row.id == group)
    }

    /// The group that a stage is counted in.
    pub fn group_of(&self, stage: Stage) -> Option<&GroupRow> {
        self.group(self.get(stage)?.group)
    }

    /// The stages that are counted in a group, in order.
    pub fn stages_of(&self, group: Group) -> impl Iterator<Item = &StageRow> {
        self.stages.iter().filter(move |row| row.group == group)
    }

    /// The stage whose mark stands for a group: a group of stages under way by its first, one of measures by
    /// its last and gravest.
    pub fn sign_of(&self, group: Group) -> Option<&StageRow> {
        let grave = self.stages_of(group).filter(|row| row.correction.is_some()).last();
        grave.or_else(|| self.stages_of(group).next())
    }

    /// Steps of the ladder, rising.
    pub fn steps(&self) -> impl Iterator<Item = u8> + use<> {
        let highest = self.groups.iter().map(|group| group.step).max().unwrap_or(0);
        1..=highest
    }

    /// The groups on a step, the one that gives it its name first.
    pub fn groups_on(&self, step: u8) -> impl Iterator<Item = &GroupRow> {
        self.groups.iter().filter(move |group| group.step == step)
    }

    /// The step that a stage stands on.
    pub fn step_of(&self, stage: Stage) -> Option<u8> {
        self.group_of(stage).map(|group| group.step)
    }

    /// Place of a stage in the order of the ladder; one that the table does not know comes last.
    pub fn rank(&self, stage: Stage) -> usize {
        self.stages.iter().position(|row| row.id == stage).unwrap_or(self.stages.len())
    }

    /// What kind of measure a stage is, where it is one.
    pub fn correction(&self, stage: Stage) -> Option<Corrective> {
        self.get(stage)?.correction
    }

    /// Every mistake in the table: ids that repeat, groups that do not exist or hold nothing, steps with a
    /// gap, marks that two stages share, a stage that is an acceptance and yet only under way.
    pub(crate) fn check(&self, problems: &mut Vec<Problem>) {
        let mut ids = HashSet::new();
        for (i, group) in self.groups.iter().enumerate() {
            if !ids.insert(group.id) {
                let expected = "an id that no other group has";
                problems.push(Problem::new(format!("groups[{i}].id"), expected, group.id.as_str()));
            }
            if self.stages_of(group.id).next().is_none() {
                problems.push(Problem::new(
                    format!("groups[{i}]"),
                    "a group with at least one stage",
                    "none",
                ));
            }
        }
        for step in self.steps() {
            if self.groups_on(step).next().is_none() {
                problems.push(Problem::new("groups", format!("a group on step {step}"), "none"));
            }
        }
        let mut ids = HashSet::new();
        let mut marks = HashSet::new();
        for (i, stage) in self.stages.iter().enumerate() {
            let path = format!("stages[{i}]");
            if !ids.insert(stage.id) {
                let expected = "an id that no other stage has";
                problems.push(Problem::new(format!("{path}.id"), expected, stage.id.as_str()));
            }
            let group = self.group(stage.group);
            if group.is_none() {
                let expected = "the id of a group";
                problems.push(Problem::new(format!("{path}.group"), expected, stage.group.as_str()));
            }
            // Told apart without colour.
            if !marks.insert((stage.shape, stage.filled, stage.inner)) {
                let expected = "a mark that no other stage has";
                problems.push(Problem::new(
                    format!("{path}.shape"),
                    expected,
                    "shape, filled and inner of another",
                ));
            }
            if stage.accepted_by.is_some() && !stage.attained {
                let expected = "true, for who is accepted has attained something";
                problems.push(Problem::new(format!("{path}.attained"), expected, "false"));
            }
        }
        if self.stages.is_empty() {
            problems.push(Problem::new("stages", "the stages of the ladder", "none"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_read_and_written_as_the_same_text() {
        for id in ["a", "national_self_assessment", "x2345678901234567890123456789012"] {
            assert_eq!(Stage::parse(id).map(|stage| stage.as_str().to_owned()).as_deref(), Some(id));
        }
        for wrong in ["", "A", "a b", "培育", "x23456789012345678901234567890123"] {
            assert_eq!(Stage::parse(wrong), None, "{wrong}");
        }
        assert_eq!(serde_json::to_string(&Stage::BUILT).ok().as_deref(), Some("\"built\""));
        let error = serde_json::from_str::<Stage>("\"Built!\"").map_err(|error| error.to_string());
        assert!(error.is_err_and(|error| error.contains("the id of a stage")));
    }
}
