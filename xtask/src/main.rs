//! `cargo xtask`: set-up, build, serve and test of the portal.

mod assets;
mod bench;
mod build;
mod dist;
mod licences;
mod packs;
mod project;
mod setup;
mod ship;
mod tests;

use std::net::TcpListener;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};
use lexopt::prelude::*;

use build::{Build, Profile};
use project::{Project, say};
use setup::Need;

/// The port of `serve`, and how many from it on are tried when none was asked for.
const PORTS: (u16, u16) = (8080, 20);

const USAGE: &str = "\
cargo xtask <command>

  serve [--port N] [--base /sub/] [--release]
        build, then serve the portal on this machine with production's headers
  test  [--quick | [--all] STEP…]
        everything that has to be green; --quick leaves out what needs a browser
        or a build, for daily work; with names, only those steps; --all walks
        through every page and not one of each kind, for the night
  build [--out dist] [--public-url URL] [--archive DIR]
        make the folder to put on a static host; URL is the site's address, or
        its path when it is not the root of its host (used by 404.html; a full
        address also gives search engines absolute links and a site map); DIR
        keeps every publication, so that what was cited can be opened again
  dist  [--out target/publisher]
        make the folder that is handed to who publishes: the program, the
        portal's files, the data and what to read; no Rust, Node or network
        needed. Made again over an earlier one, it leaves the data there alone
  bench [--parks N]
        time the engine on editions of 100 to 100,000 invented parks, or of N,
        natively and in Chromium, and the way to the ranked table
  sizes measure the build in dist/ and accept its sizes into sizes.json
  setup only what the others do first: tools and packages

Each command does its own set-up.
";

/// What the command line asks for.
#[derive(Debug, PartialEq)]
enum Task {
    Serve { port: Option<u16>, build: Build },
    Test { only: Vec<String>, quick: bool, all: bool },
    Bench { parks: Option<usize> },
    Build(Build),
    Dist { out: PathBuf },
    Sizes,
    Setup,
    Help,
}

fn parse(arguments: impl IntoIterator<Item = std::ffi::OsString>) -> Result<Task> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let mut words = Vec::new();
    let (mut port, mut base, mut out, mut url, mut release) = (None, None, None, None, false);
    let (mut archive, mut quick, mut all) = (None, false, false);
    let mut parks = None;
    while let Some(argument) = parser.next()? {
        let command = words.first().map(String::as_str);
        match (command, argument) {
            (_, Short('h') | Long("help")) => return Ok(Task::Help),
            (Some("serve"), Long("port")) => port = Some(parser.value()?.parse()?),
            (Some("serve"), Long("base")) => base = Some(parser.value()?.string()?),
            (Some("serve"), Long("release")) => release = true,
            (Some("test"), Long("quick")) => quick = true,
            (Some("test"), Long("all")) => all = true,
            (Some("bench"), Long("parks")) => parks = Some(bench::size(&parser.value()?.string()?)?),
            (Some("build" | "dist"), Long("out")) => out = Some(PathBuf::from(parser.value()?)),
            (Some("build"), Long("archive")) => archive = Some(PathBuf::from(parser.value()?)),
            (Some("build"), Long("public-url")) => url = Some(parser.value()?.string()?),
            (None | Some("test"), Value(word)) => words.push(word.string()?),
            (_, argument) => return Err(argument.unexpected().into()),
        }
    }
    let Some(command) = words.first() else { return Ok(Task::Help) };
    Ok(match command.as_str() {
        "serve" => {
            let base = base.unwrap_or_else(|| "/".into());
            if !(base.starts_with('/') && base.ends_with('/')) {
                bail!("--base: expected a path that begins and ends with /, found {base}");
            }
            let profile = if release { Profile::Shipping } else { Profile::Quick };
            let out = PathBuf::from(if release { "dist" } else { "target/xtask/serve" });
            Task::Serve { port, build: Build { profile, out, public_url: base, archive: None } }
        }
        "build" => {
            let public_url = url.unwrap_or_else(|| "/".into());
            if !public_url.ends_with('/') {
                bail!("--public-url: expected an address that ends with /, found {public_url}");
            }
            let out = out.unwrap_or_else(|| "dist".into());
            Task::Build(Build { profile: Profile::Shipping, out, public_url, archive })
        }
        "dist" => Task::Dist { out: out.unwrap_or_else(|| "target/publisher".into()) },
        "test" => {
            let only = words.split_off(1);
            if quick && !only.is_empty() {
                bail!("--quick: expected no steps beside it, found {}", only.join(" "));
            }
            if quick && all {
                bail!("expected one of --quick and --all, found both");
            }
            Task::Test { only, quick, all }
        }
        "bench" => Task::Bench { parks },
        "sizes" => Task::Sizes,
        "setup" => Task::Setup,
        other => bail!("expected serve, test, build, dist, bench, sizes or setup, found {other}\n\n{USAGE}"),
    })
}

