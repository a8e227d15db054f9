//! `parks build`: checks the data and compiles it to the files that readers load.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::SystemTime;

use anyhow::Result;
use assessment::Date;
use clap::{ArgGroup, Args};
use static_site::{Contents, Feed};

use crate::archive::Archive;
use crate::check;
use crate::compile::{Compiled, compile};
use crate::contradictions;
use crate::drawing::Drawing;
use crate::files::Files;
use crate::lang::Lang;
use crate::publication;
use crate::site_build::NewSite;
use crate::terminal::{self, progress};
use crate::words::mistakes::{Expected, SITE_ADDRESS};
use crate::words::site;

/// What is asked for.
#[derive(Debug, Args)]
#[command(group(ArgGroup::new("target").required(true).args(["site", "out"])))]
pub struct Options {
    /// The data folder.
    #[arg(long, default_value = "data")]
    pub data: PathBuf,
    /// The folder of the whole site, in the place of an earlier one.
    #[arg(long)]
    pub site: Option<PathBuf>,
    /// The portal's built files; `portal` beside the program where it is not given.
    #[arg(long, requires = "site")]
    pub portal: Option<PathBuf>,
    /// The folder that the compiled data is written to, where it is all that is wanted.
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// The file that tells which pages there are.
    #[arg(long)]
    pub pages: Option<PathBuf>,
    /// The folder of the feeds, `feeds` below the site's root.
    #[arg(long, conflicts_with = "site")]
    pub feeds: Option<PathBuf>,
    /// The site's address, ending in `/`, or its path alone; without an address feeds lead from their own place.
    #[arg(long, value_parser = site_address)]
    pub public_url: Option<String>,
    /// Leaves out the compressed copies, which a preview does without.
    #[arg(long, hide = true, requires = "site")]
    pub uncompressed: bool,
    /// The archive of all publications.
    #[arg(long)]
    pub archive: Option<PathBuf>,
}

fn site_address(text: &str) -> std::result::Result<String, Expected> {
    let begins = text.contains("://") || text.starts_with('/');
    if begins && text.ends_with('/') { Ok(text.to_owned()) } else { Err(SITE_ADDRESS) }
}

/// Runs the command.
pub fn run(options: &Options, lang: Lang) -> ExitCode {
    match build(options, lang) {
        Ok(code) => code,
        Err(error) => {
            terminal::fail("build", site::why(&error, lang));
            ExitCode::from(2)
        }
    }
}

fn build(options: &Options, lang: Lang) -> Result<ExitCode> {
    let site = options.site.as_deref();
    // Before anything is compiled: what is in the way of it is told at once.
    let site = site.map(|site| NewSite::begin(site, options.portal.as_deref())).transpose()?;
    progress(lang.of("读取并检查数据", "Reading and checking the data"));
    let report = check::check_on(&Files::read_data(&options.data, lang)?, today());
    progress(lang.of("编译数据", "Compiling the data"));
    let compiled = report.findings.is_empty().then(|| compile(&report.draft, today())).flatten();
    let Some(mut compiled) = compiled else {
        check::print(&report.findings, &options.data, lang);
        return Ok(ExitCode::from(2));
    };
    let contradictions = contradictions::found(&compiled);
    if !contradictions.is_empty() {
        check::print(&contradictions, &options.data, lang);
        return Ok(ExitCode::from(2));
    }
    let out = match &site {
        Some(site) => site.folder().join("data"),
        None => options.out.clone().expect("one of --site and --out is required"),
    };
    if let Some(folder) = &options.archive {
        progress(lang.of("存入存档", "Taking it into the archive"));
        let mut archive = Archive::open(folder)?;
        if archive.is_empty() {
            // A name that is mistyped would begin another archive, without what was published before.
            let folder = folder.display();
            terminal::say(lang.of(
                format!("{folder}：存档里还没有发布过的内容，这是第一次发布"),
                format!(
                    "{folder}: nothing was published into this archive yet; this is the first publication"
                ),
            ));
        }
        let edited = publication::edited_in_place(&archive, &compiled)?;
        if !edited.is_empty() {
            check::print(&edited, &options.data, lang);
            return Ok(ExitCode::from(2));
        }
        archive.take(&mut compiled, today())?;
        archive.write(&compiled.files)?;
        archive.restore(&out)?;
    }
    write(&compiled, &out)?;
    let contents = contents(&compiled);
    if let Some(list) = &options.pages {
        create_parent(list)?;
        fs::write(list, serde_json::to_string_pretty(&contents)?)?;
    }
    // A path alone is no address that could be sent to somebody.
    let address = options.public_url.as_deref().filter(|url| url.contains("://"));
    let said = match site {
        Some(site) => {
            progress(lang.of("生成页面", "Writing the pages"));
            write_feeds(&compiled, &site.folder().join("feeds"), address)?;
            let mut drawing = Drawing::new(&compiled, address, today());
            let folder = options.site.as_deref().unwrap_or(&out).display();
            let count = site.finish(
                contents,
                &mut drawing,
                options.public_url.as_deref().unwrap_or("/"),
                !options.uncompressed,
            )?;
            lang.of(
                format!("{folder}：网站已生成，{count} 个页面。预览：parks serve {folder}"),
                format!("{folder}: the site is made, {count} pages. Preview: parks serve {folder}"),
            )
        }
        None => {
            static_site::compress(&out, |_| true)?;
            if let Some(folder) = &options.feeds {
                write_feeds(&compiled, folder, address)?;
            }
            let bytes: usize = compiled.files.values().map(Vec::len).sum();
            let (count, out) = (compiled.files.len() + 1, out.display());
            lang.of(
                format!("{out}：{count} 个文件，{bytes} 字节"),
                format!("{count} files, {bytes} bytes, in {out}"),
            )
        }
    };
    terminal::say(said);
    Ok(ExitCode::SUCCESS)
}

/// Writes the immutable files first and the catalogue last, in one step, so that a catalogue never names
/// a file that is not there yet.
fn write(compiled: &Compiled, out: &Path) -> io::Result<()> {
    for (path, bytes) in &compiled.files {
        let path = out.join(path);
        create_parent(&path)?;
        fs::write(path, bytes)?;
    }
    let staged = out.join("catalog.json.new");
    fs::write(&staged, &compiled.catalogue)?;
    fs::rename(staged, out.join("catalog.json"))
}

/// The pages and feeds of the site.
fn contents(compiled: &Compiled) -> Contents {
    let feeds = compiled.feeds.iter().map(|feed| Feed {
        path: feed.path(),
        lang: if feed.lang == "en" { static_site::Lang::En } else { static_site::Lang::Zh },
        title: feed.title.clone(),
        edition: (!feed.is_default).then(|| feed.edition.clone()),
    });
    Contents { pages: compiled.pages.clone(), feeds: feeds.collect() }
}

fn write_feeds(compiled: &Compiled, folder: &Path, site: Option<&str>) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for feed in &compiled.feeds {
        let name = feed.name();
        fs::write(folder.join(format!("{name}.xml")), feed.atom(site))?;
        fs::write(folder.join(format!("{name}.json")), feed.json(site))?;
    }
    Ok(())
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
