//! The entries of a list, from CSV.

use std::str::FromStr;

use disclosure::model::{ListEntry, Scope};

use crate::finding::Finding;
use crate::text;

/// The columns, in order.
const COLUMNS: [&str; 7] = ["number", "name", "province", "scope", "start_year", "end_year", "park"];

/// Reads the entries with their lines; `None` when a finding was made.
pub fn read(name: &str, bytes: &[u8], findings: &mut Vec<Finding>) -> Option<Vec<(usize, ListEntry)>> {
    text::decode(name, bytes, findings)?;
    let before = findings.len();
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    let columns = reader.headers().map(|headers| headers.iter().collect::<Vec<_>>().join(","));
    let columns = columns.unwrap_or_else(|error| error.to_string());
    if columns != COLUMNS.join(",") {
        let expected = format!("the columns {}", COLUMNS.join(","));
        findings.push(Finding::of_file(name, expected, columns));
        return None;
    }
    let mut entries = Vec::new();
    for record in reader.records() {
        match record {
            Ok(record) => {
                let line = record.position().map_or(1, |position| position.line() as usize);
                if let Some(entry) = entry(name, line, &record, findings) {
                    entries.push((line, entry));
                }
            }
            Err(error) => {
                let line = error.position().map_or(1, |position| position.line() as usize);
                findings.push(Finding::of_line(name, line, "$", "a CSV record", error.to_string()));
            }
        }
    }
    (findings.len() == before).then_some(entries)
}

fn entry(
    name: &str,
    line: usize,
    record: &csv::StringRecord,
    findings: &mut Vec<Finding>,
) -> Option<ListEntry> {
    if record.len() != COLUMNS.len() {
        let expected = format!("{} fields", COLUMNS.len());
        findings.push(Finding::of_line(name, line, "$", expected, record.len().to_string()));
        return None;
    }
    let before = findings.len();
    let mut wrong = |column: usize, expected: &str| {
        let found = format!("“{}”", &record[column]);
        findings.push(Finding::of_line(name, line, COLUMNS[column], expected, found));
    };
    let mut whole = |column: usize, expected: &str| {
        u16::from_str(&record[column]).unwrap_or_else(|_| {
            wrong(column, expected);
            0
        })
    };
    let number = whole(0, "a number");
    let (start_year, end_year) = (whole(4, "a year"), whole(5, "a year"));
    let scope = match &record[3] {
        "whole" => Scope::Whole,
        "part" => Scope::Part,
        _ => {
            wrong(3, "whole or part");
            Scope::Part
        }
    };
    for column in [1, 2] {
        if record[column].trim().is_empty() {
            wrong(column, "words");
        }
    }
    let park = (!record[6].is_empty()).then(|| record[6].to_owned());
    (findings.len() == before).then(|| ListEntry {
        number,
        name: record[1].to_owned(),
        province: record[2].to_owned(),
        scope,
        start_year,
        end_year,
        park,
    })
}
