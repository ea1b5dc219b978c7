//! The `personac` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    personac::cli::run()
}
