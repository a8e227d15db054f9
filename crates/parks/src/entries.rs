//! The entries of a list, from CSV.

use std::ops::Range;
use std::str::FromStr;

use disclosure::model::{EntryStatus, ListEntry, Scope};

use crate::finding::Finding;
use crate::text;

/// The columns that a list may have, in any order. Only the name is in every list; what a document does not print
/// is left out.
const COLUMNS: [&str; 12] = [
    "number",
    "name",
    "province",
    "league",
    "scope",
    "scope_as_printed",
    "start_year",
    "end_year",
    "period_as_printed",
    "status",
    "remark",
    "park",
];

/// How a row that adds up others begins, white space aside.
const TOTALS: [&str; 4] = ["合计", "总计", "共计", "小计"];

/// Reads the entries with their lines; `None` when a finding was made.
///
/// A byte order mark, both kinds of line ends, empty rows and rows of totals, which are compared with what they add
/// up, are as spreadsheets and documents have them.
pub fn read(name: &str, bytes: &[u8], findings: &mut Vec<Finding>) -> Option<Vec<(usize, ListEntry)>> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let text = text::decode(name, bytes, findings)?;
    let before = findings.len();
    let lines = Lines { text, starts: text::line_starts(text) };
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    let headers = match reader.headers() {
        Ok(headers) => headers.clone(),
        Err(error) => {
            findings.push(Finding::of_file(name, "a line of column names", error.to_string()));
            return None;
        }
    };
    let columns = columns(name, &headers, findings)?;
    let mut rows = Rows { name, columns, entries: Vec::new(), counted: 0 };
    for record in reader.records() {
        match record {
            Ok(record) => {
                let line = lines.of(record.position());
                rows.row(line, &record, findings);
            }
            Err(error) => {
                let line = lines.of(error.position());
                findings.push(Finding::of_line(name, line, "$", "a CSV record", error.to_string()));
            }
        }
    }
    (findings.len() == before).then_some(rows.entries)
}

/// Where lines begin.
struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl Lines<'_> {
    /// The line of a record. The reader's own count takes a record after `\r\n` to begin before the `\n`.
    fn of(&self, position: Option<&csv::Position>) -> usize {
        let Some(at) = position.and_then(|position| usize::try_from(position.byte()).ok()) else { return 1 };
        let rest = self.text.as_bytes().get(at..).unwrap_or_default();
        let ends = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        // At the end of the text there is no record, and the line after the last is none.
        text::line_at(&self.starts, if ends == rest.len() { at } else { at + ends })
    }
}

/// The known columns, each with its place; `None` when a finding was made.
fn columns(
    name: &str,
    headers: &csv::StringRecord,
    findings: &mut Vec<Finding>,
) -> Option<Vec<Option<&'static str>>> {
    let before = findings.len();
    let mut columns: Vec<Option<&'static str>> = Vec::new();
    for header in headers {
        let known = COLUMNS.iter().find(|column| **column == header.trim()).copied();
        let expected = match known {
            Some(column) if columns.contains(&Some(column)) => Some("each column once".to_owned()),
            None if !header.trim().is_empty() => Some(format!("one of the columns {}", COLUMNS.join(", "))),
            _ => None,
        };
        if let Some(expected) = expected {
            findings.push(Finding::of_file(name, expected, format!("“{}”", header.trim())));
        }
        columns.push(known);
    }
    if !columns.contains(&Some("name")) {
        findings.push(Finding::of_file(name, "the column name", "none"));
    }
    // One year alone says no period.
    if columns.contains(&Some("start_year")) != columns.contains(&Some("end_year")) {
        findings.push(Finding::of_file(name, "the columns start_year and end_year together", "one of them"));
    }
    (findings.len() == before).then_some(columns)
}

/// The rows as they are read.
struct Rows<'a> {
    name: &'a str,
    columns: Vec<Option<&'static str>>,
    entries: Vec<(usize, ListEntry)>,
    /// Entries that a row of totals has added up.
    counted: usize,
}

