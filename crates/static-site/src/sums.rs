//! The list of a site's files with their SHA-256, which the site itself carries: by it anybody sees, with
//! `sha256sum --check` or `parks verify`, whether a host gives what was published.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use sha2::{Digest as _, Sha256};

use crate::compose::HEADERS;
use crate::compress::{is_copy, list};

/// The list's name, at the site's root.
pub const SUMS: &str = "SHA256SUMS.txt";
/// Digits of a SHA-256 in hexadecimal.
const DIGITS: usize = 64;

/// SHA-256 in lower-case hexadecimal, by path below the site's root.
pub type Sums = BTreeMap<String, String>;

/// The SHA-256 of bytes, in lower-case hexadecimal.
pub fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The sums of the files in a site's folder: all that readers are sent. Compressed copies stand for a file that is in
/// the list, and `_headers` is for the host alone.
///
/// # Errors
/// When a file cannot be read.
pub fn of_folder(folder: &Path) -> io::Result<Sums> {
    let mut paths = Vec::new();
    list(folder, "", &mut paths)?;
    paths.retain(|path| path != SUMS && path != HEADERS && !is_copy(path));
    paths
        .into_iter()
        .map(|path| fs::read(folder.join(&path)).map(|bytes| (path, sha256_hex(&bytes))))
        .collect()
}

/// Writes the list into a site's folder.
///
/// # Errors
/// When a file cannot be read or written.
pub fn write(folder: &Path) -> io::Result<()> {
    let lines = of_folder(folder)?.into_iter().map(|(path, sum)| format!("{sum}  {path}\n"));
    fs::write(folder.join(SUMS), lines.collect::<String>())
}

/// Reads a list; `None` where the text is none.
pub fn parse(text: &str) -> Option<Sums> {
    let is_sum = |sum: &str| sum.len() == DIGITS && sum.bytes().all(|b| b.is_ascii_hexdigit());
    let line = |line: &str| {
        let (sum, path) = line.split_once("  ")?;
        (is_sum(sum) && !path.is_empty()).then(|| (path.to_owned(), sum.to_ascii_lowercase()))
    };
    let sums: Option<Sums> = text.lines().map(line).collect();
    sums.filter(|sums| !sums.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_names_what_readers_are_sent_and_reads_back() {
        let folder = tempfile::tempdir().unwrap();
        let at = |path: &str| folder.path().join(path);
        fs::create_dir(at("app")).unwrap();
        for path in ["app/a.js", "app/a.js.br", "app/a.js.gz", "index.html", HEADERS, "data.br"] {
            fs::write(at(path), "abc").unwrap();
        }
        write(folder.path()).unwrap();
        let text = fs::read_to_string(at(SUMS)).unwrap();
        // FIPS 180-4.
        let sum = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(text, format!("{sum}  app/a.js\n{sum}  data.br\n{sum}  index.html\n"));
        assert_eq!(parse(&text), Some(of_folder(folder.path()).unwrap()));
        for other in ["", "<!doctype html>\n<html>", "abc  index.html\n"] {
            assert_eq!(parse(other), None, "{other}");
        }
    }
}
