//! The table in a sheet: its heading, what stands above and below it, its rows and its totals.

use std::collections::BTreeSet;

use super::number::is_unit;
use super::plain::{compact, heading, trimmed, verbatim};
use super::{Cell, Kind, Place, Sheet};
use crate::words::headings::{NOTES, TOTALS};

/// A table.
#[derive(Clone, Debug)]
pub struct Table<'a> {
    /// Where it stands.
    pub sheet: &'a Sheet,
    /// Its columns that have a heading or anything below it.
    pub columns: Vec<Column>,
    /// What stands above it as pairs: 填报日期：2026年11月28日.
    pub pairs: Vec<Pair>,
    /// Other lines above it.
    pub lines: Vec<(Place, String)>,
    /// The unit that a line above it names for all of it.
    pub unit: Option<String>,
    /// Rows of data.
    pub rows: Vec<usize>,
    /// Rows that add up others.
    pub totals: Vec<usize>,
    /// Rows that are a heading of those below them: 一、包头市.
    pub sections: Vec<(Place, String)>,
    /// Notes below it.
    pub notes: Vec<(Place, String)>,
}

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its place in the sheet.
    pub index: usize,
    /// Its heading as it is printed, the parts of several rows joined.
    pub text: String,
    /// What it may be called, without units: parts joined, then the last of them.
    pub names: Vec<String>,
    /// Its unit, where its heading or the row below names one.
    pub unit: Option<String>,
    /// Where its heading stands.
    pub place: Place,
}

/// A name and what it says.
#[derive(Clone, Debug)]
pub struct Pair {
    /// The name.
    pub key: String,
    /// What it says.
    pub value: Cell,
    /// Where that stands.
    pub place: Place,
}

/// How far down a heading may begin, and how many rows it may have.
const SEARCHED: usize = 40;
const DEEPEST: usize = 3;

/// Finds the table of a sheet: the rows whose headings are known best. `None` where fewer than two are.
///
/// `known` is the id of what a column of these names is, `in_head` whether a line above the table may begin so.
pub fn find<'a>(
    sheet: &'a Sheet,
    known: &dyn Fn(&[String]) -> Option<String>,
    in_head: &dyn Fn(&str) -> bool,
) -> Option<Table<'a>> {
    let mut best: Option<(usize, usize, usize)> = None;
    for top in 0..sheet.rows.len().min(SEARCHED) {
        for depth in least_depth(sheet, top)..=DEEPEST {
            let columns = columns(sheet, top, depth);
            let ids: BTreeSet<String> = columns.iter().filter_map(|column| known(&column.names)).collect();
            // The lowest of equals: titles above a heading are no part of it.
            let better = |(score, above, _): (usize, usize, usize)| (ids.len(), top) > (score, above);
            if ids.len() >= 2 && best.is_none_or(better) {
                best = Some((ids.len(), top, depth));
            }
        }
    }
    let (_, top, depth) = best?;
    let mut table = Table {
        sheet,
        columns: columns(sheet, top, depth),
        pairs: Vec::new(),
        lines: Vec::new(),
        unit: None,
        rows: Vec::new(),
        totals: Vec::new(),
        sections: Vec::new(),
        notes: Vec::new(),
    };
    table.above(top, in_head);
    table.below(top, top + depth);
    let used = |column: &Column| {
        !column.text.is_empty() || table.rows.iter().any(|row| !sheet.cell(*row, column.index).is_empty())
    };
    table.columns = table.columns.iter().filter(|column| used(column)).cloned().collect();
    Some(table)
}

/// How many rows a heading that begins in a row has at least, by its merged cells.
fn least_depth(sheet: &Sheet, top: usize) -> usize {
    let of =
        |merged: &&super::Merged| merged.rows[0] == top && !sheet.cell(top, merged.columns[0]).is_empty();
    let depth = |merged: &super::Merged| {
        let tall = merged.rows[1] - merged.rows[0] + 1;
        // A cell over several columns has their names below it.
        if merged.columns[1] > merged.columns[0] { tall + 1 } else { tall }
    };
    sheet.merged.iter().filter(of).map(depth).max().unwrap_or(1)
}

