//! Where things are, and how other programs are run.

use std::env;
use std::ffi::OsString;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use anyhow::{Context, Result, bail};

/// The checkout.
pub struct Project {
    root: PathBuf,
    /// Whether end-to-end tests walk through every page and not one of each kind.
    pub every_page: bool,
    /// The publisher's program, once the tests have compiled it.
    tested: OnceLock<PathBuf>,
}

impl Project {
    /// The checkout that this program was compiled from.
    pub fn locate() -> Project {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask lies in the workspace");
        Project { root: root.to_path_buf(), every_page: false, tested: OnceLock::new() }
    }

    /// A path in the checkout; an absolute one stays itself.
    pub fn path(&self, relative: impl AsRef<Path>) -> PathBuf {
        self.root.join(relative)
    }

    /// Where the programs live that set-up installs for this checkout alone.
    pub fn tools(&self) -> PathBuf {
        self.path(".tools")
    }

    /// Scratch space of the build: never shipped, safe to delete.
    pub fn scratch(&self) -> PathBuf {
        self.path("target/xtask")
    }

    /// A command that runs in the checkout and finds its tools before those of the machine.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root).env("PATH", self.search_path());
        command
    }

    fn search_path(&self) -> OsString {
        let ours = [self.tools().join("bin"), self.path("node_modules/.bin")];
        let machine = env::var_os("PATH").unwrap_or_default();
        env::join_paths(ours.into_iter().chain(env::split_paths(&machine)))
            .expect("directories that came out of PATH fit into PATH")
    }

    /// The folder that cargo compiles into.
    pub fn target(&self) -> PathBuf {
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| self.path("target"), |folder| self.path(folder))
    }

    /// The tests have compiled the publisher's program: from now on it is that one. Cargo alone would compile it and
    /// the portal again, for the tests want other features of what both stand on.
    pub fn keep_tested(&self) {
        // Said twice, it is the same.
        let _kept =
            self.tested.set(self.target().join("debug/parks").with_extension(env::consts::EXE_EXTENSION));
    }

    /// The publisher's program.
    pub fn parks(&self) -> Command {
        match self.tested.get() {
            Some(program) => self.command(&program.to_string_lossy()),
            None => {
                let mut cargo = self.cargo("run");
                cargo.args(["--quiet", "--package", "parks", "--"]);
                cargo
            }
        }
    }

    /// Where the publisher's program lies that the tests have compiled.
    pub fn tested(&self) -> Option<&Path> {
        self.tested.get().map(PathBuf::as_path)
    }

    /// A command of cargo, as it runs us. What is built is what Cargo.lock names: where it is out of date, that is an
    /// error and nothing that a build mends by the way.
    pub fn cargo(&self, command: &str) -> Command {
        let cargo = env::var("CARGO").unwrap_or_else(|_| "cargo".into());
        let mut cargo = self.command(&cargo);
        cargo.arg(command);
        // Formatting resolves nothing, and does not know it.
        if command != "fmt" {
            cargo.arg("--locked");
        }
        cargo
    }
}

/// Says what happens next.
pub fn say(message: &str) {
    println!("· {message}");
}

/// Runs a command, its output going where ours goes.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| cannot_start(command))?;
    if !status.success() {
        bail!("`{}` failed ({status})", shown(command));
    }
    Ok(())
}

/// Runs a command and returns what it printed.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command.stderr(Stdio::inherit()).output().with_context(|| cannot_start(command))?;
    if !output.status.success() {
        bail!("`{}` failed ({})", shown(command), output.status);
    }
    String::from_utf8(output.stdout).with_context(|| format!("`{}`: expected UTF-8", shown(command)))
}

/// Runs a command over bytes: in by its standard input, out by its standard output.
pub fn filter(command: &mut Command, input: &[u8]) -> Result<Vec<u8>> {
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().with_context(|| cannot_start(command))?;
    let mut stdin = child.stdin.take().expect("standard input is piped");
    let input = input.to_vec();
    // Written from a thread of its own: a pipe that fills up would stop both sides.
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output()?;
    if !output.status.success() {
        bail!("`{}` failed ({})", shown(command), output.status);
    }
    writer.join().expect("the writer does not panic")?;
    Ok(output.stdout)
}

/// Runs a command, hands on its output line by line as it comes, and shows each line to `watch`.
pub fn run_watched(command: &mut Command, mut watch: impl FnMut(&str)) -> Result<()> {
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| cannot_start(command))?;
    let stdout = child.stdout.take().expect("standard output is piped");
    for line in BufReader::new(stdout).split(b'\n') {
        let line = line?;
        let line = String::from_utf8_lossy(&line);
        println!("{line}");
        watch(&line);
    }
    let status = child.wait()?;
    if !status.success() {
        bail!("`{}` failed ({status})", shown(command));
    }
    Ok(())
}

/// Does the same with each of several things, as many at a time as the machine has processors.
///
/// # Errors
/// One of those that were met; the others are done all the same.
pub fn each_in_parallel<T: Sync>(things: &[T], work: impl Fn(&T) -> Result<()> + Sync) -> Result<()> {
    let next = AtomicUsize::new(0);
    let worker = || -> Result<()> {
        let mut result = Ok(());
        while let Some(thing) = things.get(next.fetch_add(1, Ordering::Relaxed)) {
            result = result.and(work(thing));
        }
        result
    };
    let workers = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(worker)).collect();
        // The scope waits for all of them.
        workers.into_iter().try_for_each(|worker| worker.join().expect("a worker does not panic"))
    })
}

/// Whether a program answers to `--version`, and what it says.
pub fn version(command: &mut Command) -> Option<String> {
    let output = command.arg("--version").stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_string())
}

fn cannot_start(command: &Command) -> String {
    format!("cannot start `{}`; is it installed?", command.get_program().to_string_lossy())
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    #[test]
    fn each_thing_is_done_once_and_a_failure_is_told_when_the_others_are_done() {
        let done = Mutex::new(Vec::new());
        let things: Vec<usize> = (0..100).collect();
        let result = each_in_parallel(&things, |thing| {
            done.lock().unwrap().push(*thing);
            if *thing == 3 { bail!("the third") } else { Ok(()) }
        });
        assert_eq!(result.unwrap_err().to_string(), "the third");
        let mut done = done.into_inner().unwrap();
        done.sort_unstable();
        assert_eq!(done, things);
    }
}
