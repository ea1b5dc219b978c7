//! The command line: arguments, files, terminals and exit codes. Everything else is pure.

#![allow(clippy::disallowed_methods, reason = "this is the edge: files, terminals and the environment are met here")]

mod arguments;
mod build;
mod compare;
mod deliver;
mod explain;
mod init;
mod inputs;
mod labels;
mod library;
mod lint;
mod manual;
mod messages;
mod projects;
mod session;
#[cfg(feature = "watch")]
mod watch;
mod workers;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command};
pub use manual::manual;
use session::Session;

/// How a command ended. The largest counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Outcome {
    /// Nothing wrong.
    #[default]
    Fine,
    /// The personas have errors, or `--check` found a difference.
    Mistakes,
    /// The command could not do its work.
    Unusable,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> ExitCode {
        ExitCode::from(match outcome {
            Outcome::Fine => 0,
            Outcome::Mistakes => 1,
            Outcome::Unusable => 2,
        })
    }
}

/// Read the arguments and do what they say.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let mut session = Session::new(&arguments.global);
    let done = match &arguments.command {
        Command::Build(build) => build::run(build, &mut session),
        #[cfg(feature = "watch")]
        Command::Lint(lint) if lint.watch => watch::run(lint, &mut session),
        Command::Lint(lint) => lint::run(lint, &mut session),
        Command::Explain(explain) => explain::run(explain, &mut session),
        Command::Init(init) => init::run(init, &mut session),
        Command::Labels(labels) => labels::run(labels, &mut session),
    };
    match done {
        Ok(outcome) => session.finish(outcome).into(),
        // Whoever reads the output has seen enough, as `head` does.
        Err(error) if error.is_broken_pipe() => session.finish(Outcome::Fine).into(),
        Err(error) => {
            session.problem(&error);
            session.finish(Outcome::Unusable).into()
        }
    }
}
