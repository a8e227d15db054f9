//! Reads a tree into a type although there are mistakes in it: serde stops at its first, so each is told and something
//! that can be read is put in its place, until nothing more is wrong. What was put there is remembered as doubtful.

use std::collections::HashSet;
use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeArray, DeInteger, DeTable, DeValue};

use crate::fault::{Fault, StandIn};
use crate::finding::Finding;
use crate::tomlfile::TomlFile;
use crate::tree::{Node, Step, path_text};
use crate::words::findings::UNQUOTED_DAY;

/// After so many mistakes a file is given up: it is not the file that it should be.
const MOST_MISTAKES: usize = 100;

/// After so many readings too: no file with fewer mistakes needs as many.
const MOST_READINGS: usize = 40 * MOST_MISTAKES;

/// Reads the table into a type and tells every mistake; `None` when something could not be mended.
pub fn read<T: DeserializeOwned>(
    file: &mut TomlFile,
    table: &mut Spanned<DeTable<'_>>,
    findings: &mut Vec<Finding>,
) -> Option<T> {
    let parsed = |table: &Spanned<DeTable<'_>>| T::deserialize(toml::de::Deserializer::from(table.clone()));
    let said = |table: &Spanned<DeTable<'_>>| parsed(table).err().map(|error| error.message().to_owned());
    let mut repair = Repair::new(file);
    for _ in 0..MOST_READINGS {
        let error = match parsed(table) {
            Ok(value) => {
                repair.tell_waiting(file, findings);
                return repair.is_whole.then_some(value);
            }
            Err(error) => error,
        };
        let span = error.span().unwrap_or(0..0);
        let fault = Fault::of(error.message());
        let mended = repair.mend(file, table, &span, &fault, &said, findings);
        file.root = Node::from_table(table);
        if !mended || repair.told >= MOST_MISTAKES {
            return None;
        }
    }
    None
}

struct Repair {
    /// Where the next stand-in is said to stand: beyond the end of the file, each in a place of its own.
    next: usize,
    /// What was put where already.
    tried: HashSet<(String, StandIn)>,
    /// A missing field that may be missing in another table: it is told once the reader has taken it.
    waiting: Option<(String, Finding)>,
    told: usize,
    /// Nothing had to be taken out of a list, so that every element still has its number.
    is_whole: bool,
}

impl Repair {
    fn new(file: &TomlFile) -> Repair {
        let next = file.length() + 2;
        Repair { next, tried: HashSet::new(), waiting: None, told: 0, is_whole: true }
    }

