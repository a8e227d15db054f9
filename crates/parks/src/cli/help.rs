//! The declared commands with the words of a language.

use std::fmt::Write as _;
use std::process::ExitCode;

use clap::builder::{Resettable, StyledStr};
use clap::{Arg, ArgAction, Command, CommandFactory as _};
use unicode_width::UnicodeWidthStr as _;

use super::{Cli, mistaken};
use crate::lang::Lang;
use crate::words::help::{Argument, COMMANDS, CommandWords, SHARED, frame};

/// The program's commands and arguments, with help in a language.
pub fn command(lang: Lang) -> Command {
    let help = Arg::new("help").long("help").short('h').action(ArgAction::Help).global(true);
    let version = Arg::new("version").long("version").short('V').action(ArgAction::Version);
    let names: Vec<String> = Cli::command().get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let whole = with_words(Cli::command().arg(help).arg(version), "parks", lang);
    names.into_iter().fold(whole, |whole, name| {
        whole.mut_subcommand(&name, |sub| with_words(sub, &format!("parks {name}"), lang))
    })
}

/// Shows the help of a command, or of the program as a whole.
pub fn show(name: Option<&str>, lang: Lang) -> ExitCode {
    let asked: Vec<&str> = ["parks"].into_iter().chain(name).chain(["--help"]).collect();
    let help = command(lang).try_get_matches_from(&asked).expect_err("--help is never parsed to its end");
    mistaken::tell(&help, &usage_of(asked, lang), lang)
}

/// How the command is called that words name, else the program as a whole.
pub fn usage_of<'a>(words: impl IntoIterator<Item = &'a str>, lang: Lang) -> String {
    let whole = command(lang);
    match words.into_iter().skip(1).find_map(|word| whole.find_subcommand(word)) {
        Some(sub) => usage(sub, &format!("parks {}", sub.get_name()), lang),
        None => usage(&whole, "parks", lang),
    }
}

fn with_words(command: Command, call: &str, lang: Lang) -> Command {
    let named = command.get_name().to_owned();
    let Some(words) = COMMANDS.iter().find(|words| words.name == named) else { return command };
    let ids: Vec<String> = command.get_arguments().map(|argument| argument.get_id().to_string()).collect();
    let command = ids.into_iter().fold(command, |command, id| match found(words, &id) {
        Some(said) => command.mut_arg(&id, |argument| argument_with_words(argument, said, lang)),
        None => command,
    });
    let usage = usage(&command, call, lang);
    command
        .about(words.about.of(lang))
        .long_about(Resettable::<StyledStr>::Reset)
        .after_help(examples(words, lang))
        .subcommand_help_heading(frame::COMMANDS.of(lang))
        .override_usage(usage)
        .help_template(format!(
            "{{about}}\n\n{}{{usage}}\n\n{{all-args}}{{after-help}}",
            frame::USAGE.of(lang)
        ))
}

/// The words of an argument: the command's own, else those that all share.
fn found(words: &CommandWords, id: &str) -> Option<&'static Argument> {
    let own: &'static [Argument] = words.arguments;
    own.iter().chain(SHARED).find(|argument| argument.id == id)
}

fn argument_with_words(argument: Arg, said: &'static Argument, lang: Lang) -> Arg {
    let heading = if argument.is_positional() { frame::ARGUMENTS } else { frame::OPTIONS };
    let argument = argument
        .help(said.help.of(lang))
        .long_help(Resettable::<StyledStr>::Reset)
        .help_heading(heading.of(lang));
    let value = said.value.of(lang);
    if value.is_empty() {
        return argument;
    }
    // Which values there are, and which holds without any, the help says in its own words.
    argument.value_name(value).hide_possible_values(true).hide_default_value(true)
}

fn usage(command: &Command, call: &str, lang: Lang) -> String {
    let mut usage = format!("{call} {}", frame::SOME_OPTIONS.of(lang));
    for argument in command.get_arguments() {
        let _ = match (argument.is_positional(), argument.is_required_set()) {
            (_, true) => write!(usage, " {}", spelt(argument)),
            (true, false) => write!(usage, " [{}]", value_name(argument)),
            (false, false) => Ok(()),
        };
    }
    for group in command.get_groups().filter(|group| group.is_required_set()) {
        let of_group = |argument: &&Arg| group.get_args().any(|id| id == argument.get_id());
        let ways: Vec<String> = command.get_arguments().filter(of_group).map(spelt).collect();
        let _ = write!(usage, " <{}>", ways.join("|"));
    }
    if command.has_subcommands() {
        let _ = write!(usage, " <{}>", frame::COMMAND.of(lang));
    }
    usage
}

/// An argument as it is written, with the name of its value.
fn spelt(argument: &Arg) -> String {
    let value = value_name(argument);
    argument.get_long().map_or_else(|| format!("<{value}>"), |long| format!("--{long} <{value}>"))
}

fn value_name(argument: &Arg) -> &str {
    argument.get_value_names().and_then(|names| names.first()).map_or("", |name| name)
}

fn examples(words: &CommandWords, lang: Lang) -> String {
    let mut text = frame::EXAMPLES.of(lang).to_owned();
    let widest = words.examples.iter().map(|(call, _)| call.width()).max().unwrap_or_default();
    for (call, what) in words.examples {
        let _ = write!(text, "\n  {call}{}  {}", " ".repeat(widest - call.width()), what.of(lang));
    }
    let _ = write!(text, "\n\n{}", frame::EXIT_CODES.of(lang));
    text
}
