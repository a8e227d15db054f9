//! Compressed copies, `.br` and `.gz`, beside every text and WebAssembly file, so that a host sends them as they are
//! and compresses nothing while readers wait.

use std::ffi::OsString;
use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

use crate::compose::APP;
use crate::types::is_compressible;

/// Brotli's buffer while it unpacks, bytes.
const BUFFER: usize = 1 << 16;

/// How a copy is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// Brotli, which every browser takes that can start the portal, over HTTPS.
    Brotli,
    /// Gzip, which all others take.
    Gzip,
}

impl Encoding {
    /// All, the one that gives less to send first.
    pub const ALL: [Encoding; 2] = [Encoding::Brotli, Encoding::Gzip];

    /// Its name in `Accept-Encoding` and `Content-Encoding`.
    pub fn token(self) -> &'static str {
        match self {
            Encoding::Brotli => "br",
            Encoding::Gzip => "gzip",
        }
    }

    /// The ending of a copy's name, which nginx and Caddy look for.
    pub fn extension(self) -> &'static str {
        match self {
            Encoding::Brotli => "br",
            Encoding::Gzip => "gz",
        }
    }

    /// Where the copy of a file lies.
    pub fn copy_of(self, file: &Path) -> PathBuf {
        let mut name = OsString::from(file);
        name.push(".");
        name.push(self.extension());
        name.into()
    }

    /// The bytes that compressed ones stand for.
    ///
    /// # Errors
    /// When they are not of this encoding.
    pub fn unpack(self, bytes: &[u8]) -> io::Result<Vec<u8>> {
        let mut plain = Vec::new();
        match self {
            Encoding::Brotli => brotli::Decompressor::new(bytes, BUFFER).read_to_end(&mut plain)?,
            Encoding::Gzip => GzDecoder::new(bytes).read_to_end(&mut plain)?,
        };
        Ok(plain)
    }

    fn pack(self, bytes: &[u8], effort: Effort) -> io::Result<Vec<u8>> {
        match self {
            Encoding::Brotli => {
                let mut packed = Vec::new();
                let quality = effort.brotli_quality();
                let params = BrotliEncoderParams { quality, size_hint: bytes.len(), ..Default::default() };
                brotli::BrotliCompress(&mut &*bytes, &mut packed, &params)?;
                Ok(packed)
            }
            Encoding::Gzip => {
                let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
                encoder.write_all(bytes)?;
                encoder.finish()
            }
        }
    }
}

/// Whether a path is that of a copy.
pub fn is_copy(path: &str) -> bool {
    Encoding::ALL.iter().any(|encoding| {
        let rest = path.strip_suffix(encoding.extension()).and_then(|rest| rest.strip_suffix('.'));
        rest.is_some_and(is_compressible)
    })
}

/// How much work a file is worth.
#[derive(Clone, Copy)]
enum Effort {
    /// The portal's own files: some four megabytes that every reader loads and no publication adds to.
    Most,
    /// Pages and data, which grow with the parks: four megabytes a second and processor, for a tenth more to send.
    Bounded,
}

impl Effort {
    fn of(path: &str) -> Effort {
        let below = path.strip_prefix(APP).is_some_and(|rest| rest.starts_with('/'));
        if below { Effort::Most } else { Effort::Bounded }
    }

    fn brotli_quality(self) -> i32 {
        match self {
            Effort::Most => 11,
            Effort::Bounded => 9,
        }
    }
}

/// Brings the copies in a folder up to date: writes those that are missing or stand for other bytes than their file
/// has. One that would be no smaller than its file is none. The same bytes at the same place give the same copy, and
/// a copy that is right already is kept: what comes from the archive with its copies is not compressed again.
///
/// `which` says of a path below the folder, with `/` between its parts, whether the file has copies at all.
///
/// # Errors
/// When a file cannot be read or written.
pub fn compress(folder: &Path, which: impl Fn(&str) -> bool) -> io::Result<()> {
    let mut files = Vec::new();
    list(folder, "", &mut files)?;
    files.retain(|path| is_compressible(path) && which(path));
    let next = AtomicUsize::new(0);
    let work = || -> io::Result<()> {
        while let Some(path) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            let told = |error: io::Error| io::Error::new(error.kind(), format!("{path}: {error}"));
            beside(&folder.join(path), Effort::of(path)).map_err(told)?;
        }
        Ok(())
    };
    let workers = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| worker.join().expect("compression does not panic"))
    })
}