    /// Tells a mistake and mends it; `false` when it cannot be. `said` is what the reader says of a table.
    fn mend(
        &mut self,
        file: &mut TomlFile,
        table: &mut Spanned<DeTable<'_>>,
        span: &Range<usize>,
        fault: &Fault<'_>,
        said: &dyn Fn(&Spanned<DeTable<'_>>) -> Option<String>,
        findings: &mut Vec<Finding>,
    ) -> bool {
        let steps = file.root.steps_to(span);
        let taken = match fault {
            Fault::UnknownField { name, .. } => {
                let is_it = |(path, _): &(String, Finding)| path.rsplit('.').next() == Some(name);
                self.waiting.as_ref().is_none_or(|waiting| !is_it(waiting))
            }
            _ => true,
        };
        if taken {
            self.tell_waiting(file, findings);
        } else {
            self.waiting = None;
        }
        match fault {
            Fault::UnknownField { name, .. } | Fault::DuplicateField { name } => {
                self.unknown_field(file, table.get_mut(), &steps, name, fault, findings)
            }
            Fault::MissingField { name } => {
                self.missing_field(file, table.get_mut(), &steps, name, fault, findings)
            }
            _ if fault.is_of_a_whole() => self.contradiction(file, table, &steps, fault, said, findings),
            _ => self.value(file, table.get_mut(), &steps, fault, findings),
        }
    }

    /// A value that does not fit has another put in its place.
    fn value(
        &mut self,
        file: &mut TomlFile,
        table: &mut DeTable<'_>,
        steps: &[Step],
        fault: &Fault<'_>,
        findings: &mut Vec<Finding>,
    ) -> bool {
        let Some(steps) = wrong_value(table, steps, fault) else {
            return self.take_out(file, table, steps, fault, findings);
        };
        let path = path_text(&steps);
        let is_day =
            value_at(table, &steps).is_some_and(|value| matches!(value.get_ref(), DeValue::Datetime(_)));
        match fault {
            // The reader hands a day without quotes on as a table.
            Fault::Invalid { expected, .. } if is_day => {
                self.tell(file, &path, &Fault::Invalid { found: UNQUOTED_DAY, expected }, findings);
            }
            _ => self.tell(file, &path, fault, findings),
        }
        // Each is tried once, also where two faults propose it.
        let untried = |stand_in: &StandIn| !self.tried.contains(&(path.clone(), stand_in.clone()));
        let Some(stand_in) = fault.stand_ins().into_iter().find(untried) else {
            return self.take_out(file, table, &steps, fault, findings);
        };
        self.tried.insert((path, stand_in.clone()));
        let Some(value) = value_at(table, &steps) else { return false };
        *value = self.stand_in(&stand_in);
        true
    }

    /// Fields of a table that contradict one another: the first without which nothing is said of them goes. Which table
    /// of a list it is, the reader does not tell.
    fn contradiction(
        &mut self,
        file: &mut TomlFile,
        table: &mut Spanned<DeTable<'_>>,
        steps: &[Step],
        fault: &Fault<'_>,
        said: &dyn Fn(&Spanned<DeTable<'_>>) -> Option<String>,
        findings: &mut Vec<Finding>,
    ) -> bool {
        let Some(sentence) = said(table) else { return true };
        // Without a field that must be there, that is what is said.
        let is_gone = |table: &Spanned<DeTable<'_>>| {
            said(table).is_none_or(|now| now != sentence && !now.starts_with("missing field "))
        };
        for path in tables_at(table.get_mut(), steps) {
            let keys: Vec<String> = table_at(table.get_mut(), &path)
                .map_or_else(Vec::new, |table| table.keys().map(|key| key.get_ref().to_string()).collect());
            for key in keys {
                let mut without = table.clone();
                drop(table_at(without.get_mut(), &path).map(|table| table.remove(key.as_str())));
                if is_gone(&without) {
                    self.tell(file, &path_text(&path), fault, findings);
                    *table = without;
                    return true;
                }
            }
        }
        self.take_out(file, table.get_mut(), steps, fault, findings)
    }

    /// A field that nobody knows is taken out, or called by the name that was meant.
    fn unknown_field(
        &mut self,
        file: &mut TomlFile,
        table: &mut DeTable<'_>,
        steps: &[Step],
        name: &str,
        fault: &Fault<'_>,
        findings: &mut Vec<Finding>,
    ) -> bool {
        let around = match steps.split_last() {
            Some((Step::Key(last), around)) if last == name => around,
            _ => steps,
        };
        let known = holders(table, around, &|table| table.contains_key(name));
        let Some(around) = known.into_iter().next() else {
            return self.take_out(file, table, steps, fault, findings);
        };
        let mut path = around.clone();
        path.push(Step::Key(name.to_owned()));
        self.tell(file, &path_text(&path), fault, findings);
        let Some(holder) = table_at(table, &around) else { return false };
        let Some((key, value)) = holder.remove_entry(name) else { return false };
        if let Some(meant) = fault.meant().filter(|meant| !holder.contains_key(*meant)) {
            holder.insert(Spanned::new(key.span(), meant.to_owned().into()), value);
        }
        true
    }

    fn missing_field(
        &mut self,
        file: &mut TomlFile,
        table: &mut DeTable<'_>,
        steps: &[Step],
        name: &str,
        fault: &Fault<'_>,
        findings: &mut Vec<Finding>,
    ) -> bool {
        let text = StandIn::Text("x".to_owned());
        let field = |around: &Vec<Step>| {
            let mut path = around.clone();
            path.push(Step::Key(name.to_owned()));
            path_text(&path)
        };
        let lacks = |table: &DeTable<'_>| !table.contains_key(name);
        let mut around = holders(table, steps, &lacks);
        around.retain(|around| !self.tried.contains(&(field(around), text.clone())));
        // What was put there as nothing lacks everything.
        around.sort_by_key(|around| !file.was_put(&path_text(around)));
        let is_certain = around.len() == 1;
        let Some(around) = around.into_iter().next() else {
            return self.take_out(file, table, steps, fault, findings);
        };
        let path = field(&around);
        self.tried.insert((path.clone(), text.clone()));
        if is_certain || file.was_put(&path) {
            self.tell(file, &path, fault, findings);
        } else {
            self.waiting = Some((path.clone(), fault.finding(file, &path)));
        }
        let key = Spanned::new(self.place(), name.to_owned().into());
        let Some(holder) = table_at(table, &around) else { return false };
        holder.insert(key, self.stand_in(&text));
        true
    }

    /// Tells a mistake, once, and that the field is doubtful from then on. One that follows from a mistake in the form
    /// of the file was told with that.
    fn tell(&mut self, file: &mut TomlFile, path: &str, fault: &Fault<'_>, findings: &mut Vec<Finding>) {
        if file.was_put(path) {
            return;
        }
        let finding = fault.finding(file, path);
        let follows = match fault {
            Fault::MissingField { .. } => file.breaks_off_near(finding.line),
            _ => file.is_broken(finding.line),
        };
        if !follows {
            findings.push(finding);
            self.told += 1;
        }
        file.doubt(path);
    }

    fn tell_waiting(&mut self, file: &mut TomlFile, findings: &mut Vec<Finding>) {
        let Some((path, finding)) = self.waiting.take() else { return };
        if !file.breaks_off_near(finding.line) {
            findings.push(finding);
            self.told += 1;
        }
        file.doubt(&path);
    }

    /// What cannot be mended in its place goes with the element of the list that it stands in. The rest of the file is
    /// read on, but no element has its number any more.
    fn take_out(
        &mut self,
        file: &mut TomlFile,
        table: &mut DeTable<'_>,
        steps: &[Step],
        fault: &Fault<'_>,
        findings: &mut Vec<Finding>,
    ) -> bool {
        self.is_whole = false;
        self.tell(file, &path_text(steps), fault, findings);
        let Some(last) = steps.iter().rposition(|step| matches!(step, Step::Index(_))) else { return false };
        let Some(DeValue::Array(array)) = value_at(table, &steps[..last]).map(Spanned::get_mut) else {
            return false;
        };
        let Step::Index(gone) = steps[last] else { return false };
        let rest = array.iter().enumerate().filter(|(index, _)| *index != gone);
        let rest: Vec<_> = rest.map(|(_, element)| element.clone()).collect();
        let mut kept = DeArray::new();
        rest.into_iter().for_each(|element| kept.push(element));
        *array = kept;
        true
    }

    fn stand_in(&mut self, what: &StandIn) -> Spanned<DeValue<'static>> {
        let value = match what {
            StandIn::Text(text) => DeValue::String(text.clone().into()),
            StandIn::Zero => DeValue::Integer(DeInteger::default()),
            StandIn::True => DeValue::Boolean(true),
            StandIn::Table => DeValue::Table(DeTable::new()),
            StandIn::List(length) => {
                let mut list = DeArray::new();
                (0..*length).for_each(|_| list.push(self.stand_in(&StandIn::Zero)));
                DeValue::Array(list)
            }
        };
        Spanned::new(self.place(), value)
    }

