//! What can keep the journal from being read or written. While it is so, nothing is sent.

use std::io;

use thiserror::Error;

use super::lines::{Bad, Why};
use crate::disk::reason;

/// An error of the journal. What it says ends in a line of help.
#[derive(Debug, Error)]
pub enum JournalProblem {
    /// It cannot be read.
    #[error(
        "the journal `{path}` cannot be read: {}\n  help: nothing is sent meanwhile, as it may say that a search was started",
        reason(.error)
    )]
    Unreadable {
        /// The journal.
        path: String,
        /// Why.
        error: io::Error,
    },
    /// It cannot be written, before anything is sent.
    #[error(
        "the journal `{path}` cannot be written: {}\n  help: nothing is sent without a line in the journal",
        reason(.error)
    )]
    Unwritable {
        /// The journal.
        path: String,
        /// Why.
        error: io::Error,
    },
    /// What became of a request cannot be written down.
    #[error(
        "the journal `{path}` cannot be written: {}\n  help: the request counts as unknown; once this is mended, run\n        `{settle}`",
        reason(.error)
    )]
    Forgotten {
        /// The journal.
        path: String,
        /// Why.
        error: io::Error,
        /// The command that writes it down.
        settle: String,
    },
    /// Nobody can be kept from writing to it at the same time.
    #[error(
        "the journal `{path}` cannot be locked: {}\n  help: nothing is sent, as another process could send the same; keep the\n        journal on a disk of this machine and name it with `--journal FILE`",
        reason(.error)
    )]
    Unlockable {
        /// The journal.
        path: String,
        /// Why.
        error: io::Error,
    },
    /// A line of it is no entry.
    #[error(
        "line {line} of the journal `{path}` is not an entry\n  help: nothing is sent, as it may say that a search was started;\n        mend the line or restore the file"
    )]
    Damaged {
        /// The journal.
        path: String,
        /// The line, from 1.
        line: usize,
    },
    /// A line of it is in a state that this version does not know.
    #[error(
        "line {line} of the journal `{path}` is in the state `{state}`, which this version does not know\n  help: nothing is sent; use the version that wrote it, or a newer one"
    )]
    Newer {
        /// The journal.
        path: String,
        /// The line, from 1.
        line: usize,
        /// The state.
        state: String,
    },
}

impl JournalProblem {
    /// The journal.
    pub fn path(&self) -> &str {
        match self {
            JournalProblem::Unreadable { path, .. }
            | JournalProblem::Unwritable { path, .. }
            | JournalProblem::Forgotten { path, .. }
            | JournalProblem::Unlockable { path, .. }
            | JournalProblem::Damaged { path, .. }
            | JournalProblem::Newer { path, .. } => path,
        }
    }

    /// A line, counted after those that were read before, cannot be understood.
    pub(super) fn bad(path: &str, before: usize, Bad { line, why }: Bad) -> Self {
        let (path, line) = (path.to_owned(), before + line);
        match why {
            Why::NotAnEntry => JournalProblem::Damaged { path, line },
            Why::Newer(state) => JournalProblem::Newer { path, line, state },
        }
    }

    pub(super) fn unreadable(path: &str) -> impl Fn(io::Error) -> Self {
        move |error| JournalProblem::Unreadable { path: path.to_owned(), error }
    }

    pub(super) fn unwritable(path: &str) -> impl Fn(io::Error) -> Self {
        move |error| JournalProblem::Unwritable { path: path.to_owned(), error }
    }
}
