//! Puts what the notices correct beside what they correct, so that a reader of a round, a park or a list has with it
//! all that is known of it.

use assessment::{Date, Text};
use disclosure::correction::{
    Amended, Amendment, Change, Corrected, Corrections, CorrectionsRef, Notice, NoticeDay,
};
use disclosure::model::{FileRef, List, ListCount, ListEntry, OriginalText, Park};
use disclosure::round::{ParkRound, Round, Snapshot};

/// The changes of a round, oldest first.
fn of_round(notices: &[Notice], round: &str) -> Vec<Corrected> {
    let of = |notice: &Notice| {
        let changes = notice.values.iter().filter(|change| change.round == round);
        let corrected = changes.map(|each| Corrected {
            by: notice.amendment(each.reason.as_ref()),
            park: each.park.clone(),
            change: each.change.clone(),
        });
        corrected.collect::<Vec<_>>()
    };
    notices.iter().flat_map(of).collect()
}

/// A change in a notice: of what it is, was and is, and its own reason.
type Said<'a, T> = (&'a String, &'a Option<T>, &'a Option<T>, &'a Option<Text>);

fn amendments<'a, T: Clone + 'a, I: Iterator<Item = Said<'a, T>>>(
    notices: &'a [Notice],
    of: &str,
    changes: impl Fn(&'a Notice) -> I,
) -> Vec<Amended<T>> {
    let mut amended = Vec::new();
    for notice in notices {
        for (_, was, is, reason) in changes(notice).filter(|(whose, ..)| *whose == of) {
            let by: Amendment = notice.amendment(reason.as_ref());
            amended.push(Amended { by, was: was.clone(), is: is.clone() });
        }
    }
    amended
}

/// Puts the corrections into lists.
pub fn into_lists(lists: &mut [List], notices: &[Notice]) {
    for list in lists {
        list.amended = amendments(notices, &list.id, |notice| {
            notice.entries.iter().map(|each| (&each.list, &each.was, &each.is, &each.reason))
        });
    }
}

/// How many entries a list has after each correction.
pub fn counts(list: &List) -> Vec<ListCount> {
    let (mut entries, mut in_region) = size(list);
    let count = |change: &Amended<ListEntry>| {
        let of = |entry: &Option<ListEntry>| {
            let listed = entry.as_ref().filter(|entry| entry.status.is_listed());
            (u16::from(listed.is_some()), u16::from(listed.is_some_and(|entry| entry.park.is_some())))
        };
        let (was, is) = (of(&change.was), of(&change.is));
        entries = entries + is.0 - was.0;
        in_region = in_region + is.1 - was.1;
        ListCount { dated: change.by.dated, entries, in_region }
    };
    list.amended.iter().map(count).collect()
}

/// How many entries a list was published with, its reserve and what it takes off aside, and how many of them lie in
/// the region.
pub fn size(list: &List) -> (u16, u16) {
    let listed = || list.entries.iter().filter(|entry| entry.status.is_listed());
    let in_region = listed().filter(|entry| entry.park.is_some()).count();
    (listed().count() as u16, in_region as u16)
}

/// Puts the corrections into rounds, and gives each what was observed last of the parks and indicators that it does not
/// cover.
pub fn into_rounds(rounds: &mut [Round], notices: &[Notice]) {
    for round in rounds.iter_mut() {
        round.corrections = of_round(notices, &round.id);
    }
    for at in 0..rounds.len() {
        let (before, [round, ..]) = rounds.split_at_mut(at) else { return };
        let mut parks: Vec<&str> = before.iter().flat_map(named).collect();
        parks.sort_unstable();
        parks.dedup();
        let is_named = |park: &str| round.parks.iter().any(|snapshot| snapshot.park == park);
        parks.retain(|park| round.indicators.is_some() || !is_named(park));
        round.earlier = parks.into_iter().flat_map(|park| observed_last(&course_of(park, before))).collect();
    }
}

