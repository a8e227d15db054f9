//! A JSON text as a small tree that keeps what serde's derive would lose: the digits of each number
//! as written, and keys that stand twice.

use std::collections::HashMap;
use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};
use serde_json::value::RawValue;

use crate::fact::Problem;

/// Levels of nesting that are read; the contract's files have six. What lies deeper lies in a field that
/// is refused anyway, and is passed over.
const MAX_DEPTH: usize = 32;

/// Room made at once for what a file says of its own length.
const MAX_HINT: usize = 64;

/// A JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as written.
    Number(String),
    /// A string, unescaped.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// An object, its members in the order written; each key once, the first of its kind.
    Object(Vec<(String, Node)>),
}

impl Node {
    /// What stands there, in words short enough for one line.
    pub fn describe(&self) -> String {
        match self {
            Node::Null => "null".to_owned(),
            Node::Bool(value) => value.to_string(),
            Node::Number(text) => shorten(text),
            Node::Text(text) if is_blank(text) => "blank text".to_owned(),
            Node::Text(text) => format!("\"{}\"", shorten(text)),
            Node::List(_) => "a list".to_owned(),
            Node::Object(_) => "an object".to_owned(),
        }
    }
}

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

/// Reads one JSON object. Keys that stand twice are added to `problems`.
///
/// # Errors
/// One problem at `$` when the bytes are not one JSON object in UTF-8.
pub fn parse_object(bytes: &[u8], problems: &mut Vec<Problem>) -> Result<Vec<(String, Node)>, Problem> {
    let whole = |found: String| Problem::new("$", "one JSON object", found);
    let text = utf8(bytes).map_err(whole)?;
    if text.trim().is_empty() {
        return Err(whole("nothing".to_owned()));
    }
    let mut parser = Parser { text, at: 0, problems };
    match parser.whole() {
        Ok(Node::Object(members)) => Ok(members),
        Ok(other) => Err(whole(other.describe())),
        Err(bad) => Err(whole(format!("text that is not JSON: {}", shorten(&bad.said(text))))),
    }
}

/// Why a text is no JSON.
enum Bad {
    /// Its form; where, serde is asked to say.
    Form,
    /// An escape in a string that stands for no character.
    Escape(serde_json::Error),
}

impl Bad {
    fn said(self, text: &str) -> String {
        match self {
            Bad::Escape(e) => e.to_string(),
            Bad::Form => match serde_json::from_str::<&RawValue>(text) {
                Err(e) => e.to_string(),
                Ok(_) => "a form that no value has".to_owned(),
            },
        }
    }
}

/// Where a value stands, written out only where a key stands twice.
enum Path<'a> {
    Root,
    Key(&'a Path<'a>, &'a str),
    Index(&'a Path<'a>, usize),
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Path::Root => f.write_str("$"),
            Path::Key(of, key) => f.write_str(&member_path(&of.to_string(), key)),
            Path::Index(of, at) => write!(f, "{of}[{at}]"),
        }
    }
}

/// Reads a text once, from front to back. serde_json alone is not enough: it drops the digits of numbers, and a
/// raw value of it has to be scanned again at every nesting.
struct Parser<'t, 'p> {
    text: &'t str,
    at: usize,
    problems: &'p mut Vec<Problem>,
}

