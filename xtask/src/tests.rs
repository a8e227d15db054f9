//! Everything that has to be green, step by step.

use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::build::{Build, Profile, page_list};
use crate::project::{Project, run, run_watched, say};
use crate::setup;

/// A step: its name on the command line, what it does, and how.
struct Step {
    name: &'static str,
    what: &'static str,
    go: fn(&Project, &mut Tally) -> Result<()>,
}

const STEPS: &[Step] = &[
    Step { name: "fmt", what: "formatting", go: fmt },
    Step { name: "clippy", what: "clippy, native", go: clippy_native },
    Step { name: "clippy-wasm", what: "clippy, WebAssembly", go: clippy_wasm },
    Step { name: "deny", what: "licences, sources and versions of dependencies", go: deny },
    Step { name: "native", what: "native tests of the workspace", go: native },
    Step { name: "component", what: "component tests in Chromium", go: component },
    Step { name: "data", what: "the published data (parks check)", go: data },
    Step { name: "build", what: "the build for shipping", go: build },
    Step { name: "sizes", what: "size budgets", go: sizes },
    Step { name: "e2e", what: "end-to-end tests of dist/ in Chromium", go: end_to_end },
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

/// Runs all steps, or those named; says at the end what passed.
pub fn run_steps(project: &Project, only: &[String]) -> Result<()> {
    if let Some(unknown) = only.iter().find(|name| STEPS.iter().all(|step| step.name != **name)) {
        let names: Vec<_> = STEPS.iter().map(|step| step.name).collect();
        bail!("expected steps among {}, found {unknown}", names.join(", "));
    }
    setup::for_build(project)?;
    setup::for_tests(project)?;

    let steps: Vec<_> =
        STEPS.iter().filter(|step| only.is_empty() || only.iter().any(|n| n == step.name)).collect();
    let mut total = Tally::default();
    let mut failures = Vec::new();
    for (i, step) in steps.iter().enumerate() {
        println!("\n[{}/{}] {}: {}", i + 1, steps.len(), step.name, step.what);
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
        match result {
            Ok(()) => println!("[{}/{}] {} passed ({seconds} s)", i + 1, steps.len(), step.name),
            Err(error) => {
                println!("[{}/{}] {} FAILED ({seconds} s): {error:#}", i + 1, steps.len(), step.name);
                failures.push(step.name);
                if step.name == "build" {
                    println!("Without a build the steps after it cannot run.");
                    break;
                }
            }
        }
    }
    println!("\n{} passed, {} failed", total.passed, total.failed);
    if failures.is_empty() { Ok(()) } else { bail!("failed: {}", failures.join(", ")) }
}

/// Measures `dist/` and writes its sizes to `sizes.json`, for a change that grows them knowingly.
pub fn accept_sizes(project: &Project) -> Result<()> {
    setup::for_build(project)?;
    setup::for_tests(project)?;
    run(node(project)?.env("ACCEPT_SIZES", "1").arg("tests/e2e/sizes.test.mjs"))
}

fn fmt(project: &Project, _: &mut Tally) -> Result<()> {
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
    setup::for_dependencies(project)?;
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
    run_watched(project.cargo("test").arg("--workspace"), |line| tally.read(line))
}

fn component(project: &Project, tally: &mut Tally) -> Result<()> {
    let driver = setup::chromedriver().context("expected chromedriver")?;
    let mut cargo = project.cargo("test");
    cargo.args(["--package", "portal", "--target", "wasm32-unknown-unknown", "--test", "*"]);
    cargo.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner");
    run_watched(cargo.env("CHROMEDRIVER", driver), |line| tally.read(line))
}

fn data(project: &Project, _: &mut Tally) -> Result<()> {
    run(project.cargo("run").args(["--quiet", "--package", "parks", "--", "check", "--data", "data"]))
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
    node.env("CHROMIUM", setup::chromium().context("expected Chromium")?);
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
        let error = run_steps(&Project::locate(), &["lint".into()]).unwrap_err().to_string();
        assert!(error.contains("found lint") && error.contains("clippy-wasm"), "{error}");
    }
}
