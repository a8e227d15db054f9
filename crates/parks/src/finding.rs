//! What is wrong in the data, as one line that a person can act on.

use std::fmt;

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
    pub expected: String,
    /// What was found.
    pub found: String,
}

impl Finding {
    /// A finding about a file as a whole.
    pub fn of_file(file: &str, expected: impl Into<String>, found: impl Into<String>) -> Finding {
        Finding::of_line(file, 1, "$", expected, found)
    }

    /// A finding at a line.
    pub fn of_line(
        file: &str,
        line: usize,
        path: impl Into<String>,
        expected: impl Into<String>,
        found: impl Into<String>,
    ) -> Finding {
        Finding {
            file: file.to_owned(),
            line,
            path: path.into(),
            expected: expected.into(),
            found: found.into(),
        }
    }
}

impl Finding {
    /// The same at a path in the file.
    pub fn at_path(self, path: String) -> Finding {
        Finding { path, ..self }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Finding { file, line, path, expected, found } = self;
        write!(f, "{file}:{line}: {path}: expected {expected}, found {found}")
    }
}