    fn place(&mut self) -> Range<usize> {
        self.next += 2;
        self.next..self.next + 1
    }
}

/// Where the wrong value stands: at these steps, or, where serde has lost the place in an enum with a tag, below them
/// where there is one like it.
fn wrong_value(table: &mut DeTable<'_>, steps: &[Step], fault: &Fault<'_>) -> Option<Vec<Step>> {
    let value = value_at(table, steps)?.get_ref();
    let Some(found) = fault.found_scalar() else { return Some(steps.to_vec()) };
    if !matches!(value, DeValue::Table(_) | DeValue::Array(_)) {
        return Some(steps.to_vec());
    }
    let mut path = steps.to_vec();
    below(value, &found, &mut path).then_some(path)
}

/// The first scalar below a value that reads so.
fn below(value: &DeValue<'_>, found: &str, path: &mut Vec<Step>) -> bool {
    let mut into = |step: Step, value: &Spanned<DeValue<'_>>| {
        path.push(step);
        let is_it = below(value.get_ref(), found, path);
        if !is_it {
            path.pop();
        }
        is_it
    };
    match value {
        DeValue::Table(table) => {
            table.iter().any(|(key, value)| into(Step::Key(key.get_ref().to_string()), value))
        }
        DeValue::Array(array) => {
            array.iter().enumerate().any(|(index, value)| into(Step::Index(index), value))
        }
        DeValue::String(text) => text == found,
        DeValue::Integer(number) => number.to_string() == found,
        DeValue::Float(number) => number.to_string() == found,
        DeValue::Boolean(is) => is.to_string() == found,
        DeValue::Datetime(_) => false,
    }
}

