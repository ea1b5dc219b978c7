//! Files that one process at a time may hold. The system frees them when the process ends, however it ends.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;

use same_file::Handle;

/// How often a file is opened again that another has taken the place of.
const MOST_ATTEMPTS: usize = 100;

/// Take the file for this process until it is closed; it is made if it is not there. `waits` is called once if somebody
/// else holds it.
///
/// # Errors
///
/// What the file system says.
pub fn take(path: &Path, waits: &mut impl FnMut()) -> io::Result<File> {
    let mut told = false;
    for _ in 0..MOST_ATTEMPTS {
        let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)?;
        wait(&file, || {
            if !std::mem::replace(&mut told, true) {
                waits();
            }
        })?;
        // Who tidies up may have deleted it in the meantime: then others hold another file of this name.
        if is_at(&file, path) {
            return Ok(file);
        }
    }
    Err(io::Error::other("another file takes its place again and again"))
}

fn wait(file: &File, waits: impl FnOnce()) -> io::Result<()> {
    match file.try_lock() {
        Ok(()) => return Ok(()),
        Err(TryLockError::WouldBlock) => waits(),
        Err(TryLockError::Error(error)) => return Err(error),
    }
    loop {
        match file.lock() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            ended => return ended,
        }
    }
}

/// Whether the open file is the one that has this name.
pub fn is_at(file: &File, path: &Path) -> bool {
    let open = file.try_clone().and_then(Handle::from_file);
    matches!((open, Handle::from_path(path)), (Ok(open), Ok(named)) if open == named)
}

/// Somebody holds the file.
#[derive(Debug)]
pub struct Taken;

/// The file, so that nobody takes it until it is closed; `None` if there is none.
///
/// # Errors
///
/// [`Taken`] if somebody holds it.
pub fn keep_free(path: &Path) -> Result<Option<File>, Taken> {
    let Ok(file) = File::open(path) else { return Ok(None) };
    match file.try_lock_shared() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Err(Taken),
        Err(TryLockError::Error(_)) => Ok(None),
    }
}
