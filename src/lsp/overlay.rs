//! Used files: from the editor where they are open, from the disk otherwise.

use std::collections::HashMap;
use std::fs::metadata;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use super::document::Document;
use super::view::name_of;
use crate::disk::{absolute, read_persona_file, unreadable, used_file};
use crate::source::SourceFile;
use crate::syntax::Parsed;
use crate::workspace::{LoadError, Loaded, Loader};

/// A file and its tree.
pub type Read = (Arc<SourceFile>, Arc<Parsed>);

/// Files of the disk, each read again when it has changed.
#[derive(Debug, Default)]
pub struct Disk(Mutex<HashMap<PathBuf, (Stamp, Read)>>);

/// What tells a file from what it was.
type Stamp = (Option<SystemTime>, u64);

impl Disk {
    /// A file as it is now; its path has no links.
    ///
    /// # Errors
    ///
    /// What the file system says.
    pub fn read(&self, path: &Path) -> io::Result<Read> {
        let found = metadata(path)?;
        let stamp = (found.modified().ok(), found.len());
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, read)) = kept.get(path).filter(|(own, _)| *own == stamp) {
            return Ok(read.clone());
        }
        let read = read_persona_file(&name_of(path), path)?;
        kept.insert(path.to_owned(), (stamp, read.clone()));
        Ok(read)
    }
}

/// Reads used files for a check. What is open in the editor counts as it is there.
pub struct Overlay<'a> {
    root: PathBuf,
    disk: &'a Disk,
    /// What is open, by its path on the disk with links followed.
    open: HashMap<PathBuf, Read>,
}

impl<'a> Overlay<'a> {
    /// A loader for a project at `root`.
    pub fn new<'d>(root: &Path, disk: &'a Disk, open: impl Iterator<Item = &'d Document>) -> Overlay<'a> {
        let one = |document: &Document| {
            Some((document.real_path.clone()?, (Arc::clone(&document.source), document.parsed())))
        };
        Overlay { root: root.to_owned(), disk, open: open.filter_map(one).collect() }
    }

    /// The same with another text of a file, whose path has no links.
    #[must_use]
    pub fn with(mut self, path: &Path, read: Read) -> Overlay<'a> {
        self.open.insert(path.to_owned(), read);
        self
    }

    /// A file, from the editor or from the disk.
    ///
    /// # Errors
    ///
    /// What the file system says.
    pub fn read(&self, path: &Path) -> io::Result<Read> {
        match self.open.get(path) {
            Some(read) => Ok(read.clone()),
            None => self.disk.read(path),
        }
    }
}

impl Loader for Overlay<'_> {
    fn load(&self, from: &str, path: &str) -> Result<Loaded, LoadError> {
        let from = absolute(Path::new(from));
        let directory = from.parent().unwrap_or(Path::new(""));
        let file = used_file(&self.root, directory, path)?;
        let (source, parsed) = self.read(&file).map_err(|error| unreadable(&self.root, directory, path, &error))?;
        Ok(Loaded { identity: file.display().to_string(), source, parsed })
    }
}
