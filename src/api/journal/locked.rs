//! The journal while one process has it: look a request up, append what becomes of it.

use std::fs::File;
use std::io;

use super::disk::{append, open_file};
use super::entry::{Entry, State};
use super::file::Journal;
use super::lines::{Lines, Record};
use super::problem::JournalProblem;
use super::standing::{Ledger, Standing};
use crate::api::lock;

/// The journal while no other process can touch it.
#[derive(Debug)]
pub struct Locked<'a> {
    journal: &'a mut Journal,
    /// Frees the journal when it is closed.
    _held: File,
}

impl<'a> Locked<'a> {
    pub(super) fn new(journal: &'a mut Journal, held: File) -> Self {
        Locked { journal, _held: held }
    }
}

impl Locked<'_> {
    /// Where a request stands; `None` if it was never tried.
    pub fn standing(&self, service: &str, digest: &str) -> Option<&Standing> {
        self.ledger().standing(service, digest)
    }

    /// Other requests with the same filters for which a search was or may have been started.
    pub fn same_audience<'b>(
        &'b self,
        service: &'b str,
        audience: &'b str,
        digest: &'b str,
    ) -> impl Iterator<Item = &'b Standing> {
        self.ledger().same_audience(service, audience, digest)
    }

    /// Where every request stands.
    pub fn ledger(&self) -> &Ledger {
        &self.journal.known.ledger
    }

    /// Append an entry; it is safe on the disk afterwards. If that fails the journal is as it was before.
    ///
    /// # Errors
    ///
    /// If it cannot be written.
    pub fn append(&mut self, entry: &Entry) -> Result<(), JournalProblem> {
        let shown = self.journal.shown.clone();
        self.write(entry).map_err(|error| match entry.state {
            State::Intent => JournalProblem::Unwritable { path: shown, error },
            _ => JournalProblem::Forgotten { path: shown, error, settle: settle(entry) },
        })
    }

    fn write(&mut self, entry: &Entry) -> io::Result<()> {
        let Journal { path, known, .. } = &mut *self.journal;
        // An editor, or git, may have put another file into its place while the request was under way.
        if !lock::is_at(&known.file, path) {
            known.file = open_file(path)?;
            known.is_stale = true;
        }
        known.is_stale |= known.file.metadata()?.len() != known.length;
        // Whoever else wrote to it may have left the line open.
        let line = format!("{}{}", if known.is_stale { "\n" } else { "" }, entry.line());
        append(&mut known.file, line.as_bytes())?;
        known.take_in(
            line.as_bytes(),
            &Lines { records: vec![Record::Entry(entry.clone().into())], ..Lines::default() },
        );
        Ok(())
    }
}

/// The command that writes down by hand what this entry says.
fn settle(entry: &Entry) -> String {
    let digest = entry.digest.get(..8).unwrap_or(&entry.digest);
    let is_plain = |id: &&String| id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    match (entry.state, entry.id.as_ref().filter(is_plain)) {
        (State::Accepted, Some(id)) => format!("personac journal settle {digest} --accepted --id {id}"),
        (State::Accepted, None) => format!("personac journal settle {digest} --accepted"),
        (State::Refused, _) => format!("personac journal settle {digest} --refused"),
        _ => "personac journal".to_owned(),
    }
}
