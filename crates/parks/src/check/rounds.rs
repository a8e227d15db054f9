//! Checks of an edition's rounds: what they say of parks can be judged, and corrects what was said.

use std::collections::HashSet;

use assessment::input::Assessment;
use assessment::reader;
use assessment::ruleset::{Indicator, Kind, Level};
use assessment::unit::ValueRange;
use assessment::{Date, Decimal, Problem, Ratio};
use disclosure::model::{Park, Rulebook};
use disclosure::round::{
    Balance, PublishedCore, Quality, RatioAlone, Requirements, Round, RulesDay, Snapshot, Totals,
};

use super::checker::{At, Checker};
use super::known::KnownInEdition;
use crate::balance::located;
use crate::draft::{Draft, EditionDraft};
use crate::fault::nearest;
use crate::finding::Finding;
use crate::tomlfile::{Read, TomlFile};
use crate::words::findings::{self as words, Message};

/// Checks the rounds.
pub fn check(draft: &Draft, edition: &EditionDraft, checker: &mut Checker<'_>) {
    let known = KnownInEdition::new(draft, edition);
    let as_of = edition.as_of();
    let book = crate::compile::rulebook(draft, edition);
    let rounds: &[Read<Round>] = edition.rounds.read();
    for (index, read) in rounds.iter().enumerate() {
        let Read { file, value: round } = read;
        checker.id_is_file_name(file, &round.id);
        let at = At { file, path: "dated" };
        if let Some(limit) = as_of {
            checker.not_after(at, round.dated, limit, words::edition_as_of());
        }
        if let Some(before) = index.checked_sub(1).map(|before| &rounds[before])
            && !before.file.doubts("dated")
            && let before = before.value.dated
            && round.dated <= before
        {
            let expected = words::rounds_in_order(before);
            checker.wrong(at, expected, words::plain(round.dated));
        }
        if let Some(year) = round.year
            && i32::from(year) > round.dated.year()
        {
            let expected = words::year_or_earlier(round.dated.year());
            checker.wrong(At { file, path: "year" }, expected, words::plain(year));
        }
        if let Some(year) = one_other_year(round).filter(|_| !file.doubts("parks")) {
            let expected = words::year_of_balances(year);
            checker.wrong(At { file, path: "year" }, expected, words::plain(year_of(round)));
        }
        let mut seen = HashSet::new();
        for (i, snapshot) in round.parks.iter().enumerate() {
            let path = format!("parks[{i}]");
            let here = At { file, path: &path };
            let park = At { file, path: &format!("{path}.park") };
            checker.reference(park, words::a_park(), known.parks.as_ref(), &snapshot.park);
            if !seen.insert(&snapshot.park) {
                checker.wrong(park, words::park_once_a_round(), words::again(&snapshot.park));
            }
            if let Some(source) = &snapshot.source {
                checker.source(At { file, path: &format!("{path}.source") }, source, as_of);
            }
            let of = edition.parks.iter().find(|park| park.value.id == snapshot.park);
            let of = of.filter(|park| !park.file.doubts("tasks"));
            tasks(here, snapshot, of.map(|read| &read.value), checker);
            if let Some(book) = book.as_ref().filter(|_| !file.doubts("dated") && !file.doubts("year")) {
                let before = checker.findings.len();
                values(here, round, snapshot, book, checker);
                let told_of_values = checker.findings.len() > before;
                core(here, round, snapshot, book, as_of, told_of_values, checker);
            }
        }
        super::covered::check(file, round, edition, checker);
        compiled(file, round, checker);
    }
}

/// What is compiled from elsewhere is not written here.
fn compiled(file: &TomlFile, round: &Round, checker: &mut Checker<'_>) {
    if !round.earlier.is_empty() {
        checker.wrong(At { file, path: "earlier" }, words::no_earlier_rounds_here(), words::some());
    }
    if !round.corrections.is_empty() {
        checker.wrong(At { file, path: "corrections" }, words::no_corrections_in_rounds(), words::some());
    }
}

