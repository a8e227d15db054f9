//! A template as a workbook: a sheet to be filled in, with drop-downs, one that says how, and one of what can be
//! chosen.

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, Format, FormatBorder, Formula, Workbook, Worksheet,
    XlsxError,
};

use super::shape::{Blank, Shape};
use crate::words::headings::SHEETS_OF_TEMPLATES;
use crate::words::template as words;

/// Rows of a table that have drop-downs.
const ROWS: u32 = 300;
/// Longest hint that a spreadsheet shows.
const LONGEST_HINT: usize = 250;

/// What is filled in from the start.
#[derive(Clone, Debug, Default)]
pub struct Filled {
    /// Lines of the head by their ids.
    pub head: BTreeMap<String, String>,
    /// Rows of the table, each cell by its column's id.
    pub rows: Vec<BTreeMap<String, String>>,
    /// Rows of the table of balances.
    pub balance: Vec<BTreeMap<String, String>>,
}

/// The workbook.
///
/// # Errors
/// What its writer refuses.
pub fn workbook(shape: &Shape, filled: &Filled) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let lang = shape.lang;
    let chosen = SHEETS_OF_TEMPLATES[1].of(lang);
    let head = Format::new().set_bold();
    let blank = Format::new().set_background_color(Color::RGB(0x00FF_F8DC)).set_border(FormatBorder::Thin);
    // As text, so that a spreadsheet changes nothing that is typed.
    let blank = blank.set_num_format("@");
    let heading = Format::new().set_bold().set_text_wrap().set_border(FormatBorder::Thin);
    let heading = heading.set_background_color(Color::RGB(0x00DD_E8E4));

    let sheet = book.add_worksheet();
    sheet.set_name(words::sheet_to_fill(lang))?;
    for (row, line) in (0..).zip(&shape.head) {
        sheet.write_with_format(row, 0, &line.heading, &head)?;
        let value = filled.head.get(&line.id).map_or("", String::as_str);
        sheet.write_with_format(row, 1, value, &blank)?;
        validate(sheet, shape, line, [row, row], 1, chosen)?;
    }
    let top = if shape.head.is_empty() { 0 } else { shape.head.len() as u32 + 1 };
    table(sheet, shape, &shape.columns, &filled.rows, top, [&heading, &blank], chosen)?;
    sheet.set_column_width(0, 24)?.set_column_width(1, 36)?;
    if !shape.balance.is_empty() {
        let sheet = book.add_worksheet();
        sheet.set_name(words::sheet_of_balances(lang))?;
        table(sheet, shape, &shape.balance, &filled.balance, 0, [&heading, &blank], chosen)?;
    }
    let sheet = book.add_worksheet();
    sheet.set_name(SHEETS_OF_TEMPLATES[0].of(lang))?.set_column_width(0, 110)?;
    let wrapped = Format::new().set_text_wrap();
    for (row, line) in (0..).zip(words::instructions(lang, shape.kind, &shape.edition)) {
        sheet.write_with_format(row, 0, line, if row == 0 { &head } else { &wrapped })?;
    }
    let sheet = book.add_worksheet();
    sheet.set_name(chosen)?;
    for (column, (name, items)) in (0..).zip(&shape.choices) {
        sheet.write_with_format(0, column, words::choice_name(lang, name), &head)?;
        for (row, item) in (1..).zip(items) {
            sheet.write(row, column, &item.words)?;
        }
        sheet.set_column_width(column, 28)?;
    }
    book.save_to_buffer()
}

/// Headings, with rows to be filled in below.
fn table(
    sheet: &mut Worksheet,
    shape: &Shape,
    columns: &[Blank],
    rows: &[BTreeMap<String, String>],
    top: u32,
    [heading, blank]: [&Format; 2],
    chosen: &str,
) -> Result<(), XlsxError> {
    for (at, column) in (0..).zip(columns) {
        sheet.write_with_format(top, at, &column.heading, heading)?;
        sheet.set_column_width(at, if at < 2 { 30 } else { 18 })?;
        sheet.set_column_format(at, &Format::new().set_num_format("@"))?;
        for (row, cells) in (top + 1..).zip(rows) {
            if let Some(cell) = cells.get(&column.id) {
                sheet.write_with_format(row, at, cell, blank)?;
            }
        }
        validate(sheet, shape, column, [top + 1, top + ROWS], at, chosen)?;
    }
    sheet.set_freeze_panes(top + 1, 1)?;
    Ok(())
}

/// The drop-down and the hint of some cells.
fn validate(
    sheet: &mut Worksheet,
    shape: &Shape,
    blank: &Blank,
    [first, last]: [u32; 2],
    column: u16,
    chosen: &str,
) -> Result<(), XlsxError> {
    let hint: String = blank.hint.chars().take(LONGEST_HINT).collect();
    let mut validation = DataValidation::new();
    let at = blank.choice.as_ref().and_then(|name| shape.choices.iter().position(|(known, _)| known == name));
    if let Some(at) = at {
        let letter = char::from(b'A' + at as u8);
        let range = format!("='{chosen}'!${letter}$2:${letter}${}", shape.choices[at].1.len() + 1);
        // A department may have another word for it: the import knows more of them than the list.
        validation = validation
            .allow_list_formula(Formula::new(range))
            .set_error_style(DataValidationErrorStyle::Warning);
    } else if hint.is_empty() {
        return Ok(());
    } else {
        validation = validation.allow_any_value();
    }
    if !hint.is_empty() {
        let title: String = blank.heading.chars().take(30).collect();
        validation = validation.set_input_title(title)?.set_input_message(hint)?;
    }
    sheet.add_data_validation(first, column, last, column, &validation)?;
    Ok(())
}
