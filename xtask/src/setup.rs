//! What the other commands need on the machine: installed when missing, quick when there.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use static_site::sums::sha256_hex;

use crate::project::{Project, output, run, say, version};

const WASM_TARGET: &str = "wasm32-unknown-unknown";
const NODE_MAJOR: u32 = 20;

/// A program that cargo installs, at the one version that is known to work.
struct Tool {
    krate: &'static str,
    version: &'static str,
    programs: &'static [&'static str],
    arguments: &'static [&'static str],
    minutes: &'static str,
}

const TRUNK: Tool = Tool {
    krate: "trunk",
    version: "0.21.14",
    programs: &["trunk"],
    // Its defaults are downloading tools and looking for updates; both are done here instead.
    arguments: &["--no-default-features"],
    minutes: "5",
};

/// Must equal the `wasm-bindgen` of Cargo.lock: the program and the crate speak one private format.
const WASM_BINDGEN: Tool = Tool {
    krate: "wasm-bindgen-cli",
    version: "0.2.129",
    programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
    arguments: &[],
    minutes: "3",
};

/// Looks at what is built in: licences, sources, versions, and known faults where their list can be had.
const CARGO_DENY: Tool =
    Tool { krate: "cargo-deny", version: "0.20.2", programs: &["cargo-deny"], arguments: &[], minutes: "3" };

/// What a command needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// What compiles the portal and puts a site together.
    Build,
    /// What looks at the dependencies.
    Dependencies,
    /// A browser, its driver and Chinese type.
    Tests,
}

/// Something that is missing.
struct Missing<'a> {
    /// What is done about it, and how long that takes.
    what: String,
    install: Box<dyn Fn() -> Result<()> + 'a>,
}

/// Installs what is missing. All of it is known, and what cannot be installed is told, before the first begins.
pub fn prepare(project: &Project, needs: &[Need]) -> Result<()> {
    let mut missing = Vec::new();
    for need in needs {
        match need {
            Need::Build => {
                missing.extend(wasm_target(project)?);
                missing.extend(tool(project, &TRUNK));
                missing.extend(tool(project, &WASM_BINDGEN));
                missing.extend(node_packages(project)?);
            }
            Need::Dependencies => missing.extend(tool(project, &CARGO_DENY)),
            Need::Tests => missing.extend(debian_packages(project)?),
        }
    }
    let count = missing.len();
    for (i, missing) in missing.iter().enumerate() {
        say(&format!("Set-up, once [{}/{count}]: {}", i + 1, missing.what));
        let started = Instant::now();
        (missing.install)()?;
        say(&format!("Set-up [{}/{count}]: done in {} s", i + 1, started.elapsed().as_secs()));
    }
    Ok(())
}

fn debian_packages(project: &Project) -> Result<Option<Missing<'_>>> {
    let missing = missing_packages(project);
    if missing.is_empty() {
        return Ok(None);
    }
    let names = missing.join(" ");
    if !is_debian_root(project) {
        bail!(
            "the tests need Chromium, its chromedriver and a Chinese font: install them (on Debian: \
             sudo apt-get install {names}), or name the programs in CHROMIUM and CHROMEDRIVER"
        );
    }
    let install = move || {
        let apt = |arguments: &[&str]| {
            run(project.command("apt-get").env("DEBIAN_FRONTEND", "noninteractive").args(arguments))
        };
        apt(&["update", "--quiet"])?;
        apt(&[&["install", "--yes", "--quiet", "--no-install-recommends"], missing.as_slice()].concat())?;
        match missing_packages(project).as_slice() {
            [] => Ok(()),
            still => bail!("apt-get installed {}, but it cannot be found", still.join(" ")),
        }
    };
    let what = format!("{names} with apt-get (a few hundred MB, 1 to 5 minutes)");
    Ok(Some(Missing { what, install: Box::new(install) }))
}

/// Debian's Chromium without windows.
const SHELL: &str = "/usr/bin/chromium-headless-shell";

/// The browser that the end-to-end tests drive. Where there is one without windows, of the same version, it is that:
/// nothing is composed for a screen that nobody looks at, and the tests take half the time.
pub fn chromium() -> Option<PathBuf> {
    program("CHROMIUM", &[SHELL]).or_else(whole_chromium)
}

/// The whole browser, which the driver of the component tests starts.
fn whole_chromium() -> Option<PathBuf> {
    program("CHROMIUM", &["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"])
}

/// The browser's driver, for the component tests.
pub fn chromedriver() -> Option<PathBuf> {
    program("CHROMEDRIVER", &["/usr/bin/chromedriver", "/usr/lib/chromium-browser/chromedriver"])
}

fn program(variable: &str, places: &[&str]) -> Option<PathBuf> {
    match env::var_os(variable) {
        Some(path) => Some(PathBuf::from(path)).filter(|path| path.is_file()),
        None => places.iter().map(PathBuf::from).find(|path| path.is_file()),
    }
}

