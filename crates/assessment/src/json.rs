//! A JSON text as a small tree that keeps what serde's derive would lose: the digits of each number
//! as written, and keys that stand twice.

use std::collections::HashMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::fact::Problem;

/// Levels of nesting that are read; the contract's files have six. What lies deeper lies in a field that
/// is refused anyway, and is passed over.
const MAX_DEPTH: usize = 32;

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
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

/// Reads one JSON object. Keys that stand twice are added to `problems`.
///
/// # Errors
/// One problem at `$` when the bytes are not one JSON object in UTF-8.
pub fn parse_object(bytes: &[u8], problems: &mut Vec<Problem>) -> Result<Vec<(String, Node)>, Problem> {
    let whole = |found: String| Problem::new("$", "one JSON object", found);
    let text = std::str::from_utf8(bytes)
        .map_err(|e| whole(format!("text that is not UTF-8 from byte {} on", e.valid_up_to())))?;
    if text.starts_with('\u{feff}') {
        return Err(whole("a byte order mark before it".to_owned()));
    }
    if text.trim().is_empty() {
        return Err(whole("nothing".to_owned()));
    }
    let syntax = |e: serde_json::Error| whole(format!("text that is not JSON: {}", shorten(&e.to_string())));
    let raw: &RawValue = serde_json::from_str(text).map_err(syntax)?;
    match read(raw, "$", 0, problems).map_err(syntax)? {
        Node::Object(members) => Ok(members),
        other => Err(whole(other.describe())),
    }
}

fn read(raw: &RawValue, path: &str, depth: usize, problems: &mut Vec<Problem>) -> serde_json::Result<Node> {
    let text = raw.get();
    Ok(match text.as_bytes().first() {
        Some(b'{') if depth > MAX_DEPTH => Node::Object(Vec::new()),
        Some(b'[') if depth > MAX_DEPTH => Node::List(Vec::new()),
        Some(b'{') => {
            let Members(raw_members) = serde_json::from_str(text)?;
            let mut members: Vec<(String, Node)> = Vec::with_capacity(raw_members.len());
            let mut times: HashMap<&String, u32> = HashMap::with_capacity(raw_members.len());
            for (key, raw) in &raw_members {
                let times = times.entry(key).or_default();
                *times += 1;
                if *times == 2 {
                    let found = format!("\"{}\" twice in {path}", shorten(key));
                    problems.push(Problem::new("$", "each key once in an object", found));
                }
                if *times > 1 {
                    continue;
                }
                let node = read(raw, &member_path(path, key), depth + 1, problems)?;
                members.push((key.clone(), node));
            }
            Node::Object(members)
        }
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(text)?;
            let nodes = items
                .iter()
                .enumerate()
                .map(|(i, raw)| read(raw, &format!("{path}[{i}]"), depth + 1, problems));
            Node::List(nodes.collect::<Result<_, _>>()?)
        }
        Some(b'"') => Node::Text(serde_json::from_str(text)?),
        Some(b't' | b'f') => Node::Bool(text.starts_with('t')),
        Some(b'n') => Node::Null,
        _ => Node::Number(text.to_owned()),
    })
}

/// Path of a member: `fuels[0].amount`; top-level members stand alone.
pub fn member_path(path: &str, key: &str) -> String {
    let key = if key.is_empty() { "\"\"".to_owned() } else { shorten(key) };
    if path == "$" { key } else { format!("{path}.{key}") }
}

impl Node {
    /// The tree of a value that has been read already: the same as that of its text.
    pub fn of(value: &Value) -> Node {
        Node::at_depth(value, 0)
    }

    fn at_depth(value: &Value, depth: usize) -> Node {
        match value {
            Value::Null => Node::Null,
            Value::Bool(value) => Node::Bool(*value),
            Value::Number(number) => Node::Number(number.to_string()),
            Value::String(text) => Node::Text(text.clone()),
            Value::Array(_) if depth > MAX_DEPTH => Node::List(Vec::new()),
            Value::Object(_) if depth > MAX_DEPTH => Node::Object(Vec::new()),
            Value::Array(items) => {
                Node::List(items.iter().map(|item| Node::at_depth(item, depth + 1)).collect())
            }
            Value::Object(members) => Node::Object(
                members.iter().map(|(key, value)| (key.clone(), Node::at_depth(value, depth + 1))).collect(),
            ),
        }
    }
}

struct Members<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Members<'de>, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Members<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<'de>, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}
