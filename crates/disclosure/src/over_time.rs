//! How many parks stood where, over time, and how far the plan's work is evidenced.
//!
//! Counted from official acts and recorded evidence alone. Every function is given what was known on a day
//! (see [`crate::as_of`]) and adds nothing to it.

use assessment::Date;
use assessment::ladder::Stage;

use crate::as_of::standing;
use crate::model::{Background, Deliverable, Edition, Evidence, ParkSummary, Plan, Register, Task};

/// Stages that are counted together: what a park's mark tells by its shape, and whether it is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Applied (申报).
    Candidate,
    /// In cultivation or in the region's acceptance (培育建设、评估验收).
    Cultivation,
    /// Reminded or ordered to rectify (提醒督促、限期整改).
    Correction,
    /// Built at the region's level, or recommended from there (自治区建成、优先推荐).
    Built,
    /// On the national construction list, up to and including acceptance (国家级建设).
    NationalConstruction,
    /// National zero-carbon parks (国家级零碳园区).
    NationalPark,
}

impl Group {
    /// All of them, rising.
    pub const ALL: [Group; 6] = [
        Group::Candidate,
        Group::Cultivation,
        Group::Correction,
        Group::Built,
        Group::NationalConstruction,
        Group::NationalPark,
    ];

    /// The group that a stage is counted in.
    pub fn of(stage: Stage) -> Group {
        match stage {
            Stage::Candidate => Group::Candidate,
            Stage::Cultivation | Stage::Acceptance => Group::Cultivation,
            Stage::Reminded | Stage::Rectification => Group::Correction,
            Stage::Built | Stage::Recommended => Group::Built,
            Stage::NationalConstruction | Stage::NationalSelfAssessment | Stage::NationalAcceptance => {
                Group::NationalConstruction
            }
            Stage::NationalPark => Group::NationalPark,
        }
    }

    /// The stage whose mark stands for the group.
    pub fn stage(self) -> Stage {
        match self {
            Group::Candidate => Stage::Candidate,
            Group::Cultivation => Stage::Cultivation,
            Group::Correction => Stage::Rectification,
            Group::Built => Stage::Built,
            Group::NationalConstruction => Stage::NationalConstruction,
            Group::NationalPark => Stage::NationalPark,
        }
    }
}

/// How many parks stood in each group on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StageCounts {
    /// The day.
    pub on: Date,
    /// Numbers of parks, in the order of [`Group::ALL`].
    counts: [usize; Group::ALL.len()],
}

impl StageCounts {
    /// Number of parks in a group.
    pub fn of(&self, group: Group) -> usize {
        self.counts[group as usize]
    }

    /// Number of parks that an official act had named by the day.
    pub fn all(&self) -> usize {
        self.counts.iter().sum()
    }
}

/// Where parks stood on a day, by the acts up to it. A park that no act names yet is not counted.
pub fn stage_counts<'a>(parks: impl IntoIterator<Item = &'a ParkSummary>, on: Date) -> StageCounts {
    let mut counts = [0; Group::ALL.len()];
    for official in parks.into_iter().filter_map(|park| standing(&park.events, on)) {
        counts[Group::of(official.stage) as usize] += 1;
    }
    StageCounts { on, counts }
}

/// The days that counts are taken at, oldest first: those of the rounds or, while none is published, the
/// ends of the years since the first act; and the edition's own day. Empty while no act is known.
pub fn days(edition: &Edition) -> Vec<Date> {
    let acts = edition.parks.iter().flat_map(|park| park.events.first());
    let Some(first) = acts.map(|act| act.dated).min() else { return Vec::new() };
    let mut days: Vec<Date> = if edition.rounds.is_empty() {
        let year = |day: Date| u16::try_from(day.year()).unwrap_or_default();
        (year(first)..=year(edition.as_of)).filter_map(Date::year_end).collect()
    } else {
        edition.rounds.iter().map(|round| round.dated).collect()
    };
    days.retain(|day| *day < edition.as_of);
    days.push(edition.as_of);
    days
}

/// Where parks stood on each of several days.
pub fn over_time(parks: &[ParkSummary], days: &[Date]) -> Vec<StageCounts> {
    days.iter().map(|day| stage_counts(parks, *day)).collect()
}

/// What is known of something that the plan asks for by a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
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
pub fn finding(evidence: &Evidence, due: Date, on: Date) -> Finding {
    match evidence {
        Evidence::Found { inferred: true, .. } => Finding::Inferred,
        Evidence::Found { .. } => Finding::Found,
        Evidence::NotFound { .. } if on < due => Finding::NotDue(due),
        Evidence::NotFound { as_of, .. } => Finding::NotFound((*as_of).min(on)),
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
            Finding::Found => count.found += 1,
            Finding::Inferred => count.inferred += 1,
            Finding::NotFound(_) => count.not_found += 1,
            Finding::NotDue(_) => count.not_due += 1,
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
