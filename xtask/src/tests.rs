//! Everything that has to be green, step by step.

use std::fmt;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::build::{Build, Profile, page_list};
use crate::project::{Project, run, run_watched, say};
use crate::setup::{self, Need};

/// A step: its name on the command line, what it does, what the machine must have for it, and how.
struct Step {
    name: &'static str,
    what: &'static str,
    needs: &'static [Need],
    go: fn(&Project, &mut Tally) -> Result<()>,
}

const NOTHING: &[Need] = &[];
const COMPILER: &[Need] = &[Need::Build];
const BROWSER: &[Need] = &[Need::Build, Need::Tests];

const STEPS: &[Step] = &[
    Step { name: "fmt", what: "formatting", needs: NOTHING, go: formatting },
    Step { name: "clippy", what: "clippy, native", needs: NOTHING, go: clippy_native },
    Step { name: "clippy-wasm", what: "clippy, WebAssembly", needs: COMPILER, go: clippy_wasm },
    Step {
        name: "deny",
        what: "licences, sources and versions of dependencies",
        needs: &[Need::Dependencies],
        go: deny,
    },
    Step { name: "native", what: "native tests of the workspace", needs: NOTHING, go: native },
    Step { name: "component", what: "component tests in Chromium", needs: BROWSER, go: component },
    Step { name: "data", what: "the published data (parks check)", needs: NOTHING, go: data },
    Step { name: "build", what: "the build for shipping", needs: COMPILER, go: build },
    Step { name: "sizes", what: "size budgets", needs: BROWSER, go: sizes },
    Step { name: "e2e", what: "end-to-end tests of dist/ in Chromium", needs: BROWSER, go: end_to_end },
];

/// What the runners counted.
#[derive(Default, Debug, PartialEq)]
struct Tally {
    passed: u64,
    failed: u64,
}

impl Tally {
    /// Adds up a runner's closing line: cargo's and wasm-bindgen's `test result: ok. 3 passed; 0 failed`,
    /// Node's `# pass 3` and `# fail 0` (`ℹ` in place of `#` on a terminal).
    fn read(&mut self, line: &str) {
        let words: Vec<&str> = line.split([' ', ';']).filter(|word| !word.is_empty()).collect();
        let number = |i: usize| words.get(i).and_then(|word| word.parse::<u64>().ok());
        if line.starts_with("test result:") {
            for (i, word) in words.iter().enumerate().skip(1) {
                match *word {
                    "passed" => self.passed += number(i - 1).unwrap_or(0),
                    "failed" => self.failed += number(i - 1).unwrap_or(0),
                    _ => {}
                }
            }
        } else if let (Some(&("#" | "ℹ")), Some(kind), Some(count)) = (words.first(), words.get(1), number(2))
        {
            match *kind {
                "pass" => self.passed += count,
                "fail" | "cancelled" => self.failed += count,
                _ => {}
            }
        }
    }
}

/// What became of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Passed,
    Failed,
    /// A step before it failed, on which it stands.
    NotRun,
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Outcome::Passed => "passed",
            Outcome::Failed => "FAILED",
            Outcome::NotRun => "not run",
        })
    }
}

