//! What stands where a round does not cover something: what was published of it last, with its day.
//!
//! A round says which parks and which indicators it covers. What it covers and leaves blank is not published; of
//! everything else the last known value stands on. A correction that fills a blank of a park that its round did not
//! cover fills that and nothing else, so there, too, the rest stands.

use std::borrow::Cow;
use std::collections::BTreeMap;

use assessment::Date;

use crate::round::{Observed, Older, ParkRound, Round, Snapshot, Stated, TaskProgress, is_covered};

/// Gives each of a park's rounds, oldest first, what stands on in it from those before.
pub(crate) fn carry_on(course: &mut [Cow<'_, ParkRound>]) {
    for at in 1..course.len() {
        let (before, [round, ..]) = course.split_at_mut(at) else { return };
        let (Some(before), Some(indicators)) = (before.last(), round.indicators.clone()) else { continue };
        let ParkRound { snapshot, as_published, .. } = round.to_mut();
        for snapshot in std::iter::once(snapshot).chain(as_published.as_deref_mut()) {
            carry(snapshot, &indicators, before);
        }
    }
}

/// Takes over what a snapshot leaves blank and its round, which covers certain indicators alone, does not cover.
fn carry(snapshot: &mut Snapshot, indicators: &[String], before: &ParkRound) {
    let last = &before.snapshot;
    let older = |older: Option<Older>| older.or(Some(Older::from(before)));
    let is_open = |indicator: &str| !is_covered(Some(indicators), indicator);
    if snapshot.core.is_none() && last.core.is_some() && is_open(Round::CORE) {
        snapshot.core.clone_from(&last.core);
        snapshot.core_quality = last.core_quality;
        snapshot.core_source = last.source_of_core().cloned();
        snapshot.core_remark.clone_from(&last.core_remark);
        snapshot.core_older = older(last.core_older);
    }
    for value in last.values.iter().filter(|value| !value.is_blank() && is_open(&value.indicator)) {
        let same = |own: &Observed| own.of == value.of && own.indicator == value.indicator;
        let at = snapshot.values.iter().position(same);
        if at.is_some_and(|at| !snapshot.values[at].is_blank()) {
            continue;
        }
        let source = last.source_of(value).cloned();
        let stands = Observed { source, older: older(value.older), ..value.clone() };
        match at {
            Some(at) => snapshot.values[at] = stands,
            None => snapshot.values.push(stands),
        }
    }
    for (own, last) in snapshot.basic.iter_mut().zip(last.basic) {
        if *own == Stated::Unknown {
            *own = last;
        }
    }
    for last in &last.tasks {
        if snapshot.tasks.iter().all(|own| own.task != last.task) {
            let older = older(last.older);
            snapshot.tasks.push(TaskProgress { older, ..last.clone() });
        }
    }
}

impl Round {
    /// What was known of it on a day: with the corrections known then, and with what stands on from earlier rounds
    /// where it does not cover a park or an indicator.
    pub(crate) fn known(mut self, on: Date) -> Round {
        let named = self.parks.len();
        self.correct(on);
        let mut courses: BTreeMap<String, Vec<Cow<'_, ParkRound>>> = BTreeMap::new();
        let earlier = std::mem::take(&mut self.earlier);
        for round in earlier.iter().filter_map(|round| round.known_on(on)) {
            courses.entry(round.snapshot.park.clone()).or_default().push(round);
        }
        courses.values_mut().for_each(|course| carry_on(course));
        for (at, snapshot) in self.parks.iter_mut().enumerate() {
            // A park that corrections alone name is not covered by it.
            let indicators = if at < named { self.indicators.as_deref() } else { Some(&[][..]) };
            let (Some(indicators), Some(course)) = (indicators, courses.get_mut(&snapshot.park)) else {
                courses.remove(&snapshot.park);
                continue;
            };
            if let Some(last) = course.last() {
                carry(snapshot, indicators, last);
            }
            course.retain(|round| snapshot.older().any(|older| older == Older::from(&**round)));
        }
        let is_named = |park: &String| self.parks.iter().any(|snapshot| snapshot.park == *park);
        for (park, mut course) in courses {
            if !is_named(&park) {
                course.drain(..course.len().saturating_sub(1));
            }
            self.earlier.extend(course.into_iter().map(Cow::into_owned));
        }
        self
    }

    /// Makes the corrections known on a day.
    fn correct(&mut self, on: Date) {
        self.corrections.retain(|each| each.by.dated <= on);
        for change in &self.corrections {
            match self.parks.iter_mut().find(|snapshot| snapshot.park == change.park) {
                Some(snapshot) => change.apply(snapshot),
                None => {
                    let mut filled = Snapshot::blank(&change.park);
                    change.apply(&mut filled);
                    self.parks.push(filled);
                }
            }
        }
    }
}

impl Snapshot {
    /// The earlier rounds that anything in it is of.
    pub fn older(&self) -> impl Iterator<Item = Older> {
        let values = self.values.iter().filter_map(|value| value.older);
        let tasks = self.tasks.iter().filter_map(|task| task.older);
        self.core_older.into_iter().chain(values).chain(tasks)
    }
}
