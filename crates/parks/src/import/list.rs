//! An official list out of a table with an entry a row, as its document prints it.

use std::fmt::Write as _;

use assessment::ladder::Track;
use assessment::stages::StageRow;

use super::toml_text::{Writer, text};
use super::{From, Import, Made, Row};
use crate::entries::{COLUMNS, REGION};
use crate::sheet::day;
use crate::sheet::plain::compact;
use crate::sheet::table::Table;
use crate::words::headings::{LEVELS, SCOPES, STATUSES, choice};
use crate::words::import as words;

/// An entry as its file has it, by column.
type Entry = [Option<String>; COLUMNS.len()];

fn at(column: &str) -> usize {
    COLUMNS.iter().position(|known| *known == column).unwrap_or_default()
}

impl Import<'_> {
    /// The stages that acts and lists may name.
    pub(super) fn stages(&self) -> Vec<StageRow> {
        let ladders = self.book.iter().flat_map(|book| &book.ladders);
        let mut rows: Vec<StageRow> = Vec::new();
        for row in ladders.flat_map(|ladder| &ladder.table.stages) {
            if rows.iter().all(|known| known.id != row.id) {
                rows.push(row.clone());
            }
        }
        rows
    }

    /// The stage that words name.
    pub(super) fn stage_called(&self, words: &str) -> Option<StageRow> {
        use crate::sheet::plain::comparable;
        let name = comparable(words);
        let is = |text: &str| comparable(text) == name;
        self.stages().into_iter().find(|row| is(row.id.as_str()) || is(&row.name.zh) || is(&row.name.en))
    }

    /// The two files of the list.
    pub(super) fn list(&mut self, rows: &[Row]) -> Vec<Made> {
        let stage = self.needed_stage();
        let dated = self.needed_day("dated", "");
        let title = self.needed_original("title", Some("title_en"), "");
        let document = self.needed_document(false);
        let marked = self.marked();
        let level = match stage.as_ref().filter(|_| self.said("level").is_none()) {
            Some(stage) => Some(if stage.track == Track::National { "national" } else { "region" }),
            None if stage.is_none() => None,
            None => self.needed_choice("level", LEVELS, ""),
        };
        let meaning = stage.as_ref().and_then(|stage| self.meaning(stage));
        let entries: Vec<Option<Entry>> = rows.iter().map(|row| self.list_entry(row, level)).collect();
        let (
            Some(stage),
            Some(dated),
            Some(title),
            Some(document),
            Some([mark, checked_on]),
            Some(level),
            Some(meaning),
        ) = (stage, dated, title, document, marked, level, meaning)
        else {
            return Vec::new();
        };
        let short = stage.id.as_str().trim_start_matches("national_").replace('_', "-");
        let id = self.id(&format!("{level}-{short}-{}", dated.year()));
        let path = format!("editions/{}/lists/{id}.toml", self.edition.folder);
        if self.files.get(&path).is_some() {
            self.problem(None, words::list_exists(self.lang, &id));
            return Vec::new();
        }
        let mut head = Writer::default();
        head.pair("id", &id);
        head.raw("title", &title);
        head.raw("meaning", &meaning);
        head.pair("level", level);
        head.pair("stage", stage.id.as_str());
        head.pair("document", &document);
        head.pair("published", &dated.to_string());
        if let Some(clause) = self.said("clause") {
            head.pair("clause", &clause);
        }
        head.pair("mark", &mark);
        if !checked_on.is_empty() {
            head.pair("checked_on", &checked_on);
        }
        let csv = self.csv(path.replace(".toml", ".csv"), rows, &entries);
        vec![head.made(path), csv]
    }

    /// The stage that the file must name, in the words of the ladder.
    fn needed_stage(&mut self) -> Option<StageRow> {
        let of_lists: Vec<StageRow> = self.stages().into_iter().filter(|row| row.list.is_some()).collect();
        let Some(said) = self.said("stage") else {
            let choices: Vec<(String, String)> =
                of_lists.iter().map(|row| (row.id.as_str().to_owned(), row.name.zh.clone())).collect();
            let hint = words::head_hint(self.lang, self.lang.of("阶段", "stage"), &choices);
            let named = self.stage_in_title(&of_lists);
            let proposal = named.as_ref().map_or("", |stage| stage.id.as_str());
            self.ask(super::mapping::Part::Head, "stage", proposal, hint, None);
            // What else it will want to know is asked in the same run.
            return named;
        };
        let stage = self.stage_called(&said);
        if stage.is_none() {
            let ids: Vec<&str> = of_lists.iter().map(|row| row.id.as_str()).collect();
            let at = self.said_at("stage");
            self.problem(at, words::no_choice(self.lang, &said, &ids));
        }
        stage
    }

    /// The stage that the title names, where it names one.
    fn stage_in_title(&self, among: &[StageRow]) -> Option<StageRow> {
        let title = self.said("title")?;
        let mut named = among.iter().filter(|stage| title.contains(&stage.name.zh));
        named.next().filter(|_| named.next().is_none()).cloned()
    }

    /// What being on the list means: as said, or as the edition's last list of that stage says it.
    fn meaning(&mut self, stage: &StageRow) -> Option<String> {
        if self.said("meaning").is_none() {
            let lists = self.edition.lists.iter().map(|list| &list.head.value);
            if let Some(list) = lists.filter(|list| list.stage == stage.id).max_by_key(|list| list.published)
            {
                let meaning = text(&list.meaning.zh, Some(&list.meaning.en));
                let words = words::meaning_of(self.lang, &list.id, &list.meaning.zh);
                self.say(words);
                return Some(meaning);
            }
        }
        self.needed_original("meaning", Some("meaning_en"), "")
    }

    fn list_entry(&mut self, row: &Row, level: Option<&str>) -> Option<Entry> {
        let mut entry: Entry = Default::default();
        for column in ["province", "league", "scope_as_printed", "period_as_printed", "remark"] {
            entry[at(column)] = self.words(row, column).map(|(text, _)| text);
        }
        if let Some((text, place)) = self.words(row, "number") {
            let digits = compact(&text);
            let digits = digits.trim_end_matches(['.', '、']);
            if digits.parse::<u16>().is_ok() {
                entry[at("number")] = Some(digits.to_owned());
            } else {
                self.wrong(&place, words::no_number(self.lang, &text));
            }
        }
        if let Some((text, _)) = self.words(row, "scope") {
            match choice(SCOPES, &text) {
                Some(scope) => entry[at("scope")] = Some(scope.to_owned()),
                None => entry[at("scope_as_printed")] = Some(text),
            }
        }
        for column in ["start_year", "end_year"] {
            if let Some((text, place)) = self.words(row, column) {
                match day::year(&text) {
                    Some(year) => entry[at(column)] = Some(year.to_string()),
                    None => self.wrong(&place, words::no_year(self.lang, &text)),
                }
            }
        }
        if let Some((text, _)) = self.words(row, "period") {
            match day::years(&text) {
                Some([from, to]) => {
                    entry[at("start_year")] = Some(from.to_string());
                    entry[at("end_year")] = Some(to.to_string());
                }
                None => entry[at("period_as_printed")] = Some(text),
            }
        }
        let mut status = "listed";
        if let Some((text, place)) = self.words(row, "status") {
            match choice(STATUSES, &text) {
                Some(said) => status = said,
                None => {
                    self.wrong(&place, words::no_choice(self.lang, &text, &["listed", "reserve", "removed"]))
                }
            }
        }
        entry[at("status")] = (status != "listed").then(|| status.to_owned());
        let Some((name, place)) = self.words(row, "name") else {
            self.wrong(&row.place, words::no_name(self.lang));
            return None;
        };
        let inside = entry[at("province")].as_ref().map(|province| compact(province).starts_with(REGION));
        let named = self.words(row, "park").filter(|_| inside != Some(false));
        let park = if let Some((id, place)) = named {
            self.park(&id, &place)?
        } else if inside == Some(false) {
            None
        } else if status == "reserve" || (inside.is_none() && level == Some("national")) {
            self.park_called(&name)
        } else {
            self.park(&name, &place)?
        };
        entry[at("park")] = park.map(|park| park.id.clone());
        let said: Vec<String> = COLUMNS[2..11]
            .iter()
            .zip(&entry[2..11])
            .filter_map(|(column, said)| {
                let name = self.field(column).map_or(*column, |field| self.name_of(field));
                Some(format!("{name} {}", said.as_ref()?))
            })
            .collect();
        let id = park.map_or_else(|| words::no_park_of_edition(self.lang), |park| park.id.clone());
        let line = words::preview(self.lang, &place, &name, &id, &said);
        self.out.preview.push(line);
        entry[at("name")] = Some(name);
        Some(entry)
    }

    /// Compares what the last row of totals says of the number of entries.
    pub(super) fn counts(&mut self, table: &Table<'_>, rows: &[Row]) {
        for total in &table.totals {
            let above = rows.iter().filter(|row| row.place.row < *total).count();
            let cells = (0..table.sheet.width()).map(|column| (column, table.sheet.cell(*total, column)));
            let printed = cells.into_iter().find_map(|(column, cell)| {
                let text = compact(&cell.text);
                let digits = text
                    .trim_start_matches(|c: char| !c.is_ascii_digit())
                    .trim_end_matches(['个', '家', ')']);
                Some((column, digits.parse::<usize>().ok()?))
            });
            let whole = !compact(&table.sheet.cell(*total, 0).text).starts_with("小计");
            if let Some((column, printed)) = printed.filter(|(_, printed)| whole && *printed != above) {
                let place = table.sheet.place(*total, column);
                self.wrong(&place, words::count_otherwise(self.lang, printed, above));
            }
        }
    }

    /// The entries, in the columns in which any of them says something.
    fn csv(&mut self, path: String, rows: &[Row], entries: &[Option<Entry>]) -> Made {
        let said = |column: usize| entries.iter().flatten().any(|entry| entry[column].is_some());
        let columns: Vec<usize> = (0..COLUMNS.len()).filter(|i| COLUMNS[*i] == "name" || said(*i)).collect();
        let mut csv = columns.iter().map(|column| COLUMNS[*column]).collect::<Vec<_>>().join(",");
        csv.push('\n');
        let (mut from, mut line) = (Vec::new(), 1);
        for (row, entry) in rows.iter().zip(entries) {
            let Some(entry) = entry else { continue };
            line += 1;
            for id in COLUMNS {
                if let Some(cell) = self.entry(row, id) {
                    from.push((From::Line(line, Some(id)), cell.place.clone()));
                }
            }
            let name = self.entry(row, "name").map_or(&row.place, |cell| &cell.place);
            from.push((From::Line(line, None), name.clone()));
            let cells: Vec<String> = columns
                .iter()
                .map(|column| csv_cell(entry[*column].as_deref().unwrap_or_default()))
                .collect();
            // Writing to a string does not fail.
            let _ = writeln!(csv, "{}", cells.join(","));
        }
        Made { path, text: csv, adds: false, from }
    }
}

fn csv_cell(text: &str) -> String {
    if text.contains([',', '"']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}
