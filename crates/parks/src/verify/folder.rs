//! A folder, held to what was published.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use anyhow::{Result, bail};
use static_site::sums::{self, SUMS};
use static_site::{Encoding, HEADERS, is_copy};

use super::{Fault, Findings, Published, difference};
use crate::lang::Lang;
use crate::words::verify as words;

/// Where files of earlier publications may stay: their names are their content, so that none stands for another.
const NAMED_BY_CONTENT: [&str; 2] = ["app/", "data/"];

/// What a folder says of itself.
///
/// # Errors
/// When it holds no list.
pub fn published(folder: &Path, lang: Lang) -> Result<Published> {
    let text = fs::read_to_string(folder.join(SUMS)).ok();
    let Some(sums) = text.as_deref().and_then(sums::parse) else {
        bail!(words::no_list(lang, &folder.display().to_string(), SUMS));
    };
    Ok(Published { sums, site: None })
}

/// Looks at every file.
///
/// # Errors
/// When a file cannot be read.
pub fn verify(folder: &Path, published: &Published) -> io::Result<Findings> {
    let mut of_files = BTreeMap::new();
    for (path, sum) in &published.sums {
        let faults = match fs::read(folder.join(path)) {
            Ok(found) => {
                let wrong = difference(path, sum, published.bytes(path).as_deref(), &found);
                let copies =
                    Encoding::ALL.into_iter().filter_map(|encoding| wrong_copy(folder, path, sum, encoding));
                wrong.into_iter().chain(copies).collect()
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => vec![Fault::Missing],
            Err(error) => return Err(error),
        };
        if !faults.is_empty() {
            of_files.insert(path.clone(), faults);
        }
    }
    let mut there = Vec::new();
    static_site::list(folder, "", &mut there)?;
    for path in there {
        let known = published.sums.contains_key(&path) || [SUMS, HEADERS].contains(&path.as_str());
        if !known && !is_copy(&path) && !NAMED_BY_CONTENT.iter().any(|named| path.starts_with(named)) {
            of_files.insert(path, vec![Fault::Unlisted]);
        }
    }
    Ok(Findings { files: published.sums.len(), of_files, of_place: Vec::new() })
}

/// A copy that stands for other bytes than those published. One that is not there is no fault: hosts that compress by
/// themselves need none.
fn wrong_copy(folder: &Path, path: &str, sum: &str, encoding: Encoding) -> Option<Fault> {
    let packed = fs::read(encoding.copy_of(&folder.join(path))).ok()?;
    let right = encoding.unpack(&packed).is_ok_and(|plain| sums::sha256_hex(&plain) == sum);
    (!right).then(|| Fault::Copy(encoding.extension().to_owned()))
}
