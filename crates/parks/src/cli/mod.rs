//! What the program is asked to do: its commands and their arguments, with help in two languages.
//!
//! Commands and arguments are declared where they are carried out, as the options of each; what is said about them
//! stands in one catalogue ([`crate::words::help`]).

use std::env;
use std::ffi::OsString;
use std::process::ExitCode;

use clap::{FromArgMatches as _, Parser, Subcommand};
use clap_complete::Shell;

use crate::lang::Lang;
use crate::terminal;
use crate::{assess, build, check, demo, diff, import, new, propose, schema, serve, verify};

mod help;
mod mistaken;

pub use help::command;

#[derive(Debug, Parser)]
#[command(
    name = "parks",
    version,
    arg_required_else_help = true,
    args_override_self = true,
    disable_help_flag = true,
    disable_help_subcommand = true,
    disable_version_flag = true
)]
struct Cli {
    #[arg(long, global = true)]
    lang: Option<Lang>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    New(new::Options),
    Import(import::Options),
    Check(check::Options),
    Diff(diff::Options),
    Build(build::Options),
    Serve(serve::Options),
    Verify(verify::Options),
    Assess(assess::Options),
    ProposeId(propose::Options),
    Schema(schema::Options),
    Demo(demo::Options),
    Completion { shell: Shell },
    Help { command: Option<String> },
}

/// Runs what the program's own arguments ask for.
pub fn run() -> ExitCode {
    let arguments: Vec<OsString> = env::args_os().collect();
    let lang = asked_for(&arguments).unwrap_or_else(Lang::of_machine);
    let parsed = command(lang).try_get_matches_from(&arguments);
    match parsed.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(Cli { lang: asked, command }) => command.run(asked.unwrap_or(lang)),
        Err(error) => {
            let words = arguments.iter().filter_map(|word| word.to_str());
            mistaken::tell(&error, &help::usage_of(words, lang), lang)
        }
    }
}

impl Command {
    fn run(self, lang: Lang) -> ExitCode {
        match self {
            Command::New(options) => new::run(&options, lang),
            Command::Import(options) => import::run(&options, lang),
            Command::Check(options) => check::run(&options, lang),
            Command::Diff(options) => diff::run(&options, lang),
            Command::Build(options) => build::run(&options, lang),
            Command::Serve(options) => serve::run(&options, lang),
            Command::Verify(options) => verify::run(&options, lang),
            Command::Assess(options) => assess::run(&options, lang),
            Command::ProposeId(options) => propose::run(&options, lang),
            Command::Schema(options) => schema::run(&options, lang),
            Command::Demo(options) => demo::run(&options, lang),
            Command::Completion { shell } => {
                let mut script = Vec::new();
                clap_complete::generate(shell, &mut command(lang), "parks", &mut script);
                terminal::say(String::from_utf8_lossy(&script).trim_end());
                ExitCode::SUCCESS
            }
            Command::Help { command } => help::show(command.as_deref(), lang),
        }
    }
}

/// The language that the arguments name, found before they are read: what is wrong with them is said in it.
fn asked_for(arguments: &[OsString]) -> Option<Lang> {
    let words = arguments.iter().skip(1).map(|word| word.to_str().unwrap_or_default());
    let mut words = words.take_while(|word| *word != "--");
    let mut found = None;
    while let Some(word) = words.next() {
        let value = if word == "--lang" { words.next() } else { word.strip_prefix("--lang=") };
        found = value.and_then(|value| clap::ValueEnum::from_str(value, false).ok()).or(found);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_found_wherever_it_stands() {
        let asked = |line: &str| asked_for(&line.split_whitespace().map(OsString::from).collect::<Vec<_>>());
        assert_eq!(asked("parks check --lang zh"), Some(Lang::Zh));
        assert_eq!(asked("parks --lang=en check --nonsense"), Some(Lang::En));
        assert_eq!(asked("parks assess -- --lang zh"), None);
        assert_eq!(asked("parks check --lang fr"), None);
        assert_eq!(asked("parks check --lang"), None);
    }
}
