//! What is said on standard output and standard error.
//!
//! Colours are for terminals alone, and not for one whose reader set `NO_COLOR`: elsewhere they are taken off on the
//! way. Who has closed the output does not want the rest, so that is no mistake.

use std::fmt::Display;
use std::io::{self, IsTerminal as _, Write as _};

use anstyle::{AnsiColor, Style};

use crate::lang::Lang;

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

/// What the machine says of a file or folder, in the reader's language where that is known. What wraps another error
/// has words of its own.
pub fn why(error: &io::Error, lang: Lang) -> String {
    let chinese = match error.kind() {
        io::ErrorKind::NotFound => "没有这个文件或文件夹",
        io::ErrorKind::PermissionDenied => "没有读写它的权限",
        io::ErrorKind::AlreadyExists => "已经有了，不覆盖",
        io::ErrorKind::IsADirectory => "是文件夹，不是文件",
        io::ErrorKind::NotADirectory => "是文件，不是文件夹",
        io::ErrorKind::StorageFull => "磁盘满了",
        io::ErrorKind::ReadOnlyFilesystem => "磁盘是只读的",
        _ => return error.to_string(),
    };
    match lang {
        Lang::Zh if error.get_ref().is_none() => chinese.to_owned(),
        _ => error.to_string(),
    }
}

/// Why a command could not do its work.
pub fn fail(command: &str, why: impl Display) {
    tell(format_args!("{WRONG}parks {command}:{WRONG:#} {why}"));
}
