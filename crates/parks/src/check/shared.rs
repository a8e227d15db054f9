//! Checks of what all editions share besides rules: leagues, outlines, the plan, the glossary.

use std::collections::HashSet;

use disclosure::model::{Industry, League};

use super::checker::{At, Checker};
use super::rules;
use crate::draft::Draft;
use crate::finding::Finding;
use crate::outlines::{self, Outlines};
use crate::site;
use crate::tomlfile::TomlFile;
use crate::words::findings::{self as words, Message};

/// Checks them all.
pub fn check(draft: &Draft, checker: &mut Checker<'_>) {
    if let Some(read) = &draft.site {
        for (path, expected, found) in read.value.mistakes() {
            checker.wrong(At { file: &read.file, path }, expected, found);
        }
    }
    if let Some(read) = &draft.leagues {
        leagues(&read.file, &read.value.leagues, draft.outlines.as_ref(), checker);
    }
    if let Some(read) = &draft.industries {
        industries(&read.file, &read.value.industries, checker);
    }
    plan(draft, checker);
    if let Some(read) = &draft.glossary {
        let (file, terms) = (&read.file, &read.value.terms);
        checker.ids(file, "terms", terms.iter().map(|term| term.id.as_str()));
        for (index, term) in terms.iter().enumerate() {
            let path = |field: &str| format!("terms[{index}].{field}");
            checker.clause_if_any(At { file, path: &path("clause") }, term.clause.as_ref());
            if let Some(day) = term.known_from {
                let at = At { file, path: &path("known_from") };
                checker.wrong(at, words::follows_from_clause(), words::plain(day));
            }
            if term.pinyin.is_empty() || !term.pinyin.bytes().all(|b| b.is_ascii_lowercase()) {
                let expected = words::pinyin();
                checker.wrong(At { file, path: &path("pinyin") }, expected, words::quoted(&term.pinyin));
            }
        }
    }
    if let Some(read) = &draft.catalogue {
        let default = &read.value.default_edition;
        if draft.editions.iter().all(|edition| edition.folder != *default) {
            let at = At { file: &read.file, path: "default_edition" };
            checker.wrong(at, words::a_folder_of_editions(), words::quoted(default));
        }
        for (index, left) in read.value.leave_out.iter().enumerate() {
            let path = format!("leave_out[{index}]");
            let at = At { file: &read.file, path: &path };
            if left == default {
                checker.wrong(at, words::another_edition(), words::quoted(left));
            } else if draft.editions.iter().all(|edition| edition.folder != *left) {
                checker.wrong(at, words::a_folder_of_editions(), words::quoted(left));
            }
        }
    }
    texts(draft, checker);
}

fn industries(file: &TomlFile, industries: &[Industry], checker: &mut Checker<'_>) {
    let mut seen = HashSet::new();
    for (index, industry) in industries.iter().enumerate() {
        let path = |field: &str| format!("industries[{index}].{field}");
        let id = industry.id.as_str();
        rules::name(At { file, path: &path("id") }, id, checker);
        if !seen.insert(id) {
            let expected = words::an_id_no_other_has(words::the_industry());
            checker.wrong(At { file, path: &path("id") }, expected, words::again(id));
        }
        let is_code = |code: &String| {
            let (class, digits) = code.split_at_checked(1).unwrap_or_default();
            class.bytes().all(|b| b.is_ascii_uppercase()) && digits.bytes().all(|b| b.is_ascii_digit())
        };
        if let Some(code) = industry.code.as_ref().filter(|code| !is_code(code)) {
            let expected = words::code_of_industry();
            checker.wrong(At { file, path: &path("code") }, expected, words::quoted(code));
        }
    }
}

