//! Months of a year: added up to the year, and totals compared with what they add up.

use std::collections::BTreeMap;

use assessment::Decimal;

use super::columns::{Called, Known};
use super::fields::Holds;
use super::{Entry, Import, Row, Sums};
use crate::sheet::number::{self, Dimension, Reading, Unit};
use crate::sheet::plain::{compact, heading};
use crate::sheet::table::{Table, is_total};
use crate::sheet::{Cell, Kind, Place, day};
use crate::words::import as words;

/// So many columns of months make a table whose months run across.
const MONTHS_ACROSS: usize = 6;

impl Import<'_> {
    /// The rows of a table whose months run across and whose items run down, a row a month; `None` of another table.
    pub(super) fn months_across(&mut self, table: &Table<'_>) -> Option<Vec<Row>> {
        let month = |text: &str| {
            let is_month = compact(text).contains('月') && !is_total(text);
            is_month.then(|| day::month(&Cell::text(text))).flatten()
        };
        let months: Vec<(usize, u8)> =
            table.columns.iter().filter_map(|column| Some((column.index, month(&column.text)?))).collect();
        if months.len() < MONTHS_ACROSS {
            return None;
        }
        let item = self.column_called(table, "item")?;
        let (unit, month_field) = (self.column_called(table, "unit"), self.field("month")?);
        let total = table.columns.iter().find(|column| is_total(&column.text) || column.text == "全年");
        let total = total.map(|column| column.index);
        let mut rows: Vec<Row> = months
            .iter()
            .map(|(column, month)| {
                let place = table
                    .columns
                    .iter()
                    .find(|known| known.index == *column)
                    .map(|known| known.place.clone());
                let place = place.unwrap_or_else(|| table.sheet.place(0, *column));
                let cell = Cell { text: format!("{month}月"), kind: Kind::Text };
                let entry = Entry {
                    field: month_field,
                    cell,
                    place: place.clone(),
                    unit: None,
                    heading: String::new(),
                };
                Row { place, entries: vec![entry] }
            })
            .collect();
        for row in &table.rows {
            let text = table.sheet.shown(*row, item).plain();
            let place = table.sheet.place(*row, item);
            let beside = unit.map(|column| table.sheet.shown(*row, column).plain());
            let Some((field, unit)) = self.item(&text, beside.as_deref(), table, &place) else { continue };
            let entry = |column: usize| Entry {
                field,
                cell: table.sheet.cell(*row, column).clone(),
                place: table.sheet.place(*row, column),
                unit: unit.clone(),
                heading: compact(&text),
            };
            let entries: Vec<Entry> = months.iter().map(|(column, _)| entry(*column)).collect();
            if let Some(column) = total {
                self.compare(&entries, &entry(column));
            }
            rows.iter_mut().zip(entries).for_each(|(row, entry)| row.entries.push(entry));
        }
        Some(rows)
    }

    /// The rows of a table with an item of a balance a row, each with its amount; `None` of another table.
    pub(super) fn items_down(&mut self, table: &Table<'_>) -> Option<Vec<Row>> {
        let [item, amount] = [self.column_called(table, "item")?, self.column_called(table, "amount")?];
        let (unit, park) = (self.column_called(table, "unit"), self.column_called(table, "park"));
        let mut rows = Vec::new();
        for row in &table.rows {
            let place = table.sheet.place(*row, item);
            let text = table.sheet.shown(*row, item).plain();
            let beside = unit.map(|column| table.sheet.shown(*row, column).plain());
            let Some((field, unit)) = self.item(&text, beside.as_deref(), table, &place) else { continue };
            let entry = |field: usize, column: usize, unit: Option<Unit>| Entry {
                field,
                cell: table.sheet.shown(*row, column).clone(),
                place: table.sheet.place(*row, column),
                unit,
                heading: compact(&text),
            };
            let mut entries = vec![entry(field, amount, unit)];
            if let (Some(column), Some(field)) = (park, self.field("park")) {
                entries.push(entry(field, column, None));
            }
            rows.push(Row { place, entries });
        }
        Some(rows)
    }

    /// The field and the unit of an item.
    fn item(
        &mut self,
        text: &str,
        beside: Option<&str>,
        table: &Table<'_>,
        place: &Place,
    ) -> Option<(usize, Option<Unit>)> {
        let (bare, own) = heading(text, number::is_unit);
        let unit = beside.filter(|unit| !unit.is_empty()).or(own.as_deref());
        let called = Called { text, names: &[bare], unit, place };
        let field = self.field_called(&called)?;
        Some((field, self.unit_called(&called, field, table.unit.as_deref())))
    }

    /// The column that is of a field.
    fn column_called(&self, table: &Table<'_>, id: &str) -> Option<usize> {
        let field = self.field(id)?;
        let is = |names: &[String]| names.iter().any(|name| self.fields[field].is_called(name));
        table.columns.iter().find(|column| is(&column.names)).map(|column| column.index)
    }

    /// Compares the rows of totals of a table with the rows that they add up.
    pub(super) fn totals(&mut self, table: &Table<'_>, rows: &[Row], known: &[Known]) {
        let mut counted = 0;
        for total in &table.totals {
            let first =
                (0..2).map(|column| compact(&table.sheet.cell(*total, column).text)).collect::<String>();
            if first.contains("平均") {
                continue;
            }
            let above =
                rows.iter().filter(|row| row.place.row < *total && row.place.sheet == table.sheet.name);
            let above: Vec<&Row> = above.collect();
            let from = if first.contains("小计") { counted } else { 0 };
            counted = above.len();
            for column in known {
                let entries = above[from..]
                    .iter()
                    .filter_map(|row| row.entries.iter().find(|e| e.field == column.field()));
                let entries: Vec<Entry> = entries.cloned().collect();
                let total = column.entry(table, *total);
                self.compare(&entries, &total);
            }
        }
    }

    /// A total that is not what it adds up is told; one that differs by rounding is said.
    fn compare(&mut self, entries: &[Entry], total: &Entry) {
        let Holds::Number(dimension) = self.fields[total.field].holds else { return };
        if !adds_up(dimension) || total.cell.is_empty() {
            return;
        }
        let read = |entry: &Entry| match number::read(&entry.cell, dimension, entry.unit.as_ref()) {
            Ok(Reading::Number(number)) => Decimal::parse(&number.digits).ok(),
            _ => None,
        };
        let Some(printed) = read(total) else { return };
        let numbers: Vec<Decimal> = entries.iter().filter_map(read).collect();
        let sum: Decimal = numbers.iter().copied().sum();
        if sum == printed {
            return;
        }
        // Each number may be off by half a unit of its last digit, in the unit of its column.
        let places = total.unit.as_ref().map_or(0, |unit| unit.places);
        let last_digit =
            entries.iter().chain([total]).map(|entry| decimals(&entry.cell)).max().unwrap_or_default();
        let digit = number::shifted(&Decimal::from_digits_of(1, last_digit).to_string(), places);
        let digit = digit.and_then(|text| Decimal::parse(&text).ok()).unwrap_or(Decimal::ZERO);
        let halves = Decimal::from_integer(i64::try_from(numbers.len()).unwrap_or_default() + 1);
        let off = if sum > printed { sum - printed } else { printed - sum };
        let words =
            words::total(self.lang, self.name_of(total.field), &printed.to_string(), &sum.to_string());
        if off + off <= digit * halves {
            self.say(format!("{}: {words}", total.place));
        } else {
            self.wrong(&total.place, words);
        }
    }

    /// The months of a park added up to its year.
    pub(super) fn year_of(
        &mut self,
        park: &str,
        rows: &[&Row],
        at: &Place,
    ) -> Option<BTreeMap<usize, (Reading, Place)>> {
        let mut months: Vec<u8> = Vec::new();
        let (mut sums, mut places): (Sums, BTreeMap<usize, Place>) = (Sums::new(), BTreeMap::new());
        let mut sound = true;
        for row in rows {
            let Some(entry) = self.entry(row, "month").cloned() else { continue };
            let Some(month) = day::month(&entry.cell) else {
                self.wrong(&entry.place, words::no_month(self.lang, &entry.cell.plain()));
                sound = false;
                continue;
            };
            if months.contains(&month) {
                self.wrong(&entry.place, words::month_twice(self.lang, park, month));
                sound = false;
            }
            months.push(month);
            for entry in &row.entries {
                let Holds::Number(dimension) = self.fields[entry.field].holds else { continue };
                if !adds_up(dimension) {
                    if !entry.cell.is_empty() {
                        let words = words::no_sum(self.lang, self.name_of(entry.field));
                        self.wrong(&entry.place, words);
                        sound = false;
                    }
                    continue;
                }
                match self.number(entry) {
                    Some(Reading::Number(number)) => match Decimal::parse(&number.digits) {
                        Ok(number) => {
                            *sums.entry(entry.field).or_insert(Decimal::ZERO) += number;
                            places.entry(entry.field).or_insert_with(|| entry.place.clone());
                        }
                        Err(_) => {
                            self.wrong(&entry.place, words::too_many_digits(self.lang, &number.digits));
                            sound = false;
                        }
                    },
                    Some(Reading::Blank) => {
                        let words = words::month_blank(self.lang, self.name_of(entry.field));
                        self.wrong(&entry.place, words);
                        sound = false;
                    }
                    Some(Reading::NotApplicable(_)) | None => sound = false,
                }
            }
        }
        months.sort_unstable();
        let missing: Vec<u8> = (1..=12).filter(|month| !months.contains(month)).collect();
        if !missing.is_empty() {
            self.wrong(at, words::months_missing(self.lang, park, &missing));
            return None;
        }
        if !sound {
            return None;
        }
        self.say(words::months_added(self.lang, park));
        let number = |sum: Decimal| {
            let digits = sum.trimmed().to_string();
            Reading::Number(number::Number {
                printed: digits.clone(),
                shown: format!("Σ {digits}"),
                digits,
                unit: None,
            })
        };
        Some(
            sums.into_iter()
                .filter_map(|(field, sum)| Some((field, (number(sum), places.get(&field)?.clone()))))
                .collect(),
        )
    }
}

/// Whether twelve months, or twenty parks, of it add up to one number of it.
fn adds_up(dimension: Dimension) -> bool {
    !matches!(dimension, Dimension::Percent | Dimension::Intensity | Dimension::Plain)
}

/// Digits behind the point of what is printed.
fn decimals(cell: &Cell) -> u8 {
    let text = cell.plain();
    let digits =
        text.split_once('.').map_or(0, |(_, rest)| rest.bytes().take_while(u8::is_ascii_digit).count());
    u8::try_from(digits).unwrap_or_default()
}