/// What became of each step, and after how many seconds.
type Outcomes = Vec<(&'static str, Outcome, u64)>;

/// Runs all steps, or those named, or with `quick` those that need nothing but cargo; says at the end what passed and
/// how long each took.
pub fn run_steps(project: &Project, only: &[String], quick: bool) -> Result<()> {
    if let Some(unknown) = only.iter().find(|name| STEPS.iter().all(|step| step.name != **name)) {
        let names: Vec<_> = STEPS.iter().map(|step| step.name).collect();
        bail!("expected steps among {}, found {unknown}", names.join(", "));
    }
    let is_asked = |step: &&Step| only.is_empty() || only.iter().any(|name| name == step.name);
    let steps: Vec<_> =
        STEPS.iter().filter(is_asked).filter(|step| !quick || step.needs.is_empty()).collect();
    let needs = [Need::Build, Need::Dependencies, Need::Tests];
    let needs = needs.into_iter().filter(|need| steps.iter().any(|step| step.needs.contains(need)));
    setup::prepare(project, &needs.collect::<Vec<_>>())?;

    let mut total = Tally::default();
    let mut outcomes = Outcomes::new();
    for (i, step) in steps.iter().enumerate() {
        let at = format!("[{}/{}]", i + 1, steps.len());
        if outcomes.iter().any(|(name, outcome, _)| *name == "build" && *outcome != Outcome::Passed) {
            println!("\n{at} {}: not run, for want of a build", step.name);
            outcomes.push((step.name, Outcome::NotRun, 0));
            continue;
        }
        println!("\n{at} {}: {}", step.name, step.what);
        let started = Instant::now();
        let mut tally = Tally::default();
        let result = (step.go)(project, &mut tally);
        // A step without a count of its own is one check; so is a failure that no runner counted.
        match &result {
            Ok(()) if tally == Tally::default() => tally.passed = 1,
            Err(_) if tally.failed == 0 => tally.failed = 1,
            _ => {}
        }
        total.passed += tally.passed;
        total.failed += tally.failed;
        let seconds = started.elapsed().as_secs();
        let outcome = match result {
            Ok(()) => {
                println!("{at} {} passed ({seconds} s)", step.name);
                Outcome::Passed
            }
            Err(error) => {
                println!("{at} {} FAILED ({seconds} s): {error:#}", step.name);
                Outcome::Failed
            }
        };
        outcomes.push((step.name, outcome, seconds));
    }
    print!("\n{}", table(&outcomes));
    println!("{} passed, {} failed", total.passed, total.failed);
    let failed = outcomes.iter().filter(|(_, outcome, _)| *outcome == Outcome::Failed);
    let failed: Vec<_> = failed.map(|(name, ..)| *name).collect();
    if failed.is_empty() { Ok(()) } else { bail!("failed: {}", failed.join(", ")) }
}

/// The steps with their seconds.
fn table(outcomes: &Outcomes) -> String {
    let line = |name: &str, outcome: &str, seconds: &dyn fmt::Display| {
        format!("{name:<12}{outcome:<8}{seconds:>8}\n")
    };
    let mut text = line("step", "", &"seconds");
    for (name, outcome, seconds) in outcomes {
        text.push_str(&line(name, &outcome.to_string(), seconds));
    }
    let all: u64 = outcomes.iter().map(|(_, _, seconds)| seconds).sum();
    text.push_str(&line("all", "", &all));
    text
}

/// Measures `dist/` and writes its sizes to `sizes.json`, for a change that grows them knowingly.
pub fn accept_sizes(project: &Project) -> Result<()> {
    setup::prepare(project, BROWSER)?;
    run(node(project)?.env("ACCEPT_SIZES", "1").arg("tests/e2e/sizes.test.mjs"))
}

fn formatting(project: &Project, _: &mut Tally) -> Result<()> {
    run(project.cargo("fmt").args(["--all", "--check"]))
}

fn clippy_native(project: &Project, _: &mut Tally) -> Result<()> {
    run(project.cargo("clippy").args(["--workspace", "--all-targets", "--", "-D", "warnings"]))
}

fn clippy_wasm(project: &Project, _: &mut Tally) -> Result<()> {
    let target = ["--package", "portal", "--target", "wasm32-unknown-unknown", "--all-targets"];
    run(project.cargo("clippy").args(target).args(["--", "-D", "warnings"]))?;
    // As it is shipped, in parts.
    let split = ["--package", "portal", "--target", "wasm32-unknown-unknown", "--features", "split"];
    run(project.cargo("clippy").args(split).args(["--", "-D", "warnings"]))
}

/// Holds Cargo.lock to deny.toml, and to the known faults where their list can be had: a machine without a network
/// says that it did not.
fn deny(project: &Project, _: &mut Tally) -> Result<()> {
    let deny = |words: &[&str]| {
        let mut deny = project.command("cargo-deny");
        deny.args(["--locked", "--workspace"]).args(words);
        deny
    };
    run(&mut deny(&[
        "--log-level",
        "error",
        "check",
        "--hide-inclusion-graph",
        "bans",
        "licenses",
        "sources",
    ]))?;
    let list = deny(&["--log-level", "off", "fetch", "db"]).stderr(Stdio::null()).status()?;
    if list.success() {
        return run(&mut deny(&["check", "--disable-fetch", "--hide-inclusion-graph", "advisories"]));
    }
    say("Known faults (RustSec) were not looked for: their list cannot be had from here");
    Ok(())
}

fn native(project: &Project, tally: &mut Tally) -> Result<()> {
    run_watched(project.cargo("test").arg("--workspace"), |line| tally.read(line))?;
    project.keep_tested();
    Ok(())
}

fn component(project: &Project, tally: &mut Tally) -> Result<()> {
    let driver = setup::chromedriver().context("expected chromedriver")?;
    let mut cargo = project.cargo("test");
    cargo.args(["--package", "portal", "--target", "wasm32-unknown-unknown", "--test", "*"]);
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    run_watched(cargo.env("CHROMEDRIVER", driver), |line| tally.read(line))
}

fn data(project: &Project, _: &mut Tally) -> Result<()> {
    run(project.parks().args(["check", "--data", "data"]))
}

fn build(project: &Project, _: &mut Tally) -> Result<()> {
    // An archive of this one publication, so that the pages of versions are tested too.
    let archive = project.scratch().join("test-archive");
    if archive.exists() {
        std::fs::remove_dir_all(&archive)?;
    }
    let archive = Some(archive);
    let build = Build { profile: Profile::Shipping, out: "dist".into(), public_url: "/".into(), archive };
    build.run(project).map(|_| ())
}

fn sizes(project: &Project, tally: &mut Tally) -> Result<()> {
    run_watched(node(project)?.args(["--test", "tests/e2e/sizes.test.mjs"]), |line| tally.read(line))
}

fn end_to_end(project: &Project, tally: &mut Tally) -> Result<()> {
    let mut files: Vec<String> = Vec::new();
    for entry in std::fs::read_dir(project.path("tests/e2e"))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".test.mjs") && name != "sizes.test.mjs" {
            files.push(format!("tests/e2e/{name}"));
        }
    }
    files.sort();
    // Two browsers at a time: more only wait for each other on a small machine.
    let options = ["--test", "--test-concurrency=2", "--test-timeout=1800000", "--test-reporter=spec"];
    run_watched(node(project)?.args(options).args(files), |line| tally.read(line))
}

