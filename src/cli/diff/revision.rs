//! Personas as they were at a revision: their files, what they use, and their projects, all read from git.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::git::{Object, Repository};
use crate::cli::messages::Problem;
use crate::cli::projects::{Projects, find_upwards, understand};
use crate::cli::session::Session;
use crate::disk::{absolute, read_persona, reason, tidy};
use crate::project::{PROJECT_FILE, Project};
use crate::source::MAX_FILE_BYTES;
use crate::workspace::{LoadError, Loaded, Loader};

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
enum Lost {
    Missing,
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

    /// Where a path leads, links followed.
    fn resolve(&self, path: &Path) -> Result<(PathBuf, &Object), Lost> {
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

    fn is_directory(&self, path: &Path) -> bool {
        self.files.keys().any(|file| file.starts_with(path))
    }
}

fn stays_below(path: &Path) -> bool {
    path.components().all(|part| matches!(part, std::path::Component::Normal(_)))
}

/// A project at a revision.
pub struct OldHome {
    /// What it said.
    pub project: Project,
    revision: Arc<Revision>,
    root: PathBuf,
    read: Mutex<HashMap<PathBuf, Loaded>>,
}

impl Loader for OldHome {
    fn load(&self, from: &str, path: &str) -> Result<Loaded, LoadError> {
        let revision = &self.revision;
        let outside = || LoadError::Outside(revision.shown(&self.root));
        let missing = |why: &str| LoadError::Unreadable(why.to_owned(), vec![]);
        let from = from.strip_prefix(&format!("{}:", revision.name)).unwrap_or(from);
        let wanted = tidy(&Path::new(from).parent().unwrap_or(Path::new("")).join(path));
        if !stays_below(&wanted) || !wanted.starts_with(&self.root) {
            return Err(outside());
        }
        let real = match revision.resolve(&wanted) {
            Ok((real, _)) if real.starts_with(&self.root) => real,
            Ok(_) | Err(Lost::Outside) => return Err(outside()),
            Err(Lost::Missing) if revision.is_directory(&wanted) => return Err(missing("this is a directory")),
            Err(Lost::Missing) => return Err(missing("there was no such file at this revision")),
        };
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(loaded) = read.get(&real) {
            return Ok(loaded.clone());
        }
        let loaded = revision.load(&wanted).map_err(|error| missing(&reason(&error)))?;
        read.insert(real, loaded.clone());
        Ok(loaded)
    }
}

/// The projects of a revision, each read once.
pub struct OldProjects {
    revision: Arc<Revision>,
    by_root: HashMap<PathBuf, Option<Arc<OldHome>>>,
}

impl OldProjects {
    /// The projects of this revision.
    pub fn new(revision: Arc<Revision>) -> Self {
        OldProjects { revision, by_root: HashMap::new() }
    }

    /// The project of a persona; `None` if it cannot be used, which is shown.
    pub fn of(&mut self, persona: &Path, session: &mut Session) -> Option<Arc<OldHome>> {
        let (root, file) = self.place(persona, session);
        if let Some(home) = self.by_root.get(&root) {
            return home.clone();
        }
        let project = match file {
            Some(file) => self.read(&file, session),
            None => self.around(session),
        };
        let home = |project| {
            let (revision, root, read) = (Arc::clone(&self.revision), root.clone(), Mutex::default());
            Arc::new(OldHome { project, revision, root, read })
        };
        let home = project.map(home);
        self.by_root.insert(root, home.clone());
        home
    }

    /// The directory of the project, and its file if the revision has one.
    fn place(&self, persona: &Path, session: &Session) -> (PathBuf, Option<PathBuf>) {
        let directory = persona.parent().unwrap_or(Path::new(""));
        let has = |file: &PathBuf| self.revision.resolve(file).is_ok();
        let file = match &session.global.config {
            Some(given) => {
                let given = std::fs::canonicalize(given).unwrap_or_else(|_| absolute(given));
                given.strip_prefix(&self.revision.repository.top).ok().map(Path::to_owned).filter(has)
            }
            None => directory.ancestors().map(|above| above.join(PROJECT_FILE)).find(has),
        };
        let root = match &file {
            Some(file) => file.parent().unwrap_or(Path::new("")),
            None if self.surrounding(session).is_some() => Path::new(""),
            None => directory,
        };
        (root.to_owned(), file)
    }

    /// A project file that no revision has: it lies outside the repository.
    fn surrounding(&self, session: &Session) -> Option<PathBuf> {
        let above = self.revision.repository.top.parent()?;
        session.global.config.clone().or_else(|| find_upwards(above))
    }

    fn around(&self, session: &mut Session) -> Option<Project> {
        if self.surrounding(session).is_none() {
            return crate::cli::projects::bare(session);
        }
        let above = self.revision.repository.top.parent().unwrap_or(Path::new(""));
        Projects::default().of(&above.join("any.persona"), session).map(|home| home.project.clone())
    }

    fn read(&self, file: &Path, session: &mut Session) -> Option<Project> {
        let name = self.revision.shown(file);
        match self.text(file) {
            Ok(text) => understand(name, text, session),
            Err(error) => {
                session.problem(&Problem::Unreadable { path: name, error });
                None
            }
        }
    }

    fn text(&self, file: &Path) -> std::io::Result<String> {
        let (_, object) = self.revision.resolve(file).map_err(|_| std::io::ErrorKind::NotFound)?;
        let bytes = self.revision.repository.read(object)?;
        if bytes.len() as u64 > MAX_FILE_BYTES {
            return Err(std::io::Error::other("this is larger than 1 MiB"));
        }
        String::from_utf8(bytes).map_err(|_| std::io::ErrorKind::InvalidData.into())
    }
}
