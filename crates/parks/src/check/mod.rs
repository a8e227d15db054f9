//! `parks check`: everything that is wrong in the data, at once, one line each.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use assessment::Date;
use clap::Args;

use self::checker::Checker;
use self::known::Known;
use crate::archive::Archive;
use crate::build;
use crate::compile::compile;
use crate::draft::{self, Draft, EditionDraft};
use crate::files::Files;
use crate::finding::{Finding, Notice, Told, shown};
use crate::lang::Lang;
use crate::publication;
use crate::terminal::{self, progress, say, tell};
use crate::words::findings as words;

mod around;
mod checker;
mod corrections;
mod course;
mod covered;
mod days;
mod demo;
mod edition;
mod known;
mod lists;
mod marks;
mod meant;
mod plausible;
mod public;
mod quotas;
mod rounds;
mod rules;
mod shared;
mod texts;
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
    /// Findings as JSON on standard output, for programs.
    #[arg(long)]
    pub json: bool,
}

/// What the check found.
#[derive(Debug)]
pub struct Report {
    /// The data, as far as it could be read.
    pub draft: Draft,
    /// What is wrong, in the order of files and lines.
    pub findings: Vec<Finding>,
    /// What there is to know that is no mistake.
    pub notices: Vec<Notice>,
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
    texts::check(draft.shared_files(), &mut checker);
    let mut told = checker.findings;
    let is_left_out = |edition: &EditionDraft| {
        draft.catalogue.iter().any(|read| read.value.leave_out.contains(&edition.folder))
    };
    // What is not published stops no publication.
    for edition in draft.editions.iter().filter(|edition| !is_left_out(edition)) {
        let known = Known::by(&draft, edition);
        let mut checker = Checker { known: &known, findings: Vec::new() };
        if let Some(are_invented) = edition.is_demonstration() {
            marks::check(edition.files(), are_invented, &mut checker);
        }
        rules::check_edition(&draft, edition, &mut checker);
        edition::check(&draft, edition, &mut checker);
        rounds::check(&draft, edition, &mut checker);
        corrections::check(&draft, edition, &mut checker);
        plausible::check(&draft, edition, &mut checker);
        days::rules(&draft, edition, &mut checker);
        texts::check(edition.files(), &mut checker);
        edition.lists.iter().for_each(|list| texts::of_list(list, &mut checker));
        work::check(&draft, edition, &mut checker);
        told.append(&mut checker.findings);
        demo::check(edition, files, &mut told);
    }
    findings.extend(told.into_iter().filter(|finding| !draft.doubts(finding)));
    for edition in draft.editions.iter().filter(|edition| is_left_out(edition)) {
        let folder = format!("editions/{}/", edition.folder);
        findings.retain(|finding| !finding.file.starts_with(&folder));
    }
    let mut findings = meant::told(&draft, findings);
    findings.sort();
    findings.dedup();
    Report { draft, findings, notices: Vec::new() }
}

/// Checks a data folder on a day: also that no edition is of a day to come, and what there is to know before the portal
/// is public.
pub fn check_on(files: &Files, today: Date) -> Report {
    let mut report = check(files);
    let known = Known::shared(&report.draft);
    let mut checker = Checker { known: &known, findings: Vec::new() };
    days::of_today(&report.draft, today, &mut checker);
    let told = checker.findings;
    report.findings.extend(told);
    report.findings.sort();
    report.notices = public::notices(&report.draft, today);
    report
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
    findings.extend(checker.findings.into_iter().filter(|finding| !draft.doubts(finding)));
    findings.retain(|finding| is_rule(&finding.file));
    findings.sort();
    findings.dedup();
    (draft, findings)
}

/// Runs the command: 0 when nothing is wrong, 2 otherwise.
pub fn run(options: &Options, lang: Lang) -> ExitCode {
    let Options { data, archive, json } = options;
    progress(lang.of("读取并检查数据", "Reading and checking the data"));
    match checked(data, archive.as_deref(), lang) {
        Ok(report) if *json => {
            say(as_json(&report.findings, lang));
            code(&report.findings)
        }
        Ok(report) => {
            for notice in &report.notices {
                let said = notice.line_in(lang);
                say(format_args!("{}: {}/{said}", words::notice().in_lang(lang), data.display()));
            }
            // Before the first publication there is none; later it is a name mistyped, and hides what was edited.
            if let Some(folder) = archive.as_ref().filter(|folder| !folder.is_dir()) {
                let said = words::no_archive(shown(&folder.display().to_string()));
                say(format_args!("{}: {}", words::notice().in_lang(lang), said.in_lang(lang)));
            }
            print(&report.findings, data, lang);
            code(&report.findings)
        }
        Err(error) => {
            terminal::fail("check", terminal::why(&error, lang));
            ExitCode::from(2)
        }
    }
}

fn code(findings: &[Finding]) -> ExitCode {
    if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(2) }
}

/// Checks a folder, and where there is an archive what was published against it.
fn checked(data: &Path, archive: Option<&Path>, lang: Lang) -> io::Result<Report> {
    let mut report = check_on(&Files::read_data(data, lang)?, build::today());
    if let Some(folder) = archive.filter(|_| report.findings.is_empty())
        && let Some(compiled) = compile(&report.draft, build::today())
    {
        report.findings = publication::edited_in_place(&Archive::open(folder)?, &compiled)?;
    }
    Ok(report)
}

/// Prints findings to stderr and their number to stdout.
pub fn print(findings: &[Finding], data: &Path, lang: Lang) {
    let folder = shown(&data.display().to_string());
    for finding in findings {
        tell(format_args!("{folder}/{}", finding.line_in(lang)));
    }
    let said = match findings.len() {
        0 => words::nothing_wrong(folder),
        count => words::count_wrong(folder, count),
    };
    say(said.in_lang(lang));
}

/// Findings as an array of JSON, one a line. Characters that are not seen are written out by their codes.
fn as_json(findings: &[Finding], lang: Lang) -> String {
    let told: Vec<Told<'_>> = findings.iter().map(|finding| finding.told_in(lang)).collect();
    serde_json::to_string_pretty(&told).expect("texts and numbers are written as JSON")
}