fn leagues(file: &TomlFile, leagues: &[League], outlines: Option<&Outlines>, checker: &mut Checker<'_>) {
    checker.ids(file, "leagues", leagues.iter().map(|league| league.id.as_str()));
    let (mut codes, mut tiles) = (HashSet::new(), HashSet::new());
    for (index, league) in leagues.iter().enumerate() {
        let path = |field: &str| format!("leagues[{index}].{field}");
        if !codes.insert(&league.adcode) {
            let at = At { file, path: &path("adcode") };
            checker.wrong(at, words::code_of_its_own(), words::again(&league.adcode));
        }
        if !tiles.insert(league.tile) {
            let at = At { file, path: &path("tile") };
            checker.wrong(at, words::tile_of_its_own(), words::again(format!("{:?}", league.tile)));
        }
        let Some(outlines) = outlines else { continue };
        match outlines.0.iter().find(|outline| outline.adcode == league.adcode) {
            None => {
                let at = At { file, path: &path("adcode") };
                let expected = words::code_of_outline(outlines::FILE);
                checker.wrong(at, expected, words::quoted(&league.adcode));
            }
            Some(outline) if !outline.contains(league.seat) => {
                let at = At { file, path: &path("seat") };
                let found = words::place(league.seat.lon, league.seat.lat);
                checker.wrong(at, words::point_in_outline(), found);
            }
            Some(_) => {}
        }
    }
    // A league whose code could not be read may be the one.
    if !file.names_hold() {
        return;
    }
    let mut drawn = HashSet::new();
    for (index, outline) in outlines.iter().flat_map(|outlines| &outlines.0).enumerate() {
        let path = format!("features[{index}].properties.adcode");
        let mut wrong = |expected: Message| {
            let found = words::quoted(&outline.adcode);
            checker.findings.push(Finding::of_line(outlines::FILE, outline.line, &path, expected, found));
        };
        if !codes.contains(&outline.adcode) {
            wrong(words::code_of_league());
        }
        if !drawn.insert(&outline.adcode) {
            wrong(words::outline_of_its_own());
        }
    }
}

fn plan(draft: &Draft, checker: &mut Checker<'_>) {
    if let Some(read) = &draft.tasks {
        let (file, tasks) = (&read.file, &read.value.tasks);
        checker.ids(file, "tasks", tasks.iter().map(|task| task.id.as_str()));
        for (index, task) in tasks.iter().enumerate() {
            let path = |field: &str| format!("tasks[{index}].{field}");
            checker.clause(At { file, path: &path("clause") }, &task.clause);
            if let Some(clause) = &task.departments_clause {
                checker.clause(At { file, path: &path("departments_clause") }, clause);
            }
            departments(At { file, path: &path("departments") }, &task.departments, checker);
        }
    }
    if let Some(read) = &draft.departments {
        let (file, departments) = (&read.file, &read.value.departments);
        checker.ids(file, "departments", departments.iter().map(|department| department.id.as_str()));
        for (index, department) in departments.iter().enumerate() {
            let path = format!("departments[{index}].clause");
            checker.clause(At { file, path: &path }, &department.clause);
        }
    }
    if let Some(read) = &draft.league_rules {
        let file = &read.file;
        for (index, duty) in read.value.league_duties.iter().enumerate() {
            let path = format!("league_duties[{index}].clause");
            checker.clause(At { file, path: &path }, &duty.clause);
        }
        let mut levels = HashSet::new();
        for (index, quota) in read.value.quotas.iter().enumerate() {
            let path = |field: &str| format!("quotas[{index}].{field}");
            checker.source(At { file, path: &path("source") }, &quota.source, None);
            if !levels.insert(quota.level) {
                let at = At { file, path: &path("level") };
                checker.wrong(at, words::quota_once(), words::again(format!("{:?}", quota.level)));
            }
        }
    }
}

/// References to departments, each once.
pub fn departments(at: At<'_>, ids: &[String], checker: &mut Checker<'_>) {
    let mut seen = HashSet::new();
    for (index, id) in ids.iter().enumerate() {
        let path = format!("{}[{index}]", at.path);
        let at = At { path: &path, ..at };
        checker.reference(at, words::a_department(), checker.known.departments.as_ref(), id);
        if !seen.insert(id) {
            checker.wrong(at, words::department_once(), words::again(id));
        }
    }
}

/// Whether words are Chinese and not English: more than half of their letters are ideographs. A name or a quoted word
/// may be.
fn is_chinese(words: &str) -> bool {
    let letters = words.chars().filter(|character| character.is_alphabetic());
    let (all, ideographs) = letters.fold((0_usize, 0_usize), |(all, ideographs), letter| {
        (all + 1, ideographs + usize::from(('\u{3400}'..='\u{9fff}').contains(&letter)))
    });
    ideographs * 2 > all
}

/// Every text in every file says something, in both languages; the slots of the site may be empty.
fn texts(draft: &Draft, checker: &mut Checker<'_>) {
    for file in draft.files().filter(|file| file.name != site::FILE) {
        file.root.texts(&mut |path, words| {
            if words.trim().is_empty() {
                let expected = match path.rsplit('.').next() {
                    Some("zh") => words::words_in_chinese(),
                    Some("en") => words::words_in_english(),
                    _ => words::words(),
                };
                checker.wrong(At { file, path }, expected, words::nothing());
            }
            if path.ends_with(".en") && is_chinese(words) {
                let shown = words::quoted(json_tree::text::shorten(words));
                checker.wrong(At { file, path }, words::words_in_english(), shown);
            }
        });
    }
}
