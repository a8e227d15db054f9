//! `parks diff`: what the next publication changes, in words, before it is made.

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use disclosure::model::Edition;
use lexopt::Arg;

use crate::archive::Archive;
use crate::build::today;
use crate::check;
use crate::compile::compile;
use crate::files::Files;
use crate::publication;

/// How it is called.
pub const USAGE: &str = "parks diff [--data DIR] --archive DIR [--lang zh|en]";

/// Runs the command.
pub fn run(arguments: lexopt::Parser) -> ExitCode {
    let options = match Options::parse(arguments) {
        Ok(options) => options,
        Err(error) => {
            eprintln!("parks diff: {error}\nusage: {USAGE}");
            return ExitCode::from(2);
        }
    };
    diff(&options).unwrap_or_else(|error| {
        eprintln!("parks diff: {error}");
        ExitCode::from(2)
    })
}

struct Options {
    data: PathBuf,
    archive: PathBuf,
    english: bool,
}

impl Options {
    fn parse(mut arguments: lexopt::Parser) -> Result<Options, lexopt::Error> {
        let (mut data, mut archive, mut english) = (PathBuf::from("data"), None, false);
        while let Some(argument) = arguments.next()? {
            match argument {
                Arg::Long("data") => data = arguments.value()?.into(),
                Arg::Long("archive") => archive = Some(arguments.value()?.into()),
                Arg::Long("lang") => {
                    english = match arguments.value()?.to_str() {
                        Some("zh") => false,
                        Some("en") => true,
                        _ => return Err("expected --lang zh or --lang en".into()),
                    }
                }
                _ => return Err(argument.unexpected()),
            }
        }
        let archive = archive.ok_or("expected --archive DIR")?;
        Ok(Options { data, archive, english })
    }
}

fn diff(options: &Options) -> io::Result<ExitCode> {
    let report = check::check(&Files::read(&options.data)?);
    let compiled = report.findings.is_empty().then(|| compile(&report.draft, today())).flatten();
    let Some(compiled) = compiled else {
        check::print(&report.findings, &options.data);
        return Ok(ExitCode::from(2));
    };
    let archive = Archive::open(&options.archive)?;
    for listed in &compiled.catalogue().editions {
        let title = if options.english { &listed.title.en } else { &listed.title.zh };
        match archive.last(&listed.id) {
            None if options.english => println!("{title}: not published before"),
            None => println!("{title}：尚未公布过"),
            Some(last) if last.edition.index == listed.index => {
                println!("{title}{}", if options.english { ": nothing changes" } else { "：没有变化" });
            }
            Some(last) => {
                println!("{title} ({} → {})", last.edition.version(), listed.version());
                let before: Edition = archive.read(&last.edition.index)?;
                for said in publication::changes(&archive, &before, &compiled, &compiled.read(&listed.index))?
                {
                    println!("  {}", if options.english { &said.en } else { &said.zh });
                }
            }
        }
    }
    let edited = publication::edited_in_place(&archive, &compiled)?;
    if !edited.is_empty() {
        check::print(&edited, &options.data);
        return Ok(ExitCode::from(2));
    }
    Ok(ExitCode::SUCCESS)
}
