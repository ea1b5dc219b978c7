//! Answers, and the forms in which errors come.

use std::time::Duration;

use http_body_util::Full;
use hyper::Response;
use hyper::body::Bytes;
use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimePrinter;
use serde_json::{Value, json};

/// What is sent back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    /// Any answer.
    pub fn new(status: u16, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        Self { status, headers: Vec::new(), body: body.into() }.header("content-type", content_type)
    }

    /// An answer as the API gives it.
    pub fn json(status: u16, body: &Value) -> Self {
        Self::new(status, "application/json", body.to_string())
    }

    /// The same with one more header.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub(super) fn into_response(self) -> Response<Full<Bytes>> {
        let headers = self.headers.iter();
        let response = headers
            .fold(Response::builder().status(self.status), |response, (name, value)| response.header(name, value));
        response.body(Full::from(self.body)).expect("headers and a status that HTTP allows")
    }

    /// The answer on the wire, up to the middle of its body.
    pub(super) fn first_half(&self) -> Vec<u8> {
        let headers: String = self.headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        let length = self.body.len();
        let head = format!("HTTP/1.1 {} Cut\r\n{headers}content-length: {length}\r\n\r\n", self.status);
        [head.as_bytes(), &self.body[..length / 2]].concat()
    }
}

/// What a 429 says about waiting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RetryAfter {
    /// Nothing.
    No,
    /// `Retry-After` in whole seconds.
    Seconds(u64),
    /// `Retry-After` as the date that is this far ahead, in whole seconds as HTTP has them.
    Date(Duration),
}

impl RetryAfter {
    fn text(self) -> Option<String> {
        match self {
            Self::No => None,
            Self::Seconds(seconds) => Some(seconds.to_string()),
            Self::Date(ahead) => DateTimePrinter::new().timestamp_to_rfc9110_string(&(Timestamp::now() + ahead)).ok(),
        }
    }
}

/// The forms of errors that the documentation shows in one place or another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorShape {
    /// `{"error": "text"}`
    Error,
    /// `{"error": 400, "message": "text"}`
    Numbered,
    /// `{"message": "text"}`
    Message,
    /// `{"errors": ["text"]}`
    Errors,
}

impl ErrorShape {
    /// An error in this form.
    pub fn answer(self, status: u16, text: &str) -> Answer {
        let body = match self {
            Self::Error => json!({ "error": text }),
            Self::Numbered => json!({ "error": status, "message": text }),
            Self::Message => json!({ "message": text }),
            Self::Errors => json!({ "errors": [text] }),
        };
        Answer::json(status, &body)
    }

    /// The answer to what came too soon.
    pub(super) fn too_many(self, retry_after: RetryAfter) -> Answer {
        let answer = self.answer(429, "Rate limit exceeded: 1 request per second");
        match retry_after.text() {
            Some(text) => answer.header("retry-after", &text),
            None => answer,
        }
    }
}
