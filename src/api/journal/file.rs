//! The journal on the disk: locked, read as far as it is new, and mended.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use super::MAX_JOURNAL_BYTES;
use super::disk::{append, lock_path, make_directory, open_file, replace};
use super::entry::now;
use super::lines::{Lines, Record, read};
use super::locked::Locked;
use super::mend::{Mend, mend};
use super::problem::JournalProblem;
use super::standing::Ledger;
use crate::api::lock;
use crate::disk::too_large;

/// How many bytes before what is new are compared with what was there.
const COMPARED: usize = 4096;

/// A journal that requests are written to.
#[derive(Debug)]
pub struct Journal {
    /// The path as messages show it.
    pub(super) shown: String,
    /// The path with links followed: who comes by another link must meet the same lock.
    pub(super) path: PathBuf,
    pub(super) known: Known,
}

/// What was read of the file.
#[derive(Debug)]
pub(super) struct Known {
    /// Kept open, so that no other file can be taken for it.
    pub(super) file: File,
    /// How many bytes.
    pub(super) length: u64,
    /// The last of them.
    end: Vec<u8>,
    /// How many lines.
    lines: usize,
    pub(super) ledger: Ledger,
    /// Whether somebody has written to it who did not hold the lock.
    pub(super) is_stale: bool,
}

impl Journal {
    /// The journal at this path. It is made, with its directory, if it is not there.
    ///
    /// # Errors
    ///
    /// If it cannot be made or opened.
    pub fn open(path: &Path) -> Result<Journal, JournalProblem> {
        let shown = path.display().to_string();
        let opened = make_directory(path).and_then(|()| open_file(path));
        let file = opened.map_err(JournalProblem::unwritable(&shown))?;
        let path = fs::canonicalize(path).map_err(JournalProblem::unreadable(&shown))?;
        Ok(Journal { shown, path, known: Known::nothing(file) })
    }

    /// Keep all other processes from it, and read what they have written. `waits` is called once if one of them holds it.
    ///
    /// # Errors
    ///
    /// If it cannot be locked, read or mended; if a line of it cannot be understood.
    pub fn lock(&mut self, waits: &mut impl FnMut()) -> Result<Locked<'_>, JournalProblem> {
        let taken = lock::take(&lock_path(&self.path), waits);
        let held = taken.map_err(|error| JournalProblem::Unlockable { path: self.shown.clone(), error })?;
        self.catch_up()?;
        Ok(Locked::new(self, held))
    }

    fn catch_up(&mut self) -> Result<(), JournalProblem> {
        if self.known.is_stale || !self.known.continues(&self.path).map_err(JournalProblem::unreadable(&self.shown))? {
            let file = open_file(&self.path).map_err(JournalProblem::unwritable(&self.shown))?;
            self.known = Known::nothing(file);
        }
        let new = self.known.read_on().map_err(JournalProblem::unreadable(&self.shown))?;
        let lines = read(&new).map_err(|bad| JournalProblem::bad(&self.shown, self.known.lines, bad))?;
        let end = self.mend(&new, &lines).map_err(JournalProblem::unwritable(&self.shown))?;
        let whole = new.get(..lines.whole).unwrap_or_default();
        self.known.take_in(&[whole, &end].concat(), &lines);
        Ok(())
    }

    /// Mend what a crash left of the last line; what stands after the whole lines then.
    fn mend(&mut self, new: &[u8], lines: &Lines) -> io::Result<Vec<u8>> {
        let tail = new.get(lines.whole..).unwrap_or_default();
        match mend(new, lines, now()) {
            Mend::Nothing => Ok(vec![]),
            Mend::End => {
                append(&mut self.known.file, b"\n")?;
                Ok([tail, b"\n"].concat())
            }
            Mend::Replace(line) => {
                let whole = self.known.length + lines.whole as u64;
                replace(&self.path, whole, line.as_bytes())?;
                self.known.file = open_file(&self.path)?;
                Ok(line.into_bytes())
            }
        }
    }
}

impl Known {
    fn nothing(file: File) -> Self {
        Known { file, length: 0, end: vec![], lines: 0, ledger: Ledger::default(), is_stale: false }
    }

    /// Whether the file is still the one that was read, and begins as it did.
    fn continues(&mut self, path: &Path) -> io::Result<bool> {
        if !lock::is_at(&self.file, path) || self.file.metadata()?.len() < self.length {
            return Ok(false);
        }
        let mut end = vec![0; self.end.len()];
        self.file.seek(SeekFrom::Start(self.length - end.len() as u64))?;
        self.file.read_exact(&mut end)?;
        Ok(end == self.end)
    }

    fn read_on(&mut self) -> io::Result<Vec<u8>> {
        if self.file.metadata()?.len() > MAX_JOURNAL_BYTES {
            return Err(too_large(MAX_JOURNAL_BYTES));
        }
        let mut new = vec![];
        self.file.seek(SeekFrom::Start(self.length))?;
        self.file.read_to_end(&mut new)?;
        Ok(new)
    }

    /// Count these bytes as read.
    pub(super) fn take_in(&mut self, bytes: &[u8], lines: &Lines) {
        self.length += bytes.len() as u64;
        self.lines += bytes.iter().filter(|byte| **byte == b'\n').count();
        self.end.extend(bytes);
        self.end.drain(..self.end.len().saturating_sub(COMPARED));
        for record in &lines.records {
            if let Record::Entry(entry) = record {
                self.ledger.add(entry);
            }
        }
    }
}
