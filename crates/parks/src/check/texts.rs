//! Checks of every text that is published: it says what is seen, and is no larger than a page can show.

use super::checker::{At, Checker};
use crate::draft::ListDraft;
use crate::finding::Finding;
use crate::tomlfile::TomlFile;
use crate::unseen::is_unseen;
use crate::words::findings::{self as words, Message};

/// Longer than any paragraph of an official document, in characters.
const LONGEST: usize = 20_000;

/// Checks the texts of these files.
pub fn check<'a>(files: impl Iterator<Item = &'a TomlFile>, checker: &mut Checker<'_>) {
    for file in files {
        file.root.texts(&mut |path, text| {
            if let Some((expected, found)) = mistake(text).or_else(|| broken_name(path, text)) {
                checker.wrong(At { file, path }, expected, found);
            }
        });
    }
}

/// Checks what lists print.
pub fn of_list(list: &ListDraft, checker: &mut Checker<'_>) {
    for (line, entry) in list.entries.iter() {
        let cells = [
            ("name", Some(&entry.name)),
            ("province", entry.province.as_ref()),
            ("league", entry.league.as_ref()),
            ("scope_as_printed", entry.scope_as_printed.as_ref()),
            ("period_as_printed", entry.period_as_printed.as_ref()),
            ("remark", entry.remark.as_ref()),
        ];
        let texts = cells.into_iter().filter_map(|(column, text)| Some((column, mistake(text?)?)));
        for (column, (expected, found)) in texts {
            checker.findings.push(Finding::of_line(&list.csv, *line, column, expected, found));
        }
    }
}

/// What is wrong with a name or title: it stands in one line, without white space around.
fn broken_name(path: &str, text: &str) -> Option<(Message, Message)> {
    let is_name = ["name", "short", "title"].iter().any(|field| {
        [".zh", ".en"].iter().any(|lang| {
            let around = path.strip_suffix(lang).and_then(|path| path.strip_suffix(field));
            around.is_some_and(|around| around.is_empty() || around.ends_with('.'))
        })
    });
    let is_broken = text.contains('\n') || text.trim() != text;
    (is_name && is_broken && !text.trim().is_empty())
        .then(|| (words::one_line(), words::plain(format!("{text:?}"))))
}

/// What is wrong with a text, if anything is. It may have lines.
fn mistake(text: &str) -> Option<(Message, Message)> {
    let unseen = text.chars().enumerate().find(|(_, character)| *character != '\n' && is_unseen(*character));
    if let Some((place, character)) = unseen {
        let code = format!("U+{:04X}", u32::from(character));
        return Some((words::seen_characters(), words::unseen_at(code, place + 1)));
    }
    let length = text.chars().count();
    (length > LONGEST).then(|| (words::text_of_at_most(LONGEST), words::characters(length)))
}
