//! Reading and writing files: never more than is allowed, never half of one.

#![allow(clippy::disallowed_methods, reason = "this is the edge: files are met here")]

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use crate::project::PROJECT_FILE;
use crate::source::{FileId, MAX_FILE_BYTES, SourceFile};
use crate::suggest;
use crate::syntax::{Parsed, check_bytes, parse};
use crate::workspace::{LoadError, Loaded, Loader};

/// More than nearly all personas have: they are read at once.
const USUAL_FILE_BYTES: usize = 8 * 1024;

/// Read a persona from `reader`, at most a byte more than a persona may have.
///
/// # Errors
///
/// What reading says.
pub fn read_persona(name: &str, reader: impl Read) -> io::Result<(Arc<SourceFile>, Arc<Parsed>)> {
    let mut bytes = Vec::with_capacity(USUAL_FILE_BYTES);
    reader.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes)?;
    bytes.shrink_to_fit();
    let (source, wrong) = check_bytes(name, FileId(0), bytes);
    let parsed = match wrong {
        Some(finding) => Parsed { diagnostics: vec![finding], ..Parsed::default() },
        None => parse(&source, FileId(0)),
    };
    Ok((Arc::new(source), Arc::new(parsed)))
}

/// Read a persona file.
///
/// # Errors
///
/// What opening or reading says.
pub fn read_persona_file(name: &str, path: &Path) -> io::Result<(Arc<SourceFile>, Arc<Parsed>)> {
    read_persona(name, File::open(path)?)
}

/// Read a text file, such as a project file, of at most as many bytes as a persona may have.
///
/// # Errors
///
/// What opening or reading says, or that there is too much of it.
pub fn read_text(path: &Path) -> io::Result<String> {
    let mut text = String::new();
    File::open(path)?.take(MAX_FILE_BYTES + 1).read_to_string(&mut text)?;
    if text.len() as u64 > MAX_FILE_BYTES {
        return Err(too_large(MAX_FILE_BYTES));
    }
    Ok(text)
}

/// Write a file whole or not at all: into a new file beside it, which then takes its place.
///
/// # Errors
///
/// What the file system says; the old file is untouched then.
pub fn write_whole(path: &Path, text: &str) -> io::Result<()> {
    let old = fs::metadata(path).ok().filter(fs::Metadata::is_file);
    if old.as_ref().is_some_and(|old| holds(path, old, text)) {
        return Ok(());
    }
    let file = beside(path, text)?;
    if let Some(old) = old {
        file.as_file().set_permissions(old.permissions())?;
    }
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// Whether a file holds exactly this text. No more of it is read than that takes: it may be a link to anything.
fn holds(path: &Path, found: &fs::Metadata, text: &str) -> bool {
    if found.len() != text.len() as u64 {
        return false;
    }
    let mut bytes = Vec::with_capacity(text.len() + 1);
    let read = File::open(path).and_then(|file| file.take(text.len() as u64 + 1).read_to_end(&mut bytes));
    read.is_ok() && bytes == text.as_bytes()
}

/// The largest file that is read to compare it with a request body: 64 MiB.
pub const MAX_BODY_BYTES: u64 = 64 * 1024 * 1024;

/// What stands where a request body would be written.
///
/// # Errors
///
/// What opening or reading says; that it is no file, which could have no end; or that there is too much of it.
pub fn read_body(path: &Path) -> io::Result<Vec<u8>> {
    read_most(path, MAX_BODY_BYTES)
}

/// A file of at most so many bytes. What is no file is not opened: it could have no end, or keep its reader waiting.
///
/// # Errors
///
/// What the file system says, that it is no file, or that there is too much of it.
pub fn read_most(path: &Path, most: u64) -> io::Result<Vec<u8>> {
    let found = fs::metadata(path)?;
    if found.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if !found.is_file() {
        return Err(io::Error::other("this is not a file"));
    }
    let mut bytes = vec![];
    File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
    match bytes.len() as u64 > most {
        true => Err(too_large(most)),
        false => Ok(bytes),
    }
}

/// That a file is larger than so many bytes, which are whole mebibytes.
pub fn too_large(most: u64) -> io::Error {
    io::Error::other(format!("this is larger than {} MiB", most / (1024 * 1024)))
}

/// Write a file whole, unless there is one; whether it was written.
///
/// # Errors
///
/// What the file system says.
pub fn write_new(path: &Path, text: &str) -> io::Result<bool> {
    match beside(path, text)?.persist_noclobber(path) {
        Ok(_) => Ok(true),
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error.error),
    }
}

