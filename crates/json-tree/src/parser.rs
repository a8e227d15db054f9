//! Reads JSON text into a tree, once, from front to back.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;
use std::ops::Range;

use serde_json::value::RawValue;

use crate::Tree;
use crate::text::member_path;

/// Levels of nesting that are read; the deepest file has ten. What lies deeper is passed over.
const MAX_DEPTH: usize = 32;

/// Members of an object that are looked through for a key, rather than looked up.
const FEW: usize = 24;

/// A tree with what was odd about its text.
#[derive(Debug)]
pub struct Parsed<'t> {
    /// The tree; of members with one key it holds the first.
    pub tree: Tree<'t>,
    /// Keys that stand twice in an object, once each.
    pub twice: Vec<Twice>,
    /// Whether lists or objects lie so deep that they were taken as empty.
    pub is_cut: bool,
}

/// A key that stands twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Twice {
    /// The key.
    pub key: String,
    /// Path of the object; `$` for the whole.
    pub path: String,
}

/// Reads a text.
///
/// # Errors
/// Why it is no JSON.
pub fn parse(text: &str) -> Result<Parsed<'_>, String> {
    let mut parser = Parser::<'_, false> { text, at: 0, twice: Vec::new(), is_cut: false };
    match parser.whole() {
        Ok(tree) => Ok(Parsed { tree, twice: parser.twice, is_cut: parser.is_cut }),
        Err(bad) => Err(bad.said(text)),
    }
}

/// Reads a text in which nothing is odd: no key stands twice, and nothing lies too deep. `None` for any other.
///
/// Of this the first part of the WebAssembly has the code, so it forms no message and takes nothing of serde_json.
pub(crate) fn parse_strictly(text: &str) -> Option<Tree<'_>> {
    Parser::<'_, true> { text, at: 0, twice: Vec::new(), is_cut: false }.whole().ok()
}

/// Why a text is no JSON.
enum Bad {
    /// Its form; where, serde is asked to say.
    Form,
    /// An escape that stands for no character, in the string that stands there.
    Escape(Range<usize>),
}

impl Bad {
    fn said(self, text: &str) -> String {
        match self {
            Bad::Escape(string) => match serde_json::from_str::<String>(&text[string]) {
                Err(e) => e.to_string(),
                Ok(_) => "an escape that stands for no character".to_owned(),
            },
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
/// raw value of it has to be scanned again at every nesting. One that is `STRICT` ends at what is odd.
struct Parser<'t, const STRICT: bool> {
    text: &'t str,
    at: usize,
    twice: Vec<Twice>,
    is_cut: bool,
}

impl<'t, const STRICT: bool> Parser<'t, STRICT> {
    fn whole(&mut self) -> Result<Tree<'t>, Bad> {
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

    fn value(&mut self, path: &Path<'_>, depth: usize) -> Result<Tree<'t>, Bad> {
        self.space();
        match self.peek() {
            Some(b'{' | b'[') if STRICT && depth > MAX_DEPTH => Err(Bad::Form),
            Some(open @ (b'{' | b'[')) if depth > MAX_DEPTH => {
                self.skip()?;
                self.is_cut = true;
                Ok(if open == b'{' { Tree::Object(Vec::new()) } else { Tree::List(Vec::new()) })
            }
            Some(b'{') => self.object(path, depth),
            Some(b'[') => self.list(path, depth),
            Some(b'"') => Ok(Tree::Text(self.string()?)),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.word("true", Tree::Bool(true)),
            Some(b'f') => self.word("false", Tree::Bool(false)),
            Some(b'n') => self.word("null", Tree::Null),
            _ => Err(Bad::Form),
        }
    }

    fn word(&mut self, word: &str, node: Tree<'t>) -> Result<Tree<'t>, Bad> {
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

    fn object(&mut self, path: &Path<'_>, depth: usize) -> Result<Tree<'t>, Bad> {
        self.at += 1;
        let mut members: Vec<(Cow<'t, str>, Tree<'t>)> = Vec::new();
        // Keys that stood twice already: told once each.
        let mut told: Vec<Cow<'t, str>> = Vec::new();
        self.space();
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(Tree::Object(members));
        }
        let mut index: Option<HashSet<Cow<'t, str>>> = None;
        loop {
            self.space();
            if self.peek() != Some(b'"') {
                return Err(Bad::Form);
            }
            let key = self.string()?;
            self.space();
            self.expect(b':')?;
            // Few members are looked through, many are looked up.
            if !STRICT && members.len() == FEW && index.is_none() {
                index = Some(members.iter().map(|(name, _)| name.clone()).collect());
            }
            let is_there = match &index {
                Some(index) if !STRICT => index.contains(&key),
                _ => members.iter().any(|(name, _)| *name == key),
            };
            if is_there && STRICT {
                return Err(Bad::Form);
            }
            if is_there {
                if !told.contains(&key) {
                    self.twice.push(Twice { key: key.to_string(), path: path.to_string() });
                    told.push(key);
                }
                // What stands below a key that is there already is not looked into.
                self.space();
                self.skip()?;
            } else {
                let node = self.value(&Path::Key(path, &key), depth + 1)?;
                if !STRICT && let Some(index) = &mut index {
                    index.insert(key.clone());
                }
                members.push((key, node));
            }
            self.space();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b'}') => {
                    self.at += 1;
                    return Ok(Tree::Object(members));
                }
                _ => return Err(Bad::Form),
            }
        }
    }

    fn list(&mut self, path: &Path<'_>, depth: usize) -> Result<Tree<'t>, Bad> {
        self.at += 1;
        let mut items = Vec::new();
        self.space();
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(Tree::List(items));
        }
        loop {
            items.push(self.value(&Path::Index(path, items.len()), depth + 1)?);
            self.space();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b']') => {
                    self.at += 1;
                    return Ok(Tree::List(items));
                }
                _ => return Err(Bad::Form),
            }
        }
    }

    /// A string, unescaped. Most have no escapes and are taken as they stand.
    fn string(&mut self) -> Result<Cow<'t, str>, Bad> {
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
            return Ok(Cow::Borrowed(&self.text[start + 1..at]));
        }
        unescaped(&self.text[start + 1..at]).map(Cow::Owned).ok_or(Bad::Escape(start..at + 1))
    }

    fn digits(&mut self) -> usize {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        self.at - start
    }

    fn number(&mut self) -> Result<Tree<'t>, Bad> {
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
        Ok(Tree::Number(Cow::Borrowed(&self.text[start..self.at])))
    }
}

