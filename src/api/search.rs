//! The search that an answer to a submission tells of.

use serde_json::Value;

/// A search that was started.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    /// Its ID, if the answer says it.
    pub id: Option<String>,
    /// How many people it expects to find.
    pub expected: Option<u64>,
    /// Where it can be looked at.
    pub url: Option<String>,
}

/// The search of an answer: what stands under `message`, as the reference has it, or at the top, as its siblings do.
pub fn search(answer: &Value) -> Search {
    let get = |key: &str| answer.get("message").and_then(|message| message.get(key)).or_else(|| answer.get(key));
    Search {
        id: get("id").and_then(text).filter(|id| !id.is_empty()),
        expected: get("expected_profiles_count").and_then(count),
        url: get("search_url").and_then(text),
    }
}

/// A text, or the digits of a number.
pub fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// A count, as a number or as digits.
pub fn count(value: &Value) -> Option<u64> {
    value.as_u64().or_else(|| value.as_str()?.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_known_form() {
        let found = |id: Option<&str>, expected| Search { id: id.map(str::to_owned), expected, url: None };
        for (answer, wanted) in [
            (json!({"message": {"id": "8e1d", "expected_profiles_count": 842}}), found(Some("8e1d"), Some(842))),
            (json!({"id": "8e1d", "expected_profiles_count": "842"}), found(Some("8e1d"), Some(842))),
            (json!({"message": "created", "id": 7}), found(Some("7"), None)),
            (json!({"message": {"id": ""}}), found(None, None)),
            (json!({"message": "created"}), found(None, None)),
            (json!([1]), found(None, None)),
            (Value::Null, found(None, None)),
        ] {
            assert_eq!(search(&answer), wanted, "{answer}");
        }
    }
}
