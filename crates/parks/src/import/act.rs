//! Official acts out of a table with an act a row: each is added to its park's file, in the order of days.

use std::collections::BTreeMap;

use assessment::Date;
use assessment::stages::StageRow;

use super::mapping::quoted;
use super::park::address;
use super::toml_text::text;
use super::{From, Import, Made, Row};
use crate::sheet::{Place, day};
use crate::words::import as words;

/// An act as its park's file will have it.
struct Act {
    dated: Date,
    lines: String,
    place: Place,
}

impl Import<'_> {
    /// The files of the parks that the acts are about, with them.
    pub(super) fn acts(&mut self, rows: &[Row]) -> Vec<Made> {
        let with_sources =
            rows.iter().all(|row| self.entry(row, "document").or(self.entry(row, "source")).is_some());
        let of_all = if with_sources { None } else { self.source() };
        let marked = self.marked();
        let mut acts: BTreeMap<String, Vec<Act>> = BTreeMap::new();
        for row in rows {
            let marked = marked.clone().unwrap_or_default();
            if let Some((park, act)) = self.act(row, of_all.as_deref(), &marked) {
                acts.entry(park).or_default().push(act);
            }
        }
        acts.into_iter().filter_map(|(park, acts)| self.with_acts(&park, acts)).collect()
    }

    fn act(
        &mut self,
        row: &Row,
        of_all: Option<&str>,
        [mark, checked_on]: &[String; 2],
    ) -> Option<(String, Act)> {
        let Some((name, place)) = self.words(row, "park") else {
            self.wrong(&row.place, words::no_park(self.lang));
            return None;
        };
        let park = self.park(&name, &place);
        let dated = self.day_of(row, "dated");
        if dated.is_none() && self.entry(row, "dated").is_none() {
            self.wrong(&row.place, words::no_day(self.lang, ""));
        }
        let due = self.day_of(row, "due");
        let stage = match self.words(row, "stage") {
            None => {
                self.wrong(&row.place, words::no_stage(self.lang, "", &[]));
                None
            }
            Some((said, at)) => {
                let stage = self.stage_called(&said).or_else(|| self.stage_in_short(&said));
                if stage.is_none() {
                    let names: Vec<String> =
                        self.stages().iter().map(|stage| stage.name.zh.clone()).collect();
                    self.wrong(&at, words::no_stage(self.lang, &said, &names));
                }
                stage
            }
        };
        let Some((said, _)) = self.words(row, "text") else {
            self.wrong(&row.place, words::no_act_text(self.lang));
            return None;
        };
        let source = self.source_of(row, of_all, mark, checked_on)?;
        let (park, dated, stage) = (park??, dated?, stage?);
        let some = |id: &str| self.words(row, id).map(|(text, _)| text);
        let mut lines = format!("\n[[events]]\ndated = \"{dated}\"\nstage = \"{}\"\n", stage.id.as_str());
        lines += &format!("text = {}\n", text(&said, some("text_en").as_deref()));
        if let Some(clause) = some("clause") {
            lines += &format!("clause = {}\n", quoted(&clause));
        }
        if let Some(due) = due {
            lines += &format!("due = \"{due}\"\n");
        }
        if let Some(cause) = some("cause") {
            lines += &format!("cause = {}\n", text(&cause, some("cause_en").as_deref()));
        }
        if stage.id.as_str() == "rectification" {
            let missing: Vec<&str> = [(due.is_none(), "due"), (some("cause").is_none(), "cause")]
                .into_iter()
                .filter_map(|(is, id)| is.then_some(id))
                .collect();
            if !missing.is_empty() {
                lines += &format!("not_stated = [\"{}\"]\n", missing.join("\", \""));
                let words = words::not_stated(self.lang, &place, &missing);
                self.say(words);
            }
        }
        lines += &format!("source = {source}\n");
        let line = words::preview(
            self.lang,
            &place,
            &park.name.zh,
            &park.id,
            &[dated.to_string(), stage.name.zh.clone(), said],
        );
        self.out.preview.push(line);
        Some((park.id.clone(), Act { dated, lines, place }))
    }

    /// The stage of which words are a part of the name, where they are of one only: 提醒 is 提醒督促, 验收 is of two. The
    /// preview shows which was understood.
    fn stage_in_short(&self, said: &str) -> Option<StageRow> {
        let mut named = self.stages().into_iter().filter(|row| row.name.zh.contains(said));
        named.next().filter(|_| said.chars().count() > 1 && named.next().is_none())
    }

    /// The day of a row in a field; what is none is told.
    fn day_of(&mut self, row: &Row, id: &str) -> Option<Date> {
        let entry = self.entry(row, id)?.clone();
        let day = day::of_cell(&entry.cell);
        if day.is_none() {
            self.wrong(&entry.place, words::no_day(self.lang, &entry.cell.plain()));
        }
        day
    }

    fn source_of(&mut self, row: &Row, of_all: Option<&str>, mark: &str, checked_on: &str) -> Option<String> {
        let mut fields = Vec::new();
        if let Some((said, at)) = self.words(row, "document") {
            match self.document_called(&said) {
                Some(id) => fields.push(format!("document = {}", quoted(&id))),
                None => {
                    self.wrong(&at, words::no_document(self.lang, &said));
                    return None;
                }
            }
        } else if let Some((title, _)) = self.words(row, "source") {
            fields.push(format!("title = {}", text(&title, None)));
            if let Some((said, _)) = self.words(row, "address") {
                fields.push(format!("address = {}", address(&said)));
            }
        } else {
            return of_all.map(str::to_owned);
        }
        fields.push(format!("mark = {}", quoted(mark)));
        if !checked_on.is_empty() {
            fields.push(format!("checked_on = {}", quoted(checked_on)));
        }
        Some(format!("{{ {} }}", fields.join(", ")))
    }

    /// A park's file with its new acts, each before the first that is later.
    fn with_acts(&mut self, park: &str, mut acts: Vec<Act>) -> Option<Made> {
        let read = self.edition.parks.iter().find(|read| read.value.id == park)?;
        let path = read.file.name.clone();
        let before = String::from_utf8(self.files.get(&path)?.to_vec()).ok()?;
        acts.sort_by_key(|act| act.dated);
        let known: Vec<Date> = read.value.events.iter().map(|event| event.dated).collect();
        let mut lines: Vec<String> = before.trim_end().lines().map(str::to_owned).collect();
        let (mut from, last) = (Vec::new(), lines.len());
        // From the last on, so that lines before do not move: what has one place comes in its order.
        for (i, act) in acts.iter().enumerate().rev() {
            let later = known.iter().position(|dated| *dated > act.dated);
            let line =
                later.map_or(last, |event| read.file.line_of(&format!("events[{event}]")).saturating_sub(1));
            // The empty line before a header belongs to it.
            let line = if later.is_some() && line > 0 && lines[line - 1].trim().is_empty() {
                line - 1
            } else {
                line
            };
            lines.splice(line..line, act.lines.trim_end().lines().map(str::to_owned));
            let index = later.unwrap_or(known.len()) + i;
            from.push((From::Field(format!("events[{index}]")), act.place.clone()));
        }
        let end = if before.contains("\r\n") { "\r\n" } else { "\n" };
        let text = lines.join(end) + end;
        Some(Made { path, text, adds: true, from })
    }
}
