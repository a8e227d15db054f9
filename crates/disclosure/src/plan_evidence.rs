//! How far the plan's work is evidenced.
//!
//! Counted from recorded evidence alone. Every function is given what was known on a day (see
//! [`crate::as_of`]) and adds nothing to it.

use assessment::Date;

use crate::model::{Background, Deliverable, Evidence, Plan, Register, Task};

/// What is known of something that the plan asks for by a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvidenceState {
    /// Published evidence was found.
    Found,
    /// Something was published that the portal takes for evidence of it; no official text says that it is.
    Inferred,
    /// Its day has passed, and no published evidence was found as of this day.
    NotFound(Date),
    /// Its day has not come yet, and no published evidence was found.
    NotDue(Date),
}

/// What is known on a day of something due on another. Neither done nor late: only what was found.
pub fn finding(evidence: &Evidence, due: Date, on: Date) -> EvidenceState {
    match evidence {
        Evidence::Found { inferred: true, .. } => EvidenceState::Inferred,
        Evidence::Found { .. } => EvidenceState::Found,
        Evidence::NotFound { .. } if on < due => EvidenceState::NotDue(due),
        Evidence::NotFound { as_of, .. } => EvidenceState::NotFound((*as_of).min(on)),
    }
}

/// How many deliverables are in which state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Published evidence was found.
    pub found: usize,
    /// Something published is evidence by the portal's inference.
    pub inferred: usize,
    /// The day has passed and none was found.
    pub not_found: usize,
    /// The day has not come yet.
    pub not_due: usize,
}

/// Counts deliverables by what is known of them on a day.
pub fn found<'a>(deliverables: impl IntoIterator<Item = &'a Deliverable>, on: Date) -> Found {
    deliverables.into_iter().fold(Found::default(), |mut count, each| {
        match finding(&each.evidence, each.due, on) {
            EvidenceState::Found => count.found += 1,
            EvidenceState::Inferred => count.inferred += 1,
            EvidenceState::NotFound(_) => count.not_found += 1,
            EvidenceState::NotDue(_) => count.not_due += 1,
        }
        count
    })
}

/// A department's part in the plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// Tasks that name it first.
    pub leads: usize,
    /// Tasks that name it after another.
    pub joins: usize,
    /// Deliverables that name it, by what is known of them.
    pub deliverables: Found,
}

/// The part of the department with this id in the plan, as known on a day.
pub fn share(plan: &Plan, department: &str, on: Date) -> Share {
    let first = |ids: &[String]| ids.first().is_some_and(|id| id == department);
    let names = |ids: &[String]| ids.iter().any(|id| id == department);
    let leads = plan.tasks.iter().filter(|task| first(&task.departments)).count();
    let all = plan.tasks.iter().filter(|task| names(&task.departments)).count();
    let deliverables = plan.deliverables.iter().filter(|each| names(&each.departments));
    Share { leads, joins: all - leads, deliverables: found(deliverables, on) }
}

/// What the edition records under a task's own clause. A task has no evidence of its own: these are the
/// only published traces of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Traces<'a> {
    /// Deliverables of the same clause.
    pub deliverables: Vec<&'a Deliverable>,
    /// Registers of the same clause.
    pub registers: Vec<&'a Register>,
}

/// The traces of a task: deliverables of the plan and registers, by clause.
pub fn traces<'a>(task: &Task, plan: &'a Plan, background: &'a Background) -> Traces<'a> {
    Traces {
        deliverables: plan.deliverables.iter().filter(|each| each.clause == task.clause).collect(),
        registers: background
            .registers
            .iter()
            .filter(|each| each.clause.as_ref() == Some(&task.clause))
            .collect(),
    }
}
