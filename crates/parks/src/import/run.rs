//! From a file and a data folder to what the folder would have more.

use assessment::Date;

use super::head::{Head, line_called};
use super::mapping::{Mapping, Part};
use super::{As, From, Import, Made, Outcome, Problem, Row, fields};
use crate::check::check;
use crate::compile;
use crate::draft::Draft;
use crate::files::Files;
use crate::finding::Finding;
use crate::lang::Lang;
use crate::sheet::open::open;
use crate::sheet::table::{self, Table};
use crate::sheet::{Place, Workbook};
use crate::words::headings::SHEETS_OF_TEMPLATES;
use crate::words::import as words;

/// What is imported, and into what.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The file's name, which may say what its table does not.
    pub name: &'a str,
    /// What it holds.
    pub bytes: &'a [u8],
    /// The mapping that was kept beside it.
    pub map: Option<&'a str>,
    /// The data folder.
    pub files: &'a Files,
    /// Id of the edition; the one that opens by default where none is named.
    pub edition: Option<&'a str>,
    /// What it is imported as.
    pub kind: As,
    /// The language of what is said.
    pub lang: Lang,
    /// The day of the import.
    pub today: Date,
}

/// Imports a file: pure, nothing is written.
pub fn import(input: Input<'_>) -> Outcome {
    let failed =
        |words: String| Outcome { problems: vec![Problem { at: None, words }], ..Outcome::default() };
    let lang = input.lang;
    let before = check(input.files);
    let draft = &before.draft;
    let edition = match edition(draft, input.edition) {
        Ok(edition) => edition,
        Err(ids) => return failed(words::no_edition(lang, input.edition.unwrap_or_default(), &ids)),
    };
    // What cannot be read cannot be added to.
    let Some(book) = compile::rulebook(draft, edition)
        .filter(|_| edition.parks.whole().is_some() && edition.rounds.whole().is_some())
    else {
        let mut outcome = failed(words::folder_unreadable(lang));
        let of_folder =
            before.findings.iter().map(|finding| Problem { at: None, words: finding.to_string() });
        outcome.problems.extend(of_folder);
        return outcome;
    };
    let mapping = match input.map.map(Mapping::read).transpose() {
        Ok(mapping) => mapping.unwrap_or_default(),
        Err(error) => return failed(words::map_unreadable(lang, &error)),
    };
    let book_of_tables = match open(input.bytes) {
        Ok(book) => book,
        Err(why) => return failed(words::unreadable(lang, why, input.name)),
    };
    let fields = fields::of(input.kind, edition, Some(&book));
    let mut import = Import {
        lang,
        kind: input.kind,
        today: input.today,
        draft,
        edition,
        files: input.files,
        book: Some(book),
        fields,
        mapping,
        head: Head::default(),
        out: Outcome::default(),
    };
    let files = import.file(&book_of_tables);
    if import.out.problems.is_empty() {
        import.held_to_the_check(&before.findings, &files);
    }
    let mut out = import.out;
    if import.mapping.has_questions() {
        out.map = Some(import.mapping.text(lang));
    }
    out.problems.sort();
    if out.problems.is_empty() {
        out.files = files;
    }
    out
}

fn edition<'a>(draft: &'a Draft, named: Option<&str>) -> Result<&'a crate::draft::EditionDraft, Vec<String>> {
    let default = draft.catalogue.as_ref().map(|read| read.value.default_edition.as_str());
    let id = named.or(default).unwrap_or_default();
    let ids = || draft.editions.iter().map(|edition| edition.folder.clone()).collect();
    draft.editions.iter().find(|edition| edition.folder == id).ok_or_else(ids)
}

