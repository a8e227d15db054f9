//! A park over its rounds: what the rules made of its official stage, and since when.

use assessment::applicability::Subject;
use assessment::evaluate::State;
use assessment::in_force::RuleError;
use assessment::ladder::{Ladder, Stage, Track};
use assessment::ladder_position::{self, Position, Reading};
use assessment::ruleset::Direction;
use assessment::{Date, Decimal, Ratio, Text};

use crate::model::{ParkSummary, Rulebook};
use crate::park_evaluation::{Judged, judge, standing};
use crate::round::{ParkRound, Quality, Requirements, RulesDay, Snapshot};

/// What the rules make of a park's stage on a track, and from which day on they have made the same of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadingSince {
    /// The track.
    pub track: Track,
    /// The official stage.
    pub official: Stage,
    /// What the rules make of it.
    pub reading: Reading,
    /// Day of the first round from which on it was the same; absent when no round says so.
    pub since: Option<Date>,
}

/// The table of the dynamic upgrading that is in force on a day.
///
/// # Errors
/// Where there is none, or more than one.
pub fn ladder_in_force(book: &Rulebook, on: Date) -> Result<&Ladder, RuleError> {
    book.ladder(on)
}

/// Judges a snapshot of a park as it stood on the snapshot's day, or nothing where none is published.
pub fn judged<'a>(
    snapshot: Option<&Snapshot>,
    subject: Subject<'_>,
    book: &'a Rulebook,
    by: RulesDay,
) -> Judged<'a> {
    match snapshot {
        Some(snapshot) => judge(snapshot, subject, book, by),
        None => Judged::of_nothing(subject, book, by),
    }
}

/// Judges what a park published last by a day, by the rules of the year of its figures; where it has published
/// nothing, by those of the year of the day.
pub fn judged_last<'a>(
    park: &ParkSummary,
    last: Option<&ParkRound>,
    book: &'a Rulebook,
    on: Date,
) -> Judged<'a> {
    let by = last.map_or_else(|| RulesDay::of_day(on), ParkRound::rules_day);
    let subject = park.subject(book, last.map_or(on, |round| round.dated));
    judged(last.map(|round| &round.snapshot), subject, book, by)
}

/// Where the ladder puts a park on a day, by what is then known of it. `None` before the first official act
/// or while no ladder is in force.
pub fn position<'a>(
    park: &ParkSummary,
    snapshot: Option<&Snapshot>,
    judged: &Judged<'_>,
    book: &'a Rulebook,
    on: Date,
) -> Option<Position<'a>> {
    let ladder = ladder_in_force(book, on).ok()?;
    let standing = standing(park, snapshot, Some(judged), book, on)?;
    Some(ladder_position::place(ladder, &standing))
}

/// What the rules make of a park's official stage on each track on a day, from its rounds up to that day,
/// oldest first. A round that does not name the park is none of its rounds: what it published last stands.
pub fn readings_since(
    park: &ParkSummary,
    rounds: &[ParkRound],
    book: &Rulebook,
    on: Date,
) -> Vec<ReadingSince> {
    let known = &rounds[..rounds.partition_point(|round| round.dated <= on)];
    let read = |round: Option<&ParkRound>, day: Date| {
        let judged = judged_last(park, round, book, day);
        let position = position(park, round.map(|round| &round.snapshot), &judged, book, day)?;
        let reading = |track| (position.stage, position.reading(track));
        Some([reading(Track::Region), reading(Track::National)])
    };
    let Some([region, national]) = read(known.last(), on) else { return Vec::new() };
    let mut held = [(Track::Region, region), (Track::National, national)]
        .map(|(track, (official, reading))| ReadingSince { track, official, reading, since: None });
    let mut unbroken = [true; 2];
    for round in known.iter().rev() {
        let then = read(Some(round), round.dated);
        for (i, held) in held.iter_mut().enumerate() {
            let same =
                then.as_ref().is_some_and(|then| then[i].0 == held.official && then[i].1 == held.reading);
            unbroken[i] &= same;
            if unbroken[i] {
                held.since = Some(round.dated);
            }
        }
        if unbroken == [false; 2] {
            break;
        }
    }
    held.into()
}

