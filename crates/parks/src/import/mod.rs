//! `parks import`: a department's table becomes the files that a clerk would have typed. All that is wrong or unsure
//! is told at once, each with its cell; nothing is written unless all is right.

use std::collections::BTreeMap;
use std::fmt;

use assessment::decimal::MAX_FRACTION_DIGITS;
use assessment::{Date, Decimal};
use clap::ValueEnum;
use disclosure::model::Rulebook;

use self::fields::{Field, Holds};
use self::head::Head;
use self::mapping::{Mapping, Part};
use crate::draft::{Draft, EditionDraft};
use crate::files::Files;
use crate::lang::Lang;
use crate::sheet::number::{self, Dimension, NotANumber, Reading, Unit};
use crate::sheet::plain::verbatim;
use crate::sheet::{Cell, Place};
use crate::words::import as words;

mod act;
mod columns;
mod command;
mod correction;
mod fields;
mod head;
mod list;
mod mapping;
mod months;
mod park;
mod parks;
mod published_core;
mod report;
mod round;
mod run;
mod toml_text;

pub use command::{Options, run};
pub use fields::of as fields_of;
pub use run::{Input, import};

/// What a table is imported as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, ValueEnum)]
pub enum As {
    /// An evaluation round (评估轮次).
    Round,
    /// An official list (名单).
    List,
    /// Parks (园区).
    Park,
    /// Official acts about parks (事项).
    Act,
    /// A correction (更正).
    Correction,
    /// A bulletin (调度通报).
    Bulletin,
    /// A practice (典型经验).
    Practice,
}

/// What came of an import.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// Every row with what was understood of it.
    pub preview: Vec<String>,
    /// What a person should know and nobody has to answer.
    pub notices: Vec<String>,
    /// What is wrong or unsure. While there is any of it, there are no files.
    pub problems: Vec<Problem>,
    /// The mapping to be kept beside the file, where something was asked.
    pub map: Option<String>,
    /// The files below the data folder, new or changed.
    pub files: Vec<Made>,
}

/// Something that is wrong or unsure.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The cell, where it is one.
    pub at: Option<Place>,
    /// What it is, in the language of the person.
    pub words: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.at {
            Some(place) => write!(f, "{place}: {}", self.words),
            None => f.write_str(&self.words),
        }
    }
}

/// A file that an import makes.
#[derive(Clone, Debug, Default)]
pub struct Made {
    /// Path below the data folder.
    pub path: String,
    /// What stands in it.
    pub text: String,
    /// Whether it adds to a file that is there.
    pub adds: bool,
    /// Where what stands in it comes from: paths of fields, or lines of a CSV file, with their cells.
    pub from: Vec<(From, Place)>,
}

/// Where something stands in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum From {
    /// At this field and below it.
    Field(String),
    /// On this line, in this column or any.
    Line(usize, Option<&'static str>),
}

/// A row of a table, its cells by the fields that they are of.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its first cell.
    pub place: Place,
    /// What stands in it.
    pub entries: Vec<Entry>,
}

/// A cell of a row.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The field, as an index into those of the import.
    pub field: usize,
    /// The cell.
    pub cell: Cell,
    /// Where it stands.
    pub place: Place,
    /// The unit of its column.
    pub unit: Option<Unit>,
    /// The heading of its column, as it is printed.
    pub heading: String,
}

/// An import while it is made.
pub struct Import<'a> {
    pub(crate) lang: Lang,
    pub(crate) kind: As,
    pub(crate) today: Date,
    pub(crate) draft: &'a Draft,
    pub(crate) edition: &'a EditionDraft,
    pub(crate) files: &'a Files,
    pub(crate) book: Option<Rulebook>,
    pub(crate) fields: Vec<Field>,
    pub(crate) mapping: Mapping,
    pub(crate) head: Head,
    pub(crate) out: Outcome,
}

