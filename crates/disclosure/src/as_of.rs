//! What was known on a day. Nothing from the future leaks into the past: each function looks at what is
//! dated on the day or before it, and at nothing else.

use std::borrow::Cow;

use assessment::Date;
use assessment::ladder::Stage;

use crate::model::{Act, Event, Evidence, Park, Register, RegisterEntry, Statement};
use crate::round::{Correction, Observed, ParkRound, Revision, RoundSummary, Snapshot};

/// Where official acts have put a park by a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Its stage.
    pub stage: Stage,
    /// Day from which it stands there without a break.
    pub since: Date,
    /// Last day of an order to rectify, as last set on this stage.
    pub due: Option<Date>,
}

/// The official stage on a day, from acts in order, oldest first; `None` before the first of them.
pub fn standing(acts: &[Act], on: Date) -> Option<Standing> {
    let known = &acts[..acts.partition_point(|act| act.dated <= on)];
    let stage = known.last()?.stage;
    let run = known.iter().rposition(|act| act.stage != stage).map_or(0, |before| before + 1);
    let due = known[run..].iter().rev().find_map(|act| act.due);
    Some(Standing { stage, since: known[run].dated, due })
}

/// The acts known on a day, oldest first.
pub fn events(events: &[Event], on: Date) -> &[Event] {
    &events[..events.partition_point(|event| event.dated <= on)]
}

/// The statements known on a day.
pub fn statements(park: &Park, on: Date) -> impl Iterator<Item = &Statement> {
    park.statements.iter().filter(move |said| said.dated <= on)
}

/// The entries of a register known on a day. One without a day of its own is as old as its source's check.
pub fn entries(register: &Register, on: Date) -> impl Iterator<Item = &RegisterEntry> {
    register.entries.iter().filter(move |entry| entry.dated.unwrap_or(entry.source.checked_on) <= on)
}

/// The evidence of a deliverable or objective, where it was looked for by a day; `None` when only a later
/// day knows of it.
pub fn evidence(evidence: &Evidence, on: Date) -> Option<&Evidence> {
    let day = match evidence {
        Evidence::Found { source, .. } => source.checked_on,
        Evidence::NotFound { as_of, .. } => *as_of,
    };
    (day <= on).then_some(evidence)
}

/// The last round by a day, from rounds in order, oldest first.
pub fn round(rounds: &[RoundSummary], on: Date) -> Option<&RoundSummary> {
    rounds[..rounds.partition_point(|round| round.dated <= on)].last()
}

/// A park's course by a day, oldest first: the rounds known then, each with the corrections known then.
///
/// A round that nothing corrects is borrowed.
pub fn course(rounds: &[ParkRound], on: Date) -> Vec<Cow<'_, ParkRound>> {
    let known = &rounds[..rounds.partition_point(|round| round.dated <= on)];
    known.iter().map(|round| corrected(round, known)).collect()
}

/// The corrections of a round that were known on a day, oldest first, each with the day it was published.
pub fn revisions<'a>(
    rounds: &'a [ParkRound],
    of_round: &'a str,
    on: Date,
) -> impl Iterator<Item = (Date, &'a Revision)> {
    let known = &rounds[..rounds.partition_point(|round| round.dated <= on)];
    known.iter().flat_map(move |round| {
        let revisions = round.snapshot.revisions.iter().filter(move |each| each.of_round == of_round);
        revisions.map(|revision| (round.dated, revision))
    })
}

fn corrected<'a>(round: &'a ParkRound, known: &[ParkRound]) -> Cow<'a, ParkRound> {
    let revisions = known.iter().flat_map(|later| &later.snapshot.revisions);
    let mut as_known = Cow::Borrowed(round);
    for revision in revisions.filter(|revision| revision.of_round == round.round) {
        correct(&mut as_known.to_mut().snapshot, &revision.correction);
    }
    as_known
}

fn correct(snapshot: &mut Snapshot, correction: &Correction) {
    match correction {
        Correction::Balance { is } => snapshot.balance = Some(is.clone()),
        Correction::Value { level, indicator, is, .. } => {
            let of = |value: &&mut Observed| value.level == *level && value.indicator == *indicator;
            if let Some(value) = snapshot.values.iter_mut().find(of) {
                value.value = Some(*is);
            }
        }
    }
}
