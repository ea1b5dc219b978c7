//! `build --check`: how files differ from what would be written.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use ignore::WalkBuilder;
use similar::TextDiff;

use super::messages::Problem;
use super::session::{print, print_source};
use crate::disk::{MAX_BODY_BYTES, read_body};
use crate::fields::FIELDS;
use crate::render::visible;

/// Whether the file differs from `wanted`; the difference is printed.
///
/// # Errors
///
/// If the file cannot be read, or nobody reads the output.
pub fn differs(path: &Path, wanted: &str) -> Result<bool, Problem> {
    let name = path.display().to_string();
    let there = match read_body(path) {
        Ok(bytes) => Some(String::from_utf8_lossy(&bytes).into_owned()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(error) => return Err(Problem::Unreadable { path: name, error }),
    };
    if there.as_deref() == Some(wanted) {
        return Ok(false);
    }
    let old = if there.is_some() { name.as_str() } else { "/dev/null" };
    show(old, &name, there.as_deref().unwrap_or_default(), wanted)?;
    Ok(true)
}

/// Whether there are request bodies below `directory` that no persona makes; each is printed as one that goes away.
///
/// # Errors
///
/// If the directory cannot be read, or nobody reads the output.
pub fn left_overs(directory: &Path, written: &HashSet<PathBuf>, failed: &HashSet<PathBuf>) -> Result<bool, Problem> {
    let mut found = false;
    if !directory.exists() {
        return Ok(false);
    }
    for entry in WalkBuilder::new(directory).require_git(false).sort_by_file_path(Ord::cmp).build() {
        let Ok(entry) = entry else { continue };
        let path = entry.path();
        let is_json = path.extension().is_some_and(|extension| extension == "json") && is_of_a_size(path);
        if is_json && !written.contains(path) && !may_be_of(path, directory, failed) {
            let text = read_body(path).map_err(Problem::unreadable(path.display()))?;
            if is_body(&text) {
                show(&path.display().to_string(), "/dev/null", &String::from_utf8_lossy(&text), "")?;
                found = true;
            }
        }
    }
    Ok(found)
}

/// Whether it is a file, and no larger than a body.
fn is_of_a_size(path: &Path) -> bool {
    path.metadata().is_ok_and(|found| found.is_file() && found.len() <= MAX_BODY_BYTES)
}

/// Whether the text is a request body: other JSON files may well lie beside the bodies.
fn is_body(text: &[u8]) -> bool {
    let keys = || FIELDS.iter().flat_map(|field| std::iter::once(field.include).chain(field.exclude));
    let json: Option<serde_json::Map<String, serde_json::Value>> = serde_json::from_slice(text).ok();
    json.is_some_and(|body| keys().any(|key| body.contains_key(key)))
}

/// Whether a persona with errors may have written the file: its name begins with the persona's.
fn may_be_of(path: &Path, directory: &Path, failed: &HashSet<PathBuf>) -> bool {
    let below = path.strip_prefix(directory).unwrap_or(path);
    let mut stem = below.with_extension("");
    loop {
        if failed.contains(&stem) {
            return true;
        }
        if stem.extension().is_none() {
            return false;
        }
        stem.set_extension("");
    }
}

/// How long the shortest difference is looked for; of texts that differ in thousands of places any will do.
const PATIENCE: Duration = Duration::from_millis(500);

fn show(old: &str, new: &str, before: &str, after: &str) -> Result<(), Problem> {
    print(visible(&difference(old, new, before, after)).as_bytes())
}

/// Print what is changed in a file. On a terminal nothing in it moves the cursor; anywhere else it is a patch.
///
/// # Errors
///
/// If nobody reads the output.
pub fn show_patch(name: &str, before: &str, after: &str) -> Result<(), Problem> {
    print_source(&difference(name, name, before, after))
}

fn difference(old: &str, new: &str, before: &str, after: &str) -> String {
    let diff = TextDiff::configure().timeout(PATIENCE).diff_lines(before, after);
    diff.unified_diff().header(old, new).to_string()
}
