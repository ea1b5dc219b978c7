//! What an exchange means: yes, no, or nobody knows.

use serde_json::Value;

use super::caller::TOO_MANY_REQUESTS;
use super::exchange::{Answer, Exchange, NotSent};
use super::said::said;

/// What an exchange means.
#[derive(Debug, Clone)]
pub enum Verdict {
    /// Done, with this answer.
    Done {
        /// The HTTP status.
        status: u16,
        /// The answer; `Null` if it is no JSON, or not all of it came.
        answer: Value,
    },
    /// Surely nothing was done.
    Refused(Refusal),
    /// It may have been done.
    Unclear(Doubt),
}

/// Why nothing was done.
#[derive(Debug, Clone, PartialEq)]
pub struct Refusal {
    /// What stands in the way.
    pub why: Why,
    /// The HTTP status, if anything answered.
    pub status: Option<u16>,
    /// What the API said about it.
    pub said: Option<String>,
}

/// What stands in the way of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The request itself.
    Request,
    /// The key.
    Key,
    /// What the key may do.
    Access,
    /// The credits of the account.
    Credits,
    /// The limits of its plan.
    Plan,
    /// Too many requests; the seconds to wait, if the API says so.
    Rate(Option<u64>),
    /// There is no such path: the address is not that of the API.
    Nowhere,
    /// A redirect, to this place.
    Elsewhere(String),
    /// Nothing was sent.
    NotSent(NotSent),
}

/// Why it is not known whether anything was done.
#[derive(Debug, Clone, PartialEq)]
pub struct Doubt {
    /// The HTTP status, if there was one.
    pub status: Option<u16>,
    /// What happened, such as `no answer in 60 s`.
    pub what: String,
}

impl Refusal {
    /// Whether anybody received the request.
    pub fn was_sent(&self) -> bool {
        !matches!(self.why, Why::NotSent(_))
    }

    /// Whether the same request may be answered well a little later.
    pub fn may_pass(&self) -> bool {
        match &self.why {
            Why::Rate(_) => true,
            Why::NotSent(why) => why.may_pass(),
            _ => false,
        }
    }

    /// Whether the next request would surely be refused as well.
    pub fn concerns_all(&self) -> bool {
        !matches!(self.why, Why::Request)
    }
}

/// What an exchange means.
pub fn verdict(exchange: &Exchange) -> Verdict {
    match exchange {
        Exchange::NotSent(why) => {
            Verdict::Refused(Refusal { why: Why::NotSent(why.clone()), status: None, said: None })
        }
        Exchange::NoAnswer(what) => Verdict::Unclear(Doubt { status: None, what: what.clone() }),
        Exchange::Answered(answer) => of_answer(answer),
    }
}

fn of_answer(answer: &Answer) -> Verdict {
    let refused = |why| Verdict::Refused(Refusal { why, status: Some(answer.status), said: said(answer) });
    match answer.status {
        200..=299 => Verdict::Done { status: answer.status, answer: json(answer) },
        401 => refused(Why::Key),
        402 => refused(Why::Credits),
        403 => refused(Why::Access),
        404 | 405 | 410 => refused(Why::Nowhere),
        422 => refused(of_422(answer)),
        TOO_MANY_REQUESTS => refused(Why::Rate(answer.retry_after.map(|wait| wait.as_secs()))),
        // A server that sends elsewhere with these has not acted; with the others it may have.
        301 | 307 | 308 => refused(Why::Elsewhere(answer.location.clone().unwrap_or_default())),
        // Whoever grew tired of waiting for the other, a proxy or the API, may have passed the request on.
        408 | 499 => Verdict::Unclear(Doubt { status: Some(answer.status), what: failure(answer) }),
        400..=499 => refused(Why::Request),
        status => Verdict::Unclear(Doubt { status: Some(status), what: failure(answer) }),
    }
}

fn failure(answer: &Answer) -> String {
    match (answer.status, said(answer)) {
        (status @ 300..=399, _) => format!("the answer is a redirect ({status})"),
        (status, Some(said)) => format!("the API failed ({status}): {said}"),
        (status, None) => format!("the API failed ({status})"),
    }
}

/// What the vendor's own command line takes for a lack of credits, and for the end of a plan.
const CREDITS: &[&str] = &["enrichment credits", "insufficient credits", "insufficient_credits", "not enough credits"];
const PLAN: &[&str] = &["import limit", "plan limit"];

fn of_422(answer: &Answer) -> Why {
    let text = answer.text.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
    match (says(CREDITS), says(PLAN)) {
        (true, _) => Why::Credits,
        (false, true) => Why::Plan,
        (false, false) => Why::Request,
    }
}

fn json(answer: &Answer) -> Value {
    if answer.cut.is_some() {
        return Value::Null;
    }
    serde_json::from_str(&answer.text).unwrap_or(Value::Null)
}
