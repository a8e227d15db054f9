//! Checks of an edition's rounds: what they say of parks can be judged, and corrects what was said.

use std::collections::HashSet;

use assessment::Decimal;
use assessment::input::Assessment;
use assessment::reader;
use assessment::ruleset::Kind;
use disclosure::model::{Park, Rulebook};
use disclosure::round::{Balance, Correction, Observed, Quality, Requirements, Revision, Round, Snapshot};

use super::checker::{At, Checker};
use super::known::KnownInEdition;
use crate::balance::located;
use crate::draft::{Draft, EditionDraft};
use crate::tomlfile::Read;

/// Checks the rounds.
pub fn check(draft: &Draft, edition: &EditionDraft, checker: &mut Checker<'_>) {
    let known = KnownInEdition::new(draft, edition);
    let as_of = edition.head.as_ref().map(|head| head.value.as_of);
    let book = crate::compile::rulebook(draft, edition);
    let rounds: &[Read<Round>] = edition.rounds.as_deref().unwrap_or_default();
    for (index, read) in rounds.iter().enumerate() {
        let Read { file, value: round } = read;
        checker.id_is_file_name(file, &round.id);
        let at = At { file, path: "dated" };
        if let Some(limit) = as_of {
            checker.not_after(at, round.dated, limit, "the edition's as_of");
        }
        if let Some(before) = index.checked_sub(1).map(|before| rounds[before].value.dated)
            && round.dated <= before
        {
            let expected = format!("rounds in order of their ids, so a day after {before}");
            checker.wrong(at, expected, round.dated.to_string());
        }
        if let Some(year) = round.year
            && i32::from(year) > round.dated.year()
        {
            let expected = format!("{} or earlier, for the round is dated then", round.dated.year());
            checker.wrong(At { file, path: "year" }, expected, year.to_string());
        }
        if let Some(year) = one_other_year(round) {
            let expected = format!("{year}, the year of all balances of the round");
            checker.wrong(At { file, path: "year" }, expected, year_of(round).to_string());
        }
        let mut seen = HashSet::new();
        for (i, snapshot) in round.parks.iter().enumerate() {
            let path = format!("parks[{i}]");
            let here = At { file, path: &path };
            let park = At { file, path: &format!("{path}.park") };
            checker.reference(park, "a park", known.parks.as_ref(), &snapshot.park);
            if !seen.insert(&snapshot.park) {
                checker.wrong(park, "each park once a round", format!("“{}” again", snapshot.park));
            }
            if let Some(source) = &snapshot.source {
                checker.source(At { file, path: &format!("{path}.source") }, source, as_of);
            }
            let of = edition.parks.iter().flatten().find(|park| park.value.id == snapshot.park);
            tasks(here, snapshot, of.map(|read| &read.value), checker);
            if let Some(book) = &book {
                values(here, round, snapshot, book, checker);
                balance(here, round, snapshot, book, checker);
            }
            for (j, revision) in snapshot.revisions.iter().enumerate() {
                let path = format!("{path}.revisions[{j}]");
                let earlier = &rounds[..=index];
                let at = At { file, path: &path };
                revised(at, &snapshot.park, revision, earlier, book.as_ref(), checker);
            }
        }
    }
}

fn tasks(at: At<'_>, snapshot: &Snapshot, park: Option<&Park>, checker: &mut Checker<'_>) {
    let Some(park) = park else { return };
    for (i, task) in snapshot.tasks.iter().enumerate() {
        let path = |field: &str| format!("{}.tasks[{i}].{field}", at.path);
        if park.tasks.iter().all(|known| known.id != task.task) {
            let expected = format!("a task of the park “{}”", park.id);
            checker.wrong(At { path: &path("task"), ..at }, expected, format!("“{}”", task.task));
        }
        share(At { path: &path("progress"), ..at }, task.progress, checker);
    }
}

