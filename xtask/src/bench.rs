//! `cargo xtask bench`: how long the engine takes on editions of 100 to 100,000 invented parks, natively and in
//! Chromium's WebAssembly, how that grows, and how long a reader waits for the ranked table. Prints; asserts
//! nothing.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::build::{Build, Profile};
use crate::project::{Project, output, run, say};
use crate::setup::{self, Need};

const SIZES: [usize; 4] = [100, 1_000, 10_000, 100_000];
/// The size of the ranked table whose time is budgeted.
const PAGE: usize = 10_000;
const SEED: &str = "910";

/// What the native program prints.
#[derive(Deserialize)]
struct Native {
    files: Vec<String>,
    bytes: Vec<u64>,
    steps: Vec<String>,
    ms: Vec<f64>,
    judged: Judged,
}

/// Assessments a line each, read and judged by the exact engine: in seconds, all of them.
#[derive(Deserialize)]
struct Judged {
    jsonl: PathBuf,
    factors: PathBuf,
    lines: usize,
    whole: f64,
    alone: f64,
    met: usize,
}

/// What plain JavaScript floats make of the same lines, and the exact engine in the same V8.
#[derive(Deserialize)]
struct Floats {
    seconds: f64,
    met: usize,
    wasm: Exact,
}

/// The exact engine in WebAssembly: in seconds, all lines.
#[derive(Deserialize)]
struct Exact {
    whole: f64,
    alone: f64,
    met: usize,
}

/// What the browser says of the steps.
#[derive(Deserialize)]
struct Browser {
    ms: Vec<f64>,
}

/// What the browser says of the page.
#[derive(Deserialize)]
struct Page {
    table: f64,
    keys: Vec<f64>,
}

