//! TOML as a person would write it, with where each part of it comes from.

use std::fmt::Write as _;

use super::mapping::quoted;
use super::{From, Made};
use crate::sheet::Place;

/// A text in Chinese, and in English where there is one.
pub fn text(zh: &str, en: Option<&str>) -> String {
    match en {
        Some(en) => format!("{{ zh = {}, en = {} }}", quoted(zh), quoted(en)),
        None => format!("{{ zh = {} }}", quoted(zh)),
    }
}

/// A list of texts.
pub fn list(items: &[String]) -> String {
    let items: Vec<String> = items.iter().map(|item| quoted(item)).collect();
    format!("[{}]", items.join(", "))
}

/// A file as it grows.
#[derive(Default)]
pub struct Writer {
    text: String,
    from: Vec<(From, Place)>,
}

impl Writer {
    /// A line `key = value`, the value as TOML has it.
    pub fn raw(&mut self, key: &str, value: &str) {
        // Writing to a string does not fail.
        let _ = writeln!(self.text, "{key} = {value}");
    }

    /// A line `key = "value"`.
    pub fn pair(&mut self, key: &str, value: &str) {
        self.raw(key, &quoted(value));
    }

    /// A line as it is.
    pub fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// Notes where a field comes from.
    pub fn from(&mut self, field: impl Into<String>, place: &Place) {
        self.from.push((From::Field(field.into()), place.clone()));
    }

    /// The file.
    pub fn made(self, path: String) -> Made {
        Made { path, text: self.text, adds: false, from: self.from }
    }
}
