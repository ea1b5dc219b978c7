//! Every request that came in, for tests to ask about afterwards.

use std::time::{Duration, Instant};

use hyper::{HeaderMap, Request};

use super::BASE;
use super::behaviour::Behaviour;

/// One request, and what became of it.
#[derive(Debug, Clone)]
pub struct Recorded {
    /// When its head had arrived.
    pub at: Instant,
    /// Whether that was sooner after the request before it than the interval allows.
    pub too_fast: bool,
    /// `GET`, `POST`, …
    pub method: String,
    /// Path and query, without [`BASE`]; a path outside it is whole.
    pub path: String,
    /// Its headers, the key among them.
    pub headers: HeaderMap,
    /// Its body, if it was read to the end.
    pub body: Option<Vec<u8>>,
    /// The ID of the search that it made.
    pub id: Option<String>,
    /// What went wrong on purpose.
    pub behaviour: Behaviour,
    /// The status of the answer; none while there is none, and for ever if the connection was cut.
    pub status: Option<u16>,
}

impl Recorded {
    /// Whether it asked for a search to be made.
    pub fn is_submission(&self) -> bool {
        self.method == "POST" && self.path == "/leads/advanced_search"
    }

    /// The text of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// Its body as JSON, if it is JSON.
    pub fn json(&self) -> Option<serde_json::Value> {
        serde_json::from_slice(self.body.as_deref()?).ok()
    }
}

/// All requests, in the order of arrival.
#[derive(Debug)]
pub struct Ledger {
    interval: Duration,
    requests: Vec<Recorded>,
}

impl Ledger {
    /// An empty one. `interval` is the least time between two arrivals.
    pub fn new(interval: Duration) -> Self {
        Self { interval, requests: Vec::new() }
    }

    /// A copy of everything.
    pub fn requests(&self) -> Vec<Recorded> {
        self.requests.clone()
    }

    /// Writes a request down; its number is the answer.
    pub fn arrived<B>(&mut self, request: &Request<B>, behaviour: &Behaviour) -> usize {
        let at = Instant::now();
        let path = request.uri().path_and_query().map_or("", |path| path.as_str());
        self.requests.push(Recorded {
            at,
            too_fast: self.requests.last().is_some_and(|previous| at - previous.at < self.interval),
            method: request.method().to_string(),
            path: path.strip_prefix(BASE).unwrap_or(path).to_owned(),
            headers: request.headers().clone(),
            body: None,
            id: None,
            behaviour: behaviour.clone(),
            status: None,
        });
        self.requests.len() - 1
    }

    /// Its body was read.
    pub fn read(&mut self, entry: usize, body: &[u8]) -> Recorded {
        self.requests[entry].body = Some(body.to_vec());
        self.requests[entry].clone()
    }

    /// It made a search.
    pub fn accepted(&mut self, entry: usize, id: &str) {
        self.requests[entry].id = Some(id.to_owned());
    }

    /// It is answered now, or never.
    pub fn finished(&mut self, entry: usize, status: Option<u16>) -> Recorded {
        self.requests[entry].status = status;
        self.requests[entry].clone()
    }
}