fn missing_packages(project: &Project) -> Vec<&'static str> {
    let mut missing = Vec::new();
    if whole_chromium().is_none() {
        missing.push("chromium");
    }
    if env::var_os("CHROMIUM").is_none() && is_debian_root(project) && !Path::new(SHELL).is_file() {
        missing.push("chromium-headless-shell");
    }
    if chromedriver().is_none() {
        missing.push("chromium-driver");
    }
    if cfg!(target_os = "linux") && !has_chinese_font(project) {
        missing.push("fonts-noto-cjk");
    }
    missing
}

/// Whether fontconfig knows a Chinese font; a machine without its program is asked for the package.
fn has_chinese_font(project: &Project) -> bool {
    let says = |program: &str, arguments: &[&str]| {
        let answer = project.command(program).args(arguments).output();
        answer.is_ok_and(|answer| answer.status.success() && !answer.stdout.is_empty())
    };
    says("fc-list", &[":lang=zh"]) || says("dpkg-query", &["--listfiles", "fonts-noto-cjk"])
}

fn is_debian_root(project: &Project) -> bool {
    let root = output(project.command("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    root && Path::new("/etc/debian_version").exists() && version(&mut project.command("apt-get")).is_some()
}

fn wasm_target(project: &Project) -> Result<Option<Missing<'_>>> {
    let asked = ["--print", "target-libdir", "--target", WASM_TARGET];
    let libraries = output(project.command("rustc").args(asked)).context("Rust is needed: see rustup.rs")?;
    if Path::new(libraries.trim()).is_dir() {
        return Ok(None);
    }
    let install = || {
        run(project.command("rustup").args(["target", "add", WASM_TARGET])).with_context(|| {
            format!("Rust's {WASM_TARGET} target is needed; without rustup, install it by hand")
        })
    };
    let what = "Rust's WebAssembly target (under a minute)".into();
    Ok(Some(Missing { what, install: Box::new(install) }))
}

fn tool<'a>(project: &'a Project, tool: &'static Tool) -> Option<Missing<'a>> {
    let there = |program: &&str| {
        version(&mut project.command(program))
            .is_some_and(|v| v.split_whitespace().nth(1) == Some(tool.version))
    };
    if tool.programs.iter().all(there) {
        return None;
    }
    let install = move || {
        // Apart from the workspace's target directory, which its profiles and locks would disturb.
        let target = project.scratch().join("tools-target");
        let mut install = project.cargo("install");
        install.args([tool.krate, "--version", tool.version, "--force", "--root"]);
        install.arg(project.tools()).arg("--target-dir").arg(&target).args(tool.arguments);
        // These tools run for seconds: compiling them fast is worth more than their speed.
        install.env("CARGO_PROFILE_RELEASE_LTO", "off");
        install.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
        install.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        run(&mut install)?;
        fs::remove_dir_all(&target).with_context(|| format!("cannot remove {}", target.display()))?;
        match tool.programs.iter().find(|program| !there(program)) {
            None => Ok(()),
            Some(program) => bail!("expected {program} {} after its installation, found none", tool.version),
        }
    };
    let Tool { krate, version, minutes, .. } = tool;
    let what = format!("{krate} {version}, compiled into .tools (about {minutes} minutes)");
    Some(Missing { what, install: Box::new(install) })
}

fn node_packages(project: &Project) -> Result<Option<Missing<'_>>> {
    let found = version(&mut project.command("node")).unwrap_or_else(|| "none".into());
    let major = found.trim_start_matches('v').split('.').next().and_then(|major| major.parse().ok());
    if major.is_none_or(|major: u32| major < NODE_MAJOR) {
        bail!("expected Node {NODE_MAJOR} or newer with npm (see nodejs.org), found {found}");
    }
    let lock = project.path("package-lock.json");
    let wanted = sha256_hex(&fs::read(&lock).with_context(|| format!("cannot read {}", lock.display()))?);
    let stamp = project.path("node_modules/.installed-from");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(None);
    }
    let install = move || {
        run(npm(project).args(["ci", "--no-progress"]))?;
        fs::write(&stamp, &wanted).with_context(|| format!("cannot write {}", stamp.display()))
    };
    let what = "the Node packages of package-lock.json (under a minute)".into();
    Ok(Some(Missing { what, install: Box::new(install) }))
}

fn npm(project: &Project) -> Command {
    project.command(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pinned_tools_are_those_of_the_lock_file_and_of_trunk() {
        let project = Project::locate();
        let lock = fs::read_to_string(project.path("Cargo.lock")).unwrap();
        let locked = format!("name = \"wasm-bindgen\"\nversion = \"{}\"", WASM_BINDGEN.version);
        assert!(
            lock.contains(&locked),
            "Cargo.lock holds another wasm-bindgen than {}",
            WASM_BINDGEN.version
        );
        let trunk = fs::read_to_string(project.path("Trunk.toml")).unwrap();
        assert!(trunk.contains(&format!("trunk-version = \"={}\"", TRUNK.version)));
        assert!(trunk.contains(&format!("wasm_bindgen = \"{}\"", WASM_BINDGEN.version)));
    }
}
