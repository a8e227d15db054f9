//! The checks that recur: references, ids, sources, days.

use std::collections::{BTreeSet, HashSet};

use assessment::applicability::IndustryId;
use assessment::{Date, Mark};
use disclosure::model::{Evidence, Source, Statement};

use super::known::Known;
use crate::finding::Finding;
use crate::tomlfile::TomlFile;

/// Collects findings against what is known.
pub struct Checker<'a> {
    /// What there is to refer to.
    pub known: &'a Known<'a>,
    /// What was found.
    pub findings: Vec<Finding>,
}

/// Where a check looks: a field of a file.
#[derive(Clone, Copy)]
pub struct At<'a> {
    /// The file.
    pub file: &'a TomlFile,
    /// Path of the field, or of the thing that has it.
    pub path: &'a str,
}

impl Checker<'_> {
    /// Notes a finding.
    pub fn wrong(&mut self, at: At<'_>, expected: impl Into<String>, found: impl Into<String>) {
        self.findings.push(at.file.finding(at.path, expected, found));
    }

    /// An id that serves in an address.
    pub fn slug(&mut self, at: At<'_>, id: &str) {
        let part = |part: &str| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        };
        if !id.split('-').all(part) {
            self.wrong(at, "lower-case letters and digits, parted by hyphens", format!("“{id}”"));
        }
    }

    /// Slugs that must differ, at `LIST[i].id`.
    pub fn ids<'i>(&mut self, file: &TomlFile, list: &str, ids: impl Iterator<Item = &'i str>) {
        let mut seen = HashSet::new();
        for (index, id) in ids.enumerate() {
            let path = format!("{list}[{index}].id");
            let at = At { file, path: &path };
            self.slug(at, id);
            if !seen.insert(id) {
                self.wrong(at, "an id that nothing else in the list has", format!("“{id}” again"));
            }
        }
    }

    /// The id of a file is the file's name.
    pub fn id_is_file_name(&mut self, file: &TomlFile, id: &str) {
        let at = At { file, path: "id" };
        self.slug(at, id);
        let name = file.name.rsplit('/').next().unwrap_or_default().trim_end_matches(".toml");
        if id != name {
            self.wrong(at, format!("the file's name, “{name}”"), format!("“{id}”"));
        }
    }

    /// A reference by id into a collection.
    pub fn reference(&mut self, at: At<'_>, what: &str, known: Option<&BTreeSet<&str>>, id: &str) {
        if known.is_some_and(|known| !known.contains(id)) {
            self.wrong(at, format!("the id of {what}"), format!("“{id}”"));
        }
    }

    /// References to industries, each once, at `PATH[i]`.
    pub fn industries(&mut self, at: At<'_>, ids: &[IndustryId]) {
        for (i, id) in ids.iter().enumerate() {
            let path = format!("{}[{i}]", at.path);
            let at = At { path: &path, ..at };
            self.reference(at, "an industry of industries.toml", self.known.industries.as_ref(), id.as_str());
            if ids[..i].contains(id) {
                self.wrong(at, "each industry once", format!("“{}” again", id.as_str()));
            }
        }
    }

    /// A reference to a document.
    pub fn document(&mut self, at: At<'_>, id: &str) {
        if self.known.documents.as_ref().is_some_and(|documents| !documents.contains_key(id)) {
            self.wrong(at, "the id of a document", format!("“{id}”"));
        }
    }

    /// A reference to a clause of a document: `ndrc-910/annex3/core`.
    pub fn clause(&mut self, at: At<'_>, clause: &str) {
        let Some(documents) = &self.known.documents else { return };
        let (document, path) = clause.split_once('/').unwrap_or((clause, ""));
        match documents.get(document) {
            None => self.wrong(at, "a clause of a known document", format!("“{clause}”")),
            Some(clauses) if !clauses.contains(path) => {
                let expected = format!("a clause in documents/{document}.toml");
                self.wrong(at, expected, format!("“{clause}”"));
            }
            Some(_) => {}
        }
    }

    /// A clause, where there is one.
    pub fn clause_if_any(&mut self, at: At<'_>, clause: Option<&String>) {
        if let Some(clause) = clause {
            self.clause(at, clause);
        }
    }

    /// A web address without its scheme.
    pub fn address(&mut self, at: At<'_>, address: Option<&String>) {
        let is_plain = |address: &str| {
            !address.contains("://") && !address.contains(char::is_whitespace) && address.contains('.')
        };
        if let Some(address) = address.filter(|address| !is_plain(address)) {
            self.wrong(at, "a web address without its scheme", format!("“{address}”"));
        }
    }

    /// A day that must not lie after another.
    pub fn not_after(&mut self, at: At<'_>, day: Date, limit: Date, what: &str) {
        if day > limit {
            self.wrong(at, format!("a day not after {what}, {limit}"), day.to_string());
        }
    }

    /// A mark beside something that is stated: U says that nothing is known.
    pub fn marked(&mut self, at: At<'_>, mark: Mark) {
        if mark == Mark::U {
            self.wrong(at, "mark A, B or C beside what is stated", "U, which says that it is unknown");
        }
    }

    /// The day of the check: there is one, but not beside what is invented, which stands nowhere else.
    pub fn checked(&mut self, at: At<'_>, mark: Mark, checked_on: Option<Date>) {
        match (mark, checked_on) {
            (Mark::D, Some(day)) => self.wrong(at, "no day beside what is invented (D)", day.to_string()),
            (Mark::A | Mark::B | Mark::C | Mark::U, None) => self.wrong(at, "a day", "nothing"),
            _ => {}
        }
    }

    /// A source: it names someone, its document exists, and it was looked at by the edition's day.
    pub fn source(&mut self, at: At<'_>, source: &Source, as_of: Option<Date>) {
        let path = |field: &str| format!("{}.{field}", at.path);
        if let Some(document) = &source.document {
            self.document(At { path: &path("document"), ..at }, document);
        } else if source.title.is_none() {
            self.wrong(at, "a document or a title", "neither");
        }
        self.address(At { path: &path("address"), ..at }, source.address.as_ref());
        self.marked(At { path: &path("mark"), ..at }, source.mark);
        let path = path("checked_on");
        let at = At { path: &path, ..at };
        self.checked(at, source.mark, source.checked_on);
        if let (Some(as_of), Some(checked_on)) = (as_of, source.checked_on) {
            self.not_after(at, checked_on, as_of, "the edition's as_of");
        }
    }

    /// The day from which something is known: that of the check will do, but an invented thing has none.
    pub fn known_from(&mut self, at: At<'_>, dated: Option<Date>, source: &Source) {
        if dated.is_none() && source.mark == Mark::D {
            self.wrong(at, "a day, for what is invented has no day of a check", "nothing");
        }
    }

    /// What was found of a deliverable or objective.
    pub fn evidence(&mut self, at: At<'_>, evidence: &Evidence, edition_day: Option<Date>) {
        match evidence {
            Evidence::Found { dated, source, .. } => {
                self.source(At { path: &format!("{}.source", at.path), ..at }, source, edition_day);
                let path = format!("{}.dated", at.path);
                let at = At { path: &path, ..at };
                self.known_from(at, *dated, source);
                if let (Some(dated), Some(limit)) = (dated, edition_day) {
                    self.not_after(at, *dated, limit, "the edition's as_of");
                }
            }
            Evidence::NotFound { as_of, .. } => {
                if let Some(limit) = edition_day {
                    let path = format!("{}.as_of", at.path);
                    self.not_after(At { path: &path, ..at }, *as_of, limit, "the edition's as_of");
                }
            }
        }
    }

    /// Statements: each reported by the day it was looked at.
    pub fn statements(&mut self, at: At<'_>, statements: &[Statement], as_of: Option<Date>) {
        for (index, said) in statements.iter().enumerate() {
            let path = |field: &str| {
                let prefix = if at.path.is_empty() { String::new() } else { format!("{}.", at.path) };
                format!("{prefix}statements[{index}].{field}")
            };
            if let Some(checked_on) = said.source.checked_on {
                let at = At { path: &path("dated"), ..at };
                self.not_after(at, said.dated, checked_on, "its source's checked_on");
            }
            for (target, year) in said.targets.iter().enumerate().filter_map(|(i, of)| Some((i, of.year?))) {
                if i32::from(year) < said.dated.year() {
                    let expected = format!("a year not before the statement's, {}", said.dated.year());
                    let path = path(&format!("targets[{target}].year"));
                    self.wrong(At { path: &path, ..at }, expected, year.to_string());
                }
            }
            self.source(At { path: &path("source"), ..at }, &said.source, as_of);
        }
    }
}
