//! Descriptions as JSON, for programs.

use serde::Serialize;

use super::piece::in_words;
use super::{Description, Filtered, Told};

/// One persona, in words. The shape is stable: members may be added, none goes away or means something else.
#[derive(Debug, Serialize)]
pub struct Document {
    /// Its file.
    file: String,
    /// Its key, if it is a block.
    persona: Option<String>,
    /// What the search is called.
    name: Option<String>,
    /// Its requests: whom any of them finds is found.
    requests: Vec<Request>,
    /// Whether nobody is found by two of them.
    disjoint: bool,
    /// At most this many of each request.
    limit: Option<u64>,
    /// The host that leads are delivered to; none if there is no webhook, or it is in the environment.
    webhook_host: Option<String>,
    /// What becomes of the people, as a sentence.
    delivery: String,
    /// Request keys that personac does not know.
    unknown_keys: Vec<String>,
}

/// One request.
#[derive(Debug, Serialize)]
struct Request {
    /// The people, as a sentence.
    people: String,
    /// Its filters.
    filters: Vec<Filtered>,
}

/// The document of a description.
pub fn document(description: Description, file: String, persona: Option<String>) -> Document {
    let requests = description.requests.into_iter();
    let request = |told: Told| Request { people: in_words(&told.people, false), filters: told.filters };
    Document {
        file,
        persona,
        name: description.name,
        disjoint: description.apart || requests.len() < 2,
        requests: requests.map(request).collect(),
        limit: description.limit,
        webhook_host: description.webhook_host,
        delivery: in_words(&description.delivery, false),
        unknown_keys: description.unknown_keys,
    }
}
