//! The command line: arguments, files, terminals and exit codes. Everything else is pure.

#![allow(clippy::disallowed_methods, reason = "this is the edge: files, terminals and the environment are met here")]

#[cfg(feature = "http")]
pub(crate) mod access;
mod arguments;
mod browser;
mod build;
mod channel;
mod checking;
mod commands;
mod compare;
mod deliver;
mod describe;
mod diff;
#[cfg(any(feature = "http", feature = "lsp"))]
pub(crate) mod directories;
mod explain;
mod fmt;
mod import;
mod init;
mod inputs;
#[cfg(feature = "http")]
mod journal;
mod labels;
mod library;
#[cfg(all(feature = "http", feature = "lsp"))]
mod limits;
mod lint;
mod linted;
#[cfg(feature = "lsp")]
mod lsp;
mod manual;
pub(crate) mod messages;
mod outputs;
mod overlap;
#[cfg(feature = "http")]
mod patience;
#[cfg(feature = "http")]
mod places;
#[cfg(feature = "http")]
pub(crate) mod preview;
#[cfg(feature = "http")]
mod progress;
mod projects;
mod schema;
mod session;
#[cfg(feature = "http")]
mod status;
#[cfg(feature = "http")]
mod submit;
mod tally;
#[cfg(feature = "watch")]
mod watch;
mod workers;

use std::process::ExitCode;

use clap::Parser;

use arguments::{Arguments, Command, OutputFormat};
#[cfg(all(feature = "http", feature = "lsp"))]
pub use limits::limits_reference;
pub use manual::manual;
use messages::Problem;
use session::{Manner, Session};

use crate::render::{is_hidden, visible};

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
    /// The API refused, could not be reached, or did not answer.
    Refused,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> ExitCode {
        ExitCode::from(match outcome {
            Outcome::Fine => 0,
            Outcome::Mistakes => 1,
            Outcome::Unusable => 2,
            Outcome::Refused => 3,
        })
    }
}

/// What the command makes of findings.
fn manner(command: &Command) -> Manner {
    match command {
        Command::Lint(lint) => lint::manner(lint),
        _ => Manner::default(),
    }
}

fn command(command: &Command, session: &mut Session) -> Result<Outcome, Problem> {
    match command {
        Command::Build(arguments) => build::run(arguments, session),
        #[cfg(feature = "watch")]
        Command::Lint(arguments) if arguments.watch => watch::run(arguments, session),
        Command::Lint(arguments) => lint::run(arguments, session),
        Command::Explain(arguments) => explain::run(arguments, session),
        Command::Fmt(arguments) => fmt::run(arguments, session),
        Command::Labels(arguments) => labels::run(arguments, session),
        Command::Init(arguments) => init::run(arguments, session),
        Command::Import(arguments) => import::run(arguments, session),
        Command::Diff(arguments) => diff::run(arguments, session),
        Command::Describe(arguments) => describe::run(arguments, session),
        Command::Overlap(arguments) => overlap::run(arguments, session),
        Command::Schema(arguments) => schema::run(arguments, session),
        #[cfg(feature = "lsp")]
        Command::Lsp => Ok(lsp::run()),
        #[cfg(feature = "http")]
        Command::Preview(arguments) => preview::run(arguments, session),
        #[cfg(feature = "http")]
        Command::Submit(arguments) => submit::run(arguments, session),
        #[cfg(feature = "http")]
        Command::Status(arguments) => status::run(arguments, session),
        #[cfg(feature = "http")]
        Command::Journal(arguments) => journal::run(arguments, session),
    }
}

/// Whether the command has anything to say in the format that is asked for.
fn is_possible(arguments: &Arguments) -> Result<(), Problem> {
    let reviews = matches!(arguments.command, Command::Diff(_) | Command::Describe(_) | Command::Overlap(_));
    match arguments.global.output_format == OutputFormat::Markdown && !reviews {
        true => Err(Problem::Usage(
            "`--output-format markdown` is for reviews: `diff`, `describe` and `overlap` write it".to_owned(),
        )),
        false => Ok(()),
    }
}

/// The arguments; without them the program ends here. What clap says of wrong ones repeats them.
fn arguments() -> Arguments {
    Arguments::try_parse().unwrap_or_else(|error| {
        let said = error.to_string();
        if error.use_stderr() && said.chars().any(is_hidden) {
            channel::tell(&visible(&said));
            std::process::exit(error.exit_code());
        }
        error.exit()
    })
}

/// Read the arguments and do what they say.
pub fn run() -> ExitCode {
    let arguments = arguments();
    let mut session = Session::new(&arguments.global, manner(&arguments.command));
    match is_possible(&arguments)
        .and_then(|()| session.is_possible())
        .and_then(|()| command(&arguments.command, &mut session))
    {
        Ok(outcome) => session.finish(outcome).into(),
        // Whoever reads the output has seen enough, as `head` does.
        Err(error) if error.is_broken_pipe() => session.finish(Outcome::Fine).into(),
        Err(error) => {
            session.problem(&error);
            session.finish(Outcome::Unusable).into()
        }
    }
}
