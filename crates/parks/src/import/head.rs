//! What a file says as a whole: its title, its day, its source. It stands above the table, or is answered in the
//! mapping, or asked.

use std::collections::BTreeMap;

use assessment::Date;
use disclosure::model::Document;

use super::Import;
use super::mapping::{Part, quoted};
use super::toml_text;
use crate::sheet::plain::{compact, comparable, verbatim};
use crate::sheet::table::Table;
use crate::sheet::{Cell, Place, day, number};
use crate::words::headings::{self, Heading};
use crate::words::import as words;

/// What stands above the tables of a file.
#[derive(Clone, Debug, Default)]
pub struct Head {
    said: BTreeMap<&'static str, (Cell, Place)>,
    /// Lines that are no pairs.
    pub(super) lines: Vec<(Place, String)>,
}

/// The line of a head that a name begins.
pub(super) fn line_called(name: &str) -> Option<&'static Heading> {
    let name = comparable(name);
    let is = |text: &str| comparable(text) == name;
    headings::HEAD
        .iter()
        .find(|one| is(one.id) || is(one.name.zh) || is(one.name.en) || one.also.iter().any(|also| is(also)))
}

impl Head {
    /// Takes in what stands above a table.
    pub(super) fn read(&mut self, table: &Table<'_>) {
        for pair in &table.pairs {
            if let Some(line) = line_called(&pair.key)
                && !number::is_blank(&pair.value.text)
            {
                self.said.entry(line.id).or_insert_with(|| (pair.value.clone(), pair.place.clone()));
            }
        }
        self.lines.extend(table.lines.iter().cloned());
    }

    /// The title: the first line that is no number of an annex, no day and no unit.
    fn title(&self) -> Option<String> {
        let is_title = |text: &&String| {
            let text = compact(text);
            !text.starts_with("附件")
                && !text.starts_with("附表")
                && !text.starts_with('(')
                && day::of_text(&text).is_none()
        };
        self.lines.iter().map(|(_, text)| text).find(is_title).cloned()
    }

    /// The only day that is named in a line of its own.
    fn day(&self) -> Option<Date> {
        let mut days = self.lines.iter().filter_map(|(_, text)| day::within(text));
        days.next().filter(|first| days.all(|other| other == *first))
    }

    /// The first year that a line names.
    pub(super) fn year(&self) -> Option<u16> {
        self.lines.iter().find_map(|(_, text)| day::year_within(text))
    }
}