/// The copies of one file.
fn beside(file: &Path, effort: Effort) -> io::Result<()> {
    let bytes = fs::read(file)?;
    for encoding in Encoding::ALL {
        let copy = encoding.copy_of(file);
        let kept = match fs::read(&copy) {
            Ok(packed) => Some(packed),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        let is_right = |packed: &Vec<u8>| encoding.unpack(packed).is_ok_and(|plain| plain == bytes);
        if kept.as_ref().is_some_and(is_right) {
            continue;
        }
        let packed = encoding.pack(&bytes, effort)?;
        if packed.len() < bytes.len() {
            fs::write(&copy, packed)?;
        } else if kept.is_some() {
            fs::remove_file(&copy)?;
        }
    }
    Ok(())
}

/// The paths of all files below a folder, with `/` between their parts, in the order of their names; dot files are
/// none of a site's.
///
/// # Errors
/// When a folder cannot be read.
pub fn list(folder: &Path, prefix: &str, into: &mut Vec<String>) -> io::Result<()> {
    let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        } else if entry.file_type()?.is_dir() {
            list(&entry.path(), &format!("{prefix}{name}/"), into)?;
        } else {
            into.push(format!("{prefix}{name}"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "一个园区，又一个园区，又一个园区，又一个园区，又一个园区。";

    /// A folder with files.
    fn site(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        folder
    }

    fn copies(folder: &Path) -> Vec<(String, Vec<u8>)> {
        let mut paths = Vec::new();
        list(folder, "", &mut paths).unwrap();
        paths.retain(|path| is_copy(path));
        paths.into_iter().map(|path| (path.clone(), fs::read(folder.join(path)).unwrap())).collect()
    }

    #[test]
    fn every_text_and_webassembly_file_has_copies_that_stand_for_it_the_same_each_time() {
        let files = [
            ("index.html", TEXT),
            ("app/portal-1.wasm", TEXT),
            ("data/a/b.json", TEXT),
            ("feeds/a.xml", TEXT),
            ("data/seal.png", TEXT),
            ("data/original.pdf", TEXT),
            ("en/boot.js", "import"),
        ];
        let (first, second) = (site(&files), site(&files));
        compress(first.path(), |_| true).unwrap();
        compress(second.path(), |_| true).unwrap();
        let made = copies(first.path());
        assert_eq!(made, copies(second.path()));
        let names: Vec<&str> = made.iter().map(|(path, _)| path.as_str()).collect();
        let expected = ["app/portal-1.wasm", "data/a/b.json", "feeds/a.xml", "index.html"];
        assert_eq!(names, expected.map(|path| [format!("{path}.br"), format!("{path}.gz")]).concat());
        for (path, bytes) in made {
            let encoding = if path.ends_with(".br") { Encoding::Brotli } else { Encoding::Gzip };
            assert!(bytes.len() < TEXT.len(), "{path}");
            assert_eq!(encoding.unpack(&bytes).unwrap(), TEXT.as_bytes(), "{path}");
        }
    }

    #[test]
    fn a_copy_that_is_right_is_kept_and_one_of_other_bytes_is_made_anew() {
        let folder = site(&[("data/old.json", TEXT), ("data/catalog.json", TEXT), ("data/small.json", "{}")]);
        let at = |path: &str| folder.path().join(path);
        // Another effort than today's gives other bytes for the same text.
        let mut earlier = GzEncoder::new(Vec::new(), Compression::none());
        earlier.write_all(TEXT.as_bytes()).unwrap();
        let earlier = earlier.finish().unwrap();
        fs::write(at("data/old.json.gz"), &earlier).unwrap();
        fs::write(at("data/small.json.gz"), &earlier).unwrap();
        fs::write(at("data/catalog.json.br"), "damaged").unwrap();
        compress(folder.path(), |_| true).unwrap();
        assert_eq!(fs::read(at("data/old.json.gz")).unwrap(), earlier);
        assert!(!at("data/small.json.gz").exists(), "a copy of other bytes, larger than its file");
        let unpacked = |path: &str| Encoding::Brotli.unpack(&fs::read(at(path)).unwrap()).unwrap();
        assert_eq!(unpacked("data/catalog.json.br"), TEXT.as_bytes());
        fs::write(at("data/catalog.json"), TEXT.repeat(2)).unwrap();
        compress(folder.path(), |_| true).unwrap();
        assert_eq!(unpacked("data/catalog.json.br"), TEXT.repeat(2).as_bytes());
    }
}
