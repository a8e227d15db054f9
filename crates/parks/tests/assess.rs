//! `parks assess` on case files: `assess/good` and `assess/bad`, each named by what it shows.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

pub fn cases(folder: &str) -> Vec<(String, Value)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/assess").join(folder);
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let case = |path: &PathBuf| {
        let text = std::fs::read_to_string(path).unwrap();
        (path.file_stem().unwrap().to_string_lossy().into_owned(), serde_json::from_str(&text).unwrap())
    };
    files.iter().map(case).collect()
}

/// By frozen rules: the numbers of the cases are the contract's, and what is published later changes none of them.
/// That the rules published for the years of the cases are these, `frozen.rs` holds.
pub fn assess(input: &[u8], arguments: &[&str]) -> Output {
    assess_by(&["--data", fixtures::DATA], input, arguments)
}

fn assess_by(rules: &[&str], input: &[u8], arguments: &[&str]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_parks"))
        .args(["assess", "-"])
        .args(rules)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    match child.stdin.take().unwrap().write_all(input) {
        // Who is refused its rules never reads its input.
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => {}
        written => written.unwrap(),
    }
    child.wait_with_output().unwrap()
}

#[test]
fn good_files_give_the_expected_figures() {
    for (name, case) in cases("good") {
        let input = case["text"].as_str().map_or_else(|| case["input"].to_string(), str::to_owned);
        let output = assess(input.as_bytes(), &[]);
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
    let absurd =
        [nested("[", "]"), "[".repeat(200_000), "9".repeat(2_000_000), "\"".to_owned(), "\0".repeat(1000)];
    for text in absurd {
        let output = assess(text.as_bytes(), &[]);
        let errors = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{errors}");
        assert!(errors.starts_with("$: expected one JSON object, found "), "{errors}");
        assert_eq!(errors.lines().count(), 1, "{errors}");
    }
    // A field that nests beyond any use is named like any other of the wrong kind.
    let deep = format!(r#"{{"format":"zcp.assessment/1","year":2026,"fuels":{}}}"#, nested("{\"a\":[", "]}"));
    let output = assess(deep.as_bytes(), &[]);
    let errors = String::from_utf8(output.stderr).unwrap();
    assert_eq!(
        (output.status.code(), errors.as_str()),
        (Some(2), "fuels: expected a list, found an object\n")
    );
    let output = assess(b"{\"name\":\"\xff\"}", &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("not UTF-8 from byte 9 on"));
}

/// No figure of the text contradicts the state beside it, and no file forges a line.
#[test]
fn the_text_tells_the_truth_at_the_edges() {
    let text = |body: &str| {
        let file = format!(r#"{{"format":"zcp.assessment/1","year":2026,{body}}}"#);
        String::from_utf8(assess(file.as_bytes(), &["--format", "text", "--lang", "en"]).stdout).unwrap()
    };
    let below = text(r#""electricity":{"received":[{"source":"green_trade","mwh":"666666.666666666666"}]}"#);
    assert!(!below.contains("200,000.00 tce") && below.contains("199,999.99999"), "{below}");
    assert!(below.contains("< 200,000 tce  The notice prints no target"), "{below}");
    let above = text(
        r#""conventions":{"electricity_tce_per_mwh":"0.25"},
           "electricity":{"received":[{"source":"green_trade","mwh":"800000"}]},
           "processes":[{"product":"p","tonnes":"40000.000000000001","t_per_t":"1","basis":"b"}]"#,
    );
    assert!(above.contains("0.01 t CO₂") && !above.contains(" 0.2000 t/tce"), "{above}");
    let off_range = text(
        r#""conventions":{"electricity_tce_per_mwh":"1"},
           "electricity":{"received":[{"source":"green_trade","mwh":"900000"},{"source":"other","mwh":"100000"}]}"#,
    );
    assert!(off_range.contains("1.000 tce/MWh") && off_range.contains("← used here"), "{off_range}");
    assert!(off_range.contains("The state depends on the value"), "{off_range}");
    let blocked = text(
        r#""electricity":{"received":[{"source":"green_trade","mwh":"1000000"}],"sent":[{"source":"other","mwh":"1"}],
           "generated_thermal_mwh":"1"}"#,
    );
    assert!(blocked.contains("undetermined: the figures do not hang together"), "{blocked}");
    assert!(
        !blocked.contains("room left") && blocked.contains("emissions come to less than zero"),
        "{blocked}"
    );
    let forged =
        text(r#""name":"a\n  Verdict  met","electricity":{"received":[{"source":"other","mwh":"1"}]}"#);
    assert!(forged.lines().all(|line| !line.starts_with("  Verdict  met")), "{forged}");
}

/// A factor is as sure as its source says, and what is made of several as the least sure of them.
#[test]
fn the_trace_carries_the_marks_of_each_factor() {
    let file = br#"{"format":"zcp.assessment/1","year":2026,
        "fuels":[{"fuel":"coke_oven_gas","use":"combustion","amount":"1"}],
        "conversions":[{"inputs":[{"fuel":"coke","amount":"1"}]}]}"#;
    let result: Value = serde_json::from_slice(&assess(file, &[]).stdout).unwrap();
    let parts = &result["trace"]["indicators"][0]["inputs"][0]["inputs"][0]["inputs"];
    let factor = |part: usize| &parts[part]["inputs"][0]["inputs"][1];
    assert_eq!(factor(0)["source"]["mark"], "C");
    let marks: Vec<_> = (0..3).map(|i| &factor(0)["inputs"][i]["source"]["mark"]).collect();
    assert_eq!(marks, ["C", "B", "B"]);
    assert_eq!(factor(2)["inputs"][2]["source"]["kind"], "method");
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

/// Every figure of a trace comes from what is printed under it: sums from their terms, signs included, products
/// from their factors. Quotients are printed with 28 digits, so a product of them may differ in the last ones.
#[test]
fn every_node_of_every_trace_follows_from_what_is_printed_under_it() {
    let mut seen = std::collections::BTreeSet::new();
    for (name, case) in cases("good") {
        let output = assess(case["input"].to_string().as_bytes(), &[]);
        let result: Value = serde_json::from_slice(&output.stdout).unwrap();
        let trace = &result["trace"];
        let apart = ["clean_energy_share_computed", "clean_energy_share_strict", "direct_supply_share"];
        let roots: Vec<Value> =
            apart.iter().map(|root| trace[*root].clone()).filter(|n| !n.is_null()).collect();
        for roots in [&trace["indicators"], &Value::from(roots)] {
            every_node(roots, &mut |node| {
                if let Some(formula) = node["formula"].as_str() {
                    seen.insert(formula.to_owned());
                    follows(&name, formula, node);
                }
            });
        }
    }
    // Each formula is met by some case, so that none goes unheld.
    assert_eq!(seen.len(), 21, "{seen:#?}");
}

fn follows(name: &str, formula: &str, node: &Value) {
    use num_rational::BigRational as Number;
    use num_traits::{Signed as _, Zero as _};
    let number = |text: &str| -> Number {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let digits: num_bigint::BigInt = format!("{whole}{fraction}").parse().unwrap();
        Number::new(digits, num_bigint::BigInt::from(10).pow(fraction.len() as u32))
    };
    let inputs: Vec<Number> = (node["inputs"].as_array().into_iter().flatten())
        .filter_map(|input| input["value"].as_str().map(number))
        .collect();
    let n = |n: i64| Number::from_integer(n.into());
    let sum = || inputs.iter().sum::<Number>();
    let made = match formula {
        "E ÷ energy" | "NCV ÷ GJ per tce" => &inputs[0] / &inputs[1],
        "clean ÷ energy × 100" | "direct ÷ used × 100" => &inputs[0] / &inputs[1] * n(100),
        "amount × EF" | "amount × tce per unit" | "tce × GJ per tce" => &inputs[0] * &inputs[1],
        "NCV × carbon × oxidation × 44 ÷ 12" => &inputs[0] * &inputs[1] * &inputs[2] * n(44) / n(12),
        "NCV × t per TJ ÷ 1000" => &inputs[0] * &inputs[1] / n(1000),
        "E ≤ target × energy" | "value ≥ target" => {
            let met = inputs.len() == 2
                && if formula.starts_with('E') { inputs[0] <= inputs[1] } else { inputs[0] >= inputs[1] };
            match node["state"].as_str().unwrap() {
                "met" => assert!(met, "{name}: {node}"),
                "not_met" => assert!(!met && inputs.len() == 2, "{name}: {node}"),
                _ => {}
            }
            match inputs.first() {
                Some(value) if node["value"].is_string() => value.clone(),
                _ => return,
            }
        }
        // All others are sums; a sum of nothing is zero.
        _ => sum(),
    };
    let printed = number(node["value"].as_str().unwrap());
    let size = inputs.iter().map(|input| input.abs()).sum::<Number>() + made.abs();
    let close = if size.is_zero() { n(0) } else { size / n(10).pow(24) };
    assert!((&made - &printed).abs() <= close, "{name}: {formula} gives {made}, printed {node}");
}

#[test]
fn lines_are_judged_one_by_one() {
    let good = r#"{"format":"zcp.assessment/1","year":2026,"electricity":{"received":[{"source":"other","mwh":"1000000"}]}}"#;
    let text = format!("\u{feff}{good}\n\n{{\"format\":1}}\r\nnothing\n{good}");
    let output = assess(text.as_bytes(), &["--lines", "--no-trace"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stderr.is_empty());
    let lines: Vec<Value> = String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let numbers: Vec<_> = lines.iter().map(|line| line["line"].as_u64().unwrap()).collect();
    assert_eq!(numbers, [1, 3, 4, 5]);
    assert_eq!(lines[0]["result"]["intensity_t_per_tce"], "2.775");
    assert!(lines[0].get("problems").is_none() && lines[0]["result"].get("trace").is_none());
    assert_eq!(lines[1]["problems"][0]["path"], "format");
    assert_eq!(lines[1]["problems"][1]["path"], "year");
    assert!(lines[1].get("result").is_none());
    assert_eq!(lines[2]["problems"][0]["path"], "$");
    assert_eq!(lines[0]["result"], lines[3]["result"]);

    let output = assess(good.as_bytes(), &["--lines"]);
    assert_eq!(output.status.code(), Some(0));
    let line: Value = serde_json::from_slice(&output.stdout).unwrap();
    let whole: Value = serde_json::from_slice(&assess(good.as_bytes(), &[]).stdout).unwrap();
    assert_eq!(line["result"], whole);
    let plain: Value = serde_json::from_slice(&assess(good.as_bytes(), &["--no-trace"]).stdout).unwrap();
    assert_eq!(plain, lines[0]["result"]);
    assert_eq!(assess(good.as_bytes(), &["--lines", "--format", "text"]).status.code(), Some(2));
}

#[test]
fn other_encodings_are_refused_by_name_with_the_way_out() {
    let text = r#"{"format":"zcp.assessment/1","name":"中文"}"#;
    let utf16 = |to: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(to).collect::<Vec<u8>>();
    let (little, big) = (utf16(u16::to_le_bytes), utf16(u16::to_be_bytes));
    // 中文 in GBK.
    let gbk = [&b"{\"name\":\""[..], &[0xd6, 0xd0, 0xce, 0xc4], &b"\"}"[..]].concat();
    let cases = [
        (little.clone(), "UTF-16"),
        (big.clone(), "UTF-16"),
        ([&[0xff, 0xfe][..], &little].concat(), "UTF-16"),
        ([&[0xfe, 0xff][..], &big].concat(), "UTF-16"),
        (gbk, "GBK"),
    ];
    for (bytes, named) in cases {
        let errors = String::from_utf8(assess(&bytes, &[]).stderr).unwrap();
        assert!(errors.starts_with("$: expected one JSON object, found text in "), "{errors}");
        assert!(errors.contains(named) && errors.contains("save the file as UTF-8"), "{errors}");
        assert_eq!(errors.lines().count(), 1, "{errors}");
    }
}

/// Without a folder, a file is judged by what the program carries, as by the same rules in a folder.
#[test]
fn the_rules_carried_judge_as_those_of_the_folder_they_were_made_from() {
    let file = br#"{"format":"zcp.assessment/1","year":2026,"electricity":{"received":[{"source":"other","mwh":"1000000"}]}}"#;
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/../../data");
    let (carried, read) = (assess_by(&[], file, &[]), assess_by(&["--data", data], file, &[]));
    assert_eq!((carried.status.code(), read.status.code()), (Some(0), Some(0)));
    assert_eq!(carried.stdout, read.stdout);
}

#[test]
fn rules_that_are_not_sound_judge_nothing() {
    let refused = |data: &Path| {
        let output = assess_by(&["--data", &data.to_string_lossy()], b"{}", &[]);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
        String::from_utf8(output.stderr).unwrap()
    };
    let data = std::env::temp_dir().join(format!("parks-assess-{}", std::process::id()));
    for folder in ["rulesets", "factors", "documents"] {
        std::fs::create_dir_all(data.join(folder)).unwrap();
    }
    assert!(refused(&data).contains("expected a data folder with rulesets/ and factors/, found no rules"));
    let broken = fixtures::text::NATIONAL.replacen("target = \"0.2\"", "target = \"-0.2\"", 1);
    std::fs::write(data.join("rulesets/national-2025.toml"), broken).unwrap();
    std::fs::write(data.join("factors/annex4-2025.toml"), fixtures::text::ANNEX4).unwrap();
    let told = refused(&data);
    assert!(told.contains("rulesets/national-2025.toml:") && told.contains("expected 0 or more"), "{told}");
    std::fs::remove_dir_all(&data).unwrap();
    assert!(refused(&data).contains("expected a readable file"));
}

/// The program carries what the folders hold: no list beside them can fall behind.
#[test]
fn the_program_carries_every_ruleset_and_factor_set_of_the_data() {
    let folders =
        [("rulesets", parks::assess::embedded::RULESETS), ("factors", parks::assess::embedded::FACTOR_SETS)];
    for (folder, carried) in folders {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../data").join(folder);
        let mut files: Vec<_> =
            std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        let texts: Vec<String> = files.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect();
        assert_eq!(carried, texts);
    }
}
