//! Bytes into values that can be trusted: the hash first, then the format, then the fields.

use std::fmt;
use std::ops::Range;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use crate::asked::bare;
use crate::model::{CATALOGUE_FORMAT, Catalogue, EDITION_FORMAT, Edition, EditionRef, FileRef};

/// Digits of a version that are shown, and that name it.
const SHORTEST_VERSION: usize = 10;

/// Why bytes cannot be trusted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// The file is shorter or longer than was published: a transfer that broke off, most likely.
    Length {
        /// Bytes published.
        expected: u64,
        /// Bytes received.
        found: u64,
    },
    /// The file has the right length and other content than was published.
    Hash {
        /// Published hash, hex SHA-256.
        expected: String,
        /// Hash of what was received.
        found: String,
    },
    /// The bytes are as published, or cannot be compared, and do not read as what they should be.
    Malformed {
        /// Where and what, for a technical note: `expected value at line 1 column 2`.
        at: String,
    },
    /// The file is of a format that this portal does not know, a newer one most likely.
    Format {
        /// The format that this portal reads.
        expected: &'static str,
        /// The format that the file names.
        found: String,
    },
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReadError::Length { expected, found } => write!(f, "expected {expected} bytes, found {found}"),
            ReadError::Hash { expected, found } => write!(f, "expected SHA-256 {expected}, found {found}"),
            ReadError::Malformed { at } => f.write_str(at),
            ReadError::Format { expected, found } => write!(f, "expected format {expected}, found {found}"),
        }
    }
}

impl std::error::Error for ReadError {}

/// The SHA-256 of bytes, in hex.
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let nibbles = |byte: &u8| [byte >> 4, byte & 15].map(|nibble| char::from(DIGITS[usize::from(nibble)]));
    bytes.iter().flat_map(nibbles).collect()
}

/// Whether bytes are what was published.
///
/// # Errors
/// [`ReadError::Length`] or [`ReadError::Hash`].
pub fn verify(bytes: &[u8], file: &FileRef) -> Result<(), ReadError> {
    verify_length(bytes, file)?;
    verify_digest(&Sha256::digest(bytes), file)
}

/// Whether there are as many bytes as were published: what can be asked before they are hashed.
///
/// # Errors
/// [`ReadError::Length`].
pub fn verify_length(bytes: &[u8], file: &FileRef) -> Result<(), ReadError> {
    let found = bytes.len() as u64;
    if found == file.bytes { Ok(()) } else { Err(ReadError::Length { expected: file.bytes, found }) }
}

/// Whether bytes are what was published, by their SHA-256 that somebody else has made.
///
/// # Errors
/// [`ReadError::Hash`].
pub fn verify_digest(digest: &[u8], file: &FileRef) -> Result<(), ReadError> {
    let found = hex(digest);
    if found == file.sha256 { Ok(()) } else { Err(ReadError::Hash { expected: file.sha256.clone(), found }) }
}

/// Reads a published file into its type, once it is verified.
///
/// # Errors
/// Any [`ReadError`] but [`ReadError::Format`].
pub fn read<T: DeserializeOwned>(bytes: &[u8], file: &FileRef) -> Result<T, ReadError> {
    verify(bytes, file)?;
    parse(bytes)
}

/// What stands before the digits of a catalogue's seal, and after them.
const SEAL: (&[u8], &[u8]) = (b"\"seal\":\"", b"\"}");
/// The digits while they are worked out.
const UNSEALED: &[u8; 64] = &[b'0'; 64];

/// Where the digits of a catalogue's seal stand, if it has one.
fn digits(bytes: &[u8]) -> Option<Range<usize>> {
    let end = bytes.strip_suffix(SEAL.1)?.len();
    let begin = end.checked_sub(UNSEALED.len())?;
    bytes[..begin].ends_with(SEAL.0).then_some(begin..end)
}

fn seal_of(bytes: &[u8], digits: Range<usize>) -> String {
    let parts = [&bytes[..digits.start], UNSEALED, &bytes[digits.end..]];
    hex(&Sha256::new_with_prefix(parts.concat()).finalize())
}

/// A catalogue as it is published, with its seal.
pub fn sealed(catalogue: &Catalogue) -> Vec<u8> {
    let unsealed = String::from_utf8(UNSEALED.to_vec()).ok();
    let catalogue = Catalogue { seal: unsealed, ..catalogue.clone() };
    let mut bytes =
        serde_json::to_vec(&catalogue).expect("the model has string keys and finite numbers only");
    let digits = digits(&bytes).expect("the seal is the last field");
    let seal = seal_of(&bytes, digits.clone());
    bytes[digits].copy_from_slice(seal.as_bytes());
    bytes
}

/// Whether a catalogue is as it was published, by its own seal. One without a seal, from before there were any, cannot
/// be held to anything.
///
/// # Errors
/// [`ReadError::Hash`].
pub fn verify_seal(bytes: &[u8]) -> Result<(), ReadError> {
    let Some(digits) = digits(bytes) else { return Ok(()) };
    let (expected, found) =
        (String::from_utf8_lossy(&bytes[digits.clone()]).into_owned(), seal_of(bytes, digits));
    if found == expected { Ok(()) } else { Err(ReadError::Hash { expected, found }) }
}

