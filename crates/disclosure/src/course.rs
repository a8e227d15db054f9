//! A park over its rounds: what the rules made of its official stage, and since when.

use assessment::climb::{self, Position, Reading};
use assessment::ladder::{Ladder, Stage, Track};
use assessment::{Date, Problem};

use crate::judge::{Judged, judge, standing};
use crate::model::{ParkSummary, Rulebook};
use crate::round::{ParkRound, Snapshot};

/// What the rules make of a park's stage on a track, and from which day on they have made the same of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// The track.
    pub track: Track,
    /// The official stage.
    pub official: Stage,
    /// What the rules make of it.
    pub reading: Reading,
    /// Day of the first round from which on it was the same; absent when no round says so.
    pub since: Option<Date>,
}

/// The table of the dynamic upgrading that is in force on a day: the one that came last.
pub fn ladder_in_force(book: &Rulebook, on: Date) -> Option<&Ladder> {
    book.ladders.iter().filter(|ladder| ladder.in_force_from <= on).max_by_key(|ladder| ladder.in_force_from)
}

/// Judges a snapshot, or nothing where none is published.
///
/// # Errors
/// What is wrong with the balance; a checked edition has nothing wrong.
pub fn judged<'a>(
    snapshot: Option<&Snapshot>,
    book: &'a Rulebook,
    on: Date,
) -> Result<Judged<'a>, Vec<Problem>> {
    snapshot.map_or_else(|| Ok(Judged::of_nothing(book, on)), |snapshot| judge(snapshot, book, on))
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
    let ladder = ladder_in_force(book, on)?;
    let standing = standing(park, snapshot, Some(judged), book, on)?;
    Some(climb::place(ladder, &standing))
}

/// What the rules make of a park's official stage on each track on a day, from its rounds up to that day,
/// oldest first. A round that does not name the park is none of its rounds: what it published last stands.
///
/// # Errors
/// What is wrong with a balance; a checked edition has nothing wrong.
pub fn held(
    park: &ParkSummary,
    rounds: &[ParkRound],
    book: &Rulebook,
    on: Date,
) -> Result<Vec<Held>, Vec<Problem>> {
    let known = &rounds[..rounds.partition_point(|round| round.dated <= on)];
    let read = |snapshot: Option<&Snapshot>, day: Date| -> Result<_, Vec<Problem>> {
        let judged = judged(snapshot, book, day)?;
        let position = position(park, snapshot, &judged, book, day);
        Ok(position.map(|position| {
            let reading = |track| (position.stage, position.reading(track));
            [reading(Track::Region), reading(Track::National)]
        }))
    };
    let Some(now) = read(known.last().map(|round| &round.snapshot), on)? else { return Ok(Vec::new()) };
    let mut held = [(Track::Region, now[0]), (Track::National, now[1])]
        .map(|(track, (official, reading))| Held { track, official, reading, since: None });
    let mut unbroken = [true; 2];
    for round in known.iter().rev() {
        let then = read(Some(&round.snapshot), round.dated)?;
        for (i, held) in held.iter_mut().enumerate() {
            let same = then.is_some_and(|then| then[i] == (held.official, held.reading));
            unbroken[i] &= same;
            if unbroken[i] {
                held.since = Some(round.dated);
            }
        }
        if unbroken == [false; 2] {
            break;
        }
    }
    Ok(held.into())
}
