//! What can go wrong.

use std::time::Duration;

use super::answer::{Answer, RetryAfter};
use super::exchange::Cut;
use super::spoil::Spoil;

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