/// A temporary file in the directory of `path`, which is made if it is not there.
fn beside(path: &Path, text: &str) -> io::Result<tempfile::NamedTempFile> {
    let directory = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".personac-").suffix(".tmp");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    // Most often the directory is there.
    let mut file = match builder.tempfile_in(directory) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(directory)?;
            builder.tempfile_in(directory)?
        }
        file => file?,
    };
    file.write_all(text.as_bytes())?;
    Ok(file)
}

/// Replace what a file holds, as [`write_whole`] does, if it still holds `before`. A link stays one.
///
/// # Errors
///
/// What the file system says, or that somebody else has changed the file; it is untouched then.
pub fn rewrite(path: &Path, before: &str, after: &str) -> io::Result<()> {
    let target = fs::canonicalize(path)?;
    if !fs::metadata(&target).is_ok_and(|found| found.is_file() && holds(&target, &found, before)) {
        return Err(io::Error::other("it was changed in the meantime"));
    }
    // Putting another file into its place would not notice.
    if fs::metadata(&target)?.permissions().readonly() {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    write_whole(&target, after)
}

/// The nearest project file in `directory` or above it.
pub fn find_upwards(directory: &Path) -> Option<PathBuf> {
    let absolute =
        std::path::absolute(if directory.as_os_str().is_empty() { Path::new(".") } else { directory }).ok()?;
    let mut up = directory.to_owned();
    for ancestor in absolute.ancestors() {
        if ancestor.join(PROJECT_FILE).is_file() {
            return Some(tidy(&up.join(PROJECT_FILE)));
        }
        up.push("..");
    }
    None
}

/// The path from the root, tidy; as it is where there is no current directory.
pub fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).map_or_else(|_| path.to_owned(), |path| tidy(&path))
}

/// The path without `.` and, where that is certain, `..`.
pub fn tidy(path: &Path) -> PathBuf {
    let mut tidy = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir if matches!(tidy.components().next_back(), Some(Component::Normal(_))) => {
                tidy.pop();
            }
            other => tidy.push(other),
        }
    }
    tidy
}

/// Reads used files from the disk, each once, and none outside its directory.
pub struct DiskLoader {
    root: PathBuf,
    read: Mutex<HashMap<PathBuf, Loaded>>,
}

impl DiskLoader {
    /// A loader that stays inside `root`.
    pub fn new(root: &Path) -> Self {
        DiskLoader { root: root.to_owned(), read: Mutex::new(HashMap::new()) }
    }
}

/// The file that `path` is, as written in a file in `directory`: with links followed, and not outside `root`.
///
/// # Errors
///
/// [`LoadError`] says why it cannot be used.
pub fn used_file(root: &Path, directory: &Path, path: &str) -> Result<PathBuf, LoadError> {
    let shown_root = if root.as_os_str().is_empty() { Path::new(".") } else { root };
    let outside = || LoadError::Outside(shown_root.display().to_string());
    let unreadable = |error| unreadable(root, directory, path, &error);
    let root = canonical(root).map_err(unreadable)?;
    let here = canonical(directory).map_err(unreadable)?;
    if !tidy(&here.join(path)).starts_with(&root) {
        return Err(outside());
    }
    let file = canonical(&tidy(&directory.join(path))).map_err(unreadable)?;
    if !file.starts_with(&root) {
        return Err(outside());
    }
    if !fs::metadata(&file).map_err(unreadable)?.is_file() {
        let kind = if file.is_dir() { "this is a directory" } else { "this is not a file" };
        return Err(LoadError::Unreadable(kind.to_owned(), vec![]));
    }
    Ok(file)
}