impl Rows<'_> {
    fn row(&mut self, line: usize, record: &csv::StringRecord, findings: &mut Vec<Finding>) {
        if record.iter().all(|cell| cell.trim().is_empty()) {
            return;
        }
        if let Some(total) = record.iter().find_map(total) {
            return self.total(line, total, record, findings);
        }
        if record.len() != self.columns.len() {
            let expected = format!("{} fields", self.columns.len());
            findings.push(Finding::of_line(self.name, line, "$", expected, record.len().to_string()));
            return;
        }
        let cells = Cells { columns: &self.columns, record };
        if let Some(entry) = cells.entry(self.name, line, self.entries.len(), findings) {
            self.entries.push((line, entry));
        }
    }

    /// A row of totals is no entry; its number is that of the entries above it, or of those since the last.
    fn total(&mut self, line: usize, total: &str, record: &csv::StringRecord, findings: &mut Vec<Finding>) {
        let from = if total == "小计" { self.counted } else { 0 };
        let above: Range<usize> = from..self.entries.len();
        self.counted = self.entries.len();
        let printed = record.iter().find_map(|cell| {
            let cell = cell
                .trim()
                .trim_start_matches(total)
                .trim_matches(['：', ':', '个', '家', '（', '）', '(', ')', ' ']);
            usize::from_str(cell).ok()
        });
        if let Some(printed) = printed.filter(|printed| *printed != above.len()) {
            let expected = format!("{total} of the entries above it, {}", above.len());
            findings.push(Finding::of_line(self.name, line, "$", expected, printed.to_string()));
        }
    }
}

/// The kind of total that a cell begins with.
fn total(cell: &str) -> Option<&'static str> {
    let compact: String = cell.chars().filter(|character| !character.is_whitespace()).collect();
    TOTALS.into_iter().find(|total| compact.starts_with(total))
}

/// The cells of a row, by the names of their columns.
struct Cells<'a> {
    columns: &'a [Option<&'static str>],
    record: &'a csv::StringRecord,
}

