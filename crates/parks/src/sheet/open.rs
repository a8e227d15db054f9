//! Opening a file: workbooks of all kinds that offices use, and CSV in the encodings that they save it in.

use std::io::Cursor;

use assessment::Date;
use calamine::{Data, Ods, Reader, SheetType, SheetVisible, Xls, Xlsb, Xlsx};
use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};

use super::{Cell, Kind, Merged, Sheet, Workbook};

/// Why a file could not be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is protected by a password.
    Password,
    /// It is a text document, not a table.
    Document,
    /// It is a PDF or a picture.
    Picture,
    /// It is no workbook and no text.
    Unknown,
    /// It begins like a workbook and is damaged.
    Damaged,
    /// A cell so far out that the sheet would not fit into memory.
    TooWide,
    /// There is nothing in it.
    Empty,
}

/// Most digits that a spreadsheet keeps of a number that somebody types.
const DIGITS: usize = 15;

/// Most cells that a sheet may span.
const MOST_CELLS: u64 = 20_000_000;

/// Opens a file by what it holds, not by its name.
///
/// # Errors
/// What it is instead of a file with tables.
pub fn open(bytes: &[u8]) -> Result<Workbook, Unreadable> {
    match bytes {
        [] => Err(Unreadable::Empty),
        [b'P', b'K', 3, 4, ..] => zipped(bytes),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => compound(bytes),
        [b'%', b'P', b'D', b'F', ..] | [0x89, b'P', b'N', b'G', ..] | [0xFF, 0xD8, 0xFF, ..] => {
            Err(Unreadable::Picture)
        }
        _ => csv(bytes),
    }
}

fn zipped(bytes: &[u8]) -> Result<Workbook, Unreadable> {
    if let Ok(mut book) = Xlsx::new(Cursor::new(bytes)) {
        if book.sheet_names().iter().any(|name| is_too_wide(&mut book, name)) {
            return Err(Unreadable::TooWide);
        }
        return Ok(sheets(&mut book, |book, name, sheet| {
            // What cannot be told of merged cells and forms is told by the cells themselves.
            for at in book.merge_cells_by_sheet_name(name).unwrap_or_default() {
                let [rows, columns] = [[at.start.0, at.end.0], [at.start.1, at.end.1]];
                sheet.merged.push(merged(rows, columns));
            }
            let Ok(styles) = book.worksheet_style(name) else { return };
            for (row, cells) in sheet.rows.iter_mut().enumerate() {
                for (column, cell) in cells.iter_mut().enumerate() {
                    let style = styles.get((row as u32, column as u32));
                    let format = style.and_then(|style| style.number_format.as_ref());
                    // 9 and 10 are the built-in forms 0% and 0.00%.
                    let is_percent = |format: &calamine::NumberFormat| {
                        format.format_code.contains('%') || matches!(format.format_id, Some(9 | 10))
                    };
                    if format.is_some_and(is_percent) {
                        as_percent(cell);
                    }
                }
            }
        }));
    }
    if let Ok(mut book) = Xlsb::new(Cursor::new(bytes)) {
        return Ok(sheets(&mut book, |_, _, _| {}));
    }
    if let Ok(mut book) = Ods::new(Cursor::new(bytes)) {
        return Ok(sheets(&mut book, |_, _, _| {}));
    }
    let holds = |name: &[u8]| bytes.windows(name.len()).any(|part| part == name);
    Err(if holds(b"word/document.xml") || holds(b"OFD.xml") {
        Unreadable::Document
    } else {
        Unreadable::Damaged
    })
}

