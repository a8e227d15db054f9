//! The entries of a list, from CSV.

use std::ops::Range;
use std::str::FromStr;

use disclosure::model::{EntryStatus, ListEntry, Scope};

use crate::finding::Finding;
use crate::text;
use crate::words::findings::{self as words, Message};

/// The columns that a list may have, in any order. Only the name is in every list; what a document does not print
/// is left out. What is imported is written in this order.
pub(crate) const COLUMNS: [&str; 12] = [
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

/// How a list names the region.
pub(crate) const REGION: &str = "内蒙古";

/// How a row that adds up others begins, white space aside.
const TOTALS: [&str; 4] = ["合计", "总计", "共计", "小计"];

/// The entries of a list as they were read.
#[derive(Clone, Debug, Default)]
pub struct Entries {
    /// Each with its line.
    rows: Vec<(usize, ListEntry)>,
    /// Lines of which a cell, by its column, or everything could not be read.
    doubtful: Vec<(usize, Option<&'static str>)>,
    /// A line of which nothing could be read at all is missing among them.
    lacks_a_line: bool,
}

impl Entries {
    /// The entries, each with its line.
    pub fn iter(&self) -> std::slice::Iter<'_, (usize, ListEntry)> {
        self.rows.iter()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && !self.lacks_a_line
    }

    /// Whether everything in them could be read.
    pub fn are_sound(&self) -> bool {
        self.doubtful.is_empty() && !self.lacks_a_line
    }

    /// Whether what stands in a column of a line could not be read.
    pub fn doubt(&self, line: usize, column: &str) -> bool {
        let is_it = |of: &Option<&str>| of.is_none_or(|of| of == column);
        self.doubtful.iter().any(|(doubtful, of)| *doubtful == line && is_it(of))
    }
}

/// Reads the entries with their lines. Every mistake is added to `findings`; in the place of a cell that could not be
/// read stands nothing, and it is doubtful. `None` when the file is no text.
///
/// A byte order mark, both kinds of line ends, empty rows and rows of totals, which are compared with what they add
/// up, are as spreadsheets and documents have them.
pub fn read(name: &str, bytes: &[u8], findings: &mut Vec<Finding>) -> Option<Entries> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let text = text::decode(name, bytes, findings)?;
    let lines = Lines { text: &text, starts: text::line_starts(&text) };
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let headers = match reader.headers() {
        Ok(headers) => headers.clone(),
        Err(error) => {
            findings.push(Finding::of_file(name, words::line_of_names(), words::not_read(error.to_string())));
            return None;
        }
    };
    let columns = columns(name, &headers, findings);
    let mut rows = Rows { name, columns, entries: Entries::default(), counted: 0 };
    for record in reader.records() {
        match record {
            Ok(record) => {
                let line = lines.of(record.position());
                rows.row(line, &record, findings);
            }
            Err(error) => {
                let line = lines.of(error.position());
                rows.entries.lacks_a_line = true;
                findings.push(Finding::of_line(
                    name,
                    line,
                    "$",
                    words::a_record(),
                    words::not_read(error.to_string()),
                ));
            }
        }
    }
    Some(rows.entries)
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

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Known(&'static str),
    /// It has no name.
    Nameless,
    /// It has a name that says nothing, which is told once.
    Unknown,
}

/// The columns in their places.
fn columns(name: &str, headers: &csv::StringRecord, findings: &mut Vec<Finding>) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    for header in headers {
        let known = COLUMNS.iter().find(|column| **column == header.trim()).copied().map(Column::Known);
        let (column, expected) = match known {
            Some(column) if columns.contains(&column) => (Column::Unknown, Some(words::column_once())),
            Some(column) => (column, None),
            None if header.trim().is_empty() => (Column::Nameless, None),
            None => (Column::Unknown, Some(words::one_of_columns(COLUMNS.join(", ")))),
        };
        if let Some(expected) = expected {
            findings.push(Finding::of_file(name, expected, words::quoted(header.trim())));
        }
        columns.push(column);
    }
    let has = |column| columns.contains(&Column::Known(column));
    if !has("name") {
        findings.push(Finding::of_file(name, words::column_name(), words::none()));
    }
    // One year alone says no period.
    if has("start_year") != has("end_year") {
        findings.push(Finding::of_file(name, words::columns_of_years(), words::one_of_them()));
    }
    columns
}

