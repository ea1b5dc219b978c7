//! The projects of open files, read again when their file has changed.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fs::metadata;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::time::SystemTime;

use crate::diagnostic::Diagnostic;
use crate::disk::{find_upwards, read_text};
use crate::lint::Lints;
use crate::project::{PROJECT_FILE, Project, parse_project};
use crate::report::Report;
use crate::source::SourceFile;

/// The project of a file.
#[derive(Debug)]
pub struct Home {
    /// Its directory: that of `personac.toml`, or of the file itself where there is none.
    pub root: PathBuf,
    /// What it says. One that cannot be used says nothing.
    pub project: Project,
    /// What is wrong with `personac.toml`.
    pub findings: Vec<Diagnostic>,
    /// What the file was when it was read.
    stamp: Stamp,
}

/// What tells a file from what it was.
type Stamp = Option<(PathBuf, Option<SystemTime>, u64)>;

impl Home {
    /// The lints of a file of the project: all of them, at its levels.
    pub fn lints(&self, file: &Path) -> Lints {
        Lints::new(self.project.lint.levels(&below(&self.root, file)), true)
    }

    /// Where `personac.toml` is.
    pub fn project_file(&self) -> PathBuf {
        self.root.join(PROJECT_FILE)
    }
}

/// The path of a file as it is seen from `root`, with `/` between its parts.
fn below(root: &Path, file: &Path) -> String {
    let parts = file.strip_prefix(root).unwrap_or(file).components();
    parts.map(|part| part.as_os_str().to_string_lossy().into_owned()).collect::<Vec<_>>().join("/")
}

/// The projects that were needed so far.
#[derive(Debug, Default)]
pub struct Homes(RefCell<HashMap<PathBuf, Rc<Home>>>);

impl Homes {
    /// The project of what is in a directory.
    pub fn of(&self, directory: &Path) -> Rc<Home> {
        let file = find_upwards(directory).filter(|_| directory.is_absolute());
        let stamp = file.map(|file| stamp_of(&file));
        let mut known = self.0.borrow_mut();
        if let Some(home) = known.get(directory).filter(|home| home.stamp == stamp) {
            return Rc::clone(home);
        }
        let shared = known.values().find(|home| stamp.is_some() && home.stamp == stamp).cloned();
        let home = shared.unwrap_or_else(|| Rc::new(read(directory, stamp)));
        known.insert(directory.to_owned(), Rc::clone(&home));
        home
    }
}

fn stamp_of(file: &Path) -> (PathBuf, Option<SystemTime>, u64) {
    let found = metadata(file).ok();
    let modified = found.as_ref().and_then(|found| found.modified().ok());
    (file.to_owned(), modified, found.map_or(0, |found| found.len()))
}

fn read(directory: &Path, stamp: Stamp) -> Home {
    let mut report = Report::default();
    let (mut root, mut project) = (directory.to_owned(), Project::default());
    if let Some((file, ..)) = &stamp {
        root = file.parent().unwrap_or(directory).to_owned();
        // One that cannot be read is for the command line to complain about: here the personas matter.
        if let Ok(text) = read_text(file) {
            let source = Arc::new(SourceFile::new(file.display().to_string(), text));
            let parsed = parse_project(Arc::clone(&source), &mut report);
            project =
                if report.errors() == 0 { parsed } else { Project { source: Some(source), ..Project::default() } };
        }
    }
    Home { root, project, findings: report.finish().0, stamp }
}