/// Whether a sheet spans more cells than any table has: one stray cell in the last row and column is enough.
fn is_too_wide(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> bool {
    let (mut rows, mut columns) = (0, 0);
    if let Ok(mut cells) = book.worksheet_cells_reader(name) {
        while let Ok(Some(cell)) = cells.next_cell() {
            let (row, column) = cell.get_position();
            rows = rows.max(u64::from(row) + 1);
            columns = columns.max(u64::from(column) + 1);
        }
    }
    rows * columns > MOST_CELLS
}

fn compound(bytes: &[u8]) -> Result<Workbook, Unreadable> {
    match Xls::new(Cursor::new(bytes)) {
        Ok(mut book) => Ok(sheets(&mut book, |book, name, sheet| {
            for at in book.merge_cells_by_sheet_name(name).unwrap_or_default() {
                let [rows, columns] = [[at.start.0, at.end.0], [at.start.1, at.end.1]];
                sheet.merged.push(merged(rows, columns));
            }
        })),
        Err(calamine::XlsError::Password) => Err(Unreadable::Password),
        Err(_) => {
            let named = |name: &str| {
                let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
                bytes.windows(wide.len()).any(|part| part == wide)
            };
            Err(if named("EncryptedPackage") {
                Unreadable::Password
            } else if named("WordDocument") {
                Unreadable::Document
            } else {
                Unreadable::Damaged
            })
        }
    }
}

fn merged(rows: [u32; 2], columns: [u32; 2]) -> Merged {
    Merged { rows: rows.map(|row| row as usize), columns: columns.map(|column| column as usize) }
}

fn sheets<B: Reader<Cursor<R>>, R>(book: &mut B, finish: impl Fn(&mut B, &str, &mut Sheet)) -> Workbook
where
    Cursor<R>: std::io::Read + std::io::Seek,
{
    let known: Vec<(String, bool)> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
        .collect();
    let mut sheets = Vec::new();
    for (name, hidden) in known {
        let Ok(range) = book.worksheet_range(&name) else { continue };
        let formulas = book.worksheet_formula(&name).unwrap_or_default();
        let mut sheet = Sheet { name: name.clone(), hidden, ..Sheet::default() };
        // Places count from the sheet's first cell, and a range begins at the first that is used.
        if let Some((top, left)) = range.start() {
            sheet.rows.resize(top as usize, Vec::new());
            sheet.rows.extend(range.rows().map(|cells| {
                let before = std::iter::repeat_n(Cell::default(), left as usize);
                before.chain(cells.iter().map(cell)).collect::<Vec<Cell>>()
            }));
        }
        // What a formula gives that nobody has worked out yet is not known, which is not that nothing is there.
        let (top, left) = formulas.start().map_or((0, 0), |(row, column)| (row as usize, column as usize));
        for (row, column, formula) in formulas.used_cells() {
            let (row, column) = (top + row, left + column);
            let is_empty =
                range.get_value((row as u32, column as u32)).is_none_or(|data| *data == Data::Empty);
            if is_empty && !formula.is_empty() {
                put(&mut sheet, row, column, Cell { text: format!("={formula}"), kind: Kind::Error });
            }
        }
        finish(book, &name, &mut sheet);
        sheets.push(sheet);
    }
    Workbook { sheets }
}

/// Puts a cell into a sheet, which grows where it must.
fn put(sheet: &mut Sheet, row: usize, column: usize, cell: Cell) {
    if sheet.rows.len() <= row {
        sheet.rows.resize(row + 1, Vec::new());
    }
    let cells = &mut sheet.rows[row];
    if cells.len() <= column {
        cells.resize(column + 1, Cell::default());
    }
    cells[column] = cell;
}

fn cell(data: &Data) -> Cell {
    let kept = |text: String, kind: Kind| Cell { text, kind };
    match data {
        Data::Empty => Cell::default(),
        Data::String(text) => Cell::text(text),
        Data::Bool(is) => kept(if *is { "是" } else { "否" }.to_owned(), Kind::Text),
        Data::Int(number) => kept(number.to_string(), Kind::Number),
        Data::Float(number) => number_cell(*number),
        Data::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            match Date::new(year.into(), month, day) {
                Some(day) => kept(day.to_string(), Kind::Day(day)),
                None => number_cell(moment.as_f64()),
            }
        }
        Data::DateTime(length) => number_cell(length.as_f64()),
        Data::DateTimeIso(text) | Data::DurationIso(text) => {
            Cell::text(text.split('T').next().unwrap_or(text))
        }
        Data::Error(error) => kept(error.to_string(), Kind::Error),
    }
}

/// A number as its digits: the shortest that are this number, written out. No arithmetic is done with it.
fn number_cell(number: f64) -> Cell {
    let text = number.to_string();
    let digits = text.trim_start_matches(['-', '0', '.']).bytes().filter(u8::is_ascii_digit);
    let kind = match digits.count() {
        _ if !number.is_finite() => Kind::Error,
        // Zeros at the end of a whole number are none that it keeps.
        _ if !text.contains('.') && text.trim_end_matches('0').len() <= DIGITS => Kind::Number,
        count if count > DIGITS => Kind::LongNumber,
        _ => Kind::Number,
    };
    Cell { text, kind }
}

/// A number that is shown as per cent: its digits moved by two places.
fn as_percent(cell: &mut Cell) {
    if matches!(cell.kind, Kind::Number | Kind::LongNumber)
        && let Some(moved) = super::number::shifted(&cell.text, 2)
    {
        cell.text = moved;
        if cell.kind == Kind::Number {
            cell.kind = Kind::Percent;
        }
    }
}

