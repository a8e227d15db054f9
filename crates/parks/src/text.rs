//! Bytes into text, and places in a text into lines.

use crate::finding::Finding;

/// The text of a file, or a finding: not UTF-8, a byte order mark, nothing in it.
pub fn decode<'a>(name: &str, bytes: &'a [u8], findings: &mut Vec<Finding>) -> Option<&'a str> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let line = 1 + bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count();
            let found = format!("the byte {:#04x}", bytes[error.valid_up_to()]);
            findings.push(Finding::of_line(name, line, "$", "text in UTF-8", found));
            return None;
        }
    };
    if text.starts_with('\u{feff}') {
        let found = "a byte order mark at its beginning";
        findings.push(Finding::of_file(name, "UTF-8 without a byte order mark", found));
        return None;
    }
    if text.trim().is_empty() {
        findings.push(Finding::of_file(name, "content", "an empty file"));
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