/// Why a file cannot be read that is used by one in `directory`, and which files inside `root` may be meant instead.
pub fn unreadable(root: &Path, directory: &Path, path: &str, error: &io::Error) -> LoadError {
    let is_missing = error.kind() == io::ErrorKind::NotFound;
    let near = if is_missing && is_beside(root, directory, path) { neighbours(directory, path) } else { vec![] };
    LoadError::Unreadable(reason(error), near)
}

/// Whether the directory in which `path` would be is inside `root`: a link may lead to one whose names are nobody's
/// business.
fn is_beside(root: &Path, directory: &Path, path: &str) -> bool {
    let file = directory.join(path);
    let beside = file.parent().unwrap_or(directory);
    canonical(root).and_then(|root| Ok(canonical(beside)?.starts_with(root))).unwrap_or(false)
}

impl Loader for DiskLoader {
    fn load(&self, from: &str, path: &str) -> Result<Loaded, LoadError> {
        let directory = Path::new(from).parent().unwrap_or(Path::new(""));
        let shown = tidy(&directory.join(path));
        let file = used_file(&self.root, directory, path)?;
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(loaded) = read.get(&file) {
            return Ok(loaded.clone());
        }
        let name = shown.display().to_string();
        let (source, parsed) =
            read_persona_file(&name, &file).map_err(|error| unreadable(&self.root, directory, path, &error))?;
        let loaded = Loaded { identity: identity(&file), source, parsed };
        read.insert(file, loaded.clone());
        Ok(loaded)
    }
}

/// Whether what a walk has found is a persona file by its name.
pub fn is_persona(entry: &ignore::DirEntry) -> bool {
    let is_file = entry.file_type().is_some_and(|kind| kind.is_file() || kind.is_symlink());
    is_file && entry.path().extension().is_some_and(|extension| extension == "persona")
}

/// The ending of persona files.
const ENDING: &str = ".persona";

/// The paths of persona files whose names are near to the one that is missing.
pub fn neighbours(directory: &Path, path: &str) -> Vec<String> {
    let (below, name) = path.rsplit_once('/').map_or(("", path), |(below, name)| (below, name));
    let Ok(entries) = fs::read_dir(Path::new(".").join(directory).join(below)) else { return vec![] };
    // A link to nowhere is there by name only.
    let there = entries.filter_map(Result::ok).filter(|entry| entry.path().exists());
    let names = there.filter_map(|entry| entry.file_name().into_string().ok());
    // The ending is the same everywhere and would make any two names alike.
    let mut stems: Vec<String> = names.filter_map(|name| name.strip_suffix(ENDING).map(str::to_owned)).collect();
    stems.sort();
    let stem = name.strip_suffix(ENDING).unwrap_or(name);
    let near = suggest::nearest(stem, stems.iter().map(String::as_str)).into_iter();
    near.map(|stem| if below.is_empty() { format!("{stem}{ENDING}") } else { format!("{below}/{stem}{ENDING}") })
        .collect()
}

/// What makes a file the same as another: its path on the disk, links followed.
pub fn identity(path: &Path) -> String {
    canonical(path).unwrap_or_else(|_| path.to_owned()).display().to_string()
}

fn canonical(path: &Path) -> io::Result<PathBuf> {
    fs::canonicalize(if path.as_os_str().is_empty() { Path::new(".") } else { path })
}

/// Why a file cannot be read or written, without the system's error number.
pub fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "the system does not allow it".to_owned(),
        io::ErrorKind::IsADirectory => "this is a directory".to_owned(),
        io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => {
            "a file stands where a directory should".to_owned()
        }
        io::ErrorKind::InvalidData => "this is not UTF-8".to_owned(),
        io::ErrorKind::StorageFull => "the disk is full".to_owned(),
        io::ErrorKind::QuotaExceeded => "no more of the disk is allowed to you".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "nothing can be written to this disk".to_owned(),
        _ => {
            let said = error.to_string();
            said.split(" (os error").next().unwrap_or_default().to_owned()
        }
    }
}
