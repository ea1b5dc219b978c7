//! Which journal a command means, and how it names files.

use std::path::{Path, PathBuf};

use crate::api::journal::{DIRECTORY, FILE};
use crate::cli::projects::{below, find_upwards};
use crate::disk::{absolute, tidy};

/// The journal: the one that is `given`, or else the nearest in the directory of `from` or above it, or else the one to
/// be made beside the nearest project file, or else in that directory. `from` is a file or a directory.
pub fn journal_path(given: Option<&Path>, from: &Path) -> PathBuf {
    let directory = if from.is_dir() { from } else { from.parent().unwrap_or(Path::new("")) };
    given
        .filter(|given| !given.as_os_str().is_empty())
        .map(Path::to_owned)
        .or_else(|| nearest(directory))
        .unwrap_or_else(|| {
            let project = find_upwards(directory);
            let home = project.as_deref().and_then(Path::parent).unwrap_or(directory);
            home.join(DIRECTORY).join(FILE)
        })
}

/// The nearest journal in a directory or above it.
fn nearest(directory: &Path) -> Option<PathBuf> {
    let mut up = directory.to_owned();
    for ancestor in absolute(&directory.join(".")).ancestors() {
        if ancestor.join(DIRECTORY).join(FILE).is_file() {
            return Some(tidy(&up.join(DIRECTORY).join(FILE)));
        }
        up.push("..");
    }
    None
}

/// The directory from which a journal names files: the one that holds `.personac`.
pub fn home_of(journal: &Path) -> &Path {
    let directory = journal.parent().unwrap_or(Path::new(""));
    match directory.ends_with(DIRECTORY) {
        true => directory.parent().unwrap_or(Path::new("")),
        false => directory,
    }
}

/// The name of a persona file in a journal.
pub fn name_in(journal: &Path, file: &Path) -> String {
    below(home_of(journal), file)
}

/// Whether a file that a journal names is this file, or is in this directory.
pub fn is_in(journal: &Path, named: &str, path: &Path) -> bool {
    absolute(&home_of(journal).join(named)).starts_with(absolute(&path.join(".")))
}
