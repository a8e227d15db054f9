//! `parks build`: checks the data and compiles it to the files that readers load.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::SystemTime;

use assessment::Date;
use clap::Args;
use serde::Serialize;

use crate::archive::Archive;
use crate::check;
use crate::compile::pages::Page;
use crate::compile::{Compiled, compile};
use crate::files::Files;
use crate::lang::Lang;
use crate::publication;
use crate::terminal::{self, progress};
use crate::words::mistakes::{Expected, SITE_ADDRESS};

/// What is asked for.
#[derive(Debug, Args)]
pub struct Options {
    /// The data folder.
    #[arg(long, default_value = "data")]
    pub data: PathBuf,
    /// The folder that the compiled data is written to.
    #[arg(long)]
    pub out: PathBuf,
    /// The file that tells which pages there are.
    #[arg(long)]
    pub pages: Option<PathBuf>,
    /// The folder of the feeds, `feeds` below the site's root.
    #[arg(long)]
    pub feeds: Option<PathBuf>,
    /// The site's address, ending in `/`; without it feeds lead from their own place.
    #[arg(long, value_parser = site_address)]
    pub public_url: Option<String>,
    /// The archive of all publications.
    #[arg(long)]
    pub archive: Option<PathBuf>,
}

fn site_address(text: &str) -> Result<String, Expected> {
    if text.contains("://") && text.ends_with('/') { Ok(text.to_owned()) } else { Err(SITE_ADDRESS) }
}

/// Runs the command.
pub fn run(options: &Options, lang: Lang) -> ExitCode {
    match build(options, lang) {
        Ok(code) => code,
        Err(error) => {
            terminal::fail("build", error);
            ExitCode::from(2)
        }
    }
}

fn build(options: &Options, lang: Lang) -> io::Result<ExitCode> {
    progress(lang.of("读取并检查数据", "Reading and checking the data"));
    let report = check::check(&Files::read(&options.data)?);
    progress(lang.of("编译数据", "Compiling the data"));
    let compiled = report.findings.is_empty().then(|| compile(&report.draft, today())).flatten();
    let Some(mut compiled) = compiled else {
        check::print(&report.findings, &options.data);
        return Ok(ExitCode::from(2));
    };
    if let Some(folder) = &options.archive {
        progress(lang.of("存入存档", "Taking it into the archive"));
        let mut archive = Archive::open(folder)?;
        let edited = publication::edited_in_place(&archive, &compiled)?;
        if !edited.is_empty() {
            check::print(&edited, &options.data);
            return Ok(ExitCode::from(2));
        }
        archive.take(&mut compiled, today())?;
        archive.write(&compiled.files)?;
        archive.restore(&options.out)?;
    }
    write(&compiled, options)?;
    let bytes: usize = compiled.files.values().map(Vec::len).sum();
    let (count, out) = (compiled.files.len() + 1, options.out.display());
    terminal::say(lang.of(
        format!("{out}：{count} 个文件，{bytes} 字节"),
        format!("{count} files, {bytes} bytes, in {out}"),
    ));
    Ok(ExitCode::SUCCESS)
}

/// Writes the immutable files first and the catalogue last, in one step, so that a catalogue never names
/// a file that is not there yet.
fn write(compiled: &Compiled, options: &Options) -> io::Result<()> {
    for (path, bytes) in &compiled.files {
        let path = options.out.join(path);
        create_parent(&path)?;
        fs::write(path, bytes)?;
    }
    if let Some(pages) = &options.pages {
        #[derive(Serialize)]
        struct Pages<'a> {
            pages: &'a [Page],
            feeds: Vec<FeedPlace<'a>>,
        }
        /// A feed, for the heads of the pages.
        #[derive(Serialize)]
        struct FeedPlace<'a> {
            /// Below the site's root, without its ending: `.xml` is Atom, `.json` JSON Feed.
            path: String,
            lang: &'static str,
            title: &'a str,
            /// The edition, where it is not the one that opens by default.
            #[serde(skip_serializing_if = "Option::is_none")]
            edition: Option<&'a str>,
        }
        let places = compiled.feeds.iter().map(|feed| FeedPlace {
            path: feed.path(),
            lang: feed.lang,
            title: &feed.title,
            edition: (!feed.is_default).then_some(feed.edition.as_str()),
        });
        let feeds = places.collect();
        create_parent(pages)?;
        fs::write(pages, serde_json::to_vec_pretty(&Pages { pages: &compiled.pages, feeds })?)?;
    }
    if let Some(folder) = &options.feeds {
        fs::create_dir_all(folder)?;
        for feed in &compiled.feeds {
            let site = options.public_url.as_deref();
            let name = feed.name();
            fs::write(folder.join(format!("{name}.xml")), feed.atom(site))?;
            fs::write(folder.join(format!("{name}.json")), feed.json(site))?;
        }
    }
    let catalogue = options.out.join("catalog.json");
    let staged = options.out.join("catalog.json.new");
    fs::write(&staged, &compiled.catalogue)?;
    fs::rename(staged, catalogue)
}

/// The day of the build: what `SOURCE_DATE_EPOCH` says, by which a build is made again to the byte, else the
/// machine's clock, in UTC.
///
/// # Panics
/// Never: a clock beyond the calendar counts as its last day.
pub fn today() -> Date {
    let said = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok());
    let clock = || SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_secs();
    let day = Date::of_unix_seconds(said.unwrap_or_else(clock));
    day.or_else(|| Date::year_end(9999)).expect("the year 9999 has a last day")
}

fn create_parent(path: &Path) -> io::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)
}
