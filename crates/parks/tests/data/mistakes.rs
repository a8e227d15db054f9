//! What a clerk mistypes and what an attacker would type, one case at a time and all at once: each is a change to a
//! folder that is right, with what the check says of it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::path::Path;

use assessment::Date;
use parks::check::check_on;
use parks::files::Files;
use parks::finding::Finding;
use parks::lang::Lang;
use serde::Deserialize;

use super::{published, told_in_chinese};

/// A case of a table.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// What somebody has done.
    name: String,
    changes: Vec<Change>,
    /// What the check says, a line each: each stands in a line of its own. None where the table is right after all.
    #[serde(default)]
    expect: Vec<String>,
    /// What one of the lines says in Chinese.
    #[serde(default)]
    zh: Option<String>,
}

/// A change to a file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    file: String,
    /// Start from this file instead of `file` itself.
    copy: Option<String>,
    /// Words to find.
    find: Option<String>,
    /// What stands in place of the first of them.
    #[serde(default)]
    replace: String,
    /// How often `长` stands where it stands once.
    times: Option<usize>,
    /// From here on the file is cut off.
    cut: Option<String>,
    /// The whole file instead.
    write: Option<String>,
    /// The whole file instead, as bytes.
    bytes: Option<Vec<u8>>,
    /// Saved in GBK.
    #[serde(default)]
    gbk: bool,
}

impl Change {
    fn apply(&self, files: &mut Files) {
        if let Some(bytes) = &self.bytes {
            files.insert(&self.file, bytes.clone());
            return;
        }
        let mut text = match &self.write {
            Some(text) => text.clone(),
            None => {
                let bytes = files.get(self.copy.as_ref().unwrap_or(&self.file)).unwrap();
                String::from_utf8(bytes.to_vec()).unwrap()
            }
        };
        if let Some(find) = &self.find {
            assert!(text.contains(find), "{find:?} is not in {}", self.file);
            let replace = match self.times {
                Some(times) => self.replace.replace('长', &"长".repeat(times)),
                None => self.replace.clone(),
            };
            text = text.replacen(find, &replace, 1);
        }
        if let Some(cut) = &self.cut {
            text.truncate(text.find(cut).unwrap());
        }
        let bytes = if self.gbk { encoding_rs::GBK.encode(&text).0.into_owned() } else { text.into_bytes() };
        files.insert(&self.file, bytes);
    }
}

fn folder() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/clerk"))
}

/// What is published, with two rounds of its parks.
fn base() -> Files {
    let mut files = published();
    for id in ["2025-h2", "2026-h1"] {
        let bytes = fs::read(folder().join(format!("{id}.toml"))).unwrap();
        files.insert(format!("editions/published/rounds/{id}.toml"), bytes);
    }
    files
}

fn found(files: &Files) -> Vec<Finding> {
    check_on(files, Date::new(2026, 12, 1).unwrap()).findings
}

/// Each line is expected once, and nothing else is said.
fn is_told(findings: &[Finding], expect: &[String]) -> bool {
    let lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
    let once = |words: &String| lines.iter().filter(|line| line.contains(words.as_str())).count() == 1;
    lines.len() == expect.len() && expect.iter().all(once)
}

#[derive(Deserialize)]
struct Cases {
    cases: Vec<Case>,
}

fn hold(table: &str, at_least: usize) {
    let Cases { cases } = toml::from_str(&fs::read_to_string(folder().join(table)).unwrap()).unwrap();
    assert!(cases.len() >= at_least, "only {} cases were read", cases.len());
    let base = base();
    assert_eq!(found(&base), []);
    let mut failures = Vec::new();
    for case in &cases {
        let mut files = base.clone();
        case.changes.iter().for_each(|change| change.apply(&mut files));
        let findings = found(&files);
        findings.iter().for_each(told_in_chinese);
        let chinese: Vec<String> = findings.iter().map(|finding| finding.line_in(Lang::Zh)).collect();
        let in_chinese = case.zh.as_ref().is_none_or(|words| chinese.iter().any(|line| line.contains(words)));
        if !is_told(&findings, &case.expect) || !in_chinese {
            let lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
            failures.push(format!(
                "{}\n  expected {:#?} {:?}\n  found {lines:#?}\n  {chinese:#?}",
                case.name, case.expect, case.zh
            ));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn each_mistake_of_a_clerk_is_told_by_itself() {
    hold("wrong-files.toml", 45);
}

#[test]
fn texts_and_addresses_that_mislead_are_told() {
    hold("hostile.toml", 45);
}