/// The rows as they are read.
struct Rows<'a> {
    name: &'a str,
    columns: Vec<Column>,
    entries: Entries,
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
        let cells = Cells { columns: &self.columns, record };
        if record.len() == self.columns.len() {
            let place = self.entries.rows.len();
            let (entry, doubtful) = cells.entry(self.name, line, place, findings);
            self.entries.rows.push((line, entry));
            self.entries.doubtful.extend(doubtful.into_iter().map(|column| (line, column)));
        } else {
            let expected = words::fields(self.columns.len());
            findings.push(Finding::of_line(self.name, line, "$", expected, words::plain(record.len())));
            // Which cell belongs to which column is not known, but that it is an entry.
            let number = cells.get("number").and_then(|cell| u16::from_str(cell).ok());
            let (number, unnumbered) = (number.unwrap_or_default(), number.is_none());
            self.entries.rows.push((line, ListEntry { number, unnumbered, ..ListEntry::default() }));
            self.entries.doubtful.push((line, None));
        }
    }

    /// A row of totals is no entry; its number is that of the entries above it, or of those since the last.
    fn total(&mut self, line: usize, total: &str, record: &csv::StringRecord, findings: &mut Vec<Finding>) {
        let from = if total == "小计" { self.counted } else { 0 };
        let above: Range<usize> = from..self.entries.rows.len();
        self.counted = self.entries.rows.len();
        let printed = record.iter().find_map(|cell| {
            let cell = cell
                .trim()
                .trim_start_matches(total)
                .trim_matches(['：', ':', '个', '家', '（', '）', '(', ')', ' ']);
            usize::from_str(cell).ok()
        });
        if let Some(printed) = printed.filter(|printed| *printed != above.len()) {
            let expected = words::total_of(total, above.len());
            findings.push(Finding::of_line(self.name, line, "$", expected, words::plain(printed)));
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
    columns: &'a [Column],
    record: &'a csv::StringRecord,
}

impl Cells<'_> {
    /// What stands in a column; `None` where the list has no such column or nothing stands in it.
    fn get(&self, column: &str) -> Option<&str> {
        let at = self
            .columns
            .iter()
            .position(|known| matches!(known, Column::Known(known) if *known == column))?;
        self.record.get(at).map(str::trim).filter(|cell| !cell.is_empty())
    }

    /// The entry, and the columns of which the cell could not be read.
    fn entry(
        &self,
        name: &str,
        line: usize,
        place: usize,
        findings: &mut Vec<Finding>,
    ) -> (ListEntry, Vec<Option<&'static str>>) {
        let mut doubtful = Vec::new();
        let mut wrong = |column: Option<&'static str>, expected: Message, found: &str| {
            let path = column.unwrap_or("$");
            findings.push(Finding::of_line(name, line, path, expected, words::quoted(found)));
            doubtful.extend(column.map(Some));
        };
        for (column, cell) in self.columns.iter().zip(self.record) {
            match column {
                Column::Nameless if !cell.trim().is_empty() => {
                    wrong(None, words::no_name_no_content(), cell.trim());
                }
                Column::Known(column) if cell.trim().contains(char::is_control) => {
                    let found = cell.trim().escape_debug().to_string();
                    wrong(Some(column), words::one_line(), &found);
                }
                _ => {}
            }
        }
        let mut whole = |column: &'static str, expected: Message| {
            let cell = self.get(column)?;
            let number = u16::from_str(cell).ok();
            if number.is_none() {
                wrong(Some(column), expected, cell);
            }
            number
        };
        let number = whole("number", words::a_number());
        let years = [whole("start_year", words::a_year()), whole("end_year", words::a_year())];
        let scope = self.get("scope").and_then(|cell| match cell {
            "whole" => Some(Scope::Whole),
            "part" => Some(Scope::Part),
            _ => {
                wrong(Some("scope"), words::whole_or_part(), cell);
                None
            }
        });
        let status = match self.get("status") {
            None | Some("listed") => EntryStatus::Listed,
            Some("reserve") => EntryStatus::Reserve,
            Some("removed") => EntryStatus::Removed,
            Some(cell) => {
                wrong(Some("status"), words::status_of_entry(), cell);
                EntryStatus::Listed
            }
        };
        if self.get("name").is_none() && self.columns.contains(&Column::Known("name")) {
            wrong(Some("name"), words::words(), "");
        }
        let words = |column| self.get(column).map(str::to_owned);
        let entry = ListEntry {
            number: number.unwrap_or((place + 1) as u16),
            unnumbered: number.is_none(),
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
        };
        (entry, doubtful)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(bytes: &[u8]) -> Vec<String> {
        let mut findings = Vec::new();
        read("l.csv", bytes, &mut findings);
        findings.iter().map(ToString::to_string).collect()
    }

    fn entries(text: &str) -> Vec<(usize, ListEntry)> {
        let mut findings = Vec::new();
        let read = read("l.csv", text.as_bytes(), &mut findings);
        assert_eq!(findings, []);
        read.unwrap().rows
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
