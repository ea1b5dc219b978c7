//! Which journal a command means.

use std::path::{Path, PathBuf};

use super::projects::find_upwards;
use crate::api::journal::{DIRECTORY, FILE};

/// The journal for what lies in the directory `from`: the one that is named, or the nearest that is there in `from` or
/// above it, or else where the project of `from` has its own.
pub fn journal_path(given: Option<&Path>, from: &Path) -> PathBuf {
    if let Some(given) = given {
        return given.to_owned();
    }
    let absolute = std::path::absolute(if from.as_os_str().is_empty() { Path::new(".") } else { from });
    let mut up = from.to_owned();
    for ancestor in absolute.iter().flat_map(|path| path.ancestors()) {
        if ancestor.join(DIRECTORY).join(FILE).is_file() {
            return crate::disk::tidy(&up.join(DIRECTORY).join(FILE));
        }
        up.push("..");
    }
    let project = find_upwards(from).and_then(|file| file.parent().map(Path::to_owned));
    project.unwrap_or_else(|| from.to_owned()).join(DIRECTORY).join(FILE)
}

/// The directory from which a journal names files: the one that holds its own directory.
pub fn home_of(journal: &Path) -> PathBuf {
    let directory = journal.parent().unwrap_or(Path::new(""));
    match directory.ends_with(DIRECTORY) {
        true => directory.parent().unwrap_or(Path::new("")).to_owned(),
        false => directory.to_owned(),
    }
}