impl Import<'_> {
    /// Reads the tables of a file and makes the files of its kind.
    fn file(&mut self, book: &Workbook) -> Vec<Made> {
        let mut rows: Vec<Row> = Vec::new();
        let mut found = false;
        for sheet in book.sheets.iter().filter(|sheet| !sheet.rows.is_empty()) {
            let of_template =
                SHEETS_OF_TEMPLATES.iter().any(|both| [both.zh, both.en].contains(&sheet.name.as_str()));
            if of_template || !self.mapping.reads(&sheet.name) {
                continue;
            }
            if sheet.hidden {
                let words = words::hidden(self.lang, &sheet.name);
                self.say(words);
                continue;
            }
            let known = |names: &[String]| match fields::find(&self.fields, names) {
                fields::Found::Sure(field) => Some(self.fields[field].id.clone()),
                fields::Found::Perhaps(_) => {
                    let answer = |name: &String| self.mapping.answer(Part::Columns, name);
                    names.iter().find_map(answer).map(str::to_owned)
                }
            };
            let table = table::find(sheet, &known, &|name| line_called(name).is_some());
            let Some(table) = table else {
                // A CSV file has one sheet, which has no name: that nothing was found is told below.
                if sheet.name.is_empty() {
                    continue;
                }
                let words = words::no_table(self.lang, &sheet.name);
                self.say(words);
                continue;
            };
            found = true;
            self.above_and_below(&table);
            self.head.read(&table);
            let read = self.table(&table);
            rows.extend(read);
        }
        if !found {
            let names: Vec<String> = self
                .fields
                .iter()
                .take(12)
                .map(|field| field.name[usize::from(self.lang == Lang::En)].clone())
                .collect();
            let words = words::no_table_at_all(self.lang, &names);
            self.problem(None, words);
            return Vec::new();
        }
        if rows.is_empty() {
            self.problem(None, words::no_rows(self.lang));
        }
        match self.kind {
            As::Round => self.round(rows),
            As::List => self.list(&rows),
            As::Park => self.park_files(&rows),
            As::Act => self.acts(&rows),
            As::Correction => self.correction(&rows),
            As::Bulletin | As::Practice => self.report(&rows),
        }
    }

    /// The rows of a table by their fields, whichever way it runs.
    fn table(&mut self, table: &Table<'_>) -> Vec<Row> {
        if self.kind == As::Round
            && let Some(rows) = self.months_across(table).or_else(|| self.items_down(table))
        {
            return rows;
        }
        let known = self.columns(table);
        let rows = self.rows(table, &known);
        match self.kind {
            As::Round => self.totals(table, &rows, &known),
            As::List => self.counts(table, &rows),
            As::Park | As::Act | As::Correction | As::Bulletin | As::Practice => {}
        }
        rows
    }

    /// What the check finds stops the import; what it asks about is asked in the mapping, and confirmed in the file.
    fn held_to_the_check(&mut self, before: &[Finding], made: &[Made]) {
        for finding in found(self.files, before, made) {
            let at = cell_of(&finding, made);
            let said = finding.line_in(self.lang);
            match confirmable(&finding, made) {
                Some(key) => {
                    let hint = words::confirm(self.lang, &said);
                    self.ask(Part::Confirmed, &key, self.lang.of("是", "yes"), hint, at);
                }
                None => self.problem(at, words::refused(self.lang, &said)),
            }
        }
    }

    /// What is passed over is said.
    fn above_and_below(&mut self, table: &Table<'_>) {
        for (place, text) in table.notes.iter().chain(&table.sections) {
            let words = words::note(self.lang, place, text);
            self.say(words);
        }
    }
}

/// What the check finds in the folder with the new files and did not find without them.
fn found(files: &Files, before: &[Finding], made: &[Made]) -> Vec<Finding> {
    let mut with = files.clone();
    for file in made {
        with.insert(file.path.clone(), file.text.as_bytes());
    }
    let known: Vec<String> = before.iter().map(ToString::to_string).collect();
    let findings = check(&with).findings.into_iter();
    findings.filter(|finding| !known.contains(&finding.to_string())).collect()
}

/// What a question of the check is confirmed by: the park's id and a name.
fn confirmable(finding: &Finding, made: &[Made]) -> Option<String> {
    let name = finding.confirmed_by()?;
    let made = made.iter().find(|made| made.path == finding.file)?;
    let place = finding.path.strip_prefix("parks[")?.split(']').next()?.parse::<usize>().ok()?;
    // A round has a header and the id below it for each park.
    let mut parks = made.text.lines().filter_map(|line| line.strip_prefix("park = \""));
    let park = parks.nth(place)?.trim_end_matches('"');
    Some(format!("{park}:{name}"))
}

/// The cell that a finding comes from: that of its field, or of the nearest thing around it.
fn cell_of(finding: &Finding, made: &[Made]) -> Option<Place> {
    let made = made.iter().find(|made| made.path == finding.file)?;
    let of = |from: &From| match from {
        From::Line(line, column) if *line == finding.line => {
            Some(if column.is_some_and(|column| column == finding.path) { 1000 } else { 1 })
        }
        From::Field(path) => {
            let rest = finding.path.strip_prefix(path.as_str())?;
            (rest.is_empty() || rest.starts_with(['.', '['])).then_some(1 + path.len())
        }
        From::Line(..) => None,
    };
    let near = made.from.iter().filter_map(|(from, place)| Some((of(from)?, place)));
    near.max_by_key(|(nearness, _)| *nearness).map(|(_, place)| place.clone())
}
