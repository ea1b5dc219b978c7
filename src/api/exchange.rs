//! One request and what came of it.

use std::time::Duration;

use serde_json::Value;

/// What is asked of the API.
#[derive(Debug, Clone, Copy)]
pub enum Question<'a> {
    /// `GET` a path.
    Get(&'a str),
    /// `POST` a JSON body to a path.
    Post(&'a str, &'a [u8]),
}

impl Question<'_> {
    /// Such as `POST /leads/advanced_search`.
    pub fn title(&self) -> String {
        match self {
            Question::Get(path) => format!("GET {path}"),
            Question::Post(path, _) => format!("POST {path}"),
        }
    }
}

/// What came of a question.
#[derive(Debug, Clone)]
pub enum Exchange {
    /// An answer began to arrive.
    Answered(Answer),
    /// Surely nobody read the question: its body was not even begun to be sent.
    NotSent(NotSent),
    /// It was sent, at least in part, and no answer came: whether anybody acts on it is not known.
    NoAnswer(String),
}

/// An answer, without the key in it.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// What the text says it is, such as `application/json`.
    pub content_type: Option<String>,
    /// How long to wait before asking again, if the answer says so.
    pub retry_after: Option<Duration>,
    /// Where a redirect points.
    pub location: Option<String>,
    /// The text, as far as it came.
    pub text: String,
    /// Why it is not all of it.
    pub cut: Option<String>,
}

impl Answer {
    /// The answer with all of its words changed. Those of JSON are changed as they are meant, since one word can be
    /// written there in many ways.
    pub fn in_words(&self, change: &dyn Fn(&str) -> String) -> Answer {
        let text = match serde_json::from_str::<Value>(&self.text) {
            Ok(json) => changed(json, change).to_string(),
            Err(_) => change(&self.text),
        };
        let words = |text: &Option<String>| text.as_deref().map(change);
        Answer {
            content_type: words(&self.content_type),
            location: words(&self.location),
            cut: words(&self.cut),
            text,
            ..*self
        }
    }
}

/// JSON with every text and every name changed. It was read from text, which keeps it from being deep.
fn changed(json: Value, change: &dyn Fn(&str) -> String) -> Value {
    match json {
        Value::String(text) => Value::String(change(&text)),
        Value::Array(all) => all.into_iter().map(|one| changed(one, change)).collect(),
        Value::Object(members) => {
            members.into_iter().map(|(name, value)| (change(&name), changed(value, change))).collect()
        }
        other => other,
    }
}

/// Why a connection is not trusted that is not encrypted at all.
pub const NO_TLS: &str = "the other side does not speak TLS";

/// Why nothing was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotSent {
    /// The name of the host has no address.
    NoSuchHost,
    /// Nobody listens there, or the network does not lead there.
    NoConnection(String),
    /// No connection in so many seconds.
    TooSlow(u64),
    /// The two could not agree on encryption, or the certificate is not trusted.
    NotTrusted(String),
    /// The proxy said no.
    Proxy(String),
    /// It was no longer wanted when its turn came.
    Stopped,
    /// Something else, before the body was sent.
    Other(String),
}

impl NotSent {
    /// Whether the next attempt may well get through.
    pub fn may_pass(&self) -> bool {
        matches!(self, NotSent::NoSuchHost | NotSent::NoConnection(_) | NotSent::TooSlow(_))
    }
}

impl std::fmt::Display for NotSent {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            NotSent::NoSuchHost => to.write_str("its name has no address"),
            NotSent::NoConnection(why) => write!(to, "no connection: {why}"),
            NotSent::TooSlow(seconds) => write!(to, "no connection in {seconds} s"),
            NotSent::NotTrusted(why) => write!(to, "no trusted connection: {why}"),
            NotSent::Proxy(why) => write!(to, "the proxy gives no connection: {why}"),
            NotSent::Stopped => to.write_str("it was stopped before"),
            NotSent::Other(why) => to.write_str(why),
        }
    }
}
