//! Places by their name: what is asked, and the answer to it.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::search::text;

/// Where places are asked for.
pub const PLACES_PATH: &str = "/locations";

/// The key that holds the name, and the one that is tried where the API does not take it. Source: the API's pages
/// speak of a name, and the vendor's command line sends a query.
pub const PLACE_KEYS: [&str; 2] = ["name", "query"];

/// A place, as the API knows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// LinkedIn's ID.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Such as `city`.
    pub kind: Option<String>,
}

impl Place {
    fn read(item: &Value) -> Option<Place> {
        let get =
            |key: &str| item.get(key).and_then(text).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
        let is_id = |id: &String| id.bytes().all(|byte| byte.is_ascii_digit());
        let id = [get("id"), get("_id")].into_iter().flatten().find(is_id)?;
        Some(Place { id, name: get("name").unwrap_or_default(), kind: get("type").or_else(|| get("kind")) })
    }
}

/// The question for places called `name`, under one of [`PLACE_KEYS`].
pub fn places_body(key: &str, name: &str) -> Vec<u8> {
    json!({ key: name }).to_string().into_bytes()
}

/// The places of an answer, each once: an array, or an object that holds one. `None` if it is neither.
pub fn places(answer: &Value) -> Option<Vec<Place>> {
    let held = |key: &str| answer.get(key).and_then(Value::as_array);
    let all = answer.as_array().or_else(|| ["locations", "data", "results"].into_iter().find_map(held))?;
    let mut places: Vec<Place> = vec![];
    for place in all.iter().filter_map(Place::read) {
        if !places.iter().any(|own| own.id == place.id) {
            places.push(place);
        }
    }
    Some(places)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_read() {
        let lyon = Place { id: "7".to_owned(), name: "Lyon".to_owned(), kind: Some("city".to_owned()) };
        for item in [
            json!({"id": "7", "name": "Lyon", "type": "city"}),
            json!({"id": 7, "name": " Lyon ", "type": "city", "more": []}),
            json!({"_id": 7, "name": "Lyon", "kind": "city"}),
            json!({"id": "65f0", "_id": "7", "name": "Lyon", "type": "city"}),
        ] {
            let wanted = Some(vec![lyon.clone()]);
            assert_eq!(places(&json!([item, item, null, {"id": "x"}, {"name": "no ID"}])), wanted);
            for key in ["locations", "data", "results"] {
                assert_eq!(places(&json!({ key: [item] })), wanted);
            }
        }
    }

    #[test]
    fn what_holds_no_places() {
        assert_eq!(places(&json!([])), Some(vec![]));
        for answer in [json!({}), json!("Lyon"), json!({"data": "Lyon"}), Value::Null] {
            assert_eq!(places(&answer), None, "{answer}");
        }
    }
}
