//! Bytes into text, and places in a text into lines.

use crate::finding::Finding;
use crate::words::findings as words;

/// The text of a file, or a finding: not UTF-8, nothing in it. A byte order mark is told and passed over.
pub fn decode<'a>(name: &str, bytes: &'a [u8], findings: &mut Vec<Finding>) -> Option<&'a str> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let line = 1 + bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count();
            let found = words::the_byte(format!("{:#04x}", bytes[error.valid_up_to()]));
            findings.push(Finding::of_line(name, line, "$", words::utf8(), found));
            return None;
        }
    };
    let plain = text.strip_prefix('\u{feff}');
    if plain.is_some() {
        let found = words::byte_order_mark();
        findings.push(Finding::of_file(name, words::utf8_without_mark(), found));
    }
    let text = plain.unwrap_or(text);
    if text.trim().is_empty() {
        findings.push(Finding::of_file(name, words::content(), words::an_empty_file()));
        return None;
    }
    Some(text)
}

/// Where each line of a text begins.
pub fn line_starts(text: &str) -> Vec<usize> {
    std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect()
}

/// The line of a place, from 1.
pub fn line_at(line_starts: &[usize], at: usize) -> usize {
    line_starts.partition_point(|start| *start <= at).max(1)
}
