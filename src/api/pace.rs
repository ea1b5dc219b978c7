//! At most one request per interval, of all processes of a user together.
//!
//! Each service has a small file. Whoever sends holds its lock, and says in it that a request is under way before it is
//! sent, and when it ended after the answer. The next one waits until the interval has passed since that end; after a
//! process that died while its request was under way, a whole interval from now. So no two requests reach the
//! service closer together than that.

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use sha2::{Digest, Sha256};
use thiserror::Error;

use super::lock;
use crate::disk::reason;

mod mark;

use mark::Mark;

/// What is waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waiting {
    /// Another process is sending.
    Process,
    /// The interval since the last request.
    Interval(Duration),
    /// The service wants to be left alone, as it said to a process that ended since.
    Rest(Duration),
}

/// The pace cannot be kept, and so nothing may be sent.
#[derive(Debug, Error)]
#[error(
    "`{path}`, which keeps the pace of requests, cannot be written: {}\n  help: nothing was sent; name a directory that can be written in\n        `PERSONAC_STATE_DIR`",
    reason(.error)
)]
pub struct PaceProblem {
    /// The file.
    pub path: String,
    /// Why.
    pub error: io::Error,
}

/// The pace of requests to one service.
#[derive(Debug)]
pub struct Pace {
    path: PathBuf,
    interval: Duration,
    /// When the last request of this process ended, which no change of the clock touches.
    ended: Option<Instant>,
}

impl Pace {
    /// The pace of requests to a service, kept in a directory that all processes of the user share.
    pub fn new(directory: &Path, service: &str, interval: Duration) -> Self {
        Pace { path: directory.join(file_name(service)), interval, ended: None }
    }

    /// The time from the end of a request to the beginning of the next.
    pub fn interval(&self) -> Duration {
        self.interval
    }

    /// Wait until a request may be sent. It is under way until the turn is dropped. There is no turn if `stops` says
    /// meanwhile that none will be sent.
    ///
    /// # Errors
    ///
    /// If the file cannot be locked or written.
    pub fn turn(
        &mut self,
        mut waits: impl FnMut(Waiting),
        stops: &dyn Fn() -> bool,
    ) -> Result<Option<Turn<'_>>, PaceProblem> {
        let file = self.begin(&mut waits, stops).map_err(|error| self.problem(error))?;
        Ok(file.map(|file| Turn { pace: self, file, is_resting: false }))
    }

    fn begin(&self, waits: &mut impl FnMut(Waiting), stops: &dyn Fn() -> bool) -> io::Result<Option<File>> {
        self.path.parent().map_or(Ok(()), fs::create_dir_all)?;
        let mut file = lock::take(&self.path, &mut || waits(Waiting::Process))?;
        match self.left(read(&mut file)?) {
            Waiting::Interval(Duration::ZERO) | Waiting::Rest(Duration::ZERO) => {}
            waiting @ (Waiting::Interval(left) | Waiting::Rest(left)) => {
                waits(waiting);
                sleep_unless(left, stops);
            }
            Waiting::Process => {}
        }
        // What the file says of the last request still holds for the next process.
        if stops() {
            return Ok(None);
        }
        write(&mut file, Mark::UnderWay)?;
        Ok(Some(file))
    }

    /// How long is left to wait, by the file and by what this process knows itself.
    fn left(&self, mark: Mark) -> Waiting {
        let own = self.ended.map_or(Duration::ZERO, |ended| self.interval.saturating_sub(ended.elapsed()));
        match mark.left(self.interval, since_1970()) {
            left if matches!(mark, Mark::Resting { .. }) && left > own => Waiting::Rest(left),
            left => Waiting::Interval(left.max(own)),
        }
    }

    fn problem(&self, error: io::Error) -> PaceProblem {
        PaceProblem { path: self.path.display().to_string(), error }
    }
}

/// The right to send one request at a time. While it is kept nobody else sends.
#[derive(Debug)]
pub struct Turn<'a> {
    pace: &'a mut Pace,
    file: File,
    /// Whether the service is still to be left alone, as the file says.
    is_resting: bool,
}

/// How often who sleeps looks up whether that is still wanted.
const LOOK_UP: Duration = Duration::from_millis(100);

impl Turn<'_> {
    /// Leave the service alone for so long, and at least for the interval, before a request is sent again in this turn;
    /// `false` if `stops` says meanwhile that none will be. If this process is ended, those after it wait for what is
    /// left.
    ///
    /// # Errors
    ///
    /// If the file cannot be written.
    pub fn rest(&mut self, duration: Duration, stops: &dyn Fn() -> bool) -> Result<bool, PaceProblem> {
        let duration = duration.max(self.pace.interval);
        self.mark(Mark::Resting { since: since_1970(), duration })?;
        if !sleep_unless(duration, stops) {
            self.is_resting = true;
            return Ok(false);
        }
        self.mark(Mark::UnderWay)?;
        Ok(true)
    }

    fn mark(&mut self, mark: Mark) -> Result<(), PaceProblem> {
        write(&mut self.file, mark).map_err(|error| self.pace.problem(error))
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        self.pace.ended = Some(Instant::now());
        if self.is_resting {
            return;
        }
        // If it cannot be written it says that the request is under way, and the next one waits longer.
        drop(self.mark(Mark::Ended { at: since_1970() }));
    }
}

/// Sleep for so long; `false` if `stops` says before the end that it is in vain.
fn sleep_unless(duration: Duration, stops: &dyn Fn() -> bool) -> bool {
    let start = Instant::now();
    while let Some(left) = duration.checked_sub(start.elapsed()).filter(|left| !left.is_zero()) {
        if stops() {
            return false;
        }
        sleep(left.min(LOOK_UP));
    }
    true
}

fn read(file: &mut File) -> io::Result<Mark> {
    let mut bytes = vec![];
    file.seek(SeekFrom::Start(0))?;
    file.take(mark::BYTES + 1).read_to_end(&mut bytes)?;
    Ok(Mark::read(&bytes))
}

fn write(file: &mut File, mark: Mark) -> io::Result<()> {
    file.seek(SeekFrom::Start(0))?;
    file.write_all(mark.line().as_bytes())?;
    file.set_len(mark::BYTES)
}

/// The time of the clock.
fn since_1970() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default()
}

/// A file name for a service: what can stand in one, and a digest, so that no two services share it.
fn file_name(service: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() || c == '.' { c } else { '-' };
    let host: String =
        service.split_once("://").map_or(service, |(_, rest)| rest).chars().map(plain).take(40).collect();
    let digest: String = Sha256::digest(service).iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    format!("pace-{host}-{digest}")
}

#[cfg(test)]
mod tests;
