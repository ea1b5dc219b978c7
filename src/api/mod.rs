//! The lead-search API: what is asked of it, how fast, and what it answered. This is an edge: the network, the clock and
//! the files that several processes share are met here.

#![allow(clippy::disallowed_methods, reason = "this is the edge: the network, the clock and shared files are met here")]

mod caller;
mod client;
mod digest;
mod endpoint;
mod exchange;
mod finding;
pub mod journal;
mod key;
mod lock;
pub mod pace;
mod places;
mod preview;
mod retry_after;
mod said;
mod search;
mod searches;
mod verdict;

pub use caller::{Again, Asker, Caller, TOO_MANY_REQUESTS};
pub use client::{Client, KEY_HEADER, MOST_READ, Timeouts};
pub use digest::digest;
pub use endpoint::{Endpoint, EndpointProblem};
pub use exchange::{Answer, Exchange, NotSent, Question};
pub use finding::{Request, Words, shell_word, time};
pub use key::{ApiKey, KeyProblem, MASK, VARIABLES};
pub use places::{PLACE_KEYS, PLACES_PATH, Place, places, places_body};
pub use preview::{Lead, PREVIEW_PATH, Preview, preview, preview_body};
pub use search::{Search, search};
pub use searches::{Failure, Followed, SEARCHES_PATH, Stage, followed, search_path, searches};
pub use verdict::{Doubt, Refusal, Verdict, Why, verdict};
