//! The names of misbehaviours, by which the example is told of them.

use std::str::FromStr;
use std::time::Duration;

use super::answer::RetryAfter;
use super::behaviour::{Behaviour, Ending, Moment};
use super::spoil::Spoil;

/// A name, what it does, and how it is made.
pub type Named = (&'static str, &'static str, fn() -> Behaviour);

/// The behaviours that have a name. Any status from 400 to 599 is a name too.
pub const NAMED: [Named; 21] = [
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
    ("flat", "make the search, answer without `message`", || Behaviour::Spoil(Spoil::Flat)),
    ("empty", "make the search, answer nothing", || Behaviour::Spoil(Spoil::Empty)),
    ("huge", "make the search, answer 2 MiB", || Behaviour::Spoil(Spoil::Huge)),
];

impl FromStr for Behaviour {
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

impl Behaviour {
    /// What it is called, if the example can be told to do it.
    pub fn name(&self) -> Option<String> {
        match self {
            Self::TooMany(RetryAfter::No) => Some("429".to_owned()),
            Self::Answer(answer) if *self == Self::status(answer.status) => Some(answer.status.to_string()),
            _ => NAMED.iter().find(|(.., make)| make() == *self).map(|(name, ..)| (*name).to_owned()),
        }
    }
}

fn names() -> String {
    NAMED.map(|(name, ..)| name).join(", ")
}