/// Per cent of something.
fn share(at: At<'_>, value: Decimal, checker: &mut Checker<'_>) {
    if value.is_negative() || value > Decimal::HUNDRED {
        checker.wrong(at, "0 to 100", value.to_string());
    }
}

fn values(at: At<'_>, round: &Round, snapshot: &Snapshot, book: &Rulebook, checker: &mut Checker<'_>) {
    let mut seen = HashSet::new();
    for (i, value) in snapshot.values.iter().enumerate() {
        let path = |field: &str| format!("{}.values[{i}].{field}", at.path);
        let day = round.rules_day();
        let ruleset = match &value.of {
            Requirements::Level(level) => book.ruleset(*level, day).ok(),
            Requirements::Set(id) => {
                let set = book.beside_levels(day).find(|set| set.id == *id);
                if set.is_none() {
                    let expected = format!(
                        "national, region or the id of a requirement set that decides no level, in force on {}",
                        day.date()
                    );
                    checker.wrong(At { path: &path("of"), ..at }, expected, format!("“{id}”"));
                    continue;
                }
                set
            }
        };
        let indicator = ruleset.and_then(|set| set.indicator(&value.indicator));
        if indicator.is_none_or(|indicator| indicator.kind == Kind::Core) {
            let expected = match value.of {
                Requirements::Level(_) => format!("a guiding indicator in force on {}", day.date()),
                Requirements::Set(_) => format!("an indicator of its set in force on {}", day.date()),
            };
            checker.wrong(At { path: &path("indicator"), ..at }, expected, format!("“{}”", value.indicator));
        }
        if !seen.insert((&value.of, &value.indicator)) {
            let found = format!("“{}” again", value.indicator);
            checker.wrong(At { path: &path("indicator"), ..at }, "each indicator once", found);
        }
        if let Some(stated) = value.value {
            share(At { path: &path("value"), ..at }, stated, checker);
        }
        agrees(At { path: &path("quality"), ..at }, value, checker);
        if value.value.is_some() && snapshot.source_of(value).is_none() {
            checker.wrong(At { path: &path("source"), ..at }, "where the value is published", "nothing");
        }
    }
}

/// The year of a round's figures.
fn year_of(round: &Round) -> i32 {
    round.rules_day().date().year()
}

fn year_of_balance(balance: &Balance) -> i32 {
    i32::from(balance.assessment().year)
}

/// The one year of all balances, where it is not the round's: then it is the round that is mistaken, once.
fn one_other_year(round: &Round) -> Option<i32> {
    let mut years = round.parks.iter().filter_map(|park| Some(year_of_balance(park.balance.as_ref()?)));
    let first = years.next()?;
    (first != year_of(round) && years.all(|year| year == first)).then_some(first)
}

/// Value, quality and reason do not contradict each other.
fn agrees(at: At<'_>, value: &Observed, checker: &mut Checker<'_>) {
    let expected = match (&value.not_applicable, value.value, value.quality) {
        (Some(_), Some(_), _) => "no value beside a reason why the indicator does not apply",
        (None, None, Quality::Measured | Quality::Reported | Quality::Pending) => {
            "not_published, for there is no value"
        }
        (None, Some(_), Quality::NotPublished) => "measured, reported or pending, for there is a value",
        _ => return,
    };
    checker.wrong(at, expected, format!("{:?}", value.quality));
}

fn balance(at: At<'_>, round: &Round, snapshot: &Snapshot, book: &Rulebook, checker: &mut Checker<'_>) {
    let path = |field: &str| format!("{}.{field}", at.path);
    let quality = At { path: &path("balance_quality"), ..at };
    let Some(balance) = &snapshot.balance else {
        if snapshot.balance_quality != Quality::NotPublished {
            checker.wrong(
                quality,
                "not_published, for there is no balance",
                format!("{:?}", snapshot.balance_quality),
            );
        }
        return;
    };
    if snapshot.balance_quality == Quality::NotPublished {
        checker.wrong(quality, "measured, reported or pending, for there is a balance", "NotPublished");
    }
    if snapshot.source.is_none() {
        checker.wrong(At { path: &path("source"), ..at }, "where the balance is published", "nothing");
    }
    let at = At { path: &path("balance"), ..at };
    if one_other_year(round).is_none() {
        of_year(at, balance, round, checker);
    }
    // With its guiding indicators, as the file that is exported from it.
    by_rules(at, snapshot.assessment_file(), book, checker);
}

