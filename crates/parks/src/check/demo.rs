//! A demonstration edition is what its generator makes from its seed, and nothing else.

use std::collections::BTreeMap;

use crate::demo;
use crate::draft::EditionDraft;
use crate::files::Files;
use crate::finding::Finding;

/// Compares an edition that names a seed with what the generator makes from it.
pub fn check(edition: &EditionDraft, files: &Files, findings: &mut Vec<Finding>) {
    let Some(seed) = edition.head.as_ref().and_then(|head| head.value.seed) else { return };
    let made: BTreeMap<String, String> = demo::files(seed)
        .into_iter()
        .map(|(path, text)| (format!("editions/{}/{path}", edition.folder), text))
        .collect();
    for (path, text) in &made {
        let Some(found) = files.get(path) else {
            findings.push(Finding::of_file(path, format!("what parks demo --seed {seed} makes"), "no file"));
            continue;
        };
        if found != text.as_bytes() {
            findings.push(difference(path, text, found, seed));
        }
    }
    let folders = demo::FOLDERS.map(|folder| format!("editions/{}/{folder}", edition.folder));
    let is_made_folder = |path: &&str| folders.iter().any(|folder| path.starts_with(folder.as_str()));
    for path in files.paths().filter(is_made_folder).filter(|path| !made.contains_key(*path)) {
        let expected = format!("only files that parks demo --seed {seed} makes");
        findings.push(Finding::of_file(path, expected, "another one"));
    }
}

/// The first line that differs.
fn difference(path: &str, made: &str, found: &[u8], seed: u64) -> Finding {
    let found = String::from_utf8_lossy(found);
    let same = made.lines().zip(found.lines()).take_while(|(made, found)| made == found).count();
    // A file that breaks off is told at its last line, for there is none after it.
    let lines = 1 + found.bytes().filter(|byte| *byte == b'\n').count();
    let expected = format!("what parks demo --seed {seed} makes: {}", shown(made.lines().nth(same)));
    Finding::of_line(path, (same + 1).min(lines), "$", expected, shown(found.lines().nth(same)))
}

fn shown(line: Option<&str>) -> String {
    line.map_or_else(|| "nothing".to_owned(), |line| format!("“{}”", json_tree::text::shorten(line)))
}
