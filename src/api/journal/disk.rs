//! What the journal does with files, each so that a crash leaves what was there before or what is there after.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, rename};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::{DIRECTORY, FILE};
use crate::disk::write_new;

/// Write at the end, so that it survives a crash; the file is as it was before if that fails.
///
/// # Errors
///
/// What the file system says.
pub fn append(file: &mut File, bytes: &[u8]) -> io::Result<()> {
    let before = file.seek(SeekFrom::End(0))?;
    let written = file.write_all(bytes).and_then(|()| file.sync_data());
    if written.is_err() {
        // If this fails as well, whoever comes next finds a torn line and mends it.
        drop(file.set_len(before));
    }
    written
}

/// Open the file, which is made if it is not there.
///
/// # Errors
///
/// What the file system says.
pub fn open_file(path: &Path) -> io::Result<File> {
    is_possible(path)?;
    let mut options = OpenOptions::new();
    options.read(true).write(true);
    match options.open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let file = options.create(true).open(path)?;
            sync_directory(path)?;
            Ok(file)
        }
        opened => opened,
    }
}

/// Whether a file is here or can be. Opening a pipe would wait for somebody at its other end.
///
/// # Errors
///
/// What it is instead.
pub fn is_possible(path: &Path) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
        Ok(found) if !found.is_file() => Err(io::Error::other("this is not a file")),
        _ => Ok(()),
    }
}

/// Make the directory of a journal.
///
/// # Errors
///
/// What the file system says.
pub fn make_directory(path: &Path) -> io::Result<()> {
    let Some(directory) = path.parent().filter(|directory| !directory.as_os_str().is_empty()) else { return Ok(()) };
    if !directory.is_dir() {
        fs::create_dir_all(directory)?;
        sync_directory(directory)?;
    }
    if directory.ends_with(DIRECTORY) {
        // A courtesy: whether the journal itself is committed is for the team to say.
        drop(write_new(&directory.join(".gitignore"), "lock\n"));
    }
    Ok(())
}

/// The file beside the journal that is locked instead of it, because the journal itself may be replaced.
pub fn lock_path(journal: &Path) -> PathBuf {
    let directory = journal.parent().unwrap_or(Path::new(""));
    let name = journal.file_name().unwrap_or_default();
    if directory.ends_with(DIRECTORY) && name == FILE {
        return directory.join("lock");
    }
    let mut lock = OsString::from(name);
    lock.push(".lock");
    directory.join(lock)
}

/// Replace everything after the first bytes of a file.
///
/// # Errors
///
/// What the file system says; the old file is untouched then.
pub fn replace(path: &Path, kept: u64, end: &[u8]) -> io::Result<()> {
    let old = File::open(path)?;
    let permissions = old.metadata()?.permissions();
    let mut file = tempfile::Builder::new().prefix(".personac-").suffix(".tmp").tempfile_in(directory(path))?;
    io::copy(&mut old.take(kept), &mut file)?;
    file.write_all(end)?;
    file.as_file().set_permissions(permissions)?;
    file.as_file().sync_all()?;
    // Windows lets it take the place of a file that is open only if it is closed itself.
    rename(file.into_temp_path(), path)?;
    sync_directory(path)
}

/// Make the name of a new file survive a crash.
///
/// # Errors
///
/// What the file system says.
pub fn sync_directory(path: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(directory(path))?.sync_all()?;
    }
    Ok(())
}

/// The directory of a file.
fn directory(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
