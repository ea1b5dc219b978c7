//! What the API says about an error, in whichever form it does.

use serde_json::Value;

use super::exchange::Answer;

/// As much of it as a message can hold, in characters.
const LONGEST: usize = 300;

/// What an answer says: its `error` if that is text, else its `message`, else its `errors`, else the text itself. Source:
/// the forms that the API's pages and the vendor's own command line know.
pub fn said(answer: &Answer) -> Option<String> {
    let text = match serde_json::from_str(&answer.text) {
        Ok(json) => of_json(&json),
        Err(_) if looks_like_a_page(answer) || looks_like_json(answer) => None,
        Err(_) => Some(answer.text.clone()),
    };
    text.map(|text| tidy(&text)).filter(|text| !text.is_empty())
}

fn of_json(json: &Value) -> Option<String> {
    match json {
        Value::String(text) => Some(text.clone()),
        Value::Array(all) => joined(all.iter().filter_map(of_json)),
        Value::Object(members) => ["error", "message", "errors", "detail", "details"]
            .iter()
            .filter_map(|key| members.get(*key))
            .find_map(|value| if is_by_key(value) { details(value) } else { of_json(value) }),
        _ => None,
    }
}

/// Whether a value tells what is wrong key by key.
fn is_by_key(value: &Value) -> bool {
    let has_text =
        |members: &serde_json::Map<String, Value>| ["error", "message"].iter().any(|key| members.contains_key(*key));
    value.as_object().is_some_and(|members| !has_text(members))
}

/// `key: what is wrong`, for each key.
fn details(value: &Value) -> Option<String> {
    let members = value.as_object()?;
    joined(members.iter().filter_map(|(key, value)| of_json(value).map(|said| format!("{key}: {said}"))))
}

fn joined(texts: impl Iterator<Item = String>) -> Option<String> {
    let texts: Vec<String> = texts.collect();
    (!texts.is_empty()).then(|| texts.join("; "))
}

/// A page for people says nothing to a program.
fn looks_like_a_page(answer: &Answer) -> bool {
    let kind = answer.content_type.as_deref().unwrap_or_default();
    kind.contains("html") || answer.text.trim_start().starts_with('<')
}

/// What begins as JSON and breaks off says nothing either, and what is hidden in it cannot be found.
fn looks_like_json(answer: &Answer) -> bool {
    answer.text.trim_start().starts_with(['{', '[', '"'])
}

/// On one line, without a full stop, and not longer than a message can be.
fn tidy(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = line.trim_end_matches('.');
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_known_form() {
        for (text, wanted) in [
            (r#"{"error": 400, "message": "Provide at least one of: x."}"#, Some("Provide at least one of: x")),
            (r#"{"error": "Invalid API key"}"#, Some("Invalid API key")),
            (r#"{"message": "no"}"#, Some("no")),
            (r#"{"errors": ["a", "b"]}"#, Some("a; b")),
            (r#"{"errors": [{"message": "a"}, {"detail": "b"}]}"#, Some("a; b")),
            (r#"{"errors": {"functions": ["27 is not valid"]}}"#, Some("functions: 27 is not valid")),
            (r#"{"error": {"code": 1, "message": "deep"}}"#, Some("deep")),
            (r#"{"message": {"error": "deeper"}}"#, Some("deeper")),
            (r#""just text""#, Some("just text")),
            ("plain\n text.", Some("plain text")),
            ("<html><body>502</body></html>", None),
            (r#"{"status": 500}"#, None),
            ("", None),
            ("null", None),
            (r#"{"error": "no such key: pk_\u006cive"#, None),
        ] {
            let answer = Answer { text: text.to_owned(), ..Answer::default() };
            assert_eq!(said(&answer).as_deref(), wanted, "{text}");
        }
    }

    #[test]
    fn a_long_text_is_cut() {
        let answer = Answer { text: "é".repeat(1000), ..Answer::default() };
        assert_eq!(said(&answer).map(|said| said.chars().count()), Some(LONGEST + 1));
    }
}
