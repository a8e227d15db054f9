//! `parks assess`: judges assessment files by the rules in force in their year.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use assessment::Problem;
use assessment::factors::FactorSet;
use assessment::reader::{self, Accounted, Library};
use assessment::report::{Report, Traced, assess_accounts};
use assessment::ruleset::Ruleset;
use clap::{Args, ValueEnum};
use json_tree::text::one_line;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::assess_text;
use crate::check;
use crate::draft::Folder;
use crate::files::Files;
use crate::lang::Lang;
use crate::terminal::{self, tell};
use crate::tomlfile::Read;
use crate::words::findings as words;
use crate::words::mistakes::LINES_ARE_JSON;

/// The rules that the program carries, so that a file can be judged anywhere.
pub mod embedded {
    include!(concat!(env!("OUT_DIR"), "/rules.rs"));
}

/// How a result is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// As `zcp.result/1`.
    Json,
    /// As a person would want to read it.
    Text,
}

/// What is asked for.
#[derive(Debug, Args)]
pub struct Options {
    /// The assessment file; `-` is standard input.
    pub file: PathBuf,
    /// How the result is written.
    #[arg(long, value_enum, default_value_t = Format::Json)]
    pub format: Format,
    /// The file has one assessment a line.
    #[arg(long)]
    pub lines: bool,
    /// The result goes without its trace.
    #[arg(long)]
    pub no_trace: bool,
    /// The data folder by whose rules files are judged; where it is not given, those that the program carries.
    #[arg(long)]
    pub data: Option<PathBuf>,
}

/// What a file or a line came to.
#[derive(Serialize)]
#[serde(untagged)]
enum Judged<'a> {
    Traced(Box<Traced<'a>>),
    Plain(Box<Report<'a>>),
}

/// A line of the output of `--lines`.
#[derive(Serialize)]
struct Line<'a> {
    line: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    result: Option<Judged<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    problems: Option<Vec<Problem>>,
}

/// The rules that files are judged by.
pub struct Rules {
    /// Rulesets.
    pub rulesets: Vec<Ruleset>,
    /// Factor sets.
    pub factor_sets: Vec<FactorSet>,
}

impl Rules {
    /// Those of a data folder where one is given, else those that the program carries.
    ///
    /// # Errors
    /// As [`Rules::of_data`].
    pub fn of(data: Option<&Path>, lang: Lang) -> Result<Rules, String> {
        data.map_or_else(|| Ok(Rules::carried()), |folder| Rules::of_data(folder, lang))
    }

    /// Reads those that the program carries.
    pub fn carried() -> Rules {
        Rules {
            rulesets: embedded::RULESETS.iter().map(|text| parsed(text)).collect(),
            factor_sets: embedded::FACTOR_SETS.iter().map(|text| parsed(text)).collect(),
        }
    }

    /// Reads those of a data folder instead, so that what an edited rule does can be seen before it is published.
    ///
    /// # Errors
    /// When the folder cannot be read, or its rules are not sound: one line a finding.
    pub fn of_data(folder: &Path, lang: Lang) -> Result<Rules, String> {
        let files = Files::read(folder).map_err(|e| unreadable(folder, &e, lang))?;
        let folder = folder.display();
        if ["rulesets/", "factors/"].iter().any(|below| !files.paths().any(|path| path.starts_with(below))) {
            return Err(lang.of(
                format!("{folder}：应为有 rulesets/ 和 factors/ 的数据文件夹；现为没有规则"),
                format!("{folder}: expected a data folder with rulesets/ and factors/, found no rules"),
            ));
        }
        let (draft, findings) = check::rules_alone(&files);
        if !findings.is_empty() {
            return Err(findings
                .iter()
                .map(|finding| format!("{folder}/{}\n", finding.line_in(lang)))
                .collect());
        }
        Ok(Rules { rulesets: values(&draft.rulesets), factor_sets: values(&draft.factor_sets) })
    }

    /// As the reader of assessments takes them.
    pub fn library(&self) -> Library<'_> {
        Library { rulesets: &self.rulesets, factor_sets: &self.factor_sets }
    }
}

/// Runs the command. Exit code 0 when everything could be evaluated, 2 with the errors when not.
pub fn run(options: &Options, lang: Lang) -> ExitCode {
    if options.lines && options.format == Format::Text {
        return fail(LINES_ARE_JSON.of(lang));
    }
    let rules = match Rules::of(options.data.as_deref(), lang) {
        Ok(rules) => rules,
        Err(errors) => return fail(&errors),
    };
    let out = BufWriter::new(io::stdout().lock());
    let done = if options.lines {
        judge_lines(options, lang, rules.library(), out)
    } else {
        judge(options, lang, rules.library(), out)
    };
    match done {
        Ok(result) => written(result, lang),
        Err(errors) => fail(&errors),
    }
}

