//! The journal as it is, for those who only look: nobody is kept waiting and nothing is mended.

use std::fs;
use std::io;
use std::path::Path;

use super::MAX_JOURNAL_BYTES;
use super::disk::lock_path;
use super::entry::Entry;
use super::lines::{Record, read};
use super::problem::JournalProblem;
use super::standing::{Ledger, Standing};
use crate::api::lock;
use crate::disk::read_most;

/// What a journal says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Records {
    /// Every line, the first one first.
    pub all: Vec<Record>,
    /// Where every request stands, in the order in which they were first tried.
    pub standings: Vec<Standing>,
}

impl Records {
    /// Read a journal; what a crash left of its last line is passed over. One that is not there says nothing.
    ///
    /// # Errors
    ///
    /// If it cannot be read, or one of its lines cannot.
    pub fn read(path: &Path) -> Result<Records, JournalProblem> {
        let shown = path.display().to_string();
        // While the lock is free and stays so, no request is being sent.
        let free = lock::keep_free(&lock_path(&fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())));
        let bytes = match read_most(path, MAX_JOURNAL_BYTES) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Records::default()),
            Err(error) => return Err(JournalProblem::unreadable(&shown)(error)),
        };
        let is_sending = free.is_err();
        let lines = read(&bytes).map_err(|bad| JournalProblem::bad(&shown, 0, bad))?;
        Ok(Records::of(lines.records, is_sending))
    }

    /// What these lines say. Who sends holds the lock from the intent to the outcome, so only the last of them can be
    /// about a request that is being sent.
    fn of(all: Vec<Record>, is_sending: bool) -> Records {
        let mut ledger = Ledger::default();
        entries(&all).for_each(|entry| ledger.add(entry));
        let standings = ledger.into_standings(entries(&all).last(), is_sending);
        Records { all, standings }
    }
}

fn entries(records: &[Record]) -> impl Iterator<Item = &Entry> {
    records.iter().filter_map(|record| match record {
        Record::Entry(entry) => Some(entry.as_ref()),
        Record::Torn(_) => None,
    })
}
