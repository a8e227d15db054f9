//! The archive of publications: every file that was ever published, and the list of them by day, in a folder of its
//! own that no build empties. What was cited is opened again from it.
//!
//! The folder holds the files under the paths that they have below the portal's data folder, with their compressed
//! copies, and `versions.json`. It is append-only: a file that is there is never written again, because its name is
//! its content.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use assessment::Date;
use disclosure::integrity;
use disclosure::model::{Catalogue, Edition, EditionRef, FileRef, Version};
use serde::de::DeserializeOwned;

use crate::compile::Compiled;
use crate::publication;

/// The list of what was published, in the archive's folder.
const VERSIONS: &str = "versions.json";

/// An archive of publications.
#[derive(Debug)]
pub struct Archive {
    folder: PathBuf,
    /// What was published, newest first.
    versions: Vec<Version>,
}

impl Archive {
    /// Opens the archive in a folder; one that is not there yet is empty.
    ///
    /// # Errors
    /// When the folder cannot be read, or its list is none.
    pub fn open(folder: &Path) -> io::Result<Archive> {
        let list = folder.join(VERSIONS);
        let versions = match fs::read(&list) {
            Ok(bytes) => serde_json::from_slice(&bytes).map_err(|error| malformed(&list, error))?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(error),
        };
        Ok(Archive { folder: folder.to_owned(), versions })
    }

    /// What was published of an edition last.
    pub fn last(&self, edition: &str) -> Option<&Version> {
        self.versions.iter().find(|version| version.edition.id == edition)
    }

    /// Whether nothing was published into it yet.
    pub fn is_empty(&self) -> bool {
        self.versions.is_empty()
    }

    /// The publication of which an index is: what is published again is taken back to it.
    pub fn with_index(&self, index: &FileRef) -> Option<&Version> {
        self.versions.iter().find(|version| version.edition.index == *index)
    }

    /// A file of a publication, held to the hash under which it was published.
    ///
    /// # Errors
    /// When it is not in the archive, or not as it was published.
    pub fn read<T: DeserializeOwned>(&self, file: &FileRef) -> io::Result<T> {
        let path = self.folder.join(&file.path);
        let bytes = fs::read(&path).map_err(|error| io::Error::new(error.kind(), at(&path, &error)))?;
        integrity::read(&bytes, file).map_err(|error| malformed(&path, error))
    }

    /// Takes a publication into the list and the list into the publication: an edition whose index is another than
    /// that of its last version is a new version, published on `day`.
    ///
    /// # Errors
    /// When the last version cannot be read, so that what has changed cannot be said.
    pub fn take(&mut self, compiled: &mut Compiled, day: Date) -> io::Result<()> {
        let mut catalogue: Catalogue = compiled.catalogue();
        for listed in &catalogue.editions {
            let last = self.last(&listed.id);
            if last.is_some_and(|last| last.edition.index == listed.index) {
                continue;
            }
            let now: Edition = compiled.read(&listed.index);
            let changes = match last {
                Some(_) if let Some(earlier) = self.with_index(&listed.index) => {
                    vec![publication::taken_back(earlier.published)]
                }
                Some(last) => publication::changes(self, &self.read(&last.edition.index)?, compiled, &now)?,
                None => Vec::new(),
            };
            let version = Version { published: day, as_of: now.as_of, edition: listed.clone(), changes };
            self.versions.insert(0, version);
        }
        catalogue.versions = Some(compiled.add("versions", &self.versions));
        compiled.set_catalogue(&catalogue);
        Ok(())
    }

    /// Writes what the archive has not yet, the list last, so that it never names a file that is not there. Each file
    /// is compressed once, here, and later sites take the copies along.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn write(&self, files: &BTreeMap<String, Vec<u8>>) -> io::Result<()> {
        for (path, bytes) in files {
            let path = self.folder.join(path);
            if !path.exists() {
                write_whole(&path, bytes)?;
            }
        }
        static_site::compress(&self.folder, |path| path != VERSIONS)?;
        write_whole(&self.folder.join(VERSIONS), &serde_json::to_vec_pretty(&self.versions)?)
    }

    /// Puts every archived file beside a build, where it is not there already.
    ///
    /// # Errors
    /// When a file can be neither read nor written.
    pub fn restore(&self, data: &Path) -> io::Result<()> {
        restore(&self.folder, data)
    }

    /// The editions that were published last, one each.
    pub fn editions(&self) -> impl Iterator<Item = &EditionRef> {
        let mut told = Vec::new();
        self.versions.iter().map(|version| &version.edition).filter(move |edition| {
            let new = !told.contains(&edition.id);
            told.push(edition.id.clone());
            new
        })
    }
}

fn restore(from: &Path, to: &Path) -> io::Result<()> {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            restore(&entry.path(), &target)?;
        } else if entry.file_name() != VERSIONS && !target.exists() {
            fs::create_dir_all(to)?;
            fs::copy(entry.path(), &target)?;
        }
    }
    Ok(())
}

/// A file is whole or not there, also when the machine stops in the middle.
fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    let staged = path.with_extension("new");
    fs::write(&staged, bytes)?;
    fs::rename(staged, path)
}

fn malformed(path: &Path, error: impl std::fmt::Display) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, at(path, &error))
}

fn at(path: &Path, error: &impl std::fmt::Display) -> String {
    format!("{}: {error}", path.display())
}
