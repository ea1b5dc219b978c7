//! What a mock is told before it starts.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;

use super::answer::{ErrorShape, RetryAfter};
use super::ledger::Recorded;
use super::locations::Locations;
use super::{KEY, Mock, server, submission};

/// How many people a body finds.
type Total = Arc<dyn Fn(&Value) -> u64 + Send + Sync>;

/// Who is told of every exchange, once it is over.
type Log = Arc<dyn Fn(&Recorded) + Send + Sync>;

/// Where the answer about a search has its status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum StatusPlace {
    /// `search.status`, as documented.
    #[default]
    Search,
    /// `status` beside `search`, where some clients look.
    Top,
    /// Nowhere, as an older description has it.
    Nowhere,
}

/// How a mock behaves; the defaults are what is documented.
#[derive(Clone)]
pub struct Settings {
    pub key: String,
    pub port: u16,
    pub interval: Duration,
    pub retry_after: RetryAfter,
    pub errors: ErrorShape,
    pub total: Total,
    pub locations: Locations,
    pub statuses: Vec<String>,
    pub status_place: StatusPlace,
    pub log: Log,
}

impl fmt::Debug for Settings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settings").field("port", &self.port).field("interval", &self.interval).finish_non_exhaustive()
    }
}

/// Makes a [`Mock`] that differs from the documented API in something.
#[derive(Debug, Clone)]
pub struct Builder(Settings);

impl Builder {
    pub(super) fn new() -> Self {
        Self(Settings {
            key: KEY.to_owned(),
            port: 0,
            interval: Duration::from_secs(1),
            retry_after: RetryAfter::No,
            errors: ErrorShape::Error,
            total: Arc::new(submission::total_of),
            locations: Locations::default(),
            statuses: ["NOT_STARTED", "ONGOING", "FINISHED"].map(str::to_owned).to_vec(),
            status_place: StatusPlace::Search,
            log: Arc::new(|_| {}),
        })
    }

    /// The key that requests must carry.
    pub fn key(mut self, key: &str) -> Self {
        self.0.key = key.to_owned();
        self
    }

    /// The port; 0, the default, is a free one.
    pub fn port(mut self, port: u16) -> Self {
        self.0.port = port;
        self
    }

    /// The least time between two arrivals, whatever they ask for; zero allows any. What comes sooner is answered with 429.
    pub fn interval(mut self, interval: Duration) -> Self {
        self.0.interval = interval;
        self
    }

    /// What a 429 of the interval says about waiting; nothing by default, since no documentation promises it.
    pub fn retry_after(mut self, retry_after: RetryAfter) -> Self {
        self.0.retry_after = retry_after;
        self
    }

    /// Which of the documented forms errors have.
    pub fn errors(mut self, shape: ErrorShape) -> Self {
        self.0.errors = shape;
        self
    }

    /// How many people a body finds; by default a number made from its filters.
    pub fn total(mut self, total: impl Fn(&Value) -> u64 + Send + Sync + 'static) -> Self {
        self.0.total = Arc::new(total);
        self
    }

    /// How `POST /locations` wants to be asked, and answers.
    pub fn locations(mut self, locations: Locations) -> Self {
        self.0.locations = locations;
        self
    }

    /// The statuses of a search, one a look; it stays at the last.
    pub fn statuses<'a>(mut self, statuses: impl IntoIterator<Item = &'a str>) -> Self {
        self.0.statuses = statuses.into_iter().map(str::to_owned).collect();
        self
    }

    /// Where the status of a search stands in the answer.
    pub fn status_place(mut self, place: StatusPlace) -> Self {
        self.0.status_place = place;
        self
    }

    /// Who is told of every exchange once it is over, from the thread of the server.
    pub fn log(mut self, log: impl Fn(&Recorded) + Send + Sync + 'static) -> Self {
        self.0.log = Arc::new(log);
        self
    }

    /// Starts it. It listens once this returns.
    pub fn start(self) -> Mock {
        self.try_start().expect("a free port on loopback")
    }

    /// Starts it, unless the port is taken.
    ///
    /// # Errors
    ///
    /// If nothing can listen on the port.
    pub fn try_start(self) -> std::io::Result<Mock> {
        server::start(self.0)
    }
}
