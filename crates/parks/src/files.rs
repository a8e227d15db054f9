//! The data folder as bytes by path: read once, then checked and compiled without touching the disk.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use crate::lang::Lang;

/// The files of a data folder, by path below it with `/` between the parts.
#[derive(Clone, Debug, Default)]
pub struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    /// Reads a folder. Hidden files and `README.md` are not data.
    ///
    /// # Errors
    /// When the folder or a file in it cannot be read.
    pub fn read(folder: &Path) -> io::Result<Files> {
        let mut files = Files::default();
        files.read_below(folder, "")?;
        Ok(files)
    }

    /// Reads the data folder of a command. Where there is none the error says what to do.
    ///
    /// # Errors
    /// As [`Files::read`].
    pub fn read_data(folder: &Path, lang: Lang) -> io::Result<Files> {
        if folder.is_dir() {
            return Files::read(folder);
        }
        let folder = folder.display();
        let said = lang.of(
            format!("没有“{folder}”这个数据文件夹；请在放着 data 的文件夹里运行，或者用 --data 写明"),
            format!("there is no data folder {folder}; run this where data is, or name it by --data"),
        );
        Err(io::Error::new(io::ErrorKind::NotFound, said))
    }

    fn read_below(&mut self, folder: &Path, prefix: &str) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') || name == "README.md" {
                continue;
            }
            let path = format!("{prefix}{name}");
            if entry.path().is_dir() {
                self.read_below(&entry.path(), &format!("{path}/"))?;
            } else {
                self.0.insert(path, fs::read(entry.path())?);
            }
        }
        Ok(())
    }

    /// The bytes of a file.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.0.get(path).map(Vec::as_slice)
    }

    /// Paths of all files, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Puts a file in place of the one at its path, or adds it.
    pub fn insert(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.0.insert(path.into(), bytes.into());
    }

    /// Keeps the files whose path is asked for.
    pub fn retain(&mut self, keep: impl Fn(&str) -> bool) {
        self.0.retain(|path, _| keep(path));
    }

    /// Takes a file away.
    pub fn remove(&mut self, path: &str) {
        self.0.remove(path);
    }
}
