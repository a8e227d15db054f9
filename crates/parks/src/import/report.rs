//! A bulletin or a practice out of a table with a paragraph a row.

use super::toml_text::{Writer, list, text};
use super::{As, Import, Made, Row};
use crate::sheet::plain::{compact, comparable};
use crate::words::headings::LEVELS;
use crate::words::import as words;

/// A part of the text: its heading and its paragraphs, as TOML.
type Section = (Option<String>, Vec<String>);

impl Import<'_> {
    /// The file of the report.
    pub(super) fn report(&mut self, rows: &[Row]) -> Vec<Made> {
        let kind = if self.kind == As::Practice { "practice" } else { "bulletin" };
        let title = self.needed_original("title", Some("title_en"), "");
        let dated = self.needed_day("dated", "");
        let issuer = self.needed_original("issuer", None, "");
        let level = self.needed_choice("level", LEVELS, "region");
        let source = self.source();
        let parks = self.parks_named();
        let departments = self.draft.departments.as_ref().map(|read| {
            read.value.departments.iter().map(|one| (one.id.clone(), one.name.zh.clone())).collect::<Vec<_>>()
        });
        let departments = self.named("departments", &departments.unwrap_or_default());
        let tasks = self.draft.tasks.as_ref().map(|read| {
            read.value.tasks.iter().map(|one| (one.id.clone(), one.title.zh.clone())).collect::<Vec<_>>()
        });
        let tasks = self.named("tasks", &tasks.unwrap_or_default());
        let sections = self.sections(rows);
        let (Some(title), Some(dated), Some(issuer), Some(level), Some(source)) =
            (title, dated, issuer, level, source)
        else {
            return Vec::new();
        };
        let id = self.id(&format!("{kind}-{}-{:02}", dated.year(), dated.month()));
        let path = format!("editions/{}/work/{id}.toml", self.edition.folder);
        if self.files.get(&path).is_some() {
            self.problem(None, words::file_exists(self.lang, &path));
            return Vec::new();
        }
        let mut out = Writer::default();
        out.pair("id", &id);
        out.pair("kind", kind);
        out.raw("title", &title);
        out.pair("dated", &dated.to_string());
        out.pair("level", level);
        out.raw("issuer", &issuer);
        if let Some(clause) = self.said("clause") {
            out.pair("clause", &clause);
        }
        out.raw("source", &source);
        for (key, ids) in [("parks", parks), ("departments", departments), ("tasks", tasks)] {
            if !ids.is_empty() {
                out.raw(key, &list(&ids));
            }
        }
        for (heading, paragraphs) in sections {
            out.line("\n[[sections]]");
            if let Some(heading) = heading {
                out.raw("heading", &heading);
            }
            out.line("paragraphs = [");
            paragraphs.iter().for_each(|paragraph| out.line(&format!("  {paragraph},")));
            out.line("]");
        }
        vec![out.made(path)]
    }

    /// The text: a row with a heading begins a part.
    fn sections(&mut self, rows: &[Row]) -> Vec<Section> {
        let mut sections: Vec<Section> = Vec::new();
        for row in rows {
            let some = |id: &str| self.words(row, id).map(|(text, _)| text);
            let heading = some("heading").map(|zh| text(&zh, some("heading_en").as_deref()));
            let paragraph = some("paragraph").map(|zh| (text(&zh, some("paragraph_en").as_deref()), zh));
            if heading.is_some() || sections.is_empty() {
                sections.push((heading, Vec::new()));
            }
            if let (Some((paragraph, zh)), Some((_, paragraphs))) = (paragraph, sections.last_mut()) {
                paragraphs.push(paragraph);
                let line = words::preview_text(&row.place, &zh);
                self.out.preview.push(line);
            }
        }
        sections
    }

    /// The parks that the head names.
    fn parks_named(&mut self) -> Vec<String> {
        let Some(said) = self.said("parks") else { return Vec::new() };
        let place = self.said_at("parks").unwrap_or_else(|| crate::sheet::Place {
            sheet: String::new(),
            row: 0,
            column: 0,
        });
        let names: Vec<String> = compact(&said)
            .split(['、', ',', ';'])
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
            .collect();
        names.iter().filter_map(|name| Some(self.park(name, &place)??.id.clone())).collect()
    }

    /// The ids of what the head names, by id or name.
    fn named(&mut self, id: &'static str, known: &[(String, String)]) -> Vec<String> {
        let Some(said) = self.said(id) else { return Vec::new() };
        let mut ids = Vec::new();
        for part in compact(&said).split(['、', ',', ';']).filter(|part| !part.is_empty()) {
            let name = comparable(part);
            match known.iter().find(|(id, zh)| comparable(id) == name || comparable(zh) == name) {
                Some((id, _)) => ids.push(id.clone()),
                None => {
                    let names: Vec<&str> = known.iter().map(|(_, zh)| zh.as_str()).collect();
                    let at = self.said_at(id);
                    self.problem(at, words::no_choice(self.lang, part, &names));
                }
            }
        }
        ids
    }
}
