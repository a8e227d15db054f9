//! Checks of the reports of the work: bulletins, practices, summaries, meetings, supervision.

use std::collections::{BTreeSet, HashSet};

use super::checker::{At, Checker};
use super::known::KnownInEdition;
use super::shared;
use crate::draft::{Draft, EditionDraft};
use crate::tomlfile::TomlFile;

/// Checks the reports of an edition.
pub fn check(draft: &Draft, edition: &EditionDraft, checker: &mut Checker<'_>) {
    let in_edition = KnownInEdition::new(draft, edition);
    let head = edition.head.as_ref().map(|head| &head.value);
    let tasks: Option<BTreeSet<&str>> =
        draft.tasks.as_ref().map(|read| read.value.tasks.iter().map(|task| task.id.as_str()).collect());
    for work in edition.work.iter().flatten() {
        let (file, report) = (&work.report.file, &work.report.value);
        checker.id_is_file_name(file, &report.id);
        if let Some(head) = head {
            checker.not_after(At { file, path: "dated" }, report.dated, head.as_of, "the edition's as_of");
            let says_so = report.title.zh.contains("演示");
            if head.demonstration && !says_so {
                let expected = "a title with the word 演示, for it is invented";
                checker.wrong(At { file, path: "title" }, expected, format!("“{}”", report.title.zh));
            }
        }
        checker.source(At { file, path: "source" }, &report.source, head.map(|head| head.as_of));
        checker.clause_if_any(At { file, path: "clause" }, report.clause.as_ref());
        each_once(file, "parks", "a park", in_edition.parks.as_ref(), &report.parks, checker);
        each_once(file, "tasks", "a task of plan/tasks.toml", tasks.as_ref(), &report.tasks, checker);
        shared::departments(At { file, path: "departments" }, &report.departments, checker);
        if report.sections.is_empty() {
            checker.wrong(At { file, path: "sections" }, "a section with its paragraphs", "none");
        }
        for (i, section) in report.sections.iter().enumerate() {
            if section.paragraphs.is_empty() {
                let path = format!("sections[{i}].paragraphs");
                checker.wrong(At { file, path: &path }, "a paragraph", "none");
            }
        }
        file.root.texts(&mut |path, words| {
            if let Some(tag) = tag(words) {
                checker.wrong(At { file, path }, "plain words, for HTML is not shown", format!("“{tag}”"));
            }
        });
    }
}

fn each_once(
    file: &TomlFile,
    list: &str,
    what: &str,
    known: Option<&BTreeSet<&str>>,
    ids: &[String],
    checker: &mut Checker<'_>,
) {
    let mut seen = HashSet::new();
    for (i, id) in ids.iter().enumerate() {
        let path = format!("{list}[{i}]");
        let at = At { file, path: &path };
        checker.reference(at, what, known, id);
        if !seen.insert(id) {
            checker.wrong(at, "each once", format!("“{id}” again"));
        }
    }
}

/// The first thing in a text that looks like a tag of HTML: `<` before a letter, `/` or `!`.
fn tag(words: &str) -> Option<&str> {
    let is_tag = |rest: &str| {
        rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!') && rest.contains('>')
    };
    let rest = words.match_indices('<').map(|(at, _)| &words[at..]).find(|rest| is_tag(rest))?;
    rest.split_inclusive('>').next()
}
