//! The fields of one JSON object while it is read: each is asked for once, and what nobody asked for
//! is unknown.

use std::fmt;

use json_tree::text::{is_blank, member_path};
use json_tree::{Member, Tree};

use crate::decimal::{Decimal, NumberError};
use crate::fact::Problem;

/// Where an object stands. Written out only where something is wrong.
#[derive(Clone, Copy)]
pub enum Place<'a> {
    /// The file itself.
    File,
    /// A member of an object.
    Member(&'a Place<'a>, &'a str),
    /// An entry of a list that is a member of an object.
    Entry(&'a Place<'a>, &'a str, usize),
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Place::File => f.write_str("$"),
            Place::Member(of, key) => f.write_str(&member_path(&of.to_string(), key)),
            Place::Entry(of, key, index) => write!(f, "{}[{index}]", member_path(&of.to_string(), key)),
        }
    }
}

/// An object's fields, and where to put what is wrong with them.
pub struct Fields<'a> {
    place: &'a Place<'a>,
    members: &'a [Member<'a>],
    /// The names that were asked for, each behind a line break, which no name of a field holds.
    asked: String,
    problems: &'a mut Vec<Problem>,
}

/// A number read from a node, or what was expected instead.
pub enum Numeral {
    /// The number.
    Read(Decimal),
    /// What was expected.
    Refused(String),
}

/// Reads a number in quotes, or a JSON number of the same form or with an exponent.
pub fn numeral(node: &Tree<'_>) -> Numeral {
    let read = match node {
        Tree::Number(token) => Decimal::parse_json(token),
        Tree::Text(text) => Decimal::parse(text),
        _ => Err(NumberError::Form),
    };
    match read {
        Ok(value) => Numeral::Read(value),
        Err(expected) => Numeral::Refused(expected.to_string()),
    }
}

/// Room for the names that most objects are asked for.
const ASKED: usize = 128;

impl<'a> Fields<'a> {
    /// The fields of the object at a place.
    pub fn new(
        place: &'a Place<'a>,
        members: &'a [Member<'a>],
        problems: &'a mut Vec<Problem>,
    ) -> Fields<'a> {
        Fields { place, members, asked: String::with_capacity(ASKED), problems }
    }

    /// Reports every field that nobody asked for.
    pub fn finish(self) {
        let asked = || self.asked.split('\n').skip(1);
        for (key, node) in self.members.iter().filter(|(key, _)| asked().all(|name| name != key.as_ref())) {
            let mut known: Vec<_> = asked().collect();
            known.sort_unstable();
            known.dedup();
            let expected = format!("no such field; known here: {}", known.join(", "));
            let path = member_path(&self.place.to_string(), key);
            self.problems.push(Problem::new(path, expected, node.describe()));
        }
    }

    /// The names of the fields that are there, for an object whose names are not known beforehand.
    pub fn names(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.members.iter().map(|(key, _)| &**key)
    }

    /// A problem with a field.
    pub fn problem(&mut self, field: &str, expected: impl Into<String>, found: impl Into<String>) {
        let path = member_path(&self.place.to_string(), field);
        self.problems.push(Problem::new(path, expected, found));
    }

    /// A problem with the object itself.
    pub fn problem_here(&mut self, expected: impl Into<String>, found: impl Into<String>) {
        self.problems.push(Problem::new(self.place.to_string(), expected, found));
    }

    /// The field, if it is there.
    pub fn get(&mut self, field: &str) -> Option<&'a Tree<'a>> {
        self.asked.push('\n');
        self.asked.push_str(field);
        self.members.iter().find(|(key, _)| key == field).map(|(_, node)| node)
    }

    /// The field, which must be there.
    pub fn required(&mut self, field: &str, expected: &str) -> Option<&'a Tree<'a>> {
        let node = self.get(field);
        if node.is_none() {
            self.problem(field, expected, "nothing");
        }
        node
    }

    /// A number that may be absent.
    pub fn number(&mut self, field: &str) -> Option<Decimal> {
        let node = self.get(field)?;
        self.read_number(field, node)
    }

    /// A number that must be there.
    pub fn required_number(&mut self, field: &str) -> Option<Decimal> {
        match self.get(field) {
            Some(node) => self.read_number(field, node),
            None => {
                self.problem(field, NumberError::Form.to_string(), "nothing");
                None
            }
        }
    }

    fn read_number(&mut self, field: &str, node: &Tree<'_>) -> Option<Decimal> {
        match numeral(node) {
            Numeral::Read(value) => Some(value),
            Numeral::Refused(expected) => {
                self.problem(field, expected, node.describe());
                None
            }
        }
    }

    /// A text that may be absent.
    pub fn text(&mut self, field: &str) -> Option<String> {
        match self.get(field)? {
            Tree::Text(text) => Some(text.to_string()),
            other => {
                self.problem(field, "text in quotes", other.describe());
                None
            }
        }
    }

    /// A text that must be there and not be blank.
    pub fn required_text(&mut self, field: &str, expected: &str) -> Option<String> {
        match self.required(field, expected)? {
            Tree::Text(text) if !is_blank(text) => Some(text.to_string()),
            other => {
                self.problem(field, expected, other.describe());
                None
            }
        }
    }

    /// One of a few ids, which must be there.
    pub fn choice<T: Clone>(&mut self, field: &str, choices: &[(&str, T)]) -> Option<T> {
        let expected =
            || format!("one of {}", choices.iter().map(|(id, _)| *id).collect::<Vec<_>>().join(", "));
        let node = match self.get(field) {
            Some(node) => node,
            None => {
                self.problem(field, expected(), "nothing");
                return None;
            }
        };
        let chosen = match node {
            Tree::Text(text) => choices.iter().find(|(id, _)| id == text),
            _ => None,
        };
        if chosen.is_none() {
            self.problem(field, expected(), node.describe());
        }
        chosen.map(|(_, value)| value.clone())
    }

    /// An object that may be absent.
    pub fn object<T>(&mut self, field: &str, read: impl FnOnce(&mut Fields<'_>) -> Option<T>) -> Option<T> {
        let node = self.get(field)?;
        read_object(&Place::Member(self.place, field), node, self.problems, read)
    }

    /// An object that may be absent, whose fields are read into something else.
    pub fn section(&mut self, field: &str, read: impl FnOnce(&mut Fields<'_>)) {
        self.object(field, |fields| {
            read(fields);
            Some(())
        });
    }

    /// A list of objects, empty when absent. Entries that cannot be read are left out; their problems
    /// stand.
    pub fn list<T>(&mut self, field: &str, read: impl Fn(&mut Fields<'_>) -> Option<T>) -> Vec<T> {
        match self.get(field) {
            None => Vec::new(),
            Some(Tree::List(items)) => {
                let mut entries = Vec::with_capacity(items.len());
                for (i, node) in items.iter().enumerate() {
                    let place = Place::Entry(self.place, field, i);
                    entries.extend(read_object(&place, node, self.problems, &read));
                }
                entries
            }
            Some(other) => {
                self.problem(field, "a list", other.describe());
                Vec::new()
            }
        }
    }
}

fn read_object<T>(
    place: &Place<'_>,
    node: &Tree<'_>,
    problems: &mut Vec<Problem>,
    read: impl FnOnce(&mut Fields<'_>) -> Option<T>,
) -> Option<T> {
    let Tree::Object(members) = node else {
        problems.push(Problem::new(place.to_string(), "an object", node.describe()));
        return None;
    };
    let mut fields = Fields::new(place, members, problems);
    let value = read(&mut fields);
    fields.finish();
    value
}
