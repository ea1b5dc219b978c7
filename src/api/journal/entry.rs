//! What stands in one line of the journal.

use jiff::{Timestamp, Unit};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::render::json_line;

/// What became of a request at one moment.
#[derive(Serialize, Deserialize, Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// It is about to be sent.
    Intent,
    /// The search was started.
    Accepted,
    /// Surely no search was started.
    Refused,
    /// It was sent, and whether the search was started is not known.
    Unknown,
}

impl State {
    /// The word that stands for it.
    pub fn name(self) -> &'static str {
        match self {
            State::Intent => "intent",
            State::Accepted => "accepted",
            State::Refused => "refused",
            State::Unknown => "unknown",
        }
    }

    /// The state of this name.
    pub fn named(name: &str) -> Option<State> {
        [State::Intent, State::Accepted, State::Refused, State::Unknown].into_iter().find(|state| state.name() == name)
    }
}

/// One line: an attempt to send a request, or its outcome, which need not say again what the attempt said. Never holds
/// a key or the token of a webhook.
#[derive(Serialize, Deserialize, Debug, Clone, PartialEq)]
pub struct Entry {
    /// When, to the millisecond.
    #[serde(serialize_with = "write_time", deserialize_with = "read_time")]
    pub time: Timestamp,
    /// What became of the request.
    pub state: State,
    /// SHA-256 of the body as it is sent, in 64 lower-case hexadecimal digits.
    pub digest: String,
    /// The base address of the API it was sent to: the same body sent to a test server is another request.
    pub service: String,
    /// The persona file, as it is seen from the directory that holds `.personac`, with `/`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The key of the persona in its file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub persona: Option<String>,
    /// Which of the persona's bodies, from 1, if there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<usize>,
    /// The name of the search.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// SHA-256 of the filters alone, which tells the same audience with other settings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<String>,
    /// The ID of the search.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// How many people the search expects to find.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<u64>,
    /// Where the search can be looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub search_url: Option<String>,
    /// The HTTP status of the answer, if there was one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// Why it was refused, or why nothing is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Whether somebody wrote it down by hand.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub settled: bool,
    /// The process that wrote it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<u32>,
}

impl Entry {
    /// An entry of this process, now.
    pub fn new(state: State, digest: &str, service: &str) -> Self {
        Entry {
            time: now(),
            state,
            digest: digest.to_owned(),
            service: service.to_owned(),
            file: None,
            persona: None,
            part: None,
            name: None,
            audience: None,
            id: None,
            expected: None,
            search_url: None,
            status: None,
            reason: None,
            settled: false,
            by: Some(std::process::id()),
        }
    }

    /// What it is about: the service and the digest.
    pub fn request(&self) -> (&str, &str) {
        (&self.service, &self.digest)
    }

    /// The entry as the journal has it, with the end of the line.
    pub fn line(&self) -> String {
        json_line(self) + "\n"
    }
}

/// What a crash left of a line, kept as it was found.
#[derive(Serialize, Deserialize, Debug, Clone, PartialEq)]
pub struct Torn {
    /// When it was found.
    #[serde(serialize_with = "write_time", deserialize_with = "read_time")]
    pub time: Timestamp,
    /// The bytes as text.
    pub text: String,
    /// The bytes in hexadecimal digits, if not all of them are text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bytes: Option<String>,
}

/// The time, to the millisecond, as the journal has it.
pub fn now() -> Timestamp {
    Timestamp::now().round(Unit::Millisecond).unwrap_or_default()
}

fn write_time<S: Serializer>(time: &Timestamp, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&format_args!("{time:.3}"))
}

fn read_time<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Timestamp, D::Error> {
    String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
}
