//! Bytes from the data folder: fetched, checked, read.

use disclosure::integrity::{ReadError, verify};
use disclosure::model::FileRef;
use gloo_net::http::Request;
use web_sys::RequestCache;

/// Why a resource cannot be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No answer: the network or the server is away.
    Offline,
    /// The server has no such file.
    Missing,
    /// The bytes are not those that the catalogue names.
    HashMismatch,
    /// The bytes are not what the format says.
    Malformed,
    /// Written in a format that this version of the portal does not read yet.
    NewerFormat,
}

impl Fault {
    /// Value of `data-state`.
    pub fn key(self) -> &'static str {
        match self {
            Fault::Offline => "offline",
            Fault::Missing => "missing",
            Fault::HashMismatch => "hash-mismatch",
            Fault::Malformed => "malformed",
            Fault::NewerFormat => "newer-format",
        }
    }
}

/// Fetches bytes. `mutable` asks the server whether a kept copy is still the newest.
pub async fn bytes(address: &str, mutable: bool) -> Result<Vec<u8>, Fault> {
    let cache = if mutable { RequestCache::NoCache } else { RequestCache::Default };
    let response = Request::get(address).cache(cache).send().await.map_err(|_| Fault::Offline)?;
    match response.status() {
        200..=299 => response.binary().await.map_err(|_| Fault::Offline),
        404 | 410 => Err(Fault::Missing),
        _ => Err(Fault::Offline),
    }
}

/// Fetches an immutable file and checks that it is the one meant. A kept copy that is not is passed by
/// once, so that a damaged cache heals.
pub async fn file(data: &str, file: &FileRef) -> Result<Vec<u8>, Fault> {
    let address = format!("{data}{}", file.path);
    let kept = bytes(&address, false).await?;
    if verify(&kept, file).is_ok() {
        return Ok(kept);
    }
    let fresh = bytes(&address, true).await?;
    verify(&fresh, file)?;
    Ok(fresh)
}

impl From<ReadError> for Fault {
    fn from(error: ReadError) -> Fault {
        match error {
            // A file that was cut short is not the one that the catalogue names either.
            ReadError::Length { .. } | ReadError::Hash { .. } => Fault::HashMismatch,
            ReadError::Malformed { .. } => Fault::Malformed,
            ReadError::Format { expected, found } => match (version(expected), version(&found)) {
                (Some(ours), Some(theirs)) if ours.0 == theirs.0 && ours.1 < theirs.1 => Fault::NewerFormat,
                _ => Fault::Malformed,
            },
        }
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
    use disclosure::integrity::read_catalogue;

    #[test]
    fn a_newer_format_is_told_from_a_broken_file() {
        let fault = |text: &str| Fault::from(read_catalogue(text.as_bytes()).unwrap_err());
        assert_eq!(fault(r#"{"format":"zcp.catalogue/2","new":1}"#), Fault::NewerFormat);
        assert_eq!(fault(r#"{"format":"zcp.catalogue/0"}"#), Fault::Malformed);
        assert_eq!(fault(r#"{"format":"zcp.edition/2"}"#), Fault::Malformed);
        assert_eq!(fault(r#"{"format":"zcp.catalogue/1""#), Fault::Malformed);
    }

    #[test]
    fn a_file_cut_short_is_a_mismatch() {
        let file = FileRef { path: "x".into(), sha256: String::new(), bytes: 2 };
        assert_eq!(Fault::from(verify(b"1", &file).unwrap_err()), Fault::HashMismatch);
    }
}
