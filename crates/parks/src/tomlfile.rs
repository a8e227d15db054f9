//! A TOML file that remembers where each of its values stands, read into typed values with every
//! mistake told at once.

use serde::de::DeserializeOwned;
use toml::de::DeTable;

use crate::confirmed::Confirmed;
use crate::finding::Finding;
use crate::repair;
use crate::text;
use crate::tree::Node;
use crate::words::findings::{self as words, Message};

/// Fields that others refer to.
const NAMES: [&str; 2] = ["id", "path"];

/// A typed value with the file it was read from.
#[derive(Clone, Debug)]
pub struct Read<T> {
    /// Where its fields stand.
    pub file: TomlFile,
    /// The value.
    pub value: T,
}

/// A parsed file: finds the line of a field by its path.
///
/// Where a field could not be read, something stands in its place so that all others can be checked. Such a field is
/// doubtful: nothing is said of it but that it could not be read.
#[derive(Clone, Debug)]
pub struct TomlFile {
    /// Path below the data folder.
    pub name: String,
    /// What stands in it.
    pub root: Node,
    line_starts: Vec<usize>,
    length: usize,
    /// What it says is right although it looks like a slip.
    pub confirmed: Confirmed,
    /// Paths of the fields that could not be read.
    doubtful: Vec<String>,
    /// Lines that are no TOML.
    broken: Vec<Broken>,
}

/// A line that is no TOML.
#[derive(Clone, Copy, Debug)]
struct Broken {
    line: usize,
    /// That of the table's head above it; 0 where there is none.
    head: usize,
    /// It may have been a name that others refer to.
    is_name: bool,
    /// It is the head of a table, and what it was to be can be told.
    is_mended: bool,
}

impl TomlFile {
    /// The line of the field with this path, such as `indicators[0].clause`; of the nearest thing around
    /// it when there is no such field.
    pub fn line_of(&self, path: &str) -> usize {
        text::line_at(&self.line_starts, self.root.nearest(path).start)
    }

    /// The line of a place in the file.
    pub fn line_at(&self, place: usize) -> usize {
        text::line_at(&self.line_starts, place)
    }

    /// Its bytes.
    pub fn length(&self) -> usize {
        self.length
    }

    /// A finding at a field of this file.
    pub fn finding(&self, path: &str, expected: Message, found: Message) -> Finding {
        let shown = if path.is_empty() { "$" } else { path };
        Finding::of_line(&self.name, self.line_of(path), shown, expected, found)
    }

    /// Notes that a field could not be read.
    pub fn doubt(&mut self, path: &str) {
        self.doubtful.push(path.to_owned());
    }

    /// Whether everything in it could be read.
    pub fn is_sound(&self) -> bool {
        self.doubtful.is_empty() && self.broken.is_empty()
    }

    /// Whether a field, something in it or something around it could not be read.
    pub fn doubts(&self, path: &str) -> bool {
        self.is_broken(self.line_of(path))
            || self.doubtful.iter().any(|doubtful| lies_in(path, doubtful) || lies_in(doubtful, path))
    }

    /// Whether a field, or one around it, could not be read, so that what stands there was put there.
    pub fn was_put(&self, path: &str) -> bool {
        self.doubtful.iter().any(|doubtful| lies_in(path, doubtful))
    }

    /// Whether what others refer to could be read: ids, and the paths of clauses.
    pub fn names_hold(&self) -> bool {
        let is_name = |path: &String| NAMES.contains(&path.rsplit('.').next().unwrap_or_default());
        !self.broken.iter().any(|broken| broken.is_name) && !self.doubtful.iter().any(is_name)
    }

    /// Whether a line is no TOML.
    pub fn is_broken(&self, line: usize) -> bool {
        self.broken.iter().any(|broken| broken.line == line)
    }

    /// Whether a line that is no TOML stands in the table that begins at a line.
    pub fn breaks_off_near(&self, table: usize) -> bool {
        // What stands above all heads belongs to the file as a whole, which begins in its first line.
        self.broken
            .iter()
            .any(|broken| !broken.is_mended && (broken.head.max(1) == table || broken.line == table))
    }
}