/// Takes the port before anything is built, so that a taken one is told at once.
fn bind(port: Option<u16>) -> Result<TcpListener> {
    let (first, tries) = port.map_or(PORTS, |port| (port, 1));
    let listener = static_site::serve::bind(first, tries)?;
    listener.with_context(|| match port {
        Some(port) => format!("port {port} is in use: choose another with --port"),
        None => format!("ports {first} to {} are in use: choose one with --port", first + tries - 1),
    })
}

fn run() -> Result<()> {
    let task = parse(std::env::args_os().skip(1))?;
    let project = Project::locate();
    match task {
        Task::Help => print!("{USAGE}"),
        Task::Setup => {
            setup::prepare(&project, &[Need::Build, Need::Dependencies, Need::Tests])?;
        }
        Task::Build(build) => {
            setup::prepare(&project, &[Need::Build])?;
            build.run(&project)?;
        }
        Task::Dist { out } => {
            setup::prepare(&project, &[Need::Build])?;
            dist::make(&project, &out)?;
        }
        Task::Serve { port, build } => {
            setup::prepare(&project, &[Need::Build])?;
            let server = bind(port)?;
            let dist = build.run(&project)?;
            static_site::serve::run(&server, &dist, &build.public_url, |address| {
                say(&format!("Serving at http://{address}{} (stop with Ctrl-C)", build.public_url));
            })?;
        }
        Task::Test { only, quick, all } => {
            let mut project = project;
            project.every_page = all;
            tests::run_steps(&project, &only, quick)?;
        }
        Task::Bench { parks } => bench::run_sizes(&project, parks)?,
        Task::Sizes => tests::accept_sizes(&project)?,
    }
    Ok(())
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod argument_tests {
    use super::*;

    fn task(line: &str) -> Result<Task> {
        parse(line.split_whitespace().map(Into::into))
    }

    #[test]
    fn serve_takes_a_quick_build_unless_told_otherwise() {
        let Task::Serve { port, build } = task("serve --port 9000 --base /sub/").unwrap() else { panic!() };
        assert_eq!((port, build.profile, build.public_url.as_str()), (Some(9000), Profile::Quick, "/sub/"));
        let Task::Serve { build, .. } = task("serve --release").unwrap() else { panic!() };
        assert_eq!(build.profile, Profile::Shipping);
    }

    #[test]
    fn a_base_without_slashes_is_refused_with_what_was_expected() {
        let error = task("serve --base sub").unwrap_err().to_string();
        assert!(error.contains("begins and ends with /"), "{error}");
        assert!(task("build --public-url https://example.org/sub").is_err());
    }

    #[test]
    fn a_taken_port_is_told() {
        let taken = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        assert!(bind(Some(port)).unwrap_err().to_string().contains("in use"));
    }

    #[test]
    fn options_belong_to_their_command() {
        assert!(task("test --port 1").is_err());
        assert!(task("build --base /sub/").is_err());
        assert!(task("test --parks 100").is_err());
        assert!(task("dist --archive a").is_err());
        assert_eq!(task("dist --out x").unwrap(), Task::Dist { out: "x".into() });
        assert_eq!(task("bench --parks 100").unwrap(), Task::Bench { parks: Some(100) });
        let only = vec!["fmt".into(), "check".into()];
        assert_eq!(task("test fmt check").unwrap(), Task::Test { only, quick: false, all: false });
        assert_eq!(task("test --quick").unwrap(), Task::Test { only: Vec::new(), quick: true, all: false });
        assert!(matches!(task("test --all e2e").unwrap(), Task::Test { all: true, .. }));
        assert!(task("test --quick --all").is_err());
        assert!(task("test --quick fmt").is_err() && task("build --quick").is_err());
        assert!(task("surf").unwrap_err().to_string().contains("found surf"));
    }
}
