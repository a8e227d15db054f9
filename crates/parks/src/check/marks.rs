//! What is invented says so: every mark in a demonstration's folder is D, and no other mark is.

use super::checker::{At, Checker};
use crate::tomlfile::TomlFile;
use crate::words::findings as words;

/// Checks every mark of these files, whatever it stands beside, so that no kind of fact is forgotten.
pub fn check<'a>(files: impl Iterator<Item = &'a TomlFile>, are_invented: bool, checker: &mut Checker<'_>) {
    for file in files {
        file.root.texts(&mut |path, letter| {
            let key = path.rsplit('.').next().unwrap_or_default();
            // A factor has marks of its parts: ncv_mark.
            let is_mark = key == "mark" || key.ends_with("_mark");
            if is_mark && are_invented != (letter == "D") {
                let expected = if are_invented { words::invented_mark() } else { words::real_mark() };
                checker.wrong(At { file, path }, expected, words::quoted(letter));
            }
        });
    }
}
