//! `parks assess` on case files: `assess/good` and `assess/bad`, each named by what it shows.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn cases(folder: &str) -> Vec<(String, Value)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/assess").join(folder);
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let case = |path: &PathBuf| {
        let text = std::fs::read_to_string(path).unwrap();
        (path.file_stem().unwrap().to_string_lossy().into_owned(), serde_json::from_str(&text).unwrap())
    };
    files.iter().map(case).collect()
}

fn assess(input: &[u8], arguments: &[&str]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_parks"))
        .args(["assess", "-"])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

#[test]
fn good_files_give_the_expected_figures() {
    for (name, case) in cases("good") {
        let output = assess(case["input"].to_string().as_bytes(), &[]);
        assert_eq!(output.status.code(), Some(0), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        let result: Value = serde_json::from_slice(&output.stdout).unwrap();
        for (pointer, expected) in case["expect"].as_object().unwrap() {
            assert_eq!(result.pointer(pointer), Some(expected), "{name}: {pointer}");
        }
    }
}

#[test]
fn good_files_read_well_in_both_languages() {
    for (name, case) in cases("good") {
        for (language, heading) in [("zh", "结论"), ("en", "Result")] {
            let input = case["input"].to_string();
            let output = assess(input.as_bytes(), &["--format", "text", "--lang", language]);
            let text = String::from_utf8(output.stdout).unwrap();
            assert_eq!(output.status.code(), Some(0), "{name}");
            assert!(text.contains(heading), "{name}: {text}");
            assert!(text.contains("ndrc-910/annex3/core"), "{name}: {text}");
        }
    }
}

#[test]
fn bad_files_are_refused_with_every_error_and_nothing_else() {
    for (name, case) in cases("bad") {
        let input = case["text"].as_str().map_or_else(|| case["input"].to_string(), str::to_owned);
        let output = assess(input.as_bytes(), &[]);
        let errors = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{name}: {errors}");
        assert!(output.stdout.is_empty(), "{name}");
        let mut expected: Vec<_> =
            case["errors"].as_array().unwrap().iter().map(|e| e.as_str().unwrap()).collect();
        let mut lines: Vec<_> = errors.lines().collect();
        assert_eq!(lines.len(), expected.len(), "{name}: {errors}");
        lines.sort_unstable();
        expected.sort_unstable();
        for (line, expected) in lines.iter().zip(&expected) {
            assert!(line.starts_with(expected), "{name}:\n  expected {expected}\n  found    {line}");
            assert!(line.contains(": expected ") && line.contains(", found "), "{name}: {line}");
        }
    }
}

#[test]
fn absurd_files_are_refused_in_one_line() {
    let nested = |open: &str, close: &str| [open.repeat(200_000), close.repeat(200_000)].concat();
    let absurd = [
        nested("[", "]"),
        nested("{\"fuels\":", "}"),
        "[".repeat(200_000),
        format!("{{\"format\":{}}}", nested("[", "]")),
        "9".repeat(2_000_000),
        "\"".to_owned(),
        "\0".repeat(1000),
    ];
    for text in absurd {
        let output = assess(text.as_bytes(), &[]);
        let errors = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{errors}");
        assert!(errors.starts_with("$: expected one JSON object, found "), "{errors}");
        assert_eq!(errors.lines().count(), 1, "{errors}");
    }
    let output = assess(b"{\"name\":\"\xff\"}", &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("not UTF-8 from byte 9 on"));
}

#[test]
fn a_file_that_cannot_be_read_is_named() {
    let output =
        Command::new(env!("CARGO_BIN_EXE_parks")).args(["assess", "no such file.json"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let errors = String::from_utf8(output.stderr).unwrap();
    assert!(errors.starts_with("no such file.json: expected a readable file, found: "), "{errors}");
}

/// The trace is the result's own account of itself: the sums of its entries are its figures.
#[test]
fn the_trace_ends_in_the_figures_of_the_result() {
    for (name, case) in cases("good") {
        let output = assess(case["input"].to_string().as_bytes(), &[]);
        let result: Value = serde_json::from_slice(&output.stdout).unwrap();
        let core = &result["trace"]["indicators"][0];
        assert_eq!(core["value"], result["intensity_t_per_tce"], "{name}");
        assert_eq!(core["inputs"][0]["inputs"][0]["value"], result["emissions_t"], "{name}");
        assert_eq!(core["inputs"][0]["inputs"][1]["value"], result["energy_tce"], "{name}");
        every_node(&result["trace"]["indicators"], &mut |node| {
            assert!(
                node["clause"].as_str().is_some_and(|clause| clause.starts_with("ndrc-910/")),
                "{name}: {node}"
            );
            assert!(node["source"]["kind"].is_string(), "{name}: {node}");
        });
    }
}

fn every_node(nodes: &Value, check: &mut impl FnMut(&Value)) {
    for node in nodes.as_array().into_iter().flatten() {
        check(node);
        every_node(&node["inputs"], check);
    }
}
