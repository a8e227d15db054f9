//! What is said on standard output and standard error.
//!
//! Colours are for terminals alone, and not for one whose reader set `NO_COLOR`: elsewhere they are taken off on the
//! way. Who has closed the output does not want the rest, so that is no mistake.

use std::fmt::Display;
use std::io::{self, IsTerminal as _, Write as _};

use anstyle::{AnsiColor, Style};

/// Of what is wrong.
pub const WRONG: Style = AnsiColor::Red.on_default().bold();
/// Of what goes on.
const ASIDE: Style = Style::new().dimmed();

/// A line of the result, on standard output.
pub fn say(line: impl Display) {
    let _ = writeln!(anstream::stdout(), "{line}");
}

/// A line about the work, on standard error.
pub fn tell(line: impl Display) {
    let _ = writeln!(anstream::stderr(), "{line}");
}

/// What a command is about to do that takes a while, on standard error and only where somebody watches.
pub fn progress(line: impl Display) {
    if io::stderr().is_terminal() {
        tell(format_args!("{ASIDE}· {line}{ASIDE:#}"));
    }
}

/// Why a command could not do its work.
pub fn fail(command: &str, why: impl Display) {
    tell(format_args!("{WRONG}parks {command}:{WRONG:#} {why}"));
}
