//! Texts of departments that nobody has translated: the Chinese stands in the place of the English, so that a list of
//! twenty parks needs no forty names made up in another language.
//!
//! Texts that the portal itself writes (terms, rules, the plan) are not among them: both languages are wanted of those.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Names and titles as a department gives them, by the fields that hold them.
const FIELDS: [&str; 10] = [
    "name",
    "short",
    "industries_as_published",
    "note",
    "title",
    "issuer",
    "period",
    "meaning",
    "reason",
    "not_applicable",
];

/// Puts the Chinese where the English is missing, in a file of what departments publish.
pub fn completed(table: &mut DeTable<'_>) {
    below(table, &FIELDS);
}

/// The same in a file of another kind: in its sources and in what was found as evidence.
pub fn sources_completed(table: &mut DeTable<'_>) {
    below(table, &[]);
}

fn below(table: &mut DeTable<'_>, fields: &[&str]) {
    for (key, value) in table.iter_mut() {
        let key: &str = key.get_ref();
        if fields.contains(&key) && complete(value) {
            continue;
        }
        let fields = match key {
            "source" => &["title"],
            "evidence" => &["text"],
            _ => fields,
        };
        within(value, fields);
    }
}

fn within(value: &mut Spanned<DeValue<'_>>, fields: &[&str]) {
    match value.get_mut() {
        DeValue::Table(table) => below(table, fields),
        DeValue::Array(list) => list.iter_mut().for_each(|element| within(element, fields)),
        _ => {}
    }
}

/// Completes a text; `false` where it is none.
fn complete(value: &mut Spanned<DeValue<'_>>) -> bool {
    let DeValue::Table(table) = value.get_mut() else { return false };
    let Some(zh) = table.get("zh").filter(|zh| matches!(zh.get_ref(), DeValue::String(_))).cloned() else {
        return false;
    };
    if table.len() == 1 {
        let key = Spanned::new(zh.span(), "en".into());
        table.insert(key, zh);
    }
    true
}