/// What `parks assess` would say of the file that is exported from a balance.
fn by_rules(at: At<'_>, file: Option<Assessment>, book: &Rulebook, checker: &mut Checker<'_>) {
    let read = file.map(|file| reader::read(file.to_string().as_bytes(), book.library()));
    let problems = read.and_then(Result::err).unwrap_or_default();
    checker.findings.extend(problems.into_iter().map(|problem| located(at.file, at.path, problem)));
}

/// A round and its balances are of one year: so they are judged by one day, and a file that is exported from the
/// round, which names its year only, has the same result.
fn of_year(at: At<'_>, balance: &Balance, round: &Round, checker: &mut Checker<'_>) {
    let (expected, found) = (year_of(round), year_of_balance(balance));
    if found != expected {
        let path = format!("{}.year", at.path);
        let expected = format!("{expected}, the year of the round's figures");
        checker.wrong(At { path: &path, ..at }, expected, found.to_string());
    }
}

/// A correction names an earlier round that has the value, as it was last known.
fn revised(
    at: At<'_>,
    park: &str,
    revision: &Revision,
    rounds: &[Read<Round>],
    book: Option<&Rulebook>,
    checker: &mut Checker<'_>,
) {
    let path = |field: &str| format!("{}.{field}", at.path);
    let Some((own, earlier)) = rounds.split_last() else { return };
    let Some(corrected) = earlier.iter().find(|read| read.value.id == revision.of_round) else {
        let expected = format!("the id of a round before {}", own.value.id);
        checker.wrong(At { path: &path("of_round"), ..at }, expected, format!("“{}”", revision.of_round));
        return;
    };
    let snapshot = corrected.value.parks.iter().find(|snapshot| snapshot.park == park);
    match &revision.correction {
        Correction::Balance { is } => {
            let at = At { path: &path("correction.is"), ..at };
            if snapshot.is_none_or(|snapshot| snapshot.balance.is_none()) {
                checker.wrong(at, format!("a balance in the round {}", revision.of_round), "none");
            }
            of_year(at, is, &corrected.value, checker);
            if let Some(book) = book {
                by_rules(at, Some(Assessment::clone(is.assessment())), book, checker);
            }
        }
        Correction::Value { of, indicator, was, .. } => {
            let published = snapshot.and_then(|snapshot| snapshot.observed(of.clone(), indicator)?.value);
            let between = earlier.iter().skip_while(|read| read.value.id != revision.of_round);
            let last = between
                .flat_map(|read| read.value.parks.iter().filter(|snapshot| snapshot.park == park))
                .flat_map(|snapshot| &snapshot.revisions)
                .filter(|each| each.of_round == revision.of_round)
                .filter_map(|each| corrected_to(each, of, indicator))
                .last();
            let known = last.or(published);
            if known != Some(*was) {
                let expected = known.map_or_else(
                    || format!("a value of {indicator} in the round {}", revision.of_round),
                    |known| format!("{known}, as it was published"),
                );
                checker.wrong(At { path: &path("correction.was"), ..at }, expected, was.to_string());
            }
        }
    }
}

fn corrected_to(revision: &Revision, belongs: &Requirements, name: &str) -> Option<Decimal> {
    match &revision.correction {
        Correction::Value { of, indicator, is, .. } if of == belongs && indicator == name => Some(*is),
        Correction::Value { .. } | Correction::Balance { .. } => None,
    }
}
