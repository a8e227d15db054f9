//! `parks new`: a file to be filled in, as TOML with comments or as a workbook with instructions and drop-downs.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use crate::build::today;
use crate::check::check;
use crate::compile;
use crate::files::Files;
use crate::import::As;
use crate::lang::Lang;
use crate::terminal;
use crate::words::template as words;

pub mod shape;
mod toml_file;
pub mod workbook;

pub use self::toml_file::skeleton;

use self::shape::Shape;
use self::workbook::Filled;

/// What is asked for.
#[derive(Debug, Args)]
pub struct Options {
    /// What is to be filled in.
    pub kind: As,
    /// Whether as a workbook.
    #[arg(long)]
    pub xlsx: bool,
    /// Where it is written; in the folder where the command runs when nothing is said.
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// Id of the edition; the one that opens by default where none is named.
    #[arg(long)]
    pub edition: Option<String>,
    /// The data folder.
    #[arg(long, default_value = "data")]
    pub data: PathBuf,
}

/// Runs the command: 0 when the file was written, 2 otherwise.
pub fn run(options: &Options, lang: Lang) -> ExitCode {
    match written(options, lang) {
        Ok(path) => {
            terminal::say(words::written(lang, &path.display().to_string(), options.xlsx));
            ExitCode::SUCCESS
        }
        Err(error) => {
            terminal::fail("new", terminal::why(&error, lang));
            ExitCode::from(2)
        }
    }
}

fn written(options: &Options, lang: Lang) -> io::Result<PathBuf> {
    let named = |path: &Path, error: io::Error| {
        io::Error::new(error.kind(), format!("{}: {}", path.display(), terminal::why(&error, lang)))
    };
    let files = Files::read(&options.data).map_err(|error| named(&options.data, error))?;
    let shape = shape_of(&files, options.kind, options.edition.as_deref(), lang).map_err(io::Error::other)?;
    let (end, bytes) = if options.xlsx {
        ("xlsx", workbook::workbook(&shape, &Filled::default()).map_err(io::Error::other)?)
    } else {
        ("toml", skeleton(&shape).into_bytes())
    };
    let path = options.out.clone().unwrap_or_else(|| PathBuf::from(format!("{}.{end}", shape.file_name())));
    // What somebody has filled in is not written over.
    let mut file = fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&path)
        .map_err(|error| named(&path, error))?;
    io::Write::write_all(&mut file, &bytes).map_err(|error| named(&path, error))?;
    Ok(path)
}

/// The shape of what is to be filled in, by an edition of a data folder.
///
/// # Errors
/// Why there is none, in the language asked for.
pub fn shape_of(files: &Files, kind: As, edition: Option<&str>, lang: Lang) -> Result<Shape, String> {
    let report = check(files);
    let draft = &report.draft;
    let default = draft.catalogue.as_ref().map(|read| read.value.default_edition.as_str());
    let id = edition.or(default).unwrap_or_default();
    let ids = || draft.editions.iter().map(|edition| edition.folder.clone()).collect::<Vec<_>>();
    let found = draft.editions.iter().find(|edition| edition.folder == id);
    let edition = found.ok_or_else(|| crate::words::import::no_edition(lang, id, &ids()))?;
    let book = compile::rulebook(draft, edition);
    let book = book.ok_or_else(|| crate::words::import::folder_unreadable(lang))?;
    Ok(Shape::new(kind, lang, draft, edition, &book, today()))
}
