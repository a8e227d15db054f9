//! `parks diff`: what the next publication changes, in words, before it is made.

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use disclosure::model::Edition;

use crate::archive::Archive;
use crate::build::today;
use crate::check;
use crate::compile::compile;
use crate::files::Files;
use crate::lang::Lang;
use crate::publication;
use crate::terminal::{self, progress, say};

/// What is asked for.
#[derive(Debug, Args)]
pub struct Options {
    /// The data folder.
    #[arg(long, default_value = "data")]
    pub data: PathBuf,
    /// The archive of all publications.
    #[arg(long)]
    pub archive: PathBuf,
}

/// Runs the command.
pub fn run(options: &Options, lang: Lang) -> ExitCode {
    diff(options, lang).unwrap_or_else(|error| {
        terminal::fail("diff", terminal::why(&error, lang));
        ExitCode::from(2)
    })
}

fn diff(options: &Options, lang: Lang) -> io::Result<ExitCode> {
    progress(lang.of("读取并检查数据", "Reading and checking the data"));
    let report = check::check_on(&Files::read_data(&options.data, lang)?, today());
    progress(lang.of("编译数据", "Compiling the data"));
    let compiled = report.findings.is_empty().then(|| compile(&report.draft, today())).flatten();
    let Some(compiled) = compiled else {
        check::print(&report.findings, &options.data, lang);
        return Ok(ExitCode::from(2));
    };
    let archive = Archive::open(&options.archive)?;
    for listed in &compiled.catalogue().editions {
        let title = lang.text(&listed.title);
        match archive.last(&listed.id) {
            None => say(lang.of(format!("{title}：尚未公布过"), format!("{title}: not published before"))),
            Some(last) if last.edition.index == listed.index => {
                say(lang.of(format!("{title}：没有变化"), format!("{title}: nothing changes")));
            }
            Some(last) => {
                say(format_args!("{title} ({} → {})", last.edition.version(), listed.version()));
                let changes = match archive.with_index(&listed.index) {
                    Some(earlier) => vec![publication::taken_back(earlier.published)],
                    None => {
                        let before: Edition = archive.read(&last.edition.index)?;
                        publication::changes(&archive, &before, &compiled, &compiled.read(&listed.index))?
                    }
                };
                for said in changes {
                    say(format_args!("  {}", lang.text(&said)));
                }
            }
        }
    }
    let edited = publication::edited_in_place(&archive, &compiled)?;
    if !edited.is_empty() {
        check::print(&edited, &options.data, lang);
        return Ok(ExitCode::from(2));
    }
    Ok(ExitCode::SUCCESS)
}
