//! A TOML file that remembers where each of its values stands, read into typed values with every
//! mistake told at once.

use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use crate::finding::Finding;
use crate::text;
use crate::tree::{Node, Step, path_text};

/// After so many mistakes a file is given up: it is not the file that it should be.
const MOST_MISTAKES: usize = 100;

/// A typed value with the file it was read from.
#[derive(Clone, Debug)]
pub struct Read<T> {
    /// Where its fields stand.
    pub file: TomlFile,
    /// The value.
    pub value: T,
}

/// A parsed file: finds the line of a field by its path.
#[derive(Clone, Debug)]
pub struct TomlFile {
    /// Path below the data folder.
    pub name: String,
    /// What stands in it.
    pub root: Node,
    line_starts: Vec<usize>,
}

impl TomlFile {
    /// The line of the field with this path, such as `indicators[0].clause`; of the nearest thing around
    /// it when there is no such field.
    pub fn line_of(&self, path: &str) -> usize {
        text::line_at(&self.line_starts, self.root.nearest(path).start)
    }

    /// A finding at a field of this file.
    pub fn finding(&self, path: &str, expected: impl Into<String>, found: impl Into<String>) -> Finding {
        let shown = if path.is_empty() { "$" } else { path };
        Finding::of_line(&self.name, self.line_of(path), shown, expected, found)
    }
}

/// Whether a file has a key at its top, by which it says what it is.
pub fn has_key(bytes: &[u8], key: &str) -> bool {
    let text = std::str::from_utf8(bytes);
    text.is_ok_and(|text| DeTable::parse_recoverable(text).0.get_ref().contains_key(key))
}

/// Reads a file. Every mistake is added to `findings`; the value comes back only when there is none.
pub fn read<T: DeserializeOwned>(name: &str, bytes: &[u8], findings: &mut Vec<Finding>) -> Option<Read<T>> {
    read_with(name, bytes, findings, |_, _, _| {})
}

/// Reads a file whose tables `prepare` makes ready first. A mistake that it tells keeps the value back as any other.
pub fn read_with<T: DeserializeOwned>(
    name: &str,
    bytes: &[u8],
    findings: &mut Vec<Finding>,
    prepare: impl FnOnce(&TomlFile, &mut DeTable<'_>, &mut Vec<Finding>),
) -> Option<Read<T>> {
    let text = text::decode(name, bytes, findings)?;
    let (mut table, errors) = DeTable::parse_recoverable(text);
    let line_starts = text::line_starts(text);
    if !errors.is_empty() {
        for error in errors {
            let line = error.span().map_or(1, |span| text::line_at(&line_starts, span.start));
            let found = format!("a mistake in it ({})", error.message());
            findings.push(Finding::of_line(name, line, "$", "valid TOML", found));
        }
        return None;
    }
    let file = TomlFile { name: name.to_owned(), root: Node::from_table(&table), line_starts };
    let before = findings.len();
    prepare(&file, table.get_mut(), findings);
    let is_ready = findings.len() == before;
    typed(&file, table, findings).filter(|_| is_ready).map(|value| Read { file, value })
}

/// Reads the tree into a type. Serde stops at its first error; so each error is noted, the key or the
/// list element that it concerns taken out, and the rest read again, until nothing more is wrong.
fn typed<T: DeserializeOwned>(
    file: &TomlFile,
    mut table: Spanned<DeTable<'_>>,
    findings: &mut Vec<Finding>,
) -> Option<T> {
    for mistakes in 0..MOST_MISTAKES {
        let error = match T::deserialize(toml::de::Deserializer::from(table.clone())) {
            Ok(value) => return (mistakes == 0).then_some(value),
            Err(error) => error,
        };
        let span = error.span().unwrap_or(0..0);
        let steps = file.root.steps_to(&span);
        findings.push(explain(file, &steps, &span, error.message()));
        let removed = if error.message().starts_with("unknown field") {
            remove_key(table.get_mut(), &span)
        } else {
            let element = file.root.innermost_element(&steps);
            element.is_some_and(|span| remove_element(table.get_mut(), &span))
        };
        if !removed {
            break;
        }
    }
    None
}

/// Turns serde's sentence into what was expected and what was found.
fn explain(file: &TomlFile, steps: &[Step], span: &Range<usize>, message: &str) -> Finding {
    let line = text::line_at(&file.line_starts, span.start);
    let mut path = path_text(steps);
    let (found, expected) = if let Some(field) = between_ticks(message, "missing field ") {
        if !path.is_empty() {
            path.push('.');
        }
        path.push_str(field);
        ("nothing".to_owned(), "a value".to_owned())
    } else {
        let (found, expected) = message.rsplit_once(", expected ").unwrap_or((message, "a valid value"));
        let found = match found.split_once(": ") {
            Some(("invalid type" | "invalid value" | "invalid length", found)) => found,
            _ => found,
        };
        (found.to_owned(), expected.to_owned())
    };
    let path = if path.is_empty() { "$".to_owned() } else { path };
    Finding::of_line(&file.name, line, path, expected, found)
}

fn between_ticks<'a>(message: &'a str, prefix: &str) -> Option<&'a str> {
    message.strip_prefix(prefix)?.strip_prefix('`')?.split('`').next()
}

/// Takes out the key that stands at a span.
fn remove_key(table: &mut DeTable<'_>, span: &Range<usize>) -> bool {
    let found = table.keys().find(|key| key.span() == *span).map(|key| key.get_ref().to_string());
    match found {
        Some(key) => table.remove(key.as_str()).is_some(),
        None => table.iter_mut().any(|(_, value)| remove_key_below(value.get_mut(), span)),
    }
}

fn remove_key_below(value: &mut DeValue<'_>, span: &Range<usize>) -> bool {
    match value {
        DeValue::Table(table) => remove_key(table, span),
        DeValue::Array(array) => array.iter_mut().any(|value| remove_key_below(value.get_mut(), span)),
        _ => false,
    }
}

/// Takes out the element of a list that stands at a span.
fn remove_element(table: &mut DeTable<'_>, span: &Range<usize>) -> bool {
    table.iter_mut().any(|(_, value)| remove_element_below(value.get_mut(), span))
}

fn remove_element_below(value: &mut DeValue<'_>, span: &Range<usize>) -> bool {
    match value {
        DeValue::Table(table) => remove_element(table, span),
        DeValue::Array(array) => {
            if array.iter().any(|element| element.span() == *span) {
                let mut rest = DeArray::new();
                for element in array.iter().filter(|element| element.span() != *span) {
                    rest.push(element.clone());
                }
                *array = rest;
                return true;
            }
            array.iter_mut().any(|element| remove_element_below(element.get_mut(), span))
        }
        _ => false,
    }
}
