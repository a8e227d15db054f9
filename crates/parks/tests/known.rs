//! Nothing later than the moment is known at it: every round of both editions, and days between them, are asked for
//! everything that pages, search and downloads are given, and no text or day in it lies later.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use assessment::Date;
use disclosure::as_of::{self, Known};
use disclosure::correction::Corrections;
use disclosure::integrity::{read, read_catalogue, read_edition};
use disclosure::model::{
    Background, Document, Edition, FileRef, List, Park, Plan, Publication, Quotas, Rulebook, Term,
    WorkReport, WorkReports,
};
use disclosure::round::Round;
use disclosure::search::SearchIndex;
use parks::check::check;
use parks::compile::{Compiled, compile};
use parks::files::Files;
use serde_json::Value;

static COMPILED: LazyLock<Compiled> = LazyLock::new(|| {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
    compile(&check(&Files::read(&data).unwrap()).draft, Date::new(2026, 11, 28).unwrap()).unwrap()
});

fn load<T: serde::de::DeserializeOwned>(file: &FileRef) -> T {
    read(&COMPILED.files[&file.path], file).unwrap()
}

fn editions() -> Vec<Edition> {
    let catalogue = read_catalogue(&COMPILED.catalogue).unwrap();
    let edition = |listed: &FileRef| read_edition(&COMPILED.files[&listed.path], listed).unwrap();
    catalogue.editions.iter().map(|listed| edition(&listed.index)).collect()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// The days that an edition is looked at on: its rounds' and corrections', its own, and some between the documents of 2025.
fn moments(edition: &Edition) -> BTreeSet<Date> {
    let rounds = edition.rounds.iter().map(|round| round.dated);
    let corrections = edition.corrections.iter().flat_map(|all| &all.days).map(|notice| notice.dated);
    let between = ["2025-06-15", "2025-07-07", "2025-08-12", "2025-12-25", "2025-12-31"].map(day);
    rounds.chain(corrections).chain([edition.as_of]).chain(between).collect()
}

/// Fields that tell of the future and may: what somebody is bound to, and the official words that bind, with their
/// gloss.
const AHEAD: [&str; 4] = ["due", "due_text", "quote", "gloss_en"];

/// Every day in a text: 2025-06-30, 2025年6月30日, 2025年6月.
fn days_in(text: &str) -> Vec<Date> {
    let mut found = Vec::new();
    let characters: Vec<char> = text.chars().collect();
    let number = |from: usize, most: usize| -> Option<(u32, usize)> {
        let digits =
            characters[from.min(characters.len())..].iter().take(most).take_while(|c| c.is_ascii_digit());
        let digits: String = digits.collect();
        Some((digits.parse().ok()?, from + digits.len()))
    };
    for at in 0..characters.len() {
        if at > 0 && characters[at - 1].is_ascii_digit() {
            continue;
        }
        let Some((year, next)) = number(at, 4).filter(|(year, _)| (2000..2100).contains(year)) else {
            continue;
        };
        let Some(parting) = characters.get(next).copied().filter(|c| "-年".contains(*c)) else { continue };
        let Some((month, next)) = number(next + 1, 2) else { continue };
        let last = characters.get(next).copied();
        let date = match (parting, last) {
            ('-', Some('-')) => number(next + 1, 2).map(|(day, _)| day),
            ('年', Some('月')) => number(next + 1, 2).map_or(Some(1), |(day, _)| Some(day)),
            _ => None,
        };
        found.extend(date.and_then(|date| Date::new(year as i32, month as u8, date as u8)));
    }
    found
}

/// Everything later than a day in a value.
fn later(value: &Value, on: Date, path: &str, found: &mut Vec<String>) {
    match value {
        Value::String(text) => {
            for date in days_in(text).into_iter().filter(|date| *date > on) {
                found.push(format!("{path}: {date} in {text}"));
            }
        }
        Value::Array(items) => items.iter().for_each(|item| later(item, on, path, found)),
        Value::Object(members) => members
            .iter()
            .filter(|(key, _)| !AHEAD.contains(&key.as_str()))
            .for_each(|(key, item)| later(item, on, &format!("{path}.{key}"), found)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[test]
fn days_are_found_in_texts() {
    let found = days_in("据2025年8月13日报道，2026年1月；2025-12-26 and 2027-06-30; 2025年 and 12026-01-01");
    let expected = ["2025-08-13", "2026-01-01", "2025-12-26", "2027-06-30"].map(day);
    assert_eq!(found, expected);
}

/// What pages, search and downloads are given at a moment, as text.
fn told(edition: &Edition, on: Date) -> Vec<(&'static str, Value)> {
    fn known<T: as_of::Dated + serde::Serialize + serde::de::DeserializeOwned>(
        file: &FileRef,
        on: Date,
    ) -> Value {
        let known = Known::on(load::<T>(file), on);
        serde_json::to_value(&*known).unwrap()
    }
    let now = as_of::edition(edition, on);
    let mut rulebook = known::<Rulebook>(&now.rulebook, on);
    for rule in rulebook.as_object_mut().unwrap().values_mut().flat_map(|rules| rules.as_array_mut().unwrap())
    {
        // An end that was published by the moment lies ahead, and is shown as that.
        let end = rule.get("end_published_on").and_then(Value::as_str).map(day);
        if end.is_some_and(|end| end <= on) {
            rule.as_object_mut().unwrap().remove("in_force_to");
        }
        // So does the day from which a rule that is published will apply.
        rule.as_object_mut().unwrap().remove("in_force_from");
    }
    let mut told = vec![
        ("edition", serde_json::to_value(&*now).unwrap()),
        ("documents", known::<Vec<Document>>(&now.documents, on)),
        ("rulebook", rulebook),
        ("plan", known::<Plan>(&now.plan, on)),
        ("background", known::<Background>(&now.background, on)),
        (
            "publications",
            now.publications.as_ref().map_or(Value::Null, |all| known::<Vec<Publication>>(all, on)),
        ),
        ("glossary", known::<Vec<Term>>(&now.glossary, on)),
        ("search", known::<SearchIndex>(&now.search, on)),
    ];
    let mut quotas = known::<Quotas>(now.quotas.as_ref().unwrap(), on);
    for standard in quotas["standards"].as_array_mut().unwrap() {
        // The day from which a standard that is published will apply lies ahead, and is shown as that.
        standard.as_object_mut().unwrap().remove("in_force_from");
    }
    told.push(("quotas", quotas));
    told.extend(now.parks.iter().map(|park| ("park", known::<Park>(&park.file, on))));
    told.extend(now.lists.iter().map(|list| ("list", known::<List>(&list.file, on))));
    told.extend(now.rounds.iter().map(|round| ("round", known::<Round>(&round.file, on))));
    if let Some(file) = &now.work {
        told.push(("work", known::<WorkReports>(file, on)));
        let reports = Known::on(load::<WorkReports>(file), on);
        told.extend(reports.reports.iter().map(|report| ("report", known::<WorkReport>(&report.file, on))));
    }
    told.extend(now.corrections.iter().map(|all| ("corrections", known::<Corrections>(&all.file, on))));
    told
}

#[test]
fn nothing_later_than_the_moment_is_in_what_pages_search_and_downloads_are_given() {
    let mut found = BTreeSet::new();
    for edition in editions() {
        for on in moments(&edition) {
            for (what, value) in told(&edition, on) {
                let mut leaks = Vec::new();
                later(&value, on, what, &mut leaks);
                found.extend(leaks.into_iter().map(|leak| format!("{} on {on}: {leak}", edition.id)));
            }
        }
    }
    assert_eq!(found.into_iter().take(40).collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn search_finds_what_there_is_at_the_moment_and_all_of_it_in_the_end() {
    for edition in editions() {
        let whole: SearchIndex = load(&edition.search);
        let last = Known::on(whole.clone(), edition.as_of);
        assert_eq!(last.entries.len(), whole.entries.len(), "{}: what is never found", edition.id);
        for on in moments(&edition) {
            let now = as_of::edition(&edition, on);
            let documents = Known::on(load::<Vec<Document>>(&now.documents), on);
            let terms = Known::on(load::<Vec<Term>>(&now.glossary), on);
            let leads_somewhere = |address: &str| match address.split_once(['/', '#']) {
                Some(("parks", id)) => now.parks.iter().any(|park| park.id == id),
                Some(("lists", id)) => {
                    let id = id.split('#').next();
                    now.lists.iter().any(|list| Some(list.id.as_str()) == id)
                }
                Some(("work", id)) => {
                    let reports = now.work.as_ref().map(|file| Known::on(load::<WorkReports>(file), on));
                    reports.is_some_and(|known| known.reports.iter().any(|report| report.id == id))
                }
                Some(("method", id)) if address.starts_with("method#") => {
                    let id = id.split('/').next();
                    documents.iter().any(|document| Some(document.id.as_str()) == id)
                }
                Some(("glossary", id)) => terms.iter().any(|term| term.id == id),
                _ => true,
            };
            let found = Known::on(whole.clone(), on);
            let nowhere = found.entries.iter().filter(|entry| !leads_somewhere(&entry.address));
            let nowhere: Vec<_> = nowhere.map(|entry| &entry.address).collect();
            assert!(nowhere.is_empty(), "{} on {on}: {nowhere:?}", edition.id);
            let parks = found.entries.iter().filter(|entry| entry.address.starts_with("parks/")).count();
            assert_eq!(parks, now.parks.len(), "{} on {on}", edition.id);
        }
    }
}

#[test]
fn a_rule_is_known_from_its_publication_and_its_end_from_that_of_the_end() {
    let published = editions().into_iter().find(|edition| !edition.demonstration).unwrap();
    let mut book: Rulebook = load(&published.rulebook);
    let ids = |book: &Rulebook| book.rulesets.iter().map(|set| set.id.clone()).collect::<Vec<_>>();
    assert_eq!(
        ids(&Known::on(book.clone(), day("2025-07-07"))),
        Vec::<String>::new(),
        "though in force since June"
    );
    assert_eq!(ids(&Known::on(book.clone(), day("2025-07-08"))), ["national-2025"]);
    assert_eq!(ids(&Known::on(book.clone(), day("2025-08-13"))), ["national-2025", "region-2025"]);
    let sets = book.rulesets.len();
    let mut next = book.rulesets[0].clone();
    (next.id, next.in_force_from, next.published_on) =
        ("national-2027".to_owned(), day("2027-01-01"), day("2026-10-01"));
    (book.rulesets[0].in_force_to, book.rulesets[0].end_published_on) =
        (Some(day("2026-12-31")), Some(day("2026-10-01")));
    book.rulesets.push(next);
    let before = Known::on(book.clone(), day("2026-09-30"));
    assert_eq!((ids(&before).len(), before.rulesets[0].in_force_to), (sets, None));
    let after = Known::on(book, day("2026-10-01"));
    assert_eq!((ids(&after).len(), after.rulesets[0].in_force_to), (sets + 1, Some(day("2026-12-31"))));
}
