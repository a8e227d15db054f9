//! Checks of corrections: what they change was published, just so, and what they put in its place holds.

use std::collections::HashMap;

use assessment::ruleset::{Indicator, Kind};
use assessment::unit::ValueRange;
use disclosure::correction::{Change, Corrected, Notice, Reading, ValueChange};
use disclosure::model::{Event, ListEntry, Park, Rulebook, Statement};
use disclosure::round::{ParkRound, PublishedCore, Quality, Requirements, Round, Snapshot, Stated};

use super::checker::{At, Checker};
use super::known::KnownInEdition;
use super::rounds;
use crate::balance::as_written;
use crate::draft::{Draft, EditionDraft};
use crate::listed;
use crate::tomlfile::Read;

/// What is known at a point of the notices, which are gone through oldest first.
struct Known<'a> {
    rounds: &'a [Read<Round>],
    /// By round and park, where a notice has changed it already.
    snapshots: HashMap<(&'a str, &'a str), ParkRound>,
    /// By list.
    entries: HashMap<&'a str, Vec<ListEntry>>,
    /// By park.
    acts: HashMap<&'a str, Vec<Event>>,
    /// By park.
    statements: HashMap<&'a str, Vec<Statement>>,
}

/// Checks the corrections of an edition.
pub fn check(draft: &Draft, edition: &EditionDraft, checker: &mut Checker<'_>) {
    let (Some(notices), Some(rounds)) = (&edition.corrections, &edition.rounds) else { return };
    let (Some(parks), Some(lists)) = (&edition.parks, &edition.lists) else { return };
    let in_edition = KnownInEdition::new(draft, edition);
    let as_of = edition.head.as_ref().map(|head| head.value.as_of);
    let book = crate::compile::rulebook(draft, edition);
    let entries =
        |list: &'_ crate::draft::ListDraft| list.entries.iter().map(|(_, entry)| entry.clone()).collect();
    let mut known = Known {
        rounds,
        snapshots: HashMap::new(),
        entries: lists.iter().map(|list| (list.head.value.id.as_str(), entries(list))).collect(),
        acts: parks.iter().map(|park| (park.value.id.as_str(), listed::acts(&park.value, lists))).collect(),
        statements: parks
            .iter()
            .map(|park| (park.value.id.as_str(), park.value.statements.clone()))
            .collect(),
    };
    let mut before = None;
    for Read { file, value: notice } in notices {
        let here = At { file, path: "dated" };
        checker.id_is_file_name(file, &notice.id);
        if rounds.iter().any(|round| round.value.id == notice.id) {
            let found = format!("“{}”, a round", notice.id);
            checker.wrong(At { file, path: "id" }, "an id that no round has, such as 2026-h2-c1", found);
        }
        if let Some(limit) = as_of {
            checker.not_after(here, notice.dated, limit, "the edition's as_of");
        }
        if before.is_some_and(|before| notice.dated < before) {
            let expected = "corrections in order of their ids, so a day not before that of the one before";
            checker.wrong(here, expected, notice.dated.to_string());
        }
        before = Some(notice.dated);
        checker.source(At { file, path: "source" }, &notice.source, as_of);
        if notice.is_empty() {
            checker.wrong(At { file, path: "values" }, "what is corrected", "nothing");
        }
        for (i, change) in notice.values.iter().enumerate() {
            let path = format!("values[{i}]");
            let park = parks.iter().map(|read| &read.value).find(|park| park.id == change.park);
            value(At { file, path: &path }, notice, change, park, book.as_ref(), &mut known, checker);
        }
        for (i, change) in notice.entries.iter().enumerate() {
            let path = |field: &str| format!("entries[{i}]{field}");
            checker.reference(
                At { file, path: &path(".list") },
                "a list",
                in_edition.lists.as_ref(),
                &change.list,
            );
            let list = lists.iter().map(|list| &list.head.value).find(|list| list.id == change.list);
            if let Some(list) = list.filter(|list| notice.dated < list.published) {
                let expected = format!("a list published by {}, the day of the correction", notice.dated);
                checker.wrong(At { file, path: &path(".list") }, expected, format!("{}", list.published));
            }
            if let Some(entries) = known.entries.get_mut(change.list.as_str()) {
                replaced(At { file, path: &path("") }, "an entry of the list", entries, change, checker);
            }
        }
        for (i, change) in notice.acts.iter().enumerate() {
            let path = |field: &str| format!("acts[{i}]{field}");
            checker.reference(
                At { file, path: &path(".park") },
                "a park",
                in_edition.parks.as_ref(),
                &change.park,
            );
            if let Some(is) = &change.is {
                checker.source(At { file, path: &path(".is.source") }, &is.source, as_of);
                checker.clause_if_any(At { file, path: &path(".is.clause") }, is.clause.as_ref());
                super::edition::stage(At { file, path: &path(".is.stage") }, is.stage, &in_edition, checker);
                checker.not_after(
                    At { file, path: &path(".is.dated") },
                    is.dated,
                    notice.dated,
                    "the correction's",
                );
            }
            if let Some(acts) = known.acts.get_mut(change.park.as_str()) {
                replaced(At { file, path: &path("") }, "an act of the park", acts, change, checker);
            }
        }
        for (i, change) in notice.statements.iter().enumerate() {
            let path = |field: &str| format!("statements[{i}]{field}");
            checker.reference(
                At { file, path: &path(".park") },
                "a park",
                in_edition.parks.as_ref(),
                &change.park,
            );
            if let Some(is) = &change.is {
                checker.source(At { file, path: &path(".is.source") }, &is.source, as_of);
            }
            if let Some(said) = known.statements.get_mut(change.park.as_str()) {
                replaced(At { file, path: &path("") }, "a statement about the park", said, change, checker);
            }
        }
    }
}