/// Whether a path is another one or lies in it.
fn lies_in(path: &str, around: &str) -> bool {
    path.strip_prefix(around).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// Whether a file has a key at its top, by which it says what it is.
pub fn has_key(bytes: &[u8], key: &str) -> bool {
    let text = std::str::from_utf8(bytes);
    text.is_ok_and(|text| DeTable::parse_recoverable(text).0.get_ref().contains_key(key))
}

/// Reads a file. Every mistake is added to `findings`; the value comes back with something in the place of what could
/// not be read, or not at all where that is not possible.
pub fn read<T: DeserializeOwned>(name: &str, bytes: &[u8], findings: &mut Vec<Finding>) -> Option<Read<T>> {
    read_with(name, bytes, findings, |_, _, _| {})
}

/// Reads a file whose tables `prepare` makes ready first.
pub fn read_with<T: DeserializeOwned>(
    name: &str,
    bytes: &[u8],
    findings: &mut Vec<Finding>,
    prepare: impl FnOnce(&mut TomlFile, &mut DeTable<'_>, &mut Vec<Finding>),
) -> Option<Read<T>> {
    let mut text = text::decode(name, bytes, findings)?.into_owned();
    let mut file = TomlFile {
        name: name.to_owned(),
        root: Node::default(),
        line_starts: text::line_starts(&text),
        length: text.len(),
        confirmed: Confirmed::default(),
        doubtful: Vec::new(),
        broken: Vec::new(),
    };
    // The reader of TOML leaves off at some mistakes: without the line it reads on.
    loop {
        let (_, errors) = DeTable::parse_recoverable(&text);
        if errors.is_empty() {
            break;
        }
        if !broken(&mut file, &text, &errors, findings) {
            return None;
        }
        text = mended(&text, &file);
        // No line has come or gone, but some are longer.
        file.line_starts = text::line_starts(&text);
        file.length = text.len();
    }
    let (mut table, _) = DeTable::parse_recoverable(&text);
    file.root = Node::from_table(&table);
    prepare(&mut file, table.get_mut(), findings);
    let value = repair::read(&mut file, &mut table, findings)?;
    Some(Read { file, value })
}

/// The text with the heads that can be told put right, and with spaces in the other lines that are no TOML, so that
/// everything else keeps its place.
fn mended(text: &str, file: &TomlFile) -> String {
    let line = |(index, line): (usize, &str)| {
        let content = line.trim_end_matches(['\n', '\r']);
        let end = &line[content.len()..];
        match file.broken.iter().find(|broken| broken.line == index + 1) {
            None => line.to_owned(),
            Some(broken) if broken.is_mended => head_meant(content, text).unwrap_or_default() + end,
            Some(_) => " ".repeat(content.len()) + end,
        }
    };
    text.split_inclusive('\n').enumerate().map(line).collect()
}

/// The head of a table that a line was to be: `[[parks]`, `[parks.balance`, `【【parks】】`. Whether it is one of a list
/// is told by its brackets, or by the other heads of that name.
fn head_meant(line: &str, text: &str) -> Option<String> {
    let half_width = |c: char| match c {
        '【' | '［' => '[',
        '】' | '］' => ']',
        c => c,
    };
    let line: String = line.chars().map(half_width).collect();
    let line = line.split('#').next().unwrap_or_default().trim();
    let opened = line.len() - line.trim_start_matches('[').len();
    let closed = line.len() - line.trim_end_matches(']').len();
    let name = line.trim_matches(['[', ']', ' ']);
    let is_key = |key: &str| {
        !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'))
    };
    if opened == 0 || !name.split('.').all(is_key) {
        return None;
    }
    let list = format!("[[{name}]]");
    let is_list = opened > 1 || closed > 1 || text.lines().any(|other| other.trim().starts_with(&list));
    Some(if is_list { list } else { format!("[{name}]") })
}

/// Tells each line that is no TOML; `false` where what stands in the others cannot be told: the head of a table is
/// broken beyond telling, nothing is TOML at all, or a mistake stands in no line.
fn broken(file: &mut TomlFile, text: &str, errors: &[toml::de::Error], findings: &mut Vec<Finding>) -> bool {
    /// After so many broken lines it is another kind of file.
    const MOST_BROKEN: usize = 40;
    let lines: Vec<&str> = text.lines().collect();
    let is_head = |line: usize| {
        lines.get(line - 1).is_some_and(|line| line.trim_start().starts_with(['[', '【', '［']))
    };
    let before = file.broken.len();
    let mut goes_on = true;
    for error in errors {
        let line = error.span().map_or(1, |span| file.line_at(span.start));
        if let Some(known) = file.broken.iter().position(|broken| broken.line == line) {
            // What was put in the place of a head is none either.
            goes_on &= !file.broken[known].is_mended || known >= before;
            continue;
        }
        let text_of_line = lines.get(line - 1).map_or("", |line| line.trim_start());
        let said = match text_of_line.starts_with(['【', '［']) {
            true => words::wide_brackets(),
            false => words::broken(error.message()),
        };
        findings.push(Finding::of_line(&file.name, line, "$", words::valid_toml(), words::a_mistake(said)));
        let is_mended = is_head(line) && head_meant(text_of_line, text).is_some();
        goes_on &= !is_head(line) || is_mended;
        let head = (1..line).rev().find(|line| is_head(*line)).unwrap_or_default();
        let is_name = NAMES.iter().any(|name| text_of_line.starts_with(name));
        file.broken.push(Broken { line, head, is_name, is_mended });
        // What is told of the lines below it may follow from it, and is told again where it does not.
        if is_mended {
            break;
        }
    }
    goes_on && file.broken.len() > before && file.broken.len() <= MOST_BROKEN
}
