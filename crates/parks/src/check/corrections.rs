//! Checks of corrections: what they change was published, just so, and what they put in its place holds.

use std::collections::HashMap;

use assessment::ruleset::{Indicator, Kind};
use assessment::unit::ValueRange;
use disclosure::correction::{Change, Corrected, Notice, Reading, ReportChange, ValueChange};
use disclosure::model::{Event, ListEntry, Park, Rulebook, Statement, WorkReport};
use disclosure::round::{ParkRound, PublishedCore, Quality, Requirements, Round, Snapshot, Stated};

use super::checker::{At, Checker};
use super::known::KnownInEdition;
use super::rounds::{self, key};
use super::work::tag;
use crate::balance::as_written;
use crate::draft::{Draft, EditionDraft};
use crate::listed;
use crate::tomlfile::Read;
use crate::words::findings::{self as words, Message};
use crate::work::{AttachmentFile, PictureFile};

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
    /// By id.
    reports: HashMap<&'a str, WorkReport<PictureFile, AttachmentFile>>,
    /// A notice before could not be read whole: what it left is not known.
    is_doubtful: bool,
}

/// Checks the corrections of an edition.
pub fn check(draft: &Draft, edition: &EditionDraft, checker: &mut Checker<'_>) {
    let (Some(rounds), Some(parks), Some(lists)) =
        (edition.rounds.whole(), edition.parks.whole(), edition.lists.whole())
    else {
        return;
    };
    let notices = edition.corrections.read();
    let in_edition = KnownInEdition::new(draft, edition);
    let as_of = edition.as_of();
    let book = crate::compile::rulebook(draft, edition);
    let entries =
        |list: &'_ crate::draft::ListDraft| list.entries.iter().map(|(_, entry)| entry.clone()).collect();
    let sound_lists = || lists.iter().filter(|list| list.head.file.is_sound() && list.entries.are_sound());
    let are_sound = sound_lists().count() == lists.len();
    let sound_parks = |are: bool| parks.iter().filter(move |park| are && park.file.is_sound());
    let mut known = Known {
        rounds,
        snapshots: HashMap::new(),
        entries: sound_lists().map(|list| (list.head.value.id.as_str(), entries(list))).collect(),
        acts: sound_parks(are_sound)
            .map(|park| (park.value.id.as_str(), listed::acts(&park.value, lists)))
            .collect(),
        statements: sound_parks(true)
            .map(|park| (park.value.id.as_str(), park.value.statements.clone()))
            .collect(),
        reports: edition
            .work
            .iter()
            .map(|work| &work.report)
            .filter(|report| report.file.is_sound())
            .map(|report| (report.value.id.as_str(), report.value.clone()))
            .collect(),
        is_doubtful: false,
    };
    let mut before = None;
    for Read { file, value: notice } in notices {
        let here = At { file, path: "dated" };
        checker.id_is_file_name(file, &notice.id);
        if rounds.iter().any(|round| round.value.id == notice.id) {
            let found = words::an_id_of_a_round(&notice.id);
            checker.wrong(At { file, path: "id" }, words::an_id_no_round_has(), found);
        }
        if let Some(limit) = as_of {
            checker.not_after(here, notice.dated, limit, words::edition_as_of());
        }
        if before.is_some_and(|before| notice.dated < before) {
            let expected = words::corrections_in_order();
            checker.wrong(here, expected, words::plain(notice.dated));
        }
        before = Some(notice.dated);
        checker.source(At { file, path: "source" }, &notice.source, as_of);
        if notice.is_empty() {
            checker.wrong(At { file, path: "values" }, words::what_is_corrected(), words::nothing());
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
                words::found_list(),
                in_edition.lists.as_ref(),
                &change.list,
            );
            let list = lists.iter().map(|list| &list.head.value).find(|list| list.id == change.list);
            if let Some(list) = list.filter(|list| notice.dated < list.published) {
                let expected = words::list_published_by(notice.dated);
                checker.wrong(At { file, path: &path(".list") }, expected, words::not_read(list.published));
            }
            if let Some(entries) = known.entries.get_mut(change.list.as_str()) {
                replaced(At { file, path: &path("") }, words::an_entry_of_list(), entries, change, checker);
            }
        }
        for (i, change) in notice.acts.iter().enumerate() {
            let path = |field: &str| format!("acts[{i}]{field}");
            checker.reference(
                At { file, path: &path(".park") },
                words::a_park(),
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
                    words::the_corrections_day(),
                );
            }
            if let Some(acts) = known.acts.get_mut(change.park.as_str()) {
                replaced(At { file, path: &path("") }, words::an_act_of_park(), acts, change, checker);
            }
        }
        for (i, change) in notice.statements.iter().enumerate() {
            let path = |field: &str| format!("statements[{i}]{field}");
            checker.reference(
                At { file, path: &path(".park") },
                words::a_park(),
                in_edition.parks.as_ref(),
                &change.park,
            );
            if let Some(is) = &change.is {
                checker.source(At { file, path: &path(".is.source") }, &is.source, as_of);
            }
            if let Some(said) = known.statements.get_mut(change.park.as_str()) {
                replaced(At { file, path: &path("") }, words::a_statement_of_park(), said, change, checker);
            }
        }
        for (i, change) in notice.reports.iter().enumerate() {
            report(At { file, path: &format!("reports[{i}]") }, notice, change, edition, &mut known, checker);
        }
        if !file.is_sound() {
            known.reports.clear();
            known.entries.clear();
            known.acts.clear();
            known.statements.clear();
            known.is_doubtful = true;
        }
    }
}

