//! Department tables as they come: workbooks and CSV files as cells of text, each with its place.

use std::fmt;

use assessment::Date;

pub mod day;
pub mod number;
pub mod open;
pub mod plain;
pub mod table;

/// A file with tables.
#[derive(Clone, Debug, Default)]
pub struct Workbook {
    /// Its sheets, in its order.
    pub sheets: Vec<Sheet>,
}

/// A sheet.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Its name; empty for a CSV file, which has none.
    pub name: String,
    /// Whether its author has hidden it.
    pub hidden: bool,
    /// Cells by row and column, from its first.
    pub rows: Vec<Vec<Cell>>,
    /// Merged cells: first and last row, first and last column.
    pub merged: Vec<Merged>,
}

/// Cells merged into one; what they say stands in the first of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merged {
    /// First and last row.
    pub rows: [usize; 2],
    /// First and last column.
    pub columns: [usize; 2],
}

impl Merged {
    fn holds(&self, row: usize, column: usize) -> bool {
        (self.rows[0]..=self.rows[1]).contains(&row) && (self.columns[0]..=self.columns[1]).contains(&column)
    }
}

/// What a cell holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its text; a number has the digits that its file holds, never more than those.
    pub text: String,
    /// What kind of thing it is.
    pub kind: Kind,
}

/// Kinds of cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Nothing.
    #[default]
    Empty,
    /// Text, as it was typed.
    Text,
    /// A number.
    Number,
    /// A number that is shown as per cent; its text is in per cent.
    Percent,
    /// A number of more than 15 digits: what a spreadsheet works out, not what anybody has typed.
    LongNumber,
    /// A day.
    Day(Date),
    /// A formula that failed: `#DIV/0!`.
    Error,
}

impl Cell {
    /// A cell with text, as a CSV file has them.
    pub fn text(text: &str) -> Cell {
        let kind = if text.trim().is_empty() { Kind::Empty } else { Kind::Text };
        Cell { text: text.to_owned(), kind }
    }

    /// Whether nothing stands in it.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Its text without white space around it and with half-width signs.
    pub fn plain(&self) -> String {
        plain::trimmed(&self.text)
    }
}

/// Where a cell stands: `表1!C7`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Name of the sheet; empty in a CSV file.
    pub sheet: String,
    /// Row, from 0.
    pub row: usize,
    /// Column, from 0.
    pub column: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.sheet.is_empty() {
            write!(f, "{}!", self.sheet)?;
        }
        write!(f, "{}{}", letters(self.column), self.row + 1)
    }
}

/// A column as a spreadsheet names it.
fn letters(column: usize) -> String {
    let (mut rest, mut name) = (column + 1, Vec::new());
    while rest > 0 {
        rest -= 1;
        // Of 26 letters.
        name.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    name.iter().rev().collect()
}

static NOTHING: Cell = Cell { text: String::new(), kind: Kind::Empty };

impl Sheet {
    /// The cell at a place; an empty one outside the sheet.
    pub fn cell(&self, row: usize, column: usize) -> &Cell {
        self.rows.get(row).and_then(|row| row.get(column)).unwrap_or(&NOTHING)
    }

    /// The cell whose words stand at a place: of merged cells the first.
    pub fn shown(&self, row: usize, column: usize) -> &Cell {
        match self.merged_at(row, column) {
            Some(merged) => self.cell(merged.rows[0], merged.columns[0]),
            None => self.cell(row, column),
        }
    }

    /// The merged cells that a place belongs to.
    pub fn merged_at(&self, row: usize, column: usize) -> Option<&Merged> {
        self.merged.iter().find(|merged| merged.holds(row, column))
    }

    /// How many columns it has.
    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or_default()
    }

    /// A place in it.
    pub fn place(&self, row: usize, column: usize) -> Place {
        Place { sheet: self.name.clone(), row, column }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_spreadsheets_name_them() {
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
        let place = Place { sheet: "表1".to_owned(), row: 6, column: 2 };
        assert_eq!(place.to_string(), "表1!C7");
    }
}
