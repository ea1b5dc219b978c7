//! What can keep a command from doing its work.

use std::borrow::Cow;
use std::io;
use std::path::PathBuf;

use thiserror::Error;

use crate::wording::or;

use crate::disk::reason;
use crate::format::Refusal;

/// An error of the world: files, terminals, usage.
#[derive(Debug, Error)]
pub enum Problem {
    /// A file or directory cannot be read.
    #[error("`{path}` cannot be read: {}", reason(.error))]
    Unreadable {
        /// The file.
        path: String,
        /// Why.
        error: io::Error,
    },
    /// A persona file does not exist, and others have names like it.
    #[error("`{path}` cannot be read: there is no such file\n  help: did you mean {}?", or(near))]
    Missing {
        /// The file.
        path: String,
        /// The others, in backticks.
        near: Vec<String>,
    },
    /// A file cannot be written.
    #[error("`{path}` cannot be written: {}", reason(.error))]
    Unwritable {
        /// The file.
        path: String,
        /// Why.
        error: io::Error,
    },
    /// Standard output is gone or full.
    #[error("the output cannot be written: {}", reason(.0))]
    Output(io::Error),
    /// No persona to work on.
    #[error("there is no `.persona` file in `{0}`")]
    NoPersonas(String),
    /// No path given, and no project around.
    #[error(
        "no persona is named, and there is no `personac.toml` in this directory or above it\n  help: name a file or a directory, or `-` for standard input"
    )]
    NoProject,
    /// Several bodies for standard output.
    #[error(
        "there are {0} request bodies, and standard output takes one\n  help: write them to files with `--out-dir DIR`, or one a line with `--emit ndjson`"
    )]
    SeveralBodies(usize),
    /// More searches than anybody wants to have opened.
    #[error(
        "there are {count} searches, and at most {most} are opened at once\n  help: name fewer personas, or print the addresses with `--emit url`"
    )]
    TooManyToOpen {
        /// How many there are.
        count: usize,
        /// How many are opened.
        most: usize,
    },
    /// No browser.
    #[error("no browser could be started: {}\n  help: open the printed address yourself, or name a browser in `BROWSER`", reason(.0))]
    NoBrowser(io::Error),
    /// Two bodies for one file.
    #[error("`{path}` would be written twice: for `{first}` and for `{second}`\n  help: rename one of the two, or use another `--out-dir` for it", path = path.display())]
    SameOutput {
        /// The file.
        path: PathBuf,
        /// The persona it was written for.
        first: String,
        /// The persona it would be written for again.
        second: String,
    },
    /// A file that would not say the same once it is formatted.
    #[error("`{path}` is left as it is: {refusal}\n  help: {}", .refusal.help())]
    Refused {
        /// The file.
        path: String,
        /// Why.
        refusal: Refusal,
    },
    /// There is no way to the API.
    #[cfg(feature = "http")]
    #[error(transparent)]
    Access(#[from] super::access::AccessProblem),
    /// The journal of what was submitted cannot be used.
    #[cfg(feature = "http")]
    #[error(transparent)]
    Journal(#[from] crate::api::journal::JournalProblem),
    /// The pace of requests cannot be kept.
    #[cfg(feature = "http")]
    #[error(transparent)]
    Pace(#[from] crate::api::pace::PaceProblem),
    /// Options that exclude each other, or an argument that cannot be used.
    #[error("{0}")]
    Usage(String),
}

impl Problem {
    /// Whether the reader of the output went away.
    pub fn is_broken_pipe(&self) -> bool {
        matches!(self, Problem::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }

    /// The file or directory that it is about.
    pub fn file(&self) -> Option<Cow<'_, str>> {
        match self {
            Problem::Unreadable { path, .. }
            | Problem::Missing { path, .. }
            | Problem::Unwritable { path, .. }
            | Problem::Refused { path, .. } => Some(path.into()),
            Problem::NoPersonas(directory) => Some(directory.into()),
            Problem::SameOutput { path, .. } => Some(path.to_string_lossy()),
            Problem::Output(_)
            | Problem::NoProject
            | Problem::SeveralBodies(_)
            | Problem::TooManyToOpen { .. }
            | Problem::NoBrowser(_)
            | Problem::Usage(_) => None,
            #[cfg(feature = "http")]
            Problem::Access(_) | Problem::Pace(_) => None,
            #[cfg(feature = "http")]
            Problem::Journal(problem) => Some(problem.path().into()),
        }
    }

    /// For `map_err`: this file cannot be read.
    pub fn unreadable(path: impl std::fmt::Display) -> impl FnOnce(io::Error) -> Problem {
        move |error| Problem::Unreadable { path: path.to_string(), error }
    }
}
