//! `parks build`: checks the data and compiles it to the files that readers load.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::SystemTime;

use assessment::Date;
use lexopt::{Arg, ValueExt as _};
use serde::Serialize;

use crate::archive::Archive;
use crate::check;
use crate::compile::pages::Page;
use crate::compile::{Compiled, compile};
use crate::files::Files;
use crate::publication;

/// How it is called.
pub const USAGE: &str =
    "parks build [--data DIR] --out DIR [--pages FILE] [--feeds DIR] [--public-url URL] [--archive DIR]";

/// Runs the command.
pub fn run(arguments: lexopt::Parser) -> ExitCode {
    let options = match Options::parse(arguments) {
        Ok(options) => options,
        Err(error) => {
            eprintln!("parks build: {error}\nusage: {USAGE}");
            return ExitCode::from(2);
        }
    };
    match build(&options) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("parks build: {error}");
            ExitCode::from(2)
        }
    }
}

struct Options {
    data: PathBuf,
    out: PathBuf,
    pages: Option<PathBuf>,
    archive: Option<PathBuf>,
    /// The folder of the feeds, `feeds` below the site's root.
    feeds: Option<PathBuf>,
    /// The site's address, ending in `/`; without it feeds lead from their own place.
    public_url: Option<String>,
}

impl Options {
    fn parse(mut arguments: lexopt::Parser) -> Result<Options, lexopt::Error> {
        let (mut data, mut out, mut pages, mut archive) = (PathBuf::from("data"), None, None, None);
        let (mut feeds, mut public_url) = (None, None);
        while let Some(argument) = arguments.next()? {
            match argument {
                Arg::Long("data") => data = arguments.value()?.into(),
                Arg::Long("out") => out = Some(arguments.value()?.into()),
                Arg::Long("pages") => pages = Some(arguments.value()?.into()),
                Arg::Long("archive") => archive = Some(arguments.value()?.into()),
                Arg::Long("feeds") => feeds = Some(arguments.value()?.into()),
                Arg::Long("public-url") => public_url = Some(arguments.value()?.string()?),
                _ => return Err(argument.unexpected()),
            }
        }
        let out = out.ok_or("expected --out DIR")?;
        let is_address = |url: &String| url.contains("://") && url.ends_with('/');
        if public_url.as_ref().is_some_and(|url| !is_address(url)) {
            return Err("expected a full address that ends with / as --public-url".into());
        }
        Ok(Options { data, out, pages, archive, feeds, public_url })
    }
}

fn build(options: &Options) -> io::Result<ExitCode> {
    let files = Files::read(&options.data)?;
    let report = check::check(&files);
    let compiled = report.findings.is_empty().then(|| compile(&report.draft, today())).flatten();
    let Some(mut compiled) = compiled else {
        check::print(&report.findings, &options.data);
        return Ok(ExitCode::from(2));
    };
    if let Some(folder) = &options.archive {
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
    println!("{} files, {bytes} bytes, in {}", compiled.files.len() + 1, options.out.display());
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
