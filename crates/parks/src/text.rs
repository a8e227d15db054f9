//! Bytes into text, and places in a text into lines.

use std::borrow::Cow;

use encoding_rs::GBK;

use crate::finding::Finding;
use crate::words::findings as words;

/// The text of a file, or a finding: not UTF-8, nothing in it. A byte order mark is told and passed over; a file as
/// Excel and the editors of Windows save it, in GBK, is told and read all the same, so that it hides no other mistake.
pub fn decode<'a>(name: &str, bytes: &'a [u8], findings: &mut Vec<Finding>) -> Option<Cow<'a, str>> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let line = 1 + bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count();
            let gbk = in_gbk(bytes);
            let found = match gbk {
                Some(_) => words::text_in_gbk(),
                None => words::the_byte(format!("{:#04x}", bytes[error.valid_up_to()])),
            };
            findings.push(Finding::of_line(name, line, "$", words::utf8(), found));
            return gbk.map(Cow::Owned);
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
    Some(Cow::Borrowed(text))
}

/// A text in GBK; `None` where the bytes are none, or hold what no text does.
fn in_gbk(bytes: &[u8]) -> Option<String> {
    let text = GBK.decode_without_bom_handling_and_without_replacement(bytes)?;
    let is_text = |c: char| !c.is_control() || matches!(c, '\n' | '\r' | '\t');
    text.chars().all(is_text).then(|| text.into_owned())
}

/// Where each line of a text begins.
pub fn line_starts(text: &str) -> Vec<usize> {
    std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect()
}

/// The line of a place, from 1.
pub fn line_at(line_starts: &[usize], at: usize) -> usize {
    line_starts.partition_point(|start| *start <= at).max(1)
}
