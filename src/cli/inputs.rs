//! From paths on the command line to persona files.

use std::cmp::Ordering;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use super::messages::Problem;
use crate::disk::{is_persona, tidy};
use crate::project::PROJECT_FILE;

/// A persona file to work on.
#[derive(Debug, Clone)]
pub struct Input {
    /// Where it is; `None` for standard input.
    pub path: Option<PathBuf>,
    /// How messages call it.
    pub name: PathBuf,
    /// Its path without ending, below the directory it was found in: the name of its output.
    pub stem: PathBuf,
}

/// The personas that were named, and whether whole directories were.
#[derive(Debug, Default)]
pub struct Inputs {
    /// The files, each once, directories sorted by path.
    pub files: Vec<Input>,
    /// Whether a directory was named, so that outputs of no persona are left-overs.
    pub whole: bool,
    /// Paths that cannot be worked on.
    pub problems: Vec<Problem>,
    /// The current directory.
    here: PathBuf,
    /// The absolute paths of the files, if several paths were named; an empty one is standard input.
    known: HashSet<PathBuf>,
    may_repeat: bool,
}

/// Find the personas that `paths` name. No path means the project around the current directory.
///
/// # Errors
///
/// If there is no path and no project.
pub fn find(paths: &[PathBuf], stdin_name: Option<&Path>) -> Result<Inputs, Problem> {
    let here = std::env::current_dir().map_err(Problem::unreadable("."))?;
    let mut inputs = Inputs { here, may_repeat: paths.len() > 1, ..Inputs::default() };
    if paths.is_empty() {
        let project = project_directory(&inputs.here)?;
        inputs.directory(&project);
        return Ok(inputs);
    }
    for path in paths {
        if path.as_os_str() == "-" {
            inputs.stdin(stdin_name);
        } else if path.is_dir() {
            inputs.directory(path);
        } else {
            inputs.file(path);
        }
    }
    Ok(inputs)
}

/// The directory of the nearest project file, as a path from here.
///
/// # Errors
///
/// If there is none.
pub fn project_directory(here: &Path) -> Result<PathBuf, Problem> {
    let mut up = PathBuf::new();
    for directory in here.ancestors() {
        if directory.join(PROJECT_FILE).is_file() {
            return Ok(if up.as_os_str().is_empty() { PathBuf::from(".") } else { up });
        }
        up.push("..");
    }
    Err(Problem::NoProject)
}

impl Inputs {
    fn stdin(&mut self, name: Option<&Path>) {
        let stem = name.and_then(Path::file_stem).map_or_else(|| PathBuf::from("stdin"), PathBuf::from);
        let name = name.map_or_else(|| PathBuf::from("<stdin>"), Path::to_owned);
        self.add(Input { path: None, name, stem });
    }

    fn file(&mut self, path: &Path) {
        let stem = path.file_stem().map(PathBuf::from).unwrap_or_default();
        self.add(Input { path: Some(path.to_owned()), name: tidy(path), stem });
    }

    fn add(&mut self, input: Input) {
        if !self.may_repeat {
            return self.files.push(input);
        }
        let absolute = input.path.as_ref().map(|path| tidy(&self.here.join(path)));
        if self.known.insert(absolute.unwrap_or_default()) {
            self.files.push(input);
        }
    }

    fn directory(&mut self, directory: &Path) {
        self.whole = true;
        let mut found = false;
        let walk = WalkBuilder::new(directory).require_git(false).sort_by_file_path(in_order).build();
        for entry in walk {
            match entry {
                Ok(entry) if is_persona(&entry) => self.found(directory, entry.path()),
                Ok(_) => continue,
                Err(error) => self.problems.push(unreadable(directory, error)),
            }
            found = true;
        }
        if !found {
            self.problems.push(Problem::NoPersonas(directory.display().to_string()));
        }
    }

    fn found(&mut self, directory: &Path, path: &Path) {
        let stem = path.strip_prefix(directory).unwrap_or(path).with_extension("");
        self.add(Input { path: Some(path.to_owned()), name: tidy(path), stem });
    }
}

/// The order of two paths in one directory: that of their bytes, as all before the names is the same.
fn in_order(one: &Path, other: &Path) -> Ordering {
    one.as_os_str().cmp(other.as_os_str())
}

fn unreadable(directory: &Path, error: ignore::Error) -> Problem {
    let path = match &error {
        ignore::Error::WithPath { path, .. } => path.display().to_string(),
        ignore::Error::WithDepth { err, .. } => match err.as_ref() {
            ignore::Error::WithPath { path, .. } => path.display().to_string(),
            _ => directory.display().to_string(),
        },
        _ => directory.display().to_string(),
    };
    let error = error.into_io_error().unwrap_or_else(|| std::io::Error::other("it cannot be walked"));
    Problem::Unreadable { path, error }
}