fn tasks(at: At<'_>, snapshot: &Snapshot, park: Option<&Park>, checker: &mut Checker<'_>) {
    let Some(park) = park else { return };
    for (i, task) in snapshot.tasks.iter().enumerate() {
        let path = |field: &str| format!("{}.tasks[{i}].{field}", at.path);
        if park.tasks.iter().all(|known| known.id != task.task) {
            let expected = words::task_of(&park.id);
            checker.wrong(At { path: &path("task"), ..at }, expected, words::quoted(&task.task));
        }
        share(At { path: &path("progress"), ..at }, task.progress, checker);
    }
}

/// Per cent of something.
pub(super) fn share(at: At<'_>, value: Decimal, checker: &mut Checker<'_>) {
    within(at, value, ValueRange::SHARE, checker);
}

/// A value that its indicator can have.
pub(super) fn within(at: At<'_>, value: Decimal, range: ValueRange, checker: &mut Checker<'_>) {
    if !range.contains(value.into()) {
        let expected = match range.to {
            Some(to) => words::from_to(range.from, to),
            None => words::or_more(range.from),
        };
        checker.wrong(at, expected, words::plain(value));
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
                    let expected = words::a_requirement_set(day.date());
                    checker.wrong(At { path: &path("of"), ..at }, expected, words::quoted(id));
                    continue;
                }
                set
            }
        };
        let indicator = ruleset.and_then(|set| set.indicator(&value.indicator));
        // That nothing of the level is in force is told of the round.
        if ruleset.is_some() && indicator.is_none_or(|indicator| indicator.kind == Kind::Core) {
            let expected = match value.of {
                Requirements::Level(_) => words::guiding_indicator(day.date()),
                Requirements::Set(_) => words::indicator_of_set(day.date()),
            };
            checker.wrong(At { path: &path("indicator"), ..at }, expected, words::quoted(&value.indicator));
        }
        if !seen.insert((&value.of, &value.indicator)) {
            let found = words::again(&value.indicator);
            checker.wrong(At { path: &path("indicator"), ..at }, words::indicator_once(), found);
        }
        if let Some(stated) = value.value {
            let range = indicator.map_or(ValueRange::SHARE, Indicator::values);
            within(At { path: &path("value"), ..at }, stated, range, checker);
        }
        let quality = At { path: &path("quality"), ..at };
        agree(quality, value.not_applicable.is_some(), value.value.is_some(), value.quality, checker);
        if value.published.is_some() && value.value.is_none() {
            let expected = words::no_published_text();
            checker.wrong(At { path: &path("published"), ..at }, expected, words::a_text());
        }
        if value.value.is_some() && snapshot.source_of(value).is_none() {
            checker.wrong(
                At { path: &path("source"), ..at },
                words::where_value_is_published(),
                words::nothing(),
            );
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
    let mut years = round.parks.iter().filter_map(|park| Some(year_of_balance(park.balance()?)));
    let first = years.next()?;
    (first != year_of(round) && years.all(|year| year == first)).then_some(first)
}

/// Value, quality and reason do not contradict each other.
pub(super) fn agree(
    at: At<'_>,
    does_not_apply: bool,
    has_value: bool,
    quality: Quality,
    checker: &mut Checker<'_>,
) {
    let expected = match (does_not_apply, has_value, quality) {
        (true, true, _) => words::no_value_beside_reason(),
        (false, false, Quality::Measured | Quality::Reported | Quality::Pending) => {
            words::not_published_without_value()
        }
        (false, true, Quality::NotPublished) => words::quality_of_value(),
        _ => return,
    };
    checker.wrong(at, expected, words::plain(key(quality)));
}

/// The word of a quality in a file.
pub(super) fn key(quality: Quality) -> &'static str {
    match quality {
        Quality::Measured => "measured",
        Quality::Reported => "reported",
        Quality::Pending => "pending",
        Quality::NotPublished => "not_published",
    }
}

/// What is there, for a sentence.
pub(super) fn words_of(core: &PublishedCore) -> Message {
    match core {
        PublishedCore::Balance(..) => words::there_is_a_balance(),
        PublishedCore::Totals(_) => words::there_are_totals(),
        PublishedCore::Ratio(_) => words::there_is_a_ratio(),
    }
}