/// Runs the benchmark, for all sizes or for one.
pub fn run_sizes(project: &Project, only: Option<usize>) -> Result<()> {
    setup::prepare(project, &[Need::Build, Need::Tests])?;
    say("Compiling the engine as it is shipped, natively and to WebAssembly");
    let release = ["--quiet", "--release", "--package", "bench"];
    run(project.cargo("build").args(release).args(["--bin", "bench"]))?;
    run(project.cargo("build").args(release).args(["--lib", "--target", "wasm32-unknown-unknown"]))?;
    let target = project.target();
    let package = project.scratch().join("bench/package");
    fs::create_dir_all(&package)?;
    let mut bindgen = project.command("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "bench", "--out-dir"]).arg(&package);
    run(bindgen.arg(target.join("wasm32-unknown-unknown/release/bench.wasm")))?;

    let sizes = only.map_or(SIZES.to_vec(), |parks| vec![parks]);
    let mut earlier: Option<(usize, [Vec<f64>; 2])> = None;
    for parks in sizes {
        let repeats = if parks > PAGE { "1" } else { "3" };
        let data = project.scratch().join(format!("bench/{parks}"));
        let mut native = project.command(&target.join("release/bench").to_string_lossy());
        native.arg(project.path("data")).arg(&data).args([&parks.to_string(), SEED, repeats]);
        let native: Native = read(&output(&mut native)?)?;
        let mut steps = project.command("node");
        steps.arg(project.path("crates/bench/web/run.mjs")).arg("steps").arg(&data).arg(&package);
        let steps = browser(&mut steps)?.args([repeats]).args(&native.files);
        // A browser may refuse what does not fit its memory.
        let wasm = output(steps).and_then(|text| read::<Browser>(&text)).map(|steps| steps.ms);
        if let Err(error) = &wasm {
            println!("in Chromium: {error:#}");
        }
        let times = [native.ms.clone(), wasm.unwrap_or_default()];
        report(parks, &native, &times, earlier.as_ref());
        judged(project, &native, repeats, &package)?;
        earlier = Some((parks, times));
    }
    page(project, only.unwrap_or(PAGE))
}

/// `parks assess --lines`: parks a second, read and judged and judged alone, beside plain JavaScript floats.
fn judged(project: &Project, native: &Native, repeats: &str, package: &Path) -> Result<()> {
    let judged = &native.judged;
    let rulebook = native.files.last().map(|file| judged.jsonl.with_file_name(file));
    let rulebook = rulebook.context("expected the rulebook's file")?;
    let mut floats = project.command("node");
    floats
        .arg(project.path("crates/bench/web/lines.mjs"))
        .arg(&judged.jsonl)
        .arg(&judged.factors)
        .arg(repeats)
        .arg(package)
        .arg(rulebook);
    let floats: Floats = read(&output(&mut floats)?)?;
    let row = |name: &str, seconds: f64, met: usize| {
        let each = seconds * 1e6 / judged.lines as f64;
        let ratio = seconds / floats.seconds;
        let second = judged.lines as f64 / seconds;
        println!("  {name:<34}{each:>10.2} µs{second:>12.0} parks/s{ratio:>8.2} × floats{met:>9} met");
    };
    println!("\n{} assessments, a line each", judged.lines);
    row("read and judged, exact, natively", judged.whole, judged.met);
    row("judged alone, exact, natively", judged.alone, judged.met);
    row("read and judged, exact, WASM", floats.wasm.whole, floats.wasm.met);
    row("judged alone, exact, WASM", floats.wasm.alone, floats.wasm.met);
    row("the core rule in JavaScript floats", floats.seconds, floats.met);
    Ok(())
}

/// Time from navigation to the ranked table of the shipped site, and of a key in its filter.
fn page(project: &Project, parks: usize) -> Result<()> {
    let site = project.scratch().join("bench/site");
    let build =
        Build { profile: Profile::Shipping, out: site.clone(), public_url: "/".into(), archive: None };
    build.run(project)?;
    let mut command = project.command("node");
    command.arg(project.path("crates/bench/web/run.mjs")).arg("page").arg(&site);
    command.arg(project.scratch().join(format!("bench/{parks}")));
    let page: Page = read(&output(browser(&mut command)?)?)?;
    println!("\n{parks} parks in Chromium, the site as it is shipped");
    println!("  {:<34}{:>10.0} ms", "navigation to the ranked table", page.table);
    let mut keys = page.keys;
    keys.sort_by(f64::total_cmp);
    for (what, at) in
        [("a key in the filter, in the middle", keys.len() / 2), ("at worst", keys.len().saturating_sub(1))]
    {
        println!("  {what:<34}{:>10.0} ms", keys.get(at).copied().unwrap_or(f64::NAN));
    }
    Ok(())
}

fn browser(command: &mut std::process::Command) -> Result<&mut std::process::Command> {
    Ok(command.env("CHROMIUM", setup::chromium().context("expected Chromium")?))
}

fn read<'a, T: Deserialize<'a>>(line: &'a str) -> Result<T> {
    serde_json::from_str(line).with_context(|| format!("expected one line of JSON, found {line}"))
}

/// One table a size: microseconds per park, and by how much they grew since the size before.
fn report(parks: usize, native: &Native, times: &[Vec<f64>; 2], earlier: Option<&(usize, [Vec<f64>; 2])>) {
    let [index, round, _] = native.bytes[..] else { return };
    println!("\n{parks} parks: index {} kB, round {} kB", index / 1000, round / 1000);
    println!(
        "  {:<12}{:>14}{:>14}{:>12}{:>14}{:>14}{:>12}",
        "", "native ms", "µs a park", "growth", "WASM ms", "µs a park", "growth"
    );
    for (step, name) in native.steps.iter().enumerate() {
        print!("  {name:<12}");
        for (kind, times) in times.iter().enumerate() {
            let per_park = |ms: f64, parks: usize| ms * 1000.0 / parks as f64;
            let now = times.get(step).map(|ms| (*ms, per_park(*ms, parks)));
            let before = earlier.and_then(|(parks, times)| Some(per_park(*times[kind].get(step)?, *parks)));
            match now {
                Some((ms, each)) => print!("{ms:>14.1}{each:>14.2}{:>12}", growth(each, before)),
                None => print!("{:>14}{:>14}{:>12}", "–", "–", "–"),
            }
        }
        println!();
    }
}

/// How much more a park costs than it did in the smaller edition: 1 when time grows with the number alone.
fn growth(now: f64, before: Option<f64>) -> String {
    match before {
        Some(before) if before > 0.0 => format!("× {:.2}", now / before),
        _ => "–".to_owned(),
    }
}

/// Refuses what is no size.
pub fn size(text: &str) -> Result<usize> {
    match text.parse() {
        Ok(parks @ 1..=1_000_000) => Ok(parks),
        _ => bail!("--parks: expected a number from 1 to 1000000, found {text}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn growth_compares_the_cost_of_a_park() {
        assert_eq!(growth(3.0, Some(2.0)), "× 1.50");
        assert_eq!(growth(3.0, None), "–");
        assert_eq!(growth(3.0, Some(0.0)), "–");
    }

    #[test]
    fn a_size_is_a_number_of_parks() {
        assert_eq!(size("10000").unwrap(), 10_000);
        for text in ["0", "-1", "many", "1000001"] {
            assert!(size(text).unwrap_err().to_string().contains(text), "{text}");
        }
    }
}
