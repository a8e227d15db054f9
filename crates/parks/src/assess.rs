//! `parks assess`: judges one assessment file by the rules in force in its year.

use std::fmt::Write as _;
use std::io::{self, BufWriter, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use assessment::factors::FactorSet;
use assessment::json::one_line;
use assessment::reader::{self, Library};
use assessment::report::assess;
use assessment::ruleset::Ruleset;
use lexopt::ValueExt as _;
use serde::de::DeserializeOwned;

use crate::assess_text::{self, Language};

/// How `parks assess` is called.
pub const USAGE: &str = "parks assess FILE|- [--format json|text] [--lang zh|en]";

/// The rules that the program carries, so that a file can be judged anywhere.
const RULESETS: [&str; 2] = [
    include_str!("../../../data/rulesets/national-2025.toml"),
    include_str!("../../../data/rulesets/region-2025.toml"),
];
const FACTOR_SETS: [&str; 1] = [include_str!("../../../data/factors/annex4-2025.toml")];

#[derive(Clone, Copy, PartialEq)]
enum Format {
    Json,
    Text,
}

struct Options {
    file: PathBuf,
    format: Format,
    language: Language,
}

/// Runs the command. Exit code 0 when the file could be evaluated, 2 with the errors when not.
pub fn run(arguments: lexopt::Parser) -> ExitCode {
    let options = match options(arguments) {
        Ok(Some(options)) => options,
        Ok(None) => return written(writeln!(io::stdout(), "usage: {USAGE}")),
        Err(error) => return fail(&format!("{error}\nusage: {USAGE}")),
    };
    match judge(&options, BufWriter::new(io::stdout().lock())) {
        Ok(result) => written(result),
        Err(errors) => fail(&errors),
    }
}

fn written(result: io::Result<()>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        // The reader has seen enough: `parks assess … | head`.
        Err(e) if e.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(e) => fail(&format!("the result could not be written: {e}")),
    }
}

fn fail(errors: &str) -> ExitCode {
    // Nobody is left to tell when stderr itself is closed.
    let _ = writeln!(io::stderr(), "{}", errors.trim_end());
    ExitCode::from(2)
}

/// The options; `None` when only help is asked for.
fn options(mut arguments: lexopt::Parser) -> Result<Option<Options>, lexopt::Error> {
    use lexopt::Arg::{Long, Short, Value};
    let (mut file, mut format, mut language) = (None, Format::Json, Language::Zh);
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("help") | Short('h') => return Ok(None),
            Long("format") => {
                format = arguments.value()?.parse_with(|text| match text {
                    "json" => Ok(Format::Json),
                    "text" => Ok(Format::Text),
                    _ => Err("expected json or text"),
                })?;
            }
            Long("lang") => {
                language = arguments.value()?.parse_with(|text| match text {
                    "zh" => Ok(Language::Zh),
                    "en" => Ok(Language::En),
                    _ => Err("expected zh or en"),
                })?;
            }
            Value(path) if file.is_none() => file = Some(PathBuf::from(path)),
            other => return Err(other.unexpected()),
        }
    }
    let file = file.ok_or("expected the assessment file, found no argument")?;
    Ok(Some(Options { file, format, language }))
}

/// Judges the file and writes the result as it is made: a trace may be long.
fn judge(options: &Options, mut out: impl io::Write) -> Result<io::Result<()>, String> {
    let name = one_line(&options.file.display().to_string());
    let bytes =
        contents(&options.file).map_err(|e| format!("{name}: expected a readable file, found: {e}"))?;
    let rulesets: Vec<Ruleset> = RULESETS.map(embedded).into();
    let factor_sets: Vec<FactorSet> = FACTOR_SETS.map(embedded).into();
    let library = Library { rulesets: &rulesets, factor_sets: &factor_sets };
    let (assessment, rules) = reader::read(&bytes, library).map_err(|problems| {
        problems.iter().fold(String::new(), |mut lines, problem| {
            let _ = writeln!(lines, "{problem}");
            lines
        })
    })?;
    let report = assess(&assessment, rules);
    let result = match options.format {
        Format::Text => {
            out.write_all(assess_text::render(&assessment, &report, rules, options.language).as_bytes())
        }
        Format::Json => serde_json::to_writer_pretty(&mut out, &report.traced(&assessment, rules))
            .map_err(io::Error::from)
            .and_then(|()| writeln!(out)),
    };
    Ok(result.and_then(|()| out.flush()))
}

fn contents(file: &Path) -> io::Result<Vec<u8>> {
    if file == Path::new("-") {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    std::fs::read(file)
}

fn embedded<T: DeserializeOwned>(text: &str) -> T {
    toml::from_str(text).expect("the rules compiled in pass parks check, which the tests run")
}
