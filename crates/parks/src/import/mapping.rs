//! What a person has said of a file's headings, units, parks and head: kept beside it, so that nothing is asked twice.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Deserialize;

use crate::lang::Lang;
use crate::words::import as words;

/// A part of a mapping.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// What the file as a whole says: its day, its source.
    Head,
    /// Which field a heading is.
    Columns,
    /// Which unit the numbers below a heading have.
    Units,
    /// Which park a name is.
    Parks,
    /// What looks like a slip and is right, by park and name.
    Confirmed,
}

impl Part {
    /// All of them, as they stand in a file.
    pub const ALL: [Part; 5] = [Part::Head, Part::Columns, Part::Units, Part::Parks, Part::Confirmed];

    /// Its name in a file.
    pub fn id(self) -> &'static str {
        match self {
            Part::Head => "head",
            Part::Columns => "columns",
            Part::Units => "units",
            Part::Parks => "parks",
            Part::Confirmed => "confirmed",
        }
    }
}

/// A mapping as its file has it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct MapFile {
    head: BTreeMap<String, String>,
    columns: BTreeMap<String, String>,
    units: BTreeMap<String, String>,
    parks: BTreeMap<String, String>,
    confirmed: BTreeMap<String, String>,
    /// Sheets that are read, where not all that have a table.
    sheets: Vec<String>,
}

/// A question: what is proposed, and in what words it is asked.
#[derive(Clone, Debug)]
struct Asked {
    proposal: String,
    hint: String,
}

/// What was answered, and what has to be asked.
#[derive(Clone, Debug, Default)]
pub struct Mapping {
    file: MapFile,
    asked: BTreeMap<(Part, String), Asked>,
}

impl Mapping {
    /// Reads a mapping.
    ///
    /// # Errors
    /// What is wrong in it, as its reader says it.
    pub fn read(text: &str) -> Result<Mapping, String> {
        let file = toml::from_str(text).map_err(|error| error.to_string().trim_end().to_owned())?;
        Ok(Mapping { file, asked: BTreeMap::new() })
    }

    fn part(&self, part: Part) -> &BTreeMap<String, String> {
        match part {
            Part::Head => &self.file.head,
            Part::Columns => &self.file.columns,
            Part::Units => &self.file.units,
            Part::Parks => &self.file.parks,
            Part::Confirmed => &self.file.confirmed,
        }
    }

    /// What was answered. What still begins with a question mark was not.
    pub fn answer(&self, part: Part, key: &str) -> Option<&str> {
        let answer = self.part(part).get(key)?.trim();
        (!answer.is_empty() && !answer.starts_with('?')).then_some(answer)
    }

    /// What was confirmed of a park.
    pub fn confirmed(&self, park: &str) -> Vec<String> {
        let of_park = |key: &String| {
            let (of, name) = key.split_once(':')?;
            (of == park && self.answer(Part::Confirmed, key).is_some()).then(|| name.to_owned())
        };
        self.file.confirmed.keys().filter_map(of_park).collect()
    }

    /// Whether a sheet is to be read.
    pub fn reads(&self, sheet: &str) -> bool {
        self.file.sheets.is_empty() || self.file.sheets.iter().any(|named| named == sheet)
    }

    /// Asks something, with an answer that may be right, or none.
    pub fn ask(&mut self, part: Part, key: &str, proposal: &str, hint: String) {
        let asked = Asked { proposal: proposal.to_owned(), hint };
        self.asked.entry((part, key.to_owned())).or_insert(asked);
    }

    /// Whether anything was asked that is not answered.
    pub fn has_questions(&self) -> bool {
        !self.asked.is_empty()
    }

    /// The file: all that was answered, and the questions.
    pub fn text(&self, lang: Lang) -> String {
        let mut text = format!("{}\n", words::map_header(lang));
        if !self.file.sheets.is_empty() {
            let names: Vec<String> = self.file.sheets.iter().map(|name| quoted(name)).collect();
            let _ = writeln!(text, "\nsheets = [{}]", names.join(", "));
        }
        for part in Part::ALL {
            let asked =
                self.asked.iter().filter(|((of, _), _)| *of == part).map(|((_, key), asked)| (key, asked));
            let asked: BTreeMap<&String, &Asked> = asked.collect();
            let answered = self.part(part).iter().filter(|(key, _)| !asked.contains_key(key));
            let answered: Vec<_> = answered.collect();
            if asked.is_empty() && answered.is_empty() {
                continue;
            }
            // Writing to a string does not fail.
            let _ = writeln!(text, "\n[{}]", part.id());
            for (key, answer) in answered {
                let _ = writeln!(text, "{} = {}", key_text(key), quoted(answer));
            }
            for (key, Asked { proposal, hint }) in asked {
                for line in hint.lines() {
                    let _ = writeln!(text, "# {line}");
                }
                let _ = writeln!(text, "{} = {}", key_text(key), quoted(&format!("?{proposal}")));
            }
        }
        text
    }
}

/// A text as TOML has it.
pub fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

fn key_text(key: &str) -> String {
    let is_bare = !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
    if is_bare { key.to_owned() } else { quoted(key) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_answered_is_kept_and_what_was_not_is_asked_again() {
        let read = "sheets = [\"表1\"]\n[head]\ntitle = \"?\"\n[columns]\n\"绿电量（万千瓦时）\" = \"power.green_trade\"\n";
        let mut mapping = Mapping::read(read).expect("a mapping");
        assert_eq!(mapping.answer(Part::Head, "title"), None);
        mapping.ask(Part::Head, "title", "示例\"名单\"", "标题".to_owned());
        mapping.ask(Part::Units, "用电量", "", "千瓦时\n万千瓦时".to_owned());
        let again = Mapping::read(&mapping.text(Lang::Zh)).expect("what was written is read again");
        assert_eq!(again.answer(Part::Columns, "绿电量（万千瓦时）"), Some("power.green_trade"));
        assert_eq!(again.file.head["title"], "?示例\"名单\"");
        assert_eq!(again.file.units["用电量"], "?");
        assert!(again.reads("表1") && !again.reads("表2"));
    }
}