impl Cells<'_> {
    /// What stands in a column; `None` where the list has no such column or nothing stands in it.
    fn get(&self, column: &str) -> Option<&str> {
        let at = self.columns.iter().position(|known| *known == Some(column))?;
        self.record.get(at).map(str::trim).filter(|cell| !cell.is_empty())
    }

    fn entry(&self, name: &str, line: usize, place: usize, findings: &mut Vec<Finding>) -> Option<ListEntry> {
        let before = findings.len();
        let mut wrong = |column: &str, expected: &str, found: &str| {
            findings.push(Finding::of_line(name, line, column, expected, format!("“{found}”")));
        };
        for (column, cell) in self.columns.iter().zip(self.record) {
            match column {
                None if !cell.trim().is_empty() => {
                    wrong("$", "nothing in a column without a name", cell.trim())
                }
                Some(column) if cell.trim().contains(char::is_control) => {
                    wrong(column, "one line, without breaks", &cell.trim().escape_debug().to_string());
                }
                _ => {}
            }
        }
        let mut whole = |column: &str, expected: &str| {
            let cell = self.get(column)?;
            let number = u16::from_str(cell).ok();
            if number.is_none() {
                wrong(column, expected, cell);
            }
            number
        };
        let number = whole("number", "a number");
        let years = [whole("start_year", "a year"), whole("end_year", "a year")];
        let scope = self.get("scope").and_then(|cell| match cell {
            "whole" => Some(Scope::Whole),
            "part" => Some(Scope::Part),
            _ => {
                wrong("scope", "whole or part; other words stand in scope_as_printed", cell);
                None
            }
        });
        let status = match self.get("status") {
            None | Some("listed") => EntryStatus::Listed,
            Some("reserve") => EntryStatus::Reserve,
            Some("removed") => EntryStatus::Removed,
            Some(cell) => {
                wrong("status", "nothing, listed, reserve (备选) or removed (移出)", cell);
                EntryStatus::Listed
            }
        };
        if self.get("name").is_none() {
            wrong("name", "words", "");
        }
        let (printed, words) = (self.get("number").is_some(), |column| self.get(column).map(str::to_owned));
        (findings.len() == before).then(|| ListEntry {
            number: number.unwrap_or((place + 1) as u16),
            unnumbered: !printed,
            name: words("name").unwrap_or_default(),
            province: words("province"),
            league: words("league"),
            scope,
            scope_as_printed: words("scope_as_printed"),
            start_year: years[0],
            end_year: years[1],
            period_as_printed: words("period_as_printed"),
            status,
            remark: words("remark"),
            park: words("park"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(bytes: &[u8]) -> Vec<String> {
        let mut findings = Vec::new();
        assert!(read("l.csv", bytes, &mut findings).is_none());
        findings.iter().map(ToString::to_string).collect()
    }

    fn entries(text: &str) -> Vec<(usize, ListEntry)> {
        let mut findings = Vec::new();
        let read = read("l.csv", text.as_bytes(), &mut findings);
        read.unwrap_or_else(|| panic!("{findings:?}"))
    }

    #[test]
    fn a_file_as_a_spreadsheet_saves_it_is_read_with_its_true_lines() {
        let text = "\u{feff}number,name,park\r\n1,\"甲\",a\r\n\r\n2,乙,b\r\n,,\r\n3,丙,c";
        let read = entries(text);
        let lines: Vec<_> = read.iter().map(|(line, entry)| (*line, entry.name.as_str())).collect();
        assert_eq!(lines, [(2, "甲"), (4, "乙"), (6, "丙")]);
    }

    #[test]
    fn a_mistake_is_told_with_its_line_whatever_the_line_ends() {
        for end in ["\n", "\r\n"] {
            let text = ["number,name", "1,甲", "二,乙", "3,丙", "4", ""].join(end);
            let told = findings(text.as_bytes());
            assert_eq!(
                told,
                ["l.csv:3: number: expected a number, found “二”", "l.csv:5: $: expected 2 fields, found 1",],
                "{end:?}"
            );
        }
    }

    #[test]
    fn columns_stand_in_any_order_and_what_is_not_printed_is_absent() {
        let text = "remark,league,name,status,period_as_printed,scope_as_printed\n\
                    （暂定）,包头市,甲,,三年,园区整体\n,,乙,reserve,,\n,,丙,removed,,\n";
        let read: Vec<_> = entries(text).into_iter().map(|(_, entry)| entry).collect();
        let printed = |text: &str| Some(text.to_owned());
        let first = ListEntry {
            number: 1,
            unnumbered: true,
            name: "甲".to_owned(),
            league: printed("包头市"),
            scope_as_printed: printed("园区整体"),
            period_as_printed: printed("三年"),
            remark: printed("（暂定）"),
            ..ListEntry::default()
        };
        assert_eq!(read[0], first);
        assert_eq!((read[1].status, read[2].status), (EntryStatus::Reserve, EntryStatus::Removed));
        assert_eq!(
            (read[1].anchor(), read[2].anchor()),
            ("entry-reserve-2".into(), "entry-removed-3".into())
        );
    }

    #[test]
    fn a_row_of_totals_is_no_entry_and_adds_up() {
        let text = |sums: [&str; 3]| {
            format!(
                "number,name,league\n1,甲,包头市\n2,乙,包头市\n小计,{},\n3,丙,鄂尔多斯市\n小　计,,{}\n合计：{},,\n",
                sums[0], sums[1], sums[2]
            )
        };
        assert_eq!(entries(&text(["2", "1个", "3"])).len(), 3);
        // A total without a number says nothing that could be wrong.
        assert_eq!(entries(&text(["", "", ""])).len(), 3);
        assert_eq!(
            findings(text(["2", "2", "20"]).as_bytes()),
            [
                "l.csv:6: $: expected 小计 of the entries above it, 1, found 2",
                "l.csv:7: $: expected 合计 of the entries above it, 3, found 20",
            ]
        );
    }

    #[test]
    fn a_column_that_nobody_knows_or_twice_is_told() {
        assert_eq!(
            findings("number,name,nane,name\n".as_bytes()),
            [
                format!("l.csv:1: $: expected one of the columns {}, found “nane”", COLUMNS.join(", ")),
                "l.csv:1: $: expected each column once, found “name”".to_owned(),
            ]
        );
        assert_eq!(findings(b"number,park\n"), ["l.csv:1: $: expected the column name, found none"]);
    }

    #[test]
    fn what_the_portal_gives_to_take_along_is_read_again() {
        let text = "number,name,province,league,scope,start_year,end_year,status,remark,park\n\
                    1,甲,,包头市,whole,2026,2028,,,a\n1,\"乙,丙\",,,,,,reserve,暂定,\n";
        let read: Vec<_> = entries(text).into_iter().map(|(_, entry)| entry).collect();
        let list = disclosure::model::List { entries: read.clone(), ..blank() };
        let again: Vec<_> =
            entries(&disclosure::csv::list(&list)).into_iter().map(|(_, entry)| entry).collect();
        assert_eq!(again, read);
    }

    fn blank() -> disclosure::model::List {
        let text = || assessment::Text { zh: "名".to_owned(), en: "n".to_owned() };
        disclosure::model::List {
            id: "l".to_owned(),
            title: text(),
            meaning: text(),
            level: assessment::ruleset::Level::Region,
            stage: assessment::ladder::Stage::CULTIVATION,
            document: "d".to_owned(),
            published: assessment::Date::new(2026, 1, 1).unwrap(),
            mark: assessment::Mark::A,
            checked_on: None,
            entries: Vec::new(),
            amended: Vec::new(),
        }
    }
}