/// The end of a run: whether everything could be evaluated, or why it could not be written.
fn written(result: io::Result<bool>, lang: Lang) -> ExitCode {
    match result {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(2),
        // The reader has seen enough: `parks assess … | head`.
        Err(e) if e.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(e) => {
            fail(&lang.of(format!("结果写不出来：{e}"), format!("the result could not be written: {e}")))
        }
    }
}

fn fail(errors: &str) -> ExitCode {
    tell(errors.trim_end());
    ExitCode::from(2)
}

/// Judges the file and writes the result as it is made: a trace may be long.
fn judge(
    options: &Options,
    lang: Lang,
    library: Library<'_>,
    mut out: impl io::Write,
) -> Result<io::Result<bool>, String> {
    let mut bytes = Vec::new();
    opened(&options.file, lang)?.read_to_end(&mut bytes).map_err(|e| unreadable(&options.file, &e, lang))?;
    let read = reader::read_accounted(&bytes, library).map_err(|problems| {
        problems.iter().fold(String::new(), |mut lines, problem| {
            let _ = writeln!(lines, "{}", told(problem, lang));
            lines
        })
    })?;
    let result = match options.format {
        Format::Text => {
            let Accounted { assessment, rules, accounts } = read;
            let report = assess_accounts(&assessment, accounts, rules);
            out.write_all(assess_text::render(&assessment, &report, rules, lang).as_bytes())
        }
        Format::Json => serde_json::to_writer_pretty(&mut out, &judged(read, !options.no_trace))
            .map_err(io::Error::from)
            .and_then(|()| writeln!(out)),
    };
    Ok(result.and_then(|()| out.flush()).map(|()| true))
}

/// A problem of a file as a line.
fn told(problem: &Problem, lang: Lang) -> String {
    match lang {
        // The engine's own sentence, which programs have read since the first release.
        Lang::En => problem.to_string(),
        Lang::Zh => {
            let (expected, found) = words::of_the_engine(problem);
            let said = words::expected_found(expected, found);
            one_line(&format!("{}: {}", problem.path, said.in_lang(lang)))
        }
    }
}

fn judged(read: Accounted<'_>, trace: bool) -> Judged<'_> {
    let Accounted { assessment, rules, accounts } = read;
    let report = assess_accounts(&assessment, accounts, rules);
    if trace {
        Judged::Traced(Box::new(report.traced(&assessment, rules)))
    } else {
        Judged::Plain(Box::new(report))
    }
}

/// Judges one assessment a line as the lines come, and writes one object a line. Lines without anything in them
/// are passed over and counted.
fn judge_lines(
    options: &Options,
    lang: Lang,
    library: Library<'_>,
    mut out: impl io::Write,
) -> Result<io::Result<bool>, String> {
    let mut input = BufReader::new(opened(&options.file, lang)?);
    let mut bytes = Vec::new();
    let mut all = true;
    for line in 1_u64.. {
        bytes.clear();
        if input.read_until(b'\n', &mut bytes).map_err(|e| unreadable(&options.file, &e, lang))? == 0 {
            break;
        }
        if bytes.trim_ascii().is_empty() {
            continue;
        }
        let said = match reader::read_accounted(&bytes, library) {
            Ok(read) => Line { line, result: Some(judged(read, !options.no_trace)), problems: None },
            Err(problems) => {
                all = false;
                Line { line, result: None, problems: Some(problems) }
            }
        };
        let written = serde_json::to_writer(&mut out, &said).map_err(io::Error::from);
        if let Err(e) = written.and_then(|()| writeln!(out)) {
            return Ok(Err(e));
        }
    }
    Ok(out.flush().map(|()| all))
}

fn opened(file: &Path, lang: Lang) -> Result<Box<dyn io::Read>, String> {
    if file == Path::new("-") {
        return Ok(Box::new(io::stdin().lock()));
    }
    Ok(Box::new(File::open(file).map_err(|e| unreadable(file, &e, lang))?))
}

fn unreadable(file: &Path, e: &io::Error, lang: Lang) -> String {
    let path = one_line(&file.display().to_string());
    lang.of(
        format!("{path}：应为读得了的文件；{}", terminal::why(e, lang)),
        format!("{path}: expected a readable file, found: {e}"),
    )
}

fn values<T: Clone>(folder: &Folder<Read<T>>) -> Vec<T> {
    folder.iter().map(|read| read.value.clone()).collect()
}

fn parsed<T: DeserializeOwned>(text: &str) -> T {
    toml::from_str(text).expect("the rules compiled in pass parks check, which the tests run")
}
