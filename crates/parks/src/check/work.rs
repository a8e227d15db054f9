//! Checks of the reports of the work: bulletins, practices, summaries, meetings, supervision.

use std::collections::{BTreeSet, HashSet};

use super::checker::{At, Checker};
use super::known::{KnownInEdition, names};
use super::shared;
use crate::draft::{Draft, EditionDraft};
use crate::tomlfile::TomlFile;
use crate::words::findings::{self as words, Message};

/// Checks the reports of an edition.
pub fn check(draft: &Draft, edition: &EditionDraft, checker: &mut Checker<'_>) {
    let in_edition = KnownInEdition::new(draft, edition);
    let as_of = edition.as_of();
    let tasks: Option<BTreeSet<&str>> =
        names(&draft.tasks).map(|file| file.tasks.iter().map(|task| task.id.as_str()).collect());
    for work in edition.work.iter() {
        let (file, report) = (&work.report.file, &work.report.value);
        checker.id_is_file_name(file, &report.id);
        if let Some(as_of) = as_of {
            checker.not_after(At { file, path: "dated" }, report.dated, as_of, words::edition_as_of());
        }
        let says_so = report.title.zh.contains("演示");
        if edition.is_demonstration() == Some(true) && !says_so {
            let expected = words::invented_report();
            checker.wrong(At { file, path: "title" }, expected, words::quoted(&report.title.zh));
        }
        checker.source(At { file, path: "source" }, &report.source, as_of);
        checker.clause_if_any(At { file, path: "clause" }, report.clause.as_ref());
        each_once(file, "parks", words::a_park(), in_edition.parks.as_ref(), &report.parks, checker);
        each_once(file, "tasks", words::a_task(), tasks.as_ref(), &report.tasks, checker);
        shared::departments(At { file, path: "departments" }, &report.departments, checker);
        if !report.amended.is_empty() {
            checker.wrong(At { file, path: "amended" }, words::no_corrections_here(), words::some());
        }
        if report.sections.is_empty() {
            checker.wrong(At { file, path: "sections" }, words::a_section(), words::none());
        }
        for (i, section) in report.sections.iter().enumerate() {
            if section.paragraphs.is_empty() {
                let path = format!("sections[{i}].paragraphs");
                checker.wrong(At { file, path: &path }, words::a_paragraph(), words::none());
            }
        }
        file.root.texts(&mut |path, words| {
            if let Some(tag) = tag(words) {
                checker.wrong(At { file, path }, words::plain_words(), words::quoted(tag));
            }
        });
    }
}

fn each_once(
    file: &TomlFile,
    list: &str,
    what: Message,
    known: Option<&BTreeSet<&str>>,
    ids: &[String],
    checker: &mut Checker<'_>,
) {
    let mut seen = HashSet::new();
    for (i, id) in ids.iter().enumerate() {
        let path = format!("{list}[{i}]");
        let at = At { file, path: &path };
        checker.reference(at, what.clone(), known, id);
        if !seen.insert(id) {
            checker.wrong(at, words::each_once(), words::again(id));
        }
    }
}

/// The first thing in a text that looks like a tag of HTML: `<` before a letter, `/` or `!`.
pub(super) fn tag(words: &str) -> Option<&str> {
    let is_tag = |rest: &str| {
        rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!') && rest.contains('>')
    };
    let rest = words.match_indices('<').map(|(at, _)| &words[at..]).find(|rest| is_tag(rest))?;
    rest.split_inclusive('>').next()
}