fn columns(sheet: &Sheet, top: usize, depth: usize) -> Vec<Column> {
    (0..sheet.width())
        .map(|index| {
            let mut parts: Vec<(usize, String)> = Vec::new();
            for row in top..top + depth {
                let text = sheet.shown(row, index).plain().replace(['\n', '\r'], "");
                if !text.is_empty() && parts.last().is_none_or(|(_, last)| *last != text) {
                    parts.push((row, text));
                }
            }
            let place = sheet.place(parts.last().map_or(top, |(row, _)| *row), index);
            let texts: Vec<&str> = parts.iter().map(|(_, text)| text.as_str()).collect();
            let mut unit = None;
            let mut bare: Vec<String> = Vec::new();
            for text in &texts {
                if is_unit(&unbracketed(text)) && !bare.is_empty() {
                    unit = Some(unbracketed(text));
                    continue;
                }
                let (name, own) = heading(text, is_unit);
                unit = own.or(unit);
                bare.push(name);
            }
            let mut names = vec![bare.concat()];
            names.extend(bare.last().filter(|_| bare.len() > 1).cloned());
            names.retain(|name| !name.is_empty());
            Column { index, text: texts.concat(), names, unit, place }
        })
        .collect()
}

fn unbracketed(text: &str) -> String {
    compact(text).trim_matches(['(', ')', '（', '）', '[', ']']).to_owned()
}

impl Table<'_> {
    /// Reads what stands above the heading.
    fn above(&mut self, top: usize, known: &dyn Fn(&str) -> bool) {
        for row in 0..top {
            let mut column = 0;
            while column < self.sheet.width() {
                let at = column;
                column = self.sheet.merged_at(row, at).map_or(at, |merged| merged.columns[1]) + 1;
                let cell = self.sheet.cell(row, at);
                if cell.is_empty() {
                    continue;
                }
                let place = self.sheet.place(row, at);
                // A cell and the next one: a name, and what it says.
                let key = cell.plain().trim_end_matches(':').to_owned();
                let next = self.sheet.cell(row, column);
                if known(&key) && !key.contains(':') {
                    if !next.is_empty() {
                        let place = self.sheet.place(row, column);
                        self.pairs.push(Pair { key, value: next.clone(), place });
                        column += 1;
                    }
                    continue;
                }
                self.line(cell, place);
            }
        }
    }

    /// A line above the heading: pairs, a unit for all of the table, or words.
    fn line(&mut self, cell: &Cell, place: Place) {
        let text = verbatim(&cell.text);
        let mut rest = false;
        // Pairs stand behind each other, parted by more than one space or a wide one.
        for part in text.split("  ").flat_map(|part| part.split('\u{3000}')).map(str::trim) {
            let bare = |text: &str| compact(text).trim_start_matches('(').to_owned();
            match part.split_once([':', '：']) {
                _ if part.is_empty() => {}
                Some((key, value)) if bare(key) == "单位" || bare(key).ends_with("计量单位") => {
                    self.unit = Some(unbracketed(value));
                }
                Some((key, value)) if bare(key).chars().count() <= 12 => {
                    let value = Cell::text(value.trim().trim_end_matches([')', '）']));
                    self.pairs.push(Pair { key: bare(key), value, place: place.clone() });
                }
                _ => rest = true,
            }
        }
        if rest {
            self.lines.push((place, text));
        }
    }

    /// Sorts the rows below the heading.
    fn below(&mut self, top: usize, from: usize) {
        let sheet = self.sheet;
        let mut notes = false;
        for row in from..sheet.rows.len() {
            let filled: Vec<usize> = (0..sheet.width()).filter(|c| !sheet.cell(row, *c).is_empty()).collect();
            let Some(first) = filled.first() else { continue };
            let text = compact(&sheet.cell(row, *first).text);
            let place = sheet.place(row, *first);
            if row == from && self.units_row(row, &filled) {
                continue;
            }
            if row <= from + 1 && self.rows.is_empty() && is_numbering(sheet, row, &filled) {
                continue;
            }
            let is_total = filled.iter().take(2).any(|c| is_total(&sheet.cell(row, *c).text));
            notes |= !is_total && filled.len() <= 4 && is_note(&text);
            if notes {
                let words: Vec<String> = filled.iter().map(|c| trimmed(&sheet.cell(row, *c).text)).collect();
                self.notes.push((place, words.join(" ")));
            } else if is_total {
                self.totals.push(row);
            } else if repeats_heading(sheet, top, row, &filled) {
            } else if filled.len() == 1 && is_section(sheet, row, *first, &text) {
                self.sections.push((place, trimmed(&sheet.cell(row, *first).text)));
            } else {
                self.rows.push(row);
            }
        }
    }

    /// A row of units below the heading.
    fn units_row(&mut self, row: usize, filled: &[usize]) -> bool {
        let unit = |column: usize| unbracketed(&self.sheet.cell(row, column).text);
        let units = filled.iter().filter(|column| is_unit(&unit(**column))).count();
        if units == 0 || units + 1 < filled.len() {
            return false;
        }
        for column in &mut self.columns {
            let unit = unbracketed(&self.sheet.cell(row, column.index).text);
            if is_unit(&unit) {
                column.unit = Some(unit);
            }
        }
        true
    }
}

