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

/// Puts the Chinese where the English is missing.
pub fn completed(table: &mut DeTable<'_>) {
    for (key, value) in table.iter_mut() {
        let is_text = FIELDS.contains(&&**key.get_ref());
        below(value, is_text);
    }
}

fn below(value: &mut Spanned<DeValue<'_>>, is_text: bool) {
    match value.get_mut() {
        DeValue::Table(table) if is_text && table.contains_key("zh") => {
            let zh = table.get("zh").filter(|zh| matches!(zh.get_ref(), DeValue::String(_))).cloned();
            if let Some(zh) = zh.filter(|_| table.len() == 1) {
                let key = Spanned::new(zh.span(), "en".into());
                table.insert(key, zh);
            }
        }
        DeValue::Table(table) => completed(table),
        DeValue::Array(list) => list.iter_mut().for_each(|element| below(element, false)),
        _ => {}
    }
}
