//! The journal of what was submitted: nothing that costs credits is sent without a line about it before and after.
//!
//! Everything about a request is decided while the journal is locked: look the request up, append the intent, send it,
//! append the outcome. So an intent without an outcome that is seen under the lock belongs to a process that died, and
//! what became of its request is not known. Lines are only ever appended; one that a crash has torn is kept as text.

mod disk;
mod entry;
mod file;
mod lines;
mod locked;
mod mend;
mod problem;
mod records;
mod standing;

pub use entry::{Entry, State, Torn, now};
pub use file::Journal;
pub use lines::Record;
pub use locked::Locked;
pub use problem::JournalProblem;
pub use records::Records;
pub use standing::{Ledger, Standing};

/// The directory of the journal, in the directory of the project.
pub const DIRECTORY: &str = ".personac";

/// The journal in its directory.
pub const FILE: &str = "journal.jsonl";

/// The largest journal that is read: 64 MiB, in which there is room for some hundred thousand requests.
pub const MAX_JOURNAL_BYTES: u64 = 64 * 1024 * 1024;

#[cfg(test)]
mod tests;