/// The parks that a round says anything of, now or after a correction.
fn named(round: &Round) -> impl Iterator<Item = &str> {
    let observed = round.parks.iter().map(|snapshot| snapshot.park.as_str());
    observed.chain(round.corrections.iter().map(|change| change.park.as_str()))
}

/// The last round that covers a park in all, and those after it: they cover some of it, or a correction filled a blank
/// of theirs.
fn observed_last(course: &[ParkRound]) -> Vec<ParkRound> {
    let from = course.iter().rposition(|round| round.indicators.is_none()).unwrap_or(0);
    course[from..].to_vec()
}

/// A park's own course over the rounds, which have their corrections already.
pub fn course_of(park: &str, rounds: &[Round]) -> Vec<ParkRound> {
    let own = |round: &Round| {
        let corrections: Vec<Corrected> =
            round.corrections.iter().filter(|each| each.park == park).cloned().collect();
        let observed = round.parks.iter().find(|snapshot| snapshot.park == park).cloned();
        let filled_on: Option<Date> = match observed {
            Some(_) => None,
            None => Some(corrections.first()?.by.dated),
        };
        Some(ParkRound {
            round: round.id.clone(),
            dated: round.dated,
            year: round.year,
            snapshot: observed.unwrap_or_else(|| Snapshot::blank(park)),
            indicators: if filled_on.is_some() { Some(Vec::new()) } else { round.indicators.clone() },
            filled_on,
            corrections,
            as_published: None,
        })
    };
    rounds.iter().filter_map(own).collect()
}

/// Puts the corrections of acts and statements into parks.
pub fn into_parks(parks: &mut [Park], notices: &[Notice]) {
    for park in parks {
        park.amended_acts = amendments(notices, &park.id, |notice| {
            notice.acts.iter().map(|each| (&each.park, &each.was, &each.is, &each.reason))
        });
        park.amended_statements = amendments(notices, &park.id, |notice| {
            notice.statements.iter().map(|each| (&each.park, &each.was, &each.is, &each.reason))
        });
    }
}

/// The corrections of a report of the work.
pub fn of_report(notices: &[Notice], report: &str) -> Vec<Amended<OriginalText>> {
    amendments(notices, report, |notice| {
        notice.reports.iter().map(|each| (&each.report, &each.was, &each.is, &each.reason))
    })
}

/// The notices, each core with the one that it takes the place of.
fn with_cores_before(notices: &[Notice], rounds: &[Round]) -> Vec<Notice> {
    let mut complete = notices.to_vec();
    for notice in &mut complete {
        let dated = notice.dated;
        for each in &mut notice.values {
            let Change::Core { was, is, .. } = &mut each.change else { continue };
            let course = rounds.iter().filter(|round| round.id == each.round);
            let course = course.flat_map(|round| course_of(&each.park, std::slice::from_ref(round)));
            // What was known before this change: the corrections of the round up to it.
            let before = course.into_iter().next().and_then(|mut round| {
                let this = round.corrections.iter().position(|other| {
                    other.by.dated == dated
                        && matches!(&other.change, Change::Core { is: other, .. } if other == is)
                });
                round.corrections.truncate(this.unwrap_or(round.corrections.len()));
                round.known_on(dated).map(|known| known.snapshot.core.clone())
            });
            *was = before.flatten();
        }
    }
    complete
}

/// The notices in an edition's index; `None` where there are none.
pub fn reference(
    notices: &[Notice],
    rounds: &[Round],
    add: impl FnOnce(&Corrections) -> FileRef,
) -> Option<CorrectionsRef> {
    let day = |notice: &Notice| NoticeDay { id: notice.id.clone(), dated: notice.dated };
    let days: Vec<NoticeDay> = notices.iter().map(day).collect();
    (!days.is_empty()).then(|| CorrectionsRef {
        days,
        file: add(&Corrections { notices: with_cores_before(notices, rounds) }),
    })
}
