//! The dynamic-upgrade ladder (动态升级): which stage follows which, by rules that are data.
//!
//! Sources: plan/2/1/3, plan/2/3/3 and ndrc-910/3.2–3.4. A transition that the rules support is never a
//! decision; who decides is named with each.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::decimal::Decimal;
use crate::fact::{Date, Mark, Problem, Text};
use crate::in_force;
use crate::ruleset::{Level, check_number};

pub use crate::stages::{Corrective, Group, Stage, StageTable};

/// Which of the two ways up a transition belongs to. A park may move on each by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Track {
    /// Towards a built zero-carbon park of the autonomous region.
    Region,
    /// Towards a national zero-carbon park.
    National,
}

/// A table of transitions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ladder {
    /// Stable id.
    pub id: String,
    /// Id of the ladder that it is an amended edition of; absent where it was written whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amends: Option<String>,
    /// Title.
    pub title: Text,
    /// Id of the document it rests on.
    pub document: String,
    /// How sure the table is; a transition may have a mark of its own.
    pub mark: Mark,
    /// First day in force.
    pub in_force_from: Date,
    /// Last day in force; absent while it is in force without an end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force_to: Option<Date>,
    /// Day on which it was published: before it, nobody knew of it, whatever day it is in force from.
    pub published_on: Date,
    /// Day on which its end was published; with `in_force_to`, and only with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end_published_on: Option<Date>,
    /// Day on which it was last compared with its sources; absent for a reader of an earlier day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checked_on: Option<Date>,
    /// What "progress lags" means in figures.
    pub lag: Lag,
    /// The stages and what they mean.
    pub table: StageTable,
    /// Transitions.
    pub transitions: Vec<Transition>,
    /// What the clauses say and the table leaves out, and why.
    pub not_modelled: Vec<NotModelled>,
}

/// The convention for 建设进展迟滞.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lag {
    /// Indicator that is held against its committed path.
    pub indicator: String,
    /// How much worse than the path is still no lag, per cent of the path.
    pub tolerance_pct: Decimal,
    /// C: a convention.
    pub mark: Mark,
    /// The convention in words.
    pub statement: Text,
}

/// A step from one stage to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Transition {
    /// Stable id.
    pub id: String,
    /// Track.
    pub track: Track,
    /// Stage it leaves.
    pub from: Stage,
    /// Stage it reaches.
    pub to: Stage,
    /// Conditions, all of which are needed.
    pub conditions: Vec<Condition>,
    /// Who decides.
    pub decided_by: Text,
    /// Clause that provides for it.
    pub clause: String,
    /// How sure it is; absent where it is as sure as the table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mark: Option<Mark>,
    /// Transitions of the same track that may hold together with this one and lead elsewhere: the clauses leave
    /// the choice open.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alternative_to: Vec<String>,
}

/// A condition of a transition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// What is asked.
    #[serde(flatten)]
    pub kind: ConditionKind,
    /// Whether it must hold, or must not hold.
    #[serde(default = "must_hold", skip_serializing_if = "is_true")]
    pub holds: bool,
    /// Clause it rests on.
    pub clause: String,
}

fn must_hold() -> bool {
    true
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_true(holds: &bool) -> bool {
    *holds
}

/// What a condition asks.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ConditionKind {
    /// The core indicator of a level's ruleset is met.
    CoreMet {
        /// The level.
        level: Level,
    },
    /// Every guiding indicator of a level's ruleset is met or not applicable.
    GuidingSettled {
        /// The level.
        level: Level,
    },
    /// Every target that the park has committed itself to is met (完成目标任务).
    CommittedTargetsMet,
    /// The core indicator lags behind the committed path, by the ladder's convention.
    ProgressLags,
    /// The construction period is over (建设期满).
    ConstructionEnded,
    /// One of the four basic conditions of ndrc-910, annex 1.
    BasicCondition {
        /// Which, 1 to 4.
        number: u8,
    },
    /// The authorities selected it for cultivation.
    SelectedForCultivation,
    /// The state selected it for the national construction list.
    SelectedForNationalList,
    /// The state's acceptance was passed.
    NationalAcceptancePassed,
}

/// Something that a clause says and the table leaves out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotModelled {
    /// The clause.
    pub clause: String,
    /// What is left out, and why.
    pub text: Text,
}

impl ConditionKind {
    /// Whether it asks for an authority's decision, which is known by its act alone and never computed.
    pub fn is_decision(&self) -> bool {
        matches!(
            self,
            ConditionKind::SelectedForCultivation
                | ConditionKind::SelectedForNationalList
                | ConditionKind::NationalAcceptancePassed
        )
    }
}

