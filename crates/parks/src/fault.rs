//! What serde says of a value that does not fit, taken apart.

use crate::finding::Finding;
use crate::tomlfile::TomlFile;
use crate::words::findings as words;

/// A mistake that serde tells, in one of the sentences that it has for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault<'m> {
    /// A key that nobody knows, and those that are known there.
    UnknownField { name: &'m str, known: Vec<&'m str> },
    /// A key that is not there.
    MissingField { name: &'m str },
    /// A key that stands there by two names.
    DuplicateField { name: &'m str },
    /// A word that is none of those that may stand there.
    UnknownVariant { name: &'m str, known: Vec<&'m str> },
    /// Another type, value or length than what is expected.
    Invalid { found: &'m str, expected: &'m str },
    /// Anything else.
    Other { said: &'m str },
}

impl<'m> Fault<'m> {
    /// Takes a sentence apart.
    pub fn of(message: &'m str) -> Fault<'m> {
        if let Some((name, rest)) = named(message, "unknown field ") {
            return Fault::UnknownField { name, known: ticked(rest) };
        }
        if let Some((name, _)) = named(message, "missing field ") {
            return Fault::MissingField { name };
        }
        if let Some((name, _)) = named(message, "duplicate field ") {
            return Fault::DuplicateField { name };
        }
        if let Some((name, rest)) = named(message, "unknown variant ") {
            return Fault::UnknownVariant { name, known: ticked(rest) };
        }
        let invalid = ["invalid type: ", "invalid value: ", "invalid length "];
        // Types that are made of others say it without the beginning.
        let rest = invalid.iter().find_map(|prefix| message.strip_prefix(prefix)).unwrap_or(message);
        match rest.rsplit_once(", expected ") {
            Some((found, expected)) => Fault::Invalid { found, expected },
            None => Fault::Other { said: message },
        }
    }

    /// The finding at a path: what was expected there and what was found.
    pub fn finding(&self, file: &TomlFile, path: &str) -> Finding {
        let one_of = |known: &[&str]| match self.meant() {
            Some(near) => words::one_of_near(words::ids(known.iter().copied()), near),
            None => words::one_of(words::ids(known.iter().copied())),
        };
        let (expected, found) = match self {
            Fault::UnknownField { name, known } => (one_of(known), words::unknown_key(*name)),
            Fault::MissingField { .. } => (words::a_value(), words::nothing()),
            Fault::DuplicateField { name } => (words::key_once(), words::again(*name)),
            Fault::UnknownVariant { name, known } => (one_of(known), words::quoted(name)),
            Fault::Invalid { found, expected } => (words::expected(expected), words::found(found)),
            Fault::Other { said } => match said.split_once(", found ") {
                Some((expected, found)) => {
                    let expected =
                        expected.rsplit_once("expected ").map_or(expected, |(_, expected)| expected);
                    (words::expected(expected), words::found(found))
                }
                None => (words::a_valid_value(), words::plain(said)),
            },
        };
        file.finding(path, expected, found)
    }

    /// The known name that an unknown one is most like, if it is like any.
    pub fn meant(&self) -> Option<&'m str> {
        match self {
            Fault::UnknownField { name, known } | Fault::UnknownVariant { name, known } => {
                nearest(name, known.iter().copied())
            }
            _ => None,
        }
    }

    /// Whether it is of several fields together, each of which may be right.
    pub fn is_of_a_whole(&self) -> bool {
        match self {
            Fault::Other { .. } => true,
            Fault::Invalid { found, .. } => found.starts_with("another choice of "),
            _ => false,
        }
    }

    /// The scalar that was found, where the sentence has it.
    pub fn found_scalar(&self) -> Option<String> {
        match self {
            Fault::UnknownVariant { name, .. } => Some((*name).to_owned()),
            Fault::Invalid { found, .. } => {
                let text = found.strip_prefix("string ").and_then(|quoted| serde_json::from_str(quoted).ok());
                text.or_else(|| found.split('`').nth(1).map(str::to_owned))
            }
            _ => None,
        }
    }

    /// What may stand in the place, the most likely first.
    pub fn stand_ins(&self) -> Vec<StandIn> {
        let mut likely = match self {
            Fault::UnknownVariant { known, .. } => {
                known.iter().take(1).map(|word| StandIn::Text((*word).to_owned())).collect()
            }
            Fault::Invalid { expected, .. } => expected_kind(expected),
            _ => Vec::new(),
        };
        let texts = ["x", "2026-01-01", "1"].map(|text| StandIn::Text(text.to_owned()));
        likely.extend(texts);
        likely.extend([StandIn::Zero, StandIn::List(0), StandIn::Table, StandIn::True]);
        likely
    }
}

/// Something that stands in the place of a value that could not be read, so that the rest can be.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum StandIn {
    Text(String),
    Zero,
    True,
    /// A list of so many zeros.
    List(usize),
    Table,
}

fn expected_kind(expected: &str) -> Vec<StandIn> {
    let length = expected.strip_prefix("an array of length ").or(expected.strip_prefix("a tuple of size "));
    if let Some(length) = length.and_then(|length| length.parse().ok()) {
        return vec![StandIn::List(length)];
    }
    let numbers = ["u8", "u16", "u32", "u64", "usize", "i32", "i64", "f64"];
    if expected.contains("`percent`") {
        return vec![StandIn::Text("percent".to_owned())];
    }
    let kind = match expected {
        "a sequence" => StandIn::List(0),
        "a boolean" => StandIn::True,
        "a map" => StandIn::Table,
        number if numbers.contains(&number) => StandIn::Zero,
        table if table.starts_with("struct ") || table.contains("tagged enum ") => StandIn::Table,
        _ => return Vec::new(),
    };
    vec![kind]
}

/// The name between ticks after a prefix, and the rest of the sentence.
fn named<'m>(message: &'m str, prefix: &str) -> Option<(&'m str, &'m str)> {
    message.strip_prefix(prefix)?.strip_prefix('`')?.split_once('`')
}

/// Everything that stands between ticks.
fn ticked(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// The name that another is most like, if it is like any: what somebody has mistyped.
pub fn nearest<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    /// Below this likeness two names have nothing to do with one another.
    const LIKE: f64 = 0.75;
    let likeness = |known: &'n str| (strsim::normalized_damerau_levenshtein(name, known), known);
    let best = known.map(likeness).max_by(|one, other| one.0.total_cmp(&other.0));
    best.filter(|(like, _)| *like >= LIKE).map(|(_, known)| known)
}
