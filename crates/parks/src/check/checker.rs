//! The checks that recur: references, ids, sources, days.

use std::collections::{BTreeSet, HashSet};

use assessment::applicability::IndustryId;
use assessment::{Date, Mark};
use disclosure::model::{Evidence, Source, Statement};

use super::known::Known;
use crate::address;
use crate::fault::nearest;
use crate::finding::Finding;
use crate::tomlfile::TomlFile;
use crate::unseen::is_unseen;
use crate::words::findings::{self as words, Message};

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

/// An id of one of those that are known: all of them where they are few, and the one that may be meant.
pub fn one_of<'n>(what: Message, known: impl Iterator<Item = &'n str> + Clone, id: &str) -> Message {
    /// More are no help to read.
    const MOST: usize = 12;
    let near = nearest(id, known.clone());
    let all: Vec<&str> = known.take(MOST + 1).collect();
    match (near, all.is_empty() || all.len() > MOST) {
        (Some(near), true) => words::id_of_near(what, near),
        (Some(near), false) => words::id_of_among_near(what, words::ids(all), near),
        (None, true) => words::id_of(what),
        (None, false) => words::id_of_among(what, words::ids(all)),
    }
}

impl Checker<'_> {
    /// Notes a finding.
    pub fn wrong(&mut self, at: At<'_>, expected: Message, found: Message) {
        self.findings.push(at.file.finding(at.path, expected, found));
    }

    /// An id that serves in an address.
    pub fn slug(&mut self, at: At<'_>, id: &str) {
        if !Self::is_slug(id) {
            self.wrong(at, words::a_slug(), words::quoted(id));
        }
    }

    /// Whether an id serves in an address.
    fn is_slug(id: &str) -> bool {
        let part = |part: &str| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        };
        id.split('-').all(part)
    }

    /// Slugs that must differ, at `LIST[i].id`.
    pub fn ids<'i>(&mut self, file: &TomlFile, list: &str, ids: impl Iterator<Item = &'i str>) {
        let mut seen = HashSet::new();
        for (index, id) in ids.enumerate() {
            let path = format!("{list}[{index}].id");
            let at = At { file, path: &path };
            self.slug(at, id);
            if !seen.insert(id) {
                self.wrong(at, words::an_id_of_its_own(), words::again(id));
            }
        }
    }

    /// The id of a file is the file's name.
    pub fn id_is_file_name(&mut self, file: &TomlFile, id: &str) {
        let at = At { file, path: "id" };
        let name = file.name.rsplit('/').next().unwrap_or_default().trim_end_matches(".toml");
        // What is wrong is told once: a copy has a name that is none, and the id of another file.
        if id == name {
            self.slug(at, id);
        } else if Self::is_slug(name) {
            self.wrong(at, words::the_file_name(name), words::quoted(id));
        } else {
            self.wrong(At { path: "", ..at }, words::file_name_of_id(), words::quoted(name));
        }
    }

    /// A reference by id into a collection.
    pub fn reference(&mut self, at: At<'_>, what: Message, known: Option<&BTreeSet<&str>>, id: &str) {
        if let Some(known) = known.filter(|known| !known.contains(id)) {
            self.wrong(at, one_of(what, known.iter().copied(), id), words::quoted(id));
        }
    }

    /// References to industries, each once, at `PATH[i]`.
    pub fn industries(&mut self, at: At<'_>, ids: &[IndustryId]) {
        for (i, id) in ids.iter().enumerate() {
            let path = format!("{}[{i}]", at.path);
            let at = At { path: &path, ..at };
            let known = self.known.industries.as_ref();
            self.reference(at, words::an_industry(), known, id.as_str());
            if ids[..i].contains(id) {
                self.wrong(at, words::industry_once(), words::again(id.as_str()));
            }
        }
    }

    /// A reference to a document.
    pub fn document(&mut self, at: At<'_>, id: &str) {
        if let Some(known) = self.known.documents.as_ref().filter(|known| !known.contains_key(id)) {
            self.wrong(at, one_of(words::a_document(), known.keys().copied(), id), words::quoted(id));
        }
    }

    /// A reference to a clause of a document: `ndrc-910/annex3/core`.
    pub fn clause(&mut self, at: At<'_>, clause: &str) {
        let Some(documents) = &self.known.documents else { return };
        let (document, path) = clause.split_once('/').unwrap_or((clause, ""));
        match documents.get(document) {
            None => self.wrong(at, words::clause_of_known(), words::quoted(clause)),
            Some(clauses) if !clauses.contains(path) => {
                let expected = match nearest(path, clauses.iter().copied()) {
                    Some(near) => words::clause_in_near(document, format!("{document}/{near}")),
                    None => words::clause_in(document),
                };
                self.wrong(at, expected, words::quoted(clause));
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
        // Characters that are not seen are told of every text.
        let is_seen = |address: &&String| !address.chars().any(|c| is_unseen(c) && c != '\n');
        if let Some(address) = address.filter(is_seen).filter(|address| !address::is_plain(address)) {
            self.wrong(at, words::an_address(), words::quoted(address));
        }
    }

    /// A day that must not lie after another.
    pub fn not_after(&mut self, at: At<'_>, day: Date, limit: Date, what: Message) {
        if day > limit {
            self.wrong(at, words::day_not_after(what, limit), words::plain(day));
        }
    }

    /// A mark beside something that is stated: U says that nothing is known.
    pub fn marked(&mut self, at: At<'_>, mark: Mark) {
        if mark == Mark::U {
            self.wrong(at, words::mark_of_stated(), words::u_found());
        }
    }

    /// The day of the check: there is one, but not beside what is invented, which stands nowhere else.
    pub fn checked(&mut self, at: At<'_>, mark: Mark, checked_on: Option<Date>) {
        match (mark, checked_on) {
            (Mark::D, Some(day)) => self.wrong(at, words::no_day_beside_invented(), words::plain(day)),
            (Mark::A | Mark::B | Mark::C | Mark::U, None) => self.wrong(at, words::a_day(), words::nothing()),
            _ => {}
        }
    }

    /// A source: it names someone, its document exists, and it was looked at by the edition's day.
    pub fn source(&mut self, at: At<'_>, source: &Source, as_of: Option<Date>) {
        let path = |field: &str| format!("{}.{field}", at.path);
        if let Some(document) = &source.document {
            self.document(At { path: &path("document"), ..at }, document);
        } else if source.title.is_none() {
            self.wrong(at, words::a_document_or_title(), words::neither());
        }
        self.address(At { path: &path("address"), ..at }, source.address.as_ref());
        self.marked(At { path: &path("mark"), ..at }, source.mark);
        let path = path("checked_on");
        let at = At { path: &path, ..at };
        self.checked(at, source.mark, source.checked_on);
        if let (Some(as_of), Some(checked_on)) = (as_of, source.checked_on) {
            self.not_after(at, checked_on, as_of, words::edition_as_of());
        }
    }

    /// The day from which something is known: that of the check will do, but an invented thing has none.
    pub fn known_from(&mut self, at: At<'_>, dated: Option<Date>, source: &Source) {
        if dated.is_none() && source.mark == Mark::D {
            self.wrong(at, words::a_day_for_invented(), words::nothing());
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
                    self.not_after(at, *dated, limit, words::edition_as_of());
                }
            }
            Evidence::NotFound { as_of, .. } => {
                if let Some(limit) = edition_day {
                    let path = format!("{}.as_of", at.path);
                    self.not_after(At { path: &path, ..at }, *as_of, limit, words::edition_as_of());
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
                self.not_after(at, said.dated, checked_on, words::source_checked_on());
            }
            for (target, year) in said.targets.iter().enumerate().filter_map(|(i, of)| Some((i, of.year?))) {
                if i32::from(year) < said.dated.year() {
                    let expected = words::year_not_before_statement(said.dated.year());
                    let path = path(&format!("targets[{target}].year"));
                    self.wrong(At { path: &path, ..at }, expected, words::plain(year));
                }
            }
            self.source(At { path: &path("source"), ..at }, &said.source, as_of);
        }
    }
}
