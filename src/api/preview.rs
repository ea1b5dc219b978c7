//! A preview: what is asked, and the answer to it.

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;

use super::search::{count, text};
use crate::emit::Body;
use crate::settings::SETTINGS;

/// Where previews are asked for.
pub const PREVIEW_PATH: &str = "/leads/advanced_search/preview";

/// The one setting that changes whom a preview finds. Source: the API reference, which accepts the others and ignores
/// them.
const COUNTS: &str = "live";

/// What a preview is asked with: the filters of a body, and what else changes whom it finds. A webhook may hold a
/// secret, so it is not sent where nobody needs it.
pub fn preview_body(body: &Body) -> Vec<u8> {
    serde_json::to_vec(&Filters(body)).unwrap_or_default()
}

struct Filters<'a>(&'a Body);

impl Serialize for Filters<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (key, value) in self.0.members().filter(|(key, _)| !is_ignored(key)) {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

/// Whether a key is that of a setting which a preview ignores.
fn is_ignored(key: &str) -> bool {
    SETTINGS.iter().any(|row| row.key == Some(key) && row.name != COUNTS)
}

/// How many people a request finds, and the first of them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Preview {
    /// About so many; the API estimates.
    pub total: u64,
    /// The first of them.
    pub leads: Vec<Lead>,
}

/// Somebody who is found: what the API says, value by value as it says it.
#[derive(Debug, Clone, PartialEq, Default, serde::Serialize)]
pub struct Lead {
    full_name: Value,
    headline: Value,
    current_company: Value,
    current_title: Value,
    linkedin_id: Value,
    profile_url: Value,
}

impl Lead {
    fn read(lead: &Value) -> Lead {
        let get = |key: &str| lead.get(key).cloned().unwrap_or_default();
        Lead {
            full_name: get("full_name"),
            headline: get("headline"),
            current_company: get("current_company"),
            current_title: get("current_title"),
            linkedin_id: get("linkedin_id"),
            profile_url: get("profile_url"),
        }
    }

    /// Their name.
    pub fn name(&self) -> String {
        text(&self.full_name).unwrap_or_default()
    }

    /// Their title; the headline where the API says none.
    pub fn title(&self) -> String {
        text(&self.current_title).or_else(|| text(&self.headline)).unwrap_or_default()
    }

    /// Where they work.
    pub fn company(&self) -> String {
        text(&self.current_company).unwrap_or_default()
    }
}

/// The preview of an answer; `None` if it does not say how many people there are.
pub fn preview(answer: &Value) -> Option<Preview> {
    let get = |key: &str| answer.get("message").and_then(|message| message.get(key)).or_else(|| answer.get(key));
    let total = get("total_count").or_else(|| get("total")).and_then(count)?;
    let leads = get("preview").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    Some(Preview { total, leads: leads.iter().filter(|lead| lead.is_object()).map(Lead::read).collect() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn counts_are_read_in_every_form() {
        for (answer, wanted) in [
            (json!({"total_count": 1234, "preview": []}), Some(1234)),
            (json!({"total_count": "1234"}), Some(1234)),
            (json!({"total": 5}), Some(5)),
            (json!({"message": {"total_count": 7}}), Some(7)),
            (json!({"message": "found", "total_count": 7}), Some(7)),
            (json!({"total_count": -1}), None),
            (json!({"total_count": null}), None),
            (json!({"preview": []}), None),
            (json!([]), None),
            (Value::Null, None),
        ] {
            assert_eq!(preview(&answer).map(|preview| preview.total), wanted, "{answer}");
        }
    }

    #[test]
    fn what_is_no_lead_is_left_out() {
        let answer = json!({"total_count": 3, "preview": [null, {"full_name": 7, "headline": "CEO at X", "more": 1}]});
        let leads = preview(&answer).expect("a preview").leads;
        let said: Vec<_> = leads.iter().map(|lead| (lead.name(), lead.title(), lead.company())).collect();
        assert_eq!(said, [("7".to_owned(), "CEO at X".to_owned(), String::new())]);
    }
}