/// The text that is corrected stands in the report, just so, and what takes its place is plain words.
fn report(
    at: At<'_>,
    notice: &Notice,
    change: &ReportChange,
    edition: &EditionDraft,
    known: &mut Known<'_>,
    checker: &mut Checker<'_>,
) {
    let path = |field: &str| format!("{}.{field}", at.path);
    let (report, was, is) = (path("report"), path("was"), path("is"));
    let ids = edition.work.whole().map(|all| all.iter().map(|work| work.report.value.id.as_str()).collect());
    checker.reference(At { path: &report, ..at }, words::a_report(), ids.as_ref(), &change.report);
    let all = edition.work.iter().map(|work| &work.report.value);
    if let Some(later) = all.into_iter().find(|each| each.id == change.report && notice.dated < each.dated) {
        let expected = words::report_published_by(notice.dated);
        checker.wrong(At { path: &report, ..at }, expected, words::of_day(&later.id, later.dated));
        return;
    }
    if let Some(tag) = change.is.iter().flat_map(|is| is.en.iter().chain([&is.zh])).find_map(|text| tag(text))
    {
        checker.wrong(At { path: &is, ..at }, words::plain_words(), words::quoted(tag));
    }
    match (&change.was, &change.is) {
        (None, None) => {
            let expected = words::as_published_or_added(words::a_text_of_report());
            checker.wrong(At { path: &was, ..at }, expected, words::nothing());
        }
        (was, is) if was == is => checker.wrong(at, words::a_difference(), words::none()),
        (said, is) => {
            let Some(report) = known.reports.get_mut(change.report.as_str()) else { return };
            if !report.amend(said.as_ref(), is.as_ref()) {
                let expected = words::just_as_published(words::a_text_of_report());
                checker.wrong(At { path: &was, ..at }, expected, words::another_or_none());
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
    what: Message,
    known: &mut Vec<T>,
    change: &impl Replaces<T>,
    checker: &mut Checker<'_>,
) {
    let (was, is) = change.both();
    let path = format!("{}.was", at.path);
    let at_was = At { path: &path, ..at };
    match (was, is) {
        (None, None) => checker.wrong(at_was, words::as_published_or_added(what.clone()), words::nothing()),
        (Some(was), Some(is)) if was == is => {
            checker.wrong(at, words::a_difference(), words::none());
        }
        _ => {}
    }
    if let Some(was) = was {
        match known.iter().position(|each| each == was) {
            Some(place) => drop(known.remove(place)),
            None => checker.wrong(at_was, words::just_as_published(what), words::another_or_none()),
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
    let Some(Read { file: of_round, value: round }) =
        known.rounds.iter().find(|round| round.value.id == change.round)
    else {
        checker.wrong(
            At { path: &path("round"), ..at },
            words::id_of(words::a_round()),
            words::quoted(&change.round),
        );
        return;
    };
    let Some(park) = park else {
        checker.wrong(
            At { path: &path("park"), ..at },
            words::id_of(words::a_park()),
            words::quoted(&change.park),
        );
        return;
    };
    if notice.dated < round.dated {
        let expected = words::round_published_by(notice.dated);
        checker.wrong(At { path: &path("round"), ..at }, expected, words::of_day(&round.id, round.dated));
        return;
    }
    if known.is_doubtful || !of_round.is_sound() {
        return;
    }
    let published = round.parks.iter().find(|snapshot| snapshot.park == park.id).cloned();
    let course =
        known.snapshots.entry((change.round.as_str(), change.park.as_str())).or_insert_with(|| ParkRound {
            round: round.id.clone(),
            dated: round.dated,
            year: round.year,
            snapshot: published.unwrap_or_else(|| Snapshot::blank(&park.id)),
            indicators: None,
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
                checker.wrong(at, words::a_difference(), words::none());
            }
            if let Some(is) = is {
                reading(At { path: &path("is"), ..at }, is, range, checker);
            }
        }
        Change::Core { was, is, quality } => {
            if was.is_some() {
                checker.wrong(was_at, words::nothing_of_core(), words::some());
            }
            let in_is = path("is");
            let is_at = At { path: &in_is, ..at };
            if (&before.core, before.core_quality) == (is, *quality) {
                checker.wrong(is_at, words::other_figures(), words::the_same());
            }
            core(is_at, is.as_ref(), *quality, round, book, checker);
        }
        Change::Condition { number, was, is } => {
            let known = usize::from(*number).checked_sub(1).and_then(|at| before.basic.get(at)).copied();
            let Some(known) = known else {
                let at = At { path: &path("number"), ..at };
                checker.wrong(at, words::condition_number(), words::plain(number));
                return;
            };
            if known != *was {
                checker.wrong(was_at, stated(known), stated(*was));
            } else if was == is {
                checker.wrong(at, words::a_difference(), words::none());
            }
        }
        Change::Task { task, was, is } => {
            if park.tasks.iter().all(|known| known.id != *task) {
                let at = At { path: &path("task"), ..at };
                checker.wrong(at, words::task_of(&park.id), words::quoted(task));
            }
            let known = before.tasks.iter().find(|known| known.task == *task).map(|known| known.progress);
            let said = |progress: Option<assessment::Decimal>| {
                progress.map_or_else(words::nothing_known, words::plain)
            };
            if known != *was {
                checker.wrong(was_at, said(known), said(*was));
            } else if was == is {
                checker.wrong(at, words::a_difference(), words::none());
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
        let expected = words::guiding_indicator(round.rules_day().date());
        checker.wrong(at, expected, words::quoted(indicator));
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
        checker.wrong(at, words::value_or_reason(), words::neither());
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
            checker.wrong(at, words::not_published_withdrawn(), words::plain(key(quality)));
        }
        (Some(is), Quality::NotPublished) => {
            let expected = words::quality_beside_core(rounds::words_of(is));
            checker.wrong(at, expected, words::plain(key(Quality::NotPublished)));
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

fn said(reading: Option<&Reading>) -> Message {
    let Some(reading) = reading else { return words::nothing_was_known() };
    match (&reading.value, &reading.not_applicable) {
        (_, Some(reason)) => words::not_applicable(&reason.zh),
        (Some(value), None) => words::value_of_quality(value, key(reading.quality)),
        (None, None) => words::neither_value_nor_reason(),
    }
}

fn stated(stated: Stated) -> Message {
    words::plain(match stated {
        Stated::Yes => "yes",
        Stated::No => "no",
        Stated::Unknown => "unknown",
    })
}
