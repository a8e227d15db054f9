//! No number of the rules is a binary float: the sources of the rules and of what a person types name none,
//! except where drawings take theirs.
//!
//! clippy refuses arithmetic on floats there, and equality; an order it does not see, so the types are looked for.

#![allow(clippy::unwrap_used)] // a test that cannot go on has failed

use std::fs;
use std::path::{Path, PathBuf};

/// The lines that may name a float, and why.
const ALLOWED: &[(&str, &str)] = &[
    // For drawings: nothing in these crates calls it.
    ("decimal.rs", "pub fn to_f64(self) -> f64 {"),
    ("decimal.rs", "self.units.as_f64() / 10_f64.powi(i32::from(self.scale))"),
    ("decimal.rs", "self.numerator.to_f64() / self.denominator.to_f64()"),
    // serde hands it over; its digits are kept as they print.
    ("json.rs", "fn visit_f64<E>(self, value: f64) -> Result<Node, E> {"),
];

/// Whether a line of code names a float type, or what makes one.
fn names_a_float(line: &str) -> bool {
    let code = line.split("//").next().unwrap_or_default();
    let mut words = code.split(|c: char| !c.is_alphanumeric() && c != '_');
    words.any(|word| word.ends_with("f64") || word.ends_with("f32"))
}

/// Rust sources below a folder.
fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn the_rules_hold_no_float() {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates");
    let mut files = vec![];
    for name in ["assessment", "worksheet"] {
        sources(&crates.join(name).join("src"), &mut files);
    }
    assert!(files.len() > 30, "the sources were not read");
    let mut found = vec![];
    for path in files {
        let source = fs::read_to_string(&path).unwrap();
        let shipped = source.split("#[cfg(test)]").next().unwrap();
        for line in shipped.lines().map(str::trim).filter(|line| names_a_float(line)) {
            if !ALLOWED.iter().any(|(file, allowed)| path.ends_with(file) && line == *allowed) {
                found.push(format!("{}: {line}", path.display()));
            }
        }
    }
    assert!(found.is_empty(), "floats in the rules:\n{}", found.join("\n"));
}

#[test]
fn a_float_is_found_however_it_is_made() {
    for line in ["let share: f64 = 0.0;", "if a.to_f64() < b.to_f64() {", "x as f32", "1_f64", "Vec<f64>"] {
        assert!(names_a_float(line), "{line}");
    }
    assert!(!names_a_float("let half = 5; // never an f64") && !names_a_float("self.half()"));
}
