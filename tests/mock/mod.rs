//! The lead-search API as it is documented, on this machine: a real HTTP server on loopback that can misbehave.
//!
//! ```ignore
//! let mock = Mock::start();
//! mock.next([Behaviour::status(500), Behaviour::Break(Moment::AfterAccepting, Ending::Close)]);
//! // … talk to `mock.url()` with the key `mock::KEY` …
//! assert_eq!(mock.accepted().len(), 1);
//! ```
//!
//! Two programs share it: the tests, and `examples/mock_api.rs` for everybody who has no account.

#![allow(dead_code, unused_imports, reason = "each of the two programs uses a part of it")]

mod answer;
mod api;
mod behaviour;
mod body;
mod exchange;
mod ledger;
mod locations;
mod names;
mod nobody;
mod plan;
mod searches;
mod server;
mod settings;
mod spoil;
mod submission;

pub use answer::{Answer, ErrorShape, RetryAfter};
pub use behaviour::{Behaviour, Ending, Moment};
pub use ledger::Recorded;
pub use locations::{Asked, Ids, Locations};
pub use names::NAMED;
pub use nobody::Nobody;
pub use plan::Random;
pub use settings::{Builder, StatusPlace};
pub use spoil::Spoil;

use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use server::State;

/// The key that is asked for unless the builder was told another.
pub const KEY: &str = "mock_key";

/// Where the API begins; every path of a [`Recorded`] request is without it.
pub const BASE: &str = "/api/v2";

/// A running server. It stops, and its connections end, when this is dropped.
#[derive(Debug)]
pub struct Mock {
    state: Arc<State>,
    port: u16,
    thread: Option<JoinHandle<()>>,
}

impl Mock {
    /// A server as documented, with the key [`KEY`], and at most one request a second.
    pub fn start() -> Self {
        Self::builder().start()
    }

    /// A server that differs in something.
    pub fn builder() -> Builder {
        Builder::new()
    }

    /// The base address to hand to a client: `http://127.0.0.1:PORT/api/v2`.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}{BASE}", self.port)
    }

    /// The same address as `https`. Nobody speaks TLS there, so no client gets as far as a request.
    pub fn https_url(&self) -> String {
        self.url().replacen("http", "https", 1)
    }

    /// What becomes of the next requests, one each, in this order; after them it goes on as documented.
    pub fn next(&self, behaviours: impl IntoIterator<Item = Behaviour>) {
        self.state.plan().next(behaviours);
    }

    /// Each request that no script is for meets this with a probability from 0 to 1; the same seed, the same requests.
    pub fn at_random(&self, behaviour: Behaviour, probability: f64, seed: u64) {
        self.state.plan().at_random(behaviour, probability, seed);
    }

    /// Behaviours handed to [`Mock::next`] that no request has met yet.
    pub fn still_planned(&self) -> usize {
        self.state.plan().left()
    }

    /// A search that somebody submitted before, so that it can be followed. Each look at it goes one status on.
    pub fn add_search(&self, id: &str, name: &str) {
        self.state.searches().add(id, name);
    }

    /// Every request, in the order of arrival.
    pub fn requests(&self) -> Vec<Recorded> {
        self.state.ledger().requests()
    }

    /// The submissions that made a search, answered or not.
    pub fn accepted(&self) -> Vec<Recorded> {
        self.requests().into_iter().filter(|request| request.id.is_some()).collect()
    }

    /// The bodies of all submissions that were read to their end, accepted or not.
    pub fn bodies_received(&self) -> Vec<Vec<u8>> {
        self.requests().into_iter().filter(Recorded::is_submission).filter_map(|request| request.body).collect()
    }

    /// How many searches were made beyond the first from the same bytes: what a client must never do by itself.
    pub fn submitted_twice(&self) -> usize {
        let mut bodies: Vec<_> = self.accepted().into_iter().filter_map(|request| request.body).collect();
        let accepted = bodies.len();
        bodies.sort();
        bodies.dedup();
        accepted - bodies.len()
    }

    /// How many requests came sooner after the one before them than the interval allows.
    pub fn too_fast(&self) -> usize {
        self.requests().iter().filter(|request| request.too_fast).count()
    }

    /// The shortest time between two arrivals, if there were two.
    pub fn smallest_gap(&self) -> Option<Duration> {
        let requests = self.requests();
        requests.windows(2).map(|pair| pair[1].at - pair[0].at).min()
    }
}

impl Drop for Mock {
    fn drop(&mut self) {
        self.state.stop.notify_one();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
