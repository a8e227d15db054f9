//! Which field each column of a table is, and in which unit.

use super::fields::{Found, Holds, find};
use super::mapping::Part;
use super::parks::likeness;
use super::{Entry, Import, Row};
use crate::sheet::number::{Dimension, Unit, unit_of, unit_of_files, units_of};
use crate::sheet::plain::{compact, comparable};
use crate::sheet::table::{Column, Table};
use crate::sheet::{Kind, Place};
use crate::words::import as words;

/// A column with its field.
pub struct Known {
    column: usize,
    field: usize,
    unit: Option<Unit>,
    heading: String,
}

/// What is said of a heading, of a column or of an item in a row.
pub(super) struct Called<'a> {
    /// As it is printed.
    pub(super) text: &'a str,
    /// What it may be called.
    pub(super) names: &'a [String],
    /// The unit beside it.
    pub(super) unit: Option<&'a str>,
    /// Where it stands.
    pub(super) place: &'a Place,
}

impl Import<'_> {
    /// Finds the field of each column; what is unsure is asked.
    pub(super) fn columns(&mut self, table: &Table<'_>) -> Vec<Known> {
        let mut known: Vec<Known> = Vec::new();
        for column in &table.columns {
            let called = Called {
                text: &column.text,
                names: &column.names,
                unit: column.unit.as_deref(),
                place: &column.place,
            };
            let Some(field) = self.field_called(&called) else { continue };
            if self.fields[field].holds == Holds::Nothing {
                let words = words::passed_over(self.lang, &column.text);
                self.say(words);
                continue;
            }
            if let Some(before) = known.iter().find(|known| known.field == field) {
                let words = words::twice(self.lang, &column.text, &before.heading, self.name_of(field));
                self.wrong(&column.place, words);
                continue;
            }
            let unit = self.unit_called(&called, field, table.unit.as_deref());
            self.fractions(table, column, field, unit.as_ref());
            known.push(Known { column: column.index, field, unit, heading: compact(&column.text) });
        }
        known
    }

    /// The field that something is called; asked where that is not sure.
    pub(super) fn field_called(&mut self, called: &Called<'_>) -> Option<usize> {
        let key = compact(called.text);
        if let Some(answer) = self.mapping.answer(Part::Columns, &key).map(str::to_owned) {
            let by_name = || match find(&self.fields, std::slice::from_ref(&answer)) {
                Found::Sure(field) => Some(field),
                Found::Perhaps(_) => None,
            };
            let field = self.field(&answer).or_else(by_name);
            if field.is_none() {
                let ids: Vec<&str> = self.fields.iter().map(|field| field.id.as_str()).collect();
                let words = words::no_such_field(self.lang, &key, &answer, &ids);
                self.problem(Some(called.place.clone()), words);
            }
            return field;
        }
        match find(&self.fields, called.names) {
            Found::Sure(field) => Some(field),
            Found::Perhaps(mut perhaps) => {
                if perhaps.is_empty() {
                    perhaps = self.nearest_fields(called.names);
                }
                let proposals = self.proposals(&perhaps);
                let first = proposals.first().map_or("", |(id, _)| id.as_str());
                let hint = words::which_field(self.lang, &key, &proposals);
                // A heading that says nothing has a place and no name to be answered by.
                if key.is_empty() {
                    let words = words::column_without_heading(self.lang);
                    self.problem(Some(called.place.clone()), words);
                } else {
                    self.ask(Part::Columns, &key, first, hint, Some(called.place.clone()));
                }
                None
            }
        }
    }

    /// The fields of figures whose names are most like one of some names.
    fn nearest_fields(&self, names: &[String]) -> Vec<usize> {
        let like = |field: usize| {
            let of_field = self.fields[field].name.iter();
            of_field.flat_map(|name| names.iter().map(move |other| likeness(name, other))).max()
        };
        let figures = (0..self.fields.len()).filter(|i| matches!(self.fields[*i].holds, Holds::Number(_)));
        let mut near: Vec<(usize, usize)> = figures.filter_map(|field| Some((like(field)?, field))).collect();
        near.retain(|(likeness, _)| *likeness >= 50);
        near.sort_by_key(|(likeness, _)| std::cmp::Reverse(*likeness));
        near.into_iter().take(3).map(|(_, field)| field).collect()
    }

    /// The unit of something: what was answered, what its heading says, what is said for the whole table.
    pub(super) fn unit_called(
        &mut self,
        called: &Called<'_>,
        field: usize,
        of_table: Option<&str>,
    ) -> Option<Unit> {
        let Holds::Number(dimension) = self.fields[field].holds else { return None };
        let key = compact(called.text);
        if let Some(answer) = self.mapping.answer(Part::Units, &key).map(str::to_owned) {
            let unit = unit_of(&answer, dimension);
            if unit.is_none() && dimension != Dimension::Plain {
                let words = words::no_such_unit(self.lang, &key, &answer, &units_of(dimension));
                self.problem(Some(called.place.clone()), words);
            }
            return unit;
        }
        let id = self.fields[field].id.as_str();
        if key == id {
            // The portal's own tables name the field, and with it its unit.
            return unit_of_files(dimension).and_then(|name| unit_of(name, dimension));
        }
        if let Some(text) = called.unit {
            let unit = unit_of(text, dimension);
            let declared = self.fields[field].unit.clone();
            let is_declared = declared.iter().flatten().any(|name| comparable(name) == comparable(text));
            if unit.is_none() && !is_declared {
                let units =
                    declared.as_ref().map_or_else(|| units_of(dimension), |[zh, _]| vec![zh.as_str()]);
                let words = words::wrong_unit(self.lang, text, self.name_of(field), &units);
                self.problem(Some(called.place.clone()), words);
            }
            return unit;
        }
        // 单位：万吨标准煤、%: of several the one that can be meant.
        let mut units = of_table.into_iter().flat_map(|text| text.split(['、', ',', ';', '，', '；']));
        units.find_map(|text| unit_of(text, dimension))
    }

    /// A column of shares in which no number is above 1: they are fractions, or per cent of next to nothing.
    fn fractions(&mut self, table: &Table<'_>, column: &Column, field: usize, unit: Option<&Unit>) {
        let is_share = self.fields[field].holds == Holds::Number(Dimension::Percent);
        let key = compact(&column.text);
        if !is_share
            || unit.is_some_and(|unit| unit.places != 0)
            || self.mapping.answer(Part::Units, &key).is_some()
        {
            return;
        }
        let cells = table.rows.iter().map(|row| table.sheet.cell(*row, column.index));
        let numbers: Vec<&str> = cells
            .filter(|cell| cell.kind != Kind::Percent)
            .filter_map(|cell| {
                let text = cell.text.trim();
                (!text.is_empty() && text.bytes().all(|b| b.is_ascii_digit() || b == b'.')).then_some(text)
            })
            .collect();
        let small = |text: &&&str| text.starts_with("0.") || text.starts_with('.') || **text == "1";
        let nothing = |text: &&&str| text.bytes().all(|b| b == b'0' || b == b'.');
        let said = numbers.iter().filter(|text| !nothing(text)).count();
        if said > 0 && numbers.iter().filter(|text| !nothing(text)).all(|text| small(&text)) {
            let hint = words::fractions(self.lang, &key);
            self.ask(Part::Units, &key, "", hint, Some(column.place.clone()));
        }
    }

    /// The rows of a table by their fields.
    pub(super) fn rows(&mut self, table: &Table<'_>, known: &[Known]) -> Vec<Row> {
        let mut rows = Vec::new();
        for row in &table.rows {
            let mut entries = Vec::new();
            for Known { column, field, unit, heading } in known {
                let sheet = table.sheet;
                let place = sheet.place(*row, *column);
                let is_number = matches!(self.fields[*field].holds, Holds::Number(_));
                let inside = sheet.merged_at(*row, *column).filter(|merged| merged.rows[0] < *row);
                if is_number && inside.is_some() && !sheet.shown(*row, *column).is_empty() {
                    // One number over several rows is nobody's.
                    let words = words::merged_number(self.lang, &sheet.shown(*row, *column).plain());
                    self.wrong(&place, words);
                    continue;
                }
                let cell = sheet.shown(*row, *column).clone();
                entries.push(Entry {
                    field: *field,
                    cell,
                    place,
                    unit: unit.clone(),
                    heading: heading.clone(),
                });
            }
            rows.push(Row { place: table.sheet.place(*row, 0), entries });
        }
        rows
    }
}

impl Known {
    /// The field.
    pub(super) fn field(&self) -> usize {
        self.field
    }

    /// Its cell in a row of a table.
    pub(super) fn entry(&self, table: &Table<'_>, row: usize) -> Entry {
        Entry {
            field: self.field,
            cell: table.sheet.cell(row, self.column).clone(),
            place: table.sheet.place(row, self.column),
            unit: self.unit.clone(),
            heading: self.heading.clone(),
        }
    }
}
