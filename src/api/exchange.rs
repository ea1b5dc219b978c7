//! One request and what came of it.

use std::time::Duration;

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
