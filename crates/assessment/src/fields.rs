//! The fields of one JSON object while it is read: each is asked for once, and what nobody asked for
//! is unknown.

use std::collections::HashSet;

use crate::decimal::{Decimal, NumberError};
use crate::fact::Problem;
use crate::json::{Node, is_blank, member_path};
use crate::reader::entry_path;

/// An object's fields, and where to put what is wrong with them.
pub struct Fields<'a> {
    path: String,
    members: &'a [(String, Node)],
    asked: HashSet<String>,
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
pub fn numeral(node: &Node) -> Numeral {
    let read = match node {
        Node::Number(token) => Decimal::parse_json(token),
        Node::Text(text) => Decimal::parse(text),
        _ => Err(NumberError::Form),
    };
    match read {
        Ok(value) => Numeral::Read(value),
        Err(expected) => Numeral::Refused(expected.to_string()),
    }
}

impl<'a> Fields<'a> {
    /// The fields of the object at `path`.
    pub fn new(path: &str, members: &'a [(String, Node)], problems: &'a mut Vec<Problem>) -> Fields<'a> {
        Fields { path: path.to_owned(), members, asked: HashSet::new(), problems }
    }

    /// Reports every field that nobody asked for.
    pub fn finish(self) {
        let mut known: Vec<_> = self.asked.iter().map(String::as_str).collect();
        known.sort_unstable();
        for (key, node) in self.members.iter().filter(|(key, _)| !self.asked.contains(key)) {
            let expected = format!("no such field; known here: {}", known.join(", "));
            self.problems.push(Problem::new(member_path(&self.path, key), expected, node.describe()));
        }
    }

    /// A problem with a field.
    pub fn problem(&mut self, field: &str, expected: impl Into<String>, found: impl Into<String>) {
        self.problems.push(Problem::new(member_path(&self.path, field), expected, found));
    }

    /// A problem with the object itself.
    pub fn problem_here(&mut self, expected: impl Into<String>, found: impl Into<String>) {
        self.problems.push(Problem::new(self.path.clone(), expected, found));
    }

    /// The field, if it is there.
    pub fn get(&mut self, field: &str) -> Option<&'a Node> {
        self.asked.insert(field.to_owned());
        self.members.iter().find(|(key, _)| key == field).map(|(_, node)| node)
    }

    /// The field, which must be there.
    pub fn required(&mut self, field: &str, expected: &str) -> Option<&'a Node> {
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
        let node = self.required(field, &NumberError::Form.to_string())?;
        self.read_number(field, node)
    }

    fn read_number(&mut self, field: &str, node: &Node) -> Option<Decimal> {
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
            Node::Text(text) => Some(text.clone()),
            other => {
                self.problem(field, "text in quotes", other.describe());
                None
            }
        }
    }

    /// A text that must be there and not be blank.
    pub fn required_text(&mut self, field: &str, expected: &str) -> Option<String> {
        match self.required(field, expected)? {
            Node::Text(text) if !is_blank(text) => Some(text.clone()),
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
            Node::Text(text) => choices.iter().find(|(id, _)| id == text),
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
        let path = member_path(&self.path, field);
        read_object(&path, node, self.problems, read)
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
            Some(Node::List(items)) => {
                let mut entries = Vec::with_capacity(items.len());
                for (i, node) in items.iter().enumerate() {
                    let path = entry_path(&self.path, field, i);
                    entries.extend(read_object(&path, node, self.problems, &read));
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
    path: &str,
    node: &Node,
    problems: &mut Vec<Problem>,
    read: impl FnOnce(&mut Fields<'_>) -> Option<T>,
) -> Option<T> {
    let Node::Object(members) = node else {
        problems.push(Problem::new(path, "an object", node.describe()));
        return None;
    };
    let mut fields = Fields::new(path, members, problems);
    let value = read(&mut fields);
    fields.finish();
    value
}