impl<'t> Parser<'t, '_> {
    fn whole(&mut self) -> Result<Node, Bad> {
        let node = self.value(&Path::Root, 0)?;
        self.space();
        if self.at == self.text.len() { Ok(node) } else { Err(Bad::Form) }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// Passes over a byte that must be there.
    fn expect(&mut self, byte: u8) -> Result<(), Bad> {
        if self.peek() == Some(byte) {
            self.at += 1;
            return Ok(());
        }
        Err(Bad::Form)
    }

    fn value(&mut self, path: &Path<'_>, depth: usize) -> Result<Node, Bad> {
        self.space();
        match self.peek() {
            Some(open @ (b'{' | b'[')) if depth > MAX_DEPTH => {
                self.skip()?;
                Ok(if open == b'{' { Node::Object(Vec::new()) } else { Node::List(Vec::new()) })
            }
            Some(b'{') => self.object(path, depth),
            Some(b'[') => self.list(path, depth),
            Some(b'"') => Ok(Node::Text(self.string()?)),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.word("true", Node::Bool(true)),
            Some(b'f') => self.word("false", Node::Bool(false)),
            Some(b'n') => self.word("null", Node::Null),
            _ => Err(Bad::Form),
        }
    }

    fn word(&mut self, word: &str, node: Node) -> Result<Node, Bad> {
        if self.text.as_bytes()[self.at..].starts_with(word.as_bytes()) {
            self.at += word.len();
            return Ok(node);
        }
        Err(Bad::Form)
    }

    /// Passes over a value, however deep.
    fn skip(&mut self) -> Result<(), Bad> {
        let mut values = serde_json::Deserializer::from_str(&self.text[self.at..]).into_iter::<&RawValue>();
        match values.next() {
            Some(Ok(_)) => {
                self.at += values.byte_offset();
                Ok(())
            }
            _ => Err(Bad::Form),
        }
    }

    fn object(&mut self, path: &Path<'_>, depth: usize) -> Result<Node, Bad> {
        self.at += 1;
        let mut members: Vec<(String, Node)> = Vec::new();
        // Keys that stood twice already: told once each.
        let mut told: Vec<String> = Vec::new();
        self.space();
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(Node::Object(members));
        }
        let mut index: Option<HashMap<String, ()>> = None;
        loop {
            self.space();
            if self.peek() != Some(b'"') {
                return Err(Bad::Form);
            }
            let key = self.string()?;
            self.space();
            self.expect(b':')?;
            // Few members are looked through, many are looked up.
            if members.len() == FEW && index.is_none() {
                index = Some(members.iter().map(|(name, _)| (name.clone(), ())).collect());
            }
            let is_there = match &index {
                Some(index) => index.contains_key(&key),
                None => members.iter().any(|(name, _)| *name == key),
            };
            if is_there {
                if !told.contains(&key) {
                    let found = format!("\"{}\" twice in {path}", shorten(&key));
                    self.problems.push(Problem::new("$", "each key once in an object", found));
                    told.push(key);
                }
                // What stands below a key that is there already is not looked into.
                self.space();
                self.skip()?;
            } else {
                let node = self.value(&Path::Key(path, &key), depth + 1)?;
                if let Some(index) = &mut index {
                    index.insert(key.clone(), ());
                }
                members.push((key, node));
            }
            self.space();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b'}') => {
                    self.at += 1;
                    return Ok(Node::Object(members));
                }
                _ => return Err(Bad::Form),
            }
        }
    }

    fn list(&mut self, path: &Path<'_>, depth: usize) -> Result<Node, Bad> {
        self.at += 1;
        let mut items = Vec::new();
        self.space();
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(Node::List(items));
        }
        loop {
            items.push(self.value(&Path::Index(path, items.len()), depth + 1)?);
            self.space();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b']') => {
                    self.at += 1;
                    return Ok(Node::List(items));
                }
                _ => return Err(Bad::Form),
            }
        }
    }

    /// A string, unescaped. Most have no escapes and are taken as they stand.
    fn string(&mut self) -> Result<String, Bad> {
        let start = self.at;
        let bytes = self.text.as_bytes();
        let mut at = start + 1;
        let mut escaped = false;
        loop {
            match bytes.get(at) {
                Some(b'"') => break,
                Some(b'\\') => {
                    escaped = true;
                    at += 2;
                }
                Some(0x20..) => at += 1,
                Some(_) | None => return Err(Bad::Form),
            }
        }
        self.at = at + 1;
        if !escaped {
            return Ok(self.text[start + 1..at].to_owned());
        }
        serde_json::from_str(&self.text[start..=at]).map_err(Bad::Escape)
    }

    fn digits(&mut self) -> usize {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        self.at - start
    }

    fn number(&mut self) -> Result<Node, Bad> {
        let start = self.at;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        let leads_with_zero = self.peek() == Some(b'0');
        let whole = self.digits();
        if whole == 0 || leads_with_zero && whole > 1 {
            return Err(Bad::Form);
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            if self.digits() == 0 {
                return Err(Bad::Form);
            }
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            if self.digits() == 0 {
                return Err(Bad::Form);
            }
        }
        Ok(Node::Number(self.text[start..self.at].to_owned()))
    }
}

/// Members of an object that are looked through for a key, rather than looked up.
const FEW: usize = 24;

/// Path of a member: `fuels[0].amount`; top-level members stand alone.
pub fn member_path(path: &str, key: &str) -> String {
    let key = if key.is_empty() { "\"\"".to_owned() } else { shorten(key) };
    if path == "$" { key } else { format!("{path}.{key}") }
}

