//! The text of files: its encoding told, and a line of it shown where something is wrong with it.

/// Whether a text shows nothing: white space and characters without width only.
pub fn is_blank(text: &str) -> bool {
    let has_no_width = |c| matches!(c, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}');
    text.chars().all(|c| c.is_whitespace() || has_no_width(c))
}

/// The text with whatever would break or reorder a line escaped, so that no file can forge a line of
/// output.
pub fn one_line(text: &str) -> String {
    text.chars().map(escape).collect()
}

/// One line of at most 60 characters, control characters escaped.
pub fn shorten(text: &str) -> String {
    const LIMIT: usize = 60;
    let mut line: String = text.chars().take(LIMIT).map(escape).collect();
    if text.chars().nth(LIMIT).is_some() {
        line.push('…');
    }
    line
}

/// Control characters and line separators would break the one line that an error has.
fn escape(c: char) -> String {
    if c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    {
        c.escape_unicode().to_string()
    } else {
        c.to_string()
    }
}

/// A text in UTF-8, without the byte order mark that some editors put before it.
///
/// # Errors
/// What the bytes are instead, and the way out: the encodings that spreadsheets and old editors write are
/// named. They are told apart by form alone, so no table of characters is carried along for it.
pub fn utf8(bytes: &[u8]) -> Result<&str, String> {
    const WAY_OUT: &str = "save the file as UTF-8 and try again";
    let zero_at = |parity| bytes.len() > 1 && bytes.iter().take(8).skip(parity).step_by(2).all(|b| *b == 0);
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || zero_at(0) != zero_at(1) {
        return Err(format!("text in UTF-16; {WAY_OUT}"));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').unwrap_or(text)),
        Err(_) if is_gbk(bytes) => Err(format!("text in GBK (GB 18030); {WAY_OUT}")),
        Err(e) => Err(format!("text that is not UTF-8 from byte {} on", e.valid_up_to())),
    }
}

/// Whether bytes have the form of GBK or GB 18030: ASCII, pairs and fours of the ranges those use.
fn is_gbk(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    loop {
        rest = match rest {
            [] => return true,
            [0x00..=0x7f, rest @ ..] => rest,
            [0x81..=0xfe, 0x40..=0x7e | 0x80..=0xfe, rest @ ..] => rest,
            [0x81..=0xfe, 0x30..=0x39, 0x81..=0xfe, 0x30..=0x39, rest @ ..] => rest,
            _ => return false,
        };
    }
}

/// Path of a member: `fuels[0].amount`; top-level members stand alone.
pub fn member_path(path: &str, key: &str) -> String {
    let key = if key.is_empty() { "\"\"".to_owned() } else { shorten(key) };
    if path == "$" { key } else { format!("{path}.{key}") }
}
