//! Bytes from the data folder: brought, checked, read.

use std::pin::Pin;
use std::sync::Arc;

use disclosure::as_of::Dated;
use disclosure::integrity::{verify, verify_digest, verify_length};
use disclosure::model::FileRef;
use json_tree::{Malformed, Tree};
use serde::de::DeserializeOwned;

/// Why a resource cannot be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No answer: the network or the server is away.
    Offline,
    /// The server has no such file.
    Missing,
    /// A part of the program does not come as it was built: mostly the site was updated after the page was opened.
    Program,
    /// The bytes are not those that the catalogue names.
    HashMismatch,
    /// The bytes are not what the format says.
    Malformed,
    /// Written in a format that this version of the portal does not read yet.
    NewerFormat,
    /// Rules that contradict themselves or each other, and how.
    Unsound(Arc<str>),
    /// The address names an edition, a version or a moment that there is not, as it writes it.
    NoSuchState(&'static str),
}

impl Fault {
    /// Value of `data-state`.
    pub fn key(&self) -> &'static str {
        match self {
            Fault::Offline => "offline",
            Fault::Missing => "missing",
            Fault::Program => "program-missing",
            Fault::HashMismatch => "hash-mismatch",
            Fault::Malformed => "malformed",
            Fault::NewerFormat => "newer-format",
            Fault::Unsound(_) => "unsound",
            Fault::NoSuchState(_) => "no-such-state",
        }
    }
}

/// Something that may have to wait for the network.
pub type Waiting<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

/// The data folder, wherever it lies.
pub trait Files: Send + Sync {
    /// The bytes of a file. `mutable` asks the server whether a kept copy is still the newest.
    fn bytes<'a>(&'a self, path: &'a str, mutable: bool) -> Waiting<'a, Result<Vec<u8>, Fault>>;

    /// A page asks for a file, whether or not an earlier one has brought it.
    fn asked(&self, _path: &str) {}

    /// The SHA-256 of bytes, where somebody else works it out beside the page's own work.
    fn digest<'a>(&'a self, bytes: &'a [u8]) -> Waiting<'a, Option<Vec<u8>>>;
}

/// Fetches an immutable file and checks that it is the one meant. A kept copy that is not is passed by
/// once, so that a damaged cache heals.
pub async fn file(files: &dyn Files, file: &FileRef) -> Result<Vec<u8>, Fault> {
    let kept = files.bytes(&file.path, false).await?;
    if is_meant(files, &kept, file).await {
        return Ok(kept);
    }
    let fresh = files.bytes(&file.path, true).await?;
    if is_meant(files, &fresh, file).await { Ok(fresh) } else { Err(Fault::HashMismatch) }
}

/// Bytes from which on they are hashed beside the page's own work.
const LARGE: usize = 1 << 16;

async fn is_meant(files: &dyn Files, bytes: &[u8], file: &FileRef) -> bool {
    if bytes.len() < LARGE || verify_length(bytes, file).is_err() {
        return verify(bytes, file).is_ok();
    }
    match files.digest(bytes).await {
        Some(digest) => verify_digest(&digest, file).is_ok(),
        None => verify(bytes, file).is_ok(),
    }
}

impl From<Malformed> for Fault {
    fn from(_: Malformed) -> Fault {
        Fault::Malformed
    }
}

/// Reads a value.
pub fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Fault> {
    Ok(Tree::parse(bytes)?.read()?)
}

/// Reads a value and asks it whether it holds together.
pub fn read_checked<T: DeserializeOwned + Dated>(bytes: &[u8]) -> Result<T, Fault> {
    let value: T = read(bytes)?;
    match value.check().first() {
        None => Ok(value),
        Some(problem) => Err(Fault::Unsound(problem.to_string().into())),
    }
}

/// Reads a value that says its own format, which is looked at first: a newer format may hold anything.
pub fn read_format<T: DeserializeOwned>(bytes: &[u8], expected: &str) -> Result<T, Fault> {
    let tree = Tree::parse(bytes)?;
    check_format(&tree, expected)?;
    Ok(tree.read()?)
}

fn check_format(tree: &Tree, expected: &str) -> Result<(), Fault> {
    let found = tree.text("format").ok_or(Fault::Malformed)?;
    match (version(expected), version(found)) {
        _ if found == expected => Ok(()),
        (Some(ours), Some(theirs)) if ours.0 == theirs.0 && ours.1 < theirs.1 => Err(Fault::NewerFormat),
        _ => Err(Fault::Malformed),
    }
}

/// Name and number of a format: `zcp.catalogue/1`.
fn version(format: &str) -> Option<(&str, u32)> {
    let (name, number) = format.rsplit_once('/')?;
    Some((name, number.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use disclosure::model::{CATALOGUE_FORMAT, Catalogue, Rulebook};

    #[test]
    fn rules_are_checked_where_they_are_loaded() {
        let book = |sets: &[&str]| {
            let sets = sets
                .iter()
                .map(|id| assessment::ruleset::Ruleset { id: (*id).to_owned(), ..fixtures::national() });
            let (factor_sets, ladders, scorings) = Default::default();
            let book = Rulebook { rulesets: sets.collect(), factor_sets, ladders, scorings };
            read_checked::<Rulebook>(serde_json::to_string(&book).unwrap().as_bytes())
        };
        assert!(book(&["a"]).is_ok());
        let Err(Fault::Unsound(said)) = book(&["a", "b"]) else { panic!("two sets in force at once") };
        assert!(said.contains("a and b, both in force on 2025-06-30"), "{said}");
    }

    #[test]
    fn a_newer_format_is_told_from_a_broken_file() {
        let fault = |text: &str| read_format::<Catalogue>(text.as_bytes(), CATALOGUE_FORMAT).unwrap_err();
        assert_eq!(fault(r#"{"format":"zcp.catalogue/2","new":1}"#), Fault::NewerFormat);
        assert_eq!(fault(r#"{"format":"zcp.catalogue/1"}"#), Fault::Malformed);
        assert_eq!(fault(r#"{"format":"zcp.catalogue/0"}"#), Fault::Malformed);
        assert_eq!(fault(r#"{"format":"zcp.edition/2"}"#), Fault::Malformed);
        assert_eq!(fault(r#"{"format":"zcp.catalogue/1""#), Fault::Malformed);
        assert_eq!(fault("[]"), Fault::Malformed);
    }
}