/// A change of one of several things.
trait Replaces<T> {
    fn both(&self) -> (Option<&T>, Option<&T>);
}

macro_rules! replaces {
    ($($change:ident: $of:ty),*) => {
        $(impl Replaces<$of> for disclosure::correction::$change {
            fn both(&self) -> (Option<&$of>, Option<&$of>) {
                (self.was.as_ref(), self.is.as_ref())
            }
        })*
    };
}

replaces!(EntryChange: ListEntry, ActChange: Event, StatementChange: Statement);

/// What is replaced is there, just so; then it is replaced.
fn replaced<T: Clone + PartialEq>(
    at: At<'_>,
    what: &str,
    known: &mut Vec<T>,
    change: &impl Replaces<T>,
    checker: &mut Checker<'_>,
) {
    let (was, is) = change.both();
    let path = format!("{}.was", at.path);
    let at_was = At { path: &path, ..at };
    match (was, is) {
        (None, None) => {
            checker.wrong(at_was, format!("{what} as it was published, or what is added"), "nothing")
        }
        (Some(was), Some(is)) if was == is => {
            checker.wrong(at, "a difference between was and is", "none");
        }
        _ => {}
    }
    if let Some(was) = was {
        match known.iter().position(|each| each == was) {
            Some(place) => drop(known.remove(place)),
            None => checker.wrong(at_was, format!("{what}, just as it was published"), "another or none"),
        }
    }
    known.extend(is.cloned());
}

fn value<'a>(
    at: At<'_>,
    notice: &'a Notice,
    change: &'a ValueChange,
    park: Option<&Park>,
    book: Option<&Rulebook>,
    known: &mut Known<'a>,
    checker: &mut Checker<'_>,
) {
    let path = |field: &str| format!("{}.{field}", at.path);
    let Some(round) = known.rounds.iter().map(|read| &read.value).find(|round| round.id == change.round)
    else {
        checker.wrong(At { path: &path("round"), ..at }, "the id of a round", format!("“{}”", change.round));
        return;
    };
    let Some(park) = park else {
        checker.wrong(At { path: &path("park"), ..at }, "the id of a park", format!("“{}”", change.park));
        return;
    };
    if notice.dated < round.dated {
        let expected = format!("a round published by {}, the day of the correction", notice.dated);
        checker.wrong(
            At { path: &path("round"), ..at },
            expected,
            format!("{}, of {}", round.id, round.dated),
        );
        return;
    }
    let published = round.parks.iter().find(|snapshot| snapshot.park == park.id).cloned();
    let course =
        known.snapshots.entry((change.round.as_str(), change.park.as_str())).or_insert_with(|| ParkRound {
            round: round.id.clone(),
            dated: round.dated,
            year: round.year,
            snapshot: published.unwrap_or_else(|| Snapshot::blank(&park.id)),
            filled_on: None,
            corrections: Vec::new(),
            as_published: None,
        });
    let before = course.known_on(notice.dated).map(|round| round.snapshot.clone());
    let before = before.unwrap_or_else(|| Snapshot::blank(&park.id));
    let at = At { path: &path("change"), ..at };
    changed(at, &before, &change.change, round, park, book, checker);
    course.corrections.push(Corrected {
        by: notice.amendment(change.reason.as_ref()),
        park: park.id.clone(),
        change: change.change.clone(),
    });
}

