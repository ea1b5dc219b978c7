//! Answers that a client cannot use, to requests that were accepted.

use serde_json::Value;

use super::answer::Answer;
use super::exchange::Cut;

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
    /// The ID and all else lie at the top, not inside `message`, as a sibling of this endpoint answers.
    Flat,
    /// The body is empty.
    Empty,
    /// The right JSON with 2 MiB of padding in front.
    Huge,
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
            Self::Flat => answer.body = flat(&answer.body),
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
    changed(body, |json| {
        if let Some(message) = json.get_mut("message").and_then(Value::as_object_mut) {
            message.remove("id");
        }
    })
}

fn flat(body: &[u8]) -> Vec<u8> {
    changed(body, |json| {
        if let Some(message) = json.get_mut("message") {
            *json = message.take();
        }
    })
}

fn changed(body: &[u8], change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let Ok(mut json) = serde_json::from_slice::<Value>(body) else { return body.to_vec() };
    change(&mut json);
    json.to_string().into_bytes()
}
