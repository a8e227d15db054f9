//! How files that a reader takes along are called.

use crate::load::Opened;

/// The file's name says which edition it is of, and whether that is a demonstration.
pub fn file_name(opened: &Opened, what: &str, ending: &str) -> String {
    let edition = &opened.edition;
    let kind = if edition.demonstration { "-demonstration-data" } else { "" };
    format!("{what}-{}-{}{kind}.{ending}", edition.as_of, opened.listed.version())
}
