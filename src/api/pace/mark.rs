//! What the file of a pace says. Pure.

use std::time::Duration;

/// How many bytes a file has.
pub const BYTES: u64 = WIDTH as u64 + 1;

/// A line is filled up to this many characters: one that is written over another leaves nothing of it.
const WIDTH: usize = 63;

/// What became of the last request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// There was none.
    Nothing,
    /// It is under way, or its process died.
    UnderWay,
    /// It ended at this time after 1970.
    Ended {
        /// When.
        at: Duration,
    },
    /// The service wants to be left alone.
    Resting {
        /// When it said so.
        since: Duration,
        /// For how long.
        duration: Duration,
    },
}

impl Mark {
    /// What these bytes say. What cannot be understood may have been written while a request was under way.
    pub fn read(bytes: &[u8]) -> Mark {
        if bytes.is_empty() {
            return Mark::Nothing;
        }
        Mark::parse(bytes).unwrap_or(Mark::UnderWay)
    }

    fn parse(bytes: &[u8]) -> Option<Mark> {
        let text = std::str::from_utf8(bytes).ok()?.strip_suffix('\n')?;
        let time = |text: &str| text.parse().ok().map(Duration::from_millis);
        match text.split_whitespace().collect::<Vec<_>>()[..] {
            ["ended", at] => Some(Mark::Ended { at: time(at)? }),
            ["resting", since, duration] => Some(Mark::Resting { since: time(since)?, duration: time(duration)? }),
            _ => None,
        }
    }

    /// The line that says so.
    pub fn line(self) -> String {
        let text = match self {
            Mark::Nothing | Mark::UnderWay => "under way".to_owned(),
            Mark::Ended { at } => format!("ended {}", millis(at)),
            Mark::Resting { since, duration } => format!("resting {} {}", millis(since), millis(duration)),
        };
        format!("{text:WIDTH$}\n")
    }

    /// How long to wait now. If the clock has been set back, never longer than if the request had ended just now.
    pub fn left(self, interval: Duration, now: Duration) -> Duration {
        match self {
            Mark::Nothing => Duration::ZERO,
            Mark::UnderWay => interval,
            Mark::Ended { at } => interval.saturating_sub(now.saturating_sub(at)),
            Mark::Resting { since, duration } => duration.saturating_sub(now.saturating_sub(since)),
        }
    }
}

/// Milliseconds, never fewer than it is: the pace is kept to the last one.
fn millis(time: Duration) -> u128 {
    time.as_nanos().div_ceil(1_000_000)
}