/// A row of column numbers: 甲, 乙, 1, 2, 3.
fn is_numbering(sheet: &Sheet, row: usize, filled: &[usize]) -> bool {
    let texts: Vec<String> = filled.iter().map(|column| compact(&sheet.cell(row, *column).text)).collect();
    let numbers: Vec<&String> = texts.iter().skip_while(|text| "甲乙丙丁".contains(text.as_str())).collect();
    texts.len() > 2
        && texts.len() > numbers.len()
        && numbers.iter().enumerate().all(|(i, text)| **text == (i + 1).to_string())
}

/// Whether a cell says that its row adds up others.
pub fn is_total(text: &str) -> bool {
    let text = compact(text).to_lowercase();
    TOTALS.iter().any(|total| text.starts_with(total))
}

fn is_note(text: &str) -> bool {
    NOTES.iter().any(|word| {
        let rest = text.to_lowercase().strip_prefix(word).map(str::to_owned);
        rest.is_some_and(|rest| {
            let before_colon = rest.split(':').next().unwrap_or_default();
            rest.is_empty()
                || rest.starts_with(|c: char| c.is_ascii_digit())
                || (rest.contains(':') && before_colon.chars().count() <= 6)
        })
    })
}

fn repeats_heading(sheet: &Sheet, top: usize, row: usize, filled: &[usize]) -> bool {
    filled.len() > 1
        && filled.iter().all(|c| compact(&sheet.cell(row, *c).text) == compact(&sheet.shown(top, *c).text))
}

fn is_section(sheet: &Sheet, row: usize, column: usize, text: &str) -> bool {
    let is_wide = sheet.merged_at(row, column).is_some_and(|merged| merged.columns[1] > merged.columns[0]);
    let numbered =
        text.starts_with('(') || text.chars().nth(1).is_some_and(|second| matches!(second, '、' | '.'));
    sheet.width() > 2 && sheet.cell(row, column).kind == Kind::Text && (is_wide || numbered)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::Merged;

    fn sheet(rows: &[&[&str]], merged: &[Merged]) -> Sheet {
        let rows = rows.iter().map(|row| row.iter().map(|text| Cell::text(text)).collect()).collect();
        Sheet { rows, merged: merged.to_vec(), ..Sheet::default() }
    }

    fn known(names: &[String]) -> Option<String> {
        const KNOWN: [&str; 6] = ["序号", "园区名称", "综合能耗", "碳排放总量", "碳排放强度", "填报日期"];
        names.iter().find(|name| KNOWN.contains(&name.as_str())).cloned()
    }

    #[test]
    fn a_table_is_found_below_its_titles_and_ends_before_its_notes() {
        let sheet = sheet(
            &[
                &["附件2"],
                &["示例园区能耗情况表"],
                &["填报日期：２０２６年１１月２８日", "", "", "单位：吨标准煤"],
                &["序号", "园区名称", "碳排放", "", "综合能耗"],
                &["", "", "总量（万吨）", "强度", ""],
                &["甲", "乙", "1", "2", "3"],
                &["一、包头市"],
                &["1", "示例·甲园", "1.2", "0.2", "60000"],
                &["合  计", "", "1.2", "", "60000"],
                &["注：1.数据为初步统计。"],
                &["2.不含自备电厂。"],
            ],
            &[
                Merged { rows: [1, 1], columns: [0, 4] },
                Merged { rows: [3, 4], columns: [0, 0] },
                Merged { rows: [3, 4], columns: [1, 1] },
                Merged { rows: [3, 3], columns: [2, 3] },
                Merged { rows: [3, 4], columns: [4, 4] },
            ],
        );
        let table = find(&sheet, &known, &|key| key == "填报日期").expect("a table");
        assert_eq!((table.rows, table.totals), (vec![7], vec![8]));
        let columns: Vec<_> =
            table.columns.iter().map(|c| (c.names[0].as_str(), c.unit.as_deref())).collect();
        let expected = [
            ("序号", None),
            ("园区名称", None),
            ("碳排放总量", Some("万吨")),
            ("碳排放强度", None),
            ("综合能耗", None),
        ];
        assert_eq!(columns, expected);
        assert_eq!(table.pairs[0].value.text, "２０２６年１１月２８日");
        assert_eq!(table.unit.as_deref(), Some("吨标准煤"));
        assert_eq!(table.lines.last().map(|line| line.1.as_str()), Some("示例园区能耗情况表"));
        assert_eq!((table.notes.len(), table.sections.len()), (2, 1));
    }
}
