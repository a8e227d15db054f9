//! `parks verify`: whether a folder or a host holds the published files, each of them and as they were published.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::Args;
use static_site::sums::{self, SUMS, Sums};

use crate::lang::Lang;
use crate::terminal::{self, say, tell};
use crate::words::{site, verify as words};

mod fault;
mod folder;
mod host;

pub use fault::{Fault, difference};

/// What is asked for.
#[derive(Debug, Args)]
pub struct Options {
    /// The address or the folder.
    pub place: String,
    /// The site as it was built; without it the list that the place itself holds.
    #[arg(long)]
    pub site: Option<PathBuf>,
}

/// What was published: the sums of all files and, where the site is at hand, its files.
#[derive(Debug)]
pub struct Published {
    /// The sums.
    pub sums: Sums,
    /// The folder of the site.
    pub site: Option<PathBuf>,
}

impl Published {
    /// The bytes of a file as it was published, where they are at hand.
    pub fn bytes(&self, path: &str) -> Option<Vec<u8>> {
        std::fs::read(self.site.as_ref()?.join(path)).ok()
    }
}

/// What was found: the faults of each file, by its path, and those of the place as a whole.
#[derive(Debug, Default)]
pub struct Findings {
    /// How many files were looked at.
    pub files: usize,
    /// What is wrong with a file.
    pub of_files: BTreeMap<String, Vec<Fault>>,
    /// What is wrong with the place.
    pub of_place: Vec<Fault>,
}

/// Runs the command.
pub fn run(options: &Options, lang: Lang) -> ExitCode {
    match verify(options, lang) {
        Ok(code) => code,
        Err(error) => {
            terminal::fail("verify", site::why(&error, lang));
            ExitCode::from(2)
        }
    }
}

fn verify(options: &Options, lang: Lang) -> Result<ExitCode> {
    let address = ["https://", "http://"].iter().any(|scheme| options.place.starts_with(scheme));
    let site = options.site.as_deref();
    let findings = if address {
        let host = host::Host::new(&options.place);
        let published = match site {
            Some(site) => of_site(site, lang)?,
            None => host.published(lang)?,
        };
        host.verify(&published, lang)?
    } else {
        let folder = Path::new(&options.place);
        if !folder.is_dir() {
            bail!(words::no_site(lang, folder));
        }
        let published = match site {
            Some(site) => of_site(site, lang)?,
            None => folder::published(folder, lang)?,
        };
        folder::verify(folder, &published)?
    };
    for (path, faults) in &findings.of_files {
        for fault in faults {
            tell(words::of_file(lang, path, fault));
        }
    }
    for fault in &findings.of_place {
        tell(words::of_place(lang, fault));
    }
    if site.is_none() {
        tell(words::by_its_own_list(lang, SUMS));
    }
    if findings.of_files.is_empty() && findings.of_place.is_empty() {
        say(words::all_published(lang, &options.place, findings.files));
        return Ok(ExitCode::SUCCESS);
    }
    tell(words::not_published(lang, &options.place, findings.of_files.len(), findings.files));
    Ok(ExitCode::from(2))
}

/// What stands in a site's folder.
fn of_site(site: &Path, lang: Lang) -> Result<Published> {
    if !site.join("index.html").is_file() {
        bail!(words::no_site(lang, site));
    }
    Ok(Published { sums: sums::of_folder(site)?, site: Some(site.to_owned()) })
}
