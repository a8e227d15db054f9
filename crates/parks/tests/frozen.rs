//! What is published for years that have passed is what the contract's cases were computed by.
//!
//! The cases run on frozen rules, so a publisher who adds a ruleset, an indicator's wording or a document breaks
//! none of them. Who changes a threshold, a band or a factor of rules in force is told here, once: every figure
//! that was published stands by them.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::Path;

use assessment::Date;
use assessment::factors::FactorSet;
use assessment::in_force::InForce;
use assessment::ruleset::Ruleset;
use parks::assess::Rules;
use parks::lang::Lang;
use serde::Serialize;
use serde_json::Value;

/// What a set judges by: its words, its sources and the day of its end are left out.
fn judged_by(set: &impl Serialize) -> Value {
    fn numbers(value: &mut Value) {
        match value {
            // A text in both languages: that there is one may matter, what it says does not.
            Value::Object(object) if object.contains_key("zh") && object.contains_key("en") => {
                *value = Value::Bool(true);
            }
            Value::Object(object) => {
                for word in ["title", "note", "name", "sentence", "formula", "convention", "quote"] {
                    object.remove(word);
                }
                for of_source in ["source", "checked_on", "in_force_to", "end_published_on", "mark"] {
                    object.remove(of_source);
                }
                // A convention without a parameter is a statement.
                if let Some(Value::Array(conventions)) = object.get_mut("conventions") {
                    conventions.retain(|convention| convention.get("parameter").is_some());
                }
                object.values_mut().for_each(numbers);
            }
            Value::Array(values) => values.iter_mut().for_each(numbers),
            _ => {}
        }
    }
    let mut value = serde_json::to_value(set).unwrap();
    numbers(&mut value);
    value
}

/// Paths at which two values differ, with what stands there.
fn differences(path: &str, was: &Value, is: &Value, told: &mut Vec<String>) {
    let nothing = &Value::Null;
    match (was, is) {
        (Value::Object(old), Value::Object(new)) => {
            let keys: std::collections::BTreeSet<_> = old.keys().chain(new.keys()).collect();
            for key in keys {
                let side = |of: &Value| of.get(key).unwrap_or(nothing).clone();
                differences(&format!("{path}.{key}"), &side(was), &side(is), told);
            }
        }
        (Value::Array(old), Value::Array(new)) => {
            for at in 0..old.len().max(new.len()) {
                let (old, new) = (old.get(at).unwrap_or(nothing), new.get(at).unwrap_or(nothing));
                differences(&format!("{path}[{at}]"), old, new, told);
            }
        }
        _ if was == is => {}
        _ => told.push(format!("{path}: was {was}, is {is}")),
    }
}

fn hold<T: InForce + Serialize>(frozen: &[T], published: &[T], checked_on: impl Fn(&T) -> Option<Date>) {
    for was in frozen {
        let id = was.id();
        let is = published.iter().find(|set| set.id() == id).unwrap_or_else(|| panic!("{id} is gone"));
        let mut told = Vec::new();
        differences(id, &judged_by(was), &judged_by(is), &mut told);
        assert!(
            told.is_empty(),
            "{id} was edited in place. A rule that changes ends (in_force_to), and another begins; one that was \
             copied wrongly is mended in crates/fixtures/data as well, with the cases that rest on it.\n{}",
            told.join("\n")
        );
        // One that had ended when it was last looked at goes on having ended.
        let end = is.to().filter(|end| Some(*end) != was.to());
        let ended = end.zip(checked_on(was)).is_some_and(|(end, checked)| end < checked);
        assert!(!ended, "{id} ends before the day on which it was seen to be in force");
    }
}

#[test]
fn rules_in_force_are_ended_and_never_edited() {
    let rules = |data: &str| Rules::of_data(Path::new(data), Lang::En).unwrap();
    let frozen = rules(fixtures::DATA);
    let published = rules(concat!(env!("CARGO_MANIFEST_DIR"), "/../../data"));
    hold(&frozen.rulesets, &published.rulesets, |set: &Ruleset| set.checked_on);
    hold(&frozen.factor_sets, &published.factor_sets, |set: &FactorSet| set.checked_on);
}

#[test]
fn an_edit_in_place_is_told_by_its_path_and_words_are_not() {
    let was = fixtures::national();
    let edited = |from: &str, to: &str| {
        let text = fixtures::text::NATIONAL;
        assert!(text.contains(from), "{from}");
        let is: Ruleset = toml::from_str(&text.replacen(from, to, 1)).unwrap();
        let mut told = Vec::new();
        differences("set", &judged_by(&was), &judged_by(&is), &mut told);
        told
    };
    let core = edited("target = \"0.2\"", "target = \"0.25\"");
    assert_eq!(core, [r#"set.indicators[0].bands[1].target: was "0.2", is "0.25""#]);
    assert_eq!(edited("园区每用掉", "园区每用去"), [""; 0]);
    assert_eq!(edited("checked_on = \"2026-11-23\"", "checked_on = \"2027-01-31\""), [""; 0]);
}
