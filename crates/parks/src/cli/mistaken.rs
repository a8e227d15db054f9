//! A call that ends before any command runs: help, the version, or what is wrong with it.

use std::process::ExitCode;

use clap::Error;
use clap::error::{ContextKind, ErrorKind};

use crate::lang::Lang;
use crate::terminal::{self, WRONG};
use crate::words::help::frame;
use crate::words::mistakes;

/// Says it, and of a mistake also how the command is called; with the exit code that goes with it.
pub fn tell(error: &Error, usage: &str, lang: Lang) -> ExitCode {
    let is_answer = matches!(
        error.kind(),
        ErrorKind::DisplayHelp
            | ErrorKind::DisplayVersion
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    );
    if is_answer || lang == Lang::En {
        // Who closed the output does not want the help.
        let _ = error.print();
        if !is_answer && error.get(ContextKind::Usage).is_none() {
            terminal::tell(format_args!("\n{}{usage}", frame::USAGE.of(lang)));
        }
    } else {
        terminal::tell(format_args!("{WRONG}parks：{WRONG:#}{}", mistakes::chinese(error)));
        terminal::tell(format_args!("\n{}{usage}\n\n说明和例子：加上 --help", frame::USAGE.of(lang)));
    }
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}