/// Reads the catalogue, the one file whose hash no other file names: it carries its own.
///
/// # Errors
/// [`ReadError::Format`], [`ReadError::Hash`] or [`ReadError::Malformed`].
pub fn read_catalogue(bytes: &[u8]) -> Result<Catalogue, ReadError> {
    expect_format(bytes, CATALOGUE_FORMAT)?;
    verify_seal(bytes)?;
    parse(bytes)
}

/// Reads an edition's index, once it is verified.
///
/// # Errors
/// Any [`ReadError`].
pub fn read_edition(bytes: &[u8], file: &FileRef) -> Result<Edition, ReadError> {
    verify(bytes, file)?;
    expect_format(bytes, EDITION_FORMAT)?;
    parse(bytes)
}

impl EditionRef {
    /// The edition's version: the first ten digits of its index's hash, which covers everything in it.
    pub fn version(&self) -> &str {
        self.index.sha256.get(..SHORTEST_VERSION).unwrap_or(&self.index.sha256)
    }

    /// Whether a version as an address or a citation writes it is this one: its hash, or at least the ten digits that
    /// a citation prints.
    pub fn is_version(&self, asked: &str) -> bool {
        let asked = bare(asked).to_ascii_lowercase();
        asked.len() >= SHORTEST_VERSION && self.index.sha256.starts_with(&asked)
    }
}

#[derive(Deserialize)]
struct Head {
    format: String,
}

fn expect_format(bytes: &[u8], expected: &'static str) -> Result<(), ReadError> {
    let Head { format: found } = parse(bytes)?;
    if found == expected { Ok(()) } else { Err(ReadError::Format { expected, found }) }
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, ReadError> {
    serde_json::from_slice(bytes).map_err(|error| ReadError::Malformed { at: error.to_string() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn published(bytes: &[u8]) -> FileRef {
        FileRef { path: "x.json".to_owned(), sha256: sha256_hex(bytes), bytes: bytes.len() as u64 }
    }

    #[test]
    fn the_hash_is_the_standard_one() {
        assert_eq!(sha256_hex(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assert_eq!(sha256_hex(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn what_was_published_is_read() {
        assert_eq!(read::<Vec<u8>>(b"[1,2]", &published(b"[1,2]")), Ok(vec![1, 2]));
    }

    #[test]
    fn a_truncated_file_is_told_from_a_changed_one() {
        let file = published(b"[1,2]");
        assert_eq!(verify(b"[1,2", &file), Err(ReadError::Length { expected: 5, found: 4 }));
        assert!(matches!(verify(b"[1,3]", &file), Err(ReadError::Hash { .. })));
    }

    #[test]
    fn a_malformed_file_says_where() {
        let error = read::<Vec<u8>>(b"[1,x]", &published(b"[1,x]")).unwrap_err();
        assert_eq!(error, ReadError::Malformed { at: "expected value at line 1 column 4".to_owned() });
    }

    #[test]
    fn a_newer_format_is_told_from_a_malformed_file() {
        let newer = br#"{"format":"zcp.catalogue/2","tomorrow":[]}"#;
        let expected = ReadError::Format { expected: CATALOGUE_FORMAT, found: "zcp.catalogue/2".to_owned() };
        assert_eq!(read_catalogue(newer), Err(expected));
        let ours = br#"{"format":"zcp.catalogue/1","tomorrow":[]}"#;
        assert!(matches!(read_catalogue(ours), Err(ReadError::Malformed { .. })));
        assert!(matches!(read_catalogue(b"<!doctype html>"), Err(ReadError::Malformed { .. })));
    }

    #[test]
    fn every_change_of_a_catalogue_is_seen() {
        let file = FileRef { path: "map.json".to_owned(), sha256: "0".repeat(64), bytes: 7 };
        let catalogue = Catalogue {
            format: CATALOGUE_FORMAT.to_owned(),
            default_edition: "published".to_owned(),
            built_on: None,
            editions: Vec::new(),
            map: file,
            versions: None,
            seal: None,
        };
        let bytes = sealed(&catalogue);
        let read = read_catalogue(&bytes).unwrap();
        assert_eq!(Catalogue { seal: None, ..read.clone() }, catalogue);
        assert_eq!(sealed(&read), bytes, "sealed anew, it is the same");
        for place in 0..bytes.len() {
            for bit in 0..8 {
                let mut other = bytes.clone();
                other[place] ^= 1 << bit;
                assert!(read_catalogue(&other).is_err(), "bit {bit} of byte {place}");
            }
            assert!(read_catalogue(&bytes[..place]).is_err(), "cut off after {place}");
        }
    }

    #[test]
    fn a_catalogue_from_before_there_were_seals_is_read() {
        let text = br#"{"format":"zcp.catalogue/1","default_edition":"a","editions":[],
            "map":{"path":"m.json","sha256":"0","bytes":1}}"#;
        assert_eq!(read_catalogue(text).unwrap().seal, None);
    }
}