/// A CSV file in UTF-8, UTF-16 with a mark, or GBK; its cells are parted by what its first lines have most of.
fn csv(bytes: &[u8]) -> Result<Workbook, Unreadable> {
    let text = decoded(bytes).ok_or(Unreadable::Unknown)?;
    if text.trim().is_empty() {
        return Err(Unreadable::Empty);
    }
    if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        return Err(Unreadable::Unknown);
    }
    let head: String = text.lines().take(20).collect();
    let count = |sign: char| head.matches(sign).count();
    let separator =
        [',', '\t', ';'].into_iter().max_by_key(|sign| (count(*sign), *sign == ',')).unwrap_or(',');
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator as u8)
        .from_reader(text.as_bytes());
    let mut sheet = Sheet::default();
    for record in reader.records() {
        let record = record.map_err(|_| Unreadable::Damaged)?;
        // The reader passes over empty lines, and places count them.
        let line = record.position().map_or(0, |position| position.line() as usize).saturating_sub(1);
        while sheet.rows.len() < line && !text.contains('"') {
            sheet.rows.push(Vec::new());
        }
        sheet.rows.push(record.iter().map(Cell::text).collect());
    }
    Ok(Workbook { sheets: vec![sheet] })
}

fn decoded(bytes: &[u8]) -> Option<String> {
    let whole = |encoding: &'static encoding_rs::Encoding, bytes: &[u8]| {
        encoding.decode_without_bom_handling_and_without_replacement(bytes).map(std::borrow::Cow::into_owned)
    };
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => std::str::from_utf8(rest).ok().map(str::to_owned),
        [0xFF, 0xFE, rest @ ..] => whole(UTF_16LE, rest),
        [0xFE, 0xFF, rest @ ..] => whole(UTF_16BE, rest),
        _ => std::str::from_utf8(bytes).map(str::to_owned).ok().or_else(|| whole(GB18030, bytes)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_keeps_its_digits_and_one_that_was_worked_out_is_told() {
        let of = |number: f64| {
            let cell = number_cell(number);
            (cell.text, cell.kind)
        };
        assert_eq!(of(0.2831), ("0.2831".to_owned(), Kind::Number));
        assert_eq!(of(123_456_789_012_345.0), ("123456789012345".to_owned(), Kind::Number));
        assert_eq!(of(0.1 + 0.2).1, Kind::LongNumber);
        assert_eq!(of(f64::NAN).1, Kind::Error);
        let mut cell = number_cell(0.803);
        as_percent(&mut cell);
        assert_eq!((cell.text.as_str(), cell.kind), ("80.3", Kind::Percent));
    }

    #[test]
    fn a_formula_that_was_not_worked_out_is_no_blank() {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        sheet.write(0, 0, "a").expect("a cell");
        sheet.write_formula(0, 2, "=B1/2").expect("a cell");
        let bytes = book.save_to_buffer().expect("a workbook");
        let bytes = without_results(&bytes);
        let book = open(&bytes).expect("it is readable");
        assert_eq!(book.sheets[0].cell(0, 2).kind, Kind::Error, "{:?}", book.sheets[0].rows);
    }

    /// A workbook as a program writes it that works nothing out.
    fn without_results(bytes: &[u8]) -> Vec<u8> {
        let mut read = zip::ZipArchive::new(Cursor::new(bytes)).expect("a workbook is an archive");
        let mut written = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for i in 0..read.len() {
            let mut file = read.by_index(i).expect("a file of it");
            let (name, mut text) = (file.name().expect("a name").into_owned(), String::new());
            std::io::Read::read_to_string(&mut file, &mut text).expect("XML");
            let stored =
                zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
            written.start_file(name, stored).expect("a file");
            let text = text.replace("</f><v>0</v>", "</f>");
            std::io::Write::write_all(&mut written, text.as_bytes()).expect("room");
        }
        written.finish().expect("an archive").into_inner()
    }

    #[test]
    fn one_stray_cell_does_not_fill_the_memory() {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        sheet.write(0, 0, "a").expect("a cell");
        sheet.write(1_048_575, 16_383, "b").expect("a cell");
        let bytes = book.save_to_buffer().expect("a workbook");
        assert_eq!(open(&bytes).err(), Some(Unreadable::TooWide));
    }

    #[test]
    fn csv_is_read_in_the_encodings_that_offices_save_it_in() {
        let text = "序号,园区名称\r\n1,示例·星砾磁性材料园\r\n";
        let (gbk, _, _) = encoding_rs::GBK.encode(text);
        let marked = ["\u{feff}".as_bytes(), text.as_bytes()].concat();
        let wide: Vec<u8> =
            [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        for bytes in [text.as_bytes(), &gbk, &marked, &wide] {
            let book = open(bytes).expect("it is readable");
            assert_eq!(book.sheets[0].cell(1, 1).text, "示例·星砾磁性材料园");
        }
        assert_eq!(open(b"\x00\x01\x02").err(), Some(Unreadable::Unknown));
        assert_eq!(open(b"%PDF-1.7").err(), Some(Unreadable::Picture));
    }
}
