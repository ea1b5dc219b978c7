//! The files of a revision, read from git.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::git::{Object, Repository};
use crate::cli::messages::Problem;
use crate::disk::{read_persona, tidy, too_large};
use crate::source::MAX_FILE_BYTES;
use crate::workspace::Loaded;

/// Links that are followed for one path at most.
const MOST_LINKS: usize = 16;

/// The files of a revision. Paths start at the top of the repository.
pub struct Revision {
    /// How the user calls it.
    pub name: String,
    /// The repository.
    pub repository: Repository,
    /// Its files.
    pub files: BTreeMap<PathBuf, Object>,
}

/// Why a path leads to no file.
pub enum Lost {
    /// There is none.
    Missing,
    /// Out of the repository.
    Outside,
}

impl Revision {
    /// The revision that the user calls `name`.
    ///
    /// # Errors
    ///
    /// If there is no such revision, no repository, or no git.
    pub fn find(name: &str) -> Result<Revision, Problem> {
        let repository = Repository::here()?;
        let files = repository.files(name)?;
        Ok(Revision { name: name.to_owned(), repository, files })
    }

    /// How messages call a file: as git does.
    pub fn shown(&self, path: &Path) -> String {
        let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy()).collect();
        format!("{}:{}", self.name, parts.join("/"))
    }

    /// Read a persona.
    ///
    /// # Errors
    ///
    /// If there is none, or git does not give it.
    pub fn load(&self, path: &Path) -> std::io::Result<Loaded> {
        let (real, object) = self.resolve(path).map_err(|_| std::io::ErrorKind::NotFound)?;
        let bytes = self.repository.read(object)?;
        let (source, parsed) = read_persona(&self.shown(path), bytes.as_slice())?;
        Ok(Loaded { identity: self.shown(&real), source, parsed })
    }

    /// Read a text, such as a project file.
    ///
    /// # Errors
    ///
    /// If there is none, or too much of it.
    pub fn text(&self, file: &Path) -> std::io::Result<String> {
        let (_, object) = self.resolve(file).map_err(|_| std::io::ErrorKind::NotFound)?;
        let bytes = self.repository.read(object)?;
        if bytes.len() as u64 > MAX_FILE_BYTES {
            return Err(too_large(MAX_FILE_BYTES));
        }
        String::from_utf8(bytes).map_err(|_| std::io::ErrorKind::InvalidData.into())
    }

    /// Where a path leads, links followed.
    ///
    /// # Errors
    ///
    /// If it leads to no file.
    pub fn resolve(&self, path: &Path) -> Result<(PathBuf, &Object), Lost> {
        let mut path = tidy(path);
        for _ in 0..=MOST_LINKS {
            if !stays_below(&path) {
                return Err(Lost::Outside);
            }
            if let Some(object) = self.files.get(&path).filter(|object| !object.is_link) {
                return Ok((path, object));
            }
            path = self.follow(&path).ok_or(Lost::Missing)?;
        }
        Err(Lost::Missing)
    }

    /// The path with a link in it replaced by where it leads; `None` if there is no link.
    fn follow(&self, path: &Path) -> Option<PathBuf> {
        let link = |path: &Path| self.files.get(path).filter(|object| object.is_link);
        let (at, object) = path.ancestors().find_map(|at| Some((at, link(at)?)))?;
        let target = self.repository.read(object).ok()?;
        let target = PathBuf::from(String::from_utf8(target).ok()?);
        let rest = path.strip_prefix(at).ok()?;
        Some(tidy(&at.parent().unwrap_or(Path::new("")).join(target).join(rest)))
    }

    /// Whether there are files below it.
    pub fn is_directory(&self, path: &Path) -> bool {
        self.files.keys().any(|file| file.starts_with(path))
    }
}

/// Whether a path leads down only.
pub fn stays_below(path: &Path) -> bool {
    path.components().all(|part| matches!(part, std::path::Component::Normal(_)))
}
