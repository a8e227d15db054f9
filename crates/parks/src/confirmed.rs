//! What a round says is right although it looks like a slip: `confirmed = ["storage_ratio", "electricity"]` in the table
//! of a park. It is for the check alone and is not published.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::finding::Finding;
use crate::tomlfile::TomlFile;
use crate::words::findings as words;

/// The field.
const FIELD: &str = "confirmed";

/// What is confirmed in a file.
#[derive(Clone, Debug, Default)]
pub struct Confirmed(Vec<(usize, usize, String)>);

impl Confirmed {
    /// What is confirmed of a park, by its place in the round.
    pub fn names(&self, park: usize) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(of, _, _)| *of == park).map(|(_, _, name)| name.as_str())
    }

    /// Everything: the park's place, the place in its list, what.
    pub fn all(&self) -> impl Iterator<Item = (usize, usize, &str)> {
        self.0.iter().map(|(park, index, name)| (*park, *index, name.as_str()))
    }

    /// Where something stands that is confirmed.
    pub fn path(park: usize, index: usize) -> String {
        format!("parks[{park}].{FIELD}[{index}]")
    }
}

/// Takes what is confirmed out of the tables of a round's parks.
pub fn taken(file: &mut TomlFile, table: &mut DeTable<'_>, findings: &mut Vec<Finding>) {
    let Some(DeValue::Array(parks)) = table.get_mut("parks").map(Spanned::get_mut) else { return };
    for (park, value) in parks.iter_mut().enumerate() {
        let DeValue::Table(table) = value.get_mut() else { continue };
        let Some(confirmed) = table.remove(FIELD) else { continue };
        let list = match confirmed.get_ref() {
            DeValue::Array(list) => list.iter().map(text).collect::<Option<Vec<String>>>(),
            _ => None,
        };
        match list {
            Some(names) => {
                let names = names.into_iter().enumerate();
                file.confirmed.0.extend(names.map(|(index, name)| (park, index, name)));
            }
            None => {
                let path = format!("parks[{park}].{FIELD}");
                findings.push(file.finding(&path, words::a_list_of_texts(), words::something_else()));
                file.doubt(&path);
            }
        }
    }
}

fn text(value: &Spanned<DeValue<'_>>) -> Option<String> {
    match value.get_ref() {
        DeValue::String(text) => Some(text.to_string()),
        _ => None,
    }
}