impl Ladder {
    /// Every mistake in the table: stages that cannot be reached, transitions of one track that could
    /// hold at once with different ends and are not declared alternatives, conditions without a clause, ids that repeat.
    pub fn check(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        self.table.check(&mut problems);
        let mut ids = HashSet::new();
        for (i, transition) in self.transitions.iter().enumerate() {
            let path = format!("transitions[{i}]");
            for (field, stage) in [("from", transition.from), ("to", transition.to)] {
                if self.table.get(stage).is_none() {
                    let expected = "the id of a stage of the table";
                    problems.push(Problem::new(format!("{path}.{field}"), expected, stage.as_str()));
                }
            }
            for id in &transition.alternative_to {
                if !self.transitions.iter().any(|other| other.id == *id && other.from == transition.from) {
                    let expected = "the id of another transition from the same stage";
                    problems.push(Problem::new(format!("{path}.alternative_to"), expected, id));
                }
            }
            if !ids.insert(&transition.id) {
                problems.push(Problem::new(
                    format!("{path}.id"),
                    "an id that no other transition has",
                    &transition.id,
                ));
            }
            transition.check(&path, &mut problems);
            for earlier in &self.transitions[..i] {
                if transition.conflicts_with(earlier) {
                    let expected =
                        format!("a condition that cannot hold together with those of {}", earlier.id);
                    problems.push(Problem::new(format!("{path}.conditions"), expected, "both may hold"));
                }
            }
        }
        let reached = self.reachable();
        for stage in self.table.stages.iter().filter(|stage| !reached.contains(&stage.id)) {
            let expected = format!("a way to {:?} from the first stage", stage.id);
            problems.push(Problem::new("transitions", expected, "none"));
        }
        check_number("lag.tolerance_pct".to_owned(), self.lag.tolerance_pct, &mut problems);
        in_force::check_days(self, &mut problems);
        problems
    }

    /// The transitions by whose conditions a stage is attained. A step that is a decision alone passes on the
    /// question: what was accepted had to be fit for acceptance.
    pub fn ways_into(&self, stage: Stage) -> Vec<&Transition> {
        let mut found = Vec::new();
        let mut asked = HashSet::from([stage]);
        let mut to_do = vec![stage];
        while let Some(stage) = to_do.pop() {
            for transition in self.transitions.iter().filter(|transition| transition.to == stage) {
                let computed = transition.conditions.iter().any(|condition| !condition.kind.is_decision());
                if computed {
                    found.push(transition);
                } else if asked.insert(transition.from) {
                    to_do.push(transition.from);
                }
            }
        }
        found
    }

    /// The transitions that may be taken instead of one of the table: others from its stage on its track that lead to
    /// the same stage, or that are declared alternatives.
    pub fn instead_of<'a>(&'a self, one: &'a Transition) -> impl Iterator<Item = &'a Transition> {
        self.from(one.from).filter(move |other| other.id != one.id && other.may_replace(one))
    }

    /// How sure a transition of the table is.
    pub fn mark_of(&self, transition: &Transition) -> Mark {
        transition.mark.unwrap_or(self.mark)
    }

    /// The transitions that leave a stage.
    pub fn from(&self, stage: Stage) -> impl Iterator<Item = &Transition> {
        self.transitions.iter().filter(move |transition| transition.from == stage)
    }

    fn reachable(&self) -> HashSet<Stage> {
        let Some(first) = self.table.stages.first() else { return HashSet::new() };
        let mut reached = HashSet::from([first.id]);
        let mut to_do = vec![first.id];
        while let Some(stage) = to_do.pop() {
            to_do.extend(self.from(stage).map(|transition| transition.to).filter(|to| reached.insert(*to)));
        }
        reached
    }
}

impl Transition {
    /// Whether it may be taken in place of another that leaves the same stage.
    pub fn may_replace(&self, other: &Transition) -> bool {
        let declared = self.alternative_to.contains(&other.id) || other.alternative_to.contains(&self.id);
        self.from == other.from && self.track == other.track && (self.to == other.to || declared)
    }

    fn check(&self, path: &str, problems: &mut Vec<Problem>) {
        if self.from == self.to {
            problems.push(Problem::new(
                format!("{path}.to"),
                "another stage than from",
                format!("{:?}", self.to),
            ));
        }
        if self.clause.trim().is_empty() {
            problems.push(Problem::new(
                format!("{path}.clause"),
                "the clause that provides for it",
                "nothing",
            ));
        }
        if self.conditions.is_empty() {
            problems.push(Problem::new(format!("{path}.conditions"), "at least one condition", "none"));
        }
        for (i, condition) in self.conditions.iter().enumerate() {
            let path = format!("{path}.conditions[{i}]");
            if condition.clause.trim().is_empty() {
                problems.push(Problem::new(format!("{path}.clause"), "the clause it rests on", "nothing"));
            }
            if let ConditionKind::BasicCondition { number } = condition.kind
                && !(1..=4).contains(&number)
            {
                problems.push(Problem::new(format!("{path}.number"), "1 to 4", number.to_string()));
            }
        }
    }

    /// Whether both could hold at once and lead the same park to different stages of one track.
    fn conflicts_with(&self, other: &Transition) -> bool {
        let excludes =
            |a: &Condition| other.conditions.iter().any(|b| a.kind == b.kind && a.holds != b.holds);
        self.from == other.from
            && self.track == other.track
            && !self.may_replace(other)
            && !self.conditions.iter().any(excludes)
    }
}
