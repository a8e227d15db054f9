//! `parks`: what the publisher runs.

use std::process::ExitCode;

use lexopt::Arg;

fn main() -> ExitCode {
    let mut arguments = lexopt::Parser::from_env();
    match arguments.next() {
        Ok(Some(Arg::Value(command))) if command == "assess" => parks::assess::run(arguments),
        Ok(Some(Arg::Value(command))) if command == "check" => parks::check::run(arguments),
        Ok(Some(Arg::Value(command))) if command == "build" => parks::build::run(arguments),
        Ok(Some(Arg::Long("help") | Arg::Short('h'))) => {
            println!("{}", usage());
            ExitCode::SUCCESS
        }
        Ok(argument) => {
            let found =
                argument.map_or("nothing".to_owned(), |argument| format!("{:?}", argument.unexpected()));
            eprintln!("parks: expected a command, found {found}\n{}", usage());
            ExitCode::from(2)
        }
        Err(error) => {
            eprintln!("parks: {error}\n{}", usage());
            ExitCode::from(2)
        }
    }
}

fn usage() -> String {
    let usages = [parks::assess::USAGE, parks::check::USAGE, parks::build::USAGE];
    format!("usage: {}", usages.join("\n       "))
}
