//! `parks check`: everything that is wrong in the data, at once, one line each.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use self::checker::Checker;
use self::known::Known;
use crate::archive::Archive;
use crate::build;
use crate::compile::compile;
use crate::draft::{self, Draft};
use crate::files::Files;
use crate::finding::Finding;
use crate::lang::Lang;
use crate::publication;
use crate::site;
use crate::terminal::{self, progress, say, tell};

mod checker;
mod corrections;
mod course;
mod demo;
mod edition;
mod known;
mod lists;
mod marks;
mod quotas;
mod rounds;
mod rules;
mod shared;
mod work;

/// What is asked for.
#[derive(Debug, Args)]
pub struct Options {
    /// The data folder.
    #[arg(long, default_value = "data")]
    pub data: PathBuf,
    /// The archive of all publications, against which the data is held.
    #[arg(long)]
    pub archive: Option<PathBuf>,
}

/// What the check found.
#[derive(Debug)]
pub struct Report {
    /// The data, as far as it could be read.
    pub draft: Draft,
    /// What is wrong, in the order of files and lines.
    pub findings: Vec<Finding>,
    /// Slots of `site.toml` that are empty, which is allowed and not shown.
    pub empty_slots: Vec<&'static str>,
}

/// Checks a data folder.
pub fn check(files: &Files) -> Report {
    let (draft, mut findings) = draft::read(files);
    let known = Known::shared(&draft);
    let mut checker = Checker { known: &known, findings: Vec::new() };
    rules::check(&draft, &mut checker);
    rules::check_named(&draft, &mut checker);
    shared::check(&draft, &mut checker);
    quotas::check(&draft, &mut checker);
    marks::check(draft.shared_files(), false, &mut checker);
    findings.append(&mut checker.findings);
    for edition in &draft.editions {
        let known = Known::by(&draft, edition);
        let mut checker = Checker { known: &known, findings: Vec::new() };
        if let Some(head) = &edition.head {
            marks::check(edition.files(), head.value.demonstration, &mut checker);
        }
        rules::check_edition(&draft, edition, &mut checker);
        edition::check(&draft, edition, &mut checker);
        rounds::check(&draft, edition, &mut checker);
        corrections::check(&draft, edition, &mut checker);
        work::check(&draft, edition, &mut checker);
        findings.append(&mut checker.findings);
        demo::check(edition, files, &mut findings);
    }
    findings.sort();
    findings.dedup();
    let empty_slots = draft.site.as_ref().map(|site| site.value.empty_slots()).unwrap_or_default();
    Report { draft, findings, empty_slots }
}

/// Reads the rulesets and factor sets of a data folder and checks them against its documents, whatever else stands
/// or is missing in the folder.
pub fn rules_alone(files: &Files) -> (Draft, Vec<Finding>) {
    const FOLDERS: [&str; 3] = ["rulesets/", "factors/", "documents/"];
    let is_rule = |path: &str| FOLDERS.iter().any(|folder| path.starts_with(folder));
    let mut files = files.clone();
    files.retain(is_rule);
    let (draft, mut findings) = draft::read(&files);
    // The ladders and with them the stages are not looked at.
    let known = Known { stages: None, ..Known::shared(&draft) };
    let mut checker = Checker { known: &known, findings: Vec::new() };
    rules::check(&draft, &mut checker);
    findings.append(&mut checker.findings);
    findings.retain(|finding| is_rule(&finding.file));
    findings.sort();
    findings.dedup();
    (draft, findings)
}

/// Runs the command: 0 when nothing is wrong, 2 otherwise.
pub fn run(Options { data, archive }: &Options, lang: Lang) -> ExitCode {
    progress(lang.of("读取并检查数据", "Reading and checking the data"));
    match checked(data, archive.as_deref(), lang) {
        Ok(report) => {
            for slot in &report.empty_slots {
                say(format_args!("notice: {}/{}: {slot} is empty and not shown", data.display(), site::FILE));
            }
            print(&report.findings, data);
            if report.findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(2) }
        }
        Err(error) => {
            terminal::fail("check", error);
            ExitCode::from(2)
        }
    }
}

/// Checks a folder, and where there is an archive what was published against it.
fn checked(data: &Path, archive: Option<&Path>, lang: Lang) -> io::Result<Report> {
    let mut report = check(&Files::read_data(data, lang)?);
    if let Some(folder) = archive.filter(|_| report.findings.is_empty())
        && let Some(compiled) = compile(&report.draft, build::today())
    {
        report.findings = publication::edited_in_place(&Archive::open(folder)?, &compiled)?;
    }
    Ok(report)
}

/// Prints findings to stderr and their number to stdout.
pub fn print(findings: &[Finding], data: &Path) {
    for finding in findings {
        tell(format_args!("{}/{finding}", data.display()));
    }
    match findings.len() {
        0 => say(format_args!("{}: nothing wrong", data.display())),
        count => say(format_args!("{}: {count} wrong", data.display())),
    }
}