/// A string's text without its escapes; `None` where one stands for no character.
fn unescaped(text: &str) -> Option<String> {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        plain.push_str(before);
        let escape = after.bytes().next()?;
        rest = after.get(1..)?;
        plain.push(match escape {
            b'"' | b'\\' | b'/' => char::from(escape),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let unit = unit(rest)?;
                rest = &rest[4..];
                // What lies beyond the first plane is written as two units.
                let second = || unit_after(rest, "\\u");
                let (units, used) = match unit {
                    0xD800..0xDC00 => ([unit, second()?], 6),
                    _ => ([unit, 0], 0),
                };
                rest = &rest[used..];
                let units = if used == 0 { &units[..1] } else { &units[..] };
                char::decode_utf16(units.iter().copied()).next()?.ok()?
            }
            _ => return None,
        });
    }
    plain.push_str(rest);
    Some(plain)
}

/// The four hexadecimal digits that a text begins with.
fn unit(text: &str) -> Option<u16> {
    let digits = text.get(..4).filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))?;
    u16::from_str_radix(digits, 16).ok()
}

fn unit_after(text: &str, lead: &str) -> Option<u16> {
    unit(text.strip_prefix(lead)?)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn parsed(text: &str) -> Result<Tree<'_>, String> {
        parse(text).map(|parsed| parsed.tree)
    }

    /// The tree of a text as serde_json has it; numbers as they stand.
    fn tree(text: &str) -> Result<Tree<'static>, String> {
        serde_json::from_str::<&RawValue>(text).map_err(|e| e.to_string())?;
        let value: serde_json::Value = serde_json::from_str(text).map_err(|e| e.to_string())?;
        serde_json::from_value::<Tree<'static>>(value).map_err(|e| e.to_string())
    }

    #[test]
    fn the_first_of_members_with_one_key_stays_and_the_key_is_told_once() {
        let text = r#"{"a":{"b":1,"b":2,"b":[]},"a":{"c":1,"c":2}}"#;
        let Parsed { tree, twice, is_cut } = parse(text).unwrap();
        assert_eq!(tree.to_string(), r#"{"a":{"b":1}}"#);
        let twice: Vec<_> = twice.iter().map(|twice| (twice.key.as_str(), twice.path.as_str())).collect();
        assert_eq!((twice, is_cut), (vec![("b", "a"), ("a", "$")], false));
    }

    #[test]
    fn what_lies_too_deep_is_passed_over_and_said_to_be() {
        let deep = |levels: usize| ["[".repeat(levels), "]".repeat(levels)].concat();
        assert!(!parse(&deep(MAX_DEPTH + 1)).unwrap().is_cut);
        assert!(parse(&deep(MAX_DEPTH + 2)).unwrap().is_cut);
        assert!(parse(&deep(MAX_DEPTH + 2)[1..]).is_err());
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
