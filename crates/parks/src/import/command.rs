//! The command: reads the file and the mapping beside it, shows what was understood, and writes when all is right.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::run::{Input, import};
use super::{As, Made, Outcome};
use crate::build::today;
use crate::files::Files;
use crate::lang::Lang;
use crate::terminal::{self, say, tell};
use crate::words::import as words;

/// What is asked for.
#[derive(Debug, Args)]
pub struct Options {
    /// The file.
    pub file: PathBuf,
    /// What it is.
    #[arg(long = "as")]
    pub kind: As,
    /// Id of the edition; the one that opens by default where none is named.
    #[arg(long)]
    pub edition: Option<String>,
    /// The data folder.
    #[arg(long, default_value = "data")]
    pub data: PathBuf,
    /// The mapping; beside the file where none is named.
    #[arg(long)]
    pub map: Option<PathBuf>,
    /// Shows what would be written, and writes nothing.
    #[arg(long)]
    pub dry_run: bool,
}

/// Runs the command: 0 when the files were written, or would be; 2 otherwise.
pub fn run(options: &Options, lang: Lang) -> ExitCode {
    match imported(options, lang) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(2),
        Err(error) => {
            terminal::fail("import", terminal::why(&error, lang));
            ExitCode::from(2)
        }
    }
}

fn imported(options: &Options, lang: Lang) -> io::Result<bool> {
    let named = |path: &Path, error: io::Error| {
        io::Error::new(error.kind(), format!("{}: {}", path.display(), terminal::why(&error, lang)))
    };
    let bytes = fs::read(&options.file).map_err(|error| named(&options.file, error))?;
    let files = Files::read(&options.data).map_err(|error| named(&options.data, error))?;
    let beside = options.map.clone().unwrap_or_else(|| beside(&options.file));
    let map = match fs::read_to_string(&beside) {
        Ok(map) => Some(map),
        Err(error) if error.kind() == io::ErrorKind::NotFound && options.map.is_none() => None,
        Err(error) => return Err(named(&beside, error)),
    };
    let name = options.file.file_name().unwrap_or_default().to_string_lossy();
    let outcome = import(Input {
        name: &name,
        bytes: &bytes,
        map: map.as_deref(),
        files: &files,
        edition: options.edition.as_deref(),
        kind: options.kind,
        lang,
        today: today(),
    });
    if let Some(map) = outcome.map.as_ref().filter(|_| !options.dry_run) {
        put(&beside, map.as_bytes())?;
    }
    let done = outcome.problems.is_empty();
    if done && !options.dry_run {
        store(&options.data, &outcome.files)?;
    }
    show(&outcome, options, &beside, lang);
    Ok(done)
}

/// Where the mapping of a file is kept.
fn beside(file: &Path) -> PathBuf {
    let mut name = file.file_name().unwrap_or_default().to_os_string();
    name.push(".map.toml");
    file.with_file_name(name)
}

fn show(outcome: &Outcome, options: &Options, beside: &Path, lang: Lang) {
    for line in outcome.preview.iter().chain(&outcome.notices) {
        say(plain(line));
    }
    for problem in &outcome.problems {
        tell(plain(&problem.to_string()));
    }
    if !outcome.problems.is_empty() {
        tell(words::nothing_written(lang, outcome.problems.len()));
        if outcome.map.is_some() {
            let path = beside.display().to_string();
            match options.dry_run {
                true => tell(words::map_not_kept(lang, &path)),
                false => tell(words::map_kept(lang, &path)),
            }
        }
        return;
    }
    for file in &outcome.files {
        let path = options.data.join(&file.path).display().to_string();
        say(words::written(lang, &path, file.adds, options.dry_run));
    }
    say(words::what_next(lang, options.dry_run));
}

/// Without signs that would change what a terminal shows.
fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// Writes the files: all beside their places first, then each to its place, so that a full disk leaves none behind.
fn store(data: &Path, files: &[Made]) -> io::Result<()> {
    let place = |file: &Made| data.join(&file.path);
    let aside = |file: &Made| {
        let mut name = place(file).into_os_string();
        name.push(".new");
        PathBuf::from(name)
    };
    let written = files.iter().try_for_each(|file| {
        if let Some(folder) = place(file).parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(aside(file), &file.text)
    });
    if let Err(error) = written {
        for file in files {
            // It may not be there: it was the one that could not be written.
            let _ = fs::remove_file(aside(file));
        }
        return Err(error);
    }
    files.iter().try_for_each(|file| fs::rename(aside(file), place(file)))
}

/// Writes a file in place of one that may be there.
fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut aside = path.as_os_str().to_os_string();
    aside.push(".new");
    let aside = PathBuf::from(aside);
    fs::write(&aside, bytes)?;
    fs::rename(aside, path)
}