impl Import<'_> {
    /// What the file says of itself; `None` where it says nothing.
    pub(super) fn said(&self, id: &'static str) -> Option<String> {
        if let Some(answer) = self.mapping.answer(Part::Head, id) {
            return Some(answer.to_owned());
        }
        let read = self.head.said.get(id).map(|(cell, _)| verbatim(&cell.text));
        read.or_else(|| match id {
            "title" => self.head.title(),
            "dated" => self.head.day().map(|day| day.to_string()),
            _ => None,
        })
    }

    /// Where it stands in the file, if it does.
    pub(super) fn said_at(&self, id: &'static str) -> Option<Place> {
        self.head.said.get(id).map(|(_, place)| place.clone())
    }

    /// What the file must say of itself: asked where it does not, with what may be right.
    pub(super) fn needed(&mut self, id: &'static str, proposal: &str) -> Option<String> {
        let said = self.said(id);
        if said.is_none() {
            self.ask_head(id, proposal, &[]);
        }
        said
    }

    fn ask_head(&mut self, id: &'static str, proposal: &str, choices: &[(String, String)]) {
        let name =
            headings::HEAD.iter().find(|line| line.id == id).map_or(id, |line| line.name.of(self.lang));
        let hint = words::head_hint(self.lang, name, choices);
        self.ask(Part::Head, id, proposal, hint, None);
    }

    /// A day that the file must say.
    pub(super) fn needed_day(&mut self, id: &'static str, proposal: &str) -> Option<Date> {
        let said = self.needed(id, proposal)?;
        let cell = self.head.said.get(id).map(|(cell, _)| cell.clone());
        let answered = self.mapping.answer(Part::Head, id).is_some();
        let read = cell.filter(|_| !answered).and_then(|cell| day::of_cell(&cell));
        let day = read.or_else(|| day::of_text(&said)).or_else(|| day::within(&said));
        if day.is_none() {
            let at = self.said_at(id);
            self.problem(at, words::no_day(self.lang, &said));
        }
        day
    }

    /// One of several that the file must say; the mapping lists them.
    pub(super) fn needed_choice(
        &mut self,
        id: &'static str,
        among: &[Heading],
        proposal: &str,
    ) -> Option<&'static str> {
        let choices: Vec<(String, String)> =
            among.iter().map(|one| (one.id.to_owned(), one.name.of(self.lang).to_owned())).collect();
        let Some(said) = self.said(id) else {
            self.ask_head(id, proposal, &choices);
            return None;
        };
        let choice = headings::choice(among, &said);
        if choice.is_none() {
            let ids: Vec<&str> = among.iter().map(|one| one.id).collect();
            let at = self.said_at(id);
            self.problem(at, words::no_choice(self.lang, &said, &ids));
        }
        choice
    }

    /// The id of the new file: what is said, or what is proposed, which is then said.
    pub(super) fn id(&mut self, proposal: &str) -> String {
        let said = self.said("id");
        if said.is_none() {
            self.say(words::id_proposed(self.lang, proposal));
        }
        said.unwrap_or_else(|| proposal.to_owned())
    }

    /// A text that the file must say in Chinese; in English where it does.
    pub(super) fn needed_original(
        &mut self,
        id: &'static str,
        id_en: Option<&'static str>,
        proposal: &str,
    ) -> Option<String> {
        let en = id_en.and_then(|id| self.said(id));
        Some(toml_text::text(&self.needed(id, proposal)?, en.as_deref()))
    }

    /// Whether everything in the edition is invented.
    pub(super) fn is_invented(&self) -> bool {
        self.edition.head.as_ref().is_some_and(|head| head.value.demonstration)
    }

    /// The documents that the edition may cite.
    pub(super) fn documents(&self) -> Vec<&Document> {
        let shared = self.draft.documents.iter();
        shared.chain(self.edition.documents.iter()).map(|read| &read.value).collect()
    }

    /// The id of the document that a text names, by id, number or title. A template writes the title behind the id.
    pub(super) fn document_called(&self, text: &str) -> Option<String> {
        let name = comparable(text);
        let is = |text: &str| comparable(text) == name;
        let first = text.split_whitespace().next();
        let documents = self.documents();
        let found = documents.iter().find(|document| {
            first == Some(document.id.as_str())
                || is(&document.title.zh)
                || document.number.as_ref().is_some_and(|number| is(number))
        });
        found.map(|document| document.id.clone())
    }

    /// The id of the document that the file must name; `with_source` where words of a source will do.
    pub(super) fn needed_document(&mut self, with_source: bool) -> Option<String> {
        let choices: Vec<(String, String)> =
            self.documents().iter().map(|one| (one.id.clone(), one.title.zh.clone())).collect();
        let Some(said) = self.said("document") else {
            let proposal = if self.is_invented() { "demo" } else { "" };
            let name = self.lang.of("来源文件", "Document");
            let mut hint = words::head_hint(self.lang, name, &choices);
            if with_source {
                hint.push_str(words::or_source(self.lang));
            }
            self.ask(Part::Head, "document", proposal, hint, None);
            return None;
        };
        let id = self.document_called(&said);
        if id.is_none() {
            let at = self.said_at("document");
            self.problem(at, words::no_document(self.lang, &said));
        }
        id
    }

    /// Mark and day of the check, as they follow a source: `mark = "A", checked_on = "2026-11-28"`.
    pub(super) fn marked(&mut self) -> Option<[String; 2]> {
        if self.is_invented() {
            return Some(["D".to_owned(), String::new()]);
        }
        let mark = self.needed_choice("mark", &headings::MARKS[..3], "");
        let today = self.today.to_string();
        let checked_on = self.needed_day("checked_on", &today);
        Some([mark?.to_owned(), checked_on?.to_string()])
    }

    /// The source of all that the file says, as an inline table.
    pub(super) fn source(&mut self) -> Option<String> {
        let mut fields = Vec::new();
        if let Some(title) = self.said("source").filter(|_| self.said("document").is_none()) {
            let en = self.said("source_en");
            fields.push(format!("title = {}", toml_text::text(&title, en.as_deref())));
            if let Some(address) = self.said("address") {
                let bare = address.split_once("://").map_or(address.as_str(), |(_, rest)| rest);
                fields.push(format!("address = {}", quoted(bare)));
            }
        } else {
            let document = self.needed_document(true);
            fields.push(format!("document = {}", quoted(&document.unwrap_or_default())));
        }
        let [mark, checked_on] = self.marked()?;
        fields.push(format!("mark = {}", quoted(&mark)));
        if !checked_on.is_empty() {
            fields.push(format!("checked_on = {}", quoted(&checked_on)));
        }
        Some(format!("{{ {} }}", fields.join(", ")))
    }
}
