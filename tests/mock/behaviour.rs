//! What can go wrong, and the names by which the example is told.

use std::time::Duration;

use serde_json::Value;

use super::answer::{Answer, RetryAfter};
use super::exchange::Cut;

/// What becomes of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Behaviour {
    /// Nothing: it is answered as documented.
    Documented,
    /// The exchange breaks off at a moment.
    Break(Moment, Ending),
    /// This is answered, whatever was asked, and nothing is accepted.
    Answer(Answer),
    /// 429, and nothing is accepted.
    TooMany(RetryAfter),
    /// 403 with the key of the request in the text of the error.
    EchoKey,
    /// 422 with the webhook of the request in the text of the error.
    EchoWebhook,
    /// It is answered as documented, but late; a search is made at once.
    Slow(Duration),
    /// It is answered as documented, a search is made, but the answer is spoilt.
    Spoil(Spoil),
}

/// When an exchange breaks off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// The head was read, the body was not; closing then makes most systems reset the connection.
    BeforeReading,
    /// All was read, no search was made.
    BeforeAccepting,
    /// The search was made, and the client never learns of it.
    AfterAccepting,
}

/// How an exchange breaks off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The connection is closed.
    Close,
    /// The connection is reset.
    Reset,
    /// Nothing comes, for ever.
    Silence,
    /// Bytes come that are not HTTP.
    Garbage,
}

/// How an answer is spoilt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spoil {
    /// It ends in the middle; its head promised all of it.
    Truncated,
    /// A page for people, with the status it should have.
    NotJson,
    /// The right JSON, called `text/html`.
    WrongType,
    /// The ID is missing.
    WithoutId,
    /// The body is empty.
    Empty,
    /// The right JSON with 2 MiB of padding in front.
    Huge,
}

impl Behaviour {
    /// An error of a status, in the plainest of the documented forms.
    pub fn status(status: u16) -> Self {
        Self::Answer(Answer::json(status, &serde_json::json!({ "error": format!("the mock answers {status}") })))
    }

    /// Somewhere else: 301, 302, 307 or 308 to an address.
    pub fn redirect(status: u16, to: &str) -> Self {
        Self::Answer(Answer::new(status, "text/html", "").header("location", to))
    }
}

impl Ending {
    pub(super) fn cut(self) -> Cut {
        match self {
            Self::Close => Cut::Close,
            Self::Reset => Cut::Reset,
            Self::Silence => Cut::Silence,
            Self::Garbage => Cut::Bytes(b"\x16\x03\x00 SSH-2.0-this is not HTTP\r\n\x00\xff\r\n\r\n".to_vec()),
        }
    }
}

impl Spoil {
    /// # Errors
    ///
    /// If what is left is no answer in HTTP.
    pub(super) fn apply(self, mut answer: Answer) -> Result<Answer, Cut> {
        match self {
            Self::Truncated => return Err(Cut::Bytes(answer.first_half())),
            Self::NotJson => return Ok(Answer::new(answer.status, "text/html", "<html><body>It works!</body></html>")),
            Self::WrongType => return Ok(Answer::new(answer.status, "text/html", answer.body)),
            Self::WithoutId => answer.body = without_id(&answer.body),
            Self::Empty => answer.body.clear(),
            Self::Huge => {
                let padding = "x".repeat(2 << 20);
                answer.body.splice(..1.min(answer.body.len()), format!("{{\"padding\":\"{padding}\",").into_bytes());
            }
        }
        Ok(answer)
    }
}

fn without_id(body: &[u8]) -> Vec<u8> {
    let Ok(mut json) = serde_json::from_slice::<Value>(body) else { return body.to_vec() };
    if let Some(message) = json.get_mut("message").and_then(Value::as_object_mut) {
        message.remove("id");
    }
    json.to_string().into_bytes()
}

/// A name, what it does, and how it is made.
pub type Named = (&'static str, &'static str, fn() -> Behaviour);

/// The behaviours that have a name. Any status from 400 to 599 is a name too.
pub const NAMED: [Named; 20] = [
    ("close-before", "close before the body is read", || Behaviour::Break(Moment::BeforeReading, Ending::Close)),
    ("reset-before", "reset before the body is read", || Behaviour::Break(Moment::BeforeReading, Ending::Reset)),
    ("drop-before", "close, no search was made", || Behaviour::Break(Moment::BeforeAccepting, Ending::Close)),
    ("drop-after", "close after the search was made", || Behaviour::Break(Moment::AfterAccepting, Ending::Close)),
    ("reset-after", "reset after the search was made", || Behaviour::Break(Moment::AfterAccepting, Ending::Reset)),
    ("silence-before", "never answer, no search", || Behaviour::Break(Moment::BeforeAccepting, Ending::Silence)),
    ("silence-after", "never answer, search made", || Behaviour::Break(Moment::AfterAccepting, Ending::Silence)),
    ("garbage", "answer something that is not HTTP", || Behaviour::Break(Moment::BeforeAccepting, Ending::Garbage)),
    ("wait", "429 with `Retry-After: 2`", || Behaviour::TooMany(RetryAfter::Seconds(2))),
    ("wait-date", "429 with a date two seconds ahead", || Behaviour::TooMany(RetryAfter::Date(Duration::from_secs(2)))),
    ("redirect", "307 to another host", || Behaviour::redirect(307, "http://127.0.0.1:1/api/v2")),
    ("echo-key", "403 with the key in its text", || Behaviour::EchoKey),
    ("echo-webhook", "422 with the webhook in its text", || Behaviour::EchoWebhook),
    ("slow", "answer after three seconds", || Behaviour::Slow(Duration::from_secs(3))),
    ("truncated", "make the search, send half the answer", || Behaviour::Spoil(Spoil::Truncated)),
    ("not-json", "make the search, answer a page", || Behaviour::Spoil(Spoil::NotJson)),
    ("wrong-type", "make the search, call the answer text/html", || Behaviour::Spoil(Spoil::WrongType)),
    ("without-id", "make the search, leave out its ID", || Behaviour::Spoil(Spoil::WithoutId)),
    ("empty", "make the search, answer nothing", || Behaviour::Spoil(Spoil::Empty)),
    ("huge", "make the search, answer 2 MiB", || Behaviour::Spoil(Spoil::Huge)),
];

impl std::str::FromStr for Behaviour {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        if let Some((.., make)) = NAMED.iter().find(|(known, ..)| *known == name) {
            return Ok(make());
        }
        match name.parse() {
            Ok(429) => Ok(Self::TooMany(RetryAfter::No)),
            Ok(status @ 400..=599) => Ok(Self::status(status)),
            _ => Err(format!("`{name}` is neither a status from 400 to 599 nor one of {}", names())),
        }
    }
}

fn names() -> String {
    NAMED.map(|(name, ..)| name).join(", ")
}