fn core(
    at: At<'_>,
    round: &Round,
    snapshot: &Snapshot,
    book: &Rulebook,
    as_of: Option<Date>,
    told_of_values: bool,
    checker: &mut Checker<'_>,
) {
    let path = |field: &str| format!("{}.{field}", at.path);
    let quality = quality_path(at);
    let quality = At { path: &quality, ..at };
    let Some(core) = &snapshot.core else {
        if snapshot.core_quality != Quality::NotPublished {
            let expected = words::not_published_without_core();
            checker.wrong(quality, expected, words::plain(key(snapshot.core_quality)));
        }
        if snapshot.core_remark.is_some() {
            let expected = words::no_remark_without_core();
            checker.wrong(At { path: &path("core_remark"), ..at }, expected, words::one());
        }
        return;
    };
    let words = words_of(core);
    if snapshot.core_quality == Quality::NotPublished {
        let expected = words::quality_of_core(words.clone());
        checker.wrong(quality, expected, words::plain(key(Quality::NotPublished)));
    }
    if snapshot.source_of_core().is_none() {
        let expected = words::where_it_is_published(words);
        checker.wrong(At { path: &path("source"), ..at }, expected, words::nothing());
    }
    if let Some(source) = &snapshot.core_source {
        checker.source(At { path: &path("core_source"), ..at }, source, as_of);
    }
    if let Some(balance) = core.balance() {
        let at = At { path: &path("balance"), ..at };
        if one_other_year(round).is_none() {
            of_year(at, balance, round, checker);
        }
        // With its guiding indicators, as the file that is exported from it; without them where they were told of.
        let mut file = snapshot.assessment_file();
        if let Some(file) = file.as_mut().filter(|_| told_of_values) {
            file.guiding.clear();
        }
        by_rules(at, file, book, checker);
    }
    figures(at, core, checker);
}

/// The field that says how sure the core is, as the file calls it.
fn quality_path(at: At<'_>) -> String {
    let [earlier, now] = ["balance_quality", "core_quality"].map(|name| format!("{}.{name}", at.path));
    if at.file.root.has(&earlier) { earlier } else { now }
}

/// Totals and ratios are such as a park can have, and what is printed twice agrees. Totals beside a balance may say
/// something else than its accounts: the page shows the difference.
pub(super) fn figures(at: At<'_>, core: &PublishedCore, checker: &mut Checker<'_>) {
    if let Some(Totals { emissions_t, energy_tce, t_per_tce, .. }) = core.totals() {
        let path = |field: &str| format!("{}.totals.{field}", at.path);
        amount(At { path: &path("emissions_t"), ..at }, *emissions_t, true, checker);
        amount(At { path: &path("energy_tce"), ..at }, *energy_tce, false, checker);
        if let Some(printed) = t_per_tce {
            let here = At { path: &path("t_per_tce"), ..at };
            amount(here, *printed, true, checker);
            let worked_out = core.totals().and_then(Totals::intensity);
            let can_be_told = !at.file.doubts(&format!("{}.totals", at.path));
            if let Some(worked_out) = worked_out.filter(|ratio| can_be_told && !agrees(*printed, *ratio)) {
                let expected = words::as_totals_make(worked_out.to_fixed(printed.scale().max(3)));
                checker.wrong(here, expected, words::plain(printed));
            }
        }
    }
    if let PublishedCore::Ratio(RatioAlone { t_per_tce, from_tce, to_tce, .. }) = core {
        let path = |field: &str| format!("{}.ratio.{field}", at.path);
        amount(At { path: &path("t_per_tce"), ..at }, *t_per_tce, true, checker);
        for (field, limit) in [("from_tce", from_tce), ("to_tce", to_tce)] {
            if let Some(limit) = limit {
                amount(At { path: &path(field), ..at }, *limit, true, checker);
            }
        }
        if let (Some(from), Some(to)) = (from_tce, to_tce)
            && from >= to
        {
            let expected = words::more_than("from_tce", from);
            checker.wrong(At { path: &path("to_tce"), ..at }, expected, words::plain(to));
        }
    }
}

