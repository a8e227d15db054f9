//! What is wrong in the data, as one line that a person can act on.

use std::fmt;

use serde::Serialize;

use crate::lang::Lang;
use crate::tomlfile::TomlFile;
use crate::words::findings::{self as words, Message};

/// One thing that is wrong in a data file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// Path of the file below the data folder.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Path of the field in the file, indices from 0; `$` for the file as a whole.
    pub path: String,
    /// What was expected.
    pub expected: Message,
    /// What was found.
    pub found: Message,
}

/// Something to know that is no mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Path of the file below the data folder.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Path of the field in the file; `$` for the file as a whole.
    pub path: String,
    /// What there is to know.
    pub said: Message,
}

impl Notice {
    /// A notice about a field.
    pub fn at(file: &TomlFile, path: &str, said: Message) -> Notice {
        Notice { file: file.name.clone(), line: file.line_of(path), path: path.to_owned(), said }
    }

    /// A notice about a file as a whole.
    pub fn of_file(file: &str, said: Message) -> Notice {
        Notice { file: file.to_owned(), line: 1, path: "$".to_owned(), said }
    }

    /// The notice as a line.
    pub fn line_in(&self, lang: Lang) -> String {
        let Notice { file, line, path, said } = self;
        shown(&format!("{file}:{line}: {path}: {}", said.in_lang(lang)))
    }
}

/// A finding as programs read it.
#[derive(Debug, Serialize)]
pub struct Told<'a> {
    file: &'a str,
    line: usize,
    path: &'a str,
    /// What kind of finding it is: the same in every language and release.
    code: &'static str,
    expected: String,
    found: String,
}

impl Finding {
    /// A finding about a file as a whole.
    pub fn of_file(file: &str, expected: Message, found: Message) -> Finding {
        Finding::of_line(file, 1, "$", expected, found)
    }

    /// A finding at a line.
    pub fn of_line(
        file: &str,
        line: usize,
        path: impl Into<String>,
        expected: Message,
        found: Message,
    ) -> Finding {
        Finding { file: file.to_owned(), line, path: path.into(), expected, found }
    }

    /// The same at a path in the file.
    pub fn at_path(self, path: String) -> Finding {
        Finding { path, ..self }
    }

    /// Whether it asks about something that may be right after all, and that the file can confirm.
    pub fn is_question(&self) -> bool {
        self.expected.code == words::CONFIRMABLE
    }

    /// The name by which what it asks about is confirmed, where it asks.
    pub fn confirmed_by(&self) -> Option<&str> {
        let said = self.is_question().then(|| self.expected.in_lang(Lang::En))?;
        said.rsplit_once("confirmed = [\"")?.1.split('"').next()
    }

    /// The finding as a line. Nothing in it moves the cursor or turns the direction of what is read, whatever stands in
    /// the file.
    pub fn line_in(&self, lang: Lang) -> String {
        let Finding { file, line, path, expected, found } = self;
        let said = words::expected_found(expected.clone(), found.clone());
        shown(&format!("{file}:{line}: {path}: {}", said.in_lang(lang)))
    }

    /// The finding as programs read it, its words in a language.
    pub fn told_in(&self, lang: Lang) -> Told<'_> {
        let Finding { file, line, path, expected, found } = self;
        let code = expected.code;
        Told {
            file,
            line: *line,
            path,
            code,
            expected: shown(expected.in_lang(lang)),
            found: shown(found.in_lang(lang)),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.line_in(Lang::En))
    }
}

/// A text with what is not seen in it written out: controls, marks of direction, characters without width.
pub fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        if crate::unseen::is_unseen(character) {
            shown.extend(character.escape_unicode());
        } else {
            shown.push(character);
        }
    }
    shown
}