impl Import<'_> {
    /// Notes a problem at a cell.
    pub(crate) fn wrong(&mut self, at: &Place, words: String) {
        self.problem(Some(at.clone()), words);
    }

    /// Notes a problem.
    pub(crate) fn problem(&mut self, at: Option<Place>, words: String) {
        let problem = Problem { at, words };
        if !self.out.problems.contains(&problem) {
            self.out.problems.push(problem);
        }
    }

    /// Says something that nobody has to answer, once.
    pub(crate) fn say(&mut self, words: String) {
        if !self.out.notices.contains(&words) {
            self.out.notices.push(words);
        }
    }

    /// Asks for an answer in the mapping.
    pub(crate) fn ask(&mut self, part: Part, key: &str, proposal: &str, hint: String, at: Option<Place>) {
        let words = words::asked(self.lang, part.id(), key, &hint);
        self.mapping.ask(part, key, proposal, hint);
        self.problem(at, words);
    }

    /// The field with an id.
    pub(crate) fn field(&self, id: &str) -> Option<usize> {
        self.fields.iter().position(|field| field.id == id)
    }

    /// What a field is called.
    pub(crate) fn name_of(&self, field: usize) -> &str {
        let [zh, en] = &self.fields[field].name;
        self.lang.of(zh, en)
    }

    /// Fields that may be meant: id and name of each.
    pub(crate) fn proposals(&self, perhaps: &[usize]) -> Vec<(String, String)> {
        perhaps.iter().map(|i| (self.fields[*i].id.clone(), self.name_of(*i).to_owned())).collect()
    }

    /// The entry of a row in a field, where anything stands there.
    pub(crate) fn entry<'r>(&self, row: &'r Row, id: &str) -> Option<&'r Entry> {
        let field = self.field(id)?;
        row.entries.iter().find(|entry| entry.field == field && !entry.cell.is_empty())
    }

    /// The words of a row in a field; `None` where nothing stands there or only a dash.
    pub(crate) fn words(&self, row: &Row, id: &str) -> Option<(String, Place)> {
        let entry = self.entry(row, id)?;
        let text = verbatim(&entry.cell.text);
        (!number::is_blank(&text)).then(|| (text, entry.place.clone()))
    }

    /// What a cell of a field of numbers says; what is no number is told.
    pub(crate) fn number(&mut self, entry: &Entry) -> Option<Reading> {
        let Holds::Number(dimension) = self.fields[entry.field].holds else { return None };
        let error = match number::read(&entry.cell, dimension, entry.unit.as_ref()) {
            Ok(reading) => return self.within_limits(entry, reading),
            Err(error) => error,
        };
        if error == NotANumber::WithoutUnit {
            self.ask_unit(entry, dimension);
        } else {
            let words = words::not_a_number(self.lang, error, &entry.cell.plain());
            self.wrong(&entry.place, words);
        }
        None
    }

    /// Whether files hold so many digits.
    fn within_limits(&mut self, entry: &Entry, reading: Reading) -> Option<Reading> {
        let Reading::Number(number) = reading else { return Some(reading) };
        if Decimal::parse(number.digits.trim_start_matches('-')).is_ok() {
            return Some(Reading::Number(number));
        }
        // The portal writes every digit of what it worked out.
        if self.fields[entry.field].id == "core_value_t_per_tce"
            && let Some(digits) = rounded(&number.digits)
        {
            return Some(Reading::Number(number::Number { printed: digits.clone(), digits, ..number }));
        }
        self.wrong(&entry.place, words::too_many_digits(self.lang, &number.digits));
        None
    }

    fn ask_unit(&mut self, entry: &Entry, dimension: Dimension) {
        let hint = words::which_unit(self.lang, &entry.heading, &number::units_of(dimension));
        self.ask(Part::Units, &entry.heading, "", hint, Some(entry.place.clone()));
    }
}

/// A number with more decimal places than files keep, rounded to those.
fn rounded(digits: &str) -> Option<String> {
    let (whole, fraction) = digits.split_once('.')?;
    let kept = fraction.get(..MAX_FRACTION_DIGITS)?;
    let number = Decimal::parse(&format!("{whole}.{kept}")).ok()?;
    let up = fraction.as_bytes().get(MAX_FRACTION_DIGITS).is_some_and(|next| *next >= b'5');
    let last = Decimal::last_place(MAX_FRACTION_DIGITS as u8);
    Some(if up { number + last } else { number }.trimmed().to_string())
}

/// Sums by field, exact.
pub(crate) type Sums = BTreeMap<usize, Decimal>;