/// What is changed was known just so, and what takes its place could have been published in the round.
fn changed(
    at: At<'_>,
    before: &Snapshot,
    change: &Change,
    round: &Round,
    park: &Park,
    book: Option<&Rulebook>,
    checker: &mut Checker<'_>,
) {
    let path = |field: &str| format!("{}.{field}", at.path);
    let in_was = path("was");
    let was_at = At { path: &in_was, ..at };
    match change {
        Change::Value { of, indicator, was, is } => {
            let range =
                indicator_of(At { path: &path("indicator"), ..at }, of, indicator, round, book, checker);
            let known = before.observed(of.clone(), indicator).and_then(Reading::of);
            if known != *was {
                checker.wrong(was_at, said(known.as_ref()), said(was.as_ref()));
            } else if was == is {
                checker.wrong(at, "a difference between was and is", "none");
            }
            if let Some(is) = is {
                reading(At { path: &path("is"), ..at }, is, range, checker);
            }
        }
        Change::Core { was, is, quality } => {
            if was.is_some() {
                checker.wrong(was_at, "nothing; the round has what it was", "some");
            }
            let in_is = path("is");
            let is_at = At { path: &in_is, ..at };
            if (&before.core, before.core_quality) == (is, *quality) {
                checker.wrong(is_at, "other figures than those known, or of another quality", "the same");
            }
            core(is_at, is.as_ref(), *quality, round, book, checker);
        }
        Change::Condition { number, was, is } => {
            let known = usize::from(*number).checked_sub(1).and_then(|at| before.basic.get(at)).copied();
            let Some(known) = known else {
                let at = At { path: &path("number"), ..at };
                checker.wrong(at, "1 to 4, a basic condition of ndrc-910, annex 1", number.to_string());
                return;
            };
            if known != *was {
                checker.wrong(was_at, stated(known), stated(*was));
            } else if was == is {
                checker.wrong(at, "a difference between was and is", "none");
            }
        }
        Change::Task { task, was, is } => {
            if park.tasks.iter().all(|known| known.id != *task) {
                let at = At { path: &path("task"), ..at };
                checker.wrong(at, format!("a task of the park “{}”", park.id), format!("“{task}”"));
            }
            let known = before.tasks.iter().find(|known| known.task == *task).map(|known| known.progress);
            let said = |progress: Option<assessment::Decimal>| {
                progress.map_or_else(|| "nothing, for none was known".to_owned(), |known| known.to_string())
            };
            if known != *was {
                checker.wrong(was_at, said(known), said(*was));
            } else if was == is {
                checker.wrong(at, "a difference between was and is", "none");
            }
            if let Some(is) = is {
                rounds::share(At { path: &path("is"), ..at }, *is, checker);
            }
        }
    }
}

/// Checks that there is such a guiding indicator and says which values it may have.
fn indicator_of(
    at: At<'_>,
    of: &Requirements,
    indicator: &str,
    round: &Round,
    book: Option<&Rulebook>,
    checker: &mut Checker<'_>,
) -> ValueRange {
    let Some(book) = book else { return ValueRange::ANY };
    let ruleset = book.requirements(of, round.rules_day());
    let found = ruleset.and_then(|set| set.indicator(indicator));
    if found.is_none_or(|found| found.kind == Kind::Core) {
        let expected = format!("a guiding indicator in force on {}", round.rules_day().date());
        checker.wrong(at, expected, format!("“{indicator}”"));
    }
    found.map_or(ValueRange::ANY, Indicator::values)
}

fn reading(at: At<'_>, is: &Reading, range: ValueRange, checker: &mut Checker<'_>) {
    let path = |field: &str| format!("{}.{field}", at.path);
    if let Some(value) = is.value {
        rounds::within(At { path: &path("value"), ..at }, value, range, checker);
    }
    let quality = At { path: &path("quality"), ..at };
    rounds::agree(quality, is.not_applicable.is_some(), is.value.is_some(), is.quality, checker);
    if is.value.is_none() && is.not_applicable.is_none() {
        checker.wrong(
            at,
            "a value or a reason why none applies; without is the value is withdrawn",
            "neither",
        );
    }
}

fn core(
    at: At<'_>,
    is: Option<&PublishedCore>,
    quality: Quality,
    round: &Round,
    book: Option<&Rulebook>,
    checker: &mut Checker<'_>,
) {
    match (is, quality) {
        (None, Quality::NotPublished) => {}
        (None, _) => {
            checker.wrong(at, "not_published, for the figures are withdrawn", format!("{quality:?}"));
        }
        (Some(is), Quality::NotPublished) => {
            let expected = format!("measured, reported or pending as quality, for {}", rounds::words_of(is));
            checker.wrong(at, expected, "NotPublished");
        }
        (Some(_), _) => {}
    }
    let Some(is) = is else { return };
    if let Some(balance) = is.balance() {
        let path = as_written(at.file, &format!("{}.balance", at.path));
        rounds::balance_of(At { path: &path, ..at }, balance, round, book, checker);
    }
    rounds::figures(at, is, checker);
}

fn said(reading: Option<&Reading>) -> String {
    let Some(reading) = reading else { return "nothing, for nothing was known".to_owned() };
    match (&reading.value, &reading.not_applicable) {
        (_, Some(reason)) => format!("not applicable: “{}”", reason.zh),
        (Some(value), None) => format!("{value}, {}", key(reading.quality)),
        (None, None) => "neither value nor reason".to_owned(),
    }
}

fn key(quality: Quality) -> &'static str {
    match quality {
        Quality::Measured => "measured",
        Quality::Reported => "reported",
        Quality::Pending => "pending",
        Quality::NotPublished => "not_published",
    }
}

fn stated(stated: Stated) -> &'static str {
    match stated {
        Stated::Yes => "yes",
        Stated::No => "no",
        Stated::Unknown => "unknown",
    }
}