/// Node, told where the build, its list of pages and the browser are.
fn node(project: &Project) -> Result<Command> {
    let mut node = project.command("node");
    node.env("DIST", project.path("dist")).env("PAGES", page_list(project));
    node.env("PORTAL", project.scratch().join("portal"));
    node.env("CHROMIUM", setup::chromium().context("expected Chromium")?);
    if project.every_page {
        node.env("ALL", "1");
    }
    if let Some(parks) = project.tested() {
        node.env("PARKS", parks);
    }
    Ok(node)
}

#[cfg(test)]
mod counting {
    use super::*;

    #[test]
    fn the_closing_lines_of_all_runners_add_up() {
        let mut tally = Tally::default();
        for line in [
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s",
            "test result: FAILED. 3 passed; 2 failed; 0 ignored",
            "# pass 40",
            "ℹ fail 1",
            "# cancelled 1",
            "# duration_ms 1234",
            "test accounting::passes ... ok",
        ] {
            tally.read(line);
        }
        assert_eq!(tally, Tally { passed: 55, failed: 4 });
    }

    #[test]
    fn an_unknown_step_is_refused_before_anything_runs() {
        let error = run_steps(&Project::locate(), &["lint".into()], false).unwrap_err().to_string();
        assert!(error.contains("found lint") && error.contains("clippy-wasm"), "{error}");
    }

    #[test]
    fn the_table_names_each_step_with_what_became_of_it() {
        let outcomes =
            vec![("fmt", Outcome::Passed, 1), ("build", Outcome::Failed, 148), ("e2e", Outcome::NotRun, 0)];
        let expected = "step                 seconds\n\
                        fmt         passed         1\n\
                        build       FAILED       148\n\
                        e2e         not run        0\n\
                        all                      149\n";
        assert_eq!(table(&outcomes), expected);
    }

    #[test]
    fn what_is_quick_needs_no_browser_and_no_build() {
        let quick: Vec<_> = STEPS.iter().filter(|step| step.needs.is_empty()).map(|step| step.name).collect();
        assert_eq!(quick, ["fmt", "clippy", "native", "data"]);
    }
}