/// Whether a ratio as printed may be one that was worked out: by half a unit of its last digit, and half a per cent
/// for what the totals were rounded by.
fn agrees(printed: Decimal, worked_out: Ratio) -> bool {
    let half_unit = Decimal::from_digits_of(5, printed.scale() + 1);
    let half_percent = printed * Decimal::thousandths(5);
    Ratio::from(printed).distance(worked_out).cmp_decimal(half_unit + half_percent).is_le()
}

/// An amount that is not below nothing, and above it where nothing is none.
fn amount(at: At<'_>, amount: Decimal, may_be_zero: bool, checker: &mut Checker<'_>) {
    if amount.is_negative() || (amount.is_zero() && !may_be_zero) {
        let expected = if may_be_zero { words::zero_or_more() } else { words::more_than_zero() };
        checker.wrong(at, expected, words::plain(amount));
    }
}

/// What `parks assess` would say of the file that is exported from a balance.
fn by_rules(at: At<'_>, file: Option<Assessment>, book: &Rulebook, checker: &mut Checker<'_>) {
    // That none are in force in its year is told of the round.
    let rules = file.as_ref().and_then(|file| RulesDay::of_year(file.year));
    let are_rules = rules.is_some_and(|day| book.ruleset(Level::National, day).is_ok());
    let read =
        file.filter(|_| are_rules).map(|file| reader::read(file.to_string().as_bytes(), book.library()));
    let problems = read.and_then(Result::err).unwrap_or_default();
    checker.findings.extend(problems.into_iter().map(|problem| {
        let of_fuel = fuel(&problem, book);
        let finding = located(at.file, at.path, problem);
        Finding { expected: of_fuel.unwrap_or(finding.expected), ..finding }
    }));
}

/// The fuels, each with its name, where a problem is that there is none of that id.
fn fuel(problem: &Problem, book: &Rulebook) -> Option<Message> {
    let is_of_fuel = problem.path.ends_with(".fuel") && problem.expected.starts_with("one of ");
    let fuels = || book.factor_sets.iter().flat_map(|set| &set.fuels);
    let found = problem.found.trim_matches('"');
    let by_name = fuels().find(|fuel| fuel.name.zh == found || fuel.name.en.eq_ignore_ascii_case(found));
    let near =
        by_name.map(|fuel| fuel.id.as_str()).or_else(|| nearest(found, fuels().map(|fuel| fuel.id.as_str())));
    // A dozen fuels: those whose name has a character of what was written come first.
    const MOST: usize = 12;
    let like = |name: &str| found.chars().filter(|character| name.contains(*character)).count();
    let mut all: Vec<_> = fuels().filter(|_| is_of_fuel).collect();
    all.sort_by_key(|fuel| (std::cmp::Reverse(like(&fuel.name.zh)), &fuel.id));
    all.dedup_by_key(|fuel| &fuel.id);
    let named: Vec<String> =
        all.iter().take(MOST).map(|fuel| format!("{} {}", fuel.id, fuel.name.zh)).collect();
    let shown = named.join(", ");
    let list = if all.len() > MOST { words::and_more(shown, all.len() - MOST) } else { words::plain(shown) };
    is_of_fuel.then(|| match near {
        Some(near) => words::one_of_near(list, near),
        None => words::one_of(list),
    })
}

/// A balance that takes the place of one of a round.
pub(super) fn balance_of(
    at: At<'_>,
    balance: &Balance,
    round: &Round,
    book: Option<&Rulebook>,
    checker: &mut Checker<'_>,
) {
    of_year(at, balance, round, checker);
    if let Some(book) = book {
        by_rules(at, Some(Assessment::clone(balance.assessment())), book, checker);
    }
}

/// A round and its balances are of one year: so they are judged by one day, and a file that is exported from the
/// round, which names its year only, has the same result.
fn of_year(at: At<'_>, balance: &Balance, round: &Round, checker: &mut Checker<'_>) {
    let (expected, found) = (year_of(round), year_of_balance(balance));
    if found != expected {
        let path = format!("{}.year", at.path);
        let expected = words::year_of_round(expected);
        checker.wrong(At { path: &path, ..at }, expected, words::plain(found));
    }
}
