//! `parks`: what the publisher runs.

use std::io::{self, Write as _};
use std::process::ExitCode;

use lexopt::Arg;

fn main() -> ExitCode {
    let mut arguments = lexopt::Parser::from_env();
    match arguments.next() {
        Ok(Some(Arg::Value(command))) if command == "assess" => parks::assess::run(arguments),
        Ok(Some(Arg::Value(command))) if command == "check" => parks::check::run(arguments),
        Ok(Some(Arg::Value(command))) if command == "build" => parks::build::run(arguments),
        Ok(Some(Arg::Value(command))) if command == "diff" => parks::diff::run(arguments),
        Ok(Some(Arg::Value(command))) if command == "demo" => parks::demo::run(arguments),
        Ok(Some(Arg::Value(command))) if command == "propose-id" => parks::propose::run(arguments),
        Ok(Some(Arg::Value(command))) if command == "schema" => parks::schema::run(arguments),
        Ok(Some(Arg::Long("help") | Arg::Short('h'))) => {
            // Who closed the output does not want the help.
            let _ = writeln!(io::stdout(), "{}", usage());
            ExitCode::SUCCESS
        }
        Ok(argument) => {
            let found =
                argument.map_or("nothing".to_owned(), |argument| format!("{:?}", argument.unexpected()));
            refuse(&format!("expected a command, found {found}"))
        }
        Err(error) => refuse(&error.to_string()),
    }
}

fn refuse(why: &str) -> ExitCode {
    // Nobody is left to tell when stderr itself is closed.
    let _ = writeln!(io::stderr(), "parks: {why}\n{}", usage());
    ExitCode::from(2)
}

fn usage() -> String {
    let usages = [
        parks::assess::USAGE,
        parks::check::USAGE,
        parks::build::USAGE,
        parks::diff::USAGE,
        parks::demo::USAGE,
        parks::propose::USAGE,
        parks::schema::USAGE,
    ];
    format!("usage: {}", usages.join("\n       "))
}
