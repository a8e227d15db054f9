//! A demonstration edition is what its generator makes from its seed, and nothing else.

use std::collections::BTreeMap;

use crate::demo;
use crate::draft::EditionDraft;
use crate::files::Files;
use crate::finding::Finding;
use crate::words::findings::{self as words, Message};

/// Compares an edition that names a seed with what the generator makes from it.
pub fn check(edition: &EditionDraft, files: &Files, findings: &mut Vec<Finding>) {
    let Some(seed) = edition.head.as_ref().and_then(|head| head.value.seed) else { return };
    let made: BTreeMap<String, String> = demo::files(seed)
        .into_iter()
        .map(|(path, text)| (format!("editions/{}/{path}", edition.folder), text))
        .collect();
    for (path, text) in &made {
        let Some(found) = files.get(path) else {
            findings.push(Finding::of_file(path, words::as_the_seed_makes(seed), words::no_file()));
            continue;
        };
        if found != text.as_bytes() {
            findings.push(difference(path, text, found, seed));
        }
    }
    let folders = demo::FOLDERS.map(|folder| format!("editions/{}/{folder}", edition.folder));
    let is_made_folder = |path: &&str| folders.iter().any(|folder| path.starts_with(folder.as_str()));
    for path in files.paths().filter(is_made_folder).filter(|path| !made.contains_key(*path)) {
        let expected = words::only_what_the_seed_makes(seed);
        findings.push(Finding::of_file(path, expected, words::another_file()));
    }
}

/// The first line that differs.
fn difference(path: &str, made: &str, found: &[u8], seed: u64) -> Finding {
    let found = String::from_utf8_lossy(found);
    let same = made.lines().zip(found.lines()).take_while(|(made, found)| made == found).count();
    // A file that breaks off is told at its last line, for there is none after it.
    let lines = 1 + found.bytes().filter(|byte| *byte == b'\n').count();
    let expected = words::line_as_the_seed_makes(seed, shown(made.lines().nth(same)));
    Finding::of_line(path, (same + 1).min(lines), "$", expected, shown(found.lines().nth(same)))
}

fn shown(line: Option<&str>) -> Message {
    line.map_or_else(words::nothing, |line| words::quoted(json_tree::text::shorten(line)))
}