/// A tree inside a file of another form. A number that is not whole has passed through a binary float there and
/// may have lost digits; `parks check` asks for quotes. A key that stands twice is refused.
impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Node, D::Error> {
        struct Grow;
        impl<'de> Visitor<'de> for Grow {
            type Value = Node;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("JSON")
            }

            fn visit_unit<E>(self) -> Result<Node, E> {
                Ok(Node::Null)
            }

            fn visit_bool<E>(self, value: bool) -> Result<Node, E> {
                Ok(Node::Bool(value))
            }

            fn visit_u64<E>(self, value: u64) -> Result<Node, E> {
                Ok(Node::Number(value.to_string()))
            }

            fn visit_i64<E>(self, value: i64) -> Result<Node, E> {
                Ok(Node::Number(value.to_string()))
            }

            fn visit_f64<E>(self, value: f64) -> Result<Node, E> {
                Ok(Node::Number(value.to_string()))
            }

            fn visit_str<E>(self, value: &str) -> Result<Node, E> {
                Ok(Node::Text(value.to_owned()))
            }

            fn visit_string<E>(self, value: String) -> Result<Node, E> {
                Ok(Node::Text(value))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Node, A::Error> {
                let mut list = Vec::with_capacity(items.size_hint().unwrap_or(0).min(MAX_HINT));
                while let Some(item) = items.next_element()? {
                    list.push(item);
                }
                Ok(Node::List(list))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
                let mut members: Vec<(String, Node)> =
                    Vec::with_capacity(map.size_hint().unwrap_or(0).min(MAX_HINT));
                while let Some((key, value)) = map.next_entry::<String, Node>()? {
                    if members.iter().any(|(name, _)| *name == key) {
                        return Err(de::Error::custom("a key that stands twice"));
                    }
                    members.push((key, value));
                }
                Ok(Node::Object(members))
            }
        }
        deserializer.deserialize_any(Grow)
    }
}

/// JSON text.
impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&serde_json::to_string(self).map_err(|_| fmt::Error)?)
    }
}

/// As JSON; a number that is not whole is written in quotes, which the contract reads as the same number.
impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Node::Null => serializer.serialize_unit(),
            Node::Bool(value) => serializer.serialize_bool(*value),
            Node::Number(text) => match text.parse::<u64>() {
                Ok(whole) => serializer.serialize_u64(whole),
                Err(_) => serializer.serialize_str(text),
            },
            Node::Text(text) => serializer.serialize_str(text),
            Node::List(items) => serializer.collect_seq(items),
            Node::Object(members) => serializer.collect_map(members.iter().map(|(key, node)| (key, node))),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn parsed(text: &str) -> Result<Node, String> {
        let mut problems = Vec::new();
        let mut parser = Parser { text, at: 0, problems: &mut problems };
        parser.whole().map_err(|bad| bad.said(text))
    }

    /// The tree of a text as serde_json has it; numbers as they stand.
    fn tree(text: &str) -> Result<Node, String> {
        serde_json::from_str::<&RawValue>(text).map_err(|e| e.to_string())?;
        let value: serde_json::Value = serde_json::from_str(text).map_err(|e| e.to_string())?;
        serde_json::from_value(value).map_err(|e| e.to_string())
    }

    proptest! {
        /// Whatever the text, it is taken or refused as serde_json does.
        #[test]
        fn any_text_is_taken_or_refused_as_by_serde(text in r#"[\[\]{}",:0-9.eE+\\u \n\ttruefalsn-]{0,24}"#) {
            let whole = serde_json::from_str::<&RawValue>(&text);
            match parsed(&text) {
                Ok(_) => prop_assert!(whole.is_ok(), "{text:?}"),
                // An escape that stands for no character passes a raw value, and no reader of it.
                Err(_) => {
                    let read = serde_json::from_str::<serde_json::Value>(&text);
                    let out_of_range = read.as_ref().is_err_and(|e| e.to_string().contains("out of range"));
                    prop_assert!(read.is_err() && !out_of_range, "{text:?}");
                }
            }
        }

        /// What is taken is the same tree.
        #[test]
        fn a_tree_comes_back(texts in proptest::collection::vec("\\PC{0,8}", 1..30), n in any::<u32>()) {
            let members: serde_json::Map<String, serde_json::Value> =
                texts.iter().enumerate().map(|(i, text)| (format!("{i}{text}"), serde_json::json!([text, n, {"a": null, "b": true}]))).collect();
            let text = serde_json::Value::Object(members).to_string();
            prop_assert_eq!(parsed(&text), tree(&text));
            prop_assert!(parsed(&text).is_ok());
        }
    }
}