/// A round of a park as the rules judge it.
#[derive(Clone, Debug)]
pub struct JudgedRound<'a> {
    /// The round, with the corrections known.
    pub round: &'a ParkRound,
    /// Its judgement by the rules of the year of its figures.
    pub judged: Judged<'a>,
    /// How it had been judged before it was corrected, where it was.
    pub first: Option<First<'a>>,
}

/// What a round said before it was corrected.
#[derive(Clone, Debug)]
pub struct First<'a> {
    /// The judgement of what was first published.
    pub judged: Judged<'a>,
    /// Day of the last correction.
    pub corrected_on: Date,
    /// Why, as the last correction states it.
    pub reason: &'a Text,
}

/// An indicator in a round.
#[derive(Clone, Copy, Debug)]
pub struct Seen {
    /// The value, verified or pending; absent when none is published.
    pub value: Option<Ratio>,
    /// Its state by the rules of the year.
    pub state: State,
    /// The target that applied.
    pub target: Option<Decimal>,
    /// Which side of it is the good one.
    pub direction: Direction,
    /// How sure the value is.
    pub quality: Quality,
    /// The value as first published, where it has been corrected.
    pub was: Option<Ratio>,
    /// Day of the earlier round that it is of, where this one does not cover it.
    pub older: Option<Date>,
}

/// Judges a park's rounds, oldest first: each as it is now known and, where it was corrected, as it was first
/// published. The rounds are those of [`crate::as_of::park`], the subject is the park as it stood on a day.
pub fn judged_rounds<'a, 's>(
    rounds: &'a [ParkRound],
    subject: impl Fn(Date) -> Subject<'s>,
    book: &'a Rulebook,
) -> Vec<JudgedRound<'a>> {
    let one = |round: &'a ParkRound| {
        let corrected = round.as_published.as_deref().zip(round.corrections.last());
        let judged = |snapshot: &Snapshot| judge(snapshot, subject(round.dated), book, round.rules_day());
        let first = corrected.map(|(published, last)| First {
            judged: judged(published),
            corrected_on: last.by.dated,
            reason: &last.by.reason,
        });
        JudgedRound { round, judged: judged(&round.snapshot), first }
    };
    rounds.iter().map(one).collect()
}

impl JudgedRound<'_> {
    /// What the round says of an indicator; `None` where it does not cover it, and while no set in force that applies
    /// has it.
    pub fn seen(&self, of: impl Into<Requirements>, indicator: &str) -> Option<Seen> {
        let known = self.known(of, indicator)?;
        let is_covered = known.value.is_some() || self.round.covers_indicator(indicator);
        (known.older.is_none() && is_covered).then_some(known)
    }

    /// What is known of an indicator in the round, by it or by an earlier one where it does not cover the indicator;
    /// `None` while no set in force that applies has it.
    pub fn known(&self, of: impl Into<Requirements>, indicator: &str) -> Option<Seen> {
        let of = of.into();
        let outcome = self.judged.outcome(of.clone(), indicator)?;
        let first = self.first.as_ref().and_then(|first| first.judged.outcome(of.clone(), indicator)?.value);
        let differs = |was: &Ratio| outcome.value.is_none_or(|is| was.cmp_ratio(is).is_ne());
        let snapshot = &self.round.snapshot;
        let (quality, older) = match snapshot.observed(of, indicator).filter(|observed| !observed.is_blank())
        {
            Some(observed) if observed.value.is_some() => (observed.quality, observed.older),
            // What is not given by itself was computed from the balance.
            _ if outcome.value.is_some() => (snapshot.core_quality, snapshot.core_older),
            Some(observed) => (Quality::NotPublished, observed.older),
            None => (Quality::NotPublished, None),
        };
        let quality = if outcome.value.is_some() { quality } else { Quality::NotPublished };
        Some(Seen {
            value: outcome.value,
            state: outcome.state,
            target: outcome.target,
            direction: outcome.direction,
            quality,
            was: first.filter(differs),
            older: older.map(|older| older.dated),
        })
    }
}
