//! What a stage means stands in the ladder's table: no page, rule or export knows a stage by its name. What an
//! indicator is computed by stands in the table of formulas: none knows a formula by another list.

#![allow(clippy::unwrap_used)] // a test that cannot go on has failed

use std::fs;
use std::path::{Path, PathBuf};

use assessment::formulas::FORMULAS;

/// Rust sources below a folder.
fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        // The generator makes acts up, and names the stages that it puts parks on.
        if path.ends_with("parks/src/demo") {
            continue;
        }
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The part of a source that ships: what stands above its tests.
fn shipped(source: &str) -> &str {
    source.find("#[cfg(test)]").map_or(source, |tests| &source[..tests])
}

fn names_a_stage(line: &str) -> bool {
    let code = line.split("//").next().unwrap_or_default();
    code.split("Stage::").skip(1).any(|rest| {
        let name: String = rest.chars().take_while(|c| c.is_ascii_uppercase() || *c == '_').collect();
        name.len() > 1
    })
}

/// All sources that ship.
fn all_sources() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in
        ["src", "crates/assessment/src", "crates/disclosure/src", "crates/worksheet/src", "crates/parks/src"]
    {
        sources(&root.join(folder), &mut files);
    }
    assert!(files.len() > 150, "{} sources", files.len());
    files
}

#[test]
fn no_stage_is_known_by_name_outside_the_table() {
    let files = all_sources();
    let mut found = Vec::new();
    for path in files {
        // The ids stand there, for the generator and for tests.
        if path.ends_with("assessment/src/stages.rs") || path.ends_with("board/tests.rs") {
            continue;
        }
        let source = fs::read_to_string(&path).unwrap();
        let lines = shipped(&source).lines().enumerate().filter(|(_, line)| names_a_stage(line));
        found.extend(lines.map(|(at, line)| format!("{}:{}: {}", path.display(), at + 1, line.trim())));
    }
    assert!(found.is_empty(), "ask the ladder's table instead:\n{}", found.join("\n"));
}

#[test]
fn no_list_of_formulas_stands_beside_the_table() {
    let mut found = Vec::new();
    for path in all_sources() {
        if path.ends_with("assessment/src/formulas.rs") {
            continue;
        }
        let source = fs::read_to_string(&path).unwrap();
        let named = FORMULAS.iter().filter(|formula| {
            let quoted = format!("\"{}\"", formula.id);
            // A field of the result, which the contract names.
            let field = format!("({quoted}, told(");
            shipped(&source).lines().any(|line| line.contains(&quoted) && !line.contains(&field))
        });
        let named: Vec<_> = named.map(|formula| formula.id).collect();
        // One alone is an indicator's id: indicators may bear the id of their formula.
        if named.len() > 1 {
            found.push(format!("{}: {}", path.display(), named.join(", ")));
        }
    }
    assert!(found.is_empty(), "take them from assessment::formulas:\n{}", found.join("\n"));
}

#[test]
fn a_stage_that_is_named_is_found() {
    assert!(names_a_stage("if stage == Stage::BUILT {"));
    assert!(names_a_stage("matches!(stage, Stage::REMINDED | Stage::RECTIFICATION)"));
    assert!(!names_a_stage("Stage::parse(id)") && !names_a_stage("// Stage::BUILT is an act"));
    assert!(shipped("a\n#[cfg(test)]\nStage::BUILT").lines().all(|line| !names_a_stage(line)));
}
