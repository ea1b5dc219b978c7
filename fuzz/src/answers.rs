//! Any text as an answer of the API, after a line with its status: a verdict that never takes a failure for a success,
//! and what the readers of answers make of it.

use std::time::Duration;

use personac::api::{Answer, Exchange, Verdict, followed, places, preview, search, search_path, searches, verdict};
use serde_json::Value;

/// Judge it, and read it in every way.
pub fn answers(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (status, text) = text.split_once('\n').unwrap_or(("200", &text));
    let status = status.trim().parse().unwrap_or(200);
    let answer = Answer {
        status,
        content_type: Some("application/json".to_owned()),
        retry_after: Some(Duration::from_secs(1)),
        location: Some(text.chars().take(20).collect()),
        text: text.to_owned(),
        cut: None,
    };
    let same = answer.in_words(&str::to_owned);
    let json = |text: &str| serde_json::from_str::<Value>(text).ok();
    // The last digits of some numbers are others once they were read.
    let is_steady = json(text).is_none_or(|value| json(&value.to_string()).as_ref() == Some(&value));
    assert!(!is_steady || json(&same.text) == json(text), "words that stay, and another meaning: {}", same.text);
    match verdict(&Exchange::Answered(answer)) {
        Verdict::Done { answer, .. } => {
            assert!((200..300).contains(&status), "{status} is no success");
            read(&answer);
        }
        Verdict::Refused(refusal) => assert_eq!(refusal.status, Some(status)),
        Verdict::Unclear(doubt) => assert!(!doubt.what.is_empty() && doubt.status == Some(status)),
    }
}

fn read(answer: &Value) {
    let started = search(answer);
    assert_ne!(started.id.as_deref(), Some(""));
    for path in started.id.iter().filter_map(|id| search_path(id)) {
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.~%".contains(&byte);
        assert!(path.bytes().all(is_plain) && !path.contains("/../"), "{path}");
    }
    for place in places(answer).unwrap_or_default() {
        assert!(!place.id.is_empty() && place.id.bytes().all(|byte| byte.is_ascii_digit()), "{place:?}");
    }
    for lead in preview(answer).map(|preview| preview.leads).unwrap_or_default() {
        let _ = (lead.name(), lead.title(), lead.company());
    }
    for one in searches(answer).unwrap_or_default().iter().chain(&followed(answer)) {
        let _ = (one.stage(), one.created());
    }
}