/// The table at these steps and those below it of which something holds, the outer ones first.
fn holders(table: &mut DeTable<'_>, steps: &[Step], holds: &dyn Fn(&DeTable<'_>) -> bool) -> Vec<Vec<Step>> {
    fn search(
        table: &DeTable<'_>,
        path: &mut Vec<Step>,
        holds: &dyn Fn(&DeTable<'_>) -> bool,
        found: &mut Vec<Vec<Step>>,
    ) {
        if holds(table) {
            found.push(path.clone());
        }
        for (key, value) in table {
            let DeValue::Table(table) = value.get_ref() else { continue };
            path.push(Step::Key(key.get_ref().to_string()));
            search(table, path, holds, found);
            path.pop();
        }
    }
    let mut found = Vec::new();
    if let Some(table) = table_at(table, steps) {
        search(table, &mut steps.to_vec(), holds, &mut found);
    }
    found
}

/// The tables that these steps may mean: the one there, or those of the list there. A list of tables stands where its
/// first table does.
fn tables_at(table: &mut DeTable<'_>, steps: &[Step]) -> Vec<Vec<Step>> {
    let list = match steps.split_last() {
        Some((Step::Index(_), around)) => around,
        _ => steps,
    };
    match value_at(table, list).map(|value| value.get_ref()) {
        Some(DeValue::Array(array)) => {
            let element = |index| list.iter().cloned().chain([Step::Index(index)]).collect();
            (0..array.len()).map(element).collect()
        }
        _ => vec![steps.to_vec()],
    }
}

/// The table at these steps.
fn table_at<'t, 'i>(table: &'t mut DeTable<'i>, steps: &[Step]) -> Option<&'t mut DeTable<'i>> {
    if steps.is_empty() {
        return Some(table);
    }
    match value_at(table, steps)?.get_mut() {
        DeValue::Table(table) => Some(table),
        _ => None,
    }
}

/// The value at these steps; `None` for the file as a whole.
fn value_at<'t, 'i>(table: &'t mut DeTable<'i>, steps: &[Step]) -> Option<&'t mut Spanned<DeValue<'i>>> {
    let (first, rest) = steps.split_first()?;
    let Step::Key(key) = first else { return None };
    let mut value = table.get_mut(key.as_str())?;
    for step in rest {
        value = match (value.get_mut(), step) {
            (DeValue::Table(table), Step::Key(key)) => table.get_mut(key.as_str())?,
            (DeValue::Array(array), Step::Index(index)) => array.get_mut(*index)?,
            _ => return None,
        };
    }
    Some(value)
}
