//! The JSON Schemas of assessment files and results: made from the tables, held to every case of the contract.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::PathBuf;

use parks::assess::Rules;
use serde_json::Value;

use crate::assess::{assess, cases};

/// Mistakes that a schema cannot see: what totals show, what a factor set lacks, keys that stand twice in the text,
/// limits of a ruleset's convention and of its indicators' values, bounds of numbers in quotes, and how a JSON number is written.
const READER_ALONE: [&str; 24] = [
    "a guiding value above 100",
    "a pending guiding value above 100",
    "a fuel of which the database knows no heat",
    "a fuel without a default and with a calorific value only",
    "a fuel without a default and without an energy of its own",
    "a fuel without a default and without values of its own",
    "a key three times",
    "a key twice",
    "a top-level key twice",
    "a year with an exponent",
    "an amount with a tiny exponent",
    "an amount with negative zero",
    "an electricity convention above one",
    "an electricity convention of zero",
    "an oxidation rate above one",
    "an oxidation rate of zero",
    "a calorific value beyond any fuel",
    "a calorific value of zero",
    "a carbon content of zero",
    "bunkers above combustion",
    "more energy sent than received",
    "no energy and too many bunkers",
    "no energy at all",
    "measured values too long to be multiplied exactly",
];

fn committed(name: &str) -> Value {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs").join(name);
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn the_schemas_in_docs_are_those_that_the_tables_make() {
    assert_eq!(
        committed("assessment.schema.json"),
        parks::schema::input(&Rules::carried()),
        "parks schema input"
    );
    assert_eq!(committed("assessment-result.schema.json"), parks::schema::result(), "parks schema result");
}

#[test]
fn every_good_file_and_its_result_keep_to_the_schemas() {
    let input = jsonschema::validator_for(&parks::schema::input(&Rules::carried())).unwrap();
    let result = jsonschema::validator_for(&parks::schema::result()).unwrap();
    let keeps = |name: &str, schema: &jsonschema::Validator, value: &Value| {
        let errors: Vec<_> =
            schema.iter_errors(value).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert!(errors.is_empty(), "{name}: {errors:#?}");
    };
    for (name, case) in cases("good") {
        keeps(&name, &input, &case["input"]);
        for arguments in [&[][..], &["--no-trace"]] {
            let output = assess(case["input"].to_string().as_bytes(), arguments);
            keeps(&name, &result, &serde_json::from_slice(&output.stdout).unwrap());
        }
    }
}

#[test]
fn every_bad_file_breaks_the_schema_unless_only_the_reader_can_know() {
    let input = jsonschema::validator_for(&parks::schema::input(&Rules::carried())).unwrap();
    let mut passed = Vec::new();
    for (name, case) in cases("bad") {
        let value = match case["text"].as_str() {
            Some(text) => serde_json::from_str(text).unwrap_or(Value::Null),
            None => case["input"].clone(),
        };
        if input.is_valid(&value) {
            passed.push(name);
        }
    }
    let mut expected = READER_ALONE.map(str::to_owned).to_vec();
    expected.sort();
    passed.sort();
    assert_eq!(passed, expected);
}
