//! `parks`: what the publisher runs.

use std::process::ExitCode;

fn main() -> ExitCode {
    parks::cli::run()
}
