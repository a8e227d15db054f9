//! The plan, as far as it can be followed: milestones, deliverables, tasks, departments, registers.

use assessment::ladder::Stage;
use assessment::ruleset::Level;
use assessment::{Date, Text};
use serde::{Deserialize, Serialize};

use super::park::Statement;
use super::source::{OriginalText, Source};

/// What was found of a deliverable or milestone: evidence, or none as of a day. Never done or late by
/// guess.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, tag = "state", rename_all = "snake_case")]
pub enum Evidence {
    /// Published evidence was found.
    Found {
        /// What the evidence says.
        text: Text,
        /// Day from which it could be found; absent where only the day of the check is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        dated: Option<Date>,
        /// That it is evidence of this is the portal's inference, which `text` says; no official text says so.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        inferred: bool,
        /// Where it stands.
        source: Source,
    },
    /// No published evidence was found.
    NotFound {
        /// Day of the search.
        as_of: Date,
        /// What was looked for or known, where that helps.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<Text>,
    },
}

/// A main objective of the plan for a year: 2025, 2027, 2030.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    /// The year.
    pub year: u16,
    /// The objective: the Chinese verbatim.
    pub objectives: Vec<Objective>,
    /// Clause.
    pub clause: String,
}

/// One part of a milestone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Objective {
    /// Stable id.
    pub id: String,
    /// What is to be reached.
    pub text: Text,
    /// How many parks it asks for, where it says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parks: Option<u16>,
    /// Stage that it asks these parks to stand on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// What was found of it.
    pub evidence: Evidence,
}

/// A deliverable of the plan with a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deliverable {
    /// Stable id.
    pub id: String,
    /// Last day.
    pub due: Date,
    /// How the plan words the day: 2025年8月底前.
    pub due_text: Text,
    /// What is due.
    pub text: Text,
    /// Ids of the departments responsible, the leading one first; the plan's 等 is said in `text`.
    pub departments: Vec<String>,
    /// Clause.
    pub clause: String,
    /// Stage whose official list is due, where a list is: by it the check finds evidence. Not compiled.
    #[serde(default, skip_serializing)]
    pub stage: Option<Stage>,
    /// What was found of it.
    pub evidence: Evidence,
}

/// A key task or safeguard of the plan, without a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// Stable id.
    pub id: String,
    /// Heading.
    pub title: Text,
    /// What is to be done.
    pub text: Text,
    /// Which part of the plan it belongs to.
    pub kind: TaskKind,
    /// Ids of the departments responsible, the leading one first.
    pub departments: Vec<String>,
    /// Clause.
    pub clause: String,
    /// Clause that names the departments, where the task's own does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub departments_clause: Option<String>,
}

/// Part of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskKind {
    /// 重点工作.
    Task,
    /// 工作机制 and 工作规则.
    Mechanism,
    /// 保障措施 and 工作要求.
    Safeguard,
}

/// How a unit stands to the coordination mechanism (plan/annex/2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Membership {
    /// A member that the plan names.
    #[default]
    Named,
    /// Members that the plan does not name one by one: 等, and the governments where parks stand.
    Unnamed,
    /// No member, but given work by the plan.
    Outside,
}

/// A unit that the plan gives work to, most of them members of the coordination mechanism (plan/annex/2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Department {
    /// Stable id.
    pub id: String,
    /// Name.
    pub name: Text,
    /// Short name.
    pub short: Text,
    /// Its division of work, where the plan states one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duty: Option<Text>,
    /// How it stands to the coordination mechanism.
    #[serde(default)]
    pub membership: Membership,
    /// Clause.
    pub clause: String,
}

/// The plan, as far as it can be followed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Id of the document.
    pub document: String,
    /// Main objectives by year.
    pub milestones: Vec<Milestone>,
    /// Deliverables by day.
    pub deliverables: Vec<Deliverable>,
    /// Tasks, mechanisms and safeguards in the plan's order.
    pub tasks: Vec<Task>,
    /// Member units in the plan's order, then units outside the mechanism.
    pub departments: Vec<Department>,
    /// What a league does under the plan.
    pub league_duties: Vec<LeagueDuty>,
    /// How many parks a league may recommend.
    pub quotas: Vec<Quota>,
}

/// A duty of the leagues.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeagueDuty {
    /// The duty.
    pub text: Text,
    /// Clause.
    pub clause: String,
}

/// How many parks each league may recommend at most.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quota {
    /// Level.
    pub level: Level,
    /// How many.
    pub at_most: u16,
    /// Day on which it was published or reported.
    pub published_on: Date,
    /// Where it stands.
    pub source: Source,
}

/// What kind of act the coordination mechanism's work, or the nation's above it, brought forth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WorkKind {
    /// 会议: a meeting.
    Meeting,
    /// 督办: supervision of a department or place.
    Supervision,
    /// 调度通报: a bulletin on the progress.
    Bulletin,
    /// 年度总结: a summary of a year.
    AnnualSummary,
    /// 典型经验: experience made known.
    Practice,
}

impl WorkKind {
    /// All of them, in the plan's order.
    pub const ALL: [WorkKind; 5] = [
        WorkKind::Meeting,
        WorkKind::Supervision,
        WorkKind::Bulletin,
        WorkKind::AnnualSummary,
        WorkKind::Practice,
    ];
}

/// A dated act of the work on all parks together, as an authority or the press published it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkAct {
    /// Day of the act.
    pub dated: Date,
    /// What it is.
    pub kind: WorkKind,
    /// Whose it is: the nation's or the region's.
    pub level: Level,
    /// What happened.
    pub text: OriginalText,
    /// How it must be read, and what is not known of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub caveat: Option<OriginalText>,
    /// Id of the [`super::WorkReport`] that tells of it. Compiled from the reports, never edited here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// Clause that provides for such acts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// Where it stands.
    pub source: Source,
}

/// The work of the mechanism as far as it is published. No act means that none was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mechanism {
    /// Day on which acts were last looked for.
    pub as_of: Date,
    /// Acts, oldest first.
    #[serde(default)]
    pub acts: Vec<WorkAct>,
}

/// An entry of a register: a project, or a zero-carbon factory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegisterEntry {
    /// Stable id.
    pub id: String,
    /// Name.
    pub name: Text,
    /// Id of its park, where it stands in one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub park: Option<String>,
    /// Id of its league, where it stands in no park that is published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub league: Option<String>,
    /// What was reported of it, and how that must be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<OriginalText>,
    /// Day from which it is listed, where that is published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dated: Option<Date>,
    /// Where it is published.
    pub source: Source,
}

/// A register that the plan provides for, or of what was reported beside it. Empty means that nothing was found
/// published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Register {
    /// Stable id.
    pub id: String,
    /// Title.
    pub title: Text,
    /// What it holds or would hold, and what it does not say.
    pub meaning: Text,
    /// Clause that provides for it; absent where none does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// Day on which entries were last looked for.
    pub as_of: Date,
    /// Entries.
    #[serde(default)]
    pub entries: Vec<RegisterEntry>,
}

/// An earlier zero-carbon industrial park, kept as history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EarlierPark {
    /// Name as reported.
    pub name: Text,
    /// Id of its league.
    pub league: String,
    /// Id of the park of today that contains it, where that is reported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub park: Option<String>,
    /// What was reported, oldest first.
    pub statements: Vec<Statement>,
}
