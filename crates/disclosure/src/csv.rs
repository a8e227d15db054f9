//! Tables as CSV (RFC 4180) that opens well in a spreadsheet: a byte order mark, so that Excel reads it
//! as UTF-8, and no cell that a spreadsheet would run as a formula.

use crate::model::{List, Scope};

/// Writes rows. A cell that begins like a formula gets a leading apostrophe.
pub fn write<R, C>(rows: R) -> String
where
    R: IntoIterator<Item = C>,
    C: IntoIterator,
    C::Item: AsRef<str>,
{
    let mut text = String::from('\u{feff}');
    for row in rows {
        for (column, cell) in row.into_iter().enumerate() {
            if column > 0 {
                text.push(',');
            }
            push_cell(&mut text, cell.as_ref());
        }
        text.push_str("\r\n");
    }
    text
}

/// A list's entries, in the columns of the published data.
pub fn list(list: &List) -> String {
    let header = ["number", "name", "province", "scope", "start_year", "end_year", "park"].map(str::to_owned);
    let rows = list.entries.iter().map(|entry| {
        let scope = match entry.scope {
            Scope::Whole => "whole",
            Scope::Part => "part",
        };
        [
            entry.number.to_string(),
            entry.name.clone(),
            entry.province.clone(),
            scope.to_owned(),
            entry.start_year.to_string(),
            entry.end_year.to_string(),
            entry.park.clone().unwrap_or_default(),
        ]
    });
    write(std::iter::once(header).chain(rows))
}

fn push_cell(text: &mut String, cell: &str) {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err();
    let needs_quotes = cell.contains([',', '"', '\r', '\n']);
    if needs_quotes {
        text.push('"');
    }
    if is_formula {
        text.push('\'');
    }
    for character in cell.chars() {
        if character == '"' {
            text.push('"');
        }
        text.push(character);
    }
    if needs_quotes {
        text.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_only_where_they_must_be() {
        assert_eq!(write([["a", "b,c", "d\"e", "f\ng"]]), "\u{feff}a,\"b,c\",\"d\"\"e\",\"f\ng\"\r\n");
    }

    #[test]
    fn no_cell_is_a_formula() {
        let text = write([["=1+1", "@x", "+cmd|x", "-2+3", "-2.5", "=\"a\""]]);
        assert_eq!(text, "\u{feff}'=1+1,'@x,'+cmd|x,'-2+3,-2.5,\"'=\"\"a\"\"\"\r\n");
    }

    proptest::proptest! {
        /// Whatever the cells hold, a reader of CSV gets them back, but for the apostrophe.
        #[test]
        fn cells_read_back(rows in proptest::collection::vec(proptest::array::uniform3(".*"), 1..5)) {
            let text = write(&rows);
            let mut reader = ::csv::ReaderBuilder::new()
                .has_headers(false)
                .from_reader(text.as_bytes());
            let read: Vec<Vec<String>> = reader
                .records()
                .map(|record| record.unwrap().iter().map(str::to_owned).collect())
                .collect();
            proptest::prop_assert_eq!(read.len(), rows.len());
            for (cell, written) in read.iter().flatten().zip(rows.iter().flatten()) {
                let kept = cell == written || cell.strip_prefix('\'') == Some(written);
                proptest::prop_assert!(kept, "{:?} came back as {:?}", written, cell);
                proptest::prop_assert!(!cell.starts_with(['=', '@', '\t']));
            }
        }
    }
}
