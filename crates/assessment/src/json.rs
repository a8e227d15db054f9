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
