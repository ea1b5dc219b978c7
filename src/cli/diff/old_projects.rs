//! Projects as they were at a revision: what they said, and the files that their personas used.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::revision::{Lost, Revision, stays_below};
use crate::cli::messages::Problem;
use crate::cli::projects::{Projects, bare, find_upwards, understand};
use crate::cli::session::Session;
use crate::disk::{absolute, reason, tidy};
use crate::project::{PROJECT_FILE, Project};
use crate::workspace::{LoadError, Loaded, Loader};

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
            return bare(session);
        }
        let above = self.revision.repository.top.parent().unwrap_or(Path::new(""));
        Projects::default().of(&above.join("any.persona"), session).map(|home| home.project.clone())
    }

    fn read(&self, file: &Path, session: &mut Session) -> Option<Project> {
        let name = self.revision.shown(file);
        match self.revision.text(file) {
            Ok(text) => understand(name, text, session),
            Err(error) => {
                session.problem(&Problem::Unreadable { path: name, error });
                None
            }
        }
    }
}
